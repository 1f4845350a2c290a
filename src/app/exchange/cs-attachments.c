#include "cs-attachments-private.h"

#include <glib/gi18n-lib.h>

#include "../../service/cs-attachment-file.h"

G_DEFINE_FINAL_TYPE (CsAttachments, cs_attachments, G_TYPE_OBJECT)

enum
{
  PROP_LOADING = 1,
  PROP_ADDING,
  PROP_FILE,
  PROP_FRACTION,
  N_PROPERTIES
};

enum
{
  ADDED,
  TOLD,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void add_next (CsAttachments *attachments);

/* --- work for the store --- */

void
cs_attachment_work_free (gpointer data)
{
  CsAttachmentWork *work = data;

  g_clear_pointer (&work->attachment, cs_attachment_free);
  g_clear_pointer (&work->bytes, g_bytes_unref);
  g_free (work->remark);
  g_free (work->path);
  g_free (work);
}

static CsAttachment *
copy_attachment (const CsAttachment *attachment)
{
  CsAttachment *copy = g_memdup2 (attachment, sizeof *attachment);

  copy->name = g_strdup (attachment->name);
  copy->text = g_strdup (attachment->text);

  return copy;
}

CsAttachmentWork *
cs_attachment_work_new (CsAttachments *attachments, CsAttachmentItem *item)
{
  CsAttachmentWork *work = g_new0 (CsAttachmentWork, 1);
  GBytes *bytes = cs_attachment_item_get_bytes (item);

  work->matter = attachments->matter;
  work->attachment = copy_attachment (cs_attachment_item_get (item));
  work->bytes = bytes == NULL ? NULL : g_bytes_ref (bytes);

  return work;
}

static void
run (CsAttachments *attachments,
     const CsStoreJob *job,
     GCancellable *cancellable,
     GAsyncReadyCallback callback,
     gpointer data)
{
  cs_store_service_run (attachments->service, job, cancellable, callback, data);
}

/* --- telling --- */

static void
tell (CsAttachments *attachments, const char *words)
{
  g_signal_emit (attachments, signals[TOLD], 0, words);
}

static void
tell_of (CsAttachments *attachments, const char *file, const char *words)
{
  /* Translators: file, and what is wrong with it */
  g_autofree char *text = g_strdup_printf (_ ("%s: %s"), file, words);

  tell (attachments, text);
}

void
cs_attachments_tell_error (CsAttachments *attachments, const char *file, const GError *error)
{
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_of (attachments, file, error->message);
}

/* What a file lacks keeps nobody from attaching it. */
static void
tell_remark (CsAttachments *attachments, const char *file, const char *remark)
{
  /* Translators: file, and what it lacks */
  g_autofree char *text =
      remark == NULL ? NULL : g_strdup_printf (_ ("“%s” is attached, but: %s"), file, remark);

  if (text != NULL)
    tell (attachments, text);
}

/* --- the list --- */

static gpointer
list (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return cs_draft_store_list_attachments (store, *(gint64 *)data, error);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsAttachments) attachments = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all =
      cs_store_service_run_finish (CS_STORE_SERVICE (source), result, &error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      g_autoptr (CsAttachmentItem) item = cs_attachment_item_new (copy_attachment (all->pdata[i]));

      g_list_store_append (attachments->model, item);
    }
  attachments->loading = FALSE;
  g_object_notify_by_pspec (G_OBJECT (attachments), properties[PROP_LOADING]);
  if (error != NULL)
    tell (attachments, error->message);
  add_next (attachments);
}

static void
ask (CsAttachments *attachments)
{
  const CsStoreJob job = {
    .func = list,
    .data = g_memdup2 (&attachments->matter, sizeof attachments->matter),
    .free_data = g_free,
    .free_result = (GDestroyNotify)g_ptr_array_unref,
    .matter = -1,
  };

  attachments->loading = TRUE;
  run (attachments, &job, NULL, on_listed, g_object_ref (attachments));
}

GListModel *
cs_attachments_get_model (CsAttachments *attachments)
{
  return G_LIST_MODEL (attachments->model);
}

static CsAttachmentItem *
find (CsAttachments *attachments, gint64 id)
{
  GListModel *model = G_LIST_MODEL (attachments->model);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (CsAttachmentItem) item = g_list_model_get_item (model, i);

      if (cs_attachment_item_get (item)->id == id)
        return g_steal_pointer (&item);
    }

  return NULL;
}

/* --- adding: one file is read, then kept, then the next --- */

static void
notify_adding (CsAttachments *attachments)
{
  g_object_notify_by_pspec (G_OBJECT (attachments), properties[PROP_ADDING]);
  g_object_notify_by_pspec (G_OBJECT (attachments), properties[PROP_FILE]);
  g_object_notify_by_pspec (G_OBJECT (attachments), properties[PROP_FRACTION]);
}

static void
end_one (CsAttachments *attachments)
{
  g_clear_pointer (&attachments->file, g_free);
  attachments->n_done++;
  add_next (attachments);
}

static gpointer
attach (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  CsAttachmentWork *work = data;

  if (work->attachment->added_us == 0)
    work->attachment->added_us = g_get_real_time ();
  work->attachment->id =
      cs_draft_store_attach (store, work->matter, work->attachment, work->bytes, error);

  return work->attachment->id == 0 ? NULL : copy_attachment (work->attachment);
}

