#include <glib/gi18n-lib.h>

#include "../../family/cs-legal-code.h"
#include "../cs-report-sheet-private.h"
#include "cs-family-report-private.h"
#include "cs-family-words.h"

/* What a report says of one family, in tables. */

#define MAX_CLAIM_CHARS 4000
#define MAX_EVENTS 400

const char *
cs_family_sheet_get_id (CsFamilySheet *sheet, const char *name)
{
  g_autofree char *id = g_strdup_printf ("%s-%s", sheet->id, name);

  return g_string_chunk_insert_const (sheet->ids, id);
}

/* --- facts --- */

static void
fact_free (gpointer data)
{
  CsReportFact *fact = data;

  g_free (fact->label);
  g_free (fact->value);
  g_free (fact);
}

static void
add_fact (CsFamilySheet *sheet, const char *label, const char *value)
{
  CsReportFact *fact;

  if (value == NULL || *value == '\0')
    return;

  fact = g_new (CsReportFact, 1);
  *fact = (CsReportFact){ g_strdup (label), g_strdup (value) };
  g_ptr_array_add (sheet->facts, fact);
}

static void
add_date_fact (CsFamilySheet *sheet, const char *label, CsOfficeDate date)
{
  g_autofree char *day = cs_office_date_dup_text (date);

  add_fact (sheet, label, day);
}

static char *
dup_size (const CsFamily *family)
{
  guint n_publications = 0;
  g_autofree char *applications = g_strdup_printf (
      ngettext ("%u application", "%u applications", family->applications->len),
      family->applications->len);
  g_autofree char *publications = NULL;

  for (guint i = 0; i < family->applications->len; i++)
    n_publications += ((const CsApplication *)family->applications->pdata[i])->publications->len;
  publications = g_strdup_printf (
      ngettext ("%u publication", "%u publications", n_publications), n_publications);

  return g_strjoin (", ", applications, publications, NULL);
}

static void
add_facts (CsFamilySheet *sheet, const CsFamilyReport *report)
{
  const CsFamily *family = sheet->part->family;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *applicants = NULL;
  g_autofree char *size = dup_size (family);

  for (guint i = 0; i < family->applicants->len; i++)
    g_ptr_array_add (names, family->applicants->pdata[i]);
  g_ptr_array_add (names, NULL);
  applicants = g_strjoinv ("; ", (char **)names->pdata);

  add_fact (sheet, _ ("Applicants"), applicants);
  add_fact (sheet, _ ("Legal status"), cs_family_status_get_word (cs_family_get_status (family)));
  add_fact (sheet, _ ("Members"), size);
  add_date_fact (sheet, _ ("Earliest priority"), family->earliest);
  add_fact (sheet, _ ("Family rule"), sheet->rule);
  add_date_fact (sheet, _ ("Data as of"), family->as_of);
  add_fact (sheet, _ ("Library as of"), report->as_of);
  add_date_fact (sheet, _ ("Report of"), report->today);
  add_fact (sheet, _ ("Remarks"), sheet->part->remarks);
}

static void
free_line (gpointer data)
{
  cs_report_line_free (data);
}

static void
add_notes (CsFamilySheet *sheet)
{
  static const char *const notes[] = {
    N_ ("Legal states are what the events in the library come to, and no more: what an office has "
        "not told, or was not imported, is not known here. Look it up in the register before "
        "anything depends on it."),
    N_ ("Ends of terms and days of fees marked as estimates leave out what no record tells: "
        "adjustments and extensions, fees that were not paid, holidays. Of yearly fees only those "
        "of China are known."),
  };

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    g_ptr_array_add (sheet->notes, cs_report_line_new (CS_LOOK_CAPTION, _ (notes[i])));
}

/* --- tables --- */

static CsReportTable *
add_table (CsFamilySheet *sheet, const char *name, const char *title)
{
  CsReportTable *table = cs_report_table_new (cs_family_sheet_get_id (sheet, name), title);

  g_ptr_array_add (sheet->tables, table);

  return table;
}

static void
add_column (CsReportTable *table, const char *title, guint width)
{
  CsReportColumn column = { title, width };

  g_array_append_val (table->columns, column);
}

static void
add_date (CsReportRow *row, guint column, CsOfficeDate date)
{
  g_autofree char *day = cs_office_date_dup_text (date);

  cs_report_row_add (row, column, CS_LOOK_BODY, day);
}

