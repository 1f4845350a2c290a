#include "cs-quantity.h"

#include <string.h>

#include "cs-lexicon.h"
#include "cs-scan.h"

#define MAX_BOUND_BYTES 30 /* as far before a figure as a word of comparison is looked for */

/* A figure with its unit, one end of a quantity. */
typedef struct
{
  gsize start;
  gsize end; /* of the digits */
  gsize unit_start;
  gsize unit_end;
  const char *dimension;
  double value;
  gboolean exact;
} Figure;

/* --- figures --- */

/* Whether digits at @at are part of a name or of a longer number: S101, C1-20, x.5, 1:4 */
static gboolean
is_part (const char *text, gsize at)
{
  char before = at == 0 ? ' ' : text[at - 1];

  if (g_ascii_isalnum (before) || strchr ("._/^#'\\", before) != NULL)
    return TRUE;
  if (before == '-' && at > 1 && (g_ascii_isalnum (text[at - 2]) || strchr (")]'", text[at - 2])))
    return TRUE;
  if ((before == ',' || before == ':') && at > 1 && g_ascii_isdigit (text[at - 2]))
    return TRUE;

  return FALSE;
}

/* Whether what stands before digits at @at makes them the name of something: 图1, 第2, claim 3 */
static gboolean
is_labelled (const char *text, gsize at)
{
  static const char *const labels[] = {
    "图", "第", "式", "表", "要求", "步骤", "实施例", "例",
    "claim ", "claims ", "step ", "steps ", "fig. ", "figs. ", "figure ", "figures ",
    "table ", "formula ", "no. ", "no.", "no: ", "no:", "equation ", "example ",
    "group ", "type ", "class ", "grade ", "level ", "编号", "类型", "型号",
    "标准", "gb/t", "gb", "iso ", "astm ", NULL
  };

  return cs_scan_any_before (text, at, labels) > 0;
}

/* Where the figure at @at ends: 12, 1,000, 0.5 */
static gsize
figure_end (const char *text, gsize at)
{
  while (g_ascii_isdigit (text[at]))
    at++;
  while (text[at] == ',' && g_ascii_isdigit (text[at + 1]) && g_ascii_isdigit (text[at + 2]) &&
         g_ascii_isdigit (text[at + 3]) && !g_ascii_isdigit (text[at + 4]))
    at += 4;
  if (text[at] == '.' && g_ascii_isdigit (text[at + 1]))
    for (at++; g_ascii_isdigit (text[at]);)
      at++;

  return at;
}

/* Where the numbers end that a label has: 图1至3, claims 1 to 3 */
static gsize
labelled_end (const char *text, gsize at)
{
  static const char *const links[] = { "至", "到", "-", "~", "、", "和", "或", "to ", "and ", "or ",
                                       "through ", NULL };

  while (TRUE)
    {
      gsize end = figure_end (text, at);
      gsize link = cs_scan_spaces (text, end);
      gsize length = cs_scan_any (text, link, links);

      at = cs_scan_spaces (text, link + length);
      if (length == 0 || !g_ascii_isdigit (text[at]))
        return end;
    }
}

static double
figure_value (const char *text, gsize start, gsize end)
{
  char digits[32];
  gsize n = 0;

  for (gsize at = start; at < end && n + 1 < sizeof digits; at++)
    if (text[at] != ',')
      digits[n++] = text[at];
  digits[n] = '\0';

  return g_ascii_strtod (digits, NULL);
}

static void
read_unit (const CsFolded *folded, Figure *figure)
{
  static const CsLexicon *units;
  gsize at = figure->end;
  CsLexiconHit hit;

  if (g_once_init_enter (&units))
    g_once_init_leave (&units, cs_lexicon_get ("units"));

  while (folded->text[at] == ' ')
    at++;
  if (folded->text[at] == '-' && g_ascii_isalpha (folded->text[at + 1])) /* a 5-mm rod */
    at++;
  figure->unit_start = figure->unit_end = figure->end;
  if (!cs_lexicon_match (units, folded, at, &hit))
    return;
  figure->unit_start = hit.start;
  figure->unit_end = hit.end;
  figure->dimension = hit.kind;
}

