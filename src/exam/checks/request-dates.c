#include <string.h>

#include "../../draft/cs-request-check.h"
#include "../../law/cs-period.h"
#include "request.h"

/* The dates of a filing sheet. What is due is told as long as it is not over. Sources: Patent Law
 * art. 24, 29, 30, 35; Rules (2023) r. 5, 27, 33, 34, 36, 37, 45, 112, 120. */

/* Public holidays are not known here; none of them lasts longer than this. */
#define HOLIDAY_DAYS 10

/* A day of the sheet, and whether there is one. */
typedef struct
{
  GDate date;
  gboolean known;
} Day;

static Day
read_day (const char *text)
{
  Day day = { .known = FALSE };

  g_date_clear (&day.date, 1);
  if (text != NULL)
    day.known = cs_request_read_date (text, &day.date);

  return day;
}

void
cs_sheet_set_day (CsReport *report, const char *name, const GDate *day)
{
  cs_report_set (report, name, "%04u-%02u-%02u", g_date_get_year (day), g_date_get_month (day),
                 g_date_get_day (day));
}

static void
report_days (const CsSheet *sheet,
             const char *rule,
             CsCertainty certainty,
             const GDate *day,
             const GDate *last)
{
  CsReport *found = cs_sheet_report (sheet, rule, certainty);

  cs_sheet_set_day (found, "day", day);
  cs_sheet_set_day (found, "last", last);
}

/* The end of the period of @param from @from; FALSE when the checklist has no such period. */
static gboolean
find_end (const CsSheet *sheet, const char *param, const GDate *from, GDate *last)
{
  guint months = cs_exam_get_number (sheet->context, param, 0);

  if (months > 0)
    cs_period_end (from, months, last);

  return months > 0;
}

/* Tells what is due, unless it is over. */
static void
tell_due (const CsSheet *sheet, const char *rule, const GDate *from, const GDate *last)
{
  if (g_date_compare (&sheet->today, last) <= 0)
    report_days (sheet, rule, CS_CERTAINTY_CERTAIN, from, last);
}

static void
tell_period (const CsSheet *sheet, const char *rule, const char *param, const Day *from)
{
  GDate last;

  if (!from->known)
    cs_sheet_skip (sheet, rule);
  else if (find_end (sheet, param, &from->date, &last))
    tell_due (sheet, rule, &from->date, &last);
}

/* --- the days that count --- */

/* The day that has to lie within the priority period: that of the international application or of
 * the one that is divided, where there is one. */
static Day
find_filing (const CsRequest *request)
{
  if (request->route == CS_ROUTE_DIVISIONAL)
    return read_day (request->facts[CS_FACT_PARENT_DATE]);
  if (request->route == CS_ROUTE_PCT_NATIONAL && request->facts[CS_FACT_INTERNATIONAL_DATE] != NULL)
    return read_day (request->facts[CS_FACT_INTERNATIONAL_DATE]);

  return read_day (request->filing_date);
}

static Day
find_earliest_priority (const CsRequest *request)
{
  Day earliest = { .known = FALSE };

  g_date_clear (&earliest.date, 1);
  for (guint i = 0; i < request->priorities->len; i++)
    {
      Day day = read_day (g_array_index (request->priorities, CsPriorityClaim, i).date);

      if (day.known && (!earliest.known || g_date_compare (&day.date, &earliest.date) < 0))
        earliest = day;
    }

  return earliest;
}

/* --- priorities --- */

static void
check_complete (const CsSheet *sheet, const CsPriorityClaim *priority, guint place)
{
  const char *values[] = { priority->country, priority->number, priority->date };
  gboolean complete = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    complete = complete && values[i] != NULL && *values[i] != '\0';
  if (!complete)
    cs_report_set (cs_sheet_report (sheet, "priority-incomplete", CS_CERTAINTY_CERTAIN), "place",
                   "%u", place + 1);
}

