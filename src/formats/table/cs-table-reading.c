#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../base/cs-error.h"
#include "../../base/cs-limits.h"
#include "cs-table-reading.h"

#define MAX_NUMBER_BYTES 100
#define SHOWN_CHARS 40 /* of a value in a fault */

/* --- one table --- */

static void
document_clear (gpointer data)
{
  CsTableDocument *document = data;

  g_clear_pointer (&document->publication, cs_number_unref);
  g_clear_pointer (&document->application, cs_number_unref);
}

static void
group_clear (gpointer data)
{
  CsTableGroup *group = data;

  g_free (group->id);
  g_ptr_array_unref (group->members);
}

static guint
get_place (const CsTableMap *map, guint column)
{
  CsTableMeaning meaning = ((const CsTableColumn *)map->columns->pdata[column])->meaning;

  return meaning.field == CS_TABLE_CLASS_FIRST ? 0 : 1 + cs_table_meaning_get_rank (meaning);
}

static int
compare_columns (gconstpointer a, gconstpointer b, gpointer map)
{
  guint left = *(const guint *)a;
  guint right = *(const guint *)b;
  guint left_place = get_place (map, left);
  guint right_place = get_place (map, right);

  if (left_place != right_place)
    return left_place < right_place ? -1 : 1;

  return left < right ? -1 : left > right;
}

void
cs_table_reading_init (CsTableReading *reading)
{
  guint n_columns = reading->map->columns->len;

  reading->source = g_strconcat ("table:", reading->map->platform->id, NULL);
  reading->told = g_new0 (guint8, n_columns + 1);
  reading->order = g_array_new (FALSE, FALSE, sizeof (guint));
  reading->documents = g_array_new (FALSE, FALSE, sizeof (CsTableDocument));
  reading->priorities = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_number_unref);
  reading->groups = g_array_new (FALSE, FALSE, sizeof (CsTableGroup));
  g_array_set_clear_func (reading->documents, document_clear);
  g_array_set_clear_func (reading->groups, group_clear);

  for (guint i = 0; i < n_columns; i++)
    g_array_append_val (reading->order, i);
  g_array_sort_with_data (reading->order, compare_columns, (gpointer)reading->map);
}

void
cs_table_reading_clear (CsTableReading *reading)
{
  g_free (reading->source);
  g_free (reading->told);
  g_clear_error (&reading->fault);
  g_array_unref (reading->order);
  g_array_unref (reading->documents);
  g_ptr_array_unref (reading->priorities);
  g_array_unref (reading->groups);
}

void
cs_table_reading_begin (CsTableReading *reading, const CsTableRow *row)
{
  reading->row = row;
  reading->office = "";
  memset (reading->told, 0, reading->map->columns->len);
  g_clear_error (&reading->fault);
  g_array_set_size (reading->documents, 0);
  g_ptr_array_set_size (reading->priorities, 0);
  g_array_set_size (reading->groups, 0);
}

/* --- cells --- */

const CsTableColumn *
cs_table_reading_get_column (const CsTableReading *reading, guint index, guint *number)
{
  *number = g_array_index (reading->order, guint, index);

  return reading->map->columns->pdata[*number];
}

const char *
cs_table_reading_get_cell (const CsTableReading *reading, guint number)
{
  const CsTableRow *row = reading->row;

  if (number >= row->n_cells || cs_table_value_is_empty (row->cells[number]))
    return NULL;

  return row->cells[number];
}

const char *
cs_table_reading_find (const CsTableReading *reading, CsTableField field)
{
  for (guint i = 0; i < reading->order->len; i++)
    {
      guint number;
      const CsTableColumn *column = cs_table_reading_get_column (reading, i, &number);
      const char *cell =
          column->meaning.field == field ? cs_table_reading_get_cell (reading, number) : NULL;

      if (cell != NULL)
        return cell;
    }

  return "";
}

static CsTableValues
get_values (CsTableField field)
{
  return field == CS_TABLE_PUBLICATION || field == CS_TABLE_PRIORITY || field == CS_TABLE_FAMILY ||
                 field == CS_TABLE_CITATION ?
             CS_VALUES_COMMA_BLANK :
             CS_VALUES_PLAIN;
}

GPtrArray *
cs_table_reading_list (CsTableReading *reading, CsTableField field)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);
  guint rank = G_MAXUINT;

  for (guint i = 0; i < reading->order->len; i++)
    {
      guint number;
      const CsTableColumn *column = cs_table_reading_get_column (reading, i, &number);
      const char *cell =
          column->meaning.field == field ? cs_table_reading_get_cell (reading, number) : NULL;

      if (cell == NULL)
        continue;
      if (cs_table_meaning_get_rank (column->meaning) > rank)
        break;
      rank = cs_table_meaning_get_rank (column->meaning);
      reading->told[number] = TRUE;
      g_ptr_array_extend_and_steal (all, cs_table_value_split (cell, get_values (field)));
    }

  return all;
}

