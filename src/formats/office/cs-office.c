#include "cs-office.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../base/cs-limits.h"
#include "../xml/cs-xml-split.h"
#include "cs-office-dialect.h"

#define CHUNK_BYTES (64 * 1024)    /* parsed at a time */
#define PULLED_BYTES (1024 * 1024) /* unpacked at a time */
#define MAX_SHOWN_BYTES 60         /* of an unknown root's name in a fault */

/* One file on its way. */
typedef struct
{
  const CsRecordInput *input;
  const CsRecordSink *sink;
  GCancellable *cancellable;
  CsXml *xml;
  CsOfficeTree *tree;
  guint place; /* of the record that is read, or comes next */
  gboolean is_over;

  /* Of the document that is read. */
  const char *document;
  const char *document_end;
  const CsOfficeDialect *forced; /* of a record that was cut out of its list */
  CsOfficeReading reading;
  const char *open[CS_MAX_XML_DEPTH]; /* names of the elements around the record */
  guint depth;
  const char *record; /* (nullable): where the record begins that is read */
  const char *record_end;
  const char *last;   /* (nullable): where the record begins that was begun last */
  const char *answer; /* (nullable): what it is when it holds no records */
  guint n_given;
  gboolean skipped; /* none of ours, and no fault */
} Stream;

static gboolean
is_over (Stream *stream)
{
  stream->is_over |= g_cancellable_is_cancelled (stream->cancellable);
  return stream->is_over;
}

/* Takes @error. */
static void
give_fault (Stream *stream, guint place, GError *error)
{
  g_autoptr (GError) owned = error;
  CsRecordFault fault = { stream->input->name, place, owned };

  if (!stream->is_over && !stream->sink->fault (&fault, stream->sink->data))
    stream->is_over = TRUE;
}

/* --- records --- */

CsRecordBuilder *
cs_office_reading_begin (CsOfficeReading *reading)
{
  Stream *stream = reading->stream;
  const CsRecordInput *input = stream->input;
  CsOfficeDate as_of = cs_office_date_is_known (reading->as_of) ? reading->as_of : input->as_of;
  CsRecordBuilder *builder =
      cs_record_builder_new (input->source == NULL ? reading->dialect->source : input->source,
                             input->name, stream->place);

  cs_record_builder_set_as_of (builder, as_of);
  if (stream->record != NULL && stream->record_end != NULL)
    cs_record_builder_set_raw (builder, stream->record, stream->record_end - stream->record);
  return builder;
}

gboolean
cs_office_reading_give (CsOfficeReading *reading,
                        CsRecordBuilder *builder,
                        GError **error)
{
  Stream *stream = reading->stream;
  g_autoptr (CsRecord) record = cs_record_builder_end (builder);

  if (record == NULL)
    {
      cs_error_set (error, CS_ERROR_EMPTY, reading->line,
                    _ ("names neither a publication nor an application"));
      return FALSE;
    }
  if (!stream->is_over && !stream->sink->record (record, stream->sink->data))
    stream->is_over = TRUE;
  return TRUE;
}

static void
end_record (Stream *stream, const CsOfficeNode *node)
{
  GError *error = NULL;

  stream->place++;
  stream->n_given++;
  if (!stream->reading.dialect->read (&stream->reading, node, &error))
    give_fault (stream, stream->place, error);
  cs_office_tree_clear (stream->tree);
  stream->record = NULL;
  if (is_over (stream))
    cs_xml_stop (stream->xml);
}

/* --- elements --- */

/* @wanted: "element" or "parent/element" */
static gboolean
is_at (const Stream *stream, const char *tag, const char *wanted)
{
  const char *slash = strchr (wanted, '/');
  const char *parent = stream->depth > 0 ? stream->open[stream->depth - 1] : "";

  if (slash == NULL)
    return strcmp (tag, wanted) == 0;
  return strcmp (tag, slash + 1) == 0 && strlen (parent) == (gsize)(slash - wanted) &&
         strncmp (parent, wanted, slash - wanted) == 0;
}

static gboolean
is_record (const Stream *stream, const char *tag)
{
  const char *const *records = stream->reading.dialect->records;

  if (records == NULL || stream->forced != NULL)
    return stream->depth == 0;
  while (*records != NULL && !is_at (stream, tag, *records))
    records++;
  return *records != NULL;
}

