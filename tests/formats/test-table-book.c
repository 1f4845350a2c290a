/* Workbooks: what cells hold, which sheet is read, and what is made to harm. */

#include <string.h>

#include "../../src/base/cs-limits.h"
#include "dump-table.h"
#include "make-zip.h"

#define SHEET(rows) "<worksheet><sheetData>" rows "</sheetData></worksheet>"
#define NAMES                                                                      \
  "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>公开(公告)号</t></is></c>" \
  "<c r=\"B1\" t=\"inlineStr\"><is><t>申请日</t></is></c></row>"

static char *
dump_book (GByteArray *book, guint view)
{
  return dump_rows ((const char *)book->data, book->len, view);
}

static void
assert_sheet (const char *rows, const char *expected)
{
  g_autoptr (GByteArray) book = make_sheet (rows);
  g_autofree char *found = dump_book (book, 0);

  g_assert_cmpstr (found, ==, expected);
}

static void
assert_book (const char *const *parts, guint view, const char *expected)
{
  g_autoptr (GByteArray) book = make_book (parts);
  g_autofree char *found = dump_book (book, view);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_cells (void)
{
  assert_sheet ("<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><r><t>CN</t></r><r><t>1A</t></r></is>"
                "</c><c r=\"D2\"><v>17</v></c></row>",
                "2:  | CN1A |  | 17\n");
  assert_sheet ("<row><c><v>1</v></c><c t=\"str\"><f>A1</f><v>x</v></c></row><row><c><v>2</v></c>"
                "</row>",
                "1: 1 | x\n2: 2\n");
  assert_sheet ("<row r=\"1\"><c r=\"A1\" t=\"b\"><v>1</v></c><c r=\"B1\" t=\"e\"><v>#N/A</v></c>"
                "<c r=\"C1\" t=\"d\"><v>2017-03-31T00:00:00</v></c></row>",
                "1: 1 |  | 2017-03-31\n");
  assert_sheet ("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a_x000D_b_x005F_c</v></c></row>",
                "1: ab_c\n");
  assert_sheet ("<row r=\"1\"><c r=\"A1\"><f>HYPERLINK(\"https://a.example\",\"CN101911042A\")</f>"
                "</c></row>",
                "1: CN101911042A\n");
}

/* Programs write one number in many ways; people see the same digits. */
static void
test_numbers (void)
{
  assert_sheet ("<row r=\"1\"><c r=\"A1\"><v>2.01710601862E+11</v></c>"
                "<c r=\"B1\"><v>201710601862.29999</v></c><c r=\"C1\"><v>8131731</v></c>"
                "<c r=\"D1\"><v>2.01710601862E+20</v></c></row>",
                "1: 201710601862 | 201710601862.3 | 8131731 | 2.01710601862E+20\n");
}

static void
test_shared_strings (void)
{
  const char *const parts[] = {
    "sharedStrings.xml",
    "<sst count=\"4000000000\" uniqueCount=\"4000000000\"><si><t>pump</t></si>"
    "<si><r><t>va</t></r><r><t>lve</t></r><rPh><t>no</t></rPh></si><si/></sst>",
    "worksheets/sheet1.xml",
    SHEET ("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" t=\"s\"><v>0</v></c>"
           "<c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"D1\" t=\"s\"><v>3</v></c>"
           "<c r=\"E1\" t=\"s\"><v>-1</v></c><c r=\"F1\" t=\"s\"><v>0</v></c></row>"),
    NULL,
  };

  assert_book (parts, 0, "1: valve | pump |  |  |  | pump\n");
}

#define STYLES                                                                    \
  "<styleSheet><numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy\\-mm\\-dd\"/>" \
  "<numFmt numFmtId=\"177\" formatCode=\"[Red]0.00&quot;day&quot;\"/></numFmts>"  \
  "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"                            \
  "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"176\"/><xf "  \
  "numFmtId=\"177\"/></cellXfs></styleSheet>"
#define DAYS                                                                 \
  SHEET ("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>42825</v></c>"                 \
         "<c r=\"B1\" s=\"2\"><v>42825.75</v></c>"                           \
         "<c r=\"C1\" s=\"3\"><v>42825</v></c><c r=\"D1\"><v>42825</v></c>"  \
         "<c r=\"E1\" s=\"1\"><v>1</v></c><c r=\"F1\" s=\"1\"><v>-5</v></c>" \
         "<c r=\"G1\" s=\"1\"><v>61</v></c></row>")

static void
test_dates (void)
{
  const char *const since_1900[] = { "styles.xml", STYLES, "worksheets/sheet1.xml", DAYS, NULL };
  const char *const since_1904[] = {
    "styles.xml",
    STYLES,
    "workbook.xml",
    "<workbook><workbookPr date1904=\"1\"/><sheets><sheet name=\"a\"/></sheets></workbook>",
    "worksheets/sheet1.xml",
    DAYS,
    NULL,
  };

  assert_book (since_1900, 0,
               "1: 2017-03-31 | 2017-03-31 | 42825 | 42825 | 1900-01-01 |  | 1900-03-01\n");
  assert_book (since_1904, 0,
               "1: 2021-04-01 | 2021-04-01 | 42825 | 42825 | 1904-01-02 |  | 1904-03-02\n");
}

static const char *const two_sheets[] = {
  "workbook.xml",
  "<workbook xmlns:r=\"r\"><sheets><sheet name=\"说明\" r:id=\"a\"/><sheet name=\"数据\" "
  "r:id=\"b\"/></sheets></workbook>",
  "_rels/workbook.xml.rels",
  "<Relationships><Relationship Id=\"b\" Type=\"x/worksheet\" Target=\"worksheets/data.xml\"/>"
  "<Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"/xl/worksheets/readme.xml\"/>"
  "</Relationships>",
  "worksheets/readme.xml",
  SHEET ("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>这里没有数据</v></c></row>"),
  "worksheets/data.xml",
  SHEET (NAMES "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>CN101911042A</v></c><c r=\"B2\" t=\"str\"><v>"
               "2008-12-12</v></c></row>"),
  NULL,
};

static void
test_best_sheet (void)
{
  g_autoptr (GByteArray) book = make_book (two_sheets);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsTableMap) map =
      cs_table_map_guess ((const char *)book->data, book->len, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (map->view_name, ==, "数据");
  g_assert_cmpuint (map->n_other_sheets, ==, 1);
  g_assert_cmpuint (g_strv_length (map->warnings), ==, 1);
  assert_book (two_sheets, 0, "1: 这里没有数据\n");
}

/* Names of groups are merged over two or more columns, names without a group over two rows. */
static void
test_merged_names (void)
{
  g_autoptr (GByteArray) book = make_sheet (
      "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>公开号</v></c><c r=\"B1\" t=\"str\"><v>优先权</v></c>"
      "<c r=\"C1\"/><c r=\"D1\" t=\"str\"><v>名称</v></c></row>"
      "<row r=\"2\"><c r=\"A2\"/><c r=\"B2\" t=\"str\"><v>优先权号</v></c>"
      "<c r=\"C2\" t=\"str\"><v>优先权日</v></c></row>"
      "<row r=\"3\"><c r=\"A3\" t=\"str\"><v>CN101911042A</v></c>"
      "<c r=\"B3\" t=\"str\"><v>US11/964952</v></c>"
      "<c r=\"C3\" t=\"str\"><v>2007-12-27</v></c><c r=\"D3\" t=\"str\"><v>泵</v></c></row>");
  g_autofree char *records = dump_records ((const char *)book->data, book->len, NULL);

  g_assert_cmpstr (records, ==,
                   "record table:any line 3\n  publication CN.101911042.A \n  title [zh] 泵\n"
                   "  priority US.96495207.A 2007-12-27\n");
}

/* --- made to harm --- */

static void
assert_refused (const char *rows, const char *expected)
{
  g_autoptr (GByteArray) book = make_sheet (rows);
  g_autofree char *found = dump_book (book, 0);

  g_assert_nonnull (strstr (found, expected));
}

static void
test_far_cells (void)
{
  assert_refused ("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>",
                  "1! the row has more than 1024 cells\n");
  assert_refused ("<row r=\"1\"><c r=\"ZZZZZZZZZZZZZZZ1\"><v>1</v></c></row>",
                  "1! the row has more than 1024 cells\n");
  assert_refused ("<row r=\"4294967295\"><c r=\"A1\"><v>1</v></c></row>", "1");
}

/* Letters that do not pack well. */
static char *
make_noise (gsize n_bytes)
{
  char *noise = g_malloc (n_bytes + 1);
  guint32 state = 1;

  for (gsize i = 0; i < n_bytes; i++)
    {
      state = state * 1664525u + 1013904223u;
      noise[i] = 'a' + (state >> 24) % 26;
    }
  noise[n_bytes] = '\0';

  return noise;
}

/* Few bytes, each of which stands for a megabyte. */
static void
test_many_large_strings (void)
{
  g_autofree char *large = make_noise (CS_MAX_CELL_BYTES - 1);
  g_autofree char *strings = g_strdup_printf ("<sst><si><t>%s</t></si></sst>", large);
  g_autoptr (GString) sheet = g_string_new ("<worksheet><sheetData><row r=\"1\">");
  const char *parts[] = { "sharedStrings.xml", strings, "worksheets/sheet1.xml", NULL, NULL };

  for (guint i = 0; i < CS_MAX_TABLE_COLUMNS; i++)
    g_string_append (sheet, "<c t=\"s\"><v>0</v></c>");
  g_string_append (sheet, "</row><row r=\"2\"><c><v>7</v></c></row></sheetData></worksheet>");
  parts[3] = sheet->str;
  assert_book (parts, 0, "1! the row is larger than 4 MB\n2: 7\n");
}

static void
test_large_cell (void)
{
  g_autofree char *large = make_noise (CS_MAX_CELL_BYTES + 1);
  g_autofree char *huge = make_noise (CS_MAX_XML_NODE_BYTES + 1);
  g_autofree char *rows =
      g_strdup_printf ("<row r=\"1\"><c t=\"str\"><v>%s</v></c></row><row r=\"2\"><c><v>7</v></c>"
                       "</row>",
                       large);
  g_autofree char *bad = g_strdup_printf ("<row r=\"1\"><c><v>1</v></c></row>"
                                          "<row r=\"2\"><c t=\"str\"><v>%s</v></c></row>",
                                          huge);

  assert_refused (rows, "1! a cell is larger than 1024 KB\n2: 7\n");
  assert_refused (bad, "1: 1\nerror ");
}

/* A workbook that unpacks to hundreds of times its size is given up early. */
static void
test_bomb (void)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GByteArray) book = NULL;
  g_autofree char *found = NULL;

  while (rows->len < 100 * 1024 * 1024)
    g_string_append (rows, "<row><c/><c/><c/><c/><c/><c/></row>");
  book = make_sheet (rows->str);
  found = dump_book (book, 0);
  g_assert_nonnull (strstr (found, "error hostile"));
}

