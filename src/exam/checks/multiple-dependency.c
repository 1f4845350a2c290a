#include "cs-checks.h"
#include "reference-fixes.h"

/* Several claims are referred to in the alternative only, and a multiple dependent claim is no
 * basis for another one. Source: Rules (2023) r. 25(2); 35 U.S.C. 112(e); 37 CFR 1.75(c); MPEP
 * 608.01(n). Claims of another category that are only quoted do not count (Guidelines 2023 part 2
 * ch. 2, 3.1.2). */

const char *const cs_multiple_dependency_rules[] = { "not-alternative", "bare-list", "on-multiple",
                                                     "on-multiple-indirect", "two-sets",
                                                     "mixed-bases", NULL };

static CsRange
list_range (const CsRefGroup *group)
{
  return (CsRange){ group->anchor, group->end };
}

/* "1和2" and "1-3所述" are faults of their own; neither such a claim nor what rests on it is blamed
 * for more before that is mended. */
static gboolean
is_sound_multiple (const CsClaim *claim)
{
  CsRefList list;

  if (!claim->multiple)
    return FALSE;
  list = g_array_index (claim->refs->groups, CsRefGroup, 0).list;

  return list != CS_REF_LIST_CUMULATIVE && list != CS_REF_LIST_BARE;
}

/* For each claim the multiple dependent claim that it leads to through single dependencies: its own
 * index when it is one, CS_NO_INDEX when there is none. */
static GArray *
find_multiples (const CsClaimSet *claims)
{
  guint n_claims = cs_claim_set_get_n_claims (claims);
  GArray *multiples = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_claims);

  for (guint i = 0; i < n_claims; i++)
    {
      const CsClaim *claim = cs_claim_set_get (claims, i);
      guint multiple = is_sound_multiple (claim) ? i : CS_NO_INDEX;

      if (claim->dependent && !claim->multiple && claim->depends->len > 0)
        multiple = g_array_index (multiples, guint, g_array_index (claim->depends, guint, 0));
      g_array_append_val (multiples, multiple);
    }

  return multiples;
}

/* The reference of @claim that names @target. */
static CsRange
naming_range (const CsClaim *claim, guint target)
{
  for (guint i = 0; i < claim->refs->refs->len; i++)
    {
      const CsClaimRef *ref = &g_array_index (claim->refs->refs, CsClaimRef, i);

      if (ref->first <= target && target <= ref->last)
        return (CsRange){ ref->start, ref->end };
    }

  return claim->reference;
}

/* Whoever lets claims rest on any of those before does so in all the claims of a subject: one fault
 * with many places. */
static void
report_on_multiple (CsExamContext *context, const CsClaim *claim, guint via, guint multiple)
{
  const CsClaimSet *claims = cs_exam_get_claims (context);
  guint via_number = cs_claim_set_get (claims, via)->number;
  g_autofree char *family = g_strdup_printf ("%u", claim->root);
  CsReport *report;

  report = cs_exam_report_claim (context, via == multiple ? "on-multiple" : "on-multiple-indirect",
                                 CS_CERTAINTY_CERTAIN, claim, naming_range (claim, via_number));
  cs_report_set (report, "target", "%u", cs_claim_set_get (claims, multiple)->number);
  cs_report_set_alike (report, family);
  cs_report_set (report, "via", "%u", via_number);
  cs_report_add_path (report, claim->index);
  cs_report_add_path (report, via);
  if (via != multiple)
    cs_report_add_path (report, multiple);
}

/* Each claim is reported once: with a direct basis when it has one. */
static void
check_basis (CsExamContext *context, const CsClaim *claim, const GArray *multiples)
{
  guint indirect = CS_NO_INDEX;

  for (guint i = 0; i < claim->depends->len; i++)
    {
      guint parent = g_array_index (claim->depends, guint, i);
      guint multiple = g_array_index (multiples, guint, parent);

      if (multiple == parent)
        {
          report_on_multiple (context, claim, parent, parent);
          return;
        }
      if (multiple != CS_NO_INDEX && indirect == CS_NO_INDEX)
        indirect = parent;
    }

  if (indirect != CS_NO_INDEX)
    report_on_multiple (context, claim, indirect, g_array_index (multiples, guint, indirect));
}

