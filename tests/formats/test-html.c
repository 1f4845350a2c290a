#include <string.h>

#include "../../src/base/cs-text-builder.h"
#include "../../src/formats/html/cs-html.h"
#include "../../src/objects/formula/cs-formula.h"
#include "../../src/objects/grid/cs-grid.h"

/* Text in a small notation: _x_ subscript, ^x^ superscript, *x* bold, /x/ italic, ~x~ underlined,
 * #x# heading, $ a formula, @ a table. */
static CsText *
rich (const char *notation)
{
  static const char marks[] = "_^*/~#"; /* in the order of CsRunStyle */
  CsTextBuilder *builder = cs_text_builder_new ();
  gsize open[CS_N_RUN_STYLES];
  gboolean is_open[CS_N_RUN_STYLES] = { FALSE };

  for (const char *at = notation; *at != '\0'; at = g_utf8_next_char (at))
    {
      const char *mark = strchr (marks, *at);
      gsize now = cs_text_builder_get_n_bytes (builder);

      if (*at == '$')
        cs_text_builder_append_object (builder, CS_OBJECT_FORMULA, "<math><mi>x</mi></math>", NULL);
      else if (*at == '@')
        cs_text_builder_append_object (builder, CS_OBJECT_TABLE,
                                       "<table><tr><td>a</td></tr></table>", NULL);
      else if (mark == NULL)
        cs_text_builder_append (builder, at, g_utf8_next_char (at) - at);
      else if (is_open[mark - marks])
        cs_text_builder_add_run (builder, open[mark - marks], now, mark - marks);

      if (mark != NULL)
        {
          open[mark - marks] = now;
          is_open[mark - marks] = !is_open[mark - marks];
        }
    }

  return cs_text_builder_end (builder);
}

/* Letters, runs and kinds of objects; their sources are written anew. */
static void
assert_same (const CsText *text, const CsText *expected, const char *html)
{
  guint n_runs, n_expected;
  const CsRun *runs = cs_text_get_runs (text, &n_runs);
  const CsRun *expected_runs = cs_text_get_runs (expected, &n_expected);

  if (strcmp (cs_text_get_string (text), cs_text_get_string (expected)) != 0 ||
      n_runs != n_expected)
    g_error ("“%s” with %u runs, not “%s” with %u: %s", cs_text_get_string (text), n_runs,
             cs_text_get_string (expected), n_expected, html);

  for (guint i = 0; i < n_runs; i++)
    {
      g_assert_cmpuint (runs[i].start, ==, expected_runs[i].start);
      g_assert_cmpuint (runs[i].end, ==, expected_runs[i].end);
      g_assert_cmpuint (runs[i].style, ==, expected_runs[i].style);
    }
}

static void
assert_reads (const char *html, const char *notation)
{
  g_autoptr (CsText) text = cs_html_read (html, strlen (html));
  g_autoptr (CsText) expected = rich (notation);

  assert_same (text, expected, html);
}

