#include <string.h>

#include "../../src/base/cs-error.h"
#include "../../src/objects/grid/cs-grid.h"
#include "../../src/objects/cs-object-picture.h"
#include "corpus.h"

static CsGrid *
read_grid (const char *xml)
{
  g_autoptr (GError) error = NULL;
  CsGrid *grid = cs_grid_new (xml, strlen (xml), &error);

  if (grid == NULL)
    g_error ("%s: %s", error->message, xml);

  return grid;
}

static void
assert_text (const CsGrid *grid, const char *expected)
{
  g_autofree char *text = cs_grid_dup_text (grid);

  g_assert_cmpstr (text, ==, expected);
}

/* What is written as HTML reads the same, cell by cell. */
static void
assert_stable (const CsGrid *grid)
{
  g_autofree char *html = cs_grid_dup_html (grid);
  g_autoptr (CsGrid) back = read_grid (html);

  g_assert_cmpuint (cs_grid_get_n_rows (back), ==, cs_grid_get_n_rows (grid));
  g_assert_cmpuint (cs_grid_get_n_columns (back), ==, cs_grid_get_n_columns (grid));
  for (guint i = 0; i < cs_grid_get_n_rows (grid); i++)
    {
      const GPtrArray *row = cs_grid_get_row (grid, i);
      const GPtrArray *other = cs_grid_get_row (back, i);

      for (guint j = 0; j < row->len; j++)
        {
          const CsGridCell *cell = row->pdata[j];
          const CsGridCell *same = NULL;

          for (guint k = 0; k < other->len && same == NULL; k++)
            if (((const CsGridCell *)other->pdata[k])->column == cell->column)
              same = other->pdata[k];
          g_assert_nonnull (same);
          g_assert_cmpuint (same->n_columns, ==, cell->n_columns);
          g_assert_cmpuint (same->n_rows, ==, cell->n_rows);
          g_assert_cmpint (same->is_heading, ==, cell->is_heading);
        }
    }
}

static void
test_cals (void)
{
  static const char xml[] =
      "<tables id='a'><table frame='none'><title>T</title>"
      "<tgroup cols='1'><colspec colname='1' colwidth='200pt' align='center'/><tbody><row>"
      "<entry>whole</entry></row></tbody></tgroup>"
      "<tgroup cols='3'><colspec colname='1' colwidth='50pt'/><colspec colname='2' "
      "colwidth='50pt'/>"
      "<colspec colname='3' colwidth='100pt'/><spanspec spanname='s' namest='2' "
      "nameend='3'/><thead>"
      "<row><entry morerows='1'>H<sub>2</sub></entry><entry namest='2' nameend='3'>b</entry></row>"
      "<row><entry>c</entry><entry>d&#x2003;e</entry></row></thead>"
      "<tbody><row><entry colname='3'>f</entry></row><row><entry>g\n h</entry>"
      "<entry spanname='s'>i<br/>j</entry></row></tbody></tgroup></table></tables>";
  g_autoptr (CsGrid) grid = read_grid (xml);
  const CsGridCell *cell;
  guint n_runs;

  g_assert_true (cs_grid_is_complete (grid));
  g_assert_cmpuint (cs_grid_get_n_columns (grid), ==, 3);
  assert_text (grid, "T\nwhole\nH2\tb\n\tc\td\xe2\x80\x83"
                     "e\n\t\tf\ng h\ti j\n");
  cell = cs_grid_get_row (grid, 2)->pdata[0];
  g_assert_cmpuint (cell->n_rows, ==, 2);
  g_assert_true (cell->is_heading);
  cs_text_get_runs (cell->text, &n_runs);
  g_assert_cmpuint (n_runs, ==, 1);
  g_assert_cmpfloat_with_epsilon (cs_grid_get_share (grid, 2), 0.5, 0.001);
  assert_stable (grid);
}

/* An entry that counts the column before it in, as those of the USPTO do, is no column more. */
static void
test_cals_overlap (void)
{
  g_autoptr (CsGrid) grid = read_grid (
      "<table><tgroup cols='3'><colspec colname='offset' colwidth='50pt'/><colspec colname='1' "
      "colwidth='50pt'/><colspec colname='2' colwidth='100pt'/><thead><row><entry/>"
      "<entry namest='offset' nameend='2'>TABLE 1</entry></row></thead><tbody><row><entry>a</entry>"
      "<entry>b</entry><entry>c</entry></row></tbody></tgroup></table>");
  const CsGridCell *cell = cs_grid_get_row (grid, 0)->pdata[1];

  g_assert_cmpuint (cs_grid_get_n_columns (grid), ==, 3);
  g_assert_cmpuint (cell->column, ==, 1);
  g_assert_cmpuint (cell->n_columns, ==, 2);
  g_assert_cmpfloat_with_epsilon (cs_grid_get_share (grid, 2), 0.5, 0.001);
}

