#include <string.h>

#include "cs-checks.h"

/* No claim says once more what another says. Two claims are the same when they build upon the same
 * claims, or upon claims that are the same, and say the same features in whatever order; articles,
 * signs and numbers of claims do not count. What differs by a word may differ in scope. Sources:
 * Law art. 26(4), Guidelines 2023 part 2 ch. 2, 3.2.3; 37 CFR 1.75(b); EPC art. 84. */

const char *const cs_conciseness_rules[] = { "duplicate", NULL };

#define MIN_WORDS 4 /* "The method of claim 1." says too little to be compared */

typedef struct
{
  CsExamContext *context;
  GHashTable *known; /* what a claim says -> index + 1 of the first that says it */
  GArray *same;      /* guint: for each claim the first that says the same */
} Comparison;

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *)a;
  guint right = *(const guint *)b;

  return left < right ? -1 : left > right;
}

/* The features of @claim in an order of their own, each as one number; or all its words in theirs,
 * as one. */
static GArray *
dup_features (const CsFeatureWords *words, guint claim, gboolean whole)
{
  GArray *hashes = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_features;
  guint start = cs_feature_words_find_features (words, claim, &n_features);
  guint hash = cs_feature_words_hash_claim (words, claim);

  if (whole)
    g_array_append_val (hashes, hash);
  for (guint i = 0; i < n_features && !whole; i++)
    {
      hash = cs_feature_words_hash (words, start + i);
      g_array_append_val (hashes, hash);
    }
  g_array_sort (hashes, compare_numbers);

  return hashes;
}

/* The claims that @refs names, each by the first that says the same. */
static void
append_claims (GString *key, const Comparison *comparison, const GArray *refs)
{
  g_autoptr (GArray) bases = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < refs->len; i++)
    {
      guint base = g_array_index (refs, guint, i);
      guint same = base;

      if (base < comparison->same->len)
        same = g_array_index (comparison->same, guint, base);
      g_array_append_val (bases, same);
    }
  g_array_sort (bases, compare_numbers);
  for (guint i = 0; i < bases->len; i++)
    g_string_append_printf (key, "%u,", g_array_index (bases, guint, i));
  g_string_append_c (key, ';');
}

/* "comprises the sequence:" and nothing behind it: what differs was in a picture. */
static gboolean
has_gap (const CsClaim *claim)
{
  const char *colon = g_strrstr_len (claim->text, claim->n_bytes, ":");
  gsize behind;

  if (colon == NULL)
    return FALSE;

  for (behind = colon - claim->text + 1; behind < claim->n_bytes; behind++)
    if (strchr (" \t\n.", claim->text[behind]) == NULL)
      break;

  return behind == claim->n_bytes || g_str_has_prefix (claim->text + behind, "wherein");
}

/* All that @claim says; %NULL when that is too little, or cannot be told. What a picture or
 * formula says is not seen, so such a claim is left alone. */
static char *
dup_key (const Comparison *comparison, const CsClaim *claim, gboolean whole)
{
  const CsFeatureWords *words = cs_exam_get_feature_words (comparison->context);
  g_autoptr (GArray) features = NULL;
  GString *key;
  guint n_words;

  if (claim->cancelled || claim->broken != CS_NO_INDEX ||
      g_strstr_len (claim->text, claim->n_bytes, CS_OBJECT_CHARACTER) != NULL || has_gap (claim))
    return NULL;
  cs_feature_words_get_of_claim (words, claim->index, &n_words);
  if (n_words < MIN_WORDS)
    return NULL;

  features = dup_features (words, claim->index, whole);
  key = g_string_new (whole ? "w" : "f");
  g_string_append_printf (key, "%u;", claim->category);
  append_claims (key, comparison, claim->depends);
  append_claims (key, comparison, claim->quotes);
  for (guint i = 0; i < features->len; i++)
    g_string_append_printf (key, "%08x", g_array_index (features, guint, i));

  return g_string_free (key, FALSE);
}

static void
report_duplicate (CsExamContext *context, const CsClaim *claim, const CsClaim *first)
{
  CsReport *report =
      cs_exam_report_claim (context, "duplicate", CS_CERTAINTY_LIKELY, claim, claim->subject);

  cs_report_set (report, "other", "%u", first->number);
  cs_report_add_related (report, "nearest-claim",
                         (CsSpan){ CS_PART_CLAIMS, first->index, first->subject.start,
                                   first->subject.end });
}

/* The first claim that says the same as @claim, or @claim itself, which is then known. */
static guint
find_same (Comparison *comparison, const CsClaim *claim)
{
  char *keys[] = { dup_key (comparison, claim, FALSE), dup_key (comparison, claim, TRUE) };
  guint same = claim->index;

  for (guint i = 0; i < G_N_ELEMENTS (keys) && keys[i] != NULL; i++)
    {
      guint known = GPOINTER_TO_UINT (g_hash_table_lookup (comparison->known, keys[i]));

      if (known != 0)
        same = MIN (same, known - 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (keys) && keys[i] != NULL; i++)
    g_hash_table_insert (comparison->known, keys[i], GUINT_TO_POINTER (same + 1));

  return same;
}

void
cs_check_conciseness (CsExamContext *context, const CsClaim *unused)
{
  const CsClaimSet *claims = cs_exam_get_claims (context);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) same = g_array_new (FALSE, FALSE, sizeof (guint));
  Comparison comparison = { context, known, same };

  for (guint i = 0; i < cs_claim_set_get_n_claims (claims) && !cs_exam_is_cancelled (context); i++)
    {
      const CsClaim *claim = cs_claim_set_get (claims, i);
      guint first = find_same (&comparison, claim);

      g_array_append_val (same, first);
      if (first != i)
        report_duplicate (context, claim, cs_claim_set_get (claims, first));
    }
}
