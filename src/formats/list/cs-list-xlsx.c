#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <xlsxwriter.h>

#include "../../base/cs-error.h"
#include "cs-list-private.h"

/* A workbook: the list on one sheet, what it is of on another. Text is only ever written as text,
 * so that no cell becomes a formula. */

#define MAX_CHARS 32767 /* of a cell. Source: Excel specifications and limits */

struct _CsListBook
{
  const CsListHead *head;
  char *folder; /* for what the library puts aside, of the user alone */
  char *path;
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format *title;
  lxw_row_t row;
};

static gboolean
fail (CsListBook *book, const char *reason, GError **error)
{
  g_autofree char *name = g_filename_display_basename (book->path);

  cs_error_set (error, CS_ERROR_IO, 0, _ ("\"%s\" cannot be written: %s"), name, reason);

  return FALSE;
}

/* Longer text than a cell can have is cut, and says so. */
static void
put (CsListBook *book, lxw_col_t column, const char *text, lxw_format *format)
{
  g_autofree char *cut = NULL;

  if (*text == '\0')
    return;
  if (g_utf8_strlen (text, -1) > MAX_CHARS)
    {
      g_autofree char *head = g_utf8_substring (text, 0, MAX_CHARS - 1);

      cut = g_strconcat (head, "…", NULL);
      text = cut;
    }
  worksheet_write_string (book->sheet, book->row, column, text, format);
}

static void
begin_list (CsListBook *book)
{
  book->sheet = workbook_add_worksheet (book->book, _ ("Families"));
  book->row = 0;
  for (lxw_col_t i = 0; i < CS_N_LIST_COLUMNS; i++)
    {
      worksheet_set_column (book->sheet, i, i, cs_list_columns[i].width, NULL);
      put (book, i, _ (cs_list_columns[i].title), book->title);
    }
  worksheet_freeze_panes (book->sheet, 1, 2);
  worksheet_repeat_rows (book->sheet, 0, 0);
  worksheet_set_landscape (book->sheet);
  book->row = 1;
}

CsListBook *
cs_list_book_new (const CsListHead *head, const char *path, GError **error)
{
  CsListBook *book = g_new0 (CsListBook, 1);
  lxw_workbook_options options = { .constant_memory = TRUE };

  book->head = head;
  book->path = g_strdup (path);
  book->folder = g_dir_make_tmp ("claimsmith-XXXXXX", error);
  if (book->folder != NULL)
    {
      options.tmpdir = book->folder;
      book->book = workbook_new_opt (path, &options);
    }
  if (book->book == NULL)
    {
      if (book->folder != NULL)
        fail (book, g_strerror (ENOMEM), error);
      cs_list_book_free (book);
      return NULL;
    }

  book->title = workbook_add_format (book->book);
  format_set_bold (book->title);
  begin_list (book);

  return book;
}

gboolean
cs_list_book_add (CsListBook *book, const CsListEntry *entry, GError **error)
{
  if (book->row >= LXW_ROW_MAX)
    {
      cs_error_set (error, CS_ERROR_LIMIT, 0, _ ("a workbook holds %u rows: write a CSV file"),
                    (guint)LXW_ROW_MAX);
      return FALSE;
    }

  for (lxw_col_t i = 0; i < CS_N_LIST_COLUMNS; i++)
    {
      g_autofree char *cell = cs_list_columns[i].dup (entry);

      if (cs_list_columns[i].is_number && *cell != '\0')
        worksheet_write_number (book->sheet, book->row, i, g_ascii_strtod (cell, NULL), NULL);
      else
        put (book, i, cell, NULL);
    }
  book->row++;

  return TRUE;
}

static void
put_fact (CsListBook *book, const char *label, const char *value)
{
  g_autofree char *line = cs_list_dup_line (value);

  put (book, 0, label, book->title);
  put (book, 1, line, NULL);
  book->row++;
}

static void
put_about (CsListBook *book)
{
  const CsListHead *head = book->head;
  g_autofree char *n_rows = g_strdup_printf ("%u", (guint)book->row - 1);
  g_autofree char *made = cs_office_date_dup_text (head->made);

  worksheet_autofilter (book->sheet, 0, 0, MAX (book->row, 2) - 1, CS_N_LIST_COLUMNS - 1);
  book->sheet = workbook_add_worksheet (book->book, _ ("About this list"));
  worksheet_set_column (book->sheet, 0, 0, 20, NULL);
  worksheet_set_column (book->sheet, 1, 1, 80, NULL);
  book->row = 0;
  put_fact (book, _ ("Query"), head->query);
  put_fact (book, _ ("Rows"), n_rows);
  put_fact (book, _ ("Families"), head->rule);
  put_fact (book, _ ("Library as of"), head->as_of == NULL ? "" : head->as_of);
  put_fact (book, _ ("Made"), made);
}

gboolean
cs_list_book_end (CsListBook *book, GError **error)
{
  lxw_error status;

  put_about (book);
  status = workbook_close (g_steal_pointer (&book->book));

  return status == LXW_NO_ERROR || fail (book, lxw_strerror (status), error);
}

void
cs_list_book_free (CsListBook *book)
{
  if (book->book != NULL)
    lxw_workbook_free (book->book);
  if (book->folder != NULL)
    g_rmdir (book->folder);
  g_free (book->folder);
  g_free (book->path);
  g_free (book);
}
