#pragma once

#include "../base/cs-span.h"
#include "../base/cs-text.h"
#include "cs-reading.h"
#include "cs-request.h"

G_BEGIN_DECLS

/** CsUnitKind: what a unit of a part is. */
typedef enum
{
  CS_UNIT_PARAGRAPH,
  CS_UNIT_HEADING,
  CS_UNIT_CLAIM
} CsUnitKind;

/**
 * CsUnit:
 * @number_start: byte of the part's text at which the printed number begins
 * @start: byte at which the text of the unit begins, after its number
 * @end: one past its last byte, before the line end that closes it
 * @number: the printed number, 0 when there is none; may be repeated or wrong
 * @kind: claim, paragraph or heading
 *
 * One claim, paragraph or heading: a range over the text of its part, nothing joined or trimmed.
 * In %CS_PART_CLAIMS the units are exactly the claims; what stands between them belongs to none.
 */
typedef struct
{
  gsize number_start;
  gsize start;
  gsize end;
  guint number;
  CsUnitKind kind;
} CsUnit;

/**
 * CsFigure:
 * @label: as printed, "图1", "FIG. 2A"; never %NULL, maybe empty
 * @file: (nullable): base name of its picture within the package
 * @format: (nullable): "jpg", "tif"
 * @sha256: (nullable): of the picture's bytes, hexadecimal; %NULL when the picture was not there
 * @width_mm: printed width, 0 when not told
 * @height_mm: printed height
 * @width_px: points across, 0 when not known
 * @height_px: points down
 * @dpi: resolution that the file gives, 0 when it gives none
 * @coloured: whether it has colours, as far as the head of the file tells
 * @signs: (array zero-terminated=1) (nullable): the reference signs that a person saw in it;
 *   %NULL when nobody has looked
 */
typedef struct
{
  char *label;
  char *file;
  char *format;
  char *sha256;
  double width_mm;
  double height_mm;
  guint width_px;
  guint height_px;
  double dpi;
  gboolean coloured;
  char **signs;
} CsFigure;

/**
 * cs_figure_copy:
 * @figure: a figure
 *
 * Thread: any.
 *
 * Returns: a copy that owns its strings
 */
CsFigure cs_figure_copy (const CsFigure *figure);

/** cs_figures_new: Returns: (transfer full) (element-type CsFigure): an empty array that owns what
 * is in its figures */
GArray *cs_figures_new (void);

/**
 * cs_figures_are_ticked:
 * @figures: (element-type CsFigure): all figures of a draft
 *
 * Returns: whether there are any, and a person looked through each for its reference signs
 */
gboolean cs_figures_are_ticked (const GArray *figures);

/**
 * CsReadNote:
 * @code: (transfer none): what was met: one of the rules of the check "reading"
 * @detail: (nullable): the thing met, an entity's name, an encoding
 * @span: where in the draft, part %CS_PART_DOCUMENT when nowhere
 * @line: 1-based line of the input, 0 when none
 *
 * What a reader met on the way and did not hide.
 */
typedef struct
{
  const char *code;
  char *detail;
  CsSpan span;
  guint line;
} CsReadNote;

/** CsReadings: what was read of a part */
typedef struct _CsReadings CsReadings;

/**
 * CsDraft:
 * @path: name of the input as the user gave it, for people to read
 * @index: 0-based place of the document within that input
 * @id: the document's own number, or the base name of the input
 * @format: "text", "docx", "cnipa-xml", "cnipa-publication", "uspto-xml", "uspto-2001" (its two
 *   dialects of 2001 to 2004), "ep-xml", "ops", "st36"
 * @language: "zh" or "en", that of the claims
 * @complete: whether the input was meant to hold a whole application, so that a part that is not
 *   there is missing rather than elsewhere
 * @request: the filing sheet
 * @texts: (array fixed-size=CS_N_PARTS) (element-type CsText): by part, %NULL when not there
 * @units: (array fixed-size=CS_N_PARTS) (element-type CsUnit): by part, empty when not there
 * @ids: (array fixed-size=CS_N_PARTS) (element-type guint64) (nullable): identity of each unit,
 *   never 0, carried over edits; %NULL in a draft that nobody has edited yet
 * @figures: (element-type CsFigure): in the order of the drawings
 * @notes: (element-type CsReadNote): in the order met
 * @readings: what cs_draft_get_reading() keeps, by part
 *
 * One application as a value: all that a reader took from its input, nothing analysed. Immutable:
 * the fields are for reading. Built by #CsDraftBuilder.
 */
