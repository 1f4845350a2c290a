#pragma once

#include "cs-terms-scan.h"

G_BEGIN_DECLS

/* Chinese claims as the analysis of terms reads them: part of it, for nobody else. */

/**
 * CsZhBefore:
 * @CS_ZH_BEFORE_MARKER: 所述, 该
 * @CS_ZH_BEFORE_DE: 的
 * @CS_ZH_BEFORE_SIGN: a reference sign
 * @CS_ZH_BEFORE_BRACKET: a bracket with anything else in it
 *
 * What stood before a character and was taken out, bits.
 */
typedef enum
{
  CS_ZH_BEFORE_MARKER = 1 << 0,
  CS_ZH_BEFORE_DE = 1 << 1,
  CS_ZH_BEFORE_SIGN = 1 << 2,
  CS_ZH_BEFORE_BRACKET = 1 << 3
} CsZhBefore;

/** CsZhStop: what a character with unit 0 is, in its mark: 、 or another mark, or the end */
typedef enum
{
  CS_ZH_STOP_LIST = 1,
  CS_ZH_STOP_CLAUSE,
  CS_ZH_STOP_END
} CsZhStop;

/**
 * CsZhChar:
 * @unit: the folded character, 0 for a stop
 * @start: first byte in the claim's text
 * @end: one past its last byte
 * @mark: role and traits of the word that begins here, see cs_segment_zh(); #CsZhStop of a stop
 * @before: #CsZhBefore
 */
typedef struct
{
  gunichar unit;
  guint32 start;
  guint32 end;
  guint16 mark;
  guint8 before;
} CsZhChar;

/** CsZhMarker: one 所述: @at is the character behind it; @quote: it ends a reference to claims, so
 *  that only what stands in these counts */
typedef struct
{
  guint claim;
  guint at;
  CsRange range;
  gboolean quote;
} CsZhMarker;

/** CsZhSign: one reference sign: @at is the character behind it */
typedef struct
{
  guint at;
  CsRange range;
} CsZhSign;

/**
 * CsZhText:
 * @chars: (element-type CsZhChar): all claims, each with its own characters, then, behind
 *   stops, what else they say: the insides of brackets read in the place of what stands before
 *   them (AC电源 for 交流(AC)电源), and coordinated names in full (第一轮 for 第一和第二轮)
 * @begins: for each claim its first character; one more for the end
 * @mains: for each claim the end of its own characters
 * @markers: (element-type CsZhMarker): in the order of the text
 * @signs: (element-type CsZhSign): in the order of the text
 *
 * References to claims, 所述, 的, signs, brackets, quotation marks and spaces are taken out.
 */
typedef struct
{
  GArray *chars;
  guint *begins;
  guint *mains;
  GArray *markers;
  GArray *signs;
} CsZhText;

/** cs_zh_text_new: reads all @claims. O(n). Returns: (transfer full): their text */
CsZhText *cs_zh_text_new (const CsClaimSet *claims) G_GNUC_WARN_UNUSED_RESULT;

/** cs_zh_text_free: frees @text */
void cs_zh_text_free (CsZhText *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsZhText, cs_zh_text_free)

/** cs_zh_text_char: Returns: the character at @at */
static inline const CsZhChar *
cs_zh_text_char (const CsZhText *text, guint at)
{
  return &g_array_index (text->chars, CsZhChar, at);
}

/** cs_zh_text_next_word: Returns: where the next word or stop begins behind @at */
guint cs_zh_text_next_word (const CsZhText *text,
                            guint at);

/** cs_zh_text_find_claim: @n_claims: how many there are. Returns: index of the claim that holds the
 *  character @at. O(log n). */
guint cs_zh_text_find_claim (const CsZhText *text,
                             guint n_claims,
                             guint at);

/** cs_zh_text_find_sign: Returns: (nullable): the sign right before the character @at. O(log n). */
const CsZhSign *cs_zh_text_find_sign (const CsZhText *text,
                                      guint at);

G_END_DECLS
