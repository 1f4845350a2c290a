/* Text of Word files: runs, styles, changes, fields. */

#include <string.h>

#include "make-docx.h"

#define HEAD P ("说明书") P ("一种泵") P ("技术领域")
#define LAST (cs_draft_get_n_units (draft, CS_PART_DESCRIPTION) - 1)

/* The text of the last paragraph of a description that ends with @body. */
static void
assert_paragraph (const char *body, const char *expected)
{
  g_autofree char *all_of_it = g_strconcat (HEAD, body, NULL);
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft = read_body (all_of_it, &all);
  g_autofree char *text = unit_text (draft, CS_PART_DESCRIPTION, LAST);

  g_assert_cmpstr (text, ==, expected);
}

/* The runs and objects of a description that ends with @body. */
static void
assert_described (const char *body, const char *expected)
{
  g_autofree char *all_of_it = g_strconcat (HEAD, body, NULL);
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft = read_body (all_of_it, &all);
  g_autofree char *found = describe_part (draft, CS_PART_DESCRIPTION);

  g_assert_cmpstr (found, ==, expected);
}

#define SUB "<w:vertAlign w:val=\"subscript\"/>"
#define SUP "<w:vertAlign w:val=\"superscript\"/>"
#define SMALL "<w:sz w:val=\"14\"/>"

static void
test_runs (void)
{
  assert_described (LINE (ALL4 (R (SUB, "i"), R (SUB, "max"), R ("", "=10"), R (SUP, "-7"))),
                    "sub:imax sup:-7");
  assert_described (LINE (ALL5 (R ("<w:b/>", "a"),
                                R ("<w:b w:val=\"0\"/>", "b"),
                                R ("<w:i w:val=\"true\"/>", "c"),
                                R ("<w:u w:val=\"single\"/>", "d"),
                                R ("<w:u w:val=\"none\"/>", "e"))),
                    "bold:a italic:c underline:d");
}

/* Small and raised by hand is as good as superscript; raised alone is not. */
static void
test_raised (void)
{
  assert_described (LINE (ALL4 (R ("", "10"),
                                R ("<w:position w:val=\"8\"/>" SMALL, "6"),
                                R ("<w:position w:val=\"-6\"/>" SMALL, "n"),
                                R ("<w:position w:val=\"8\"/>", "x"))),
                    "sup:6 sub:n");
}

static const char styles[] =
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/>"
    "</w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"h\"><w:name w:val=\"heading 2\"/><w:pPr>"
    "<w:outlineLvl w:val=\"1\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"h2\"><w:basedOn w:val=\"h\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"strong\"><w:rPr><w:b/></w:rPr></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"fat\"><w:rPr><w:b/></w:rPr></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"up\"><w:rPr><w:vertAlign w:val=\"superscript\"/>"
    "</w:rPr></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"low\"><w:rPr><w:position w:val=\"-6\"/>"
    "<w:sz w:val=\"14\"/></w:rPr></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"upper\"><w:basedOn w:val=\"up\"/></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"c1\"><w:basedOn w:val=\"c2\"/><w:rPr><w:i/></w:rPr>"
    "</w:style>"
    "<w:style w:type=\"character\" w:styleId=\"c2\"><w:basedOn w:val=\"c1\"/></w:style>";

#define STRONG "<w:pPr><w:pStyle w:val=\"strong\"/></w:pPr>"
#define NOT_BOLD "<w:b w:val=\"off\"/>"