/* --- members --- */

static void
add_number (CsReportRow *row, const CsNumber *number)
{
  cs_report_row_add (row, 0, CS_LOOK_STRONG, number->printed);
  if (number->check == CS_NUMBER_CHECK_BAD)
    cs_report_row_add (row, 0, CS_LOOK_CAPTION, _ ("its check digit is wrong"));
  if (number->key == NULL)
    cs_report_row_add (row, 0, CS_LOOK_CAPTION, _ ("number not understood, kept as it was read"));
}

static void
add_publications (CsReportRow *row, const GPtrArray *publications)
{
  for (guint i = 0; i < publications->len; i++)
    {
      const CsPublication *publication = publications->pdata[i];
      g_autofree char *day = cs_office_date_dup_text (publication->number->date);
      g_autofree char *line =
          g_strjoin (" · ", publication->number->printed, *day == '\0' ? "–" : day,
                     cs_family_source_get_word (publication->source), NULL);

      cs_report_row_add (row, 2, CS_LOOK_BODY, line);
    }
}

static gboolean
is_doubtful (const CsApplication *application)
{
  int index = application->status.event;
  const CsLegalCode *code;

  if (index < 0 || (guint)index >= application->events->len)
    return FALSE;

  code = cs_legal_code_find (cs_legal_get_office (application->number),
                             application->events->pdata[index]);

  return code != NULL && !code->is_verified;
}

/* Whether the end of its term means anything. */
static gboolean
may_live (CsLegalState state)
{
  return state == CS_LEGAL_PENDING || state == CS_LEGAL_IN_FORCE || state == CS_LEGAL_EXPIRED ||
         state == CS_LEGAL_UNKNOWN;
}

static void
add_status (CsReportRow *row, const CsApplication *application)
{
  const CsLegalStatus *status = &application->status;
  g_autofree char *reason = cs_application_dup_reason_words (application);

  cs_report_row_add (row, 3, CS_LOOK_STRONG, cs_legal_state_get_word (status->state));
  add_date (row, 3, status->since);
  cs_report_row_add (row, 4, CS_LOOK_BODY, reason);
  if (is_doubtful (application))
    cs_report_row_add (row, 4, CS_LOOK_CAPTION, _ ("what this code means is not verified"));
  if (!may_live (status->state) || !cs_office_date_is_known (status->expiry))
    return;

  add_date (row, 5, status->expiry);
  if (status->is_estimate)
    cs_report_row_add (row, 5, CS_LOOK_CAPTION, _ ("estimate"));
}

static void
add_members (CsFamilySheet *sheet)
{
  const GPtrArray *applications = sheet->part->family->applications;
  CsReportTable *table = add_table (sheet, "members", _ ("Members and legal status"));

  add_column (table, _ ("Application number"), 175);
  add_column (table, _ ("Filing date"), 85);
  add_column (table, _ ("Publications"), 275);
  add_column (table, _ ("Legal status"), 130);
  add_column (table, _ ("Told by"), 235);
  add_column (table, _ ("End of term"), 100);
  for (guint i = 0; i < applications->len; i++)
    {
      const CsApplication *application = applications->pdata[i];
      CsReportRow *row = cs_report_table_add_row (table);

      add_number (row, application->number);
      add_date (row, 1, application->number->date);
      add_publications (row, application->publications);
      add_status (row, application);
    }
}

/* --- days, events, claims --- */

static void
add_dues (CsFamilySheet *sheet)
{
  const GPtrArray *dues = sheet->part->dues;
  CsReportTable *table;

  if (dues->len == 0)
    return;

  table = add_table (sheet, "due", _ ("Days to come"));
  add_column (table, _ ("Day"), 150);
  add_column (table, _ ("Application number"), 210);
  add_column (table, _ ("What"), 340);
  add_column (table, _ ("Counted from"), 300);
  for (guint i = 0; i < dues->len; i++)
    {
      const CsFamilyReportDue *due = dues->pdata[i];
      CsReportRow *row = cs_report_table_add_row (table);

      add_date (row, 0, due->date);
      if (due->is_estimate)
        cs_report_row_add (row, 0, CS_LOOK_CAPTION, _ ("estimate"));
      cs_report_row_add (row, 1, CS_LOOK_BODY, due->application);
      cs_report_row_add (row, 2, CS_LOOK_BODY, due->what);
      cs_report_row_add (row, 3, CS_LOOK_BODY, due->because);
    }
}

