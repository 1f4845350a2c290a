#pragma once

#include "cs-store-sql.h"

G_BEGIN_DECLS

/* The tables of the store, and how older ones become new ones; for nobody else. */

/* One step from the version before; runs within a transaction. */
typedef gboolean (*CsMigration) (const CsDraftStore *store, GError **error);

/* A step after the last one, for tests of migrations; NULL otherwise. */
extern CsMigration cs_store_extra_migration;

/* Returns: the version this program writes */
guint cs_store_schema_get_current (void);

/* Brings a store from @version (0: an empty file) to the current one, all in one transaction. */
gboolean cs_store_schema_migrate (const CsDraftStore *store,
                                  guint version,
                                  GError **error);

/* Tells whether @store is one of ours, before a row of it is read: with a version that we know it
 * must have our tables and nothing else; with a newer one at least all the columns that we read, in
 * ordinary tables. @version: (out) */
gboolean cs_store_schema_identify (const CsDraftStore *store,
                                   guint *version,
                                   GError **error);

G_END_DECLS
