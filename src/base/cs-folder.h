#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cs_folder_list_names:
 * @path: a folder
 * @error: #GFileError
 *
 * Thread: any.
 *
 * Returns: (transfer full) (element-type utf8): the names in it, sorted, without hidden ones, or
 * %NULL
 */
GPtrArray *cs_folder_list_names (const char *path,
                                 GError **error);

G_END_DECLS
