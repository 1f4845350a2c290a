#include "cs-family-import.h"

#include <glib/gi18n-lib.h>

#include "cs-family-source.h"

#define TELL_EVERY_MS 100        /* how often progress is shown */
#define MAX_LISTED_TROUBLES 2000 /* all are counted, and remembered by the library */

/* What the thread tells of itself. */
typedef struct
{
  GPtrArray *new_troubles; /* of CsImportTrouble */
  guint n_troubles;
  char *file;
  double fraction;
  guint n_records;
  guint n_skipped;
} Report;

struct _CsFamilyImport
{
  GObject parent_instance;

  CsLibraryService *service;
  CsFamilySource *source;
  GCancellable *cancellable;
  guint timer;

  /* What people are shown; read by the program only. */
  GPtrArray *troubles;
  guint n_troubles;
  guint n_records;
  char *file;
  double fraction;
  gboolean running;

  GMutex lock; /* of @report */
  Report report;

  /* Written by the thread before it ends. */
  GError *error;
  CsLibraryRun *run;
  guint64 counts[CS_N_CHANGE_KINDS];
  GPtrArray *changes;
};

static void cs_import_task_init (CsImportTaskInterface *interface);

G_DEFINE_TYPE_WITH_CODE (CsFamilyImport,
                         cs_family_import,
                         G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (CS_TYPE_IMPORT_TASK, cs_import_task_init))

enum
{
  PROP_0,
  PROP_N_DONE,
  PROP_N_TROUBLES,
  PROP_RUNNING,
  PROP_FILE,
  PROP_FRACTION,
  N_PROPERTIES
};

enum
{
  FINISHED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

/* --- in the thread --- */

static void
set_file (Report *report, const char *file)
{
  if (g_strcmp0 (report->file, file) == 0)
    return;

  g_free (report->file);
  report->file = g_strdup (file);
}

static void
on_progress (const CsIntakeProgress *progress, gpointer data)
{
  CsFamilyImport *import = data;
  Report *report = &import->report;

  g_mutex_lock (&import->lock);
  set_file (report, progress->file);
  report->n_records = (guint)MIN (progress->n_records, G_MAXUINT);
  report->n_skipped = progress->n_skipped;
  if (progress->total_bytes > 0)
    report->fraction = CLAMP ((double)progress->done_bytes / progress->total_bytes, 0, 1);
  g_mutex_unlock (&import->lock);
}

static void
on_fault (const CsRecordFault *fault, gpointer data)
{
  CsFamilyImport *import = data;
  Report *report = &import->report;

  g_mutex_lock (&import->lock);
  if (report->n_troubles < MAX_LISTED_TROUBLES)
    {
      CsImportTrouble *trouble =
          cs_import_trouble_new (fault->name, fault->place, fault->error->message);

      trouble->is_record = TRUE;
      g_ptr_array_add (report->new_troubles, trouble);
    }
  report->n_troubles++;
  g_mutex_unlock (&import->lock);
}

static void
on_tidy_progress (guint64 done, guint64 total, gpointer data)
{
  CsFamilyImport *import = data;

  g_mutex_lock (&import->lock);
  set_file (&import->report, _ ("Putting the index in order"));
  import->report.fraction = total > 0 ? CLAMP ((double)done / total, 0, 1) : 0;
  g_mutex_unlock (&import->lock);
}

/* What was taken in counts, though it was stopped and the index is not in order. */
static gboolean
take_in (CsFamilyImport *import, GCancellable *cancellable, GError **error)
{
  const CsIntake intake = { .label = import->source->label,
                            .today = cs_office_date_today (),
                            .progress = on_progress,
                            .fault = on_fault,
                            .data = import };
  const CsLibraryWork work = { cancellable, on_tidy_progress, import };
  g_autoptr (CsLibrary) library =
      cs_library_open (cs_library_service_get_folder (import->service), error);

  if (library == NULL)
    return FALSE;

  import->run = import->source->take (import->source, &intake, library, cancellable, error);
  if (import->run == NULL)
    return FALSE;

  if (!cs_library_count_changes (library, import->run->id, import->counts, error))
    return FALSE;

  import->changes =
      cs_library_list_changes (library, import->run->id, CS_MAX_LISTED_CHANGES, error);

  return import->changes != NULL && cs_library_tidy (library, &work, error);
}

static void
import_all (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  CsFamilyImport *import = source;

  if (!take_in (import, cancellable, &import->error) &&
      g_error_matches (import->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_clear_error (&import->error);

  g_task_return_boolean (task, TRUE);
}

/* --- in the thread of the program --- */

/* Takes over what the thread has done since the last time. */
static gboolean
tell (gpointer data)
{
  CsFamilyImport *import = data;
  GObject *object = data;
  Report *report = &import->report;

  g_mutex_lock (&import->lock);
  g_ptr_array_extend_and_steal (import->troubles, g_steal_pointer (&report->new_troubles));
  report->new_troubles =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cs_import_trouble_free);
  import->n_troubles = report->n_troubles;
  import->n_records = report->n_records;
  import->fraction = report->fraction;
  g_free (import->file);
  import->file = g_strdup (report->file);
  g_mutex_unlock (&import->lock);

  g_object_freeze_notify (object);
  for (guint i = PROP_N_DONE; i < N_PROPERTIES; i++)
    if (i != PROP_RUNNING)
      g_object_notify_by_pspec (object, properties[i]);
  g_object_thaw_notify (object);

  return G_SOURCE_CONTINUE;
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  CsFamilyImport *import = CS_FAMILY_IMPORT (source);

  g_clear_handle_id (&import->timer, g_source_remove);
  tell (import);
  import->running = FALSE;
  g_object_notify_by_pspec (source, properties[PROP_RUNNING]);
  cs_library_service_note_change (import->service);
  g_signal_emit (import, signals[FINISHED], 0);
}

const GError *
cs_family_import_get_error (CsFamilyImport *import)
{
  return import->running ? NULL : import->error;
}

gboolean
cs_family_import_was_stopped (CsFamilyImport *import)
{
  return g_cancellable_is_cancelled (import->cancellable);
}

const CsLibraryRun *
cs_family_import_get_run (CsFamilyImport *import)
{
  return import->running ? NULL : import->run;
}

guint
cs_family_import_get_n_skipped (CsFamilyImport *import)
{
  return import->running ? 0 : import->report.n_skipped;
}

const GPtrArray *
cs_family_import_get_changes (CsFamilyImport *import, const guint64 **counts)
{
  if (counts != NULL)
    *counts = import->counts;

  return import->running ? NULL : import->changes;
}

gboolean
cs_family_import_get_ops_limits (CsFamilyImport *import, CsOpsLimits *limits)
{
  return import->source->get_limits != NULL && import->source->get_limits (import->source, limits);
}

/* --- as a task --- */

static void
stop (CsImportTask *task)
{
  g_cancellable_cancel (CS_FAMILY_IMPORT (task)->cancellable);
}

static const GPtrArray *
get_troubles (CsImportTask *task)
{
  return CS_FAMILY_IMPORT (task)->troubles;
}

static void
cs_import_task_init (CsImportTaskInterface *interface)
{
  interface->stop = stop;
  interface->get_troubles = get_troubles;
}

/* --- the object --- */

static void
cs_family_import_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const CsFamilyImport *import = CS_FAMILY_IMPORT (object);

  if (id == PROP_N_DONE)
    g_value_set_uint (value, import->n_records);
  else if (id == PROP_N_TROUBLES)
    g_value_set_uint (value, import->n_troubles);
  else if (id == PROP_RUNNING)
    g_value_set_boolean (value, import->running);
  else if (id == PROP_FILE)
    g_value_set_string (value, import->file);
  else
    g_value_set_double (value, import->fraction);
}

static void
cs_family_import_finalize (GObject *object)
{
  CsFamilyImport *import = CS_FAMILY_IMPORT (object);

  g_clear_handle_id (&import->timer, g_source_remove);
  g_clear_object (&import->service);
  g_clear_object (&import->cancellable);
  import->source->free (import->source);
  g_ptr_array_unref (import->troubles);
  g_ptr_array_unref (import->report.new_troubles);
  g_free (import->file);
  g_free (import->report.file);
  g_clear_error (&import->error);
  g_clear_pointer (&import->run, cs_library_run_free);
  g_clear_pointer (&import->changes, g_ptr_array_unref);
  g_mutex_clear (&import->lock);

  G_OBJECT_CLASS (cs_family_import_parent_class)->finalize (object);
}

static void
cs_family_import_class_init (CsFamilyImportClass *class)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = cs_family_import_get_property;
  object_class->finalize = cs_family_import_finalize;