/* A figure at @at, which holds a digit; not when letters make it something else: 3D, 2-甲基, 1,3- */
static gboolean
read_figure (const CsFolded *folded, gsize at, Figure *figure)
{
  static const char *const powers[] = { "×10", "x10", "*10", "× 10", "x 10",
                                        "^", "/", "e-", "e+", NULL };
  const char *text = folded->text;
  gsize end = figure_end (text, at);

  *figure = (Figure){ .start = at, .end = end, .value = figure_value (text, at, end) };
  figure->exact = end - at < 16 && cs_scan_any (text, end, powers) == 0;
  if ((text[end] == ',' || text[end] == '.' || text[end] == ':') &&
      g_ascii_isdigit (text[end + 1]))
    return FALSE;
  read_unit (folded, figure);
  if (figure->dimension == NULL && (g_ascii_isalpha (text[end]) || text[end] == '_'))
    return FALSE;
  /* 2-甲基, 1-butene: a locant; 5-10 goes on with a digit */
  if (text[end] == '-' && figure->dimension == NULL && !g_ascii_isdigit (text[end + 1]) &&
      text[end + 1] != '-' && text[end + 1] != ' ')
    return FALSE;

  return TRUE;
}

/* A minus before the figure at @at rather than a hyphen behind a word: 冷冻至-20℃ */
static void
read_minus (const char *text, Figure *figure)
{
  gsize at = figure->start;

  if (at == 0 || text[at - 1] != '-' || (at > 1 && g_ascii_isalnum (text[at - 2])))
    return;
  figure->start--;
  figure->value = -figure->value;
}

/* --- ranges --- */

/* The figure that ends a range begun by @first; FALSE when it is none. */
static gboolean
read_second (const CsFolded *folded, const Figure *first, gboolean between, Figure *second)
{
  static const char *const links[] = { "~", "--", "-", "至", "到", "to ", "and ", NULL };
  static const char *const softeners[] = { "约", "大约", "about ", "approximately ", NULL };
  const char *text = folded->text;
  gsize at = cs_scan_spaces (text, MAX (first->end, first->unit_end));
  gsize length = cs_scan_any (text, at, links);

  if (length == 0 || (text[at] == 'a' && !between))
    return FALSE;
  at = cs_scan_spaces (text, at + length);
  at = cs_scan_spaces (text, at + cs_scan_any (text, at, softeners));

  if (text[at] == '-' && g_ascii_isdigit (text[at + 1]))
    at++;
  if (!g_ascii_isdigit (text[at]) || !read_figure (folded, at, second))
    return FALSE;
  if (text[at - 1] == '-' && text[cs_scan_spaces (text, MAX (first->end, first->unit_end))] != '-')
    read_minus (text, second);

  return TRUE;
}

/* "hour" and "hours" are one unit. */
static gboolean
same_unit (const char *text, gsize start, gsize end, gsize other_start, gsize other_end)
{
  gsize length = end - start;
  gsize other = other_end - other_start;

  if (length > 3 && text[end - 1] == 's')
    length--;
  if (other > 3 && text[other_end - 1] == 's')
    other--;

  return length == other && memcmp (text + start, text + other_start, length) == 0;
}

/* 20min-2h: what the figures say cannot be compared. */
static gboolean
units_differ (const CsFolded *folded, const Figure *a, const Figure *b)
{
  return a->dimension != NULL && b->dimension != NULL &&
         !same_unit (folded->text, a->unit_start, a->unit_end, b->unit_start, b->unit_end);
}

static gboolean
stands_before (const char *text, gsize at, const char *words)
{
  gsize length = strlen (words);

  return at >= length && text[at - 1] == words[length - 1] &&
         memcmp (text + at - length, words, length) == 0;
}

