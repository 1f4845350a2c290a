#include <string.h>

#include "../cs-docx-marks.h"
#include "cs-docx-write-private.h"

#define TWIPS_PER_MM 56.6929
#define HEADER_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
#define FOOTER_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
#define W_NS "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define UNITS_BETWEEN_LOOKS 500 /* how often it is asked whether to stop */

/* --- sections --- */

/* Head and foot of the pages are parts of their own. */
static guint
add_header (CsDocxManuscript *manuscript, const char *words)
{
  GString *xml = g_string_new (NULL);
  g_autofree char *name = cs_docx_out_dup_name (manuscript->out, "header.xml", "word");

  g_string_printf (xml,
                   "<w:hdr xmlns:w=\"" W_NS "\"><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>"
                   "<w:r><w:t>%s</w:t></w:r></w:p></w:hdr>",
                   words);
  cs_docx_out_take_xml (manuscript->out, name, HEADER_TYPE, xml);

  return cs_docx_out_relate (manuscript->out, CS_DOCX_DOCUMENT, CS_DOCX_RELATION "header", name);
}

static guint
add_footer (CsDocxManuscript *manuscript)
{
  static const char name[] = "word/footer.xml";
  guint number = cs_docx_out_relate (manuscript->out, CS_DOCX_DOCUMENT, CS_DOCX_RELATION "footer",
                                     name);
  GString *xml;

  if (manuscript->footer == number)
    return number;

  manuscript->footer = number;
  xml = g_string_new ("<w:ftr xmlns:w=\"" W_NS "\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>"
                      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
                      "<w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
                      "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r>"
                      "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:ftr>");
  cs_docx_out_take_xml (manuscript->out, name, FOOTER_TYPE, xml);

  return number;
}

static guint
get_twips (double mm)
{
  return mm * TWIPS_PER_MM + 0.5;
}

static void
append_section (CsDocxManuscript *manuscript, GString *xml, const CsDocxBook *book)
{
  const CsDocxLayout *layout = manuscript->layout;
  const char *header = book->header[manuscript->language];

  g_string_append (xml, "<w:sectPr>");
  if (header != NULL)
    g_string_append_printf (xml, "<w:headerReference w:type=\"default\" r:id=\"rId%u\"/>",
                            add_header (manuscript, header));
  g_string_append_printf (xml,
                          "<w:footerReference w:type=\"default\" r:id=\"rId%u\"/>"
                          "<w:type w:val=\"nextPage\"/><w:pgSz w:w=\"%u\" w:h=\"%u\"/>"
                          "<w:pgMar w:top=\"%u\" w:right=\"%u\" w:bottom=\"%u\" w:left=\"%u\" "
                          "w:header=\"680\" w:footer=\"454\" w:gutter=\"0\"/>",
                          add_footer (manuscript), get_twips (layout->width_mm),
                          get_twips (layout->height_mm), get_twips (layout->top_mm),
                          get_twips (layout->right_mm), get_twips (layout->bottom_mm),
                          get_twips (layout->left_mm));
  if (layout->counts_pages_anew)
    g_string_append (xml, "<w:pgNumType w:start=\"1\"/>");
  g_string_append (xml, "</w:sectPr>");
}

/* A section ends in the properties of its last paragraph, the last one at the end of the body. */
static void
end_book (CsDocxManuscript *manuscript, const CsDocxBook *book, gboolean is_last)
{
  g_autoptr (GString) section = g_string_new (NULL);

  if (manuscript->section_at == 0)
    {
      cs_docx_begin_paragraph (manuscript, CS_DOCX_STYLE_TABLE, NULL);
      cs_docx_end_paragraph (manuscript);
    }
  append_section (manuscript, section, book);
  if (is_last)
    g_string_append_len (manuscript->body, section->str, section->len);
  else
    g_string_insert_len (manuscript->body, manuscript->section_at, section->str, section->len);
  manuscript->section_at = 0;
  manuscript->ends_in_table = FALSE;
}

/* --- units --- */

static const char *
get_style (CsPart part, CsUnitKind kind)
{
  if (part == CS_PART_TITLE)
    return CS_DOCX_STYLE_TITLE;
  if (kind == CS_UNIT_HEADING)
    return CS_DOCX_STYLE_HEADING;
  if (part == CS_PART_CLAIMS)
    return CS_DOCX_STYLE_CLAIM;

  return part == CS_PART_ABSTRACT ? CS_DOCX_STYLE_ABSTRACT : CS_DOCX_STYLE_DESCRIPTION;
}

/* A title or a heading stays one paragraph, whatever lines it has. */
static const char *
get_line_style (CsPart part, const char *style)
{
  if (part == CS_PART_CLAIMS)
    return CS_DOCX_STYLE_CLAIM_LINE;

  if (strcmp (style, CS_DOCX_STYLE_TITLE) == 0 || strcmp (style, CS_DOCX_STYLE_HEADING) == 0)
    return NULL;

  return style;
}

