#include <string.h>

#include <libxml/parser.h>

#include "../../src/base/cs-error.h"
#include "../../src/base/cs-xml-entities.h"
#include "../../src/objects/formula/cs-formula.h"
#include "corpus.h"

static CsFormula *
read_formula (const char *xml)
{
  g_autoptr (GError) error = NULL;
  CsFormula *formula = cs_formula_new (xml, strlen (xml), &error);

  if (formula == NULL)
    g_error ("%s: %s", error->message, xml);

  return formula;
}

static void
assert_text (const char *xml, const char *expected)
{
  g_autoptr (CsFormula) formula = read_formula (xml);
  g_autofree char *text = cs_formula_dup_text (formula);

  g_assert_cmpstr (text, ==, expected);
}

/* Written as either and read again it must be the same, and no second writing may differ. */
static void
assert_stable (const CsFormula *formula, gboolean mathml_too)
{
  g_autofree char *office = cs_formula_dup_office_math (formula);
  g_autofree char *mathml = cs_formula_dup_mathml (formula);
  g_autoptr (CsFormula) from_office = read_formula (office);
  g_autoptr (CsFormula) from_mathml = read_formula (mathml);

  g_assert_true (cs_formula_is_complete (from_office));
  g_assert_true (cs_formula_is_complete (from_mathml));
  if (!cs_formula_equal (formula, from_office))
    g_error ("not the same:\n%s\n%s", mathml, office);
  if (mathml_too && !cs_formula_equal (formula, from_mathml))
    g_error ("not the same:\n%s\n%s", office, mathml);
}

/* --- MathML --- */

