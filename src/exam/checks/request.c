#include <string.h>

#include "../../draft/cs-request-check.h"
#include "../../language/cs-lexicon.h"
#include "../../law/cs-country.h"
#include "../../law/cs-identity-number.h"
#include "cs-checks.h"
#include "request.h"

/* What the filing sheet tells of people, parts and what is asked for. What it does not tell is
 * unknown, which is not "no": then the rule is not run. Sources: Patent Law art. 9, 18, 19, 26, 35;
 * Rules (2023) r. 14, 17, 19, 27, 43, 44, 47, 48. */

const char *const cs_request_rules[] = {
  "part-missing", "applicant-missing", "applicant-repeated", "inventor-missing",
  "inventor-repeated", "inventor-not-person", "inventor-unidentified", "identity-malformed",
  "unknown-country", "date-malformed", "class-malformed", "agency-missing",
  "priority-incomplete", "priority-repeated", "priority-after-filing", "priority-late",
  "priority-restorable", "priority-expired", "priority-running", "priority-copy-due",
  "priority-correction-due", "missing-parts-due", "fees-due", "same-day-undeclared",
  "disclosed", "disclosed-early", "deposit-incomplete", "deposit-late",
  "secrecy-not-requested", "parent-missing", "examination-not-requested", "examination-due",
  "entry-late", "entry-surcharge", "entry-due", NULL
};

/* Months, each from resources/law/limits.ini. */
const char *const cs_request_params[] = {
  "priority#", "restoration#", "copy#", "correction#", "correction-filing#", "parts#",
  "fees#", "grace#", "examination#", "entry#", "entry-late#", NULL
};

static gboolean
is_given (const char *value)
{
  return value != NULL && *value != '\0';
}

CsReport *
cs_sheet_report (const CsSheet *sheet, const char *rule, CsCertainty certainty)
{
  return cs_exam_report (sheet->context, rule, certainty,
                         (CsSpan){ CS_PART_REQUEST, CS_NO_INDEX, 0, 0 });
}

void
cs_sheet_skip (const CsSheet *sheet, const char *rule)
{
  cs_exam_skip (sheet->context, rule, "not-told", CS_NO_INDEX);
}

static void
report_value (const CsSheet *sheet, const char *rule, const char *value)
{
  cs_report_set (cs_sheet_report (sheet, rule, CS_CERTAINTY_CERTAIN), "value", "%s", value);
}

/* --- what was typed --- */

static const char *
get_person_value (const CsRequest *request, const char *name, CsRequestFault fault)
{
  return fault == CS_REQUEST_FAULT_COUNTRY ? cs_request_find_person (request, name)->country :
                                             name;
}

static const char *
get_value (const CsRequest *request, const CsRequestProblem *problem)
{
  const CsPriorityClaim *priority;

  switch (problem->field)
    {
    case CS_REQUEST_APPLICANTS:
      return get_person_value (request, request->applicants[problem->index], problem->fault);
    case CS_REQUEST_INVENTORS:
      return get_person_value (request, request->inventors[problem->index], problem->fault);
    case CS_REQUEST_CLASSES:
      return request->classes[problem->index];
    case CS_REQUEST_FILING_DATE:
      return request->filing_date;
    case CS_REQUEST_FACTS:
      return request->facts[problem->index];
    case CS_REQUEST_PRIORITIES:
    default:
      priority = &g_array_index (request->priorities, CsPriorityClaim, problem->index);
      if (problem->fault == CS_REQUEST_FAULT_COUNTRY)
        return priority->country;
      return problem->fault == CS_REQUEST_FAULT_REPEATED ? priority->number : priority->date;
    }
}

/* %NULL when it is nothing to report: a class may be given twice. */
static const char *
get_rule (const CsRequestProblem *problem)
{
  static const char *const repeated[] = { [CS_REQUEST_APPLICANTS] = "applicant-repeated",
                                          [CS_REQUEST_INVENTORS] = "inventor-repeated",
                                          [CS_REQUEST_PRIORITIES] = "priority-repeated",
                                          [CS_REQUEST_FILING_DATE] = NULL,
                                          [CS_REQUEST_CLASSES] = NULL,
                                          [CS_REQUEST_FACTS] = NULL };

  switch (problem->fault)
    {
    case CS_REQUEST_FAULT_DATE:
      return "date-malformed";
    case CS_REQUEST_FAULT_COUNTRY:
      return "unknown-country";
    case CS_REQUEST_FAULT_AFTER_FILING:
      return "priority-after-filing";
    case CS_REQUEST_FAULT_CLASS:
      return "class-malformed";
    case CS_REQUEST_FAULT_REPEATED:
      return repeated[problem->field];
    case CS_REQUEST_FAULT_TERM: /* with holidays and restoration, in request-dates.c */
    default:
      return NULL;
    }
}