/* Words before a figure that make it a bound; the longer ones first where one ends another. */
static const struct
{
  const char *words;
  CsBound low;
  CsBound high;
} bounds[] = {
  { "大于等于", CS_BOUND_INCLUDED, CS_BOUND_NONE },
  { "大于或等于", CS_BOUND_INCLUDED, CS_BOUND_NONE },
  { "小于等于", CS_BOUND_NONE, CS_BOUND_INCLUDED },
  { "小于或等于", CS_BOUND_NONE, CS_BOUND_INCLUDED },
  { "不小于", CS_BOUND_INCLUDED, CS_BOUND_NONE },
  { "不低于", CS_BOUND_INCLUDED, CS_BOUND_NONE },
  { "不少于", CS_BOUND_INCLUDED, CS_BOUND_NONE },
  { "不大于", CS_BOUND_NONE, CS_BOUND_INCLUDED },
  { "不高于", CS_BOUND_NONE, CS_BOUND_INCLUDED },
  { "不超过", CS_BOUND_NONE, CS_BOUND_INCLUDED },
  { "不多于", CS_BOUND_NONE, CS_BOUND_INCLUDED },
  { "至少", CS_BOUND_INCLUDED, CS_BOUND_NONE },
  { "至多", CS_BOUND_NONE, CS_BOUND_INCLUDED },
  { "大于", CS_BOUND_EXCLUDED, CS_BOUND_NONE },
  { "高于", CS_BOUND_EXCLUDED, CS_BOUND_NONE },
  { "多于", CS_BOUND_EXCLUDED, CS_BOUND_NONE },
  { "超过", CS_BOUND_EXCLUDED, CS_BOUND_NONE },
  { "小于", CS_BOUND_NONE, CS_BOUND_EXCLUDED },
  { "低于", CS_BOUND_NONE, CS_BOUND_EXCLUDED },
  { "少于", CS_BOUND_NONE, CS_BOUND_EXCLUDED },
  { "≥", CS_BOUND_INCLUDED, CS_BOUND_NONE },
  { "≤", CS_BOUND_NONE, CS_BOUND_INCLUDED },
  { ">", CS_BOUND_EXCLUDED, CS_BOUND_NONE },
  { "<", CS_BOUND_NONE, CS_BOUND_EXCLUDED },
  { "at least", CS_BOUND_INCLUDED, CS_BOUND_NONE },
  { "not less than", CS_BOUND_INCLUDED, CS_BOUND_NONE },
  { "no less than", CS_BOUND_INCLUDED, CS_BOUND_NONE },
  { "at most", CS_BOUND_NONE, CS_BOUND_INCLUDED },
  { "up to", CS_BOUND_NONE, CS_BOUND_INCLUDED },
  { "not more than", CS_BOUND_NONE, CS_BOUND_INCLUDED },
  { "no more than", CS_BOUND_NONE, CS_BOUND_INCLUDED },
  { "not greater than", CS_BOUND_NONE, CS_BOUND_INCLUDED },
  { "more than", CS_BOUND_EXCLUDED, CS_BOUND_NONE },
  { "greater than", CS_BOUND_EXCLUDED, CS_BOUND_NONE },
  { "higher than", CS_BOUND_EXCLUDED, CS_BOUND_NONE },
  { "exceeding", CS_BOUND_EXCLUDED, CS_BOUND_NONE },
  { "less than", CS_BOUND_NONE, CS_BOUND_EXCLUDED },
  { "lower than", CS_BOUND_NONE, CS_BOUND_EXCLUDED },
};

static gsize
bound_before (const char *text, gsize at, CsQuantity *quantity)
{
  gsize end = at;

  while (end > 0 && text[end - 1] == ' ')
    end--;
  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    if (stands_before (text, end, bounds[i].words))
      {
        quantity->low_bound = bounds[i].low;
        quantity->high_bound = bounds[i].high;
        return end - strlen (bounds[i].words);
      }

  return at;
}

