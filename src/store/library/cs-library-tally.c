#include "../cs-library-charts.h"

#include <stdlib.h>
#include <string.h>

#include "../cs-store-connect.h"
#include "cs-search-run.h"
#include "cs-tally-cells.h"

const char *
cs_tally_kind_get_name (CsTallyKind kind)
{
  static const char *const names[CS_N_TALLIES] = {
    "years", "offices", "applicants", "classes", "status", "expiry", "flow"
  };

  g_return_val_if_fail (kind < CS_N_TALLIES, "");

  return names[kind];
}

static gboolean
has_years (CsTallyKind kind)
{
  return kind == CS_TALLY_YEARS || kind == CS_TALLY_OFFICES || kind == CS_TALLY_EXPIRY;
}

static gboolean
has_rows (CsTallyKind kind)
{
  return kind == CS_TALLY_OFFICES || kind == CS_TALLY_CLASSES || kind == CS_TALLY_FLOW;
}

/* --- which rows and columns --- */

/* A row or a column. */
typedef struct
{
  guint32 code;
  guint64 sum;
} Line;

static int
compare_sums (gconstpointer a, gconstpointer b)
{
  const Line *first = a;
  const Line *second = b;

  if (first->sum != second->sum)
    return first->sum > second->sum ? -1 : 1;

  return first->code < second->code ? -1 : first->code > second->code;
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  const Line *first = a;
  const Line *second = b;

  return first->code < second->code ? -1 : first->code > second->code;
}

static guint32
get_code (const CsTallyEntry *entry, gboolean is_row)
{
  return is_row ? (guint32)((guint64)entry->key >> 32) : (guint32)entry->key;
}

/* Returns: (element-type Line): the rows, or columns, there are, in no order */
static GArray *
sum_lines (GHashTable *entries, gboolean is_row)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const CsTallyEntry *entry = value;
      Line line = { get_code (entry, is_row), 0 };
      gpointer code = GUINT_TO_POINTER (line.code);
      gpointer place;

      if (!g_hash_table_lookup_extended (places, code, NULL, &place))
        {
          place = GUINT_TO_POINTER (lines->len);
          g_hash_table_insert (places, code, place);
          g_array_append_val (lines, line);
        }
      g_array_index (lines, Line, GPOINTER_TO_UINT (place)).sum += entry->of.count;
    }

  return lines;
}

static guint
keep_first (GArray *lines, guint most)
{
  guint n_more = lines->len > most ? lines->len - most : 0;

  g_array_set_size (lines, MIN (lines->len, most));
  return n_more;
}

/* Of as many years in a row as may be listed those with the highest counts: a date that is wrong by
 * a century hides nothing. @lines: in order. @from: (out): the first that is listed. Returns: one
 * past the last */
static guint
choose_years (const GArray *lines, guint *from)
{
  guint64 best = 0;
  guint64 sum = 0;
  guint end = 0;
  guint first = 0;

  *from = 0;
  for (guint i = 0; i < lines->len; i++)
    {
      sum += g_array_index (lines, Line, i).sum;
      while (g_array_index (lines, Line, first).code + CS_MAX_TALLY_YEARS <=
             g_array_index (lines, Line, i).code)
        sum -= g_array_index (lines, Line, first++).sum;
      if (sum >= best)
        {
          best = sum;
          *from = first;
          end = i + 1;
        }
    }

  return end;
}

/* Makes of @lines years in order, also those without anything. Returns: how many are left out */
static guint
make_years (GArray *lines)
{
  guint from;
  guint end;
  guint n_more;
  guint32 first;
  guint32 last;

  if (lines->len == 0)
    return 0;

  g_array_sort (lines, compare_codes);
  end = choose_years (lines, &from);
  n_more = lines->len - (end - from);
  first = g_array_index (lines, Line, from).code;
  last = g_array_index (lines, Line, end - 1).code;
  g_array_set_size (lines, 0);
  for (guint32 year = first; year <= last; year++)
    {
      Line line = { year, 0 };

      g_array_append_val (lines, line);
    }

  return n_more;
}

static GArray *
choose_rows (CsTally *tally, GHashTable *entries)
{
  GArray *rows = sum_lines (entries, TRUE);

  g_array_sort (rows, compare_sums);
  tally->n_more_rows += keep_first (rows, CS_MAX_TALLY_ROWS);

  return rows;
}

static GArray *
choose_columns (CsTally *tally, GHashTable *entries)
{
  GArray *columns = sum_lines (entries, FALSE);

  if (has_years (tally->kind))
    {
      tally->n_more_columns += make_years (columns);
    }
  else if (tally->kind == CS_TALLY_STATUS)
    {
      g_array_sort (columns, compare_codes);
    }
  else
    {
      g_array_sort (columns, compare_sums);
      tally->n_more_columns += keep_first (
          columns, tally->kind == CS_TALLY_APPLICANTS ? CS_MAX_TALLY_RANKS : CS_MAX_TALLY_ROWS);
    }

  return columns;
}

/* --- what they are called --- */

static char *
dup_name (CsSearcher *searcher, guint32 code, GError **error)
{
  CsStatement *find =
      cs_library_statement (searcher->library, "SELECT name FROM name WHERE id = ?1");
  g_autofree char *name = NULL;

  cs_bind_int (find, 1, searcher->places->facts.name_ids[code]);
  if (cs_statement_next (find))
    name = cs_column_dup_text (find, 0);
  if (!cs_statement_reset (find, error))
    return NULL;

  return name == NULL ? g_strdup ("") : g_steal_pointer (&name);
}