/* An inventor who is an applicant too is told of once. */
static gboolean
is_told (const CsRequest *request, const CsRequestProblem *problem)
{
  return problem->field == CS_REQUEST_INVENTORS && problem->fault == CS_REQUEST_FAULT_COUNTRY &&
         g_strv_contains ((const char *const *)request->applicants,
                          request->inventors[problem->index]);
}

static void
check_typing (const CsSheet *sheet)
{
  g_autoptr (GArray) problems = cs_request_check (sheet->request);

  for (guint i = 0; i < problems->len; i++)
    {
      const CsRequestProblem *problem = &g_array_index (problems, CsRequestProblem, i);
      const char *rule = get_rule (problem);

      if (rule != NULL && !is_told (sheet->request, problem))
        report_value (sheet, rule, get_value (sheet->request, problem));
    }
}

static void
check_country (const CsSheet *sheet, const char *country)
{
  g_autofree char *capitals = country == NULL ? NULL : g_ascii_strup (country, -1);

  /* another length is said by check_typing() */
  if (capitals != NULL && strlen (capitals) == 2 && !cs_country_is_known (capitals))
    report_value (sheet, "unknown-country", country);
}

/* An organisation has a credit code, a person an identity card, and either has 18 characters;
 * passports and foreign registers are not known here. */
static void
check_identity (const CsSheet *sheet, const CsPerson *person)
{
  CsReport *found;

  if (!is_given (person->identity) || g_strcmp0 (person->country, "CN") != 0)
    return;
  if (cs_identity_number_is_resident (person->identity) ||
      cs_identity_number_is_credit_code (person->identity))
    return;

  found = cs_sheet_report (sheet, "identity-malformed", CS_CERTAINTY_LIKELY);
  cs_report_set (found, "value", "%s", person->identity);
  cs_report_set (found, "name", "%s", person->name);
}

static void
check_persons (const CsSheet *sheet)
{
  const CsRequest *request = sheet->request;

  for (guint i = 0; i < request->persons->len; i++)
    {
      const CsPerson *person = &g_array_index (request->persons, CsPerson, i);

      check_country (sheet, person->country);
      check_identity (sheet, person);
    }
  for (guint i = 0; i < request->priorities->len; i++)
    check_country (sheet, g_array_index (request->priorities, CsPriorityClaim, i).country);
}

/* --- applicants, inventors, agency --- */

static gboolean
is_no_person (const char *name)
{
  g_autoptr (CsFolded) folded = cs_fold (name, strlen (name), CS_FOLD_CASE);
  g_autoptr (GArray) hits = cs_lexicon_find (cs_lexicon_get ("sheet-words"), folded);

  return hits->len > 0;
}

/* The sheet tells of this inventor that he is Chinese, and not his number. */
static void
check_identified (const CsSheet *sheet, const char *name, gboolean *all_told)
{
  const CsPerson *person = cs_request_find_person (sheet->request, name);

  if (person == NULL || person->country == NULL)
    *all_told = FALSE;
  else if (strcmp (person->country, "CN") == 0 && !is_given (person->identity))
    report_value (sheet, "inventor-unidentified", name);
}

