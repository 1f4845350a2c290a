#include "cs-formula-box.h"

/* --- fractions --- */

static CsStyle
get_fraction_style (const CsSetting *setting)
{
  return MIN (setting->style + 1, CS_STYLE_SMALL);
}

static CsBox *
new_rule (double width, double line, double axis)
{
  CsBox *rule = cs_box_new ();

  rule->shape = CS_SHAPE_RULE;
  rule->width = width;
  rule->ascent = axis + line / 2;
  rule->descent = line / 2 - axis;
  rule->line = line;

  return rule;
}

static CsBox *
layout_fraction (const CsSetting *setting, const CsNode *node)
{
  CsSetting inner = cs_setting_for (setting, get_fraction_style (setting));
  double em = cs_setting_get_em (setting);
  gboolean display = setting->style == CS_STYLE_DISPLAY;
  gboolean bar = node->fraction == CS_FRACTION_BAR;
  double line = bar ? CS_EM_RULE * em : 0;
  double axis = CS_EM_AXIS * em;
  double gap = display ? 3 * CS_EM_RULE * em : 1.6 * CS_EM_RULE * em;
  CsBox *above = cs_layout_node (&inner, cs_node_get (node, 0));
  CsBox *below = cs_layout_node (&inner, cs_node_get (node, 1));
  double width = MAX (above->width, below->width) + 0.16 * em;
  double side = 0.1 * em;
  double up = MAX ((display ? 0.677 : 0.394) * em, axis + line / 2 + gap + above->descent);
  double down = MAX ((display ? 0.686 : 0.345) * em, below->ascent + gap + line / 2 - axis);
  CsBox *box = cs_box_new ();

  if (bar)
    cs_box_add (box, new_rule (width, line, axis), side, 0);
  cs_box_add (box, above, side + (width - above->width) / 2, -up);
  cs_box_add (box, below, side + (width - below->width) / 2, down);
  box->width = width + 2 * side;

  return box;
}

static CsBox *
new_slash (double width, double ascent, double descent, double line)
{
  CsBox *slash = cs_box_new ();

  slash->shape = CS_SHAPE_SLASH;
  slash->width = width;
  slash->ascent = ascent;
  slash->descent = descent;
  slash->line = line;

  return slash;
}

/* A slanted fraction: the parts beside the slash, raised and lowered when it is skewed. */
static CsBox *
layout_slanted (const CsSetting *setting, const CsNode *node)
{
  gboolean skewed = node->fraction == CS_FRACTION_SKEWED;
  CsSetting inner = skewed ? cs_setting_for_scripts (setting) : *setting;
  double em = cs_setting_get_em (setting);
  double shift = skewed ? 0.3 * em : 0;
  CsBox *above = cs_layout_node (&inner, cs_node_get (node, 0));
  CsBox *below = cs_layout_node (&inner, cs_node_get (node, 1));
  double ascent = MAX (above->ascent + shift, below->ascent - shift / 2);
  double descent = MAX (below->descent + shift / 2, above->descent - shift);
  CsBox *slash =
      new_slash (0.35 * em, MAX (ascent, 0.7 * em), MAX (descent, 0.2 * em), CS_EM_RULE * em);
  CsBox *box = cs_box_new ();

  cs_box_add (box, above, 0, -shift);
  cs_box_add (box, slash, box->width - (skewed ? 0.05 * em : 0), 0);
  cs_box_add (box, below, box->width - (skewed ? 0.05 * em : 0), shift / 2);

  return box;
}

/* --- roots --- */

static CsBox *
new_surd (const CsSetting *setting, const CsBox *content)
{
  double em = cs_setting_get_em (setting);
  double line = CS_EM_RULE * em;
  double gap = setting->style == CS_STYLE_DISPLAY ? 0.15 * em : 0.1 * em;
  CsBox *surd = cs_box_new ();

  surd->shape = CS_SHAPE_SURD;
  surd->line = line;
  surd->ascent = MAX (content->ascent, 0.5 * em) + gap + line;
  surd->descent = MAX (content->descent, 0.05 * em) + line;
  surd->hook = 0.55 * em + MIN (0.12 * (surd->ascent + surd->descent), 0.5 * em);
  surd->width = surd->hook + 0.1 * em + content->width;

  return surd;
}