static void
refuse_root (Stream *stream, const char *root)
{
  CsXmlVocabulary known;
  GError *error = NULL;
  guint line = cs_xml_get_line (stream->xml);
  gboolean is_known = cs_xml_vocabulary_find (root, &known);

  if (is_known && known.what != NULL)
    cs_error_set (&error, CS_ERROR_UNSUPPORTED, line, _ ("is %s, and holds no publications"),
                  _ (known.what));
  else if (is_known)
    cs_error_set (&error, CS_ERROR_UNSUPPORTED, line,
                  _ ("is an application, and no record of a publication"));
  else
    cs_error_set (&error, CS_ERROR_UNSUPPORTED, line,
                  _ ("is XML of an unknown kind: its root is \"%.*s\""), MAX_SHOWN_BYTES, root);
  cs_xml_fail (stream->xml, error);
}

/* The day of the data, as far as the root tells. */
static CsOfficeDate
read_day (const CsXmlElement *root)
{
  static const char *const names[] = { "date-of-exchange", "date-produced", "dateProduced",
                                       "date-publ" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = cs_xml_element_dup (root, names[i]);
      CsOfficeDate date;

      if (text != NULL && cs_office_date_read (text, &date) && cs_office_date_is_known (date))
        return date;
    }
  return CS_OFFICE_DATE_UNKNOWN;
}

/* Returns: whether the root is of a document that we read */
static gboolean
begin_root (Stream *stream, const CsXmlElement *element, const char *tag)
{
  const CsOfficeDialect *dialect = stream->forced;
  CsXmlVocabulary texts;

  if (dialect == NULL)
    dialect = cs_office_dialect_find (tag);
  if (strcmp (tag, "sequence-cwu") == 0)
    {
      stream->skipped = TRUE;
      cs_xml_stop (stream->xml);
      return FALSE;
    }
  if (dialect == NULL)
    {
      refuse_root (stream, tag);
      return FALSE;
    }
  stream->reading.dialect = dialect;
  stream->reading.as_of = stream->forced == NULL ? read_day (element) : stream->reading.as_of;
  if (cs_xml_vocabulary_find (dialect->texts == NULL ? dialect->root : dialect->texts, &texts))
    {
      stream->reading.style = texts.style;
      cs_xml_set_aliases (stream->xml, texts.aliases, texts.n_aliases);
    }
  return TRUE;
}

/* Returns: (nullable): where in the document the parser is */
static const char *
get_place (const Stream *stream)
{
  gssize position = cs_xml_get_position (stream->xml);

  if (position < 0 || position > stream->document_end - stream->document)
    return NULL;
  return stream->document + position;
}

static void
begin_record (Stream *stream)
{
  const char *place = get_place (stream);

  stream->reading.line = cs_xml_get_line (stream->xml);
  stream->record_end = NULL;
  stream->record =
      place == NULL ? NULL : g_strrstr_len (stream->document, place - stream->document, "<");
  stream->last = stream->record;
}

static void
on_start (gpointer data, const CsXmlElement *element)
{
  Stream *stream = data;
  const char *tag = cs_xml_element_local_name (element);

  if (!cs_office_tree_is_open (stream->tree))
    {
      if (stream->depth == 0 && !begin_root (stream, element, tag))
        return;
      if (stream->answer == NULL)
        stream->answer = cs_ops_find_answer (tag);
      if (!is_record (stream, tag))
        {
          stream->open[stream->depth++] = tag;
          return;
        }
      begin_record (stream);
    }
  cs_office_tree_start (stream->tree, element);
  if (cs_office_tree_is_full (stream->tree))
    {
      GError *error = NULL;

      cs_error_set (&error, CS_ERROR_LIMIT, stream->reading.line,
                    _ ("the record is larger than any honest one"));
      cs_xml_fail (stream->xml, error);
    }
}

static void
on_end (gpointer data, const CsXmlElement *element)
{
  Stream *stream = data;
  const CsOfficeNode *root;

  if (!cs_office_tree_is_open (stream->tree))
    {
      stream->depth -= stream->depth > 0;
      return;
    }
  root = cs_office_tree_end (stream->tree);
  if (root == NULL)
    return;
  stream->record_end = get_place (stream);
  end_record (stream, root);
}

static void
on_text (gpointer data, const char *text, gsize n_bytes)
{
  Stream *stream = data;

  cs_office_tree_text (stream->tree, text, n_bytes);
}

static void
on_unknown_entity (gpointer data, const char *name)
{
}

static const CsXmlHandler handler = {
  .start = on_start,
  .end = on_end,
  .text = on_text,
  .unknown_entity = on_unknown_entity,
};

/* --- documents --- */

static void
push_document (Stream *stream, const char *at, const char *end)
{
  while (at < end && !is_over (stream))
    {
      gsize n_bytes = MIN (CHUNK_BYTES, end - at);

      cs_xml_push (stream->xml, at, n_bytes);
      at += n_bytes;
    }
}

