#include <string.h>

#include "../../language/cs-lexicon.h"
#include "../../language/cs-scan.h"
#include "cs-checks.h"
#include "prose.h"

/* Units of measurement, which are units only behind a numeral. The lists are data (units.zh.tsv,
 * units.en.tsv). Sources: Guidelines 2023 part 2 ch. 2, 2.2.7; EPC r. 49(2), Guidelines F-II, 4.13;
 * PCT r. 10.1(a), (b), (d). */

const char *const cs_units_rules[] = { "foreign", "foreign-claim", "case", "degree",
                                       "decimal-comma", NULL };

#define NEAR_BYTES 40 /* between a unit and its value in another one, in brackets */

/* --- conditions --- */

/* "15.6英寸显示屏", "8英寸晶圆": sizes by which such things are sold. */
static gboolean
is_trade_size (const CsProse *prose, gsize end)
{
  static const char *const things[] = { "显示", "屏", "晶圆", "硅片", "衬底", "液晶", "电视", "平板",
                                        "触摸", "轮", "管", "光盘", "芯片", "硬盘", "晶片", "wafer",
                                        "display", "screen", "disk", "substrate", NULL };
  const char *text = prose->folded->text;

  end += strspn (text + end, " -");
  if (g_str_has_prefix (text + end, "的"))
    end += strlen ("的");

  return cs_scan_any (text, end, things) > 0;
}

/* Another value in brackets stands beside it, or it stands itself in brackets: 25.4 mm (1 inch). */
static gboolean
is_converted (const CsProse *prose, gsize start, gsize end)
{
  const char *text = prose->folded->text;
  gsize from = start > NEAR_BYTES ? start - NEAR_BYTES : 0;
  const char *open = g_strstr_len (text + end, NEAR_BYTES, "(");

  if (open != NULL)
    for (const char *c = open; c < open + NEAR_BYTES && *c != '\0' && *c != ')'; c++)
      if (g_ascii_isdigit (*c))
        return TRUE;

  for (gsize at = start; at > from; at--)
    if (text[at - 1] == '(')
      return TRUE;
    else if (text[at - 1] == ')')
      return FALSE;

  return FALSE;
}

/* 公斤 is a legal name of mass; as a force or a pressure it is none: 5公斤/厘米, 2公斤压力. */
static gboolean
is_force (const CsProse *prose, gsize end)
{
  static const char *const forces[] = { "/厘米", "/cm", "/平方", "力", "压力", "的压力", NULL };

  return cs_scan_any (prose->folded->text, end, forces) > 0;
}

static gboolean
has_measure (const char *source, gsize n_bytes, const char *forms)
{
  g_auto (GStrv) all = g_strsplit (forms, " ", -1);

  for (guint i = 0; all[i] != NULL; i++)
    if (strlen (all[i]) == n_bytes && memcmp (all[i], source, n_bytes) == 0)
      return TRUE;

  return FALSE;
}

/* --- reporting --- */

static void
report_foreign (const CsProse *prose, const CsLexiconHit *hit, gsize start)
{
  gboolean claim = prose->part == CS_PART_CLAIMS;
  CsReport *report;

  if (is_converted (prose, start, hit->end) || is_trade_size (prose, hit->end) ||
      (strcmp (hit->condition, "force") == 0 && !is_force (prose, hit->end)))
    return;

  report = cs_prose_report (prose, claim ? "foreign-claim" : "foreign", CS_CERTAINTY_LIKELY,
                            start, hit->end);
  cs_report_set (report, "unit", "%.*s", (int)(hit->end - hit->start),
                 cs_prose_source (prose, hit->start));
  if (!claim)
    cs_report_set_alike (report, strchr (hit->kind, ':') + 1);
}

