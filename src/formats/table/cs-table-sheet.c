#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../base/cs-error.h"
#include "../../base/cs-limits.h"
#include "cs-table-part.h"
#include "cs-table-private.h"

#define MAX_NUMBER_BYTES 64 /* of a cell's number */

typedef enum
{
  CELL_NUMBER,
  CELL_SHARED,
  CELL_TEXT, /* of a formula, or in the cell itself */
  CELL_DAY,  /* "2017-03-31T00:00:00" */
  CELL_BOOLEAN,
  CELL_ERROR
} CellType;

typedef struct
{
  CsXml *xml;
  const CsTableBook *book;
  const CsTableSink *sink;
  CsTableRowMaker maker;
  guint line;   /* of the row */
  guint column; /* of the cell */
  CellType type;
  gboolean is_date;
  GString *value;
  GString *formula;
  GString *taking; /* (nullable): which of both is being read */
  gboolean too_long;
  gboolean refused; /* by the sink */
} Sheet;

/* --- where cells stand --- */

/* "BC17" is in column 54, counted from 0. */
static gboolean
read_column (const char *reference, gsize n_bytes, guint *column)
{
  guint number = 0;
  gsize n_letters = 0;

  for (; n_letters < n_bytes && g_ascii_isalpha (reference[n_letters]); n_letters++)
    number = MIN (number * 26 + (g_ascii_toupper (reference[n_letters]) - 'A' + 1),
                  CS_MAX_TABLE_COLUMNS + 1);
  if (n_letters == 0)
    return FALSE;

  *column = number - 1;
  return TRUE;
}

static CellType
read_type (const CsXmlElement *cell)
{
  gsize n_bytes;
  const char *type = cs_xml_element_get (cell, "t", &n_bytes);

  if (type == NULL || n_bytes == 0)
    return CELL_NUMBER;
  if (n_bytes == 1)
    switch (*type)
      {
      case 's':
        return CELL_SHARED;
      case 'd':
        return CELL_DAY;
      case 'b':
        return CELL_BOOLEAN;
      case 'e':
        return CELL_ERROR;
      default:
        return CELL_NUMBER;
      }

  return CELL_TEXT;
}

static void
begin_cell (Sheet *sheet, const CsXmlElement *cell)
{
  gsize n_bytes;
  const char *reference = cs_xml_element_get (cell, "r", &n_bytes);
  guint style = cs_xml_element_get_number (cell, "s");

  if (reference == NULL || !read_column (reference, n_bytes, &sheet->column))
    sheet->column = MIN (sheet->column + 1, CS_MAX_TABLE_COLUMNS);
  sheet->type = read_type (cell);
  sheet->is_date = cs_table_book_is_date (sheet->book, style);
  sheet->too_long = FALSE;
  g_string_truncate (sheet->value, 0);
  g_string_truncate (sheet->formula, 0);
}

/* --- what they say --- */

/* A link that was never computed: HYPERLINK("https://...","CN101911042A") shows its last text. */
static void
take_link_text (Sheet *sheet)
{
  const char *formula = sheet->formula->str;
  const char *end = strrchr (formula, '"');
  const char *start = end;

  if (!g_str_has_prefix (formula, "HYPERLINK(") || end == NULL)
    return;
  while (start > formula && start[-1] != '"')
    start--;
  g_string_append_len (sheet->value, start, end - start);
}

static char *
dup_number (const Sheet *sheet)
{
  const char *value = sheet->value->str;
  char *end;
  double number;

  if (!sheet->is_date || sheet->value->len > MAX_NUMBER_BYTES)
    return cs_table_dup_number (value);

  number = g_ascii_strtod (value, &end);
  if (end == value || *end != '\0')
    return g_strdup (value);

  return cs_table_dup_day (number, cs_table_book_is_1904 (sheet->book));
}

static void
lend_shared (Sheet *sheet)
{
  char *end;
  guint64 number = g_ascii_strtoull (sheet->value->str, &end, 10);
  const char *text = cs_table_book_get_string (sheet->book, number);

  if (text != NULL && end > sheet->value->str && *end == '\0')
    cs_row_maker_lend (&sheet->maker, sheet->column, text);
}