/* Shows what the store has kept, which may be in the list already. */
void
cs_attachments_show_kept (CsAttachments *attachments, CsAttachment *kept)
{
  g_autoptr (CsAttachmentItem) item = find (attachments, kept->id);

  if (item != NULL)
    {
      tell_of (attachments, kept->name, _ ("it is among the attachments already"));
      cs_attachment_free (kept);
    }
  else
    {
      item = cs_attachment_item_new (kept);
      g_list_store_append (attachments->model, item);
    }
  g_signal_emit (attachments, signals[ADDED], 0, item);
}

static void
on_attached (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsAttachments) attachments = data;
  const CsStoreJob *job = g_task_get_task_data (G_TASK (result));
  const CsAttachmentWork *work = job->data;
  g_autoptr (GError) error = NULL;
  CsAttachment *kept = cs_store_service_run_finish (CS_STORE_SERVICE (source), result, &error);

  if (kept != NULL)
    cs_attachments_show_kept (attachments, kept);
  if (kept != NULL)
    tell_remark (attachments, attachments->file, work->remark);
  cs_attachments_tell_error (attachments, attachments->file, error);
  end_one (attachments);
}

CsStoreJob
cs_attachments_get_attach_job (CsAttachments *attachments, CsAttachmentWork *work)
{
  return (CsStoreJob){ .func = attach,
                       .data = work,
                       .free_data = cs_attachment_work_free,
                       .free_result = (GDestroyNotify)cs_attachment_free,
                       .matter = attachments->matter };
}

static void
read_file (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  CsAttachmentWork *work = g_new0 (CsAttachmentWork, 1);

  work->attachment = cs_attachment_read (data, &work->bytes, &work->remark, cancellable, &error);
  if (work->attachment == NULL)
    {
      cs_attachment_work_free (work);
      g_task_return_error (task, g_steal_pointer (&error));
    }
  else
    g_task_return_pointer (task, work, cs_attachment_work_free);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  CsAttachments *attachments = CS_ATTACHMENTS (source);
  g_autoptr (GError) error = NULL;
  CsAttachmentWork *work = g_task_propagate_pointer (G_TASK (result), &error);
  CsStoreJob job;

  if (work == NULL)
    {
      cs_attachments_tell_error (attachments, attachments->file, error);
      end_one (attachments);
      return;
    }

  work->matter = attachments->matter;
  job = cs_attachments_get_attach_job (attachments, work);
  run (attachments, &job, attachments->cancellable, on_attached, g_object_ref (attachments));
}

static void
add_next (CsAttachments *attachments)
{
  g_autofree char *path = NULL;
  g_autoptr (GTask) task = NULL;

  if (attachments->loading || attachments->file != NULL)
    return;

  path = g_queue_pop_head (&attachments->waiting);
  if (path == NULL)
    attachments->n_asked = attachments->n_done = 0;
  else
    {
      task = g_task_new (attachments, attachments->cancellable, on_read, NULL);
      attachments->file = g_filename_display_basename (path);
      g_task_set_task_data (task, g_steal_pointer (&path), g_free);
      g_task_run_in_thread (task, read_file);
    }
  notify_adding (attachments);
}

void
cs_attachments_add (CsAttachments *attachments, const char *const *paths)
{
  if (g_cancellable_is_cancelled (attachments->cancellable) && attachments->file == NULL)
    {
      g_object_unref (attachments->cancellable);
      attachments->cancellable = g_cancellable_new ();
    }

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_queue_push_tail (&attachments->waiting, g_strdup (paths[i]));
      attachments->n_asked++;
    }
  add_next (attachments);
}

void
cs_attachments_stop (CsAttachments *attachments)
{
  g_queue_clear_full (&attachments->waiting, g_free);
  g_cancellable_cancel (attachments->cancellable);
}

/* --- the object --- */

static void
cs_attachments_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CsAttachments *attachments = CS_ATTACHMENTS (object);

  switch (id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, attachments->loading);
      break;
    case PROP_ADDING:
      g_value_set_boolean (value, attachments->file != NULL);
      break;
    case PROP_FILE:
      g_value_set_string (value, attachments->file);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, (double)attachments->n_done / MAX (attachments->n_asked, 1));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cs_attachments_finalize (GObject *object)
{
  CsAttachments *attachments = CS_ATTACHMENTS (object);

  g_object_unref (attachments->service);
  g_object_unref (attachments->model);
  g_queue_clear_full (&attachments->waiting, g_free);
  g_free (attachments->file);
  g_object_unref (attachments->cancellable);

  G_OBJECT_CLASS (cs_attachments_parent_class)->finalize (object);
}

static void
cs_attachments_class_init (CsAttachmentsClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cs_attachments_get_property;
  object_class->finalize = cs_attachments_finalize;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROP_ADDING] = g_param_spec_boolean ("adding", NULL, NULL, FALSE, flags);
  properties[PROP_FILE] = g_param_spec_string ("file", NULL, NULL, NULL, flags);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[ADDED] = g_signal_new ("added", CS_TYPE_ATTACHMENTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, CS_TYPE_ATTACHMENT_ITEM);
  g_signal_new ("removed", CS_TYPE_ATTACHMENTS, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 1, CS_TYPE_ATTACHMENT_ITEM);
  signals[TOLD] = g_signal_new ("told", CS_TYPE_ATTACHMENTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cs_attachments_init (CsAttachments *attachments)
{
  attachments->model = g_list_store_new (CS_TYPE_ATTACHMENT_ITEM);
  attachments->cancellable = g_cancellable_new ();
  g_queue_init (&attachments->waiting);
}

CsAttachments *
cs_attachments_new (CsStoreService *service, gint64 matter)
{
  CsAttachments *attachments = g_object_new (CS_TYPE_ATTACHMENTS, NULL);

  attachments->service = g_object_ref (service);
  attachments->matter = matter;
  ask (attachments);

  return attachments;
}
