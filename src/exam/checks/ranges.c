#include "ranges.h"

#include <string.h>

#include "../../language/cs-lexicon.h"
#include "../../language/cs-scan.h"
#include "claim-text.h"

/* Ranges of figures in a claim: one range for one parameter, its ends in order, with a unit, no
 * wider than that of the claim it depends on, and percentages that can make up a whole.
 * Sources: Guidelines 2023 part 2 ch. 2, 3.2.2 and 3.3, ch. 10, 4.2.2; MPEP 2173.05(c). */

const char *const cs_ranges_rules[] = { "preferred", "nested", "reversed", "no-unit",
                                        "wider", "total", "double-bound", NULL };

#define MAX_GLUE_BYTES 80  /* between two ranges of one parameter */
#define MAX_HEAD_BYTES 200 /* name of a parameter in front of its range */
#define MIN_HEAD_BYTES 9   /* a shorter name is that of any parameter: 温度 */

/* --- a range and a narrower one --- */

static const char *const preference_words[] = {
  "最优选", "最优", "较优选", "较优", "更优选", "进一步优选", "特别优选", "尤其优选", "优选", "较佳", "更佳", "最佳", "更好",
  "最好", "特别是", "尤其是", "尤其", "most preferably", "more preferably", "particularly preferably",
  "especially preferably", "preferably", "preferred", "in particular", "particularly", "especially",
  "ideally", "advantageously", NULL
};

static const char *const glue_words[] = {
  "、", "或者", "或", "以及", "且", "并", "为", "地", "是", "的", "在", "更", "还", "进一步", "范围", "之间", "约",
  ",", ";", " ", "and", "or", "even", "still", "more", "most", "from", "between", "of", "about",
  "approximately", "a", "range", "is", "in", "the", NULL
};

/* Whether nothing but such words stands between two ranges. */
static gboolean
is_glue (const char *text, gsize start, gsize end, gboolean *preferred)
{
  if (end < start || end - start > MAX_GLUE_BYTES)
    return FALSE;

  *preferred = FALSE;
  for (gsize at = start; at < end;)
    {
      gsize length = cs_scan_any (text, at, preference_words);

      *preferred |= length > 0;
      if (length == 0)
        length = cs_scan_any (text, at, glue_words);
      if (length == 0)
        return FALSE;
      at += length;
    }

  return TRUE;
}

/* Whether @b goes on with the parameter of @a and says less of it. */
static const char *
rule_of_pair (const CsFolded *folded, const CsQuantity *a, const CsQuantity *b)
{
  gboolean preferred = FALSE;
  gboolean open = a->low_bound == CS_BOUND_NONE || a->high_bound == CS_BOUND_NONE;

  if (!a->exact || !b->exact || (!a->range && !open) ||
      !is_glue (folded->text, a->end, b->start, &preferred))
    return NULL;
  if (a->dimension != NULL && b->dimension != NULL && !cs_quantity_same_unit (folded, a, b))
    return NULL;
  if (preferred)
    return "preferred";
  if (!a->range || !b->range || g_strstr_len (folded->text + a->end, b->start - a->end, ";"))
    return NULL;

  return cs_quantity_contains (a, b) || cs_quantity_contains (b, a) ? "nested" : NULL;
}

static const CsQuantity *
nth (const GArray *found, guint i)
{
  return &g_array_index (found, CsQuantity, i);
}

/* Alternatives for one thing, 1～50、3～30或6～20, rather than figures of several things one after the
 * other: 五辊的温度分别为…… */
static gboolean
is_choice (const CsFolded *folded, const CsQuantity *first, const CsQuantity *last)
{
  static const char *const choices[] = { "或", " or ", NULL };
  static const char *const each[] = { "分别", "依次", "respectively", NULL };

  return cs_stands_in (folded->text, first->end, last->start, choices) &&
         !cs_stands_in (folded->text, cs_clause_start (folded, first->start),
                        cs_clause_end (folded, last->end), each);
}

