#include <string.h>

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "../../base/cs-limits.h"
#include "../../base/cs-xml-entities.h"
#include "cs-xml.h"

#define MAX_TAG_BYTES (256 * 1024) /* libxml2 compares the attributes of a tag pair by pair */
#define MAX_ATTRIBUTES 256         /* of one element; DTDs of patent offices know twenty */
#define MAX_DECLARED 256           /* attributes a document may declare for itself */
#define MAX_ENTITY_BYTES 16        /* an entity a document declares: a character or two */
#define MAX_REFERENCE_BYTES 80     /* "&name;" of an unknown entity, longer names are cut */

struct _CsXml
{
  xmlParserCtxtPtr context;
  GHashTable *names;    /* pointer into the context's dictionary -> CsXmlName */
  GHashTable *aliases;  /* the same, of the document's dialect */
  GHashTable *declared; /* name -> text of the entities that the document declares */
  const CsXmlHandler *handler;
  gpointer data;
  guint first_line;
  guint16 open[CS_MAX_XML_DEPTH]; /* the CsXmlName of each open element */
  guint depth;
  guint skip_depth; /* elements deeper than this are not reported; 0 when all are */
  gsize node_bytes;
  guint n_declared;
  gboolean has_root;
  gboolean stopped;
  GError *error;
  xmlEntity entity; /* what libxml2 is told about the entity it met last */
  char reference[MAX_REFERENCE_BYTES];
};

static xmlParserInputPtr
refuse_external_entity (const char *url, const char *id, xmlParserCtxtPtr context)
{
  return NULL;
}

guint
cs_xml_get_line (const CsXml *xml)
{
  const xmlParserCtxt *context = xml->context;

  if (context->input == NULL || context->input->line < 1)
    return xml->first_line;

  return xml->first_line + context->input->line - 1;
}

gssize
cs_xml_get_position (const CsXml *xml)
{
  const xmlParserInput *input = xml->context->input;

  if (input == NULL || input->buf == NULL || input->buf->encoder != NULL)
    return -1;

  return (gssize)input->consumed + (input->cur - input->base);
}

void
cs_xml_fail (CsXml *xml, GError *error)
{
  if (xml->error == NULL && !xml->stopped)
    xml->error = error;
  else
    g_error_free (error);
  cs_xml_stop (xml);
}

void
cs_xml_stop (CsXml *xml)
{
  xml->stopped = TRUE;
  xmlStopParser (xml->context);
}

gboolean
cs_xml_is_stopped (const CsXml *xml)
{
  return xml->stopped;
}

void
cs_xml_skip (CsXml *xml)
{
  xml->skip_depth = xml->depth;
}

G_GNUC_PRINTF (3, 4)
static void
fail (CsXml *xml, CsError code, const char *format, ...)
{
  GError *error;
  va_list args;

  va_start (args, format);
  error = cs_error_new_valist (code, cs_xml_get_line (xml), format, args);
  va_end (args);
  cs_xml_fail (xml, error);
}

static gboolean
is_quiet (const CsXml *xml)
{
  return xml->stopped || xml->skip_depth > 0;
}

/* Puts @element on the stack of open ones. Returns whether there was room. */
static gboolean
enter (CsXml *xml, CsXmlName name)
{
  if (xml->depth == CS_MAX_XML_DEPTH)
    {
      fail (xml, CS_ERROR_LIMIT, _ ("elements are nested deeper than %d"), CS_MAX_XML_DEPTH);
      return FALSE;
    }

  xml->open[xml->depth++] = name;
  xml->node_bytes = 0;
  xml->has_root = TRUE;
  return TRUE;
}

static CsXmlName
find_name (const CsXml *xml, const xmlChar *tag)
{
  gpointer name;

  if (g_hash_table_lookup_extended (xml->aliases, tag, NULL, &name))
    return GPOINTER_TO_UINT (name);

  return GPOINTER_TO_UINT (g_hash_table_lookup (xml->names, tag));
}

