#include <string.h>

#include "../../base/cs-error.h"
#include "cs-table-head.h"

#define HEAD_ROWS 10    /* among which the names are looked for */
#define SAMPLE_ROWS 200 /* read, for examples and the order of days and months */
#define MAX_CELL_BYTES 300
#define MIN_SCORE 2 /* of a line of names: one column that says something */
#define MIN_PLATFORM_SCORE 4

static void
row_free (gpointer data)
{
  CsTableHeadRow *row = data;

  g_strfreev (row->cells);
  g_free (row);
}

void
cs_table_head_free (CsTableHead *head)
{
  g_ptr_array_unref (head->rows);
  g_free (head);
}

static char *
dup_cut (const char *text)
{
  gsize n_bytes = strlen (text);

  if (n_bytes > MAX_CELL_BYTES)
    n_bytes = g_utf8_find_prev_char (text, text + MAX_CELL_BYTES) - text;

  return g_strndup (text, n_bytes);
}

static gboolean
take_row (const CsTableRow *row, gpointer data)
{
  CsTableHead *head = data;
  CsTableHeadRow *copy = g_new0 (CsTableHeadRow, 1);

  copy->line = row->line;
  copy->n_cells = row->n_cells;
  copy->cells = g_new0 (char *, row->n_cells + 1);
  for (guint i = 0; i < row->n_cells; i++)
    copy->cells[i] = dup_cut (row->cells[i]);
  g_ptr_array_add (head->rows, copy);

  return head->rows->len < SAMPLE_ROWS;
}

static gboolean
take_fault (const GError *error, gpointer data)
{
  return TRUE;
}

static const char *
get_cell (const CsTableHead *head, guint row, guint column)
{
  const CsTableHeadRow *cells = row < head->rows->len ? head->rows->pdata[row] : NULL;

  return cells != NULL && column < cells->n_cells ? cells->cells[column] : "";
}

const char *
cs_table_head_get_cell (const CsTableHead *head, guint row, guint column)
{
  return get_cell (head, head->first + head->n_rows + row, column);
}

/* --- where the names stand --- */

/* In a second row of names stand those of a group; a merged cell fills only its first row. */
static const char *
get_name (const CsTableHead *head, guint first, guint n_rows, guint column)
{
  const char *name = "";

  for (guint i = n_rows; i > 0 && *name == '\0'; i--)
    name = get_cell (head, first + i - 1, column);

  return name;
}

const char *
cs_table_head_get_name (const CsTableHead *head, guint column)
{
  return get_name (head, head->first, head->n_rows, column);
}

/* A column that says something counts twice. */
static guint
score_name (const char *name)
{
  g_autofree char *folded = *name == '\0' ? NULL : cs_table_alias_fold (name);
  CsTableMeaning meaning;

  if (folded == NULL || !cs_table_alias_find (folded, cs_table_platform_get (0), &meaning))
    return 0;

  return meaning.field == CS_TABLE_KEPT ? 1 : 2;
}

static void
try_names (CsTableHead *head, guint first, guint n_rows)
{
  guint n_cells = 0;
  guint score = 0;

  for (guint i = first; i < first + n_rows && i < head->rows->len; i++)
    n_cells = MAX (n_cells, ((const CsTableHeadRow *)head->rows->pdata[i])->n_cells);
  for (guint i = 0; i < n_cells; i++)
    score += score_name (get_name (head, first, n_rows, i));
  if (score < MIN_SCORE || score <= head->score)
    return;

  head->first = first;
  head->n_rows = n_rows;
  head->score = score;
  head->n_cells = n_cells;
}

/* Read with the separator of another table, a line of nothing but separators is one cell. */
static gboolean
has_words (const CsTableHeadRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    for (const char *at = row->cells[i]; *at != '\0'; at = g_utf8_next_char (at))
      if (g_unichar_isalnum (g_utf8_get_char (at)))
        return TRUE;

  return FALSE;
}

static void
find_names (CsTableHead *head)
{
  for (guint n_rows = 1; n_rows <= 2; n_rows++)
    for (guint i = 0; i < HEAD_ROWS && i < head->rows->len; i++)
      try_names (head, i, n_rows);

  /* Names that nobody knows: the first line, as in most tables. */
  if (head->score == 0 && head->rows->len > 0 && has_words (head->rows->pdata[0]))
    {
      head->n_rows = 1;
      head->n_cells = ((const CsTableHeadRow *)head->rows->pdata[0])->n_cells;
    }
}

CsTableHead *
cs_table_head_read (CsTable *table, guint view, GError **error)
{
  g_autoptr (CsTableHead) head = g_new0 (CsTableHead, 1);
  g_autoptr (GError) trouble = NULL;
  CsTableSink sink = { take_row, take_fault, head };

  head->rows = g_ptr_array_new_with_free_func (row_free);
  if (!cs_table_read (table, view, &sink, NULL, &trouble) && trouble != NULL &&
      head->rows->len == 0)
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return NULL;
    }
  find_names (head);

  return g_steal_pointer (&head);
}

gboolean
cs_table_head_is_better (const CsTableHead *a, const CsTableHead *b)
{
  return a->score != b->score ? a->score > b->score : a->n_cells > b->n_cells;
}

/* --- whose it is --- */

/* How well the names fit the platform of @bit; a name that it alone uses counts twice, and one of
 * these must be there. */
static guint
score_platform (const guint64 *known, guint n_names, guint64 bit)
{
  guint n_shared = 0;
  guint n_own = 0;

  for (guint i = 0; i < n_names; i++)
    {
      n_own += known[i] == bit;
      n_shared += known[i] != bit && (known[i] & bit) != 0;
    }

  return n_own == 0 ? 0 : 2 * n_own + n_shared;
}

const CsTablePlatform *
cs_table_head_guess_platform (const CsTableHead *head)
{
  const CsTablePlatform *best = cs_table_platform_find ("any");
  const CsTablePlatform *platform;
  guint best_score = MIN_PLATFORM_SCORE - 1;
  g_autofree guint64 *known = g_new0 (guint64, head->n_cells + 1);

  for (guint i = 0; i < head->n_cells; i++)
    {
      g_autofree char *folded = cs_table_alias_fold (cs_table_head_get_name (head, i));

      known[i] = *folded == '\0' ? 0 : cs_table_alias_get_platforms (folded);
    }

  for (guint i = 0; (platform = cs_table_platform_get (i)) != NULL; i++)
    {
      guint score = score_platform (known, head->n_cells, G_GUINT64_CONSTANT (1) << i);

      if (score <= best_score || strcmp (platform->id, "any") == 0)
        continue;
      best = platform;
      best_score = score;
    }

  return best;
}
