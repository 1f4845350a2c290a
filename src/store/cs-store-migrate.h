#pragma once

#include "cs-store-sql.h"

G_BEGIN_DECLS

/* How older tables become new ones, and how a file of ours is told from others; for nobody else. */

/* One step from the version before; runs within a transaction. */
typedef gboolean (*CsMigration) (const CsDatabase *store, GError **error);

/* What a file of one kind looks like. @extra: (nullable): a step after the last one, for tests;
 * NULL in it: none. @prepare: (nullable): makes a connection ready for its tables */
typedef struct
{
  gint32 application_id;
  const CsMigration *migrations;
  guint n_migrations;
  const CsMigration *extra;
  gboolean (*prepare) (const CsDatabase *store, GError **error);
} CsSchema;

/* Returns: the version this program writes */
guint cs_schema_get_current (const CsSchema *schema);

/* Brings a file from @version (0: an empty one) to the current one, all in one transaction. */
gboolean cs_schema_migrate (const CsSchema *schema,
                            const CsDatabase *store,
                            guint version,
                            GError **error);

/* Tells whether @store is of this kind, before a row of it is read: with a version that we know it
 * must have our tables and nothing else; with a newer one at least all the columns that we read, in
 * ordinary tables. @version: (out) */
gboolean cs_schema_identify (const CsSchema *schema,
                             const CsDatabase *store,
                             guint *version,
                             GError **error);

G_END_DECLS
