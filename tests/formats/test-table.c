/* Tables of text: what separates cells and lines, in which encoding, and what is broken. */

#include <string.h>

#include "../../src/base/cs-limits.h"
#include "dump-table.h"

#define COMMA 0
#define SEMICOLON 1
#define TAB 2

static void
assert_rows (const char *bytes, gsize n_bytes, guint view, const char *expected)
{
  g_autofree char *rows = dump_rows (bytes, n_bytes, view);

  g_assert_cmpstr (rows, ==, expected);
}

static void
assert_text (const char *text, const char *expected)
{
  assert_rows (text, strlen (text), COMMA, expected);
}

static void
test_quotes (void)
{
  assert_text ("a,\"b,c\",\"d\"\"e\"\n", "1: a | b,c | d\"e\n");
  assert_text ("a,\"two\nlines\"\nb,c", "1: a | two\nlines\n3: b | c\n");
  assert_text ("a,\"\",\nb,5\" screen,c", "1: a\n2: b | 5\" screen | c\n");
  assert_text ("a, \"b, c\"  ,d", "1: a | b, c | d\n");
  assert_text ("\"Smart\" pump,b", "1: Smart pump | b\n");
}

static void
test_line_ends (void)
{
  assert_text ("a,b\r\nc,d\r\n", "1: a | b\n2: c | d\n");
  assert_text ("a,b\rc,d\re,f", "1: a | b\n2: c | d\n3: e | f\n");
  assert_text ("a,b\n\n\n , \nc", "1: a | b\n5: c\n");
  assert_text ("a,\"b\rc\"\rd", "1: a | b\rc\n3: d\n");
}

static void
test_separators (void)
{
  assert_rows ("a;b,c\nd;e", 9, SEMICOLON, "1: a | b,c\n2: d | e\n");
  assert_rows ("a\tb c\nd\t\te", 10, TAB, "1: a | b c\n2: d |  | e\n");
}

/* The same rows in whatever a spreadsheet program saves. */
static void
test_encodings (void)
{
  static const char *const encodings[] = { "UTF-16LE", "UTF-16BE", "GB18030" };
  const char *text = "公开号,名称\nCN1234567A,一种泵，包括壳体\n";
  const char *expected = "1: 公开号 | 名称\n2: CN1234567A | 一种泵，包括壳体\n";
  g_autofree char *marked = g_strconcat ("\xef\xbb\xbf", text, NULL);

  assert_text (text, expected);
  assert_text (marked, expected);
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize n_bytes;
      gboolean is_utf16 = g_str_has_prefix (encodings[i], "UTF-16");
      g_autofree char *bytes = g_convert (is_utf16 ? marked : text, -1, encodings[i], "UTF-8", NULL,
                                          &n_bytes, NULL);

      assert_rows (bytes, n_bytes, COMMA, expected);
    }
}

/* What is longer than the window through which it is converted. */
static void
test_long_gb18030 (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);
  gsize n_bytes;
  g_autofree char *bytes = NULL;
  g_autofree char *rows = NULL;

  for (guint i = 1; i <= 400000; i++)
    {
      g_string_append_printf (text, "%u,一种泵，包括壳体和叶轮,样例\n", i);
      g_string_append_printf (expected, "%u: %u | 一种泵，包括壳体和叶轮 | 样例\n", i, i);
    }
  bytes = g_convert (text->str, text->len, "GB18030", "UTF-8", NULL, &n_bytes, NULL);
  g_assert_cmpuint (text->len, >, 3 * CS_MAX_ROW_BYTES);
  rows = dump_rows (bytes, n_bytes, COMMA);
  g_assert_true (strcmp (rows, expected->str) == 0);
}

static void
test_broken_characters (void)
{
  assert_text ("公开号码和名称的说明,b\xff,c", "1: 公开号码和名称的说明 | b\xef\xbf\xbd | c\n");
}

/* Some exports hold NULs, as if they were UTF-16. */
static void
test_nuls (void)
{
  static const char text[] = "Publication number,Title\r\n"
                             "US8131731B2,Pump with a qui\0et impeller\r\n"
                             "US8510313B2,\"Pump\0, with a quiet impeller\"\r\n";

  assert_rows (text, sizeof text - 1, COMMA,
               "1: Publication number | Title\n2: US8131731B2 | Pump with a quiet impeller\n"
               "3: US8510313B2 | Pump, with a quiet impeller\n");
}

