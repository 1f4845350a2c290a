#include "cs-import.h"

#include "../base/cs-error.h"
#include "cs-import-file.h"

#define TELL_EVERY_MS 100 /* how often progress is shown */

struct _CsImport
{
  GObject parent_instance;

  CsStoreService *service;
  char **paths;
  char *claims_language; /* nullable */
  GCancellable *cancellable;
  guint timer;

  /* What people are shown; read by the program only. */
  GArray *matters;
  GPtrArray *troubles;
  GPtrArray *merges;
  char *file;
  double fraction;
  gboolean running;

  /* What the thread has done since it was last asked. */
  GMutex lock;
  GArray *new_matters;
  GPtrArray *new_troubles;
  GPtrArray *new_merges;
  char *new_file;
  guint n_paths_done;
};

static void cs_import_task_init (CsImportTaskInterface *interface);

G_DEFINE_TYPE_WITH_CODE (CsImport,
                         cs_import,
                         G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (CS_TYPE_IMPORT_TASK, cs_import_task_init))

enum
{
  PROP_0,
  PROP_CLAIMS_LANGUAGE,
  PROP_N_DONE,
  PROP_N_TROUBLES,
  PROP_N_MERGES,
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

static void
merge_free (gpointer data)
{
  CsImportMerge *pending = data;

  g_free (pending->path);
  cs_matter_file_free (pending->file);
  cs_merge_free (pending->merge);
  g_free (pending);
}

/* --- in the thread --- */

static void
on_made (gint64 matter, const char *path, gpointer data)
{
  CsImport *import = data;

  g_mutex_lock (&import->lock);
  g_array_append_val (import->new_matters, matter);
  g_mutex_unlock (&import->lock);
}

static void
on_decide (CsMatterFile *file, CsMerge *merge, const char *path, gpointer data)
{
  CsImport *import = data;
  CsImportMerge *pending = g_new0 (CsImportMerge, 1);

  pending->path = g_strdup (path);
  pending->file = file;
  pending->merge = merge;

  g_mutex_lock (&import->lock);
  g_ptr_array_add (import->new_merges, pending);
  g_mutex_unlock (&import->lock);
}

static void
on_failed (const char *path, const GError *error, gpointer data)
{
  CsImport *import = data;

  g_mutex_lock (&import->lock);
  g_ptr_array_add (import->new_troubles,
                   cs_import_trouble_new (path, cs_error_get_line (error), error->message));
  g_mutex_unlock (&import->lock);
}

/* @store: a connection of its own: saving goes on meanwhile */
static void
import_path (CsImport *import, CsDraftStore *store, const char *path)
{
  const CsImportFuncs funcs = { on_made, on_decide, on_failed, import->claims_language };

  g_mutex_lock (&import->lock);
  g_free (import->new_file);
  import->new_file = g_path_get_basename (path);
  g_mutex_unlock (&import->lock);

  cs_import_file (store, path, &funcs, import, import->cancellable);

  g_mutex_lock (&import->lock);
  import->n_paths_done++;
  g_mutex_unlock (&import->lock);
}

static void
import_all (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  CsImport *import = source;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraftStore) store =
      cs_draft_store_open (cs_store_service_get_folder (import->service), &error);

  if (store == NULL)
    on_failed (import->paths[0], error, import);
  for (char **path = import->paths; store != NULL && *path != NULL; path++)
    if (!g_cancellable_is_cancelled (cancellable))
      import_path (import, store, *path);

  g_task_return_boolean (task, TRUE);
}

/* --- in the thread of the program --- */

/* Takes over what is in @fresh. Returns: how many */
static guint
take_over (GPtrArray *kept, GPtrArray **fresh, GDestroyNotify free_func)
{
  guint n_fresh = (*fresh)->len;

  g_ptr_array_extend_and_steal (kept, *fresh);
  *fresh = g_ptr_array_new_with_free_func (free_func);

  return n_fresh;
}

/* Takes over what the thread has done since the last time. */
static gboolean
tell (gpointer data)
{
  CsImport *import = data;
  guint n_matters;
  guint n_troubles;
  guint n_merges;

  g_mutex_lock (&import->lock);
  n_matters = import->new_matters->len;
  g_array_append_vals (import->matters, import->new_matters->data, n_matters);
  g_array_set_size (import->new_matters, 0);
  n_troubles = take_over (import->troubles, &import->new_troubles,
                          (GDestroyNotify)cs_import_trouble_free);
  n_merges = take_over (import->merges, &import->new_merges, merge_free);
  g_free (import->file);
  import->file = g_strdup (import->new_file);
  import->fraction = (double)import->n_paths_done / g_strv_length (import->paths);
  g_mutex_unlock (&import->lock);

  if (n_matters > 0)
    g_object_notify_by_pspec (G_OBJECT (import), properties[PROP_N_DONE]);
  if (n_troubles > 0)
    g_object_notify_by_pspec (G_OBJECT (import), properties[PROP_N_TROUBLES]);
  if (n_merges > 0)
    g_object_notify_by_pspec (G_OBJECT (import), properties[PROP_N_MERGES]);
  g_object_notify_by_pspec (G_OBJECT (import), properties[PROP_FILE]);
  g_object_notify_by_pspec (G_OBJECT (import), properties[PROP_FRACTION]);
  if (n_matters > 0)
    g_signal_emit_by_name (import->service, "changed", (gint64)0);

  return G_SOURCE_CONTINUE;
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  CsImport *import = CS_IMPORT (source);

  g_clear_handle_id (&import->timer, g_source_remove);
  tell (import);
  import->running = FALSE;
  g_object_notify_by_pspec (source, properties[PROP_RUNNING]);
  g_signal_emit (import, signals[FINISHED], 0);
}