/* 以上, "or more" behind a figure. A figure that has a bound from before keeps it. */
static void
bound_behind (const char *text, CsQuantity *quantity)
{
  static const char *const above[] = { "以上", "及以上", "或以上", "or more",
                                       "or above", "or greater", "or higher", NULL };
  static const char *const below[] = { "以下", "以内", "及以下", "或以下", "之内", "or less",
                                       "or below", "or lower", "or fewer", NULL };
  gsize at = cs_scan_spaces (text, quantity->end);
  gsize up = cs_scan_any (text, at, above);
  gsize down = cs_scan_any (text, at, below);

  if (up + down == 0 || quantity->range || quantity->start < quantity->number)
    return;
  quantity->end = at + up + down;
  quantity->low_bound = up > 0 ? CS_BOUND_INCLUDED : CS_BOUND_NONE;
  quantity->high_bound = down > 0 ? CS_BOUND_INCLUDED : CS_BOUND_NONE;
}

static CsQuantity
make_quantity (const CsFolded *folded, const Figure *first, const Figure *second)
{
  const Figure *last = second == NULL ? first : second;
  const Figure *with_unit = last->dimension != NULL ? last : first;
  CsQuantity quantity = { .start = first->start,
                          .end = MAX (last->end, last->unit_end),
                          .number = first->start,
                          .first_end = MAX (first->end, first->unit_end),
                          .second = last->start,
                          .unit_start = with_unit->unit_start,
                          .unit_end = with_unit->unit_end,
                          .dimension = with_unit->dimension,
                          .low = first->value,
                          .high = last->value,
                          .low_bound = CS_BOUND_INCLUDED,
                          .high_bound = CS_BOUND_INCLUDED,
                          .range = second != NULL,
                          .exact =
                              first->exact && last->exact && !units_differ (folded, first, last) };

  if (second == NULL)
    {
      quantity.start = bound_before (folded->text, first->start, &quantity);
      bound_behind (folded->text, &quantity);
    }

  return quantity;
}

/* (12), (12a): a reference sign; a date, a list of labels: 10-20-30 */
static gboolean
is_sign_or_label (const char *text, const CsQuantity *quantity)
{
  gsize end = quantity->end;

  if (quantity->dimension == NULL && quantity->start > 0 && text[quantity->start - 1] == '(' &&
      (text[end] == ')' || text[end] == ',' || g_str_has_prefix (text + end, "、")))
    return TRUE;

  return quantity->dimension == NULL && text[end] == '-' && text[end + 1] != ' ';
}

static gsize
next_digit (const char *text, gsize at)
{
  return at + strcspn (text + at, "0123456789");
}

GArray *
cs_quantity_find (const CsFolded *folded)
{
  const char *text = folded->text;
  GArray *found = g_array_new (FALSE, FALSE, sizeof (CsQuantity));

  for (gsize at = next_digit (text, 0); at < folded->n_bytes; at = next_digit (text, at))
    {
      Figure first;
      Figure second;
      gboolean between;
      gboolean two;
      CsQuantity quantity;

      if (is_labelled (text, at))
        {
          at = labelled_end (text, at);
          continue;
        }
      if (is_part (text, at) || !read_figure (folded, at, &first))
        {
          at = figure_end (text, at);
          continue;
        }
      between = stands_before (text, at, "between ") ||
                stands_before (text, at, "between about ");
      read_minus (text, &first);
      two = read_second (folded, &first, between, &second);
      quantity = make_quantity (folded, &first, two ? &second : NULL);
      at = quantity.end;
      if (!is_sign_or_label (text, &quantity))
        g_array_append_val (found, quantity);
    }

  return found;
}

gboolean
cs_quantity_same_unit (const CsFolded *folded, const CsQuantity *a, const CsQuantity *b)
{
  return same_unit (folded->text, a->unit_start, a->unit_end, b->unit_start, b->unit_end);
}

gboolean
cs_quantity_contains (const CsQuantity *outer, const CsQuantity *inner)
{
  if (outer->low_bound != CS_BOUND_NONE &&
      (inner->low_bound == CS_BOUND_NONE || inner->low < outer->low))
    return FALSE;

  return outer->high_bound == CS_BOUND_NONE ||
         (inner->high_bound != CS_BOUND_NONE && inner->high <= outer->high);
}
