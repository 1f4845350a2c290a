#include "cs-office-date.h"

#include <string.h>

#define MAX_DIGITS 8

static gboolean
is_sentinel (guint year)
{
  return year <= 1 || year == 9999;
}

static gboolean
stands_alone (const char *text,
              const char *digit)
{
  return digit > text && !g_ascii_isdigit (digit[-1]) && !g_ascii_isdigit (digit[1]);
}

/* Copies the digits of @text, padding the parts of "2011-1-2". FALSE when there is something else
 * than a date in it. */
static gboolean
collect_digits (const char *text,
                char digits[MAX_DIGITS + 1])
{
  guint n = 0;
  const char *at = text;

  while (*at != '\0' && n < MAX_DIGITS)
    {
      if (g_ascii_isdigit (*at))
        {
          /* A part of one digit between marks: 2011-1-2. */
          if (n >= 4 && n % 2 == 0 && stands_alone (text, at))
            digits[n++] = '0';
          if (n < MAX_DIGITS)
            digits[n++] = *at;
          at++;
        }
      else if (n >= 4 && strchr ("-/.", *at) != NULL)
        at++;
      else if (n >= 4 && (g_str_has_prefix (at, "年") || g_str_has_prefix (at, "月")))
        at += strlen ("年");
      else
        break;
    }
  if (g_str_has_prefix (at, "日"))
    at += strlen ("日");
  digits[n] = '\0';
  return *at == '\0' && (n == 4 || n == 6 || n == MAX_DIGITS);
}

gboolean
cs_office_date_read (const char *text,
                     CsOfficeDate *date)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text == NULL ? "" : text));
  char digits[MAX_DIGITS + 1];
  guint64 key;
  guint year;
  guint month;
  guint day;

  *date = CS_OFFICE_DATE_UNKNOWN;
  if (trimmed[0] == '\0' || strspn (trimmed, "-") == strlen (trimmed))
    return TRUE;
  if (!collect_digits (trimmed, digits))
    return FALSE;
  key = g_ascii_strtoull (digits, NULL, 10);
  for (gsize n = strlen (digits); n < MAX_DIGITS; n += 2)
    key *= 100;
  year = (guint)(key / 10000);
  month = (guint)(key / 100 % 100);
  day = (guint)(key % 100);
  if (is_sentinel (year))
    return TRUE;
  if (month > 12 || (month == 0 && day > 0))
    return FALSE;
  if (day > 0 && !g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return FALSE;
  *date = (CsOfficeDate){ (guint16)year, (guint8)month, (guint8)day };
  return TRUE;
}

CsOfficeDate
cs_office_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return (CsOfficeDate){ (guint16)g_date_time_get_year (now), (guint8)g_date_time_get_month (now),
                         (guint8)g_date_time_get_day_of_month (now) };
}

gboolean
cs_office_date_is_known (CsOfficeDate date)
{
  return date.year != 0;
}

int
cs_office_date_compare (CsOfficeDate a,
                        CsOfficeDate b)
{
  return (int)cs_office_date_to_key (a) - (int)cs_office_date_to_key (b);
}

guint
cs_office_date_to_key (CsOfficeDate date)
{
  return date.year * 10000u + date.month * 100u + date.day;
}

CsOfficeDate
cs_office_date_from_key (guint key)
{
  guint year = key / 10000;
  guint month = key / 100 % 100;
  guint day = key % 100;

  if (is_sentinel (year) || year > 9999 || month > 12 || day > 31)
    return CS_OFFICE_DATE_UNKNOWN;
  return (CsOfficeDate){ (guint16)year, (guint8)month, (guint8)day };
}

char *
cs_office_date_dup_text (CsOfficeDate date)
{
  if (date.year == 0)
    return g_strdup ("");
  if (date.month == 0)
    return g_strdup_printf ("%04u", (guint)date.year);
  if (date.day == 0)
    return g_strdup_printf ("%04u-%02u", (guint)date.year, (guint)date.month);
  return g_strdup_printf ("%04u-%02u-%02u", (guint)date.year, (guint)date.month, (guint)date.day);
}
