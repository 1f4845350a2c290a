/* Numbers that Word prints and nobody typed. */

#include <string.h>

#include "make-docx.h"

#define LEVEL_AS(level, start, format, more)                                            \
  "<w:lvl w:ilvl=\"" level "\"><w:start w:val=\"" start "\"/><w:numFmt w:val=\"" format \
  "\"/>" more "</w:lvl>"
#define TEXT(text) "<w:lvlText w:val=\"" text "\"/>"
#define LEVEL(level, start, format, text) LEVEL_AS (level, start, format, TEXT (text))
#define DEFINITION(id, levels) \
  "<w:abstractNum w:abstractNumId=\"" id "\">" levels "</w:abstractNum>"
#define LIST(id, definition, overrides) \
  "<w:num w:numId=\"" id "\"><w:abstractNumId w:val=\"" definition "\"/>" overrides "</w:num>"
#define RESTART(level, start) \
  "<w:lvlOverride w:ilvl=\"" level "\"><w:startOverride w:val=\"" start "\"/></w:lvlOverride>"

/* The lines of the description, parted by strokes; the first two are its heading. */
static char *
read_lines (const MakeDocx *source)
{
  g_autofree char *body = g_strconcat (P ("说明书") P ("题") P ("技术领域"), source->body, NULL);
  MakeDocx full = *source;
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft;
  GString *lines;

  full.body = body;
  draft = read_docx (&full, &all);
  lines = g_string_new (cs_text_get_string (draft->texts[CS_PART_DESCRIPTION]));
  g_string_replace (lines, "\n", "|", 0);
  g_string_erase (lines, 0, strlen ("技术领域|"));

  return g_string_free (lines, FALSE);
}

static void
assert_lines (const char *numbering, const char *styles, const char *body, const char *expected)
{
  g_autofree char *lines =
      read_lines (&(MakeDocx){ .numbering = numbering, .styles = styles, .body = body });

  g_assert_cmpstr (lines, ==, expected);
}

static void
test_claims (void)
{
  static const char numbering[] =
      ALL2 (DEFINITION ("0", LEVEL ("0", "1", "decimal", "%1．")), LIST ("1", "0", ""));
  static const char body[] = ALL5 (P ("权利要求书"),
                                   NUMBERED ("1", "0", "一种泵，其特征在于，包括："),
                                   P ("壳体；和"),
                                   P ("叶轮。"),
                                   NUMBERED ("1", "0", "根据权利要求1所述的泵。"));
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft = read_docx (&(MakeDocx){ .numbering = numbering, .body = body }, &all);

  g_assert_cmpuint (cs_draft_get_n_units (draft, CS_PART_CLAIMS), ==, 2);
  assert_unit (draft, CS_PART_CLAIMS, 0, 1, "一种泵，其特征在于，包括：\n壳体；和\n叶轮。");
  assert_unit (draft, CS_PART_CLAIMS, 1, 2, "根据权利要求1所述的泵。");
}

static void
test_paragraph_numbers (void)
{
  static const char numbering[] = ALL5 (
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>",
      "<mc:AlternateContent><mc:Choice Requires=\"w14\">"
      "<w:numFmt w:val=\"custom\" w:format=\"0001, 0002, 0003, ...\"/></mc:Choice>",
      "<mc:Fallback><w:numFmt w:val=\"decimal\"/></mc:Fallback></mc:AlternateContent>",
      TEXT ("[%1]") "</w:lvl></w:abstractNum>",
      LIST ("1", "0", ""));
  static const char body[] = ALL6 (P ("说明书") P ("一种泵"),
                                   P ("技术领域"),
                                   NUMBERED ("1", "0", "甲"),
                                   P ("背景技术"),
                                   NUMBERED ("1", "0", "乙"),
                                   "");
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft = read_docx (&(MakeDocx){ .numbering = numbering, .body = body }, &all);

  assert_unit (draft, CS_PART_DESCRIPTION, 1, 1, "甲");
  assert_unit (draft, CS_PART_DESCRIPTION, 3, 2, "乙");
}

#define X(list, level) NUMBERED (list, level, "x")

static void
test_levels (void)
{
  static const char letters[] = DEFINITION ("0",
                                            ALL3 (LEVEL ("0", "1", "upperRoman", "%1."),
                                                  LEVEL ("1", "1", "lowerLetter", "%2)"),
                                                  LEVEL ("2", "1", "decimal", "%1.%2.%3")));
  static const char legal[] =
      DEFINITION ("1",
                  ALL2 (LEVEL ("0", "3", "decimal", "(%1)"),
                        LEVEL_AS ("1", "1", "upperRoman",
                                  ALL4 ("<w:isLgl/>",
                                        "<w:lvlRestart w:val=\"0\"/>",
                                        "<w:suff w:val=\"nothing\"/>",
                                        TEXT ("%1-%2")))));
  g_autofree char *numbering =
      g_strconcat (letters, legal, LIST ("1", "0", "") LIST ("2", "1", ""), NULL);

  assert_lines (numbering, NULL,
                ALL6 (X ("1", "0"), X ("1", "1"), X ("1", "1"), X ("1", "2"), X ("1", "0"),
                      X ("1", "1")),
                "I. x|a) x|b) x|I.b.1 x|II. x|a) x");
  assert_lines (numbering, NULL, ALL4 (X ("2", "0"), X ("2", "1"), X ("2", "0"), X ("2", "1")),
                "(3) x|3-1x|(4) x|4-2x");
}

