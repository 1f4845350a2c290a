#include <string.h>

#include <glib-object.h>
#include <glib/gi18n-lib.h>

#include "../../base/cs-error.h"
#include "cs-table-head.h"
#include "cs-table-map.h"
#include "cs-table-value.h"

#define MAX_EXAMPLES 3

G_DEFINE_BOXED_TYPE (CsTableMap, cs_table_map, cs_table_map_ref, cs_table_map_unref)

static void
column_free (gpointer data)
{
  CsTableColumn *column = data;

  g_free (column->name);
  g_strfreev (column->examples);
  g_free (column);
}

static void
map_clear (gpointer data)
{
  CsTableMap *map = data;

  g_free (map->view_name);
  g_ptr_array_unref (map->columns);
  g_strfreev (map->warnings);
}

CsTableMap *
cs_table_map_ref (CsTableMap *map)
{
  return g_atomic_rc_box_acquire (map);
}

void
cs_table_map_unref (CsTableMap *map)
{
  g_atomic_rc_box_release_full (map, map_clear);
}

static gboolean
map_has (const CsTableMap *map, CsTableField field)
{
  for (guint i = 0; i < map->columns->len; i++)
    if (((const CsTableColumn *)map->columns->pdata[i])->meaning.field == field)
      return TRUE;

  return FALSE;
}

const char *
cs_table_map_get_obstacle (const CsTableMap *map)
{
  if (map_has (map, CS_TABLE_PUBLICATION) || map_has (map, CS_TABLE_GRANT) ||
      map_has (map, CS_TABLE_APPLICATION))
    return NULL;

  return _ ("no column with numbers of publications or applications was found: say which it is");
}

/* --- warnings --- */

static gboolean
is_number (CsTableField field)
{
  return field == CS_TABLE_PUBLICATION || field == CS_TABLE_GRANT ||
         field == CS_TABLE_APPLICATION || field == CS_TABLE_PRIORITY;
}

static gboolean
is_date (CsTableField field)
{
  return field == CS_TABLE_PUBLICATION_DATE || field == CS_TABLE_GRANT_DATE ||
         field == CS_TABLE_APPLICATION_DATE || field == CS_TABLE_PRIORITY_DATE ||
         field == CS_TABLE_STATUS_DATE;
}

static char *
dup_number_warning (const CsTableColumn *column, const char *example)
{
  if (!cs_table_value_is_rounded (example))
    return NULL;

  return g_strdup_printf (_ ("column \"%s\" holds \"%s\": a spreadsheet program has rounded its "
                             "numbers, and their digits are lost"),
                          column->name, example);
}

static char *
dup_date_warning (const CsTableColumn *column, const char *example)
{
  if (cs_table_value_is_day_number (example))
    return g_strdup_printf (_ ("column \"%s\" holds \"%s\", a day number, which is read as "
                               "days since 1900"),
                            column->name, example);
  if (column->day_first < 0 && cs_table_value_needs_day_order (example))
    return g_strdup_printf (_ ("column \"%s\" holds \"%s\", and nothing tells whether the day "
                               "or the month comes first: such dates are left out"),
                            column->name, example);

  return NULL;
}

/* (nullable): the first trouble that the examples show. */
static char *
dup_warning (const CsTableColumn *column)
{
  char *warning = NULL;

  for (guint i = 0; column->examples[i] != NULL && warning == NULL; i++)
    if (is_number (column->meaning.field))
      warning = dup_number_warning (column, column->examples[i]);
    else if (is_date (column->meaning.field))
      warning = dup_date_warning (column, column->examples[i]);

  return warning;
}

static char **
list_warnings (const CsTableMap *map)
{
  GPtrArray *list = g_ptr_array_new ();
  guint n = map->n_other_sheets;

  if (cs_table_map_get_obstacle (map) != NULL)
    g_ptr_array_add (list, g_strdup (cs_table_map_get_obstacle (map)));
  if (n > 0)
    g_ptr_array_add (list,
                     g_strdup_printf (ngettext ("%u other sheet is left out",
                                                "%u other sheets are left out", n),
                                      n));
  for (guint i = 0; i < map->columns->len; i++)
    {
      char *warning = dup_warning (map->columns->pdata[i]);

      if (warning != NULL)
        g_ptr_array_add (list, warning);
    }
  g_ptr_array_add (list, NULL);

  return (char **)g_ptr_array_free (list, FALSE);
}

/* --- guessing --- */

static char **
dup_examples (const CsTableHead *head, guint column)
{
  GPtrArray *examples = g_ptr_array_new ();

  for (guint i = 0; i < head->rows->len && examples->len < MAX_EXAMPLES; i++)
    {
      const char *cell = cs_table_head_get_cell (head, i, column);

      if (!cs_table_value_is_empty (cell))
        g_ptr_array_add (examples, g_strdup (cell));
    }
  g_ptr_array_add (examples, NULL);

  return (char **)g_ptr_array_free (examples, FALSE);
}

static int
guess_day_first (const CsTableHead *head, guint column)
{
  for (guint i = 0; i < head->rows->len; i++)
    {
      CsDayOrder order = cs_table_value_guess_day_order (cs_table_head_get_cell (head, i, column));

      if (order != CS_DAY_ORDER_UNKNOWN)
        return order == CS_DAY_ORDER_DAY_FIRST;
    }

  return -1;
}

