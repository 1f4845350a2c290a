#include <stdio.h>
#include <string.h>

#include "cs-table-private.h"
#include "cs-table-value.h"

#define MAX_MARK_BYTES 8     /* of what stands for nothing */
#define MIN_DAY_NUMBER 7306  /* 1920: what is less is no date of a patent */
#define MAX_DAY_NUMBER 73050 /* 2100 */
#define SCAN_BYTES 600       /* of a text, for its language */

gboolean
cs_table_value_is_empty (const char *text)
{
  static const char *const marks[] = { "-", "--", "---", "—", "——", "/", "N/A", "n/a", "NA", "#N/A",
                                       "NULL", "null", "None", "无", "暂无", "(无)", "未知", NULL };

  if (*text == '\0')
    return TRUE;

  return strnlen (text, MAX_MARK_BYTES + 1) <= MAX_MARK_BYTES && g_strv_contains (marks, text);
}

/* --- lists --- */

/* How many bytes at @at separate two values; 0 when they do not. */
static gsize
separator_bytes (const char *at, CsTableValues values)
{
  switch (*at)
    {
    case '|':
    case ';':
    case '\n':
    case '\r':
      return 1;
    case ',':
      return values == CS_VALUES_COMMA || (values == CS_VALUES_COMMA_BLANK && at[1] == ' ');
    case '\xef':
      return g_str_has_prefix (at, "；") ? strlen ("；") : 0;
    default:
      return 0;
    }
}

static void
add_value (GPtrArray *list, const char *start, const char *end)
{
  g_autofree char *value = g_strstrip (g_strndup (start, end - start));

  if (*value == '\0')
    return;

  if (cs_table_value_is_empty (value))
    *value = '\0';
  g_ptr_array_add (list, g_steal_pointer (&value));
}

GPtrArray *
cs_table_value_split (const char *text, CsTableValues values)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  const char *start = text;
  const char *at = text;
  gboolean in_brackets = FALSE; /* "F04D29/22 (EP,US)" is one value */

  while (*at != '\0')
    {
      gsize n_bytes = in_brackets && *at == ',' ? 0 : separator_bytes (at, values);

      in_brackets = *at == '(' || (in_brackets && *at != ')' && n_bytes == 0);

      if (n_bytes > 0)
        {
          add_value (list, start, at);
          start = at + n_bytes;
        }
      at += MAX (n_bytes, 1);
    }
  add_value (list, start, at);

  return list;
}

/* --- what spreadsheets do to numbers --- */

gboolean
cs_table_value_is_rounded (const char *text)
{
  const char *at = text;

  while (g_ascii_isdigit (*at) || *at == '.' || *at == ',')
    at++;
  if (at == text || (*at != 'E' && *at != 'e') || at[1] != '+' || !g_ascii_isdigit (at[2]))
    return FALSE;
  for (at += 2; g_ascii_isdigit (*at); at++)
    ;

  return *at == '\0';
}

gboolean
cs_table_value_is_day_number (const char *text)
{
  char *end;
  double number = g_ascii_strtod (text, &end);

  if (end == text || strspn (text, "0123456789.") != strlen (text) || *end != '\0')
    return FALSE;

  return strcspn (text, ".") == 5 - (number < 10000) && number >= MIN_DAY_NUMBER &&
         number <= MAX_DAY_NUMBER;
}

/* --- dates --- */

/* The parts of "31.12.2017", "12/31/2017 00:00"; the year stands last. */
static gboolean
read_parts (const char *text, guint parts[3], char *mark)
{
  char second;
  int n_bytes = 0;

  if (sscanf (text, "%2u%c%2u%c%4u%n", &parts[0], mark, &parts[1], &second, &parts[2], &n_bytes) <
          5 ||
      second != *mark || strchr ("./-", *mark) == NULL || parts[2] < 1000)
    return FALSE;

  return text[n_bytes] == '\0' || text[n_bytes] == ' ';
}

CsDayOrder
cs_table_value_guess_day_order (const char *text)
{
  guint parts[3];
  char mark;

  if (!read_parts (text, parts, &mark))
    return CS_DAY_ORDER_UNKNOWN;
  if (mark == '.' || (parts[0] > 12 && parts[1] <= 12))
    return CS_DAY_ORDER_DAY_FIRST;

  return parts[1] > 12 && parts[0] <= 12 ? CS_DAY_ORDER_MONTH_FIRST : CS_DAY_ORDER_UNKNOWN;
}

gboolean
cs_table_value_needs_day_order (const char *text)
{
  guint parts[3];
  char mark;

  return read_parts (text, parts, &mark) && parts[0] != parts[1] &&
         cs_table_value_guess_day_order (text) == CS_DAY_ORDER_UNKNOWN;
}

static gboolean
read_ordered (const char *text, CsDayOrder order, CsOfficeDate *date)
{
  CsDayOrder own = cs_table_value_guess_day_order (text);
  guint parts[3];
  char mark;
  guint day;
  guint month;

  if (!read_parts (text, parts, &mark))
    return FALSE;

  own = own == CS_DAY_ORDER_UNKNOWN ? order : own;
  if (own == CS_DAY_ORDER_UNKNOWN && parts[0] != parts[1])
    return FALSE;
  day = own == CS_DAY_ORDER_MONTH_FIRST ? parts[1] : parts[0];
  month = own == CS_DAY_ORDER_MONTH_FIRST ? parts[0] : parts[1];
  if (!g_date_valid_dmy (day, month, parts[2]))
    return FALSE;

  *date = (CsOfficeDate){ parts[2], month, day };
  return TRUE;
}

gboolean
cs_table_value_read_date (const char *text, CsDayOrder order, CsOfficeDate *date)
{
  g_autofree char *day = NULL;

  *date = CS_OFFICE_DATE_UNKNOWN;
  if (cs_table_value_is_empty (text))
    return TRUE;
  if (cs_table_value_is_day_number (text))
    {
      day = cs_table_dup_day (g_ascii_strtod (text, NULL), FALSE);
      return cs_office_date_read (day, date);
    }
  if (read_ordered (text, order, date))
    return TRUE;

  /* "2017-03-31 00:00:00", "2017-03-31T00:00:00Z" */
  day = strlen (text) > 64 ? g_strdup ("?") : g_strdup (text);
  if (strlen (day) > 10 && (day[10] == 'T' || day[10] == ' '))
    day[10] = '\0';
  return cs_office_date_read (day, date);
}

/* --- languages --- */

const char *
cs_table_value_guess_language (const char *text, const char *office)
{
  gboolean has_han = FALSE;

  for (const char *at = text; *at != '\0' && at - text < SCAN_BYTES; at = g_utf8_next_char (at))
    switch ((gint)g_unichar_get_script (g_utf8_get_char (at)))
      {
      case G_UNICODE_SCRIPT_HIRAGANA:
      case G_UNICODE_SCRIPT_KATAKANA:
        return "ja";
      case G_UNICODE_SCRIPT_HANGUL:
        return "ko";
      case G_UNICODE_SCRIPT_HAN:
        has_han = TRUE;
        break;
      default:
        break;
      }

  if (!has_han)
    return "";
  return strcmp (office, "JP") == 0 ? "ja" : "zh";
}