/* A quotation mark that is never closed costs its own line, and no other. */
static void
test_open_quote (void)
{
  assert_text ("a,b\nc,\"d\ne,f\n", "1: a | b\n2! a quotation mark in this line is never closed\n"
                                    "3: e | f\n");
}

static void
test_open_quote_in_long_table (void)
{
  g_autoptr (GString) text = g_string_new ("a,\"b\n");
  g_autofree char *rows = NULL;

  while (text->len < 2 * CS_MAX_ROW_BYTES)
    g_string_append (text, "c,d\n");
  rows = dump_rows (text->str, text->len, COMMA);
  g_assert_true (g_str_has_prefix (
      rows, "1! a quotation mark in this line is never closed\n2: c | d\n3: c | d\n"));
}

static void
test_large (void)
{
  g_autofree char *cell = g_strnfill (CS_MAX_CELL_BYTES + 1, 'x');
  g_autofree char *cells = g_strnfill (CS_MAX_TABLE_COLUMNS, ',');
  g_autofree char *row = g_strnfill (CS_MAX_ROW_BYTES + 1, 'y');
  g_autofree char *long_cell = g_strdup_printf ("a,%s\nb\n", cell);
  g_autofree char *quoted = g_strdup_printf ("a,\"%s\"\nb\n", cell);
  g_autofree char *wide = g_strdup_printf ("a%sz\nb\n", cells);
  g_autofree char *large = g_strdup_printf ("%s\nb\n", row);

  assert_text (long_cell, "1! a cell is larger than 1024 KB\n2: b\n");
  assert_text (quoted, "1! a cell is larger than 1024 KB\n2: b\n");
  assert_text (wide, "1! the row has more than 1024 cells\n2: b\n");
  assert_text (large, "1! the row is larger than 4 MB\n2: b\n");
}

static void
assert_refused (const char *bytes, gsize n_bytes, const char *expected)
{
  g_autofree char *rows = dump_rows (bytes, n_bytes, COMMA);

  g_assert_nonnull (strstr (rows, expected));
}

static void
test_no_table (void)
{
  static const char xls[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more";
  static const char page[] = "<html><table><tr><td>1</td></tr></table></html>";

  assert_refused ("", 0, "error empty");
  assert_refused (xls, sizeof xls, "save it as XLSX or CSV");
  assert_refused (page, strlen (page), "error unsupported: is a web page");
  assert_refused ("PK\3\4 no ZIP", 12, "error");
  assert_refused ("%PDF-1.4", 8, "error unsupported: is a PDF");
}

static gboolean
refuse_row (const CsTableRow *row, gpointer data)
{
  guint *n_rows = data;

  return ++*n_rows < 2;
}

static gboolean
refuse_fault (const GError *error, gpointer data)
{
  return FALSE;
}

static void
test_stop (void)
{
  guint n_rows = 0;
  CsTableSink sink = { refuse_row, refuse_fault, &n_rows };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CsTable) table = cs_table_open ("a\nb\nc\n", 6, &error);

  g_assert_false (cs_table_read (table, COMMA, &sink, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, 2);

  g_cancellable_cancel (cancellable);
  g_assert_false (cs_table_read (table, COMMA, &sink, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/table/quotes", test_quotes);
  g_test_add_func ("/formats/table/line-ends", test_line_ends);
  g_test_add_func ("/formats/table/separators", test_separators);
  g_test_add_func ("/formats/table/encodings", test_encodings);
  g_test_add_func ("/formats/table/long-gb18030", test_long_gb18030);
  g_test_add_func ("/formats/table/broken-characters", test_broken_characters);
  g_test_add_func ("/formats/table/nuls", test_nuls);
  g_test_add_func ("/formats/table/open-quote", test_open_quote);
  g_test_add_func ("/formats/table/open-quote-in-long-table", test_open_quote_in_long_table);
  g_test_add_func ("/formats/table/large", test_large);
  g_test_add_func ("/formats/table/no-table", test_no_table);
  g_test_add_func ("/formats/table/stop", test_stop);

  return g_test_run ();
}
