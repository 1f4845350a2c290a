#include <string.h>

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "../../base/cs-error.h"
#include "../../base/cs-limits.h"
#include "cs-docx-xml.h"

#define OFFICE "http://schemas.openxmlformats.org/"
#define STRICT "http://purl.oclc.org/ooxml/"
#define MICROSOFT "http://schemas.microsoft.com/office/word/2010/"

typedef struct
{
  const char *prefix;
  const char *uri;
  const char *strict; /* NULL when it is the same in strict files */
} SpaceName;

/* Source: ISO/IEC 29500-1:2016 and -4:2016, annexes A; [MS-ODRAWXML] 2.1 for the last. */
static const SpaceName spaces[CS_DOCX_N_SPACES] = {
  [CS_DOCX_W] = { "w", OFFICE "wordprocessingml/2006/main", STRICT "wordprocessingml/main" },
  [CS_DOCX_M] = { "m", OFFICE "officeDocument/2006/math", STRICT "officeDocument/math" },
  [CS_DOCX_R] = { "r", OFFICE "officeDocument/2006/relationships",
                  STRICT "officeDocument/relationships" },
  [CS_DOCX_WP] = { "wp", OFFICE "drawingml/2006/wordprocessingDrawing",
                   STRICT "drawingml/wordprocessingDrawing" },
  [CS_DOCX_A] = { "a", OFFICE "drawingml/2006/main", STRICT "drawingml/main" },
  [CS_DOCX_PIC] = { "pic", OFFICE "drawingml/2006/picture", STRICT "drawingml/picture" },
  [CS_DOCX_C] = { "c", OFFICE "drawingml/2006/chart", STRICT "drawingml/chart" },
  [CS_DOCX_MC] = { "mc", OFFICE "markup-compatibility/2006", NULL },
  [CS_DOCX_WPS] = { "wps", MICROSOFT "wordprocessingShape", NULL },
  [CS_DOCX_WPG] = { "wpg", MICROSOFT "wordprocessingGroup", NULL },
  [CS_DOCX_WPC] = { "wpc", MICROSOFT "wordprocessingCanvas", NULL },
  [CS_DOCX_O] = { "o", "urn:schemas-microsoft-com:office:office", NULL },
  [CS_DOCX_V] = { "v", "urn:schemas-microsoft-com:vml", NULL },
  [CS_DOCX_REL] = { "", OFFICE "package/2006/relationships", NULL },
  [CS_DOCX_TYPE] = { "", OFFICE "package/2006/content-types", NULL },
};

/* --- parsing --- */

static void
refuse_doctype (void *data,
                const xmlChar *name G_GNUC_UNUSED,
                const xmlChar *public_id G_GNUC_UNUSED,
                const xmlChar *system_id G_GNUC_UNUSED)
{
  xmlParserCtxt *context = data;
  gboolean *has_doctype = context->_private;

  *has_doctype = TRUE;
  xmlStopParser (context);
}

static void
set_broken (const char *name, const xmlError *trouble, GError **error)
{
  const char *message = trouble->message == NULL ? "" : trouble->message;
  g_autofree char *valid = g_utf8_make_valid (message, -1);
  CsError code = CS_ERROR_SYNTAX;

  if (strstr (valid, "depth") != NULL || strstr (valid, "Huge") != NULL ||
      strstr (valid, "too long") != NULL || strstr (valid, "too big") != NULL)
    code = CS_ERROR_LIMIT;
  cs_error_set (error, code, MAX (trouble->line, 0), _ ("\"%s\": broken XML: %s"), name,
                g_strstrip (valid));
}