static CsBox *
layout_root (const CsSetting *setting, const CsNode *node)
{
  CsSetting tiny = cs_setting_for (setting, CS_STYLE_SMALL);
  double em = cs_setting_get_em (setting);
  CsBox *content = cs_layout_node (setting, cs_node_get (node, 0));
  CsBox *surd = new_surd (setting, content);
  CsBox *degree =
      cs_node_get (node, 1) == NULL ? NULL : cs_layout_node (&tiny, cs_node_get (node, 1));
  double knee = MIN ((surd->ascent + surd->descent) * 0.45, surd->hook * 1.1);
  double left = degree == NULL ? 0 : MAX (0, degree->width - surd->hook * 0.42);
  double content_x = left + surd->hook + 0.06 * em;
  CsBox *box = cs_box_new ();

  if (degree != NULL)
    cs_box_add (box, degree, MAX (0, surd->hook * 0.42 - degree->width),
                surd->descent - knee - 0.1 * em - degree->descent);
  cs_box_add (box, surd, left, 0);
  cs_box_add (box, content, content_x, 0);
  box->width += 0.06 * em;

  return box;
}

/* --- tables --- */

typedef struct
{
  CsBox **cells;
  double *columns;  /* widths */
  double *ascents;  /* of rows */
  double *descents; /* of rows */
  guint n_rows;
  guint n_columns;
} Grid;

static void
layout_cells (const CsSetting *setting, const CsNode *table, Grid *grid)
{
  double em = cs_setting_get_em (setting);

  for (guint row = 0; row < grid->n_rows; row++)
    {
      grid->ascents[row] = 0.7 * em;
      grid->descents[row] = 0.28 * em;
    }
  for (guint i = 0; i < grid->n_rows * grid->n_columns; i++)
    {
      guint row = i / grid->n_columns;
      guint column = i % grid->n_columns;
      CsBox *cell = cs_layout_node (setting, cs_node_get (table, i));

      grid->cells[i] = cell;
      grid->columns[column] = MAX (grid->columns[column], cell->width);
      grid->ascents[row] = MAX (grid->ascents[row], cell->ascent);
      grid->descents[row] = MAX (grid->descents[row], cell->descent);
    }
}

/* Sides of an equation are beside each other, other columns apart. */
static double
get_column_gap (const CsNode *table, guint column, double em)
{
  if (column == 0)
    return 0;
  if (table->text[column - 1] == 'r' && table->text[column] == 'l')
    return (table->flags & CS_FORMULA_EQUATIONS) != 0 ? 0.28 * em : 0.45 * em;

  return em;
}

static double
align (char how, double room)
{
  return how == 'l' ? 0 : how == 'r' ? room :
                                       room / 2;
}

static double
get_total_height (const Grid *grid, double gap)
{
  double height = 0;

  for (guint row = 0; row < grid->n_rows; row++)
    height += grid->ascents[row] + grid->descents[row] + (row > 0 ? gap : 0);

  return height;
}

static CsBox *
place_cells (const CsSetting *setting, const CsNode *table, Grid *grid)
{
  double em = cs_setting_get_em (setting);
  double gap = (setting->style == CS_STYLE_DISPLAY ? 0.5 : 0.25) * em;
  double y = -get_total_height (grid, gap) / 2 - CS_EM_AXIS * em;
  CsBox *box = cs_box_new ();

  for (guint row = 0; row < grid->n_rows; row++)
    {
      double x = 0.05 * em;

      y += grid->ascents[row];
      for (guint column = 0; column < grid->n_columns; column++)
        {
          CsBox *cell = grid->cells[row * grid->n_columns + column];
          double room = grid->columns[column] - cell->width;

          x += get_column_gap (table, column, em);
          cs_box_add (box, cell, x + align (table->text[column], room), y);
          x += grid->columns[column];
        }
      box->width = MAX (box->width, x + 0.05 * em);
      y += grid->descents[row] + gap;
    }

  return box;
}

static CsBox *
layout_table (const CsSetting *setting, const CsNode *table)
{
  guint n_cells = table->children == NULL ? 0 : table->children->len;
  Grid grid = { .n_rows = n_cells / table->width, .n_columns = table->width };
  g_autofree CsBox **cells = g_new0 (CsBox *, n_cells);
  g_autofree double *columns = g_new0 (double, grid.n_columns);
  g_autofree double *ascents = g_new0 (double, grid.n_rows);
  g_autofree double *descents = g_new0 (double, grid.n_rows);

  grid.cells = cells;
  grid.columns = columns;
  grid.ascents = ascents;
  grid.descents = descents;
  layout_cells (setting, table, &grid);

  return place_cells (setting, table, &grid);
}

