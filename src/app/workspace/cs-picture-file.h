#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/** cs_picture_files_read: reads those of @files (element-type GFile) that are pictures, in another
 * thread; @source: (nullable): for @callback */
void cs_picture_files_read (GObject *source,
                            GSList *files,
                            GAsyncReadyCallback callback,
                            gpointer data);

/** cs_picture_files_read_finish: Returns: (transfer full) (element-type GBytes): the pictures as
 * PNG, in the order of the files; what is no picture, or larger than 64 megapixels, is left out */
GPtrArray *cs_picture_files_read_finish (GAsyncResult *result);

G_END_DECLS
