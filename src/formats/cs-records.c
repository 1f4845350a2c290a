#include "cs-records.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "../base/cs-folder.h"
#include "../base/cs-limits.h"
#include "cs-zip.h"
#include "office/cs-office.h"
#include "table/cs-table-records.h"

#define HEAD_BYTES (16 * 1024) /* looked at to tell what a file is */
#define MAX_FOLDER_DEPTH 32
#define MAX_ZIP_DEPTH 3 /* the EPO packs ZIPs into ZIPs */
#define CHUNK_BYTES (64 * 1024)
#define LARGE_BYTES (8 * 1024 * 1024) /* an entry that may be read as it is unpacked */

/* What can hold records, asked in this order. */
static const CsRecordFormat *const formats[] = {
  &cs_office_format,
  &cs_table_format,
};

/* What all inputs of one call share. */
typedef struct
{
  const CsRecordSink *sink;
  CsRecordSink counting; /* in front of @sink */
  CsRecordsOptions options;
  GCancellable *cancellable;
  gsize packed;     /* bytes of the file that was brought */
  guint64 unpacked; /* of it, ZIPs in it included */
  guint n_given;
  gboolean is_over;
} Job;

static gboolean
give_record (CsRecord *record, gpointer data)
{
  Job *job = data;

  job->n_given++;
  if (!job->sink->record (record, job->sink->data))
    job->is_over = TRUE;
  return !job->is_over;
}

static gboolean
give_fault (const CsRecordFault *fault, gpointer data)
{
  Job *job = data;

  job->n_given++;
  if (!job->sink->fault (fault, job->sink->data))
    job->is_over = TRUE;
  return !job->is_over;
}

static void
init_job (Job *job, const CsRecordSink *sink, GCancellable *cancellable)
{
  job->sink = sink;
  job->counting = (CsRecordSink){ give_record, give_fault, job };
  job->cancellable = cancellable;
}

static gboolean
is_over (const Job *job)
{
  return job->is_over || g_cancellable_is_cancelled (job->cancellable);
}

static gboolean
end_job (const Job *job, GError **error)
{
  return !g_cancellable_set_error_if_cancelled (job->cancellable, error) && !job->is_over;
}

/* Takes @error. */
static void
give_error (Job *job, const char *name, GError *error)
{
  g_autoptr (GError) owned = error;

  if (!is_over (job))
    give_fault (&(CsRecordFault){ name, 0, owned }, job);
}

G_GNUC_PRINTF (4, 5)
static void
give_trouble (Job *job, const char *name, CsError code, const char *format, ...)
{
  GError *error;
  va_list args;

  va_start (args, format);
  error = cs_error_new_valist (code, 0, format, args);
  va_end (args);
  give_error (job, name, error);
}

/* --- what is in a file --- */

static const CsRecordFormat *
find_format (CsContent content, const CsRecordInput *input)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i]->accepts (content, input))
      return formats[i];
  return NULL;
}

static void read_input (Job *job, const CsRecordInput *input, guint depth, gboolean in_batch);

/* A ZIP on its way. */
typedef struct
{
  Job *job;
  const CsRecordInput *zip;
  guint depth;
  CsZipEntry *entry; /* that is read */
} Unpacking;

static gboolean
is_hidden (const char *path)
{
  return *path == '.' || strstr (path, "/.") != NULL || g_str_has_prefix (path, "__MACOSX/");
}

/* Unpacks the next bytes. ZIPs in a ZIP multiply what each of them may unpack to: what counts is
 * the file that was brought. */
static gssize
unpack (gpointer data, char *buffer, gsize n_bytes, GError **error)
{
  const Unpacking *unpacking = data;
  Job *job = unpacking->job;
  gssize n_read =
      is_over (job) ? -1 : cs_zip_entry_read (unpacking->entry, buffer, n_bytes, error);

  job->unpacked += (guint64)MAX (n_read, 0);
  if (n_read < 0 || job->unpacked <= LARGE_BYTES ||
      job->unpacked / CS_MAX_ZIP_RATIO <= job->packed)
    return n_read;

  cs_error_set (error, CS_ERROR_HOSTILE, 0, _ ("unpacks to more than %d times"),
                CS_MAX_ZIP_RATIO);
  return -1;
}

