#include "cs-family-due.h"

#include <string.h>

#include "../../family/cs-annuity.h"
#include "../../family/cs-legal-code.h"

static void
take_earlier (CsOfficeDate *earliest, CsOfficeDate date)
{
  if (cs_office_date_is_known (date) && (!cs_office_date_is_known (*earliest) ||
                                         cs_office_date_compare (date, *earliest) < 0))
    *earliest = date;
}

static gboolean
is_grant (const CsLegalCode *code)
{
  return code != NULL && code->effect == CS_LEGAL_EFFECT_GRANT;
}

CsOfficeDate
cs_application_find_grant (const CsApplication *application)
{
  const char *office = cs_legal_get_office (application->number);
  CsOfficeDate granted = CS_OFFICE_DATE_UNKNOWN;

  for (guint i = 0; i < application->events->len; i++)
    {
      const CsLegalEvent *event = application->events->pdata[i];

      if (is_grant (cs_legal_code_find (office, event)))
        take_earlier (&granted, event->date);
    }
  for (guint i = 0; i < application->publications->len; i++)
    {
      const CsNumber *number = ((CsPublication *)application->publications->pdata[i])->number;

      if (is_grant (cs_legal_code_find_publication (office, number->kind, number->date)))
        take_earlier (&granted, number->date);
    }

  return granted;
}

static CsRight
find_right (const CsApplication *application)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();

  for (guint i = 0; i < application->publications->len; i++)
    g_ptr_array_add (numbers, ((CsPublication *)application->publications->pdata[i])->number);

  return cs_right_find (application->number, (CsNumber *const *)numbers->pdata, numbers->len);
}

static void
add_annuity (GArray *due, const CsApplication *application, CsOfficeDate today)
{
  CsAnnuityPlan plan = { .filed = application->number->date };
  g_autoptr (GArray) annuities = NULL;

  plan.granted = cs_application_find_grant (application);
  plan.right = find_right (application);
  annuities = cs_annuities_new (&plan);
  for (guint i = 0; i < annuities->len; i++)
    {
      const CsAnnuity *annuity = &g_array_index (annuities, CsAnnuity, i);
      CsFamilyDue fee = { CS_DUE_ANNUITY, annuity->due, application, annuity->year,
                          TRUE, plan.granted, TRUE };

      if (!cs_office_date_is_known (annuity->due) ||
          cs_office_date_compare (annuity->due, today) < 0)
        continue;
      g_array_append_val (due, fee);
      return;
    }
}

static void
add_expiry (GArray *due, const CsApplication *application, CsOfficeDate today)
{
  const CsLegalStatus *status = &application->status;
  CsFamilyDue end = { .kind = CS_DUE_EXPIRY,
                      .date = status->expiry,
                      .application = application,
                      .is_estimate = status->is_estimate || status->state == CS_LEGAL_PENDING,
                      .because = application->number->date };

  if (cs_office_date_is_known (status->expiry) &&
      cs_office_date_compare (status->expiry, today) >= 0)
    g_array_append_val (due, end);
}

static int
compare_due (gconstpointer a, gconstpointer b)
{
  return cs_office_date_compare (((const CsFamilyDue *)a)->date, ((const CsFamilyDue *)b)->date);
}

GArray *
cs_family_list_due (const CsFamily *family, CsOfficeDate today)
{
  GArray *due = g_array_new (FALSE, FALSE, sizeof (CsFamilyDue));

  for (guint i = 0; i < family->applications->len; i++)
    {
      const CsApplication *application = family->applications->pdata[i];
      CsLegalState state = application->status.state;

      if (state == CS_LEGAL_IN_FORCE &&
          strcmp (cs_legal_get_office (application->number), "CN") == 0)
        add_annuity (due, application, today);
      if (state == CS_LEGAL_IN_FORCE || state == CS_LEGAL_PENDING)
        add_expiry (due, application, today);
    }
  g_array_sort (due, compare_due);

  return due;
}
