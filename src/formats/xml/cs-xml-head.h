#pragma once

#include "../../draft/cs-draft.h"

G_BEGIN_DECLS

/* The head of a claim or paragraph as it comes in pieces: what may still belong to its number.
 * For nobody else than src/formats. */

/**
 * cs_xml_head_is_complete:
 * @head: the first bytes of the text
 * @kind: whether it is a claim ("1. ", "4-6. ") or a paragraph ("[0001] ", "【0001】")
 *
 * Returns: whether more text cannot change what the number is
 */
gboolean cs_xml_head_is_complete (const GString *head,
                                  CsUnitKind kind);

/**
 * cs_xml_head_count_cancelled:
 * @head: the first bytes of a claim
 * @number_bytes: how many of them are its number
 *
 * "4-6. (canceled)" stands for three claims; the last two have no text of their own.
 *
 * Returns: for how many claims more than one it stands
 */
guint cs_xml_head_count_cancelled (const GString *head,
                                   gsize number_bytes);

G_END_DECLS
