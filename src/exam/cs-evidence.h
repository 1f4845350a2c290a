#pragma once

#include "cs-exam.h"

G_BEGIN_DECLS

/** cs_evidence_kind_get_name: Returns: (transfer none): "title", "independents", "effects", ... */
const char *cs_evidence_kind_get_name (CsEvidenceKind kind);

/**
 * cs_evidence_collect:
 * @item: an item with a question
 * @result: an examination that @item was in
 *
 * The places of the draft that the question of @item is about. Of a long section its first
 * paragraphs. Thread: any.
 *
 * Returns: (transfer full) (element-type CsSpan): kind by kind as the item names them; empty when
 *   there is nothing of the kind
 */
GArray *cs_evidence_collect (const CsItem *item,
                             const CsExamResult *result);

G_END_DECLS
