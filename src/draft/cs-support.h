#pragma once

#include "cs-description.h"
#include "cs-features.h"

G_BEGIN_DECLS

/**
 * CsSupportPlace:
 * @CS_SUPPORT_BACKGROUND: field, background, related applications: what others did supports nothing
 * @CS_SUPPORT_FIGURES: list of figures (附图说明), table of signs
 * @CS_SUPPORT_SUMMARY: 发明内容: a basis, which often only repeats the claims
 * @CS_SUPPORT_EMBODIMENT: 具体实施方式, or a description without headings
 *
 * Where in the description a paragraph stands, as far as support goes.
 */
typedef enum
{
  CS_SUPPORT_BACKGROUND,
  CS_SUPPORT_FIGURES,
  CS_SUPPORT_SUMMARY,
  CS_SUPPORT_EMBODIMENT
} CsSupportPlace;

/** CS_SUPPORT_DISCLOSED: bits of the places in which the invention is disclosed */
#define CS_SUPPORT_DISCLOSED \
  (1 << CS_SUPPORT_FIGURES | 1 << CS_SUPPORT_SUMMARY | 1 << CS_SUPPORT_EMBODIMENT)

/** CS_SUPPORT_EMBODIED: bits of the places in which it is carried out */
#define CS_SUPPORT_EMBODIED (1 << CS_SUPPORT_FIGURES | 1 << CS_SUPPORT_EMBODIMENT)

/** CsSupportGrade: how much of a feature a paragraph says; see cs_support_grade() */
typedef enum
{
  CS_SUPPORT_MISSING,
  CS_SUPPORT_NEAR,
  CS_SUPPORT_LITERAL
} CsSupportGrade;

/**
 * CsSupportHit:
 * @paragraph: index in the description, %CS_NO_INDEX for none
 * @coverage: how much of the feature it holds, in per cent of the weight of its words: rare words
 *   weigh more
 */
typedef struct
{
  guint paragraph;
  guint coverage;
} CsSupportHit;

/**
 * CsFeatureSupport:
 * @same_as: index of an earlier feature of the same words, %CS_NO_INDEX for none
 * @n_words: how many words, or pairs of characters, were looked for
 * @basis: the best paragraph outside the background
 * @embodiment: the best among the embodiments
 * @background: the best in the background
 * @known: share of the feature that stands anywhere outside the background, in per cent
 * @embodied: likewise among embodiments and figures
 *
 * What supports one feature.
 */
typedef struct
{
  guint same_as;
  guint n_words;
  CsSupportHit basis;
  CsSupportHit embodiment;
  CsSupportHit background;
  guint known;
  guint embodied;
} CsFeatureSupport;

/**
 * CsSupport:
 *
 * The support map (支持): the features of the claims against the paragraphs of the description.
 * It tells whether words are there, never whether a claim is justified over its breadth. Immutable.
 */
typedef struct _CsSupport CsSupport;

/**
 * cs_support_new:
 * @claims: (transfer none): the claims; a reference is kept
 * @description: (transfer none): the description of the same draft; a reference is kept
 *
 * Compares by pairs of characters (Chinese) or stems of words (English). Total. Linear in the
 * length of the description, and bounded for each word of the claims. Thread: any.
 *
 * Source: Patent Law art. 26(4), Guidelines 2023 part 2 ch. 2, 3.2.1; 35 U.S.C. 112(a), 37 CFR
 * 1.75(d)(1); EPC art. 84; PCT art. 6.
 *
 * Returns: (transfer full): the map
 */
CsSupport *cs_support_new (CsClaimSet *claims,
                           CsDescription *description) G_GNUC_WARN_UNUSED_RESULT;

/** cs_support_ref: Returns: (transfer full): @support. Thread: any. */
CsSupport *cs_support_ref (CsSupport *support);

/** cs_support_unref: Thread: any. */
void cs_support_unref (CsSupport *support);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsSupport, cs_support_unref)

/** cs_support_get_features: Returns: (transfer none): the features it speaks of */
const CsFeatures *cs_support_get_features (const CsSupport *support);

/** cs_support_get: @feature: index of a feature. Returns: (transfer none): what supports it */
const CsFeatureSupport *cs_support_get (const CsSupport *support,
                                        guint feature);

/** cs_support_grade: Returns: what a @coverage in per cent amounts to */
CsSupportGrade cs_support_grade (guint coverage);

/** cs_support_get_place: Returns: where paragraph @paragraph of the description stands */
CsSupportPlace cs_support_get_place (const CsSupport *support,
                                     guint paragraph);

/**
 * cs_support_dup_hits:
 * @support: the map
 * @feature: index of a feature
 *
 * One row of the map.
 *
 * Returns: (transfer full) (element-type CsSupportHit): paragraphs that hold at least half of the
 *   feature, the best first
 */
GArray *cs_support_dup_hits (const CsSupport *support,
                             guint feature);

/**
 * cs_support_dup_differences:
 * @support: the map
 * @feature: index of a feature
 * @paragraph: index of a paragraph
 *
 * Returns: (transfer full) (element-type CsRange): the words of the feature, in its claim, that the
 *   paragraph does not have
 */
GArray *cs_support_dup_differences (const CsSupport *support,
                                    guint feature,
                                    guint paragraph);

/**
 * cs_support_dup_unknown:
 * @support: the map
 * @text: (array length=n_bytes): words of a claim or of the abstract
 * @n_bytes: their length
 * @places: bits of #CsSupportPlace
 *
 * Returns: (transfer full) (element-type CsRange): the words of @text, in Chinese runs of two or
 *   more characters, that stand nowhere in @places, in none of their forms
 */
GArray *cs_support_dup_unknown (const CsSupport *support,
                                const char *text,
                                gsize n_bytes,
                                guint places);

/**
 * cs_support_find_places:
 * @support: the map
 * @text: (array length=n_bytes): a name or a phrase
 * @n_bytes: its length
 *
 * Returns: bits of the places in which a paragraph has all of its words, in Chinese side by side;
 *   all bits when there is nothing in it to look for
 */
guint cs_support_find_places (const CsSupport *support,
                              const char *text,
                              gsize n_bytes);

/**
 * cs_support_get_share:
 * @support: the map
 * @text: (array length=n_bytes): words
 * @n_bytes: their length
 * @places: bits of #CsSupportPlace
 *
 * Returns: how much of @text, by the weight of its words in per cent, stands anywhere in @places;
 *   100 when there is nothing in it to look for
 */
guint cs_support_get_share (const CsSupport *support,
                            const char *text,
                            gsize n_bytes,
                            guint places);

/**
 * cs_support_compare:
 * @support: the map, which knows how rare a word is
 * @text: (array length=n_bytes): words looked for
 * @n_bytes: their length
 * @other: NUL-terminated: where
 *
 * Returns: how much of @text stands in @other, in per cent as above
 */
guint cs_support_compare (const CsSupport *support,
                          const char *text,
                          gsize n_bytes,
                          const char *other);

/**
 * cs_support_dup_unclaimed:
 * @support: the map
 *
 * What the embodiments disclose and no claim speaks of: matter to fall back upon.
 *
 * Returns: (transfer full) (element-type CsSpan): sentences of the description of which the claims
 *   have less than half, in the order of the text
 */
GArray *cs_support_dup_unclaimed (const CsSupport *support);

G_END_DECLS
