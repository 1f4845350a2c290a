#include <glib/gi18n-lib.h>

#include "../../../base/cs-error.h"
#include "../../../base/cs-limits.h"
#include "cs-docx-write-private.h"

#define W_NS "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define DOCUMENT_TYPE \
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
#define FOOTNOTES_TYPE \
  "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"

/* All prefixes that objects of Word may use, so that what they say in attributes is understood. */
#define NAMESPACES                                                                       \
  "xmlns:w=\"" W_NS "\" "                                                                \
  "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "     \
  "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "              \
  "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" " \
  "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "                   \
  "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" "              \
  "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "            \
  "xmlns:o=\"urn:schemas-microsoft-com:office:office\" "                                 \
  "xmlns:v=\"urn:schemas-microsoft-com:vml\" "                                           \
  "xmlns:w10=\"urn:schemas-microsoft-com:office:word\" "                                 \
  "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" "                  \
  "xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\" "                  \
  "xmlns:wp14=\"http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing\" "  \
  "xmlns:wpc=\"http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas\" "    \
  "xmlns:wpg=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\" "     \
  "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "     \
  "mc:Ignorable=\"w14 w15 wp14\""

static void
manuscript_init (CsDocxManuscript *manuscript, const CsWriteJob *job)
{
  *manuscript = (CsDocxManuscript){ .job = job, .source = CS_DOCX_DOCUMENT };
  manuscript->layout = cs_docx_layout_find (job->layout, job->draft);
  manuscript->language = g_str_equal (job->draft->language, "zh") ? 0 : 1;
  manuscript->out = cs_docx_out_new ();
  manuscript->body = g_string_new ("<w:document " NAMESPACES "><w:body>");
  manuscript->footnotes = g_string_new (
      "<w:footnotes " NAMESPACES "><w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r>"
      "<w:separator/></w:r></w:p></w:footnote><w:footnote w:type=\"continuationSeparator\" "
      "w:id=\"1\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>");
  manuscript->table_styles = g_ptr_array_new_with_free_func (g_free);
  manuscript->xml = manuscript->body;
}

static void
manuscript_clear (CsDocxManuscript *manuscript)
{
  g_clear_pointer (&manuscript->out, cs_docx_out_free);
  g_clear_pointer (&manuscript->table_styles, g_ptr_array_unref);
  if (manuscript->body != NULL)
    g_string_free (manuscript->body, TRUE);
  if (manuscript->footnotes != NULL)
    g_string_free (manuscript->footnotes, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CsDocxManuscript, manuscript_clear)

static void
add_document (CsDocxManuscript *manuscript)
{
  g_string_append (manuscript->body, "</w:body></w:document>");
  cs_docx_out_relate (manuscript->out, CS_DOCX_PACKAGE, CS_DOCX_RELATION "officeDocument",
                      "word/document.xml");
  cs_docx_out_take_xml (manuscript->out, "word/document.xml", DOCUMENT_TYPE,
                        g_steal_pointer (&manuscript->body));
}

static void
add_footnotes (CsDocxManuscript *manuscript)
{
  if (manuscript->n_footnotes == 0)
    return;

  g_string_append (manuscript->footnotes, "</w:footnotes>");
  cs_docx_out_relate (manuscript->out, CS_DOCX_DOCUMENT, CS_DOCX_RELATION "footnotes",
                      "word/footnotes.xml");
  cs_docx_out_take_xml (manuscript->out, "word/footnotes.xml", FOOTNOTES_TYPE,
                        g_steal_pointer (&manuscript->footnotes));
}

static GBytes *
write_docx (const CsWriteJob *job, GError **error)
{
  g_auto (CsDocxManuscript) manuscript = { 0 };

  manuscript_init (&manuscript, job);
  if (!cs_docx_write_books (&manuscript, error))
    return NULL;

  add_document (&manuscript);
  add_footnotes (&manuscript);
  cs_docx_write_styles (&manuscript);

  return cs_docx_out_end (g_steal_pointer (&manuscript.out), error);
}

const CsWriter cs_docx_writer = {
  .name = "docx",
  .title = N_ ("Word manuscript"),
  .extension = "docx",
  .preview = cs_docx_preview,
  .write = write_docx,
};
