#pragma once

#include "../base/cs-text-builder.h"
#include "cs-draft.h"

G_BEGIN_DECLS

/**
 * CsDraftBuilder:
 *
 * What a reader writes a draft into, part by part, unit by unit. Limits are kept here, so that
 * readers need not count: the first one broken is the error of cs_draft_builder_end().
 * Thread: one at a time.
 */
typedef struct _CsDraftBuilder CsDraftBuilder;

/**
 * cs_draft_builder_new:
 * @path: name of the input, for people to read
 * @index: 0-based place of the document within it
 * @format: (transfer none): static string, as #CsDraft.format
 */
CsDraftBuilder *cs_draft_builder_new (const char *path,
                                      guint index,
                                      const char *format);

/** cs_draft_builder_free: drops the builder and what is in it */
void cs_draft_builder_free (CsDraftBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsDraftBuilder, cs_draft_builder_free)

/** cs_draft_builder_set_id: @id: the document's own number */
void cs_draft_builder_set_id (CsDraftBuilder *builder,
                              const char *id);

/** cs_draft_builder_set_complete: @complete: as #CsDraft.complete */
void cs_draft_builder_set_complete (CsDraftBuilder *builder,
                                    gboolean complete);

/** cs_draft_builder_get_request: Returns: (transfer none): the sheet, to be filled in */
CsRequest *cs_draft_builder_get_request (CsDraftBuilder *builder);

/**
 * cs_draft_builder_get_text:
 * @builder: a builder
 * @part: title, abstract, claims or description; asking for it makes it exist
 *
 * Returns: (transfer none): where the text of @part is appended
 */
CsTextBuilder *cs_draft_builder_get_text (CsDraftBuilder *builder,
                                          CsPart part);

/**
 * cs_draft_builder_take_part:
 * @builder: a builder
 * @part: title, abstract, claims or description
 *
 * Takes what was written to @part so far back out of the draft, units and all, as if nothing had
 * been. Notes about it stay, without a place.
 *
 * Returns: (transfer full): its text
 */
CsText *cs_draft_builder_take_part (CsDraftBuilder *builder,
                                    CsPart part);

/**
 * cs_draft_builder_begin_unit:
 * @builder: a builder
 * @part: where
 * @kind: what
 *
 * What is appended to @part from now on belongs to a new unit. A line end is put in front when
 * the text so far does not end in one. A unit still open in @part is ended first.
 */
void cs_draft_builder_begin_unit (CsDraftBuilder *builder,
                                  CsPart part,
                                  CsUnitKind kind);

/**
 * cs_draft_builder_set_unit_number:
 * @builder: a builder
 * @part: where a unit is open
 * @number: the printed number, or 0
 *
 * What was appended to the unit so far ("1. ", "[0001] ", or nothing) is its printed number and
 * not its text.
 */
void cs_draft_builder_set_unit_number (CsDraftBuilder *builder,
                                       CsPart part,
                                       guint number);

/** cs_draft_builder_set_unit_kind: @kind: what the open unit is, if learnt late */
void cs_draft_builder_set_unit_kind (CsDraftBuilder *builder,
                                     CsPart part,
                                     CsUnitKind kind);

/**
 * cs_draft_builder_end_unit:
 * @builder: a builder
 * @part: where a unit may be open
 *
 * Ends the unit. White space at its end stays in the text but outside the unit.
 */
void cs_draft_builder_end_unit (CsDraftBuilder *builder,
                                CsPart part);

/** cs_draft_builder_add_unit: @unit: a stretch of what was appended to @part so far, behind all
 * units there; for a part whose units are found when all its text is there */
void cs_draft_builder_add_unit (CsDraftBuilder *builder,
                                CsPart part,
                                const CsUnit *unit);

/** cs_draft_builder_add_figure: @figure: (transfer full): its strings are taken over */
void cs_draft_builder_add_figure (CsDraftBuilder *builder,
                                  const CsFigure *figure);

/**
 * cs_draft_builder_add_note:
 * @builder: a builder
 * @code: (transfer none): static string, a rule of the check "reading"
 * @detail: (nullable): the thing met
 * @part: where; with %CS_PART_DOCUMENT nowhere. The span is the end of what was appended
 * @line: 1-based line of the input, 0 when none
 *
 * After %CS_MAX_NOTES notes the rest is dropped, and said so.
 */
void cs_draft_builder_add_note (CsDraftBuilder *builder,
                                const char *code,
                                const char *detail,
                                CsPart part,
                                guint line);

/** cs_draft_builder_add_note_at: as cs_draft_builder_add_note(), about @span of what was appended
 * so far; it is cut to its unit when the draft is complete */
void cs_draft_builder_add_note_at (CsDraftBuilder *builder,
                                   const char *code,
                                   const char *detail,
                                   const CsSpan *span,
                                   guint line);

/**
 * cs_draft_builder_add_note_over:
 * @builder: a builder whose units are all there
 * @code: (transfer none): static string, a rule of the check "reading"
 * @detail: (nullable): the thing met
 * @part: where
 * @range: bytes of the text of @part
 *
 * As cs_draft_builder_add_note_at(): in the unit that @range begins in, or else begins before.
 */
void cs_draft_builder_add_note_over (CsDraftBuilder *builder,
                                     const char *code,
                                     const char *detail,
                                     CsPart part,
                                     CsRange range);

/**
 * cs_draft_builder_end:
 * @builder: (transfer full): a builder, gone afterwards
 * @error: %CS_ERROR_LIMIT when a part or the number of its units was too large
 *
 * Fills in the language (from the letters of claims, description, abstract, title, in this order).
 *
 * Returns: (transfer full): the draft, or %NULL
 */
CsDraft *cs_draft_builder_end (CsDraftBuilder *builder,
                               GError **error);

G_END_DECLS
