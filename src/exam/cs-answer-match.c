#include "cs-answer-match.h"

#include <string.h>

#include "cs-evidence.h"
#include "cs-exam-run.h"
#include "cs-fingerprint.h"

/* What people answered to the questions of items, and what comes of it. */

/* --- which answer --- */

/* The answers to the question of an item, as they are looked through. */
typedef struct
{
  const CsExamResult *result;
  const char *text_sha256;
  const char *evidence_sum; /* empty when there is nothing to show */
} Asked;

static gboolean
holds (const CsAnswer *answer, const Asked *asked)
{
  if (g_strcmp0 (answer->text_sha256, asked->text_sha256) == 0)
    return TRUE;

  return *asked->evidence_sum != '\0' &&
         g_strcmp0 (answer->evidence_sum, asked->evidence_sum) == 0;
}

/* The last that holds; if none does, the last. Answers are sorted, the oldest first. */
static void
find_answer (CsItemResult *item, const Asked *asked)
{
  const GPtrArray *answers = asked->result->answers;

  for (guint i = answers->len; i > 0; i--)
    {
      const CsAnswer *answer = answers->pdata[i - 1];

      if (g_strcmp0 (answer->item, item->item->id) != 0)
        continue;
      if (holds (answer, asked))
        {
          item->answer = answer;
          item->stale = FALSE;
          return;
        }
      if (item->answer == NULL)
        item->answer = answer;
      item->stale = TRUE;
    }
}

/* --- what comes of it --- */

/* That the answer is no is a finding of the draft as a whole. */
static void
add_objection (CsExamResult *result, const CsItemResult *item, GArray *added)
{
  CsReport *report = cs_report_new (CS_RULE_ANSWERED_NO, CS_CERTAINTY_CERTAIN,
                                    (CsSpan){ CS_PART_DOCUMENT, CS_NO_INDEX, 0, 0 });
  CsFinding finding = { .checklist = item->checklist,
                        .item = item->item,
                        .severity = item->item->severity,
                        .report = report,
                        .answer = item->answer };

  g_ptr_array_add (result->objections, report);
  if (item->answer->text != NULL && *item->answer->text != '\0')
    cs_report_set (report, "answer", "%s", item->answer->text);
  g_array_append_val (added, finding);
}

/* What the program found is a hint to the person who answers; the answer is what counts. */
static void
settle_findings (CsExamResult *result, CsItemResult *item)
{
  for (guint i = 0; i < result->findings->len; i++)
    {
      CsFinding *finding = &g_array_index (result->findings, CsFinding, i);

      if (finding->item != item->item)
        continue;
      finding->answer = item->answer;
      item->n_waived++;
    }
}

static void
apply_answer (CsExamResult *result, CsItemResult *item, GArray *added)
{
  if (item->answer == NULL || item->stale)
    return;

  if (item->answer->verdict == CS_VERDICT_YES)
    {
      item->state = CS_ITEM_PASSED;
      settle_findings (result, item);
    }
  else if (item->answer->verdict == CS_VERDICT_NO)
    {
      item->state = CS_ITEM_FINDINGS;
      item->n_findings++;
      add_objection (result, item, added);
    }
}

static int
compare_made (gconstpointer a, gconstpointer b)
{
  const CsAnswer *one = *(CsAnswer *const *)a;
  const CsAnswer *other = *(CsAnswer *const *)b;

  return one->made_us < other->made_us ? -1 : one->made_us > other->made_us;
}

void
cs_answer_match_all (CsExamResult *result)
{
  g_autofree char *text_sha256 = NULL;
  g_autoptr (GArray) added = NULL;

  if (result->answers->len == 0)
    return;

  text_sha256 = cs_draft_dup_sha256 (result->draft);
  added = g_array_new (FALSE, FALSE, sizeof (CsFinding));
  g_ptr_array_sort (result->answers, compare_made); /* stable: of one moment, the one said last */
  for (guint i = 0; i < result->items->len; i++)
    {
      CsItemResult *item = &g_array_index (result->items, CsItemResult, i);
      g_autofree char *evidence = NULL;

      if (item->state != CS_ITEM_MANUAL)
        continue;
      evidence = cs_exam_dup_evidence_sum (result, item);
      find_answer (item, &(Asked){ result, text_sha256, evidence });
      apply_answer (result, item, added);
    }

  cs_fingerprint_all (added, result->draft, result->claims);
  g_array_append_vals (result->findings, added->data, added->len);
}

gboolean
cs_item_result_is_open (const CsItemResult *item)
{
  return item->state == CS_ITEM_MANUAL && (item->answer == NULL || item->stale);
}

CsAnswer *
cs_answer_new_for (CsVerdict verdict,
                   const CsItemResult *item,
                   const CsExamResult *result,
                   const char *text,
                   const char *author)
{
  CsAnswer *answer = cs_answer_new ();

  answer->item = g_strdup (item->item->id);
  answer->checklist = g_strdup (item->checklist->id);
  answer->verdict = verdict;
  answer->text = g_strdup (text == NULL ? "" : text);
  answer->author = g_strdup (author == NULL ? "" : author);
  answer->made_us = g_get_real_time ();
  answer->text_sha256 = cs_draft_dup_sha256 (result->draft);
  answer->evidence_sum = cs_exam_dup_evidence_sum (result, item);

  return answer;
}
