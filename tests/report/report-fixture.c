#include "report-fixture.h"

#include <string.h>

#include "../../src/draft/cs-draft-compose.h"

static const char list[] =
    "<checklist id='t' office='CN' types='invention' languages='zh' edition='2026-01-01'>"
    "<title>Test list</title><title xml:lang='zh'>测试清单</title>"
    "<item id='T-CLM-001' check='vague-wording' severity='warning' since='1'>"
    "<title>Clear words</title><title xml:lang='zh'>用语清楚</title>"
    "<consequence class='refusal-and-invalidity'/>"
    "<basis law='law' article='26' paragraph='4' edition='2021-06-01' status='verified'/>"
    "<basis law='guidelines' part='2' chapter='2' section='3.2.2' edition='2024-01-20' "
    "status='unverified'/></item>"
    "<item id='T-CLM-002' check='claim-reference' severity='error' since='1'>"
    "<title>Refers to earlier claims</title><title xml:lang='zh'>引用在前的权利要求</title>"
    "<consequence class='form-invention'/>"
    "<basis law='rules' article='25' paragraph='2' edition='2024-01-20' status='verified'/></item>"
    "<item id='T-CLM-003' check='claim-form' rules='no-stop' severity='advice' since='1'>"
    "<title>Ends with a full stop</title><title xml:lang='zh'>以句号结束</title>"
    "<basis law='rules' article='20' paragraph='2' edition='2024-01-20' status='verified'/></item>"
    "<item id='T-DSC-001' check='sections' severity='warning' since='1'>"
    "<title>Five sections</title><title xml:lang='zh'>说明书五个部分</title>"
    "<basis law='rules' article='20' paragraph='1' edition='2024-01-20' status='verified'/></item>"
    "<item id='T-CLM-013' severity='error' since='1'>"
    "<title>Essential features</title><title xml:lang='zh'>必要技术特征</title>"
    "<basis law='rules' article='23' paragraph='2' edition='2024-01-20' status='verified'/>"
    "<question>Does claim 1 solve the problem?</question>"
    "<question xml:lang='zh'>权利要求1是否解决了技术问题？</question></item>"
    "<item id='T-CLM-014' severity='error' since='1'>"
    "<title>Support</title><title xml:lang='zh'>得到支持</title>"
    "<basis law='law' article='26' paragraph='4' edition='2021-06-01' status='verified'/>"
    "<question>Is every claim supported?</question>"
    "<question xml:lang='zh'>每项权利要求是否得到说明书支持？</question></item>"
    "<item id='T-CLM-015' severity='error' since='1'>"
    "<title>Unity</title><title xml:lang='zh'>单一性</title>"
    "<basis law='law' article='31' paragraph='1' edition='2021-06-01' status='verified'/>"
    "<question>Is there one inventive concept?</question>"
    "<question xml:lang='zh'>是否属于一个总的发明构思？</question></item></checklist>";

static const char before[] = "1. 一种泵，包括壳体，壳体的长度大概为5mm。\n"
                             "2. 根据权利要求1所述的泵，其特征在于，壳体的厚度约为3mm。\n";
static const char after[] = "1. 一种泵，包括壳体。\n"
                            "2. 根据权利要求1所述的泵，其特征在于，壳体的厚度约为3mm。\n"
                            "3. 根据权利要求5所述的泵，其特征在于，还包括叶轮\n"
                            "4. 根据权利要求1所述的泵，其特征在于，壳体的面积优选为10-3m2。\n";
static const char hostile[] =
    "1. 一种泵，包括\"壳体\"，<script>alert(1)</script>&amp;]]>约为3mm，所述壳体由第一半壳和第二半壳组成，第一半壳与第二半壳通过螺栓连接，"
    "螺栓沿壳体的周向均匀分布，壳体的内壁上设有导流槽，导流槽沿壳体的轴向延伸，导流槽的底面"
    "与壳体的轴线平行，壳体的一端设有进液口，壳体的另一端设有出液口，进液口与出液口分别位于"
    "壳体的两侧，进液口处设有过滤网，出液口处设有止回阀，止回阀与出液口之间设有密封圈，"
    "密封圈由橡胶制成，壳体的外壁上设有散热片，散热片沿壳体的周向排列。\n"
    "2. =1+1 @SUM(A1) \u202e根据权利要求9所述的泵\u202c，其特征在于，عربى"
    "约为מהדורה5mm。\n"
    "3. 根据权利要求8所述的Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamten"
    "gesellschaftDonaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamten，其特征在于，"
    "还包括叶轮。\n";