/* Whether a table in the unit makes several paragraphs of it. @number: (nullable): before it */
static gboolean
is_parted (const CsDocxWords *words, const CsUnit *unit, const char *number)
{
  guint n_objects;
  const CsInlineObject *objects = cs_text_get_objects (words->text, &n_objects);

  if (unit->end - unit->number_start <= strlen (CS_OBJECT_CHARACTER) && number == NULL)
    return FALSE;

  for (guint i = words->object; i < n_objects && objects[i].at < unit->end; i++)
    {
      g_auto (CsDocxShape) shape = { 0 };

      if (objects[i].kind != CS_OBJECT_TABLE || objects[i].at < unit->start)
        continue;
      cs_docx_shape_init (&shape, words->manuscript->job, &objects[i]);
      if (cs_docx_shape_is_block (&shape))
        return TRUE;
    }

  return FALSE;
}

/* The number of a unit that the draft knows and that does not stand in the text; %NULL for none. */
static char *
dup_number (const CsDocxManuscript *manuscript, CsPart part, const CsUnit *unit)
{
  if (unit->number == 0 || unit->start > unit->number_start || unit->kind == CS_UNIT_HEADING)
    return NULL;
  if (part == CS_PART_CLAIMS)
    return g_strdup_printf ("%u. ", unit->number);

  if (!manuscript->layout->numbers_every_paragraph)
    return NULL;

  return g_strdup_printf ("[%04u] ", unit->number);
}

static void
write_unit (CsDocxWords *words, CsPart part, const CsUnit *unit)
{
  CsDocxManuscript *manuscript = words->manuscript;
  g_autofree char *number = dup_number (manuscript, part, unit);
  gboolean is_marked = is_parted (words, unit, number);

  if (unit->start == unit->end && unit->number_start == unit->start)
    return; /* a claim that "4-6. (canceled)" speaks of */

  words->style = get_style (part, unit->kind);
  words->line_style = get_line_style (part, words->style);
  if (is_marked)
    g_string_append_printf (manuscript->xml,
                            "<w:bookmarkStart w:id=\"%u\" w:name=\"" CS_DOCX_MARK_UNIT "%u\"/>",
                            manuscript->n_bookmarks, manuscript->n_bookmarks);
  if (number != NULL)
    cs_docx_words_write_plain (words, number);
  cs_docx_words_write (words, unit->number_start, unit->end);
  cs_docx_words_end (words);
  if (is_marked)
    g_string_append_printf (manuscript->xml, "<w:bookmarkEnd w:id=\"%u\"/>",
                            manuscript->n_bookmarks++);
}

/* What stands between units and is not blank, such as a line above the first claim. */
static void
write_rest (CsDocxWords *words, CsPart part, gsize start, gsize end)
{
  const char *string = cs_text_get_string (words->text);

  while (start < end && g_ascii_isspace (string[start]))
    start++;
  while (end > start && g_ascii_isspace (string[end - 1]))
    end--;
  if (start == end)
    return;

  words->style = get_style (part, CS_UNIT_PARAGRAPH);
  if (part == CS_PART_CLAIMS)
    words->style = CS_DOCX_STYLE_CLAIM_LINE;
  words->line_style = words->style;
  cs_docx_words_write (words, start, end);
  cs_docx_words_end (words);
}

static gboolean
go_on (CsDocxManuscript *manuscript, CsPart part, guint unit, guint n_units, GError **error)
{
  const CsWriteJob *job = manuscript->job;

  if (unit % UNITS_BETWEEN_LOOKS != 0)
    return TRUE;
  if (job->progress != NULL && part == CS_PART_DESCRIPTION)
    job->progress ((double)unit / n_units, job->progress_data);

  return !g_cancellable_set_error_if_cancelled (job->cancellable, error);
}

static gboolean
write_part (CsDocxManuscript *manuscript, CsPart part, GError **error)
{
  const CsDraft *draft = manuscript->job->draft;
  const CsText *text = draft->texts[part];
  guint n_units = cs_draft_get_n_units (draft, part);
  g_auto (CsDocxWords) words = { 0 };
  gsize at = 0;

  if (text == NULL)
    return TRUE;

  cs_docx_words_init (&words, manuscript, text);
  for (guint i = 0; i < n_units; i++)
    {
      const CsUnit *unit = cs_draft_get_unit (draft, part, i);

      if (!go_on (manuscript, part, i, n_units, error))
        return FALSE;
      write_rest (&words, part, at, unit->number_start);
      write_unit (&words, part, unit);
      at = unit->end;
    }
  write_rest (&words, part, at, cs_text_get_n_bytes (text));

  return TRUE;
}

/* --- drawings --- */

