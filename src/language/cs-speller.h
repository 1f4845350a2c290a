#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CsSpeller:
 *
 * Who knows the words of English: Hunspell with the dictionary of the system, our own dictionary
 * and list of technical words (resources/lexicons/technical.en.tsv), and the user's words. Each
 * word is asked for once; the answers are kept. Thread: any, several at once.
 */
typedef struct _CsSpeller CsSpeller;

/**
 * cs_speller_new:
 * @folder: (nullable): where en_US.aff and en_US.dic lie; %NULL for where systems keep them:
 *   hunspell and myspell/dicts below the data folders of the user and of the system
 * @words: (array zero-terminated=1) (nullable): words of the user, in any case
 *
 * Nothing is loaded before the first word that our own dictionary does not know.
 *
 * Returns: (transfer full) (nullable): the speller; %NULL when there is no dictionary
 */
CsSpeller *cs_speller_new (const char *folder,
                           const char *const *words) G_GNUC_WARN_UNUSED_RESULT;

/** cs_speller_ref: Returns: (transfer full): @speller. Thread: any. */
CsSpeller *cs_speller_ref (CsSpeller *speller);

/** cs_speller_unref: Thread: any. */
void cs_speller_unref (CsSpeller *speller);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsSpeller, cs_speller_unref)

/**
 * cs_speller_knows:
 * @speller: a speller
 * @word: (array length=n_bytes): a word in lower-case ASCII letters
 * @n_bytes: its length
 *
 * A word is known when a dictionary has it, when it is made of known words or of a known word
 * behind a common prefix (sidewall, nonmetallic), and when it is built like the name of a chemical.
 *
 * Returns: whether @word is one
 */
gboolean cs_speller_knows (CsSpeller *speller,
                           const char *word,
                           gsize n_bytes);

/** cs_speller_learn: @word: of the user, in any case; from now on @speller knows it, and what is
 * made of it */
void cs_speller_learn (CsSpeller *speller,
                       const char *word);

/**
 * cs_speller_find_near:
 * @speller: a speller
 * @word: (array length=n_bytes): a word that it does not know
 * @n_bytes: its length
 * @used: (element-type utf8): the set of words that the text uses
 *
 * Finds the known words that differ from @word by one slip of typing: a letter too many, missing or
 * wrong, or two that changed places. Of these only the ones that a writer is likely to mean, for of
 * each the dictionaries are asked: a common word, or one of @used.
 *
 * Returns: (transfer full) (array zero-terminated=1): they, in no order
 */
char **cs_speller_find_near (CsSpeller *speller,
                             const char *word,
                             gsize n_bytes,
                             GHashTable *used) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_speller_is_common:
 * @word: a word in lower case
 *
 * Thread: any.
 *
 * Returns: whether most applications use it (resources/lexicons/common.en.tsv)
 */
gboolean cs_speller_is_common (const char *word);

G_END_DECLS
