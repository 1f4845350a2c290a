#include <string.h>

#include "../cs-centre.h"
#include "cs-checks.h"

/* Fast pre-examination (专利预审): what the centre named in the filing sheet has said, and nothing
 * that another one has. Each finding names centre, document and day; a list that is not complete
 * refuses nothing. There is no default for the country. Source: the files of resources/law/centres
 * and of the user. */

const char *const cs_centre_rules[] = {
  "already-filed", "bad-file", "class-not-listed", "class-open", "outside-region",
  "national-phase", "divisional", "same-day-pair", "secrecy", "no-examination",
  "no-early-publication", "no-amendment-waiver", "documents", "industries", "registration",
  "submission", "submission-working", "reply", "reply-working", "conduct", NULL
};

typedef struct
{
  CsExamContext *context;
  const CsRequest *request;
  const CsCentre *centre;
} Centre;

static CsReport *
report (const Centre *centre, const char *rule, CsCertainty certainty, CsCentreTopic topic)
{
  const CsCentreRule *source = centre->centre->rules[topic];
  CsReport *found = cs_exam_report (centre->context, rule, certainty,
                                    (CsSpan){ CS_PART_REQUEST, CS_NO_INDEX, 0, 0 });

  cs_report_set (found, "centre", "%s", centre->centre->name);
  cs_report_set (found, "centre-en", "%s",
                 centre->centre->name_en == NULL ? centre->centre->name : centre->centre->name_en);
  cs_report_set (found, "document", "%s", source->document);
  cs_report_set (found, "date", "%s", source->date);

  return found;
}

/* What the centre said of @topic; without it @rule is not run. */
static const CsCentreRule *
get_rule (const Centre *centre, const char *rule, CsCentreTopic topic)
{
  if (centre->centre->rules[topic] == NULL)
    cs_exam_skip (centre->context, rule, "centre-silent", CS_NO_INDEX);

  return centre->centre->rules[topic];
}

/* --- classes --- */

#define SUBCLASS_BYTES 4

static gboolean
lists_class (const CsCentreRule *rule, const char *symbol)
{
  for (guint i = 0; rule->values[i] != NULL; i++)
    if (strncmp (symbol, rule->values[i], SUBCLASS_BYTES) == 0)
      return TRUE;

  return FALSE;
}

static void
check_class (const Centre *centre)
{
  const CsCentreRule *rule = get_rule (centre, "class-not-listed", CS_CENTRE_CLASSES);
  const char *main_class = centre->request->classes[0];
  CsReport *found;

  if (rule == NULL)
    return;
  if (main_class == NULL)
    {
      cs_exam_skip (centre->context, "class-not-listed", "no-class", CS_NO_INDEX);
      return;
    }
  if (lists_class (rule, main_class))
    return;

  found = rule->complete ?
              report (centre, "class-not-listed", CS_CERTAINTY_CERTAIN, CS_CENTRE_CLASSES) :
              report (centre, "class-open", CS_CERTAINTY_POSSIBLE, CS_CENTRE_CLASSES);
  cs_report_set (found, "class", "%.*s", SUBCLASS_BYTES, main_class);
  cs_report_set (found, "known", "%u", g_strv_length (rule->values));
  if (rule->count == 0)
    cs_report_set (found, "count", "?");
  else
    cs_report_set (found, "count", "%u", rule->count);
}

/* --- who, and which case --- */

static void
check_region (const Centre *centre)
{
  const CsCentreRule *rule = get_rule (centre, "outside-region", CS_CENTRE_REGION);
  const char *first = centre->request->applicants[0];
  const CsPerson *person = first == NULL ? NULL : cs_request_find_person (centre->request, first);

  if (rule == NULL)
    return;
  if (person == NULL || person->address == NULL)
    {
      cs_exam_skip (centre->context, "outside-region", "not-told", CS_NO_INDEX);
      return;
    }

  for (guint i = 0; rule->values[i] != NULL; i++)
    if (strstr (person->address, rule->values[i]) != NULL)
      return;
  cs_report_set (report (centre, "outside-region", CS_CERTAINTY_LIKELY, CS_CENTRE_REGION), "name",
                 "%s", first);
}

static gboolean
is_national_phase (const CsRequest *request)
{
  return request->route == CS_ROUTE_PCT_NATIONAL ||
         request->facts[CS_FACT_INTERNATIONAL_NUMBER] != NULL;
}

static gboolean
is_divisional (const CsRequest *request)
{
  return request->route == CS_ROUTE_DIVISIONAL || request->facts[CS_FACT_PARENT_NUMBER] != NULL;
}

static gboolean
is_same_day_pair (const CsRequest *request)
{
  return request->route == CS_ROUTE_SAME_DAY_PAIR ||
         cs_request_get_said (request, CS_FACT_SAME_DAY) == CS_SAID_YES;
}

static gboolean
is_secret (const CsRequest *request)
{
  return cs_request_get_said (request, CS_FACT_SECRECY_EXAMINATION) == CS_SAID_YES;
}

