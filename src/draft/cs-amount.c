#include "cs-amount.h"

#include <string.h>

#include "../language/cs-fold.h"
#include "../language/cs-scan.h"
#include "cs-unit.h"

#define MAX_DIGITS 15 /* as many as a double holds */

/* The text while it is read. */
typedef struct
{
  const CsFolded *folded;
  GArray *found;
} Reader;

/* --- numbers --- */

static gboolean
is_latin (char c)
{
  return g_ascii_isalpha (c);
}

/* Reads the unit behind a number that ends at @at. Returns: where it ends, @at when there is none */
static gsize
read_unit (const char *text, gsize at, CsAmount *amount)
{
  CsUnitScale scale;
  gsize start = at;
  gsize length;

  while (text[start] == ' ')
    start++;
  if (text[start] == '-' && is_latin (text[start + 1])) /* 5-mm */
    start++;
  length = cs_unit_scan (text, start, &scale);
  if (length == 0)
    return at;
  amount->dimension = scale.dimension;
  amount->value = amount->number * scale.factor;

  return start + length;
}

/* Reads "12", "1,000", "0.5", "-3". Returns: where it ends, @at when no number stands there */
static gsize
read_number (const char *text, gsize at, double *number)
{
  char digits[MAX_DIGITS + 3];
  guint n = 0;
  gsize i = at;

  if (text[i] == '-' || text[i] == '+')
    digits[n++] = text[i++];
  if (!g_ascii_isdigit (text[i]) || (text[i] == '0' && g_ascii_isdigit (text[i + 1])))
    return at; /* 007 is a name */
  while (n < MAX_DIGITS)
    {
      gboolean point = text[i] == '.' && g_ascii_isdigit (text[i + 1]);
      gboolean thousands = text[i] == ',' && g_ascii_isdigit (text[i + 1]) &&
                           g_ascii_isdigit (text[i + 2]) && g_ascii_isdigit (text[i + 3]) &&
                           !g_ascii_isdigit (text[i + 4]);

      if (!g_ascii_isdigit (text[i]) && !point && !thousands)
        break;
      if (!thousands)
        digits[n++] = text[i];
      i++;
    }
  if (g_ascii_isdigit (text[i]))
    return at;
  digits[n] = '\0';
  *number = g_ascii_strtod (digits, NULL);

  return i;
}

