#include <string.h>

#include "../../draft/cs-claim-edit.h"
#include "../../language/cs-scan.h"
#include "claim-text.h"

/* The printed numbers run 1, 2, 3 ... Source: Rules (2023) r. 22(2); 37 CFR 1.75(f). */

const char *const cs_claim_numbering_rules[] = { "gap", "joined", "repeated", "start", "order",
                                                 "unnumbered", "prefix", NULL };

static CsReport *
report (CsExamContext *context, const char *rule, guint index)
{
  return cs_exam_report (context, rule, CS_CERTAINTY_CERTAIN,
                         (CsSpan){ CS_PART_CLAIMS, index, 0, 0 });
}

/* The rule that @number breaks after @previous; NULL when it is the next one. */
static const char *
broken_rule (const CsClaimSet *claims, guint index, guint number, guint previous)
{
  if (number == 0)
    return "unnumbered";
  if (index == 0)
    return number == 1 ? NULL : "start";
  if (cs_claim_set_find (claims, number) < index)
    return "repeated";
  if (number < previous)
    return "order";

  /* a number that comes later is out of order there, not missing here */
  return cs_claim_set_find (claims, previous + 1) == CS_NO_INDEX ? "gap" : NULL;
}

/* Whether every reference goes on meaning the same claims when the numbers are set right: none
 * names a claim that is not there, or could mean either of two that bear one number. A cancelled
 * claim keeps its number (37 CFR 1.126). */
static gboolean
may_renumber (const CsClaimSet *claims)
{
  guint repeated = G_MAXUINT; /* the least number that stands twice */

  for (guint i = 0; i < cs_claim_set_get_n_claims (claims); i++)
    {
      const CsClaim *claim = cs_claim_set_get (claims, i);

      if (claim->cancelled)
        return FALSE;
      if (claim->number > 0 && cs_claim_set_find (claims, claim->number) != i)
        repeated = MIN (repeated, claim->number);
    }

  for (guint i = 0; i < cs_claim_set_get_n_claims (claims); i++)
    {
      const GArray *refs = cs_claim_set_get (claims, i)->refs->refs;

      for (guint k = 0; k < refs->len; k++)
        {
          const CsClaimRef *ref = &g_array_index (refs, CsClaimRef, k);

          if (ref->last >= repeated || cs_claim_set_find (claims, ref->first) == CS_NO_INDEX ||
              cs_claim_set_find (claims, ref->last) == CS_NO_INDEX)
            return FALSE;
        }
    }

  return TRUE;
}

/* One fix sets all numbers right, so that one finding of each rule offers it and no more. */
static void
offer_renumbering (CsExamContext *context, CsReport *found)
{
  CsDraft *draft = cs_exam_get_draft (context);
  g_autoptr (GArray) edits = NULL;

  if (!may_renumber (cs_exam_get_claims (context)))
    return;

  edits = cs_claim_edit_renumber (draft, cs_exam_get_claims (context));
  for (guint i = 0; i < edits->len; i++)
    {
      const CsEdit *edit = &g_array_index (edits, CsEdit, i);

      cs_report_add_fix (found, "renumber",
                         (CsSpan){ edit->part, CS_NO_INDEX, edit->start, edit->end },
                         cs_text_get_string (edit->text));
    }
}

/* "…脂肪食品19.一种涂覆…的方法": the claim that is missing stands in the line of the one before it.
 * Its number is reported there; FALSE when it does not. */
static gboolean
report_joined (CsExamContext *context, const CsClaim *before, guint missing)
{
  static const char *const marks[] = { ".", "、", NULL };
  static const char *const openings[] = { "一种", "根据", "如权利要求", "按照", "a ",
                                          "an ", "the ", NULL };
  CsClaimText text = cs_claim_text_get (context, before);
  const char *folded = text.folded->text;
  g_autofree char *number = g_strdup_printf ("%u", missing);

  for (const char *at = strstr (folded, number); at != NULL; at = strstr (at + 1, number))
    {
      gsize start = at - folded;
      gsize end = start + strlen (number);
      gsize mark = cs_scan_any (folded, end, marks);

      if (mark == 0 || start == 0 || g_ascii_isdigit (at[-1]) ||
          cs_scan_any (folded, cs_scan_spaces (folded, end + mark), openings) == 0)
        continue;
      cs_report_set (
          cs_claim_text_report (&text, "joined", CS_CERTAINTY_LIKELY, start, end + mark), "missing",
          "%u", missing);
      return TRUE;
    }

  return FALSE;
}

/* @rules: those that offer to renumber already */
static void
check_number (CsExamContext *context, const CsClaim *claim, guint previous, GHashTable *rules)
{
  const CsClaimSet *claims = cs_exam_get_claims (context);
  const char *rule = broken_rule (claims, claim->index, claim->number, previous);
  CsReport *found;

  if (rule == NULL)
    return;
  if (strcmp (rule, "gap") == 0 && claim->number == previous + 2 &&
      report_joined (context, cs_claim_set_get (claims, claim->index - 1), previous + 1))
    return;

  found = report (context, rule, claim->index);
  cs_report_set (found, "expected", "%u", previous + 1);
  cs_report_set (found, "found", "%u", claim->number);
  cs_report_set (found, "previous", "%u", previous);
  if (strcmp (rule, "repeated") == 0)
    {
      guint first = cs_claim_set_find (claims, claim->number);

      cs_report_set (found, "first", "%u", first + 1);
      cs_report_add_related (found, "also", (CsSpan){ CS_PART_CLAIMS, first, 0, 0 });
    }
  if (g_hash_table_add (rules, (gpointer)rule))
    offer_renumbering (context, found);
}

/* Guidelines 2023 part 1 ch. 1, 4.4: no word such as 权利要求 before the number. */
static void
check_prefix (CsExamContext *context, const CsClaim *claim)
{
  CsDraft *draft = cs_exam_get_draft (context);
  const CsUnit *unit = cs_draft_get_unit (draft, CS_PART_CLAIMS, claim->index);
  const char *text = cs_text_get_string (draft->texts[CS_PART_CLAIMS]);

  gsize digit = unit->number_start;

  if (g_strstr_len (text + unit->number_start, unit->start - unit->number_start, "权") == NULL)
    return;

  while (digit < unit->start && !g_unichar_isdigit (g_utf8_get_char (text + digit)))
    digit += g_utf8_skip[(guchar)text[digit]];
  cs_report_add_fix (report (context, "prefix", claim->index), "delete-prefix",
                     (CsSpan){ CS_PART_CLAIMS, CS_NO_INDEX, unit->number_start, digit }, "");
}

void
cs_check_claim_numbering (CsExamContext *context, const CsClaim *unused)
{
  const CsClaimSet *claims = cs_exam_get_claims (context);
  g_autoptr (GHashTable) rules = g_hash_table_new (g_str_hash, g_str_equal);
  guint previous = 0;

  for (guint i = 0; i < cs_claim_set_get_n_claims (claims); i++)
    {
      const CsClaim *claim = cs_claim_set_get (claims, i);

      check_number (context, claim, previous, rules);
      check_prefix (context, claim);
      previous = claim->number > 0 ? claim->number : previous + 1;
    }
}
