#include "cs-number-pattern.h"

#include <string.h>

#define N_GROUP 3 /* digits between two commas */

static const CsNumberField no_field;

static CsNumberField *
get_field (CsNumberMatch *match, char letter)
{
  return letter == '@' ? &match->letters : &match->fields[letter - 'a'];
}

/* --- matching --- */

static gboolean
fits (char letter, char character)
{
  if (letter == '@')
    return g_ascii_isupper (character);
  return g_ascii_isdigit (character) || (letter == 'c' && character == 'X');
}

static const char *
skip_optional (const char *pattern)
{
  guint depth = 0;

  for (;; pattern++)
    {
      depth += *pattern == '[';
      if (*pattern == ']' && --depth == 0)
        return pattern + 1;
    }
}

/* A run of one letter: as many characters as it is long, or with + as many as there are, giving
 * back what the rest of the pattern wants. */
static gboolean
match_field (const char *pattern, const char *text, CsNumberMatch *match)
{
  char letter = *pattern;
  CsNumberField *field = get_field (match, letter);
  guint n_wanted = 0;
  guint n_most;

  while (*pattern == letter)
    {
      pattern++;
      n_wanted++;
    }
  n_most = *pattern == '+' ? CS_MAX_NUMBER : n_wanted;
  if (*pattern == '+')
    pattern++;
  field->start = text;
  field->n_chars = 0;
  while (field->n_chars < n_most && fits (letter, text[field->n_chars]))
    field->n_chars++;
  for (; field->n_chars >= n_wanted; field->n_chars--)
    if (cs_number_pattern_match (pattern, text + field->n_chars, match))
      return TRUE;
  *field = no_field;
  return FALSE;
}

static gboolean
match_zeros (const char *pattern, const char *text, CsNumberMatch *match)
{
  for (gsize n = strspn (text, "0") + 1; n > 0; n--)
    if (cs_number_pattern_match (pattern, text + n - 1, match))
      return TRUE;
  return FALSE;
}

gboolean
cs_number_pattern_match (const char *pattern, const char *text, CsNumberMatch *match)
{
  while (*pattern != '\0')
    {
      if (g_ascii_islower (*pattern) || *pattern == '@')
        return match_field (pattern, text, match);
      if (*pattern == '#')
        return match_zeros (pattern + 1, text, match);
      if (*pattern == '[')
        {
          if (cs_number_pattern_match (pattern + 1, text, match))
            return TRUE;
          pattern = skip_optional (pattern);
        }
      else if (*pattern == ']')
        pattern++;
      else if (*pattern++ != *text++)
        return FALSE;
    }
  return *text == '\0';
}

/* --- conditions --- */

static guint64
read_digits (const char *text, gsize n_chars)
{
  guint64 value = 0;

  for (gsize i = 0; i < n_chars && g_ascii_isdigit (text[i]); i++)
    value = value * 10 + (guint64)g_ascii_digit_value (text[i]);
  return value;
}

static guint64
get_value (const CsNumberMatch *match, char letter)
{
  const CsNumberField *field;

  if (letter == 'F')
    return match->year;
  field = &match->fields[letter - 'a'];
  return read_digits (field->start, field->n_chars);
}

static gboolean
is_in_ranges (const char *ranges, const char *end, guint64 value)
{
  while (ranges < end)
    {
      char *at;
      guint64 first = g_ascii_strtoull (ranges, &at, 10);
      guint64 last = *at == '-' ? g_ascii_strtoull (at + 1, &at, 10) : first;

      if (value >= first && value <= last)
        return TRUE;
      ranges = at + 1;
    }
  return FALSE;
}

static gboolean
is_in_kinds (const char *kinds, const char *end, const char *kind)
{
  const char *wanted = *kind == '\0' ? "-" : kind;

  while (kinds < end)
    {
      gsize n = strcspn (kinds, ", ");

      if (n == strlen (wanted) && strncmp (kinds, wanted, n) == 0)
        return TRUE;
      kinds += n + 1;
    }
  return FALSE;
}

