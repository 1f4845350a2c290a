#include "cs-intake.h"

#include <glib/gstdio.h>

#include "../../base/cs-folder.h"

#define TELL_EVERY 32 /* records */

/* One intake under way. */
typedef struct
{
  const CsIntake *intake;
  CsLibraryImport *import;
  GCancellable *cancellable;
  CsIntakeProgress progress;
  GError *error; /* why the library could not be written */
} Taking;

static void
tell (Taking *taking)
{
  if (taking->intake->progress != NULL)
    taking->intake->progress (&taking->progress, taking->intake->data);
}

/* --- what readers give --- */

static gboolean
on_record (CsRecord *record, gpointer data)
{
  Taking *taking = data;

  taking->progress.n_records++;
  if (taking->progress.n_records % TELL_EVERY == 0)
    tell (taking);

  return cs_library_import_add (taking->import, record, &taking->error);
}

static gboolean
on_fault (const CsRecordFault *fault, gpointer data)
{
  Taking *taking = data;

  taking->progress.n_faults++;
  if (taking->intake->fault != NULL)
    taking->intake->fault (fault, taking->intake->data);

  return cs_library_import_add_fault (taking->import, fault->name, fault->place,
                                      fault->error->message, &taking->error);
}

/* --- files --- */

/* A file, and how long it is. */
typedef struct
{
  char *path;
  guint64 n_bytes;
} File;

static void
file_free (gpointer data)
{
  File *file = data;

  g_free (file->path);
  g_free (file);
}

static void list_path (GPtrArray *files, const char *path, guint depth);

static void
list_folder (GPtrArray *files, const char *path, guint depth)
{
  g_autoptr (GPtrArray) names = cs_folder_list_names (path, NULL);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      g_autofree char *child = g_build_filename (path, names->pdata[i], NULL);

      list_path (files, child, depth + 1);
    }
}

#define MAX_DEPTH 32 /* of folders: a link may lead round in a circle */

static void
list_path (GPtrArray *files, const char *path, guint depth)
{
  GStatBuf status;
  File *file;

  if (depth < MAX_DEPTH && g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      list_folder (files, path, depth);
      return;
    }

  file = g_new0 (File, 1);
  file->path = g_strdup (path);
  if (g_stat (path, &status) == 0)
    file->n_bytes = (guint64)status.st_size;
  g_ptr_array_add (files, file);
}

/* Returns: (transfer full) (nullable): of the bytes of @path; %NULL when it cannot be read, which
 * the reader will say */
static char *
dup_sha256 (const char *path)
{
  g_autoptr (GMappedFile) mapped = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR)) /* a pipe would wait for somebody to write */
    mapped = g_mapped_file_new (path, FALSE, NULL);
  if (mapped == NULL)
    return NULL;

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256,
                                      (const guchar *)g_mapped_file_get_contents (mapped),
                                      g_mapped_file_get_length (mapped));
}

/* With other columns a table says something else than the last time. */
static gboolean
is_mapped (const Taking *taking)
{
  return taking->intake->records != NULL && taking->intake->records->map != NULL;
}

/* Returns: whether to go on with the next file */
static gboolean
take_file (Taking *taking, const File *file)
{
  const CsRecordSink sink = { on_record, on_fault, taking };
  g_autofree char *name = g_filename_display_basename (file->path);
  g_autofree char *sha256 = dup_sha256 (file->path);
  guint64 n_faults = taking->progress.n_faults;

  taking->progress.file = name;
  tell (taking);
  if (sha256 != NULL && !is_mapped (taking) &&
      cs_library_import_has_file (taking->import, sha256))
    {
      taking->progress.n_skipped++;
      return TRUE;
    }

  if (!cs_records_read (file->path, &sink, taking->intake->records, taking->cancellable, NULL))
    return FALSE;

  /* Who brings a file with faults again wants to see them again. */
  return sha256 == NULL || taking->progress.n_faults > n_faults ||
         cs_library_import_end_file (taking->import, name, sha256, &taking->error);
}

static void
take_files (Taking *taking, const char *const *paths)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (file_free);
  gboolean go_on = TRUE;

  for (; *paths != NULL; paths++)
    list_path (files, *paths, 0);
  for (guint i = 0; i < files->len; i++)
    taking->progress.total_bytes += ((const File *)files->pdata[i])->n_bytes;

  for (guint i = 0; i < files->len && go_on; i++)
    {
      const File *file = files->pdata[i];

      go_on = take_file (taking, file) && !g_cancellable_is_cancelled (taking->cancellable);
      taking->progress.done_bytes += file->n_bytes;
      taking->progress.n_files++;
    }
}

/* --- from the first to the last --- */

static CsLibraryRun *
dup_run (const CsLibraryRun *run)
{
  CsLibraryRun *copy = g_memdup2 (run, sizeof *run);

  copy->label = g_strdup (run->label);

  return copy;
}

/* Ends a run also when it was stopped: what was read is kept. */
static CsLibraryRun *
end (Taking *taking, GError **error)
{
  if (taking->error == NULL)
    cs_library_import_end (taking->import, &taking->error);
  if (taking->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&taking->error));
      return NULL;
    }

  taking->progress.file = "";
  tell (taking);

  return dup_run (cs_library_import_get_run (taking->import));
}

CsLibraryRun *
cs_intake_files (const CsIntake *intake,
                 CsLibrary *library,
                 const char *const *paths,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (CsLibraryImport) import =
      cs_library_import_begin (library, intake->label, intake->today, error);
  Taking taking = { .intake = intake, .import = import, .cancellable = cancellable };

  if (import == NULL)
    return NULL;

  taking.progress.file = "";
  take_files (&taking, paths);

  return end (&taking, error);
}

/* --- answers --- */

/* Returns: whether there may be another one */
static gboolean
take_answer (Taking *taking, CsIntakeFeed feed, gpointer feed_data)
{
  const CsRecordSink sink = { on_record, on_fault, taking };
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = feed (&name, feed_data, taking->cancellable, &error);
  CsRecordInput input = { .name = name };

  if (bytes == NULL && error == NULL)
    return FALSE;

  taking->progress.file = name == NULL ? "" : name;
  taking->progress.n_files++;
  tell (taking);
  if (bytes == NULL)
    {
      const CsRecordFault fault = { taking->progress.file, 0, error };

      return on_fault (&fault, taking) && !g_cancellable_is_cancelled (taking->cancellable);
    }

  input.bytes = g_bytes_get_data (bytes, &input.n_bytes);

  return cs_records_read_bytes (&input, &sink, taking->cancellable, NULL);
}

CsLibraryRun *
cs_intake_feed (const CsIntake *intake,
                CsLibrary *library,
                CsIntakeFeed feed,
                gpointer feed_data,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (CsLibraryImport) import =
      cs_library_import_begin (library, intake->label, intake->today, error);
  Taking taking = { .intake = intake, .import = import, .cancellable = cancellable };

  if (import == NULL)
    return NULL;

  taking.progress.file = "";
  while (take_answer (&taking, feed, feed_data))
    ;

  return end (&taking, error);
}
