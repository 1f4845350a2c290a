#include <string.h>

#include "cs-grid-private.h"

/* What stands in a cell: text with styles, lines, and objects. */

typedef struct
{
  CsGridMaker *maker;
  CsTextBuilder *builder;
  gboolean space; /* white space is due before the next letter */
  gboolean line;  /* a new line is due */
} Reader;

char *
cs_grid_dup_source (const xmlNode *node)
{
  xmlDoc *doc = xmlNewDoc (BAD_CAST "1.0");
  xmlNode *copy = xmlDocCopyNode ((xmlNode *)node, doc, 1);
  xmlBuffer *buffer = xmlBufferCreate ();
  char *source;

  xmlDocSetRootElement (doc, copy);
  xmlReconciliateNs (doc, copy);
  xmlNodeDump (buffer, doc, copy, 0, 0);
  source = g_strdup ((const char *)xmlBufferContent (buffer));
  xmlBufferFree (buffer);
  xmlFreeDoc (doc);

  return source;
}

/* Writes the white space that is due: none at the beginning of a line. */
static void
flush (Reader *reader)
{
  gsize n_bytes = cs_text_builder_get_n_bytes (reader->builder);
  gboolean at_start = n_bytes == 0 || cs_text_builder_peek (reader->builder)[n_bytes - 1] == '\n';

  if (reader->line && n_bytes > 0)
    cs_text_builder_append (reader->builder, "\n", 1);
  else if (reader->space && !at_start)
    cs_text_builder_append (reader->builder, " ", 1);
  reader->space = reader->line = FALSE;
}

static void
read_letters (Reader *reader, const char *text)
{
  for (const char *at = text; *at != '\0';)
    {
      const char *from = at;

      while (*at != '\0' && !g_ascii_isspace (*at))
        at++;
      if (at > from)
        {
          flush (reader);
          cs_text_builder_append (reader->builder, from, at - from);
        }
      for (; g_ascii_isspace (*at); at++)
        reader->space = TRUE;
    }
}

static gboolean
get_style (const char *name, CsRunStyle *style)
{
  static const struct
  {
    const char *name;
    CsRunStyle style;
  } styles[] = {
    { "sub", CS_RUN_SUB },
    { "sub2", CS_RUN_SUB },
    { "subscript", CS_RUN_SUB },
    { "sup", CS_RUN_SUP },
    { "sup2", CS_RUN_SUP },
    { "superscript", CS_RUN_SUP },
    { "b", CS_RUN_BOLD },
    { "strong", CS_RUN_BOLD },
    { "i", CS_RUN_ITALIC },
    { "em", CS_RUN_ITALIC },
    { "u", CS_RUN_UNDERLINE },
    { "italic", CS_RUN_ITALIC },
    { "bold", CS_RUN_BOLD },
    { "underscore", CS_RUN_UNDERLINE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (strcmp (name, styles[i].name) == 0)
      {
        *style = styles[i].style;
        return TRUE;
      }

  return FALSE;
}

static gboolean
get_object_kind (const char *name, CsObjectKind *kind)
{
  static const struct
  {
    const char *name;
    CsObjectKind kind;
  } kinds[] = {
    { "maths", CS_OBJECT_FORMULA },
    { "math", CS_OBJECT_FORMULA },
    { "math-cwu", CS_OBJECT_FORMULA },
    { "chemistry", CS_OBJECT_CHEMISTRY },
    { "chemistry-cwu", CS_OBJECT_CHEMISTRY },
    { "img", CS_OBJECT_IMAGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (name, kinds[i].name) == 0)
      {
        *kind = kinds[i].kind;
        return TRUE;
      }

  return FALSE;
}

static gboolean
is_block (const char *name)
{
  static const char *const names[] = {
    "p",
    "div",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "pre",
    NULL,
  };

  return g_strv_contains (names, name);
}

static void
add_object (Reader *reader, const xmlNode *node, CsObjectKind kind)
{
  static const char *const pictures[] = { "img", NULL };
  xmlNode *picture = cs_object_xml_find ((xmlNode *)node, pictures);
  const char *file = picture == NULL ? NULL : cs_object_xml_get (picture, "file");
  g_autofree char *name = file == NULL ? NULL : g_path_get_basename (file);
  g_autofree char *source = cs_grid_dup_source (node);

  flush (reader);
  cs_text_builder_append_object (reader->builder, kind, source, name);
}

static void read_node (Reader *reader, const xmlNode *node);

static void
read_children (Reader *reader, const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    read_node (reader, child);
}

static void
read_styled (Reader *reader, const xmlNode *node, CsRunStyle style)
{
  gsize start;

  flush (reader);
  start = cs_text_builder_get_n_bytes (reader->builder);
  read_children (reader, node);
  cs_text_builder_add_run (reader->builder, start, cs_text_builder_get_n_bytes (reader->builder),
                           style);
}

static void
read_block (Reader *reader, const xmlNode *node)
{
  reader->line = TRUE;
  read_children (reader, node);
  reader->line = TRUE;
}

static void
read_element (Reader *reader, const xmlNode *node)
{
  const char *name = cs_object_xml_get_name (node);
  CsRunStyle style;
  CsObjectKind kind;

  if (get_style (name, &style))
    read_styled (reader, node, style);
  else if (get_object_kind (name, &kind))
    add_object (reader, node, kind);
  else if (strcmp (name, "br") == 0)
    {
      flush (reader);
      cs_text_builder_append (reader->builder, "\n", 1);
    }
  else if (strcmp (name, "table") == 0 || strcmp (name, "tables") == 0)
    {
      reader->maker->grid->nested = TRUE;
      reader->maker->grid->complete = FALSE;
    }
  else if (is_block (name))
    read_block (reader, node);
  else
    read_children (reader, node);
}

static void
read_node (Reader *reader, const xmlNode *node)
{
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    read_letters (reader, (const char *)node->content);
  else if (node->type == XML_ELEMENT_NODE)
    read_element (reader, node);
}

CsText *
cs_grid_read_text (CsGridMaker *maker, const xmlNode *node)
{
  Reader reader = { .maker = maker, .builder = cs_text_builder_new () };

  read_children (&reader, node);

  return cs_text_builder_end (reader.builder);
}
