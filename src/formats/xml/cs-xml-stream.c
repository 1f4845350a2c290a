#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../base/cs-limits.h"
#include "cs-xml-dialect.h"
#include "cs-xml-split.h"
#include "cs-xml-stream.h"

#define MAX_ROOT_BYTES 60 /* of an unknown root's name in an error */

typedef struct
{
  CsReadContext *context;
  CsXml *xml;
  guint line; /* 1-based, of the next byte */
  gboolean in_document;
  gboolean skipped; /* the document is none of ours and no error */
  CsXmlReading reading;
  gpointer reader;
} Stream;

static void
refuse_root (Stream *stream, const CsXmlDialect *dialect, const char *root)
{
  GError *error = NULL;
  guint line = cs_xml_get_line (stream->xml);

  if (dialect != NULL)
    cs_error_set (&error, CS_ERROR_UNSUPPORTED, line, _ ("is %s, which this version does not read"),
                  _ (dialect->name));
  else
    cs_error_set (&error, CS_ERROR_UNSUPPORTED, line,
                  _ ("is XML of an unknown kind: its root is \"%.*s\""), MAX_ROOT_BYTES, root);
  cs_xml_fail (stream->xml, error);
}

static void
on_root (gpointer data, const CsXmlElement *element)
{
  Stream *stream = data;
  CsReadContext *context = stream->context;
  const CsXmlDialect *dialect = cs_xml_dialect_find (cs_xml_element_local_name (element));

  if (strcmp (element->tag, "sequence-cwu") == 0)
    {
      stream->skipped = TRUE;
      cs_xml_stop (stream->xml);
      return;
    }
  if (dialect == NULL || dialect->format == NULL)
    {
      refuse_root (stream, dialect, element->tag);
      return;
    }

  stream->reading = (CsXmlReading){
    .dialect = dialect,
    .builder = cs_draft_builder_new (context->path, context->index, dialect->format),
    .xml = stream->xml,
    .images = context->images,
    .claims_language = context->claims_language,
  };
  stream->reader = dialect->begin (&stream->reading);
  cs_xml_set_aliases (stream->xml, dialect->aliases, dialect->n_aliases);
  cs_xml_set_handler (stream->xml, dialect->handler, stream->reader);
  dialect->handler->start (stream->reader, element);
}

/* libxml2 calls nothing else before the root. */
static const CsXmlHandler root_handler = { .start = on_root };

static void
begin_document (Stream *stream)
{
  cs_xml_begin (stream->xml, stream->line, &root_handler, stream);
  stream->in_document = TRUE;
  stream->skipped = FALSE;
}

static void
drop_document (Stream *stream)
{
  if (stream->reader != NULL)
    stream->reading.dialect->free (stream->reader);
  stream->reader = NULL;
  g_clear_pointer (&stream->reading.builder, cs_draft_builder_free);
}

static void
end_document (Stream *stream)
{
  CsDraft *draft = NULL;
  GError *error = NULL;

  if (!stream->in_document)
    return;

  stream->in_document = FALSE;
  if (cs_xml_end (stream->xml, &error) && stream->reader != NULL)
    draft = stream->reading.dialect->end (g_steal_pointer (&stream->reader),
                                          g_steal_pointer (&stream->reading.builder), &error);
  drop_document (stream);
  if (!stream->skipped)
    cs_read_context_give (stream->context, draft, error);
}

/* Takes bytes of one document, or white space between two. */
static void
push (Stream *stream, const char *at, const char *end)
{
  const char *start = at;

  while (!stream->in_document && start < end && g_ascii_isspace (*start))
    start++;
  stream->line += cs_xml_count_lines (at, start);
  if (start == end)
    return;

  if (!stream->in_document)
    begin_document (stream);
  cs_xml_push (stream->xml, start, end - start);
  stream->line += cs_xml_count_lines (start, end);
}

static void
push_documents (Stream *stream, const char *at, const char *end)
{
  const char *next;

  while (!cs_read_context_is_over (stream->context) &&
         (next = cs_xml_find_declaration (at, end)) != NULL)
    {
      push (stream, at, next);
      end_document (stream);
      begin_document (stream);
      push (stream, next, next + CS_XML_DECLARATION_BYTES);
      at = next + CS_XML_DECLARATION_BYTES;
    }
  push (stream, at, end);
}

/* How many bytes at the end may be the beginning of an XML declaration. */
static gsize
held_bytes (const char *bytes, gsize n_bytes)
{
  gsize n_tail = MIN (n_bytes, CS_XML_DECLARATION_BYTES);

  for (gsize n = n_tail; n > 0; n--)
    if (memcmp (bytes + n_bytes - n, CS_XML_DECLARATION, n) == 0)
      return n;

  return 0;
}

/* Reads the next bytes. @total: (inout): of the input so far. Returns: how many, -1 on error */
static gssize
read_chunk (Stream *stream, GInputStream *input, char *buffer, gsize *total, GError **error)
{
  gssize n_read = g_input_stream_read (input, buffer, CS_READ_CHUNK_BYTES,
                                       stream->context->cancellable, error);

  *total += MAX (n_read, 0);
  if (*total <= CS_MAX_FILE_BYTES)
    return n_read;

  cs_error_set (error, CS_ERROR_LIMIT, stream->line, _ ("is larger than %d MB"),
                CS_MAX_FILE_BYTES >> 20);
  return -1;
}

static void
read_documents (Stream *stream, GInputStream *input)
{
  g_autofree char *buffer = g_malloc (CS_READ_CHUNK_BYTES + CS_XML_DECLARATION_BYTES);
  GError *error = NULL;
  gsize total = 0;
  gsize held = 0;
  gssize n_read = 1;

  while (n_read > 0 && !cs_read_context_is_over (stream->context))
    {
      gsize n_bytes;

      n_read = read_chunk (stream, input, buffer + held, &total, &error);
      if (n_read < 0)
        break;
      n_bytes = held + n_read;
      held = n_read == 0 ? 0 : held_bytes (buffer, n_bytes);
      push_documents (stream, buffer, buffer + n_bytes - held);
      memmove (buffer, buffer + n_bytes - held, held);
    }

  if (error == NULL)
    end_document (stream);
  else
    cs_read_context_give (stream->context, NULL, error);
}

void
cs_xml_stream_read (CsReadContext *context, GInputStream *input)
{
  g_autoptr (CsXml) xml = cs_xml_new ();
  Stream stream = { .context = context, .xml = xml, .line = 1 };

  read_documents (&stream, input);
  drop_document (&stream);
  if (context->index == 0 && !cs_read_context_is_over (context))
    {
      GError *error = NULL;

      cs_error_set (&error, CS_ERROR_EMPTY, 0, _ ("holds no application"));
      cs_read_context_give (context, NULL, error);
    }
}
