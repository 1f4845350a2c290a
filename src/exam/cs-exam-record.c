#include "cs-exam-record.h"

#include "../draft/cs-draft-compose.h"
#include "cs-fingerprint.h"
#include "cs-messages.h"

G_DEFINE_BOXED_TYPE (CsExamRecord, cs_exam_record, cs_exam_record_ref, cs_exam_record_unref)

/* --- the value --- */

static void
list_free (gpointer data)
{
  CsRecordList *list = data;

  g_free (list->id);
  g_free (list->edition);
  cs_words_clear (&list->title);
  g_free (list);
}

static void
item_free (gpointer data)
{
  CsRecordItem *item = data;

  g_free (item->checklist);
  g_free (item->item);
  g_free (item->reason);
  g_clear_pointer (&item->answer, cs_answer_unref);
  g_free (item);
}

static void
finding_free (gpointer data)
{
  CsRecordFinding *finding = data;

  g_free (finding->checklist);
  g_free (finding->item);
  g_free (finding->check);
  g_free (finding->rule);
  g_free (finding->fingerprint);
  g_free (finding->text);
  cs_words_clear (&finding->place);
  cs_words_clear (&finding->message);
  g_free (finding);
}

CsExamRecord *
cs_exam_record_new_empty (void)
{
  CsExamRecord *record = g_atomic_rc_box_new0 (CsExamRecord);

  record->checklists = g_ptr_array_new_with_free_func (list_free);
  record->items = g_ptr_array_new_with_free_func (item_free);
  record->findings = g_ptr_array_new_with_free_func (finding_free);
  record->signatures = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_signature_unref);

  return record;
}

CsExamRecord *
cs_exam_record_ref (CsExamRecord *record)
{
  return g_atomic_rc_box_acquire (record);
}

static void
record_clear (gpointer data)
{
  CsExamRecord *record = data;

  g_free (record->author);
  g_free (record->as_of);
  g_free (record->text_sha256);
  g_free (record->sha256);
  g_ptr_array_unref (record->checklists);
  g_ptr_array_unref (record->items);
  g_ptr_array_unref (record->findings);
  g_ptr_array_unref (record->signatures);
}

void
cs_exam_record_unref (CsExamRecord *record)
{
  g_atomic_rc_box_release_full (record, record_clear);
}

CsRecordList *
cs_exam_record_add_list (CsExamRecord *record)
{
  CsRecordList *list = g_new0 (CsRecordList, 1);

  g_ptr_array_add (record->checklists, list);

  return list;
}

CsRecordItem *
cs_exam_record_add_item (CsExamRecord *record)
{
  CsRecordItem *item = g_new0 (CsRecordItem, 1);

  g_ptr_array_add (record->items, item);

  return item;
}

CsRecordFinding *
cs_exam_record_add_finding (CsExamRecord *record)
{
  CsRecordFinding *finding = g_new0 (CsRecordFinding, 1);

  g_ptr_array_add (record->findings, finding);

  return finding;
}

/* --- of an examination --- */

static void
copy_words (CsWords *to, const CsWords *from)
{
  to->en = g_strdup (from->en);
  to->zh = g_strdup (from->zh);
}

static void
add_list (CsExamRecord *record, const CsChecklist *checklist)
{
  CsRecordList *list = cs_exam_record_add_list (record);

  list->id = g_strdup (checklist->id);
  list->edition = g_strdup (checklist->edition);
  copy_words (&list->title, &checklist->title);
}

static void
add_item (CsExamRecord *record, const CsItemResult *result)
{
  CsRecordItem *item = cs_exam_record_add_item (record);

  item->checklist = g_strdup (result->checklist->id);
  item->item = g_strdup (result->item->id);
  item->state = result->state;
  item->n_findings = result->n_findings;
  item->n_waived = result->n_waived;
  item->reason = g_strdup (result->reason);
  item->answer = result->answer == NULL ? NULL : cs_answer_ref ((CsAnswer *)result->answer);
  item->stale = result->stale;
}

static void
add_finding (CsExamRecord *record, const CsExamResult *result, const CsFinding *from)
{
  CsRecordFinding *finding = cs_exam_record_add_finding (record);
  const CsSpan *where = &from->report->where;

  finding->checklist = g_strdup (from->checklist->id);
  finding->item = g_strdup (from->item->id);
  finding->check = g_strdup (cs_finding_get_check_name (from));
  finding->rule = g_strdup (from->report->rule);
  finding->severity = from->severity;
  finding->certainty = from->report->certainty;
  finding->waived = cs_finding_is_waived (from);
  finding->fingerprint = g_strdup (from->fingerprint);
  finding->unit_id = cs_draft_get_unit_id (result->draft, where->part, where->index);
  finding->part = where->part;
  finding->text = cs_fingerprint_dup_text (result->draft, where);
  finding->place.en = cs_messages_dup_place (where, result, "en");
  finding->place.zh = cs_messages_dup_place (where, result, "zh");
  finding->message.en = cs_messages_dup (from, result, "en", NULL);
  finding->message.zh = cs_messages_dup (from, result, "zh", NULL);
}

CsExamRecord *
cs_exam_record_new (const CsExamResult *result, const char *author, gint64 made_us)
{
  CsExamRecord *record = cs_exam_record_new_empty ();

  record->author = g_strdup (author == NULL ? "" : author);
  record->made_us = made_us;
  record->as_of = g_strdup (result->as_of);
  record->text_sha256 = cs_draft_dup_sha256 (result->draft);
  record->sha256 = g_strdup ("");
  for (guint i = 0; i < result->listed->len; i++)
    add_list (record, result->listed->pdata[i]);
  for (guint i = 0; i < result->items->len; i++)
    add_item (record, &g_array_index (result->items, CsItemResult, i));
  for (guint i = 0; i < result->findings->len; i++)
    add_finding (record, result, &g_array_index (result->findings, CsFinding, i));

  return record;
}

/* --- asking a record --- */

guint
cs_exam_record_count (const CsExamRecord *record, CsItemState state)
{
  guint n = 0;

  for (guint i = 0; i < record->items->len; i++)
    n += ((CsRecordItem *)record->items->pdata[i])->state == state;

  return n;
}

guint
cs_exam_record_count_unanswered (const CsExamRecord *record)
{
  guint n = 0;

  for (guint i = 0; i < record->items->len; i++)
    {
      const CsRecordItem *item = record->items->pdata[i];

      n += item->state == CS_ITEM_MANUAL && (item->answer == NULL || item->stale);
    }

  return n;
}

const CsSignature *
cs_exam_record_find_signature (const CsExamRecord *record, CsSignatureRole role)
{
  for (guint i = record->signatures->len; i > 0; i--)
    {
      const CsSignature *signature = record->signatures->pdata[i - 1];

      if (signature->role == role)
        return signature;
    }

  return NULL;
}
