/* Sections of a file, and the books that their page headers name: in many Chinese manuscripts the
 * name of a book stands nowhere else. */

#include <string.h>

#include "cs-docx-reader.h"

/* What section after section inherits from the one before. */
typedef struct
{
  const CsDocx *docx;
  GHashTable *known; /* name of a part -> heading in it, as a number */
  CsHeading kinds[3];
} Headers;

static const char *const kind_names[] = { "default", "first", "even" };

/* Appends @word without what pages are counted by: nothing of "2/5" and "第1页", which may stand at a
 * name without a blank. */
static void
append_name (GString *name, const char *word)
{
  static const char *const marks[] = { "/", "-", "—", "第", "共", "页", NULL };
  gboolean is_counted = strpbrk (word, "0123456789") != NULL || strstr (word, "页") != NULL;

  while (*word != '\0')
    {
      const char *next = g_utf8_next_char (word);
      g_autofree char *letter = g_strndup (word, next - word);

      if (!is_counted || !(g_ascii_isdigit (*word) || g_strv_contains (marks, letter)))
        g_string_append (name, letter);
      word = next;
    }
}

/* A line of a page header: the name of a book, alone or beside a page number or another name. */
static CsHeading
scan_line (const char *line)
{
  g_auto (GStrv) words = g_strsplit_set (line, " \t", -1);
  g_autoptr (GString) name = g_string_new (NULL);
  CsHeading heading;

  for (guint i = 0; words[i] != NULL; i++)
    append_name (name, words[i]);
  heading = cs_heading_scan (name->str, name->len, NULL);
  for (guint i = 0; words[i] != NULL && !cs_heading_is_part (heading); i++)
    heading = cs_heading_scan (words[i], strlen (words[i]), NULL);

  return cs_heading_is_part (heading) ? heading : CS_HEADING_NONE;
}

static CsHeading
scan_header (const CsDocxPart *part)
{
  xmlDoc *tree = cs_docx_xml_parse (part->name, part->bytes, NULL);
  const xmlNode *root = tree == NULL ? NULL : xmlDocGetRootElement (tree);
  CsHeading heading = CS_HEADING_NONE;

  for (const xmlNode *node = root; node != NULL && heading == CS_HEADING_NONE;
       node = cs_docx_next (node, root, TRUE))
    if (cs_docx_is_w (node, "p"))
      {
        g_autofree char *words = cs_docx_dup_words (node);

        heading = scan_line (words);
      }
  g_clear_pointer (&tree, xmlFreeDoc);

  return heading;
}

static CsHeading
find_heading (Headers *headers, const char *id)
{
  const CsDocxPackage *package = headers->docx->package;
  const CsDocxRelation *relation =
      id == NULL ? NULL : cs_docx_package_find_relation (package, package->main, id);
  const CsDocxPart *part = cs_docx_package_get_target (package, relation);
  gpointer known = NULL;

  if (part == NULL)
    return CS_HEADING_NONE;
  if (!g_hash_table_lookup_extended (headers->known, part->name, NULL, &known))
    {
      known = GUINT_TO_POINTER (scan_header (part));
      g_hash_table_insert (headers->known, part->name, known);
    }

  return GPOINTER_TO_UINT (known);
}

/* The book of the section that @node ends. */
static CsHeading
read_section (Headers *headers, const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      const char *kind = cs_docx_get (child, CS_DOCX_W, "type");

      if (!cs_docx_is_w (child, "headerReference"))
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
        if (g_strcmp0 (kind == NULL ? "default" : kind, kind_names[i]) == 0)
          headers->kinds[i] = find_heading (headers, cs_docx_get (child, CS_DOCX_R, "id"));
    }

  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (headers->kinds[i] != CS_HEADING_NONE)
      return headers->kinds[i];

  return CS_HEADING_NONE;
}

GArray *
cs_docx_find_sections (const CsDocx *docx)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *sections = g_array_new (FALSE, FALSE, sizeof (CsDocxSection));
  const xmlNode *root = xmlDocGetRootElement (docx->document);
  Headers headers = { .docx = docx, .known = known };

  for (const xmlNode *node = root; node != NULL; node = cs_docx_next (node, root, TRUE))
    if (cs_docx_is_w (node, "sectPr") && !cs_docx_is_w (node->parent, "sectPrChange"))
      {
        CsDocxSection section = { node, read_section (&headers, node) };

        g_array_append_val (sections, section);
      }

  return sections;
}
