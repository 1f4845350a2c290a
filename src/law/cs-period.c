#include "cs-period.h"

void
cs_period_end (const GDate *from, guint months, GDate *last)
{
  GDateWeekday day;

  *last = *from;
  g_date_add_months (last, months);
  day = g_date_get_weekday (last);
  if (day >= G_DATE_SATURDAY)
    g_date_add_days (last, G_DATE_SUNDAY + 1 - day);
}
