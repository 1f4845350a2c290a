#include <string.h>

#include "../language/cs-fold.h"
#include "../language/cs-scan.h"
#include "cs-figure-scan.h"

#define MAX_FIGURES_PER_RANGE 200
#define MAX_FIGURE 999

/* One figure number with its letter: 2, 2a. */
typedef struct
{
  guint number;
  char letter; /* lower case, 0 when there is none */
} Figure;

static void
mention_clear (gpointer data)
{
  g_free (((CsFigureMention *)data)->label);
}

GArray *
cs_figure_mentions_new (void)
{
  GArray *mentions = g_array_new (FALSE, FALSE, sizeof (CsFigureMention));

  g_array_set_clear_func (mentions, mention_clear);

  return mentions;
}

typedef struct
{
  const CsFolded *folded;
  CsSpan where;
  gboolean listing;
  GArray *mentions;
} FigureScanner;

static gsize
skip (const char *text, gsize at)
{
  return cs_scan_spaces (text, at);
}

/* "2", "2a", "2(a)" */
static gboolean
read_figure (const char *text, gsize *at, Figure *figure)
{
  gsize i = skip (text, *at);
  gsize letter;

  if (!cs_scan_number (text, &i, MAX_FIGURE, &figure->number))
    return FALSE;

  figure->letter = 0;
  letter = text[i] == '(' ? i + 1 : i;
  if (g_ascii_islower (text[letter]) && !g_ascii_isalnum (text[letter + 1]) &&
      (text[i] != '(' || text[letter + 1] == ')'))
    {
      figure->letter = text[letter];
      i = letter + (text[i] == '(' ? 2 : 1);
    }
  if (g_ascii_isalpha (text[i]) || (text[i] == '.' && g_ascii_isdigit (text[i + 1])))
    return FALSE;

  *at = i;
  return TRUE;
}

static void
add_mention (FigureScanner *scanner, Figure figure, gsize start, gsize end)
{
  CsFigureMention mention = { .span = scanner->where, .listed = FALSE };

  mention.label = figure.letter == 0 ? g_strdup_printf ("%u", figure.number) :
                                       g_strdup_printf ("%u%c", figure.number, figure.letter);
  mention.span.start = scanner->folded->map[start];
  mention.span.end = scanner->folded->map[end];
  mention.listed = scanner->listing;
  g_array_append_val (scanner->mentions, mention);
}

/* All figures from @first to @last; what is no range gives the two ends. */
static void
add_range (FigureScanner *scanner, Figure first, Figure last, gsize start, gsize end)
{
  if (first.number == last.number && first.letter != 0 && first.letter < last.letter)
    {
      for (; first.letter <= last.letter; first.letter++)
        add_mention (scanner, first, start, end);
    }
  else if (first.letter == 0 && last.letter == 0 && first.number < last.number &&
           last.number - first.number < MAX_FIGURES_PER_RANGE)
    {
      for (; first.number <= last.number; first.number++)
        add_mention (scanner, first, start, end);
    }
  else
    {
      add_mention (scanner, first, start, end);
      add_mention (scanner, last, start, end);
    }
}

static gsize
skip_anchor (const char *text, gsize at)
{
  static const char *const anchors[] = { "附图", "图", "figures", "figure", "figs.",
                                         "figs", "fig.", "fig", NULL };
  gsize i = skip (text, at);
  gsize length = cs_scan_any (text, i, anchors);

  return length == 0 ? at : i + length;
}

/* "b", "(b)": one more view of the figure @first that has views. */
static gboolean
read_letter (const char *text, gsize *at, Figure first, Figure *figure)
{
  gsize i = skip (text, *at);
  gsize letter = text[i] == '(' ? i + 1 : i;

  if (first.letter == 0 || !g_ascii_islower (text[letter]) || g_ascii_isalnum (text[letter + 1]) ||
      (text[i] == '(' && text[letter + 1] != ')'))
    return FALSE;

  *figure = (Figure){ first.number, text[letter] };
  *at = letter + (text[i] == '(' ? 2 : 1);
  return TRUE;
}

/* The second end of a range: "a" of 2-a, a letter alone, takes its number from the first. */
static gboolean
read_range_end (const char *text, gsize *at, Figure first, Figure *last)
{
  gsize i = skip_anchor (text, skip (text, *at));

  if (read_figure (text, &i, last))
    {
      *at = i;
      return TRUE;
    }

  return read_letter (text, at, first, last);
}

/* What may follow a number of a list, so that "图1，2个" and "FIGS. 1 and 2 bolts" stop in time. */
static gboolean
ends_well (const char *text, gsize at)
{
  static const char *const measures[] = { "个", "条", "种", "根", "只", "片", "次", "倍", "层", "块", "组",
                                          "级", "台", "件", "mm", "cm", NULL };

  return cs_scan_any (text, skip (text, at), measures) == 0;
}