static void
test_styles (void)
{
  static const char body[] = ALL3 (HEAD,
                                   STYLED ("h2", "第一实施例"),
                                   LINE (ALL6 (STRONG,
                                               R ("", "a"),
                                               R ("<w:rStyle w:val=\"low\"/>" NOT_BOLD, "n"),
                                               R ("<w:rStyle w:val=\"fat\"/>", "b"),
                                               R ("<w:rStyle w:val=\"upper\"/>" NOT_BOLD, "c"),
                                               R ("<w:rStyle w:val=\"c1\"/>" NOT_BOLD, "d"))));
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft = read_docx (&(MakeDocx){ .styles = styles, .body = body }, &all);
  g_autofree char *found = describe_part (draft, CS_PART_DESCRIPTION);

  g_assert_cmpstr (found, ==, "bold:a sub:n sup:c italic:d");
  g_assert_cmpint (cs_draft_get_unit (draft, CS_PART_DESCRIPTION, 1)->kind, ==, CS_UNIT_HEADING);
  assert_unit (draft, CS_PART_DESCRIPTION, 1, 0, "第一实施例");
}

static void
test_signs (void)
{
  assert_paragraph ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t>"
                    "<w:softHyphen/><w:t>d</w:t></w:r></w:p>",
                    "a\tb\xe2\x80\x91"
                    "cd");
  assert_paragraph ("<w:p><w:r><w:t> a </w:t><w:t xml:space=\"preserve\"> b\nc </w:t></w:r></w:p>",
                    "a b c");
  assert_paragraph ("<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>", "b");
  assert_paragraph ("<w:p><w:r><w:sym w:font=\"Symbol\" w:char=\"F061\"/><w:sym w:font=\"Symbol\" "
                    "w:char=\"F0A3\"/></w:r></w:p>",
                    "α≤");
  assert_paragraph ("<w:p>" R ("<w:rFonts w:ascii=\"Symbol\"/>", "Dm") R ("", "m") "</w:p>",
                    "Δμm");
  assert_paragraph ("<w:p>" R ("<w:rFonts w:ascii=\"Symbol\"/>", "\xef\x81\xa1") "</w:p>", "α");
}

static void
test_markers (void)
{
  assert_paragraph (P ("\xee\x88\x81一种\xee\x88\x84泵\xee\x88\x8f。"), "一种泵。");
  assert_paragraph (P ("\xee\x88\x90一种泵。"), "\xee\x88\x90一种泵。");
}

static void
test_unknown_sign (void)
{
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft =
      read_body (HEAD "<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F02B\"/></w:r></w:p>", &all);

  g_assert_nonnull (strstr (note_detail (draft, "dropped-object"), "Wingdings"));
}

#define CHAR(type) "<w:r><w:fldChar w:fldCharType=\"" type "\"/></w:r>"
#define INSTRUCTION(text) "<w:r><w:instrText>" text "</w:instrText></w:r>"
#define FIELD(instruction, result) \
  ALL5 (CHAR ("begin"), instruction, CHAR ("separate"), R ("", result), CHAR ("end"))
#define BARE_FIELD(instruction) ALL3 (CHAR ("begin"), INSTRUCTION (instruction), CHAR ("end"))

static void
test_fields (void)
{
  assert_paragraph (LINE (R ("", "图") FIELD (INSTRUCTION ("REF _1 \\h"), "1")), "图1");
  assert_paragraph (LINE (FIELD (INSTRUCTION ("IF ") FIELD (INSTRUCTION ("PAGE"), "9"), "b")), "b");
  assert_paragraph (LINE ("<w:fldSimple w:instr=\"SEQ 图\">" R ("", "3") "</w:fldSimple>"), "3");
  assert_paragraph (LINE (BARE_FIELD ("SYMBOL 98 \\f &quot;Symbol&quot;")), "β");
  /* A field that is never ended hides nothing but the rest of its paragraph. */
  assert_paragraph (LINE (CHAR ("begin")) P ("文字"), "文字");
  assert_described (LINE (BARE_FIELD ("EQ \\f(1,2)")), "formula()");
}

