#pragma once

#include "cs-features.h"

G_BEGIN_DECLS

/**
 * CsFeatureWordFlags:
 * @CS_FEATURE_WORD_GENERAL: said of anything, whatever the invention: device, 模块, connected
 * @CS_FEATURE_WORD_APART: a word or mark was left out before it
 * @CS_FEATURE_WORD_LETTERS: Latin letters or digits
 */
typedef enum
{
  CS_FEATURE_WORD_GENERAL = 1 << 0,
  CS_FEATURE_WORD_APART = 1 << 1,
  CS_FEATURE_WORD_LETTERS = 1 << 2
} CsFeatureWordFlags;

/**
 * CsFeatureWord:
 * @word: equal for what is compared as equal: a Chinese character, an English word without its
 *   ending, a number
 * @start: first byte in the text of its claim
 * @end: one past its last byte
 * @flags: #CsFeatureWordFlags
 */
typedef struct
{
  guint32 word;
  guint32 start;
  guint32 end;
  guint32 flags;
} CsFeatureWord;

/**
 * CsFeatureWords:
 *
 * The features of claims in a form in which they can be compared with each other: no articles, no
 * 所述, no references, no reference signs in brackets, words that mean the same in a claim made one.
 * Immutable. The lists are resources/lexicons/claim-comparison.
 */
typedef struct _CsFeatureWords CsFeatureWords;

/**
 * cs_feature_words_new:
 * @features: (transfer none): the features; a reference is kept
 *
 * Linear in the length of the claims. Thread: any.
 *
 * Returns: (transfer full): their words
 */
CsFeatureWords *cs_feature_words_new (CsFeatures *features) G_GNUC_WARN_UNUSED_RESULT;

/** cs_feature_words_free: frees @words */
void cs_feature_words_free (CsFeatureWords *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsFeatureWords, cs_feature_words_free)

/** cs_feature_words_get_features: Returns: (transfer none): the features they are of */
const CsFeatures *cs_feature_words_get_features (const CsFeatureWords *words);

/**
 * cs_feature_words_get:
 * @words: the words
 * @feature: index of a feature in cs_features_get_all()
 * @n_words: (out): how many
 *
 * Returns: (array length=n_words) (transfer none): the words of that feature, in the order of the
 *   text
 */
const CsFeatureWord *cs_feature_words_get (const CsFeatureWords *words,
                                           guint feature,
                                           guint *n_words);

/**
 * cs_feature_words_get_of_claim:
 * @words: the words
 * @claim: index of a claim
 * @n_words: (out): how many
 *
 * Returns: (array length=n_words) (transfer none): the words of all features of that claim
 */
const CsFeatureWord *cs_feature_words_get_of_claim (const CsFeatureWords *words,
                                                    guint claim,
                                                    guint *n_words);

/**
 * cs_feature_words_find_features:
 * @words: the words
 * @claim: index of a claim
 * @n_features: (out): how many features it has
 *
 * Returns: index of its first feature in cs_features_get_all(); 0 when it has none
 */
guint cs_feature_words_find_features (const CsFeatureWords *words,
                                      guint claim,
                                      guint *n_features);

/** cs_feature_words_hash: Returns: of the words of @feature, in their order; 0 when it has none */
guint cs_feature_words_hash (const CsFeatureWords *words,
                             guint feature);

/** cs_feature_words_hash_claim: Returns: of all words of @claim, in their order */
guint cs_feature_words_hash_claim (const CsFeatureWords *words,
                                   guint claim);

/** CsContentFunc: @content: what is said, by number, equal for equal content; @range: where in the
 *  text of the claim */
typedef void (*CsContentFunc) (guint content,
                               CsRange range,
                               gpointer data);

/**
 * cs_feature_words_visit_content:
 * @words: the words
 * @claim: index of a claim
 * @visit: told of all that @claim says of its own matter: English words, pairs of Chinese
 *   characters, without those said of anything
 * @data: handed to @visit
 */
void cs_feature_words_visit_content (const CsFeatureWords *words,
                                     guint claim,
                                     CsContentFunc visit,
                                     gpointer data);

/** cs_feature_words_visit_feature: as cs_feature_words_visit_content(), of one feature by its
 *  index in cs_features_get_all() */
void cs_feature_words_visit_feature (const CsFeatureWords *words,
                                     guint feature,
                                     CsContentFunc visit,
                                     gpointer data);

/**
 * cs_feature_words_visit_text:
 * @words: the words
 * @text: (array length=n_bytes): another text of the draft, a paragraph
 * @n_bytes: its length
 * @visit: told of what @text says, as cs_feature_words_visit_content() tells of a claim
 * @data: handed to @visit
 */
void cs_feature_words_visit_text (const CsFeatureWords *words,
                                  const char *text,
                                  gsize n_bytes,
                                  CsContentFunc visit,
                                  gpointer data);

G_END_DECLS
