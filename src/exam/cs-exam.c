#include "cs-exam.h"

#include <string.h>

#include "cs-answer-match.h"
#include "cs-decision-match.h"
#include "cs-exam-run.h"
#include "cs-fingerprint.h"

G_DEFINE_BOXED_TYPE (CsExamResult, cs_exam_result, cs_exam_result_ref, cs_exam_result_unref)

/* --- the value --- */

CsExamResult *
cs_exam_result_ref (CsExamResult *result)
{
  return g_atomic_rc_box_acquire (result);
}

static void
result_clear (gpointer data)
{
  CsExamResult *result = data;

  cs_draft_unref (result->draft);
  cs_claim_set_unref (result->claims);
  cs_description_unref (result->description);
  g_clear_pointer (&result->terms, cs_terms_unref);
  g_clear_pointer (&result->support, cs_support_unref);
  g_clear_pointer (&result->signs, cs_signs_free);
  g_clear_pointer (&result->variants, g_array_unref);
  g_clear_pointer (&result->feature_words, cs_feature_words_free);
  g_clear_pointer (&result->centre, cs_centre_free);
  g_clear_error (&result->centre_error);
  g_clear_pointer (&result->cues, g_array_unref);
  g_free (result->as_of);
  g_ptr_array_unref (result->checklists);
  g_ptr_array_unref (result->listed);
  g_array_unref (result->items);
  g_array_unref (result->findings);
  g_ptr_array_unref (result->stale);
  g_ptr_array_unref (result->decisions);
  g_ptr_array_unref (result->answers);
  g_ptr_array_unref (result->objections);
  g_ptr_array_unref (result->runs);
}

void
cs_exam_result_unref (CsExamResult *result)
{
  g_atomic_rc_box_release_full (result, result_clear);
}

static GPtrArray *
new_list (CsChecklist *const *checklists, guint n_checklists)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_checklist_unref);

  for (guint i = 0; i < n_checklists; i++)
    g_ptr_array_add (list, cs_checklist_ref (checklists[i]));

  return list;
}

static GPtrArray *
new_decisions (const CsExamInputs *inputs)
{
  GPtrArray *decisions = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_decision_unref);

  for (guint i = 0; inputs != NULL && inputs->decisions != NULL && i < inputs->decisions->len; i++)
    g_ptr_array_add (decisions, cs_decision_ref (inputs->decisions->pdata[i]));

  return decisions;
}

static GPtrArray *
new_answers (const CsExamInputs *inputs)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_answer_unref);

  for (guint i = 0; inputs != NULL && inputs->answers != NULL && i < inputs->answers->len; i++)
    g_ptr_array_add (answers, cs_answer_ref (inputs->answers->pdata[i]));

  return answers;
}

static char *
dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

static CsExamResult *
result_new (CsDraft *draft,
            CsChecklist *const *checklists,
            guint n_checklists,
            const CsExamInputs *inputs)
{
  CsExamResult *result = g_atomic_rc_box_new0 (CsExamResult);

  result->draft = cs_draft_ref (draft);
  result->claims = cs_claim_set_new (draft);
  result->description = cs_description_new (draft);
  result->as_of = inputs == NULL || inputs->as_of == NULL ? dup_today () : g_strdup (inputs->as_of);
  result->checklists = new_list (checklists, n_checklists);
  result->listed = new_list (checklists, n_checklists);
  result->house_words = cs_house_words_list ();
  result->items = g_array_new (FALSE, FALSE, sizeof (CsItemResult));
  result->findings = g_array_new (FALSE, FALSE, sizeof (CsFinding));
  result->cues = cs_trigger_find_cues (draft);
  result->decisions = new_decisions (inputs);
  result->stale = g_ptr_array_new (); /* owned by decisions */
  result->answers = new_answers (inputs);
  result->objections = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_report_free);
  result->runs = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_exam_run_free);

  return result;
}

CsExamResult *
cs_exam_new_not_run (CsDraft *draft,
                     CsChecklist *const *listed,
                     guint n_listed,
                     const char *reason)
{
  CsExamResult *result = result_new (draft, NULL, 0, NULL);

  g_ptr_array_unref (result->listed);
  result->listed = new_list (listed, n_listed);
  for (guint i = 0; i < n_listed; i++)
    for (guint k = 0; k < listed[i]->items->len; k++)
      {
        CsItemResult item = { .checklist = listed[i],
                              .item = listed[i]->items->pdata[k],
                              .state = CS_ITEM_NOT_RUN,
                              .reason = reason,
                              .claim = CS_NO_INDEX };

        g_array_append_val (result->items, item);
      }

  return result;
}

/* --- running checks --- */

/* A design or a plant is no draft for a list of inventions, even for one that was asked for. An
 * invention and a utility model may be held against each other's list. */
