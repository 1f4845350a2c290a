#include <string.h>

#include "cs-grid-private.h"

/* Source: ISO/IEC 29500-1:2016, 17.4 (tables) and 17.3 (paragraphs and runs). */

typedef struct
{
  CsGridMaker *maker;
  CsTextBuilder *builder;
  guint n_paragraphs;
} Reader;

static const char *
get_value (const xmlNode *properties, const char *name)
{
  const xmlNode *property = properties == NULL ? NULL : cs_object_xml_child (properties, name);
  const char *value = property == NULL ? NULL : cs_object_xml_get (property, "val");

  return property != NULL && value == NULL ? "" : value;
}

static gboolean
is_on (const xmlNode *properties, const char *name)
{
  static const char *const off[] = { "0", "off", "false", "none", NULL };
  const char *value = get_value (properties, name);

  return value != NULL && !g_strv_contains (off, value);
}

static guint
get_number (const xmlNode *properties, const char *name)
{
  const char *value = get_value (properties, name);
  guint64 number;

  if (value == NULL || !g_ascii_string_to_unsigned (value, 10, 0, 100000, &number, NULL))
    return 0;

  return number;
}

/* --- text --- */

static void
append (Reader *reader, const char *text)
{
  cs_text_builder_append (reader->builder, text, strlen (text));
}

static void
add_object (Reader *reader, const xmlNode *node, CsObjectKind kind)
{
  g_autofree char *source = cs_grid_dup_source (node);

  cs_text_builder_append_object (reader->builder, kind, source, NULL);
}

static void
read_run_content (Reader *reader, const xmlNode *run)
{
  for (const xmlNode *child = run->children; child != NULL; child = child->next)
    {
      const char *name = cs_object_xml_get_name (child);
      g_autoptr (GString) text = g_string_new (NULL);

      if (strcmp (name, "t") == 0)
        {
          cs_object_xml_append_text (child, text);
          append (reader, text->str);
        }
      else if (strcmp (name, "tab") == 0)
        append (reader, "\t");
      else if (strcmp (name, "br") == 0 || strcmp (name, "cr") == 0)
        append (reader, "\n");
      else if (strcmp (name, "noBreakHyphen") == 0)
        append (reader, "\xe2\x80\x91");
      else if (strcmp (name, "drawing") == 0 || strcmp (name, "pict") == 0)
        add_object (reader, child, CS_OBJECT_IMAGE);
      else if (strcmp (name, "object") == 0)
        add_object (reader, child, CS_OBJECT_UNKNOWN);
      else if (strcmp (name, "footnoteReference") == 0 || strcmp (name, "sym") == 0)
        reader->maker->grid->complete = FALSE;
    }
}

static void
read_run (Reader *reader, const xmlNode *run)
{
  const xmlNode *look = cs_object_xml_child (run, "rPr");
  const char *vertical = get_value (look, "vertAlign");
  gsize start = cs_text_builder_get_n_bytes (reader->builder);
  gsize end;

  if (is_on (look, "vanish"))
    return;

  read_run_content (reader, run);
  end = cs_text_builder_get_n_bytes (reader->builder);
  if (g_strcmp0 (vertical, "subscript") == 0)
    cs_text_builder_add_run (reader->builder, start, end, CS_RUN_SUB);
  if (g_strcmp0 (vertical, "superscript") == 0)
    cs_text_builder_add_run (reader->builder, start, end, CS_RUN_SUP);
  if (is_on (look, "b"))
    cs_text_builder_add_run (reader->builder, start, end, CS_RUN_BOLD);
  if (is_on (look, "i"))
    cs_text_builder_add_run (reader->builder, start, end, CS_RUN_ITALIC);
  if (is_on (look, "u"))
    cs_text_builder_add_run (reader->builder, start, end, CS_RUN_UNDERLINE);
}

static void
read_content (Reader *reader, const xmlNode *parent)
{
  static const char *const left_out[] = { "del", "moveFrom", "tcPr", "pPr", "sdtPr", NULL };

  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      const char *name = cs_object_xml_get_name (node);

      if (g_strv_contains (left_out, name))
        continue;
      if (strcmp (name, "r") == 0)
        read_run (reader, node);
      else if (strcmp (name, "oMath") == 0 || strcmp (name, "oMathPara") == 0)
        add_object (reader, node, CS_OBJECT_FORMULA);
      else if (strcmp (name, "tbl") == 0)
        {
          reader->maker->grid->nested = TRUE;
          reader->maker->grid->complete = FALSE;
        }
      else
        {
          if (strcmp (name, "p") == 0 && reader->n_paragraphs++ > 0)
            append (reader, "\n");
          read_content (reader, node);
        }
    }
}

