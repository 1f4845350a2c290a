#include <string.h>

#include "cs-docx-payload.h"

#define OBJECT_URI "urn:claimsmith:object"
#define XML_URI "http://www.w3.org/XML/1998/namespace"
#define RELATION_URI "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define MAX_PART_DEPTH 8 /* parts that refer to parts */

typedef struct
{
  const CsDocxPayload *payload;
  GString *xml;
  GHashTable *prefixes;  /* address of a namespace -> prefix */
  GHashTable *taken;     /* prefixes */
  GPtrArray *spaces;     /* addresses, as they came */
  GHashTable *relations; /* identity in the file -> new one */
  GPtrArray *parts;      /* CsDocxRelation, as they came */
  gboolean is_too_long;
} Writer;

gboolean
cs_docx_is_marker (gunichar c)
{
  return c == 0xe201 || (c >= 0xe204 && c <= 0xe20f);
}

static gboolean
is_one_of (const xmlNode *node, const char *const *names)
{
  return cs_docx_space (node->ns) == CS_DOCX_W && g_strv_contains (names, (const char *)node->name);
}

static gboolean
is_deleted_row (const xmlNode *node)
{
  return cs_docx_is_w (node, "tr") && cs_docx_child (cs_docx_child (node, "trPr"), "del") != NULL;
}

/* A run in which nothing is but the mark of a comment. */
static gboolean
is_reference (const xmlNode *node)
{
  xmlNode *last = cs_docx_is_w (node, "r") ? xmlLastElementChild ((xmlNode *)node) : NULL;
  xmlNode *before = last == NULL ? NULL : xmlPreviousElementSibling (last);

  return last != NULL && cs_docx_is_w (last, "commentReference") &&
         (before == NULL || cs_docx_is_w (before, "rPr"));
}

gboolean
cs_docx_payload_is_dropped (const xmlNode *node)
{
  static const char *const names[] = { "del",
                                       "moveFrom",
                                       "commentRangeStart",
                                       "commentRangeEnd",
                                       "commentReference",
                                       "footnoteReference",
                                       "endnoteReference",
                                       "bookmarkStart",
                                       "bookmarkEnd",
                                       "proofErr",
                                       "permStart",
                                       "permEnd",
                                       "moveFromRangeStart",
                                       "moveFromRangeEnd",
                                       "moveToRangeStart",
                                       "moveToRangeEnd",
                                       "rPrChange",
                                       "pPrChange",
                                       "tblPrChange",
                                       "tblPrExChange",
                                       "tblGridChange",
                                       "trPrChange",
                                       "tcPrChange",
                                       "sectPrChange",
                                       "numberingChange",
                                       "cellIns",
                                       "cellDel",
                                       "cellMerge",
                                       "numPr",
                                       "lastRenderedPageBreak",
                                       NULL };

  return is_one_of (node, names) || is_deleted_row (node) || is_reference (node);
}

/* Whether only what is in @node is kept. */
static gboolean
is_unwrapped (const xmlNode *node)
{
  static const char *const names[] = { "ins", "moveTo", "hyperlink",
                                       "smartTag", "customXml", NULL };

  return is_one_of (node, names);
}

/* --- namespaces --- */

static const char *
address_of (const xmlNs *ns)
{
  CsDocxSpace space = cs_docx_space (ns);

  return space == CS_DOCX_NONE ? (const char *)ns->href : cs_docx_space_get_uri (space);
}

static char *
choose_prefix (Writer *writer, const xmlNs *ns)
{
  CsDocxSpace space = cs_docx_space (ns);
  const char *own = (const char *)ns->prefix;
  const char *usual = space == CS_DOCX_NONE ? own : cs_docx_space_get_prefix (space);

  if (usual != NULL && *usual != '\0' && !g_hash_table_contains (writer->taken, usual))
    return g_strdup (usual);

  return g_strdup_printf ("ns%u", writer->spaces->len + 1);
}

static const char *
prefix_of (Writer *writer, const xmlNs *ns)
{
  const char *address = address_of (ns);
  char *prefix = g_hash_table_lookup (writer->prefixes, address);

  if (strcmp (address, XML_URI) == 0)
    return "xml";
  if (prefix != NULL)
    return prefix;

  prefix = choose_prefix (writer, ns);
  g_hash_table_insert (writer->prefixes, (gpointer)address, prefix);
  g_hash_table_add (writer->taken, prefix);
  g_ptr_array_add (writer->spaces, (gpointer)address);

  return prefix;
}

static void
append_name (Writer *writer, const xmlNs *ns, const char *name)
{
  if (ns != NULL)
    g_string_append_printf (writer->xml, "%s:", prefix_of (writer, ns));
  g_string_append (writer->xml, name);
}

