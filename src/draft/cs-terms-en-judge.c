#include <string.h>

#include "cs-terms-en.h"

/* What is wrong with a mention besides its basis, and what was perhaps meant. Each rule speaks only
 * where hardly anybody would disagree: these are shown as advice. */

#define MAX_CONSIDERED 150 /* introductions looked at for one reference */
#define MAX_KEY 64         /* bytes of a key that are compared */
#define LEAST_ALIKE 50     /* percent */
#define NEAR 16            /* words around a noun in which "each" may be said of it */

/* What stands above a reference. @meant: two mentions that a short form can mean. */
typedef struct
{
  CsTermsEn *en;
  const CsMention *reference;
  guint meant[2];
} Scope;

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

/* The introductions that references rest on: those are one thing to their author. */
static GHashTable *
find_referred (const CsTermsEn *en)
{
  GHashTable *referred = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < en->scan->mentions->len; i++)
    {
      const CsMention *mention = cs_terms_en_mention (en, i);

      if (mention->kind == CS_MENTION_REFERENCE && mention->other != CS_NO_INDEX)
        g_hash_table_add (referred, GUINT_TO_POINTER (mention->other));
    }

  return referred;
}

/* The token at which the marker of @mention begins; @head is the last token of its words. */
static guint
marker_token (const CsTermsEn *en, const CsMention *mention, guint head)
{
  guint first = g_array_index (en->text->claims, guint, mention->claim);

  while (head > first && cs_text_en_token (en->text, head)->start > mention->marker.start)
    head--;

  return head;
}

/* "which is a pump", "a pump or": says what something is, or one of several things it may be. */
static gboolean
is_alternative (const CsTermsEn *en, guint marker, guint head)
{
  static const char *const verbs[] = { "is", "are", "be", "being", "as", "or", NULL };

  return (marker > 0 && cs_text_en_reads_any (en->text, marker - 1, verbs)) ||
         cs_text_en_reads (en->text, head + 1, "or");
}

/* "wherein an impeller is arranged": speaks of a thing as of one known. */
static gboolean
is_spoken_of (const CsTermsEn *en, guint marker, guint head)
{
  return marker > 0 && cs_text_en_reads (en->text, marker - 1, "wherein") &&
         (cs_text_en_classes (en->text, head + 1) & CS_EN_AUXILIARY) != 0;
}