/* --- drafts --- */

static CsDraft *
compose (CsDraft *previous, const char *title, CsText *claims)
{
  g_autoptr (CsRequest) request = cs_request_new ();
  g_autoptr (CsText) title_text = cs_text_new (title, strlen (title));
  CsText *texts[CS_N_PARTS] = { [CS_PART_TITLE] = title_text, [CS_PART_CLAIMS] = claims };
  CsDraft *draft;

  request->office = CS_OFFICE_CN;
  request->type = CS_TYPE_INVENTION;
  draft = cs_draft_compose (previous, texts, request, NULL);
  g_assert_nonnull (draft);

  return draft;
}

static CsDraft *
compose_plain (CsDraft *previous, const char *title, const char *claims)
{
  g_autoptr (CsText) text = cs_text_new (claims, strlen (claims));

  return compose (previous, title, text);
}

/* The claims of @after, whose "-3" is raised. */
static CsDraft *
compose_after (CsDraft *previous)
{
  g_autoptr (CsText) plain = cs_text_new (after, strlen (after));
  gsize at = strstr (after, "-3m2") - after;
  g_autoptr (CsText) raised = cs_text_add_run (plain, at, at + 2, CS_RUN_SUP);

  return compose (previous, "一种泵", raised);
}

/* --- what people did --- */

static const CsItemResult *
get_item (const CsExamResult *result, const char *id)
{
  for (guint i = 0; i < result->items->len; i++)
    {
      const CsItemResult *item = &g_array_index (result->items, CsItemResult, i);

      if (strcmp (item->item->id, id) == 0)
        return item;
    }

  g_assert_not_reached ();
}

static void
answer (GPtrArray *answers, const CsExamResult *result, const char *id, CsVerdict verdict)
{
  CsAnswer *made = cs_answer_new ();

  made->item = g_strdup (id);
  made->checklist = g_strdup ("t");
  made->verdict = verdict;
  made->text = g_strdup ("面积由实施例1给出。");
  made->author = g_strdup ("代理师甲");
  made->made_us = REPORT_FIXTURE_MADE_US;
  made->text_sha256 = cs_draft_dup_sha256 (result->draft);
  made->evidence_sum = cs_exam_dup_evidence_sum (result, get_item (result, id));
  g_ptr_array_add (answers, made);
}

static void
waive (GPtrArray *decisions, CsExamResult *result, const char *marked)
{
  g_autoptr (CsFindingView) view = cs_finding_view_new (result);

  for (guint i = 0; i < view->entries->len; i++)
    {
      const CsFindingEntry *entry = view->entries->pdata[i];
      const CsFinding *finding = cs_finding_entry_get_first (entry);
      g_autofree char *text = cs_draft_dup_span_text (result->draft, &finding->report->where);
      CsDecision *decision;

      if (strcmp (text, marked) != 0)
        continue;
      decision =
          cs_decision_new_for (CS_DECISION_WAIVED, entry, view, "客户要求", "代理师甲");
      decision->made_us = REPORT_FIXTURE_MADE_US;
      g_ptr_array_add (decisions, decision);
    }
}

static CsExamResult *
examine (CsDraft *draft, GPtrArray *decisions, GPtrArray *answers)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (list, strlen (list));
  g_autoptr (GError) error = NULL;
  g_autoptr (CsChecklist) checklist = cs_checklist_new (bytes, &error);
  CsExamInputs inputs = { .as_of = "2026-06-01", .decisions = decisions, .answers = answers };
  CsExamResult *result;

  g_assert_no_error (error);
  result = cs_exam_run (draft, &checklist, 1, &inputs, NULL, &error);
  g_assert_no_error (error);

  return result;
}

