#include "cs-claim-plan.h"

CsClaimPlan *
cs_claim_plan_new (CsDraft *draft, const CsClaimSet *claims)
{
  CsClaimPlan *plan = g_new0 (CsClaimPlan, 1);

  plan->draft = draft;
  plan->claims = claims;
  plan->order = g_array_new (FALSE, FALSE, sizeof (guint));
  plan->moved = g_array_new (FALSE, FALSE, sizeof (guint));
  plan->before = CS_NO_INDEX;
  plan->reparent = CS_NO_INDEX;
  for (guint i = 0; i < cs_claim_set_get_n_claims (claims); i++)
    g_array_append_val (plan->order, i);

  return plan;
}

void
cs_claim_plan_free (CsClaimPlan *plan)
{
  g_array_unref (plan->order);
  g_array_unref (plan->moved);
  g_free (plan->opening);
  g_free (plan);
}

static const CsUnit *
get_unit (const CsClaimPlan *plan, guint index)
{
  return cs_draft_get_unit (plan->draft, CS_PART_CLAIMS, index);
}

/* Claims 5 and 6 of "4-6. (canceled)" have no line of their own. */
static gboolean
is_appended (const CsClaimPlan *plan, guint index)
{
  const CsUnit *unit = get_unit (plan, index);

  return index > 0 && unit->number_start == unit->end;
}

guint
cs_claim_plan_block_start (const CsClaimPlan *plan, guint index)
{
  while (is_appended (plan, index))
    index--;

  return index;
}

guint
cs_claim_plan_block_end (const CsClaimPlan *plan, guint index)
{
  guint n_claims = cs_claim_set_get_n_claims (plan->claims);

  for (index++; index < n_claims && is_appended (plan, index);)
    index++;

  return index;
}

void
cs_claim_plan_move (CsClaimPlan *plan, const GArray *blocks, guint before)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_claims = cs_claim_set_get_n_claims (plan->claims);
  guint next = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      guint start = g_array_index (blocks, guint, i);

      for (guint k = start; k < cs_claim_plan_block_end (plan, start); k++)
        g_array_append_val (plan->moved, k);
    }

  for (guint i = 0; i <= n_claims; i++)
    {
      if (i == before)
        g_array_append_vals (order, plan->moved->data, plan->moved->len);
      if (next < plan->moved->len && g_array_index (plan->moved, guint, next) == i)
        next++;
      else if (i < n_claims)
        g_array_append_val (order, i);
    }
  plan->before = before;
  g_array_unref (plan->order);
  plan->order = g_steal_pointer (&order);
}

void
cs_claim_plan_insert (CsClaimPlan *plan, guint before, char *opening)
{
  guint none = CS_NO_INDEX;

  g_array_insert_val (plan->order, before, none);
  plan->before = before;
  plan->opening = opening;
}
