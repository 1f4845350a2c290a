#include "cs-claim-compare.h"

#include "cs-claim-match.h"

#define LEAST_BY_FEATURES 4.0 /* likeness in two languages of what was not found by number alone */

struct _CsClaimComparison
{
  CsClaimSet *left;
  CsClaimSet *right;
  gboolean is_abreast;
  GArray *pairs; /* of CsClaimPair */
};

G_DEFINE_BOXED_TYPE (CsClaimComparison,
                     cs_claim_comparison,
                     cs_claim_comparison_ref,
                     cs_claim_comparison_unref)

/* While the pairs are listed. */
typedef struct
{
  CsClaimComparison *comparison;
  CsClaimMatch *match;
  CsClaimAbreast *abreast; /* this and what follows: NULL in one language */
  CsFeatures *left_features;
  CsFeatures *right_features;
} Comparer;

/* --- what changed --- */

/* Returns: (nullable): the reference to a claim that [@start, @end) lies in */
static const CsClaimRef *
find_reference (const CsClaim *claim, gsize start, gsize end)
{
  for (guint i = 0; i < claim->refs->refs->len; i++)
    {
      const CsClaimRef *ref = &g_array_index (claim->refs->refs, CsClaimRef, i);

      if (start >= ref->start && end <= ref->end)
        return ref;
    }

  return NULL;
}

static gboolean
are_partners (const Comparer *comparer, guint left_number, guint right_number)
{
  guint left = cs_claim_set_find (comparer->comparison->left, left_number);
  guint right = cs_claim_set_find (comparer->comparison->right, right_number);

  return left != CS_NO_INDEX && right != CS_NO_INDEX &&
         comparer->match->partner_of_left[left] == right;
}

/* "of claim 2" against "of claim 3" when these are the same claim. */
static gboolean
is_renumbering (const Comparer *comparer,
                const CsClaim *left,
                const CsClaim *right,
                const CsWordChange *change)
{
  const CsClaimRef *a = find_reference (left, change->left_start, change->left_end);
  const CsClaimRef *b = find_reference (right, change->right_start, change->right_end);

  return a != NULL && b != NULL && are_partners (comparer, a->first, b->first) &&
         are_partners (comparer, a->last, b->last);
}

static void
lay_abreast (const Comparer *comparer, CsClaimPair *pair)
{
  pair->kind = CS_PAIR_ABREAST;
  pair->is_by_number =
      !pair->is_renumbered &&
      cs_claim_abreast_likeness (comparer->abreast, pair->left, pair->right) < LEAST_BY_FEATURES;
  pair->features =
      cs_features_abreast_new (comparer->abreast, comparer->left_features,
                               comparer->right_features, pair->left, pair->right);
}

static void
compare_words (const Comparer *comparer, CsClaimPair *pair)
{
  const CsClaim *left = cs_claim_set_get (comparer->comparison->left, pair->left);
  const CsClaim *right = cs_claim_set_get (comparer->comparison->right, pair->right);

  pair->is_renumbered = left->number != 0 && right->number != 0 && left->number != right->number;
  if (comparer->abreast != NULL)
    {
      lay_abreast (comparer, pair);
      return;
    }

  g_array_unref (pair->changes);
  pair->changes = cs_word_diff (left->text, left->n_bytes, right->text, right->n_bytes);
  for (guint i = pair->changes->len; i-- > 0;)
    if (is_renumbering (comparer, left, right, &g_array_index (pair->changes, CsWordChange, i)))
      g_array_remove_index (pair->changes, i);
  pair->kind = pair->changes->len == 0 ? CS_PAIR_SAME : CS_PAIR_CHANGED;
}

static void
clear_pair (gpointer data)
{
  CsClaimPair *pair = data;

  g_array_unref (pair->changes);
  g_clear_pointer (&pair->features, cs_features_abreast_free);
}