static CsTableColumn *
make_column (const CsTableHead *head, guint index, const CsTablePlatform *platform)
{
  CsTableColumn *column = g_new0 (CsTableColumn, 1);
  g_autofree char *folded = NULL;

  column->name = g_strdup (cs_table_head_get_name (head, index));
  column->meaning = (CsTableMeaning){ CS_TABLE_KEPT, "" };
  column->examples = dup_examples (head, index);
  column->day_first = guess_day_first (head, index);
  folded = cs_table_alias_fold (column->name);
  column->is_known = *folded != '\0' && cs_table_alias_find (folded, platform, &column->meaning);

  return column;
}

static CsTableMap *
make_map (CsTable *table, guint view, const CsTableHead *head)
{
  CsTableMap *map = g_atomic_rc_box_new0 (CsTableMap);

  map->view = view;
  map->view_name = g_strdup (cs_table_get_view_name (table, view));
  map->is_workbook = cs_table_is_workbook (table);
  map->n_other_sheets = map->is_workbook ? cs_table_get_n_views (table) - 1 : 0;
  map->platform = cs_table_head_guess_platform (head);
  map->columns = g_ptr_array_new_with_free_func (column_free);
  if (head->n_rows > 0)
    map->header_line =
        ((const CsTableHeadRow *)head->rows->pdata[head->first + head->n_rows - 1])->line;

  for (guint i = 0; i < head->n_cells; i++)
    {
      CsTableColumn *column = make_column (head, i, map->platform);

      g_ptr_array_add (map->columns, column);
      map->n_known += column->is_known;
    }
  map->warnings = list_warnings (map);

  return map;
}

/* A sheet that is broken does not stand in the way of the others; the trouble of the first goes to
 * @error when there is no other. */
static CsTableHead *
find_best_head (CsTable *table, const char *view, guint *best_view, GError **error)
{
  g_autoptr (CsTableHead) best = NULL;

  for (guint i = 0; i < cs_table_get_n_views (table); i++)
    {
      g_autoptr (CsTableHead) head = NULL;

      if (view != NULL && strcmp (cs_table_get_view_name (table, i), view) != 0)
        continue;
      head = cs_table_head_read (table, i, *error == NULL ? error : NULL);
      if (head == NULL || (best != NULL && !cs_table_head_is_better (head, best)))
        continue;
      g_clear_pointer (&best, cs_table_head_free);
      best = g_steal_pointer (&head);
      *best_view = i;
    }

  return g_steal_pointer (&best);
}

CsTableMap *
cs_table_map_guess_view (CsTable *table, const char *view, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  guint best_view;
  g_autoptr (CsTableHead) head = find_best_head (table, view, &best_view, &trouble);

  if (head != NULL)
    return make_map (table, best_view, head);

  if (trouble != NULL)
    g_propagate_error (error, g_steal_pointer (&trouble));
  else
    cs_error_set (error, CS_ERROR_SYNTAX, 0, _ ("there is no sheet \"%s\""), view);
  return NULL;
}

CsTableMap *
cs_table_map_guess (const char *bytes, gsize n_bytes, GError **error)
{
  g_autoptr (CsTable) table = cs_table_open (bytes, n_bytes, error);

  return table == NULL ? NULL : cs_table_map_guess_view (table, NULL, error);
}

/* --- changing --- */

static CsTableMap *
copy_map (const CsTableMap *map)
{
  CsTableMap *copy = g_atomic_rc_box_new0 (CsTableMap);

  *copy = *map;
  copy->view_name = g_strdup (map->view_name);
  copy->warnings = NULL;
  copy->columns = g_ptr_array_new_with_free_func (column_free);
  for (guint i = 0; i < map->columns->len; i++)
    {
      CsTableColumn *column = g_new (CsTableColumn, 1);

      *column = *(const CsTableColumn *)map->columns->pdata[i];
      column->name = g_strdup (column->name);
      column->examples = g_strdupv (column->examples);
      g_ptr_array_add (copy->columns, column);
    }

  return copy;
}

static CsTableColumn *
find_column (const CsTableMap *map, const char *name)
{
  g_autofree char *folded = cs_table_alias_fold (name);
  guint64 number;

  if (name[0] == '#' && g_ascii_string_to_unsigned (name + 1, 10, 1, G_MAXUINT, &number, NULL) &&
      number <= map->columns->len)
    return map->columns->pdata[number - 1];

  for (guint i = 0; i < map->columns->len; i++)
    {
      CsTableColumn *column = map->columns->pdata[i];
      g_autofree char *other = cs_table_alias_fold (column->name);

      if (strcmp (other, folded) == 0)
        return column;
    }

  return NULL;
}

CsTableMap *
cs_table_map_change (const CsTableMap *map, const char *change, GError **error)
{
  const char *sign = strrchr (change, '=');
  gsize n_bytes = sign == NULL ? strlen (change) : (gsize)(sign - change);
  g_autofree char *name = g_strndup (change, n_bytes);
  g_autoptr (CsTableMap) changed = copy_map (map);
  CsTableColumn *column = find_column (changed, name);
  CsTableMeaning meaning;

  if (column == NULL)
    {
      cs_error_set (error, CS_ERROR_SYNTAX, 0, _ ("there is no column \"%s\""), name);
      return NULL;
    }
  if (sign == NULL || !cs_table_meaning_read (sign + 1, &meaning))
    {
      cs_error_set (error, CS_ERROR_SYNTAX, 0, _ ("no column can mean \"%s\""),
                    sign == NULL ? "" : sign + 1);
      return NULL;
    }

  changed->n_known += !column->is_known;
  column->meaning = meaning;
  column->is_known = TRUE;
  changed->warnings = list_warnings (changed);

  return g_steal_pointer (&changed);
}
