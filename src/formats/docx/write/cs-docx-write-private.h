#pragma once

#include <libxml/tree.h>

#include "../../../objects/formula/cs-formula.h"
#include "../../../objects/grid/cs-grid.h"
#include "../../cs-writer.h"
#include "cs-docx-write-layout.h"
#include "cs-docx-write-out.h"

G_BEGIN_DECLS

/* A manuscript in the making; for nobody else than the files of src/formats/docx that write. */

/**
 * CsDocxManuscript:
 * @job: what is written
 * @layout: how
 * @language: 0 when the draft is Chinese, 1 when it is English: its index among names
 * @out: the package
 * @body: content of the document
 * @footnotes: content of the footnotes
 * @xml: (transfer none): that of both which is being written
 * @source: the part that @xml belongs to
 * @section_at: byte in @body at which the properties of its last paragraph end; 0 when the last
 *   thing in it is no paragraph
 * @ends_in_table: likewise, what comes last in @body is a table
 * @table_styles: (element-type utf8): styles that tables of Word ask for, by id
 * @footer: number of the relation to the foot of the pages, 0 when there is none yet
 * @n_footnotes: so far
 * @n_drawings: so far
 * @n_bookmarks: so far
 */
typedef struct
{
  const CsWriteJob *job;
  const CsDocxLayout *layout;
  guint language;
  CsDocxOut *out;
  GString *body;
  GString *footnotes;
  GString *xml;
  CsDocxSource source;
  gsize section_at;
  gboolean ends_in_table;
  GPtrArray *table_styles;
  guint footer;
  guint n_footnotes;
  guint n_drawings;
  guint n_bookmarks;
} CsDocxManuscript;

/* --- shapes: what becomes of an object --- */

typedef enum
{
  CS_DOCX_FORM_WORD,     /* as Word had it */
  CS_DOCX_FORM_FOOTNOTE, /* likewise */
  CS_DOCX_FORM_FORMULA,  /* as Office Math */
  CS_DOCX_FORM_TABLE,
  CS_DOCX_FORM_PICTURE,
  CS_DOCX_FORM_MISSING /* a placeholder */
} CsDocxForm;

/**
 * CsDocxShape:
 * @form: what becomes of it
 * @why: (nullable): code of the note that says what is changed or lost
 * @source: (nullable): its payload, of Word
 * @formula: (nullable)
 * @grid: (nullable)
 * @picture: (nullable): its preview
 * @raster: what @picture is
 * @width_mm: printed, as its source says; 0 when it does not
 * @height_mm: likewise
 */
typedef struct
{
  CsDocxForm form;
  const char *why;
  xmlDoc *source;
  CsFormula *formula;
  CsGrid *grid;
  GBytes *picture;
  CsRasterInfo raster;
  double width_mm;
  double height_mm;
} CsDocxShape;

/* Decides what becomes of @object, and loads what that takes. */
void cs_docx_shape_init (CsDocxShape *shape,
                         const CsWriteJob *job,
                         const CsInlineObject *object);

void cs_docx_shape_clear (CsDocxShape *shape);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CsDocxShape, cs_docx_shape_clear)

/* Whether @shape stands between paragraphs. */
gboolean cs_docx_shape_is_block (const CsDocxShape *shape);

/* Writes @object, within a paragraph. @properties: of the run it stands in. */
void cs_docx_write_inline_object (CsDocxManuscript *manuscript,
                                  const CsInlineObject *object,
                                  CsDocxShape *shape,
                                  const char *properties);

/* Writes a table, between paragraphs. */
void cs_docx_write_block_object (CsDocxManuscript *manuscript,
                                 const CsInlineObject *object,
                                 CsDocxShape *shape);

/* Writes the Word source of @shape. @preview: (nullable): name of its picture. */
void cs_docx_write_source (CsDocxManuscript *manuscript,
                           const char *preview,
                           CsDocxShape *shape);

/* Writes the footnote of @shape, and the mark that refers to it. */
void cs_docx_write_footnote (CsDocxManuscript *manuscript,
                             CsDocxShape *shape);

/* Whether all pictures that the Word source of @shape refers to come with it. */
gboolean cs_docx_source_is_whole (const CsDocxShape *shape);

void cs_docx_write_grid (CsDocxManuscript *manuscript,
                         const CsGrid *grid);

/* --- pictures --- */

typedef struct
{
  const char *kind; /* of the object: "formula" */
  const char *name; /* (nullable): of the picture, in the draft */
  GBytes *bytes;
  const CsRasterInfo *raster;
  double width_mm; /* 0 for what its resolution says */
  double height_mm;
  double max_height_mm; /* 0 for that of the page */
} CsDocxPicture;

/* Writes an inline picture as `w:drawing`, made smaller when it is larger than the page. */
void cs_docx_write_picture (CsDocxManuscript *manuscript,
                            const CsDocxPicture *picture);

/* The picture of @figure; %NULL when it is not there or Word has no means to show it. */
GBytes *cs_docx_load_drawing (const CsWriteJob *job,
                              const CsFigure *figure,
                              CsRasterInfo *raster);

/* --- paragraphs --- */

/**
 * CsDocxWords:
 * @manuscript: where they go
 * @text: whose words are written, from front to back
 * @style: of paragraphs
 * @line_style: (nullable): of the paragraph that a line end begins; %NULL for a line end within the
 *   paragraph
 * @properties: (nullable): more properties of the first paragraph
 * @is_open: a paragraph is
 * @is_new_line: a line end was written, and nothing behind it
 * @segments: (element-type CsDocxSegment): stretches of one look
 * @segment: the next one
 * @object: index of the next object of @text
 */
typedef struct
{
  CsDocxManuscript *manuscript;
  const CsText *text;
  const char *style;
  const char *line_style;
  const char *properties;
  gboolean is_open;
  gboolean is_new_line;
  GArray *segments;
  guint segment;
  guint object;
} CsDocxWords;

void cs_docx_words_init (CsDocxWords *words,
                         CsDocxManuscript *manuscript,
                         const CsText *text);

void cs_docx_words_clear (CsDocxWords *words);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CsDocxWords, cs_docx_words_clear)

/* Writes bytes [start, end) of the text, which lie behind all that was written so far. */
void cs_docx_words_write (CsDocxWords *words,
                          gsize start,
                          gsize end);

/* Writes words that are not in the text, plain. */
void cs_docx_words_write_plain (CsDocxWords *words,
                                const char *utf8);

/* Ends the paragraph that is open, if any is. */
void cs_docx_words_end (CsDocxWords *words);

/* Begins and ends a paragraph at the end of what is written. */
void cs_docx_begin_paragraph (CsDocxManuscript *manuscript,
                              const char *style,
                              const char *properties);
void cs_docx_end_paragraph (CsDocxManuscript *manuscript);

/**
 * CsDocxSegment:
 * @start: first byte; it goes on to the next segment
 * @styles: bits of #CsRunStyle
 */
typedef struct
{
  gsize start;
  guint styles;
} CsDocxSegment;

/* Cuts @text where its look changes. (element-type CsDocxSegment) */
GArray *cs_docx_segments_new (const CsText *text);

/* --- the file --- */

/* Writes the books of the draft into the body, with their sections. @error: cancelled. */
gboolean cs_docx_write_books (CsDocxManuscript *manuscript,
                              GError **error);

/* Adds styles, settings and properties, which are the same for every draft of a layout. */
void cs_docx_write_styles (CsDocxManuscript *manuscript);

/* What the writer tells before it writes: of the draft as a whole, and of each object. */
GArray *cs_docx_preview (const CsWriteJob *job,
                         GError **error);

G_END_DECLS