/* "10～50、20～40或25～30": one finding for all of a row. */
static void
check_rows (const CsClaimText *text, const GArray *found)
{
  for (guint i = 0; i + 1 < found->len; i++)
    {
      const char *rule = rule_of_pair (text->folded, nth (found, i), nth (found, i + 1));
      g_autofree char *outer = NULL;
      g_autofree char *inner = NULL;
      CsReport *report;
      guint last = i + 1;

      if (rule == NULL)
        continue;
      while (last + 1 < found->len &&
             rule_of_pair (text->folded, nth (found, last), nth (found, last + 1)) != NULL)
        last++;
      if (strcmp (rule, "nested") == 0 &&
          !is_choice (text->folded, nth (found, i), nth (found, last)))
        {
          i = last;
          continue;
        }
      report = cs_claim_text_report (text, rule, CS_CERTAINTY_CERTAIN, nth (found, i)->start,
                                     nth (found, last)->end);
      outer = cs_claim_text_dup (text, nth (found, i)->start, nth (found, i)->end);
      inner = cs_claim_text_dup (text, nth (found, i + 1)->start, nth (found, i + 1)->end);
      cs_report_set (report, "outer", "%s", outer);
      cs_report_set (report, "inner", "%s", inner);
      if (strcmp (rule, "preferred") == 0 &&
          cs_quantity_contains (nth (found, i), nth (found, last)))
        cs_report_add_fix (report, "broad",
                           cs_claim_text_unfold (text, nth (found, i)->end, nth (found, last)->end),
                           "");
      i = last;
    }
}

/* The clause before a preference that is a clause of its own: 10～50℃，更优选20～30℃ */
static gsize
before_marks (const char *text, gsize at)
{
  static const char more[] = "更";

  if (at >= strlen (more) && g_str_has_prefix (text + at - strlen (more), more))
    at -= strlen (more);
  while (at > 0 && (text[at - 1] == ',' || text[at - 1] == ' ' || text[at - 1] == ';'))
    at--;

  return at;
}

gboolean
cs_ranges_is_preference (const CsFolded *folded, gsize start, gsize end)
{
  gsize from = cs_clause_start (folded, before_marks (folded->text, start));
  gsize to = cs_clause_end (folded, end);
  g_autofree char *clause = g_strndup (folded->text + from, to - from);
  g_autoptr (CsFolded) part = cs_fold (clause, to - from, CS_FOLD_CASE);
  g_autoptr (GArray) found = cs_quantity_find (part);

  for (guint i = 0; i + 1 < found->len; i++)
    if (nth (found, i)->end <= start - from && end - from <= nth (found, i + 1)->start)
      return g_strcmp0 (rule_of_pair (part, nth (found, i), nth (found, i + 1)), "preferred") == 0;

  return FALSE;
}

/* --- one range by itself --- */

/* 从100降至50, "lowered from 10 to 5"; spectra run downwards by custom: 4000-400cm-1 */
static gboolean
may_fall (const CsFolded *folded, const CsQuantity *range)
{
  static const char *const words[] = { "从", "由", "自", "降", "减", "from",
                                       "lower", "reduc", "decreas", "ratio", "比", "目",
                                       "mesh", "cm-1", "cm⁻¹", "公差", "时间段", "×",
                                       "月", "日", "点", NULL };

  return cs_stands_in (folded->text, cs_clause_start (folded, range->start),
                       cs_clause_end (folded, range->end), words);
}

static void
check_reversed (const CsClaimText *text, const CsQuantity *range)
{
  if (!range->range || !range->exact || range->low <= range->high || range->dimension == NULL ||
      strcmp (range->dimension, "count") == 0 || may_fall (text->folded, range))
    return;

  cs_claim_text_report (text, "reversed", CS_CERTAINTY_LIKELY, range->start, range->end);
}

