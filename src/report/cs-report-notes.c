#include "cs-report-notes.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../exam/cs-messages.h"
#include "../formats/cs-write-note.h"
#include "cs-report-members.h"
#include "cs-terminal.h"

#define SCHEMA 1

/* --- text --- */

/* By CsWriteGrade. */
static const char *const grade_words[] = { N_ ("changed"), N_ ("lost"), N_ ("refused") };

static void
append_note (GString *out, const CsWriteNote *note, const CsNotesReport *report)
{
  g_autofree char *message = cs_write_note_dup_message (note);
  g_autofree char *place =
      cs_messages_dup_place_in (&note->span, report->draft, report->language);

  g_string_append_printf (out, "  %s  ", _ (grade_words[note->grade]));
  cs_terminal_append (out, message, strlen (message));
  if (note->span.part != CS_PART_DOCUMENT)
    {
      g_string_append (out, "  [");
      cs_terminal_append (out, place, strlen (place));
      g_string_append_c (out, ']');
    }
  g_string_append_c (out, '\n');
}

void
cs_report_notes_text (GString *out, const CsNotesReport *report)
{
  cs_terminal_append (out, report->path, strlen (report->path));
  if (report->index > 0)
    g_string_append_printf (out, " #%u", report->index + 1);
  g_string_append_printf (out, " → %s", report->format);
  if (report->notes->len == 0)
    g_string_append_printf (out, "  %s", _ ("nothing is lost"));
  g_string_append_c (out, '\n');

  for (guint i = 0; i < report->notes->len; i++)
    append_note (out, &g_array_index (report->notes, CsWriteNote, i), report);
}

/* --- JSON --- */

/* Unknown is null: a place that is not in a text has no index, one without a number no number. */
static void
add_known (JsonBuilder *json, const char *name, gboolean known, guint value)
{
  json_builder_set_member_name (json, name);
  if (known)
    json_builder_add_int_value (json, value);
  else
    json_builder_add_null_value (json);
}

static void
add_where (JsonBuilder *json, const CsSpan *span, const CsDraft *draft)
{
  gboolean in_text = span->index < cs_draft_get_n_units (draft, span->part);
  guint number = in_text ? cs_draft_get_unit (draft, span->part, span->index)->number : 0;

  json_builder_set_member_name (json, "where");
  if (span->part == CS_PART_DOCUMENT)
    {
      json_builder_add_null_value (json);
      return;
    }

  json_builder_begin_object (json);
  cs_report_add_string (json, "part", cs_part_get_name (span->part));
  add_known (json, "index", span->index != CS_NO_INDEX, span->index);
  add_known (json, "number", number != 0, number);
  json_builder_end_object (json);
}

static void
add_note (JsonBuilder *json, const CsWriteNote *note, const CsDraft *draft)
{
  g_autofree char *message = cs_write_note_dup_message (note);

  json_builder_begin_object (json);
  cs_report_add_string (json, "grade", cs_write_grade_get_name (note->grade));
  cs_report_add_string (json, "code", note->code);
  cs_report_add_string (json, "message", message);
  cs_report_add_string (json, "detail", note->detail);
  cs_report_add_number (json, "places", note->n_places);
  add_where (json, &note->span, draft);
  json_builder_end_object (json);
}

static void
add_document (JsonBuilder *json, const CsNotesReport *report)
{
  json_builder_set_member_name (json, "document");
  json_builder_begin_object (json);
  cs_report_add_string (json, "path", report->path);
  cs_report_add_number (json, "index", report->index);
  cs_report_add_string (json, "id", report->draft->id);
  json_builder_end_object (json);
}

void
cs_report_notes_json (GString *out, const CsNotesReport *report)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *line = NULL;

  json_builder_begin_object (json);
  cs_report_add_number (json, "schema", SCHEMA);
  add_document (json, report);
  cs_report_add_string (json, "to", report->format);
  json_builder_set_member_name (json, "written");
  json_builder_add_boolean_value (json, report->written);
  json_builder_set_member_name (json, "notes");
  json_builder_begin_array (json);
  for (guint i = 0; i < report->notes->len; i++)
    add_note (json, &g_array_index (report->notes, CsWriteNote, i), report->draft);
  json_builder_end_array (json);
  json_builder_end_object (json);

  root = json_builder_get_root (json);
  line = json_to_string (root, FALSE);
  g_string_append_printf (out, "%s\n", line);
}
