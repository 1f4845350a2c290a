#include <string.h>

#include "../../src/draft/cs-draft-builder.h"
#include "../../src/exam/cs-evidence.h"

/* When a question is put, and what is shown beside it. */

#define QUESTION(said)                                                                   \
  "<checklist id='t' office='CN' types='invention' languages='zh' edition='2026-01-01'>" \
  "<title>t</title><item id='CN-T-1' severity='error' since='1' group='g'>"              \
  "<title>t</title><basis law='law' article='25' status='verified'/>"                    \
  "<question>q</question>" said "</item></checklist>"

/* Asked for what its own check finds. */
#define FOUND_QUESTION                                                                   \
  "<checklist id='t' office='CN' types='invention' languages='zh' edition='2026-01-01'>" \
  "<title>t</title><item id='CN-T-1' severity='error' since='1' group='g'"               \
  " check='subject-matter' rules='mental'><title>t</title>"                              \
  "<basis law='law' article='25' status='verified'/>"                                    \
  "<question>q</question><when fact='findings'/></item></checklist>"

static void
add_unit (CsDraftBuilder *builder, CsPart part, CsUnitKind kind, const char *text)
{
  cs_draft_builder_begin_unit (builder, part, kind);
  cs_text_builder_append (cs_draft_builder_get_text (builder, part), text, strlen (text));
  cs_draft_builder_end_unit (builder, part);
}

static CsDraft *
make_draft (const char *ipc, const char *claim)
{
  CsDraftBuilder *builder = cs_draft_builder_new ("test", 0, "text");
  CsRequest *request = cs_draft_builder_get_request (builder);
  g_autoptr (GError) error = NULL;
  CsDraft *draft;

  request->office = CS_OFFICE_CN;
  request->type = CS_TYPE_INVENTION;
  g_strfreev (request->classes);
  request->classes = g_strsplit (ipc, " ", -1);
  add_unit (builder, CS_PART_CLAIMS, CS_UNIT_CLAIM, claim);
  add_unit (builder, CS_PART_DESCRIPTION, CS_UNIT_HEADING, "发明内容");
  add_unit (builder, CS_PART_DESCRIPTION, CS_UNIT_PARAGRAPH, "本发明的目的在于降低噪声。");
  add_unit (builder, CS_PART_DESCRIPTION, CS_UNIT_PARAGRAPH, "本发明的有益效果是安静。");
  draft = cs_draft_builder_end (builder, &error);
  g_assert_no_error (error);

  return draft;
}

static CsExamResult *
examine (const char *list, const char *ipc, const char *claim)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (list, strlen (list));
  g_autoptr (CsDraft) draft = make_draft (ipc, claim);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsChecklist) checklist = cs_checklist_new (bytes, &error);
  CsExamResult *result;

  g_assert_no_error (error);
  result = cs_exam_run (draft, &checklist, 1, NULL, NULL, &error);
  g_assert_no_error (error);

  return result;
}

typedef struct
{
  const char *name;
  const char *list;
  const char *ipc;
  const char *claim;
  CsItemState state;
} Case;