void
cs_table_reading_untell (CsTableReading *reading, CsTableField field)
{
  for (guint i = 0; i < reading->map->columns->len; i++)
    if (((const CsTableColumn *)reading->map->columns->pdata[i])->meaning.field == field)
      reading->told[i] = FALSE;
}

/* --- faults --- */

void
cs_table_reading_fail (CsTableReading *reading, const char *format, ...)
{
  va_list args;

  if (reading->fault != NULL)
    return;

  va_start (args, format);
  reading->fault = cs_error_new_valist (CS_ERROR_SYNTAX, reading->row->line, format, args);
  va_end (args);
}

/* The beginning of a long value. */
static char *
dup_shown (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= SHOWN_CHARS)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, SHOWN_CHARS);
  return g_strconcat (start, "…", NULL);
}

/* --- numbers and dates --- */

/* Google writes US-9254383-B2, PATENTSCOPE WO/2009/085664, others US9254383 (B2). */
static char *
dup_clean_number (const char *text)
{
  g_autofree char *clean = g_strdup (text);
  gsize n_bytes = strlen (clean);
  char *open = strrchr (clean, '(');

  if (n_bytes > 5 && g_ascii_isupper (clean[0]) && g_ascii_isupper (clean[1]) && clean[2] == '-' &&
      strchr (clean + 3, '/') == NULL)
    {
      g_auto (GStrv) parts = g_strsplit (clean, "-", -1);

      return g_strjoinv ("", parts);
    }
  if (n_bytes > 5 && g_str_has_prefix (clean, "WO/"))
    return g_strconcat ("WO", clean + strlen ("WO/"), NULL);
  if (open != NULL && open > clean && clean[n_bytes - 1] == ')' && g_ascii_isupper (open[1]) &&
      strlen (open) <= strlen ("(A1)"))
    {
      clean[n_bytes - 1] = '\0';
      *open = '\0';
      g_strchomp (clean);
      return g_strconcat (clean, open + 1, NULL);
    }

  return g_steal_pointer (&clean);
}

static gboolean
is_number (const char *text)
{
  return strlen (text) <= MAX_NUMBER_BYTES && strpbrk (text, "0123456789") != NULL &&
         !cs_table_value_is_rounded (text);
}

static void
refuse_number (CsTableReading *reading, const char *text)
{
  g_autofree char *shown = dup_shown (text);

  if (cs_table_value_is_rounded (text))
    cs_table_reading_fail (reading,
                           _ ("\"%s\" was rounded by a spreadsheet program, its digits are lost"),
                           shown);
  else
    cs_table_reading_fail (reading, _ ("\"%s\" is no number of a document"), shown);
}

CsNumber *
cs_table_reading_read_number (CsTableReading *reading, const CsNumberInput *input)
{
  g_autofree char *normal = g_utf8_normalize (input->text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *clean = NULL;
  CsNumberInput copy = *input;

  if (normal == NULL || !is_number (normal))
    {
      refuse_number (reading, input->text);
      return NULL;
    }

  clean = dup_clean_number (normal);
  copy.text = clean;
  copy.form = CS_NUMBER_VENDOR;
  if ((g_ascii_isalpha (clean[0]) && g_ascii_isalpha (clean[1])) ||
      (copy.country != NULL && *copy.country == '\0'))
    copy.country = NULL;
  if (copy.kind != NULL && *copy.kind == '\0')
    copy.kind = NULL;

  return cs_number_read (&copy);
}

static CsDayOrder
get_day_order (const CsTableReading *reading, CsTableField field)
{
  for (guint i = 0; i < reading->map->columns->len; i++)
    {
      const CsTableColumn *column = reading->map->columns->pdata[i];

      if (column->meaning.field == field && column->day_first >= 0)
        return column->day_first > 0 ? CS_DAY_ORDER_DAY_FIRST : CS_DAY_ORDER_MONTH_FIRST;
    }

  return CS_DAY_ORDER_UNKNOWN;
}

CsOfficeDate
cs_table_reading_read_date (CsTableReading *reading, CsTableField field, const char *text)
{
  CsOfficeDate date;

  if (!cs_table_value_read_date (text, get_day_order (reading, field), &date))
    {
      g_autofree char *shown = dup_shown (text);

      cs_table_reading_fail (reading, _ ("\"%s\" is no date"), shown);
      cs_table_reading_untell (reading, field);
    }

  return date;
}
