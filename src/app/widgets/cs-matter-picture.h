#pragma once

#include <gtk/gtk.h>

#include "../../service/cs-store-service.h"

G_BEGIN_DECLS

/**
 * CsMatterPicture:
 *
 * A #GdkPaintable that shows a picture of a matter: read and decoded in other threads, a frame
 * until then, and for good its name when it is not there or cannot be shown.
 *
 * Signals: `loaded`: its bytes are there, or known not to be.
 */
#define CS_TYPE_MATTER_PICTURE (cs_matter_picture_get_type ())

G_DECLARE_FINAL_TYPE (CsMatterPicture, cs_matter_picture, CS, MATTER_PICTURE, GObject)

/** cs_matter_picture_new: @name: base name of the picture. Returns: (transfer full): what shows
 * it */
GdkPaintable *cs_matter_picture_new (CsStoreService *service, gint64 matter, const char *name);

/** cs_matter_picture_new_for_bytes: @bytes: the content of a picture file. Returns: (transfer
 * full): what shows it */
GdkPaintable *cs_matter_picture_new_for_bytes (GBytes *bytes);

/** cs_matter_picture_is_loading: Returns: whether its bytes are still on their way */
gboolean cs_matter_picture_is_loading (CsMatterPicture *picture);

/** cs_matter_picture_is_missing: Returns: whether it is known by now that there is nothing to show
 * but its name */
gboolean cs_matter_picture_is_missing (CsMatterPicture *picture);

/** cs_matter_picture_get_bytes: Returns: (transfer none) (nullable): the content of its file, as
 * far as it is loaded */
GBytes *cs_matter_picture_get_bytes (CsMatterPicture *picture);

G_END_DECLS