static const Case cases[] = {
  { "always", QUESTION (""), "", "一种泵。", CS_ITEM_MANUAL },
  { "word", QUESTION ("<when words='medical'/>"), "", "一种治疗方法，包括加热。", CS_ITEM_MANUAL },
  { "no-word", QUESTION ("<when words='medical'/>"), "", "一种泵。", CS_ITEM_NOT_APPLICABLE },
  { "other-part", QUESTION ("<when words='effects'/>"), "", "一种泵。", CS_ITEM_NOT_APPLICABLE },
  { "that-part", QUESTION ("<when words='effects' parts='description'/>"), "", "一种泵。",
    CS_ITEM_MANUAL },
  { "class", QUESTION ("<when classes='A61K C12'/>"), "G06F C12N", "一种泵。", CS_ITEM_MANUAL },
  { "other-class", QUESTION ("<when classes='A61K C12'/>"), "G06F", "一种泵。",
    CS_ITEM_NOT_APPLICABLE },
  { "unknown-class", QUESTION ("<when classes='A61K'/>"), "", "一种泵。", CS_ITEM_MANUAL },
  { "all-of-one", QUESTION ("<when classes='F04' words='medical'/>"), "F04D", "一种泵。",
    CS_ITEM_NOT_APPLICABLE },
  { "one-of-two", QUESTION ("<when classes='F04'/><when words='medical'/>"), "F04D", "一种泵。",
    CS_ITEM_MANUAL },
  { "category", QUESTION ("<when categories='method use'/>"), "", "一种控制方法，包括加热。",
    CS_ITEM_MANUAL },
  { "other-category", QUESTION ("<when categories='use'/>"), "", "一种控制方法，包括加热。",
    CS_ITEM_NOT_APPLICABLE },
  { "fact", QUESTION ("<when fact='figures'/>"), "", "一种泵。", CS_ITEM_NOT_APPLICABLE },
  { "findings", FOUND_QUESTION, "", "一种汉语教学方法，包括：朗读课文。", CS_ITEM_MANUAL },
  { "no-findings", FOUND_QUESTION, "", "一种泵，包括壳体。", CS_ITEM_NOT_APPLICABLE },
  { "no-fact", QUESTION ("<when fact='no-figures'/>"), "", "一种泵。", CS_ITEM_MANUAL },
};

static void
test_when (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (CsExamResult) result = examine (test->list, test->ipc, test->claim);
  const CsItemResult *item = &g_array_index (result->items, CsItemResult, 0);

  g_assert_cmpint (item->state, ==, test->state);
  g_assert_cmpstr (item->reason, ==,
                   test->state == CS_ITEM_NOT_APPLICABLE ? "no-cause" : NULL);
}

static char *
dup_evidence (const CsExamResult *result)
{
  const CsItem *item = g_array_index (result->items, CsItemResult, 0).item;
  g_autoptr (GArray) places = cs_evidence_collect (item, result);
  GString *texts = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      g_autofree char *text =
          cs_draft_dup_span_text (result->draft, &g_array_index (places, CsSpan, i));

      g_string_append_printf (texts, "%s|", text);
    }

  return g_string_free (texts, FALSE);
}

static void
test_evidence (void)
{
  static const char *const list =
      QUESTION ("<when words='medical'/><evidence of='cues'/><evidence of='problem'/>"
                "<evidence of='claim-1'/>");
  g_autoptr (CsExamResult) result = examine (list, "", "一种治疗方法，包括加热。");
  g_autofree char *texts = dup_evidence (result);

  g_assert_cmpstr (texts, ==,
                   "治疗方法|本发明的目的在于降低噪声。|一种治疗方法，包括加热。|");
}

/* An answer holds as long as what it was given for stays. */
static void
test_sum (void)
{
  static const char *const list = QUESTION ("<evidence of='claim-1'/>");
  g_autoptr (CsExamResult) one = examine (list, "", "一种泵，包括叶轮。");
  g_autoptr (CsExamResult) spaced = examine (list, "F04", "一种泵， 包括叶轮。");
  g_autoptr (CsExamResult) other = examine (list, "", "一种泵，包括齿轮。");
  g_autofree char *sum =
      cs_exam_dup_evidence_sum (one, &g_array_index (one->items, CsItemResult, 0));
  g_autofree char *same =
      cs_exam_dup_evidence_sum (spaced, &g_array_index (spaced->items, CsItemResult, 0));
  g_autofree char *differs =
      cs_exam_dup_evidence_sum (other, &g_array_index (other->items, CsItemResult, 0));

  g_assert_cmpuint (strlen (sum), ==, 16);
  g_assert_cmpstr (sum, ==, same);
  g_assert_cmpstr (sum, !=, differs);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/questions/when/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_when);
    }
  g_test_add_func ("/questions/evidence", test_evidence);
  g_test_add_func ("/questions/sum", test_sum);

  return g_test_run ();
}
