#include "cs-breadth.h"

#include <string.h>

#include "../language/cs-lexicon.h"
#include "../language/cs-word-count.h"
#include "cs-told.h"

#define MIN_CONTENT 2     /* a feature that says less is not judged */
#define SHARED_PERCENT 50 /* of its content: another claim has the feature too */
#define ALIKE_PERCENT 60  /* of their content: two claims are to the same solution */
#define FEW_OF 4          /* of so many features, one may be unneeded */
#define MAX_COMPARED 16   /* independent claims */

typedef struct
{
  const CsFeatureWords *words;
  const CsClaimSet *claims;
  gboolean chinese;
  GHashTable *told;     /* content of problem and effects */
  GPtrArray *contents;  /* GHashTable: for each independent claim what it says, as a set */
  GHashTable *repeated; /* hash of a feature that a dependent claim has */
} Measure;

void
cs_breadth_free (CsBreadth *breadth)
{
  g_array_unref (breadth->narrowing);
  g_array_unref (breadth->unneeded);
  g_free (breadth);
}

static gboolean
is_independent (const CsClaim *claim)
{
  return !claim->dependent && !claim->cancelled && claim->broken == CS_NO_INDEX;
}

/* --- what problem, effects and other claims say --- */

static void
note_content (guint content, CsRange range G_GNUC_UNUSED, gpointer data)
{
  g_hash_table_add (data, GUINT_TO_POINTER (content));
}

static void
read_told (Measure *measure, const CsDraft *draft, const CsDescription *description)
{
  g_autoptr (GArray) told = cs_told_find (draft, description);

  for (guint i = 0; i < told->len; i++)
    {
      gsize n_bytes;
      const char *text = cs_draft_get_unit_text (draft, CS_PART_DESCRIPTION,
                                                 g_array_index (told, guint, i), &n_bytes);

      cs_feature_words_visit_text (measure->words, text, n_bytes, note_content, measure->told);
    }
}

static void
read_claim (Measure *measure, guint claim)
{
  guint n_features;
  guint first = cs_feature_words_find_features (measure->words, claim, &n_features);

  if (is_independent (cs_claim_set_get (measure->claims, claim)))
    {
      GHashTable *content = g_hash_table_new (NULL, NULL);

      if (measure->contents->len < MAX_COMPARED)
        cs_feature_words_visit_content (measure->words, claim, note_content, content);
      g_ptr_array_add (measure->contents, content);
      return;
    }

  for (guint i = first; i < first + n_features; i++)
    g_hash_table_add (measure->repeated,
                      GUINT_TO_POINTER (cs_feature_words_hash (measure->words, i)));
}

/* --- features that look unneeded --- */

typedef struct
{
  GHashTable *told;
  GHashTable *other; /* what the claim compared with says */
  guint n_content;
  guint n_told;
  guint n_shared;
} Tally;

static void
tally_content (guint content, CsRange range G_GNUC_UNUSED, gpointer data)
{
  Tally *tally = data;
  gpointer key = GUINT_TO_POINTER (content);

  tally->n_content++;
  tally->n_told += g_hash_table_contains (tally->told, key);
  tally->n_shared += tally->other != NULL && g_hash_table_contains (tally->other, key);
}

/* Another independent claim that says most of what @at says and quotes none: it shows what the
 * solution does without. */
static GHashTable *
find_alike (const Measure *measure, const GPtrArray *all, guint at)
{
  GHashTable *own = measure->contents->pdata[at];
  guint claim = ((CsBreadth *)all->pdata[at])->claim;
  CsCategory category = cs_claim_set_get (measure->claims, claim)->category;

  for (guint i = 0; i < all->len; i++)
    {
      GHashTable *other = measure->contents->pdata[i];
      const CsBreadth *breadth = all->pdata[i];
      Tally tally = { .told = own, .other = other };

      if (i == at || g_hash_table_size (other) == 0 ||
          cs_claim_set_get (measure->claims, breadth->claim)->quotes->len > 0 ||
          cs_claim_set_get (measure->claims, breadth->claim)->category != category)
        continue;
      cs_feature_words_visit_content (measure->words, breadth->claim, tally_content, &tally);
      if (100 * tally.n_told >= ALIKE_PERCENT * tally.n_content)
        return other;
    }

  return NULL;
}

static gboolean
looks_unneeded (const Measure *measure, guint feature, GHashTable *other)
{
  Tally tally = { .told = measure->told, .other = other };
  guint hash = cs_feature_words_hash (measure->words, feature);

  cs_feature_words_visit_feature (measure->words, feature, tally_content, &tally);
  if (tally.n_content < MIN_CONTENT || tally.n_told > 0)
    return FALSE;
  if (g_hash_table_contains (measure->repeated, GUINT_TO_POINTER (hash)))
    return TRUE;

  return other != NULL && 100 * tally.n_shared < SHARED_PERCENT * tally.n_content;
}

