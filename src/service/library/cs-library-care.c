#include "cs-library-care.h"

#include <errno.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "cs-sample-library.h"

#define TELL_EVERY_MS 100 /* how often progress is shown */
#define WHOLE 10000       /* of what progress is counted */

struct _CsLibraryCare
{
  GObject parent_instance;

  CsLibraryService *service;
  CsLibraryFacts *facts; /* nullable */
  GCancellable *loading; /* nullable */

  CsCareDeed deed;
  GCancellable *cancellable; /* of it; nullable */
  guint timer;
  int n_done; /* of WHOLE; set by the thread that works */
};

enum
{
  PROP_0,
  PROP_DEED,
  PROP_FRACTION,
  PROP_FACTS,
  N_PROPERTIES
};

enum
{
  ENDED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsLibraryCare, cs_library_care, G_TYPE_OBJECT)

/* --- facts, in the thread that reads --- */

static void
facts_free (gpointer data)
{
  CsLibraryFacts *facts = data;

  g_free (facts->path);
  g_clear_pointer (&facts->last, cs_library_run_free);
  g_free (facts);
}

static guint64
get_size (const char *path, const char *suffix)
{
  g_autofree char *whole = g_strconcat (path, suffix, NULL);
  GStatBuf status;

  return g_stat (whole, &status) == 0 ? (guint64)status.st_size : 0;
}

static gboolean
load_last_run (CsLibrary *library, CsLibraryFacts *facts, GError **error)
{
  g_autoptr (GPtrArray) runs = cs_library_list_runs (library, error);

  if (runs == NULL)
    return FALSE;
  if (runs->len > 0)
    facts->last = g_ptr_array_steal_index (runs, 0);

  return TRUE;
}

static gpointer
load_facts (CsLibrary *library,
            CsSearcher *searcher,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  CsLibraryFacts *facts = g_new0 (CsLibraryFacts, 1);

  facts->path = g_strdup (cs_library_get_path (library));
  facts->n_bytes = get_size (facts->path, "") + get_size (facts->path, "-wal");
  if (cs_library_count (library, &facts->counts, error) &&
      cs_sample_library_count (library, &facts->n_samples, error) &&
      load_last_run (library, facts, error))
    return facts;

  facts_free (facts);

  return NULL;
}

/* --- facts, in the thread of the program --- */

static void
on_facts (GObject *service, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsLibraryCare) care = data;
  CsLibraryFacts *facts =
      cs_library_service_finish (CS_LIBRARY_SERVICE (service), result, NULL);

  if (g_task_get_cancellable (G_TASK (result)) != care->loading)
    {
      g_clear_pointer (&facts, facts_free);
      return;
    }

  g_clear_object (&care->loading);
  g_clear_pointer (&care->facts, facts_free);
  care->facts = facts;
  g_object_notify_by_pspec (G_OBJECT (care), properties[PROP_FACTS]);
}

static void
reload (CsLibraryCare *care)
{
  const CsLibraryJob job = { .func = load_facts, .free_result = facts_free };

  g_cancellable_cancel (care->loading);
  g_clear_object (&care->loading);
  care->loading = g_cancellable_new ();
  cs_library_service_read (care->service, &job, care->loading, on_facts, g_object_ref (care));
}

const CsLibraryFacts *
cs_library_care_get_facts (CsLibraryCare *care)
{
  return care->facts;
}

/* --- a deed, in a thread of its own --- */

/* What is to be done, and what came of it. */
typedef struct
{
  CsCareDeed deed;
  char *folder;
  char *path; /* nullable */
  char **problems;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->folder);
  g_free (work->path);
  g_strfreev (work->problems);
  g_free (work);
}

static void
on_progress (guint64 done, guint64 total, gpointer data)
{
  CsLibraryCare *care = data;

  if (total > 0)
    g_atomic_int_set (&care->n_done, (int)((double)MIN (done, total) / (double)total * WHOLE));
}

