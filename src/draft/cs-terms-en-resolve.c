#include <string.h>

#include "cs-terms-en.h"

/* What a reference rests on. */

/* A search over the claims of all paths, @end the token before which words of @claim count. @place:
 * where it was found first, CS_NO_INDEX when nowhere. @partial: some claim above has it. */
typedef struct
{
  CsTermsEn *en;
  CsQueryEn query;
  guint term;
  guint claim;
  guint end;
  guint place;
  gboolean partial;
} Walk;

/* What is known of a term in a claim, packed into a pointer. */
#define PACK(grade, place) GSIZE_TO_POINTER ((gsize)(place) << 3 | (grade))
#define GRADE(packed) ((guint)(GPOINTER_TO_SIZE (packed) & 7))
#define PLACE(packed) ((guint)(GPOINTER_TO_SIZE (packed) >> 3))

G_STATIC_ASSERT (CS_BASIS_NO_HEAD < 8);

static guint
first_token (const CsTermsEn *en, guint claim)
{
  return g_array_index (en->text->claims, guint, claim);
}

/* Looks in all of @claim, which stands above; the answer is kept. */
static guint
grade_above (Walk *walk, guint claim, guint *place)
{
  CsTermsEn *en = walk->en;
  /* g_int64_hash() reads the low half alone: the claim stands there, and so does the term. */
  gint64 key = (gint64)walk->term << 32 | (claim ^ walk->term * 0x9e3779b1u);
  gpointer packed;
  guint grade;

  if (g_hash_table_lookup_extended (en->grades, &key, NULL, &packed))
    {
      *place = PLACE (packed);
      return GRADE (packed);
    }

  grade = cs_query_en_find (&walk->query, en->text, first_token (en, claim),
                            first_token (en, claim + 1), place);
  g_hash_table_insert (en->grades, g_memdup2 (&key, sizeof key), PACK (grade, *place));

  return grade;
}

/* For cs_claim_parents_grade(). */
static guint
grade_claim (guint claim, gpointer data)
{
  Walk *walk = data;
  guint place = CS_NO_INDEX;
  guint grade;

  if (claim == walk->claim)
    {
      grade = cs_query_en_find (&walk->query, walk->en->text, first_token (walk->en, claim),
                                walk->end, &place);
    }
  else
    {
      grade = grade_above (walk, claim, &place);
      walk->partial |= grade == CS_BASIS_FOUND;
    }
  if (grade == CS_BASIS_FOUND)
    walk->place = MIN (walk->place, place);

  return grade;
}

/* What the first @n_words of @phrase rest on, on the worst path, which is left in the scratch. */
static CsBasis
grade (Walk *walk, const CsPhraseEn *phrase, guint n_words)
{
  CsTermsEn *en = walk->en;

  cs_query_en_init (&walk->query, en->text, phrase, n_words);
  walk->term = cs_terms_en_term (en, walk->claim, phrase, n_words);
  walk->place = CS_NO_INDEX;
  walk->partial = FALSE;

  return (CsBasis)cs_claim_parents_grade (en->scan->parents, walk->claim, grade_claim, walk,
                                          en->path);
}

/* Whether the word behind the first @n_words can be a verb: "the door opens", "rollers running". */
static gboolean
is_finite_behind (const CsTextEn *text, const CsPhraseEn *phrase, guint n_words)
{
  return (cs_text_en_word (text, phrase->tokens[n_words])->forms &
          (CS_EN_VERB | CS_EN_VERB_S)) != 0 ||
         (cs_text_en_word (text, phrase->tokens[n_words - 1])->forms & CS_EN_PLURAL) != 0;
}

/* "the LacZ and LEU2 genes": what the phrase rests on together with the head of what follows. */
static CsBasis
grade_shared (Walk *walk, const CsPhraseEn *phrase, guint n_words)
{
  const CsTextEn *text = walk->en->text;
  guint next = cs_phrase_en_next (phrase, n_words);
  CsPhraseEn other;
  CsPhraseEn joined = *phrase;
  guint head;

  if (n_words == CS_PHRASE_EN_MAX || !cs_text_en_is_conjunction (text, next))
    return CS_BASIS_NO_HEAD;

  next++;
  while ((cs_text_en_classes (text, next) & CS_EN_DETERMINER) != 0)
    next++;
  if (!cs_phrase_en_read (text, next, text->tokens->len, &other) || other.n_term < 2)
    return CS_BASIS_NO_HEAD;

  head = other.tokens[other.n_term - 1];
  joined.tokens[n_words] = head;
  joined.lemmas[n_words] = cs_text_en_word (text, head)->lemma;
  joined.n_shared = 1;
  if (cs_phrase_en_is_definite (text, &joined, n_words + 1))
    return CS_BASIS_IMPLICIT;

  return grade (walk, &joined, n_words + 1);
}