static void
add_pair (const Comparer *comparer, guint left, guint right, gboolean is_moved)
{
  CsClaimPair pair = { .kind = CS_PAIR_RIGHT_ONLY,
                       .left = left,
                       .right = right,
                       .is_moved = is_moved,
                       .changes = g_array_new (FALSE, FALSE, sizeof (CsWordChange)) };

  if (right == CS_NO_INDEX)
    pair.kind = CS_PAIR_LEFT_ONLY;
  else if (left != CS_NO_INDEX)
    compare_words (comparer, &pair);
  g_array_append_val (comparer->comparison->pairs, pair);
}

/* Claims of the right without a partner, from @at on, that stand in front of one that has one. */
static guint
add_right_ones (const Comparer *comparer, guint at)
{
  guint n_right = cs_claim_set_get_n_claims (comparer->comparison->right);

  while (at < n_right && comparer->match->partner_of_right[at] == CS_NO_INDEX)
    add_pair (comparer, CS_NO_INDEX, at++, FALSE);

  return at;
}

/* The right is gone through in order; a partner that lies behind or far ahead was moved. */
static void
list_pairs (const Comparer *comparer)
{
  const guint *partner_of_right = comparer->match->partner_of_right;
  guint n_left = cs_claim_set_get_n_claims (comparer->comparison->left);
  guint n_right = cs_claim_set_get_n_claims (comparer->comparison->right);
  guint at = add_right_ones (comparer, 0);

  for (guint left = 0; left < n_left; left++)
    {
      guint right = comparer->match->partner_of_left[left];
      gboolean is_next = right == at;

      add_pair (comparer, left, right, right != CS_NO_INDEX && !is_next);
      while (is_next || (at < n_right && partner_of_right[at] != CS_NO_INDEX &&
                         partner_of_right[at] <= left))
        {
          is_next = FALSE;
          at = add_right_ones (comparer, at + 1);
        }
    }
}

/* --- the value --- */

static void
comparison_clear (gpointer data)
{
  CsClaimComparison *comparison = data;

  cs_claim_set_unref (comparison->left);
  cs_claim_set_unref (comparison->right);
  g_array_unref (comparison->pairs);
}

CsClaimComparison *
cs_claim_comparison_ref (CsClaimComparison *comparison)
{
  return g_atomic_rc_box_acquire (comparison);
}

void
cs_claim_comparison_unref (CsClaimComparison *comparison)
{
  g_atomic_rc_box_release_full (comparison, comparison_clear);
}

static void
list_pairs_abreast (Comparer *comparer)
{
  g_autoptr (CsFeatures) left = cs_features_new (comparer->comparison->left);
  g_autoptr (CsFeatures) right = cs_features_new (comparer->comparison->right);

  comparer->left_features = left;
  comparer->right_features = right;
  cs_claim_abreast_learn (comparer->abreast, comparer->match->partner_of_left);
  list_pairs (comparer);
}

CsClaimComparison *
cs_claim_comparison_new (CsClaimSet *left, CsClaimSet *right, gboolean same_language)
{
  CsClaimComparison *comparison = g_atomic_rc_box_new0 (CsClaimComparison);
  g_autoptr (CsClaimAbreast) abreast = same_language ? NULL : cs_claim_abreast_new (left, right);
  g_autoptr (CsClaimMatch) match = cs_claim_match_new (left, right, abreast);
  Comparer comparer = { .comparison = comparison, .match = match, .abreast = abreast };

  comparison->left = cs_claim_set_ref (left);
  comparison->right = cs_claim_set_ref (right);
  comparison->is_abreast = !same_language;
  comparison->pairs = g_array_new (FALSE, FALSE, sizeof (CsClaimPair));
  g_array_set_clear_func (comparison->pairs, clear_pair);
  if (same_language)
    list_pairs (&comparer);
  else
    list_pairs_abreast (&comparer);

  return comparison;
}

const GArray *
cs_claim_comparison_get_pairs (const CsClaimComparison *comparison)
{
  return comparison->pairs;
}

CsClaimSet *
cs_claim_comparison_get_left (const CsClaimComparison *comparison)
{
  return comparison->left;
}

CsClaimSet *
cs_claim_comparison_get_right (const CsClaimComparison *comparison)
{
  return comparison->right;
}

gboolean
cs_claim_comparison_is_abreast (const CsClaimComparison *comparison)
{
  return comparison->is_abreast;
}
