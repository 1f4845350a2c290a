#include "cs-document-private.h"

/* A copy of the matter in a file of its own, which is wanted most when the store cannot be written.
 * A thread writes it, so that a slow disk holds up neither the window nor the store. */

typedef struct
{
  CsDocumentSnapshot snapshot;
  char *path;
  char *reference;
  guint offices;
  GPtrArray *decisions;

  gint64 id;
  char *folder;        /* nullable: of the store, until it was tried to open it */
  CsDraftStore *store; /* a connection of its own, for pictures that are not loaded yet */
  GHashTable *missing; /* names of those that could not be had */
} Copying;

static void
copying_free (gpointer data)
{
  Copying *copying = data;

  cs_document_snapshot_clear (&copying->snapshot);
  g_free (copying->path);
  g_free (copying->reference);
  g_ptr_array_unref (copying->decisions);
  g_free (copying->folder);
  g_hash_table_unref (copying->missing);
  g_free (copying);
}

static gpointer
copy_decision (gconstpointer decision, gpointer data)
{
  return cs_decision_ref ((CsDecision *)decision);
}

static Copying *
copying_new (CsDocument *document, const char *path)
{
  Copying *copying = g_new0 (Copying, 1);

  cs_document_take_snapshot (document, &copying->snapshot);
  copying->path = g_strdup (path);
  copying->reference = g_strdup (document->info->reference);
  copying->offices = document->offices;
  copying->decisions = g_ptr_array_copy (document->decisions, copy_decision, NULL);
  copying->id = document->info->id;
  if (document->service != NULL)
    copying->folder = g_strdup (cs_store_service_get_folder (document->service));
  copying->missing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return copying;
}

/* --- in the thread --- */

static GBytes *
load_picture (Copying *copying, const char *name)
{
  if (copying->store == NULL && copying->folder != NULL)
    copying->store = cs_draft_store_open (copying->folder, NULL);
  g_clear_pointer (&copying->folder, g_free);
  if (copying->store == NULL)
    return NULL;

  return cs_draft_store_load_image (copying->store, copying->id, name, NULL);
}

static GBytes *
find_picture (const char *name, gpointer data)
{
  Copying *copying = data;
  GBytes *bytes = cs_document_snapshot_find_picture (&copying->snapshot, name);

  if (bytes == NULL)
    bytes = load_picture (copying, name);
  if (bytes == NULL)
    g_hash_table_add (copying->missing, g_strdup (name));

  return bytes;
}

static void
write_copy (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Copying *copying = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraft) draft = cs_document_snapshot_compose (&copying->snapshot, &error);
  CsNewMatter matter = { .draft = draft,
                         .reference = copying->reference,
                         .offices = copying->offices,
                         .decisions = copying->decisions,
                         .images = find_picture,
                         .data = copying };
  gboolean written = draft != NULL && cs_draft_store_write_copy (copying->path, &matter, &error);

  g_clear_pointer (&copying->store, cs_draft_store_close);
  if (written)
    g_task_return_int (task, g_hash_table_size (copying->missing));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* --- in the thread of the program --- */

/* The task has no source: its thread may be the last to let go of it, and no document must end
 * there. */
void
cs_document_save_copy (CsDocument *document,
                       const char *path,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, data);

  g_task_set_task_data (task, copying_new (document, path), copying_free);
  g_task_run_in_thread (task, write_copy);
}

gboolean
cs_document_save_copy_finish (GAsyncResult *result, guint *n_missing, GError **error)
{
  gssize n;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  n = g_task_propagate_int (G_TASK (result), error);
  if (n < 0)
    return FALSE;
  *n_missing = n;

  return TRUE;
}