/* 大于10以上: the one leaves the figure out and the other takes it in. */
static void
check_double_bound (const CsClaimText *text, const CsQuantity *quantity)
{
  static const char *const more[] = { "以上", "或以上", "及以上", "or more",
                                      "or greater", "or higher", "or above", NULL };
  static const char *const less[] = { "以下", "或以下", "及以下", "以内",
                                      "or less", "or lower", "or below", NULL };
  gboolean bounded = quantity->low_bound == CS_BOUND_EXCLUDED ||
                     quantity->high_bound == CS_BOUND_EXCLUDED;
  gsize at = cs_scan_spaces (text->folded->text, quantity->end);
  gsize length = cs_scan_any (text->folded->text, at,
                              quantity->low_bound != CS_BOUND_NONE ? more : less);

  if (bounded && length > 0)
    cs_claim_text_report (text, "double-bound", CS_CERTAINTY_LIKELY, quantity->start, at + length);
}

/* --- units --- */

/* The name of a measured thing that ends in front of @quantity, 温度 in 温度为20～30; empty when none. */
static CsRange
parameter_before (const CsFolded *folded, const CsQuantity *quantity)
{
  static const char *const links[] = {
    "为", "是", "在", "控制", "范围", "的", "取", "达到", "到", "至", "约",
    " ", "is", "of", "are", "between", "from", "about", "ranges", "being", NULL
  };
  const CsLexicon *names = cs_lexicon_get ("parameters");
  gsize at = quantity->start;
  gsize length;
  gsize from;

  while ((length = cs_stands_before (folded->text, at, links)) > 0)
    at -= length;
  from = at > 40 ? at - 40 : 0;
  while (from < at && ((guchar)folded->text[from] & 0xc0) == 0x80)
    from++;
  for (; from < at; from += g_utf8_skip[(guchar)folded->text[from]])
    {
      CsLexiconHit hit;

      if ((from == 0 || !g_ascii_isalnum (folded->text[from]) ||
           !g_ascii_isalnum (folded->text[from - 1])) &&
          cs_lexicon_match (names, folded, from, &hit) && hit.end == at &&
          strcmp (hit.kind, "dimensional") == 0)
        return (CsRange){ hit.start, hit.end };
    }

  return (CsRange){ at, at };
}

/* Whether the word has a figure with a unit elsewhere in the claim: one is missing here. */
static gboolean
has_unit_elsewhere (const CsFolded *folded, const GArray *found, guint but, CsRange name)
{
  for (guint i = 0; i < found->len; i++)
    {
      CsRange other;

      if (i == but || nth (found, i)->dimension == NULL)
        continue;
      other = parameter_before (folded, nth (found, i));
      if (!cs_range_is_empty (other) && other.end - other.start == name.end - name.start &&
          memcmp (folded->text + other.start, folded->text + name.start, name.end - name.start) ==
              0)
        return TRUE;
    }

  return FALSE;
}

static void
check_unit (const CsClaimText *text, const GArray *found, guint i)
{
  const CsQuantity *quantity = nth (found, i);
  static const char *const numbers[] = { "比", "系数", "倍", "归一",
                                         "指数", "ratio", "coefficient", "factor",
                                         "normalized", "index", "times", NULL };
  const char *behind = text->folded->text + quantity->end;
  CsRange name;
  CsReport *report;
  gboolean sure;

  if (quantity->dimension != NULL || !quantity->exact || !quantity->range ||
      !(*behind == '\0' || strchr (",;:.", *behind) != NULL || g_str_has_prefix (behind, "。") ||
        g_str_has_prefix (behind, "、")))
    return;
  name = parameter_before (text->folded, quantity);
  if (cs_range_is_empty (name) ||
      cs_stands_in (text->folded->text, cs_clause_start (text->folded, quantity->start),
                    quantity->start, numbers))
    return;

  sure = has_unit_elsewhere (text->folded, found, i, name);
  report = cs_claim_text_report (text, "no-unit", sure ? CS_CERTAINTY_CERTAIN : CS_CERTAINTY_LIKELY,
                                 quantity->start, quantity->end);
  {
    g_autofree char *parameter = cs_claim_text_dup (text, name.start, name.end);

    cs_report_set (report, "parameter", "%s", parameter);
  }
}

/* --- against the claim above --- */

