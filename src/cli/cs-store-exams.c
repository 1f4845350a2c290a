#include <string.h>

#include <glib/gi18n-lib.h>

#include "../exam/cs-sign-off.h"
#include "../service/cs-matter-exam.h"
#include "../service/cs-office-checklists.h"
#include "../store/cs-answer-json.h"
#include "../store/cs-run-store.h"
#include "../store/cs-store-json.h"
#include "cs-interrupt.h"
#include "cs-store-deeds.h"

/* claimsmith-cli store examine, runs, questions, answer, sign, decisions: a pre-examination without
 * a window. */

/* A matter that is open, and the lists of its offices. */
typedef struct
{
  CsDraftStore *store;
  gint64 id;
  CsMatter *matter;
  char *text_sha256;
  GHashTable *cache; /* owns the checklists */
  GPtrArray *lists;
} Desk;

static void
desk_clear (Desk *desk)
{
  g_clear_pointer (&desk->lists, g_ptr_array_unref);
  g_clear_pointer (&desk->cache, g_hash_table_unref);
  g_clear_pointer (&desk->matter, cs_matter_free);
  g_clear_pointer (&desk->store, cs_draft_store_close);
  g_free (desk->text_sha256);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, desk_clear)

static gboolean
desk_open (Desk *desk, const CsStoreOptions *options, const char *name, GError **error)
{
  desk->store = cs_store_deed_open (options, error);
  if (desk->store == NULL)
    return FALSE;
  desk->id = cs_draft_store_find (desk->store, name, error);
  if (desk->id == 0)
    return FALSE;
  desk->matter = cs_draft_store_load (desk->store, desk->id, error);
  if (desk->matter == NULL)
    return FALSE;

  desk->text_sha256 = cs_draft_dup_sha256 (desk->matter->draft);

  return TRUE;
}

static CsExamResult *
desk_examine (Desk *desk, GError **error)
{
  const CsMatterInfo *info = desk->matter->info;

  desk->cache = cs_office_checklists_new_cache ();
  desk->lists = cs_office_checklists_load (info->offices, desk->matter->draft->request, desk->cache,
                                           error);
  if (desk->lists == NULL)
    return NULL;
  if (desk->lists->len == 0)
    {
      g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND,
                   _ ("no checklist fits \"%s\""), info->name);
      return NULL;
    }

  return cs_matter_exam_run (desk->matter, desk->lists, NULL, NULL, NULL, error);
}

/* Examines the text as it is and keeps that. */
static CsExamResult *
desk_keep (Desk *desk, const char *author, GError **error)
{
  g_autoptr (CsExamResult) result = desk_examine (desk, error);
  g_autoptr (CsExamRecord) record = NULL;

  if (result == NULL)
    return NULL;
  record = cs_exam_record_new (result, author, g_get_real_time ());

  return cs_draft_store_add_run (desk->store, desk->id, record, error) == 0 ?
             NULL :
             g_steal_pointer (&result);
}

/* --- one examination --- */

