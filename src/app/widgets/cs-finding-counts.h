#pragma once

#include <gtk/gtk.h>

#include "../../exam/cs-severity.h"

G_BEGIN_DECLS

/**
 * CsFindingCounts:
 *
 * How an examination ended: a shape and a count for each severity, each in a column of its own so
 * that they stand below each other in a list; a tick when nothing was found; a dashed ring when
 * nobody has looked. Zero is not shown.
 */
#define CS_TYPE_FINDING_COUNTS (cs_finding_counts_get_type ())

G_DECLARE_FINAL_TYPE (CsFindingCounts, cs_finding_counts, CS, FINDING_COUNTS, GtkWidget)

/** cs_finding_counts_new: Returns: (transfer floating): one that says "not checked" */
GtkWidget *cs_finding_counts_new (void);

/** cs_finding_counts_set: @examined: whether @n_findings (array fixed-size=CS_N_SEVERITIES) tells
 * something */
void cs_finding_counts_set (CsFindingCounts *counts,
                            gboolean examined,
                            const guint *n_findings);

/** cs_finding_counts_dup_text: Returns: (transfer full): the same in words */
char *cs_finding_counts_dup_text (gboolean examined,
                                  const guint *n_findings);

G_END_DECLS
