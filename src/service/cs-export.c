#include "cs-export-work.h"

#define TELL_EVERY_MS 100 /* how often progress is shown */

struct _CsExport
{
  GObject parent_instance;

  CsDraft *draft;
  GHashTable *images;
  char *folder; /* nullable: of the store */
  gint64 matter;
  const CsWriter *writer; /* of the last preview */
  CsOffice layout;

  CsExportWork *work; /* lent: what the thread has, NULL when nothing runs */
  guint timer;
  double fraction;
  GArray *notes;
  GError *error;
  guint n_comments;
};

G_DEFINE_FINAL_TYPE (CsExport, cs_export, G_TYPE_OBJECT)

enum
{
  PROP_RUNNING = 1,
  PROP_FRACTION,
  N_PROPERTIES
};

enum
{
  PREVIEWED,
  FINISHED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

/* --- in the thread --- */

typedef gboolean (*WorkFunc) (CsExportWork *work, GError **error);

static void
finish (GTask *task, WorkFunc func)
{
  GError *error = NULL;

  if (func (g_task_get_task_data (task), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
preview (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  finish (task, cs_export_work_preview);
}

static void
write_file (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  finish (task, cs_export_work_write);
}

static void
comment (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  finish (task, cs_export_work_comment);
}

/* --- in the thread of the program --- */

static void
set_fraction (CsExport *export, double fraction)
{
  if (export->fraction == fraction)
    return;

  export->fraction = fraction;
  g_object_notify_by_pspec (G_OBJECT (export), properties[PROP_FRACTION]);
}

static gboolean
tell (gpointer data)
{
  CsExport *export = data;

  set_fraction (export, g_atomic_int_get (&export->work->permille) / 1000.0);

  return G_SOURCE_CONTINUE;
}

/* The task has no source: its thread may be the last to let go of it, and no export must end
 * there. */
static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsExport) export = data;
  CsExportWork *work = g_task_get_task_data (G_TASK (result));

  if (export->work != work) /* was given up for another one */
    return;

  export->work = NULL;
  g_clear_handle_id (&export->timer, g_source_remove);
  g_task_propagate_boolean (G_TASK (result), &export->error);
  export->n_comments = work->n_comments;
  if (work->notes != NULL)
    {
      g_clear_pointer (&export->notes, g_array_unref);
      export->notes = g_array_ref (work->notes);
    }
  g_object_notify_by_pspec (G_OBJECT (export), properties[PROP_RUNNING]);
  g_signal_emit (export, signals[work->path == NULL ? PREVIEWED : FINISHED], 0);
}

static CsExportWork *
work_new (CsExport *export, const char *path)
{
  CsExportWork *work = g_new0 (CsExportWork, 1);

  work->draft = cs_draft_ref (export->draft);
  work->pictures = cs_matter_pictures_new (export->images, export->folder, export->matter);
  work->writer = export->writer;
  work->layout = export->layout;
  work->path = g_strdup (path);
  work->cancellable = g_cancellable_new ();

  return work;
}

static void
begin (CsExport *export, CsExportWork *work, GTaskThreadFunc func)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_done, g_object_ref (export));

  cs_export_stop (export);
  g_clear_error (&export->error);
  set_fraction (export, 0);
  export->work = work;
  if (export->timer == 0)
    export->timer = g_timeout_add (TELL_EVERY_MS, tell, export);
  g_task_set_task_data (task, work, cs_export_work_free);
  g_task_run_in_thread (task, func);
  g_object_notify_by_pspec (G_OBJECT (export), properties[PROP_RUNNING]);
}

void
cs_export_preview (CsExport *export, const CsWriter *writer, CsOffice layout)
{
  export->writer = writer;
  export->layout = layout;
  g_clear_pointer (&export->notes, g_array_unref);
  begin (export, work_new (export, NULL), preview);
}

void
cs_export_write (CsExport *export, const char *path)
{
  g_return_if_fail (export->writer != NULL);

  begin (export, work_new (export, path), write_file);
}

static gpointer
ref_decision (gconstpointer decision, gpointer data)
{
  return cs_decision_ref ((CsDecision *)decision);
}

void
cs_export_comment (CsExport *export, const CsCommentJob *job, const char *path)
{
  CsExportWork *work = work_new (export, path);

  work->comments = *job;
  work->comments.source = g_strdup (job->source);
  work->comments.decisions = g_ptr_array_copy (job->decisions, ref_decision, NULL);
  if (job->term_list != NULL)
    cs_term_list_ref (job->term_list);
  begin (export, work, comment);
}

void
cs_export_stop (CsExport *export)
{
  if (export->work != NULL)
    g_cancellable_cancel (export->work->cancellable);
}

const GArray *
cs_export_get_notes (CsExport *export)
{
  return export->notes;
}

const GError *
cs_export_get_error (CsExport *export)
{
  return export->error;
}

guint
cs_export_get_n_comments (CsExport *export)
{
  return export->n_comments;
}

/* --- the object --- */

static void
cs_export_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CsExport *export = CS_EXPORT (object);

  if (id == PROP_RUNNING)
    g_value_set_boolean (value, export->work != NULL);
  else if (id == PROP_FRACTION)
    g_value_set_double (value, export->fraction);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
cs_export_finalize (GObject *object)
{
  CsExport *export = CS_EXPORT (object);

  g_clear_pointer (&export->draft, cs_draft_unref);
  g_clear_pointer (&export->images, g_hash_table_unref);
  g_free (export->folder);
  g_clear_pointer (&export->notes, g_array_unref);
  g_clear_error (&export->error);

  G_OBJECT_CLASS (cs_export_parent_class)->finalize (object);
}

static void
cs_export_class_init (CsExportClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cs_export_get_property;
  object_class->finalize = cs_export_finalize;

  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE, flags);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[PREVIEWED] = g_signal_new ("previewed", CS_TYPE_EXPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 0);
  signals[FINISHED] = g_signal_new ("finished", CS_TYPE_EXPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
}

static void
cs_export_init (CsExport *export)
{
}

CsExport *
cs_export_new (CsDraft *draft, GHashTable *images, CsStoreService *service, gint64 matter)
{
  CsExport *export = g_object_new (CS_TYPE_EXPORT, NULL);

  export->draft = cs_draft_ref (draft);
  export->images = g_hash_table_ref (images);
  if (service != NULL)
    export->folder = g_strdup (cs_store_service_get_folder (service));
  export->matter = matter;

  return export;
}
