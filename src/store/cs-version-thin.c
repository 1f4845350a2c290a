#include "cs-version-thin.h"

#define HOUR_US ((gint64)60 * 60 * G_USEC_PER_SEC)
#define DAY_US (24 * HOUR_US)
#define MONTH_US (30 * DAY_US)

static gint64
get_month (gint64 time_us)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (time_us / G_USEC_PER_SEC);

  return time == NULL ? 0 : g_date_time_get_year (time) * 12 + g_date_time_get_month (time);
}

/* How coarse the past is at that age: 0 for all, then hours, days, months. */
static guint
get_grade (gint64 age_us)
{
  return (age_us >= HOUR_US) + (age_us >= DAY_US) + (age_us >= MONTH_US);
}

static gint64
get_slot (guint grade, gint64 time_us)
{
  if (grade == 1)
    return time_us / HOUR_US;
  if (grade == 2)
    return time_us / DAY_US;

  return get_month (time_us);
}

void
cs_version_thin (const gint64 *made_us, guint n, gint64 now_us, gboolean *keep)
{
  guint last_grade = 0;
  gint64 last_slot = 0;

  for (guint i = 0; i < n; i++)
    {
      guint grade = get_grade (now_us - made_us[i]);
      gint64 slot = grade == 0 ? 0 : get_slot (grade, made_us[i]);

      keep[i] = grade == 0 || grade != last_grade || slot != last_slot;
      last_grade = grade;
      last_slot = slot;
    }
}
