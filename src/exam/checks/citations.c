#include <string.h>

#include "../../language/cs-scan.h"
#include "../../law/cs-number-digit.h"
#include "cs-checks.h"
#include "prose.h"

/* Numbers of patents that the description cites: complete, of the length its office gives them,
 * and with the right check digit where they have one. Sources: Guidelines 2023 part 2 ch. 2, 2.2.3
 * (country and number of a cited document); WIPO ST.13, ST.16; ZC 0006-2003 (Chinese application
 * numbers). */

const char *const cs_citations_rules[] = { "check-digit", "length", "no-country", NULL };

/* How long the numbers of an office are, in digits, with the year. */
typedef struct
{
  const char *country;
  guint least;
  guint most;
} Length;

static const Length publication_lengths[] = {
  { "cn", 7, 9 },
  { "wo", 7, 11 },
  { "ep", 7, 7 },
};

static gsize
scan_digits (const char *text, gsize at, guint *n_digits)
{
  *n_digits = 0;
  for (; g_ascii_isdigit (text[at]) || ((text[at] == '/' || text[at] == ',') && *n_digits > 0 &&
                                        g_ascii_isdigit (text[at + 1]));
       at++)
    *n_digits += g_ascii_isdigit (text[at]) != 0;

  return at;
}

/* --- Chinese application numbers: 201810392222.0, ZL201810392222.0 --- */

static void
check_application (const CsProse *prose, gsize start, gsize end)
{
  g_autofree char *number = g_strndup (prose->folded->text + start, end - start);
  char expected = cs_number_check_digit_cn (number);
  CsReport *report;

  if (expected == '\0' || g_ascii_toupper (prose->folded->text[end + 1]) == expected)
    return;

  report = cs_prose_report (prose, "check-digit", CS_CERTAINTY_CERTAIN, start, end + 2);
  cs_report_set (report, "expected", "%c", expected);
}

/* --- publications --- */

static void
check_publication (const CsProse *prose, const Length *length, gsize start)
{
  const char *text = prose->folded->text;
  gsize at = start + strlen (length->country);
  guint n_digits;
  gsize end;
  CsReport *report;

  at += text[at] == ' ';
  end = scan_digits (text, at, &n_digits);
  if (n_digits < 5 || n_digits > 12 || !g_ascii_isalpha (text[end]) ||
      strchr ("abcuty", text[end]) == NULL || g_ascii_isalpha (text[end + 1]))
    return;
  /* eight digits were never given: seven until 2007, nine since */
  if (n_digits >= length->least && n_digits <= length->most &&
      !(n_digits == 8 && strcmp (length->country, "cn") == 0))
    return;

  report = cs_prose_report (prose, "length", CS_CERTAINTY_LIKELY, start, end + 1);
  cs_report_set (report, "count", "%u", n_digits);
}

/* "专利号为", "公开号:" and then digits without a country. */
static void
check_country (const CsProse *prose, gsize at)
{
  static const char *const words[] = { "公开号", "公告号", "授权公告号", NULL };
  static const char *const links[] = { "为", "是", ":", "：", NULL };
  const char *text = prose->folded->text;
  gsize length = cs_scan_any (text, at, words);
  guint n_digits;
  gsize end;

  if (length == 0)
    return;
  at += length;
  at += cs_scan_any (text, at, links);
  at = cs_scan_spaces (text, at);
  end = scan_digits (text, at, &n_digits);
  if (n_digits >= 6 && n_digits <= 12)
    cs_prose_report (prose, "no-country", CS_CERTAINTY_LIKELY, at, end);
}

/* "201810392222.0": twelve digits that begin with a year, a point and one more. */
static gboolean
is_application (const char *text, gsize start, gsize end)
{
  return end - start == 12 &&
         (g_str_has_prefix (text + start, "20") || g_str_has_prefix (text + start, "19")) &&
         text[end] == '.' && (g_ascii_isdigit (text[end + 1]) || text[end + 1] == 'x') &&
         !g_ascii_isalnum (text[end + 2]);
}

static void
check_number (const CsProse *prose, gsize *at)
{
  const char *text = prose->folded->text;
  guint n_digits;
  gsize end = scan_digits (text, *at, &n_digits);

  if (is_application (text, *at, end))
    check_application (prose, *at, end);
  *at = end;
}

static void
check_unit (const CsProse *prose, gpointer unused)
{
  const char *text = prose->folded->text;

  for (gsize at = 0; at < prose->folded->n_bytes;)
    {
      gboolean begins = g_ascii_isalpha (text[at]) && (at == 0 || !g_ascii_isalnum (text[at - 1]));

      for (guint i = 0; begins && i < G_N_ELEMENTS (publication_lengths); i++)
        if (cs_scan_word (text, at, publication_lengths[i].country) > 0)
          check_publication (prose, &publication_lengths[i], at);
      if (g_ascii_isdigit (text[at]))
        {
          check_number (prose, &at);
          continue;
        }
      if (prose->chinese && (guchar)text[at] >= 0x80)
        check_country (prose, at);
      at += g_utf8_skip[(guchar)text[at]];
    }
}

void
cs_check_citations (CsExamContext *context, const CsClaim *unused)
{
  if (cs_draft_get_n_units (cs_exam_get_draft (context), CS_PART_DESCRIPTION) == 0)
    {
      cs_exam_skip (context, NULL, "no-description", CS_NO_INDEX);
      return;
    }

  cs_prose_walk_noted (context, CS_PROSE_DESCRIPTION, CS_PROSE_CITATIONS, check_unit, NULL);
}