static void
add_claims (CsFamilySheet *sheet)
{
  const GPtrArray *claims = sheet->part->claims;
  CsReportTable *table;

  if (claims->len == 0)
    return;

  table = add_table (sheet, "claims", _ ("First claims"));
  add_column (table, _ ("Publication number"), 190);
  add_column (table, _ ("Claim"), 810);
  for (guint i = 0; i < claims->len; i++)
    {
      const CsFamilyReportClaim *claim = claims->pdata[i];
      CsReportRow *row = cs_report_table_add_row (table);
      g_auto (GStrv) lines = g_strsplit (claim->text, "\n", -1);
      gsize n_left = MAX_CLAIM_CHARS;

      cs_report_row_add (row, 0, CS_LOOK_STRONG, claim->number);
      cs_report_row_add (row, 0, CS_LOOK_CAPTION, claim->origin);
      for (guint n = 0; lines[n] != NULL && n_left > 0; n++)
        {
          g_autofree char *line = cs_report_dup_harmless (lines[n], n_left);

          cs_report_row_add (row, 1, CS_LOOK_BODY, line);
          n_left -= MIN (n_left, (gsize)g_utf8_strlen (line, -1));
        }
    }
}

static void
add_event (CsReportTable *table, const CsApplication *application, guint index)
{
  const CsLegalEvent *event = application->events->pdata[index];
  CsReportRow *row = cs_report_table_add_row (table);

  add_date (row, 0, event->date);
  cs_report_row_add (row, 1, CS_LOOK_BODY, application->number->printed);
  cs_report_row_add (row, 2, CS_LOOK_BODY, event->code);
  cs_report_row_add (row, 3, CS_LOOK_BODY, event->text);
  cs_report_row_add (row, 4, CS_LOOK_BODY,
                     cs_family_source_get_word (application->event_sources->pdata[index]));
}

static void
add_events (CsFamilySheet *sheet)
{
  const GPtrArray *applications = sheet->part->family->applications;
  CsReportTable *table = cs_report_table_new (cs_family_sheet_get_id (sheet, "events"),
                                              _ ("Legal events"));
  guint n_events = 0;

  g_ptr_array_add (sheet->tables, table);
  add_column (table, _ ("Day"), 100);
  add_column (table, _ ("Application number"), 190);
  add_column (table, _ ("Code"), 90);
  add_column (table, _ ("Event"), 470);
  add_column (table, _ ("Source"), 150);
  for (guint i = 0; i < applications->len; i++)
    {
      const CsApplication *application = applications->pdata[i];

      for (guint n = 0; n < application->events->len; n++)
        if (n_events++ < MAX_EVENTS)
          add_event (table, application, n);
    }
  if (n_events > MAX_EVENTS)
    table->note = g_strdup_printf (_ ("The first %u of %u"), MAX_EVENTS, n_events);
  if (n_events == 0)
    g_ptr_array_remove (sheet->tables, table);
}

/* --- the family --- */

CsFamilySheet *
cs_family_sheet_new (const CsFamilyReport *report, guint index)
{
  CsFamilySheet *sheet = g_new0 (CsFamilySheet, 1);
  g_autofree char *id = g_strdup_printf ("family-%u", index + 1);

  sheet->part = report->parts->pdata[index];
  sheet->ids = g_string_chunk_new (256);
  sheet->id = g_string_chunk_insert (sheet->ids, id);
  sheet->title = cs_report_dup_harmless (sheet->part->family->title, 200);
  sheet->rule = cs_family_rule_dup_words (sheet->part->family);
  sheet->facts = g_ptr_array_new_with_free_func (fact_free);
  sheet->notes = g_ptr_array_new_with_free_func (free_line);
  sheet->tables = g_ptr_array_new_with_free_func (cs_report_table_free);
  add_facts (sheet, report);
  add_notes (sheet);
  add_members (sheet);
  add_dues (sheet);
  add_claims (sheet);
  add_events (sheet);

  return sheet;
}

void
cs_family_sheet_free (gpointer data)
{
  CsFamilySheet *sheet = data;

  g_ptr_array_unref (sheet->facts);
  g_ptr_array_unref (sheet->notes);
  g_ptr_array_unref (sheet->tables);
  g_free (sheet->title);
  g_free (sheet->rule);
  g_string_chunk_free (sheet->ids);
  g_free (sheet);
}
