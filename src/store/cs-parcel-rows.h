#pragma once

#include "cs-draft-store.h"
#include "cs-store-sql.h"

G_BEGIN_DECLS

/* What finding a parcel's place and unpacking it share; for nobody else. */

/* @matter: (out): id of the matter with this identity, 0 when there is none */
gboolean cs_parcel_rows_find (const CsDraftStore *store,
                              const char *uuid,
                              gint64 *matter,
                              GError **error);

/* Returns: (transfer full): what tells this moment of @matter from any other, or NULL */
char *cs_parcel_rows_dup_state (const CsDraftStore *store,
                                gint64 matter,
                                GError **error);

G_END_DECLS
