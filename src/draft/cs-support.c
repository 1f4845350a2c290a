#include "cs-support.h"

#include <string.h>

#include "cs-support-private.h"

#define LITERAL_COVERAGE 85 /* per cent; 1-2 small words of a dozen may differ */
#define NEAR_COVERAGE 60
#define MIN_HIT_COVERAGE 50
#define MAX_PARAGRAPHS 192 /* a gram in more of them than this is taken to be in all */

/* The paragraphs while one feature after the other is compared with them. */
typedef struct
{
  const CsSupport *support;
  GArray *grams;   /* CsGram, of the feature */
  guint *scores;   /* by paragraph, 0 between features */
  GArray *touched; /* guint: paragraphs with a score */
  guint everywhere;
  guint total;
} Comparison;

static void
comparison_init (Comparison *comparison, const CsSupport *support)
{
  guint n_paragraphs = cs_support_index_get_n_paragraphs (support->index);

  comparison->support = support;
  comparison->grams = g_array_new (FALSE, FALSE, sizeof (CsGram));
  comparison->scores = g_new0 (guint, MAX (n_paragraphs, 1));
  comparison->touched = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
comparison_clear (Comparison *comparison)
{
  g_array_unref (comparison->grams);
  g_array_unref (comparison->touched);
  g_free (comparison->scores);
}

/* Inverse document frequency, after Sparck Jones (1972), in bits. */
guint
cs_support_weigh (const CsSupport *support, guint n_paragraphs)
{
  guint n_all = cs_support_index_get_n_paragraphs (support->index);

  return g_bit_storage (2 * n_all / (n_paragraphs + 1) + 1);
}

/* --- comparing --- */

static void
scan_feature (Comparison *comparison, guint feature)
{
  const CsFeature *of =
      &g_array_index (cs_features_get_all (comparison->support->features), CsFeature, feature);
  const CsClaim *claim = cs_claim_set_get (comparison->support->claims, of->claim);

  cs_grams_scan (claim->text + of->range.start, of->range.end - of->range.start,
                 comparison->support->kind, comparison->grams);
}

/* Gives every paragraph the weight of the grams it holds. */
static void
score_paragraphs (Comparison *comparison)
{
  const CsSupport *support = comparison->support;

  comparison->everywhere = 0;
  comparison->total = 0;
  for (guint i = 0; i < comparison->grams->len; i++)
    {
      guint64 key = g_array_index (comparison->grams, CsGram, i).key;
      CsGramPlaces places = cs_support_index_get (support->index, key);
      guint weight = cs_support_weigh (support, places.n_paragraphs);

      comparison->total += weight;
      if (places.n_paragraphs > MAX_PARAGRAPHS)
        comparison->everywhere += weight;
      for (guint p = 0; places.n_paragraphs <= MAX_PARAGRAPHS && p < places.n_paragraphs; p++)
        {
          guint paragraph = places.paragraphs[p];

          if (comparison->scores[paragraph] == 0)
            g_array_append_val (comparison->touched, paragraph);
          comparison->scores[paragraph] += weight;
        }
    }
}

static void
forget_scores (Comparison *comparison)
{
  for (guint i = 0; i < comparison->touched->len; i++)
    comparison->scores[g_array_index (comparison->touched, guint, i)] = 0;
  g_array_set_size (comparison->touched, 0);
}

static guint
coverage_of (const Comparison *comparison, guint score)
{
  if (comparison->total == 0)
    return 100;

  return (guint64)100 * (score + comparison->everywhere) / comparison->total;
}

static void
take_better (CsSupportHit *best, guint paragraph, guint coverage)
{
  if (best->paragraph != CS_NO_INDEX &&
      (coverage < best->coverage || (coverage == best->coverage && paragraph > best->paragraph)))
    return;

  best->paragraph = paragraph;
  best->coverage = coverage;
}

guint
cs_support_known_in (const CsSupport *support, const GArray *grams, guint places)
{
  guint total = 0;
  guint known = 0;

  for (guint i = 0; i < grams->len; i++)
    {
      CsGramPlaces at =
          cs_support_index_get (support->index, g_array_index (grams, CsGram, i).key);
      guint weight = cs_support_weigh (support, at.n_paragraphs);

      total += weight;
      known += (at.places & places) != 0 ? weight : 0;
    }

  return total == 0 ? 100 : (guint64)100 * known / total;
}

static CsFeatureSupport
support_of (Comparison *comparison)
{
  const CsSupportHit none = { CS_NO_INDEX, 0 };
  CsFeatureSupport found = { CS_NO_INDEX, comparison->grams->len, none, none, none, 0, 0 };

  score_paragraphs (comparison);
  if (comparison->total == 0) /* nothing but "which is": nothing to look for */
    found.basis.coverage = found.embodiment.coverage = 100;
  for (guint i = 0; i < comparison->touched->len; i++)
    {
      guint paragraph = g_array_index (comparison->touched, guint, i);
      guint coverage = coverage_of (comparison, comparison->scores[paragraph]);
      CsSupportPlace place =
          cs_support_index_get_place (comparison->support->index, paragraph);

      if (place == CS_SUPPORT_BACKGROUND)
        take_better (&found.background, paragraph, coverage);
      else
        take_better (&found.basis, paragraph, coverage);
      if (place == CS_SUPPORT_EMBODIMENT)
        take_better (&found.embodiment, paragraph, coverage);
    }
  found.known = cs_support_known_in (comparison->support, comparison->grams, CS_SUPPORT_DISCLOSED);
  found.embodied = cs_support_known_in (comparison->support, comparison->grams,
                                        CS_SUPPORT_EMBODIED);
  forget_scores (comparison);

  return found;
}

static guint64
hash_grams (const GArray *grams)
{
  guint64 hash = grams->len;

  for (guint i = 0; i < grams->len; i++)
    hash = (hash ^ g_array_index (grams, CsGram, i).key) * G_GUINT64_CONSTANT (1099511628211);

  return hash;
}

static void
compare_features (CsSupport *support)
{
  const GArray *features = cs_features_get_all (support->features);
  g_autoptr (GHashTable) seen =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Comparison comparison;

  comparison_init (&comparison, support);
  for (guint i = 0; i < features->len; i++)
    {
      CsFeatureSupport found;
      guint64 hash;
      gpointer same;

      scan_feature (&comparison, i);
      hash = hash_grams (comparison.grams);
      same = g_hash_table_lookup (seen, &hash);
      if (same != NULL)
        {
          found = g_array_index (support->all, CsFeatureSupport, GPOINTER_TO_UINT (same) - 1);
          found.same_as = GPOINTER_TO_UINT (same) - 1;
        }
      else
        {
          found = support_of (&comparison);
          g_hash_table_insert (seen, g_memdup2 (&hash, sizeof hash), GUINT_TO_POINTER (i + 1));
        }
      g_array_append_val (support->all, found);
    }
  comparison_clear (&comparison);
}

/* --- the value --- */

CsSupport *
cs_support_new (CsClaimSet *claims, CsDescription *description)
{
  CsSupport *support = g_atomic_rc_box_new0 (CsSupport);
  const CsDraft *draft = cs_claim_set_get_draft (claims);

  support->claims = cs_claim_set_ref (claims);
  support->features = cs_features_new (claims);
  support->index = cs_support_index_new (draft, description);
  support->kind = strcmp (draft->language, "zh") == 0 ? CS_GRAMS_ZH_CONTENT : CS_GRAMS_EN;
  support->all = g_array_new (FALSE, FALSE, sizeof (CsFeatureSupport));
  compare_features (support);

  return support;
}

CsSupport *
cs_support_ref (CsSupport *support)
{
  return g_atomic_rc_box_acquire (support);
}

static void
cs_support_clear (gpointer data)
{
  CsSupport *support = data;

  cs_claim_set_unref (support->claims);
  cs_features_unref (support->features);
  cs_support_index_free (support->index);
  g_array_unref (support->all);
}

void
cs_support_unref (CsSupport *support)
{
  g_atomic_rc_box_release_full (support, cs_support_clear);
}

const CsFeatures *
cs_support_get_features (const CsSupport *support)
{
  return support->features;
}

const CsFeatureSupport *
cs_support_get (const CsSupport *support, guint feature)
{
  return &g_array_index (support->all, CsFeatureSupport, feature);
}

CsSupportGrade
cs_support_grade (guint coverage)
{
  if (coverage >= LITERAL_COVERAGE)
    return CS_SUPPORT_LITERAL;

  return coverage >= NEAR_COVERAGE ? CS_SUPPORT_NEAR : CS_SUPPORT_MISSING;
}

CsSupportPlace
cs_support_get_place (const CsSupport *support, guint paragraph)
{
  return cs_support_index_get_place (support->index, paragraph);
}

/* --- rows of the map --- */

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const CsSupportHit *left = a;
  const CsSupportHit *right = b;

  if (left->coverage != right->coverage)
    return left->coverage > right->coverage ? -1 : 1;

  return left->paragraph < right->paragraph ? -1 : left->paragraph > right->paragraph;
}

GArray *
cs_support_dup_hits (const CsSupport *support, guint feature)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (CsSupportHit));
  Comparison comparison;

  comparison_init (&comparison, support);
  scan_feature (&comparison, feature);
  score_paragraphs (&comparison);
  for (guint i = 0; i < comparison.touched->len; i++)
    {
      CsSupportHit hit = { g_array_index (comparison.touched, guint, i), 0 };

      hit.coverage = coverage_of (&comparison, comparison.scores[hit.paragraph]);
      if (hit.coverage >= MIN_HIT_COVERAGE)
        g_array_append_val (hits, hit);
    }
  g_array_sort (hits, compare_hits);
  comparison_clear (&comparison);

  return hits;
}
