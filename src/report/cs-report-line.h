#pragma once

#include "../exam/cs-checklist.h"
#include "cs-report-shape.h"

G_BEGIN_DECLS

/* What laid-out reports are made of: lines, which are paragraphs of pieces. All text in them is
 * harmless: control and bidi characters of a draft are made visible, as on a terminal. */

/** CsLineLook: one system of sizes in all formats */
typedef enum
{
  CS_LOOK_BODY,
  CS_LOOK_STRONG,  /* bold */
  CS_LOOK_CAPTION, /* smaller and dimmed */
  CS_LOOK_QUOTE,   /* words of the draft */
  CS_LOOK_SUBJECT, /* larger */
  CS_N_LOOKS
} CsLineLook;

/**
 * CsReportPiece:
 * @text: one line of UTF-8
 * @styles: bits `1 << CsRunStyle`
 * @marked: what is wrong
 *
 * A stretch of one look.
 */
typedef struct
{
  char *text;
  guint styles;
  gboolean marked;
} CsReportPiece;

/**
 * CsReportLine:
 * @look: of the whole line
 * @shape: drawn in front, %CS_SHAPE_NONE for none
 * @hollow: its outline only
 * @pieces: (element-type CsReportPiece)
 */
typedef struct
{
  CsLineLook look;
  CsReportShape shape;
  gboolean hollow;
  GArray *pieces;
} CsReportLine;

/** cs_report_pieces_new: Returns: (transfer full) (element-type CsReportPiece): none yet */
GArray *cs_report_pieces_new (void);

/**
 * cs_report_pieces_add:
 * @pieces: (element-type CsReportPiece): where to append
 * @text: (array length=n_bytes): UTF-8 of any origin
 * @n_bytes: its length
 * @styles: bits `1 << CsRunStyle`
 * @marked: what is wrong
 */
void cs_report_pieces_add (GArray *pieces,
                           const char *text,
                           gsize n_bytes,
                           guint styles,
                           gboolean marked);

/** cs_report_pieces_dup_text: Returns: (transfer full): the letters of all pieces */
char *cs_report_pieces_dup_text (const GArray *pieces);

/**
 * cs_report_excerpt_new:
 * @draft: a draft
 * @where: the words that are marked
 *
 * As much of a claim or paragraph as shows the marked words among others, with subscripts and their
 * like. What is left out has an ellipsis in its place.
 *
 * Returns: (transfer full) (element-type CsReportPiece): none when the place has no text
 */
GArray *cs_report_excerpt_new (const CsDraft *draft,
                               const CsSpan *where);

/**
 * cs_report_quote_new:
 * @draft: a draft
 * @part: of it
 * @index: of a claim or paragraph
 * @marks: (element-type CsSpan): what is marked, in the order of the text
 *
 * Returns: (transfer full) (element-type CsReportPiece): all of the claim or paragraph
 */
GArray *cs_report_quote_new (const CsDraft *draft,
                             CsPart part,
                             guint index,
                             const GArray *marks);

/** cs_report_extract_add: appends the text of @where to @pieces, as far as @max_chars go, with
 * subscripts and their like */
void cs_report_extract_add (GArray *pieces,
                            const CsDraft *draft,
                            const CsSpan *where,
                            gsize max_chars);

/** cs_report_dup_words: Returns: (transfer full): words of a checklist on one line, "" for none */
char *cs_report_dup_words (const CsWords *words,
                           const char *language);

/** cs_report_line_new: Returns: (transfer full): a line of @text (nullable: of nothing) */
CsReportLine *cs_report_line_new (CsLineLook look,
                                  const char *text);

/** cs_report_line_new_pieces: Returns: (transfer full): a line that shares @pieces */
CsReportLine *cs_report_line_new_pieces (CsLineLook look,
                                         GArray *pieces);

/** cs_report_line_free: frees @line and all it holds */
void cs_report_line_free (CsReportLine *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsReportLine, cs_report_line_free)

/**
 * cs_report_dup_harmless:
 * @text: (nullable): UTF-8 of any origin
 * @max_chars: longer ones are cut, and end in an ellipsis
 *
 * Returns: (transfer full): on one line, valid, with nothing in it that acts instead of being seen
 */
char *cs_report_dup_harmless (const char *text,
                              gsize max_chars);

G_END_DECLS
