/* Manuscripts in Word: what is in the file. What other programs make of them is for judge-docx.py,
 * what comes back for test-docx-roundtrip.c. */

#include <string.h>

#include <libxml/parser.h>

#include "../../src/formats/docx/cs-docx.h"
#include "make-docx.h"
#include "write-job.h"

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define M "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""

static char *
write_document (CsDraft *draft, CsOffice layout)
{
  g_autoptr (GBytes) bytes = write_draft (&cs_docx_writer, draft, layout);

  return unzip (bytes, "word/document.xml");
}

static void
assert_holds (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("\"%s\" is not in \"%s\"", words, text);
}

/* Asserts that the words stand in this order. */
static void
assert_order (const char *text, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *found = strstr (text, words[i]);

      if (found == NULL)
        g_error ("\"%s\" is not behind the others in \"%s\"", words[i], text);
      text = found + strlen (words[i]);
    }
}

static void
assert_well_formed (const char *xml)
{
  xmlDoc *tree = xmlReadMemory (xml, strlen (xml), NULL, NULL, XML_PARSE_NONET);

  g_assert_nonnull (tree);
  xmlFreeDoc (tree);
}

/* --- words --- */

static void
test_looks (void)
{
  g_autoptr (CsDraft) draft = make_draft ("一种泵", NULL, "1. 一种泵。",
                                          "*{粗/{粗斜}}/{斜}10^{-7}与P_{imax}");
  g_autofree char *xml = write_document (draft, CS_OFFICE_CN);

  assert_holds (xml, "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">粗</w:t></w:r>"
                     "<w:r><w:rPr><w:b/><w:i/></w:rPr><w:t xml:space=\"preserve\">粗斜</w:t></w:r>"
                     "<w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">斜</w:t></w:r>"
                     "<w:r><w:t xml:space=\"preserve\">10</w:t></w:r>"
                     "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>"
                     "<w:t xml:space=\"preserve\">-7</w:t></w:r>");
  assert_holds (xml, "<w:vertAlign w:val=\"subscript\"/></w:rPr>"
                     "<w:t xml:space=\"preserve\">imax</w:t>");
}

static void
test_characters (void)
{
  g_autoptr (CsDraft) draft = make_draft ("A pump", NULL, "1. A pump.",
                                          "a<b>&\"c\" d\te\xe2\x80\x91"
                                          "f\xef\xbf\xbeg\xef\xbf\xbfh\xef\xbf\xbd");
  CsWriteJob job = { .draft = draft };
  g_autofree char *xml = write_document (draft, CS_OFFICE_US);
  g_autofree char *notes = describe_notes (&cs_docx_writer, &job);

  assert_well_formed (xml);
  assert_holds (xml, "a&lt;b&gt;&amp;&quot;c&quot; d</w:t><w:tab/>"
                     "<w:t xml:space=\"preserve\">e</w:t>"
                     "<w:noBreakHyphen/><w:t xml:space=\"preserve\">fgh\xef\xbf\xbd</w:t>");
  g_assert_cmpstr (notes, ==, "lost:character-lost 1; lost:character-lost 1");
}

/* Marks that Latin and Chinese letters share are wide in a Chinese text. */
static void
test_wide_marks (void)
{
  g_autoptr (CsDraft) draft = make_draft ("一种泵", NULL, "1. 一种泵。", "见“手册”");
  g_autofree char *xml = write_document (draft, CS_OFFICE_CN);

  assert_holds (xml, "<w:rFonts w:hint=\"eastAsia\"/></w:rPr>"
                     "<w:t xml:space=\"preserve\">见“手册”</w:t>");
}

/* A line end in a claim begins a paragraph that goes on with the claim. Numbers are text. */
static void
test_lines (void)
{
  g_autoptr (CsDraft) draft = make_draft ("Pump", NULL, "1. A pump, comprising:|a housing.\n2. B.",
                                          "one|two");
  g_autofree char *xml = write_document (draft, CS_OFFICE_US);
  static const char *const order[] = {
    "\"Description\"/></w:pPr><w:r><w:t xml:space=\"preserve\">one<",
    "\"Description\"/>",
    "two<",
    "\"Claim\"/></w:pPr><w:r><w:t xml:space=\"preserve\">1. A pump, comprising:",
    "\"ClaimLine\"/>",
    "a housing.",
    "\"Claim\"/>",
    "2. B.",
    NULL,
  };

  assert_order (xml, order);
  g_assert_null (strstr (xml, "numPr"));
}

