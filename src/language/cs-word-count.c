#include <string.h>

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "cs-word-count.h"

/* Whether white space stands in [@start, @end). */
static gboolean
has_space (const char *text, int32_t start, int32_t end)
{
  for (const char *at = text + start; at < text + end; at = g_utf8_next_char (at))
    if (g_unichar_isspace (g_utf8_get_char (at)))
      return TRUE;

  return FALSE;
}

guint
cs_word_count (const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  UText *source = utext_openUTF8 (NULL, text, strlen (text), &status);
  UBreakIterator *words = ubrk_open (UBRK_WORD, "en", NULL, 0, &status);
  guint n_words = 0;
  gboolean apart = TRUE; /* white space since the last word */
  int32_t start = 0;
  int32_t end;

  if (U_SUCCESS (status))
    ubrk_setUText (words, source, &status);
  for (; U_SUCCESS (status) && (end = ubrk_next (words)) != UBRK_DONE; start = end)
    {
      gboolean word = ubrk_getRuleStatus (words) >= UBRK_WORD_NUMBER;

      n_words += word && apart;
      apart = !word && (apart || has_space (text, start, end));
    }

  ubrk_close (words);
  utext_close (source);

  return n_words;
}

CsCharCount
cs_char_count (const char *text)
{
  CsCharCount count = { 0, 0 };
  guint run = 0; /* Latin letters and digits since the last other character */

  for (;; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c < 0x80 && g_ascii_isalnum (c))
        {
          run++;
          continue;
        }
      count.strict += run;
      count.lower += (run + 1) / 2;
      run = 0;
      if (c == 0)
        return count;
      if (g_unichar_isspace (c) || !g_unichar_isdefined (c))
        continue;
      count.strict++;
      count.lower++;
    }
}
