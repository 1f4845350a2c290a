#pragma once

#include <gtk/gtk.h>

#include "../../store/cs-draft-store.h"

G_BEGIN_DECLS

/* The columns of the list of matters: what stands in them, which of them fit, by which one the list
 * is sorted. The view shows #CsMatterItem; it is sorted by whoever fills it, not by GTK, since GTK
 * knows only the rows it has made. */

/** cs_drafts_columns_add: gives @view its columns, sorted by the last change */
void cs_drafts_columns_add (GtkColumnView *view);

/** cs_drafts_columns_fit: shows the columns for which there is room in @width pixels, the least
 * needed going first */
void cs_drafts_columns_fit (GtkColumnView *view,
                            int width);

/** cs_drafts_columns_get_order: @descending: (out): from the last to the first. Returns: by what
 * the heads of @view say it is sorted */
CsMatterOrder cs_drafts_columns_get_order (GtkColumnView *view,
                                           gboolean *descending);

/** cs_drafts_columns_refresh: tells anew how long ago the rows shown were changed */
void cs_drafts_columns_refresh (GtkColumnView *view);

G_END_DECLS