static void
test_holders (void)
{
  assert_paragraph (LINE (ALL5 ("<w:hyperlink w:anchor=\"x\">" R ("", "a") "</w:hyperlink>",
                                "<w:smartTag>" R ("", "b") "</w:smartTag>",
                                "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>",
                                R ("", "c"),
                                "</w:sdtContent></w:sdt>")),
                    "abc");
  assert_paragraph (LINE (ALL5 ("<w:r><w:ruby><w:rt>",
                                R ("", "x"),
                                "</w:rt><w:rubyBase>",
                                R ("", "d"),
                                "</w:rubyBase></w:ruby></w:r>")),
                    "d");
  assert_paragraph ("<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"zzz\"><w:t>x</w:t>"
                    "</mc:Choice><mc:Fallback><w:t>y</w:t></mc:Fallback></mc:AlternateContent>"
                    "</w:r></w:p>",
                    "y");
  assert_paragraph ("<w:sdt><w:sdtContent>" P ("内容") "</w:sdtContent></w:sdt>", "内容");
}

#define END_DELETED "<w:pPr><w:rPr><w:del w:id=\"2\"/></w:rPr></w:pPr>"

static void
test_changes (void)
{
  static const char body[] =
      ALL4 (HEAD,
            LINE (ALL4 (R ("", "一种"), INSERTED ("水"), DELETED ("油"), R ("", "泵"))),
            LINE (END_DELETED R ("", "前")),
            P ("后"));
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft = read_body (body, &all);

  assert_unit (draft, CS_PART_DESCRIPTION, 1, 0, "一种水泵");
  assert_unit (draft, CS_PART_DESCRIPTION, 2, 0, "前后");
  g_assert_cmpstr (note_detail (draft, "tracked-insertion"), ==, "1");
  g_assert_cmpstr (note_detail (draft, "tracked-deletion"), ==, "1");
}

static void
test_hidden (void)
{
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft =
      read_body (HEAD "<w:p>" R ("", "可见") R ("<w:vanish/>", "隐藏") "</w:p>", &all);

  assert_unit (draft, CS_PART_DESCRIPTION, 1, 0, "可见");
  g_assert_nonnull (strstr (note_detail (draft, "dropped-object"), "隐藏"));
}

#define COMMENT(id, author, content) \
  "<w:comment w:id=\"" id "\" w:author=\"" author "\">" content "</w:comment>"
#define COMMENT_MARK(name, id) "<w:" name " w:id=\"" id "\"/>"

static void
test_comments (void)
{
  static const char body[] = ALL2 (
      HEAD,
      LINE (ALL6 (R ("", "一种") COMMENT_MARK ("commentRangeStart", "0"),
                  R ("", "泵"),
                  R ("", "体") COMMENT_MARK ("commentRangeEnd", "0"),
                  "<w:r>" COMMENT_MARK ("commentReference", "0") "</w:r>",
                  "<w:r>" COMMENT_MARK ("commentReference", "1") "</w:r>",
                  R ("", "。"))));
  static const char comments[] = ALL3 (COMMENT ("0", "张三", P ("太窄") P ("改")),
                                       COMMENT ("1", "Claimsmith 权匠", P ("x")),
                                       COMMENT ("2", "李四", P ("在页眉里")));
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft = read_docx (&(MakeDocx){ .body = body, .comments = comments }, &all);
  const CsReadNote *note = &g_array_index (draft->notes, CsReadNote, 0);
  g_autofree char *marked = cs_draft_dup_span_text (draft, &note->span);

  g_assert_cmpuint (count_notes (draft, "comment"), ==, 2);
  g_assert_cmpstr (note->detail, ==, "张三: 太窄 改");
  g_assert_cmpstr (marked, ==, "泵体");
  g_assert_cmpuint (note->span.index, ==, 1);
}

