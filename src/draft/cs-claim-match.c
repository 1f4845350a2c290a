#include "cs-claim-match.h"

#include "../language/cs-word-diff.h"

#define LEAST_LIKENESS 0.45  /* of claims in order that are taken for one */
#define MOVED_LIKENESS 0.70  /* of claims out of order */
#define MOVED_ABREAST 3.0    /* the same across languages, see cs-claim-abreast.h */
#define LEAST_BY_NUMBER -1.0 /* of claims in two languages with one number */
#define N_ROUNDS 3           /* in which what is known grows */
#define SAME_NUMBER 0.02     /* breaks ties */
#define MAX_CELLS (1 << 20)  /* left times right claims */

typedef struct
{
  const CsClaimSet *left;
  const CsClaimSet *right;
  CsClaimAbreast *abreast; /* NULL in one language */
  CsClaimMatch *match;
  guint n_left;
  guint n_right;
  float *likeness; /* of each left with each right; 0 or less of what cannot be one */
  float moved;     /* likeness of claims out of order that are taken for one */
} Matching;

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

static float *
get_likeness (const Matching *matching, guint left, guint right)
{
  return &matching->likeness[(gsize)left * matching->n_right + right];
}

static void
compare_bags (Matching *matching)
{
  g_autoptr (GHashTable) ids = cs_word_ids_new ();
  g_autoptr (GPtrArray) left_bags = list_bags (matching->left, ids);
  g_autoptr (GPtrArray) right_bags = list_bags (matching->right, ids);

  for (guint left = 0; left < matching->n_left; left++)
    for (guint right = 0; right < matching->n_right; right++)
      {
        const CsClaim *a = cs_claim_set_get (matching->left, left);
        const CsClaim *b = cs_claim_set_get (matching->right, right);
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
  matching->match->partner_of_left[left] = right;
  matching->match->partner_of_right[right] = left;
}

static void
divorce_all (Matching *matching)
{
  for (guint left = 0; left < matching->n_left; left++)
    matching->match->partner_of_left[left] = CS_NO_INDEX;
  for (guint right = 0; right < matching->n_right; right++)
    matching->match->partner_of_right[right] = CS_NO_INDEX;
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

      if (matching->match->partner_of_left[left] != CS_NO_INDEX)
        continue;
      for (guint right = 0; right < matching->n_right; right++)
        {
          float likeness = *get_likeness (matching, left, right);

          if (matching->match->partner_of_right[right] != CS_NO_INDEX || likeness <= most)
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
      guint partner = matching->match->partner_of_left[i];

      if (partner != CS_NO_INDEX && (i < left) != (partner < right))
        return TRUE;
    }

  return FALSE;
}

static gboolean
may_be_one (const Matching *matching, guint left, guint right)
{
  if (matching->match->partner_of_left[left] != CS_NO_INDEX ||
      matching->match->partner_of_right[right] != CS_NO_INDEX)
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
      guint number = cs_claim_set_get (matching->left, left)->number;
      guint right = cs_claim_set_find (matching->right, number);

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
        cs_claim_abreast_learn (matching->abreast, matching->match->partner_of_left);
      divorce_all (matching);
      compare_abreast (matching);
      align_in_order (matching);
      find_moved (matching);
    }
  match_numbers (matching);
}

static guint *
new_partners (guint n)
{
  guint *partners = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    partners[i] = CS_NO_INDEX;

  return partners;
}

CsClaimMatch *
cs_claim_match_new (const CsClaimSet *left, const CsClaimSet *right, CsClaimAbreast *abreast)
{
  CsClaimMatch *match = g_new0 (CsClaimMatch, 1);
  Matching matching = { .left = left,
                        .right = right,
                        .abreast = abreast,
                        .match = match,
                        .n_left = cs_claim_set_get_n_claims (left),
                        .n_right = cs_claim_set_get_n_claims (right) };
  guint64 n_cells = (guint64)matching.n_left * matching.n_right;

  match->partner_of_left = new_partners (matching.n_left);
  match->partner_of_right = new_partners (matching.n_right);
  if (n_cells > MAX_CELLS)
    {
      match_numbers (&matching);
      return match;
    }

  matching.likeness = g_new0 (float, n_cells);
  if (abreast != NULL)
    match_abreast (&matching);
  else
    match_words (&matching);
  g_free (matching.likeness);

  return match;
}

void
cs_claim_match_free (CsClaimMatch *match)
{
  g_free (match->partner_of_left);
  g_free (match->partner_of_right);
  g_free (match);
}
