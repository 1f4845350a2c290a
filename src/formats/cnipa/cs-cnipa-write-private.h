#pragma once

/* For nobody else: shared by the files that write packages of CNIPA. */

#include "../cs-writer.h"
#include "../cs-zip-writer.h"

G_BEGIN_DECLS

/**
 * CsCnipaPackage:
 * @job: what to write
 * @notes: (element-type CsWriteNote): what is told of it
 * @zip: (nullable): where the files go; %NULL when only the notes are wanted
 * @trouble: (nullable): the first picture that cannot be in it, so that it is not written
 * @n_pictures: of the draft
 * @n_done: of these
 *
 * A package while it is made. Preview and writing are the same work, so what was told is what is
 * written.
 */
typedef struct
{
  const CsWriteJob *job;
  GArray *notes;
  CsZipWriter *zip;
  GError *trouble;
  guint n_pictures;
  guint n_done;
} CsCnipaPackage;

/**
 * CsCnipaBook:
 * @package: the package it is in
 * @code: number of the form, "100002"
 * @image_id: what the ids of its pictures begin with
 * @xml: what is written so far
 *
 * One book (五书之一) while it is made.
 */
typedef struct
{
  CsCnipaPackage *package;
  const char *code;
  const char *image_id;
  GString *xml;
  guint n_paragraphs;
  guint n_headings;
  guint n_claims;
  guint n_figures;
  guint n_images;
  guint n_objects[CS_N_OBJECT_KINDS];
} CsCnipaBook;

/**
 * CsCnipaPicture:
 * @file: (nullable): base name of its file
 * @label: (nullable): what the figure is called
 * @object: (nullable): the object it is of, to be drawn when its file cannot be taken
 * @is_drawn: it is one that was drawn, and not a file
 * @width_mm: printed width that is asked for, 0 for that of the file
 * @height_mm: likewise, when @width_mm is 0
 * @span: where it stands
 */
typedef struct
{
  const char *file;
  const char *label;
  const CsInlineObject *object;
  gboolean is_drawn;
  double width_mm;
  double height_mm;
  CsSpan span;
} CsCnipaPicture;

/**
 * cs_cnipa_book_add_picture:
 * @book: a book
 * @picture: a picture of it
 *
 * Puts the file of @picture beside the book, as JPEG or TIFF of 72 to 300 dpi that fits the page,
 * and its `img` into it. What cannot be is told in the notes and the package's trouble.
 */
void cs_cnipa_book_add_picture (CsCnipaBook *book,
                                const CsCnipaPicture *picture);

/**
 * CsCnipaContent:
 * @line_end: what a line end within a unit becomes
 * @bare: only `img` may stand in it, neither `maths` nor `tables` nor `chemistry`
 *
 * What may be in an element that holds text.
 */
typedef struct
{
  const char *line_end;
  gboolean bare;
} CsCnipaContent;

/**
 * cs_cnipa_book_add_text:
 * @book: a book
 * @text: the text of one unit
 * @where: part and index of it
 * @content: what may be in the element that is open
 *
 * Writes text, runs and objects.
 */
void cs_cnipa_book_add_text (CsCnipaBook *book,
                             const CsText *text,
                             const CsSpan *where,
                             const CsCnipaContent *content);

G_END_DECLS