static void
on_start (void *data,
          const xmlChar *tag,
          const xmlChar *prefix,
          const xmlChar *address,
          int n_namespaces,
          const xmlChar **namespaces,
          int n_attributes,
          int n_defaulted,
          const xmlChar **attributes)
{
  CsXml *xml = data;
  CsXmlElement element = {
    .name = find_name (xml, tag),
    .tag = (const char *)tag,
    .prefix = (const char *)prefix,
    .address = (const char *)address,
    .namespaces = (const char *const *)namespaces,
    .n_namespaces = n_namespaces,
    .attributes = (const char *const *)attributes,
    .n_attributes = n_attributes,
  };

  if (xml->stopped || !enter (xml, element.name))
    return;
  if (n_attributes > MAX_ATTRIBUTES)
    fail (xml, CS_ERROR_LIMIT, _ ("element \"%s\" has more than %d attributes"), element.tag,
          MAX_ATTRIBUTES);
  if (!is_quiet (xml))
    xml->handler->start (xml->data, &element);
}

static void
on_end (void *data, const xmlChar *tag, const xmlChar *prefix, const xmlChar *address)
{
  CsXml *xml = data;
  CsXmlElement element = { .tag = (const char *)tag,
                           .prefix = (const char *)prefix,
                           .address = (const char *)address };

  if (xml->stopped || xml->depth == 0)
    return;

  element.name = xml->open[--xml->depth];
  xml->node_bytes = 0;
  if (!is_quiet (xml))
    xml->handler->end (xml->data, &element);
  else if (xml->depth < xml->skip_depth)
    xml->skip_depth = 0;
}

static void
on_text (void *data, const xmlChar *text, int n_bytes)
{
  CsXml *xml = data;

  if (is_quiet (xml) || xml->depth == 0)
    return;

  xml->node_bytes += n_bytes;
  if (xml->node_bytes > CS_MAX_XML_NODE_BYTES)
    fail (xml, CS_ERROR_LIMIT, _ ("one text is longer than %d MB"), CS_MAX_XML_NODE_BYTES >> 20);
  else
    xml->handler->text (xml->data, (const char *)text, n_bytes);
}

static void
on_instruction (void *data, const xmlChar *target, const xmlChar *content)
{
  CsXml *xml = data;

  if (!is_quiet (xml) && xml->depth > 0 && xml->handler->instruction != NULL)
    xml->handler->instruction (xml->data, (const char *)target,
                               content == NULL ? "" : (const char *)content);
}

/* Entities of more than a character or two are how an entity bomb is built; real files of patent
 * offices declare none, but for pictures (NDATA), which come in by another callback. */
static void
on_entity_declared (void *data,
                    const xmlChar *name,
                    int type,
                    const xmlChar *public_id,
                    const xmlChar *system_id,
                    xmlChar *content)
{
  CsXml *xml = data;
  const char *text = (const char *)content;

  if (xml->stopped)
    return;
  if (type == XML_EXTERNAL_GENERAL_PARSED_ENTITY || type == XML_EXTERNAL_PARAMETER_ENTITY)
    fail (xml, CS_ERROR_HOSTILE, _ ("external entity \"%s\" is refused"), name);
  else if (type == XML_INTERNAL_PARAMETER_ENTITY)
    fail (xml, CS_ERROR_HOSTILE, _ ("parameter entity \"%s\" is refused"), name);
  else if (text == NULL || strlen (text) > MAX_ENTITY_BYTES || strpbrk (text, "&%<") != NULL)
    fail (xml, CS_ERROR_HOSTILE, _ ("entity \"%s\", which is more than a character, is refused"),
          name);
  else if (g_hash_table_size (xml->declared) >= MAX_DECLARED)
    fail (xml, CS_ERROR_HOSTILE, _ ("more than %d entities are declared"), MAX_DECLARED);
  else
    g_hash_table_insert (xml->declared, g_strdup ((const char *)name), g_strdup (text));
}

static void
on_attribute_declared (void *data,
                       const xmlChar *element,
                       const xmlChar *name,
                       int type,
                       int has_default,
                       const xmlChar *value,
                       xmlEnumerationPtr values)
{
  CsXml *xml = data;

  xmlFreeEnumeration (values);
  if (++xml->n_declared > MAX_DECLARED)
    fail (xml, CS_ERROR_HOSTILE, _ ("more than %d attributes are declared"), MAX_DECLARED);
}

static const char *
entity_text (CsXml *xml, const char *name)
{
  const char *text = g_hash_table_lookup (xml->declared, name);

  if (text == NULL)
    text = cs_xml_entity_lookup (name);
  if (text != NULL)
    return text;

  if (!is_quiet (xml) && xml->depth > 0)
    xml->handler->unknown_entity (xml->data, name);
  g_snprintf (xml->reference, sizeof xml->reference, "&%.*s;", MAX_REFERENCE_BYTES - 3, name);

  return xml->reference;
}