static void
test_hostile_xml (void)
{
  const char *const entities[] = {
    "worksheets/sheet1.xml",
    "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"><!ENTITY b "
    "\"&a;&a;&a;&a;\">]><worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData>"
    "</worksheet>",
    NULL,
  };
  g_autoptr (GByteArray) book = make_book (entities);
  g_autofree char *found = dump_book (book, 0);
  g_autoptr (GString) deep = g_string_new (NULL);

  g_assert_nonnull (strstr (found, "error hostile"));
  for (guint i = 0; i < 1000; i++)
    g_string_append (deep, "<row>");
  assert_refused (deep->str, "error limit");
  assert_refused ("<row><c><v>1</v></c></row><row><c></row>", "1: 1\nerror syntax");
}

/* Whatever the ZIP says of itself, what is cut off is told and what came before is given. */
static void
test_cut (void)
{
  g_autoptr (GByteArray) book = make_book (two_sheets);

  for (guint n_bytes = 0; n_bytes < book->len; n_bytes += 7)
    {
      g_autofree char *cut = g_memdup2 (book->data, n_bytes);
      g_autofree char *rows = dump_rows (cut, n_bytes, 0);
      g_autofree char *records = dump_records (cut, n_bytes, NULL);

      g_assert_nonnull (rows);
      g_assert_true (g_utf8_validate (records, -1, NULL));
    }
}

