#pragma once

#include "cs-description.h"
#include "cs-feature-words.h"

G_BEGIN_DECLS

/**
 * CsBreadth:
 * @claim: index of an independent claim
 * @n_features: its features, the preamble included
 * @n_words: its words, of an English claim
 * @n_characters: its characters without white space
 * @closed: it allows no further elements: consisting of, 由……组成
 * @n_narrowing: words that allow one case only: 必须, exactly
 * @n_negative: what it excludes: 不包括, without
 * @n_counts: exact numbers of things: 三个, two
 * @n_values: figures: 5 mm
 * @narrowing: (element-type CsRange): where the narrowing words stand in its text
 * @unneeded: (element-type guint): features, by their index among all, that look as if the claim
 *   could do without them
 *
 * What makes one independent claim narrow. Counts only: what a word is worth nobody can count.
 */
typedef struct
{
  guint claim;
  guint n_features;
  guint n_words;
  guint n_characters;
  gboolean closed;
  guint n_narrowing;
  guint n_negative;
  guint n_counts;
  guint n_values;
  GArray *narrowing;
  GArray *unneeded;
} CsBreadth;

/** cs_breadth_free: frees @breadth and all it holds */
void cs_breadth_free (CsBreadth *breadth);

/**
 * cs_breadth_measure_all:
 * @words: the features of the claims
 * @description: the description, for what it says of problem and effects
 *
 * Measures every independent claim. A feature looks unneeded when no paragraph that tells of the
 * problem or the effects speaks of it, and either another independent claim that is much the same
 * does without it or a dependent claim repeats it; without such paragraphs none does. Words are
 * those of the lists breadth.zh and breadth.en. Linear in the length of the draft. Thread: any.
 *
 * Returns: (transfer full) (element-type CsBreadth): in the order of the claims
 */
GPtrArray *cs_breadth_measure_all (const CsFeatureWords *words,
                                   const CsDescription *description) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
