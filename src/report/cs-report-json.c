#include <string.h>

#include "../base/cs-error.h"
#include "../base/cs-position.h"
#include "../exam/cs-messages.h"
#include "cs-report-members.h"
#include "cs-report.h"

#define SCHEMA 1

typedef struct
{
  JsonBuilder *json;
  const CsExamResult *result;
  const CsReportOptions *options;
  CsPositionCounter counters[CS_N_PARTS]; /* of edits that count from the start of their part */
} Writer;

/* --- values --- */

/* Unknown is null, not an empty word. */
static void
add_string (Writer *writer, const char *name, const char *value)
{
  cs_report_add_string (writer->json, name, value == NULL || *value == '\0' ? NULL : value);
}

/* The same for text of the draft, where empty is a fact. */
static void
add_text (Writer *writer, const char *name, const char *text)
{
  cs_report_add_string (writer->json, name, text);
}

static void
add_number (Writer *writer, const char *name, guint64 value)
{
  cs_report_add_number (writer->json, name, value);
}

/* 0 stands for a number that is not printed. */
static void
add_printed_number (Writer *writer, const char *name, guint number)
{
  json_builder_set_member_name (writer->json, name);
  if (number == 0)
    json_builder_add_null_value (writer->json);
  else
    json_builder_add_int_value (writer->json, number);
}

static void
add_null (Writer *writer, const char *name)
{
  add_string (writer, name, NULL);
}

static void
begin_array (Writer *writer, const char *name)
{
  json_builder_set_member_name (writer->json, name);
  json_builder_begin_array (writer->json);
}

/* --- places --- */

static void
add_place_in_text (Writer *writer, const CsSpan *where)
{
  const CsDraft *draft = writer->result->draft;
  const CsUnit *unit = cs_draft_get_unit (draft, where->part, where->index);
  g_autofree char *marked = cs_draft_dup_span_text (draft, where);
  gsize n_bytes;
  const char *text = cs_draft_get_unit_text (draft, where->part, where->index, &n_bytes);

  add_number (writer, "index", where->index);
  add_printed_number (writer, "number", unit->number);
  add_printed_number (writer, "claim", where->part == CS_PART_CLAIMS ? unit->number : 0);
  add_number (writer, "start", cs_position_to_chars (text, n_bytes, where->start));
  add_number (writer, "end", cs_position_to_chars (text, n_bytes, where->end));
  add_text (writer, "text", marked);
}

/* A place that is not in a text: a figure has an index, and its label as text. */
static void
add_place_outside_text (Writer *writer, const CsSpan *where)
{
  const GArray *figures = writer->result->draft->figures;
  const CsFigure *figure = NULL;

  if (where->part == CS_PART_FIGURES && where->index < figures->len)
    figure = &g_array_index (figures, CsFigure, where->index);

  if (figure != NULL)
    add_number (writer, "index", where->index);
  else
    add_null (writer, "index");
  add_null (writer, "number");
  add_null (writer, "claim");
  add_null (writer, "start");
  add_null (writer, "end");
  add_string (writer, "text", figure == NULL ? NULL : figure->label);
}

static void
add_where (Writer *writer, const CsSpan *where)
{
  json_builder_set_member_name (writer->json, "where");
  json_builder_begin_object (writer->json);
  add_string (writer, "part", cs_part_get_name (where->part));
  if (where->index < cs_draft_get_n_units (writer->result->draft, where->part))
    add_place_in_text (writer, where);
  else
    add_place_outside_text (writer, where);
  json_builder_end_object (writer->json);
}

/* --- the document --- */

static void
add_claim_numbers (Writer *writer, const char *name, const GArray *indexes)
{
  begin_array (writer, name);
  for (guint i = 0; i < indexes->len; i++)
    json_builder_add_int_value (
        writer->json,
        cs_exam_result_get_claim_number (writer->result, g_array_index (indexes, guint, i)));
  json_builder_end_array (writer->json);
}

static void
add_claim (Writer *writer, const CsClaim *claim)
{
  g_autofree char *text = g_strndup (claim->text, claim->n_bytes);

  json_builder_begin_object (writer->json);
  add_number (writer, "index", claim->index);
  add_printed_number (writer, "number", claim->number);
  add_claim_numbers (writer, "depends_on", claim->depends);
  add_claim_numbers (writer, "quotes", claim->quotes);
  add_string (writer, "category", cs_category_get_name (claim->category));
  if (writer->options->with_text)
    add_text (writer, "text", text);
  else
    add_null (writer, "text");
  json_builder_end_object (writer->json);
}