/* By the route, or by what else the sheet tells. */
static void
check_case (const Centre *centre)
{
  static const struct
  {
    const char *excluded;
    const char *rule;
    gboolean (*is_case) (const CsRequest *request);
  } cases[] = {
    { "pct-national", "national-phase", is_national_phase },
    { "divisional", "divisional", is_divisional },
    { "same-day-pair", "same-day-pair", is_same_day_pair },
    { "secrecy", "secrecy", is_secret },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CsCentreRule *rule = get_rule (centre, cases[i].rule, CS_CENTRE_EXCLUDED);

      if (rule != NULL && g_strv_contains ((const char *const *)rule->values, cases[i].excluded) &&
          cases[i].is_case (centre->request))
        report (centre, cases[i].rule, CS_CERTAINTY_CERTAIN, CS_CENTRE_EXCLUDED);
    }
}

/* --- what must be ticked, and what it wants --- */

static void
check_ticks (const Centre *centre)
{
  static const struct
  {
    CsRequestFact fact;
    const char *rule;
  } ticks[] = {
    { CS_FACT_EXAMINATION, "no-examination" },
    { CS_FACT_EARLY_PUBLICATION, "no-early-publication" },
    { CS_FACT_AMENDMENT_WAIVER, "no-amendment-waiver" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ticks); i++)
    {
      const CsCentreRule *rule = get_rule (centre, ticks[i].rule, CS_CENTRE_TICKS);
      CsSaid told = cs_request_get_said (centre->request, ticks[i].fact);

      if (centre->request->type != CS_TYPE_INVENTION)
        cs_exam_not_applicable (centre->context, ticks[i].rule, "not-this-type");
      else if (rule == NULL || !g_strv_contains ((const char *const *)rule->values,
                                                 cs_request_fact_get_name (ticks[i].fact)))
        continue;
      else if (told == CS_SAID_NO)
        report (centre, ticks[i].rule, CS_CERTAINTY_CERTAIN, CS_CENTRE_TICKS);
      else if (told == CS_SAID_NOTHING)
        cs_exam_skip (centre->context, ticks[i].rule, "not-told", CS_NO_INDEX);
    }
}

/* What the centre says, for the person who has to see to it. */
static void
tell (const Centre *centre, const char *rule_name, CsCentreTopic topic)
{
  const CsCentreRule *rule = get_rule (centre, rule_name, topic);
  g_autofree char *values = NULL;

  if (rule == NULL)
    return;

  values = g_strjoinv ("; ", rule->values);
  cs_report_set (report (centre, rule_name, CS_CERTAINTY_CERTAIN, topic), "values", "%s", values);
}

/* @rules: for days of the calendar, and for working days */
static void
tell_days (const Centre *centre, const char *const *rules, CsCentreTopic topic)
{
  const CsCentreRule *rule = get_rule (centre, rules[0], topic);
  g_autofree char *values = NULL;
  gboolean working;

  if (rule == NULL)
    return;

  values = g_strjoinv (" + ", rule->values);
  working = strcmp (rule->unit, "working-days") == 0;
  cs_report_set (report (centre, rules[working], CS_CERTAINTY_CERTAIN, topic), "values", "%s",
                 values);
}

static void
check_said (const Centre *centre)
{
  static const char *const submission[] = { "submission", "submission-working" };
  static const char *const reply[] = { "reply", "reply-working" };
  static const struct
  {
    const char *rule;
    CsCentreTopic topic;
  } told[] = {
    { "documents", CS_CENTRE_DOCUMENTS },
    { "industries", CS_CENTRE_INDUSTRIES },
    { "registration", CS_CENTRE_REGISTRATION },
    { "conduct", CS_CENTRE_CONDUCT },
  };

  check_class (centre);
  check_region (centre);
  check_case (centre);
  check_ticks (centre);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    tell (centre, told[i].rule, told[i].topic);
  tell_days (centre, submission, CS_CENTRE_SUBMISSION);
  tell_days (centre, reply, CS_CENTRE_REPLY);
}

/* Whatever the centre: what is filed can no longer be examined before it is filed. */
static void
check_filed (CsExamContext *context, const CsRequest *request)
{
  const char *number = request->facts[CS_FACT_APPLICATION_NUMBER];

  if (number != NULL)
    cs_report_set (cs_exam_report (context, "already-filed", CS_CERTAINTY_CERTAIN,
                                   (CsSpan){ CS_PART_REQUEST, CS_NO_INDEX, 0, 0 }),
                   "value", "%s", number);
}

void
cs_check_centre (CsExamContext *context, const CsClaim *unused)
{
  const GError *error = NULL;
  Centre centre = { .context = context,
                    .request = cs_exam_get_draft (context)->request,
                    .centre = cs_exam_get_centre (context, &error) };

  check_filed (context, centre.request);
  if (centre.centre != NULL)
    {
      check_said (&centre);
      return;
    }

  for (guint i = 1; cs_centre_rules[i] != NULL; i++) /* the first needs no centre */
    cs_exam_skip (context, cs_centre_rules[i], error == NULL ? "no-centre" : "no-centre-file",
                  CS_NO_INDEX);
  if (error != NULL)
    cs_report_set (cs_exam_report (context, "bad-file", CS_CERTAINTY_CERTAIN,
                                   (CsSpan){ CS_PART_REQUEST, CS_NO_INDEX, 0, 0 }),
                   "error", "%s", error->message);
}