static gboolean
is_same_file (const char *a, const char *b)
{
  GStatBuf left;
  GStatBuf right;

  return g_stat (a, &left) == 0 && g_stat (b, &right) == 0 && left.st_ino == right.st_ino &&
         left.st_dev == right.st_dev;
}

/* The user has agreed that another file there is replaced; it stays until the copy is whole. */
static gboolean
back_up (CsLibrary *library, const char *path, const CsLibraryWork *work, GError **error)
{
  g_autofree char *beside = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return cs_library_backup (library, path, work, error);
  if (is_same_file (path, cs_library_get_path (library)))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   _ ("\"%s\" is the library itself: choose another file for its backup"), path);
      return FALSE;
    }

  beside = g_strdup_printf ("%s.%08x", path, g_random_int ());
  if (!cs_library_backup (library, beside, work, error))
    return FALSE;
  if (g_rename (beside, path) == 0)
    return TRUE;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
               _ ("\"%s\" cannot be replaced; the backup is in \"%s\""), path, beside);

  return FALSE;
}

/* It is not made here. */
static CsLibrary *
open_library (const char *folder, GError **error)
{
  g_autoptr (CsLibrary) there = cs_library_open_to_read (folder, error);

  return there == NULL ? NULL : cs_library_open (folder, error);
}

static gboolean
perform (CsLibraryCare *care, Work *what, GCancellable *cancellable, GError **error)
{
  const CsLibraryWork work = { cancellable, on_progress, care };
  g_autoptr (CsLibrary) library = NULL;

  if (what->deed == CS_CARE_REPAIR) /* one that cannot be read, maybe */
    library = cs_library_open (what->folder, error);
  else
    library = open_library (what->folder, error);
  if (library == NULL)
    return FALSE;
  if (what->deed == CS_CARE_BACK_UP)
    return back_up (library, what->path, &work, error);
  if (what->deed == CS_CARE_CHECK)
    return cs_library_check (library, &work, &what->problems, error);

  return cs_library_repair (library, &work, error);
}

