#include "cs-terms-en.h"

/* Whether the words of one claim name a thing: word for word, or as claims do put it otherwise. */

#define MAX_PLACES 400 /* of a word in one claim, looked at for one query */
#define MAX_WINDOW 12  /* words before or behind a head that may belong to it */
#define NEAR 14        /* words between a noun and a participle said of it */

typedef struct
{
  const CsQueryEn *query;
  const CsTextEn *text;
  guint start;
  guint end;
  guint barred; /* tokens with these flags do not count */
} Search;

void
cs_query_en_init (CsQueryEn *query, const CsTextEn *text, const CsPhraseEn *phrase, guint n_words)
{
  query->n_words = n_words;
  query->n_free = 0;
  for (guint i = 0; i < n_words; i++)
    {
      const CsWordEntry *word = cs_text_en_word (text, phrase->tokens[i]);

      query->lemmas[i] = word->lemma;
      query->stems[i] = word->stem;
      query->forms[i] = word->forms;
      query->classes[i] = word->classes;
      if (i + 1 < n_words && query->n_free == i && (word->classes & CS_EN_FREE) != 0)
        query->n_free = i + 1;
    }
}

/* --- word for word --- */

/* The token behind @at, signs left out. */
static guint
step (const Search *search, guint at)
{
  at++;
  while (at < search->end && cs_text_en_token (search->text, at)->kind == CS_TOKEN_SIGN)
    at++;

  return at;
}

static gboolean
is_lemma (const Search *search, guint at, guint lemma)
{
  return at < search->end && cs_text_en_is_word (search->text, at) &&
         (cs_text_en_token (search->text, at)->flags & search->barred) == 0 &&
         cs_text_en_word (search->text, at)->lemma == lemma;
}

static gboolean reads_on (const Search *search,
                          guint at,
                          guint n);

/* Whether a word stands at @at, and the words behind it follow. */
static gboolean
reads_bracket (const Search *search, guint at, guint n)
{
  return is_lemma (search, at, search->query->lemmas[n]) &&
         reads_on (search, step (search, at), n + 1);
}

/* Whether the words of the query from @n on stand from @at on; a gloss in brackets may be read or
 * left out: "ultra wideband (UWB) transmitter". */
static gboolean
reads_on (const Search *search, guint at, guint n)
{
  const CsQueryEn *query = search->query;

  for (; n < query->n_words; n++)
    {
      const CsTokenEn *token;

      while (at < search->end && cs_text_en_token (search->text, at)->kind == CS_TOKEN_CLOSE)
        at = step (search, at);
      if (at >= search->end)
        return FALSE;
      token = cs_text_en_token (search->text, at);
      if (token->kind == CS_TOKEN_OPEN)
        return reads_bracket (search, at + 1, n) || reads_bracket (search, token->word + 1, n);
      if (!is_lemma (search, at, query->lemmas[n]))
        return FALSE;
      at = step (search, at);
    }

  return TRUE;
}

/* The first token of the words of the query from @from on, CS_NO_INDEX when they are not there. */
static guint
find_exact (const Search *search, guint from)
{
  guint n_places;
  const guint *places = cs_text_en_lemma_places (search->text, search->query->lemmas[from],
                                                 search->start, search->end, &n_places);

  for (guint i = 0; i < MIN (n_places, MAX_PLACES); i++)
    if ((cs_text_en_token (search->text, places[i])->flags & search->barred) == 0 &&
        reads_on (search, step (search, places[i]), from + 1))
      return places[i];

  return CS_NO_INDEX;
}

/* --- around the head --- */

static gboolean
is_link (const CsTextEn *text, guint at)
{
  return cs_text_en_token (text, at)->kind == CS_TOKEN_COMMA ||
         cs_text_en_is_conjunction (text, at) || cs_text_en_reads (text, at, "to");
}

/* Whether the token cannot stand between a modifier and its noun. */
static gboolean
ends_modifiers (const CsTextEn *text, guint at)
{
  const CsTokenEn *token = cs_text_en_token (text, at);
  guint classes = cs_text_en_classes (text, at);

  if (is_link (text, at))
    return FALSE;

  return token->kind != CS_TOKEN_WORD || ((classes & (CS_EN_AUXILIARY | CS_EN_PREPOSITION)) != 0 &&
                                          (token->flags & CS_TOKEN_JOINED) == 0);
}

