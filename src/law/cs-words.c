#include <string.h>

#include "cs-words.h"

const char *
cs_words_get (const CsWords *words, const char *language)
{
  if (g_strcmp0 (language, "zh") == 0)
    return words->zh != NULL ? words->zh : words->en;

  return words->en != NULL ? words->en : words->zh;
}

void
cs_words_set (CsWords *words, const char *language, char *text)
{
  char **place = g_strcmp0 (language, "zh") == 0 ? &words->zh : &words->en;

  g_free (*place);
  *place = text;
}

gboolean
cs_words_is_empty (const CsWords *words)
{
  return words->en == NULL && words->zh == NULL;
}

void
cs_words_clear (CsWords *words)
{
  g_clear_pointer (&words->en, g_free);
  g_clear_pointer (&words->zh, g_free);
}

void
cs_words_free (CsWords *words)
{
  cs_words_clear (words);
  g_free (words);
}

/* Fills the names of one stretch into @out. Returns: whether all had a value. */
static gboolean
fill_stretch (GString *out, const char *at, const char *end, CsWordsLookup lookup, gpointer data)
{
  gboolean complete = TRUE;

  while (at < end)
    {
      const char *close = *at == '{' ? memchr (at, '}', end - at) : NULL;
      g_autofree char *name = close == NULL ? NULL : g_strndup (at + 1, close - at - 1);
      g_autofree char *value = name == NULL ? NULL : lookup (name, data);

      if (value != NULL)
        {
          g_string_append (out, value);
          at = close + 1;
          continue;
        }
      complete = complete && name == NULL;
      g_string_append_c (out, *at++);
    }

  return complete;
}

char *
cs_words_fill (const char *pattern, CsWordsLookup lookup, gpointer data, gboolean *complete)
{
  GString *out = g_string_new (NULL);
  const char *end = pattern + strlen (pattern);
  gboolean all = TRUE;

  for (const char *at = pattern; at < end;)
    {
      const char *open = memchr (at, '[', end - at);
      const char *close = open == NULL ? NULL : memchr (open, ']', end - open);
      gsize before;

      if (close == NULL)
        open = end;
      all = fill_stretch (out, at, open, lookup, data) && all;
      if (close == NULL)
        break;

      before = out->len;
      if (!fill_stretch (out, open + 1, close, lookup, data))
        g_string_truncate (out, before);
      at = close + 1;
    }

  if (complete != NULL)
    *complete = all;

  return g_string_free (out, FALSE);
}
