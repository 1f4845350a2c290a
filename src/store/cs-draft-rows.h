#pragma once

#include "cs-draft-store.h"
#include "cs-store-sql.h"

G_BEGIN_DECLS

/* Drafts as rows of the tables "draft" and "part"; for nobody else. */

#define CS_KEPT_NOW "now"             /* the text of a matter as it is */
#define CS_KEPT_AUTOMATIC "automatic" /* a version the program kept */
#define CS_KEPT_NAMED "named"         /* a version the user named */

/* What a row says of a draft besides its text. */
typedef struct
{
  gint64 matter;
  const char *kept; /* CS_KEPT_... */
  const char *name; /* (nullable) */
  gint64 made_us;
} CsDraftRow;

/* Writes a draft. Returns: id of its row, 0 on error */
gint64 cs_draft_rows_insert (const CsDraftStore *store,
                             const CsDraftRow *row,
                             const CsDraft *draft,
                             GError **error);

/* Writes @draft in the place of the one at @id; parts that are the same are not written again. */
gboolean cs_draft_rows_replace (const CsDraftStore *store,
                                gint64 id,
                                gint64 made_us,
                                const CsDraft *draft,
                                GError **error);

/* Copies the draft at @id. Returns: id of the copy, 0 on error */
gint64 cs_draft_rows_copy (const CsDraftStore *store,
                           gint64 id,
                           const CsDraftRow *row,
                           GError **error);

/* Returns: (transfer full): the draft at @id, called @path; every field is checked */
CsDraft *cs_draft_rows_load (const CsDraftStore *store,
                             gint64 id,
                             const char *path,
                             GError **error);

/* Says that there is no matter @id. */
void cs_store_set_no_matter (GError **error,
                             const CsDraftStore *store,
                             gint64 id);

/* The draft of matter @matter as it is now. @id: (out) */
gboolean cs_draft_rows_find_now (const CsDraftStore *store,
                                 gint64 matter,
                                 gint64 *id,
                                 GError **error);

G_END_DECLS