xmlDoc *
cs_docx_xml_parse (const char *name, GBytes *bytes, GError **error)
{
  gboolean has_doctype = FALSE;
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  xmlParserCtxt *context;
  xmlDoc *tree;

  if (n_bytes == 0)
    {
      cs_error_set (error, CS_ERROR_SYNTAX, 0, _ ("\"%s\" is empty"), name);
      return NULL;
    }

  context = xmlCreateMemoryParserCtxt (data, n_bytes);
  context->_private = &has_doctype;
  context->sax->internalSubset = refuse_doctype;
  xmlCtxtUseOptions (context, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                  XML_PARSE_NOCDATA);
  xmlParseDocument (context);
  tree = g_steal_pointer (&context->myDoc);
  if (has_doctype)
    cs_error_set (error, CS_ERROR_HOSTILE, 0, _ ("\"%s\" has a DOCTYPE, which is refused"), name);
  else if (!context->wellFormed)
    set_broken (name, &context->lastError, error);
  if (has_doctype || !context->wellFormed)
    g_clear_pointer (&tree, xmlFreeDoc);
  xmlFreeParserCtxt (context);

  return tree;
}

/* --- names --- */

CsDocxSpace
cs_docx_space (const xmlNs *ns)
{
  const char *uri = ns == NULL ? NULL : (const char *)ns->href;

  for (guint i = CS_DOCX_W; uri != NULL && i < CS_DOCX_N_SPACES; i++)
    if (strcmp (uri, spaces[i].uri) == 0 || g_strcmp0 (uri, spaces[i].strict) == 0)
      return i;

  return CS_DOCX_NONE;
}

const char *
cs_docx_space_get_uri (CsDocxSpace space)
{
  return spaces[space].uri;
}

const char *
cs_docx_space_get_prefix (CsDocxSpace space)
{
  return spaces[space].prefix;
}

gboolean
cs_docx_is (const xmlNode *node, CsDocxSpace space, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *)node->name, name) == 0 &&
         cs_docx_space (node->ns) == space;
}

gboolean
cs_docx_is_w (const xmlNode *node, const char *name)
{
  return cs_docx_is (node, CS_DOCX_W, name);
}

xmlNode *
cs_docx_child (const xmlNode *node, const char *name)
{
  for (xmlNode *child = node == NULL ? NULL : node->children; child != NULL; child = child->next)
    if (cs_docx_is_w (child, name))
      return child;

  return NULL;
}

static const char *
value_of (const xmlAttr *attribute)
{
  const xmlNode *content = attribute->children;

  return content == NULL || content->content == NULL ? "" : (const char *)content->content;
}

const char *
cs_docx_get (const xmlNode *node, CsDocxSpace space, const char *name)
{
  for (const xmlAttr *at = node == NULL ? NULL : node->properties; at != NULL; at = at->next)
    if (strcmp ((const char *)at->name, name) == 0 && cs_docx_space (at->ns) == space)
      return value_of (at);

  return NULL;
}

const char *
cs_docx_get_val (const xmlNode *node, const char *name)
{
  return cs_docx_get (cs_docx_child (node, name), CS_DOCX_W, "val");
}

int
cs_docx_get_number (const char *text, int otherwise)
{
  char *end = NULL;
  gint64 number = text == NULL ? 0 : g_ascii_strtoll (text, &end, 10);

  return text == NULL || end == text ? otherwise : (int)CLAMP (number, G_MININT, G_MAXINT);
}

gboolean
cs_docx_is_off (const char *value)
{
  return g_strcmp0 (value, "0") == 0 || g_strcmp0 (value, "false") == 0 ||
         g_strcmp0 (value, "off") == 0 || g_strcmp0 (value, "none") == 0;
}

/* --- walking --- */

xmlNode *
cs_docx_next (const xmlNode *node, const xmlNode *root, gboolean inside)
{
  xmlNode *next = inside ? xmlFirstElementChild ((xmlNode *)node) : NULL;

  while (next == NULL && node != root)
    {
      next = xmlNextElementSibling ((xmlNode *)node);
      node = node->parent;
    }

  return next;
}

xmlNode *
cs_docx_find (const xmlNode *root, CsDocxSpace space, const char *name)
{
  for (xmlNode *node = cs_docx_next (root, root, TRUE); node != NULL;
       node = cs_docx_next (node, root, TRUE))
    if (cs_docx_is (node, space, name))
      return node;

  return NULL;
}
