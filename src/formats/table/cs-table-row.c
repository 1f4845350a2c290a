#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../base/cs-error.h"
#include "../../base/cs-limits.h"
#include "cs-table-private.h"

void
cs_row_maker_init (CsTableRowMaker *maker)
{
  memset (maker, 0, sizeof *maker);
  maker->text = g_string_new (NULL);
  maker->starts = g_new0 (gsize, CS_MAX_TABLE_COLUMNS);
  maker->cells = g_new0 (const char *, CS_MAX_TABLE_COLUMNS);
}

void
cs_row_maker_clear (CsTableRowMaker *maker)
{
  g_string_free (maker->text, TRUE);
  g_free (maker->starts);
  g_free (maker->cells);
}

/* The first byte of the text is a NUL, for all empty cells. */
void
cs_row_maker_begin (CsTableRowMaker *maker, guint line)
{
  memset (maker->starts, 0, maker->n_cells * sizeof *maker->starts);
  memset (maker->cells, 0, maker->n_cells * sizeof *maker->cells);
  g_string_truncate (maker->text, 0);
  g_string_append_c (maker->text, '\0');
  maker->n_cells = 0;
  maker->line = line;
  maker->cell_start = 1;
  maker->lent_bytes = 0;
  maker->too_wide = FALSE;
  maker->too_long = FALSE;
}

void
cs_row_maker_add (CsTableRowMaker *maker, const char *text, gsize n_bytes)
{
  const char *end = text + n_bytes;
  const char *nul;

  if (maker->text->len - maker->cell_start + n_bytes > CS_MAX_CELL_BYTES)
    {
      maker->too_long = TRUE;
      return;
    }

  for (; (nul = memchr (text, '\0', end - text)) != NULL; text = nul + 1)
    g_string_append_len (maker->text, text, nul - text);
  g_string_append_len (maker->text, text, end - text);
}

static void
make_valid (CsTableRowMaker *maker)
{
  const char *cell = maker->text->str + maker->cell_start;
  gsize n_bytes = maker->text->len - maker->cell_start;
  g_autofree char *valid = NULL;

  if (g_utf8_validate_len (cell, n_bytes, NULL))
    return;

  valid = g_utf8_make_valid (cell, n_bytes);
  g_string_truncate (maker->text, maker->cell_start);
  g_string_append (maker->text, valid);
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Whether there is a place for a cell in @column; makes it. */
static gboolean
make_place (CsTableRowMaker *maker, guint column)
{
  maker->too_wide |= column >= CS_MAX_TABLE_COLUMNS;
  if (column >= CS_MAX_TABLE_COLUMNS)
    return FALSE;

  maker->n_cells = MAX (maker->n_cells, column + 1);
  return TRUE;
}

void
cs_row_maker_end_cell (CsTableRowMaker *maker, guint column)
{
  GString *text = maker->text;
  gsize start = maker->cell_start;

  make_valid (maker);
  while (text->len > start && is_blank (text->str[text->len - 1]))
    text->len--;
  while (start < text->len && is_blank (text->str[start]))
    start++;
  if (start == text->len || !make_place (maker, column))
    {
      g_string_truncate (text, maker->cell_start);
      return;
    }

  maker->starts[column] = start;
  g_string_append_c (text, '\0');
  maker->cell_start = text->len;
}

void
cs_row_maker_lend (CsTableRowMaker *maker, guint column, const char *text)
{
  if (*text == '\0' || !make_place (maker, column))
    return;

  maker->starts[column] = 0;
  maker->cells[column] = text;
  maker->lent_bytes += strlen (text);
}

gboolean
cs_table_give_fault (const CsTableSink *sink, GError *error)
{
  gboolean go_on = sink->fault (error, sink->data);

  g_error_free (error);
  return go_on;
}

static GError *
find_fault (const CsTableRowMaker *maker)
{
  GError *error = NULL;

  if (maker->too_long)
    cs_error_set (&error, CS_ERROR_LIMIT, maker->line, _ ("a cell is larger than %d KB"),
                  CS_MAX_CELL_BYTES >> 10);
  else if (maker->too_wide)
    cs_error_set (&error, CS_ERROR_LIMIT, maker->line, _ ("the row has more than %d cells"),
                  CS_MAX_TABLE_COLUMNS);
  else if (maker->text->len + maker->lent_bytes > CS_MAX_ROW_BYTES)
    cs_error_set (&error, CS_ERROR_LIMIT, maker->line, _ ("the row is larger than %d MB"),
                  CS_MAX_ROW_BYTES >> 20);

  return error;
}

gboolean
cs_row_maker_give (CsTableRowMaker *maker, const CsTableSink *sink)
{
  CsTableRow row = { maker->line, maker->cells, maker->n_cells };
  GError *error = find_fault (maker);

  if (error != NULL)
    return cs_table_give_fault (sink, error);
  if (maker->n_cells == 0)
    return TRUE;

  for (guint i = 0; i < maker->n_cells; i++)
    if (maker->starts[i] > 0 || maker->cells[i] == NULL)
      maker->cells[i] = maker->text->str + maker->starts[i];

  return sink->row (&row, sink->data);
}