static void
add_lists (JsonBuilder *json, const CsExamRecord *record)
{
  json_builder_set_member_name (json, "checklists");
  json_builder_begin_array (json);
  for (guint i = 0; i < record->checklists->len; i++)
    {
      const CsRecordList *list = record->checklists->pdata[i];

      json_builder_begin_object (json);
      cs_json_add_string (json, "id", list->id);
      cs_json_add_string (json, "edition", list->edition);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_states (JsonBuilder *json, const CsExamRecord *record)
{
  json_builder_set_member_name (json, "items");
  json_builder_begin_object (json);
  for (CsItemState state = CS_ITEM_PASSED; state <= CS_ITEM_NOT_RUN; state++)
    cs_json_add_int (json, cs_item_state_get_name (state), cs_exam_record_count (record, state));
  json_builder_end_object (json);
  cs_json_add_int (json, "open", cs_exam_record_count_unanswered (record));
}

static void
add_bool (JsonBuilder *json, const char *name, gboolean value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_boolean_value (json, value);
}

static void
add_signatures (JsonBuilder *json, const CsExamRecord *record, const char *text_sha256)
{
  json_builder_set_member_name (json, "signatures");
  json_builder_begin_array (json);
  for (guint i = 0; i < record->signatures->len; i++)
    {
      const CsSignature *signature = record->signatures->pdata[i];
      g_autofree char *made = cs_store_deed_dup_time (signature->made_us);

      json_builder_begin_object (json);
      cs_json_add_string (json, "role", cs_signature_role_get_name (signature->role));
      cs_json_add_string (json, "author", signature->author);
      cs_json_add_string (json, "made", made);
      add_bool (json, "holds", cs_signature_holds (signature, text_sha256));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_comparison (JsonBuilder *json, CsExamRecord *before, CsExamRecord *record)
{
  g_autoptr (CsExamDiff) diff = NULL;

  json_builder_set_member_name (json, "compared");
  if (before == NULL)
    {
      json_builder_add_null_value (json);
      return;
    }

  diff = cs_exam_diff_new (before, record);
  json_builder_begin_object (json);
  cs_json_add_int (json, "with", before->number);
  cs_json_add_int (json, "new", diff->added->len);
  cs_json_add_int (json, "gone", diff->gone->len);
  cs_json_add_int (json, "still", diff->still->len);
  cs_json_add_int (json, "waived", diff->waived->len);
  json_builder_end_object (json);
}

static void
print_run_json (CsExamRecord *record, CsExamRecord *before, const char *text_sha256)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autofree char *made = cs_store_deed_dup_time (record->made_us);

  json_builder_begin_object (json);
  cs_json_add_int (json, "number", record->number);
  cs_json_add_string (json, "made", made);
  cs_json_add_string (json, "author", record->author);
  cs_json_add_string (json, "as_of", record->as_of);
  cs_json_add_string (json, "text_sha256", record->text_sha256);
  cs_json_add_string (json, "sha256", record->sha256);
  add_bool (json, "text_is_same", g_strcmp0 (record->text_sha256, text_sha256) == 0);
  add_lists (json, record);
  add_states (json, record);
  add_signatures (json, record, text_sha256);
  add_comparison (json, before, record);
  json_builder_end_object (json);
  cs_store_deed_print_json (json);
}

static void
print_signature (const CsSignature *signature, const char *text_sha256)
{
  const char *role = signature->role == CS_SIGNATURE_SELF_CHECK ? _ ("self-check") :
                                                                  _ ("second person");

  cs_store_deed_print ("      %s: %s%s", role, signature->author,
                       cs_signature_holds (signature, text_sha256) ?
                           "" :
                           _ (" (the text was changed since)"));
}

static void
print_run_text (CsExamRecord *record, CsExamRecord *before, const char *text_sha256)
{
  g_autofree char *made = cs_store_deed_dup_time (record->made_us);
  g_autoptr (CsExamDiff) diff = before == NULL ? NULL : cs_exam_diff_new (before, record);

  cs_store_deed_print (_ ("%3u  %s  %u with findings, %u for a person (%u open), %u not run, %u "
                          "passed, %u not applicable"),
                       record->number, made, cs_exam_record_count (record, CS_ITEM_FINDINGS),
                       cs_exam_record_count (record, CS_ITEM_MANUAL),
                       cs_exam_record_count_unanswered (record),
                       cs_exam_record_count (record, CS_ITEM_NOT_RUN),
                       cs_exam_record_count (record, CS_ITEM_PASSED),
                       cs_exam_record_count (record, CS_ITEM_NOT_APPLICABLE));
  if (diff != NULL)
    cs_store_deed_print (_ ("      since the one before: %u new, %u gone, %u still there"),
                         diff->added->len, diff->gone->len, diff->still->len);
  for (guint i = 0; i < record->signatures->len; i++)
    print_signature (record->signatures->pdata[i], text_sha256);
}

/* Prints the @n newest of @runs, or all with 0. */
static void
print_runs (const CsStoreOptions *options, const Desk *desk, const GPtrArray *runs, guint n)
{
  for (guint i = 0; i < runs->len && (n == 0 || i < n); i++)
    {
      CsExamRecord *before = i + 1 < runs->len ? runs->pdata[i + 1] : NULL;

      if (cs_store_deed_is_json (options))
        print_run_json (runs->pdata[i], before, desk->text_sha256);
      else
        print_run_text (runs->pdata[i], before, desk->text_sha256);
    }
}

static gboolean
print_newest (const CsStoreOptions *options, const Desk *desk, GError **error)
{
  g_autoptr (GPtrArray) runs = cs_draft_store_list_runs (desk->store, desk->id, 2, error);

  if (runs != NULL)
    print_runs (options, desk, runs, 1);

  return runs != NULL;
}

/* --- deeds --- */

int
cs_store_examine (const CsStoreOptions *options, char *const *operands)
{
  g_auto (Desk) desk = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (CsExamResult) result = NULL;

  if (desk_open (&desk, options, operands[0], &error))
    result = desk_keep (&desk, options->by, &error);
  if (result == NULL || !print_newest (options, &desk, &error))
    return cs_store_deed_fail (options, error);

  return CS_EXIT_OK;
}

int
cs_store_runs (const CsStoreOptions *options, char *const *operands)
{
  g_auto (Desk) desk = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) runs = NULL;

  if (desk_open (&desk, options, operands[0], &error))
    runs = cs_draft_store_list_runs (desk.store, desk.id, 0, &error);
  if (runs == NULL)
    return cs_store_deed_fail (options, error);

  print_runs (options, &desk, runs, 0);

  return CS_EXIT_OK;
}

static void
print_question (const CsStoreOptions *options, const CsItemResult *item, const char *language)
{
  const char *question = cs_words_get (&item->item->question, language);
  g_autoptr (JsonBuilder) json = NULL;

  if (!cs_store_deed_is_json (options))
    {
      const char *answer = item->answer == NULL ? "-" : cs_verdict_get_name (item->answer->verdict);

      cs_store_deed_print ("%-14s %-7s%s%s", item->item->id, item->stale ? "-" : answer, question,
                           item->stale ? _ (" (answered for another text)") : "");
      return;
    }

  json = json_builder_new ();
  json_builder_begin_object (json);
  cs_json_add_string (json, "item", item->item->id);
  cs_json_add_string (json, "checklist", item->checklist->id);
  cs_json_add_string (json, "state", cs_item_state_get_name (item->state));
  cs_json_add_string (json, "question", question);
  add_bool (json, "open", cs_item_result_is_open (item));
  add_bool (json, "stale", item->stale);
  json_builder_set_member_name (json, "answer");
  if (item->answer != NULL)
    cs_json_add_answer (json, item->answer);
  else
    json_builder_add_null_value (json);
  json_builder_end_object (json);
  cs_store_deed_print_json (json);
}

/* Asked of this draft, by a list that comes first of those that ask it. */
static gboolean
is_asked (const CsExamResult *result, const CsItemResult *item)
{
  return !cs_words_is_empty (&item->item->question) &&
         item->state != CS_ITEM_NOT_APPLICABLE && item->state != CS_ITEM_NOT_RUN &&
         cs_matter_exam_find_item (result, item->item->id) == item;
}

int
cs_store_questions (const CsStoreOptions *options, char *const *operands)
{
  g_auto (Desk) desk = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (CsExamResult) result = NULL;

  if (desk_open (&desk, options, operands[0], &error))
    result = desk_examine (&desk, &error);
  if (result == NULL)
    return cs_store_deed_fail (options, error);

  for (guint i = 0; i < result->items->len; i++)
    {
      const CsItemResult *item = &g_array_index (result->items, CsItemResult, i);

      if (is_asked (result, item))
        print_question (options, item, desk.matter->draft->language);
    }

  return CS_EXIT_OK;
}

static gboolean
keep_answer (Desk *desk,
             const CsStoreOptions *options,
             const char *id,
             CsVerdict verdict,
             GError **error)
{
  g_autoptr (CsExamResult) result = desk_examine (desk, error);
  const CsItemResult *item = result == NULL ? NULL : cs_matter_exam_find_item (result, id);
  g_autoptr (CsAnswer) answer = NULL;

  if (result == NULL)
    return FALSE;
  if (item == NULL || !is_asked (result, item))
    {
      g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND,
                   _ ("\"%s\" is no question about this draft; \"claimsmith-cli store questions\" "
                      "lists them"),
                   id);
      return FALSE;
    }

  answer = cs_answer_new_for (verdict, item, result, options->remark, options->by);

  return cs_draft_store_add_answer (desk->store, desk->id, answer, error) != 0;
}

/* Complains when nobody is named. */
static gboolean
is_somebody_named (const CsStoreOptions *options)
{
  g_autofree char *person = cs_person_dup_folded (options->by);

  if (*person == '\0')
    cs_command_complain ("%s", _ ("say with --by NAME who answers or signs"));

  return *person != '\0';
}

int
cs_store_answer (const CsStoreOptions *options, char *const *operands)
{
  static const char *const verdicts[] = { "yes", "no", "unsure", NULL };
  g_auto (Desk) desk = { NULL };
  g_autoptr (GError) error = NULL;
  CsVerdict verdict;

  if (!cs_command_check_choice ("answer", operands[2], verdicts) || !is_somebody_named (options) ||
      !cs_verdict_from_name (operands[2], &verdict))
    return CS_EXIT_TROUBLE;
  if (!desk_open (&desk, options, operands[0], &error) ||
      !keep_answer (&desk, options, operands[1], verdict, &error))
    return cs_store_deed_fail (options, error);

  return CS_EXIT_OK;
}

/* Signs the last examination. */
static gboolean
sign (const Desk *desk, const CsStoreOptions *options, GError **error)
{
  g_autoptr (GPtrArray) runs = cs_draft_store_list_runs (desk->store, desk->id, 1, error);
  const CsSignature signature = {
    .role = options->second ? CS_SIGNATURE_SECOND_PERSON : CS_SIGNATURE_SELF_CHECK,
    .author = options->by,
    .made_us = g_get_real_time (),
  };

  if (runs == NULL)
    return FALSE;
  if (runs->len > 0)
    return cs_draft_store_sign (desk->store, desk->id, ((CsExamRecord *)runs->pdata[0])->id,
                                &signature, error);

  g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND,
               _ ("\"%s\" was not examined yet; see \"claimsmith-cli store examine\""),
               desk->matter->info->name);

  return FALSE;
}