/* libxml2 leaves the source of a declared entity with the entity. */
static void
clear_entity (CsXml *xml)
{
  xmlFree (xml->entity.orig);
  memset (&xml->entity, 0, sizeof xml->entity);
}

/* libxml2 takes a "predefined" entity as plain text, which is what we want in text; in the value
 * of an attribute it would copy only its first byte, so there the reference stays as written. */
static xmlEntityPtr
on_get_entity (void *data, const xmlChar *name)
{
  CsXml *xml = data;
  gboolean in_attribute = xml->context->instate == XML_PARSER_ATTRIBUTE_VALUE;

  clear_entity (xml);
  xml->entity.type = XML_ENTITY_DECL;
  xml->entity.name = name;
  xml->entity.etype = in_attribute ? XML_INTERNAL_GENERAL_ENTITY : XML_INTERNAL_PREDEFINED_ENTITY;
  if (!in_attribute)
    {
      xml->entity.content = (xmlChar *)entity_text (xml, (const char *)name);
      xml->entity.length = strlen ((const char *)xml->entity.content);
    }

  return &xml->entity;
}

static CsError
error_code_of (const xmlError *trouble)
{
  if (trouble->code == XML_ERR_ENTITY_LOOP || trouble->code == XML_ERR_ENTITY_BOUNDARY)
    return CS_ERROR_HOSTILE;
  if (trouble->code == XML_ERR_UNSUPPORTED_ENCODING || trouble->code == XML_ERR_UNKNOWN_ENCODING ||
      trouble->code == XML_ERR_INVALID_ENCODING || trouble->code == XML_I18N_CONV_FAILED ||
      strstr (trouble->message, "not proper UTF-8") != NULL)
    return CS_ERROR_ENCODING;
  if (trouble->code == XML_ERR_NAME_TOO_LONG || strstr (trouble->message, "too long") != NULL ||
      strstr (trouble->message, "too big") != NULL || strstr (trouble->message, "Huge") != NULL)
    return CS_ERROR_LIMIT;

  return CS_ERROR_SYNTAX;
}

/* Where libxml2 speaks of lines, from the start of the document, or is mistaken, our own words. */
static char *
dup_reason (const CsXml *xml, const xmlError *trouble)
{
  g_autofree char *reason = NULL;

  if (trouble->code == XML_ERR_TAG_NAME_MISMATCH && trouble->str1 != NULL && trouble->str2 != NULL)
    reason = g_strdup_printf (_ ("\"%s\" is ended by \"%s\""), trouble->str1, trouble->str2);
  else if (trouble->code == XML_ERR_DOCUMENT_END && xml->depth > 0 && xml->context->name != NULL)
    reason = g_strdup_printf (_ ("the file ends within \"%s\""), xml->context->name);
  else if (trouble->code == XML_ERR_DOCUMENT_END && !xml->has_root)
    reason = g_strdup (_ ("there is no element in it"));
  else if (trouble->code == XML_ERR_NAME_REQUIRED)
    reason = g_strdup (_ ("a bare \"&\" or \"<\""));
  else
    reason = g_strdup (trouble->message);

  g_strchomp (reason);
  reason[0] = g_ascii_tolower (reason[0]);
  return g_utf8_make_valid (reason, -1);
}

static void
on_error (void *data, xmlErrorPtr trouble)
{
  CsXml *xml = data;
  g_autofree char *reason = NULL;

  if (xml->stopped || trouble->level != XML_ERR_FATAL || trouble->message == NULL)
    return;

  reason = dup_reason (xml, trouble);
  fail (xml, error_code_of (trouble), _ ("broken XML: %s"), reason);
}

static xmlSAXHandler sax = {
  .initialized = XML_SAX2_MAGIC,
  .startElementNs = on_start,
  .endElementNs = on_end,
  .characters = on_text,
  .ignorableWhitespace = on_text,
  .cdataBlock = on_text,
  .processingInstruction = on_instruction,
  .getEntity = on_get_entity,
  .entityDecl = on_entity_declared,
  .attributeDecl = on_attribute_declared,
  .serror = on_error,
};

/* Some troubles libxml2 would print, and report no other way than by its answer. */
G_GNUC_PRINTF (2, 3)
static void
print_nothing (void *data, const char *format, ...)
{
}

