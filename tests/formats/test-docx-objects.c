/* Tables, pictures, formulas and other objects of Word files. */

#include <string.h>

#include "make-docx.h"

#define HEAD P ("说明书") P ("一种泵") P ("技术领域")
#define PNG "\x89PNG\r\n\x1a\n0000IHDR"
#define IMAGE(name)                 \
  {                                 \
    name, PNG, sizeof PNG - 1, NULL \
  }
#define CELL(content) "<w:tc>" content "</w:tc>"
#define ROW(cells) "<w:tr>" cells "</w:tr>"
#define TABLE(rows) "<w:tbl>" rows "</w:tbl>"

static const MakeZipEntry images[] = { IMAGE ("text/media/image1.png"),
                                       IMAGE ("text/other/image1.png"),
                                       { "text/ole1.bin", "MATH", 4, NULL } };

static const char relations[] = RELATION ("p1", "image", "media/image1.png")
    RELATION ("p2", "image", "other/image1.png") RELATION ("e1", "oleObject", "ole1.bin")
        EXTERNAL ("x1", "image", "http://example.com/a.png");

static const CsDraft *
read_objects (const char *body, GPtrArray **all)
{
  g_autofree char *whole = g_strconcat (HEAD, body, NULL);

  return read_docx (&(MakeDocx){ .body = whole,
                                 .relations = relations,
                                 .parts = images,
                                 .n_parts = G_N_ELEMENTS (images) },
                    all);
}

static const CsInlineObject *
get_object (const CsDraft *draft, guint index)
{
  guint n_objects;
  const CsInlineObject *objects =
      cs_text_get_objects (draft->texts[CS_PART_DESCRIPTION], &n_objects);

  g_assert_cmpuint (index, <, n_objects);

  return &objects[index];
}

static void
assert_objects (const char *body, const char *expected)
{
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft = read_objects (body, &all);
  g_autofree char *found = describe_part (draft, CS_PART_DESCRIPTION);

  g_assert_cmpstr (found, ==, expected);
}

/* Two parts of the same base name are two pictures; one part is one, however often shown. */
static void
test_pictures (void)
{
  assert_objects ("<w:p>" PICTURE ("p1") PICTURE ("p2") PICTURE ("p1") "</w:p>",
                  "image(image1.png) image(image1-2.png) image(image1.png)");
  assert_objects ("<w:p><w:r><w:pict><v:shape style=\"width:10pt\"><v:imagedata r:id=\"p2\"/>"
                  "</v:shape></w:pict></w:r></w:p>",
                  "image(image1.png)");
}

static void
test_payload (void)
{
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft = read_objects ("<w:p>" PICTURE ("p1") "</w:p>", &all);
  const char *payload = get_object (draft, 0)->payload;

  g_assert_true (g_str_has_prefix (payload, "<w:drawing xmlns:w=\""));
  g_assert_nonnull (strstr (payload, " r:embed=\"rId1\""));
  g_assert_null (strstr (payload, "cs:part")); /* the picture is kept as such */
}

static void
test_outside (void)
{
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft = read_objects ("<w:p>" PICTURE ("x1") "</w:p>", &all);
  g_autofree char *found = describe_part (draft, CS_PART_DESCRIPTION);

  g_assert_cmpstr (found, ==, "image()");
  g_assert_cmpstr (note_detail (draft, "missing-image"), ==, "http://example.com/a.png");
}

#define OLE(program)                                                  \
  "<w:p><w:r><w:object><v:shape><v:imagedata r:id=\"p1\"/></v:shape>" \
  "<o:OLEObject ProgID=\"" program "\" r:id=\"e1\"/></w:object></w:r></w:p>"

static void
test_ole (void)
{
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft = read_objects (
      OLE ("Equation.DSMT4") OLE ("ChemDraw.Document.6.0") OLE ("Visio.Drawing.15"), &all);
  g_autofree char *found = describe_part (draft, CS_PART_DESCRIPTION);
  const char *payload = get_object (draft, 0)->payload;

  g_assert_cmpstr (found, ==, "formula(image1.png) chemistry(image1.png) unknown(image1.png)");
  g_assert_true (g_str_has_prefix (payload, "<cs:object xmlns:cs=\"urn:claimsmith:object\""));
  g_assert_nonnull (strstr (payload, "<cs:part name=\"ole1.bin\" type=\"application/ole\" "
                                     "relation=\"rId2\""));
  g_assert_nonnull (strstr (payload, ">TUFUSA==</cs:part></cs:object>"));
}

static void
test_formulas (void)
{
  assert_objects ("<w:p><w:r><w:t>a</w:t></w:r><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>"
                  "<w:p><m:oMathPara><m:oMath/><m:oMath/></m:oMathPara></w:p>"
                  "<m:oMathPara><m:oMath/></m:oMathPara>",
                  "formula() formula() formula()");
}

#define DELETED_ROW(cells) "<w:tr><w:trPr><w:del w:id=\"3\"/></w:trPr>" cells "</w:tr>"

