#include <string.h>

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>

#include "../base/cs-limits.h"
#include "../base/cs-xml-entities.h"
#include "cs-object-xml.h"

#define MAX_NAME_BYTES 40   /* of an entity; the longest known has 31 */
#define MAX_ATTRIBUTES 4096 /* of one element: libxml2 compares them pair by pair */

/* Takes "&name;" at *@at, if it is one, and moves *@at behind it. */
static gboolean
take_reference (const char **at, const char *end, char name[MAX_NAME_BYTES + 1])
{
  const char *from = *at + 1;
  const char *to = from;

  while (to < end && to - from < MAX_NAME_BYTES && g_ascii_isalnum (*to))
    to++;
  if (to == from || to == end || *to != ';')
    return FALSE;

  memcpy (name, from, to - from);
  name[to - from] = '\0';
  *at = to + 1;
  return TRUE;
}

static gboolean
is_of_xml (const char *name)
{
  static const char *const names[] = { "amp", "lt", "gt", "quot", "apos", NULL };

  return g_strv_contains (names, name);
}

static void
append_reference (GString *out, const char *name)
{
  const char *text = is_of_xml (name) ? NULL : cs_xml_entity_lookup (name);

  if (is_of_xml (name))
    g_string_append_printf (out, "&%s;", name);
  else if (text == NULL)
    g_string_append_printf (out, "&amp;%s;", name);
  else
    for (; *text != '\0'; text++) /* some stand for a character of XML */
      if (*text == '<' || *text == '&')
        g_string_append_printf (out, "&#%d;", *text);
      else
        g_string_append_c (out, *text);
}

/* Offices leave out the DTDs that would tell what "&nbsp;" is. */
static GString *
expand_references (const char *xml, gsize n_bytes)
{
  GString *out = g_string_sized_new (n_bytes);
  const char *end = xml + n_bytes;
  char name[MAX_NAME_BYTES + 1];

  for (const char *at = xml; at < end;)
    {
      const char *next = memchr (at, '&', end - at);

      g_string_append_len (out, at, (next == NULL ? end : next) - at);
      if (next == NULL)
        break;

      at = next;
      if (take_reference (&at, end, name))
        append_reference (out, name);
      else
        g_string_append_c (out, *at++);
    }

  return out;
}

static void
set_error (const xmlParserCtxt *context, GError **error)
{
  const xmlError *last = &context->lastError;
  g_autofree char *reason = NULL;

  if (last->message != NULL && strstr (last->message, "depth") != NULL)
    {
      cs_error_set (error, CS_ERROR_LIMIT, last->line, _ ("the source of an object is too deep"));
      return;
    }

  reason = g_strstrip (g_strdup (last->message == NULL ? "" : last->message));
  cs_error_set (error, CS_ERROR_SYNTAX, MAX (last->line, 0),
                _ ("the source of an object is not well-formed: %s"), reason);
}

/* An attribute has its "=", and no tag goes on behind the next "<". */
static gboolean
has_many_attributes (const char *xml, gsize n_bytes)
{
  guint n_equals = 0;

  for (const char *at = xml; at < xml + n_bytes && n_equals <= MAX_ATTRIBUTES; at++)
    if (*at == '<')
      n_equals = 0;
    else
      n_equals += *at == '=';

  return n_equals > MAX_ATTRIBUTES;
}

xmlDoc *
cs_object_xml_parse (const char *xml, gsize n_bytes, GError **error)
{
  g_autoptr (GString) expanded = NULL;
  xmlParserCtxt *context;
  xmlDoc *doc;

  if (n_bytes > CS_MAX_PART_BYTES || has_many_attributes (xml, n_bytes))
    {
      cs_error_set (error, CS_ERROR_LIMIT, 0, _ ("the source of an object is too long"));
      return NULL;
    }

  expanded = expand_references (xml, n_bytes);
  context = xmlNewParserCtxt ();
  context->sax->entityDecl = NULL;
  context->sax->attributeDecl = NULL;
  doc = xmlCtxtReadMemory (context, expanded->str, expanded->len, NULL, "UTF-8",
                           XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                               XML_PARSE_NOCDATA | XML_PARSE_COMPACT);
  if (doc != NULL && xmlDocGetRootElement (doc) == NULL)
    g_clear_pointer (&doc, xmlFreeDoc);
  if (doc == NULL)
    set_error (context, error);
  xmlFreeParserCtxt (context);

  return doc;
}

/* Without a prefix that was not declared, and so is part of the name. */
static const char *
local_name (const xmlChar *name)
{
  const char *colon = strchr ((const char *)name, ':');

  return colon == NULL ? (const char *)name : colon + 1;
}

const char *
cs_object_xml_get_name (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE ? local_name (node->name) : "";
}

gboolean
cs_object_xml_is (const xmlNode *node, const char *name)
{
  return strcmp (cs_object_xml_get_name (node), name) == 0;
}

const char *
cs_object_xml_get (const xmlNode *node, const char *name)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (strcmp (local_name (attribute->name), name) == 0)
      return attribute->children == NULL ? "" : (const char *)attribute->children->content;

  return NULL;
}

guint
cs_object_xml_get_number (const xmlNode *node, const char *name, guint max, guint otherwise)
{
  const char *value = cs_object_xml_get (node, name);
  guint64 number;

  if (value == NULL || !g_ascii_string_to_unsigned (value, 10, 0, max, &number, NULL))
    return otherwise;

  return number;
}

xmlNode *
cs_object_xml_child (const xmlNode *node, const char *name)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (cs_object_xml_is (child, name))
      return child;

  return NULL;
}

xmlNode *
cs_object_xml_next_within (const xmlNode *root, xmlNode *node, gboolean skip)
{
  if (!skip && node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;

  while (node != root && node->next == NULL)
    node = node->parent;

  return node == root ? NULL : node->next;
}

xmlNode *
cs_object_xml_find (xmlNode *root, const char *const *names)
{
  for (xmlNode *node = root; node != NULL; node = cs_object_xml_next_within (root, node, FALSE))
    if (g_strv_contains (names, cs_object_xml_get_name (node)))
      return node;

  return NULL;
}

void
cs_object_xml_append_text (const xmlNode *root, GString *text)
{
  for (xmlNode *node = (xmlNode *)root; node != NULL;
       node = cs_object_xml_next_within (root, node, FALSE))
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
      g_string_append (text, (const char *)node->content);
}
