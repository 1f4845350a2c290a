#include <string.h>

#include "cs-terms-en.h"

/* What is wrong with a mention besides its basis, and what was perhaps meant. Each rule speaks only
 * where hardly anybody would disagree: these are shown as advice. */

#define MAX_CONSIDERED 150 /* introductions looked at for one reference */
#define MAX_KEY 64         /* bytes of a key that are compared */
#define LEAST_ALIKE 50     /* percent */
#define NEAR 16            /* words around a noun in which "each" may be said of it */

/* --- what was perhaps meant --- */

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

static guint
suggest (CsTermsEn *en, const CsMention *reference)
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

/* --- faults beside the basis --- */

/* The last token of the words of @mention, CS_NO_INDEX when they are not tokens of their own. */
static guint
head_token (const CsTermsEn *en, guint index)
{
  const CsMention *mention = cs_terms_en_mention (en, index);
  guint low = g_array_index (en->text->claims, guint, mention->claim);
  guint high = g_array_index (en->text->claims, guint, mention->claim + 1);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (cs_text_en_token (en->text, middle)->end < mention->range.end)
        low = middle + 1;
      else
        high = middle;
    }

  return low < en->text->tokens->len && cs_text_en_is_word (en->text, low) ? low : CS_NO_INDEX;
}

static gboolean
marker_is (const CsTermsEn *en, const CsMention *mention, const char *words)
{
  const char *text = cs_claim_set_get (en->scan->claims, mention->claim)->text;
  gsize n_bytes = mention->marker.end - mention->marker.start;

  return n_bytes == strlen (words) &&
         g_ascii_strncasecmp (text + mention->marker.start, words, n_bytes) == 0;
}

static gboolean
is_one (const CsTermsEn *en, const CsMention *mention)
{
  return marker_is (en, mention, "a") || marker_is (en, mention, "an");
}

/* A word that any number of things has one of: "a surface", "a portion". */
static gboolean
is_common (const CsTermsEn *en, guint token)
{
  return (cs_text_en_classes (en->text, token) &
          (CS_EN_RELATIONAL | CS_EN_DIMENSION | CS_EN_GENERIC | CS_EN_CHEMICAL | CS_EN_NAMED |
           CS_EN_ALWAYS)) != 0;
}

/* Whether @mention stands among the features that a dependent claim adds. */
static gboolean
is_added (const CsTermsEn *en, const CsMention *mention)
{
  const CsClaim *claim = cs_claim_set_get (en->scan->claims, mention->claim);

  return claim->dependent && claim->quotes->len == 0 && !cs_range_is_empty (claim->transition) &&
         mention->range.start > claim->transition.end;
}

/* The terms that each claim refers to: those are one thing to its author. */
static GHashTable *
find_referred (const CsTermsEn *en)
{
  GHashTable *referred = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < en->scan->mentions->len; i++)
    {
      const CsMention *mention = cs_terms_en_mention (en, i);
      gint64 key = (gint64)mention->term << 32 | mention->claim;

      if (mention->kind == CS_MENTION_REFERENCE)
        g_hash_table_add (referred, g_memdup2 (&key, sizeof key));
    }

  return referred;
}

static gboolean
is_referred_to (GHashTable *referred, guint claim, guint term)
{
  gint64 key = (gint64)term << 32 | claim;

  return g_hash_table_contains (referred, &key);
}

/* "a control unit" again, where the claim above introduces a control unit and refers to it. */
static void
judge_introduction (CsTermsEn *en, guint index, GHashTable *firsts, GHashTable *referred)
{
  CsMention *mention = cs_terms_en_mention (en, index);
  guint token = head_token (en, index);
  gpointer known;
  guint first;

  if (!is_one (en, mention) || token == CS_NO_INDEX || is_common (en, token) ||
      strchr (get_term (en, mention->term)->key, ' ') == NULL)
    return;
  if (!g_hash_table_lookup_extended (firsts, GUINT_TO_POINTER (mention->term), NULL, &known))
    {
      g_hash_table_insert (firsts, GUINT_TO_POINTER (mention->term), GUINT_TO_POINTER (index));
      return;
    }

  first = GPOINTER_TO_UINT (known);
  if (cs_terms_en_mention (en, first)->claim != mention->claim && is_added (en, mention) &&
      is_referred_to (referred, cs_terms_en_mention (en, first)->claim, mention->term) &&
      cs_terms_en_is_above (en, mention->claim, cs_terms_en_mention (en, first)->claim))
    {
      mention->flags |= CS_MENTION_DOUBLE;
      mention->other = first;
    }
}

static gboolean
is_plural_token (const CsTermsEn *en, guint token)
{
  return (cs_text_en_word (en->text, token)->forms & CS_EN_PLURAL) != 0;
}

/* "each motor having a coder": one of each. */
static gboolean
is_distributed (const CsTextEn *text, guint head)
{
  static const char *const words[] = { "each", "respectively", "respective", "every", NULL };
  guint start = head > NEAR ? head - NEAR : 0;

  for (guint i = start; i < MIN (head + NEAR, text->tokens->len); i++)
    if (cs_text_en_reads_any (text, i, words))
      return TRUE;

  return FALSE;
}