/* "1和2", "claims 1 and 2", wherever they stand: of which one is not said. A range without a word is
 * only a fault at the head of a dependent claim. */
static void
check_lists (CsExamContext *context, const CsClaim *claim)
{
  const GArray *groups = claim->refs->groups;

  for (guint i = 0; i < groups->len; i++)
    {
      const CsRefGroup *group = &g_array_index (groups, CsRefGroup, i);

      CsReport *report = NULL;

      if (group->list == CS_REF_LIST_CUMULATIVE)
        report = cs_exam_report_claim (context, "not-alternative",
                                       i == 0 ? CS_CERTAINTY_CERTAIN : CS_CERTAINTY_LIKELY, claim,
                                       list_range (group));
      else if (group->list == CS_REF_LIST_BARE && i == 0 && claim->dependent &&
               !group->misprint)
        report = cs_exam_report_claim (context, "bare-list", CS_CERTAINTY_LIKELY, claim,
                                       list_range (group));
      if (report != NULL && i == 0)
        cs_reference_fix_list (context, report, claim, group);
    }
}

/* MPEP 608.01(n) I.B.2: one set of claims only. */
static void
check_sets (CsExamContext *context, const CsClaim *claim)
{
  const GArray *groups = claim->refs->groups;

  for (guint i = 1; i < groups->len; i++)
    {
      const CsRefGroup *group = &g_array_index (groups, CsRefGroup, i);

      if (group->list != CS_REF_LIST_SINGLE)
        {
          cs_exam_report_claim (context, "two-sets", CS_CERTAINTY_LIKELY, claim,
                                list_range (group));
          return;
        }
    }
}

/* What a claim is for; unknown when it is not what its independent claim is for: that is blamed on
 * its subject, and not again on those who refer to it. */
static CsCategory
category_of (const CsClaimSet *claims, const CsClaim *claim)
{
  CsCategory category = cs_claim_set_get (claims, claim->root)->category;

  return claim->category == category ? category : CS_CATEGORY_UNKNOWN;
}

/* "根据权利要求4或5所述的应用" where 4 is a product and 5 its use: the claims to choose from are of
 * different kinds, so that the claim has no sense on one of its paths. */
static void
check_bases (CsExamContext *context, const CsClaim *claim)
{
  const CsClaimSet *claims = cs_exam_get_claims (context);
  const CsClaim *first = cs_claim_set_get (claims, g_array_index (claim->depends, guint, 0));
  const CsRefGroup *head = &g_array_index (claim->refs->groups, CsRefGroup, 0);
  CsCategory category = category_of (claims, first);

  for (guint i = 1; i < claim->depends->len && category != CS_CATEGORY_UNKNOWN; i++)
    {
      const CsClaim *other = cs_claim_set_get (claims, g_array_index (claim->depends, guint, i));
      CsReport *report;

      if (category_of (claims, other) == category ||
          category_of (claims, other) == CS_CATEGORY_UNKNOWN)
        continue;
      report = cs_exam_report_claim (context, "mixed-bases", CS_CERTAINTY_LIKELY, claim,
                                     list_range (head));
      cs_report_set (report, "target", "%u", first->number);
      cs_report_set (report, "via", "%u", other->number);
      cs_report_set_alike (report, "kinds");
      return;
    }
}

static void
check_claim (CsExamContext *context, const CsClaim *claim, const GArray *multiples)
{
  check_lists (context, claim);
  if (!claim->dependent || !claim->multiple)
    return;

  check_sets (context, claim);
  if (claim->broken != CS_NO_INDEX || claim->depends->len == 0)
    {
      cs_exam_skip (context, "on-multiple", "reference", claim->broken);
      cs_exam_skip (context, "on-multiple-indirect", "reference", claim->broken);
      return;
    }
  if (is_sound_multiple (claim))
    check_basis (context, claim, multiples);
  check_bases (context, claim);
}

void
cs_check_multiple_dependency (CsExamContext *context, const CsClaim *unused)
{
  const CsClaimSet *claims = cs_exam_get_claims (context);
  g_autoptr (GArray) multiples = find_multiples (claims);

  for (guint i = 0; i < cs_claim_set_get_n_claims (claims) && !cs_exam_is_cancelled (context); i++)
    check_claim (context, cs_claim_set_get (claims, i), multiples);
}
