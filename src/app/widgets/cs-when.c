#include "cs-when.h"

#include <glib/gi18n-lib.h>

/* Days between two dates of the calendar, whatever the hours. */
static int
days_between (GDateTime *then, GDateTime *now)
{
  GDate then_day, now_day;

  g_date_clear (&then_day, 1);
  g_date_clear (&now_day, 1);
  g_date_set_dmy (&then_day, g_date_time_get_day_of_month (then),
                  (GDateMonth)g_date_time_get_month (then), g_date_time_get_year (then));
  g_date_set_dmy (&now_day, g_date_time_get_day_of_month (now),
                  (GDateMonth)g_date_time_get_month (now), g_date_time_get_year (now));

  return g_date_days_between (&then_day, &now_day);
}

static GDateTime *
read_moment (gint64 then_us, GDateTime *now)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_utc (then_us / G_USEC_PER_SEC);

  return then == NULL ? NULL : g_date_time_to_timezone (then, g_date_time_get_timezone (now));
}

char *
cs_when_dup_text (gint64 then_us, GDateTime *now)
{
  g_autoptr (GDateTime) then = read_moment (then_us, now);
  GTimeSpan ago;
  int days;

  if (then == NULL)
    return g_strdup ("");

  ago = g_date_time_difference (now, then);
  days = days_between (then, now);
  if (ago >= 0 && ago < G_TIME_SPAN_MINUTE)
    return g_strdup (_ ("Just now"));
  /* Translators: strftime formats, see "man 3 strftime". */
  if (days == 0)
    return g_date_time_format (then, _ ("Today %H:%M"));
  if (days == 1)
    return g_strdup (_ ("Yesterday"));
  if (g_date_time_get_year (then) == g_date_time_get_year (now))
    /* Translators: a date of this year, as in "19 November" */
    return g_date_time_format (then, _ ("%-d %B"));

  /* Translators: a date of another year, as in "19 November 2025" */
  return g_date_time_format (then, _ ("%-d %B %Y"));
}

char *
cs_when_dup_words (gint64 then_us, gint64 now_us)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (now_us / G_USEC_PER_SEC);

  return cs_when_dup_text (then_us, now);
}
