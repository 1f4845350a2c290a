#include <string.h>

#include "../../language/cs-lexicon.h"
#include "../../language/cs-scan.h"
#include "cs-checks.h"
#include "prose.h"

/* Trade marks, makes and type numbers: what a product is called says nothing of what it is, and may
 * change. A code counts only behind words that make it one (型号为), never by its look: 1nm-50nm,
 * C1-20 and HFO-1234ze look alike. Sources: Guidelines 2023 part 2 ch. 2, 2.2.7; MPEP 608.01(v),
 * 2173.05(u); EPO Guidelines F-II, 4.14, F-IV, 4.8. */

const char *const cs_trademarks_rules[] = { "symbol-claim", "model-claim", "brand-claim",
                                            "symbol-title", "brand-title", "model", "unmarked",
                                            "lower-case", NULL };

#define MIN_CODE 3    /* characters of a type number */
#define NEAR_BYTES 45 /* before 型号: what it is the type of */
#define MARK_BYTES 24 /* behind a name: ®, ™, (trademark of ...) */

/* --- ® and ™ --- */

static void
check_symbols (const CsProse *prose)
{
  static const char *const symbols[] = { "®", "™", "(tm)", "(r)", NULL };
  const char *text = prose->folded->text;
  const char *rule = prose->part == CS_PART_CLAIMS ? "symbol-claim" : "symbol-title";

  if (prose->part == CS_PART_DESCRIPTION)
    return;
  for (gsize at = 0; at < prose->folded->n_bytes; at += g_utf8_skip[(guchar)text[at]])
    {
      gsize length = cs_scan_any (text, at, symbols);
      gsize start = at;

      if (length == 0 || (text[at] == '(' && (at == 0 || !g_ascii_isalpha (text[at - 1]))))
        continue;
      while (start > 0 && (g_ascii_isalnum (text[start - 1]) || text[start - 1] == '-'))
        start--;
      /* (R)-isomers are no registered names */
      if (g_str_has_prefix (text + at, "(r)") || start == at)
        continue;
      cs_report_set (cs_prose_report (prose, rule, CS_CERTAINTY_LIKELY, start, at + length), "name",
                     "%.*s", (int)(at - start), cs_prose_source (prose, start));
    }
}

/* --- type numbers --- */

/* Latin letters, digits and hyphens with a digit or a capital among them. */
static gsize
scan_code (const CsProse *prose, gsize at)
{
  const char *text = prose->folded->text;
  gboolean telling = FALSE;
  gsize end = at;

  for (; g_ascii_isalnum (text[end]) || (end > at && strchr ("-/+", text[end]) != NULL &&
                                         g_ascii_isalnum (text[end + 1]));
       end++)
    telling |= g_ascii_isdigit (text[end]) || g_ascii_isupper (*cs_prose_source (prose, end));

  return telling && end - at >= MIN_CODE ? end : at;
}