static void
test_restart (void)
{
  assert_lines (DEFINITION ("0", LEVEL ("0", "1", "decimal", "%1.")) LIST ("1", "0", "")
                    LIST ("2", "0", "") LIST ("3", "0", RESTART ("0", "7")),
                NULL,
                NUMBERED ("1", "0", "x") NUMBERED ("2", "0", "x") NUMBERED ("3", "0", "x")
                    NUMBERED ("3", "0", "x") NUMBERED ("0", "0", "x"),
                "1. x|2. x|7. x|8. x|x");
}

static void
test_formats (void)
{
  static const struct
  {
    const char *format;
    const char *start;
    const char *expected;
  } formats[] = {
    { "chineseCounting", "12", "十二" },
    { "chineseCountingThousand", "105", "一百零五" },
    { "chineseCountingThousand", "110", "一百一十" },
    { "chineseLegalSimplified", "3", "叁" },
    { "japaneseCounting", "111", "百十一" },
    { "ideographDigital", "10", "一〇" },
    { "ideographTraditional", "2", "乙" },
    { "decimalFullWidth", "10", "１０" },
    { "decimalZero", "7", "07" },
    { "decimalEnclosedCircle", "3", "③" },
    { "decimalEnclosedCircle", "21", "21" },
    { "upperLetter", "28", "BB" },
    { "lowerRoman", "14", "xiv" },
    { "ordinal", "12", "12th" },
    { "ordinal", "22", "22nd" },
    { "unheardOf", "5", "5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *numbering = g_strdup_printf (
          DEFINITION ("0", "<w:lvl w:ilvl=\"0\"><w:start w:val=\"%s\"/><w:numFmt w:val=\"%s\"/>"
                           "<w:suff w:val=\"nothing\"/><w:lvlText w:val=\"%%1:\"/></w:lvl>")
              LIST ("1", "0", ""),
          formats[i].start, formats[i].format);
      g_autofree char *expected = g_strdup_printf ("%s:x", formats[i].expected);

      assert_lines (numbering, NULL, NUMBERED ("1", "0", "x"), expected);
    }
}

static void
test_bullets (void)
{
  assert_lines (DEFINITION ("0", "<w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText "
                                 "w:val=\"\xef\x82\xb7\"/><w:rPr><w:rFonts w:ascii=\"Symbol\"/>"
                                 "</w:rPr></w:lvl>" LEVEL ("1", "1", "bullet", "-"))
                    LIST ("1", "0", ""),
                NULL, NUMBERED ("1", "0", "x") NUMBERED ("1", "1", "x"), "• x|- x");
}

static void
test_style (void)
{
  static const char styles[] =
      ALL3 ("<w:style w:type=\"paragraph\" w:styleId=\"c\"><w:pPr><w:numPr>",
            "<w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>",
            "<w:style w:type=\"paragraph\" w:styleId=\"d\"><w:basedOn w:val=\"c\"/></w:style>");
  static const char numbering[] =
      ALL2 (DEFINITION ("0",
                        ALL2 (LEVEL ("0", "1", "decimal", "%1."),
                              LEVEL_AS ("1", "1", "decimal",
                                        "<w:pStyle w:val=\"d\"/>" TEXT ("%1.%2")))),
            LIST ("1", "0", ""));

  assert_lines (numbering, styles, STYLED ("c", "x") STYLED ("d", "x") STYLED ("c", "x"),
                "1. x|1.1 x|2. x");
}

/* A list that is defined by a style, and one that is defined by itself in a circle. */
static void
test_style_link (void)
{
  static const char numbering[] =
      DEFINITION ("0", "<w:styleLink w:val=\"l\"/>" LEVEL ("0", "1", "decimal", "%1)"))
          DEFINITION ("1", "<w:numStyleLink w:val=\"l\"/>")
              DEFINITION ("2", "<w:numStyleLink w:val=\"m\"/>") LIST ("1", "0", "")
                  LIST ("2", "1", "") LIST ("3", "2", "");
  static const char styles[] =
      "<w:style w:type=\"numbering\" w:styleId=\"l\"><w:pPr><w:numPr><w:numId w:val=\"1\"/>"
      "</w:numPr></w:pPr></w:style>"
      "<w:style w:type=\"numbering\" w:styleId=\"m\"><w:pPr><w:numPr><w:numId w:val=\"3\"/>"
      "</w:numPr></w:pPr></w:style>";

  assert_lines (numbering, styles, NUMBERED ("2", "0", "x") NUMBERED ("3", "0", "x"), "1) x|x");
}

static void
test_deleted_paragraph (void)
{
  static const char deleted[] =
      "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del "
      "w:id=\"1\"/></w:rPr></w:pPr><w:del w:id=\"2\"><w:r><w:delText>y</w:delText></w:r></w:del>"
      "</w:p>";
  g_autofree char *body = g_strconcat (NUMBERED ("1", "0", "x"), deleted,
                                       NUMBERED ("1", "0", "x"), NULL);

  assert_lines (DEFINITION ("0", LEVEL ("0", "1", "decimal", "%1.")) LIST ("1", "0", ""), NULL,
                body, "1. x|2. x");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/docx/numbering/claims", test_claims);
  g_test_add_func ("/formats/docx/numbering/paragraph-numbers", test_paragraph_numbers);
  g_test_add_func ("/formats/docx/numbering/levels", test_levels);
  g_test_add_func ("/formats/docx/numbering/restart", test_restart);
  g_test_add_func ("/formats/docx/numbering/formats", test_formats);
  g_test_add_func ("/formats/docx/numbering/bullets", test_bullets);
  g_test_add_func ("/formats/docx/numbering/style", test_style);
  g_test_add_func ("/formats/docx/numbering/style-link", test_style_link);
  g_test_add_func ("/formats/docx/numbering/deleted-paragraph", test_deleted_paragraph);

  return g_test_run ();
}
