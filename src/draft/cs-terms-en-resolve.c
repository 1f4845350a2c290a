#include "cs-terms-en.h"

/* What a reference rests on. */

/* A search over the claims of all paths. @term: what is looked for, as a key of the cache. */
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

static guint
first_token (const CsTermsEn *en, guint claim)
{
  return g_array_index (en->text->claims, guint, claim);
}

/* For cs_claim_parents_grade(). Of a claim above, all of its words count, and the answer is kept. */
static guint
grade_claim (guint claim, gpointer data)
{
  Walk *walk = data;
  CsTermsEn *en = walk->en;
  gint64 key = (gint64)walk->term << 32 | claim;
  gpointer known;
  guint grade;
  guint place;

  if (claim == walk->claim)
    return cs_query_en_find (&walk->query, en->text, first_token (en, claim), walk->end,
                             &walk->place);

  known = g_hash_table_lookup (en->grades, &key);
  if (known != NULL)
    {
      grade = GPOINTER_TO_UINT (known) - 1;
    }
  else
    {
      grade = cs_query_en_find (&walk->query, en->text, first_token (en, claim),
                                first_token (en, claim + 1), &place);
      g_hash_table_insert (en->grades, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (grade + 1));
    }
  if (grade == CS_BASIS_FOUND)
    walk->partial = TRUE;

  return grade;
}

static const char *
phrase_key (CsTermsEn *en, const CsPhraseEn *phrase, guint n_words)
{
  g_string_truncate (en->key, 0);
  for (guint i = 0; i < n_words; i++)
    {
      if (i > 0)
        g_string_append_c (en->key, ' ');
      g_string_append (en->key, g_ptr_array_index (en->text->names, phrase->lemmas[i]));
    }

  return en->key->str;
}

static CsRange
phrase_range (const CsTermsEn *en, const CsPhraseEn *phrase, guint n_words)
{
  return (CsRange){ cs_text_en_token (en->text, phrase->tokens[0])->start,
                    cs_text_en_token (en->text, phrase->tokens[n_words - 1])->end };
}

static guint
phrase_term (CsTermsEn *en, guint claim, const CsPhraseEn *phrase, guint n_words)
{
  CsRange range = phrase_range (en, phrase, n_words);

  return cs_terms_scan_term (en->scan, phrase_key (en, phrase, n_words),
                             cs_claim_set_get (en->scan->claims, claim)->text + range.start,
                             range.end - range.start);
}

/* The sign right behind the phrase. */
static CsRange
sign_behind (const CsTermsEn *en, const CsPhraseEn *phrase, guint n_words)
{
  const CsTokenEn *token = cs_text_en_token (en->text, cs_phrase_en_next (en->text, phrase, n_words));

  if (token->kind == CS_TOKEN_SIGN || token->kind == CS_TOKEN_NUMBER)
    return (CsRange){ token->start, token->end };

  return (CsRange){ token->start, token->start };
}

guint
cs_terms_en_add (CsTermsEn *en, guint claim, CsMentionKind kind, CsRange marker,
                 const CsPhraseEn *phrase, guint n_words)
{
  CsMention mention = {
    .claim = claim,
    .kind = kind,
    .marker = marker,
    .range = phrase_range (en, phrase, n_words),
    .sign = sign_behind (en, phrase, n_words),
    .other = CS_NO_INDEX,
    .second = CS_NO_INDEX,
    .suggested = CS_NO_INDEX,
  };
  guint index = en->scan->mentions->len;

  mention.term = phrase_term (en, claim, phrase, n_words);
  g_array_append_val (en->scan->mentions, mention);
  for (guint i = 0; i < n_words; i++)
    cs_text_en_token (en->text, phrase->tokens[i])->mention = index;

  return index;
}

/* --- resolving --- */

static CsBasis
grade (Walk *walk, const CsPhraseEn *phrase, guint n_words)
{
  CsTermsEn *en = walk->en;

  cs_query_en_init (&walk->query, en->text, phrase, n_words);
  walk->term = phrase_term (en, walk->claim, phrase, n_words);
  walk->place = CS_NO_INDEX;
  walk->partial = FALSE;

  return (CsBasis)cs_claim_parents_grade (en->scan->parents, walk->claim, grade_claim, walk,
                                          en->path);
}

