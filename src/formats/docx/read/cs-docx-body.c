/* Paragraphs, tables, and what holds them. */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cs-docx-payload.h"
#include "cs-docx-reader.h"

#define N_OUTLINE_LEVELS 9 /* the next one is text */

/* --- lines --- */

void
cs_docx_reader_end_line (CsDocxReader *reader)
{
  g_autoptr (CsText) text = cs_docx_line_end_text (reader->line);
  gboolean is_heading = reader->line->is_heading;

  cs_books_add (reader->books, &(CsBookLine){ text, 0, is_heading });
  g_clear_pointer (&reader->line, cs_docx_line_free);
  reader->line = cs_docx_line_new ();
  reader->line->is_heading = is_heading;
}

/* --- paragraphs --- */

static gboolean
is_mark_deleted (const xmlNode *paragraph)
{
  const xmlNode *mark = cs_docx_child (cs_docx_child (paragraph, "pPr"), "rPr");

  return cs_docx_child (mark, "del") != NULL || cs_docx_child (mark, "moveFrom") != NULL;
}

/* Whose end is deleted goes on in the next paragraph: that one, or NULL. */
static xmlNode *
find_joined (const xmlNode *paragraph)
{
  if (!is_mark_deleted (paragraph))
    return NULL;
  for (xmlNode *next = paragraph->next; next != NULL; next = next->next)
    if (cs_docx_is_w (next, "p"))
      return next;
    else if (next->type == XML_ELEMENT_NODE && !cs_docx_payload_is_dropped (next))
      break;

  return NULL;
}

/* The last of those that go on in each other tells the number and style of them all. */
static xmlNode *
find_last_joined (xmlNode *paragraph)
{
  for (xmlNode *next = paragraph; next != NULL; next = find_joined (next))
    paragraph = next;

  return paragraph;
}

static gboolean
is_heading (const xmlNode *properties, const CsDocxStyle *style)
{
  int outline = cs_docx_get_number (cs_docx_get_val (properties, "outlineLvl"),
                                    style == NULL ? -1 : style->outline);

  return outline >= 0 && outline < N_OUTLINE_LEVELS;
}

static void
begin_paragraph (CsDocxReader *reader, xmlNode *paragraph)
{
  xmlNode *last = find_last_joined (paragraph);
  const xmlNode *properties = cs_docx_child (last, "pPr");
  CsDocxPlace source = { .node = paragraph };
  g_autofree char *number = NULL;

  reader->style = cs_docx_styles_find_paragraph (reader->styles,
                                                 cs_docx_get_val (properties, "pStyle"));
  cs_docx_open_own_book (reader, cs_docx_get_val (properties, "pStyle"));
  reader->line->is_heading = is_heading (properties, reader->style);
  number = cs_docx_numbering_count (reader->numbering, properties, reader->style);
  if (number != NULL)
    cs_docx_line_append (reader->line, number, strlen (number), 0, &source);
}

/* What was found in a paragraph and stands behind it. */
static void
read_boxes (CsDocxReader *reader)
{
  g_autoptr (GPtrArray) boxes = g_steal_pointer (&reader->boxes);

  reader->boxes = g_ptr_array_new ();
  for (guint i = 0; i < boxes->len; i++)
    cs_docx_read_blocks (reader, g_ptr_array_index (boxes, i));
}

static CsHeading
book_of_section (const CsDocxReader *reader, guint section)
{
  if (section >= reader->sections->len)
    return CS_HEADING_NONE;

  return g_array_index (reader->sections, CsDocxSection, section).book;
}

/* The section behind the one whose properties are @node. */
static void
begin_section (CsDocxReader *reader, const xmlNode *node)
{
  guint ended = reader->section;
  CsHeading book;

  while (ended < reader->sections->len &&
         g_array_index (reader->sections, CsDocxSection, ended).node != node)
    ended++;
  if (ended == reader->sections->len)
    return;

  reader->section = ended + 1;
  book = book_of_section (reader, reader->section);
  if (book != CS_HEADING_NONE && book != book_of_section (reader, ended))
    cs_books_open (reader->books, book);
}

