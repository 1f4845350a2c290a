#include "cs-document-private.h"

#include "../../report/cs-report.h"
#include "../../service/cs-matter-file.h"
#include "../../service/cs-matter-pictures.h"
#include "../../service/cs-private-file.h"

/* A copy of the matter in a file of its own, which is wanted most when the store cannot be written:
 * the store is only asked for what is not in the window, its versions above all. A thread writes
 * it, so that a slow disk holds up neither the window nor the store. */

typedef struct
{
  CsDocumentSnapshot snapshot;
  char *path;
  char *name;
  char *reference;
  char *author; /* nullable */
  guint offices;
  GPtrArray *decisions;
  CsTermList *term_list;
  CsFindingView *view; /* nullable: of the text as it is */

  gint64 id;
  char *folder; /* nullable: of the store */
} Copying;

static void
copying_free (gpointer data)
{
  Copying *copying = data;

  cs_document_snapshot_clear (&copying->snapshot);
  g_free (copying->path);
  g_free (copying->name);
  g_free (copying->reference);
  g_free (copying->author);
  g_ptr_array_unref (copying->decisions);
  cs_term_list_unref (copying->term_list);
  g_clear_pointer (&copying->view, cs_finding_view_unref);
  g_free (copying->folder);
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
  copying->name = g_strdup (document->info->name);
  copying->reference = g_strdup (document->info->reference);
  copying->author = g_strdup (document->author);
  copying->offices = document->offices;
  copying->decisions = g_ptr_array_copy (document->decisions, copy_decision, NULL);
  g_ptr_array_set_free_func (copying->decisions, (GDestroyNotify)cs_decision_unref);
  copying->term_list = cs_term_list_ref (document->term_list);
  if (document->view != NULL && !cs_document_is_stale (document))
    copying->view = cs_finding_view_ref (document->view);
  copying->id = document->info->id;
  if (document->service != NULL)
    copying->folder = g_strdup (cs_store_service_get_folder (document->service));

  return copying;
}

/* --- in the thread --- */

/* What the store has of the matter, or a matter that no store has. */
static CsParcel *
pack (const Copying *copying)
{
  g_autoptr (CsDraftStore) store =
      copying->folder == NULL ? NULL : cs_draft_store_open (copying->folder, NULL);
  CsParcel *parcel = store == NULL ? NULL : cs_draft_store_pack (store, copying->id, NULL);

  if (parcel != NULL)
    return parcel;

  parcel = cs_parcel_new ();
  parcel->uuid = g_uuid_string_random ();
  parcel->title = g_strdup (copying->name);
  parcel->reference = g_strdup (copying->reference);
  parcel->author = g_strdup (copying->author == NULL ? "" : copying->author);

  return parcel;
}

static gboolean
has_picture (const CsParcel *parcel, const char *name)
{
  for (guint i = 0; i < parcel->pictures->len; i++)
    if (g_str_equal (((CsParcelPicture *)parcel->pictures->pdata[i])->name, name))
      return TRUE;

  return FALSE;
}

/* Adds what came into the window since it was saved. Returns: how many pictures nobody has */
static guint
add_pictures (CsParcel *parcel, const Copying *copying)
{
  g_autoptr (GHashTable) names = cs_draft_list_pictures (parcel->draft);
  GHashTableIter iter;
  gpointer name;
  guint n_missing = 0;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_autoptr (GBytes) bytes = cs_document_snapshot_find_picture (&copying->snapshot, name);

      if (has_picture (parcel, name))
        continue;
      if (bytes != NULL)
        cs_parcel_add_picture (parcel, name, bytes);
      else
        n_missing++;
    }

  return n_missing;
}

static char *
dup_findings (const Copying *copying)
{
  const CsReportOptions options = { .language = copying->snapshot.previous->language };
  GString *json;

  if (copying->view == NULL)
    return NULL;

  json = g_string_new (NULL);
  cs_report_json (json, copying->view->result, &options);

  return g_string_free (json, FALSE);
}

static void
write_copy (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Copying *copying = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraft) draft = cs_document_snapshot_compose (&copying->snapshot, &error);
  g_autoptr (CsParcel) parcel = draft == NULL ? NULL : pack (copying);
  g_autofree char *findings = dup_findings (copying);
  g_autoptr (GBytes) bytes = NULL;
  guint n_missing = 0;

  if (parcel != NULL)
    {
      g_clear_pointer (&parcel->draft, cs_draft_unref);
      parcel->draft = g_steal_pointer (&draft);
      g_ptr_array_unref (parcel->decisions);
      parcel->decisions = g_ptr_array_ref (copying->decisions);
      cs_term_list_unref (parcel->term_list);
      parcel->term_list = cs_term_list_ref (copying->term_list);
      parcel->offices = copying->offices;
      n_missing = add_pictures (parcel, copying);
      bytes = cs_matter_file_write_parcel (parcel, findings, NULL, &error);
    }

  if (bytes != NULL && cs_private_file_write (copying->path, bytes, NULL, &error))
    g_task_return_int (task, n_missing);
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