  properties[PROP_N_DONE] = g_param_spec_uint ("n-done", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_TROUBLES] =
      g_param_spec_uint ("n-troubles", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, TRUE, flags);
  properties[PROP_FILE] = g_param_spec_string ("file", NULL, NULL, NULL, flags);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[FINISHED] = g_signal_new ("finished", CS_TYPE_FAMILY_IMPORT, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
cs_family_import_init (CsFamilyImport *import)
{
  import->cancellable = g_cancellable_new ();
  import->troubles = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_import_trouble_free);
  import->report.new_troubles =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cs_import_trouble_free);
  import->running = TRUE;
  g_mutex_init (&import->lock);
}

/* --- making one --- */

/* Takes @source. */
static CsFamilyImport *
begin (CsLibraryService *service, CsFamilySource *source)
{
  CsFamilyImport *import = g_object_new (CS_TYPE_FAMILY_IMPORT, NULL);
  g_autoptr (GTask) task = g_task_new (import, import->cancellable, on_imported, NULL);

  import->service = g_object_ref (service);
  import->source = source;
  import->file = g_strdup (source->label);
  import->report.file = g_strdup (source->label);
  import->timer = g_timeout_add (TELL_EVERY_MS, tell, import);
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, import_all);

  return import;
}

CsFamilyImport *
cs_family_import_new_files (CsLibraryService *service,
                            const char *const *paths,
                            CsTableMap *map)
{
  g_return_val_if_fail (paths[0] != NULL, NULL);

  return begin (service, cs_file_source_new (paths, map));
}

CsFamilyImport *
cs_family_import_new_sample (CsLibraryService *service)
{
  return begin (service, cs_sample_source_new ());
}

CsFamilyImport *
cs_family_import_new_ops (CsLibraryService *service, const CsOpsOrder *order)
{
  return begin (service, cs_ops_source_new (order));
}