/* --- frames --- */

static CsBox *
layout_frame (const CsSetting *setting, const CsNode *node)
{
  double em = cs_setting_get_em (setting);
  double inset = (node->flags & CS_FRAME_BOX) != 0 ? 0.2 * em : 0;
  CsBox *content = cs_layout_node (setting, cs_node_get (node, 0));
  CsBox *box = cs_box_new ();

  box->ascent = content->ascent + inset;
  box->descent = content->descent + inset;
  cs_box_add (box, content, inset, 0);
  box->width += inset;
  box->shape = CS_SHAPE_LINES;
  box->flags = node->flags;
  box->line = CS_EM_RULE * em;

  return box;
}

static CsBox *
layout_phantom (const CsSetting *setting, const CsNode *node)
{
  g_autoptr (CsBox) content = cs_layout_node (setting, cs_node_get (node, 0));
  CsBox *box = cs_box_new ();

  box->width = content->width;
  box->ascent = content->ascent;
  box->descent = content->descent;

  return box;
}

/* --- nodes --- */

static CsBox *
layout_any_fraction (const CsSetting *setting, const CsNode *node)
{
  if (node->fraction == CS_FRACTION_SKEWED || node->fraction == CS_FRACTION_LINEAR)
    return layout_slanted (setting, node);

  return layout_fraction (setting, node);
}

CsBox *
cs_layout_node (const CsSetting *setting, const CsNode *node)
{
  static CsBox *(*const layouts[]) (const CsSetting *setting, const CsNode *node) = {
    [CS_NODE_ROW] = cs_layout_row,
    [CS_NODE_TOKEN] = cs_layout_token,
    [CS_NODE_SPACE] = cs_layout_row,
    [CS_NODE_FRACTION] = layout_any_fraction,
    [CS_NODE_ROOT] = layout_root,
    [CS_NODE_SCRIPTS] = cs_layout_scripts,
    [CS_NODE_PRE] = cs_layout_pre,
    [CS_NODE_LIMITS] = cs_layout_limits,
    [CS_NODE_FENCE] = cs_layout_fence,
    [CS_NODE_TABLE] = layout_table,
    [CS_NODE_FRAME] = layout_frame,
    [CS_NODE_PHANTOM] = layout_phantom,
    [CS_NODE_BREAK] = cs_layout_row,
  };

  return node == NULL ? cs_box_new () : layouts[node->kind](setting, node);
}

/* --- a formula --- */

/* How far letters reach to the left of @box: an italic f does. */
static double
find_left (const CsBox *box)
{
  double left = MIN (0, box->bearing);

  for (guint i = 0; box->parts != NULL && i < box->parts->len; i++)
    {
      const CsBox *part = box->parts->pdata[i];

      left = MIN (left, part->x + find_left (part));
    }

  return left;
}

static CsBox *
layout_formula (const CsFormula *formula, double font_pt)
{
  PangoContext *pango = cs_object_pango_context_new ();
  CsSetting setting = { .pango = pango, .font_pt = font_pt };
  CsBox *box = cs_box_new ();
  CsBox *content = cs_layout_node (&setting, formula->root);
  double side = 0.06 * font_pt;

  cs_box_add (box, content, side - find_left (content), 0);
  box->width = MAX (box->width + side, 0.2 * font_pt);
  box->ascent = MAX (box->ascent, 0.6 * font_pt) + side;
  box->descent = MAX (box->descent, 0.15 * font_pt) + side;
  g_object_unref (pango);

  return box;
}

void
cs_formula_measure (
    const CsFormula *formula, double font_pt, double *width_pt, double *height_pt, double *base_pt)
{
  g_autoptr (CsBox) box = layout_formula (formula, font_pt);

  *width_pt = box->width;
  *height_pt = box->ascent + box->descent;
  *base_pt = box->ascent;
}

void
cs_formula_draw (const CsFormula *formula, double font_pt, cairo_t *cr)
{
  g_autoptr (CsBox) box = layout_formula (formula, font_pt);

  cairo_save (cr);
  cairo_translate (cr, 0, box->ascent);
  cs_box_draw (box, cr);
  cairo_restore (cr);
}