static gboolean
is_other_right (const CsChecklist *checklist, CsRightType type)
{
  return (type == CS_TYPE_DESIGN || type == CS_TYPE_PLANT) && checklist->types != 0 &&
         (checklist->types & (1u << type)) == 0;
}

/* Whether the draft gives cause to ask @item. */
static gboolean
is_triggered (CsExamResult *result, const CsItem *item)
{
  for (guint i = 0; i < item->triggers->len; i++)
    {
      const CsTrigger *trigger = &g_array_index (item->triggers, CsTrigger, i);

      if (cs_trigger_is_met (trigger, result->draft, result->claims, result->cues))
        return TRUE;
    }

  return item->triggers->len == 0;
}

/* Why @item is not looked at in this draft; %NULL when it is. */
static const char *
find_obstacle (CsExamResult *result,
               const CsChecklist *checklist,
               const CsItem *item,
               CsItemState *state)
{
  const CsRequest *request = result->draft->request;
  const char *const *languages = (const char *const *)checklist->languages;

  *state = CS_ITEM_NOT_APPLICABLE;
  if (is_other_right (checklist, request->type))
    return "not-this-type";
  if (item->types != 0 && request->type != CS_TYPE_UNKNOWN &&
      (item->types & (1u << request->type)) == 0)
    return "not-this-type";
  if (item->routes != 0 && (item->routes & (1u << request->route)) == 0)
    return "not-this-route";
  if (item->off == NULL && !is_triggered (result, item))
    return "no-cause";

  *state = CS_ITEM_NOT_RUN;
  if (item->off != NULL)
    return "switched-off";
  if (item->check != NULL && !g_strv_contains (languages, result->draft->language))
    return "language";

  *state = CS_ITEM_PASSED;

  return NULL;
}

/* The run that @item needs: one that was made already, or a new one. */
static CsExamRun *
get_run (CsExamResult *result,
         const CsItem *item,
         CsExamSubject *subject,
         GCancellable *cancellable)
{
  CsExamRun *run = cs_exam_run_new (item->check, item, result->as_of);

  for (guint i = 0; i < result->runs->len; i++)
    if (cs_exam_run_equal (result->runs->pdata[i], run))
      {
        cs_exam_run_free (run);
        return result->runs->pdata[i];
      }

  g_ptr_array_add (result->runs, run);
  cs_exam_run_perform (run, subject, cancellable);
  cs_exam_run_gather_alike (run);

  return run;
}

/* --- judging items --- */

static guint
add_findings (CsExamResult *result,
              const CsChecklist *checklist,
              const CsItem *item,
              const CsExamRun *run)
{
  guint before = result->findings->len;

  for (guint i = 0; i < run->reports->len; i++)
    {
      CsFinding finding = { .checklist = checklist,
                            .item = item,
                            .report = run->reports->pdata[i] };

      if (!cs_item_takes (item, finding.report->rule))
        continue;
      finding.severity = cs_item_get_severity (item, finding.report->rule);
      g_array_append_val (result->findings, finding);
    }

  return result->findings->len - before;
}

/* The first exclusion that speaks of @rule. */
static const CsExclusion *
find_exclusion (const GArray *exclusions, const char *rule)
{
  for (guint i = 0; i < exclusions->len; i++)
    {
      const CsExclusion *exclusion = &g_array_index (exclusions, CsExclusion, i);

      if (exclusion->rule == NULL || strcmp (exclusion->rule, rule) == 0)
        return exclusion;
    }

  return NULL;
}

/* The exclusion that speaks of any rule of @item, or with @all of all of them. */
static const CsExclusion *
find_item_exclusion (const GArray *exclusions, const CsItem *item, gboolean all)
{
  const CsExclusion *found = NULL;

  for (guint i = 0; item->rules[i] != NULL; i++)
    {
      const CsExclusion *exclusion = find_exclusion (exclusions, item->rules[i]);

      if (all && exclusion == NULL)
        return NULL;
      if (found == NULL)
        found = exclusion;
    }

  return found;
}

static void
judge_run (CsItemResult *judged, const CsExamRun *run)
{
  const CsExclusion *absent = find_item_exclusion (run->absent, judged->item, TRUE);
  const CsExclusion *skipped = find_item_exclusion (run->skipped, judged->item, FALSE);

  if (judged->n_findings > 0)
    judged->state = CS_ITEM_FINDINGS;
  else if (absent != NULL)
    judged->state = CS_ITEM_NOT_APPLICABLE;
  else if (skipped != NULL)
    judged->state = CS_ITEM_NOT_RUN;

  if (judged->state == CS_ITEM_NOT_APPLICABLE)
    {
      judged->reason = absent->reason;
    }
  else if (skipped != NULL) /* beside findings too: they are not all there is to say */
    {
      judged->reason = skipped->reason;
      judged->claim = skipped->claim;
    }
}