/* Materials that are sold by grades everybody knows: D101 resin, 304 steel. */
static gboolean
is_graded (const CsProse *prose, gsize at)
{
  static const char *const materials[] = { "树脂", "分子筛", "钢", "合金", "活性炭", "水泥", "滤膜", "砂",
                                           "石墨", "橡胶", "培养基", NULL };
  gsize from = at > NEAR_BYTES ? at - NEAR_BYTES : 0;

  for (guint i = 0; materials[i] != NULL; i++)
    if (g_strstr_len (prose->folded->text + from, at - from, materials[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* "型号为STM32F103", "商品名为……", "牌号:"; with a verb or a mark between, or none. */
static void
check_model (const CsProse *prose, const CsLexiconHit *hit)
{
  static const char *const links[] = { "可以为", "可选为", "可以是", "优选为", "可为", "分别为", "可采用", "采用",
                                       "选用", "优选", "包括", "为", "是", ":", "(", NULL };
  const char *text = prose->folded->text;
  gsize start = cs_scan_spaces (text, hit->end);
  CsReport *report;
  gsize end;

  if (is_graded (prose, hit->start) || (!prose->chinese && prose->part != CS_PART_CLAIMS))
    return;

  start += cs_scan_any (text, start, links);
  start = cs_scan_spaces (text, start);
  end = scan_code (prose, start);
  if (end == start)
    return;

  report = cs_prose_report (prose, prose->part == CS_PART_CLAIMS ? "model-claim" : "model",
                            CS_CERTAINTY_LIKELY, start, end);
  cs_report_set (report, "name", "%.*s", (int)(end - start), cs_prose_source (prose, start));
  if (prose->part != CS_PART_CLAIMS)
    cs_report_set_alike (report, "model");
}

/* --- known names --- */

static gboolean
is_capitalised (const CsProse *prose, const CsLexiconHit *hit)
{
  return g_ascii_isupper (*cs_prose_source (prose, hit->start));
}

static gboolean
has_symbol (const char *behind)
{
  static const char *const symbols[] = { "®", "™", "(tm)", NULL };

  return cs_scan_any (behind, *behind == ' ', symbols) > 0;
}

static gboolean
is_marked (const CsProse *prose, const CsLexiconHit *hit)
{
  static const char *const marks[] = { "®", "™", "(tm)", "trademark", "trade mark", "商标", NULL };
  const char *text = prose->folded->text + hit->end;

  for (guint i = 0; marks[i] != NULL; i++)
    if (g_strstr_len (text, MARK_BYTES, marks[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* What is said of a listed name here; NULL for nothing. */
static const char *
rule_for (const CsProse *prose, const CsLexiconHit *hit)
{
  gboolean capital =
      is_capitalised (prose, hit) || !g_ascii_isalpha (prose->folded->text[hit->start]);

  if (strcmp (hit->condition, "capital") == 0 && !capital)
    return NULL;
  if (has_symbol (prose->folded->text + hit->end)) /* told as such */
    return NULL;
  if (prose->part == CS_PART_CLAIMS)
    return "brand-claim";
  if (prose->part == CS_PART_TITLE)
    return "brand-title";
  if (!capital)
    return "lower-case";

  return is_marked (prose, hit) ? NULL : "unmarked";
}

/* A part whose name begins so ends where its letters and digits do: STM32F103. */
static gsize
name_end (const CsProse *prose, const CsLexiconHit *hit)
{
  gsize end = hit->end;

  while (strcmp (hit->kind, "part") == 0 && g_ascii_isalnum (prose->folded->text[end]))
    end++;

  return end;
}

static void
check_brand (const CsProse *prose, const CsLexiconHit *hit)
{
  const char *rule = rule_for (prose, hit);
  gsize end = name_end (prose, hit);
  g_autofree char *name = NULL;
  CsReport *report;

  if (rule == NULL || (strcmp (hit->kind, "part") == 0 && prose->part != CS_PART_CLAIMS))
    return;

  name = cs_prose_dup (prose, hit->start, end);
  report = cs_prose_report (prose, rule, CS_CERTAINTY_LIKELY, hit->start, end);
  cs_report_set (report, "name", "%s", name);
  cs_report_set_alike (report, name);
}

static void
check_unit (const CsProse *prose, gpointer unused)
{
  CsLexiconHits listed = cs_prose_get_listed (prose, "brands");

  for (guint i = 0; i < listed.n_hits; i++)
    {
      const CsLexiconHit *hit = &listed.hits[i];

      if (strcmp (hit->kind, "model") == 0)
        check_model (prose, hit);
      else
        check_brand (prose, hit);
    }
  check_symbols (prose);
}

void
cs_check_trademarks (CsExamContext *context, const CsClaim *unused)
{
  cs_prose_walk (context, CS_PROSE_TITLE | CS_PROSE_CLAIMS | CS_PROSE_DESCRIPTION, check_unit,
                 NULL);
}