static void
sign (CsExamRecord *record, CsSignatureRole role, const char *author, const char *sha256)
{
  CsSignature *signature = cs_signature_new ();

  signature->role = role;
  signature->author = g_strdup (author);
  signature->made_us = REPORT_FIXTURE_MADE_US;
  signature->text_sha256 = g_strdup (sha256);
  signature->record_sha256 = g_strdup (record->sha256);
  g_ptr_array_add (record->signatures, signature);
}

/* --- models --- */

static CsReportModel *
model_new (CsExamResult *result,
           const char *language,
           const CsExamRecord *record,
           const CsExamDiff *diff)
{
  const CsReportInputs inputs = { result, language, REPORT_FIXTURE_MADE_US, record, diff };

  return cs_report_model_new (&inputs);
}

void
report_fixture_init (ReportFixture *fixture)
{
  g_autoptr (GPtrArray) decisions =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cs_decision_unref);
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_answer_unref);
  g_autoptr (CsDraft) old_draft = compose_plain (NULL, "一种泵", before);
  g_autoptr (CsExamResult) old_result = examine (old_draft, NULL, NULL);
  g_autoptr (CsExamRecord) old_record = cs_exam_record_new (old_result, "代理师甲", 1);
  g_autoptr (CsDraft) draft = compose_after (old_draft);
  g_autoptr (CsExamResult) first = examine (draft, NULL, NULL);
  g_autofree char *sha256 = cs_draft_dup_sha256 (draft);

  waive (decisions, old_result, "大概");
  waive (decisions, first, "优选");
  answer (answers, first, "T-CLM-013", CS_VERDICT_YES);
  answer (answers, old_result, "T-CLM-014", CS_VERDICT_YES);
  fixture->result = examine (draft, decisions, answers);
  fixture->record =
      cs_exam_record_new (fixture->result, "代理师甲", REPORT_FIXTURE_MADE_US);
  sign (fixture->record, CS_SIGNATURE_SELF_CHECK, "代理师甲", sha256);
  sign (fixture->record, CS_SIGNATURE_SECOND_PERSON, "代理师乙", "0123");
  fixture->diff = cs_exam_diff_new (old_record, fixture->record);
}

void
report_fixture_clear (ReportFixture *fixture)
{
  cs_exam_diff_unref (fixture->diff);
  cs_exam_record_unref (fixture->record);
  cs_exam_result_unref (fixture->result);
}

CsReportModel *
report_fixture_new_full (const char *language)
{
  g_auto (ReportFixture) fixture = { NULL };

  report_fixture_init (&fixture);

  return model_new (fixture.result, language, fixture.record, fixture.diff);
}

CsReportModel *
report_fixture_new_hostile (const char *language)
{
  g_autoptr (CsDraft) draft = compose_plain (NULL, "一种<b>\"泵\"</b>&\u202e=1+1", hostile);
  g_autoptr (CsExamResult) result = examine (draft, NULL, NULL);

  return model_new (result, language, NULL, NULL);
}

CsReportModel *
report_fixture_new_many (guint n_findings)
{
  g_autoptr (GString) claims = g_string_new ("1. 一种泵，包括壳体。\n");
  g_autoptr (CsDraft) draft = NULL;
  g_autoptr (CsExamResult) result = NULL;

  for (guint i = 0; i < n_findings; i++)
    g_string_append_printf (claims,
                            "%u. 根据权利要求1所述的泵，其特征在于，还包括叶轮%u\n", i + 2, i);
  draft = compose_plain (NULL, "一种泵", claims->str);
  result = examine (draft, NULL, NULL);

  return model_new (result, "zh", NULL, NULL);
}

CsReportModel *
report_fixture_new_unexamined (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (list, strlen (list));
  g_autoptr (CsChecklist) checklist = cs_checklist_new (bytes, NULL);
  g_autoptr (CsDraft) draft = compose_plain (NULL, "一种泵", before);
  g_autoptr (CsExamResult) result = cs_exam_new_not_run (draft, &checklist, 1, "no-checklist");

  return model_new (result, "en", NULL, NULL);
}
