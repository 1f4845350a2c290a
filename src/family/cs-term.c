#include "cs-term.h"

#include <string.h>

#include "cs-dated-number.h"

#define LAST_YEAR 9999

const char *
cs_right_get_name (CsRight right)
{
  static const char *const names[CS_N_RIGHTS] = { "invention", "utility", "design" };

  return names[right];
}

static CsRight
right_of_kind (const CsNumber *number,
               gboolean is_application)
{
  const char *kind = number->kind == NULL ? "" : number->kind;

  if (kind[0] == 'U' || kind[0] == 'Y')
    return CS_RIGHT_UTILITY;
  if (kind[0] == 'S' || (is_application && kind[0] == 'F'))
    return CS_RIGHT_DESIGN;
  /* China called its designs D until 2010; elsewhere that is something else. */
  if (kind[0] == 'D' && g_strcmp0 (number->country, "CN") == 0)
    return CS_RIGHT_DESIGN;
  return CS_RIGHT_INVENTION;
}

CsRight
cs_right_find (const CsNumber *application,
               CsNumber *const *publications,
               guint n_publications)
{
  CsRight right = application == NULL ? CS_RIGHT_INVENTION : right_of_kind (application, TRUE);

  for (guint i = 0; i < n_publications && right == CS_RIGHT_INVENTION; i++)
    right = right_of_kind (publications[i], FALSE);
  return right;
}

/* --- dates --- */

static gboolean
to_day (CsOfficeDate date,
        GDate *day)
{
  g_date_clear (day, 1);
  if (!g_date_valid_dmy (date.day, (GDateMonth)date.month, date.year))
    return FALSE;
  g_date_set_dmy (day, date.day, (GDateMonth)date.month, date.year);
  return TRUE;
}

CsOfficeDate
cs_term_add (CsOfficeDate date,
             guint months)
{
  guint all = date.year * 12u + (date.month == 0 ? 0 : date.month - 1u) + months;
  guint last;

  if (!cs_office_date_is_known (date) || months > LAST_YEAR * 12u || all / 12 > LAST_YEAR)
    return CS_OFFICE_DATE_UNKNOWN;
  date.year = (guint16)(all / 12);
  if (date.month == 0)
    return date;
  date.month = (guint8)(all % 12 + 1);
  last = g_date_get_days_in_month ((GDateMonth)date.month, date.year);
  date.day = (guint8)MIN (date.day, last);
  return date;
}

guint
cs_term_get_patent_year (CsOfficeDate filed,
                         CsOfficeDate day)
{
  guint year = 1;

  if (filed.day == 0 || day.day == 0 || cs_office_date_compare (day, filed) < 0)
    return 0;
  year += MAX (day.year, filed.year + 1u) - filed.year - 1u;
  if (cs_office_date_compare (cs_term_add (filed, year * 12), day) <= 0)
    year++;
  return year;
}

gboolean
cs_term_is_beyond (CsOfficeDate filed,
                   guint years,
                   CsOfficeDate day)
{
  CsOfficeDate end = cs_term_add (filed, years * 12);

  return end.day != 0 && day.day != 0 && cs_office_date_compare (day, end) > 0;
}

guint
cs_term_get_adjustment_days (CsOfficeDate filed,
                             CsOfficeDate requested,
                             CsOfficeDate granted)
{
  CsOfficeDate four = cs_term_add (filed, 4 * 12);
  CsOfficeDate three = cs_term_add (requested, 3 * 12);
  CsOfficeDate from = cs_office_date_compare (four, three) > 0 ? four : three;
  GDate first;
  GDate last;

  if (four.day == 0 || three.day == 0 || !to_day (from, &first) || !to_day (granted, &last))
    return 0;
  return (guint)MAX (g_date_days_between (&first, &last), 0);
}

/* --- the term --- */

static CsDatedNumber
find_years (const char *office,
            CsRight right,
            CsOfficeDate filed,
            const char *what)
{
  g_autofree char *folder = g_ascii_strdown (office, -1);
  const char *name = cs_right_get_name (right);
  CsDatedNumber found;

  found = cs_dated_number_find (CS_DATED_TERMS, filed, "%s.%s.%s", folder, name, what);
  if (!found.is_known)
    found = cs_dated_number_find (CS_DATED_TERMS, filed, "any.%s.%s", name, what);
  return found;
}

CsTerm
cs_term_find (const char *office,
              CsRight right,
              CsOfficeDate filed,
              CsOfficeDate granted)
{
  CsTerm term = { CS_OFFICE_DATE_UNKNOWN, CS_OFFICE_DATE_UNKNOWN, FALSE };
  CsDatedNumber years = find_years (office, right, filed, "term");
  CsDatedNumber longest = find_years (office, right, filed, "longest");
  CsOfficeDate from = filed;

  if (!years.is_known || office[0] == '\0' || strcmp (office, "WO") == 0)
    return term;
  if (g_str_has_suffix (years.unit, "from grant"))
    from = granted;
  term.expiry = cs_term_add (from, years.value * 12);
  term.longest = cs_term_add (from, MAX (longest.value, years.value) * 12);
  term.is_estimate = from.day == 0 || longest.value > years.value;
  return term;
}
