#include "cs-anchor-difference.h"

enum
{
  LEFT,
  RIGHT,
  N_SIDES
};

gboolean
cs_anchor_is_mark (const CsClaimAbreast *abreast, const CsAnchor *anchor)
{
  switch (anchor->kind)
    {
    case CS_ANCHOR_AMOUNT:
      return anchor->dimension != 0 || anchor->number != 1; /* "one" and 一个 say little */
    case CS_ANCHOR_SIGN:
      return cs_claim_abreast_has_signs (abreast);
    case CS_ANCHOR_SYMBOL:
    case CS_ANCHOR_COUNT:
    case CS_ANCHOR_WORD:
    default:
      return FALSE; /* LED may well be spelt out */
    }
}

static gboolean
is_said (const GArray *anchors, guint n, const CsAnchor *anchor)
{
  for (guint i = 0; i < n; i++)
    if (cs_anchor_equal (&g_array_index (anchors, CsAnchor, i), anchor))
      return TRUE;

  return FALSE;
}

/* Returns: (transfer full) (element-type CsAnchor): what only this claim says, each once */
static GArray *
list_lone (const CsClaimAbreast *abreast, const GArray *own, const GArray *other)
{
  GArray *lone = g_array_new (FALSE, FALSE, sizeof (CsAnchor));

  for (guint i = 0; i < own->len; i++)
    {
      const CsAnchor *anchor = &g_array_index (own, CsAnchor, i);

      if ((cs_anchor_is_mark (abreast, anchor) || anchor->kind == CS_ANCHOR_SYMBOL) &&
          !is_said (own, i, anchor) && !is_said (other, other->len, anchor))
        g_array_append_vals (lone, anchor, 1);
    }

  return lone;
}

static gboolean
lies_in (const CsAnchor *anchor, CsRange range)
{
  return anchor->range.start >= range.start && anchor->range.start < range.end;
}

/* What one may have been put in the place of the other. */
static gboolean
are_of_a_kind (const CsAnchor *a, const CsAnchor *b)
{
  return a->kind == b->kind &&
         (a->dimension == b->dimension || a->dimension == 0 || b->dimension == 0);
}

/* Takes the first of @lone that lies in @range and is of the kind of @anchor. Returns: its range,
 * empty when there is none */
static CsRange
take_opposite (GArray *lone, CsRange range, const CsAnchor *anchor)
{
  for (guint i = 0; i < lone->len; i++)
    {
      const CsAnchor *other = &g_array_index (lone, CsAnchor, i);
      CsRange found = other->range;

      if (!lies_in (other, range) || !are_of_a_kind (anchor, other))
        continue;
      g_array_remove_index (lone, i);
      return found;
    }

  return (CsRange){ 0, 0 };
}

static void
add_difference (GArray *differences, const CsAnchor *anchor, guint pair, const CsRange ranges[])
{
  CsAnchorDifference difference = { anchor->kind, pair, ranges[LEFT], ranges[RIGHT] };
  gboolean is_one_sided = cs_range_is_empty (ranges[LEFT]) || cs_range_is_empty (ranges[RIGHT]);

  if (!is_one_sided || anchor->kind != CS_ANCHOR_SYMBOL)
    g_array_append_val (differences, difference);
}

/* Features that have no counterpart are told as a whole. */
static void
compare_pair (GArray *differences, GArray *lone[N_SIDES], guint index, const CsFeaturePair *pair)
{
  if (pair->n_left == 0 || pair->n_right == 0)
    return;

  for (guint i = 0; i < lone[LEFT]->len; i++)
    {
      const CsAnchor *anchor = &g_array_index (lone[LEFT], CsAnchor, i);

      if (lies_in (anchor, pair->left))
        add_difference (differences, anchor, index,
                        (const CsRange[]){ anchor->range,
                                           take_opposite (lone[RIGHT], pair->right, anchor) });
    }
  for (guint i = 0; i < lone[RIGHT]->len; i++)
    {
      const CsAnchor *anchor = &g_array_index (lone[RIGHT], CsAnchor, i);

      if (lies_in (anchor, pair->right))
        add_difference (differences, anchor, index,
                        (const CsRange[]){ { 0, 0 }, anchor->range });
    }
}

GArray *
cs_anchor_differences_new (const CsClaimAbreast *abreast,
                           const CsClaimAnchors *const anchors[2],
                           const GArray *pairs)
{
  GArray *differences = g_array_new (FALSE, FALSE, sizeof (CsAnchorDifference));
  GArray *lone[N_SIDES] = { list_lone (abreast, anchors[LEFT]->all, anchors[RIGHT]->all),
                            list_lone (abreast, anchors[RIGHT]->all, anchors[LEFT]->all) };

  for (guint i = 0; i < pairs->len; i++)
    compare_pair (differences, lone, i, &g_array_index (pairs, CsFeaturePair, i));
  g_array_unref (lone[LEFT]);
  g_array_unref (lone[RIGHT]);

  return differences;
}