/* --- layouts --- */

static CsDraft *
make_whole (void)
{
  return make_draft ("一种泵", "摘要文字。", "1. 一种泵。", "#技术领域\n本发明涉及泵。");
}

static void
test_chinese (void)
{
  static const char *const order[] = {
    "w:start=\"1\"", "摘要文字。", "w:start=\"1\"", "一种泵。", "\"DescriptionTitle\"", "一种泵",
    "\"Heading1\"", "技术领域", "w:start=\"1\"", NULL
  };
  static const char *const heads[] = { "说明书摘要", "权利要求书", "说明书" };
  static const char *const names[] = { "word/header.xml", "word/header_2.xml",
                                       "word/header_3.xml" };
  g_autoptr (CsDraft) draft = make_whole ();
  g_autoptr (GBytes) bytes = write_draft (&cs_docx_writer, draft, CS_OFFICE_UNKNOWN);
  g_autofree char *xml = unzip (bytes, "word/document.xml");

  assert_order (xml, order);
  assert_holds (xml, "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1417\" w:right=\"850\" "
                     "w:bottom=\"850\" w:left=\"1417\"");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *head = unzip (bytes, names[i]);
      g_autofree char *words = g_strdup_printf ("<w:t>%s</w:t>", heads[i]);

      assert_holds (head, words);
      g_assert_null (strstr (xml, words)); /* or converters would take it for text */
    }
}

static void
test_abroad (void)
{
  static const char *const american[] = {
    "\"DescriptionTitle\"", "nextPage", "本发明涉及泵。", "权利要求书", "nextPage", "一种泵。",
    "说明书摘要", "摘要文字。", "nextPage", NULL
  };
  g_autoptr (CsDraft) draft = make_whole ();
  g_autofree char *us = write_document (draft, CS_OFFICE_US);
  g_autofree char *ep = write_document (draft, CS_OFFICE_EP);
  g_autofree char *pct = write_document (draft, CS_OFFICE_PCT);

  assert_order (us, american);
  assert_order (ep, american);
  assert_holds (us, "<w:pgSz w:w=\"12240\" w:h=\"15840\"/>");
  assert_holds (ep, "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>");
  g_assert_null (strstr (us, "w:start=\"1\""));
  g_assert_cmpstr (ep, ==, pct);
}

static void
test_english (void)
{
  static const char *const order[] = { "It pumps.", "What is claimed is:", "A pump.",
                                       "ABSTRACT", "Pumping.", NULL };
  g_autoptr (CsDraft) draft = make_draft ("Pump", "Pumping.", "1. A pump.", "It pumps.");
  g_autofree char *xml = write_document (draft, CS_OFFICE_UNKNOWN);

  assert_order (xml, order);
}

/* Nobody learns from the file who wrote it, or when. */
static void
test_package (void)
{
  static const char *const parts[] = { "[Content_Types].xml", "_rels/.rels", "word/document.xml",
                                       "word/_rels/document.xml.rels", "word/styles.xml",
                                       "word/settings.xml", "word/fontTable.xml",
                                       "word/footer.xml", "docProps/app.xml" };
  g_autoptr (CsDraft) draft = make_whole ();
  g_autoptr (GBytes) bytes = write_draft (&cs_docx_writer, draft, CS_OFFICE_CN);
  g_autoptr (GBytes) again = write_draft (&cs_docx_writer, draft, CS_OFFICE_CN);
  g_autofree char *core = unzip (bytes, "docProps/core.xml");
  g_autofree char *styles = unzip (bytes, "word/styles.xml");

  g_assert_true (g_bytes_equal (bytes, again));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *xml = unzip (bytes, parts[i]);

      g_assert_nonnull (xml);
      assert_well_formed (xml);
    }
  assert_well_formed (core);
  g_assert_null (strstr (core, "creator"));
  g_assert_null (strstr (core, "created"));
  assert_holds (styles, "w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" "
                        "w:eastAsia=\"宋体\"");
}

