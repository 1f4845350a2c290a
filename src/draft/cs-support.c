#include "cs-support.h"

#include <string.h>

#include "cs-grams.h"
#include "cs-support-index.h"
#include "cs-support-words.h"

#define LITERAL_COVERAGE 85 /* per cent; 1-2 small words of a dozen may differ */
#define NEAR_COVERAGE 60
#define MIN_HIT_COVERAGE 50
#define MIN_SENTENCE_WORDS 3
#define UNCLAIMED_SHARE 50
#define MAX_PARAGRAPHS 192 /* a gram in more of them than this is taken to be in all */

struct _CsSupport
{
  CsClaimSet *claims;
  CsFeatures *features;
  CsSupportIndex *index;
  CsGramKind kind; /* of claims */
  GArray *all;     /* CsFeatureSupport */
};

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

/* The rarer, the heavier: inverse document frequency, after Sparck Jones (1972), in bits. */
static guint
weight_of (const CsSupport *support, guint n_paragraphs)
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
      guint weight = weight_of (support, places.n_paragraphs);

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

/* How much of @grams stands in @places, wherever. */
static guint
known_in (const CsSupport *support, const GArray *grams, guint places)
{
  guint total = 0;
  guint known = 0;

  for (guint i = 0; i < grams->len; i++)
    {
      CsGramPlaces at =
          cs_support_index_get (support->index, g_array_index (grams, CsGram, i).key);
      guint weight = weight_of (support, at.n_paragraphs);

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
  found.known = known_in (comparison->support, comparison->grams, CS_SUPPORT_DISCLOSED);
  found.embodied = known_in (comparison->support, comparison->grams, CS_SUPPORT_EMBODIED);
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

static gboolean
holds_paragraph (const CsGramPlaces *places, guint paragraph)
{
  guint low = 0;
  guint high = places->n_paragraphs;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (places->paragraphs[middle] < paragraph)
        low = middle + 1;
      else
        high = middle;
    }

  return low < places->n_paragraphs && places->paragraphs[low] == paragraph;
}

/* Adds @range, joined to the one before when it touches that. */
static void
add_range (GArray *ranges, CsRange range)
{
  if (ranges->len > 0)
    {
      CsRange *last = &g_array_index (ranges, CsRange, ranges->len - 1);

      if (range.start <= last->end)
        {
          last->end = MAX (last->end, range.end);
          return;
        }
    }
  g_array_append_val (ranges, range);
}

GArray *
cs_support_dup_differences (const CsSupport *support, guint feature, guint paragraph)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (CsRange));
  const CsFeature *of =
      &g_array_index (cs_features_get_all (support->features), CsFeature, feature);
  const CsClaim *claim = cs_claim_set_get (support->claims, of->claim);
  const char *text = claim->text + of->range.start;
  gsize n_bytes = of->range.end - of->range.start;
  g_autoptr (GArray) grams = g_array_new (FALSE, FALSE, sizeof (CsGram));
  gsize known_end = 0; /* of the pairs that the paragraph has */

  cs_grams_scan (text, n_bytes, support->kind, grams);
  for (guint i = 0; i < grams->len; i++)
    {
      const CsGram *gram = &g_array_index (grams, CsGram, i);
      CsGramPlaces places = cs_support_index_get (support->index, gram->key);
      CsRange range = { of->range.start + gram->start, of->range.start + gram->end };

      if (holds_paragraph (&places, paragraph))
        {
          known_end = range.end;
          if (ranges->len > 0 && support->kind == CS_GRAMS_ZH_CONTENT)
            {
              CsRange *last = &g_array_index (ranges, CsRange, ranges->len - 1);

              last->end = CLAMP (range.start, last->start, last->end);
            }
          continue;
        }
      range.start = MAX (range.start, support->kind == CS_GRAMS_ZH_CONTENT ? known_end : 0);
      if (range.start < range.end)
        add_range (ranges, range);
    }
  for (guint i = ranges->len; i-- > 0;)
    if (cs_range_is_empty (g_array_index (ranges, CsRange, i)))
      g_array_remove_index (ranges, i);

  return ranges;
}

GArray *
cs_support_dup_unknown (const CsSupport *support, const char *text, gsize n_bytes, guint places)
{
  if (support->kind == CS_GRAMS_ZH_CONTENT)
    return cs_support_words_dup_unknown_zh (support->index, text, n_bytes, places);

  return cs_support_words_dup_unknown_en (support->index, text, n_bytes, places);
}

