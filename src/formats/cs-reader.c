#include <string.h>

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "../base/cs-folder.h"
#include "../base/cs-limits.h"
#include "cnipa/cs-cnipa.h"
#include "cs-content.h"
#include "cs-ole.h"
#include "cs-reader.h"
#include "cs-zip.h"
#include "docx/read/cs-docx-input.h"
#include "manuscript/cs-plain-text.h"
#include "xml/cs-xml-stream.h"

#define HEAD_BYTES (16 * 1024) /* looked at to tell what a file is */
#define MAX_FOLDER_DEPTH 32    /* of a batch */

/* What all inputs of one call of cs_read() share. */
typedef struct
{
  const CsReader *reader;
  GCancellable *cancellable;
  guint n_given;
  gboolean stopped;
} Job;

static gboolean
give_to_job (const CsReadItem *item, gpointer data)
{
  Job *job = data;

  job->n_given++;
  if (!job->reader->func (item, job->reader->data))
    job->stopped = TRUE;

  return !job->stopped;
}

static CsReadContext
make_context (Job *job, const char *path, const CsImageFolder *images)
{
  return (CsReadContext){
    .path = path,
    .func = give_to_job,
    .data = job,
    .claims_language = job->reader->claims_language,
    .cancellable = job->cancellable,
    .images = images,
  };
}

static gboolean
is_over (const Job *job)
{
  return job->stopped || g_cancellable_is_cancelled (job->cancellable);
}

G_GNUC_PRINTF (3, 4)
static void
give_error (CsReadContext *context, CsError code, const char *format, ...)
{
  GError *error;
  va_list args;

  va_start (args, format);
  error = cs_error_new_valist (code, 0, format, args);
  va_end (args);
  cs_read_context_give (context, NULL, error);
}

static gboolean
add_zip_entry (gpointer data, const char *name, GBytes *bytes, GError **error)
{
  return cs_package_add (data, name, bytes, error);
}

static void
read_package (CsReadContext *context, const char *bytes, gsize n_bytes)
{
  g_autoptr (CsPackage) package = cs_package_new ();
  GError *error = NULL;

  if (!cs_zip_read (bytes, n_bytes, &package->n_bytes, add_zip_entry, package, &error))
    {
      cs_read_context_give (context, NULL, error);
      return;
    }

  cs_package_sort (package);
  cs_cnipa_read_package (context, package);
}

/* Office formats are ZIPs too; they say what they are by the files in them. */
static void
read_zip (CsReadContext *context, GBytes *bytes)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  if (cs_docx_input_is (data, n_bytes))
    cs_docx_input_read (context, bytes);
  else if (cs_zip_has (data, n_bytes, "mimetype"))
    give_error (context, CS_ERROR_UNSUPPORTED,
                _ ("is an OpenDocument file (.odt or the like): save it as .docx"));
  else
    read_package (context, data, n_bytes);
}

/* Reads the rest of @input into memory. */
static GBytes *
load (CsReadContext *context, GInputStream *input, GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autofree guchar *chunk = g_malloc (CS_READ_CHUNK_BYTES);
  gssize n_read;

  while ((n_read = g_input_stream_read (input, chunk, CS_READ_CHUNK_BYTES, context->cancellable,
                                        error)) > 0)
    {
      if (content->len + (gsize)n_read > CS_MAX_FILE_BYTES)
        {
          cs_error_set (error, CS_ERROR_LIMIT, 0, _ ("is larger than %d MB"),
                        CS_MAX_FILE_BYTES >> 20);
          return NULL;
        }
      g_byte_array_append (content, chunk, n_read);
    }

  return n_read < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

static void
read_loaded (CsReadContext *context, CsContent content, GInputStream *input)
{
  GError *error = NULL;
  g_autoptr (GBytes) bytes = load (context, input, &error);
  gsize n_bytes = 0;
  const char *data = bytes == NULL ? NULL : g_bytes_get_data (bytes, &n_bytes);

  if (bytes == NULL)
    cs_read_context_give (context, NULL, error);
  else if (content == CS_CONTENT_ZIP)
    read_zip (context, bytes);
  else if (content == CS_CONTENT_OLE)
    give_error (context, CS_ERROR_UNSUPPORTED, "%s", cs_ole_get_advice (data, n_bytes));
  else
    cs_plain_text_read (context, data, n_bytes);
}

static void
read_content (CsReadContext *context, CsContent content, GInputStream *input)
{
  if (content == CS_CONTENT_XML)
    cs_xml_stream_read (context, input);
  else if (content == CS_CONTENT_TEXT || content == CS_CONTENT_ZIP || content == CS_CONTENT_OLE)
    read_loaded (context, content, input);
  else if (content == CS_CONTENT_EMPTY)
    give_error (context, CS_ERROR_EMPTY, _ ("is empty"));
  else
    give_error (context, CS_ERROR_UNSUPPORTED, _ ("is %s, which this version does not read"),
                _ (cs_content_get_name (content)));
}

/* Fills the buffer of @input and tells what it is by it. */
static gboolean
peek_content (GBufferedInputStream *input,
              GCancellable *cancellable,
              CsContent *content,
              GError **error)
{
  const char *head;
  gsize n_head;
  gssize n_read = 1;

  while (n_read > 0 && g_buffered_input_stream_get_available (input) < HEAD_BYTES)
    n_read = g_buffered_input_stream_fill (input, -1, cancellable, error);
  if (n_read < 0)
    return FALSE;

  head = g_buffered_input_stream_peek_buffer (input, &n_head);
  *content = cs_content_guess (head, n_head);
  return TRUE;
}

/* Reads one input. @in_batch: what is no application at all is passed over in silence. */
static void
read_input (CsReadContext *context, GInputStream *stream, gboolean in_batch)
{
  g_autoptr (GInputStream) input = g_buffered_input_stream_new_sized (stream, HEAD_BYTES);
  GError *error = NULL;
  CsContent content;

  if (!peek_content (G_BUFFERED_INPUT_STREAM (input), context->cancellable, &content, &error))
    cs_read_context_give (context, NULL, error);
  else if (!in_batch || (content != CS_CONTENT_IMAGE && content != CS_CONTENT_BINARY))
    read_content (context, content, input);
}

static void
read_file (Job *job, const char *path, gboolean in_batch)
{
  g_autoptr (CsImagesBeside) beside = cs_images_beside_new (path);
  CsImageFolder images = { cs_images_beside_find, cs_images_beside_load, beside };
  CsReadContext context = make_context (job, path, &images);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, job->cancellable, &error);

  if (stream != NULL)
    read_input (&context, G_INPUT_STREAM (stream), in_batch);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    give_error (&context, CS_ERROR_IO, _ ("cannot be opened: %s"), error->message);
}