typedef struct
{
  char *path;
  guint index;
  char *id;
  const char *format;
  const char *language;
  gboolean complete;
  CsRequest *request;
  CsText *texts[CS_N_PARTS];
  GArray *units[CS_N_PARTS];
  GArray *ids[CS_N_PARTS];
  GArray *figures;
  GArray *notes;
  CsReadings *readings[CS_N_PARTS];
} CsDraft;

#define CS_TYPE_DRAFT (cs_draft_get_type ())

GType cs_draft_get_type (void) G_GNUC_CONST;

/** cs_draft_ref: Returns: (transfer full): @draft. Thread: any. */
CsDraft *cs_draft_ref (CsDraft *draft);

/** cs_draft_unref: Thread: any. */
void cs_draft_unref (CsDraft *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsDraft, cs_draft_unref)

/**
 * cs_draft_new_with_request:
 * @draft: a draft
 * @request: (transfer full): another filing sheet
 *
 * The same application as if @request had come with it: what the user says of it goes before what
 * the file says. Texts are shared. Thread: any.
 *
 * Returns: (transfer full): the draft
 */
CsDraft *cs_draft_new_with_request (const CsDraft *draft,
                                    CsRequest *request);

/** cs_draft_new_with_figures: @figures: (transfer none) (element-type CsFigure): not changed any
 * more. Returns: (transfer full): the same application with @figures; texts are shared. Thread:
 * any. */
CsDraft *cs_draft_new_with_figures (const CsDraft *draft,
                                    GArray *figures);

/**
 * cs_draft_get_n_units:
 * @draft: a draft
 * @part: one of its parts, there or not
 *
 * Returns: number of claims or paragraphs
 */
guint cs_draft_get_n_units (const CsDraft *draft,
                            CsPart part);

/**
 * cs_draft_get_unit:
 * @draft: a draft
 * @part: one of its parts
 * @index: below cs_draft_get_n_units()
 *
 * Returns: (transfer none): the unit
 */
const CsUnit *cs_draft_get_unit (const CsDraft *draft,
                                 CsPart part,
                                 guint index);

/**
 * cs_draft_get_reading:
 * @draft: a draft
 * @part: one of its parts
 * @index: below cs_draft_get_n_units()
 *
 * Kept as long as the draft, and handed on by cs_draft_compose() to the draft that follows it,
 * for the units that stay as they are. Thread: any.
 *
 * Returns: (transfer none): what scanners make of the text of the unit
 */
CsReading *cs_draft_get_reading (const CsDraft *draft,
                                 CsPart part,
                                 guint index);

/** cs_draft_get_folded: Returns: (transfer none): as cs_reading_get_folded(), of that unit */
const CsFolded *cs_draft_get_folded (const CsDraft *draft,
                                     CsPart part,
                                     guint index,
                                     CsFoldFlags flags);

/**
 * cs_draft_get_unit_text:
 * @draft: a draft
 * @part: one of its parts
 * @index: below cs_draft_get_n_units()
 * @n_bytes: (out): length of the answer in bytes
 *
 * The text of a claim without its number, or of a paragraph. #CsSpan counts from its start.
 *
 * Returns: (array length=n_bytes) (transfer none): not NUL-terminated
 */
const char *cs_draft_get_unit_text (const CsDraft *draft,
                                    CsPart part,
                                    guint index,
                                    gsize *n_bytes);

/**
 * cs_draft_dup_span_text:
 * @draft: a draft
 * @span: a place in it
 *
 * Returns: (transfer full): the marked text; empty when the span names no text
 */
char *cs_draft_dup_span_text (const CsDraft *draft,
                              const CsSpan *span);

/**
 * cs_draft_dup_sha256:
 * @draft: a draft
 *
 * Returns: (transfer full): SHA-256 over the texts of all parts, hexadecimal
 */
char *cs_draft_dup_sha256 (const CsDraft *draft);

G_END_DECLS
