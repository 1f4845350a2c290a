#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <libxml/parser.h>

#include "../base/cs-error.h"
#include "../base/cs-limits.h"
#include "cs-nearest.h"
#include "cs-xml-tree.h"

typedef xmlParserCtxt CsTreeParser;

static void
parser_free (CsTreeParser *parser)
{
  xmlFreeDoc (parser->myDoc);
  xmlFreeParserCtxt (parser);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsTreeParser, parser_free)

/* A document type could declare entities; none of our files has a use for one. */
static void
refuse_document_type (void *data,
                      const xmlChar *name,
                      const xmlChar *public_id,
                      const xmlChar *system_id)
{
  CsTreeParser *parser = data;
  gboolean *refused = parser->_private;

  *refused = TRUE;
  xmlStopParser (parser);
}

static void
set_parser_error (const CsTreeParser *parser, gboolean refused, GError **error)
{
  g_autofree char *reason = g_strdup (parser->lastError.message);
  int line = MAX (parser->lastError.line, 0);

  if (refused)
    {
      cs_error_set (error, CS_ERROR_HOSTILE,
                    parser->input == NULL ? 0 : MAX (parser->input->line, 0),
                    _ ("a document type is not allowed here"));
      return;
    }

  g_strchomp (reason == NULL ? (reason = g_strdup ("?")) : reason);
  cs_error_set (error, CS_ERROR_SYNTAX, line, _ ("line %d: not well-formed XML: %s"), line, reason);
}

xmlDoc *
cs_tree_parse (GBytes *bytes, GError **error)
{
  g_autoptr (CsTreeParser) parser = xmlNewParserCtxt ();
  g_autoptr (xmlDoc) doc = NULL;
  gboolean refused = FALSE;
  const char *data;
  gsize n_bytes;

  data = g_bytes_get_data (bytes, &n_bytes);
  if (n_bytes > CS_MAX_CHECKLIST_BYTES)
    {
      cs_error_set (error, CS_ERROR_LIMIT, 0, _ ("larger than %d bytes"), CS_MAX_CHECKLIST_BYTES);
      return NULL;
    }
  if (n_bytes == 0)
    {
      cs_error_set (error, CS_ERROR_EMPTY, 0, _ ("the file is empty"));
      return NULL;
    }

  parser->_private = &refused;
  parser->sax->internalSubset = refuse_document_type;
  doc = xmlCtxtReadMemory (parser, data, n_bytes, NULL, NULL,
                           XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                               XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA | XML_PARSE_COMPACT);
  if (doc == NULL || refused)
    {
      set_parser_error (parser, refused, error);
      return NULL;
    }

  return g_steal_pointer (&doc);
}

xmlDoc *
cs_tree_parse_resource (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  xmlDoc *doc;

  if (bytes == NULL)
    return NULL;

  doc = cs_tree_parse (bytes, error);
  if (doc == NULL)
    g_prefix_error (error, "%s: ", path);

  return doc;
}

gboolean
cs_tree_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *)node->name, name) == 0;
}

xmlNode *
cs_tree_first (xmlNode *node)
{
  while (node != NULL && node->type != XML_ELEMENT_NODE)
    node = node->next;

  return node;
}

guint
cs_tree_get_line (const xmlNode *node)
{
  return MAX (xmlGetLineNo (node), 0);
}

static char *
take_xml_string (xmlChar *string)
{
  char *copy = g_strdup ((const char *)string);

  xmlFree (string);

  return copy;
}

char *
cs_tree_dup_attribute (const xmlNode *node, const char *name)
{
  return take_xml_string (xmlGetNoNsProp (node, (const xmlChar *)name));
}

char *
cs_tree_dup_language (const xmlNode *node)
{
  return take_xml_string (xmlGetNsProp (node, (const xmlChar *)"lang", XML_XML_NAMESPACE));
}

gboolean
cs_tree_is_han (gunichar c)
{
  return c >= 0x2e80 && g_unichar_iswide (c);
}

