#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CsWordChange:
 * @left_start: first byte of the left text that the right one has not
 * @left_end: one past the last; equal to @left_start when something was only put in
 * @right_start: first byte of what the right text has in its place
 * @right_end: one past the last; equal to @right_start when something was only left out
 *
 * One place where two texts differ.
 */
typedef struct
{
  gsize left_start;
  gsize left_end;
  gsize right_start;
  gsize right_end;
} CsWordChange;

/**
 * cs_word_diff:
 * @left: valid UTF-8
 * @left_bytes: its length
 * @right: valid UTF-8
 * @right_bytes: its length
 *
 * Compares two texts word by word: a run of letters and digits is a word, so is each Chinese
 * character and each mark; blanks do not count. The differences are as few as can be, but texts
 * that differ in thousands of words are told to differ as a whole between their equal ends. Source:
 * E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986). Time and
 * memory grow with the number of differences squared, which is bounded. Thread: any.
 *
 * Returns: (transfer full) (element-type CsWordChange): in their order, apart from each other;
 * empty when the texts say the same
 */
GArray *cs_word_diff (const char *left,
                      gsize left_bytes,
                      const char *right,
                      gsize right_bytes) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_word_bag_new:
 * @ids: words and their numbers, made by cs_word_ids_new(); new words are added
 * @text: valid UTF-8
 * @n_bytes: its length
 *
 * Returns: (transfer full) (element-type guint): the words of @text, as cs_word_diff() has them, by
 * number
 */
GArray *cs_word_bag_new (GHashTable *ids,
                         const char *text,
                         gsize n_bytes) G_GNUC_WARN_UNUSED_RESULT;

/** cs_word_ids_new: Returns: (transfer full): a table for bags that are compared with each other */
GHashTable *cs_word_ids_new (void) G_GNUC_WARN_UNUSED_RESULT;

/** cs_word_bag_likeness: @left, @right: bags of one table. Linear. Returns: how many of the words
 * of both are in both, whatever their order: 0 for none, 1 for all */
double cs_word_bag_likeness (const GArray *left,
                             const GArray *right);

G_END_DECLS