static const struct
{
  const char *mathml;
  const char *text;
} mathml_cases[] = {
  { "<mi>x</mi><mo>=</mo><mn>1.5</mn>", "x=1.5" },
  { "<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><msub><mi>c</mi><mn>1</mn></msub></mfrac>",
    "(a+b)/c_1" },
  { "<mfrac linethickness='0'><mi>n</mi><mi>k</mi></mfrac>", "n¦k" },
  { "<mfrac bevelled='true'><mn>1</mn><mn>2</mn></mfrac>", "1/2" },
  { "<msqrt><mi>x</mi><mo>+</mo><mn>1</mn></msqrt>", "√(x+1)" },
  { "<mroot><mi>x</mi><mn>3</mn></mroot>", "3√x" },
  { "<msup><mn>10</mn><mrow><mo>-</mo><mn>7</mn></mrow></msup>", "10^(-7)" },
  { "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>", "x_i^2" },
  { "<munderover><mo>&#8721;</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi>"
    "</munderover><msub><mi>a</mi><mi>i</mi></msub><mo>+</mo><mi>c</mi>",
    "∑_(i=1)^na_i+c" },
  { "<msubsup><mo>&#8747;</mo><mn>0</mn><mn>1</mn></msubsup><mi>f</mi><mo>(</mo><mi>x</mi><mo>)</"
    "mo>"
    "<mo>&dd;</mo><mi>x</mi>",
    "∫_0^1f(x)ⅆx" },
  { "<mover><mi>x</mi><mo>^</mo></mover><mover><mrow><mi>A</mi><mi>B</mi></mrow><mo>&rarr;</mo>"
    "</mover><mover accent='true'><mi>y</mi><mo>&#175;</mo></mover>",
    "x\xcc\x82(AB)\xe2\x83\x97y\xcc\x85" },
  { "<munder><mi>x</mi><mo>_</mo></munder>", "x__" },
  { "<munderover><mi>x</mi><mi>a</mi><mo>~</mo></munderover>", "(x_a)\xcc\x83" },
  { "<munder><munder><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mo>&#x23DF;</mo></munder>"
    "<mtext>two words</mtext></munder>",
    "a+b_⏟_two words" },
  { "<mfenced><mi>a</mi><mi>b</mi></mfenced>", "(a,b)" },
  { "<mfenced open='{' close='}' separators=';,'><mi>a</mi><mi>b</mi><mi>c</mi></mfenced>",
    "{a;b,c}" },
  { "<mfenced open='|' close='|'><mi>a</mi></mfenced>", "|a|" },
  { "<mo>[</mo><mn>0</mn><mo>,</mo><mi>x</mi><mo>)</mo>", "[0,x)" },
  { "<mo>(</mo><mi>a</mi><mo>+</mo><mi>b</mi><msup><mo>)</mo><mn>2</mn></msup>", "(a+b)^2" },
  { "<mo>|</mo><mi>x</mi><mo>|</mo><mo>&lt;</mo><mo>|</mo><mi>y</mi><mo>|</mo>", "|x|<|y|" },
  { "<mi>x</mi><mrow><mo>|</mo><mi>y</mi><mo>|</mo></mrow>", "x|y|" },
  { "<mi>P</mi><mo>(</mo><mi>A</mi><mo>|</mo><mi>B</mi><mo>)</mo>", "P(A|B)" },
  { "<mo>)</mo><mi>a</mi><mo>(</mo><mi>b</mi>", ")a(b" },
  { "<mi>f</mi><mo>=</mo><mo>{</mo><mtable columnalign='left'><mtr><mtd><mn>0</mn></mtd>"
    "<mtd><mi>x</mi><mo>&lt;</mo><mn>1</mn></mtd></mtr><mtr><mtd><mn>1</mn></mtd></mtr></mtable>",
    "f={0, x<1; 1," },
  { "<mo>[</mo><mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr><mtd><mi>c</mi>"
    "</mtd><mtd><mi>d</mi></mtd></mtr></mtable><mo>]</mo>",
    "[a, b; c, d]" },
  { "<mmultiscripts><mi>X</mi><mi>b</mi><mi>c</mi><mprescripts/><mi>a</mi><none/></mmultiscripts>",
    "_aX_b^c" },
  { "<mmultiscripts><mi>U</mi><mprescripts/><mn>92</mn><mn>238</mn></mmultiscripts>", "_92^238U" },
  { "<menclose notation='box updiagonalstrike'><mi>x</mi></menclose>", "x" },
  { "<menclose notation='radical'><mi>x</mi></menclose>", "√x" },
  { "<mphantom><mi>x</mi></mphantom><mpadded><mi>y</mi></mpadded><merror><mi>z</mi></merror>",
    "xyz" },
  { "<semantics><mi>x</mi><annotation>never seen</annotation></semantics>", "x" },
  { "<maction actiontype='toggle' selection='2'><mi>x</mi><mi>y</mi></maction>", "y" },
  { "<mi>sin</mi><mo>&af;</mo><mi>x</mi><mo>&it;</mo><mi>y</mi>", "sin xy" },
  { "<munder><mi>lim</mi><mrow><mi>x</mi><mo>&rarr;</mo><mn>0</mn></mrow></munder><mi>x</mi>",
    "lim_(x→0) x" },
  { "<mi>密度</mi><mo>=</mo><mi>m</mi><mo>/</mo><mi>V</mi>", "密度=m/V" },
  { "<mi mathvariant='bold'>v</mi><mi mathvariant='bold-italic'>w</mi>"
    "<mi mathvariant='normal'>d</mi><mi mathvariant='double-struck'>R</mi>",
    "vwdℝ" },
  { "<mtext> if&nbsp; </mtext><mspace width='2.5em'/><ms>a  b</ms>", "if a b" },
  { "<mi>a</mi><mspace linebreak='newline'/><mi>b</mi>", "a; b" },
  { "<mi>&#x3b1;</mi><mo>&#8800;</mo><mi>&beta;</mi><mo>&unknown;</mo>", "α≠β&unknown;" },
  { "<msup><mrow/><mn>2</mn></msup><msub><mi>a</mi></msub>", "()^2a" },
  { "<mo>&#xf603;</mo><mi>a</mi><mo>&#xf604;</mo>", "|a|" },
  { "<munderover><mo>&sum;</mo><mi>a</mi><mi>b</mi></munderover><munder><mo>&prod;</mo><mi>c</mi>"
    "</munder><mi>sin</mi><msup><mi>x</mi><mn>2</mn></msup><mo>=</mo><mo>&int;</mo><mo>-</mo><mi>"
    "x</mi><mo>-</mo><mi>y</mi>",
    "∑_a^b∏_c sin x^2=∫-x-y" },
  { "", "" },
};

