#pragma once

#include <gtk/gtk.h>

#include "cs-document.h"

G_BEGIN_DECLS

/**
 * CsTermsView:
 *
 * The table of the terms of the claims: where each is introduced and used, what is known of it;
 * renaming, and saying what is a term. Follows its document.
 */
#define CS_TYPE_TERMS_VIEW (cs_terms_view_get_type ())

G_DECLARE_FINAL_TYPE (CsTermsView, cs_terms_view, CS, TERMS_VIEW, GtkWidget)

/** cs_terms_view_new: Returns: (transfer floating): the table for @document */
GtkWidget *cs_terms_view_new (CsDocument *document);

/** cs_terms_view_search: puts the cursor into the search entry */
void cs_terms_view_search (CsTermsView *view);

G_END_DECLS