static void
test_footnotes (void)
{
  static const char body[] =
      ALL2 (HEAD, LINE (R ("", "泵") "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"));
  static const char footnotes[] =
      ALL2 ("<w:footnote w:type=\"separator\" w:id=\"0\"/>",
            "<w:footnote w:id=\"2\">" P ("见图1") "</w:footnote>");
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft = read_docx (&(MakeDocx){ .body = body, .footnotes = footnotes }, &all);
  guint n_objects;
  const CsInlineObject *object =
      cs_text_get_objects (draft->texts[CS_PART_DESCRIPTION], &n_objects);

  g_assert_cmpuint (n_objects, ==, 1);
  g_assert_cmpint (object->kind, ==, CS_OBJECT_FOOTNOTE);
  g_assert_true (g_str_has_prefix (object->payload, "<w:footnote xmlns:w="));
  g_assert_nonnull (strstr (object->payload, "见图1"));
  g_assert_cmpstr (note_detail (draft, "footnote"), ==, "见图1");
}

#define MATH "http://schemas.openxmlformats.org/officeDocument/2006/math"

static void
test_strict (void)
{
  static const char body[] =
      ALL2 (HEAD, LINE ("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>") STYLED ("h2", "实施例"));
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft =
      read_docx (&(MakeDocx){ .is_strict = TRUE, .styles = styles, .body = body }, &all);
  guint n_objects;
  const CsInlineObject *object =
      cs_text_get_objects (draft->texts[CS_PART_DESCRIPTION], &n_objects);

  g_assert_cmpuint (n_objects, ==, 1);
  g_assert_cmpstr (object->payload, ==,
                   "<m:oMath xmlns:m=\"" MATH "\"><m:r><m:t>x</m:t></m:r></m:oMath>");
}

static void
test_macros (void)
{
  const MakeZipEntry macros = { "text/vbaProject.bin", "x", 1, NULL };
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft = read_docx (
      &(MakeDocx){ .body = HEAD P ("文字"),
                   .main_type = "application/vnd.ms-word.document.macroEnabled.main+xml",
                   .relations = RELATION ("v", "vbaProject", "vbaProject.bin"),
                   .parts = &macros,
                   .n_parts = 1 },
      &all);

  g_assert_cmpstr (note_detail (draft, "dropped-object"), ==, "text/vbaProject.bin");
}

#define BOX "<w:txbxContent>" P ("框中") "</w:txbxContent>"

static void
test_text_box (void)
{
  static const char box[] =
      ALL5 ("<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:wsp><wps:txbx>",
            BOX,
            "</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>",
            BOX,
            "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>");
  g_autofree char *body =
      g_strconcat (HEAD "<w:p>", R ("", "前"), box, R ("", "后"), "</w:p>", NULL);
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft = read_body (body, &all);

  assert_unit (draft, CS_PART_DESCRIPTION, 1, 0, "前后");
  assert_unit (draft, CS_PART_DESCRIPTION, 2, 0, "框中");
  g_assert_cmpuint (cs_draft_get_n_units (draft, CS_PART_DESCRIPTION), ==, 3);
  g_assert_nonnull (strstr (note_detail (draft, "dropped-object"), "框中"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/docx/runs", test_runs);
  g_test_add_func ("/formats/docx/raised", test_raised);
  g_test_add_func ("/formats/docx/styles", test_styles);
  g_test_add_func ("/formats/docx/signs", test_signs);
  g_test_add_func ("/formats/docx/markers", test_markers);
  g_test_add_func ("/formats/docx/unknown-sign", test_unknown_sign);
  g_test_add_func ("/formats/docx/fields", test_fields);
  g_test_add_func ("/formats/docx/holders", test_holders);
  g_test_add_func ("/formats/docx/changes", test_changes);
  g_test_add_func ("/formats/docx/hidden", test_hidden);
  g_test_add_func ("/formats/docx/comments", test_comments);
  g_test_add_func ("/formats/docx/footnotes", test_footnotes);
  g_test_add_func ("/formats/docx/strict", test_strict);
  g_test_add_func ("/formats/docx/macros", test_macros);
  g_test_add_func ("/formats/docx/text-box", test_text_box);

  return g_test_run ();
}