guint
cs_support_find_places (const CsSupport *support, const char *text, gsize n_bytes)
{
  g_autoptr (GArray) grams = g_array_new (FALSE, FALSE, sizeof (CsGram));
  CsGramPlaces rarest = { NULL, G_MAXUINT, 0 };
  guint found = 0;

  cs_grams_scan (text, n_bytes, support->kind, grams);
  if (grams->len == 0)
    return ~0u;
  for (guint i = 0; i < grams->len; i++)
    {
      CsGramPlaces places =
          cs_support_index_get (support->index, g_array_index (grams, CsGram, i).key);

      if (places.n_paragraphs < rarest.n_paragraphs)
        rarest = places;
    }

  for (guint p = 0; p < rarest.n_paragraphs && found != rarest.places; p++)
    {
      guint paragraph = rarest.paragraphs[p];
      gboolean all = TRUE;

      for (guint i = 0; all && i < grams->len; i++)
        {
          CsGramPlaces places =
              cs_support_index_get (support->index, g_array_index (grams, CsGram, i).key);

          all = holds_paragraph (&places, paragraph);
        }
      if (all)
        found |= 1 << cs_support_index_get_place (support->index, paragraph);
    }

  return found;
}

/* --- what is not claimed --- */

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
add_to_set (GHashTable *set, const GArray *grams)
{
  for (guint i = 0; i < grams->len; i++)
    g_hash_table_add (set, g_memdup2 (&g_array_index (grams, CsGram, i).key, sizeof (guint64)));
}

static GHashTable *
gather_claimed (const CsSupport *support)
{
  GHashTable *claimed = new_set ();
  g_autoptr (GArray) grams = g_array_new (FALSE, FALSE, sizeof (CsGram));

  for (guint c = 0; c < cs_claim_set_get_n_claims (support->claims); c++)
    {
      const CsClaim *claim = cs_claim_set_get (support->claims, c);

      cs_grams_scan (claim->text, claim->n_bytes, support->kind, grams);
      add_to_set (claimed, grams);
    }

  return claimed;
}

static gsize
sentence_end (const char *text, gsize at, gsize n_bytes)
{
  for (; at < n_bytes; at += g_utf8_skip[(guchar)text[at]])
    if (strncmp (text + at, "。", strlen ("。")) == 0 || text[at] == '\n' ||
        (text[at] == '.' && (at + 1 >= n_bytes || g_ascii_isspace (text[at + 1]))))
      return MIN (at + g_utf8_skip[(guchar)text[at]], n_bytes);

  return n_bytes;
}

/* How much of @grams stands in @set, in per cent. */
static guint
share_in_set (const CsSupport *support, const GArray *grams, GHashTable *set)
{
  guint total = 0;
  guint known = 0;

  for (guint i = 0; i < grams->len; i++)
    {
      guint64 key = g_array_index (grams, CsGram, i).key;
      guint weight = weight_of (support, cs_support_index_get (support->index, key).n_paragraphs);

      total += weight;
      known += g_hash_table_contains (set, &key) ? weight : 0;
    }

  return total == 0 ? 100 : (guint64)100 * known / total;
}

static void
add_unclaimed_of (const CsSupport *support, guint paragraph, GHashTable *claimed, GArray *spans)
{
  const CsDraft *draft = cs_claim_set_get_draft (support->claims);
  g_autoptr (GArray) grams = g_array_new (FALSE, FALSE, sizeof (CsGram));
  gsize n_bytes;
  const char *text = cs_draft_get_unit_text (draft, CS_PART_DESCRIPTION, paragraph, &n_bytes);

  for (gsize at = 0; at < n_bytes;)
    {
      gsize end = sentence_end (text, at, n_bytes);
      CsSpan span = { CS_PART_DESCRIPTION, paragraph, at, end };

      cs_grams_scan (text + at, end - at, support->kind, grams);
      if (grams->len >= MIN_SENTENCE_WORDS &&
          share_in_set (support, grams, claimed) < UNCLAIMED_SHARE)
        g_array_append_val (spans, span);
      at = end;
    }
}

GArray *
cs_support_dup_unclaimed (const CsSupport *support)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (CsSpan));
  g_autoptr (GHashTable) claimed = gather_claimed (support);

  for (guint p = 0; p < cs_support_index_get_n_paragraphs (support->index); p++)
    if (cs_support_get_place (support, p) == CS_SUPPORT_EMBODIMENT)
      add_unclaimed_of (support, p, claimed, spans);

  return spans;
}

/* --- other texts --- */

guint
cs_support_get_share (const CsSupport *support, const char *text, gsize n_bytes, guint places)
{
  g_autoptr (GArray) grams = g_array_new (FALSE, FALSE, sizeof (CsGram));

  cs_grams_scan (text, n_bytes, support->kind, grams);

  return known_in (support, grams, places);
}

guint
cs_support_compare (const CsSupport *support, const char *text, gsize n_bytes, const char *other)
{
  g_autoptr (GArray) grams = g_array_new (FALSE, FALSE, sizeof (CsGram));
  g_autoptr (GHashTable) set = new_set ();

  cs_grams_scan (other, strlen (other),
                 support->kind == CS_GRAMS_ZH_CONTENT ? CS_GRAMS_ZH : support->kind, grams);
  add_to_set (set, grams);
  cs_grams_scan (text, n_bytes, support->kind, grams);

  return share_in_set (support, grams, set);
}