/* Whether what was found ends a term there, and is not the beginning of a longer one. */
static gboolean
is_finished (const Walk *walk)
{
  const CsTokenEn *token;
  guint last;

  if (walk->place == CS_NO_INDEX)
    return TRUE;

  token = cs_text_en_token (walk->en->text, walk->place);
  if (token->mention == CS_NO_INDEX)
    return TRUE;

  last = MIN (walk->place + walk->query.n_words, walk->en->text->tokens->len) - 1;

  return cs_text_en_token (walk->en->text, last)->end >=
         cs_terms_en_mention (walk->en, token->mention)->range.end;
}

/* Tries other ends of the term: a longer one that is known, a shorter one before a doubtful word.
 * What is surely known is where the term ends. */
static CsBasis
grade_ends (Walk *walk, CsPhraseEn *phrase, gboolean introduced)
{
  guint n_words = phrase->n_term;

  for (guint n = n_words + 1; n <= phrase->n_words; n++)
    if (grade (walk, phrase, n) == CS_BASIS_FOUND)
      {
        phrase->n_term = n;
        return CS_BASIS_FOUND;
      }
  if (introduced)
    return CS_BASIS_NO_HEAD;

  for (guint n = n_words - 1; n > 0; n--)
    if (phrase->predicates[n] >= CS_PREDICATE_POSSIBLE &&
        grade (walk, phrase, n) == CS_BASIS_FOUND && is_finished (walk))
      {
        if (!is_finite_behind (walk->en->text, phrase, n))
          return CS_BASIS_AMBIGUOUS;
        phrase->n_term = n;
        return CS_BASIS_FOUND;
      }

  return CS_BASIS_NO_HEAD;
}

/* Whether what was found is a noun there, though it can be an adjective: "joints". */
static gboolean
is_plural_there (const Walk *walk)
{
  guint last = walk->place + walk->query.n_words - 1;

  return walk->place != CS_NO_INDEX && cs_text_en_is_word (walk->en->text, last) &&
         (cs_text_en_word (walk->en->text, last)->forms & CS_EN_PLURAL) != 0;
}

/* Likewise, or is part of a name there: "wake" of "the wake line" may have been said as a verb. */
static gboolean
is_noun_there (const Walk *walk)
{
  return walk->place != CS_NO_INDEX &&
         (cs_text_en_token (walk->en->text, walk->place)->mention != CS_NO_INDEX ||
          is_plural_there (walk));
}

/* "the rotor axis" where only a rotor is known: an axis it has. Of "the low side transistor gate"
 * that is not so sure. */
static CsBasis
grade_part (Walk *walk, const CsPhraseEn *phrase, guint n_words)
{
  const CsTextEn *text = walk->en->text;
  const CsWordEntry *owner;
  gboolean introduced;
  gboolean relational;

  if (n_words < 2)
    return CS_BASIS_NO_HEAD;

  owner = cs_text_en_word (text, phrase->tokens[n_words - 2]);
  if ((owner->forms & CS_EN_NOUN) == 0 || (owner->classes & CS_EN_PAIRED) != 0 ||
      grade (walk, phrase, n_words - 1) != CS_BASIS_FOUND ||
      ((owner->forms & CS_EN_ADJECTIVE) != 0 && !is_plural_there (walk)))
    return CS_BASIS_NO_HEAD;

  introduced = g_hash_table_contains (walk->en->introduced, GUINT_TO_POINTER (walk->term));
  relational = (cs_text_en_classes (text, phrase->tokens[n_words - 1]) & CS_EN_RELATIONAL) != 0;
  if (introduced && relational)
    return CS_BASIS_IMPLICIT;
  if (relational && (owner->classes & (CS_EN_RELATIONAL | CS_EN_GENERIC)) == 0 &&
      is_noun_there (walk))
    return CS_BASIS_COMPOUND;

  return introduced && n_words > 3 && is_finished (walk) ? CS_BASIS_COMPOUND : CS_BASIS_NO_HEAD;
}

/* "the dried bead" where a bead was dried: what a step made of a known thing. */
static gboolean
is_result (Walk *walk, const CsPhraseEn *phrase, guint n_words)
{
  CsPhraseEn rest = *phrase;

  if (n_words < 2 || phrase->n_shared > 0 ||
      (cs_text_en_word (walk->en->text, phrase->tokens[0])->forms & CS_EN_PARTICIPLE) == 0)
    return FALSE;

  rest.n_words--;
  memmove (rest.tokens, rest.tokens + 1, rest.n_words * sizeof (guint));
  memmove (rest.lemmas, rest.lemmas + 1, rest.n_words * sizeof (guint));

  return grade (walk, &rest, n_words - 1) == CS_BASIS_FOUND;
}

