#include <string.h>

#include "../cs-object-pango.h"
#include "../formula/cs-formula.h"
#include "cs-grid-private.h"

#define PAD_X 0.4 /* beside the text of a cell, in sizes of letters */
#define PAD_Y 0.22
#define LINE_PT 0.6
#define SCRIPT_SCALE 0.68

/** Drawing: a table while it is laid out. */
typedef struct
{
  const CsGrid *grid;
  PangoContext *pango;
  double font_pt;
  double *lefts; /* of columns, and the right edge */
  double *tops;  /* of rows, and the lower edge */
} Drawing;

/* --- objects within the text --- */

/* A formula stands in the text as large as it is, anything else as an empty frame. */
static void
draw_object (cairo_t *cr, PangoAttrShape *shape, gboolean do_path, gpointer data)
{
  double font_pt = *(double *)data;
  double x, y;

  if (do_path)
    return;

  cairo_get_current_point (cr, &x, &y);
  cairo_save (cr);
  cairo_translate (cr, x, y + pango_units_to_double (shape->ink_rect.y));
  if (shape->data != NULL)
    cs_formula_draw (shape->data, font_pt, cr);
  else
    {
      cairo_rectangle (cr, LINE_PT, 0, pango_units_to_double (shape->ink_rect.width) - 2 * LINE_PT,
                       pango_units_to_double (shape->ink_rect.height));
      cairo_set_line_width (cr, LINE_PT);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

static void
free_formula (gpointer formula)
{
  cs_formula_free (formula);
}

/* A formula that @layout keeps for its attributes, which are copied freely; %NULL for what cannot
 * be drawn. */
static CsFormula *
keep_formula (PangoLayout *layout, const CsInlineObject *object)
{
  GPtrArray *kept = g_object_get_data (G_OBJECT (layout), "formulas");
  CsFormula *formula;

  if (object->kind != CS_OBJECT_FORMULA || object->payload == NULL)
    return NULL;

  formula = cs_formula_new (object->payload, strlen (object->payload), NULL);
  if (formula == NULL)
    return NULL;

  if (kept == NULL)
    {
      kept = g_ptr_array_new_with_free_func (free_formula);
      g_object_set_data_full (G_OBJECT (layout), "formulas", kept,
                              (GDestroyNotify)g_ptr_array_unref);
    }
  g_ptr_array_add (kept, formula);

  return formula;
}

static PangoAttribute *
make_shape (PangoLayout *layout, const CsInlineObject *object, double font_pt)
{
  CsFormula *formula = keep_formula (layout, object);
  double width = 2 * font_pt;
  double height = font_pt;
  double base = 0.8 * font_pt;
  PangoRectangle box;

  if (formula != NULL)
    cs_formula_measure (formula, font_pt, &width, &height, &base);
  box.x = 0;
  box.y = -pango_units_from_double (base);
  box.width = pango_units_from_double (width);
  box.height = pango_units_from_double (height);

  return pango_attr_shape_new_with_data (&box, &box, formula, NULL, NULL);
}

/* --- the text of a cell --- */

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

static void
add_run (PangoAttrList *list, const CsRun *run, double font_pt)
{
  int rise = pango_units_from_double (font_pt);

  switch (run->style)
    {
    case CS_RUN_SUB:
    case CS_RUN_SUP:
      add_attribute (list, pango_attr_scale_new (SCRIPT_SCALE), run->start, run->end);
      add_attribute (list,
                     pango_attr_rise_new (run->style == CS_RUN_SUP ? rise * 0.36 : -rise * 0.16),
                     run->start, run->end);
      break;
    case CS_RUN_BOLD:
      add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), run->start, run->end);
      break;
    case CS_RUN_ITALIC:
      add_attribute (list, pango_attr_style_new (PANGO_STYLE_ITALIC), run->start, run->end);
      break;
    case CS_RUN_UNDERLINE:
      add_attribute (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), run->start, run->end);
      break;
    case CS_RUN_HEADING:
    case CS_N_RUN_STYLES:
    default:
      break;
    }
}

