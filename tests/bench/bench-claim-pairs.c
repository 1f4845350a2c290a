/* How often claims of two languages are paired rightly when one side was amended: grants of the EPO
 * have their claims in German, English and French, and claim n of one is claim n of the others. Of
 * the right side claims are left out or moved to its end, at random but the same in every run, with
 * their references renumbered as an attorney would; then the pairs are counted. In what was left as
 * it is a number or reference sign of each claim is changed, and is to be told. Claims of our own
 * in Chinese and English are amended likewise.
 *
 * CLAIMSMITH_CORPUS names the folder with the samples (ep-xml). */

#include <stdio.h>
#include <string.h>

#include "../../src/draft/cs-claim-anchors.h"
#include "../../src/draft/cs-sign.h"
#include "../../src/formats/cs-records.h"
#include "../../src/service/library/cs-family-claims.h"
#include "../draft/amended-claims.h"
#include "../draft/bilingual-claims.h"
#include "../draft/draft-fixture.h"

#define ROUNDS 20
#define LEAST_CLAIMS 5

typedef struct
{
  guint n_true;
  guint n_by_number;
  guint n_by_features;
  guint n_wrong_by_number;
  guint n_wrong_by_features;
  guint n_lone; /* features without counterpart */
  guint n_differences;
  guint n_planted;
  guint n_found;
} Count;

typedef enum
{
  AS_IT_IS,
  ONE_LEFT_OUT,
  FOUR_LEFT_OUT,
  ONE_MOVED,
  N_AMENDMENTS
} AmendmentKind;

static const char *const amendment_names[N_AMENDMENTS] = { "as it is", "one left out",
                                                           "four left out", "one moved" };

/* --- amending --- */

static gboolean
is_parent (const CsClaimSet *set, guint index)
{
  for (guint i = index + 1; i < cs_claim_set_get_n_claims (set); i++)
    if (amended_claims_get_parent (set, i) == index)
      return TRUE;

  return FALSE;
}

static void
leave_out (const CsClaimSet *set, GArray *order, GRand *random)
{
  guint at = (guint)g_rand_int_range (random, 1, (gint32)order->len);
  guint index = g_array_index (order, guint, at);

  if (amended_claims_get_parent (set, index) != index)
    g_array_remove_index (order, at);
}

static void
move_one (const CsClaimSet *set, GArray *order, GRand *random)
{
  guint at = (guint)g_rand_int_range (random, 1, (gint32)order->len);
  guint index = g_array_index (order, guint, at);

  if (is_parent (set, index))
    return;
  g_array_remove_index (order, at);
  g_array_append_val (order, index);
}

static GArray *
amend (const CsClaimSet *set, AmendmentKind kind, GRand *random)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < cs_claim_set_get_n_claims (set); i++)
    g_array_append_val (order, i);
  for (guint i = 0; i < (kind == ONE_LEFT_OUT ? 1 : kind == FOUR_LEFT_OUT ? 4 :
                                                                            0);
       i++)
    leave_out (set, order, random);
  if (kind == ONE_MOVED)
    move_one (set, order, random);

  return order;
}

/* Text without its reference signs, as offices that do not want them get it. */
static char *
dup_without_signs (const char *text)
{
  g_autoptr (CsFolded) folded = cs_fold (text, strlen (text), CS_FOLD_DEFAULT);
  g_autoptr (GArray) signs = cs_sign_uses_scan (folded);
  g_autoptr (GString) bare = g_string_new (NULL);
  g_autoptr (GRegex) brackets = g_regex_new (" ?\\([ ,;]*\\)", 0, 0, NULL);
  gsize from = 0;

  for (guint i = 0; i < signs->len; i++)
    {
      const CsSignUse *sign = &g_array_index (signs, CsSignUse, i);

      g_string_append_len (bare, text + from, (gssize)(sign->start - from));
      from = sign->end;
    }
  g_string_append (bare, text + from);

  return g_regex_replace (brackets, bare->str, -1, 0, "", 0, NULL);
}

/* --- counting --- */

static guint
find_partner (const CsClaimComparison *comparison, guint left)
{
  const GArray *pairs = cs_claim_comparison_get_pairs (comparison);

  for (guint i = 0; i < pairs->len; i++)
    if (g_array_index (pairs, CsClaimPair, i).left == left)
      return g_array_index (pairs, CsClaimPair, i).right;

  return CS_NO_INDEX;
}

