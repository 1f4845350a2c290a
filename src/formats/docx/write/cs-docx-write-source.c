/* Objects that came from Word go back as they were: their source is written again, and the parts
 * beside it are made anew, under relations of the new file. */

#include <string.h>

#include "../cs-docx-marks.h"
#include "cs-docx-write-private.h"

#define R_NS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define W_NS "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define M_NS "http://schemas.openxmlformats.org/officeDocument/2006/math"
#define DRAWING "http://schemas.openxmlformats.org/drawingml/2006/"
#define STRICT_DRAWING "http://purl.oclc.org/ooxml/drawingml/"
#define WP_NS DRAWING "wordprocessingDrawing"
#define CS_NS "urn:claimsmith:object"
#define MAX_TABLE_STYLES 100
#define FIRST_NOTE 2 /* 0 and 1 are the lines above footnotes */

/* What an object of Word needs to find its parts while it is written. */
typedef struct
{
  CsDocxManuscript *manuscript;
  GHashTable *parts;   /* relation in the source -> relation of the new file, "rId7" */
  const char *picture; /* name of the part with its preview, added when it is asked for */
  const char *preview;
  const CsDocxShape *shape;
} Source;

static gboolean
is_named (const xmlNode *node, const char *address, const char *name)
{
  return node->ns != NULL && xmlStrEqual (node->ns->href, BAD_CAST address) &&
         xmlStrEqual (node->name, BAD_CAST name);
}

static gboolean
is_part (const xmlNode *node)
{
  return is_named (node, CS_NS, "part");
}

static char *
dup_attribute (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);
  char *copy = g_strdup ((const char *)value);

  xmlFree (value);
  return copy;
}

/* --- the parts beside a source --- */

static GBytes *
dup_content (xmlNode *part)
{
  g_autoptr (GString) base64 = g_string_new (NULL);
  guchar *bytes;
  gsize n_bytes;

  for (xmlNode *child = part->children; child != NULL; child = child->next)
    if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) &&
        child->content != NULL)
      g_string_append (base64, (const char *)child->content);
  bytes = g_base64_decode (base64->str, &n_bytes);

  return g_bytes_new_take (bytes, n_bytes);
}

static const char *
get_folder (const char *relation_type)
{
  if (g_str_has_suffix (relation_type, "/image"))
    return "word/media";
  if (g_str_has_suffix (relation_type, "/chart"))
    return "word/charts";
  if (strstr (relation_type, "/diagram") != NULL)
    return "word/diagrams";

  return "word/embeddings";
}

static char *add_part (Source *source, xmlNode *part);

/* The parts within @part are those it speaks of itself; their relations keep their names. */
static void
add_inner_parts (Source *source, xmlNode *part, const char *name)
{
  GString *xml = NULL;

  for (xmlNode *inner = xmlFirstElementChild (part); inner != NULL;
       inner = xmlNextElementSibling (inner))
    {
      g_autofree char *relation = is_part (inner) ? dup_attribute (inner, "relation") : NULL;
      g_autofree char *type = is_part (inner) ? dup_attribute (inner, "rel-type") : NULL;
      g_autofree char *target = NULL;

      if (relation == NULL || type == NULL)
        continue;
      if (xml == NULL)
        xml = g_string_new ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                            "relationships\">");
      target = add_part (source, inner);
      g_string_append (xml, "<Relationship Id=\"");
      cs_docx_append_escaped (xml, relation, strlen (relation));
      g_string_append (xml, "\" Type=\"");
      cs_docx_append_escaped (xml, type, strlen (type));
      g_string_append_printf (xml, "\" Target=\"/%s\"/>", target);
    }
  if (xml == NULL)
    return;

  g_string_append (xml, "</Relationships>");
  cs_docx_out_add_relations (source->manuscript->out, name, xml);
}

