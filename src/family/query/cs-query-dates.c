#include "cs-query-values.h"

#include <string.h>

CsOfficeDate
cs_query_date_shift (CsOfficeDate date, int by)
{
  GDate day;

  if (date.month == 0)
    return (CsOfficeDate){ CLAMP (date.year + by, 1, 9999), 0, 0 };

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, date.day == 0 ? 1 : date.day, date.month, date.year);
  if (by > 0 && date.day == 0)
    g_date_add_months (&day, 1);
  else if (by > 0)
    g_date_add_days (&day, 1);
  else if (date.day == 0)
    g_date_subtract_months (&day, 1);
  else
    g_date_subtract_days (&day, 1);

  return (CsOfficeDate){ g_date_get_year (&day), g_date_get_month (&day),
                         date.day == 0 ? 0 : g_date_get_day (&day) };
}

/* "2018年" and "2018年5月" too. */
static gboolean
read_date (const char *text, gsize n_bytes, CsOfficeDate *date)
{
  g_autofree char *copy = g_strndup (text, n_bytes);
  char *year = strstr (copy, "年");
  char *month = strstr (copy, "月");

  if (month != NULL && month[strlen ("月")] == '\0')
    *month = '\0';
  if (year != NULL && year[strlen ("年")] == '\0')
    *year = '\0';
  else if (year != NULL && strstr (year, "日") == NULL)
    memmove (year + 1, year + strlen ("年"), strlen (year + strlen ("年")) + 1), *year = '-';

  /* What can be added to and taken from lies within what GDate knows. */
  return cs_office_date_read (copy, date) && date->year > 1 && date->year < 9999;
}

/* "2018..2020", "2018-2020", "2018 2020", "2018.."; one end may be missing with two dots. */
static gboolean
read_range (CsQueryNode *node, const char *text)
{
  static const char *const separators[] = { "..", "~", "至", ",", " ", "-" };
  const char *separator = NULL;
  gsize length = 0;
  CsOfficeDate from = CS_OFFICE_DATE_UNKNOWN;
  CsOfficeDate to = CS_OFFICE_DATE_UNKNOWN;

  for (guint i = 0; separator == NULL && i < G_N_ELEMENTS (separators); i++)
    {
      separator = strstr (text, separators[i]);
      length = strlen (separators[i]);
    }
  if (separator == NULL || strlen (text) <= length ||
      (separator > text && !read_date (text, separator - text, &from)) ||
      (separator[length] != '\0' &&
       !read_date (separator + length, strlen (separator + length), &to)))
    return FALSE;

  node->from = from;
  node->to = to;
  return TRUE;
}

gboolean
cs_query_dates_read (CsQueryNode *node, const char *text, CsQueryComparison comparison)
{
  CsOfficeDate date;

  gboolean may_be_range = comparison == CS_QUERY_EQUAL || comparison == CS_QUERY_WITHIN;

  node->kind = CS_QUERY_DATES;
  if (strstr (text, "..") != NULL || !read_date (text, strlen (text), &date))
    return may_be_range && read_range (node, text);

  if (may_be_range)
    node->from = node->to = date;
  else if (comparison == CS_QUERY_MORE || comparison == CS_QUERY_MORE_EQUAL)
    node->from = comparison == CS_QUERY_MORE ? cs_query_date_shift (date, 1) : date;
  else
    node->to = comparison == CS_QUERY_LESS ? cs_query_date_shift (date, -1) : date;

  return TRUE;
}
