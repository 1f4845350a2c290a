#include "cs-office.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../base/cs-limits.h"
#include "../xml/cs-xml-split.h"
#include "cs-office-stream.h"

#define PULLED_BYTES (1024 * 1024) /* unpacked at a time */

/* Documents one after the other, and what stands behind a broken record of one. */

/* A broken record ends the document for a parser, not for who wants the records behind it: they are
 * cut out of the list and read one by one. */

/* @tag: "<exch:exchange-document" */
static const char *
find_tag (const char *tag, const char *at, const char *end)
{
  while ((at = g_strstr_len (at, end - at, tag)) != NULL)
    {
      const char *behind = at + strlen (tag);

      if (behind < end && (g_ascii_isspace (*behind) || *behind == '>'))
        return at;
      at = behind;
    }
  return NULL;
}

/* Returns: where the record at @at ends, at most at @end */
static const char *
find_end (const char *tag, const char *at, const char *end)
{
  g_autofree char *closing = g_strdup_printf ("</%s>", tag + 1);
  const char *found = g_strstr_len (at, end - at, closing);
  const char *behind = memchr (at, '>', end - at);

  if (behind != NULL && behind[-1] == '/')
    return behind + 1;
  return found == NULL ? end : found + strlen (closing);
}

static void
read_rest (CsOfficeStream *stream, const char *last, const char *end, guint line)
{
  const char *behind = last;
  const char *counted = last;
  g_autofree char *tag = NULL;
  const char *at;

  while (behind < end && !g_ascii_isspace (*behind) && *behind != '>' && *behind != '/')
    behind++;
  tag = g_strndup (last, behind - last);
  stream->forced = stream->reading.dialect;
  at = find_tag (tag, behind, end);
  while (at != NULL && !cs_office_stream_is_over (stream))
    {
      const char *next = find_tag (tag, at + 1, end);
      const char *stop = find_end (tag, at, next == NULL ? end : next);

      line += cs_xml_count_lines (counted, at);
      counted = at;
      cs_office_stream_read_document (stream, at, stop, line);
      at = next;
    }
  stream->forced = NULL;
}

/* Reads what stands between two XML declarations. @line: (inout): of @at, then of @stop */
static void
read_slice (CsOfficeStream *stream, const char *at, const char *stop, guint *line)
{
  const char *start = at;

  while (start < stop && g_ascii_isspace (*start))
    start++;
  *line += cs_xml_count_lines (at, start);
  if (start < stop && !cs_office_stream_read_document (stream, start, stop, *line) &&
      stream->last != NULL && stream->reading.dialect->records != NULL)
    {
      const char *last = stream->last;

      read_rest (stream, last, stop, *line + cs_xml_count_lines (start, last));
    }
  *line += cs_xml_count_lines (start, stop);
}

/* Reads all documents but the last, which may go on. Returns: where that begins */
static const char *
read_complete (CsOfficeStream *stream, const char *at, const char *end, guint *line)
{
  const char *next;

  while (end - at > 1 && !cs_office_stream_is_over (stream) &&
         (next = cs_xml_find_declaration (at + 1, end)) != NULL)
    {
      read_slice (stream, at, next, line);
      at = next;
    }
  return at;
}

gboolean
cs_office_read (const CsRecordInput *input,
                const CsRecordSink *sink,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (CsXml) xml = cs_xml_new ();
  g_autoptr (CsOfficeTree) tree = cs_office_tree_new ();
  CsOfficeStream stream = { .input = input, .sink = sink, .cancellable = cancellable };
  const char *end = input->bytes + input->n_bytes;
  const char *last;
  guint line = 1;

  stream.xml = xml;
  stream.tree = tree;
  stream.reading.stream = &stream;
  last = read_complete (&stream, input->bytes, end, &line);
  if (!cs_office_stream_is_over (&stream))
    read_slice (&stream, last, end, &line);
  return !g_cancellable_set_error_if_cancelled (cancellable, error) && !stream.is_over;
}

/* --- what does not fit into memory --- */

/* Appends the next bytes to @held. Returns: whether there were any; a fault has been given for what
 * cannot be read */
static gboolean
pull_more (CsOfficeStream *stream, const CsOfficePull *pull, GByteArray *held)
{
  guint n_held = held->len;
  GError *error = NULL;
  gssize n_read;

  if (n_held > CS_MAX_ZIP_ENTRY_BYTES)
    {
      cs_error_set (&error, CS_ERROR_LIMIT, 0, _ ("one document is larger than %d MB"),
                    CS_MAX_ZIP_ENTRY_BYTES >> 20);
      cs_office_stream_give_fault (stream, ++stream->place, error);
      g_byte_array_set_size (held, 0);
      return FALSE;
    }
  g_byte_array_set_size (held, n_held + PULLED_BYTES);
  n_read = pull->read (pull->data, (char *)held->data + n_held, PULLED_BYTES, &error);
  g_byte_array_set_size (held, n_held + (guint)MAX (n_read, 0));
  if (error != NULL)
    cs_office_stream_give_fault (stream, ++stream->place, error);
  return n_read > 0;
}

static void
read_pulled (CsOfficeStream *stream, const CsOfficePull *pull, GByteArray *held)
{
  guint line = 1;
  gboolean has_more = TRUE;

  while (has_more && !cs_office_stream_is_over (stream))
    {
      const char *start = (const char *)held->data;
      const char *last = read_complete (stream, start, start + held->len, &line);

      g_byte_array_remove_range (held, 0, (guint)(last - start));
      has_more = !cs_office_stream_is_over (stream) && pull_more (stream, pull, held);
    }
  if (!cs_office_stream_is_over (stream))
    read_slice (stream, (const char *)held->data, (const char *)held->data + held->len, &line);
}

gboolean
cs_office_pull (const CsRecordInput *input,
                const CsOfficePull *pull,
                const CsRecordSink *sink,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (CsXml) xml = cs_xml_new ();
  g_autoptr (CsOfficeTree) tree = cs_office_tree_new ();
  g_autoptr (GByteArray) held = g_byte_array_new ();
  CsOfficeStream stream = { .input = input, .sink = sink, .cancellable = cancellable };

  stream.xml = xml;
  stream.tree = tree;
  stream.reading.stream = &stream;
  g_byte_array_append (held, (const guint8 *)input->bytes, (guint)input->n_bytes);
  read_pulled (&stream, pull, held);
  return !g_cancellable_set_error_if_cancelled (cancellable, error) && !stream.is_over;
}

static gboolean
accepts (CsContent content, const CsRecordInput *input)
{
  return content == CS_CONTENT_XML;
}

const CsRecordFormat cs_office_format = { accepts, cs_office_read };