/* A drawing that is not there leaves its name, so that somebody puts it in. */
static void
write_missing_drawing (CsDocxManuscript *manuscript, const CsFigure *figure)
{
  static const char *const words[] = { "附图", "drawing" };
  GString *xml = manuscript->xml;

  g_string_append_printf (xml,
                          "<w:sdt><w:sdtPr><w:tag w:val=\"" CS_DOCX_MARK_OBJECT "drawing\"/>"
                          "</w:sdtPr><w:sdtContent><w:r><w:t xml:space=\"preserve\">[%s",
                          words[manuscript->language]);
  if (figure->file != NULL)
    {
      g_string_append_c (xml, ' ');
      cs_docx_append_escaped (xml, figure->file, strlen (figure->file));
    }
  g_string_append (xml, "]</w:t></w:r></w:sdtContent></w:sdt>");
}

static void
write_drawing (CsDocxManuscript *manuscript, const CsFigure *figure)
{
  CsRasterInfo raster = { 0 };
  g_autoptr (GBytes) bytes = cs_docx_load_drawing (manuscript->job, figure, &raster);
  CsDocxPicture picture = { .kind = "drawing",
                            .name = figure->file,
                            .bytes = bytes,
                            .raster = &raster,
                            .width_mm = figure->width_mm,
                            .height_mm = figure->height_mm };
  double width;
  double height;

  cs_docx_layout_get_text_mm (manuscript->layout, &width, &height);
  picture.max_height_mm = height - 30; /* leaves room for the label */
  if (bytes == NULL)
    {
      write_missing_drawing (manuscript, figure);
      return;
    }

  g_string_append (manuscript->xml, "<w:r>");
  cs_docx_write_picture (manuscript, &picture);
  g_string_append (manuscript->xml, "</w:r>");
}

static gboolean
write_drawings (CsDocxManuscript *manuscript, GError **error)
{
  const GArray *figures = manuscript->job->draft->figures;

  for (guint i = 0; i < figures->len; i++)
    {
      const CsFigure *figure = &g_array_index (figures, CsFigure, i);

      if (g_cancellable_set_error_if_cancelled (manuscript->job->cancellable, error))
        return FALSE;
      cs_docx_begin_paragraph (manuscript, CS_DOCX_STYLE_DRAWING,
                               *figure->label == '\0' ? "<w:keepNext w:val=\"0\"/>" : NULL);
      write_drawing (manuscript, figure);
      cs_docx_end_paragraph (manuscript);
      if (*figure->label == '\0')
        continue;
      cs_docx_begin_paragraph (manuscript, CS_DOCX_STYLE_DRAWING_LABEL, NULL);
      g_string_append (manuscript->xml, "<w:r><w:t xml:space=\"preserve\">");
      cs_docx_append_escaped (manuscript->xml, figure->label, strlen (figure->label));
      g_string_append (manuscript->xml, "</w:t></w:r>");
      cs_docx_end_paragraph (manuscript);
    }

  return TRUE;
}

/* --- books --- */

static gboolean
has_book (const CsDraft *draft, const CsDocxBook *book)
{
  const CsText *text = draft->texts[book->part];

  if (book->part == CS_PART_FIGURES)
    return draft->figures->len > 0;
  if (book->part == CS_PART_DESCRIPTION && cs_draft_get_n_units (draft, CS_PART_TITLE) > 0)
    return TRUE;

  return text != NULL && cs_text_get_n_bytes (text) > 0;
}

static gboolean
write_book (CsDocxManuscript *manuscript, const CsDocxBook *book, GError **error)
{
  const char *heading = book->heading[manuscript->language];

  if (heading != NULL)
    {
      cs_docx_begin_paragraph (manuscript, CS_DOCX_STYLE_HEADING, NULL);
      g_string_append_printf (manuscript->xml, "<w:r><w:t>%s</w:t></w:r>", heading);
      cs_docx_end_paragraph (manuscript);
    }
  if (book->part == CS_PART_FIGURES)
    return write_drawings (manuscript, error);
  if (book->part == CS_PART_DESCRIPTION && !write_part (manuscript, CS_PART_TITLE, error))
    return FALSE;

  return write_part (manuscript, book->part, error);
}

gboolean
cs_docx_write_books (CsDocxManuscript *manuscript, GError **error)
{
  const CsDocxLayout *layout = manuscript->layout;
  const CsDocxBook *last = NULL;

  for (guint i = 0; i < layout->n_books; i++)
    {
      const CsDocxBook *book = &layout->books[i];

      if (!has_book (manuscript->job->draft, book))
        continue;
      if (last != NULL)
        end_book (manuscript, last, FALSE);
      if (!write_book (manuscript, book, error))
        return FALSE;
      last = book;
    }
  end_book (manuscript, last == NULL ? &layout->books[0] : last, TRUE);

  return TRUE;
}
