#include "cs-office-stream.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define CHUNK_BYTES (64 * 1024) /* parsed at a time */
#define MAX_SHOWN_BYTES 60      /* of an unknown root's name in a fault */

gboolean
cs_office_stream_is_over (CsOfficeStream *stream)
{
  stream->is_over |= g_cancellable_is_cancelled (stream->cancellable);
  return stream->is_over;
}

void
cs_office_stream_give_fault (CsOfficeStream *stream, guint place, GError *error)
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
  CsOfficeStream *stream = reading->stream;
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
  CsOfficeStream *stream = reading->stream;
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
end_record (CsOfficeStream *stream, const CsOfficeNode *node)
{
  GError *error = NULL;

  stream->place++;
  stream->n_given++;
  if (!stream->reading.dialect->read (&stream->reading, node, &error))
    cs_office_stream_give_fault (stream, stream->place, error);
  cs_office_tree_clear (stream->tree);
  stream->record = NULL;
  if (cs_office_stream_is_over (stream))
    cs_xml_stop (stream->xml);
}

/* --- elements --- */

/* @wanted: "element" or "parent/element" */
static gboolean
is_at (const CsOfficeStream *stream, const char *tag, const char *wanted)
{
  const char *slash = strchr (wanted, '/');
  const char *parent = stream->depth > 0 ? stream->open[stream->depth - 1] : "";

  if (slash == NULL)
    return strcmp (tag, wanted) == 0;
  return strcmp (tag, slash + 1) == 0 && strlen (parent) == (gsize)(slash - wanted) &&
         strncmp (parent, wanted, slash - wanted) == 0;
}

static gboolean
is_record (const CsOfficeStream *stream, const char *tag)
{
  const char *const *records = stream->reading.dialect->records;

  if (records == NULL || stream->forced != NULL)
    return stream->depth == 0;
  while (*records != NULL && !is_at (stream, tag, *records))
    records++;
  return *records != NULL;
}

static void
refuse_root (CsOfficeStream *stream, const char *root)
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
begin_root (CsOfficeStream *stream, const CsXmlElement *element, const char *tag)
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
get_place (const CsOfficeStream *stream)
{
  gssize position = cs_xml_get_position (stream->xml);

  if (position < 0 || position > stream->document_end - stream->document)
    return NULL;
  return stream->document + position;
}

static void
begin_record (CsOfficeStream *stream)
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
  CsOfficeStream *stream = data;
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
  CsOfficeStream *stream = data;
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
  CsOfficeStream *stream = data;

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
push_document (CsOfficeStream *stream, const char *at, const char *end)
{
  while (at < end && !cs_office_stream_is_over (stream))
    {
      gsize n_bytes = MIN (CHUNK_BYTES, end - at);

      cs_xml_push (stream->xml, at, n_bytes);
      at += n_bytes;
    }
}

static void
set_nothing (const CsOfficeStream *stream, GError **error)
{
  if (stream->answer != NULL)
    cs_error_set (error, CS_ERROR_UNSUPPORTED, 0, _ ("is %s, and holds no publications"),
                  _ (stream->answer));
  else
    cs_error_set (error, CS_ERROR_EMPTY, 0, _ ("holds no publications"));
}

gboolean
cs_office_stream_read_document (CsOfficeStream *stream, const char *at, const char *end, guint line)
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
  if (cs_office_stream_is_over (stream))
    return TRUE;
  if (cs_xml_end (stream->xml, &error) && (stream->skipped || stream->n_given > 0))
    return TRUE;
  if (error == NULL)
    set_nothing (stream, &error);
  cs_office_stream_give_fault (stream, ++stream->place, error);
  return FALSE;
}