static void
test_mathml (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (mathml_cases); i++)
    {
      g_autofree char *xml =
          g_strdup_printf ("<maths><math>%s</math></maths>", mathml_cases[i].mathml);
      g_autoptr (CsFormula) formula = read_formula (xml);

      g_assert_true (cs_formula_is_complete (formula));
      assert_text (xml, mathml_cases[i].text);
      assert_stable (formula, TRUE);
    }
}

/* --- Office Math --- */

#define R(text) "<m:r><m:t>" text "</m:t></m:r>"

static const struct
{
  const char *office;
  const char *text;
} office_cases[] = {
  { R ("x=a+1.5"), "x=a+1.5" },
  { "<m:r><m:rPr><m:sty m:val=\"p\"/></m:rPr><m:t>sin</m:t></m:r>" R ("x"), "sin x" },
  { "<m:r><m:rPr><m:nor/></m:rPr><m:t xml:space=\"preserve\"> if </m:t></m:r>" R ("x"), "if x" },
  { "<m:f><m:num>" R ("a+b") "</m:num><m:den>" R ("2") "</m:den></m:f>", "(a+b)/2" },
  { "<m:f><m:fPr><m:type m:val='lin'/></m:fPr><m:num>" R ("a") "</m:num><m:den>" R (
        "b") "</m:den></m:f>",
    "a/b" },
  { "<m:f><m:fPr><m:type m:val='skw'/></m:fPr><m:num>" R ("a") "</m:num><m:den>" R (
        "b") "</m:den></m:f>",
    "a/b" },
  { "<m:sSub><m:e>" R ("x") "</m:e><m:sub>" R ("i") "</m:sub></m:sSub>", "x_i" },
  { "<m:sPre><m:sub>" R ("1") "</m:sub><m:sup>" R ("2") "</m:sup><m:e>" R ("H") "</m:e></m:sPre>",
    "_1^2H" },
  { "<m:rad><m:radPr><m:degHide/></m:radPr><m:deg/><m:e>" R ("x") "</m:e></m:rad>", "√x" },
  { "<m:rad><m:deg>" R ("3") "</m:deg><m:e>" R ("x") "</m:e></m:rad>", "3√x" },
  { "<m:d><m:dPr><m:begChr m:val='['/><m:endChr m:val=')'/></m:dPr><m:e>" R ("a") "</m:e><m:e>" R (
        "b") "</m:e></m:d>",
    "[a|b)" },
  { "<m:d><m:dPr><m:sepChr m:val=','/></m:dPr><m:e>" R ("a") "</m:e><m:e>" R ("b") "</m:e></m:d>",
    "(a,b)" },
  { "<m:d><m:dPr><m:begChr m:val='{'/><m:endChr m:val=''/></m:dPr><m:e><m:eqArr><m:e>" R (
        "a&amp;=1") "</m:e><m:e>" R ("b&amp;=2") "</m:e></m:eqArr></m:e></m:d>",
    "{a, =1; b, =2" },
  { "<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:sub>" R ("i=1") "</m:sub><m:sup>" R (
        "n") "</m:sup><m:e>" R ("i") "</m:e></m:nary>",
    "∑_(i=1)^ni" },
  { "<m:nary><m:naryPr><m:supHide m:val='1'/></m:naryPr><m:sub>" R ("V") "</m:sub><m:sup/><m:e>" R (
        "x") "</m:e></m:nary>",
    "∫_Vx" },
  { "<m:func><m:fName><m:limLow><m:e><m:r><m:rPr><m:sty "
    "m:val='p'/></m:rPr><m:t>lim</m:t></m:r></m:e>"
    "<m:lim>" R ("n→∞") "</m:lim></m:limLow></m:fName><m:e>" R ("n") "</m:e></m:func>",
    "lim_(n→∞) n" },
  { "<m:acc><m:accPr><m:chr m:val='̃'/></m:accPr><m:e>" R ("x") "</m:e></m:acc>", "x\xcc\x83" },
  { "<m:bar><m:barPr><m:pos m:val='top'/></m:barPr><m:e>" R ("x") "</m:e></m:bar>", "x\xcc\x85" },
  { "<m:groupChr><m:e>" R ("ab") "</m:e></m:groupChr>", "ab_⏟" },
  { "<m:limUpp><m:e><m:limLow><m:e>" R ("x") "</m:e><m:lim>" R ("a") "</m:lim></m:limLow></m:e>"
                                                                     "<m:lim>" R (
                                                                         "b") "</m:lim></m:limUpp>",
    "x_a^b" },
  { "<m:borderBox><m:borderBoxPr><m:hideTop m:val='1'/><m:strikeH "
    "m:val='1'/></m:borderBoxPr><m:e>" R ("x") "</m:e></m:borderBox><m:box><m:e>" R (
        "y") "</m:e></m:box>",
    "xy" },
  { "<m:phant><m:phantPr><m:show m:val='0'/></m:phantPr><m:e>" R ("x") "</m:e></m:phant>", "x" },
  { "<m:m><m:mPr><m:mcs><m:mc><m:mcPr><m:count m:val='2'/><m:mcJc m:val='left'/></m:mcPr></m:mc>"
    "</m:mcs></m:mPr><m:mr><m:e>" R ("a") "</m:e><m:e>" R ("b") "</m:e></m:mr><m:mr><m:e>" R (
        "c") "</m:e></m:mr></m:m>",
    "a, b; c," },
  { "<w:r><w:t>cm</w:t></w:r><w:r><w:rPr><w:vertAlign "
    "w:val='superscript'/></w:rPr><w:t>3</w:t></w:r>",
    "cm^3" },
  { "<w:ins><m:r><m:t>a</m:t></m:r></w:ins><w:del><m:r><m:t>b</m:t></m:r></w:del><m:ctrlPr/>",
    "a" },
};

