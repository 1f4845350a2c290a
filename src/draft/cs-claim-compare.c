#include "cs-claim-compare.h"

#include "cs-claim-abreast.h"

#define LEAST_LIKENESS 0.45 /* of claims in order that are taken for one */
#define MOVED_LIKENESS 0.70 /* of claims out of order */
#define MOVED_ABREAST 3.0   /* the same across languages, see cs-claim-abreast.h */
#define LEAST_BY_NUMBER -1.0
#define LEAST_BY_FEATURES 4.0
#define N_ROUNDS 3
#define SAME_NUMBER 0.02    /* breaks ties */
#define MAX_CELLS (1 << 20) /* left times right claims */

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

/* --- how alike claims are --- */

/* The part of a claim that is its own: of a dependent one not what every claim says that depends on
 * the same one. */
static gsize
find_own_start (const CsClaim *claim)
{
  if (!claim->dependent)
    return 0;

  return MAX (claim->transition.end, claim->reference.end);
}

static GPtrArray *
list_bags (const CsClaimSet *set, GHashTable *ids)
{
  GPtrArray *bags = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);

  for (guint i = 0; i < cs_claim_set_get_n_claims (set); i++)
    {
      const CsClaim *claim = cs_claim_set_get (set, i);
      gsize start = find_own_start (claim);

      g_ptr_array_add (bags, cs_word_bag_new (ids, claim->text + start, claim->n_bytes - start));
    }

  return bags;
}

typedef struct
{
  CsClaimComparison *comparison;
  guint n_left;
  guint n_right;
  guint *partner_of_left; /* index of a right claim, CS_NO_INDEX for none */
  guint *partner_of_right;
  float *likeness;         /* of each left with each right; 0 or less of what cannot be one */
  float moved;             /* likeness of claims out of order that are taken for one */
  CsClaimAbreast *abreast; /* NULL in one language */
  CsFeatures *left_features;
  CsFeatures *right_features;
} Matching;

static float *
get_likeness (const Matching *matching, guint left, guint right)
{
  return &matching->likeness[(gsize)left * matching->n_right + right];
}

static void
compare_bags (Matching *matching)
{
  const CsClaimComparison *comparison = matching->comparison;
  g_autoptr (GHashTable) ids = cs_word_ids_new ();
  g_autoptr (GPtrArray) left_bags = list_bags (comparison->left, ids);
  g_autoptr (GPtrArray) right_bags = list_bags (comparison->right, ids);

  for (guint left = 0; left < matching->n_left; left++)
    for (guint right = 0; right < matching->n_right; right++)
      {
        const CsClaim *a = cs_claim_set_get (comparison->left, left);
        const CsClaim *b = cs_claim_set_get (comparison->right, right);
        double likeness = cs_word_bag_likeness (left_bags->pdata[left], right_bags->pdata[right]);

        likeness += a->number == b->number && a->number != 0 ? SAME_NUMBER : 0;
        *get_likeness (matching, left, right) = likeness < LEAST_LIKENESS ? 0 : (float)likeness;
      }
}

static void
compare_abreast (Matching *matching)
{
  for (guint left = 0; left < matching->n_left; left++)
    for (guint right = 0; right < matching->n_right; right++)
      *get_likeness (matching, left, right) =
          (float)cs_claim_abreast_likeness (matching->abreast, left, right);
}

static void
marry (Matching *matching, guint left, guint right)
{
  matching->partner_of_left[left] = right;
  matching->partner_of_right[right] = left;
}

static void
divorce_all (Matching *matching)
{
  for (guint left = 0; left < matching->n_left; left++)
    matching->partner_of_left[left] = CS_NO_INDEX;
  for (guint right = 0; right < matching->n_right; right++)
    matching->partner_of_right[right] = CS_NO_INDEX;
}

/* --- who belongs together --- */

/* Best sum of likenesses of what comes from here on, cell by cell from the end. */
static void
align_in_order (Matching *matching)
{
  guint width = matching->n_right + 1;
  g_autofree float *best = g_new0 (float, (gsize)(matching->n_left + 1) * width);
  guint i = 0;
  guint j = 0;

  for (guint x = matching->n_left; x-- > 0;)
    for (guint y = matching->n_right; y-- > 0;)
      {
        gsize cell = (gsize)x * width + y;
        float likeness = *get_likeness (matching, x, y);

        best[cell] = MAX (best[cell + 1], best[cell + width]);
        if (likeness > 0)
          best[cell] = MAX (best[cell], likeness + best[cell + width + 1]);
      }

  while (i < matching->n_left && j < matching->n_right)
    {
      gsize cell = (gsize)i * width + j;
      float likeness = *get_likeness (matching, i, j);

      if (likeness > 0 && best[cell] <= likeness + best[cell + width + 1])
        marry (matching, i++, j++);
      else if (best[cell] <= best[cell + width])
        i++;
      else
        j++;
    }
}