static PangoLayout *
make_layout (Drawing *drawing, const CsCell *cell)
{
  PangoLayout *layout = pango_layout_new (drawing->pango);
  PangoAttrList *list = pango_attr_list_new ();
  CsText *text = cell->cell.text;
  guint n_runs, n_objects;
  const CsRun *runs = cs_text_get_runs (text, &n_runs);
  const CsInlineObject *objects = cs_text_get_objects (text, &n_objects);

  for (guint i = 0; i < n_runs; i++)
    add_run (list, &runs[i], drawing->font_pt);
  for (guint i = 0; i < n_objects; i++)
    add_attribute (list, make_shape (layout, &objects[i], drawing->font_pt), objects[i].at,
                   objects[i].at + strlen (CS_OBJECT_CHARACTER));
  pango_layout_set_text (layout, cs_text_get_string (text), cs_text_get_n_bytes (text));
  pango_layout_set_attributes (layout, list);
  pango_attr_list_unref (list);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, cell->align == 'c' ? PANGO_ALIGN_CENTER :
                                      cell->align == 'r' ? PANGO_ALIGN_RIGHT :
                                                           PANGO_ALIGN_LEFT);

  return layout;
}

static double
get_width (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);

  return pango_units_to_double (logical.width);
}

/* --- widths of columns --- */

/* What columns need: @least that no word is broken, @natural that no line is. */
typedef struct
{
  double *least;
  double *natural;
} Needs;

static double
sum (const double *widths, guint from, guint n)
{
  double total = 0;

  for (guint i = from; i < from + n; i++)
    total += widths[i];

  return total;
}

/* Columns @from to @from + @n get what they lack of @width, each its share. */
static void
widen (double *widths, guint from, guint n, double width)
{
  double total = sum (widths, from, n);

  if (total >= width)
    return;

  for (guint i = from; i < from + n; i++)
    widths[i] += total > 0 ? (width - total) * widths[i] / total : (width - total) / n;
}

static void
add_need (Drawing *drawing, const CsCell *cell, Needs *needs)
{
  PangoLayout *layout = make_layout (drawing, cell);
  double pad = 2 * PAD_X * drawing->font_pt;
  guint column = cell->cell.column;

  widen (needs->natural, column, cell->cell.n_columns, get_width (layout) + pad);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, 0);
  widen (needs->least, column, cell->cell.n_columns, get_width (layout) + pad);
  g_object_unref (layout);
}

/* Cells of one column first, then those that span. */
static void
find_needs (Drawing *drawing, Needs *needs)
{
  const GPtrArray *cells = drawing->grid->cells;

  for (guint i = 0; i < cells->len; i++)
    if (((const CsCell *)cells->pdata[i])->cell.n_columns == 1)
      add_need (drawing, cells->pdata[i], needs);
  for (guint i = 0; i < cells->len; i++)
    if (((const CsCell *)cells->pdata[i])->cell.n_columns > 1)
      add_need (drawing, cells->pdata[i], needs);
}

static void
place_columns (Drawing *drawing, double width)
{
  guint n = drawing->grid->n_columns;
  g_autofree double *least = g_new0 (double, n);
  g_autofree double *natural = g_new0 (double, n);
  Needs needs = { least, natural };
  double total_least, total_natural;
  double x = 0;

  find_needs (drawing, &needs);
  total_least = sum (least, 0, n);
  total_natural = sum (natural, 0, n);
  for (guint i = 0; i < n; i++)
    {
      double share;

      if (total_natural <= width)
        share = natural[i] * width / total_natural;
      else if (total_least >= width)
        share = least[i] * width / total_least;
      else
        share = least[i] +
                (natural[i] - least[i]) * (width - total_least) / (total_natural - total_least);
      drawing->lefts[i] = x;
      x += share;
    }
  drawing->lefts[n] = width;
}

/* --- heights of rows --- */

static double
get_cell_width (Drawing *drawing, const CsGridCell *cell)
{
  return drawing->lefts[cell->column + cell->n_columns] - drawing->lefts[cell->column];
}

static PangoLayout *
make_wrapped (Drawing *drawing, const CsCell *cell)
{
  PangoLayout *layout = make_layout (drawing, cell);
  double width = get_cell_width (drawing, &cell->cell) - 2 * PAD_X * drawing->font_pt;

  pango_layout_set_width (layout, pango_units_from_double (MAX (width, 1)));

  return layout;
}

static double
measure_cell (Drawing *drawing, const CsCell *cell)
{
  gboolean empty = cs_text_get_n_bytes (cell->cell.text) == 0 && !drawing->grid->lined;
  PangoLayout *layout;
  PangoRectangle logical;

  if (empty) /* a line, not a row of text */
    return PAD_Y * drawing->font_pt;

  layout = make_wrapped (drawing, cell);
  pango_layout_get_extents (layout, NULL, &logical);
  g_object_unref (layout);

  return pango_units_to_double (logical.height) + 2 * PAD_Y * drawing->font_pt;
}