static void
test_office (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (office_cases); i++)
    {
      g_autofree char *xml = g_strdup_printf ("<m:oMathPara><m:oMath>%s</m:oMath></m:oMathPara>",
                                              office_cases[i].office);
      g_autoptr (CsFormula) formula = read_formula (xml);

      g_assert_true (cs_formula_is_complete (formula));
      assert_text (xml, office_cases[i].text);
      assert_stable (formula, FALSE);
    }
}

static void
test_several_lines (void)
{
  assert_text ("<m:oMathPara><m:oMath>" R ("a") "</m:oMath><m:oMath>" R ("b") "</m:oMath>"
                                                                              "</m:oMathPara>",
               "a; b");
}

static void
test_incomplete (void)
{
  g_autoptr (CsFormula) odd =
      read_formula ("<math><mi>x</mi><mlongdiv><mn>1</mn></mlongdiv></math>");
  g_autoptr (CsFormula) span = read_formula (
      "<math><mtable><mtr><mtd columnspan='2'><mi>x</mi></mtd></mtr></mtable></math>");

  g_assert_false (cs_formula_is_complete (odd));
  g_assert_false (cs_formula_is_complete (span));
}

/* --- what is no formula, or too much of one --- */

static void
assert_refused (const char *xml, CsError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cs_formula_new (xml, strlen (xml), &error));
  g_assert_error (error, CS_ERROR, (int)code);
}

static char *
repeat (const char *before, const char *inside, const char *after, guint n)
{
  GString *xml = g_string_new ("<math>");

  for (guint i = 0; i < n; i++)
    g_string_append (xml, before);
  g_string_append (xml, inside);
  for (guint i = 0; i < n; i++)
    g_string_append (xml, after);
  g_string_append (xml, "</math>");

  return g_string_free (xml, FALSE);
}