/* Whether the modifiers, read backwards, stand in order before the head at @head: among its own, or
 * each right before an "and" or a comma: "first and second rollers". */
static gboolean
has_modifiers (const Search *search, guint head)
{
  const CsQueryEn *query = search->query;
  guint wanted = query->n_words - 1;
  gboolean linked = FALSE;
  guint at = head;

  for (guint n = 0; n < MAX_WINDOW && wanted > query->n_free && at > search->start; n++)
    {
      const CsTokenEn *token = cs_text_en_token (search->text, --at);
      gboolean link = is_link (search->text, at);

      if (token->kind >= CS_TOKEN_SIGN && token->kind <= CS_TOKEN_CLOSE)
        continue;
      if (is_lemma (search, at, query->lemmas[wanted - 1]))
        wanted--;
      else if (ends_modifiers (search->text, at) ||
               (linked && !link && !is_link (search->text, at - 1)))
        return FALSE;
      linked = link;
    }

  return wanted <= query->n_free;
}

/* "surface of the housing" for "the housing surface": all modifiers behind the head and an "of". */
static gboolean
has_complement (const Search *search, guint head)
{
  const CsQueryEn *query = search->query;
  guint at = step (search, head);
  guint found = 0;
  guint left = query->n_words - 1 - query->n_free;

  if (at >= search->end || (cs_text_en_classes (search->text, at) & CS_EN_PREPOSITION) == 0 ||
      (query->classes[query->n_words - 2] & CS_EN_ORDINAL) != 0) /* the first width */
    return FALSE;

  for (guint n = 0; n < MAX_WINDOW && ++at < search->end; n++)
    {
      if (!cs_text_en_is_word (search->text, at))
        return FALSE;
      for (guint i = query->n_free; i + 1 < query->n_words; i++)
        if (is_lemma (search, at, query->lemmas[i]))
          found++;
      if (found >= left)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_stem (const Search *search, guint stem, guint start, guint end)
{
  guint n_places;

  start = MAX (start, search->start);
  end = MIN (end, search->end);
  cs_text_en_stem_places (search->text, stem, start, end, &n_places);

  return n_places > 0;
}

/* A modifier that claims say of a noun in other words too: a form of a verb, or a noun. "First" or
 * "red" they do not. */
static gboolean
can_be_said_of (const CsQueryEn *query, guint n)
{
  guint verbs = query->forms[n] & (CS_EN_PARTICIPLE | CS_EN_ING);

  if ((query->classes[n] & (CS_EN_ORDINAL | CS_EN_PAIRED)) != 0)
    return FALSE;

  return verbs != 0 || (query->forms[n] & (CS_EN_NOUN | CS_EN_ADJECTIVE)) == CS_EN_NOUN;
}

/* "integrally attached" for "integral" */
static gboolean
has_adverb (const Search *search, guint n, guint start, guint end)
{
  guint n_places;
  const guint *places;

  if ((search->query->forms[n] & CS_EN_ADJECTIVE) == 0)
    return FALSE;

  places = cs_text_en_stem_places (search->text, search->query->stems[n],
                                   MAX (start, search->start), MIN (end, search->end), &n_places);
  for (guint i = 0; i < MIN (n_places, MAX_WINDOW); i++)
    if ((cs_text_en_word (search->text, places[i])->forms & CS_EN_ADVERB) != 0 &&
        !is_lemma (search, places[i], search->query->lemmas[n]))
      return TRUE;

  return FALSE;
}

static gboolean
stands_before (const Search *search, guint head, guint lemma)
{
  for (guint n = 1; n <= 3 && head >= search->start + n; n++)
    if (is_lemma (search, head - n, lemma))
      return TRUE;

  return FALSE;
}

/* "husks attached to" for "the attached husks": the stems of all modifiers near the head. */
static gboolean
has_stems_near (const Search *search, guint head)
{
  const CsQueryEn *query = search->query;
  guint start = head > NEAR ? head - NEAR : 0;

  for (guint i = query->n_free; i + 1 < query->n_words; i++)
    if (!stands_before (search, head, query->lemmas[i]) &&
        (!can_be_said_of (query, i) || !has_stem (search, query->stems[i], start, head + NEAR)) &&
        !has_adverb (search, i, start, head + NEAR))
      return FALSE;

  return TRUE;
}

/* Whether some modifier is a form of a verb. */
static gboolean
has_participle (const CsQueryEn *query)
{
  for (guint i = query->n_free; i + 1 < query->n_words; i++)
    if ((query->forms[i] & (CS_EN_PARTICIPLE | CS_EN_ING)) != 0)
      return TRUE;

  return FALSE;
}

static CsBasis
find_by_head (const Search *search, guint *place)
{
  const CsQueryEn *query = search->query;
  CsBasis best = CS_BASIS_NO_HEAD;
  guint n_places;
  const guint *places = cs_text_en_lemma_places (search->text, query->lemmas[query->n_words - 1],
                                                 search->start, search->end, &n_places);

  for (guint i = 0; i < MIN (n_places, MAX_PLACES) && best > CS_BASIS_FOUND; i++)
    {
      CsBasis basis = CS_BASIS_MODIFIER;

      if ((cs_text_en_token (search->text, places[i])->flags & search->barred) != 0)
        continue;
      if (has_modifiers (search, places[i]) || has_complement (search, places[i]))
        basis = CS_BASIS_FOUND;
      else if (has_stems_near (search, places[i]))
        basis = has_participle (query) ? CS_BASIS_PARTICIPLE : CS_BASIS_COMPOUND;
      if (basis < best)
        {
          best = basis;
          *place = places[i];
        }
    }

  return best;
}

/* --- what was done, named by a noun --- */

/* "the determination", "the receiving step" where something was determined or received. */
static gboolean
is_named_action (const Search *search, guint *place)
{
  const CsQueryEn *query = search->query;
  guint n_words = query->n_words;
  guint n_places = 0;
  const guint *places = NULL;

  if (n_words > 1 && (query->classes[n_words - 1] & CS_EN_GENERIC) != 0)
    n_words--;
  if ((query->forms[n_words - 1] & (CS_EN_ACTION | CS_EN_ING)) == 0)
    return FALSE;
  for (guint i = MIN (query->n_free, n_words - 1); i < n_words; i++)
    {
      places = cs_text_en_stem_places (search->text, query->stems[i], search->start, search->end,
                                       &n_places);
      if (n_places == 0 || ((query->classes[i] & CS_EN_ORDINAL) != 0 &&
                            (query->forms[n_words - 1] & CS_EN_ING) == 0))
        return FALSE; /* "the first width" is no action */
    }
  if (n_places > 0 && (cs_text_en_token (search->text, places[0])->flags & search->barred) == 0)
    {
      *place = places[0];
      return TRUE;
    }

  return FALSE;
}

guint
cs_query_en_find_words (const CsQueryEn *query, const CsTextEn *text, guint start, guint end)
{
  Search search = { query, text, start, end, CS_TOKEN_BASELESS };

  return find_exact (&search, 0);
}

guint
cs_query_en_find_baseless (const CsQueryEn *query, const CsTextEn *text, guint start, guint end)
{
  Search search = { query, text, start, end, 0 };
  guint found = find_exact (&search, 0);
  guint place;

  if (found == CS_NO_INDEX && find_by_head (&search, &place) <= CS_BASIS_COMPOUND)
    found = place;

  return found;
}

CsBasis
cs_query_en_find (const CsQueryEn *query,
                  const CsTextEn *text,
                  guint start,
                  guint end,
                  guint *place)
{
  Search search = { query, text, start, end, CS_TOKEN_BASELESS };
  CsBasis basis;
  guint found;

  *place = CS_NO_INDEX;
  found = find_exact (&search, 0);
  if (found == CS_NO_INDEX && query->n_free > 0)
    found = find_exact (&search, query->n_free);
  if (found == CS_NO_INDEX)
    found = cs_query_en_find_respelt (query, text, start, end);
  if (found != CS_NO_INDEX)
    {
      *place = found;
      return CS_BASIS_FOUND;
    }
  if (is_named_action (&search, place))
    return CS_BASIS_FOUND;

  if (query->n_words == 1)
    return CS_BASIS_NO_HEAD;

  basis = find_by_head (&search, place);
  if (basis >= CS_BASIS_MODIFIER && cs_query_en_is_derived (query, text, start, end, place))
    return CS_BASIS_PARTICIPLE;

  return basis;
}