/* --- cells --- */

static char
get_align (const xmlNode *cell)
{
  const xmlNode *paragraph = cs_object_xml_child (cell, "p");
  const xmlNode *look = paragraph == NULL ? NULL : cs_object_xml_child (paragraph, "pPr");
  const char *align = get_value (look, "jc");

  if (g_strcmp0 (align, "center") == 0)
    return 'c';

  return g_strcmp0 (align, "right") == 0 || g_strcmp0 (align, "end") == 0 ? 'r' : 'l';
}

static CsText *
read_text (CsGridMaker *maker, const xmlNode *cell)
{
  Reader reader = { .maker = maker, .builder = cs_text_builder_new () };

  read_content (&reader, cell);

  return cs_text_builder_end (reader.builder);
}

/* The cell above column @column that reaches down to row @row. */
static CsCell *
find_above (CsGrid *grid, CsCell *const *above, guint column)
{
  CsCell *cell = column < CS_GRID_MAX_COLUMNS ? above[column] : NULL;

  return cell != NULL && cell->cell.column == column ? cell : NULL;
}

static gboolean
is_continued (const xmlNode *properties)
{
  const char *merge = get_value (properties, "vMerge");

  return merge != NULL && strcmp (merge, "restart") != 0;
}

/* A cell merged into the one above it. */
static void
extend (CsGridMaker *maker, CsCell *cell, CsText *text)
{
  cell->cell.n_rows++;
  if (cs_text_get_n_bytes (text) > 0)
    maker->grid->complete = FALSE;
  cs_text_unref (text);
}

static void
read_cell (CsGridMaker *maker, const xmlNode *node, guint *column, CsCell **above)
{
  const xmlNode *properties = cs_object_xml_child (node, "tcPr");
  guint n_columns = MAX (get_number (properties, "gridSpan"), 1);
  CsText *text = read_text (maker, node);
  CsCell *cell = is_continued (properties) ? find_above (maker->grid, above, *column) : NULL;

  if (cell != NULL)
    {
      extend (maker, cell, text);
      *column += cell->cell.n_columns;
      return;
    }

  cell = cs_grid_maker_add (maker, text, *column, n_columns, 1);
  if (maker->too_large)
    return;
  cell->align = get_align (node);
  *column = cell->cell.column + cell->cell.n_columns;
  for (guint i = cell->cell.column; i < *column; i++)
    above[i] = cell;
}

static void
read_row (CsGridMaker *maker, const xmlNode *row, CsCell **above)
{
  const xmlNode *properties = cs_object_xml_child (row, "trPr");
  gboolean heading = is_on (properties, "tblHeader");
  guint column = get_number (properties, "gridBefore");
  guint n_before = maker->grid->cells->len;

  cs_grid_maker_begin_row (maker);
  for (xmlNode *cell = row->children; cell != NULL && !maker->too_large; cell = cell->next)
    if (cs_object_xml_is (cell, "tc"))
      read_cell (maker, cell, &column, above);
    else if (cs_object_xml_is (cell, "sdt") && cs_object_xml_child (cell, "sdtContent") != NULL)
      for (xmlNode *in = cs_object_xml_child (cell, "sdtContent")->children; in != NULL;
           in = in->next)
        if (cs_object_xml_is (in, "tc"))
          read_cell (maker, in, &column, above);

  for (guint i = n_before; i < maker->grid->cells->len; i++)
    ((CsCell *)maker->grid->cells->pdata[i])->cell.is_heading = heading;
}

static void
read_rows (CsGridMaker *maker, const xmlNode *table, CsCell **above)
{
  for (xmlNode *child = table->children; child != NULL; child = child->next)
    {
      const xmlNode *properties = cs_object_xml_child (child, "trPr");

      if (cs_object_xml_is (child, "tr") &&
          (properties == NULL || cs_object_xml_child (properties, "del") == NULL))
        read_row (maker, child, above);
      else if (cs_object_xml_is (child, "sdt") || cs_object_xml_is (child, "sdtContent") ||
               cs_object_xml_is (child, "customXml"))
        read_rows (maker, child, above);
    }
}

void
cs_grid_read_word (CsGridMaker *maker, xmlNode *table)
{
  g_autofree CsCell **above = g_new0 (CsCell *, CS_GRID_MAX_COLUMNS);

  maker->grid->lined = TRUE;
  read_rows (maker, table, above);
}
