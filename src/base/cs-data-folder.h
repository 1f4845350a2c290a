#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cs_data_folder_dup:
 * @name: (nullable): something in it: "checklists"
 *
 * Where the user's own things are kept: `CLAIMSMITH_DATA_DIR`, else `$XDG_DATA_HOME/claimsmith`.
 * Thread: any.
 *
 * Returns: (transfer full): the path of the folder, or of @name in it; neither need be there
 */
char *cs_data_folder_dup (const char *name);

G_END_DECLS