static void
work_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (perform (source, data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* --- a deed, in the thread of the program --- */

static gboolean
tell (gpointer data)
{
  g_object_notify_by_pspec (data, properties[PROP_FRACTION]);

  return G_SOURCE_CONTINUE;
}

static void
set_deed (CsLibraryCare *care, CsCareDeed deed)
{
  care->deed = deed;
  g_clear_handle_id (&care->timer, g_source_remove);
  g_clear_object (&care->cancellable);
  g_atomic_int_set (&care->n_done, 0);
  if (deed != CS_CARE_NONE)
    {
      care->cancellable = g_cancellable_new ();
      care->timer = g_timeout_add (TELL_EVERY_MS, tell, care);
    }
  g_object_notify_by_pspec (G_OBJECT (care), properties[PROP_DEED]);
  g_object_notify_by_pspec (G_OBJECT (care), properties[PROP_FRACTION]);
}

static void
end (CsLibraryCare *care, const GError *error, char *const *problems)
{
  CsCareDeed deed = care->deed;

  set_deed (care, CS_CARE_NONE);
  g_signal_emit (care, signals[ENDED], 0, (guint)deed, error, problems);
}

/* Who reads or writes through the service looks again after a repair. */
static void
on_worked (GObject *source, GAsyncResult *result, gpointer data)
{
  CsLibraryCare *care = CS_LIBRARY_CARE (source);
  const Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (work->deed == CS_CARE_REPAIR && error == NULL)
    cs_library_service_note_change (care->service);
  end (care, error, work->problems);
}

static void
on_served (GObject *service, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsLibraryCare) care = data;
  g_autoptr (GError) error = NULL;

  if (care->deed == CS_CARE_REMOVE_SAMPLES)
    cs_sample_library_remove_finish (CS_LIBRARY_SERVICE (service), result, &error);
  else
    cs_library_service_finish (CS_LIBRARY_SERVICE (service), result, &error);
  end (care, error, NULL);
}

static void
begin_work (CsLibraryCare *care, const char *path)
{
  g_autoptr (GTask) task = g_task_new (care, care->cancellable, on_worked, NULL);
  Work *work = g_new0 (Work, 1);

  work->deed = care->deed;
  work->folder = g_strdup (cs_library_service_get_folder (care->service));
  work->path = g_strdup (path);
  g_task_set_task_data (task, work, work_free);
  g_task_set_check_cancellable (task, FALSE); /* what was written counts all the same */
  g_task_run_in_thread (task, work_in_thread);
}

void
cs_library_care_begin (CsLibraryCare *care, CsCareDeed deed, const char *path)
{
  CsLibraryWork work = { NULL, on_progress, care };

  g_return_if_fail (path != NULL || (deed != CS_CARE_BACK_UP && deed != CS_CARE_RESTORE));

  if (care->deed != CS_CARE_NONE || deed == CS_CARE_NONE)
    return;

  set_deed (care, deed);
  work.cancellable = care->cancellable;
  if (deed == CS_CARE_RESTORE)
    cs_library_service_replace (care->service, path, &work, on_served, g_object_ref (care));
  else if (deed == CS_CARE_BEGIN_ANEW)
    cs_library_service_replace (care->service, NULL, NULL, on_served, g_object_ref (care));
  else if (deed == CS_CARE_REMOVE_SAMPLES)
    cs_sample_library_remove_async (care->service, NULL, on_served, g_object_ref (care));
  else
    begin_work (care, path);
}

gboolean
cs_care_deed_takes_time (CsCareDeed deed)
{
  return deed == CS_CARE_BACK_UP || deed == CS_CARE_CHECK || deed == CS_CARE_REPAIR ||
         deed == CS_CARE_RESTORE;
}

void
cs_library_care_stop (CsLibraryCare *care)
{
  g_cancellable_cancel (care->cancellable);
}

/* --- the object --- */

static void
cs_library_care_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CsLibraryCare *care = CS_LIBRARY_CARE (object);

  if (id == PROP_DEED)
    g_value_set_uint (value, care->deed);
  else if (id == PROP_FRACTION)
    g_value_set_double (value, (double)g_atomic_int_get (&care->n_done) / WHOLE);
  else
    g_value_set_pointer (value, care->facts);
}

static void
cs_library_care_dispose (GObject *object)
{
  CsLibraryCare *care = CS_LIBRARY_CARE (object);

  g_cancellable_cancel (care->loading);
  g_clear_object (&care->loading);
  g_clear_handle_id (&care->timer, g_source_remove);
  g_clear_object (&care->cancellable);
  g_clear_object (&care->service);

  G_OBJECT_CLASS (cs_library_care_parent_class)->dispose (object);
}

static void
cs_library_care_finalize (GObject *object)
{
  g_clear_pointer (&CS_LIBRARY_CARE (object)->facts, facts_free);

  G_OBJECT_CLASS (cs_library_care_parent_class)->finalize (object);
}

static void
cs_library_care_class_init (CsLibraryCareClass *class)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = cs_library_care_get_property;
  object_class->dispose = cs_library_care_dispose;
  object_class->finalize = cs_library_care_finalize;

  properties[PROP_DEED] = g_param_spec_uint ("deed", NULL, NULL, CS_CARE_NONE,
                                             CS_CARE_REMOVE_SAMPLES, CS_CARE_NONE, flags);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_FACTS] = g_param_spec_pointer ("facts", NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[ENDED] = g_signal_new ("ended", CS_TYPE_LIBRARY_CARE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_ERROR, G_TYPE_STRV);
}

static void
cs_library_care_init (CsLibraryCare *care)
{
}

CsLibraryCare *
cs_library_care_new (CsLibraryService *service)
{
  CsLibraryCare *care = g_object_new (CS_TYPE_LIBRARY_CARE, NULL);

  care->service = g_object_ref (service);
  g_signal_connect_object (service, "changed", G_CALLBACK (reload), care, G_CONNECT_SWAPPED);
  reload (care);

  return care;
}
