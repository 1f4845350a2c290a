#include <string.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-limits.h"
#include "cs-draft-rows.h"
#include "cs-matter-rows.h"

/* Pictures: the bytes once, by their SHA-256, and for each matter which name means which bytes. A
 * name that comes to mean others keeps the old ones too, for the versions that show them. */

static char *
dup_sha256 (GBytes *bytes)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

gboolean
cs_image_rows_put (const CsDraftStore *store, const char *sha256, GBytes *bytes, GError **error)
{
  g_auto (CsStatement) write = cs_statement (
      store, "INSERT INTO image (sha256, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING");

  cs_bind_text (&write, 1, sha256);
  cs_bind_blob (&write, 2, bytes);

  return cs_statement_run (&write, error);
}

GBytes *
cs_image_rows_read (const CsStatement *row, int column)
{
  const void *data = sqlite3_column_blob (row->handle, column + 1);
  g_autoptr (GBytes) bytes = g_bytes_new (data, sqlite3_column_bytes (row->handle, column + 1));
  g_autofree char *found = dup_sha256 (bytes);

  return g_strcmp0 (found, cs_column_get_text (row, column)) == 0 ? g_steal_pointer (&bytes) :
                                                                    NULL;
}

static const char add_newest[] =
    "INSERT INTO picture (matter, name, sha256, added) VALUES (?1, ?2, ?3, "
    "(SELECT coalesce (max (added), 0) + 1 FROM picture WHERE matter = ?1)) "
    "ON CONFLICT DO UPDATE SET added = excluded.added";

static const char add_oldest[] =
    "INSERT INTO picture (matter, name, sha256, added) VALUES (?1, ?2, ?3, "
    "(SELECT coalesce (min (added), 0) - 1 FROM picture WHERE matter = ?1)) "
    "ON CONFLICT DO NOTHING";

/* A picture of matter @id. */
typedef struct
{
  gint64 id;
  const char *name;
  GBytes *bytes;
} Picture;

static gboolean
add_picture (const CsDraftStore *store, const char *sql, const Picture *picture, GError **error)
{
  g_autofree char *sha256 = dup_sha256 (picture->bytes);
  g_auto (CsStatement) write = cs_statement (store, sql);

  if (g_bytes_get_size (picture->bytes) > CS_MAX_ZIP_ENTRY_BYTES)
    {
      g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_LIMIT,
                   _ ("picture \"%s\" is larger than %d bytes; nothing was changed"),
                   picture->name, CS_MAX_ZIP_ENTRY_BYTES);
      return FALSE;
    }
  if (!cs_image_rows_put (store, sha256, picture->bytes, error))
    return FALSE;

  cs_bind_int (&write, 1, picture->id);
  cs_bind_text (&write, 2, picture->name);
  cs_bind_text (&write, 3, sha256);

  return cs_statement_run (&write, error);
}

gboolean
cs_pictures_add (const CsDraftStore *store,
                 gint64 id,
                 const char *name,
                 GBytes *bytes,
                 GError **error)
{
  const Picture picture = { id, name, bytes };

  return add_picture (store, add_newest, &picture, error);
}

gboolean
cs_pictures_add_older (const CsDraftStore *store,
                       gint64 id,
                       const char *name,
                       GBytes *bytes,
                       GError **error)
{
  const Picture picture = { id, name, bytes };

  return add_picture (store, add_oldest, &picture, error);
}

/* --- the pictures a draft speaks of --- */

/* What the pictures are kept with. */
typedef struct
{
  const CsDraftStore *store;
  gint64 id;
  const CsNewMatter *matter;
} Keeper;

/* @has: (out): whether the matter has a picture @name, the one with @sha256 when it is known */
static gboolean
find_picture (const Keeper *keeper,
              const char *name,
              const char *sha256,
              gboolean *has,
              GError **error)
{
  g_auto (CsStatement) find = cs_statement (
      keeper->store, "SELECT sha256 FROM picture WHERE matter = ?1 AND name = ?2 "
                     "ORDER BY added DESC LIMIT 1");

  cs_bind_int (&find, 1, keeper->id);
  cs_bind_text (&find, 2, name);
  *has = cs_statement_next (&find) &&
         (sha256 == NULL || g_strcmp0 (cs_column_get_text (&find, 0), sha256) == 0);

  return cs_statement_end (&find, error);
}

static gboolean
keep_picture (const Keeper *keeper, const char *name, const char *sha256, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  gboolean has = FALSE;

  if (name == NULL || !g_utf8_validate (name, -1, NULL))
    return TRUE;
  if (!find_picture (keeper, name, sha256, &has, error))
    return FALSE;
  if (has)
    return TRUE;

  bytes = keeper->matter->images (name, keeper->matter->data);

  return bytes == NULL || cs_pictures_add (keeper->store, keeper->id, name, bytes, error);
}

static gboolean
keep_of_text (const Keeper *keeper, const CsText *text, GError **error)
{
  guint n_objects = 0;
  const CsInlineObject *objects = text == NULL ? NULL : cs_text_get_objects (text, &n_objects);

  for (guint i = 0; i < n_objects; i++)
    if (!keep_picture (keeper, objects[i].preview, NULL, error))
      return FALSE;

  return TRUE;
}

gboolean
cs_pictures_keep (const CsDraftStore *store,
                  gint64 id,
                  const CsNewMatter *matter,
                  GError **error)
{
  const Keeper keeper = { store, id, matter };
  const GArray *figures = matter->draft->figures;

  if (matter->images == NULL)
    return TRUE;

  for (guint i = 0; i < figures->len; i++)
    {
      const CsFigure *figure = &g_array_index (figures, CsFigure, i);

      if (!keep_picture (&keeper, figure->file, figure->sha256, error))
        return FALSE;
    }
  for (guint part = 0; part < CS_N_PARTS; part++)
    if (!keep_of_text (&keeper, matter->draft->texts[part], error))
      return FALSE;

  return TRUE;
}

gboolean
cs_pictures_collect (const CsDraftStore *store, GError **error)
{
  return cs_store_exec (
      store, "DELETE FROM image WHERE sha256 NOT IN (SELECT sha256 FROM picture) "
             "AND sha256 NOT IN (SELECT sha256 FROM attachment)",
      error);
}

/* --- reading --- */

GBytes *
cs_draft_store_load_image (CsDraftStore *store, gint64 id, const char *name, GError **error)
{
  g_auto (CsStatement) load = cs_statement (
      store, "SELECT image.sha256, image.bytes FROM picture JOIN image USING (sha256) "
             "WHERE matter = ?1 AND name = ?2 ORDER BY added DESC LIMIT 1");
  g_autoptr (GBytes) bytes = NULL;
  gboolean found;

  cs_bind_int (&load, 1, id);
  cs_bind_text (&load, 2, name);
  found = cs_statement_next (&load);
  if (found)
    bytes = cs_image_rows_read (&load, 0);
  if (!cs_statement_end (&load, error))
    return NULL;

  if (!found)
    g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND,
                 _ ("there is no picture \"%s\" in \"%s\""), name, store->path);
  else if (bytes == NULL)
    cs_store_set_damaged (error, store, "image");

  return g_steal_pointer (&bytes);
}