/* Filed after the end of the period: by days only, it may have ended on a holiday. */
static void
check_late (const CsSheet *sheet, const Day *priority, const Day *filing, const GDate *last)
{
  GDate restorable = *last;
  gint n_days = g_date_days_between (last, &filing->date);
  gboolean in_time = n_days <= 0;

  if (in_time)
    return;

  find_end (sheet, "restoration", &priority->date, &restorable);
  report_days (sheet,
               g_date_compare (&filing->date, &restorable) <= 0 ? "priority-restorable" :
                                                                  "priority-late",
               n_days > HOLIDAY_DAYS ? CS_CERTAINTY_CERTAIN : CS_CERTAINTY_LIKELY,
               &priority->date, last);
}

static void
check_priority (const CsSheet *sheet, const CsPriorityClaim *priority, const Day *filing)
{
  Day day = read_day (priority->date);
  GDate last;

  if (!day.known || !find_end (sheet, "priority", &day.date, &last))
    return;

  if (filing->known)
    check_late (sheet, &day, filing, &last);
  else if (sheet->request->route != CS_ROUTE_DIVISIONAL)
    report_days (sheet,
                 g_date_compare (&sheet->today, &last) <= 0 ? "priority-running" :
                                                              "priority-expired",
                 CS_CERTAINTY_LIKELY, &day.date, &last);
}

/* Rules r. 37: the later of the two ends, and only beside a priority that was claimed. */
static void
tell_correction (const CsSheet *sheet, const Day *priority, const Day *filing)
{
  GDate last, other;

  if (!priority->known || !filing->known)
    {
      cs_sheet_skip (sheet, "priority-correction-due");
      return;
    }
  if (!find_end (sheet, "correction", &priority->date, &last) ||
      !find_end (sheet, "correction-filing", &filing->date, &other))
    return;

  tell_due (sheet, "priority-correction-due", &priority->date,
            g_date_compare (&last, &other) < 0 ? &other : &last);
}

static void
check_priorities (const CsSheet *sheet, const Day *filing)
{
  static const char *const rules[] = { "priority-incomplete", "priority-after-filing",
                                       "priority-late", "priority-restorable",
                                       "priority-expired", "priority-running",
                                       "priority-repeated", "priority-copy-due",
                                       "priority-correction-due", "missing-parts-due" };
  const GArray *priorities = sheet->request->priorities;
  Day earliest = find_earliest_priority (sheet->request);

  if (priorities->len == 0)
    {
      for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
        cs_exam_not_applicable (sheet->context, rules[i], "no-priority");
      return;
    }

  for (guint i = 0; i < priorities->len; i++)
    {
      const CsPriorityClaim *priority = &g_array_index (priorities, CsPriorityClaim, i);

      check_complete (sheet, priority, i);
      check_priority (sheet, priority, filing);
    }
  tell_period (sheet, "priority-copy-due", "copy", &earliest);
  tell_correction (sheet, &earliest, filing);
  tell_period (sheet, "missing-parts-due", "parts", filing);
}

/* --- disclosure, deposits --- */

/* Patent Law art. 24: what was public before filing is prior art, but for six months and in the
 * cases listed. */
static void
check_disclosure (const CsSheet *sheet, const Day *filing, const Day *priority)
{
  Day public = read_day (sheet->request->facts[CS_FACT_DISCLOSED]);
  const GDate *from = priority->known ? &priority->date : &filing->date;
  gboolean declared = cs_request_get_said (sheet->request, CS_FACT_GRACE) == CS_SAID_YES;
  GDate last;

  if (!public.known)
    {
      cs_sheet_skip (sheet, "disclosed");
      cs_sheet_skip (sheet, "disclosed-early");
      return;
    }
  if (!priority->known && !filing->known)
    from = &sheet->today;
  if (g_date_compare (&public.date, from) >= 0 ||
      !find_end (sheet, "grace", &public.date, &last))
    return;

  if (g_date_compare (from, &last) > 0)
    report_days (sheet, "disclosed-early", CS_CERTAINTY_CERTAIN, &public.date, &last);
  else if (!declared)
    report_days (sheet, "disclosed", CS_CERTAINTY_CERTAIN, &public.date, &last);
}

