#include <math.h>
#include <string.h>

#include "cs-grid-private.h"

/* CALS, as offices use it: one table of several groups, each with columns of its own. Where their
 * widths say that an edge is the same it is the same. */

#define SAME_EDGE 0.012 /* of the whole width */

/* Columns of one group. */
typedef struct
{
  GPtrArray *specs;  /* of columns: xmlNode, nullable */
  GArray *widths;    /* double */
  GArray *places;    /* guint: column of the grid in which each begins, and the end */
  GHashTable *spans; /* name of a span -> its element */
} Group;

static void
group_clear (Group *group)
{
  g_ptr_array_unref (group->specs);
  g_array_unref (group->widths);
  g_array_unref (group->places);
  g_hash_table_unref (group->spans);
}

static double
read_width (const char *value)
{
  char *unit;
  double width = value == NULL ? 0 : g_ascii_strtod (value, &unit);

  if (!(width > 0 && width < 1e6))
    return 1;
  if (g_str_has_prefix (unit, "mm"))
    return width * 72 / 25.4;
  if (g_str_has_prefix (unit, "cm"))
    return width * 72 / 2.54;

  return g_str_has_prefix (unit, "in") ? width * 72 : width;
}

static void
read_columns (Group *group, xmlNode *tgroup)
{
  guint n = cs_object_xml_get_number (tgroup, "cols", CS_GRID_MAX_COLUMNS, 0);

  group->specs = g_ptr_array_new ();
  group->widths = g_array_new (FALSE, TRUE, sizeof (double));
  group->places = g_array_new (FALSE, TRUE, sizeof (guint));
  group->spans = g_hash_table_new (g_str_hash, g_str_equal);
  for (xmlNode *child = tgroup->children; child != NULL; child = child->next)
    {
      double width = 1;

      if (cs_object_xml_is (child, "spanspec") && cs_object_xml_get (child, "spanname") != NULL)
        g_hash_table_insert (group->spans, (gpointer)cs_object_xml_get (child, "spanname"), child);
      if (!cs_object_xml_is (child, "colspec") || group->widths->len >= CS_GRID_MAX_COLUMNS)
        continue;
      width = read_width (cs_object_xml_get (child, "colwidth"));
      g_array_append_val (group->widths, width);
      g_ptr_array_add (group->specs, child);
    }

  while (group->widths->len < MAX (n, 1))
    {
      double width = 1;

      g_array_append_val (group->widths, width);
      g_ptr_array_add (group->specs, NULL);
    }
}

/* --- edges that groups share --- */

static double
get_total (const Group *group)
{
  double total = 0;

  for (guint i = 0; i < group->widths->len; i++)
    total += g_array_index (group->widths, double, i);

  return total;
}

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  double first = *(const double *)a;
  double second = *(const double *)b;

  return (first > second) - (first < second);
}

/* All edges, as parts of the width, each once. */
static GArray *
collect_edges (GArray *groups)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);
      double total = get_total (group);
      double edge = 0;

      for (guint j = 0; j < group->widths->len; j++)
        {
          edge += g_array_index (group->widths, double, j) / total;
          g_array_append_val (all, edge);
        }
    }
  g_array_sort (all, compare_edges);

  for (guint i = 0; i < all->len; i++)
    {
      double edge = g_array_index (all, double, i);

      if (edges->len == 0 || edge - g_array_index (edges, double, edges->len - 1) > SAME_EDGE)
        g_array_append_val (edges, edge);
    }

  return edges;
}

/* The column of the grid that begins at @edge, not before @least. */
static guint
find_edge (const GArray *edges, double edge, guint least)
{
  guint best = least;
  double distance = 2;

  for (guint i = least; i <= edges->len; i++)
    {
      double at = i == 0 ? 0 : g_array_index (edges, double, i - 1);

      if (fabs (at - edge) >= distance)
        break;
      distance = fabs (at - edge);
      best = i;
    }

  return best;
}

static gboolean
place_columns (Group *group, const GArray *edges)
{
  double total = get_total (group);
  double edge = 0;
  guint place = 0;

  g_array_append_val (group->places, place);
  for (guint i = 0; i < group->widths->len; i++)
    {
      edge += g_array_index (group->widths, double, i) / total;
      if (place + 1 > edges->len)
        return FALSE;
      place = find_edge (edges, edge, place + 1);
      g_array_append_val (group->places, place);
    }

  return TRUE;
}

/* Without edges that fit, columns are counted: the last one of a group takes what is left. */
static void
count_columns (Group *group, guint n_columns)
{
  g_array_set_size (group->places, 0);
  for (guint i = 0; i < group->widths->len; i++)
    g_array_append_val (group->places, i);
  g_array_append_val (group->places, n_columns);
}

static void
set_widths (CsGrid *grid, const GArray *edges)
{
  double before = 0;

  grid->widths = g_new0 (double, edges->len);
  for (guint i = 0; i < edges->len; i++)
    {
      grid->widths[i] = g_array_index (edges, double, i) - before;
      before = g_array_index (edges, double, i);
    }
}

/* Says where the columns of all groups are. Returns: how many the grid has. */
static guint
place_groups (CsGridMaker *maker, GArray *groups)
{
  g_autoptr (GArray) edges = collect_edges (groups);
  gboolean fits = edges->len <= CS_GRID_MAX_COLUMNS;
  guint n_most = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      Group *group = &g_array_index (groups, Group, i);

      n_most = MAX (n_most, group->widths->len);
      fits = fits && place_columns (group, edges);
    }

  if (fits && edges->len > 0)
    {
      set_widths (maker->grid, edges);
      return edges->len;
    }

  for (guint i = 0; i < groups->len; i++)
    count_columns (&g_array_index (groups, Group, i), n_most);
  return n_most;
}

