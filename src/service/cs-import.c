#include "cs-import.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "../draft/cs-draft-compose.h"
#include "../formats/cs-reader.h"

#define TELL_EVERY_MS 100 /* how often progress is shown */

static const char sqlite_magic[16] = "SQLite format 3";

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
  char *file;
  double fraction;
  gboolean running;

  /* What the thread has done since it was last asked. */
  GMutex lock;
  GArray *new_matters;
  GPtrArray *new_troubles;
  char *new_file;
  guint n_paths_done;
};

G_DEFINE_TYPE (CsImport, cs_import, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CLAIMS_LANGUAGE,
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

static void
trouble_free (gpointer data)
{
  CsImportTrouble *trouble = data;

  g_free (trouble->path);
  g_free (trouble->message);
  g_free (trouble);
}

/* --- in the thread --- */

typedef struct
{
  CsImport *import;
  CsDraftStore *store; /* a connection of its own: saving goes on meanwhile */
} Import;

static void
add_trouble (CsImport *import, const char *path, const GError *error)
{
  CsImportTrouble *trouble = g_new0 (CsImportTrouble, 1);

  trouble->path = g_strdup (path);
  trouble->line = cs_error_get_line (error);
  trouble->message = g_strdup (error->message);

  g_mutex_lock (&import->lock);
  g_ptr_array_add (import->new_troubles, trouble);
  g_mutex_unlock (&import->lock);
}

static void
keep_matter (Import *job, const CsNewMatter *matter, const char *path)
{
  g_autoptr (GError) error = NULL;
  gint64 id = cs_draft_store_create (job->store, matter, &error);

  if (id == 0)
    {
      add_trouble (job->import, path, error);
      return;
    }

  g_mutex_lock (&job->import->lock);
  g_array_append_val (job->import->new_matters, id);
  g_mutex_unlock (&job->import->lock);
}

static GBytes *
load_read_image (const char *name, gpointer item)
{
  return cs_read_item_load_image (item, name);
}

static gboolean
on_document (const CsReadItem *item, gpointer data)
{
  Import *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraft) draft = NULL;
  CsNewMatter matter = { .images = load_read_image, .data = (gpointer)item };

  if (item->draft == NULL)
    {
      add_trouble (job->import, item->path, item->error);
      return TRUE;
    }

  draft = cs_draft_new_editable (item->draft, &error);
  if (draft == NULL)
    add_trouble (job->import, item->path, error);
  else
    {
      matter.draft = draft;
      keep_matter (job, &matter, item->path);
    }

  return !g_cancellable_is_cancelled (job->import->cancellable);
}

/* --- a copy of a matter --- */

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
import_copy (Import *job, Copy *copy, const char *path, GError **error)
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
  keep_matter (job, &kept, path);

  return TRUE;
}

static gboolean
import_store (Import *job, const char *path, GError **error)
{
  g_autoptr (CsDraftStore) other = cs_draft_store_open_file (path, error);
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

      if (!import_copy (job, &copy, path, error) ||
          g_cancellable_set_error_if_cancelled (job->import->cancellable, error))
        return FALSE;
    }

  return TRUE;
}

static void
import_path (Import *job, const char *path)
{
  CsImport *import = job->import;
  const CsReader reader = { on_document, job, import->claims_language };
  g_autoptr (GError) error = NULL;

  g_mutex_lock (&import->lock);
  g_free (import->new_file);
  import->new_file = g_path_get_basename (path);
  g_mutex_unlock (&import->lock);

  if (is_store (path))
    import_store (job, path, &error);
  else
    cs_read (path, &reader, import->cancellable, &error);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    add_trouble (import, path, error);

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
  Import job = { import, store };

  if (store == NULL)
    add_trouble (import, import->paths[0], error);
  for (char **path = import->paths; store != NULL && *path != NULL; path++)
    if (!g_cancellable_is_cancelled (cancellable))
      import_path (&job, *path);

  g_task_return_boolean (task, TRUE);
}

/* --- in the thread of the program --- */

/* Takes over what the thread has done since the last time. */
static gboolean
tell (gpointer data)
{
  CsImport *import = data;
  guint n_matters;
  guint n_troubles;

  g_mutex_lock (&import->lock);
  n_matters = import->new_matters->len;
  n_troubles = import->new_troubles->len;
  g_array_append_vals (import->matters, import->new_matters->data, n_matters);
  g_array_set_size (import->new_matters, 0);
  g_ptr_array_extend_and_steal (import->troubles, g_steal_pointer (&import->new_troubles));
  import->new_troubles = g_ptr_array_new_with_free_func (trouble_free);
  g_free (import->file);
  import->file = g_strdup (import->new_file);
  import->fraction = (double)import->n_paths_done / g_strv_length (import->paths);
  g_mutex_unlock (&import->lock);

  if (n_matters > 0)
    g_object_notify_by_pspec (G_OBJECT (import), properties[PROP_N_DONE]);
  if (n_troubles > 0)
    g_object_notify_by_pspec (G_OBJECT (import), properties[PROP_N_TROUBLES]);
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
  g_free (import->file);
  g_array_unref (import->new_matters);
  g_ptr_array_unref (import->new_troubles);
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
  import->troubles = g_ptr_array_new_with_free_func (trouble_free);
  import->new_matters = g_array_new (FALSE, FALSE, sizeof (gint64));
  import->new_troubles = g_ptr_array_new_with_free_func (trouble_free);
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
