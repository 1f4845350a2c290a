#include "cs-unity.h"

#include <string.h>

/* What the independent claims have in common, by words. */

/* --- comparing --- */

typedef struct
{
  GArray *claims;      /* CsUnityClaim */
  GHashTable *said_by; /* content -> guint64, a bit for each of @claims */
  guint current;
  guint n_shared[CS_UNITY_MAX_CLAIMS]; /* of the current claim with each before it */
} Comparison;

static void
count_content (guint content, CsRange range G_GNUC_UNUSED, gpointer data)
{
  Comparison *comparison = data;
  const guint64 mine = G_GUINT64_CONSTANT (1) << comparison->current;
  guint64 *said_by = g_hash_table_lookup (comparison->said_by, GUINT_TO_POINTER (content));

  if (said_by == NULL)
    {
      said_by = g_new0 (guint64, 1);
      g_hash_table_insert (comparison->said_by, GUINT_TO_POINTER (content), said_by);
    }
  if ((*said_by & mine) != 0)
    return;

  g_array_index (comparison->claims, CsUnityClaim, comparison->current).n_content++;
  for (guint i = 0; i < comparison->current; i++)
    comparison->n_shared[i] += (*said_by >> i) & 1;
  *said_by |= mine;
}

static guint
percent_of (guint n_shared, const CsUnityClaim *one, const CsUnityClaim *other)
{
  guint least = MIN (one->n_content, other->n_content);

  return least == 0 ? 0 : 100 * n_shared / least;
}

static void
note_nearest (CsUnityClaim *claim, const CsUnityClaim *other, guint n_shared)
{
  guint percent = percent_of (n_shared, claim, other);

  if (claim->nearest != CS_NO_INDEX && percent <= claim->share_percent)
    return;
  claim->nearest = other->claim;
  claim->n_shared = n_shared;
  claim->share_percent = percent;
}

/* --- groups --- */

static guint
group_of (const GArray *claims, guint at)
{
  while (g_array_index (claims, CsUnityClaim, at).group != at)
    at = g_array_index (claims, CsUnityClaim, at).group;

  return at;
}

static void
join (GArray *claims, guint one, guint other)
{
  guint left = group_of (claims, one);
  guint right = group_of (claims, other);

  g_array_index (claims, CsUnityClaim, MAX (left, right)).group = MIN (left, right);
}

/* A claim that quotes another is in the group of that one, or of the independent claim above it. */
static void
join_quoted (GArray *claims, const CsClaimSet *set, guint at)
{
  const CsClaim *claim = cs_claim_set_get (set, g_array_index (claims, CsUnityClaim, at).claim);

  for (guint i = 0; i < claim->quotes->len; i++)
    {
      guint quoted = g_array_index (claim->quotes, guint, i);
      guint root = cs_claim_set_get (set, quoted)->root;

      for (guint k = 0; k < at; k++)
        if (g_array_index (claims, CsUnityClaim, k).claim == root)
          join (claims, at, k);
    }
}

static void
compare_with_earlier (Comparison *comparison, guint link_percent)
{
  GArray *claims = comparison->claims;
  guint at = comparison->current;
  CsUnityClaim *claim = &g_array_index (claims, CsUnityClaim, at);

  for (guint i = 0; i < at; i++)
    {
      CsUnityClaim *other = &g_array_index (claims, CsUnityClaim, i);

      note_nearest (claim, other, comparison->n_shared[i]);
      note_nearest (other, claim, comparison->n_shared[i]);
      if (percent_of (comparison->n_shared[i], claim, other) >= link_percent)
        join (claims, i, at);
    }
}

/* A claim whose reference cannot be read is not known to be independent. */
static gboolean
is_independent (const CsClaim *claim)
{
  return !claim->dependent && !claim->cancelled && claim->broken == CS_NO_INDEX &&
         cs_range_is_empty (claim->refs->unreadable);
}

GArray *
cs_unity_compare (const CsFeatureWords *words, guint link_percent)
{
  const CsClaimSet *set = cs_features_get_claims (cs_feature_words_get_features (words));
  g_autoptr (GHashTable) said_by = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  GArray *claims = g_array_new (FALSE, FALSE, sizeof (CsUnityClaim));
  Comparison comparison = { .claims = claims, .said_by = said_by };

  for (guint i = 0; i < cs_claim_set_get_n_claims (set) && claims->len < CS_UNITY_MAX_CLAIMS; i++)
    {
      CsUnityClaim claim = { .claim = i, .nearest = CS_NO_INDEX, .group = claims->len };

      if (!is_independent (cs_claim_set_get (set, i)))
        continue;
      comparison.current = claims->len;
      g_array_append_val (claims, claim);
      memset (comparison.n_shared, 0, sizeof comparison.n_shared);
      cs_feature_words_visit_content (words, i, count_content, &comparison);
      compare_with_earlier (&comparison, link_percent);
      join_quoted (claims, set, comparison.current);
    }
  for (guint i = 0; i < claims->len; i++)
    g_array_index (claims, CsUnityClaim, i).group = group_of (claims, i);

  return claims;
}

/* --- what two share --- */

typedef struct
{
  GHashTable *places; /* content -> CsRange in the other claim */
  GArray *shared;     /* CsUnityShare */
  guint max;
} Search;

static void
note_place (guint content, CsRange range, gpointer data)
{
  Search *search = data;

  if (!g_hash_table_contains (search->places, GUINT_TO_POINTER (content)))
    g_hash_table_insert (search->places, GUINT_TO_POINTER (content),
                         g_memdup2 (&range, sizeof range));
}

static void
find_place (guint content, CsRange range, gpointer data)
{
  Search *search = data;
  CsRange *place = g_hash_table_lookup (search->places, GUINT_TO_POINTER (content));
  CsUnityShare *last = NULL;

  if (place == NULL)
    return;

  if (search->shared->len > 0)
    last = &g_array_index (search->shared, CsUnityShare, search->shared->len - 1);
  if (last != NULL && range.start < last->range.end && place->start < last->other.end &&
      place->end > last->other.end)
    {
      last->range.end = range.end;
      last->other.end = place->end;
    }
  else if (search->shared->len < search->max)
    {
      CsUnityShare share = { range, *place };

      g_array_append_val (search->shared, share);
    }
  else
    return;
  g_hash_table_remove (search->places, GUINT_TO_POINTER (content));
}

GArray *
cs_unity_find_shared (const CsFeatureWords *words, guint claim, guint other, guint max)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Search search = { places, g_array_new (FALSE, FALSE, sizeof (CsUnityShare)), max };

  cs_feature_words_visit_content (words, other, note_place, &search);
  cs_feature_words_visit_content (words, claim, find_place, &search);

  return search.shared;
}
