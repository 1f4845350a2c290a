#include <string.h>

#include "../language/cs-scan.h"
#include "cs-claim.h"
#include "cs-sign.h"

#define MAX_SIGN_DIGITS 5
#define MAX_BRACKET_SIGNS 40 /* a longer list in one bracket is a table, not signs */

static gsize
skip_digits (const char *text, gsize at, gsize end)
{
  gsize start = at;

  while (at < end && at - start < MAX_SIGN_DIGITS && g_ascii_isdigit (text[at]))
    at++;

  return at;
}

gsize
cs_sign_scan (const char *text, gsize n_bytes)
{
  gsize at = 0;
  gsize digits;

  while (at < n_bytes && at < 2 && g_ascii_isupper (text[at]))
    at++;
  digits = skip_digits (text, at, n_bytes);
  if (digits == at)
    return 0;

  at = digits;
  if (at < n_bytes && g_ascii_islower (text[at]))
    at = skip_digits (text, at + 1, n_bytes);
  if (at < n_bytes && text[at] == '\'')
    at++;
  if (at < n_bytes && (g_ascii_isalnum (text[at]) || text[at] == '%'))
    return 0;
  if (at + 1 < n_bytes && text[at] == '.' && g_ascii_isdigit (text[at + 1]))
    return 0;

  return at;
}

/* What stands before a bracket that numbers something rather than signing it. */
static gboolean
is_numbered_before (const char *text, gsize bracket)
{
  static const char *const words[] = { "步骤", "式", "公式", "图", "方程", "条件",
                                       "反应", "通式", "表", "step", "formula", "equation",
                                       "eq.", "claim", "fig.", "table", NULL };

  while (bracket > 0 && text[bracket - 1] == ' ')
    bracket--;
  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);

      if (bracket >= length && g_ascii_strncasecmp (text + bracket - length, words[i], length) == 0)
        return TRUE;
    }

  /* at the start of a line or clause it is the number of an item */
  return bracket == 0 || strchr (",;:\n", text[bracket - 1]) != NULL ||
         (bracket >= 3 && memcmp (text + bracket - 3, "。", 3) == 0);
}

gsize
cs_sign_read_bracket (const CsFolded *folded, gsize open, GArray *uses)
{
  static const char *const separators[] = { ",", "、", "/", ";", "-", "~", "和", "或", "至", NULL };
  const char *text = folded->text;
  guint n_before = uses->len;
  gsize at = open + 1;

  if (is_numbered_before (text, open))
    return 0;

  while (uses->len - n_before < MAX_BRACKET_SIGNS)
    {
      gsize length;
      CsSignUse use;

      at = cs_scan_spaces (text, at);
      length = cs_sign_scan (text + at, folded->n_bytes - at);
      if (length == 0)
        break;
      use = (CsSignUse){ folded->map[at], folded->map[at + length], TRUE };
      g_array_append_val (uses, use);

      at = cs_scan_spaces (text, at + length);
      if (text[at] == ')')
        return at;
      length = cs_scan_any (text, at, separators);
      if (length == 0)
        break;
      at += length;
    }

  g_array_set_size (uses, n_before);
  return 0;
}

GArray *
cs_sign_uses_scan (const CsFolded *folded)
{
  GArray *uses = g_array_new (FALSE, FALSE, sizeof (CsSignUse));

  for (const char *open = strchr (folded->text, '('); open != NULL; open = strchr (open + 1, '('))
    cs_sign_read_bracket (folded, open - folded->text, uses);

  return uses;
}