static void
measure_rows (Drawing *drawing, double *heights)
{
  const GPtrArray *rows = drawing->grid->rows;

  for (guint i = 0; i < rows->len; i++)
    {
      const GPtrArray *row = rows->pdata[i];

      for (guint j = 0; j < row->len; j++)
        {
          const CsCell *cell = row->pdata[j];
          guint last = i + cell->cell.n_rows - 1;
          double lacking = measure_cell (drawing, cell) - sum (heights, i, cell->cell.n_rows);

          heights[last] += MAX (lacking, 0);
        }
      heights[i] = MAX (heights[i], PAD_Y * drawing->font_pt);
    }
}

static void
place_rows (Drawing *drawing)
{
  guint n = drawing->grid->rows->len;
  g_autofree double *heights = g_new0 (double, n);
  double y = 0;

  measure_rows (drawing, heights);
  for (guint i = 0; i < n; i++)
    {
      drawing->tops[i] = y;
      y += heights[i];
    }
  drawing->tops[n] = y;
}

/* --- drawing --- */

static void
draw_text (Drawing *drawing, const CsCell *cell, guint row, cairo_t *cr)
{
  PangoLayout *layout = make_wrapped (drawing, cell);
  double height = drawing->tops[row + cell->cell.n_rows] - drawing->tops[row];
  PangoRectangle logical;
  double free_height;

  pango_layout_get_extents (layout, NULL, &logical);
  free_height = height - pango_units_to_double (logical.height);
  cairo_move_to (cr, drawing->lefts[cell->cell.column] + PAD_X * drawing->font_pt,
                 drawing->tops[row] + MIN (free_height / 2, free_height));
  pango_cairo_show_layout (cr, layout);
  g_object_unref (layout);
}

static void
draw_line (cairo_t *cr, double x1, double x2, double y)
{
  cairo_move_to (cr, x1, y);
  cairo_line_to (cr, x2, y);
  cairo_stroke (cr);
}

static void
draw_cell (Drawing *drawing, const CsCell *cell, guint row, cairo_t *cr)
{
  double left = drawing->lefts[cell->cell.column];
  double width = get_cell_width (drawing, &cell->cell);
  double top = drawing->tops[row];
  double bottom = drawing->tops[row + cell->cell.n_rows];

  draw_text (drawing, cell, row, cr);
  if (drawing->grid->lined)
    {
      cairo_rectangle (cr, left, top, width, bottom - top);
      cairo_stroke (cr);
    }
  else if (cell->line_under)
    draw_line (cr, left, left + width, bottom);
}

static void
draw_grid (Drawing *drawing, cairo_t *cr)
{
  const GPtrArray *rows = drawing->grid->rows;
  double width = drawing->lefts[drawing->grid->n_columns];

  cairo_set_line_width (cr, LINE_PT);
  for (guint i = 0; i < rows->len; i++)
    {
      const GPtrArray *row = rows->pdata[i];

      for (guint j = 0; j < row->len; j++)
        draw_cell (drawing, row->pdata[j], i, cr);
    }

  if (drawing->grid->lined)
    cairo_rectangle (cr, 0, 0, width, drawing->tops[rows->len]);
  else
    {
      draw_line (cr, 0, width, 0);
      draw_line (cr, 0, width, drawing->tops[rows->len]);
    }
  cairo_stroke (cr);
}

static PangoContext *
make_context (double *font_pt)
{
  PangoContext *pango = cs_object_pango_context_new ();
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, CS_OBJECT_SERIF);
  pango_font_description_set_size (font, *font_pt * PANGO_SCALE);
  pango_context_set_font_description (pango, font);
  pango_font_description_free (font);
  pango_cairo_context_set_shape_renderer (pango, draw_object, font_pt, NULL);

  return pango;
}

double
cs_grid_draw (const CsGrid *grid, double font_pt, double width_pt, cairo_t *cr)
{
  PangoContext *pango = make_context (&font_pt);
  g_autofree double *lefts = g_new0 (double, grid->n_columns + 1);
  g_autofree double *tops = g_new0 (double, grid->rows->len + 1);
  Drawing drawing = { grid, pango, font_pt, lefts, tops };

  place_columns (&drawing, width_pt - LINE_PT);
  place_rows (&drawing);
  if (cr != NULL)
    {
      cairo_save (cr);
      cairo_translate (cr, LINE_PT / 2, LINE_PT / 2);
      draw_grid (&drawing, cr);
      cairo_restore (cr);
    }
  g_object_unref (pango);

  return tops[grid->rows->len] + LINE_PT;
}
