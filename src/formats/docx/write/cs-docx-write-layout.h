#pragma once

#include "../../../draft/cs-draft.h"

G_BEGIN_DECLS

/* How a manuscript is laid out for an office; for nobody else than src/formats/docx. */

#define CS_DOCX_MAX_BOOKS 4

/**
 * CsDocxBook:
 * @part: of the draft; the description brings the title with it
 * @header: in every page's head, Chinese and English; %NULL for none
 * @heading: in front of the text; %NULL for none
 *
 * One part of a manuscript, which begins a page.
 */
typedef struct
{
  CsPart part;
  const char *header[2];
  const char *heading[2];
} CsDocxBook;

/**
 * CsDocxLayout:
 * @office: whose layout it is
 * @width_mm: of the page
 * @height_mm: of the page
 * @top_mm: margin
 * @left_mm: margin
 * @right_mm: margin
 * @bottom_mm: margin
 * @line_percent: of a single line
 * @numbers_every_paragraph: a number that the draft knows is printed, though it is in no text
 * @counts_pages_anew: each book begins with page 1
 * @books: in their order; @n_books of them
 * @n_books: how many
 */
typedef struct
{
  CsOffice office;
  double width_mm;
  double height_mm;
  double top_mm;
  double left_mm;
  double right_mm;
  double bottom_mm;
  guint line_percent;
  gboolean numbers_every_paragraph;
  gboolean counts_pages_anew;
  CsDocxBook books[CS_DOCX_MAX_BOOKS];
  guint n_books;
} CsDocxLayout;

/** cs_docx_layout_find: @office: whose layout is wanted; %CS_OFFICE_UNKNOWN for that of the office
 * of @draft, or of its language. Returns: (transfer none): the layout */
const CsDocxLayout *cs_docx_layout_find (CsOffice office,
                                         const CsDraft *draft);

/** cs_docx_layout_get_text_mm: @width: (out): between the margins. @height: (out): likewise */
void cs_docx_layout_get_text_mm (const CsDocxLayout *layout,
                                 double *width,
                                 double *height);

G_END_DECLS
