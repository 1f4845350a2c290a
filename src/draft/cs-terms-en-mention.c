#include <string.h>

#include "cs-terms-en.h"

/* Phrases as mentions of terms. */

const char *
cs_terms_en_key (CsTermsEn *en, const CsPhraseEn *phrase, guint first, guint end)
{
  g_string_truncate (en->key, 0);
  for (guint i = first; i < end; i++)
    {
      if (i > first)
        g_string_append_c (en->key, ' ');
      g_string_append (en->key, g_ptr_array_index (en->text->names, phrase->lemmas[i]));
    }

  return en->key->str;
}

static CsRange
token_range (const CsTermsEn *en, guint first, guint last)
{
  return (CsRange){ cs_text_en_token (en->text, first)->start,
                    cs_text_en_token (en->text, last)->end };
}

/* The words of @phrase that stand together. */
static CsRange
phrase_range (const CsTermsEn *en, const CsPhraseEn *phrase, guint n_words)
{
  guint n_own = n_words - MIN (phrase->n_shared, n_words - 1);

  return token_range (en, phrase->tokens[0], phrase->tokens[n_own - 1]);
}

guint
cs_terms_en_term (CsTermsEn *en, guint claim, const CsPhraseEn *phrase, guint n_words)
{
  const char *text = cs_claim_set_get (en->scan->claims, claim)->text;
  const char *key = cs_terms_en_key (en, phrase, 0, n_words);
  CsRange range = phrase_range (en, phrase, n_words);
  g_autofree char *name = NULL;

  if (phrase->n_shared > 0 && phrase->n_shared < n_words)
    {
      CsRange shared = token_range (en, phrase->tokens[n_words - phrase->n_shared],
                                    phrase->tokens[n_words - 1]);

      name = g_strdup_printf ("%.*s %.*s", (int)(range.end - range.start), text + range.start,
                              (int)(shared.end - shared.start), text + shared.start);
      return cs_terms_scan_term (en->scan, key, name, strlen (name));
    }

  return cs_terms_scan_term (en->scan, key, text + range.start, range.end - range.start);
}

/* Whether the number at @next is a sign and not a measure or label: "a length 10 mm", "step 2". */
static gboolean
is_bare_sign (const CsTextEn *text, guint next)
{
  guint behind = cs_text_en_classes (text, next + 1);
  guint before = cs_text_en_classes (text, next - 1);

  return cs_text_en_token (text, next)->kind == CS_TOKEN_NUMBER &&
         (before & (CS_EN_LABEL | CS_EN_DIMENSION | CS_EN_PREPOSITION)) == 0 &&
         (!cs_text_en_is_word (text, next + 1) || (behind & CS_EN_CLOSED) != 0);
}

/* The sign right behind the phrase: "housing (10)", "housing 10". */
static CsRange
sign_behind (const CsTermsEn *en, const CsPhraseEn *phrase, guint n_words)
{
  guint next = cs_phrase_en_next (phrase, n_words);
  const CsTokenEn *token = cs_text_en_token (en->text, next);

  if (token->kind == CS_TOKEN_SIGN || is_bare_sign (en->text, next))
    return token_range (en, next, next);

  return (CsRange){ token->start, token->start };
}

guint
cs_terms_en_add (CsTermsEn *en,
                 guint claim,
                 CsMentionKind kind,
                 CsRange marker,
                 const CsPhraseEn *phrase,
                 guint n_words)
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

  mention.term = cs_terms_en_term (en, claim, phrase, n_words);
  g_array_append_val (en->scan->mentions, mention);
  g_hash_table_add (en->named, GUINT_TO_POINTER (mention.term));
  for (guint i = 0; i + phrase->n_shared < n_words; i++)
    cs_text_en_token (en->text, phrase->tokens[i])->mention = index;

  return index;
}

static int
compare_indexes (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *)a;
  guint right = *(const guint *)b;

  return left < right ? -1 : left > right;
}

const GArray *
cs_terms_en_ancestors (CsTermsEn *en, guint claim)
{
  if (en->ancestors_of != claim)
    {
      cs_claim_parents_get_ancestors (en->scan->parents, claim, en->ancestors);
      en->ancestors_of = claim;
    }

  return en->ancestors;
}

gboolean
cs_terms_en_is_above (CsTermsEn *en, guint claim, guint above)
{
  return claim == above || g_array_binary_search ((GArray *)cs_terms_en_ancestors (en, claim),
                                                  &above, compare_indexes, NULL);
}

/* --- named again, without article --- */

/* The words of @phrase that make the longest known term which ends where it ends: "control unit" in
 * "new control unit". Returns: the first of them, @end when there is none */
static guint
find_known (CsTermsEn *en, const CsPhraseEn *phrase, guint end)
{
  for (guint first = 0; first < end; first++)
    {
      const char *key = cs_terms_en_key (en, phrase, first, end);
      guint term = GPOINTER_TO_UINT (g_hash_table_lookup (en->scan->by_key, key));

      if (term != 0 && g_hash_table_contains (en->named, GUINT_TO_POINTER (term - 1)))
        return first;
    }

  return end;
}

/* Cuts @phrase off before the first word that a mention has already. */
static void
cut_known (const CsTextEn *text, CsPhraseEn *phrase)
{
  guint n = 0;

  while (n < phrase->n_term &&
         cs_text_en_token (text, phrase->tokens[n])->mention == CS_NO_INDEX)
    n++;
  phrase->n_term = n;
}

static void
use_phrase (CsTermsEn *en, guint claim, CsPhraseEn *phrase)
{
  gsize start;
  guint first;

  cut_known (en->text, phrase);
  first = find_known (en, phrase, phrase->n_term);
  if (first == phrase->n_term)
    return;

  phrase->n_term -= first;
  memmove (phrase->tokens, phrase->tokens + first, phrase->n_term * sizeof (guint));
  memmove (phrase->lemmas, phrase->lemmas + first, phrase->n_term * sizeof (guint));
  start = cs_text_en_token (en->text, phrase->tokens[0])->start;
  cs_terms_en_add (en, claim, CS_MENTION_USE, (CsRange){ start, start }, phrase, phrase->n_term);
}

void
cs_terms_en_use (CsTermsEn *en)
{
  for (guint claim = 0; claim < cs_claim_set_get_n_claims (en->scan->claims); claim++)
    {
      guint at = g_array_index (en->text->claims, guint, claim);
      guint end = g_array_index (en->text->claims, guint, claim + 1);

      while (at < end)
        {
          const CsTokenEn *token = cs_text_en_token (en->text, at);
          CsPhraseEn phrase;

          if (token->mention != CS_NO_INDEX || (token->flags & CS_TOKEN_CLAIM_REF) != 0 ||
              !cs_phrase_en_read (en->text, at, end, &phrase))
            {
              at++;
              continue;
            }
          at = cs_phrase_en_next (&phrase, phrase.n_term);
          use_phrase (en, claim, &phrase);
        }
    }
}