/* "the treatment or prevention of": the token behind what is coordinated with the phrase. */
static guint
skip_coordinated (const CsTextEn *text, guint next)
{
  if (!cs_text_en_reads (text, next, "and") && !cs_text_en_reads (text, next, "or"))
    return next;

  next++;
  for (guint n = 0; n < 4 && cs_text_en_is_word (text, next); n++, next++)
    if (cs_text_en_reads (text, next, "of"))
      break;

  return next;
}

/* A noun made of a verb or adjective: the formation, the thickness. */
static gboolean
is_abstract (const CsTextEn *text, guint at)
{
  static const char *const endings[] = { "tion", "sion", "ment", "ance", "ence", "ity", "ness", "ship", "cy", "al", "ure", "age", NULL };
  const CsWordEntry *word = cs_text_en_word (text, at);
  const char *lemma = g_ptr_array_index (text->names, word->lemma);

  if ((word->forms & CS_EN_ING) != 0)
    return TRUE;
  for (guint i = 0; i < 8; i++)
    if (g_str_has_suffix (lemma, endings[i]))
      return TRUE;

  return word->lemma != word->stem && (word->forms & (CS_EN_PARTICIPLE | CS_EN_UNKNOWN)) == 0 && FALSE;
}

/* "the force applied by", "the region which": what follows says which one is meant. */
static gboolean
is_defined_behind (const CsTextEn *text, guint next)
{
  guint forms;

  if (cs_text_en_reads (text, next, "which") || cs_text_en_reads (text, next, "that") || cs_text_en_reads (text, next, "whose"))
    return TRUE;
  if (!cs_text_en_is_word (text, next))
    return FALSE;

  forms = cs_text_en_word (text, next)->forms;

  return (forms & CS_EN_PARTICIPLE) != 0 && (cs_text_en_classes (text, next + 1) & (CS_EN_PREPOSITION | CS_EN_CLOSED_ADVERB)) != 0;
}

static guint
all_classes (const CsTextEn *text, const CsPhraseEn *phrase, guint n_words)
{
  guint classes = 0;

  for (guint i = 0; i < n_words; i++)
    classes |= cs_text_en_word (text, phrase->tokens[i])->classes;

  return classes;
}

static gboolean
has_name (const CsTextEn *text, const CsPhraseEn *phrase, guint n_words)
{
  for (guint i = 0; i + 1 < n_words; i++)
    if ((cs_text_en_token (text, phrase->tokens[i])->flags & CS_TOKEN_NAME) != 0)
      return TRUE;

  return FALSE;
}

/* Whether the phrase needs no introduction by any claim: "the presence", "the NOL4 gene". */
static gboolean
is_always_definite (const CsTextEn *text, const CsPhraseEn *phrase, guint n_words)
{
  const CsWordEntry *head = cs_text_en_word (text, phrase->tokens[n_words - 1]);
  guint next = cs_phrase_en_next (text, phrase, n_words);
  guint first = cs_text_en_word (text, phrase->tokens[0])->classes;

  if ((head->classes & (CS_EN_ALWAYS | CS_EN_BODY)) != 0 && n_words == 1)
    return TRUE;
  if ((head->classes & CS_EN_LABEL) != 0 &&
      (cs_text_en_token (text, next)->kind == CS_TOKEN_NUMBER || cs_text_en_token (text, next)->kind == CS_TOKEN_SIGN || cs_text_en_token (text, next)->kind == CS_TOKEN_OPEN ||
       (cs_text_en_token (text, next)->flags & CS_TOKEN_NAME) != 0))
    return TRUE;
  if ((head->classes & CS_EN_NAMED) != 0 && has_name (text, phrase, n_words))
    return TRUE;
  if ((head->forms & CS_EN_NOUN) == 0 && n_words == 1 && (head->forms & CS_EN_ADJECTIVE) != 0)
    return TRUE;

  return (all_classes (text, phrase, n_words) & CS_EN_SUPERLATIVE) != 0 || ((first & CS_EN_RESULT) != 0 && n_words > 1);
}

