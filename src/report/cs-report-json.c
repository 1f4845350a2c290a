#include "../base/cs-error.h"
#include "cs-report-json-private.h"

#define SCHEMA 1

/* --- the document --- */

static void
add_claim (CsJsonWriter *writer, const CsClaim *claim)
{
  g_autofree char *text = g_strndup (claim->text, claim->n_bytes);

  json_builder_begin_object (writer->json);
  cs_report_json_add_number (writer, "index", claim->index);
  cs_report_json_add_printed_number (writer, "number", claim->number);
  cs_report_json_add_claim_numbers (writer, "depends_on", claim->depends);
  cs_report_json_add_claim_numbers (writer, "quotes", claim->quotes);
  cs_report_json_add_string (writer, "category", cs_category_get_name (claim->category));
  if (writer->options->with_text)
    cs_report_json_add_text (writer, "text", text);
  else
    cs_report_json_add_null (writer, "text");
  json_builder_end_object (writer->json);
}

static void
add_claims (CsJsonWriter *writer)
{
  const CsClaimSet *claims = writer->result->claims;

  cs_report_json_begin_array (writer, "claims");
  for (guint i = 0; i < cs_claim_set_get_n_claims (claims); i++)
    add_claim (writer, cs_claim_set_get (claims, i));
  json_builder_end_array (writer->json);
}

static guint
count_paragraphs (const CsDraft *draft)
{
  guint n = 0;

  for (guint i = 0; i < cs_draft_get_n_units (draft, CS_PART_DESCRIPTION); i++)
    n += cs_draft_get_unit (draft, CS_PART_DESCRIPTION, i)->kind == CS_UNIT_PARAGRAPH;

  return n;
}

static void
add_notes (CsJsonWriter *writer)
{
  const GArray *notes = writer->result->draft->notes;

  cs_report_json_begin_array (writer, "notes");
  for (guint i = 0; i < notes->len; i++)
    {
      const CsReadNote *note = &g_array_index (notes, CsReadNote, i);

      json_builder_begin_object (writer->json);
      cs_report_json_add_string (writer, "code", note->code);
      cs_report_json_add_string (writer, "detail", note->detail);
      cs_report_json_add_printed_number (writer, "line", note->line);
      cs_report_json_add_where (writer, &note->span);
      json_builder_end_object (writer->json);
    }
  json_builder_end_array (writer->json);
}

static void
add_document (CsJsonWriter *writer)
{
  const CsDraft *draft = writer->result->draft;
  g_autofree char *path = g_utf8_make_valid (draft->path, -1);
  g_autofree char *id = g_utf8_make_valid (draft->id, -1);
  g_autofree char *sha256 = cs_draft_dup_sha256 (draft);

  json_builder_set_member_name (writer->json, "document");
  json_builder_begin_object (writer->json);
  cs_report_json_add_text (writer, "path", path);
  cs_report_json_add_number (writer, "index", draft->index);
  cs_report_json_add_string (writer, "id", id);
  cs_report_json_add_string (writer, "format", draft->format);
  cs_report_json_add_string (writer, "office", cs_office_get_name (draft->request->office));
  cs_report_json_add_string (writer, "type", cs_right_type_get_name (draft->request->type));
  cs_report_json_add_string (writer, "route", cs_route_get_name (draft->request->route));
  cs_report_json_add_string (writer, "language", draft->language);
  cs_report_json_add_string (writer, "text_sha256", sha256);
  add_claims (writer);
  cs_report_json_add_number (writer, "paragraphs", count_paragraphs (draft));
  cs_report_json_add_number (writer, "figures", draft->figures->len);
  add_notes (writer);
  json_builder_end_object (writer->json);
}

/* --- checklists and items --- */

static void
add_checklists (CsJsonWriter *writer)
{
  const GPtrArray *checklists = writer->result->checklists;

  cs_report_json_begin_array (writer, "checklists");
  for (guint i = 0; i < checklists->len; i++)
    {
      const CsChecklist *checklist = checklists->pdata[i];

      json_builder_begin_object (writer->json);
      cs_report_json_add_string (writer, "id", checklist->id);
      cs_report_json_add_string (writer, "edition", checklist->edition);
      json_builder_end_object (writer->json);
    }
  json_builder_end_array (writer->json);
}