static void
add_claims (Writer *writer)
{
  const CsClaimSet *claims = writer->result->claims;

  begin_array (writer, "claims");
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
add_notes (Writer *writer)
{
  const GArray *notes = writer->result->draft->notes;

  begin_array (writer, "notes");
  for (guint i = 0; i < notes->len; i++)
    {
      const CsReadNote *note = &g_array_index (notes, CsReadNote, i);

      json_builder_begin_object (writer->json);
      add_string (writer, "code", note->code);
      add_string (writer, "detail", note->detail);
      add_printed_number (writer, "line", note->line);
      add_where (writer, &note->span);
      json_builder_end_object (writer->json);
    }
  json_builder_end_array (writer->json);
}

static void
add_document (Writer *writer)
{
  const CsDraft *draft = writer->result->draft;
  g_autofree char *path = g_utf8_make_valid (draft->path, -1);
  g_autofree char *id = g_utf8_make_valid (draft->id, -1);
  g_autofree char *sha256 = cs_draft_dup_sha256 (draft);

  json_builder_set_member_name (writer->json, "document");
  json_builder_begin_object (writer->json);
  add_text (writer, "path", path);
  add_number (writer, "index", draft->index);
  add_string (writer, "id", id);
  add_string (writer, "format", draft->format);
  add_string (writer, "office", cs_office_get_name (draft->request->office));
  add_string (writer, "type", cs_right_type_get_name (draft->request->type));
  add_string (writer, "route", cs_route_get_name (draft->request->route));
  add_string (writer, "language", draft->language);
  add_string (writer, "text_sha256", sha256);
  add_claims (writer);
  add_number (writer, "paragraphs", count_paragraphs (draft));
  add_number (writer, "figures", draft->figures->len);
  add_notes (writer);
  json_builder_end_object (writer->json);
}

/* --- checklists and items --- */

static void
add_checklists (Writer *writer)
{
  const GPtrArray *checklists = writer->result->checklists;

  begin_array (writer, "checklists");
  for (guint i = 0; i < checklists->len; i++)
    {
      const CsChecklist *checklist = checklists->pdata[i];

      json_builder_begin_object (writer->json);
      add_string (writer, "id", checklist->id);
      add_string (writer, "edition", checklist->edition);
      json_builder_end_object (writer->json);
    }
  json_builder_end_array (writer->json);
}

static void
add_item (Writer *writer, const CsItemResult *item)
{
  json_builder_begin_object (writer->json);
  add_string (writer, "id", item->item->id);
  add_string (writer, "check", item->item->check == NULL ? NULL : item->item->check->name);
  add_string (writer, "state", cs_item_state_get_name (item->state));
  add_number (writer, "count", item->n_findings);
  add_number (writer, "waived", item->n_waived);
  add_string (writer, "reason", item->reason);
  if (item->claim != CS_NO_INDEX) /* the claim whose reference is the reason */
    add_number (writer, "claim", cs_exam_result_get_claim_number (writer->result, item->claim));
  json_builder_end_object (writer->json);
}

static void
add_items (Writer *writer)
{
  const GArray *items = writer->result->items;

  begin_array (writer, "items");
  for (guint i = 0; i < items->len; i++)
    add_item (writer, &g_array_index (items, CsItemResult, i));
  json_builder_end_array (writer->json);
}

/* --- findings --- */

static void
add_args (Writer *writer, const GArray *args)
{
  json_builder_set_member_name (writer->json, "args");
  json_builder_begin_object (writer->json);
  for (guint i = 0; i < args->len; i++)
    {
      const CsArg *arg = &g_array_index (args, CsArg, i);

      add_text (writer, arg->name, arg->value);
    }
  json_builder_end_object (writer->json);
}

static void
add_basis (Writer *writer, const CsItem *item)
{
  g_autoptr (GString) citations = g_string_new (NULL);

  for (guint i = 0; i < item->bases->len; i++)
    {
      const CsLegalBasis *basis = &g_array_index (item->bases, CsLegalBasis, i);
      g_autofree char *citation = cs_legal_basis_dup_citation (basis, writer->options->language);

      g_string_append (citations, i == 0 ? "" : "; ");
      g_string_append (citations, citation);
    }
  add_string (writer, "basis", citations->str);
}

static void
add_related (Writer *writer, const GArray *related)
{
  begin_array (writer, "related");
  for (guint i = 0; i < related->len; i++)
    {
      const CsRelated *other = &g_array_index (related, CsRelated, i);

      json_builder_begin_object (writer->json);
      add_string (writer, "role", other->role);
      add_where (writer, &other->where);
      json_builder_end_object (writer->json);
    }
  json_builder_end_array (writer->json);
}

/* A place that counts from the start of its part: a claim's number stands outside of the claim. */
static void
add_where_in_part (Writer *writer, const CsSpan *where)
{
  CsPositionCounter *counter = &writer->counters[where->part];
  g_autofree char *marked = NULL;

  counter->text = cs_text_get_string (writer->result->draft->texts[where->part]);
  marked = g_strndup (counter->text + where->start, where->end - where->start);

  json_builder_set_member_name (writer->json, "where");
  json_builder_begin_object (writer->json);
  add_string (writer, "part", cs_part_get_name (where->part));
  add_null (writer, "index");
  add_null (writer, "number");
  add_null (writer, "claim");
  add_number (writer, "start", cs_position_counter_move (counter, where->start));
  add_number (writer, "end", cs_position_counter_move (counter, where->end));
  add_text (writer, "text", marked);
  json_builder_end_object (writer->json);
}

static void
add_edits (Writer *writer, const GArray *edits)
{
  begin_array (writer, "edits");
  for (guint i = 0; i < edits->len; i++)
    {
      const CsFixEdit *edit = &g_array_index (edits, CsFixEdit, i);

      json_builder_begin_object (writer->json);
      if (edit->where.index == CS_NO_INDEX)
        add_where_in_part (writer, &edit->where);
      else
        add_where (writer, &edit->where);
      add_text (writer, "insert", edit->insert);
      json_builder_end_object (writer->json);
    }
  json_builder_end_array (writer->json);
}

static void
add_fixes (Writer *writer, const CsFinding *finding)
{
  const GArray *fixes = finding->report->fixes;

  begin_array (writer, "fixes");
  for (guint i = 0; i < fixes->len; i++)
    {
      const CsFix *fix = &g_array_index (fixes, CsFix, i);
      g_autofree char *title =
          cs_messages_dup_fix (finding, fix, writer->result, writer->options->language);

      json_builder_begin_object (writer->json);
      add_string (writer, "title", title);
      add_edits (writer, fix->edits);
      json_builder_end_object (writer->json);
    }
  json_builder_end_array (writer->json);
}

/* A finding nobody decided on has none, as before there were decisions. */
static void
add_decision (Writer *writer, const CsDecision *decision)
{
  g_autoptr (GDateTime) made = NULL;
  g_autofree char *printed = NULL;

  if (decision == NULL)
    return;

  made = g_date_time_new_from_unix_utc (decision->made_us / G_USEC_PER_SEC);
  printed = made == NULL ? NULL : g_date_time_format_iso8601 (made);
  json_builder_set_member_name (writer->json, "decision");
  json_builder_begin_object (writer->json);
  add_string (writer, "kind", cs_decision_kind_get_name (decision->kind));
  add_string (writer, "reason", decision->reason);
  add_string (writer, "author", decision->author);
  add_string (writer, "made", printed);
  json_builder_end_object (writer->json);
}

static void
add_finding (Writer *writer, const CsFinding *finding)
{
  const CsReport *report = finding->report;
  CsRightType type = writer->result->draft->request->type;
  g_autofree char *message =
      cs_messages_dup (finding, writer->result, writer->options->language, NULL);

  json_builder_begin_object (writer->json);
  add_string (writer, "item", finding->item->id);
  add_string (writer, "check", cs_finding_get_check_name (finding));
  add_string (writer, "rule", report->rule);
  add_string (writer, "severity", cs_severity_get_name (finding->severity));
  add_string (writer, "certainty", cs_certainty_get_name (report->certainty));
  add_string (writer, "consequence", cs_item_get_consequence (finding->item, type));
  add_string (writer, "message", message);
  add_args (writer, report->args);
  add_basis (writer, finding->item);
  add_where (writer, &report->where);
  add_related (writer, report->related);
  add_claim_numbers (writer, "path", report->path);
  add_fixes (writer, finding);
  add_string (writer, "fingerprint", finding->fingerprint);
  add_decision (writer, finding->decision);
  json_builder_end_object (writer->json);
}

static void
add_findings (Writer *writer)
{
  const GArray *findings = writer->result->findings;

  begin_array (writer, "findings");
  for (guint i = 0; i < findings->len; i++)
    add_finding (writer, &g_array_index (findings, CsFinding, i));
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
  Writer writer = { json, result, options, { { 0 } } };

  json_builder_begin_object (json);
  add_number (&writer, "schema", SCHEMA);
  add_document (&writer);
  add_checklists (&writer);
  add_items (&writer);
  add_findings (&writer);
  json_builder_end_object (json);
  append_line (out, json);
}

void
cs_report_json_error (GString *out, const char *path, guint index, const GError *error)
{
  g_autoptr (JsonBuilder) json = json_builder_new_immutable ();
  g_autofree char *valid_path = g_utf8_make_valid (path, -1);
  g_autofree char *message = g_utf8_make_valid (error->message, -1);
  Writer writer = { json, NULL, NULL, { { 0 } } };

  json_builder_begin_object (json);
  add_number (&writer, "schema", SCHEMA);
  json_builder_set_member_name (json, "document");
  json_builder_begin_object (json);
  add_text (&writer, "path", valid_path);
  add_number (&writer, "index", index);
  json_builder_end_object (json);
  json_builder_set_member_name (json, "error");
  json_builder_begin_object (json);
  add_string (&writer, "code", cs_error_get_name (error));
  add_string (&writer, "message", message);
  add_printed_number (&writer, "line", cs_error_get_line (error));
  json_builder_end_object (json);
  json_builder_end_object (json);
  append_line (out, json);
}