/* The stretch of white space from *@at on: no space, one, or itself when it has no line end. */
static void
append_space (GString *out, const char **at)
{
  const char *begin = *at;
  gboolean line_end = FALSE;
  const char *last;

  for (; g_ascii_isspace (**at); (*at)++)
    line_end = line_end || **at == '\n';

  if (!line_end)
    {
      g_string_append_len (out, begin, *at - begin);
      return;
    }

  last = g_utf8_find_prev_char (out->str, out->str + out->len);
  if (last != NULL && !cs_tree_is_han (g_utf8_get_char (last)) &&
      !cs_tree_is_han (g_utf8_get_char (*at)))
    g_string_append_c (out, ' ');
}

char *
cs_tree_dup_text (const xmlNode *node)
{
  g_autofree char *content = g_strstrip (take_xml_string (xmlNodeGetContent (node)));
  GString *out = g_string_new (NULL);

  for (const char *at = content; *at != '\0';)
    if (g_ascii_isspace (*at))
      append_space (out, &at);
    else
      g_string_append_c (out, *at++);

  return g_string_free (out, FALSE);
}

void
cs_tree_read_words (const xmlNode *node, CsWords *words)
{
  g_autofree char *language = cs_tree_dup_language (node);

  cs_words_set (words, language, cs_tree_dup_text (node));
}

void
cs_tree_set_unknown (GError **error,
                     const xmlNode *node,
                     const char *kind,
                     const char *name,
                     const char *const *known)
{
  g_autofree char *hint = cs_nearest_dup_hint (name, known);
  guint line = cs_tree_get_line (node);

  cs_error_set (error, CS_ERROR_CHECKLIST, line, _ ("line %u: unknown %s \"%s\"%s"), line, kind,
                name, hint);
}

gboolean
cs_tree_check_attributes (const xmlNode *node, const char *const *known, GError **error)
{
  for (const xmlAttr *at = node->properties; at != NULL; at = at->next)
    {
      const char *name = (const char *)at->name;

      if (at->ns != NULL || g_strv_contains (known, name))
        continue;

      cs_tree_set_unknown (error, node, _ ("attribute"), name, known);
      return FALSE;
    }

  return TRUE;
}

/* --- attributes with a meaning --- */

char *
cs_tree_read_needed (const xmlNode *node, const char *name, GError **error)
{
  char *value = cs_tree_dup_attribute (node, name);
  guint line = cs_tree_get_line (node);

  if (value == NULL)
    cs_error_set (error, CS_ERROR_CHECKLIST, line, _ ("line %u: \"%s\" needs an attribute \"%s\""),
                  line, (const char *)node->name, name);

  return value;
}

/* The place of the attribute's value in @known. */
gboolean
cs_tree_read_choice (const xmlNode *node,
                     const char *name,
                     const char *kind,
                     const char *const *known,
                     guint *place,
                     GError **error)
{
  g_autofree char *value = cs_tree_read_needed (node, name, error);

  if (value == NULL)
    return FALSE;

  for (guint i = 0; known[i] != NULL; i++)
    if (strcmp (known[i], value) == 0)
      {
        *place = i;
        return TRUE;
      }

  cs_tree_set_unknown (error, node, kind, value, known);

  return FALSE;
}

/* The values of the attribute as bits by their place in @known; 0 when it is not there. */
gboolean
cs_tree_read_bits (const xmlNode *node,
                   const char *name,
                   const char *kind,
                   const char *const *known,
                   guint *bits,
                   GError **error)
{
  g_autofree char *value = cs_tree_dup_attribute (node, name);
  g_auto (GStrv) words = g_strsplit_set (value == NULL ? "" : value, " \t\n", -1);

  *bits = 0;
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint place = 0;

      if (*words[i] == '\0')
        continue;
      while (known[place] != NULL && strcmp (known[place], words[i]) != 0)
        place++;
      if (known[place] == NULL)
        {
          cs_tree_set_unknown (error, node, kind, words[i], known);
          return FALSE;
        }
      *bits |= 1u << place;
    }

  return TRUE;
}
