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

static void
test_runs (void)
{
  assert_described ("<w:p>" R ("<w:vertAlign w:val=\"subscript\"/>", "i") R (
                        "<w:vertAlign w:val=\"subscript\"/>",
                        "max") R ("", "=10") R ("<w:vertAlign w:val=\"superscript\"/>",
                                                "-7") "</w:p>",
                    "sub:imax sup:-7");
  assert_described ("<w:p>" R ("<w:b/>", "a") R ("<w:b w:val=\"0\"/>", "b") R (
                        "<w:i w:val=\"true\"/>", "c") R ("<w:u w:val=\"single\"/>",
                                                         "d") R ("<w:u w:val=\"none\"/>",
                                                                 "e") "</w:p>",
                    "bold:a italic:c underline:d");
}

/* Small and raised by hand is as good as superscript; raised alone is not. */
static void
test_raised (void)
{
  assert_described ("<w:p>" R ("", "10") R ("<w:position w:val=\"8\"/><w:sz w:val=\"14\"/>", "6") R (
                        "<w:position w:val=\"-6\"/><w:sz w:val=\"14\"/>",
                        "n") R ("<w:position w:val=\"8\"/>", "x") "</w:p>",
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
    "<w:style w:type=\"character\" w:styleId=\"upper\"><w:basedOn w:val=\"up\"/></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"c1\"><w:basedOn w:val=\"c2\"/><w:rPr><w:i/></w:rPr>"
    "</w:style>"
    "<w:style w:type=\"character\" w:styleId=\"c2\"><w:basedOn w:val=\"c1\"/></w:style>";

static void
test_styles (void)
{
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft = read_docx (
      &(MakeDocx){ .styles = styles,
                   .body = HEAD STYLED ("h2", "第一实施例") "<w:p><w:pPr><w:pStyle w:val=\"strong\"/>"
                                                            "</w:pPr>" R ("", "a")
                                                                R ("<w:rStyle w:val=\"fat\"/>", "b")
                                                                    R ("<w:rStyle w:val=\"upper\"/><w:b w:val=\"0\"/>", "c")
                                                                        R ("<w:rStyle w:val=\"c1\"/><w:b w:val=\"off\"/>",
                                                                           "d") "</w:p>" },
      &all);
  g_autofree char *found = describe_part (draft, CS_PART_DESCRIPTION);

  g_assert_cmpstr (found, ==, "bold:a sup:c italic:d");
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

static void
test_fields (void)
{
  assert_paragraph ("<w:p><w:r><w:t>图</w:t></w:r>" CHAR ("begin") INSTRUCTION ("REF _1 \\h")
                        CHAR ("separate") "<w:r><w:t>1</w:t></w:r>" CHAR ("end") "</w:p>",
                    "图1");
  assert_paragraph ("<w:p>" CHAR ("begin") INSTRUCTION ("IF ") CHAR ("begin") INSTRUCTION ("PAGE")
                        CHAR ("separate") "<w:r><w:t>9</w:t></w:r>" CHAR ("end")
                            CHAR ("separate") "<w:r><w:t>b</w:t></w:r>" CHAR ("end") "</w:p>",
                    "b");
  assert_paragraph ("<w:p><w:fldSimple w:instr=\"SEQ 图\"><w:r><w:t>3</w:t></w:r></w:fldSimple></w:p>",
                    "3");
  assert_paragraph ("<w:p>" CHAR ("begin") INSTRUCTION ("SYMBOL 98 \\f &quot;Symbol&quot;")
                        CHAR ("end") "</w:p>",
                    "β");
  /* A field that is never ended hides nothing but the rest of its paragraph. */
  assert_paragraph ("<w:p>" CHAR ("begin") "</w:p>" P ("文字"), "文字");
  assert_described ("<w:p>" CHAR ("begin") INSTRUCTION ("EQ \\f(1,2)") CHAR ("end") "</w:p>",
                    "formula()");
}

static void
test_holders (void)
{
  assert_paragraph ("<w:p><w:hyperlink w:anchor=\"x\"><w:r><w:t>a</w:t></w:r></w:hyperlink>"
                    "<w:smartTag><w:r><w:t>b</w:t></w:r></w:smartTag>"
                    "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent><w:r><w:t>c</w:t>"
                    "</w:r></w:sdtContent></w:sdt>"
                    "<w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>d</w:t>"
                    "</w:r></w:rubyBase></w:ruby></w:r></w:p>",
                    "abcd");
  assert_paragraph ("<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"zzz\"><w:t>x</w:t>"
                    "</mc:Choice><mc:Fallback><w:t>y</w:t></mc:Fallback></mc:AlternateContent>"
                    "</w:r></w:p>",
                    "y");
  assert_paragraph ("<w:sdt><w:sdtContent>" P ("内容") "</w:sdtContent></w:sdt>", "内容");
}

#define CHANGED(kind, text) "<w:" kind " w:id=\"1\" w:author=\"A\">" text "</w:" kind ">"

static void
test_changes (void)
{
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft = read_body (
      HEAD "<w:p>" R ("", "一种") CHANGED ("ins", R ("", "水"))
          CHANGED ("del", "<w:r><w:delText>油</w:delText></w:r>") R ("", "泵") "</w:p>"
                                                                               /* the end of this paragraph is deleted */
                                                                               "<w:p><w:pPr><w:rPr><w:del w:id=\"2\"/></w:rPr></w:pPr>" R ("", "前") "</w:p>" P ("后"),
      &all);

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

static void
test_comments (void)
{
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft = read_docx (
      &(MakeDocx){
          .body = HEAD "<w:p>" R ("", "一种") "<w:commentRangeStart w:id=\"0\"/>" R ("", "泵")
              R ("", "体") "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/>"
                           "<w:commentReference w:id=\"1\"/></w:r>" R ("", "。") "</w:p>",
          .comments = "<w:comment w:id=\"0\" w:author=\"张三\">" P ("太窄") P ("改") "</w:comment>"
                                                                                     "<w:comment w:id=\"1\" w:author=\"Claimsmith 权匠\">" P ("x") "</w:comment>"
                                                                                                                                                   "<w:comment w:id=\"2\" w:author=\"李四\">" P ("在页眉里") "</w:comment>" },
      &all);
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
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft = read_docx (
      &(MakeDocx){ .body = HEAD "<w:p>" R ("", "泵") "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"
                                                     "</w:p>",
                   .footnotes = "<w:footnote w:type=\"separator\" w:id=\"0\"/>"
                                "<w:footnote w:id=\"2\">" P ("见图1") "</w:footnote>" },
      &all);
  guint n_objects;
  const CsInlineObject *object =
      cs_text_get_objects (draft->texts[CS_PART_DESCRIPTION], &n_objects);

  g_assert_cmpuint (n_objects, ==, 1);
  g_assert_cmpint (object->kind, ==, CS_OBJECT_FOOTNOTE);
  g_assert_true (g_str_has_prefix (object->payload, "<w:footnote xmlns:w="));
  g_assert_nonnull (strstr (object->payload, "见图1"));
  g_assert_cmpstr (note_detail (draft, "footnote"), ==, "见图1");
}

static void
test_strict (void)
{
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft = read_docx (
      &(MakeDocx){ .is_strict = TRUE,
                   .styles = styles,
                   .body = HEAD STYLED ("h2", "实施例") "<w:p><m:oMath><m:r><m:t>x</m:t></m:r>"
                                                        "</m:oMath></w:p>" },
      &all);
  guint n_objects;
  const CsInlineObject *object =
      cs_text_get_objects (draft->texts[CS_PART_DESCRIPTION], &n_objects);

  g_assert_cmpuint (n_objects, ==, 1);
  g_assert_cmpstr (object->payload, ==,
                   "<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\">"
                   "<m:r><m:t>x</m:t></m:r></m:oMath>");
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

static void
test_text_box (void)
{
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft = read_body (
      HEAD "<w:p>" R ("", "前") "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>"
                                "<wps:wsp><wps:txbx><w:txbxContent>" P ("框中") "</w:txbxContent>"
                                                                                "</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict>"
                                                                                "<v:textbox><w:txbxContent>" P ("框中") "</w:txbxContent>"
                                                                                                                        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>" R ("", "后") "</w:p>",
      &all);

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
