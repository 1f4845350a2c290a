#pragma once

#include "cs-draft-store.h"
#include "cs-store-migrate.h"

G_BEGIN_DECLS

/* The tables of the store of drafts; for nobody else. */

/* A step after the last one, for tests of migrations; NULL otherwise. */
extern CsMigration cs_store_extra_migration;

/* Returns: the version this program writes */
guint cs_store_schema_get_current (void);

/* Brings a store from @version (0: an empty file) to the current one, all in one transaction. */
gboolean cs_store_schema_migrate (const CsDraftStore *store,
                                  guint version,
                                  GError **error);

/* Tells whether @store is one of ours. @version: (out) */
gboolean cs_store_schema_identify (const CsDraftStore *store,
                                   guint *version,
                                   GError **error);

G_END_DECLS
