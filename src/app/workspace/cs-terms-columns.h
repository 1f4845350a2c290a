#pragma once

#include "cs-term-item.h"

G_BEGIN_DECLS

/* The columns of the table of terms: what stands in them, which of them fit. The view shows
 * #CsTermItem; it is sorted by the sorter of the view. */

/** CsTermGoFunc: somebody asked to go to where @item is introduced */
typedef void (*CsTermGoFunc) (CsTermItem *item,
                              gpointer data);

/** cs_terms_columns_add: gives @view its columns; @language: of the terms, "zh" or "en" */
void cs_terms_columns_add (GtkColumnView *view,
                           const char *language,
                           CsTermGoFunc go,
                           gpointer data);

/** cs_terms_columns_fit: shows the columns for which there is room in @width pixels, the least
 * needed going first */
void cs_terms_columns_fit (GtkColumnView *view,
                           int width);

G_END_DECLS