static void
read_paragraph (CsDocxReader *reader, xmlNode *paragraph)
{
  const xmlNode *section;

  if (!reader->is_joined)
    begin_paragraph (reader, paragraph);
  cs_docx_read_inline (reader, paragraph);
  cs_docx_end_instructions (reader);

  reader->is_joined = find_joined (paragraph) != NULL || cs_docx_goes_on (reader, paragraph);
  if (reader->is_joined)
    return;

  cs_docx_reader_end_line (reader);
  read_boxes (reader);
  section = cs_docx_child (cs_docx_child (paragraph, "pPr"), "sectPr");
  if (section != NULL)
    begin_section (reader, section);
}

/* --- tables --- */

/* Whether a table of one column has the heading of a book in it: then it is the frame around a
 * page and not a table. */
static gboolean
is_frame (const xmlNode *table)
{
  gboolean has_book = FALSE;

  for (const xmlNode *node = cs_docx_next (table, table, TRUE); node != NULL;
       node = cs_docx_next (node, table, TRUE))
    {
      if (cs_docx_is_w (node, "tc") && node->next != NULL && cs_docx_is_w (node->next, "tc"))
        return FALSE;
      if (cs_docx_is_w (node, "p") && !has_book)
        {
          g_autofree char *words = cs_docx_dup_words (node);
          CsHeading heading = cs_heading_scan (words, strlen (words), NULL);

          has_book = cs_heading_is_part (heading) && heading != CS_HEADING_TITLE;
        }
    }

  return has_book;
}

static gboolean
reads_drawings (const CsDocxReader *reader)
{
  CsHeading book = cs_books_get_open (reader->books);

  return book == CS_HEADING_DRAWINGS || book == CS_HEADING_ABSTRACT_FIGURE;
}

/* Tables among drawings, and frames, only lay out what is in them. */
static void
read_table (CsDocxReader *reader, xmlNode *table)
{
  if (reads_drawings (reader) || is_frame (table))
    {
      cs_docx_read_blocks (reader, table);
      return;
    }

  reader->style = NULL;
  reader->line->is_heading = FALSE;
  cs_docx_read_object (reader, table);
  reader->is_joined = cs_docx_goes_on (reader, table);
  if (!reader->is_joined)
    cs_docx_reader_end_line (reader);
}

/* --- blocks --- */

static void
read_block (CsDocxReader *reader, xmlNode *node)
{
  static const char *const deletions[] = { "del", "moveFrom", NULL };
  gboolean is_w = cs_docx_space (node->ns) == CS_DOCX_W;
  xmlNode *chosen;

  if (cs_docx_is_w (node, "p"))
    read_paragraph (reader, node);
  else if (cs_docx_is_w (node, "tbl"))
    read_table (reader, node);
  else if (is_w && g_strv_contains (deletions, (const char *)node->name))
    cs_docx_reader_found (&reader->deletions, node);
  else if (cs_docx_space (node->ns) == CS_DOCX_M)
    {
      cs_docx_read_object (reader, node);
      cs_docx_reader_end_line (reader);
    }
  else if (cs_docx_is_w (node, "altChunk"))
    cs_docx_reader_note (reader, "dropped-object", _ ("a document within the document"));
  else if (cs_docx_is (node, CS_DOCX_MC, "AlternateContent"))
    {
      chosen = cs_docx_choose (node);
      if (chosen != NULL)
        cs_docx_read_blocks (reader, chosen);
    }
  else if (!cs_docx_read_comment_mark (reader, node) && !cs_docx_read_unit_mark (reader, node) &&
           !cs_docx_read_placeholder (reader, node) && !cs_docx_payload_is_dropped (node))
    cs_docx_read_blocks (reader, node);
}

void
cs_docx_read_blocks (CsDocxReader *reader, xmlNode *parent)
{
  for (xmlNode *child = parent->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      read_block (reader, child);
}
