#include "cs-store-retake.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "../formats/cs-reader.h"
#include "../report/cs-terminal.h"
#include "../store/cs-retake.h"
#include "cs-draft-pictures.h"

/* claimsmith-cli store retake: an edited file comes back. */

/* What was read. Pictures are taken at once: whether there is a second application in the file is
 * known only at its end, and then the first one can no longer be asked for them. */
typedef struct
{
  guint n_documents;
  CsDraft *draft;
  CsDraftPictures *pictures;
  GError *error;
} Reading;

static void
reading_clear (Reading *reading)
{
  g_clear_pointer (&reading->draft, cs_draft_unref);
  g_clear_pointer (&reading->pictures, cs_draft_pictures_free);
  g_clear_error (&reading->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static GBytes *
load_image (const char *name, gpointer item)
{
  return cs_read_item_load_image (item, name);
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
      reading->pictures = cs_draft_pictures_new (item->draft, load_image, (gpointer)item);
    }

  return reading->error == NULL && reading->n_documents < 2;
}

static gboolean
read_one (Reading *reading, const char *path, GCancellable *cancellable, GError **error)
{
  const CsReader reader = { take_document, reading, NULL };

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
  CsRetake retake = { .matter = id, .source = path, .images = cs_draft_pictures_load };
  guint64 revision;

  if (matter == NULL || !read_one (&reading, path, cancellable, error))
    return FALSE;

  retake.draft = reading.draft;
  retake.data = reading.pictures;
  retake.revision = matter->info->revision;
  if (!cs_draft_store_retake (store, &retake, &revision, error))
    return FALSE;

  say (matter->info->name, path);

  return TRUE;
}
