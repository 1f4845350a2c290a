#include <string.h>

#include "cs-terms-en.h"

/* What stands in the text of the claims: single words of it, and what all of them tell. */

#define N_LIVING_WORDS 3 /* different ones: a patient alone may lie on a table */

gboolean
cs_text_en_reads (const CsTextEn *text, guint index, const char *lemma)
{
  const char *there;

  if (!cs_text_en_is_word (text, index))
    return FALSE;

  there = g_ptr_array_index (text->names, cs_text_en_word (text, index)->lemma);

  return there[0] == lemma[0] && strcmp (there, lemma) == 0;
}

gboolean
cs_text_en_reads_any (const CsTextEn *text, guint index, const char *const *lemmas)
{
  for (guint i = 0; lemmas[i] != NULL; i++)
    if (cs_text_en_reads (text, index, lemmas[i]))
      return TRUE;

  return FALSE;
}

gboolean
cs_text_en_is_conjunction (const CsTextEn *text, guint index)
{
  static const char *const conjunctions[] = { "and", "or", "and/or", NULL };

  return (cs_text_en_classes (text, index) & CS_EN_CONJUNCTION) != 0 &&
         cs_text_en_reads_any (text, index, conjunctions);
}

gboolean
cs_text_en_is_roman (const CsTextEn *text, guint index)
{
  static const char *const numbers[] = { "i", "ii", "iii", "iv", "v", "vi",
                                         "vii", "viii", "ix", "x", NULL };

  return cs_text_en_reads_any (text, index, numbers);
}

gboolean
cs_text_en_is_about_life (const CsTextEn *text)
{
  g_autoptr (GHashTable) lemmas = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < text->words->len; i++)
    {
      const CsWordEntry *word = &g_array_index (text->words, CsWordEntry, i);

      if ((word->classes & CS_EN_LIVING) != 0)
        g_hash_table_add (lemmas, GUINT_TO_POINTER (word->lemma));
    }

  return g_hash_table_size (lemmas) >= N_LIVING_WORDS;
}