static void
test_lying_sizes (void)
{
  g_autoptr (GByteArray) book = make_book (two_sheets);

  for (guint i = 0; i + 4 < book->len; i++)
    {
      g_autofree char *bytes = g_memdup2 (book->data, book->len);
      g_autofree char *records = NULL;

      memcpy (bytes + i, "\xff\xff\xff\x7f", 4);
      records = dump_records (bytes, book->len, NULL);
      g_assert_true (g_utf8_validate (records, -1, NULL));
    }
}

static void
test_paths (void)
{
  const char *const parts[] = {
    "workbook.xml",
    "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"a\"/></sheets></workbook>",
    "_rels/workbook.xml.rels",
    "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"../../../etc/passwd\"/>"
    "</Relationships>",
    NULL,
  };

  assert_book (parts, 0,
               "error empty: the package has no \"xl/../../../etc/passwd\"\n");
}

static void
test_no_workbook (void)
{
  MakeZipEntry entry = { "word/document.xml", "<w/>", 4, NULL };
  g_autoptr (GByteArray) zip = make_zip (&entry, 1);
  g_autofree char *found = dump_book (zip, 0);

  g_assert_nonnull (strstr (found, "error unsupported: is a package without"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/table/book/cells", test_cells);
  g_test_add_func ("/formats/table/book/numbers", test_numbers);
  g_test_add_func ("/formats/table/book/shared-strings", test_shared_strings);
  g_test_add_func ("/formats/table/book/dates", test_dates);
  g_test_add_func ("/formats/table/book/best-sheet", test_best_sheet);
  g_test_add_func ("/formats/table/book/merged-names", test_merged_names);
  g_test_add_func ("/formats/table/book/far-cells", test_far_cells);
  g_test_add_func ("/formats/table/book/many-large-strings", test_many_large_strings);
  g_test_add_func ("/formats/table/book/large-cell", test_large_cell);
  g_test_add_func ("/formats/table/book/bomb", test_bomb);
  g_test_add_func ("/formats/table/book/hostile-xml", test_hostile_xml);
  g_test_add_func ("/formats/table/book/cut", test_cut);
  g_test_add_func ("/formats/table/book/lying-sizes", test_lying_sizes);
  g_test_add_func ("/formats/table/book/paths", test_paths);
  g_test_add_func ("/formats/table/book/no-workbook", test_no_workbook);

  return g_test_run ();
}
