#include "cs-terms-en.h"

/* A thing that was named by a verb before: "the medium is scanned ... in the scanning direction",
 * "standardizing histamine ... the standardized histamine level". */

#define MAX_PLACES 100 /* of a word in one claim, looked at for one query */

/* A noun that adds nothing to what was done: "direction", "step", "level". */
static gboolean
is_empty_head (const CsQueryEn *query)
{
  return query->n_words > 1 && (query->classes[query->n_words - 1] &
                                (CS_EN_DIMENSION | CS_EN_GENERIC)) != 0;
}

static gboolean
stands_there (const CsQueryEn *query, guint n, const CsTextEn *text, guint start, guint end)
{
  guint n_places;

  cs_text_en_lemma_places (text, query->lemmas[n], start, end, &n_places);

  return n_places > 0;
}

/* Whether the word at @at says what is done, where the word @lemma is looked for: another form of
 * it, or it behind "is". */
static gboolean
is_verb_there (const CsTextEn *text, guint at, guint lemma)
{
  return (cs_text_en_token (text, at)->flags & CS_TOKEN_BASELESS) == 0 &&
         (cs_text_en_word (text, at)->lemma != lemma ||
          (at > 0 && (cs_text_en_classes (text, at - 1) & CS_EN_AUXILIARY) != 0));
}

/* The token at which the verb in the word @n of @query stands in another form. */
static guint
find_verb (const CsQueryEn *query, guint n, const CsTextEn *text, guint start, guint end)
{
  guint n_places;
  const guint *places;

  if ((query->forms[n] & (CS_EN_PARTICIPLE | CS_EN_ING | CS_EN_ACTION | CS_EN_VERB)) == 0 ||
      (query->classes[n] & CS_EN_ORDINAL) != 0)
    return CS_NO_INDEX;

  places = cs_text_en_stem_places (text, query->stems[n], start, end, &n_places);
  for (guint i = 0; i < MIN (n_places, MAX_PLACES); i++)
    if (is_verb_there (text, places[i], query->lemmas[n]))
      return places[i];

  return CS_NO_INDEX;
}

gboolean
cs_query_en_is_derived (const CsQueryEn *query,
                        const CsTextEn *text,
                        guint start,
                        guint end,
                        guint *place)
{
  guint found = CS_NO_INDEX;

  if (!is_empty_head (query))
    return FALSE;

  for (guint n = query->n_free; n + 1 < query->n_words; n++)
    {
      guint verb = find_verb (query, n, text, start, end);

      if (verb != CS_NO_INDEX)
        found = verb;
      else if (!stands_there (query, n, text, start, end))
        return FALSE;
    }
  if (found != CS_NO_INDEX)
    *place = found;

  return found != CS_NO_INDEX;
}