static void
set_nothing (const Stream *stream, GError **error)
{
  if (stream->answer != NULL)
    cs_error_set (error, CS_ERROR_UNSUPPORTED, 0, _ ("is %s, and holds no publications"),
                  _ (stream->answer));
  else
    cs_error_set (error, CS_ERROR_EMPTY, 0, _ ("holds no publications"));
}

/* Returns: whether the document was read to its end */
static gboolean
read_document (Stream *stream, const char *at, const char *end, guint line)
{
  GError *error = NULL;

  stream->document = at;
  stream->document_end = end;
  stream->depth = 0;
  stream->record = NULL;
  stream->last = NULL;
  stream->answer = NULL;
  stream->n_given = 0;
  stream->skipped = FALSE;
  cs_office_tree_clear (stream->tree);
  cs_xml_begin (stream->xml, line, &handler, stream);
  push_document (stream, at, end);
  if (is_over (stream))
    return TRUE;
  if (cs_xml_end (stream->xml, &error) && (stream->skipped || stream->n_given > 0))
    return TRUE;
  if (error == NULL)
    set_nothing (stream, &error);
  give_fault (stream, ++stream->place, error);
  return FALSE;
}

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
read_rest (Stream *stream, const char *last, const char *end, guint line)
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
  while (at != NULL && !is_over (stream))
    {
      const char *next = find_tag (tag, at + 1, end);

      line += cs_xml_count_lines (counted, at);
      counted = at;
      read_document (stream, at, find_end (tag, at, next == NULL ? end : next), line);
      at = next;
    }
  stream->forced = NULL;
}

/* Reads what stands between two XML declarations. @line: (inout): of @at, then of @stop */
static void
read_slice (Stream *stream, const char *at, const char *stop, guint *line)
{
  const char *start = at;

  while (start < stop && g_ascii_isspace (*start))
    start++;
  *line += cs_xml_count_lines (at, start);
  if (start < stop && !read_document (stream, start, stop, *line) && stream->last != NULL &&
      stream->reading.dialect->records != NULL)
    {
      const char *last = stream->last;

      read_rest (stream, last, stop, *line + cs_xml_count_lines (start, last));
    }
  *line += cs_xml_count_lines (start, stop);
}

/* Reads all documents but the last, which may go on. Returns: where that begins */
static const char *
read_complete (Stream *stream, const char *at, const char *end, guint *line)
{
  const char *next;

  while (end - at > 1 && !is_over (stream) &&
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
  Stream stream = { .input = input, .sink = sink, .cancellable = cancellable };
  const char *end = input->bytes + input->n_bytes;
  const char *last;
  guint line = 1;

  stream.xml = xml;
  stream.tree = tree;
  stream.reading.stream = &stream;
  last = read_complete (&stream, input->bytes, end, &line);
  if (!is_over (&stream))
    read_slice (&stream, last, end, &line);
  return !g_cancellable_set_error_if_cancelled (cancellable, error) && !stream.is_over;
}

/* --- what does not fit into memory --- */

/* Appends the next bytes to @held. Returns: whether there were any; a fault has been given for what
 * cannot be read */
static gboolean
pull_more (Stream *stream, const CsOfficePull *pull, GByteArray *held)
{
  guint n_held = held->len;
  GError *error = NULL;
  gssize n_read;

  if (n_held > CS_MAX_ZIP_ENTRY_BYTES)
    {
      cs_error_set (&error, CS_ERROR_LIMIT, 0, _ ("one document is larger than %d MB"),
                    CS_MAX_ZIP_ENTRY_BYTES >> 20);
      give_fault (stream, ++stream->place, error);
      g_byte_array_set_size (held, 0);
      return FALSE;
    }
  g_byte_array_set_size (held, n_held + PULLED_BYTES);
  n_read = pull->read (pull->data, (char *)held->data + n_held, PULLED_BYTES, &error);
  g_byte_array_set_size (held, n_held + (guint)MAX (n_read, 0));
  if (error != NULL)
    give_fault (stream, ++stream->place, error);
  return n_read > 0;
}

static void
read_pulled (Stream *stream, const CsOfficePull *pull, GByteArray *held)
{
  guint line = 1;
  gboolean has_more = TRUE;

  while (has_more && !is_over (stream))
    {
      const char *start = (const char *)held->data;
      const char *last = read_complete (stream, start, start + held->len, &line);

      g_byte_array_remove_range (held, 0, (guint)(last - start));
      has_more = !is_over (stream) && pull_more (stream, pull, held);
    }
  if (!is_over (stream))
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
  Stream stream = { .input = input, .sink = sink, .cancellable = cancellable };

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
