#include <string.h>

#include "cs-checks.h"
#include "reference-fixes.h"

/* A claim refers to claims that stand before it. Source: Rules (2023) r. 25(2); EPC r. 43(4);
 * 37 CFR 1.75(c). */

const char *const cs_claim_reference_rules[] = { "self", "forward", "missing", "cancelled",
                                                 "unreadable", "misprint", NULL };

/* The rule that a reference to @number breaks; NULL when it is in order. */
static const char *
broken_rule (const CsClaimSet *claims, const CsClaim *claim, guint number)
{
  guint target = cs_claim_set_find (claims, number);

  if (number == claim->number || target == claim->index)
    return "self";
  if (target == CS_NO_INDEX)
    return "missing";
  if (target > claim->index)
    return "forward";

  return cs_claim_set_get (claims, target)->cancelled ? "cancelled" : NULL;
}

/* Of a range the end counts first: "1 to 7" in claim 5 goes too far. */
static void
check_ref (CsExamContext *context, const CsClaim *claim, const CsClaimRef *ref)
{
  const CsClaimSet *claims = cs_exam_get_claims (context);
  guint target = ref->last;
  const char *rule = broken_rule (claims, claim, target);
  CsReport *report;

  for (guint n = ref->first; rule == NULL && n < ref->last; n++)
    {
      target = n;
      rule = broken_rule (claims, claim, n);
    }
  if (rule == NULL)
    return;

  report = cs_exam_report_claim (context, rule, CS_CERTAINTY_CERTAIN, claim,
                                 (CsRange){ ref->start, ref->end });
  cs_report_set (report, "target", "%u", target);
  cs_report_add_path (report, claim->index);
  if (cs_claim_set_find (claims, target) != CS_NO_INDEX)
    cs_report_add_path (report, cs_claim_set_find (claims, target));
  if (strcmp (rule, "cancelled") != 0)
    cs_reference_fix_target (context, report, claim, ref);
}

/* Who writes 权力要求 does so in every claim. */
static void
report_misprint (CsExamContext *context, const CsClaim *claim, const CsRefGroup *group)
{
  CsReport *report = cs_exam_report_claim (context, "misprint", CS_CERTAINTY_LIKELY, claim,
                                           (CsRange){ group->start, group->end });

  cs_report_set_alike (report, "spelling");
  cs_reference_fix_spelling (report, claim, group);
}

static void
check_claim (CsExamContext *context, const CsClaim *claim)
{
  const CsClaimRefs *refs = claim->refs;

  for (guint i = 0; i < refs->groups->len; i++)
    {
      const CsRefGroup *group = &g_array_index (refs->groups, CsRefGroup, i);

      if (group->misprint)
        report_misprint (context, claim, group);
      for (guint n = group->first_ref; n < group->first_ref + group->n_refs && !group->preceding;
           n++)
        check_ref (context, claim, &g_array_index (refs->refs, CsClaimRef, n));
    }

  if (!cs_range_is_empty (refs->unreadable))
    cs_exam_report_claim (context, "unreadable", CS_CERTAINTY_LIKELY, claim, refs->unreadable);
}

void
cs_check_claim_reference (CsExamContext *context, const CsClaim *unused)
{
  const CsClaimSet *claims = cs_exam_get_claims (context);

  for (guint i = 0; i < cs_claim_set_get_n_claims (claims) && !cs_exam_is_cancelled (context); i++)
    check_claim (context, cs_claim_set_get (claims, i));
}