/* A draft with nothing in it is a file with nothing in it. */
static void
test_empty (void)
{
  g_autoptr (CsDraft) draft = make_draft (NULL, NULL, NULL, NULL);
  g_autofree char *xml = write_document (draft, CS_OFFICE_UNKNOWN);

  assert_well_formed (xml);
}

static void
test_cancelled (void)
{
  g_autoptr (CsDraft) draft = make_whole ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  CsWriteJob job = { .draft = draft, .cancellable = cancellable };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (cs_docx_writer.write (&job, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* --- objects --- */

static void
assert_notes (CsDraft *draft, const char *expected)
{
  CsWriteJob job = { .draft = draft };
  g_autofree char *notes = describe_notes (&cs_docx_writer, &job);

  g_assert_cmpstr (notes, ==, expected);
}

/* What neither source nor picture shows leaves a mark that people see. */
static void
test_missing (void)
{
  static const struct
  {
    CsObjectKind kind;
    const char *preview;
    const char *words;
    const char *note;
  } cases[] = {
    { CS_OBJECT_IMAGE, "a.tif", ">[图片 a.tif]<", "lost:picture-lost 1" },
    { CS_OBJECT_FORMULA, NULL, ">[公式]<", "lost:formula-lost 1" },
    { CS_OBJECT_TABLE, "<&.tif", ">[表格 &lt;&amp;.tif]<", "lost:table-lost 1" },
    { CS_OBJECT_CHEMISTRY, "c.jpg", "\"claimsmith-chemistry\"", "lost:chemistry-lost 1" },
    { CS_OBJECT_UNKNOWN, NULL, ">[对象]<", "lost:object-lost 1" },
    { CS_OBJECT_FOOTNOTE, NULL, ">[脚注]<", "lost:footnote-lost 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CsDraft) draft = make_draft_with_object (cases[i].kind, NULL, cases[i].preview);
      g_autofree char *xml = write_document (draft, CS_OFFICE_CN);

      assert_well_formed (xml);
      assert_holds (xml, cases[i].words);
      assert_notes (draft, cases[i].note);
    }
}

static GBytes *
load_text (const char *name, gpointer data)
{
  return g_bytes_new_static ("<svg/>", 6);
}

static void
test_strange_picture (void)
{
  g_autoptr (CsDraft) draft = make_draft_with_object (CS_OBJECT_IMAGE, "<img/>", "a.svg");
  CsWriteJob job = { .draft = draft, .load_image = load_text };
  g_autofree char *notes = describe_notes (&cs_docx_writer, &job);

  g_assert_cmpstr (notes, ==, "lost:picture-format 1");
}

static void
test_formula (void)
{
  static const char maths[] = "<maths><math><mfrac><mi>a</mi><mi>b</mi></mfrac></math></maths>";
  g_autoptr (CsDraft) draft = make_draft_with_object (CS_OBJECT_FORMULA, maths, NULL);
  g_autofree char *xml = write_document (draft, CS_OFFICE_CN);

  assert_well_formed (xml);
  assert_holds (xml, "<m:f>");
  assert_notes (draft, "changed:formula-converted 1");
}

/* The table parts its paragraph, and a bookmark holds the pieces together. */
static void
test_table (void)
{
  static const char cals[] =
      "<tables><table><tgroup cols=\"3\"><colspec colname=\"1\"/><colspec colname=\"2\"/>"
      "<colspec colname=\"3\"/><thead><row><entry>A</entry><entry namest=\"2\" nameend=\"3\">B"
      "</entry></row></thead><tbody><row><entry morerows=\"1\">H<sub>2</sub>O</entry>"
      "<entry>1</entry><entry>2</entry></row><row><entry>3</entry></row></tbody></tgroup></table>"
      "</tables>";
  static const char *const order[] = {
    "<w:bookmarkStart w:id=\"0\" w:name=\"_unit0\"/>",
    "甲",
    "</w:p><w:tbl>",
    "<w:tblHeader/>",
    "A",
    "<w:gridSpan w:val=\"2\"/>",
    "B",
    "</w:tr>",
    "<w:vMerge w:val=\"restart\"/>",
    "H",
    "<w:vertAlign w:val=\"subscript\"/>",
    "</w:tr>",
    "<w:vMerge/>",
    "3",
    "</w:tbl><w:p>",
    "乙",
    "<w:bookmarkEnd w:id=\"0\"/>",
    NULL,
  };
  g_autoptr (CsDraft) draft = make_draft_with_object (CS_OBJECT_TABLE, cals, NULL);
  g_autofree char *xml = write_document (draft, CS_OFFICE_CN);

  assert_well_formed (xml);
  assert_order (xml, order);
  assert_notes (draft, "changed:table-converted 1");
}

/* No word of a table is broken, however much the other columns have to say. */
static void
test_table_widths (void)
{
  static const char words[] = "<entry>a long story of many, many words</entry>";
  static const char digits[] = "<entry>35.5</entry>";
  g_autofree char *cals = g_strconcat ("<table><tgroup cols=\"9\"><tbody><row>", digits, digits,
                                       digits, digits, digits, digits, words, words, words,
                                       "</row></tbody></tgroup></table>", NULL);
  g_autoptr (CsDraft) draft = make_draft_with_object (CS_OBJECT_TABLE, cals, NULL);
  g_autofree char *xml = write_document (draft, CS_OFFICE_CN);
  const char *at = xml;

  for (guint i = 0; i < 6; i++)
    {
      at = strstr (at, "<w:gridCol w:w=\"") + strlen ("<w:gridCol w:w=\"");
      g_assert_cmpuint (strtoul (at, NULL, 10), >=, 4 * 105 + 114); /* digits and margins, twips */
    }
}

/* Whatever a source is, the file is well-formed. */
static void
test_strange_sources (void)
{
  static const char *const sources[] = {
    "",
    "<",
    "<w:tbl " W "><w:tr",
    "<w:tbl>no declaration</w:tbl>",
    "<!DOCTYPE w:t [<!ENTITY e 'x'>]><w:tbl " W ">&e;</w:tbl>",
    "<w:drawing " W " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
    "relationships\"><x r:id=\"rId1\"/></w:drawing>",
    "<cs:object xmlns:cs=\"urn:claimsmith:object\"/>",
    "<cs:object xmlns:cs=\"urn:claimsmith:object\"><cs:part name=\"../../x\" relation=\"rId1\" "
    "rel-type=\"&lt;\" type=\"&lt;\">!!!</cs:part><w:object " W "/></cs:object>",
    "<w:footnote " W ">\xe2\x82</w:footnote>",
    "<m:oMath " M "/>",
    "<?img file=\"a.tif\"?>",
  };

  for (guint kind = 0; kind < CS_N_OBJECT_KINDS; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
      {
        g_autoptr (CsDraft) draft = make_draft_with_object (kind, sources[i], NULL);
        g_autoptr (GBytes) bytes = write_draft (&cs_docx_writer, draft, CS_OFFICE_CN);
        g_autofree char *xml = unzip (bytes, "word/document.xml");
        g_autoptr (GError) error = NULL;
        g_autoptr (CsDocx) docx = cs_docx_open (bytes, &error);

        g_assert_no_error (error);
        g_assert_nonnull (docx);
        assert_well_formed (xml);
      }
}

/* --- objects of Word --- */

#define PIXEL \
  "R0lGODdhAQABAIAAAAAAAP///ywAAAAAAQABAAACAkQBADs=" /* a GIF of one point */

#define HEAD P ("说明书") P ("一种泵") P ("技术领域")

/* As macros that follow strings upset the layout of what follows, the pieces are put together when
 * they are needed. */
static const char formula[] = "<w:p><w:r><w:t>式</w:t></w:r>"
                              "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>";
static const char mathtype[] =
    "<w:r><w:object><v:shape style=\"width:10pt;height:5pt\"><v:imagedata r:id=\"p2\"/></v:shape>"
    "<o:OLEObject ProgID=\"Equation.DSMT4\" r:id=\"e1\"/></w:object></w:r>";
static const char chart[] =
    "<w:r><w:drawing><wp:inline><wp:docPr id=\"7\" name=\"Chart\"/><a:graphic><a:graphicData>"
    "<c:chart r:id=\"c1\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    "<w:r><w:footnoteReference w:id=\"5\"/></w:r></w:p>";
static const char tables[] =
    "<w:tbl><w:tblPr><w:tblStyle w:val=\"a3\"/></w:tblPr><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r>"
    "</w:p></w:tc></w:tr></w:tbl><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>";

static const char floating_picture[] =
    HEAD "<w:p><w:r><w:drawing><wp:anchor distT=\"9\" behindDoc=\"0\">"
         "<wp:extent cx=\"3600000\" cy=\"360000\"/><wp:wrapNone/>"
         "<wp:docPr id=\"1\" name=\"Picture\"/><a:graphic>"
         "<a:graphicData uri=\"http://purl.oclc.org/ooxml/drawingml/picture\"><pic:pic>"
         "<pic:blipFill><a:blip r:embed=\"p1\"/><a:srcRect l=\"50000\"/></pic:blipFill></pic:pic>"
         "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>";

static const char floating_group[] =
    HEAD "<w:p><w:r><w:drawing><wp:anchor><wp:extent cx=\"9\" cy=\"9\"/><wp:docPr id=\"1\" "
         "name=\"Group\"/><a:graphic><a:graphicData><wpg:wgp><pic:pic><pic:blipFill>"
         "<a:blip r:embed=\"p1\"/></pic:blipFill></pic:pic><wps:wsp><wps:txbx><w:txbxContent><w:p>"
         "<w:r><w:t>L1</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></wpg:wgp>"
         "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>";

static const char chart_relations[] =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
    "relationships/package\" Target=\"../embeddings/sheet1.bin\"/></Relationships>";

static const char object_relations[] =
    RELATION ("p1", "image", "media/image1.gif") RELATION ("p2", "image", "media/image2.gif")
        RELATION ("e1", "oleObject", "ole1.bin") RELATION ("c1", "chart", "charts/chart1.xml");

static CsDraft *
read_from_word (GBytes *bytes, CsDocx **docx)
{
  g_autoptr (GError) error = NULL;
  CsDraft *draft;

  *docx = cs_docx_open (bytes, &error);
  g_assert_no_error (error);
  draft = cs_docx_read (*docx, "draft.docx", &error);
  g_assert_no_error (error);

  return draft;
}

static GBytes *
load_from_word (const char *name, gpointer data)
{
  return cs_docx_load_image (data, name);
}

static void
assert_same_objects (const CsDraft *before, const CsDraft *after)
{
  guint n_before;
  guint n_after;
  const CsInlineObject *left = cs_text_get_objects (before->texts[CS_PART_DESCRIPTION], &n_before);
  const CsInlineObject *right = cs_text_get_objects (after->texts[CS_PART_DESCRIPTION], &n_after);

  g_assert_cmpuint (n_before, ==, n_after);
  g_assert_cmpuint (n_before, ==, 7);
  for (guint i = 0; i < n_before; i++)
    {
      g_assert_cmpint (left[i].kind, ==, right[i].kind);
      g_assert_cmpstr (left[i].payload, ==, right[i].payload);
      g_assert_cmpstr (left[i].preview, ==, right[i].preview);
    }
}

/* A formula, a picture, a MathType formula with its preview, a chart with its sheet, a table, a
 * footnote with a picture in it: from Word, to Word, and the same from there. */
static void
test_from_word (void)
{
  gsize n_bytes;
  g_autofree char *pixel = (char *)g_base64_decode (PIXEL, &n_bytes);
  g_autofree char *body = g_strconcat (HEAD, formula, PICTURE ("p1"), mathtype, chart, tables,
                                       P ("末"), NULL);
  const MakeZipEntry parts[] = {
    { "text/media/image1.gif", pixel, n_bytes, NULL },
    { "text/media/image2.gif", pixel, n_bytes, NULL },
    { "text/ole1.bin", "OLE", 3, NULL },
    { "text/charts/chart1.xml", "<c/>", 4, NULL },
    { "text/charts/_rels/chart1.xml.rels", chart_relations, sizeof chart_relations - 1, NULL },
    { "text/embeddings/sheet1.bin", "SHEET", 5, NULL },
  };
  const MakeDocx source = {
    .body = body,
    .footnotes = "<w:footnote w:id=\"5\"><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote>",
    .relations = object_relations,
    .parts = parts,
    .n_parts = G_N_ELEMENTS (parts),
  };
  g_autoptr (GByteArray) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (CsDocx) docx = NULL;
  g_autoptr (CsDocx) again = NULL;
  g_autoptr (CsDraft) before = NULL;
  g_autoptr (CsDraft) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *styles = NULL;
  CsWriteJob job = { .load_image = load_from_word };

  file = make_docx (&source);
  bytes = g_bytes_new (file->data, file->len);
  before = read_from_word (bytes, &docx);
  job.draft = before;
  job.image_data = docx;
  written = cs_writer_write (&cs_docx_writer, &job, &error);
  g_assert_no_error (error);
  after = read_from_word (written, &again);

  assert_same_objects (before, after);
  styles = unzip (written, "word/styles.xml");
  assert_holds (styles, "w:styleId=\"a3\"");
}

static char *
write_floating (const char *body, char **notes)
{
  gsize n_bytes;
  g_autofree char *pixel = (char *)g_base64_decode (PIXEL, &n_bytes);
  const MakeZipEntry picture = { "text/a.gif", pixel, n_bytes, NULL };
  const MakeDocx source = {
    .body = body,
    .relations = RELATION ("p1", "image", "a.gif"),
    .parts = &picture,
    .n_parts = 1,
  };
  g_autoptr (GByteArray) file = make_docx (&source);
  g_autoptr (GBytes) bytes = g_bytes_new (file->data, file->len);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (CsDocx) docx = NULL;
  g_autoptr (CsDraft) draft = read_from_word (bytes, &docx);
  CsWriteJob job = { .draft = draft, .load_image = load_from_word, .image_data = docx };

  *notes = describe_notes (&cs_docx_writer, &job);
  written = cs_writer_write (&cs_docx_writer, &job, NULL);

  return unzip (written, "word/document.xml");
}

/* Converters lose what floats: it is put into the line, cropped as it was. */
static void
test_floating (void)
{
  g_autofree char *notes = NULL;
  g_autofree char *xml = write_floating (floating_picture, &notes);

  assert_holds (xml, "<wp:inline distT=\"9\">");
  assert_holds (xml, "<wp:extent cx=\"3600000\" cy=\"360000\"/>");
  assert_holds (xml, "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"");
  assert_holds (xml, "<a:srcRect l=\"50000\"/>");
  g_assert_null (strstr (xml, "wp:anchor"));
  g_assert_null (strstr (xml, "wrapNone"));
  g_assert_cmpstr (notes, ==, "changed:floating-object 1");
}

/* A picture with labels over it is more than the picture. */
static void
test_floating_group (void)
{
  g_autofree char *notes = NULL;
  g_autofree char *xml = write_floating (floating_group, &notes);

  assert_holds (xml, "<wp:inline>");
  assert_holds (xml, "<a:blip r:embed=\"rId");
  assert_holds (xml, "<w:t>L1</w:t>");
  g_assert_null (strstr (xml, "wp:anchor"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/docx-write/looks", test_looks);
  g_test_add_func ("/docx-write/characters", test_characters);
  g_test_add_func ("/docx-write/wide-marks", test_wide_marks);
  g_test_add_func ("/docx-write/lines", test_lines);
  g_test_add_func ("/docx-write/chinese", test_chinese);
  g_test_add_func ("/docx-write/abroad", test_abroad);
  g_test_add_func ("/docx-write/english", test_english);
  g_test_add_func ("/docx-write/package", test_package);
  g_test_add_func ("/docx-write/empty", test_empty);
  g_test_add_func ("/docx-write/cancelled", test_cancelled);
  g_test_add_func ("/docx-write/missing", test_missing);
  g_test_add_func ("/docx-write/strange-picture", test_strange_picture);
  g_test_add_func ("/docx-write/formula", test_formula);
  g_test_add_func ("/docx-write/table", test_table);
  g_test_add_func ("/docx-write/table-widths", test_table_widths);
  g_test_add_func ("/docx-write/strange-sources", test_strange_sources);
  g_test_add_func ("/docx-write/from-word", test_from_word);
  g_test_add_func ("/docx-write/floating", test_floating);
  g_test_add_func ("/docx-write/floating-group", test_floating_group);

  return g_test_run ();
}
