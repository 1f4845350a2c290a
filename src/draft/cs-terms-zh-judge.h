#pragma once

#include "cs-terms-zh-index.h"

G_BEGIN_DECLS

/* How Chinese references are judged: part of the analysis of terms, for nobody else. */

#define CS_ZH_MAX_NAME 30 /* characters; no name is longer */

/**
 * CsZhEnd:
 * @CS_ZH_END_NO: a name that came so far goes on
 * @CS_ZH_END_MAYBE: it may end here: a verb that may as well be part of a name
 * @CS_ZH_END_LIKELY: a verb that reads like a predicate: a mark or an object follows
 * @CS_ZH_END_SURE: what stands here is no part of a name
 * @CS_ZH_END_EXACT: a mark, a sign, the next 所述
 *
 * Whether a name ends before a place.
 */
typedef enum
{
  CS_ZH_END_NO,
  CS_ZH_END_MAYBE,
  CS_ZH_END_LIKELY,
  CS_ZH_END_SURE,
  CS_ZH_END_EXACT
} CsZhEnd;

/** cs_zh_end_at: Returns: whether a name ends before the character @at */
CsZhEnd cs_zh_end_at (const CsZhText *text,
                      guint at);

/** cs_zh_forced_end_at: as cs_zh_end_at(), where the words before are known to end at @at, though
 *  the division into words went over it: 机身|上 is no 机|身上 */
CsZhEnd cs_zh_forced_end_at (const CsZhText *text,
                             guint at);

/**
 * CsZhWindow:
 * @claim: index of the claim of the reference
 * @at: first character of its name
 * @start_byte: where its marker begins; what counts in its own claim stands before
 * @length: characters that its name could have at most
 * @name_length: characters that it seems to have
 * @certain: whether that is beyond doubt
 * @ends: for each length whether the name can end there
 *
 * A reference, to be judged.
 */
typedef struct
{
  guint claim;
  guint at;
  gsize start_byte;
  guint length;
  guint name_length;
  gboolean certain;
  guint8 ends[CS_ZH_MAX_NAME + 1];
} CsZhWindow;

/** cs_zh_window_init: fills @window, of which @claim, @at and @start_byte are given */
void cs_zh_window_init (CsZhWindow *window,
                        const CsZhIndex *index,
                        const CsZhText *text);

/**
 * CsZhRest:
 * @basis: how good it is
 * @length: characters of the name as that basis reads it
 * @place: where what it rests on stands; %CS_NO_INDEX when nowhere
 *
 * What a reference rests on in one claim.
 */
typedef struct
{
  CsBasis basis;
  guint length;
  guint place;
} CsZhRest;

/**
 * cs_zh_rest_find:
 * @index: where strings stand
 * @voided: for each character whether it is within a reference without basis
 * @window: a reference
 * @claim: the claim to look in, its own or one above
 *
 * Bounded: of very many places that look alike the first ones are tried.
 *
 * Returns: what the words of @claim alone offer @window
 */
CsZhRest cs_zh_rest_find (const CsZhIndex *index,
                          const CsZhText *text,
                          const guint8 *voided,
                          const CsZhWindow *window,
                          guint claim);

G_END_DECLS