/* "a control unit" again, where the claim above introduces a control unit and refers to it. */
static void
judge_introduction (CsTermsEn *en, guint index, GHashTable *firsts, GHashTable *referred)
{
  CsMention *mention = cs_terms_en_mention (en, index);
  guint token = head_token (en, index);
  gboolean named = strchr (get_term (en, mention->term)->key, ' ') != NULL;
  gboolean spoken_of;
  gpointer known;
  guint marker;
  guint first;

  if (!is_one (en, mention) || token == CS_NO_INDEX || is_common (en, token))
    return;
  marker = marker_token (en, mention, token);
  if (is_alternative (en, marker, token))
    return;
  if (!g_hash_table_lookup_extended (firsts, GUINT_TO_POINTER (mention->term), NULL, &known))
    {
      g_hash_table_insert (firsts, GUINT_TO_POINTER (mention->term), GUINT_TO_POINTER (index));
      return;
    }

  first = GPOINTER_TO_UINT (known);
  spoken_of = is_spoken_of (en, marker, token);
  if (cs_terms_en_mention (en, first)->claim != mention->claim && is_added (en, mention) &&
      (spoken_of || (named && g_hash_table_contains (referred, GUINT_TO_POINTER (first)))) &&
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

/* Calls @func for each place in scope of @reference where a word of @lemma stands, up to the
 * MAX_CONSIDERED first of a claim. Returns: whether it said TRUE for all */
static gboolean
each_place (CsTermsEn *en,
            const CsMention *reference,
            guint lemma,
            gboolean (*func) (Scope *, guint),
            Scope *scope)
{
  const GArray *ancestors = cs_terms_en_ancestors (en, reference->claim);

  for (guint i = 0; i <= ancestors->len; i++)
    {
      guint claim = i < ancestors->len ? g_array_index (ancestors, guint, i) : reference->claim;
      guint n_places;
      const guint *places = cs_text_en_lemma_places (
          en->text, lemma, g_array_index (en->text->claims, guint, claim),
          g_array_index (en->text->claims, guint, claim + 1), &n_places);

      for (guint n = 0; n < MIN (n_places, MAX_CONSIDERED); n++)
        if (claim == reference->claim &&
            cs_text_en_token (en->text, places[n])->start >= reference->range.start)
          break;
        else if (!func (scope, places[n]))
          return FALSE;
    }

  return TRUE;
}

/* The mention at a place that can be another of the same name, NULL when there is a plural or
 * something unnamed: then there are too many ways to be right. */
static const CsMention *
get_singular (const Scope *scope, guint place)
{
  guint index = cs_text_en_token (scope->en->text, place)->mention;

  if (index == CS_NO_INDEX || is_plural_token (scope->en, place))
    return NULL;

  return cs_terms_en_mention (scope->en, index);
}

static gboolean
is_same_term (Scope *scope, guint place)
{
  const CsMention *mention = get_singular (scope, place);

  return mention != NULL && mention->term == scope->reference->term;
}

/* What a count says exactly: "two", "3"; 0 for "a", "at least two", "a plurality of". */
static guint
read_count (const CsTermsEn *en, guint claim, gsize start, gsize end)
{
  static const char *const numbers[] = { "two", "three", "four", "five", "six", "seven",
                                         "eight", "nine", "ten", "eleven", "twelve" };
  const char *text = cs_claim_set_get (en->scan->claims, claim)->text;
  g_autofree char *words = g_strndup (text + start, end - start);
  guint64 count;

  g_strstrip (words);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_ascii_strcasecmp (words, numbers[i]) == 0)
      return i + 2;

  return g_ascii_string_to_unsigned (words, 10, 2, 1000, &count, NULL) ? (guint)count : 0;
}

static guint
introduced_count (const CsTermsEn *en, const CsMention *mention)
{
  return read_count (en, mention->claim, mention->marker.start, mention->marker.end);
}

static gboolean
is_plural_of_same (Scope *scope, guint place)
{
  guint index = cs_text_en_token (scope->en->text, place)->mention;

  return index != CS_NO_INDEX && is_plural_token (scope->en, place) &&
         cs_terms_en_mention (scope->en, index)->term == scope->reference->term;
}

/* "the three rollers" or "the roller" of two rollers. */
static void
judge_count (CsTermsEn *en, guint index)
{
  CsMention *reference = cs_terms_en_mention (en, index);
  Scope scope = { en, reference, { CS_NO_INDEX, CS_NO_INDEX } };
  guint token = head_token (en, index);
  guint count;
  guint there;

  if (reference->other == CS_NO_INDEX || token == CS_NO_INDEX ||
      cs_range_is_empty (reference->marker) ||
      cs_terms_en_mention (en, reference->other)->term != reference->term)
    return;

  count = read_count (en, reference->claim, reference->marker.end, reference->range.start);
  there = introduced_count (en, cs_terms_en_mention (en, reference->other));
  if (there == 0)
    return;
  if (count != 0 && count != there)
    reference->flags |= CS_MENTION_NUMBER;
  else if (count == 0 && !is_plural_token (en, token) && !is_distributed (en->text, token) &&
           each_place (en, reference, cs_text_en_word (en->text, token)->lemma, is_plural_of_same,
                       &scope))
    reference->flags |= CS_MENTION_NUMBER;
}

/* "the rollers" where there is one roller. The other way round, "the roller" of a plurality, is how
 * claims speak of each. */
static void
judge_plural (CsTermsEn *en, guint index)
{
  CsMention *reference = cs_terms_en_mention (en, index);
  Scope scope = { en, reference, { CS_NO_INDEX, CS_NO_INDEX } };
  guint token = head_token (en, index);
  guint other;

  if (reference->other == CS_NO_INDEX || token == CS_NO_INDEX || !is_plural_token (en, token) ||
      head_token (en, reference->other) == CS_NO_INDEX || is_common (en, token))
    return;
  other = head_token (en, reference->other);
  if (!is_one (en, cs_terms_en_mention (en, reference->other)) || is_distributed (en->text, other))
    return;
  if (each_place (en, reference, cs_text_en_word (en->text, token)->lemma, is_same_term, &scope))
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

/* Collects two introductions that the short form can mean; something called just so ends it. */
static gboolean
collect_meant (Scope *scope, guint place)
{
  CsTermsEn *en = scope->en;
  guint index = cs_text_en_token (en->text, place)->mention;
  const CsMention *mention = index == CS_NO_INDEX ? NULL : cs_terms_en_mention (en, index);

  if (mention == NULL || mention->term == scope->reference->term)
    return FALSE;
  if (mention->kind != CS_MENTION_INTRODUCTION ||
      (!is_one (en, mention) && !cs_range_is_empty (mention->marker)) ||
      !ends_in (get_term (en, mention->term)->key, get_term (en, scope->reference->term)->key))
    return TRUE;

  if (scope->meant[0] == CS_NO_INDEX)
    scope->meant[0] = index;
  else if (cs_terms_en_mention (en, scope->meant[0])->term != mention->term)
    scope->meant[1] = index;

  return TRUE;
}

/* "the module" where there are a control module and a drive module. */
static void
judge_short (CsTermsEn *en, guint index)
{
  CsMention *reference = cs_terms_en_mention (en, index);
  guint token = head_token (en, index);
  Scope scope = { en, reference, { CS_NO_INDEX, CS_NO_INDEX } };

  if (reference->other == CS_NO_INDEX || token == CS_NO_INDEX || is_plural_token (en, token) ||
      is_common (en, token) || is_distributed (en->text, token) ||
      !ends_in (get_term (en, cs_terms_en_mention (en, reference->other)->term)->key,
                get_term (en, reference->term)->key))
    return;

  if (each_place (en, reference, cs_text_en_word (en->text, token)->lemma, collect_meant, &scope) &&
      scope.meant[1] != CS_NO_INDEX)
    {
      reference->flags |= CS_MENTION_SHORT;
      reference->other = scope.meant[0];
      reference->second = scope.meant[1];
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
          judge_plural (en, i);
          judge_count (en, i);
          judge_short (en, i);
        }
      else if (mention->basis > CS_BASIS_IMPLICIT && (mention->flags & CS_MENTION_REPEATED) == 0)
        mention->suggested = suggest (en, mention);
    }
}