/* What stands before @quantity in its clause without 所述, "the", signs and spaces: what it is of. */
static char *
dup_head (const CsFolded *folded, const CsQuantity *quantity)
{
  static const char *const dropped[] = {
    "所述的", "所述", "该", "其中", "其特征在于", "范围", "控制在", "为", "是",
    "在", "取值", "the ", "said ", "wherein ", "is ", "are ", "has ", "ranges ",
    "ranging ", "range ", "from ", "between ", "of ", "in ", "a ", "an ", NULL
  };
  GString *head = g_string_new (NULL);
  gsize start = cs_clause_start (folded, quantity->start);

  if (quantity->start - start > MAX_HEAD_BYTES)
    return g_string_free (head, FALSE);

  for (gsize at = start; at < quantity->start;)
    {
      gsize length =
          at == start || folded->text[at - 1] == ' ' || (guchar)folded->text[at] >= 0x80 ?
              cs_scan_any (folded->text, at, dropped) :
              0;

      if (length == 0 && folded->text[at] == '(')
        length = strcspn (folded->text + at, ")") + 1;
      if (length == 0)
        {
          length = g_utf8_skip[(guchar)folded->text[at]];
          if (folded->text[at] != ' ' && folded->text[at] != ')')
            g_string_append_len (head, folded->text + at, length);
        }
      at += length;
    }

  return g_string_free (head, FALSE);
}

/* What is said of each head in @found: its place in there plus one; 0 when more than one is. */
static GHashTable *
heads_new (const CsClaimText *text, const GArray *found)
{
  GHashTable *heads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < found->len; i++)
    {
      char *head = dup_head (text->folded, nth (found, i));
      gboolean again = g_hash_table_contains (heads, head);

      g_hash_table_replace (heads, head, GUINT_TO_POINTER (again ? 0 : i + 1));
    }

  return heads;
}

static gboolean
units_agree (const CsClaimText *text,
             const CsQuantity *a,
             const CsClaimText *above,
             const CsQuantity *b)
{
  gsize length = a->unit_end - a->unit_start;

  return length == b->unit_end - b->unit_start &&
         memcmp (text->folded->text + a->unit_start, above->folded->text + b->unit_start, length) ==
             0;
}

static void
report_wider (const CsClaimText *text,
              const CsQuantity *quantity,
              const CsClaimText *above,
              const CsQuantity *other)
{
  CsReport *report =
      cs_claim_text_report (text, "wider", CS_CERTAINTY_LIKELY, quantity->start, quantity->end);
  g_autofree char *base = cs_claim_text_dup (above, other->start, other->end);

  cs_report_set (report, "outer", "%s", base);
  cs_report_set (report, "target", "%u", above->claim->number);
  cs_report_add_related (report, "parent", cs_claim_text_unfold (above, other->start, other->end));
}

static void
compare_with_parent (const CsClaimText *text, const GArray *found, const CsClaim *parent)
{
  CsClaimText above = cs_claim_text_get (text->context, parent);
  g_autoptr (GArray) others = cs_quantity_find (above.folded);
  g_autoptr (GHashTable) heads = heads_new (&above, others);

  for (guint i = 0; i < found->len; i++)
    {
      const CsQuantity *quantity = nth (found, i);
      g_autofree char *head = dup_head (text->folded, quantity);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (heads, head));
      const CsQuantity *other = place == 0 ? NULL : nth (others, place - 1);

      if (strlen (head) >= MIN_HEAD_BYTES && other != NULL && other->exact && quantity->exact &&
          other->range && units_agree (text, quantity, &above, other) &&
          !cs_quantity_contains (other, quantity))
        report_wider (text, quantity, &above, other);
    }
}

static void
check_wider (const CsClaimText *text, const GArray *found)
{
  const CsClaim *claim = text->claim;
  const CsClaimSet *claims = cs_exam_get_claims (text->context);

  if (found->len > 0 && claim->depends->len == 1 && claim->broken == CS_NO_INDEX)
    compare_with_parent (text, found,
                         cs_claim_set_get (claims, g_array_index (claim->depends, guint, 0)));
}

