/* What is the same in every manuscript of a layout: styles, settings, properties. */

#include <string.h>

#include "../cs-docx-marks.h"
#include "cs-docx-write-private.h"

#define W_NS "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define WORD_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define LINE_UNITS 240 /* of a single line */

/* Which paragraphs begin two characters (0.5 inch) in. */
typedef enum
{
  INDENT_NONE,
  INDENT_FIRST,
  INDENT_LINE /* what follows in a claim */
} Indent;

/* A style of paragraphs; @names: Chinese and English, as people see them. Titles and headings are
 * called as Word calls its own, so that its navigation finds them. */
typedef struct
{
  const char *id;
  const char *names[2];
  Indent indent;
  gboolean is_single;    /* spaced, whatever the layout */
  const char *paragraph; /* further properties */
  const char *run;
} Style;

#define SINGLE \
  "<w:spacing w:before=\"20\" w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/>"
#define KEEP "<w:keepNext/>"
#define CENTRED "<w:jc w:val=\"center\"/>"

static const Style styles[] = {
  { CS_DOCX_STYLE_TITLE, { "Title", "Title" }, INDENT_NONE, FALSE, CENTRED, "<w:b/>" },
  { CS_DOCX_STYLE_HEADING,
    { "heading 1", "heading 1" },
    INDENT_NONE,
    FALSE,
    "<w:outlineLvl w:val=\"0\"/>",
    "<w:b/>" },
  { CS_DOCX_STYLE_ABSTRACT, { "摘要正文", "Abstract" }, INDENT_FIRST, FALSE, "", "" },
  { CS_DOCX_STYLE_CLAIM, { "权利要求", "Claim" }, INDENT_FIRST, FALSE, "", "" },
  { CS_DOCX_STYLE_CLAIM_LINE, { "权利要求续行", "Claim line" }, INDENT_LINE, FALSE, "", "" },
  { CS_DOCX_STYLE_DESCRIPTION, { "说明书正文", "Description" }, INDENT_FIRST, FALSE, "", "" },
  { CS_DOCX_STYLE_DRAWING, { "附图", "Drawing" }, INDENT_NONE, TRUE, CENTRED, "" },
  { CS_DOCX_STYLE_DRAWING_LABEL, { "附图图号", "Drawing label" }, INDENT_NONE, TRUE, CENTRED, "" },
  { CS_DOCX_STYLE_TABLE,
    { "表格文字", "Table text" },
    INDENT_NONE,
    TRUE,
    CENTRED,
    "<w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/>" },
};

/* Lines are not stretched to the margin: LibreOffice 7 then loses the comma at the end of a full
 * one. */
static void
append_defaults (CsDocxManuscript *manuscript, GString *xml)
{
  g_string_append_printf (
      xml,
      "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" "
      "w:hAnsi=\"Times New Roman\" w:eastAsia=\"宋体\" w:cs=\"Times New Roman\"/>"
      "<w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>"
      "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
      "<w:pPrDefault/></w:docDefaults>"
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
      "<w:name w:val=\"Normal\"/>"
      "<w:qFormat/><w:pPr><w:spacing w:line=\"%u\" w:lineRule=\"auto\"/></w:pPr></w:style>",
      LINE_UNITS * manuscript->layout->line_percent / 100);
}

static const char *
get_indent (const CsDocxManuscript *manuscript, Indent indent)
{
  if (indent == INDENT_NONE)
    return "";
  if (manuscript->language == 0)
    return "<w:ind w:firstLineChars=\"200\" w:firstLine=\"480\"/>";

  return indent == INDENT_FIRST ? "<w:ind w:firstLine=\"720\"/>" : "<w:ind w:left=\"720\"/>";
}

/* The properties stand in the order that the schema wants: keepNext, spacing, ind, jc,
 * outlineLvl. */
static void
append_style (CsDocxManuscript *manuscript, GString *xml, const Style *style)
{
  gboolean keeps = strstr (style->run, "<w:b/>") != NULL ||
                   strcmp (style->id, CS_DOCX_STYLE_DRAWING) == 0;

  g_string_append_printf (xml,
                          "<w:style w:type=\"paragraph\" w:styleId=\"%s\"><w:name w:val=\"%s\"/>"
                          "<w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>%s%s%s%s</w:pPr>",
                          style->id, style->names[manuscript->language], keeps ? KEEP : "",
                          style->is_single ? SINGLE : "",
                          get_indent (manuscript, style->indent), style->paragraph);
  if (*style->run != '\0')
    g_string_append_printf (xml, "<w:rPr>%s</w:rPr>", style->run);
  g_string_append (xml, "</w:style>");
}

/* The name of the book, above a line, as the office prints it; and the number of the page. */
static void
append_page_styles (GString *xml)
{
  g_string_append (
      xml,
      "<w:style w:type=\"paragraph\" w:styleId=\"Header\"><w:name w:val=\"header\"/>"
      "<w:basedOn w:val=\"Normal\"/><w:pPr><w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" "
      "w:space=\"1\" w:color=\"auto\"/></w:pBdr><w:spacing w:line=\"240\" w:lineRule=\"auto\"/>"
      "<w:jc w:val=\"center\"/></w:pPr><w:rPr><w:b/><w:spacing w:val=\"160\"/><w:sz w:val=\"30\"/>"
      "<w:szCs w:val=\"30\"/></w:rPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Footer\"><w:name w:val=\"footer\"/>"
      "<w:basedOn w:val=\"Normal\"/><w:pPr><w:spacing w:line=\"240\" w:lineRule=\"auto\"/>"
      "<w:jc w:val=\"center\"/></w:pPr><w:rPr><w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/></w:rPr>"
      "</w:style>"
      "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">"
      "<w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/>"
      "</w:style>"
      "<w:style w:type=\"character\" w:styleId=\"FootnoteReference\">"
      "<w:name w:val=\"footnote reference\"/><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>"
      "</w:style>"
      "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">"
      "<w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/><w:tblPr>"
      "<w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/>"
      "<w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/>"
      "<w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>");
}