static void
test_refused (void)
{
  g_autofree char *deep = repeat ("<msqrt>", "<mi>x</mi>", "</msqrt>", 100);
  g_autofree char *deeper = repeat ("<msqrt>", "<mi>x</mi>", "</msqrt>", 1000);
  g_autofree char *wide = repeat ("", "<mtable><mtr>", "", 1);
  g_autoptr (GString) table = g_string_new ("<math><mtable>");

  assert_refused ("", CS_ERROR_SYNTAX);
  assert_refused ("<math><mi>x</math>", CS_ERROR_SYNTAX);
  assert_refused ("<w:object><o:OLEObject ProgID='Equation.3'/></w:object>", CS_ERROR_UNSUPPORTED);
  assert_refused ("<maths><img file='a.tif'/></maths>", CS_ERROR_UNSUPPORTED);
  assert_refused (deep, CS_ERROR_LIMIT);
  assert_refused (deeper, CS_ERROR_LIMIT);
  assert_refused (wide, CS_ERROR_SYNTAX);

  g_string_append (table, "<mtr>");
  for (guint i = 0; i < 300; i++)
    g_string_append (table, "<mtd/>");
  g_string_append (table, "</mtr>");
  for (guint i = 0; i < 300; i++)
    g_string_append (table, "<mtr/>");
  g_string_append (table, "</mtable></math>");
  assert_refused (table->str, CS_ERROR_LIMIT);
}

/* A row is as long as it likes, and what is hostile in it costs no more than what is not. */
static void
test_long (void)
{
  static const char *const pieces[][3] = {
    { "<mo>(</mo>", "", "<mo>)</mo>" },
    { "<mo>+</mo><mo>|</mo>", "", "<mo>)</mo>" },
    { "<mo>&sum;</mo>", "<mi>x</mi>", "" },
    { "<mi>x</mi><mo>{</mo><mtable><mtr/></mtable>", "", "" },
    { "<mspace width='9em'/>", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autofree char *xml = repeat (pieces[i][0], pieces[i][1], pieces[i][2], 20000);
      g_autoptr (CsFormula) formula = read_formula (xml);
      g_autofree char *office = cs_formula_dup_office_math (formula);
      g_autoptr (CsFormula) back = read_formula (office);

      g_assert_true (cs_formula_equal (formula, back));
    }
}

static void
test_entities_of_its_own (void)
{
  static const char xml[] =
      "<!DOCTYPE math [<!ENTITY a \"&b;&b;\"><!ENTITY b SYSTEM \"/etc/passwd\">]>"
      "<math><mtext>&a;&b;</mtext></math>";

  assert_text (xml, "&a;&b;");
}

/* --- drawing --- */

static void
test_measure (void)
{
  g_autoptr (CsFormula) letter = read_formula ("<math><mi>x</mi></math>");
  g_autoptr (CsFormula) fraction =
      read_formula ("<math><mfrac><mi>x</mi><mi>y</mi></mfrac></math>");
  double width, height, base, tall, middle, large;

  cs_formula_measure (letter, 12, &width, &height, &base);
  g_assert_true (width > 3 && width < 12 && base > 0 && base < height);
  cs_formula_measure (fraction, 12, &width, &tall, &middle);
  g_assert_true (tall > 1.8 * height && middle > base);
  cs_formula_measure (fraction, 24, &width, &large, &middle);
  g_assert_true (large > 1.9 * tall && large < 2.1 * tall);
}

static guint
count_ink (const CsFormula *formula, double *width, double *height)
{
  double base;
  cairo_surface_t *surface;
  cairo_t *cr;
  guint n = 0;

  cs_formula_measure (formula, 24, width, height, &base);
  surface = cairo_image_surface_create (CAIRO_FORMAT_A8, *width + 40, *height + 40);
  cr = cairo_create (surface);
  cairo_translate (cr, 20, 20);
  cs_formula_draw (formula, 24, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      {
        const guint8 *row =
            cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);
        gboolean inside = x >= 18 && x <= *width + 22 && y >= 18 && y <= *height + 22;

        if (!inside && row[x] != 0)
          g_error ("ink at %d, %d outside %.1f by %.1f", x - 20, y - 20, *width, *height);
        n += row[x] > 0;
      }
  cairo_surface_destroy (surface);

  return n;
}

/* Everything that can be drawn leaves ink, and none outside what was measured. */
static void
test_draw (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (mathml_cases); i++)
    {
      g_autofree char *xml = g_strdup_printf ("<math>%s</math>", mathml_cases[i].mathml);
      g_autoptr (CsFormula) formula = read_formula (xml);
      double width, height;

      g_test_message ("%s", mathml_cases[i].text);
      g_assert_cmpint (count_ink (formula, &width, &height) > 0, ==, *mathml_cases[i].text != '\0');
    }
}

