#pragma once

#include <glib.h>

/* A folder of its own for a test, deleted with all that is in it at the end of its scope. */
typedef char StoreFolder;

StoreFolder *store_folder_new (void);
void store_folder_free (StoreFolder *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StoreFolder, store_folder_free)

/* Path of @name in @folder. */
char *path_in (const char *folder,
               const char *name);
