#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CsProgressPage:
 *
 * What a window shows while it works: what is done, how far it is, and a button to stop it.
 *
 * Properties: `fraction` (double, write-only): of the work, 0 to 1.
 * Signals: `stop`: the user wants no more of it.
 */
#define CS_TYPE_PROGRESS_PAGE (cs_progress_page_get_type ())

G_DECLARE_FINAL_TYPE (CsProgressPage, cs_progress_page, CS, PROGRESS_PAGE, GtkWidget)

/** cs_progress_page_begin: says @words, translated; @knows_fraction: how far it is will be told */
void cs_progress_page_begin (CsProgressPage *page,
                             const char *words,
                             gboolean knows_fraction);

/** cs_progress_page_end: nothing moves any more */
void cs_progress_page_end (CsProgressPage *page);

G_END_DECLS
