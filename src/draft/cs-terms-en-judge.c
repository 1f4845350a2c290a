#include <string.h>

#include "cs-terms-en.h"

/* What is wrong with a mention besides its basis. Each rule speaks only where hardly anybody would
 * disagree: these are shown as advice. */

#define MAX_CONSIDERED 150 /* places of a word in a claim looked at for one reference */
#define NEAR 16            /* words around a noun in which "each" may be said of it */

/* What stands above a reference. @meant: two mentions that a short form can mean. */
typedef struct
{
  CsTermsEn *en;
  const CsMention *reference;
  guint meant[2];
} Scope;

static const CsTerm *
get_term (const CsTermsEn *en, guint term)
{
  return &g_array_index (en->scan->terms, CsTerm, term);
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

/* "a power of the beam", "perform a compensation": a property or a deed, another each time. */
static gboolean
is_another_each_time (const CsTextEn *text, guint head)
{
  return cs_text_en_reads (text, head + 1, "of") ||
         (cs_text_en_word (text, head)->forms & CS_EN_ACTION) != 0;
}

/* Whether the same claim introduces @mention before or again: "a first material, a pigment, and a
 * pigment" are two to their author. */
static gboolean
is_repeated_there (const CsTermsEn *en, const CsMention *mention, guint at)
{
  guint end = MIN (at + MAX_CONSIDERED, en->introductions->len);

  for (guint i = at > MAX_CONSIDERED ? at - MAX_CONSIDERED : 0; i < end; i++)
    {
      guint index = g_array_index (en->introductions, guint, i);
      const CsMention *other = cs_terms_en_mention (en, index);

      if (i != at && other->claim == mention->claim && other->term == mention->term)
        return TRUE;
    }

  return FALSE;
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
judge_introduction (CsTermsEn *en, guint at, GHashTable *firsts, GHashTable *referred)
{
  guint index = g_array_index (en->introductions, guint, at);
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
  if (is_another_each_time (en->text, token) || is_repeated_there (en, mention, at))
    return;
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

  if (mention == NULL || mention->term != scope->reference->term)
    return FALSE;

  return mention->kind != CS_MENTION_INTRODUCTION || /* "a block and another block" are two */
         mention == cs_terms_en_mention (scope->en, scope->reference->other);
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
  else if (count == 0 && !is_plural_token (en, token) && !is_common (en, token) &&
           !is_distributed (en->text, token) &&
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

/* Whether @reference has a quantity: "the at least one arm" is one of those. */
static gboolean
has_quantity (const CsMention *reference)
{
  return reference->range.start > reference->marker.end + 1;
}

/* Whether both mentions that a short form can mean are as near to it: in its own claim or above it,
 * and neither is named like the other with words before it. */
static gboolean
is_undecided (const Scope *scope)
{
  const CsMention *one = cs_terms_en_mention (scope->en, scope->meant[0]);
  const CsMention *other = cs_terms_en_mention (scope->en, scope->meant[1]);
  const char *key = get_term (scope->en, one->term)->key;
  const char *other_key = get_term (scope->en, other->term)->key;
  guint here = scope->reference->claim;

  return (one->claim == here) == (other->claim == here) && !ends_in (key, other_key) &&
         !ends_in (other_key, key);
}

/* "the module" where there are a control module and a drive module. */
static void
judge_short (CsTermsEn *en, guint index)
{
  CsMention *reference = cs_terms_en_mention (en, index);
  guint token = head_token (en, index);
  Scope scope = { en, reference, { CS_NO_INDEX, CS_NO_INDEX } };

  if (reference->other == CS_NO_INDEX || token == CS_NO_INDEX || is_plural_token (en, token) ||
      is_common (en, token) || has_quantity (reference) || is_distributed (en->text, token) ||
      !ends_in (get_term (en, cs_terms_en_mention (en, reference->other)->term)->key,
                get_term (en, reference->term)->key))
    return;

  if (each_place (en, reference, cs_text_en_word (en->text, token)->lemma, collect_meant, &scope) &&
      scope.meant[1] != CS_NO_INDEX && is_undecided (&scope))
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
    judge_introduction (en, i, firsts, referred);

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
        mention->suggested = cs_terms_en_suggest (en, mention);
    }
}
