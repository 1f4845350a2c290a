#pragma once

#include "../cs-store-migrate.h"

G_BEGIN_DECLS

/* The tables of the library; for nobody else. */

extern const CsSchema cs_library_schema;

/* A step after the last one, for tests of migrations; NULL otherwise. */
extern CsMigration cs_library_extra_migration;

G_END_DECLS
