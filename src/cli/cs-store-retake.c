#include "cs-store-retake.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "../formats/cs-reader.h"
#include "../report/cs-terminal.h"
#include "../store/cs-retake.h"

/* claimsmith-cli store retake: an edited file comes back. */

/* What was read. Pictures are taken at once: whether there is a second application in the file is
 * known only at its end, and then the first one can no longer be asked for them. */
typedef struct
{
  guint n_documents;
  CsDraft *draft;
  GHashTable *pictures; /* name -> GBytes */
  GError *error;
} Reading;

static void
reading_clear (Reading *reading)
{
  g_clear_pointer (&reading->draft, cs_draft_unref);
  g_clear_pointer (&reading->pictures, g_hash_table_unref);
  g_clear_error (&reading->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static void
take_picture (Reading *reading, const CsReadItem *item, const char *name)
{
  GBytes *bytes = NULL;

  if (name != NULL && !g_hash_table_contains (reading->pictures, name))
    bytes = cs_read_item_load_image (item, name);
  if (bytes != NULL)
    g_hash_table_insert (reading->pictures, g_strdup (name), bytes);
}

static void
take_pictures (Reading *reading, const CsReadItem *item)
{
  const GArray *figures = item->draft->figures;

  for (guint i = 0; i < figures->len; i++)
    take_picture (reading, item, g_array_index (figures, CsFigure, i).file);
  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      const CsText *text = item->draft->texts[part];
      guint n_objects = 0;
      const CsInlineObject *objects = text == NULL ? NULL : cs_text_get_objects (text, &n_objects);

      for (guint i = 0; i < n_objects; i++)
        take_picture (reading, item, objects[i].preview);
    }
}

static gboolean
take_document (const CsReadItem *item, gpointer data)
{
  Reading *reading = data;

  reading->n_documents++;
  if (item->draft == NULL)
    reading->error = g_error_copy (item->error);
  else if (reading->n_documents == 1)
    {
      reading->draft = cs_draft_ref (item->draft);
      take_pictures (reading, item);
    }

  return reading->error == NULL && reading->n_documents < 2;
}

static gboolean
read_one (Reading *reading, const char *path, GCancellable *cancellable, GError **error)
{
  const CsReader reader = { take_document, reading, NULL };

  reading->pictures =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
  if (!cs_read (path, &reader, cancellable, error))
    return FALSE;

  if (reading->error != NULL)
    {
      g_prefix_error (&reading->error, "\"%s\": ", path);
      g_propagate_error (error, g_steal_pointer (&reading->error));
      return FALSE;
    }
  if (reading->n_documents != 1)
    {
      cs_error_set (error, CS_ERROR_UNSUPPORTED, 0,
                    _ ("\"%s\" must hold one application, and no more"), path);
      return FALSE;
    }

  return TRUE;
}

static GBytes *
get_picture (const char *name, gpointer data)
{
  const Reading *reading = data;
  GBytes *bytes = g_hash_table_lookup (reading->pictures, name);

  return bytes == NULL ? NULL : g_bytes_ref (bytes);
}

static void
say (const char *matter, const char *path)
{
  g_autofree char *message = g_strdup_printf (
      _ ("\"%s\" now has the text of \"%s\"; what it was before is kept as a version"), matter,
      path);
  g_autoptr (GString) line = g_string_new (NULL);

  cs_terminal_append (line, message, strlen (message));
  g_print ("%s\n", line->str);
}

gboolean
cs_store_retake (CsDraftStore *store,
                 const char *name,
                 const char *path,
                 GCancellable *cancellable,
                 GError **error)
{
  g_auto (Reading) reading = { 0 };
  gint64 id = cs_draft_store_find (store, name, error);
  g_autoptr (CsMatter) matter = id == 0 ? NULL : cs_draft_store_load (store, id, error);
  CsRetake retake = { .matter = id, .source = path, .images = get_picture, .data = &reading };
  guint64 revision;

  if (matter == NULL || !read_one (&reading, path, cancellable, error))
    return FALSE;

  retake.draft = reading.draft;
  retake.revision = matter->info->revision;
  if (!cs_draft_store_retake (store, &retake, &revision, error))
    return FALSE;

  say (matter->info->name, path);

  return TRUE;
}
