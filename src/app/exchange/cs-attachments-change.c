#include "cs-attachments-private.h"

#include "../../service/cs-private-file.h"

/* What is done with files that lie with a matter already. */

/* --- taking away, and putting back --- */

static gpointer
detach (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const CsAttachmentWork *work = data;
  g_autoptr (GBytes) bytes = cs_draft_store_load_attachment (store, work->attachment->id, error);

  if (bytes == NULL || !cs_draft_store_detach (store, work->attachment->id, error))
    return NULL;

  return g_steal_pointer (&bytes);
}

typedef struct
{
  CsAttachments *attachments;
  CsAttachmentItem *item;
} Changing;

static Changing *
changing_new (CsAttachments *attachments, CsAttachmentItem *item)
{
  Changing *changing = g_new (Changing, 1);

  *changing = (Changing){ g_object_ref (attachments), g_object_ref (item) };

  return changing;
}

static void
changing_free (Changing *changing)
{
  g_object_unref (changing->attachments);
  g_object_unref (changing->item);
  g_free (changing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Changing, changing_free)

static void
on_detached (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Changing) changing = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      cs_store_service_run_finish (CS_STORE_SERVICE (source), result, &error);
  CsAttachments *attachments = changing->attachments;
  guint position;

  cs_attachments_tell_error (attachments, cs_attachment_item_get (changing->item)->name, error);
  if (bytes == NULL || !g_list_store_find (attachments->model, changing->item, &position))
    return;

  cs_attachment_item_set_bytes (changing->item, bytes);
  g_list_store_remove (attachments->model, position);
  g_signal_emit_by_name (attachments, "removed", changing->item);
}

void
cs_attachments_remove (CsAttachments *attachments, CsAttachmentItem *item)
{
  const CsStoreJob job = { .func = detach,
                           .data = cs_attachment_work_new (attachments, item),
                           .free_data = cs_attachment_work_free,
                           .free_result = (GDestroyNotify)g_bytes_unref,
                           .matter = attachments->matter };

  cs_store_service_run (attachments->service, &job, NULL, on_detached,
                        changing_new (attachments, item));
}

static void
on_put_back (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Changing) changing = data;
  g_autoptr (GError) error = NULL;
  CsAttachment *kept = cs_store_service_run_finish (CS_STORE_SERVICE (source), result, &error);
  const char *name = cs_attachment_item_get (changing->item)->name;

  cs_attachments_tell_error (changing->attachments, name, error);
  if (kept != NULL)
    cs_attachments_show_kept (changing->attachments, kept);
}

void
cs_attachments_put_back (CsAttachments *attachments, CsAttachmentItem *item)
{
  CsAttachmentWork *work = cs_attachment_work_new (attachments, item);
  const CsStoreJob job = cs_attachments_get_attach_job (attachments, work);

  cs_store_service_run (attachments->service, &job, NULL, on_put_back,
                        changing_new (attachments, item));
}

/* --- saving one as a file --- */

static gpointer
save (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const CsAttachmentWork *work = data;
  g_autoptr (GBytes) bytes = cs_draft_store_load_attachment (store, work->attachment->id, error);

  if (bytes != NULL)
    cs_private_file_write (work->path, bytes, cancellable, error);

  return NULL;
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;

  cs_store_service_run_finish (CS_STORE_SERVICE (source), result, &error);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

void
cs_attachments_save (CsAttachments *attachments,
                     CsAttachmentItem *item,
                     const char *path,
                     GAsyncReadyCallback callback,
                     gpointer data)
{
  CsAttachmentWork *work = cs_attachment_work_new (attachments, item);
  const CsStoreJob job = {
    .func = save, .data = work, .free_data = cs_attachment_work_free, .matter = -1
  };

  work->path = g_strdup (path);
  cs_store_service_run (attachments->service, &job, NULL, on_saved,
                        g_task_new (attachments, NULL, callback, data));
}

gboolean
cs_attachments_save_finish (CsAttachments *attachments, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, attachments), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