/* Only when there are some: what a house adds or silences is told, never silent. */
static void
add_house_words (CsJsonWriter *writer)
{
  const GPtrArray *all = writer->result->house_words;

  if (all->len == 0)
    return;

  cs_report_json_begin_array (writer, "house_words");
  for (guint i = 0; i < all->len; i++)
    {
      const CsHouseWords *words = all->pdata[i];

      json_builder_begin_object (writer->json);
      cs_report_json_add_string (writer, "list", words->name);
      cs_report_json_add_number (writer, "words", words->n_words);
      json_builder_end_object (writer->json);
    }
  json_builder_end_array (writer->json);
}

/* An item that nobody answered has none. */
static void
add_answer (CsJsonWriter *writer, const CsItemResult *item)
{
  const CsAnswer *answer = item->answer;

  if (answer == NULL)
    return;

  json_builder_set_member_name (writer->json, "answer");
  json_builder_begin_object (writer->json);
  cs_report_json_add_string (writer, "verdict", cs_verdict_get_name (answer->verdict));
  cs_report_json_add_string (writer, "text", answer->text);
  cs_report_json_add_string (writer, "author", answer->author);
  cs_report_json_add_time (writer, "made", answer->made_us);
  json_builder_set_member_name (writer->json, "stale");
  json_builder_add_boolean_value (writer->json, item->stale);
  json_builder_end_object (writer->json);
}

/* What a list of the user changed about an item is told, never done in silence. */
static void
add_house (CsJsonWriter *writer, const CsItem *item)
{
  if (item->off != NULL)
    cs_report_json_add_string (writer, "off", item->off);
  else if (item->is_changed)
    cs_report_json_add_string (writer, "house", cs_severity_get_name (item->severity));
}

static void
add_item (CsJsonWriter *writer, const CsItemResult *item)
{
  json_builder_begin_object (writer->json);
  cs_report_json_add_string (writer, "id", item->item->id);
  cs_report_json_add_string (writer, "check",
                             item->item->check == NULL ? NULL : item->item->check->name);
  cs_report_json_add_string (writer, "state", cs_item_state_get_name (item->state));
  cs_report_json_add_number (writer, "count", item->n_findings);
  cs_report_json_add_number (writer, "waived", item->n_waived);
  cs_report_json_add_string (writer, "reason", item->reason);
  if (item->claim != CS_NO_INDEX) /* the claim whose reference is the reason */
    cs_report_json_add_number (
        writer, "claim", cs_exam_result_get_claim_number (writer->result, item->claim));
  add_answer (writer, item);
  add_house (writer, item->item);
  json_builder_end_object (writer->json);
}

static void
add_items (CsJsonWriter *writer)
{
  const GArray *items = writer->result->items;

  cs_report_json_begin_array (writer, "items");
  for (guint i = 0; i < items->len; i++)
    add_item (writer, &g_array_index (items, CsItemResult, i));
  json_builder_end_array (writer->json);
}

/* --- what was kept --- */

/* Of a document that was never signed there is nothing to tell. */
static void
add_signatures (CsJsonWriter *writer)
{
  const CsExamRecord *record = writer->options->record;
  g_autofree char *sha256 = NULL;

  if (record == NULL)
    return;

  sha256 = cs_draft_dup_sha256 (writer->result->draft);
  cs_report_json_begin_array (writer, "signatures");
  for (guint i = 0; i < record->signatures->len; i++)
    {
      const CsSignature *signature = record->signatures->pdata[i];

      json_builder_begin_object (writer->json);
      cs_report_json_add_string (writer, "role", cs_signature_role_get_name (signature->role));
      cs_report_json_add_string (writer, "author", signature->author);
      cs_report_json_add_time (writer, "made", signature->made_us);
      json_builder_set_member_name (writer->json, "holds");
      json_builder_add_boolean_value (writer->json, cs_signature_holds (signature, sha256));
      json_builder_end_object (writer->json);
    }
  json_builder_end_array (writer->json);
}

