#include "cs-import-file.h"

#include <string.h>

#include "../base/cs-error.h"
#include "../draft/cs-draft-compose.h"
#include "../formats/cs-reader.h"

static const char sqlite_magic[16] = "SQLite format 3";

/* One file or folder being taken in. */
typedef struct
{
  CsDraftStore *store;
  const char *path;
  const CsImportFuncs *funcs;
  gpointer data;
  GCancellable *cancellable;
} Import;

/* Tells of a matter that was made, or why not. */
static void
tell (const Import *import, const char *path, gint64 matter, const GError *error)
{
  if (matter != 0)
    import->funcs->made (matter, path, import->data);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    import->funcs->failed (path, error, import->data);
}

static void
keep_matter (const Import *import, const CsNewMatter *matter, const char *path)
{
  g_autoptr (GError) error = NULL;
  gint64 id = cs_draft_store_create (import->store, matter, &error);

  tell (import, path, id, error);
}

/* --- documents --- */

static GBytes *
load_read_image (const char *name, gpointer item)
{
  return cs_read_item_load_image (item, name);
}

static gboolean
on_document (const CsReadItem *item, gpointer data)
{
  const Import *import = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraft) draft = NULL;
  CsNewMatter matter = { .images = load_read_image, .data = (gpointer)item };

  if (item->draft == NULL)
    {
      tell (import, item->path, 0, item->error);
      return TRUE;
    }

  draft = cs_draft_new_editable (item->draft, &error);
  if (draft == NULL)
    tell (import, item->path, 0, error);
  else
    {
      matter.draft = draft;
      keep_matter (import, &matter, item->path);
    }

  return !g_cancellable_is_cancelled (import->cancellable);
}

/* --- copies of a matter, and whole stores --- */

static gboolean
is_store (const char *path)
{
  char head[sizeof sqlite_magic] = "";
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);

  return stream != NULL &&
         g_input_stream_read (G_INPUT_STREAM (stream), head, sizeof head, NULL, NULL) ==
             sizeof head &&
         memcmp (head, sqlite_magic, sizeof head) == 0;
}

typedef struct
{
  CsDraftStore *store;
  gint64 id;
} Copy;

static GBytes *
load_copied_image (const char *name, gpointer data)
{
  const Copy *copy = data;

  return cs_draft_store_load_image (copy->store, copy->id, name, NULL);
}

static gboolean
import_copy (const Import *import, Copy *copy, GError **error)
{
  g_autoptr (CsMatter) matter = cs_draft_store_load (copy->store, copy->id, error);
  CsNewMatter kept = { .images = load_copied_image, .data = copy };

  if (matter == NULL)
    return FALSE;

  kept.draft = matter->draft;
  kept.reference = matter->info->reference;
  kept.offices = matter->info->offices;
  kept.decisions = matter->decisions;
  kept.term_list = matter->term_list;
  keep_matter (import, &kept, import->path);

  return TRUE;
}

static gboolean
import_store (const Import *import, GError **error)
{
  g_autoptr (CsDraftStore) other = cs_draft_store_open_file (import->path, error);
  const CsMatterQuery all = { 0 };
  g_autoptr (GPtrArray) infos = NULL;

  if (other == NULL)
    return FALSE;
  infos = cs_draft_store_list (other, &all, error);
  if (infos == NULL)
    return FALSE;

  for (guint i = 0; i < infos->len; i++)
    {
      Copy copy = { other, ((CsMatterInfo *)infos->pdata[i])->id };

      if (!import_copy (import, &copy, error) ||
          g_cancellable_set_error_if_cancelled (import->cancellable, error))
        return FALSE;
    }

  return TRUE;
}

/* --- matter files --- */

static gboolean
import_matter_file (const Import *import, GError **error)
{
  g_autoptr (CsMatterFile) file = cs_matter_file_load (import->path, error);
  g_autoptr (CsMerge) merge = NULL;
  const CsMergeChoice none = { FALSE };
  gint64 id;

  if (file == NULL)
    return FALSE;
  merge = cs_matter_file_compare (file, import->store, error);
  if (merge == NULL)
    return FALSE;
  if (merge->matter != 0)
    {
      import->funcs->decide (g_steal_pointer (&file), g_steal_pointer (&merge), import->path,
                             import->data);
      return TRUE;
    }

  id = cs_matter_file_merge (file, import->store, merge, &none, error);
  if (id != 0)
    tell (import, import->path, id, NULL);

  return id != 0;
}

void
cs_import_file (CsDraftStore *store,
                const char *path,
                const CsImportFuncs *funcs,
                gpointer data,
                GCancellable *cancellable)
{
  Import import = { store, path, funcs, data, cancellable };
  g_autoptr (GError) error = NULL;

  if (is_store (path))
    import_store (&import, &error);
  else if (cs_matter_file_is_at (path))
    import_matter_file (&import, &error);
  else
    cs_read (path, &(CsReader){ on_document, &import, funcs->claims_language }, cancellable,
             &error);
  if (error != NULL)
    tell (&import, path, 0, error);
}