/* --- the real ones --- */

/* Letters alone: what MathML may say by attributes, and what is not seen, is left out. */
static char *
dup_letters (const char *xml)
{
  static const char *const dropped[] = {
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "|",
    ",",
    "\xe2\x81\xa1",
    "\xe2\x81\xa2",
    "\xc2\xa0",
    "\xe2\x80\x83",
    "\xef\x98\x83",
    "\xef\x98\x84",
  };
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean in_tag = FALSE;

  for (const char *at = xml; *at != '\0'; at++)
    {
      in_tag = *at == '<' || (in_tag && *at != '>');
      if (!in_tag && *at != '>' && !g_ascii_isspace (*at))
        g_string_append_c (out, *at);
    }
  for (guint i = 0; i < G_N_ELEMENTS (dropped); i++)
    g_string_replace (out, dropped[i], "", 0);
  g_string_replace (out, "\xcb\x99", ".", 0); /* a dot above, which one source writes so */

  return g_strdup (out->str);
}

/* What would be taken for a tag is shown by its like. */
static void
append_shown (GString *out, gunichar c)
{
  g_string_append_unichar (out, c == '<' ? 0x2039 : c == '>' ? 0x203a :
                                                               c);
}

/* References as the characters that they stand for. */
static char *
dup_expanded (const char *xml)
{
  GString *out = g_string_new (NULL);

  for (const char *at = xml; *at != '\0'; at++)
    {
      const char *end = *at == '&' ? strchr (at, ';') : NULL;
      g_autofree char *name = end == NULL ? NULL : g_strndup (at + 1, end - at - 1);

      if (name == NULL)
        g_string_append_c (out, *at);
      else if (*name == '#')
        append_shown (out, name[1] == 'x' ? g_ascii_strtoull (name + 2, NULL, 16) :
                                            g_ascii_strtoull (name + 1, NULL, 10));
      else if (cs_xml_entity_lookup (name) != NULL)
        append_shown (out, g_utf8_get_char (cs_xml_entity_lookup (name)));
      else
        append_shown (out, *name == 'l' ? '<' : '>');
      at = end == NULL ? at : end;
    }
  g_string_replace (out, "\xc2\xa0", "", 0);

  return g_string_free (out, FALSE);
}

static void
test_corpus (void)
{
  g_autoptr (GPtrArray) all = corpus_find ("math");

  if (all == NULL)
    return;

  g_test_message ("%u formulas", all->len);
  g_assert_cmpuint (all->len, >=, 93);
  for (guint i = 0; i < all->len; i++)
    {
      const char *xml = all->pdata[i];
      g_autoptr (CsFormula) formula = read_formula (xml);
      g_autofree char *office = cs_formula_dup_office_math (formula);
      g_autoptr (CsFormula) back = read_formula (office);
      g_autofree char *mathml = cs_formula_dup_mathml (back);
      g_autofree char *before = dup_expanded (xml);
      g_autofree char *after = dup_expanded (mathml);
      g_autofree char *letters_before = dup_letters (before);
      g_autofree char *letters_after = dup_letters (after);

      if (!cs_formula_is_complete (formula))
        g_test_message ("not complete: %s", xml);
      assert_stable (formula, TRUE);
      g_assert_cmpstr (letters_after, ==, letters_before);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/objects/formula/mathml", test_mathml);
  g_test_add_func ("/objects/formula/office", test_office);
  g_test_add_func ("/objects/formula/several-lines", test_several_lines);
  g_test_add_func ("/objects/formula/incomplete", test_incomplete);
  g_test_add_func ("/objects/formula/refused", test_refused);
  g_test_add_func ("/objects/formula/long", test_long);
  g_test_add_func ("/objects/formula/entities-of-its-own", test_entities_of_its_own);
  g_test_add_func ("/objects/formula/measure", test_measure);
  g_test_add_func ("/objects/formula/draw", test_draw);
  g_test_add_func ("/objects/formula/corpus", test_corpus);

  return g_test_run ();
}