/* Rules r. 27(1): at the latest on the day of filing, or of the priority. */
static void
check_deposits (const CsSheet *sheet, const Day *filing, const Day *priority)
{
  const GArray *deposits = sheet->request->deposits;
  const Day *by = priority->known ? priority : filing;

  if (deposits->len == 0)
    {
      cs_exam_not_applicable (sheet->context, "deposit-incomplete", "no-deposit");
      cs_exam_not_applicable (sheet->context, "deposit-late", "no-deposit");
    }

  for (guint i = 0; i < deposits->len; i++)
    {
      const CsDeposit *deposit = &g_array_index (deposits, CsDeposit, i);
      Day made = read_day (deposit->date);

      if (deposit->authority == NULL || deposit->number == NULL || !made.known)
        cs_report_set (cs_sheet_report (sheet, "deposit-incomplete", CS_CERTAINTY_CERTAIN),
                       "place", "%u", i + 1);
      else if (!by->known)
        cs_sheet_skip (sheet, "deposit-late");
      else if (g_date_compare (&made.date, &by->date) > 0)
        report_days (sheet, "deposit-late", CS_CERTAINTY_CERTAIN, &made.date, &by->date);
    }
}

/* --- the national phase --- */

static void
check_entry (const CsSheet *sheet, const Day *filing, const Day *priority)
{
  static const char *const rules[] = { "entry-late", "entry-surcharge", "entry-due" };
  const Day *from = priority->known ? priority : filing;
  Day entry = read_day (sheet->request->facts[CS_FACT_ENTRY_DATE]);
  GDate last, late;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (sheet->request->route != CS_ROUTE_PCT_NATIONAL)
      cs_exam_not_applicable (sheet->context, rules[i], "not-this-route");
    else if (!from->known)
      cs_sheet_skip (sheet, rules[i]);
  if (sheet->request->route != CS_ROUTE_PCT_NATIONAL || !from->known ||
      !find_end (sheet, "entry", &from->date, &last) ||
      !find_end (sheet, "entry-late", &from->date, &late))
    return;

  if (!entry.known && g_date_compare (&sheet->today, &late) > 0)
    cs_sheet_skip (sheet, "entry-late");
  else if (!entry.known)
    tell_due (sheet, "entry-due", &from->date,
              g_date_compare (&sheet->today, &last) <= 0 ? &last : &late);
  else if (g_date_compare (&entry.date, &late) > 0)
    report_days (sheet, "entry-late", CS_CERTAINTY_CERTAIN, &entry.date, &late);
  else if (g_date_compare (&entry.date, &last) > 0)
    report_days (sheet, "entry-surcharge", CS_CERTAINTY_CERTAIN, &entry.date, &last);
}

static void
tell_examination (const CsSheet *sheet, const Day *filing, const Day *priority)
{
  if (sheet->request->type != CS_TYPE_INVENTION)
    cs_exam_not_applicable (sheet->context, "examination-due", "not-this-type");
  else if (cs_request_get_said (sheet->request, CS_FACT_EXAMINATION) != CS_SAID_YES)
    tell_period (sheet, "examination-due", "examination", priority->known ? priority : filing);
}

void
cs_sheet_check_dates (const CsSheet *sheet)
{
  Day filing = find_filing (sheet->request);
  Day priority = find_earliest_priority (sheet->request);
  Day filed = read_day (sheet->request->filing_date);

  check_priorities (sheet, &filing);
  check_disclosure (sheet, &filing, &priority);
  check_deposits (sheet, &filing, &priority);
  check_entry (sheet, &filing, &priority);
  tell_examination (sheet, &filing, &priority);
  tell_period (sheet, "fees-due", "fees", &filed);
}