static char *
dup_label (CsSearcher *searcher, CsTallyKind kind, gboolean is_row, guint32 code, GError **error)
{
  if (!is_row && has_years (kind))
    return g_strdup_printf ("%u", code);
  if (kind == CS_TALLY_OFFICES || kind == CS_TALLY_FLOW)
    return g_strdup_printf ("%c%c", code >> 8 & 0x7f, code & 0x7f);
  if (kind == CS_TALLY_STATUS)
    return g_strdup (cs_legal_state_get_name (MIN (code, CS_N_LEGAL_STATES - 1)));
  if (kind == CS_TALLY_CLASSES && !is_row)
    return g_strdup (g_ptr_array_index (searcher->places->class_names, code));

  return dup_name (searcher, code, error);
}

/* Returns: (transfer full): of @lines, or %NULL */
static char **
dup_labels (CsSearcher *searcher,
            CsTallyKind kind,
            gboolean is_row,
            const GArray *lines,
            GError **error)
{
  g_auto (GStrv) labels = g_new0 (char *, lines->len + 1);

  for (guint i = 0; i < lines->len; i++)
    {
      guint32 code = g_array_index (lines, Line, i).code;

      labels[i] = is_row && !has_rows (kind) ? g_strdup ("") :
                                               dup_label (searcher, kind, is_row, code, error);
      if (labels[i] == NULL)
        return NULL;
    }

  return g_steal_pointer (&labels);
}

/* --- filling --- */

static void
fill_cells (CsTally *tally, GHashTable *entries, const GArray *rows, const GArray *columns)
{
  tally->cells = g_new0 (CsTallyCell, (gsize)tally->n_rows * tally->n_columns + 1);
  for (guint i = 0; i < rows->len; i++)
    for (guint j = 0; j < columns->len; j++)
      {
        guint64 row = g_array_index (rows, Line, i).code;
        gint64 key = (gint64)(row << 32 | g_array_index (columns, Line, j).code);
        const CsTallyEntry *entry = g_hash_table_lookup (entries, &key);

        if (entry != NULL)
          tally->cells[i * tally->n_columns + j] = entry->of;
      }
}

gboolean
cs_tally_fill (CsTally *tally, GHashTable *entries, CsSearcher *searcher, GError **error)
{
  g_autoptr (GArray) rows = choose_rows (tally, entries);
  g_autoptr (GArray) columns = choose_columns (tally, entries);

  tally->rows = dup_labels (searcher, tally->kind, TRUE, rows, error);
  if (tally->rows == NULL)
    return FALSE;
  tally->columns = dup_labels (searcher, tally->kind, FALSE, columns, error);
  if (tally->columns == NULL)
    return FALSE;

  tally->n_rows = rows->len;
  tally->n_columns = columns->len;
  fill_cells (tally, entries, rows, columns);

  return TRUE;
}

const CsTallyCell *
cs_tally_get (const CsTally *tally, guint row, guint column)
{
  static const CsTallyCell none;

  if (row >= tally->n_rows || column >= tally->n_columns)
    return &none;

  return &tally->cells[row * tally->n_columns + column];
}

void
cs_tally_free (CsTally *tally)
{
  g_strfreev (tally->rows);
  g_strfreev (tally->columns);
  g_free (tally->cells);
  g_free (tally);
}

/* --- the families behind a cell --- */

/* @name as a phrase: what is no letter and could end it is left out. */
static char *
quote_name (const char *name)
{
  GString *quoted = g_string_new ("\"");

  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      gboolean is_plain = g_unichar_isalnum (letter) || g_unichar_ismark (letter) ||
                          (letter < 0x80 && strchr (" .,&()-/'", (int)letter) != NULL);

      if (is_plain)
        g_string_append_unichar (quoted, letter);
      else if (quoted->str[quoted->len - 1] != ' ')
        g_string_append_c (quoted, ' ');
    }
  g_string_append_c (quoted, '"');

  return g_string_free (quoted, FALSE);
}

static char *
dup_condition (const CsTally *tally, const char *row, const char *column)
{
  g_autofree char *name = NULL;

  switch (tally->kind)
    {
    case CS_TALLY_YEARS:
      return g_strdup_printf ("fam=(ad=%s)", column);
    case CS_TALLY_OFFICES:
      return g_strdup_printf ("fam=(cc=%s AND ad=%s)", row, column);
    case CS_TALLY_APPLICANTS:
      name = quote_name (column);
      return g_strdup_printf ("fam=(pa==%s)", name);
    case CS_TALLY_CLASSES:
      name = quote_name (row);
      return g_strdup_printf ("fam=(pa==%s) AND fam=(ic=%s OR cpc=%s)", name, column, column);
    case CS_TALLY_STATUS:
      return g_strdup_printf ("fam=(ls=%s)", column);
    case CS_TALLY_EXPIRY:
      return g_strdup_printf ("fam=(ls=in-force AND exp=%s)", column);
    case CS_TALLY_FLOW:
    case CS_N_TALLIES:
    default:
      return g_strdup_printf ("fo=%s AND fam=(cc=%s)", row, column);
    }
}

char *
cs_tally_dup_query (const CsTally *tally, guint row, guint column, const char *query)
{
  g_autoptr (CsQuery) before = cs_query_parse (query);
  g_autofree char *condition = NULL;
  gboolean needs_brackets;

  g_return_val_if_fail (row < tally->n_rows && column < tally->n_columns, g_strdup (query));

  condition = dup_condition (tally, tally->rows[row], tally->columns[column]);
  if (before->root == NULL)
    return g_steal_pointer (&condition);

  needs_brackets = before->root->kind == CS_QUERY_OR;
  return g_strdup_printf (needs_brackets ? "(%s) AND %s" : "%s AND %s", query, condition);
}
