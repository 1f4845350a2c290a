#include <string.h>

#include "cs-report-docx-private.h"

void
cs_report_docx_append (GString *xml, const char *text)
{
  cs_docx_append_escaped (xml, text, strlen (text));
}

/* A style of paragraphs. @points: half points. */
typedef struct
{
  const char *id;
  const char *name;
  guint points;
  guint before;
  guint after;
  const char *paragraph; /* further properties, in the order of the schema */
  const char *run;
} Style;

#define HEAVY \
  "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"黑体\" w:cs=\"Arial\"/><w:b/>"
#define DIM "<w:color w:val=\"5F5E64\"/>"
#define BAR \
  "<w:pBdr><w:left w:val=\"single\" w:sz=\"12\" w:space=\"5\" w:color=\"CCCBD0\"/></w:pBdr>"

static const Style styles[] = {
  { "Title", "Title", 32, 0, 60, "", HEAVY },
  { "Subtitle", "Subtitle", 24, 0, 240, "", "" },
  { "Heading1", "heading 1", 24, 360, 120, "", HEAVY },
  { "CellText", "Cell text", 18, 0, 0, "", "" },
  { "CellStrong", "Cell strong", 18, 0, 0, "", "<w:b/>" },
  { "CellBand", "Cell band", 18, 0, 0, "", "<w:b/>" },
  { "CellCaption", "Cell caption", 15, 20, 0, "", DIM },
  { "CellQuote", "Cell quote", 18, 60, 40, BAR, "" },
  { "CellHead", "Cell head", 15, 20, 20, "", "<w:b/>" DIM },
  { "CellCount", "Cell count", 32, 60, 0, "", HEAVY },
  { "Footer", "footer", 15, 0, 0, "", DIM },
};

/* Within w:pPr keepNext, pBdr, tabs, spacing, ind and outlineLvl come in this order. */
static void
append_style (GString *xml, const Style *style)
{
  gboolean is_heading = strcmp (style->id, "Heading1") == 0;
  gboolean keeps = is_heading || strcmp (style->id, "CellBand") == 0 ||
                   strcmp (style->id, "CellHead") == 0;
  gboolean is_footer = strcmp (style->id, "Footer") == 0;

  g_string_append_printf (xml,
                          "<w:style w:type=\"paragraph\" w:styleId=\"%s\"><w:name w:val=\"%s\"/>"
                          "<w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>%s%s",
                          style->id, style->name, keeps ? "<w:keepNext/>" : "",
                          style->paragraph);
  if (is_footer)
    g_string_append_printf (xml, "<w:tabs><w:tab w:val=\"right\" w:pos=\"%d\"/></w:tabs>",
                            CS_DOCX_TEXT_WIDTH);
  g_string_append_printf (
      xml,
      "<w:spacing w:before=\"%u\" w:after=\"%u\"/>%s%s</w:pPr><w:rPr>%s<w:sz w:val=\"%u\"/>"
      "<w:szCs w:val=\"%u\"/></w:rPr></w:style>",
      style->before, style->after,
      strcmp (style->id, "CellQuote") == 0 ? "<w:ind w:left=\"120\"/>" : "",
      is_heading ? "<w:outlineLvl w:val=\"0\"/>" : "", style->run, style->points, style->points);
}

void
cs_report_docx_add_styles (CsDocxOut *out)
{
  GString *xml = g_string_new (
      "<w:styles xmlns:w=\"" CS_DOCX_W_NS "\"><w:docDefaults><w:rPrDefault><w:rPr>"
      "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"宋体\" "
      "w:cs=\"Times New Roman\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>"
      "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
      "<w:pPrDefault/></w:docDefaults>"
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
      "<w:name w:val=\"Normal\"/><w:qFormat/><w:pPr><w:spacing w:line=\"264\" "
      "w:lineRule=\"auto\"/></w:pPr></w:style>"
      "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/>"
      "<w:rPr><w:color w:val=\"1A5FB4\"/></w:rPr></w:style>");

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    append_style (xml, &styles[i]);
  g_string_append (xml, "</w:styles>");
  cs_docx_out_take_xml (out, "word/styles.xml", CS_DOCX_WORD_TYPE "styles+xml", xml);
  cs_docx_out_relate (out, CS_DOCX_DOCUMENT, CS_DOCX_RELATION "styles", "word/styles.xml");
}

void
cs_report_docx_add_settings (CsDocxOut *out)
{
  GString *xml = g_string_new (
      "<w:settings xmlns:w=\"" CS_DOCX_W_NS "\"><w:zoom w:percent=\"100\"/><w:compat>"
      "<w:compatSetting w:name=\"compatibilityMode\" "
      "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
      "<w:themeFontLang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:settings>");

  cs_docx_out_take_xml (out, "word/settings.xml", CS_DOCX_WORD_TYPE "settings+xml", xml);
  cs_docx_out_relate (out, CS_DOCX_DOCUMENT, CS_DOCX_RELATION "settings", "word/settings.xml");
}

static void
append_field (GString *xml, const char *name)
{
  g_string_append_printf (
      xml, "<w:fldSimple w:instr=\" %s \"><w:r><w:t>1</w:t></w:r></w:fldSimple>", name);
}

guint
cs_report_docx_add_footer (CsDocxOut *out, const char *text)
{
  GString *xml = g_string_new ("<w:ftr xmlns:w=\"" CS_DOCX_W_NS "\"><w:p><w:pPr>"
                               "<w:pStyle w:val=\"Footer\"/></w:pPr><w:r>"
                               "<w:t xml:space=\"preserve\">");

  cs_report_docx_append (xml, text);
  g_string_append (xml, "</w:t></w:r><w:r><w:tab/></w:r>");
  append_field (xml, "PAGE");
  g_string_append (xml, "<w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>");
  append_field (xml, "NUMPAGES");
  g_string_append (xml, "</w:p></w:ftr>");
  cs_docx_out_take_xml (out, "word/footer.xml", CS_DOCX_WORD_TYPE "footer+xml", xml);

  return cs_docx_out_relate (out, CS_DOCX_DOCUMENT, CS_DOCX_RELATION "footer", "word/footer.xml");
}