/* Whether all mentions of @term that introduce or use it before the reference are one thing. */
static gboolean
is_only_one (CsTermsEn *en, const CsMention *reference)
{
  const CsMention *other = cs_terms_en_mention (en, reference->other);
  guint head = head_token (en, reference->other);
  guint lemma = cs_text_en_word (en->text, head)->lemma;
  guint n_places;
  const guint *places;

  if (!is_one (en, other) || is_distributed (en->text, head))
    return FALSE;

  /* the head anywhere else, in the plural or of another term: too many ways to be right */
  for (guint claim = 0; claim <= reference->claim; claim++)
    {
      guint start = g_array_index (en->text->claims, guint, claim);
      guint end = g_array_index (en->text->claims, guint, claim + 1);

      if (!cs_terms_en_is_above (en, reference->claim, claim))
        continue;
      places = cs_text_en_lemma_places (en->text, lemma, start, end, &n_places);
      for (guint i = 0; i < n_places; i++)
        {
          guint index = cs_text_en_token (en->text, places[i])->mention;
          const CsMention *mention = index == CS_NO_INDEX ? NULL : cs_terms_en_mention (en, index);

          if (claim == reference->claim &&
              cs_text_en_token (en->text, places[i])->start >= reference->range.start)
            break;
          if (mention == NULL || mention->term != reference->term || is_plural_token (en, places[i]))
            return FALSE;
        }
    }

  return TRUE;
}

/* "the rollers" where there is one roller. The other way round, "the roller" of several, is how
 * claims speak of each. */
static void
judge_number (CsTermsEn *en, guint index)
{
  CsMention *reference = cs_terms_en_mention (en, index);
  guint token = head_token (en, index);

  if (reference->other == CS_NO_INDEX || token == CS_NO_INDEX || !is_plural_token (en, token) ||
      head_token (en, reference->other) == CS_NO_INDEX || is_common (en, token))
    return;
  if (is_only_one (en, reference))
    reference->flags |= CS_MENTION_NUMBER;
}

/* --- short forms --- */

/* Whether @longer is the term @key with words before it. */
static gboolean
ends_in (const char *longer, const char *key)
{
  gsize n_longer = strlen (longer);
  gsize n_key = strlen (key);

  return n_longer > n_key + 1 && longer[n_longer - n_key - 1] == ' ' &&
         g_str_has_suffix (longer, key);
}

/* Collects two introductions in @claim that the short form @reference can mean. Returns: FALSE when
 * something there is called just so, or in the plural */
static gboolean
collect_meant (CsTermsEn *en, const CsMention *reference, guint claim, guint lemma, guint meant[2])
{
  const char *key = get_term (en, reference->term)->key;
  guint n_places;
  const guint *places = cs_text_en_lemma_places (
      en->text, lemma, g_array_index (en->text->claims, guint, claim),
      g_array_index (en->text->claims, guint, claim + 1), &n_places);

  for (guint i = 0; i < n_places; i++)
    {
      guint index = cs_text_en_token (en->text, places[i])->mention;
      const CsMention *mention = index == CS_NO_INDEX ? NULL : cs_terms_en_mention (en, index);

      if (claim == reference->claim &&
          cs_text_en_token (en->text, places[i])->start >= reference->range.start)
        break;
      if (mention == NULL || mention->term == reference->term || is_plural_token (en, places[i]))
        return FALSE;
      if (mention->kind != CS_MENTION_INTRODUCTION || !is_one (en, mention) ||
          !ends_in (get_term (en, mention->term)->key, key))
        continue;
      if (meant[0] == CS_NO_INDEX)
        meant[0] = index;
      else if (cs_terms_en_mention (en, meant[0])->term != mention->term)
        meant[1] = index;
    }

  return TRUE;
}

/* "the module" where there are a control module and a drive module. */
static void
judge_short (CsTermsEn *en, guint index)
{
  CsMention *reference = cs_terms_en_mention (en, index);
  guint token = head_token (en, index);
  guint meant[2] = { CS_NO_INDEX, CS_NO_INDEX };

  if (reference->other == CS_NO_INDEX || token == CS_NO_INDEX || is_plural_token (en, token) ||
      is_common (en, token) || is_distributed (en->text, token) ||
      !ends_in (get_term (en, cs_terms_en_mention (en, reference->other)->term)->key,
                get_term (en, reference->term)->key))
    return;

  for (guint claim = 0; claim <= reference->claim; claim++)
    if (cs_terms_en_is_above (en, reference->claim, claim) &&
        !collect_meant (en, reference, claim, cs_text_en_word (en->text, token)->lemma, meant))
      return;
  if (meant[1] != CS_NO_INDEX)
    {
      reference->flags |= CS_MENTION_SHORT;
      reference->other = meant[0];
      reference->second = meant[1];
    }
}

void
cs_terms_en_judge (CsTermsEn *en)
{
  g_autoptr (GHashTable) firsts = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) referred = find_referred (en);

  for (guint i = 0; i < en->introductions->len; i++)
    judge_introduction (en, g_array_index (en->introductions, guint, i), firsts, referred);

  for (guint i = 0; i < en->scan->mentions->len; i++)
    {
      CsMention *mention = cs_terms_en_mention (en, i);

      if (mention->kind != CS_MENTION_REFERENCE)
        continue;
      if (mention->basis == CS_BASIS_FOUND)
        {
          judge_number (en, i);
          judge_short (en, i);
        }
      else if (mention->basis > CS_BASIS_IMPLICIT && (mention->flags & CS_MENTION_REPEATED) == 0)
        mention->suggested = suggest (en, mention);
    }
}