/* "the positive or negative going voltage": how much the two share cannot be told. */
static gboolean
is_share_doubtful (const CsTextEn *text, const CsPhraseEn *phrase)
{
  guint first = phrase->n_term - MIN (phrase->n_shared, phrase->n_term);

  return phrase->n_shared > 1 && (cs_text_en_word (text, phrase->tokens[first])->forms &
                                  (CS_EN_ING | CS_EN_PARTICIPLE)) != 0;
}

/* What a reference that nothing introduces rests on, by what is said behind it. */
static CsBasis
grade_said (const Walk *walk, const CsPhraseEn *phrase, gboolean introduced, CsBasis whole)
{
  const CsTextEn *text = walk->en->text;
  guint n_words = phrase->n_term;

  if (cs_phrase_en_is_identified (text, phrase, n_words))
    return MIN (whole, CS_BASIS_AMBIGUOUS);
  if (introduced)
    return whole;
  if (cs_phrase_en_is_defined (text, phrase, n_words) ||
      cs_phrase_en_is_organic (text, phrase, n_words, FALSE) || is_share_doubtful (text, phrase) ||
      (whole == CS_BASIS_NO_HEAD && (cs_phrase_en_is_owned (text, phrase, n_words) ||
                                     cs_phrase_en_is_collective (text, phrase, n_words))))
    return MIN (whole, CS_BASIS_AMBIGUOUS);

  return whole;
}

/* What a phrase that is not found as a whole rests on. What some other claim introduces is a term
 * that its author thinks needs introduction. */
static CsBasis
judge_rest (Walk *walk, CsPhraseEn *phrase, CsBasis whole)
{
  const CsTextEn *text = walk->en->text;
  guint n_words = phrase->n_term;
  gboolean introduced = g_hash_table_contains (walk->en->introduced, GUINT_TO_POINTER (walk->term));
  gboolean unknown = whole == CS_BASIS_NO_HEAD;
  CsBasis basis;

  if (cs_phrase_en_is_definite (text, phrase, n_words) ||
      (unknown && cs_phrase_en_is_listed (text, walk->end)) ||
      (!introduced && cs_phrase_en_is_inherent (text, phrase, n_words, unknown)))
    return CS_BASIS_IMPLICIT;

  basis = grade_ends (walk, phrase, introduced);
  if (basis != CS_BASIS_NO_HEAD)
    return basis;
  if (whole == CS_BASIS_PARTICIPLE && !introduced && is_result (walk, phrase, n_words))
    return CS_BASIS_IMPLICIT;
  if (!introduced)
    whole = MIN (whole, grade_part (walk, phrase, n_words));
  if (whole == CS_BASIS_IMPLICIT || grade_shared (walk, phrase, n_words) <= CS_BASIS_IMPLICIT)
    return CS_BASIS_IMPLICIT;

  return grade_said (walk, phrase, introduced, whole);
}

/* --- what is recorded --- */

/* The mention at token @place, which becomes the first naming of a term if it was none. */
static guint
mention_at (CsTermsEn *en, guint claim, guint place, const CsPhraseEn *phrase, guint n_words)
{
  guint known = cs_text_en_token (en->text, place)->mention;
  gsize start = cs_text_en_token (en->text, place)->start;
  CsPhraseEn named = { .n_words = n_words };

  if (known != CS_NO_INDEX)
    {
      const CsMention *mention = cs_terms_en_mention (en, known);

      if (mention->kind == CS_MENTION_REFERENCE && mention->other != CS_NO_INDEX)
        return mention->other;

      return known;
    }

  for (guint i = 0; i < n_words; i++)
    {
      if (!cs_text_en_is_word (en->text, place + i) ||
          cs_text_en_token (en->text, place + i)->mention != CS_NO_INDEX ||
          cs_text_en_word (en->text, place + i)->lemma != phrase->lemmas[i])
        return CS_NO_INDEX;
      named.tokens[i] = place + i;
      named.lemmas[i] = phrase->lemmas[i];
    }

  return cs_terms_en_add (en, claim, CS_MENTION_INTRODUCTION, (CsRange){ start, start }, &named,
                          n_words);
}

/* The claim that token @place is in. */
static guint
claim_of (const CsTermsEn *en, guint place)
{
  guint low = 0;
  guint high = en->text->claims->len - 1;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (first_token (en, middle) <= place)
        low = middle;
      else
        high = middle;
    }

  return low;
}