static char *
add_part (Source *source, xmlNode *part)
{
  g_autofree char *wanted = dup_attribute (part, "name");
  g_autofree char *told = dup_attribute (part, "type");
  const char *type = told == NULL || *told == '\0' ? "application/octet-stream" : told;
  g_autofree char *relation_type = dup_attribute (part, "rel-type");
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = dup_content (part);

  name = cs_docx_out_dup_name (source->manuscript->out, wanted == NULL ? "part" : wanted,
                               get_folder (relation_type == NULL ? "" : relation_type));
  cs_docx_out_add (source->manuscript->out, name, type, bytes);
  add_inner_parts (source, part, name);

  return g_steal_pointer (&name);
}

static void
add_parts (Source *source, xmlNode *root)
{
  for (xmlNode *part = xmlFirstElementChild (root); part != NULL;
       part = xmlNextElementSibling (part))
    {
      g_autofree char *relation = is_part (part) ? dup_attribute (part, "relation") : NULL;
      g_autofree char *type = is_part (part) ? dup_attribute (part, "rel-type") : NULL;
      g_autofree char *name = NULL;
      guint number;

      if (relation == NULL || type == NULL)
        continue;
      name = add_part (source, part);
      number = cs_docx_out_relate (source->manuscript->out, source->manuscript->source, type, name);
      g_hash_table_insert (source->parts, g_steal_pointer (&relation),
                           g_strdup_printf ("rId%u", number));
    }
}

/* --- relations within a source --- */

/* The relation to the preview, for a picture whose bytes did not come with the source. */
static char *
relate_preview (Source *source)
{
  const CsDocxShape *shape = source->shape;
  CsDocxOut *out = source->manuscript->out;
  guint number;

  if (shape->picture == NULL)
    return NULL;

  if (source->picture == NULL)
    source->picture = cs_docx_out_add_picture (out, source->preview, shape->picture,
                                               shape->raster.format);
  number = cs_docx_out_relate (out, source->manuscript->source, CS_DOCX_RELATION "image",
                               source->picture);

  return g_strdup_printf ("rId%u", number);
}

static gboolean
is_relation (const xmlAttr *attribute)
{
  return attribute->ns != NULL && xmlStrEqual (attribute->ns->href, BAD_CAST R_NS);
}

/* Whether what @node refers to is a picture. */
static gboolean
refers_to_picture (const xmlNode *node)
{
  return xmlStrEqual (node->name, BAD_CAST "blip") ||
         xmlStrEqual (node->name, BAD_CAST "imagedata");
}

static void
relate_attribute (Source *source, xmlNode *node, xmlAttr *attribute)
{
  xmlChar *value = xmlNodeGetContent ((xmlNode *)attribute);
  const char *known = g_hash_table_lookup (source->parts, value);
  g_autofree char *relation = g_strdup (known);

  xmlFree (value);
  if (relation == NULL && refers_to_picture (node) &&
      !xmlStrEqual (attribute->name, BAD_CAST "link"))
    relation = relate_preview (source);
  if (relation != NULL)
    xmlSetNsProp (node, attribute->ns, attribute->name, BAD_CAST relation);
  else
    xmlRemoveProp (attribute);
}

/* Remembers which style the table @node asks for. */
static void
keep_table_style (Source *source, xmlNode *node)
{
  GPtrArray *styles = source->manuscript->table_styles;
  xmlChar *id;

  if (!xmlStrEqual (node->name, BAD_CAST "tblStyle"))
    return;

  id = xmlGetNsProp (node, BAD_CAST "val", BAD_CAST W_NS);
  if (id != NULL && !xmlStrEqual (id, BAD_CAST "TableNormal") && styles->len < MAX_TABLE_STYLES &&
      !g_ptr_array_find_with_equal_func (styles, id, g_str_equal, NULL))
    g_ptr_array_add (styles, g_strdup ((const char *)id));
  xmlFree (id);
}

/* A link without its target would make the file broken. */
static gboolean
is_link (const xmlNode *node)
{
  return xmlStrEqual (node->name, BAD_CAST "hlinkClick") ||
         xmlStrEqual (node->name, BAD_CAST "hlinkHover");
}