/* Whether the number at @at, behind the separator at @separator, goes on with the list: not behind
 * a comma in Chinese ("图1，3个"), not behind the singular in English ("FIG. 8 and 34"), unless it is
 * one more view ("FIG. 2a and 2b"). */
static gboolean
lists_more (const char *text, gsize start, gsize separator, gsize at)
{
  static const char *const plurals[] = { "figs", "figures", NULL };
  Figure figure;

  if (text[at] == '(')
    return TRUE;
  if (!g_ascii_isalpha (text[start]))
    return text[separator] != ',';

  return cs_scan_any (text, start, plurals) > 0 ||
         (read_figure (text, &at, &figure) && figure.letter != 0);
}

/* "(b)" behind "图1(a)、", "b" behind "2a, ": @figure is the one before, and then this one. A letter
 * without brackets is the next one, for "a" is an article too. */
static gboolean
read_view (const char *text, gsize *at, Figure *figure)
{
  gsize i = skip (text, *at);

  return (text[i] == '(' || text[i] == figure->letter + 1) &&
         read_letter (text, at, *figure, figure);
}

/* Reads the list behind an anchor. Returns where it ends, @at when no figure stands there. */
static gsize
read_list (FigureScanner *scanner, gsize start, gsize at)
{
  static const char *const ranges[] = { "至", "到", "--", "-", "~", "through", "to", NULL };
  static const char *const separators[] = { "、", "和", "及", "与", "或", "以及", ", and",
                                            ",", "and", "or", "&", "/", NULL };
  const char *text = scanner->folded->text;
  gsize end = at;
  Figure first = { 0 };
  Figure last;

  while ((read_figure (text, &at, &first) || read_view (text, &at, &first)) &&
         ends_well (text, at))
    {
      gsize i = skip (text, at);
      gsize length = cs_scan_any (text, i, ranges);

      i += length;
      if (length > 0 && read_range_end (text, &i, first, &last))
        {
          add_range (scanner, first, last, start, i);
          at = i;
        }
      else
        {
          add_mention (scanner, first, start, at);
        }
      end = at;

      i = skip (text, at);
      length = cs_scan_any (text, i, separators);
      if (length == 0)
        break;
      at = skip (text, i + length);
      if (skip_anchor (text, at) > at || !lists_more (text, start, i, at))
        break; /* what names a figure again begins anew */
    }

  return end;
}

/* 视图1, 流程图2: a word that ends in 图 names a kind of picture, not a figure of the drawings. */
static gboolean
is_part_of_word (const char *text, gsize at)
{
  static const char *const before[] = { "视", "框", "程", "谱", "意", "面", "线", "地", "版", "像", "截",
                                        "构", "灰", "热", "子", "特", "缩", "底", "原", "绘", "贴", NULL };

  return cs_scan_any_before (text, at, before) > 0;
}

/* The list of figures names each at the head of a line or clause: "图1为…；图2为…", "FIG. 4A is …, and
 * FIG. 4B is …". A figure spoken of in between ("a view along line A of FIG. 2") is not listed by
 * that. */
static gboolean
heads_an_entry (const char *text, gsize at)
{
  static const char *const before[] = { ";", ",", ".", "\n", "。", "、", " and", "和", "及", NULL };

  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t'))
    at--;

  return at == 0 || cs_scan_any_before (text, at, before) > 0;
}

void
cs_figure_scan (const CsFolded *folded, CsSpan where, gboolean listing, GArray *mentions)
{
  FigureScanner scanner = { folded, where, FALSE, mentions };

  for (gsize at = 0; at < folded->n_bytes;)
    {
      const char *c = folded->text + at;
      gboolean chinese = cs_scan_word (c, 0, "图") > 0 || cs_scan_word (c, 0, "附图") > 0;
      gboolean english = *c == 'f' && (at == 0 || !g_ascii_isalnum (c[-1])) &&
                         (g_str_has_prefix (c, "fig"));
      gsize anchor = chinese || english ? skip_anchor (folded->text, at) : at;
      gsize end = anchor;

      if (anchor > at && !(chinese && is_part_of_word (folded->text, at)))
        {
          scanner.listing = listing && heads_an_entry (folded->text, at);
          end = read_list (&scanner, at, anchor);
        }
      at = end > at ? end : at + g_utf8_skip[(guchar)*c];
    }
}

char *
cs_figure_label_canonical (const char *label)
{
  g_autoptr (CsFolded) folded = cs_fold (label, strlen (label), CS_FOLD_CASE);
  gsize at = 0;
  Figure figure;

  while (folded->text[at] != '\0' && !g_ascii_isdigit (folded->text[at]))
    at++;
  if (!read_figure (folded->text, &at, &figure))
    return NULL;

  return figure.letter == 0 ? g_strdup_printf ("%u", figure.number) :
                              g_strdup_printf ("%u%c", figure.number, figure.letter);
}
