#include <string.h>

#include "../../base/cs-limits.h"
#include "../../base/cs-text.h"
#include "../../draft/cs-subject.h"
#include "cs-checks.h"

/* A dependent claim names the subject of the claim it depends on. Source: Rules (2023) r. 25(1)(1);
 * MPEP 608.01(n) III. Children are compared with the subject that their parent should have, so that
 * one wrong subject is reported once. */

#define MAX_NAME_BYTES 60 /* a longer name is not repeated in every claim */

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

/* "a" and "an" before the old name must fit the new one. */
static gboolean
fits_article (const CsClaim *claim, const char *name)
{
  static const char vowels[] = "aeiouAEIOU";
  const char *before = claim->text + claim->subject.start;
  gsize room = claim->subject.start;

  if (room < 2 || before[-1] != ' ')
    return TRUE;
  if (g_ascii_strncasecmp (before - 2, "a ", 2) == 0 && (room == 2 || before[-3] == ' '))
    return strchr (vowels, *name) == NULL;
  if (room > 2 && g_ascii_strncasecmp (before - 3, "an ", 3) == 0 &&
      (room == 3 || before[-4] == ' '))
    return strchr (vowels, *name) != NULL;

  return TRUE;
}

/* Whether only the way there is another one: "…修复剂的使用方法" and "…钝化剂的使用方法". Of two things
 * that differ it may be the reference that is wrong. */
static gboolean
names_same_thing (const char *old, const char *name, gboolean chinese)
{
  g_autofree char *head = NULL;
  g_autofree char *other = NULL;
  const char *tail = old + strlen (old);

  if (chinese)
    {
      for (guint n = 0; n < 2 && tail > old; n++)
        tail = g_utf8_prev_char (tail);

      return g_str_has_suffix (name, tail);
    }

  head = cs_subject_dup_head (old);
  other = cs_subject_dup_head (name);

  return *head != '\0' && g_str_equal (head, other);
}

/* What @claim has to call its subject; %NULL when that is no short name that can be repeated. */
static char *
dup_name (const CsClaim *claim, const CsClaim *base, CsSubjectMatch match, gboolean chinese)
{
  g_autofree char *name = cs_claim_dup_range (base, base->subject);
  g_autofree char *old = cs_claim_dup_range (claim, claim->subject);

  if (strlen (name) > MAX_NAME_BYTES || strlen (old) > MAX_NAME_BYTES ||
      strpbrk (name, "\n,;:()") != NULL || strstr (name, "、") != NULL ||
      strstr (name, CS_OBJECT_CHARACTER) != NULL)
    return NULL;
  for (guint i = 0; i < base->refs->groups->len; i++)
    {
      const CsRefGroup *group = &g_array_index (base->refs->groups, CsRefGroup, i);

      if (group->start < base->subject.end && group->end > base->subject.start)
        return NULL;
    }
  if (match == CS_SUBJECT_DIFFERENT && !names_same_thing (old, name, chinese))
    return NULL;
  /* a longer name may say what the shorter one must not lose: non-transitory */
  if (!chinese &&
      (strlen (name) < strlen (old) || cs_subject_is_linked (name) || !fits_article (claim, name)))
    return NULL;

  /* only the first letter of a claim is a capital */
  if (claim->subject.start == 0 && g_ascii_isupper (*old))
    *name = g_ascii_toupper (*name);
  else if (base->subject.start == 0 && g_ascii_isupper (*name) && g_ascii_islower (name[1]))
    *name = g_ascii_tolower (*name);

  return g_steal_pointer (&name);
}

static void
offer_name (CsReport *report,
            const CsClaim *claim,
            const CsClaim *base,
            CsSubjectMatch match,
            gboolean chinese)
{
  g_autofree char *name = dup_name (claim, base, match, chinese);

  if (name != NULL)
    cs_report_add_fix (
        report, "copy-subject",
        (CsSpan){ CS_PART_CLAIMS, claim->index, claim->subject.start, claim->subject.end }, name);
}

/* "Claims 1 and 2": multiple-dependency asks which; until then there is no base to compare with. An
 * office does not read such a claim further (MPEP 608.01(n) I.B). */
static gboolean
rests_on_all (const CsClaim *claim)
{
  const GArray *groups = claim->refs->groups;

  return groups->len > 0 &&
         g_array_index (groups, CsRefGroup, 0).list == CS_REF_LIST_CUMULATIVE;
}

void
cs_check_subject_name (CsExamContext *context, const CsClaim *claim)
{
  const CsClaimSet *claims = cs_exam_get_claims (context);
  CsSubjectMatch best = CS_SUBJECT_DIFFERENT;
  const CsClaim *parent;
  const CsClaim *root;
  g_autofree char *subject = NULL;
  CsReport *report;
  const char *rule;

  if (!claim->dependent || claim->depends->len == 0 || cs_range_is_empty (claim->subject) ||
      rests_on_all (claim))
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

  rule = rule_for (best, claim, root);
  report = cs_exam_report_claim (
      context, rule, best == CS_SUBJECT_DIFFERENT ? CS_CERTAINTY_LIKELY : CS_CERTAINTY_POSSIBLE,
      claim, claim->subject);
  subject = cs_claim_dup_range (claim, claim->subject);
  cs_report_set (report, "subject", "%s", subject);
  cs_report_set_alike (report, subject);
  cs_report_set (report, "expected", "%.*s", (int)(root->subject.end - root->subject.start),
                 root->text + root->subject.start);
  cs_report_set (report, "target", "%u", parent->number);
  cs_report_add_related (
      report, "parent",
      (CsSpan){ CS_PART_CLAIMS, root->index, root->subject.start, root->subject.end });
  cs_report_add_path (report, claim->index);
  cs_report_add_path (report, parent->index);
  if (strcmp (rule, "category-change") != 0)
    offer_name (report, claim, root, best,
                g_str_equal (cs_exam_get_draft (context)->language, "zh"));
}
