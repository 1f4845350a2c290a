#include <string.h>

#include "../../objects/cs-object-markup.h"
#include "../../objects/formula/cs-formula.h"
#include "cs-html-private.h"

/* Tables and formulas become objects: their source is written anew, so that it is well-formed and
 * says nothing but what we read. */

/* --- tables --- */

static void
append_span (GString *out, const xmlNode *cell, const char *name)
{
  xmlChar *value = xmlGetProp (cell, BAD_CAST name);
  guint64 number;

  if (value != NULL &&
      g_ascii_string_to_unsigned ((const char *)value, 10, 2, 60000, &number, NULL))
    g_string_append_printf (out, " %s=\"%u\"", name, (guint)number);
  xmlFree (value);
}

static void
append_cell (CsHtmlReader *reader, const xmlNode *cell, GString *out)
{
  CsHtmlReader inner = { .builder = cs_text_builder_new (),
                         .is_active = TRUE,
                         .depth = reader->depth };
  const char *name = cs_html_is (cell, "th") ? "th" : "td";
  g_autoptr (CsText) text = NULL;

  cs_html_read_children (&inner, cell);
  text = cs_html_reader_end (&inner);
  g_string_append_printf (out, "<%s", name);
  append_span (out, cell, "colspan");
  append_span (out, cell, "rowspan");
  g_string_append_c (out, '>');
  cs_html_append_inline (out, text);
  g_string_append_printf (out, "</%s>", name);
}

static gboolean
append_rows (CsHtmlReader *reader, const xmlNode *parent, GString *out)
{
  gboolean found = FALSE;

  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    if (cs_html_is (node, "td") || cs_html_is (node, "th"))
      {
        append_cell (reader, node, out);
        found = TRUE;
      }
    else if (cs_html_is (node, "tr"))
      {
        g_string_append (out, "<tr>");
        found = append_rows (reader, node, out) || found;
        g_string_append (out, "</tr>");
      }
    else if (cs_html_is (node, "thead") || cs_html_is (node, "tbody") || cs_html_is (node, "tfoot"))
      found = append_rows (reader, node, out) || found;

  return found;
}

/* Whether what was copied begins within @table: some programs mark it so. */
static gboolean
holds_start (const xmlNode *parent, guint depth)
{
  for (const xmlNode *node = parent->children; node != NULL && depth > 0; node = node->next)
    if (node->type == XML_COMMENT_NODE && xmlStrEqual (node->content, BAD_CAST "StartFragment"))
      return TRUE;
    else if (node->type == XML_ELEMENT_NODE && holds_start (node, depth - 1))
      return TRUE;

  return FALSE;
}

void
cs_html_read_table (CsHtmlReader *reader, const xmlNode *table)
{
  g_autoptr (GString) source = g_string_new ("<table>");

  if (!reader->is_active && !holds_start (table, 4))
    {
      cs_html_read_children (reader, table);
      return;
    }

  reader->is_active = TRUE;
  if (!append_rows (reader, table, source))
    return;

  g_string_append (source, "</table>");
  reader->line_due = TRUE;
  reader->break_due = reader->space_due = FALSE;
  cs_html_append_object (reader, CS_OBJECT_TABLE, source->str);
  reader->line_due = TRUE;
}

/* --- formulas --- */

static gboolean
is_name (const xmlChar *name)
{
  if (!g_ascii_isalpha (*name))
    return FALSE;

  for (; *name != '\0'; name++)
    if (!g_ascii_isalnum (*name) && *name != '-')
      return FALSE;

  return TRUE;
}

static void
append_attributes (GString *out, const xmlNode *node)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      const char *value =
          attribute->children == NULL ? "" : (const char *)attribute->children->content;

      if (!is_name (attribute->name) || value == NULL || g_str_has_prefix (value, "javascript"))
        continue;
      g_string_append_printf (out, " %s=\"", attribute->name);
      cs_object_markup_append_escaped (out, value, strlen (value));
      g_string_append_c (out, '"');
    }
}

static void
append_math (GString *out, const xmlNode *node, guint depth)
{
  if (node->type == XML_TEXT_NODE)
    cs_object_markup_append_escaped (out, (const char *)node->content,
                                     strlen ((const char *)node->content));
  if (node->type != XML_ELEMENT_NODE || !is_name (node->name) || depth == 0)
    return;

  g_string_append_printf (out, "<%s", node->name);
  append_attributes (out, node);
  g_string_append_c (out, '>');
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    append_math (out, child, depth - 1);
  g_string_append_printf (out, "</%s>", node->name);
}

static void
add_formula (CsHtmlReader *reader, const char *source)
{
  g_autoptr (CsFormula) formula = cs_formula_new (source, strlen (source), NULL);

  if (formula != NULL)
    cs_html_append_object (reader, CS_OBJECT_FORMULA, source);
}

void
cs_html_read_math (CsHtmlReader *reader, const xmlNode *math)
{
  g_autoptr (GString) source = g_string_new (NULL);

  append_math (source, math, 250);
  add_formula (reader, source->str);
}

/* Word hides a formula in a comment, and shows a picture of it to others. */
void
cs_html_read_word_math (CsHtmlReader *reader, const char *comment)
{
  const char *start = strstr (comment, "<m:oMath>");
  const char *end = g_strrstr (comment, "</m:oMath>");
  g_autofree char *source = NULL;

  if (start == NULL || end == NULL || end < start)
    return;

  source = g_strndup (start, end + strlen ("</m:oMath>") - start);
  add_formula (reader, source);
}