static void
count_differences (const CsClaimComparison *comparison, Count *count)
{
  const GArray *pairs = cs_claim_comparison_get_pairs (comparison);

  for (guint i = 0; i < pairs->len; i++)
    {
      const CsClaimPair *pair = &g_array_index (pairs, CsClaimPair, i);

      if (pair->features == NULL)
        continue;
      count->n_lone += pair->features->n_lone;
      count->n_differences += pair->features->differences->len;
    }
}

static void
count_pairs (CsClaimSet *left, CsClaimSet *right, const GArray *order, Count *count)
{
  g_autoptr (CsClaimComparison) comparison = cs_claim_comparison_new (left, right, FALSE);

  count_differences (comparison, count);
  for (guint i = 0; i < cs_claim_set_get_n_claims (left); i++)
    {
      guint partner = find_partner (comparison, i);
      guint truth = CS_NO_INDEX;

      for (guint k = 0; k < order->len; k++)
        if (g_array_index (order, guint, k) == i)
          truth = k;
      count->n_true += truth != CS_NO_INDEX ? 1 : 0;
      count->n_by_features += truth != CS_NO_INDEX && partner == truth ? 1 : 0;
      count->n_by_number += truth == i ? 1 : 0;
      count->n_wrong_by_features += partner != CS_NO_INDEX && partner != truth ? 1 : 0;
      count->n_wrong_by_number += i < order->len && truth != i ? 1 : 0;
    }
}

/* --- planted values --- */

/* Returns: where the first number or sign of @claim has its last digit; 0 when it has none */
static gsize
find_value (const CsClaim *claim)
{
  g_autoptr (GHashTable) keys = cs_anchor_keys_new ();
  g_autoptr (CsClaimAnchors) anchors = cs_claim_anchors_new (claim, keys);

  for (guint i = 0; i < anchors->all->len; i++)
    {
      const CsAnchor *anchor = &g_array_index (anchors->all, CsAnchor, i);
      const char *text = claim->text + anchor->range.start;

      if ((anchor->kind == CS_ANCHOR_AMOUNT || anchor->kind == CS_ANCHOR_SIGN) &&
          g_ascii_isdigit (*text))
        return anchor->range.start + strspn (text, "0123456789");
    }

  return 0;
}

/* The claims with a digit more in one value: 5 mm is 53 mm. */
static CsClaimSet *
create_planted (const CsClaimSet *set, guint index, gsize at)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CsDraft) draft = NULL;

  for (guint i = 0; i < cs_claim_set_get_n_claims (set); i++)
    {
      const CsClaim *claim = cs_claim_set_get (set, i);
      GString *text = g_string_new_len (claim->text, (gssize)claim->n_bytes);

      if (i == index)
        g_string_insert_c (text, (gssize)at, '3');
      g_ptr_array_add (claims, g_string_free (text, FALSE));
    }
  g_ptr_array_add (claims, NULL);
  draft = draft_fixture_new ((const char *const *)claims->pdata, NULL);

  return cs_claim_set_new (draft);
}

static gboolean
is_told (const CsClaimComparison *comparison, guint right, gsize at)
{
  const GArray *pairs = cs_claim_comparison_get_pairs (comparison);

  for (guint i = 0; i < pairs->len; i++)
    {
      const CsClaimPair *pair = &g_array_index (pairs, CsClaimPair, i);

      for (guint d = 0; pair->features != NULL && pair->right == right &&
                        d < pair->features->differences->len;
           d++)
        {
          CsRange range =
              g_array_index (pair->features->differences, CsAnchorDifference, d).right;

          if (at >= range.start && at < range.end)
            return TRUE;
        }
    }

  return FALSE;
}

static void
plant_values (CsClaimSet *left, CsClaimSet *right, Count *count)
{
  for (guint i = 0; i < cs_claim_set_get_n_claims (right); i++)
    {
      gsize at = find_value (cs_claim_set_get (right, i));
      g_autoptr (CsClaimSet) planted = NULL;
      g_autoptr (CsClaimComparison) comparison = NULL;

      if (at == 0)
        continue;
      planted = create_planted (right, i, at);
      comparison = cs_claim_comparison_new (left, planted, FALSE);
      count->n_planted++;
      count->n_found += is_told (comparison, i, at) ? 1 : 0;
    }
}