/* Tables that came from Word ask for styles of the file they came from; mostly these draw their
 * lines, so ours do. */
static void
append_table_styles (const CsDocxManuscript *manuscript, GString *xml)
{
  static const char *const sides[] = { "top", "left", "bottom", "right", "insideH", "insideV" };

  for (guint i = 0; i < manuscript->table_styles->len; i++)
    {
      const char *id = g_ptr_array_index (manuscript->table_styles, i);

      g_string_append (xml, "<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"");
      cs_docx_append_escaped (xml, id, strlen (id));
      g_string_append_printf (xml,
                              "\"><w:name w:val=\"Table %u\"/><w:basedOn w:val=\"TableNormal\"/>"
                              "<w:tblPr><w:tblBorders>",
                              i + 1);
      for (guint side = 0; side < G_N_ELEMENTS (sides); side++)
        g_string_append_printf (
            xml, "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>", sides[side]);
      g_string_append (xml, "</w:tblBorders></w:tblPr></w:style>");
    }
}

static void
add_styles (CsDocxManuscript *manuscript)
{
  GString *xml = g_string_new ("<w:styles xmlns:w=\"" W_NS "\">");

  append_defaults (manuscript, xml);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    append_style (manuscript, xml, &styles[i]);
  append_page_styles (xml);
  append_table_styles (manuscript, xml);
  g_string_append (xml, "</w:styles>");
  cs_docx_out_take_xml (manuscript->out, "word/styles.xml", WORD_TYPE "styles+xml", xml);
  cs_docx_out_relate (manuscript->out, CS_DOCX_DOCUMENT, CS_DOCX_RELATION "styles",
                      "word/styles.xml");
}

static void
add_settings (CsDocxManuscript *manuscript)
{
  GString *xml = g_string_new ("<w:settings xmlns:w=\"" W_NS "\"><w:zoom w:percent=\"100\"/>"
                               "<w:defaultTabStop w:val=\"720\"/>"
                               "<w:characterSpacingControl w:val=\"compressPunctuation\"/>");

  if (manuscript->n_footnotes > 0)
    g_string_append (xml, "<w:footnotePr><w:footnote w:id=\"0\"/><w:footnote w:id=\"1\"/>"
                          "</w:footnotePr>");
  g_string_append (xml, "<w:compat><w:compatSetting w:name=\"compatibilityMode\" "
                        "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>"
                        "</w:compat><w:themeFontLang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/>"
                        "</w:settings>");
  cs_docx_out_take_xml (manuscript->out, "word/settings.xml", WORD_TYPE "settings+xml", xml);
  cs_docx_out_relate (manuscript->out, CS_DOCX_DOCUMENT, CS_DOCX_RELATION "settings",
                      "word/settings.xml");
}

/* Where the font has its English name only, it is found by that. */
static void
add_fonts (CsDocxManuscript *manuscript)
{
  cs_docx_out_take_xml (manuscript->out, "word/fontTable.xml", WORD_TYPE "fontTable+xml",
                        g_string_new ("<w:fonts xmlns:w=\"" W_NS "\"><w:font w:name=\"宋体\">"
                                      "<w:altName w:val=\"SimSun\"/>"
                                      "<w:panose1 w:val=\"02010600030101010101\"/>"
                                      "<w:charset w:val=\"86\"/><w:family w:val=\"auto\"/>"
                                      "<w:pitch w:val=\"variable\"/></w:font>"
                                      "<w:font w:name=\"Times New Roman\">"
                                      "<w:panose1 w:val=\"02020603050405020304\"/>"
                                      "<w:charset w:val=\"00\"/><w:family w:val=\"roman\"/>"
                                      "<w:pitch w:val=\"variable\"/></w:font></w:fonts>"));
  cs_docx_out_relate (manuscript->out, CS_DOCX_DOCUMENT, CS_DOCX_RELATION "fontTable",
                      "word/fontTable.xml");
}

/* Neither author nor company nor dates: a manuscript goes to many hands. */
static void
add_properties (CsDocxManuscript *manuscript)
{
  CsDocxOut *out = manuscript->out;

  cs_docx_out_take_xml (out, "docProps/core.xml",
                        "application/vnd.openxmlformats-package.core-properties+xml",
                        g_string_new ("<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats."
                                      "org/package/2006/metadata/core-properties\"/>"));
  cs_docx_out_take_xml (out, "docProps/app.xml",
                        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
                        g_string_new ("<Properties xmlns=\"http://schemas.openxmlformats.org/"
                                      "officeDocument/2006/extended-properties\"><Application>"
                                      "Claimsmith</Application></Properties>"));
  cs_docx_out_relate (out, CS_DOCX_PACKAGE,
                      "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
                      "core-properties",
                      "docProps/core.xml");
  cs_docx_out_relate (out, CS_DOCX_PACKAGE, CS_DOCX_RELATION "extended-properties",
                      "docProps/app.xml");
}

void
cs_docx_write_styles (CsDocxManuscript *manuscript)
{
  add_styles (manuscript);
  add_settings (manuscript);
  add_fonts (manuscript);
  add_properties (manuscript);
}