static void
map_name (CsXml *xml, GHashTable *map, const char *tag, CsXmlName name)
{
  const xmlChar *key = xmlDictLookup (xml->context->dict, (const xmlChar *)tag, -1);

  g_hash_table_insert (map, (gpointer)key, GUINT_TO_POINTER (name));
}

static void
make_context (CsXml *xml)
{
  xmlSetGenericErrorFunc (NULL, print_nothing); /* of this thread */
  xml->context = xmlCreatePushParserCtxt (&sax, xml, NULL, 0, NULL);
  xmlCtxtUseOptions (xml->context, XML_PARSE_NONET);
  g_hash_table_remove_all (xml->names);
  for (guint name = 0; name < CS_XML_N_NAMES; name++)
    if (*cs_xml_name_get_string (name) != '\0')
      map_name (xml, xml->names, cs_xml_name_get_string (name), name);
}

static void
free_context (CsXml *xml)
{
  if (xml->context == NULL)
    return;

  g_clear_pointer (&xml->context->myDoc, xmlFreeDoc);
  g_clear_pointer (&xml->context, xmlFreeParserCtxt);
}

CsXml *
cs_xml_new (void)
{
  static gsize once;
  CsXml *xml = g_new0 (CsXml, 1);

  if (g_once_init_enter (&once))
    {
      xmlInitParser ();
      xmlSetExternalEntityLoader (refuse_external_entity);
      g_once_init_leave (&once, 1);
    }

  xml->names = g_hash_table_new (NULL, NULL);
  xml->aliases = g_hash_table_new (NULL, NULL);
  xml->declared = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  make_context (xml);

  return xml;
}

void
cs_xml_free (CsXml *xml)
{
  free_context (xml);
  clear_entity (xml);
  g_hash_table_unref (xml->names);
  g_hash_table_unref (xml->aliases);
  g_hash_table_unref (xml->declared);
  g_clear_error (&xml->error);
  g_free (xml);
}

void
cs_xml_begin (CsXml *xml, guint first_line, const CsXmlHandler *handler, gpointer data)
{
  /* A context that met trouble is not trusted to come back to its senses. */
  if (xml->stopped)
    {
      free_context (xml);
      make_context (xml);
    }
  xmlCtxtResetPush (xml->context, NULL, 0, NULL, NULL);
  xml->context->charset = XML_CHAR_ENCODING_NONE; /* to be told from the first bytes */

  g_hash_table_remove_all (xml->aliases);
  g_hash_table_remove_all (xml->declared);
  g_clear_error (&xml->error);
  xml->handler = handler;
  xml->data = data;
  xml->first_line = first_line;
  xml->depth = 0;
  xml->skip_depth = 0;
  xml->node_bytes = 0;
  xml->n_declared = 0;
  xml->has_root = FALSE;
  xml->stopped = FALSE;
}

void
cs_xml_set_handler (CsXml *xml, const CsXmlHandler *handler, gpointer data)
{
  xml->handler = handler;
  xml->data = data;
}

void
cs_xml_set_aliases (CsXml *xml, const CsXmlAlias *aliases, guint n_aliases)
{
  for (guint i = 0; i < n_aliases; i++)
    map_name (xml, xml->aliases, aliases[i].tag, aliases[i].name);
}

void
cs_xml_push (CsXml *xml, const char *bytes, gsize n_bytes)
{
  const xmlParserInput *input;

  if (xml->stopped || n_bytes == 0)
    return;

  if (xmlParseChunk (xml->context, bytes, n_bytes, 0) == XML_ERR_INVALID_ENCODING)
    fail (xml, CS_ERROR_ENCODING, _ ("broken XML: it is not in the encoding that it names"));
  input = xml->context->input;
  if (!xml->stopped && input != NULL && input->end - input->cur > MAX_TAG_BYTES)
    fail (xml, CS_ERROR_LIMIT, _ ("one tag, comment or instruction is longer than %d KB"),
          MAX_TAG_BYTES >> 10);
}

gboolean
cs_xml_end (CsXml *xml, GError **error)
{
  if (!xml->stopped)
    xmlParseChunk (xml->context, NULL, 0, 1);
  /* An encoding that fails half-way may end the document without an error. */
  if (!xml->stopped && (!xml->context->wellFormed || !xml->has_root || xml->depth > 0))
    fail (xml, CS_ERROR_SYNTAX, _ ("broken XML"));

  if (xml->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&xml->error));
      return FALSE;
    }

  return TRUE;
}