static void
find_moved (Matching *matching)
{
  for (guint left = 0; left < matching->n_left; left++)
    {
      float most = matching->moved;
      guint found = CS_NO_INDEX;

      if (matching->partner_of_left[left] != CS_NO_INDEX)
        continue;
      for (guint right = 0; right < matching->n_right; right++)
        {
          float likeness = *get_likeness (matching, left, right);

          if (matching->partner_of_right[right] != CS_NO_INDEX || likeness <= most)
            continue;
          most = likeness;
          found = right;
        }
      if (found != CS_NO_INDEX)
        marry (matching, left, found);
    }
}

static void
match_words (Matching *matching)
{
  matching->moved = MOVED_LIKENESS;
  compare_bags (matching);
  align_in_order (matching);
  find_moved (matching);
}

/* Whether the pair would cross another one. */
static gboolean
crosses (const Matching *matching, guint left, guint right)
{
  for (guint i = 0; i < matching->n_left; i++)
    {
      guint partner = matching->partner_of_left[i];

      if (partner != CS_NO_INDEX && (i < left) != (partner < right))
        return TRUE;
    }

  return FALSE;
}

static gboolean
may_be_one (const Matching *matching, guint left, guint right)
{
  if (matching->partner_of_left[left] != CS_NO_INDEX ||
      matching->partner_of_right[right] != CS_NO_INDEX)
    return FALSE;

  return matching->likeness == NULL ||
         (*get_likeness (matching, left, right) > LEAST_BY_NUMBER &&
          !crosses (matching, left, right));
}

/* What has no partner gets the claim with its number, where nothing speaks against it. */
static void
match_numbers (Matching *matching)
{
  for (guint left = 0; left < matching->n_left; left++)
    {
      guint number = cs_claim_set_get (matching->comparison->left, left)->number;
      guint right = cs_claim_set_find (matching->comparison->right, number);

      if (right != CS_NO_INDEX && may_be_one (matching, left, right))
        marry (matching, left, right);
    }
}

/* Claims that depend on one claim are more like each other, but which claims are one is only known
 * in the end: it is done over with what is known so far. */
static void
match_abreast (Matching *matching)
{
  matching->moved = MOVED_ABREAST;
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      if (round > 0)
        cs_claim_abreast_learn (matching->abreast, matching->partner_of_left);
      divorce_all (matching);
      compare_abreast (matching);
      align_in_order (matching);
      find_moved (matching);
    }
  match_numbers (matching);
}

static void
match (Matching *matching)
{
  guint64 n_cells = (guint64)matching->n_left * matching->n_right;

  if (n_cells > MAX_CELLS)
    {
      match_numbers (matching);
      return;
    }

  matching->likeness = g_new0 (float, n_cells);
  if (matching->comparison->is_abreast)
    match_abreast (matching);
  else
    match_words (matching);
  g_clear_pointer (&matching->likeness, g_free);
}

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
are_partners (const Matching *matching, guint left_number, guint right_number)
{
  guint left = cs_claim_set_find (matching->comparison->left, left_number);
  guint right = cs_claim_set_find (matching->comparison->right, right_number);

  return left != CS_NO_INDEX && right != CS_NO_INDEX && matching->partner_of_left[left] == right;
}

/* "of claim 2" against "of claim 3" when these are the same claim. */
static gboolean
is_renumbering (const Matching *matching,
                const CsClaim *left,
                const CsClaim *right,
                const CsWordChange *change)
{
  const CsClaimRef *a = find_reference (left, change->left_start, change->left_end);
  const CsClaimRef *b = find_reference (right, change->right_start, change->right_end);

  return a != NULL && b != NULL && are_partners (matching, a->first, b->first) &&
         are_partners (matching, a->last, b->last);
}

