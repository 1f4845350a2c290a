#include "cs-grid.h"

#include <glib/gi18n-lib.h>

#include "cs-grid-private.h"

static void
free_cell (gpointer data)
{
  CsCell *cell = data;

  cs_text_unref (cell->cell.text);
  g_free (cell);
}

static void
unref_row (gpointer row)
{
  g_ptr_array_unref (row);
}

static CsGrid *
grid_new (void)
{
  CsGrid *grid = g_new0 (CsGrid, 1);

  grid->rows = g_ptr_array_new_with_free_func (unref_row);
  grid->cells = g_ptr_array_new_with_free_func (free_cell);
  grid->complete = TRUE;

  return grid;
}

void
cs_grid_free (CsGrid *grid)
{
  g_ptr_array_unref (grid->rows);
  g_ptr_array_unref (grid->cells);
  g_free (grid->widths);
  g_free (grid);
}

typedef void (*ReadFunc) (CsGridMaker *maker, xmlNode *table);

/* The first table in @doc, and who reads it. */
static xmlNode *
find_table (xmlDoc *doc, ReadFunc *read)
{
  static const char *const names[] = { "table", "tbl", "tgroup", NULL };
  xmlNode *table = cs_object_xml_find (xmlDocGetRootElement (doc), names);

  if (table == NULL)
    return NULL;

  if (cs_object_xml_is (table, "tbl"))
    *read = cs_grid_read_word;
  else if (cs_object_xml_is (table, "tgroup") || cs_object_xml_child (table, "tgroup") != NULL)
    *read = cs_grid_read_cals;
  else
    *read = cs_grid_read_html;

  return cs_object_xml_is (table, "tgroup") && table->parent->type == XML_ELEMENT_NODE ?
             table->parent :
             table;
}

/* Whether the element that holds the table holds more: another table. */
static gboolean
has_more (xmlNode *root, xmlNode *table)
{
  xmlNode *node = table == root ? NULL : cs_object_xml_next_within (root, table, TRUE);

  for (; node != NULL; node = cs_object_xml_next_within (root, node, FALSE))
    if (cs_object_xml_is (node, "table") || cs_object_xml_is (node, "tbl"))
      return TRUE;

  return FALSE;
}

static gboolean
read_grid (CsGrid *grid, xmlDoc *doc, GError **error)
{
  g_autoptr (GArray) busy = g_array_new (FALSE, TRUE, sizeof (guint));
  CsGridMaker maker = { .grid = grid, .busy = busy };
  ReadFunc read = NULL;
  xmlNode *table = find_table (doc, &read);

  if (table != NULL)
    read (&maker, table);
  if (maker.too_large)
    {
      cs_error_set (error, CS_ERROR_LIMIT, 0, _ ("the table has too many columns"));
      return FALSE;
    }
  if (grid->cells->len == 0)
    {
      cs_error_set (error, CS_ERROR_UNSUPPORTED, 0, _ ("there is no table in the object"));
      return FALSE;
    }

  cs_grid_maker_end (&maker);
  if ((gsize)grid->n_columns * grid->rows->len > CS_GRID_MAX_CELLS)
    {
      cs_error_set (error, CS_ERROR_LIMIT, 0, _ ("the table has too many cells"));
      return FALSE;
    }
  if (has_more (xmlDocGetRootElement (doc), table))
    grid->complete = FALSE;
  return TRUE;
}

CsGrid *
cs_grid_new (const char *xml, gsize n_bytes, GError **error)
{
  g_autoptr (xmlDoc) doc = cs_object_xml_parse (xml, n_bytes, error);
  g_autoptr (CsGrid) grid = grid_new ();

  if (doc == NULL || !read_grid (grid, doc, error))
    return NULL;

  return g_steal_pointer (&grid);
}

gboolean
cs_grid_is_complete (const CsGrid *grid)
{
  return grid->complete;
}

gboolean
cs_grid_is_nested (const CsGrid *grid)
{
  return grid->nested;
}

guint
cs_grid_get_n_rows (const CsGrid *grid)
{
  return grid->rows->len;
}

guint
cs_grid_get_n_columns (const CsGrid *grid)
{
  return grid->n_columns;
}

double
cs_grid_get_share (const CsGrid *grid, guint column)
{
  g_return_val_if_fail (column < grid->n_columns, 0);

  return grid->widths == NULL ? 0 : grid->widths[column];
}

const GPtrArray *
cs_grid_get_row (const CsGrid *grid, guint row)
{
  g_return_val_if_fail (row < grid->rows->len, NULL);

  return grid->rows->pdata[row];
}