int
cs_store_sign (const CsStoreOptions *options, char *const *operands)
{
  g_auto (Desk) desk = { NULL };
  g_autoptr (GError) error = NULL;

  if (!is_somebody_named (options))
    return CS_EXIT_TROUBLE;
  if (!desk_open (&desk, options, operands[0], &error) || !sign (&desk, options, &error) ||
      !print_newest (options, &desk, &error))
    return cs_store_deed_fail (options, error);

  return CS_EXIT_OK;
}

/* --- decisions --- */

static gboolean
is_stale (const CsExamResult *result, const CsDecision *decision)
{
  return g_ptr_array_find (result->stale, decision, NULL);
}

static void
print_decision (const CsStoreOptions *options, const CsDecision *decision, gboolean stale)
{
  g_autofree char *made = cs_store_deed_dup_time (decision->made_us);
  g_autoptr (JsonBuilder) json = NULL;

  if (!cs_store_deed_is_json (options))
    {
      cs_store_deed_print ("%s  %-13s %s %s \"%s\"%s%s  %s: %s", made,
                           cs_decision_kind_get_name (decision->kind), decision->check,
                           decision->rule, decision->text,
                           decision->everywhere ? _ (" (in all matters)") : "",
                           stale ? _ (" (belongs to nothing any more)") : "", decision->author,
                           decision->reason);
      return;
    }

  json = json_builder_new ();
  json_builder_begin_object (json);
  cs_json_add_int (json, "id", decision->id);
  cs_json_add_string (json, "kind", cs_decision_kind_get_name (decision->kind));
  add_bool (json, "everywhere", decision->everywhere);
  add_bool (json, "stale", stale);
  cs_json_add_string (json, "check", decision->check);
  cs_json_add_string (json, "rule", decision->rule);
  cs_json_add_string (json, "text", decision->text);
  cs_json_add_string (json, "fingerprint", decision->fingerprint);
  cs_json_add_string (json, "author", decision->author);
  cs_json_add_string (json, "reason", decision->reason);
  cs_json_add_string (json, "made", made);
  json_builder_end_object (json);
  cs_store_deed_print_json (json);
}

int
cs_store_decisions (const CsStoreOptions *options, char *const *operands)
{
  g_auto (Desk) desk = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (CsExamResult) result = NULL;

  if (desk_open (&desk, options, operands[0], &error))
    result = desk_examine (&desk, &error);
  if (result == NULL)
    return cs_store_deed_fail (options, error);

  for (guint i = 0; i < desk.matter->decisions->len; i++)
    print_decision (options, desk.matter->decisions->pdata[i],
                    is_stale (result, desk.matter->decisions->pdata[i]));

  return CS_EXIT_OK;
}
