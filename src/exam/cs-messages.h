#pragma once

#include "cs-exam.h"

G_BEGIN_DECLS

/* The words of a report, in Chinese and English, from resources/checklists/messages.xml and
 * resources/report/words.xml: data, not interface, so that a Chinese window prints an English
 * report. Both are read once; every function may be called from any thread. */

/**
 * cs_messages_get:
 * @kind: "severity", "consequence", "reason", "state", "label", ...
 * @key: which one
 * @language: "zh" or "en"
 *
 * Returns: (transfer none): the words; @key itself when there are none
 */
const char *cs_messages_get (const char *kind,
                             const char *key,
                             const char *language);

/** cs_messages_has: Returns: whether there are words of their own for it in @language */
gboolean cs_messages_has (const char *kind,
                          const char *key,
                          const char *language);

/**
 * cs_messages_dup:
 * @finding: a finding
 * @result: the examination it is of
 * @language: "zh" or "en"
 * @complete: (out) (optional): whether there is a message and every name in it has a value
 *
 * What is wrong, in one sentence: the item's own message for the rule, else that of the check. In
 * it, `{name}` is an argument, `{name:word}` the word for it in @language, `{text}` the marked text
 * and
 * `{claim}` the number of the claim.
 *
 * Returns: (transfer full): the message
 */
char *cs_messages_dup (const CsFinding *finding,
                       const CsExamResult *result,
                       const char *language,
                       gboolean *complete);

/** cs_messages_dup_fix: Returns: (transfer full): title of @fix of @finding; `{insert}` in it is
 *  what its first edit inserts */
char *cs_messages_dup_fix (const CsFinding *finding,
                           const CsFix *fix,
                           const CsExamResult *result,
                           const char *language);

/** cs_messages_dup_place: Returns: (transfer full): "Claim 3", "说明书第[0012]段", "Abstract" */
char *cs_messages_dup_place (const CsSpan *where,
                             const CsExamResult *result,
                             const char *language);

/** cs_messages_dup_place_in: Returns: (transfer full): the same in a draft that nobody examined */
char *cs_messages_dup_place_in (const CsSpan *where,
                                const CsDraft *draft,
                                const char *language);

/** cs_messages_dup_reason: Returns: (transfer full): why @item was not run or does not apply */
char *cs_messages_dup_reason (const CsItemResult *item,
                              const CsExamResult *result,
                              const char *language);

/** cs_messages_dup_count: Returns: (transfer full): label @key with @n in the place of `{n}` */
char *cs_messages_dup_count (const char *key,
                             guint n,
                             const char *language);

G_END_DECLS