void
cs_import_stop (CsImport *import)
{
  g_cancellable_cancel (import->cancellable);
}

const char *const *
cs_import_get_paths (CsImport *import)
{
  return (const char *const *)import->paths;
}

const GArray *
cs_import_get_matters (CsImport *import)
{
  return import->matters;
}

const GPtrArray *
cs_import_get_troubles (CsImport *import)
{
  return import->troubles;
}

const GPtrArray *
cs_import_get_merges (CsImport *import)
{
  return import->merges;
}

/* --- as a task --- */

static void
stop (CsImportTask *task)
{
  cs_import_stop (CS_IMPORT (task));
}

static const GPtrArray *
get_troubles (CsImportTask *task)
{
  return CS_IMPORT (task)->troubles;
}

static void
cs_import_task_init (CsImportTaskInterface *interface)
{
  interface->stop = stop;
  interface->get_troubles = get_troubles;
}

/* --- the object --- */

static void
cs_import_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CsImport *import = CS_IMPORT (object);

  switch (id)
    {
    case PROP_CLAIMS_LANGUAGE:
      g_value_set_string (value, import->claims_language);
      break;
    case PROP_N_DONE:
      g_value_set_uint (value, import->matters->len);
      break;
    case PROP_N_TROUBLES:
      g_value_set_uint (value, import->troubles->len);
      break;
    case PROP_N_MERGES:
      g_value_set_uint (value, import->merges->len);
      break;
    case PROP_RUNNING:
      g_value_set_boolean (value, import->running);
      break;
    case PROP_FILE:
      g_value_set_string (value, import->file);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, import->fraction);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cs_import_finalize (GObject *object)
{
  CsImport *import = CS_IMPORT (object);

  g_clear_handle_id (&import->timer, g_source_remove);
  g_clear_object (&import->service);
  g_clear_object (&import->cancellable);
  g_strfreev (import->paths);
  g_free (import->claims_language);
  g_array_unref (import->matters);
  g_ptr_array_unref (import->troubles);
  g_ptr_array_unref (import->merges);
  g_free (import->file);
  g_array_unref (import->new_matters);
  g_ptr_array_unref (import->new_troubles);
  g_ptr_array_unref (import->new_merges);
  g_free (import->new_file);
  g_mutex_clear (&import->lock);

  G_OBJECT_CLASS (cs_import_parent_class)->finalize (object);
}

static void
cs_import_class_init (CsImportClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cs_import_get_property;
  object_class->finalize = cs_import_finalize;

  properties[PROP_CLAIMS_LANGUAGE] =
      g_param_spec_string ("claims-language", NULL, NULL, NULL, flags);
  properties[PROP_N_DONE] = g_param_spec_uint ("n-done", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_TROUBLES] =
      g_param_spec_uint ("n-troubles", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_MERGES] =
      g_param_spec_uint ("n-merges", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, TRUE, flags);
  properties[PROP_FILE] = g_param_spec_string ("file", NULL, NULL, NULL, flags);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[FINISHED] = g_signal_new ("finished", CS_TYPE_IMPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
}

static void
cs_import_init (CsImport *import)
{
  import->cancellable = g_cancellable_new ();
  import->matters = g_array_new (FALSE, FALSE, sizeof (gint64));
  import->troubles = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_import_trouble_free);
  import->merges = g_ptr_array_new_with_free_func (merge_free);
  import->new_matters = g_array_new (FALSE, FALSE, sizeof (gint64));
  import->new_troubles = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_import_trouble_free);
  import->new_merges = g_ptr_array_new_with_free_func (merge_free);
  import->running = TRUE;
  g_mutex_init (&import->lock);
}

CsImport *
cs_import_new_in_language (CsStoreService *service,
                           const char *const *paths,
                           const char *claims_language)
{
  CsImport *import = g_object_new (CS_TYPE_IMPORT, NULL);
  g_autoptr (GTask) task = g_task_new (import, import->cancellable, on_imported, NULL);

  g_return_val_if_fail (paths[0] != NULL, import);

  import->service = g_object_ref (service);
  import->paths = g_strdupv ((char **)paths);
  import->claims_language = g_strdup (claims_language);
  import->timer = g_timeout_add (TELL_EVERY_MS, tell, import);
  g_task_run_in_thread (task, import_all);

  return import;
}

CsImport *
cs_import_new (CsStoreService *service, const char *const *paths)
{
  return cs_import_new_in_language (service, paths, NULL);
}
