#include "cs-claim-abreast.h"

#include <math.h>

/* Weights: natural logarithms of odds, set on claims of the EPO in three languages and on claims of
 * our own in Chinese and English; see tests/bench/bench-claim-pairs.c. */
#define SAME_NUMBER 0.4
#define SAME_CATEGORY 0.3
#define OTHER_CATEGORY -2.5
#define SAME_FORM 0.3 /* both refer to other claims, or neither does */
#define OTHER_FORM -2.5
#define SAME_PARENT 1.0
#define OTHER_PARENT -1.0
#define MOST_BY_WORDS 8.0
#define MOST_BY_MARKS 6.0
#define LONE_MARK 0.5 /* a sign or number that only one of them has */
#define LONE_AMOUNT 1.5
#define MOST_LONE 4.0
#define MOST_LENGTH 2.0
#define LENGTH_AS_EXPECTED 1.2

#define VARIANCE 8.0 /* of letters for each letter; Gale and Church have 6.8 for sentences */

enum
{
  LEFT,
  RIGHT,
  N_SIDES
};

/* A key of one claim; @n_uses counts in it. */
typedef struct
{
  guint key;
  guint n_uses;
  gboolean is_mark; /* number, sign or symbol rather than word */
  double lone;      /* what speaks against a claim that does not have it */
} Key;

typedef struct
{
  CsClaimAnchors *anchors;
  GArray *keys;    /* of Key, ascending */
  GArray *parents; /* of indexes */
  double sizes[2]; /* of the vectors of words, of marks */
} Claim;

struct _CsClaimAbreast
{
  const CsClaimSet *sets[N_SIDES];
  GHashTable *keys;
  Claim *claims[N_SIDES];
  guint n_claims[N_SIDES];
  double *weights;        /* of a key: the rarer, the more */
  guint *partner_of_left; /* NULL before something was learned */
  double ratio;
  gboolean has_signs[N_SIDES];
};

/* --- what a claim says --- */

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  guint left = ((const Key *)a)->key;
  guint right = ((const Key *)b)->key;

  return left < right ? -1 : left > right;
}

/* A number with its unit is hardly ever lost. */
static double
weigh_lone (const CsAnchor *anchor)
{
  if (anchor->kind == CS_ANCHOR_WORD)
    return 0;

  return anchor->dimension != 0 ? LONE_AMOUNT : LONE_MARK;
}

/* Some offices do not want reference signs: nothing follows from theirs missing everywhere. */
static GArray *
list_keys (const CsClaimAbreast *abreast, const GArray *anchors)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (Key));
  guint kept = 0;

  for (guint i = 0; i < anchors->len; i++)
    {
      const CsAnchor *anchor = &g_array_index (anchors, CsAnchor, i);
      Key key = { anchor->key, 1, anchor->kind != CS_ANCHOR_WORD, weigh_lone (anchor) };

      if (anchor->kind != CS_ANCHOR_SIGN || cs_claim_abreast_has_signs (abreast))
        g_array_append_val (keys, key);
    }
  g_array_sort (keys, compare_keys);
  for (guint i = 0; i < keys->len; i++)
    {
      Key *key = &g_array_index (keys, Key, i);

      if (kept > 0 && g_array_index (keys, Key, kept - 1).key == key->key)
        g_array_index (keys, Key, kept - 1).n_uses++;
      else
        g_array_index (keys, Key, kept++) = *key;
    }
  g_array_set_size (keys, kept);

  return keys;
}

static void
read_claim (CsClaimAbreast *abreast, guint side, guint index)
{
  const CsClaimSet *set = abreast->sets[side];
  Claim *claim = &abreast->claims[side][index];
  const GArray *numbers;

  claim->anchors = cs_claim_anchors_new (cs_claim_set_get (set, index), abreast->keys);
  abreast->has_signs[side] |= claim->anchors->has_signs;
  claim->parents = g_array_new (FALSE, FALSE, sizeof (guint));
  numbers = claim->anchors->parents;
  for (guint i = 0; i < numbers->len; i++)
    {
      guint parent = cs_claim_set_find (set, g_array_index (numbers, guint, i));

      if (parent < index)
        g_array_append_val (claim->parents, parent);
    }
}

/* --- weights --- */

