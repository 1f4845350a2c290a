#include <string.h>

#include "cs-terms-en.h"

/* What was perhaps meant by a reference without basis. */

#define MAX_CONSIDERED 150 /* introductions looked at for one reference */
#define MAX_KEY 64         /* bytes of a key that are compared */
#define LEAST_ALIKE 50     /* percent */

/* How much two keys have in common: twice their longest common subsequence, in percent of both. */
static guint
likeness (const char *a, const char *b)
{
  gsize n_a = MIN (strlen (a), MAX_KEY);
  gsize n_b = MIN (strlen (b), MAX_KEY);
  guint8 row[MAX_KEY + 1] = { 0 };

  for (gsize i = 0; i < n_a; i++)
    {
      guint8 diagonal = 0;

      for (gsize j = 0; j < n_b; j++)
        {
          guint8 above = row[j + 1];

          row[j + 1] = a[i] == b[j] ? diagonal + 1 : MAX (above, row[j]);
          diagonal = above;
        }
    }

  return n_a + n_b == 0 ? 0 : (guint)(200 * row[n_b] / (n_a + n_b));
}

static const CsTerm *
get_term (const CsTermsEn *en, guint term)
{
  return &g_array_index (en->scan->terms, CsTerm, term);
}

/* The number of introductions that stand in claims up to @claim. */
static guint
count_before (const CsTermsEn *en, guint claim)
{
  guint low = 0;
  guint high = en->introductions->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      guint index = g_array_index (en->introductions, guint, middle);

      if (cs_terms_en_mention (en, index)->claim <= claim)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Whether the introduction @index can serve a reference at @at in @claim. */
static gboolean
is_in_scope (CsTermsEn *en, guint index, guint claim, gsize at)
{
  const CsMention *mention = cs_terms_en_mention (en, index);

  if (mention->claim == claim)
    return mention->range.start < at;

  return mention->claim < claim && cs_terms_en_is_above (en, claim, mention->claim);
}

guint
cs_terms_en_suggest (CsTermsEn *en, const CsMention *reference)
{
  guint best = CS_NO_INDEX;
  guint alike = LEAST_ALIKE - 1;
  guint considered = 0;

  for (guint i = count_before (en, reference->claim); i-- > 0 && considered < MAX_CONSIDERED;)
    {
      guint index = g_array_index (en->introductions, guint, i);
      guint term = cs_terms_en_mention (en, index)->term;
      guint here;

      if (term == reference->term ||
          !is_in_scope (en, index, reference->claim, reference->range.start))
        continue;
      considered++;
      here = likeness (get_term (en, term)->key, get_term (en, reference->term)->key);
      if (here > alike)
        {
          alike = here;
          best = term;
        }
    }

  return best;
}
