#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CsWordRoleZh:
 * @CS_ROLE_INSIDE: no word begins here
 * @CS_ROLE_NOUN: part of a name, as far as anybody knows; also Latin letters and digits
 * @CS_ROLE_MODIFIER: an adjective, or what stands before a name only
 * @CS_ROLE_ORDINAL: 第一
 * @CS_ROLE_VERB: a predicate or part of a name: 控制, 连接
 * @CS_ROLE_LOCATIVE: 上, 内: behind a name or at the head of one
 * @CS_ROLE_PREDICATE: a name ends before it for certain: 位于, 与, 在
 * @CS_ROLE_CONTAINS: a predicate behind which parts are named: 包括, 设有
 * @CS_ROLE_NUMERAL: 一, 两
 * @CS_ROLE_FUNCTION: 的, 了, 因此
 *
 * What a word does in a claim, from the list terms-words.zh, else from the dictionary.
 */
typedef enum
{
  CS_ROLE_INSIDE,
  CS_ROLE_NOUN,
  CS_ROLE_MODIFIER,
  CS_ROLE_ORDINAL,
  CS_ROLE_VERB,
  CS_ROLE_LOCATIVE,
  CS_ROLE_PREDICATE,
  CS_ROLE_CONTAINS,
  CS_ROLE_NUMERAL,
  CS_ROLE_FUNCTION
} CsWordRoleZh;

/**
 * CsWordTraitZh:
 * @CS_TRAIT_ATTRIBUTE: everything has one: 长度, 表面
 * @CS_TRAIT_QUANTITY: how many, before a name: 至少一个, 每个
 * @CS_TRAIT_MODIFIER: before a name and no part of it: 相应的
 * @CS_TRAIT_HEAD: makes a name of a verb before it: 获取模块
 * @CS_TRAIT_PART: a thing has one, and it needs no introduction where that thing stands: 泵进水口
 *
 * What else is known of a word, bits.
 */
typedef enum
{
  CS_TRAIT_ATTRIBUTE = 1 << 4,
  CS_TRAIT_QUANTITY = 1 << 5,
  CS_TRAIT_MODIFIER = 1 << 6,
  CS_TRAIT_HEAD = 1 << 7,
  CS_TRAIT_PART = 1 << 8
} CsWordTraitZh;

#define CS_ROLE_MASK 0xf /* of a mark: the role; above it the traits */

/**
 * cs_segment_zh:
 * @units: (array length=n_units): folded characters
 * @n_units: how many
 * @marks: (array length=n_units) (out): for each character the #CsWordRoleZh and traits of the word
 *   that begins there, %CS_ROLE_INSIDE within words
 *
 * Divides a text into words: the path of least cost through the dictionary. Unknown technical terms
 * fall into pieces, so the result shows where words may end and never what a term is. O(n).
 * Source: unigram model of least cost, after Viterbi (1967). Thread: any.
 */
void cs_segment_zh (const gunichar *units,
                    guint n_units,
                    guint16 *marks);

/**
 * cs_word_zh_mark:
 * @units: (array length=n_units): a word
 * @n_units: its length
 *
 * Returns: the mark of the word as it stands in the list terms-words.zh, 0 when it does not
 */
guint16 cs_word_zh_mark (const gunichar *units,
                         guint n_units);

G_END_DECLS
