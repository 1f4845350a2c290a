#pragma once

#include "../../../base/cs-text-builder.h"
#include "../cs-docx-places.h"

G_BEGIN_DECLS

/* A line of a Word file in the making: its words, and where each of them stands in the file; for
 * nobody else than src/formats/docx. */

/**
 * CsDocxMark:
 * @part: where it came to lie, %CS_PART_DOCUMENT as long as that is not known
 * @byte: of the text of that part
 *
 * A point of the text that somebody remarked on.
 */
typedef struct
{
  CsPart part;
  gsize byte;
} CsDocxMark;

/**
 * CsDocxLinePlace:
 * @mark: a point of interest
 * @at: byte of the line
 */
typedef struct
{
  CsDocxMark *mark;
  gsize at;
} CsDocxLineMark;

/** CsDocxStyles: a set of run styles, one bit for each. */
typedef guint CsDocxRuns;

/**
 * CsDocxLine:
 * @text: so far
 * @pieces: (element-type CsDocxPlace): whence, @start counting from the start of the line
 * @marks: (element-type CsDocxLineMark): points in it
 * @run_starts: where the runs that are open began
 * @open: runs that are open
 * @runs_end: behind the last letter that has a style told
 * @is_heading: the file marks it as one
 */
typedef struct
{
  CsTextBuilder *text;
  GArray *pieces;
  GArray *marks;
  gsize run_starts[CS_N_RUN_STYLES];
  CsDocxRuns open;
  gsize runs_end;
  gboolean is_heading;
} CsDocxLine;

/** cs_docx_line_new: Returns: (transfer full): an empty line */
CsDocxLine *cs_docx_line_new (void);

/** cs_docx_line_free: frees @line */
void cs_docx_line_free (CsDocxLine *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsDocxLine, cs_docx_line_free)

/** cs_docx_line_is_empty: Returns: whether there is nothing in it */
gboolean cs_docx_line_is_empty (const CsDocxLine *line);

/** cs_docx_line_append: @source: (nullable): whence, of which node, offset and n_source count.
 * Letters of the same @runs that stand together are one run */
void cs_docx_line_append (CsDocxLine *line,
                          const char *utf8,
                          gsize n_bytes,
                          CsDocxRuns runs,
                          const CsDocxPlace *source);

/** cs_docx_line_append_object: the runs around an object go on behind it */
void cs_docx_line_append_object (CsDocxLine *line,
                                 const CsInlineObject *object,
                                 xmlNode *node);

/** cs_docx_line_add_mark: @mark is at the end of @line so far */
void cs_docx_line_add_mark (CsDocxLine *line,
                            CsDocxMark *mark);

/** cs_docx_line_end_text: Returns: (transfer full): the text, which is empty in @line afterwards */
CsText *cs_docx_line_end_text (CsDocxLine *line);

/** cs_docx_line_place: @range of the line is now at byte @at of @part: tells @places and the marks
 * in it */
void cs_docx_line_place (CsDocxLine *line,
                         CsDocxPlaces *places,
                         CsPart part,
                         gsize at,
                         CsRange range);

G_END_DECLS
