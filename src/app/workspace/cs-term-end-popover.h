#pragma once

#include <gtk/gtk.h>

#include "cs-document.h"

G_BEGIN_DECLS

/**
 * CsTermEndPopover:
 *
 * Asks where a term ends that was read too far: what is left of it is a term from then on.
 */
#define CS_TYPE_TERM_END_POPOVER (cs_term_end_popover_get_type ())

G_DECLARE_FINAL_TYPE (CsTermEndPopover, cs_term_end_popover, CS, TERM_END_POPOVER, GtkPopover)

/** cs_term_end_popover_new: Returns: (transfer floating): a popover, to be given a parent */
GtkWidget *cs_term_end_popover_new (CsDocument *document);

/** cs_term_end_popover_set: @name: the term as it was read. To be called before it pops up */
void cs_term_end_popover_set (CsTermEndPopover *popover,
                              const char *name);

G_END_DECLS