/* Whether it is for what its own check finds that @item is asked, and it found nothing. */
static gboolean
lacks_findings (const CsItemResult *judged)
{
  const GArray *triggers = judged->item->triggers;

  for (guint i = 0; i < triggers->len && judged->n_findings == 0; i++)
    if (g_strcmp0 (g_array_index (triggers, CsTrigger, i).fact, CS_TRIGGER_FINDINGS) == 0)
      return judged->state == CS_ITEM_PASSED;

  return FALSE;
}

static void
examine_item (CsExamResult *result,
              const CsChecklist *checklist,
              const CsItem *item,
              CsExamSubject *subject,
              GCancellable *cancellable)
{
  CsItemResult judged = { .checklist = checklist, .item = item, .claim = CS_NO_INDEX };

  judged.reason = find_obstacle (result, checklist, item, &judged.state);
  if (judged.reason == NULL && item->check != NULL)
    {
      const CsExamRun *run = get_run (result, item, subject, cancellable);

      judged.n_findings = add_findings (result, checklist, item, run);
      judge_run (&judged, run);
    }

  if (lacks_findings (&judged))
    {
      judged.state = CS_ITEM_NOT_APPLICABLE;
      judged.reason = "no-cause";
    }

  /* What the program found is a hint to the person who answers; the answer is what counts. */
  if (!cs_words_is_empty (&item->question) && judged.state != CS_ITEM_NOT_APPLICABLE &&
      item->off == NULL)
    judged.state = CS_ITEM_MANUAL;
  g_array_append_val (result->items, judged);
}

/* --- in the order of the text --- */

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  static const guint order[CS_N_PARTS] = {
    [CS_PART_TITLE] = 0,
    [CS_PART_ABSTRACT] = 1,
    [CS_PART_CLAIMS] = 2,
    [CS_PART_DESCRIPTION] = 3,
    [CS_PART_FIGURES] = 4,
    [CS_PART_REQUEST] = 5,
    [CS_PART_DOCUMENT] = 6,
  };
  const CsSpan *one = &((const CsFinding *)a)->report->where;
  const CsSpan *other = &((const CsFinding *)b)->report->where;

  if (one->part != other->part)
    return order[one->part] < order[other->part] ? -1 : 1;
  if (one->index != other->index) /* what is said of the part as a whole comes first */
    return one->index + 1 < other->index + 1 ? -1 : 1;

  return one->start < other->start ? -1 : one->start > other->start;
}

/* Examines the items of one list. Returns: whether it came to its end */
static gboolean
examine_list (CsExamResult *result,
              const CsChecklist *checklist,
              CsExamSubject *subject,
              const CsExamInputs *inputs,
              GCancellable *cancellable)
{
  guint n_items = 0;

  for (guint i = 0; i < result->checklists->len; i++)
    n_items += ((CsChecklist *)result->checklists->pdata[i])->items->len;

  for (guint i = 0; i < checklist->items->len; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      examine_item (result, checklist, checklist->items->pdata[i], subject, cancellable);
      if (inputs != NULL && inputs->progress != NULL)
        inputs->progress (result->items->len, n_items, inputs->data);
    }

  return TRUE;
}

CsExamResult *
cs_exam_run (CsDraft *draft,
             CsChecklist *const *checklists,
             guint n_checklists,
             const CsExamInputs *inputs,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (CsExamResult) result = result_new (draft, checklists, n_checklists, inputs);
  g_auto (CsExamSubject) subject = { .result = result };

  if (inputs != NULL)
    {
      subject.term_list = inputs->term_list;
      subject.speller = inputs->speller;
    }

  for (guint i = 0; i < n_checklists; i++)
    if (!examine_list (result, checklists[i], &subject, inputs, cancellable))
      break;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  g_array_sort (result->findings, compare_findings); /* stable: items stay in their order */
  cs_fingerprint_all (result->findings, draft, result->claims);
  cs_answer_match_all (result); /* what it adds is of the draft as a whole, and comes last */
  cs_decision_match_all (result);

  return g_steal_pointer (&result);
}

/* --- asking a result --- */

const char *
cs_item_state_get_name (CsItemState state)
{
  static const char *const names[] = { "passed", "findings", "manual", "not-applicable",
                                       "not-run" };

  g_return_val_if_fail (state < G_N_ELEMENTS (names), "");

  return names[state];
}

guint
cs_exam_result_count (const CsExamResult *result, CsSeverity severity)
{
  guint n = 0;

  for (guint i = 0; i < result->findings->len; i++)
    {
      const CsFinding *finding = &g_array_index (result->findings, CsFinding, i);

      n += finding->severity == severity && !cs_finding_is_waived (finding);
    }

  return n;
}

guint
cs_exam_result_get_claim_number (const CsExamResult *result, guint index)
{
  const CsClaim *claim = cs_claim_set_get (result->claims, index);

  return claim->number != 0 ? claim->number : index + 1;
}
