#include "../exam/cs-messages.h"
#include "cs-report-json-private.h"

static void
add_args (CsJsonWriter *writer, const GArray *args)
{
  json_builder_set_member_name (writer->json, "args");
  json_builder_begin_object (writer->json);
  for (guint i = 0; i < args->len; i++)
    {
      const CsArg *arg = &g_array_index (args, CsArg, i);

      cs_report_json_add_text (writer, arg->name, arg->value);
    }
  json_builder_end_object (writer->json);
}

static void
add_basis (CsJsonWriter *writer, const CsItem *item)
{
  g_autoptr (GString) citations = g_string_new (NULL);

  for (guint i = 0; i < item->bases->len; i++)
    {
      const CsLegalBasis *basis = &g_array_index (item->bases, CsLegalBasis, i);
      g_autofree char *citation = cs_legal_basis_dup_citation (basis, writer->options->language);

      g_string_append (citations, i == 0 ? "" : "; ");
      g_string_append (citations, citation);
    }
  cs_report_json_add_string (writer, "basis", citations->str);
}

static void
add_related (CsJsonWriter *writer, const GArray *related)
{
  cs_report_json_begin_array (writer, "related");
  for (guint i = 0; i < related->len; i++)
    {
      const CsRelated *other = &g_array_index (related, CsRelated, i);

      json_builder_begin_object (writer->json);
      cs_report_json_add_string (writer, "role", other->role);
      cs_report_json_add_where (writer, &other->where);
      json_builder_end_object (writer->json);
    }
  json_builder_end_array (writer->json);
}

/* A place that counts from the start of its part: a claim's number stands outside of the claim. */
static void
add_where_in_part (CsJsonWriter *writer, const CsSpan *where)
{
  CsPositionCounter *counter = &writer->counters[where->part];
  g_autofree char *marked = NULL;

  counter->text = cs_text_get_string (writer->result->draft->texts[where->part]);
  marked = g_strndup (counter->text + where->start, where->end - where->start);

  json_builder_set_member_name (writer->json, "where");
  json_builder_begin_object (writer->json);
  cs_report_json_add_string (writer, "part", cs_part_get_name (where->part));
  cs_report_json_add_null (writer, "index");
  cs_report_json_add_null (writer, "number");
  cs_report_json_add_null (writer, "claim");
  cs_report_json_add_number (writer, "start", cs_position_counter_move (counter, where->start));
  cs_report_json_add_number (writer, "end", cs_position_counter_move (counter, where->end));
  cs_report_json_add_text (writer, "text", marked);
  json_builder_end_object (writer->json);
}

static void
add_edits (CsJsonWriter *writer, const GArray *edits)
{
  cs_report_json_begin_array (writer, "edits");
  for (guint i = 0; i < edits->len; i++)
    {
      const CsFixEdit *edit = &g_array_index (edits, CsFixEdit, i);

      json_builder_begin_object (writer->json);
      if (edit->where.index == CS_NO_INDEX)
        add_where_in_part (writer, &edit->where);
      else
        cs_report_json_add_where (writer, &edit->where);
      cs_report_json_add_text (writer, "insert", edit->insert);
      json_builder_end_object (writer->json);
    }
  json_builder_end_array (writer->json);
}

static void
add_fixes (CsJsonWriter *writer, const CsFinding *finding)
{
  const GArray *fixes = finding->report->fixes;

  cs_report_json_begin_array (writer, "fixes");
  for (guint i = 0; i < fixes->len; i++)
    {
      const CsFix *fix = &g_array_index (fixes, CsFix, i);
      g_autofree char *title =
          cs_messages_dup_fix (finding, fix, writer->result, writer->options->language);

      json_builder_begin_object (writer->json);
      cs_report_json_add_string (writer, "title", title);
      add_edits (writer, fix->edits);
      json_builder_end_object (writer->json);
    }
  json_builder_end_array (writer->json);
}

/* A finding nobody decided on has none, as before there were decisions. */
void
cs_report_json_add_decision (CsJsonWriter *writer, const CsDecision *decision)
{
  if (decision == NULL)
    return;

  json_builder_set_member_name (writer->json, "decision");
  json_builder_begin_object (writer->json);
  cs_report_json_add_string (writer, "kind", cs_decision_kind_get_name (decision->kind));
  cs_report_json_add_string (writer, "reason", decision->reason);
  cs_report_json_add_string (writer, "author", decision->author);
  cs_report_json_add_time (writer, "made", decision->made_us);
  json_builder_end_object (writer->json);
}

static void
add_finding (CsJsonWriter *writer, const CsFinding *finding)
{
  const CsReport *report = finding->report;
  CsRightType type = writer->result->draft->request->type;
  g_autofree char *message =
      cs_messages_dup (finding, writer->result, writer->options->language, NULL);

  json_builder_begin_object (writer->json);
  cs_report_json_add_string (writer, "item", finding->item->id);
  cs_report_json_add_string (writer, "check", cs_finding_get_check_name (finding));
  cs_report_json_add_string (writer, "rule", report->rule);
  cs_report_json_add_string (writer, "severity", cs_severity_get_name (finding->severity));
  cs_report_json_add_string (writer, "certainty", cs_certainty_get_name (report->certainty));
  cs_report_json_add_string (writer, "consequence", cs_item_get_consequence (finding->item, type));
  cs_report_json_add_string (writer, "message", message);
  add_args (writer, report->args);
  add_basis (writer, finding->item);
  cs_report_json_add_where (writer, &report->where);
  add_related (writer, report->related);
  cs_report_json_add_claim_numbers (writer, "path", report->path);
  add_fixes (writer, finding);
  cs_report_json_add_string (writer, "fingerprint", finding->fingerprint);
  cs_report_json_add_decision (writer, finding->decision);
  json_builder_end_object (writer->json);
}

void
cs_report_json_add_findings (CsJsonWriter *writer)
{
  const GArray *findings = writer->result->findings;

  cs_report_json_begin_array (writer, "findings");
  for (guint i = 0; i < findings->len; i++)
    add_finding (writer, &g_array_index (findings, CsFinding, i));
  json_builder_end_array (writer->json);
}