/* The mention of a reference that failed for the same reason, in this claim before or above it. */
static guint
find_failed (Walk *walk)
{
  CsTermsEn *en = walk->en;
  const GArray *ancestors;
  guint found = cs_query_en_find_baseless (&walk->query, en->text, 0, walk->end);

  if (found == CS_NO_INDEX)
    return found; /* nowhere: the usual case, without asking each claim */

  ancestors = cs_terms_en_ancestors (en, walk->claim);
  found = cs_query_en_find_baseless (&walk->query, en->text, first_token (en, walk->claim),
                                     walk->end);
  for (guint i = 0; i < ancestors->len && found == CS_NO_INDEX; i++)
    {
      guint above = g_array_index (ancestors, guint, i);

      found = cs_query_en_find_baseless (&walk->query, en->text, first_token (en, above),
                                         first_token (en, above + 1));
    }

  if (found == CS_NO_INDEX ||
      (cs_text_en_token (en->text, found)->flags & CS_TOKEN_BASELESS) == 0)
    return CS_NO_INDEX;

  return cs_text_en_token (en->text, found)->mention;
}

static void
record_failure (Walk *walk, const CsPhraseEn *phrase, guint n_words, CsMention *mention)
{
  CsTermsEn *en = walk->en;

  cs_query_en_init (&walk->query, en->text, phrase, n_words);
  mention->second = find_failed (walk);
  if (mention->second != CS_NO_INDEX)
    mention->flags |= CS_MENTION_REPEATED;
  if (mention->basis >= CS_BASIS_AMBIGUOUS)
    for (guint i = 0; i < n_words; i++)
      cs_text_en_token (en->text, phrase->tokens[i])->flags |= CS_TOKEN_BASELESS;
}

/* --- the author's list --- */

static const CsTermEntry *
find_entry (CsTermsEn *en, guint claim, const CsPhraseEn *phrase, guint n_words)
{
  const char *text = cs_claim_set_get (en->scan->claims, claim)->text;
  gsize start = cs_text_en_token (en->text, phrase->tokens[0])->start;
  gsize end = cs_text_en_token (en->text, phrase->tokens[n_words - 1])->end;
  g_autofree char *name = g_strndup (text + start, end - start);
  const CsTermEntry *entry = cs_term_list_find (en->scan->list, name);

  if (entry == NULL)
    entry = cs_term_list_find (en->scan->list, cs_terms_en_key (en, phrase, 0, n_words));

  return entry;
}

/* Lets @phrase end where its author said it does. Returns: whether a report is wanted */
static gboolean
ask_author (CsTermsEn *en, guint claim, CsPhraseEn *phrase)
{
  const CsTermEntry *entry;

  if (en->scan->list == NULL || cs_term_list_get_n_entries (en->scan->list) == 0 ||
      phrase->n_shared > 0)
    return TRUE;

  for (guint n = phrase->n_words; n > 0; n--)
    {
      entry = find_entry (en, claim, phrase, n);
      if (entry != NULL && entry->verdict == CS_TERM_IS_TERM)
        {
          phrase->n_term = n;
          return TRUE;
        }
    }
  entry = find_entry (en, claim, phrase, phrase->n_term);

  return entry == NULL || entry->verdict != CS_TERM_NEVER_REPORT;
}

guint
cs_terms_en_resolve (CsTermsEn *en,
                     guint claim,
                     guint marker,
                     gboolean marked,
                     const CsPhraseEn *read)
{
  const CsTokenEn *token = cs_text_en_token (en->text, marker);
  CsRange range = { token->start, marked ? token->end : token->start };
  Walk walk = { .en = en, .claim = claim, .end = marker };
  CsPhraseEn phrase = *read;
  gboolean wanted = ask_author (en, claim, &phrase);
  CsBasis basis = grade (&walk, &phrase, phrase.n_term);
  g_autoptr (GArray) path = basis > CS_BASIS_IMPLICIT ? g_array_copy (en->path) : NULL;
  gboolean partial = walk.partial;
  guint other = CS_NO_INDEX;
  CsMention *mention;
  guint index;

  if (basis > CS_BASIS_IMPLICIT)
    basis = judge_rest (&walk, &phrase, basis);
  if (basis == CS_BASIS_FOUND && walk.place != CS_NO_INDEX)
    other = mention_at (en, claim_of (en, walk.place), walk.place, &phrase, phrase.n_term);

  index = cs_terms_en_add (en, claim, CS_MENTION_REFERENCE, range, &phrase, phrase.n_term);
  mention = cs_terms_en_mention (en, index);
  mention->basis = basis;
  mention->other = other;
  mention->flags |= wanted ? 0 : CS_MENTION_SILENT;
  if (basis > CS_BASIS_IMPLICIT)
    {
      mention->path = g_steal_pointer (&path);
      mention->partial = partial;
      record_failure (&walk, &phrase, phrase.n_term, mention);
    }

  return index;
}
