#include "../../base/cs-limits.h"
#include "../../draft/cs-subject.h"
#include "cs-checks.h"

/* A dependent claim names the subject of the claim it depends on. Source: Rules (2023) r. 25(1)(1);
 * MPEP 608.01(n) III. Children are compared with the subject that their parent should have, so that
 * one wrong subject is reported once. */

const char *const cs_subject_name_rules[] = { "different", "category-change", "reworded", NULL };

static CsSubjectMatch
compare (CsExamContext *context, const CsClaim *claim, const CsClaim *base)
{
  g_autofree char *subject = cs_claim_dup_range (claim, claim->subject);
  g_autofree char *other = cs_claim_dup_range (base, base->subject);

  return cs_subject_compare (subject, other, cs_exam_get_draft (context)->language);
}

/* The best that @claim does against what @parent should be called, the subject of the independent
 * claim at the end of the chain, and what it is called. A parent that only says 方法 vouches for no
 * longer name. */
static CsSubjectMatch
compare_parent (CsExamContext *context, const CsClaim *claim, const CsClaim *parent)
{
  const CsClaim *root = cs_claim_set_get (cs_exam_get_claims (context), parent->root);
  CsSubjectMatch match = compare (context, claim, root);
  gsize length = claim->subject.end - claim->subject.start;
  gsize parent_length = parent->subject.end - parent->subject.start;

  if (match == CS_SUBJECT_SAME || root == parent || length > parent_length)
    return match;

  return MIN (match, compare (context, claim, parent));
}

static const char *
rule_for (CsSubjectMatch match, const CsClaim *claim, const CsClaim *root)
{
  if (claim->category != root->category && claim->category != CS_CATEGORY_UNKNOWN &&
      root->category != CS_CATEGORY_UNKNOWN)
    return "category-change";

  return match == CS_SUBJECT_REWORDED ? "reworded" : "different";
}

void
cs_check_subject_name (CsExamContext *context, const CsClaim *claim)
{
  const CsClaimSet *claims = cs_exam_get_claims (context);
  CsSubjectMatch best = CS_SUBJECT_DIFFERENT;
  const CsClaim *parent;
  const CsClaim *root;
  CsReport *report;

  if (!claim->dependent || claim->depends->len == 0 || cs_range_is_empty (claim->subject))
    return;

  /* Bases of different subjects are an odd thing, but one of them is named. */
  for (guint i = 0; i < MIN (claim->depends->len, CS_MAX_PATHS) && best != CS_SUBJECT_SAME; i++)
    best = MIN (
        best, compare_parent (context, claim,
                              cs_claim_set_get (claims, g_array_index (claim->depends, guint, i))));
  if (best == CS_SUBJECT_SAME)
    return;

  parent = cs_claim_set_get (claims, g_array_index (claim->depends, guint, 0));
  root = cs_claim_set_get (claims, parent->root);
  if (cs_range_is_empty (root->subject))
    return;

  report = cs_exam_report_claim (context, rule_for (best, claim, root),
                                 best == CS_SUBJECT_DIFFERENT ? CS_CERTAINTY_LIKELY :
                                                                CS_CERTAINTY_POSSIBLE,
                                 claim, claim->subject);
  cs_report_set (report, "subject", "%.*s", (int)(claim->subject.end - claim->subject.start),
                 claim->text + claim->subject.start);
  cs_report_set (report, "expected", "%.*s", (int)(root->subject.end - root->subject.start),
                 root->text + root->subject.start);
  cs_report_set (report, "target", "%u", parent->number);
  cs_report_add_related (
      report, "parent",
      (CsSpan){ CS_PART_CLAIMS, root->index, root->subject.start, root->subject.end });
  cs_report_add_path (report, claim->index);
  cs_report_add_path (report, parent->index);
}