/* Where there are more columns after all, none has a width. */
static void
test_cals_too_many (void)
{
  g_autoptr (CsGrid) grid = read_grid (
      "<table><tgroup cols='2'><colspec colwidth='1'/><colspec colwidth='1'/><tbody><row><entry>a"
      "</entry><entry>b</entry><entry>c</entry></row></tbody></tgroup></table>");

  assert_text (grid, "a\tb\tc\n");
  g_assert_cmpuint (cs_grid_get_n_columns (grid), ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat (cs_grid_get_share (grid, i), ==, 0);
}

static void
test_word (void)
{
  static const char xml[] =
      "<w:tbl><w:tblPr/><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr>"
      "<w:vMerge w:val='restart'/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:tcPr>"
      "<w:gridSpan w:val='2'/></w:tcPr><w:p><w:r><w:t>10</w:t></w:r><w:r><w:rPr>"
      "<w:vertAlign w:val='superscript'/></w:rPr><w:t>-7</w:t></w:r></w:p></w:tc></w:tr>"
      "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r>"
      "<w:del><w:r><w:delText>no</w:delText></w:r></w:del></w:p><w:p><w:r><w:t>c</w:t></w:r></w:p>"
      "</w:tc><w:tc><w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p></w:tc></w:tr></w:tbl>";
  g_autoptr (CsGrid) grid = read_grid (xml);
  const CsGridCell *cell = cs_grid_get_row (grid, 0)->pdata[1];
  const CsRun *runs;
  guint n_runs;

  g_assert_true (cs_grid_is_complete (grid));
  assert_text (grid, "a\t10-7\n\tb c\tx\n");
  runs = cs_text_get_runs (cell->text, &n_runs);
  g_assert_cmpuint (n_runs, ==, 1);
  g_assert_cmpint (runs[0].style, ==, CS_RUN_SUP);
  g_assert_true (cell->is_heading);
  assert_stable (grid);
}

static void
test_html (void)
{
  g_autoptr (CsGrid) grid = read_grid (
      "<div><table><thead><tr><th colspan='2'>a</th></tr></thead><tbody><tr><td rowspan='9'>b</td>"
      "<td><p>c</p><p>d</p></td></tr><tr><td><b>e</b>&amp;</td></tr></tbody></table></div>");

  assert_text (grid, "a\nb\tc d\n\te&\n");
  assert_stable (grid);
}

static void
test_nested (void)
{
  g_autoptr (CsGrid) html =
      read_grid ("<table><tr><td>a<table><tr><td>b</td></tr></table></td></tr></table>");
  g_autoptr (CsGrid) word = read_grid ("<w:tbl><w:tr><w:tc><w:p/><w:tbl/></w:tc></w:tr></w:tbl>");
  g_autoptr (CsGrid) plain = read_grid ("<table><tr><td>a</td></tr></table>");

  g_assert_true (cs_grid_is_nested (html));
  g_assert_false (cs_grid_is_complete (html));
  g_assert_true (cs_grid_is_nested (word));
  g_assert_false (cs_grid_is_nested (plain));
}

static void
assert_refused (const char *xml, CsError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cs_grid_new (xml, strlen (xml), &error));
  g_assert_error (error, CS_ERROR, (int)code);
}

static void
test_refused (void)
{
  g_autoptr (GString) wide = g_string_new ("<table><tr>");
  g_autoptr (GString) long_one = g_string_new ("<table><tr><td colspan='900'/></tr>");

  for (guint i = 0; i < 1001; i++)
    g_string_append (wide, "<td/>");
  g_string_append (wide, "</tr></table>");
  for (guint i = 0; i < 2000; i++)
    g_string_append (long_one, "<tr/>");
  g_string_append (long_one, "</table>");

  assert_refused ("<table", CS_ERROR_SYNTAX);
  assert_refused ("<tables><img file='a.tif'/></tables>", CS_ERROR_UNSUPPORTED);
  assert_refused ("<table><tr/></table>", CS_ERROR_UNSUPPORTED);
  assert_refused (wide->str, CS_ERROR_LIMIT);
  assert_refused (long_one->str, CS_ERROR_LIMIT);
}