/* Appends to @content until the entry ends or @content has @n_bytes. */
static gboolean
load_up_to (Unpacking *unpacking, GByteArray *content, gsize n_bytes, GError **error)
{
  gssize n_read = 1;

  while (n_read > 0 && content->len < n_bytes)
    {
      guint n_held = content->len;

      g_byte_array_set_size (content, n_held + CHUNK_BYTES);
      n_read = unpack (unpacking, (char *)content->data + n_held, CHUNK_BYTES, error);
      g_byte_array_set_size (content, n_held + (guint)MAX (n_read, 0));
    }
  return n_read >= 0;
}

/* XML too large to be held is read as it is unpacked; of all else the whole entry is needed. */
static gboolean
read_content (Unpacking *unpacking, const char *name, GError **error)
{
  Job *job = unpacking->job;
  g_autoptr (GByteArray) content = g_byte_array_new ();
  CsRecordInput input = *unpacking->zip;
  const CsOfficePull pull = { unpack, unpacking };
  gboolean is_large;

  if (!load_up_to (unpacking, content, LARGE_BYTES, error))
    return FALSE;
  is_large = content->len >= LARGE_BYTES;
  input.name = name;
  input.bytes = (const char *)content->data;
  input.n_bytes = content->len;
  if (is_large && cs_content_guess (input.bytes, HEAD_BYTES) == CS_CONTENT_XML)
    {
      cs_office_pull (&input, &pull, &job->counting, job->cancellable, NULL);
      return TRUE;
    }
  if (is_large && !load_up_to (unpacking, content, CS_MAX_ZIP_ENTRY_BYTES, error))
    return FALSE;
  input.bytes = content->len == 0 ? "" : (const char *)content->data;
  input.n_bytes = content->len;
  if (content->len < CS_MAX_ZIP_ENTRY_BYTES)
    read_input (job, &input, unpacking->depth + 1, TRUE);
  else
    give_trouble (job, name, CS_ERROR_LIMIT, _ ("is larger than %d MB"),
                  CS_MAX_ZIP_ENTRY_BYTES >> 20);
  return TRUE;
}

static gboolean
read_entry (gpointer data, const char *name, CsZipEntry *entry, GError **error)
{
  Unpacking *unpacking = data;
  g_autofree char *full = g_strdup_printf ("%s %s", unpacking->zip->name, name);

  unpacking->entry = entry;
  if (!is_hidden (name) && !read_content (unpacking, full, error))
    return FALSE;
  return !is_over (unpacking->job);
}

static void
read_zip (Job *job, const CsRecordInput *input, guint depth)
{
  Unpacking unpacking = { job, input, depth, NULL };
  GError *error = NULL;

  if (depth == MAX_ZIP_DEPTH)
    give_trouble (job, input->name, CS_ERROR_LIMIT, _ ("ZIPs are packed deeper than %d"),
                  MAX_ZIP_DEPTH);
  else if (!cs_zip_walk (input->bytes, input->n_bytes, read_entry, &unpacking, &error) &&
           error != NULL)
    give_error (job, input->name, error);
}

/* Word files and their like are ZIPs too. */
static gboolean
is_office_file (const CsRecordInput *input)
{
  return cs_zip_has (input->bytes, input->n_bytes, "[Content_Types].xml") ||
         cs_zip_has (input->bytes, input->n_bytes, "mimetype");
}

static void
refuse (Job *job, const CsRecordInput *input, CsContent content, gboolean in_batch)
{
  gboolean might_hold = content == CS_CONTENT_TABLE || content == CS_CONTENT_JSON;

  if (in_batch && !might_hold)
    return;
  if (content == CS_CONTENT_EMPTY)
    give_trouble (job, input->name, CS_ERROR_EMPTY, _ ("is empty"));
  else if (content == CS_CONTENT_ZIP)
    give_trouble (job, input->name, CS_ERROR_UNSUPPORTED,
                  _ ("is an office document, and holds no publications"));
  else
    give_trouble (job, input->name, CS_ERROR_UNSUPPORTED, _ ("is %s, and holds no publications"),
                  _ (cs_content_get_name (content)));
}

