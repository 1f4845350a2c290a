#define _GNU_SOURCE /* memmem() */

#include "cs-scan.h"

#include <string.h>

gsize
cs_scan_spaces (const char *text, gsize at)
{
  while (text[at] == ' ' || text[at] == '\t' || text[at] == '\n')
    at++;

  return at;
}

gsize
cs_scan_any (const char *text, gsize at, const char *const *words)
{
  gsize length;

  for (; *words != NULL; words++)
    if (**words == text[at] && (length = cs_scan_word (text, at, *words)) > 0)
      return length;

  return 0;
}

gsize
cs_scan_any_before (const char *text, gsize at, const char *const *words)
{
  for (; *words != NULL; words++)
    {
      gsize length = strlen (*words);

      if (length <= at && (*words)[length - 1] == text[at - 1] &&
          memcmp (text + at - length, *words, length) == 0)
        return length;
    }

  return 0;
}

const char *
cs_scan_find (const char *text, gsize n_bytes, const char *word)
{
  return memmem (text, n_bytes, word, strlen (word));
}

gboolean
cs_scan_number (const char *text, gsize *at, guint max, guint *number)
{
  guint value = 0;
  gsize i = *at;

  while (g_ascii_isdigit (text[i]) && value <= max)
    value = value * 10 + g_ascii_digit_value (text[i++]);

  if (i == *at || value == 0 || value > max)
    return FALSE;

  *at = i;
  *number = value;
  return TRUE;
}