static void
test_draw (void)
{
  g_autoptr (CsGrid) one = read_grid ("<table><tr><td>a</td></tr></table>");
  g_autoptr (CsGrid) words = read_grid ("<table><tr><td>several words that do not fit in one "
                                        "narrow line of a table</td></tr></table>");
  double line = cs_grid_draw (one, 10, 100, NULL);

  g_assert_true (line > 10 && line < 30);
  g_assert_true (cs_grid_draw (words, 10, 100, NULL) > 2 * line);
  g_assert_true (cs_grid_draw (words, 10, 1000, NULL) < 1.5 * line);
}

/* --- pictures and words of any object --- */

static void
test_picture (void)
{
  CsInlineObject formula = { 0, CS_OBJECT_FORMULA, (char *)"<math><mi>x</mi></math>", NULL };
  CsInlineObject table = { 0, CS_OBJECT_TABLE, (char *)"<table><tr><td>a</td></tr></table>", NULL };
  CsInlineObject nothing = { 0, CS_OBJECT_UNKNOWN, NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) jpeg = cs_object_dup_picture (&formula, NULL, CS_RASTER_JPEG, 300, &error);
  g_autoptr (GBytes) png = NULL;
  CsRasterInfo info;

  g_assert_no_error (error);
  g_assert_true (cs_raster_probe (g_bytes_get_data (jpeg, NULL), g_bytes_get_size (jpeg), &info));
  g_assert_cmpint (info.format, ==, CS_RASTER_JPEG);
  g_assert_cmpuint (info.height_px, >, 40); /* 12 pt at 300 dpi */
  png = cs_object_dup_picture (&table, jpeg, CS_RASTER_PNG, 100, &error);
  g_assert_no_error (error);
  g_assert_true (cs_raster_probe (g_bytes_get_data (png, NULL), g_bytes_get_size (png), &info));
  g_assert_cmpint (info.format, ==, CS_RASTER_PNG);
  g_assert_cmpuint (info.width_px, <, 200); /* its preview, not the table drawn */
  g_assert_null (cs_object_dup_picture (&nothing, NULL, CS_RASTER_PNG, 100, &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_UNSUPPORTED);
}

static void
test_words (void)
{
  static const struct
  {
    CsInlineObject object;
    const char *words;
  } cases[] = {
    { { 0, CS_OBJECT_FORMULA, (char *)"<math><mi>x</mi></math>", NULL }, "x" },
    { { 0, CS_OBJECT_TABLE, (char *)"<table><tr><td>a</td><td>b</td></tr></table>", NULL },
      "a\tb\n" },
    { { 0, CS_OBJECT_FOOTNOTE,
        (char *)"<w:footnote><w:p><w:r><w:t>See </w:t></w:r><w:del><w:r><w:t>no</w:t></w:r></w:del>"
                "<w:r><w:t>D1.</w:t></w:r></w:p></w:footnote>",
        NULL },
      "See D1." },
    { { 0, CS_OBJECT_IMAGE, (char *)"<img/>", NULL }, NULL },
    { { 0, CS_OBJECT_FORMULA, (char *)"<broken", NULL }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = cs_object_dup_text (&cases[i].object);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_corpus (void)
{
  g_autoptr (GPtrArray) all = corpus_find ("table");

  if (all == NULL)
    return;

  g_assert_cmpuint (all->len, >=, 330);
  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (CsGrid) grid = read_grid (all->pdata[i]);

      if (!cs_grid_is_complete (grid))
        g_error ("not complete: %s", (char *)all->pdata[i]);
      assert_stable (grid);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/objects/grid/cals", test_cals);
  g_test_add_func ("/objects/grid/cals-overlap", test_cals_overlap);
  g_test_add_func ("/objects/grid/cals-too-many", test_cals_too_many);
  g_test_add_func ("/objects/grid/word", test_word);
  g_test_add_func ("/objects/grid/html", test_html);
  g_test_add_func ("/objects/grid/nested", test_nested);
  g_test_add_func ("/objects/grid/refused", test_refused);
  g_test_add_func ("/objects/grid/draw", test_draw);
  g_test_add_func ("/objects/picture", test_picture);
  g_test_add_func ("/objects/words", test_words);
  g_test_add_func ("/objects/grid/corpus", test_corpus);

  return g_test_run ();
}
