#pragma once

#include <gtk/gtk.h>

#include "../../picture/cs-picture.h"

G_BEGIN_DECLS

/**
 * CsPictureView:
 *
 * A drawn picture whose parts can be picked with pointer or arrow keys. It is as wide as it may be
 * and as high as it must. One that can be zoomed lies in a #GtkScrolledWindow and is dragged there.
 *
 * Properties: `selected` (utf8, nullable): id of the part that is selected; `zoomable` (gboolean):
 * whether Ctrl and wheel, and the keys + - 0, make it larger and smaller.
 *
 * Signals: `activated` (utf8 id): a part was clicked, or Enter pressed while it was selected.
 */
#define CS_TYPE_PICTURE_VIEW (cs_picture_view_get_type ())

G_DECLARE_FINAL_TYPE (CsPictureView, cs_picture_view, CS, PICTURE_VIEW, GtkWidget)

/** cs_picture_view_set: @picture: (nullable): what is shown from now on */
void cs_picture_view_set (CsPictureView *view,
                          CsPicture *picture);

/** cs_picture_view_get_zoom: Returns: 1 for the size that it has by itself */
double cs_picture_view_get_zoom (CsPictureView *view);

/** cs_picture_view_zoom: @factor: of the zoom there is now, 0 for the size it has by itself */
void cs_picture_view_zoom (CsPictureView *view,
                           double factor);

/** cs_picture_view_get_picks: Returns: (transfer none) (element-type CsPick): what can be picked,
 * as it was drawn last */
const GPtrArray *cs_picture_view_get_picks (CsPictureView *view);

G_END_DECLS