static void
append_escaped (GString *xml, const char *text, gboolean in_attribute)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (*at == '<')
        g_string_append (xml, "&lt;");
      else if (*at == '>')
        g_string_append (xml, "&gt;");
      else if (*at == '&')
        g_string_append (xml, "&amp;");
      else if (*at == '"' && in_attribute)
        g_string_append (xml, "&quot;");
      else if ((*at == '\n' || *at == '\t' || *at == '\r') && in_attribute)
        g_string_append_printf (xml, "&#%d;", *at);
      else if (!cs_docx_is_marker (g_utf8_get_char (at)))
        g_string_append_len (xml, at, g_utf8_skip[*(const guchar *)at]);
    }
}

/* --- elements --- */

/* The new identity of relation @id; %NULL when it leads nowhere within the package. */
static const char *
renumber (Writer *writer, const char *id)
{
  const CsDocxPayload *payload = writer->payload;
  const char *known = g_hash_table_lookup (writer->relations, id);
  const CsDocxRelation *relation;
  char *fresh;

  if (known != NULL)
    return known;

  relation = cs_docx_package_find_relation (payload->package, payload->part, id);
  if (cs_docx_package_get_target (payload->package, relation) == NULL)
    return NULL;

  fresh = g_strdup_printf ("rId%u", g_hash_table_size (writer->relations) + 1);
  g_hash_table_insert (writer->relations, g_strdup (id), fresh);
  g_ptr_array_add (writer->parts, (gpointer)relation);

  return fresh;
}

static void
append_attributes (Writer *writer, const xmlNode *node)
{
  for (const xmlAttr *at = node->properties; at != NULL; at = at->next)
    {
      const char *value = at->children == NULL ? "" : (const char *)at->children->content;
      gboolean is_relation = cs_docx_space (at->ns) == CS_DOCX_R;

      if (is_relation)
        value = renumber (writer, value);
      if (value == NULL || (node == writer->payload->node && writer->payload->root_name != NULL))
        continue;
      g_string_append_c (writer->xml, ' ');
      append_name (writer, at->ns, (const char *)at->name);
      g_string_append (writer->xml, "=\"");
      append_escaped (writer->xml, value, TRUE);
      g_string_append_c (writer->xml, '"');
    }
}

static void append_node (Writer *writer, const xmlNode *node);

/* The number of @paragraph, in the place where its text begins. */
static void
append_number (Writer *writer, const xmlNode *paragraph)
{
  const CsDocxPayload *payload = writer->payload;
  const char *prefix = prefix_of (writer, paragraph->ns);
  g_autofree char *number = NULL;

  if (payload->number != NULL)
    number = payload->number (payload->data, paragraph);
  if (number == NULL)
    return;

  g_string_append_printf (writer->xml, "<%s:r><%s:t xml:space=\"preserve\">", prefix, prefix);
  append_escaped (writer->xml, number, FALSE);
  g_string_append_printf (writer->xml, "</%s:t></%s:r>", prefix, prefix);
}

static void
append_children (Writer *writer, const xmlNode *node)
{
  gboolean is_paragraph = cs_docx_is_w (node, "p");
  const xmlNode *properties = is_paragraph ? cs_docx_child (node, "pPr") : NULL;

  if (is_paragraph && properties == NULL)
    append_number (writer, node);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      append_node (writer, child);
      if (child == properties && is_paragraph && properties != NULL)
        append_number (writer, node);
    }
}

static void
append_element (Writer *writer, const xmlNode *node)
{
  const char *name = (const char *)node->name;

  if (node == writer->payload->node && writer->payload->root_name != NULL)
    name = writer->payload->root_name;

  g_string_append_c (writer->xml, '<');
  append_name (writer, node->ns, name);
  append_attributes (writer, node);
  if (node->children == NULL)
    {
      g_string_append (writer->xml, "/>");
      return;
    }

  g_string_append_c (writer->xml, '>');
  append_children (writer, node);
  g_string_append (writer->xml, "</");
  append_name (writer, node->ns, name);
  g_string_append_c (writer->xml, '>');
}

static void
append_node (Writer *writer, const xmlNode *node)
{
  if (writer->xml->len > writer->payload->max_bytes)
    writer->is_too_long = TRUE;
  if (writer->is_too_long)
    return;

  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    append_escaped (writer->xml, (const char *)node->content, FALSE);
  if (node->type != XML_ELEMENT_NODE || cs_docx_payload_is_dropped (node))
    return;
  if (is_unwrapped (node))
    append_children (writer, node);
  else
    append_element (writer, node);
}

/* --- parts --- */

static void append_part (Writer *writer, const CsDocxRelation *relation, guint depth);

/* The parts that the part @name refers to, under the names it gives them. */
static void
append_inner_parts (Writer *writer, const char *name, guint depth)
{
  const GPtrArray *relations = cs_docx_package_get_relations (writer->payload->package, name);

  for (guint i = 0; depth < MAX_PART_DEPTH && relations != NULL && i < relations->len; i++)
    append_part (writer, g_ptr_array_index (relations, i), depth + 1);
}

