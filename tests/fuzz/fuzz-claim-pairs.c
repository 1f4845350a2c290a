/* Claims of two members, parted by a line "==": every claim is in one pair, the features of a pair
 * are all of both claims in their order, and what differs lies in them. */

#include <string.h>

#include "../../src/service/library/cs-family-claims.h"
#include "fuzz.h"

#define PARTING "\n==\n"

static void
check_features (const CsFeaturesAbreast *features, const CsClaim *left, const CsClaim *right)
{
  gsize left_end = 0;
  gsize right_end = 0;

  for (guint i = 0; i < features->pairs->len; i++)
    {
      const CsFeaturePair *pair = &g_array_index (features->pairs, CsFeaturePair, i);

      g_assert_cmpuint (pair->left.start, ==, left_end);
      g_assert_cmpuint (pair->right.start, ==, right_end);
      g_assert_cmpuint (pair->n_left + pair->n_right, >, 0);
      left_end = pair->left.end;
      right_end = pair->right.end;
    }
  g_assert_cmpuint (left_end, ==, left->n_bytes);
  g_assert_cmpuint (right_end, ==, right->n_bytes);
  for (guint i = 0; i < features->differences->len; i++)
    {
      const CsAnchorDifference *difference =
          &g_array_index (features->differences, CsAnchorDifference, i);

      g_assert_cmpuint (difference->pair, <, features->pairs->len);
      g_assert_cmpuint (difference->left.end, <=, left->n_bytes);
      g_assert_cmpuint (difference->right.end, <=, right->n_bytes);
    }
}

static void
check_pairs (CsClaimSet *left, CsClaimSet *right, gboolean same_language)
{
  g_autoptr (CsClaimComparison) comparison = cs_claim_comparison_new (left, right, same_language);
  const GArray *pairs = cs_claim_comparison_get_pairs (comparison);
  g_autofree guint8 *seen_left = g_new0 (guint8, cs_claim_set_get_n_claims (left) + 1);
  g_autofree guint8 *seen_right = g_new0 (guint8, cs_claim_set_get_n_claims (right) + 1);
  guint n_seen = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      const CsClaimPair *pair = &g_array_index (pairs, CsClaimPair, i);

      if (pair->left != CS_NO_INDEX)
        n_seen += seen_left[pair->left]++ == 0 ? 1 : G_MAXUINT16;
      if (pair->right != CS_NO_INDEX)
        n_seen += seen_right[pair->right]++ == 0 ? 1 : G_MAXUINT16;
      if (pair->features != NULL)
        check_features (pair->features, cs_claim_set_get (left, pair->left),
                        cs_claim_set_get (right, pair->right));
    }
  g_assert_cmpuint (n_seen, ==,
                    cs_claim_set_get_n_claims (left) + cs_claim_set_get_n_claims (right));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *)data, size);
  char *parting = strstr (text, PARTING);
  g_autoptr (CsClaimSet) left = NULL;
  g_autoptr (CsClaimSet) right = NULL;

  if (parting == NULL)
    return 0;

  *parting = '\0';
  left = cs_claim_set_new_for_text (text, NULL);
  right = cs_claim_set_new_for_text (parting + strlen (PARTING), NULL);
  if (left == NULL || right == NULL)
    return 0;

  check_pairs (left, right, FALSE);
  check_pairs (left, right, TRUE);

  return 0;
}