static void
weigh_keys (CsClaimAbreast *abreast)
{
  guint n_all = abreast->n_claims[LEFT] + abreast->n_claims[RIGHT];

  abreast->weights = g_new0 (double, g_hash_table_size (abreast->keys) + 1);
  for (guint side = LEFT; side < N_SIDES; side++)
    for (guint i = 0; i < abreast->n_claims[side]; i++)
      {
        const GArray *keys = abreast->claims[side][i].keys;

        for (guint k = 0; k < keys->len; k++)
          abreast->weights[g_array_index (keys, Key, k).key] += 1;
      }
  for (guint key = 1; key <= g_hash_table_size (abreast->keys); key++)
    abreast->weights[key] = log (1 + n_all / abreast->weights[key]);
}

static double
get_part (const CsClaimAbreast *abreast, const Key *key)
{
  return sqrt (key->n_uses) * abreast->weights[key->key];
}

static void
measure_sizes (const CsClaimAbreast *abreast, Claim *claim)
{
  for (guint i = 0; i < claim->keys->len; i++)
    {
      const Key *key = &g_array_index (claim->keys, Key, i);
      double part = get_part (abreast, key);

      claim->sizes[key->is_mark] += part * part;
    }
  claim->sizes[FALSE] = sqrt (claim->sizes[FALSE]);
  claim->sizes[TRUE] = sqrt (claim->sizes[TRUE]);
}

/* --- what speaks for two claims being one --- */

static double
weigh_form (const CsClaimAbreast *abreast, guint left, guint right)
{
  guint number = cs_claim_set_get (abreast->sets[LEFT], left)->number;
  const CsClaimAnchors *a = abreast->claims[LEFT][left].anchors;
  const CsClaimAnchors *b = abreast->claims[RIGHT][right].anchors;
  gboolean is_same_form = (a->parents->len > 0) == (b->parents->len > 0);
  double weight = is_same_form ? SAME_FORM : OTHER_FORM;

  if (number != 0 && number == cs_claim_set_get (abreast->sets[RIGHT], right)->number)
    weight += SAME_NUMBER;
  if (a->category != CS_CATEGORY_UNKNOWN && b->category != CS_CATEGORY_UNKNOWN)
    weight += a->category == b->category ? SAME_CATEGORY : OTHER_CATEGORY;

  return weight;
}

static int
compare_indexes (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *)a;
  guint right = *(const guint *)b;

  return left < right ? -1 : left > right;
}

static gboolean
contains (const GArray *ascending, guint index)
{
  return g_array_binary_search ((GArray *)ascending, &index, compare_indexes, NULL);
}

/* One claim in common is enough: offices differ in how many a claim may depend on. */
static double
weigh_parents (const CsClaimAbreast *abreast, guint left, guint right)
{
  const GArray *a = abreast->claims[LEFT][left].parents;
  const GArray *b = abreast->claims[RIGHT][right].parents;
  gboolean is_known = FALSE;

  if (abreast->partner_of_left == NULL || b->len == 0)
    return 0;
  for (guint i = 0; i < a->len; i++)
    {
      guint partner = abreast->partner_of_left[g_array_index (a, guint, i)];

      if (partner == CS_NO_INDEX)
        continue;
      is_known = TRUE;
      if (contains (b, partner))
        return SAME_PARENT;
    }

  return is_known ? OTHER_PARENT : 0;
}

static double
weigh_anchors (const Claim *left, const Claim *right, const CsClaimAbreast *abreast)
{
  double common[2] = { 0, 0 };
  double lone = 0;
  guint i = 0;
  guint j = 0;

  while (i < left->keys->len && j < right->keys->len)
    {
      const Key *a = &g_array_index (left->keys, Key, i);
      const Key *b = &g_array_index (right->keys, Key, j);

      if (a->key == b->key)
        common[a->is_mark] += get_part (abreast, a) * get_part (abreast, b);
      else
        lone += (a->key < b->key ? a : b)->lone;
      i += a->key <= b->key ? 1 : 0;
      j += b->key <= a->key ? 1 : 0;
    }
  for (; i < left->keys->len; i++)
    lone += g_array_index (left->keys, Key, i).lone;
  for (; j < right->keys->len; j++)
    lone += g_array_index (right->keys, Key, j).lone;
  common[FALSE] /= MAX (left->sizes[FALSE] * right->sizes[FALSE], 1e-9);
  common[TRUE] /= MAX (left->sizes[TRUE] * right->sizes[TRUE], 1e-9);

  return MOST_BY_WORDS * common[FALSE] + MOST_BY_MARKS * common[TRUE] - MIN (lone, MOST_LONE);
}

