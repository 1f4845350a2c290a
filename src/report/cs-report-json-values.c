#include "cs-report-json-private.h"

/* --- values --- */

void
cs_report_json_add_string (CsJsonWriter *writer, const char *name, const char *value)
{
  cs_report_add_string (writer->json, name, value == NULL || *value == '\0' ? NULL : value);
}

void
cs_report_json_add_text (CsJsonWriter *writer, const char *name, const char *text)
{
  cs_report_add_string (writer->json, name, text);
}

void
cs_report_json_add_number (CsJsonWriter *writer, const char *name, guint64 value)
{
  cs_report_add_number (writer->json, name, value);
}

void
cs_report_json_add_printed_number (CsJsonWriter *writer, const char *name, guint number)
{
  json_builder_set_member_name (writer->json, name);
  if (number == 0)
    json_builder_add_null_value (writer->json);
  else
    json_builder_add_int_value (writer->json, number);
}

void
cs_report_json_add_time (CsJsonWriter *writer, const char *name, gint64 made_us)
{
  g_autoptr (GDateTime) made = g_date_time_new_from_unix_utc (made_us / G_USEC_PER_SEC);
  g_autofree char *printed = made == NULL ? NULL : g_date_time_format_iso8601 (made);

  cs_report_json_add_string (writer, name, printed);
}

void
cs_report_json_add_null (CsJsonWriter *writer, const char *name)
{
  cs_report_json_add_string (writer, name, NULL);
}

void
cs_report_json_begin_array (CsJsonWriter *writer, const char *name)
{
  json_builder_set_member_name (writer->json, name);
  json_builder_begin_array (writer->json);
}

/* --- places --- */

static void
add_place_in_text (CsJsonWriter *writer, const CsSpan *where)
{
  const CsDraft *draft = writer->result->draft;
  const CsUnit *unit = cs_draft_get_unit (draft, where->part, where->index);
  g_autofree char *marked = cs_draft_dup_span_text (draft, where);
  gsize n_bytes;
  const char *text = cs_draft_get_unit_text (draft, where->part, where->index, &n_bytes);

  cs_report_json_add_number (writer, "index", where->index);
  cs_report_json_add_printed_number (writer, "number", unit->number);
  cs_report_json_add_printed_number (writer, "claim",
                                     where->part == CS_PART_CLAIMS ? unit->number : 0);
  cs_report_json_add_number (writer, "start", cs_position_to_chars (text, n_bytes, where->start));
  cs_report_json_add_number (writer, "end", cs_position_to_chars (text, n_bytes, where->end));
  cs_report_json_add_text (writer, "text", marked);
}

/* A place that is not in a text: a figure has an index, and its label as text. */
static void
add_place_outside_text (CsJsonWriter *writer, const CsSpan *where)
{
  const GArray *figures = writer->result->draft->figures;
  const CsFigure *figure = NULL;

  if (where->part == CS_PART_FIGURES && where->index < figures->len)
    figure = &g_array_index (figures, CsFigure, where->index);

  if (figure != NULL)
    cs_report_json_add_number (writer, "index", where->index);
  else
    cs_report_json_add_null (writer, "index");
  cs_report_json_add_null (writer, "number");
  cs_report_json_add_null (writer, "claim");
  cs_report_json_add_null (writer, "start");
  cs_report_json_add_null (writer, "end");
  cs_report_json_add_string (writer, "text", figure == NULL ? NULL : figure->label);
}

void
cs_report_json_add_where (CsJsonWriter *writer, const CsSpan *where)
{
  json_builder_set_member_name (writer->json, "where");
  json_builder_begin_object (writer->json);
  cs_report_json_add_string (writer, "part", cs_part_get_name (where->part));
  if (where->index < cs_draft_get_n_units (writer->result->draft, where->part))
    add_place_in_text (writer, where);
  else
    add_place_outside_text (writer, where);
  json_builder_end_object (writer->json);
}

void
cs_report_json_add_claim_numbers (CsJsonWriter *writer, const char *name, const GArray *indexes)
{
  cs_report_json_begin_array (writer, name);
  for (guint i = 0; i < indexes->len; i++)
    json_builder_add_int_value (
        writer->json,
        cs_exam_result_get_claim_number (writer->result, g_array_index (indexes, guint, i)));
  json_builder_end_array (writer->json);
}