static void
compare_texts (const char *left_text, const char *right_text, Count *counts)
{
  g_autoptr (CsClaimSet) left = cs_claim_set_new_for_text (left_text, NULL);
  g_autoptr (CsClaimSet) right = cs_claim_set_new_for_text (right_text, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (1993);
  guint n = cs_claim_set_get_n_claims (left);

  if (n != cs_claim_set_get_n_claims (right) || n < LEAST_CLAIMS)
    return;
  plant_values (left, right, &counts[AS_IT_IS]);
  for (guint kind = 0; kind < N_AMENDMENTS; kind++)
    for (guint round = 0; round < (kind == AS_IT_IS ? 1 : ROUNDS); round++)
      {
        g_autoptr (GArray) order = amend (right, kind, random);
        g_autoptr (CsClaimSet) amended = amended_claims_new (right, order);

        count_pairs (left, amended, order, &counts[kind]);
      }
}

static char *
dup_text (const char *const *claims)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; claims[i] != NULL; i++)
    g_string_append_printf (text, "%s%u. %s", i > 0 ? "\n\n" : "", i + 1, claims[i]);

  return g_string_free (text, FALSE);
}

static void
compare_invented (const char *const *left, const char *const *right, Count counts[2][N_AMENDMENTS])
{
  g_autofree char *left_text = dup_text (left);
  g_autofree char *right_text = dup_text (right);
  g_autofree char *bare = dup_without_signs (right_text);

  compare_texts (left_text, right_text, counts[0]);
  compare_texts (left_text, bare, counts[1]);
}

typedef struct
{
  Count counts[2][3][N_AMENDMENTS]; /* with signs and without; by languages */
  guint n_records;
} Tally;

static gboolean
take_record (CsRecord *record, gpointer data)
{
  Tally *tally = data;

  tally->n_records += record->n_claims > 1 ? 1 : 0;
  for (guint i = 0; i < record->n_claims; i++)
    for (guint j = 0; j < record->n_claims; j++)
      {
        const CsRecordText *left = &record->claims[i];
        const CsRecordText *right = &record->claims[j];
        guint languages = left->language[0] == 'e' ? 2 : right->language[0] == 'f' ? 1 :
                                                                                     0;

        g_autofree char *bare = dup_without_signs (right->text);

        if (strcmp (left->language, right->language) >= 0)
          continue;
        compare_texts (left->text, right->text, tally->counts[0][languages]);
        compare_texts (left->text, bare, tally->counts[1][languages]);
      }

  return TRUE;
}

static gboolean
pass_over (const CsRecordFault *fault, gpointer data)
{
  return TRUE;
}

static void
print_counts (const char *languages, const Count *counts)
{
  const Count *whole = &counts[AS_IT_IS];

  for (guint kind = 0; kind < N_AMENDMENTS; kind++)
    {
      const Count *count = &counts[kind];
      double n = MAX (count->n_true, 1);

      printf ("%s  %-13s %5u pairs  by number %5.1f %% right, %4.1f %% wrong  "
              "by features %5.1f %% right, %4.1f %% wrong\n",
              languages, amendment_names[kind], count->n_true, 100 * count->n_by_number / n,
              100 * count->n_wrong_by_number / n, 100 * count->n_by_features / n,
              100 * count->n_wrong_by_features / n);
    }
  printf ("%s  as it is: %u values differ, %u features alone; of %u values changed %u found\n",
          languages, whole->n_differences, whole->n_lone, whole->n_planted, whole->n_found);
}

int
main (void)
{
  static const char *const languages[] = { "de-en", "de-fr", "en-fr" };
  const char *corpus = g_getenv ("CLAIMSMITH_CORPUS");
  g_autofree char *folder = corpus == NULL ? NULL : g_build_filename (corpus, "ep-xml", NULL);
  Count invented[2][N_AMENDMENTS] = { 0 };
  Tally tally = { 0 };
  const CsRecordSink sink = { take_record, pass_over, &tally };

  compare_invented (dryer_zh, dryer_en, invented);
  compare_invented (queue_zh, queue_en, invented);
  printf ("invented\n");
  print_counts ("zh-en", invented[0]);
  printf ("invented, the right side without reference signs\n");
  print_counts ("zh-en", invented[1]);
  if (corpus == NULL)
    {
      printf ("CLAIMSMITH_CORPUS is not set\n");
      return 77;
    }

  cs_records_read (folder, &sink, NULL, NULL, NULL);
  printf ("%u grants\n", tally.n_records);
  for (guint bare = 0; bare < 2; bare++)
    {
      printf ("%s\n", bare ? "the right side without reference signs" : "as published");
      for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
        print_counts (languages[i], tally.counts[bare][i]);
    }

  return 0;
}