static gboolean
condition_holds (const char *condition, const char *end, const CsNumberMatch *match)
{
  if (g_str_has_prefix (condition, "kind=") || g_str_has_prefix (condition, "kind!="))
    {
      const char *kinds = strchr (condition, '=') + 1;

      return is_in_kinds (kinds, end, match->kind) == (kinds[-2] != '!');
    }
  if (condition[1] != '=')
    return TRUE;
  if (condition[2] == 'F')
    return get_value (match, *condition) == match->year % 100;
  return is_in_ranges (condition + 2, end, get_value (match, *condition));
}

gboolean
cs_number_pattern_holds (const char *where, const CsNumberMatch *match)
{
  while (*where != '\0')
    {
      const char *end = where + strcspn (where, " ");

      if (!condition_holds (where, end, match))
        return FALSE;
      where = end + strspn (end, " ");
    }
  return TRUE;
}

/* --- filling in --- */

static void
append_grouped (GString *text, const CsNumberField *field, char separator)
{
  for (guint i = 0; i < field->n_chars; i++)
    {
      if (i > 0 && (field->n_chars - i) % N_GROUP == 0)
        g_string_append_c (text, separator);
      g_string_append_c (text, field->start[i]);
    }
}

static void
append_padded (GString *text, const CsNumberField *field, guint n_chars)
{
  const char *start = field->start;
  guint n = field->n_chars;

  for (; n > 1 && *start == '0'; n--)
    start++;
  for (guint i = n; i < n_chars; i++)
    g_string_append_c (text, '0');
  g_string_append_len (text, start, n);
}

/* The application of an international treaty of 1978 can be no older. */
static guint
full_year (guint64 year)
{
  if (year > 99)
    return (guint)year;
  return (guint)(year >= 78 ? 1900 + year : 2000 + year);
}

static void
append_field (GString *text, char letter, const char *how, const CsNumberMatch *match)
{
  const CsNumberField *field = letter == 'F' ? &no_field : &match->fields[letter - 'a'];
  guint64 value = get_value (match, letter);

  if (*how == '+')
    {
      value += read_digits (how + 1, strlen (how + 1));
      how = strchr (how, ':') != NULL ? strchr (how, ':') : "";
    }
  if (g_str_has_prefix (how, ":strip"))
    append_padded (text, field, 1);
  else if (g_str_has_prefix (how, ":pad"))
    append_padded (text, field, (guint)g_ascii_digit_value (how[4]));
  else if (g_str_has_prefix (how, ":year"))
    g_string_append_printf (text, "%u", full_year (value));
  else if (g_str_has_prefix (how, ":yy"))
    g_string_append_printf (text, "%02u", (guint)(value % 100));
  else if (g_str_has_prefix (how, ":comma"))
    append_grouped (text, field, ',');
  else if (g_str_has_prefix (how, ":space"))
    append_grouped (text, field, ' ');
  else if (letter == 'F')
    g_string_append_printf (text, "%u", match->year);
  else
    g_string_append_len (text, field->start, field->n_chars);
}

static void
append_part (GString *text, const char *part, const CsNumberMatch *match)
{
  if (*part == 'C')
    g_string_append (text, match->country);
  else if (*part == 'K')
    g_string_append (text, match->kind);
  else if (*part == 'X' && match->digit != '\0')
    g_string_append_c (text, match->digit);
  else if (*part == '@')
    g_string_append_len (text, match->letters.start, match->letters.n_chars);
  else if (*part == 'F' || g_ascii_islower (*part))
    append_field (text, *part, part + 1, match);
}

char *
cs_number_pattern_fill (const char *form, const CsNumberMatch *match)
{
  GString *text = g_string_sized_new (CS_MAX_NUMBER);

  while (*form != '\0')
    {
      gsize n = strcspn (form, "{");

      g_string_append_len (text, form, (gssize)n);
      form += n;
      if (*form == '{')
        {
          append_part (text, form + 1, match);
          form = strchr (form, '}') + 1;
        }
    }
  return g_strchomp (g_string_free (text, FALSE));
}
