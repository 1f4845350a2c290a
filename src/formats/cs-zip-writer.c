#include "cs-zip-writer.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "../base/cs-limits.h"

#define FIRST_DAY 315532800 /* 1980-01-01, the first that a ZIP can tell */

struct _CsZipWriter
{
  struct archive *archive;
  GByteArray *bytes;
  GError *error;
};

static la_ssize_t
take_bytes (struct archive *archive, void *data, const void *bytes, size_t n_bytes)
{
  CsZipWriter *writer = data;

  if (writer->bytes->len + n_bytes > CS_MAX_FILE_BYTES)
    {
      archive_set_error (archive, -1, _ ("is larger than %d MB"),
                         CS_MAX_FILE_BYTES >> 20);
      return -1;
    }
  g_byte_array_append (writer->bytes, bytes, n_bytes);

  return n_bytes;
}

CsZipWriter *
cs_zip_writer_new (void)
{
  CsZipWriter *writer = g_new0 (CsZipWriter, 1);

  writer->bytes = g_byte_array_new ();
  writer->archive = archive_write_new ();
  archive_write_set_format_zip (writer->archive);
  archive_write_set_options (writer->archive, "zip:hdrcharset=UTF-8");
  archive_write_set_bytes_per_block (writer->archive, 0);
  archive_write_open (writer->archive, writer, NULL, take_bytes, NULL);

  return writer;
}

void
cs_zip_writer_free (CsZipWriter *writer)
{
  archive_write_free (writer->archive);
  g_clear_pointer (&writer->bytes, g_byte_array_unref);
  g_clear_error (&writer->error);
  g_free (writer);
}

static void
keep_error (CsZipWriter *writer, int status)
{
  if (status < ARCHIVE_WARN && writer->error == NULL)
    cs_error_set (&writer->error, CS_ERROR_IO, 0, _ ("cannot be packed: %s"),
                  archive_error_string (writer->archive));
}

void
cs_zip_writer_add (CsZipWriter *writer,
                   const char *name,
                   const void *data,
                   gsize n_bytes,
                   gboolean stored)
{
  struct archive_entry *entry = archive_entry_new ();

  if (stored)
    archive_write_zip_set_compression_store (writer->archive);
  else
    archive_write_zip_set_compression_deflate (writer->archive);

  archive_entry_set_pathname_utf8 (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0600);
  archive_entry_set_size (entry, n_bytes);
  archive_entry_set_mtime (entry, FIRST_DAY, 0);
  keep_error (writer, archive_write_header (writer->archive, entry));
  archive_entry_free (entry);

  if (writer->error == NULL && n_bytes > 0 &&
      archive_write_data (writer->archive, data, n_bytes) < 0)
    keep_error (writer, ARCHIVE_FATAL);
}

GBytes *
cs_zip_writer_end (CsZipWriter *writer, GError **error)
{
  g_autoptr (CsZipWriter) owned G_GNUC_UNUSED = writer;

  keep_error (writer, archive_write_close (writer->archive));
  if (writer->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&writer->error));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&writer->bytes));
}