static void
end_cell (Sheet *sheet)
{
  g_autofree char *number = NULL;

  sheet->maker.too_long |= sheet->too_long;
  if (sheet->value->len == 0 && sheet->formula->len > 0)
    {
      sheet->type = CELL_TEXT;
      take_link_text (sheet);
    }
  if (sheet->type == CELL_SHARED)
    {
      lend_shared (sheet);
      return;
    }

  if (sheet->type == CELL_TEXT)
    cs_table_part_unescape (sheet->value, 0);
  else if (sheet->type == CELL_DAY)
    g_string_truncate (sheet->value, strcspn (sheet->value->str, "T"));
  else if (sheet->type == CELL_ERROR)
    g_string_truncate (sheet->value, 0);
  else if (sheet->type == CELL_NUMBER)
    {
      number = dup_number (sheet);
      g_string_assign (sheet->value, number);
    }
  cs_row_maker_add (&sheet->maker, sheet->value->str, sheet->value->len);
  cs_row_maker_end_cell (&sheet->maker, sheet->column);
}

/* --- its elements --- */

static void
begin_row (Sheet *sheet, const CsXmlElement *row)
{
  guint line = cs_xml_element_get_number (row, "r");

  sheet->line = line > 0 ? line : sheet->line + 1;
  sheet->column = G_MAXUINT; /* the cell behind it is the first */
  cs_row_maker_begin (&sheet->maker, sheet->line);
}

static void
on_start (gpointer data, const CsXmlElement *element)
{
  Sheet *sheet = data;
  const char *tag = element->tag;

  if (strcmp (tag, "c") == 0)
    begin_cell (sheet, element);
  else if (strcmp (tag, "v") == 0 || strcmp (tag, "t") == 0)
    sheet->taking = sheet->value;
  else if (strcmp (tag, "f") == 0)
    sheet->taking = sheet->formula;
  else if (strcmp (tag, "row") == 0)
    begin_row (sheet, element);
  else if (strcmp (tag, "rPh") == 0)
    cs_xml_skip (sheet->xml);
}

static void
on_end (gpointer data, const CsXmlElement *element)
{
  Sheet *sheet = data;
  const char *tag = element->tag;

  sheet->taking = NULL;
  if (strcmp (tag, "c") == 0)
    end_cell (sheet);
  else if (strcmp (tag, "row") == 0)
    sheet->refused = !cs_row_maker_give (&sheet->maker, sheet->sink);

  /* What stands behind the rows is of no interest. */
  if (sheet->refused || strcmp (tag, "sheetData") == 0)
    cs_xml_stop (sheet->xml);
}

static void
on_text (gpointer data, const char *text, gsize n_bytes)
{
  Sheet *sheet = data;

  if (sheet->taking == NULL)
    return;
  if (sheet->taking->len + n_bytes > CS_MAX_CELL_BYTES)
    sheet->too_long = TRUE;
  else
    g_string_append_len (sheet->taking, text, n_bytes);
}

static const CsXmlHandler handler = {
  .start = on_start,
  .end = on_end,
  .text = on_text,
  .unknown_entity = cs_table_part_ignore_entity,
};

gboolean
cs_table_sheet_read (const CsTableBook *book,
                     const CsTableFile *file,
                     guint number,
                     const CsTableSink *sink,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (CsXml) xml = cs_xml_new ();
  g_autoptr (GString) value = g_string_new (NULL);
  g_autoptr (GString) formula = g_string_new (NULL);
  Sheet sheet = { .xml = xml, .book = book, .sink = sink, .value = value, .formula = formula };
  gboolean is_read;

  cs_row_maker_init (&sheet.maker);
  cs_row_maker_begin (&sheet.maker, 0);
  cs_xml_begin (xml, 1, &handler, &sheet);
  is_read = cs_table_part_read (file, cs_table_book_get_sheet_path (book, number), xml, cancellable,
                                error);
  cs_row_maker_clear (&sheet.maker);

  return is_read && !sheet.refused;
}
