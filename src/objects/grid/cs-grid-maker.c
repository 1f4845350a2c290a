#include "cs-grid-private.h"

/* --- making --- */

static guint
get_busy (CsGridMaker *maker, guint column)
{
  return column < maker->busy->len ? g_array_index (maker->busy, guint, column) : 0;
}

void
cs_grid_maker_begin_row (CsGridMaker *maker)
{
  if (maker->grid->rows->len > 0)
    for (guint i = 0; i < maker->busy->len; i++)
      {
        guint *busy = &g_array_index (maker->busy, guint, i);

        *busy -= *busy > 0;
      }

  g_ptr_array_add (maker->grid->rows, g_ptr_array_new ());
  maker->column = 0;
}

static void
occupy (CsGridMaker *maker, guint from, guint n_columns, guint n_rows)
{
  if (maker->busy->len < from + n_columns)
    g_array_set_size (maker->busy, from + n_columns);
  for (guint i = from; i < from + n_columns; i++)
    g_array_index (maker->busy, guint, i) = n_rows;
}

/* How many of @n_columns columns are free from @from on, at least one. */
static guint
count_free (CsGridMaker *maker, guint from, guint n_columns)
{
  guint n = 1;

  while (n < n_columns && get_busy (maker, from + n) == 0)
    n++;

  return n;
}

CsCell *
cs_grid_maker_add (CsGridMaker *maker, CsText *text, guint column, guint n_columns, guint n_rows)
{
  CsCell *cell = g_new0 (CsCell, 1);
  GPtrArray *row = maker->grid->rows->pdata[maker->grid->rows->len - 1];

  cell->cell.text = text;
  cell->align = 'l';
  g_ptr_array_add (maker->grid->cells, cell);
  if (column != CS_GRID_ANY_COLUMN && column > maker->column)
    maker->column = column;
  while (get_busy (maker, maker->column) > 0)
    maker->column++;

  maker->too_large = maker->too_large || maker->column >= CS_GRID_MAX_COLUMNS;
  if (maker->too_large)
    return cell;

  n_columns = CLAMP (n_columns, 1, CS_GRID_MAX_COLUMNS - maker->column);

  cell->cell.column = maker->column;
  cell->cell.n_columns = count_free (maker, maker->column, n_columns);
  cell->cell.n_rows = CLAMP (n_rows, 1, CS_GRID_MAX_SPAN);
  occupy (maker, maker->column, cell->cell.n_columns, cell->cell.n_rows);
  maker->column += cell->cell.n_columns;
  g_ptr_array_add (row, cell);

  return cell;
}

void
cs_grid_maker_end (CsGridMaker *maker)
{
  CsGrid *grid = maker->grid;

  for (guint i = 0; i < grid->rows->len; i++)
    {
      GPtrArray *row = grid->rows->pdata[i];

      for (guint j = 0; j < row->len; j++)
        {
          CsGridCell *cell = row->pdata[j];

          cell->n_rows = MIN (cell->n_rows, grid->rows->len - i);
        }
    }
  grid->n_columns = maker->busy->len;
}

/* --- walking --- */

CsGridWalk *
cs_grid_walk_new (const CsGrid *grid)
{
  CsGridWalk *walk = g_new0 (CsGridWalk, 1);

  walk->grid = grid;
  walk->covering = g_new0 (const CsCell *, grid->n_columns);
  walk->begun = g_new0 (guint, grid->n_columns);

  return walk;
}

void
cs_grid_walk_free (CsGridWalk *walk)
{
  g_free (walk->covering);
  g_free (walk->begun);
  g_free (walk);
}

void
cs_grid_walk_to (CsGridWalk *walk, guint row)
{
  const GPtrArray *cells = walk->grid->rows->pdata[row];

  walk->row = row;
  for (guint i = 0; i < walk->grid->n_columns; i++)
    if (walk->covering[i] != NULL && walk->begun[i] + walk->covering[i]->cell.n_rows <= row)
      walk->covering[i] = NULL;

  for (guint i = 0; i < cells->len; i++)
    {
      const CsCell *cell = cells->pdata[i];

      for (guint j = 0; j < cell->cell.n_columns; j++)
        {
          walk->covering[cell->cell.column + j] = cell;
          walk->begun[cell->cell.column + j] = row;
        }
    }
}