static void
append_base64 (Writer *writer, GBytes *bytes)
{
  gsize n_bytes;
  const guchar *data = g_bytes_get_data (bytes, &n_bytes);

  if (n_bytes / 3 * 4 + writer->xml->len > writer->payload->max_bytes)
    writer->is_too_long = TRUE;
  else
    {
      g_autofree char *base64 = g_base64_encode (data, n_bytes);

      g_string_append (writer->xml, base64);
    }
}

static void
append_attribute (Writer *writer, const char *name, const char *value)
{
  g_string_append_printf (writer->xml, " %s=\"", name);
  append_escaped (writer->xml, value, TRUE);
  g_string_append_c (writer->xml, '"');
}

/* The type of @relation as transitional files have it. */
static char *
dup_relation_type (const CsDocxRelation *relation)
{
  if (g_str_has_prefix (relation->type_uri, "http://purl.oclc.org/"))
    return g_strconcat (RELATION_URI, relation->type, NULL);

  return g_strdup (relation->type_uri);
}

/* @relation: as the part that speaks of it names it; its identity in @id. */
static void
append_part_as (Writer *writer, const CsDocxRelation *relation, const char *id, guint depth)
{
  const CsDocxPackage *package = writer->payload->package;
  const CsDocxPart *part = cs_docx_package_get_target (package, relation);
  g_autofree char *name = NULL;
  g_autofree char *type = NULL;

  if (part == NULL || writer->is_too_long)
    return;

  name = g_path_get_basename (part->name);
  type = dup_relation_type (relation);
  g_string_append (writer->xml, "<cs:part");
  append_attribute (writer, "name", name);
  append_attribute (writer, "type", cs_docx_package_get_type (package, part->name));
  append_attribute (writer, "relation", id);
  append_attribute (writer, "rel-type", type);
  g_string_append_c (writer->xml, '>');
  append_base64 (writer, part->bytes);
  append_inner_parts (writer, part->name, depth);
  g_string_append (writer->xml, "</cs:part>");
}

static void
append_part (Writer *writer, const CsDocxRelation *relation, guint depth)
{
  append_part_as (writer, relation, relation->id, depth);
}

static gboolean
is_preview (const Writer *writer, const CsDocxRelation *relation)
{
  const char *preview = writer->payload->preview;

  return preview != NULL && g_ascii_strcasecmp (relation->target, preview) == 0;
}

static gboolean
has_parts (const Writer *writer)
{
  for (guint i = 0; i < writer->parts->len; i++)
    if (!is_preview (writer, g_ptr_array_index (writer->parts, i)))
      return TRUE;

  return FALSE;
}

/* --- all of it --- */

/* Behind the name of the root come the namespaces, which are known when all else is. */
static void
declare_spaces (Writer *writer, gsize at)
{
  g_autoptr (GString) declared = g_string_new (NULL);

  for (guint i = 0; i < writer->spaces->len; i++)
    {
      const char *address = g_ptr_array_index (writer->spaces, i);

      g_string_append_printf (declared, " xmlns:%s=\"",
                              (char *)g_hash_table_lookup (writer->prefixes, address));
      append_escaped (declared, address, TRUE);
      g_string_append_c (declared, '"');
    }
  g_string_insert_len (writer->xml, at, declared->str, declared->len);
}

static void
write_all (Writer *writer)
{
  static const char wrapper[] = "<cs:object xmlns:cs=\"" OBJECT_URI "\"";

  append_node (writer, writer->payload->node);
  if (!has_parts (writer))
    {
      declare_spaces (writer, strcspn (writer->xml->str, " />"));
      return;
    }

  g_string_prepend (writer->xml, ">");
  g_string_prepend (writer->xml, wrapper);
  declare_spaces (writer, strlen (wrapper));
  for (guint i = 0; i < writer->parts->len; i++)
    {
      const CsDocxRelation *relation = g_ptr_array_index (writer->parts, i);

      if (!is_preview (writer, relation))
        append_part_as (writer, relation, g_hash_table_lookup (writer->relations, relation->id), 0);
    }
  g_string_append (writer->xml, "</cs:object>");
}

char *
cs_docx_payload_write (const CsDocxPayload *payload)
{
  g_autoptr (GHashTable) prefixes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) relations =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) spaces = g_ptr_array_new ();
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autoptr (GString) xml = g_string_new (NULL);
  Writer writer = { payload, xml, prefixes, taken, spaces, relations, parts, FALSE };

  g_hash_table_add (taken, (gpointer) "cs");
  g_hash_table_add (taken, (gpointer) "xml");
  write_all (&writer);
  if (writer.is_too_long || xml->len > payload->max_bytes)
    return NULL;

  return g_string_free (g_steal_pointer (&xml), FALSE);
}