static void
lay_abreast (const Matching *matching, CsClaimPair *pair)
{
  pair->kind = CS_PAIR_ABREAST;
  pair->is_by_number =
      !pair->is_renumbered &&
      cs_claim_abreast_likeness (matching->abreast, pair->left, pair->right) < LEAST_BY_FEATURES;
  pair->features =
      cs_features_abreast_new (matching->abreast, matching->left_features,
                               matching->right_features, pair->left, pair->right);
}

static void
compare_words (const Matching *matching, CsClaimPair *pair)
{
  const CsClaim *left = cs_claim_set_get (matching->comparison->left, pair->left);
  const CsClaim *right = cs_claim_set_get (matching->comparison->right, pair->right);

  pair->is_renumbered = left->number != 0 && right->number != 0 && left->number != right->number;
  if (matching->abreast != NULL)
    {
      lay_abreast (matching, pair);
      return;
    }

  g_array_unref (pair->changes);
  pair->changes = cs_word_diff (left->text, left->n_bytes, right->text, right->n_bytes);
  for (guint i = pair->changes->len; i-- > 0;)
    if (is_renumbering (matching, left, right, &g_array_index (pair->changes, CsWordChange, i)))
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
add_pair (const Matching *matching, guint left, guint right, gboolean is_moved)
{
  CsClaimPair pair = { .kind = CS_PAIR_RIGHT_ONLY,
                       .left = left,
                       .right = right,
                       .is_moved = is_moved,
                       .changes = g_array_new (FALSE, FALSE, sizeof (CsWordChange)) };

  if (right == CS_NO_INDEX)
    pair.kind = CS_PAIR_LEFT_ONLY;
  else if (left != CS_NO_INDEX)
    compare_words (matching, &pair);
  g_array_append_val (matching->comparison->pairs, pair);
}

/* Claims of the right without a partner, from @at on, that stand in front of one that has one. */
static guint
add_right_ones (const Matching *matching, guint at)
{
  while (at < matching->n_right && matching->partner_of_right[at] == CS_NO_INDEX)
    add_pair (matching, CS_NO_INDEX, at++, FALSE);

  return at;
}

/* The right is gone through in order; a partner that lies behind or far ahead was moved. */
static void
list_pairs (const Matching *matching)
{
  guint at = add_right_ones (matching, 0);

  for (guint left = 0; left < matching->n_left; left++)
    {
      guint right = matching->partner_of_left[left];
      gboolean is_next = right == at;

      add_pair (matching, left, right, right != CS_NO_INDEX && !is_next);
      while (is_next || (at < matching->n_right && matching->partner_of_right[at] != CS_NO_INDEX &&
                         matching->partner_of_right[at] <= left))
        {
          is_next = FALSE;
          at = add_right_ones (matching, at + 1);
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

static guint *
new_partners (guint n)
{
  guint *partners = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    partners[i] = CS_NO_INDEX;

  return partners;
}

CsClaimComparison *
cs_claim_comparison_new (CsClaimSet *left, CsClaimSet *right, gboolean same_language)
{
  CsClaimComparison *comparison = g_atomic_rc_box_new0 (CsClaimComparison);
  guint n_left = cs_claim_set_get_n_claims (left);
  guint n_right = cs_claim_set_get_n_claims (right);
  g_autofree guint *partner_of_left = new_partners (n_left);
  g_autofree guint *partner_of_right = new_partners (n_right);
  Matching matching = { .comparison = comparison,
                        .n_left = n_left,
                        .n_right = n_right,
                        .partner_of_left = partner_of_left,
                        .partner_of_right = partner_of_right };

  comparison->left = cs_claim_set_ref (left);
  comparison->right = cs_claim_set_ref (right);
  comparison->is_abreast = !same_language;
  comparison->pairs = g_array_new (FALSE, FALSE, sizeof (CsClaimPair));
  g_array_set_clear_func (comparison->pairs, clear_pair);
  if (!same_language)
    {
      matching.abreast = cs_claim_abreast_new (left, right);
      matching.left_features = cs_features_new (left);
      matching.right_features = cs_features_new (right);
    }
  match (&matching);
  if (matching.abreast != NULL)
    cs_claim_abreast_learn (matching.abreast, partner_of_left);
  list_pairs (&matching);
  g_clear_pointer (&matching.abreast, cs_claim_abreast_free);
  g_clear_pointer (&matching.left_features, cs_features_unref);
  g_clear_pointer (&matching.right_features, cs_features_unref);

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