static void
read_package_folder (Job *job, const char *path)
{
  CsReadContext context = make_context (job, path, NULL);
  g_autoptr (CsPackage) package = cs_package_new ();
  GError *error = NULL;

  package->is_named = TRUE;
  if (!cs_package_add_folder (package, path, job->cancellable, &error))
    {
      cs_read_context_give (&context, NULL, error);
      return;
    }

  cs_package_sort (package);
  cs_cnipa_read_package (&context, package);
}

static gboolean
names_hold_book (const GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    if (cs_package_is_book_name (g_ptr_array_index (names, i)))
      return TRUE;

  return FALSE;
}

gboolean
cs_read_is_package (const char *path)
{
  g_autoptr (GPtrArray) names = cs_folder_list_names (path, NULL);

  return names != NULL && (names_hold_book (names) || cs_docx_input_is_books (names));
}

static void read_folder (Job *job, const char *path, guint depth);

static void
read_batch_entry (Job *job, const char *path, guint depth)
{
  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        read_file (job, path, TRUE);
    }
  else if (depth < MAX_FOLDER_DEPTH && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    read_folder (job, path, depth + 1);
}

static void
read_folder (Job *job, const char *path, guint depth)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = cs_folder_list_names (path, &error);
  CsReadContext context = make_context (job, path, NULL);

  if (names == NULL)
    {
      give_error (&context, CS_ERROR_IO, _ ("cannot be opened: %s"), error->message);
      return;
    }
  if (names_hold_book (names))
    {
      read_package_folder (job, path);
      return;
    }
  if (cs_docx_input_is_books (names) && cs_docx_input_read_books (&context, path, names))
    return;

  for (guint i = 0; i < names->len && !is_over (job); i++)
    {
      g_autofree char *entry = g_build_filename (path, g_ptr_array_index (names, i), NULL);

      read_batch_entry (job, entry, depth);
    }
  if (depth == 0 && job->n_given == 0 && !is_over (job))
    give_error (&context, CS_ERROR_EMPTY, _ ("holds no application"));
}

GBytes *
cs_read_item_load_image (const CsReadItem *item, const char *name)
{
  g_autoptr (GBytes) bytes = NULL;

  if (item->images == NULL || !cs_image_is_base_name (name))
    return NULL;

  bytes = item->images->load (item->images->data, name);
  if (bytes == NULL || g_bytes_get_size (bytes) > CS_MAX_ZIP_ENTRY_BYTES)
    return NULL;

  return g_steal_pointer (&bytes);
}

static void
read_standard_input (Job *job)
{
  CsReadContext context = make_context (job, "-", NULL);
  g_autoptr (GInputStream) stream = g_unix_input_stream_new (0, FALSE);

  read_input (&context, stream, FALSE);
}

gboolean
cs_read (const char *path, const CsReader *reader, GCancellable *cancellable, GError **error)
{
  Job job = { .reader = reader, .cancellable = cancellable };

  if (strcmp (path, "-") == 0)
    read_standard_input (&job);
  else if (g_file_test (path, G_FILE_TEST_IS_DIR))
    read_folder (&job, path, 0);
  else
    read_file (&job, path, FALSE);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

gboolean
cs_read_bytes (const char *path,
               const char *bytes,
               gsize n_bytes,
               const CsReader *reader,
               GCancellable *cancellable,
               GError **error)
{
  Job job = { .reader = reader, .cancellable = cancellable };
  CsReadContext context = make_context (&job, path, NULL);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, n_bytes, NULL);

  read_input (&context, stream, FALSE);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