/* Somebody who names one party has come to that page of the sheet: the other is missing there. */
static void
check_parties (const CsSheet *sheet)
{
  const CsRequest *request = sheet->request;
  gboolean begun = request->applicants[0] != NULL || request->inventors[0] != NULL ||
                   is_given (request->agency) || request->persons->len > 0;
  const struct
  {
    const char *rule;
    gboolean missing;
  } parties[] = {
    { "applicant-missing", request->applicants[0] == NULL },
    { "inventor-missing", request->inventors[0] == NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    if (parties[i].missing && begun)
      cs_sheet_report (sheet, parties[i].rule, CS_CERTAINTY_CERTAIN);
    else if (parties[i].missing)
      cs_sheet_skip (sheet, parties[i].rule);
}

static void
check_inventors (const CsSheet *sheet)
{
  gboolean all_told = TRUE;

  for (guint i = 0; sheet->request->inventors[i] != NULL; i++)
    {
      const char *name = sheet->request->inventors[i];

      if (is_no_person (name))
        report_value (sheet, "inventor-not-person", name);
      else
        check_identified (sheet, name, &all_told);
    }
  if (!all_told)
    cs_sheet_skip (sheet, "inventor-unidentified");
}

/* Patent Law art. 18(1): who has no residence or seat here needs an agency. */
static void
check_agency (const CsSheet *sheet)
{
  const char *first = sheet->request->applicants[0];
  const CsPerson *person = first == NULL ? NULL : cs_request_find_person (sheet->request, first);

  if (is_given (sheet->request->agency))
    return;
  if (person == NULL || !is_given (person->country))
    cs_sheet_skip (sheet, "agency-missing");
  else if (strcmp (person->country, "CN") != 0)
    report_value (sheet, "agency-missing", first);
}

/* --- what is declared and requested --- */

static void
check_route (const CsSheet *sheet)
{
  const CsRequest *request = sheet->request;
  CsSaid declared = cs_request_get_said (request, CS_FACT_SAME_DAY);

  if (request->route != CS_ROUTE_SAME_DAY_PAIR)
    cs_exam_not_applicable (sheet->context, "same-day-undeclared", "not-this-route");
  else if (declared == CS_SAID_NO)
    cs_sheet_report (sheet, "same-day-undeclared", CS_CERTAINTY_CERTAIN);
  else if (declared == CS_SAID_NOTHING)
    cs_sheet_skip (sheet, "same-day-undeclared");

  if (request->route != CS_ROUTE_DIVISIONAL)
    cs_exam_not_applicable (sheet->context, "parent-missing", "not-this-route");
  else if (!is_given (request->facts[CS_FACT_PARENT_NUMBER]) ||
           !is_given (request->facts[CS_FACT_PARENT_DATE]))
    cs_sheet_report (sheet, "parent-missing", CS_CERTAINTY_CERTAIN);
}

/* Patent Law art. 19(1): made here and to be filed abroad too. */
static void
check_secrecy (const CsSheet *sheet)
{
  const char *place = sheet->request->facts[CS_FACT_PLACE_MADE];
  CsSaid abroad = cs_request_get_said (sheet->request, CS_FACT_ABROAD);
  CsSaid requested = cs_request_get_said (sheet->request, CS_FACT_SECRECY_EXAMINATION);

  if (abroad == CS_SAID_NO || (place != NULL && strcmp (place, "CN") != 0) ||
      requested == CS_SAID_YES)
    return;
  if (place != NULL && abroad == CS_SAID_YES && requested == CS_SAID_NO)
    cs_sheet_report (sheet, "secrecy-not-requested", CS_CERTAINTY_CERTAIN);
  else
    cs_sheet_skip (sheet, "secrecy-not-requested");
}

static void
check_examination (const CsSheet *sheet)
{
  CsSaid asked = cs_request_get_said (sheet->request, CS_FACT_EXAMINATION);

  if (sheet->request->type != CS_TYPE_INVENTION)
    cs_exam_not_applicable (sheet->context, "examination-not-requested", "not-this-type");
  else if (asked == CS_SAID_NO)
    cs_sheet_report (sheet, "examination-not-requested", CS_CERTAINTY_CERTAIN);
  else if (asked == CS_SAID_NOTHING)
    cs_sheet_skip (sheet, "examination-not-requested");
}

/* --- the parts --- */

/* Rules r. 44(1)(1): without these an application is not accepted. */
static void
check_parts (CsExamContext *context)
{
  static const CsPart parts[] = { CS_PART_CLAIMS, CS_PART_DESCRIPTION };
  CsDraft *draft = cs_exam_get_draft (context);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (cs_draft_get_n_units (draft, parts[i]) > 0)
        continue;
      if (draft->complete)
        cs_exam_report (context, "part-missing", CS_CERTAINTY_CERTAIN,
                        (CsSpan){ parts[i], CS_NO_INDEX, 0, 0 });
      else
        cs_exam_skip (context, "part-missing", "part-not-given", CS_NO_INDEX);
    }
}

/* All rules but that of the parts: nothing can be said of a sheet that is blank. */
static void
skip_all (CsExamContext *context)
{
  for (guint i = 1; cs_request_rules[i] != NULL; i++)
    cs_exam_skip (context, cs_request_rules[i], "no-sheet", CS_NO_INDEX);
}

void
cs_check_request (CsExamContext *context, const CsClaim *unused)
{
  CsSheet sheet = { .context = context, .request = cs_exam_get_draft (context)->request };

  check_parts (context);
  g_date_clear (&sheet.today, 1);
  if (cs_request_is_blank (sheet.request) ||
      !cs_request_read_date (cs_exam_get_as_of (context), &sheet.today))
    {
      skip_all (context);
      return;
    }

  check_typing (&sheet);
  check_persons (&sheet);
  check_parties (&sheet);
  check_inventors (&sheet);
  check_agency (&sheet);
  check_route (&sheet);
  check_secrecy (&sheet);
  check_examination (&sheet);
  cs_sheet_check_dates (&sheet);
}
