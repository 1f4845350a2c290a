#include <string.h>

#include "cs-table-private.h"

#define MAX_EXACT 1e15     /* spreadsheets keep 15 digits */
#define MAX_SERIAL 2958465 /* 9999-12-31 */

/* Only what is written with an exponent, or with more digits than a spreadsheet keeps, is written
 * anew: "2.01710601862E+11" in the file is 201710601862 on the screen. */
char *
cs_table_dup_number (const char *value)
{
  gsize n_digits = 0;
  gboolean has_exponent = FALSE;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;
  double number = g_ascii_strtod (value, &end);

  for (const char *at = value; *at != '\0'; at++)
    {
      n_digits += g_ascii_isdigit (*at);
      has_exponent |= *at == 'e' || *at == 'E';
    }
  if (*end != '\0' || end == value || (!has_exponent && n_digits <= 15) || number >= MAX_EXACT ||
      number <= -MAX_EXACT)
    return g_strdup (value);

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", number));
}

/* Day 60 is 1900-02-29, which never was. */
char *
cs_table_dup_day (double serial, gboolean is_1904)
{
  GDate day;
  guint n_days;

  if (!(serial >= (is_1904 ? 0 : 1) && serial <= MAX_SERIAL))
    return g_strdup ("");

  n_days = (guint)serial;
  if (is_1904)
    g_date_set_dmy (&day, 1, G_DATE_JANUARY, 1904);
  else
    g_date_set_dmy (&day, n_days < 60 ? 31 : 30, G_DATE_DECEMBER, 1899);
  g_date_add_days (&day, n_days);

  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&day), g_date_get_month (&day),
                          g_date_get_day (&day));
}
