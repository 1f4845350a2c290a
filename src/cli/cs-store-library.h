#pragma once

#include "cs-store-deeds.h"

G_BEGIN_DECLS

/* What "claimsmith-cli store" does with the library of families; for nobody else. All return the
 * exit status. */

/** cs_store_has_library: Returns: whether there is a library in the folder */
gboolean cs_store_has_library (const CsStoreOptions *options);

/** cs_store_check_library: @file: (nullable): a library or a backup of one; %NULL for that of the
 * folder. Says what is damaged */
int cs_store_check_library (const CsStoreOptions *options,
                            const char *file);

/** cs_store_repair: builds all anew that the records tell. @operands: none */
int cs_store_repair (const CsStoreOptions *options,
                     char *const *operands);

/** cs_store_backup_library: @file: where nothing is yet. Writes a copy */
int cs_store_backup_library (const CsStoreOptions *options,
                             const char *file);

/** cs_store_restore_library: @file: a backup. Puts it in the place of the library */
int cs_store_restore_library (const CsStoreOptions *options,
                              const char *file);

G_END_DECLS
