#pragma once

#include <gtk/gtk.h>

#include "../../store/cs-library-marks.h"
#include "../../store/cs-library-search.h"

G_BEGIN_DECLS

/* The columns of the list of families: what stands in them, which of them fit, by which one it is
 * sorted. The view shows #CsFamilyItem, maybe not loaded yet. */

/** cs_families_columns_add: gives @view its columns */
void cs_families_columns_add (GtkColumnView *view);

/** cs_families_columns_fit: shows the columns for which there is room in @width pixels, the least
 * needed going first */
void cs_families_columns_fit (GtkColumnView *view,
                              int width);

/** cs_families_columns_get_order: @reverse: (out): as #CsSearch has it. Returns: by what the heads
 * of @view say it is sorted, %CS_HITS_BEST when none was clicked */
CsHitOrder cs_families_columns_get_order (GtkColumnView *view,
                                          gboolean *reverse);

/** cs_families_columns_forget_order: no head of @view says anything any more */
void cs_families_columns_forget_order (GtkColumnView *view);

/** cs_families_columns_set_news: @news: (nullable) (element-type CsLibraryNewsItem): of the
 * families in which there is something new, by their ids; copied */
void cs_families_columns_set_news (GtkColumnView *view,
                                   const GArray *news);

G_END_DECLS