static const struct
{
  const char *html;
  const char *notation;
} cases[] = {
  { "", "" },
  { "plain", "plain" },
  { "a<sub>1</sub> b<sup>2</sup>", "a_1_ b^2^" },
  { "<span style='vertical-align:super'>a</span><span style=\"VERTICAL-ALIGN: sub\">b</span>",
    "^a^_b_" },
  { "<span style='vertical-align:30%'>a</span><span style='vertical-align:-2pt'>b</span>"
    "<span style='vertical-align:middle'>c</span>",
    "^a^_b_c" },
  { "<sup>a<span style='vertical-align:baseline'>b</span></sup>", "^a^b" },
  { "<b style='font-weight:normal'>a</b><span style='font-weight:700'>b</span><strong>c</strong>",
    "a*bc*" },
  { "<i>a <u>b</u></i>", "/a ~b~/" },
  { "<b>a</b> <b>b</b>", "*a* *b*" },
  { "<p>a</p><p>b</p>", "a\nb" },
  { "<p>a<p>b", "a\nb" },
  { "<div>a<div>b</div>c</div>", "a\nb\nc" },
  { "a<br>b<br/><br>c", "a\nb\n\nc" },
  { "<p>a<br></p><p>b</p>", "a\nb" },
  { "<p>a</p><p><br></p><p>b</p>", "a\n\nb" },
  { "<p>a</p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p>b</p>", "a\n\nb" },
  { "<p> a\n  b </p>\n\n<p>c</p>", "a b\nc" },
  { "<pre>a  b\n c</pre>", "a  b\n c" },
  { "a&nbsp;b&lt;c&#x4e2d;&alpha;", "a\xc2\xa0"
                                    "b<c中α" },
  { "<p>a<span style='display:none'>no</span><span style='mso-hide:all'>no</span>b</p>", "ab" },
  { "<script>no</script><style>no</style><title>no</title>a<!-- no -->", "a" },
  { "<h2>技术领域</h2><p>a</p>", "#技术领域#\na" },
  { "<html><body>no<!--StartFragment-->a<b>b</b><!--EndFragment-->no</body></html>", "a*b*" },
  { "Version:0.9\r\nStartHTML:0000\r\n<html><!--StartFragment--><p>a</p><!--EndFragment-->", "a" },
  { "<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>", "a\nb\nc" },
  { "<del>old</del><ins>new</ins>", "~new~" },
  { "a<img src='x.png' alt='no'>b", "ab" },
  { "a <math><mfrac><mi>b</mi><mi>c</mi></mfrac></math> d", "a $ d" },
  { "<p>a</p><table><tr><td>b<td>c</table><p>d</p>", "a\n@\nd" },
  { "<table><tr></tr></table>a", "a" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_reads (cases[i].html, cases[i].notation);
}

/* --- what programs really write, in the shape they write it --- */

static void
test_word (void)
{
  static const char html[] =
      "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
      "xmlns:m=\"http://schemas.microsoft.com/office/2004/12/omml\">"
      "<head><meta name=Generator content=\"Microsoft Word 15\">"
      "<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]-->"
      "<style><!-- p.MsoNormal {margin:0cm;} --></style></head><body lang=ZH-CN>"
      "<!--StartFragment-->"
      "<p class=MsoListParagraph style='text-indent:-21.0pt;mso-list:l0 level1 lfo1'>"
      "<![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>1.<span "
      "style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span>"
      "<![endif]>一种<span lang=EN-US>H<sub>2</sub>SO<sub>4</sub></span>溶液，\r\n浓度为"
      "<span lang=EN-US>10<sup>-7</sup><span style='mso-spacerun:yes'>&nbsp; </span>mol</span>"
      "<span lang=EN-US><o:p></o:p></span></p>"
      "<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>"
      "<p class=MsoNormal><b>特征<i>在于</i></b><span style='mso-tab-count:1'>&nbsp;&nbsp; </span>"
      "<u>泵</u>"
      "<!--[if gte msEquation 12]><m:oMath><m:sSup><m:e><i><span style='font-family:\"Cambria "
      "Math\"'><m:r>x</m:r></span></i></m:e><m:sup><m:r>2</m:r></m:sup></m:sSup></m:oMath>"
      "<![endif]--><![if !msEquation]><img width=10 src=\"file:///C:/x.png\"><![endif]>"
      "</p><!--EndFragment--></body></html>";
  g_autoptr (CsText) text = cs_html_read (html, strlen (html));
  guint n_objects;
  const CsInlineObject *objects = cs_text_get_objects (text, &n_objects);
  g_autoptr (CsFormula) formula = NULL;
  g_autofree char *line = NULL;

  assert_reads (html, "1. 一种H_2_SO_4_溶液， 浓度为10^-7^  mol\n\n*特征/在于/*\t~泵~$");
  g_assert_cmpuint (n_objects, ==, 1);
  formula = cs_formula_new (objects[0].payload, strlen (objects[0].payload), NULL);
  g_assert_nonnull (formula);
  line = cs_formula_dup_text (formula);
  g_assert_cmpstr (line, ==, "x^2");
}

static void
test_wps (void)
{
  assert_reads ("<html><head><meta charset=\"utf-8\"></head><body><!--StartFragment-->"
                "<p class=\"MsoNormal\" align=\"justify\"><span style=\"font-family:宋体;"
                "mso-spacerun:'yes';font-size:10.5pt;\">浓度为10</span><span style=\""
                "mso-spacerun:'yes';font-size:10.5pt;vertical-align:super;\">-7</span>"
                "<span style=\"font-size:10.5pt;vertical-align:sub;\">i</span></p>"
                "<!--EndFragment--></body></html>",
                "浓度为10^-7^_i_");
}

static void
test_libreoffice (void)
{
  assert_reads ("<!DOCTYPE html><html><head><meta http-equiv=\"content-type\" "
                "content=\"text/html; charset=utf-8\"/><title></title>"
                "<meta name=\"generator\" content=\"LibreOffice 7.4\"/><style>p { }</style></head>"
                "<body lang=\"zh-CN\"><p>H<sub>2</sub>O is\n<b>wet</b></p>\n<p><br/>\n</p>\n"
                "<p><font face=\"SimSun\"><span style=\"font-variant: normal\">x<sup>2</sup>"
                "</span></font></p></body></html>",
                "H_2_O is *wet*\n\nx^2^");
}

static void
test_browser (void)
{
  assert_reads ("<meta charset='utf-8'><span style=\"color: rgb(32, 33, 34); font-weight: 400; "
                "font-style: normal; text-decoration-thickness: initial; display: inline "
                "!important\">E = mc</span><sup style=\"line-height: 1;\">2</sup>"
                "<span>, see <a href=\"javascript:x()\">this</a></span>",
                "E = mc^2^, see this");
}

/* --- tables --- */

static CsGrid *
read_table (const char *html)
{
  g_autoptr (CsText) text = cs_html_read (html, strlen (html));
  guint n_objects;
  const CsInlineObject *objects = cs_text_get_objects (text, &n_objects);

  g_assert_cmpuint (n_objects, ==, 1);
  g_assert_cmpint (objects[0].kind, ==, CS_OBJECT_TABLE);

  return cs_grid_new (objects[0].payload, strlen (objects[0].payload), NULL);
}

static void
test_table (void)
{
  g_autoptr (CsGrid) grid =
      read_table ("<table border=0 style='mso-x:1'><!--StartFragment--><col width=64><thead><tr>"
                  "<th colspan=2 onclick=\"x()\">H<sub>2</sub></th></tr></thead>"
                  "<tr><td rowspan=\"2\"><p>a</p><p>b &amp; c</p><td>d</tr><tr><td>e"
                  "<!--EndFragment--></table>");
  g_autofree char *text = NULL;

  g_assert_nonnull (grid);
  g_assert_cmpuint (cs_grid_get_n_rows (grid), ==, 3);
  g_assert_cmpuint (cs_grid_get_n_columns (grid), ==, 2);
  text = cs_grid_dup_text (grid);
  g_assert_cmpstr (text, ==, "H2\na b & c\td\n\te\n");
}

/* --- there and back --- */

static void
assert_kept (const char *notation)
{
  g_autoptr (CsText) text = rich (notation);
  g_autofree char *html = cs_html_write (text);
  g_autoptr (CsText) back = cs_html_read (html, strlen (html));

  assert_same (back, text, html);
}

static void
test_round_trip (void)
{
  static const char *const texts[] = {
    "",
    "浓度为10^-7^ mol的H_2_SO_4_溶液",
    " leading, two  spaces, trailing ",
    "\tone\ttwo\t\tthree\t",
    "a\xc2\xa0"
    "b\xe3\x80\x80"
    "c",
    "1. 一种泵，包括：\n壳体；和\n\n叶轮。\n",
    "\n\na\n",
    "*bold /both/ ~under~*  ~ x ~\n*a* *b*",
    "<script>&amp; \"quoted\" ]]> --> <!--EndFragment-->",
    "_a_^b^_c_",
    "#技术领域#\n本发明\n#背景技术#\n现有",
    "see $ and *$*\n@\nend",
    "@",
    "a _ _b",
    "a\n b\n\tc \nd",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_kept (texts[i]);
}

static void
test_objects_are_written (void)
{
  g_autoptr (CsText) text = rich ("a$\n@");
  g_autofree char *html = cs_html_write (text);

  g_assert_nonnull (strstr (html, "<mi>x</mi>"));
  g_assert_nonnull (strstr (html, "<td>a</td>"));
}

/* --- anything --- */

static void
test_hostile (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GString) wide = g_string_new ("<p");
  g_autoptr (GString) tables = g_string_new (NULL);
  g_autoptr (CsText) text = NULL;

  for (guint i = 0; i < 100000; i++)
    {
      g_string_append (deep, "<b>");
      g_string_append_printf (wide, " a%u=1", i);
      g_string_append (tables, "<table><td>");
    }
  g_string_append (deep, "x");
  g_string_append (wide, ">x");
  g_string_append (tables, "x");

  text = cs_html_read (deep->str, deep->len);
  g_clear_pointer (&text, cs_text_unref);
  text = cs_html_read (wide->str, wide->len);
  g_clear_pointer (&text, cs_text_unref);
  text = cs_html_read (tables->str, tables->len);
  g_clear_pointer (&text, cs_text_unref);
  text = cs_html_read ("\xff\xfe"
                       "a\0b",
                       5);
  g_assert_cmpstr (cs_text_get_string (text), ==, "a"); /* and half a character */
  g_clear_pointer (&text, cs_text_unref);
  text = cs_html_read ("\xff\xfe"
                       "a\0b\0",
                       6);
  g_assert_cmpstr (cs_text_get_string (text), ==, "ab");
  g_clear_pointer (&text, cs_text_unref);
  text = cs_html_read ("a\xff\x01<b>b\0c", 9);
  g_assert_true (g_str_has_prefix (cs_text_get_string (text), "a"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/html/cases", test_cases);
  g_test_add_func ("/formats/html/word", test_word);
  g_test_add_func ("/formats/html/wps", test_wps);
  g_test_add_func ("/formats/html/libreoffice", test_libreoffice);
  g_test_add_func ("/formats/html/browser", test_browser);
  g_test_add_func ("/formats/html/table", test_table);
  g_test_add_func ("/formats/html/round-trip", test_round_trip);
  g_test_add_func ("/formats/html/objects-are-written", test_objects_are_written);
  g_test_add_func ("/formats/html/hostile", test_hostile);

  return g_test_run ();
}