/* The condition of such a unit is how it is written: "kHz", "MPa mPa" where both are one. */
static void
report_case (const CsProse *prose, const CsLexiconHit *hit)
{
  g_autofree char *found = cs_prose_dup (prose, hit->start, hit->end);
  g_auto (GStrv) forms = g_strsplit (hit->condition, " ", -1);
  CsReport *report;

  if (has_measure (found, strlen (found), hit->condition))
    return;

  report = cs_prose_report (prose, "case", CS_CERTAINTY_LIKELY, hit->start, hit->end);
  cs_report_set_alike (report, found);
  cs_report_set (report, "expected", "%s", forms[0]);
  if (forms[1] == NULL)
    cs_report_add_fix (report, "reword", cs_prose_span (prose, hit->start, hit->end), forms[0]);
}

static void
report_degree (const CsProse *prose, const CsLexiconHit *hit)
{
  g_autofree char *found = cs_prose_dup (prose, hit->start, hit->end);
  CsReport *report;

  if (found[0] == 'O') /* 5OC: a formula */
    return;

  report = cs_prose_report (prose, "degree", CS_CERTAINTY_LIKELY, hit->start, hit->end);
  cs_report_set_alike (report, found);
  cs_report_set (report, "expected", "%s", hit->condition);
  cs_report_add_fix (report, "reword", cs_prose_span (prose, hit->start, hit->end),
                     hit->condition);
}

static void
report_unit (const CsProse *prose, const CsLexiconHit *hit, gsize start)
{
  if (g_str_has_prefix (hit->kind, "foreign"))
    report_foreign (prose, hit, start);
  else if (strcmp (hit->kind, "case") == 0)
    report_case (prose, hit);
  else
    report_degree (prose, hit);
}

/* Behind each numeral: "5mm", "5 mm", "5-inch". */
static void
check_numerals (const CsProse *prose)
{
  const CsLexicon *lexicon = cs_lexicon_get (prose->chinese ? "units.zh" : "units.en");
  const char *text = prose->folded->text;

  for (gsize at = 1; at < prose->folded->n_bytes; at++)
    {
      gsize unit = at + (text[at] == ' ' || text[at] == '-');
      CsLexiconHit hit;
      gsize start;

      if (g_ascii_isdigit (text[at - 1]) && !g_ascii_isdigit (text[at]) &&
          unit < prose->folded->n_bytes && cs_lexicon_match (lexicon, prose->folded, unit, &hit) &&
          cs_prose_is_number_before (prose, unit, &start))
        report_unit (prose, &hit, start);
    }
}

/* --- "3,5 mm" --- */

/* A comma that is no thousands separator between two numerals before a unit. */
static void
check_comma (const CsProse *prose, gsize at)
{
  static const char *const units[] = { "mm", "cm", "kg", "mg", "ml", "nm", "um", "μm", "µm",
                                       "kw", "kv", "ma", "mv", "hz", "khz", "mhz", "mpa", "kpa",
                                       "%", "°c", "℃", "m ", "g ", NULL };
  const char *text = prose->folded->text;
  gsize start = at;
  gsize end = at + 1;

  while (start > 0 && g_ascii_isdigit (text[start - 1]))
    start--;
  while (g_ascii_isdigit (text[end]))
    end++;
  if (start == at || end == at + 1 || end - at - 1 > 2 ||
      (start > 0 && strchr ("., -", text[start - 1]) != NULL && start > 1 &&
       strchr ("0123456789,.", text[start - 2]) != NULL) ||
      text[end] == ',' || cs_scan_any (text, end + (text[end] == ' '), units) == 0)
    return;

  cs_report_set_alike (cs_prose_report (prose, "decimal-comma", CS_CERTAINTY_POSSIBLE, start, end),
                       "decimal-comma");
}

static void
check_unit (const CsProse *prose, gpointer unused)
{
  const char *text = prose->folded->text;

  check_numerals (prose);
  for (const char *comma = strchr (text, ','); comma != NULL; comma = strchr (comma + 1, ','))
    if (comma > text && g_ascii_isdigit (comma[-1]) && g_ascii_isdigit (comma[1]))
      check_comma (prose, comma - text);
}

void
cs_check_units (CsExamContext *context, const CsClaim *unused)
{
  cs_prose_walk_noted (context, CS_PROSE_CLAIMS | CS_PROSE_DESCRIPTION | CS_PROSE_ABSTRACT,
                       CS_PROSE_UNITS, check_unit, NULL);
}