/* Whether the phrase needs no introduction if no other claim introduces it: "the length of". */
static gboolean
is_implicit (const CsTextEn *text, const CsPhraseEn *phrase, guint n_words)
{
  guint head = phrase->tokens[n_words - 1];
  guint next = skip_coordinated (text, cs_phrase_en_next (text, phrase, n_words));
  guint classes = cs_text_en_word (text, head)->classes;
  gboolean of = cs_text_en_reads (text, next, "of");

  if ((classes & CS_EN_RELATIONAL) != 0 && (cs_text_en_classes (text, next) & CS_EN_PREPOSITION) != 0)
    return TRUE;
  if (of && is_abstract (text, head))
    return TRUE;

  return of && (cs_text_en_word (text, phrase->tokens[0])->classes & CS_EN_ORDINAL) != 0;
}

/* What a phrase that is not found as a whole rests on: its halves, a beginning, or nothing. */
static CsBasis
judge_parts (Walk *walk, const CsPhraseEn *phrase, guint n_words, CsBasis whole)
{
  CsTermsEn *en = walk->en;
  guint term = walk->term;
  gboolean introduced = g_hash_table_contains (en->introduced, GUINT_TO_POINTER (term));

  if (is_always_definite (en->text, phrase, n_words))
    return CS_BASIS_IMPLICIT;
  if (!introduced && is_implicit (en->text, phrase, n_words))
    return CS_BASIS_IMPLICIT;
  for (guint n = n_words + 1; n <= phrase->n_words; n++)
    if (grade (walk, phrase, n) == CS_BASIS_FOUND)
      return CS_BASIS_FOUND;
  for (guint n = n_words - 1; n > 0; n--)
    if (phrase->predicates[n] >= CS_PREDICATE_POSSIBLE && grade (walk, phrase, n) == CS_BASIS_FOUND)
      return CS_BASIS_AMBIGUOUS;
  if (!introduced && is_defined_behind (en->text, cs_phrase_en_next (en->text, phrase, n_words)))
    return MIN (whole, CS_BASIS_AMBIGUOUS);

  return whole;
}

/* The mention of a reference that failed for the same reason, in @claim before or above it. */
static guint
find_failed (CsTermsEn *en, guint claim, guint end, const CsQueryEn *query)
{
  guint found;

  if (en->ancestors_of != claim)
    {
      cs_claim_parents_get_ancestors (en->scan->parents, claim, en->ancestors);
      en->ancestors_of = claim;
    }
  found = cs_query_en_find_baseless (query, en->text, first_token (en, claim), end);
  for (guint i = 0; i < en->ancestors->len && found == CS_NO_INDEX; i++)
    {
      guint above = g_array_index (en->ancestors, guint, i);

      found = cs_query_en_find_baseless (query, en->text, first_token (en, above), first_token (en, above + 1));
    }

  return found == CS_NO_INDEX ? found : cs_text_en_token (en->text, found)->mention;
}

static void
record_failure (Walk *walk, const CsPhraseEn *phrase, guint n_words, CsMention *mention)
{
  CsTermsEn *en = walk->en;

  cs_query_en_init (&walk->query, en->text, phrase, n_words);
  mention->second = find_failed (en, walk->claim, walk->end, &walk->query);
  if (mention->second != CS_NO_INDEX)
    mention->flags |= CS_MENTION_REPEATED;
  if (mention->basis >= CS_BASIS_AMBIGUOUS)
    for (guint i = 0; i < n_words; i++)
      cs_text_en_token (en->text, phrase->tokens[i])->flags |= CS_TOKEN_BASELESS;
}

void
cs_terms_en_resolve (CsTermsEn *en, guint claim, guint marker, const CsPhraseEn *phrase)
{
  const CsTokenEn *token = cs_text_en_token (en->text, marker);
  Walk walk = { .en = en, .claim = claim, .end = marker };
  guint n_words = phrase->n_term;
  CsBasis basis = grade (&walk, phrase, n_words);
  gboolean partial = walk.partial;
  g_autoptr (GArray) path = NULL;
  CsMention *mention;
  guint index;

  if (basis > CS_BASIS_IMPLICIT)
    {
      path = g_array_copy (en->path);
      basis = judge_parts (&walk, phrase, n_words, basis);
    }

  index = cs_terms_en_add (en, claim, CS_MENTION_REFERENCE, (CsRange){ token->start, token->end },
                           phrase, n_words);
  mention = &g_array_index (en->scan->mentions, CsMention, index);
  mention->basis = basis;
  if (basis <= CS_BASIS_IMPLICIT)
    return;

  mention->path = g_steal_pointer (&path);
  mention->partial = partial;
  record_failure (&walk, phrase, n_words, mention);
}
