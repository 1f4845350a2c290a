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

/* Whether the phrase needs no introduction: "the presence", "the length of". */
static gboolean
is_implicit (const CsTermsEn *en, const CsPhraseEn *phrase, guint n_words)
{
  const CsTextEn *text = en->text;
  guint head = phrase->tokens[n_words - 1];
  guint next = cs_phrase_en_next (text, phrase, n_words);
  const CsWordEntry *word = cs_text_en_word (text, head);
  guint first = cs_text_en_word (text, phrase->tokens[0])->classes;
  gboolean of = cs_text_en_reads (text, next, "of");

  if ((word->classes & (CS_EN_ALWAYS | CS_EN_BODY)) != 0 && n_words == 1)
    return TRUE;
  if ((word->classes & CS_EN_RELATIONAL) != 0 && (of || cs_text_en_reads (text, next, "between") || cs_text_en_reads (text, next, "to") || cs_text_en_reads (text, next, "at") || cs_text_en_reads (text, next, "in")))
    return TRUE;
  if (of && (word->forms & CS_EN_ING) != 0)
    return TRUE;

  return (first & (CS_EN_SUPERLATIVE | CS_EN_RESULT)) != 0 && n_words > 1;
}

/* What a phrase that is not found as a whole rests on: its halves, a beginning, or nothing. */
static CsBasis
judge_parts (Walk *walk, const CsPhraseEn *phrase, guint n_words, CsBasis whole)
{
  if (is_implicit (walk->en, phrase, n_words))
    return CS_BASIS_IMPLICIT;
  for (guint n = n_words + 1; n <= phrase->n_words; n++)
    if (grade (walk, phrase, n) == CS_BASIS_FOUND)
      return CS_BASIS_FOUND;
  for (guint n = n_words - 1; n > 0; n--)
    if (phrase->predicates[n] >= CS_PREDICATE_POSSIBLE && grade (walk, phrase, n) == CS_BASIS_FOUND)
      return CS_BASIS_AMBIGUOUS;

  return whole;
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
  if (basis > CS_BASIS_IMPLICIT)
    {
      guint failed = GPOINTER_TO_UINT (g_hash_table_lookup (en->failed, GUINT_TO_POINTER (mention->term)));

      mention->path = g_steal_pointer (&path);
      mention->partial = partial;
      if (failed != 0)
        {
          mention->flags |= CS_MENTION_REPEATED;
          mention->second = failed - 1;
        }
      else
        {
          g_hash_table_insert (en->failed, GUINT_TO_POINTER (mention->term), GUINT_TO_POINTER (index + 1));
        }
      if (basis >= CS_BASIS_MODIFIER)
        for (guint i = 0; i < n_words; i++)
          cs_text_en_token (en->text, phrase->tokens[i])->flags |= CS_TOKEN_BASELESS;
    }
}