/* Whether what stands before @at says that the number is a name of something. */
static gboolean
is_label (const char *text, gsize at)
{
  static const char *const labels[] = { "权利要求", "图", "步骤", "式", "表", "例",
                                        "第", "claim", "claims", "fig.", "figs.", "figure",
                                        "step", "steps", "example", "no:", "no.", "nos:",
                                        "formula", "table", "examples", "figures", "nos.", NULL };
  gsize end = at;

  while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '('))
    end--;
  for (guint i = 0; labels[i] != NULL; i++)
    {
      gsize length = strlen (labels[i]);

      if (end >= length && g_ascii_strncasecmp (text + end - length, labels[i], length) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Whether a number may begin at @at: no part of a word, a name or a longer number. */
static gboolean
may_begin (const char *text, gsize at)
{
  char before = at > 0 ? text[at - 1] : ' ';

  if (g_ascii_isalnum (before) || (before != '\0' && strchr ("._^'#", before) != NULL))
    return FALSE;
  if (before == ':' && at > 1 && g_ascii_isdigit (text[at - 2]))
    return FALSE; /* 1:4 */
  if (before == '-' && at > 1 && (g_ascii_isalnum (text[at - 2]) || text[at - 2] == ')'))
    return FALSE;
  if (before == ',' && at > 1 && g_ascii_isdigit (text[at - 2]))
    return FALSE;

  return TRUE;
}

/* What stands behind the numbers that a label at @at has: "1 to 3", "1、2". */
static gsize
skip_labelled (const char *text, gsize at)
{
  static const char *const links[] = { "至", "到", "-", "~", "、", ",", "和", "或", "to ", "and ",
                                       "or ", "through ", NULL };
  gsize end = at;

  while (TRUE)
    {
      while (g_ascii_isalnum (text[end]))
        end++;
      at = cs_scan_spaces (text, end);
      if (cs_scan_any (text, at, links) == 0)
        return end;
      at = cs_scan_spaces (text, at + cs_scan_any (text, at, links));
      if (!g_ascii_isdigit (text[at]))
        return end;
      end = at;
    }
}

/* Whether what stands behind the number, at @at, makes it something else: 1:4, 2-methyl, 5×10, 3D */
static gboolean
is_odd (const char *text, gsize at)
{
  static const char *const signs[] = { ":", "×", "x10", "x 10", "'", "^", "_", ")", "][", NULL };

  if (cs_scan_any (text, at, signs) > 0)
    return text[at] != ':' || g_ascii_isdigit (text[at + 1]);
  if (text[at] == ',' && g_ascii_isdigit (text[at + 1]) && text[at + 2] == '-')
    return TRUE;

  return FALSE;
}

/* Reads number and unit at @at. Returns: where they end, @at when none can be read */
static gsize
read_amount (const char *text, gsize at, CsAmount *amount)
{
  gsize end = read_number (text, at, &amount->number);
  gsize behind;

  if (end == at || is_odd (text, end))
    return at;
  amount->value = amount->number;
  amount->dimension = 0;
  behind = read_unit (text, end, amount);
  if (behind == end && is_latin (text[end]))
    return at;
  if (behind == end && text[end] == '-' && !g_ascii_isdigit (text[end + 1]) &&
      text[end + 1] != ' ')
    return at; /* 2-methyl, 2-甲基 */

  return behind;
}

/* --- ranges --- */

static gboolean
follows_between (const char *text, gsize at)
{
  static const char *const words[] = { "between", "between about", "介于", NULL };
  gsize end = at;

  while (end > 0 && text[end - 1] == ' ')
    end--;
  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);

      if (end >= length && strncmp (text + end - length, words[i], length) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Where the second end of a range begins whose first one is [@start, @end); 0 when there is none.
 * */
static gsize
second_end (const char *text, gsize start, gsize end)
{
  static const char *const links[] = { "~", "-", "至", "到", "to ", "through ", "—", NULL };
  static const char *const and_links[] = { "and ", "与", "和", NULL };
  static const char *const about[] = { "about ", "approximately ", "约", "大约", NULL };
  gsize at = end;
  gsize length;

  while (text[at] == ' ')
    at++;
  length = cs_scan_any (text, at, links);
  if (length == 0 && follows_between (text, start))
    length = cs_scan_any (text, at, and_links);
  if (length == 0)
    return 0;
  at += length;
  while (text[at] == ' ')
    at++;
  at += cs_scan_any (text, at, about);

  return at;
}

static void
share_unit (CsAmount *low, CsAmount *high)
{
  if (low->dimension == 0 && high->dimension != 0 && high->number != 0)
    {
      low->dimension = high->dimension;
      low->value = low->number * (high->value / high->number);
    }
  else if (high->dimension == 0 && low->dimension != 0 && low->number != 0)
    {
      high->dimension = low->dimension;
      high->value = high->number * (low->value / low->number);
    }
}

static void
add (Reader *reader, CsAmount amount, gsize start, gsize end)
{
  amount.range = (CsRange){ reader->folded->map[start], reader->folded->map[end] };
  g_array_append_val (reader->found, amount);
}

/* Reads a value or a range at @at, where a number begins. Returns: where it ends */
static gsize
read_one (Reader *reader, gsize at)
{
  const char *text = reader->folded->text;
  CsAmount low = { .role = CS_AMOUNT_SINGLE };
  CsAmount high = { .role = CS_AMOUNT_HIGH };
  gsize end = read_amount (text, at, &low);
  gsize second;
  gsize behind;

  if (end == at)
    return at;
  second = second_end (text, at, end);
  behind = second > 0 ? read_amount (text, second, &high) : second;
  if (behind > second && high.number >= low.number)
    {
      low.role = CS_AMOUNT_LOW;
      share_unit (&low, &high);
      add (reader, low, at, end);
      add (reader, high, second, behind);
      return behind;
    }
  add (reader, low, at, end);

  return end;
}

GArray *
cs_amounts_scan (const char *text, gsize n_bytes)
{
  g_autoptr (CsFolded) folded = cs_fold (text, n_bytes, CS_FOLD_DEFAULT);
  Reader reader = { folded, g_array_new (FALSE, FALSE, sizeof (CsAmount)) };

  for (gsize at = 0; at < folded->n_bytes;)
    {
      gsize end = at;
      gboolean minus = folded->text[at] == '-' && g_ascii_isdigit (folded->text[at + 1]) &&
                       (at == 0 || (guchar)folded->text[at - 1] >= 0x80 ||
                        folded->text[at - 1] == ' ');

      if ((g_ascii_isdigit (folded->text[at]) || minus) && may_begin (folded->text, at))
        {
          if (is_label (folded->text, at))
            end = skip_labelled (folded->text, at);
          else
            end = read_one (&reader, at);
        }
      if (end == at && g_ascii_isdigit (folded->text[at]))
        while (g_ascii_isalnum (folded->text[end]) || folded->text[end] == '.')
          end++;
      at = MAX (end, at + 1);
    }

  return reader.found;
}