/* @in_batch: among others, in a folder or ZIP */
static void
read_input (Job *job, const CsRecordInput *input, guint depth, gboolean in_batch)
{
  CsContent content = cs_content_guess (input->bytes, MIN (input->n_bytes, HEAD_BYTES));
  const CsRecordFormat *format = find_format (content, input);

  if (depth == 0)
    {
      job->packed = input->n_bytes;
      job->unpacked = 0;
    }
  if (format == &cs_table_format)
    cs_table_read_records_as (input, job->options.map, &job->counting, job->cancellable, NULL);
  else if (format != NULL)
    format->read (input, &job->counting, job->cancellable, NULL);
  else if (content == CS_CONTENT_ZIP && !is_office_file (input))
    read_zip (job, input, depth);
  else
    refuse (job, input, content, in_batch);
}

/* --- files and folders --- */

static void
read_file (Job *job, const char *path, const char *name, gboolean in_batch)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GMappedFile) file = NULL;
  CsRecordInput input = { .name = name,
                          .source = job->options.source,
                          .as_of = job->options.as_of };

  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      give_trouble (job, name, CS_ERROR_IO, "%s",
                    _ ("is a pipe or a device: only files are imported"));
      return;
    }

  file = g_mapped_file_new (path, FALSE, &error);
  if (file == NULL)
    {
      give_trouble (job, name, CS_ERROR_IO, _ ("cannot be opened: %s"), error->message);
      return;
    }
  input.n_bytes = g_mapped_file_get_length (file);
  input.bytes = input.n_bytes == 0 ? "" : g_mapped_file_get_contents (file);
  read_input (job, &input, 0, in_batch);
}

static void read_folder (Job *job, const char *path, const char *name, guint depth);

static void
read_folder_entry (Job *job, const char *path, const char *name, guint depth)
{
  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        read_file (job, path, name, TRUE);
    }
  else if (depth < MAX_FOLDER_DEPTH && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    read_folder (job, path, name, depth + 1);
}

/* @name: what is shown in front of the names in it, "" for the folder that was asked for */
static void
read_folder (Job *job, const char *path, const char *name, guint depth)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = cs_folder_list_names (path, &error);

  if (names == NULL)
    {
      give_trouble (job, name, CS_ERROR_IO, _ ("cannot be opened: %s"), error->message);
      return;
    }
  for (guint i = 0; i < names->len && !is_over (job); i++)
    {
      const char *base_name = g_ptr_array_index (names, i);
      g_autofree char *entry = g_build_filename (path, base_name, NULL);
      g_autofree char *shown = g_filename_display_name (base_name);
      g_autofree char *full =
          *name == '\0' ? g_strdup (shown) : g_build_filename (name, shown, NULL);

      read_folder_entry (job, entry, full, depth);
    }
}

gboolean
cs_records_read (const char *path,
                 const CsRecordSink *sink,
                 const CsRecordsOptions *options,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  Job job = { 0 };

  init_job (&job, sink, cancellable);
  if (options != NULL)
    job.options = *options;
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    read_folder (&job, path, "", 0);
  else
    read_file (&job, path, name, FALSE);
  if (job.n_given == 0)
    give_trouble (&job, name, CS_ERROR_EMPTY, _ ("holds no publications"));

  return end_job (&job, error);
}

gboolean
cs_records_read_bytes (const CsRecordInput *input,
                       const CsRecordSink *sink,
                       GCancellable *cancellable,
                       GError **error)
{
  Job job = { 0 };

  init_job (&job, sink, cancellable);
  read_input (&job, input, 0, FALSE);
  if (job.n_given == 0)
    give_trouble (&job, input->name, CS_ERROR_EMPTY, _ ("holds no publications"));

  return end_job (&job, error);
}
