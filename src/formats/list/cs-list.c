#include "cs-list.h"

#include <errno.h>
#include <stdio.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "../../base/cs-error.h"
#include "cs-list-private.h"

#define FLUSH_BYTES (64 * 1024)

static const struct
{
  const char *name;
  const char *extension;
  void (*begin) (GString *out, const CsListHead *head); /* NULL for a workbook */
  void (*add) (GString *out, const CsListEntry *entry, CsListKeys *keys);
} formats[CS_N_LIST_FORMATS] = {
  [CS_LIST_CSV] = { "csv", "csv", cs_list_csv_begin, cs_list_csv_add },
  [CS_LIST_XLSX] = { "xlsx", "xlsx", NULL, NULL },
  [CS_LIST_BIBTEX] = { "bibtex", "bib", cs_list_bibtex_begin, cs_list_bibtex_add },
  [CS_LIST_RIS] = { "ris", "ris", cs_list_ris_begin, cs_list_ris_add },
};

struct _CsListWriter
{
  CsListFormat format;
  char *path;
  CsListBook *book; /* of a workbook */
  FILE *file;       /* of all else */
  GString *out;     /* on its way to @file */
  CsListKeys *keys;
};

const char *
cs_list_format_get_name (CsListFormat format)
{
  g_return_val_if_fail (format < CS_N_LIST_FORMATS, NULL);

  return formats[format].name;
}

const char *
cs_list_format_get_extension (CsListFormat format)
{
  g_return_val_if_fail (format < CS_N_LIST_FORMATS, NULL);

  return formats[format].extension;
}

static gboolean
fail (const CsListWriter *writer, GError **error)
{
  int number = errno;
  g_autofree char *name = g_filename_display_basename (writer->path);

  cs_error_set (error, CS_ERROR_IO, 0, _ ("\"%s\" cannot be written: %s"), name,
                g_strerror (number));

  return FALSE;
}

static gboolean
flush (CsListWriter *writer, GError **error)
{
  if (fwrite (writer->out->str, 1, writer->out->len, writer->file) != writer->out->len)
    return fail (writer, error);

  g_string_truncate (writer->out, 0);

  return TRUE;
}

static gboolean
open_file (CsListWriter *writer, const CsListHead *head, GError **error)
{
  if (writer->format == CS_LIST_XLSX)
    {
      writer->book = cs_list_book_new (head, writer->path, error);
      return writer->book != NULL;
    }

  writer->file = g_fopen (writer->path, "wb");
  if (writer->file == NULL)
    return fail (writer, error);

  writer->out = g_string_new (NULL);
  writer->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  formats[writer->format].begin (writer->out, head);

  return TRUE;
}

CsListWriter *
cs_list_writer_new (CsListFormat format, const CsListHead *head, const char *path, GError **error)
{
  g_autoptr (CsListWriter) writer = g_new0 (CsListWriter, 1);

  writer->format = format;
  writer->path = g_strdup (path);

  return open_file (writer, head, error) ? g_steal_pointer (&writer) : NULL;
}

void
cs_list_writer_free (CsListWriter *writer)
{
  g_clear_pointer (&writer->book, cs_list_book_free);
  g_clear_pointer (&writer->file, fclose);
  if (writer->out != NULL)
    g_string_free (writer->out, TRUE);
  g_clear_pointer (&writer->keys, g_hash_table_unref);
  g_free (writer->path);
  g_free (writer);
}

gboolean
cs_list_writer_add (CsListWriter *writer, const CsListEntry *entry, GError **error)
{
  if (writer->book != NULL)
    return cs_list_book_add (writer->book, entry, error);

  formats[writer->format].add (writer->out, entry, writer->keys);

  return writer->out->len < FLUSH_BYTES || flush (writer, error);
}

gboolean
cs_list_writer_end (CsListWriter *writer, GError **error)
{
  if (writer->book != NULL)
    return cs_list_book_end (writer->book, error);
  if (!flush (writer, error))
    return FALSE;

  return fclose (g_steal_pointer (&writer->file)) == 0 || fail (writer, error);
}