static void
find_unneeded (const Measure *measure, const GPtrArray *all, guint at)
{
  const GArray *features = cs_features_get_all (cs_feature_words_get_features (measure->words));
  CsBreadth *breadth = all->pdata[at];
  GHashTable *other = find_alike (measure, all, at);
  guint n_features;
  guint first = cs_feature_words_find_features (measure->words, breadth->claim, &n_features);

  for (guint i = first; i < first + n_features; i++)
    if (g_array_index (features, CsFeature, i).kind != CS_FEATURE_PREAMBLE &&
        looks_unneeded (measure, i, other))
      g_array_append_val (breadth->unneeded, i);

  /* two solutions that go apart have little to say of each other */
  if (breadth->unneeded->len > MAX (1, n_features / FEW_OF))
    g_array_set_size (breadth->unneeded, 0);
}

/* --- counting --- */

static void
count_listed (const Measure *measure, const CsClaim *claim, CsBreadth *breadth)
{
  const CsLexicon *list = cs_lexicon_get (measure->chinese ? "breadth.zh" : "breadth.en");
  g_autoptr (GArray) hits = cs_lexicon_find (list, claim->folded);

  for (guint i = 0; i < hits->len; i++)
    {
      const CsLexiconHit *hit = &g_array_index (hits, CsLexiconHit, i);
      CsRange range = { claim->folded->map[hit->start], claim->folded->map[hit->end] };

      if (strcmp (hit->kind, "narrowing") == 0)
        {
          breadth->n_narrowing++;
          g_array_append_val (breadth->narrowing, range);
        }
      else if (strcmp (hit->kind, "negative") == 0)
        breadth->n_negative++;
      else
        breadth->n_counts++;
    }
}

/* Figures, but no labels (S1, 2D) and no numbers of claims or signs, which are left out before. */
static guint
count_values (const Measure *measure, const CsClaim *claim)
{
  guint n_words;
  const CsFeatureWord *words =
      cs_feature_words_get_of_claim (measure->words, claim->index, &n_words);
  guint n = 0;

  for (guint i = 0; i < n_words; i++)
    n += (words[i].flags & CS_FEATURE_WORD_LETTERS) != 0 &&
         g_ascii_isdigit (claim->text[words[i].start]);

  return n;
}

static CsBreadth *
measure_claim (const Measure *measure, const CsClaim *claim)
{
  g_autofree char *text = g_strndup (claim->text, claim->n_bytes);
  CsBreadth *breadth = g_new0 (CsBreadth, 1);

  breadth->claim = claim->index;
  cs_feature_words_find_features (measure->words, claim->index, &breadth->n_features);
  breadth->n_words = measure->chinese ? 0 : cs_word_count (text);
  breadth->n_characters = cs_char_count (text).strict;
  breadth->closed = claim->transition_kind == CS_TRANSITION_CLOSED;
  breadth->narrowing = g_array_new (FALSE, FALSE, sizeof (CsRange));
  breadth->unneeded = g_array_new (FALSE, FALSE, sizeof (guint));
  count_listed (measure, claim, breadth);
  breadth->n_values = count_values (measure, claim);

  return breadth;
}

GPtrArray *
cs_breadth_measure_all (const CsFeatureWords *words, const CsDescription *description)
{
  const CsClaimSet *claims = cs_features_get_claims (cs_feature_words_get_features (words));
  const CsDraft *draft = cs_claim_set_get_draft (claims);
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) contents =
      g_ptr_array_new_with_free_func ((GDestroyNotify)g_hash_table_unref);
  g_autoptr (GHashTable) repeated = g_hash_table_new (NULL, NULL);
  gboolean chinese = g_str_equal (draft->language, "zh");
  Measure measure = { words, claims, chinese, told, contents, repeated };
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_breadth_free);

  read_told (&measure, draft, description);
  for (guint i = 0; i < cs_claim_set_get_n_claims (claims); i++)
    {
      read_claim (&measure, i);
      if (is_independent (cs_claim_set_get (claims, i)))
        g_ptr_array_add (all, measure_claim (&measure, cs_claim_set_get (claims, i)));
    }
  for (guint i = 0; i < MIN (all->len, MAX_COMPARED) && g_hash_table_size (told) > 0; i++)
    find_unneeded (&measure, all, i);

  return all;
}