static void
add_fingerprints (CsJsonWriter *writer, const char *name, const GPtrArray *findings)
{
  cs_report_json_begin_array (writer, name);
  for (guint i = 0; i < findings->len; i++)
    json_builder_add_string_value (writer->json,
                                   ((const CsRecordFinding *)findings->pdata[i])->fingerprint);
  json_builder_end_array (writer->json);
}

/* By fingerprints: the words are in the findings, or in the examination before. */
static void
add_changes (CsJsonWriter *writer)
{
  const CsExamDiff *diff = writer->options->diff;

  if (diff == NULL)
    return;

  json_builder_set_member_name (writer->json, "changes");
  json_builder_begin_object (writer->json);
  add_fingerprints (writer, "new", diff->added);
  add_fingerprints (writer, "gone", diff->gone);
  add_fingerprints (writer, "still", diff->still);
  json_builder_end_object (writer->json);
}

/* Decisions that belong to no finding any more. */
static void
add_stale (CsJsonWriter *writer)
{
  const GPtrArray *stale = writer->result->stale;

  if (stale == NULL || stale->len == 0)
    return;

  cs_report_json_begin_array (writer, "stale");
  for (guint i = 0; i < stale->len; i++)
    {
      const CsDecision *decision = stale->pdata[i];

      json_builder_begin_object (writer->json);
      cs_report_json_add_string (writer, "check", decision->check);
      cs_report_json_add_string (writer, "rule", decision->rule);
      cs_report_json_add_string (writer, "text", decision->text);
      cs_report_json_add_string (writer, "fingerprint", decision->fingerprint);
      cs_report_json_add_decision (writer, decision);
      json_builder_end_object (writer->json);
    }
  json_builder_end_array (writer->json);
}

/* --- lines --- */

static void
append_line (GString *out, JsonBuilder *json)
{
  g_autoptr (JsonNode) root = json_builder_get_root (json);
  g_autoptr (JsonGenerator) generator = json_generator_new ();

  json_generator_set_root (generator, root);
  json_generator_to_gstring (generator, out);
  g_string_append_c (out, '\n');
}

void
cs_report_json (GString *out, const CsExamResult *result, const CsReportOptions *options)
{
  g_autoptr (JsonBuilder) json = json_builder_new_immutable ();
  CsJsonWriter writer = { json, result, options, { { 0 } } };

  json_builder_begin_object (json);
  cs_report_json_add_number (&writer, "schema", SCHEMA);
  add_document (&writer);
  add_checklists (&writer);
  add_house_words (&writer);
  add_items (&writer);
  cs_report_json_add_findings (&writer);
  add_stale (&writer);
  add_changes (&writer);
  add_signatures (&writer);
  json_builder_end_object (json);
  append_line (out, json);
}

void
cs_report_json_error (GString *out, const char *path, guint index, const GError *error)
{
  g_autoptr (JsonBuilder) json = json_builder_new_immutable ();
  g_autofree char *valid_path = g_utf8_make_valid (path, -1);
  g_autofree char *message = g_utf8_make_valid (error->message, -1);
  CsJsonWriter writer = { json, NULL, NULL, { { 0 } } };

  json_builder_begin_object (json);
  cs_report_json_add_number (&writer, "schema", SCHEMA);
  json_builder_set_member_name (json, "document");
  json_builder_begin_object (json);
  cs_report_json_add_text (&writer, "path", valid_path);
  cs_report_json_add_number (&writer, "index", index);
  json_builder_end_object (json);
  json_builder_set_member_name (json, "error");
  json_builder_begin_object (json);
  cs_report_json_add_string (&writer, "code", cs_error_get_name (error));
  cs_report_json_add_string (&writer, "message", message);
  cs_report_json_add_printed_number (&writer, "line", cs_error_get_line (error));
  json_builder_end_object (json);
  json_builder_end_object (json);
  append_line (out, json);
}