double
cs_length_penalty (double left, double right, double ratio)
{
  double mean = (left + right / ratio) / 2;
  double delta = (right - left * ratio) / sqrt (MAX (mean, 1) * VARIANCE);
  double chance = erfc (fabs (delta) / G_SQRT2);

  return -log (MAX (chance, 1e-12));
}

double
cs_claim_abreast_likeness (const CsClaimAbreast *abreast, guint left, guint right)
{
  const Claim *a = &abreast->claims[LEFT][left];
  const Claim *b = &abreast->claims[RIGHT][right];
  double penalty = cs_length_penalty (a->anchors->n_letters, b->anchors->n_letters, abreast->ratio);

  return weigh_form (abreast, left, right) + weigh_parents (abreast, left, right) +
         weigh_anchors (a, b, abreast) + LENGTH_AS_EXPECTED - MIN (penalty, MOST_LENGTH);
}

/* --- what is known already --- */

void
cs_claim_abreast_learn (CsClaimAbreast *abreast, const guint *partner_of_left)
{
  double n_left = 0;
  double n_right = 0;

  g_clear_pointer (&abreast->partner_of_left, g_free);
  abreast->partner_of_left =
      g_memdup2 (partner_of_left, sizeof (guint) * (abreast->n_claims[LEFT] + 1));
  for (guint i = 0; i < abreast->n_claims[LEFT]; i++)
    if (partner_of_left[i] != CS_NO_INDEX)
      {
        n_left += abreast->claims[LEFT][i].anchors->n_letters;
        n_right += abreast->claims[RIGHT][partner_of_left[i]].anchors->n_letters;
      }
  if (n_left > 0 && n_right > 0)
    abreast->ratio = n_right / n_left;
}

/* --- the value --- */

static void
read_side (CsClaimAbreast *abreast, guint side, const CsClaimSet *set)
{
  abreast->sets[side] = set;
  abreast->n_claims[side] = cs_claim_set_get_n_claims (set);
  abreast->claims[side] = g_new0 (Claim, abreast->n_claims[side]);
  for (guint i = 0; i < abreast->n_claims[side]; i++)
    read_claim (abreast, side, i);
}

CsClaimAbreast *
cs_claim_abreast_new (const CsClaimSet *left, const CsClaimSet *right)
{
  CsClaimAbreast *abreast = g_new0 (CsClaimAbreast, 1);

  abreast->keys = cs_anchor_keys_new ();
  abreast->ratio = 1;
  read_side (abreast, LEFT, left);
  read_side (abreast, RIGHT, right);
  for (guint side = LEFT; side < N_SIDES; side++)
    for (guint i = 0; i < abreast->n_claims[side]; i++)
      abreast->claims[side][i].keys =
          list_keys (abreast, abreast->claims[side][i].anchors->all);
  weigh_keys (abreast);
  for (guint side = LEFT; side < N_SIDES; side++)
    for (guint i = 0; i < abreast->n_claims[side]; i++)
      measure_sizes (abreast, &abreast->claims[side][i]);

  return abreast;
}

static void
free_side (CsClaimAbreast *abreast, guint side)
{
  for (guint i = 0; i < abreast->n_claims[side]; i++)
    {
      Claim *claim = &abreast->claims[side][i];

      cs_claim_anchors_free (claim->anchors);
      g_array_unref (claim->keys);
      g_array_unref (claim->parents);
    }
  g_free (abreast->claims[side]);
}

void
cs_claim_abreast_free (CsClaimAbreast *abreast)
{
  free_side (abreast, LEFT);
  free_side (abreast, RIGHT);
  g_hash_table_unref (abreast->keys);
  g_free (abreast->weights);
  g_free (abreast->partner_of_left);
  g_free (abreast);
}

const CsClaimAnchors *
cs_claim_abreast_get (const CsClaimAbreast *abreast, gboolean is_left, guint index)
{
  return abreast->claims[is_left ? LEFT : RIGHT][index].anchors;
}

gboolean
cs_claim_abreast_has_signs (const CsClaimAbreast *abreast)
{
  return abreast->has_signs[LEFT] && abreast->has_signs[RIGHT];
}

double
cs_claim_abreast_get_ratio (const CsClaimAbreast *abreast)
{
  return abreast->ratio;
}
