#include <string.h>

#include "cs-claim-number.h"

CsNumberMap *
cs_number_map_new (guint max_number, guint nobody)
{
  CsNumberMap *map = g_new0 (CsNumberMap, 1);

  map->n_numbers = max_number + 1;
  map->nobody = nobody;
  map->numbers = g_new (guint, map->n_numbers);
  map->n_changed = g_new0 (guint, map->n_numbers);
  for (guint n = 0; n < map->n_numbers; n++)
    map->numbers[n] = n;

  return map;
}

void
cs_number_map_free (CsNumberMap *map)
{
  g_free (map->numbers);
  g_free (map->n_changed);
  g_free (map);
}

void
cs_number_map_finish (CsNumberMap *map)
{
  guint n_changed = 0;

  for (guint n = 0; n < map->n_numbers; n++)
    {
      n_changed += map->numbers[n] != n;
      map->n_changed[n] = n_changed;
    }
}

static gboolean
digit_of (gunichar c, CsDigits *digits)
{
  static const char chinese[] = "一二三四五六七八九十";

  if (c < 0x80 && g_ascii_isdigit (c))
    *digits = CS_DIGITS_ASCII;
  else if (c >= 0xff10 && c <= 0xff19)
    *digits = CS_DIGITS_FULL_WIDTH;
  else if (c >= 0x4e00 && g_utf8_strchr (chinese, -1, c) != NULL)
    *digits = CS_DIGITS_CHINESE;
  else
    return FALSE;

  return TRUE;
}

GArray *
cs_number_tokens_scan (const char *text, gsize start, gsize end)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (CsNumberToken));
  CsNumberToken *last = NULL;

  for (gsize at = start; at < end; at += g_utf8_skip[(guchar)text[at]])
    {
      gsize next = at + g_utf8_skip[(guchar)text[at]];
      CsNumberToken token = { { at, next }, CS_DIGITS_ASCII };

      if (!digit_of (g_utf8_get_char (text + at), &token.digits))
        continue;
      if (last != NULL && last->range.end == at && last->digits == token.digits)
        {
          last->range.end = next;
          continue;
        }
      g_array_append_val (tokens, token);
      last = &g_array_index (tokens, CsNumberToken, tokens->len - 1);
    }

  return tokens;
}

static char *
dup_chinese (guint number)
{
  static const char *const ones[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  guint tens = number / 10;

  return g_strconcat (tens > 1 ? ones[tens] : "", tens > 0 ? "十" : "", ones[number % 10], NULL);
}

char *
cs_number_dup (guint number, CsDigits digits)
{
  char printed[16];
  GString *wide;

  if (digits == CS_DIGITS_CHINESE && number > 0 && number < 100)
    return dup_chinese (number);

  g_snprintf (printed, sizeof printed, "%u", number);
  if (digits != CS_DIGITS_FULL_WIDTH)
    return g_strdup (printed);

  wide = g_string_new (NULL);
  for (const char *at = printed; *at != '\0'; at++)
    g_string_append_unichar (wide, 0xff10 + (*at - '0'));

  return g_string_free (wide, FALSE);
}
