#include <string.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "cs-claim-edit.h"
#include "cs-claim-opening.h"
#include "cs-claim-plan.h"

static guint
first_parent (const CsClaim *claim)
{
  return claim->depends->len == 0 ? CS_NO_INDEX : g_array_index (claim->depends, guint, 0);
}

GArray *
cs_claim_edit_insert (
    CsDraft *draft, const CsClaimSet *claims, guint after, guint parent, gsize *cursor)
{
  g_autoptr (CsClaimPlan) plan = cs_claim_plan_new (draft, claims);
  guint n_claims = cs_claim_set_get_n_claims (claims);
  guint before = 0;
  char *opening = NULL;

  if (after < n_claims)
    before = cs_claim_plan_block_end (plan, after);
  if (parent < n_claims)
    {
      guint number = parent < before ? parent + 1 : parent + 2; /* as it will be */

      opening = cs_claim_dup_opening (claims, draft->language, parent, number);
    }
  else
    opening = g_strdup ("");
  cs_claim_plan_insert (plan, before, opening);

  return cs_claim_plan_edits (plan, cursor);
}

GArray *
cs_claim_edit_delete (CsDraft *draft, const CsClaimSet *claims, guint index)
{
  g_autoptr (CsClaimPlan) plan = cs_claim_plan_new (draft, claims);

  if (index >= cs_claim_set_get_n_claims (claims))
    return cs_edits_new ();

  g_array_remove_index (plan->order, index);

  return cs_claim_plan_edits (plan, NULL);
}

GArray *
cs_claim_edit_move (CsDraft *draft, const CsClaimSet *claims, guint index, guint before)
{
  g_autoptr (CsClaimPlan) plan = cs_claim_plan_new (draft, claims);
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_claims = cs_claim_set_get_n_claims (claims);
  guint block;

  if (index >= n_claims)
    return cs_edits_new ();

  block = cs_claim_plan_block_start (plan, index);
  before = before < n_claims ? cs_claim_plan_block_start (plan, before) : n_claims;
  if (before == block || before == cs_claim_plan_block_end (plan, block))
    return cs_edits_new ();

  g_array_append_val (blocks, block);
  cs_claim_plan_move (plan, blocks, before);

  return cs_claim_plan_edits (plan, NULL);
}

/* --- parents --- */

/* The claims that depend on @index, itself included. (array length=n) */
static gboolean *
find_descendants (const CsClaimSet *claims, guint index)
{
  guint n_claims = cs_claim_set_get_n_claims (claims);
  gboolean *found = g_new0 (gboolean, n_claims);

  /* A claim depends on claims before it only. */
  found[index] = TRUE;
  for (guint i = index + 1; i < n_claims; i++)
    {
      const GArray *depends = cs_claim_set_get (claims, i)->depends;

      for (guint k = 0; k < depends->len && !found[i]; k++)
        found[i] = found[g_array_index (depends, guint, k)];
    }

  return found;
}

/* The claim and what depends on it go behind @parent, as far as they stand before it. */
static void
move_behind (CsClaimPlan *plan, const gboolean *descendants, guint index, guint parent)
{
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = index; i < parent; i++)
    if (descendants[i] && cs_claim_plan_block_start (plan, i) == i)
      g_array_append_val (blocks, i);
  cs_claim_plan_move (plan, blocks, cs_claim_plan_block_end (plan, parent));
}

/* The number in the reference of @claim that stands for its first parent, 0 when there is none. */
static guint
parent_number (const CsClaimSet *claims, const CsClaim *claim)
{
  guint parent = first_parent (claim);

  for (guint i = 0; i < claim->refs->refs->len; i++)
    {
      const CsClaimRef *ref = &g_array_index (claim->refs->refs, CsClaimRef, i);
      const CsRefGroup *group = &g_array_index (claim->refs->groups, CsRefGroup, ref->group);
      guint number = ref->first;

      if (parent != CS_NO_INDEX)
        number = cs_claim_set_get (claims, parent)->number;
      if (!group->preceding && ref->first <= number && number <= ref->last)
        return number;
    }

  return 0;
}

GArray *
cs_claim_edit_set_parent (
    CsDraft *draft, const CsClaimSet *claims, guint index, guint parent, GError **error)
{
  g_autoptr (CsClaimPlan) plan = NULL;
  g_autofree gboolean *descendants = NULL;
  guint n_claims = cs_claim_set_get_n_claims (claims);
  const CsClaim *claim;

  g_return_val_if_fail (index < n_claims && parent < n_claims, NULL);

  claim = cs_claim_set_get (claims, index);
  plan = cs_claim_plan_new (draft, claims);
  plan->from = claim->dependent ? parent_number (claims, claim) : 0;
  if (plan->from == 0)
    {
      cs_error_set (error, CS_ERROR_UNSUPPORTED, 0,
                    _ ("claim \"%u\" names no claim by its number that it depends on"), index + 1);
      return NULL;
    }
  descendants = find_descendants (claims, index);
  if (descendants[parent])
    {
      cs_error_set (error, CS_ERROR_UNSUPPORTED, 0, _ ("claim \"%u\" depends on claim \"%u\""),
                    parent + 1, index + 1);
      return NULL;
    }

  plan->reparent = index;
  plan->to = parent;
  if (index < parent)
    move_behind (plan, descendants, cs_claim_plan_block_start (plan, index), parent);

  return cs_claim_plan_edits (plan, NULL);
}

/* The claim before @claim that has the same parent. */
static guint
find_sibling (const CsClaimSet *claims, const CsClaim *claim)
{
  guint parent = first_parent (claim);

  for (guint i = claim->index; i > 0 && parent != CS_NO_INDEX; i--)
    {
      const CsClaim *sibling = cs_claim_set_get (claims, i - 1);

      if (sibling->dependent && first_parent (sibling) == parent)
        return i - 1;
    }

  return CS_NO_INDEX;
}

static guint
find_grandparent (const CsClaimSet *claims, const CsClaim *claim)
{
  guint parent = first_parent (claim);

  return parent == CS_NO_INDEX ? CS_NO_INDEX : first_parent (cs_claim_set_get (claims, parent));
}

GArray *
cs_claim_edit_indent (
    CsDraft *draft, const CsClaimSet *claims, guint index, gboolean outdent, GError **error)
{
  const CsClaim *claim;
  guint parent;

  g_return_val_if_fail (index < cs_claim_set_get_n_claims (claims), NULL);

  claim = cs_claim_set_get (claims, index);
  parent = outdent ? find_grandparent (claims, claim) : find_sibling (claims, claim);
  if (parent != CS_NO_INDEX)
    return cs_claim_edit_set_parent (draft, claims, index, parent, error);

  if (outdent)
    cs_error_set (error, CS_ERROR_UNSUPPORTED, 0,
                  _ ("claim \"%u\" depends on no claim that itself is dependent"), index + 1);
  else
    cs_error_set (error, CS_ERROR_UNSUPPORTED, 0,
                  _ ("no claim before claim \"%u\" has the same parent"), index + 1);

  return NULL;
}

GArray *
cs_claim_edit_renumber (CsDraft *draft, const CsClaimSet *claims)
{
  g_autoptr (CsClaimPlan) plan = cs_claim_plan_new (draft, claims);

  return cs_claim_plan_edits (plan, NULL);
}