/* --- rows --- */

static guint
find_column (const Group *group, const char *name, guint otherwise)
{
  guint64 number;

  for (guint i = 0; name != NULL && i < group->specs->len; i++)
    if (group->specs->pdata[i] != NULL &&
        g_strcmp0 (cs_object_xml_get (group->specs->pdata[i], "colname"), name) == 0)
      return i;

  /* Some name columns and do not say so. */
  if (name != NULL && g_ascii_string_to_unsigned (name, 10, 1, group->widths->len, &number, NULL))
    return number - 1;

  return otherwise;
}

static char
get_align (const xmlNode *entry, const xmlNode *spec, const xmlNode *tgroup)
{
  const char *align = cs_object_xml_get (entry, "align");

  if (align == NULL && spec != NULL)
    align = cs_object_xml_get (spec, "align");

  if (align == NULL)
    align = cs_object_xml_get (tgroup, "align");
  if (g_strcmp0 (align, "center") == 0)
    return 'c';

  return g_strcmp0 (align, "right") == 0 ? 'r' : 'l';
}

/* An entry of @group: its first and last column, counted in it. */
static void
find_span (const Group *group, const xmlNode *entry, guint next, guint *first, guint *last)
{
  const char *name = cs_object_xml_get (entry, "spanname");
  const xmlNode *span = name == NULL ? NULL : g_hash_table_lookup (group->spans, name);
  const xmlNode *from = span == NULL ? entry : span;

  *first = find_column (group, cs_object_xml_get (entry, "colname"), next);
  *first = find_column (group, cs_object_xml_get (from, "namest"), *first);
  *last = find_column (group, cs_object_xml_get (from, "nameend"), *first);
  *first = MIN (*first, group->widths->len - 1);
  *last = CLAMP (*last, *first, group->widths->len - 1);
}

static gboolean
has_line (const xmlNode *node)
{
  return g_strcmp0 (cs_object_xml_get (node, "rowsep"), "1") == 0;
}

/* The column of @group after those that cells from above take, from @next on. */
static guint
skip_busy (CsGridMaker *maker, const Group *group, guint next)
{
  while (next + 1 < group->places->len)
    {
      guint place = g_array_index (group->places, guint, next);

      if (place >= maker->busy->len || g_array_index (maker->busy, guint, place) == 0)
        break;
      next++;
    }

  return next;
}

static void
read_row (CsGridMaker *maker, const Group *group, const xmlNode *row, gboolean heading)
{
  const xmlNode *tgroup = row->parent->parent;
  guint next = 0;

  cs_grid_maker_begin_row (maker);
  for (xmlNode *entry = row->children; entry != NULL && !maker->too_large; entry = entry->next)
    {
      guint first, last, from, to;
      CsCell *cell;

      if (!cs_object_xml_is (entry, "entry") && !cs_object_xml_is (entry, "entrytbl"))
        continue;
      find_span (group, entry, skip_busy (maker, group, next), &first, &last);
      if (first < next && next <= last) /* it counts the one before in, and ends where it says */
        first = next;
      from = g_array_index (group->places, guint, first);
      to = g_array_index (group->places, guint, last + 1);
      cell =
          cs_grid_maker_add (maker, cs_grid_read_text (maker, entry), from, to - from,
                             1 + cs_object_xml_get_number (entry, "morerows", CS_GRID_MAX_SPAN, 0));
      cell->cell.is_heading = heading;
      cell->align = get_align (entry, group->specs->pdata[first], tgroup);
      cell->line_under = has_line (entry) || has_line (row);
      if (cs_object_xml_is (entry, "entrytbl"))
        maker->grid->nested = TRUE;
      next = last + 1;
    }
}

static void
read_group (CsGridMaker *maker, const Group *group, const xmlNode *tgroup)
{
  static const char *const parts[] = { "thead", "tbody", "tfoot" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (xmlNode *part = tgroup->children; part != NULL; part = part->next)
      if (cs_object_xml_is (part, parts[i]))
        for (xmlNode *row = part->children; row != NULL; row = row->next)
          if (cs_object_xml_is (row, "row"))
            read_row (maker, group, row, i == 0);
}

static void
read_title (CsGridMaker *maker, xmlNode *title, guint n_columns)
{
  CsCell *cell;

  cs_grid_maker_begin_row (maker);
  cell = cs_grid_maker_add (maker, cs_grid_read_text (maker, title), 0, n_columns, 1);
  cell->cell.is_heading = TRUE;
  cell->align = 'c';
}

void
cs_grid_read_cals (CsGridMaker *maker, xmlNode *table)
{
  g_autoptr (GArray) groups = g_array_new (FALSE, TRUE, sizeof (Group));
  guint n_columns;
  guint i = 0;

  for (xmlNode *child = table->children; child != NULL; child = child->next)
    if (cs_object_xml_is (child, "tgroup"))
      {
        g_array_set_size (groups, groups->len + 1);
        read_columns (&g_array_index (groups, Group, groups->len - 1), child);
      }

  maker->grid->lined = g_strcmp0 (cs_object_xml_get (table, "frame"), "none") != 0;
  n_columns = place_groups (maker, groups);
  g_array_set_size (maker->busy, n_columns);
  for (xmlNode *child = table->children; child != NULL; child = child->next)
    if (cs_object_xml_is (child, "title"))
      read_title (maker, child, n_columns);
    else if (cs_object_xml_is (child, "tgroup"))
      read_group (maker, &g_array_index (groups, Group, i++), child);

  if (maker->busy->len > n_columns) /* more columns than widths */
    g_clear_pointer (&maker->grid->widths, g_free);
  for (i = 0; i < groups->len; i++)
    group_clear (&g_array_index (groups, Group, i));
}