static void
relate_all (Source *source, xmlNode *node)
{
  xmlAttr *next;

  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = next)
    {
      next = attribute->next;
      if (is_relation (attribute))
        relate_attribute (source, node, attribute);
    }
  keep_table_style (source, node);
  for (xmlNode *child = xmlFirstElementChild (node), *after; child != NULL; child = after)
    {
      after = xmlNextElementSibling (child);
      if (is_link (child))
        {
          xmlUnlinkNode (child);
          xmlFreeNode (child);
        }
      else
        relate_all (source, child);
    }
}

static gboolean
has_part (xmlNode *root, const xmlChar *relation)
{
  for (xmlNode *part = xmlFirstElementChild (root); part != NULL;
       part = xmlNextElementSibling (part))
    {
      g_autofree char *name = is_part (part) ? dup_attribute (part, "relation") : NULL;

      if (name != NULL && xmlStrEqual (BAD_CAST name, relation))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_pictures (xmlNode *root, xmlNode *node)
{
  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      xmlChar *value;
      gboolean found;

      if (!is_relation (attribute) || !refers_to_picture (node) ||
          xmlStrEqual (attribute->name, BAD_CAST "link"))
        continue;
      value = xmlNodeGetContent ((xmlNode *)attribute);
      found = has_part (root, value);
      xmlFree (value);
      if (!found)
        return FALSE;
    }
  for (xmlNode *child = xmlFirstElementChild (node); child != NULL;
       child = xmlNextElementSibling (child))
    if (!has_pictures (root, child))
      return FALSE;

  return TRUE;
}

gboolean
cs_docx_source_is_whole (const CsDocxShape *shape)
{
  xmlNode *root = xmlDocGetRootElement (shape->source);

  return has_pictures (root, root);
}

/* --- what floats --- */

/* Whether a drawing in the line can have the child @node of one that floats. */
static gboolean
is_of_line (const xmlNode *node)
{
  static const char *const names[] = { "extent", "effectExtent", "docPr", "cNvGraphicFramePr",
                                       "graphic", NULL };

  return g_strv_contains (names, (const char *)node->name);
}

/* Puts a drawing that floats into the line, with all that is in it: converters of offices lose what
 * floats. Source: ISO/IEC 29500-1:2016, 20.4.2.3 and 20.4.2.8. */
static void
put_into_line (xmlNode *anchor)
{
  xmlAttr *next;

  xmlNodeSetName (anchor, BAD_CAST "inline");
  for (xmlAttr *attribute = anchor->properties; attribute != NULL; attribute = next)
    {
      next = attribute->next;
      if (attribute->ns == NULL && !g_str_has_prefix ((const char *)attribute->name, "dist"))
        xmlRemoveProp (attribute);
    }
  for (xmlNode *child = anchor->children, *after; child != NULL; child = after)
    {
      after = child->next;
      if (child->type != XML_ELEMENT_NODE || is_of_line (child))
        continue;
      xmlUnlinkNode (child);
      xmlFreeNode (child);
    }
}

/* What a strict file says is in a graphic has another address in ours. */
static void
name_graphic (xmlNode *node)
{
  g_autofree char *address = dup_attribute (node, "uri");
  g_autofree char *ours = NULL;

  if (address == NULL || !g_str_has_prefix (address, STRICT_DRAWING))
    return;

  ours = g_strconcat (DRAWING, address + strlen (STRICT_DRAWING), NULL);
  xmlSetProp (node, BAD_CAST "uri", BAD_CAST ours);
}

static void
settle_all (xmlNode *node)
{
  if (xmlStrEqual (node->name, BAD_CAST "graphicData"))
    name_graphic (node);
  if (is_named (node, WP_NS, "anchor"))
    put_into_line (node);
  for (xmlNode *child = xmlFirstElementChild (node); child != NULL;
       child = xmlNextElementSibling (child))
    settle_all (child);
}

/* --- writing --- */

/* Writes @node with the namespaces that were declared around it. */
static void
append_node (GString *xml, xmlNode *node)
{
  xmlDoc *copy = xmlNewDoc (BAD_CAST "1.0");
  xmlNode *alone = xmlDocCopyNode (node, copy, 1);
  xmlBuffer *buffer = xmlBufferCreate ();

  xmlDocSetRootElement (copy, alone);
  for (xmlNode *around = node->parent; around != NULL && around->type == XML_ELEMENT_NODE;
       around = around->parent)
    for (xmlNs *ns = around->nsDef; ns != NULL; ns = ns->next)
      if (!xmlStrEqual (ns->href, BAD_CAST CS_NS))
        xmlNewNs (alone, ns->href, ns->prefix); /* none when it is there already */
  xmlNodeDump (buffer, copy, alone, 0, 0);
  g_string_append_len (xml, (const char *)xmlBufferContent (buffer), xmlBufferLength (buffer));
  xmlBufferFree (buffer);
  xmlFreeDoc (copy);
}

/* Whether @node stands beside runs, not in one. */
static gboolean
stands_beside_runs (const xmlNode *node)
{
  static const char *const names[] = { "r", "tbl", "hyperlink", "sdt", "smartTag", "p", NULL };

  if (node->ns != NULL && xmlStrEqual (node->ns->href, BAD_CAST M_NS))
    return TRUE;

  return node->ns != NULL && xmlStrEqual (node->ns->href, BAD_CAST W_NS) &&
         g_strv_contains (names, (const char *)node->name);
}

static void
append_element (GString *xml, xmlNode *node)
{
  gboolean is_alone = stands_beside_runs (node);

  if (!is_alone)
    g_string_append (xml, "<w:r>");
  append_node (xml, node);
  if (!is_alone)
    g_string_append (xml, "</w:r>");
}

static void
write_elements (Source *source, void (*append) (GString *xml, xmlNode *node))
{
  CsDocxManuscript *manuscript = source->manuscript;
  xmlNode *root = xmlDocGetRootElement (source->shape->source);

  add_parts (source, root);
  settle_all (root);
  relate_all (source, root);
  if (root->ns == NULL || !xmlStrEqual (root->ns->href, BAD_CAST CS_NS))
    {
      append (manuscript->xml, root);
      return;
    }

  for (xmlNode *child = xmlFirstElementChild (root); child != NULL;
       child = xmlNextElementSibling (child))
    if (!is_part (child))
      append (manuscript->xml, child);
}

static void
write_source (CsDocxManuscript *manuscript,
              const char *preview,
              const CsDocxShape *shape,
              void (*append) (GString *xml, xmlNode *node))
{
  g_autoptr (GHashTable) parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Source source = { manuscript, parts, NULL, preview, shape };

  write_elements (&source, append);
}

void
cs_docx_write_source (CsDocxManuscript *manuscript, const char *preview, CsDocxShape *shape)
{
  write_source (manuscript, preview, shape, append_element);
}

static void
append_note_content (GString *xml, xmlNode *node)
{
  if (!is_named (node, W_NS, "footnote"))
    return;
  for (xmlNode *child = xmlFirstElementChild (node); child != NULL;
       child = xmlNextElementSibling (child))
    append_node (xml, child);
}

void
cs_docx_write_footnote (CsDocxManuscript *manuscript, CsDocxShape *shape)
{
  GString *text = manuscript->xml;
  CsDocxSource source = manuscript->source;
  guint number = FIRST_NOTE + manuscript->n_footnotes++;

  manuscript->xml = manuscript->footnotes;
  manuscript->source = CS_DOCX_FOOTNOTES;
  g_string_append_printf (manuscript->xml, "<w:footnote w:id=\"%u\">", number);
  write_source (manuscript, NULL, shape, append_note_content);
  g_string_append (manuscript->xml, "</w:footnote>");
  manuscript->xml = text;
  manuscript->source = source;

  g_string_append_printf (text,
                          "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>"
                          "<w:footnoteReference w:id=\"%u\"/></w:r>",
                          number);
}