/* --- percentages of a whole --- */

/* Sums of a row of percentages. */
typedef struct
{
  double low;
  double high;
  guint n;
  gsize start;
  gsize end;
} Sums;

static Sums
sum_percentages (const GArray *found, CsRange within)
{
  Sums sums = { 0 };

  for (guint i = 0; i < found->len; i++)
    {
      const CsQuantity *quantity = nth (found, i);

      if (quantity->start < within.start || quantity->end > within.end ||
          g_strcmp0 (quantity->dimension, "percent") != 0 || !quantity->exact)
        continue;
      if (quantity->low_bound == CS_BOUND_NONE || quantity->high_bound == CS_BOUND_NONE ||
          quantity->low >= 100)
        return (Sums){ 0 };
      if (sums.n == 0)
        sums.start = quantity->start;
      sums.end = quantity->end;
      sums.low += quantity->low;
      sums.high += quantity->high;
      sums.n++;
    }

  return sums;
}

/* Each part is named with its percentage in a row, nothing else is said: 组分A 10～20%、组分B 30～40% */
static gboolean
is_plain_row (const CsFolded *folded, const Sums *sums)
{
  static const char *const other[] = { "其中", "含有", "总重", "计", "由", "占",
                                       "纯度", "浓度", "溶液", "转化", "收率", "湿度",
                                       "孔", "wherein", "solution", "purity", "yield", NULL };

  return sums->n >= 2 && !cs_stands_in (folded->text, sums->start, sums->end, other);
}

/* One sentence: 由……10～20%、……组成 */
static void
check_whole (const CsClaimText *text, const GArray *found, CsRange within)
{
  static const char *const wholes[] = { "组成", "构成", "制成", "余量",
                                        "总量为100", "之和为100", "合计100", "consisting of",
                                        "consists of", "balance", "remainder", NULL };
  static const char *const rests[] = { "余量", "其余", "余为", "剩余", "平衡",
                                       "balance", "remainder", "rest", NULL };
  Sums sums = sum_percentages (found, within);
  gboolean rest = cs_stands_in (text->folded->text, within.start, within.end, rests);
  CsReport *report;

  if (!cs_stands_in (text->folded->text, within.start, within.end, wholes) ||
      !is_plain_row (text->folded, &sums) ||
      (sums.low <= 100 && (rest || sums.high >= 100)))
    return;

  report = cs_claim_text_report (text, "total", CS_CERTAINTY_LIKELY, sums.start, sums.end);
  cs_report_set (report, "low", "%.6g", sums.low);
  cs_report_set (report, "high", "%.6g", sums.high);
}

/* A composition is told between semicolons or line by line; a full stop ends it. */
static void
check_total (const CsClaimText *text, const GArray *found)
{
  static const char *const ends[] = { "。", ";其", ";所述", "; the ", "; wherein", NULL };
  const CsFolded *folded = text->folded;
  gsize start = 0;
  guint n_percentages = 0;

  for (guint i = 0; i < found->len; i++)
    n_percentages += g_strcmp0 (nth (found, i)->dimension, "percent") == 0;
  if (n_percentages < 2)
    return;

  for (gsize at = 0; at <= folded->n_bytes; at += g_utf8_skip[(guchar)folded->text[at]])
    if (at == folded->n_bytes || cs_scan_any (folded->text, at, ends) > 0)
      {
        check_whole (text, found, (CsRange){ start, at });
        start = at;
      }
}

void
cs_check_ranges (CsExamContext *context, const CsClaim *claim)
{
  CsClaimText text = cs_claim_text_get (context, claim);
  g_autoptr (GArray) found = cs_quantity_find (text.folded);

  check_rows (&text, found);
  for (guint i = 0; i < found->len; i++)
    {
      check_reversed (&text, nth (found, i));
      check_double_bound (&text, nth (found, i));
      check_unit (&text, found, i);
    }
  check_wider (&text, found);
  check_total (&text, found);
}