static void
test_table (void)
{
  static const char body[] =
      ALL3 (P ("前"),
            TABLE (ALL3 (ROW (CELL (P ("甲")) CELL (LINE (INSERTED ("乙") DELETED ("丙")))),
                         DELETED_ROW (CELL (P ("丁"))),
                         ROW (CELL (LINE (PICTURE ("p2")))))),
            P ("后"));
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft = read_objects (body, &all);
  const char *payload = get_object (draft, 0)->payload;

  assert_unit (draft, CS_PART_DESCRIPTION, 1, 0, "前");
  assert_unit (draft, CS_PART_DESCRIPTION, 2, 0, CS_OBJECT_CHARACTER);
  assert_unit (draft, CS_PART_DESCRIPTION, 3, 0, "后");
  g_assert_nonnull (strstr (payload, "<w:t xml:space=\"preserve\">乙</w:t>"));
  g_assert_null (strstr (payload, "丙"));
  g_assert_null (strstr (payload, "丁"));
  /* A picture within a table has its bytes with it. */
  g_assert_nonnull (strstr (payload, "<cs:part name=\"image1.png\" type=\"image/png\" "));
}

/* Numbers of paragraphs in a table are printed in it. */
static void
test_numbers_in_table (void)
{
  static const char numbering[] =
      ALL3 ("<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>",
            "<w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>",
            "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
  static const char body[] =
      ALL3 (HEAD, TABLE (ROW (CELL (NUMBERED ("1", "0", "x")))), NUMBERED ("1", "0", "y"));
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft = read_docx (&(MakeDocx){ .numbering = numbering, .body = body }, &all);
  const char *payload = get_object (draft, 0)->payload;

  g_assert_nonnull (strstr (payload, "<w:t xml:space=\"preserve\">1. </w:t>"));
  g_assert_null (strstr (payload, "numPr"));
  assert_unit (draft, CS_PART_DESCRIPTION, 2, 0, "2. y");
}

#define CHART "http://schemas.openxmlformats.org/drawingml/2006/chart"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"

/* A chart has a part of its own, and that one a workbook. */
static void
test_chart (void)
{
  static const char inner[] = ALL3 ("<Relationships xmlns=\"" PACKAGE "\">",
                                    RELATION ("w1", "package", "../book.bin"),
                                    "</Relationships>");
  static const char body[] =
      ALL4 (HEAD,
            "<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"Chart 1\"/>",
            "<a:graphic><a:graphicData uri=\"" CHART "\"><c:chart r:id=\"c1\"/>",
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>");
  const MakeZipEntry parts[] = {
    { "text/charts/chart1.xml", "<c/>", 4, NULL },
    { "text/charts/_rels/chart1.xml.rels", inner, sizeof inner - 1, NULL },
    { "text/book.bin", "BOOK", 4, NULL },
  };
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft =
      read_docx (&(MakeDocx){ .body = body,
                              .relations = RELATION ("c1", "chart", "charts/chart1.xml"),
                              .parts = parts,
                              .n_parts = G_N_ELEMENTS (parts) },
                 &all);
  const char *payload = get_object (draft, 0)->payload;

  g_assert_cmpint (get_object (draft, 0)->kind, ==, CS_OBJECT_UNKNOWN);
  g_assert_nonnull (strstr (payload, ">PGMvPg==<cs:part name=\"book.bin\""));
  g_assert_cmpstr (note_detail (draft, "no-preview"), ==, "Chart 1");
}

static void
test_remarks_in_table (void)
{
  static const char line[] = LINE (ALL3 ("<w:commentRangeStart w:id=\"0\"/>",
                                         R ("", "x"),
                                         "<w:commentRangeEnd w:id=\"0\"/>"));
  g_autofree char *body = g_strconcat (HEAD "<w:tbl><w:tr><w:tc>", line,
                                       "</w:tc></w:tr></w:tbl>", NULL);
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft = read_docx (
      &(MakeDocx){ .body = body,
                   .comments = "<w:comment w:id=\"0\" w:author=\"A\">" P ("?") "</w:comment>" },
      &all);
  const CsReadNote *note = &g_array_index (draft->notes, CsReadNote, 0);

  g_assert_cmpstr (note->code, ==, "comment");
  g_assert_cmpint (note->span.part, ==, CS_PART_DESCRIPTION);
  g_assert_cmpuint (note->span.index, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/docx/objects/pictures", test_pictures);
  g_test_add_func ("/formats/docx/objects/payload", test_payload);
  g_test_add_func ("/formats/docx/objects/outside", test_outside);
  g_test_add_func ("/formats/docx/objects/ole", test_ole);
  g_test_add_func ("/formats/docx/objects/formulas", test_formulas);
  g_test_add_func ("/formats/docx/objects/table", test_table);
  g_test_add_func ("/formats/docx/objects/numbers-in-table", test_numbers_in_table);
  g_test_add_func ("/formats/docx/objects/chart", test_chart);
  g_test_add_func ("/formats/docx/objects/remarks-in-table", test_remarks_in_table);

  return g_test_run ();
}
