#include <string.h>

#include "../../language/cs-scan.h"
#include "claim-form.h"
#include "claim-text.h"

/* The form of one claim: one sentence, two parts, no figures. Sources: Rules (2023) r. 22-25;
 * Guidelines 2023 part 2 ch. 2, 3.2.2, 3.3; 37 CFR 1.75; MPEP 608.01(m), 2111.03, 2129, 2173.05(r).
 */

const char *const cs_claim_form_rules[] = {
  "inner-stop", "no-stop", "no-stop-formula", "line-end", "figure", "figure-accepted", "omnibus",
  "description-part", "picture", "capital", "two-part-missing", "two-part-repeated",
  "empty-limitation", "first-dependent", "bracket-preference", "no-transition", "jepson",
  "characterised", "indentation", NULL
};

#define MAX_BRACKET_BYTES 600 /* no bracket worth reading is longer */
#define MAX_LEFT_BYTES 18     /* what is left behind a full stop by mistake */
#define MIN_STEPS_TO_INDENT 3
#define MIN_CELLS 3 /* numbers with a point that make a table */

CsReport *
cs_claim_form_report (const CsClaimForm *form,
                      const char *rule,
                      CsCertainty certainty,
                      gsize start,
                      gsize end)
{
  return cs_exam_report_claim (form->context, rule, certainty, form->claim,
                               (CsRange){ form->folded->map[start], form->folded->map[end] });
}

gsize
cs_claim_form_find (const CsClaimForm *form, gsize at, const char *const *words, gsize *length)
{
  const char *text = form->folded->text;
  guint8 begins[256] = { FALSE }; /* by byte: whether one of the words does with it */

  for (guint i = 0; words[i] != NULL; i++)
    begins[(guchar)*words[i]] = TRUE;

  for (; at < form->folded->n_bytes; at += g_utf8_skip[(guchar)text[at]])
    {
      *length = begins[(guchar)text[at]] ? cs_scan_any (text, at, words) : 0;
      if (*length > 0)
        return at;
    }

  *length = 0;
  return form->folded->n_bytes;
}

gboolean
cs_claim_form_contains (const char *text, gsize n_bytes, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (cs_scan_find (text, n_bytes, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* How a drafter writes all claims rather than a slip in one: said once for the draft. */
static void
set_habit (CsReport *found)
{
  cs_report_set_alike (found, "habit");
}

static gboolean
starts (const CsClaimForm *form, gsize at, const char *words)
{
  return g_str_has_prefix (form->folded->text + at, words);
}

/* One past the last byte that is no white space. */
static gsize
text_end (const CsClaimForm *form)
{
  gsize end = form->folded->n_bytes;

  while (end > 0 && g_ascii_isspace (form->folded->text[end - 1]))
    end--;

  return end;
}

/* --- full stops --- */

/* "(208)(209)", "CN110963706A权利要求书2/2页": numbers of formulae or the head of a page that came along
 * from print, up to @end. */
static gboolean
is_of_print (const CsClaimForm *form, gsize at, gsize end)
{
  static const char *const words[] = { "权利要求书", "页", NULL };

  while (at < end)
    {
      gsize length = cs_scan_any (form->folded->text, at, words);

      if (length == 0 && !g_ascii_isprint (form->folded->text[at]))
        return FALSE;
      at += MAX (length, 1);
    }

  return TRUE;
}

/* Guidelines 2023 part 2 ch. 2, 3.3: a full stop stands only at the end. A claim of several
 * sentences is one fault; "。。" at its end is a slip, and no matter of this check. */
static void
check_inner_stop_chinese (const CsClaimForm *form)
{
  static const char *const stops[] = { "。", NULL };
  g_autofree char *whole = g_strdup_printf ("%u", form->claim->index);
  gsize end = text_end (form);
  gsize length;

  for (gsize at = cs_claim_form_find (form, 0, stops, &length); at < end;
       at = cs_claim_form_find (form, at + length, stops, &length))
    {
      CsReport *found;

      if ((starts (form, at + length, "。") && at + 2 * length == end) ||
          is_of_print (form, at + length, end))
        return;
      found = cs_claim_form_report (form, "inner-stop", CS_CERTAINTY_CERTAIN, at, at + length);
      cs_report_set_alike (found, whole);
      cs_report_add_fix (found, "semicolon",
                         (CsSpan){ CS_PART_CLAIMS, form->claim->index, form->folded->map[at],
                                   form->folded->map[at + length] },
                         "；");
    }
}

/* Behind a mark, a line end or a joining word; not the end of a proportion, "1:150". */
static gboolean
may_begin_step (const char *text, gsize at)
{
  if (at >= 2 && text[at - 1] == ':' && g_ascii_isdigit (text[at - 2]))
    return FALSE;
  while (at > 0 && text[at - 1] == ' ')
    at--;

  return at == 0 || strchr (",;:.\n(", text[at - 1]) != NULL ||
         (at >= 4 && memcmp (text + at - 4, " and", 4) == 0);
}

/* "approx. 5", "E. coli", "No. 3", "a. b": a period that ends no sentence. */
static gboolean
is_abbreviation (const CsClaimForm *form, gsize stop)
{
  static const char *const words[] = { "fig", "figs", "no", "nos", "e.g", "i.e", "approx",
                                       "etc", "al", "sp", "spp", "var", "subsp", "ser",
                                       "vol", "eq", "eqs", "ref", "st", "dr", "inc",
                                       "co", "ltd", "seq", "cf", "vs", "min", "max",
                                       "temp", "wt", "mol", "ca", "cv", "pat", "str",
                                       "strain", "u.s", "d", NULL };
  static const char *const numbers[] = { "no.", "no:", "nos.", "nos:", NULL }; /* "CAS Reg. No." */
  const char *text = form->folded->text;
  gsize start = stop;
  g_autofree char *word = NULL;

  while (start > 0 && (g_ascii_isalnum (text[start - 1]) || text[start - 1] == '.'))
    start--;
  word = g_strndup (text + start, stop - start);
  if (g_strv_contains (words, word))
    return TRUE;
  if (cs_scan_any (text, cs_scan_spaces (text, stop + 1), numbers) > 0)
    return TRUE;

  /* a letter or a number alone labels a step where a step may begin */
  return *word != '\0' &&
         (strlen (word) == 1 || strspn (word, "0123456789.") == strlen (word) ||
          strspn (word, "ivx") == strlen (word)) &&
         may_begin_step (text, start);
}

/* A period, a space and a capital: a second sentence. */
static void
check_inner_stop_english (const CsClaimForm *form)
{
  const char *text = form->folded->text;
  gsize end = text_end (form);

  for (gsize at = 1; at + 2 < end; at++)
    {
      gsize next = at + 1;

      if (text[at] != '.' || !g_ascii_isspace (text[next]) || is_abbreviation (form, at))
        continue;
      while (g_ascii_isspace (text[next]))
        next++;
      if (next < end && g_ascii_isupper (form->claim->text[form->folded->map[next]]))
        cs_claim_form_report (form, "inner-stop", CS_CERTAINTY_LIKELY, at, at + 1);
    }
}

/* "……中的一种。(208)": what is left behind the full stop is reported as that (inner-stop). */
static gboolean
ends_behind_stop (const CsClaimForm *form, gsize end)
{
  const char *stop = g_strrstr_len (form->folded->text, end, "。");
  gsize first = end > MAX_LEFT_BYTES ? end - MAX_LEFT_BYTES : 0;

  if (!form->chinese || stop == NULL)
    return FALSE;
  if (is_of_print (form, stop + strlen ("。") - form->folded->text, end))
    return TRUE;


  return (gsize)(stop - form->folded->text) >= first;
}

/* "…结构，(Ⅲ)", "…6.542.857.38": the claim ends in the number of a formula, not in 如式(I),
 * or in a table whose cells run into each other. Behind these a full stop is often left out. */
static gboolean
ends_in_formula (const CsClaimForm *form, gsize end)
{
  static const char *const romans[] = { "ⅰ", "ⅱ", "ⅲ", "ⅳ", "ⅴ", "ⅵ", "Ⅰ", "Ⅱ",
                                        "Ⅲ", "Ⅳ", "Ⅴ", "Ⅵ", "i", "v", NULL };
  static const char *const names[] = { "式", NULL };
  const char *text = form->folded->text;
  gsize at = end;
  guint n_points = 0;

  while (at > 0 && (g_ascii_isdigit (text[at - 1]) || text[at - 1] == '.'))
    n_points += text[--at] == '.';
  if (n_points >= MIN_CELLS)
    return TRUE;

  at = text[end - 1] == ')' ? end - 1 : 0;
  while (at > 0 && cs_stands_before (text, at, romans) > 0)
    at -= cs_stands_before (text, at, romans);

  return at > 0 && at < end - 1 && text[at - 1] == '(' &&
         cs_stands_before (text, at - 1, names) == 0;
}

static void
check_end (const CsClaimForm *form)
{
  const char *text = form->folded->text;
  gsize end = text_end (form);
  gsize last;
  gsize at;
  gboolean formula;
  CsReport *found;

  if (end == 0)
    return;

  last = g_utf8_find_prev_char (text, text + end) - text;
  if (starts (form, last, "。") || text[last] == '.' || starts (form, last, CS_OBJECT_CHARACTER))
    return;
  /* the stop before a closing bracket or quotation mark is there all the same */
  if (last > 0 && strchr (")\"]", text[last]) != NULL &&
      (text[last - 1] == '.' || (last >= 3 && starts (form, last - 3, "。"))))
    return;
  if (ends_behind_stop (form, end))
    return;

  formula = form->chinese && ends_in_formula (form, end);
  found = cs_claim_form_report (form, formula ? "no-stop-formula" : "no-stop",
                                CS_CERTAINTY_CERTAIN, last, end);
  at = form->folded->map[end];
  cs_report_add_fix (found, "full-stop", (CsSpan){ CS_PART_CLAIMS, form->claim->index, at, at },
                     form->chinese ? "。" : ".");
}

/* Guidelines 2023 part 1 ch. 2, 7.4: lines inside a claim end with a semicolon or a comma. */
static void
check_line_ends (const CsClaimForm *form)
{
  static const char *const allowed[] = { ",", ";", ":", "。", "、", "和", "或", "及", "与", "以及",
                                         CS_OBJECT_CHARACTER, NULL };
  const char *text = form->folded->text;
  gsize end = text_end (form);

  for (gsize at = 1; at < end; at++)
    {
      gsize stop = at;
      gsize last;
      gsize next = at + 1;

      if (text[at] != '\n')
        continue;
      while (stop > 0 && g_ascii_isspace (text[stop - 1]))
        stop--;
      while (next < end && g_ascii_isspace (text[next]))
        next++;
      if (stop == 0)
        continue;
      last = g_utf8_find_prev_char (text, text + stop) - text;
      if (cs_scan_any (text, last, allowed) > 0 || starts (form, next, CS_OBJECT_CHARACTER))
        continue;
      cs_claim_form_report (form, "line-end", CS_CERTAINTY_LIKELY, last, stop);
      return;
    }
}

/* --- parts of the claim --- */

static void
check_two_part (const CsClaimForm *form)
{
  static const char *const chinese[] = { "其特征在于", "其特征是", "其特征为", "其改进在于", NULL };
  static const char *const english[] = { "characterised in", "characterized in", "characterised by",
                                         "characterized by", "the improvement", NULL };
  const char *const *marks = form->chinese ? chinese : english;
  const CsClaim *claim = form->claim;
  CsRoute route = cs_exam_get_draft (form->context)->request->route;
  gsize length;
  gsize first = cs_claim_form_find (form, 0, marks, &length);
  gsize second;

  if (first == form->folded->n_bytes)
    {
      static const char *const loose[] = { "特征在于", NULL };

      /* A method, a use or a claim that rests on another, and what comes from abroad, do without.
       */
      if (!cs_claim_form_contains (form->folded->text, form->folded->n_bytes, loose) &&
          claim->refs->groups->len == 0 && claim->category == CS_CATEGORY_PRODUCT &&
          route != CS_ROUTE_PCT_NATIONAL && route != CS_ROUTE_PARIS)
        set_habit (cs_exam_report_claim (form->context, "two-part-missing", CS_CERTAINTY_POSSIBLE,
                                         claim, claim->subject));
      return;
    }

  second = cs_claim_form_find (form, first + length, marks, &length);
  if (second < form->folded->n_bytes)
    cs_claim_form_report (form, "two-part-repeated", CS_CERTAINTY_CERTAIN, second, second + length);
}

static void
check_limitation (const CsClaimForm *form)
{
  const CsClaim *claim = form->claim;
  CsRange mark = cs_range_is_empty (claim->subject) ? claim->reference : claim->subject;

  if (claim->dependent && claim->features->len == 0)
    cs_exam_report_claim (form->context, "empty-limitation", CS_CERTAINTY_LIKELY, claim, mark);
  if (claim->index == 0 && claim->dependent)
    {
      const CsRefGroup *head = &g_array_index (claim->refs->groups, CsRefGroup, 0);

      mark = form->chinese ? claim->reference : (CsRange){ head->anchor, head->end };
      cs_exam_report_claim (form->context, "first-dependent", CS_CERTAINTY_CERTAIN, claim, mark);
    }
}

static void
check_transition (const CsClaimForm *form)
{
  static const char *const enough[] = { "组成", "构成", "制成", "制得", "得到", "复合而成",
                                        "存储有", "具备", "为", "包括", "包含", "含有", "具有",
                                        "设有", "设置", "安装", "连接", "selected from",
                                        " storing ", " stores ", " cause ", " causes ", NULL };
  const CsClaim *claim = form->claim;
  gboolean none = claim->transition_kind == CS_TRANSITION_NONE ||
                  (form->chinese && claim->transition_kind == CS_TRANSITION_TWO_PART);

  if (claim->refs->groups->len > 0 || claim->category != CS_CATEGORY_PRODUCT || !none)
    return;
  if (cs_claim_form_contains (form->folded->text, form->folded->n_bytes, enough))
    return;

  cs_exam_report_claim (form->context, "no-transition", CS_CERTAINTY_POSSIBLE, claim,
                        claim->subject);
}

/* "（优选10～15m/min）": a bracket that holds a choice or a preference. Guidelines 2023 part 2 ch.
 * 2, 3.2.2. */
static void
check_brackets (const CsClaimForm *form)
{
  static const char *const words[] = { "优选", "例如", "比如", "最好", "或者", "如:", "较佳", "可选", NULL };
  static const char *const droppable[] = { "优选", "例如", "比如", "最好", "较佳", NULL };
  const char *text = form->folded->text;

  for (const char *open = strchr (text, '('); open != NULL; open = strchr (open + 1, '('))
    {
      const char *close = memchr (open, ')', strnlen (open, MAX_BRACKET_BYTES));
      CsReport *found;

      if (close == NULL)
        continue;
      if (!cs_claim_form_contains (open, close - open, words))
        continue;
      found = cs_claim_form_report (form, "bracket-preference", CS_CERTAINTY_LIKELY, open - text,
                                    close + 1 - text);
      if (cs_scan_any (open, 1, droppable) > 0 && memchr (open + 1, '(', close - open - 1) == NULL)
        cs_report_add_fix (found, "delete",
                           (CsSpan){ CS_PART_CLAIMS, form->claim->index,
                                     form->folded->map[open - text],
                                     form->folded->map[close + 1 - text] },
                           "");
    }
}

/* --- English only --- */

static void
check_english (const CsClaimForm *form)
{
  static const char *const jepson[] = { "wherein the improvement", "the improvement comprising",
                                        "the improvement which comprises", NULL };
  static const char *const characterised[] = { "characterized in that", "characterised in that",
                                               "characterized by", "characterised by", NULL };
  const CsClaim *claim = form->claim;
  const char *text = form->folded->text;
  gsize length;
  gsize at = cs_claim_form_find (form, 0, jepson, &length);
  guint n_steps = 0;

  if (at < form->folded->n_bytes)
    cs_claim_form_report (form, "jepson", CS_CERTAINTY_CERTAIN, at, at + length);
  at = cs_claim_form_find (form, 0, characterised, &length);
  if (at < form->folded->n_bytes)
    set_habit (cs_claim_form_report (form, "characterised", CS_CERTAINTY_CERTAIN, at, at + length));

  /* p-xylene may begin a claim */
  if (claim->n_bytes > 1 && g_ascii_islower (claim->text[0]) && claim->text[1] != '-')
    {
      char capital[2] = { g_ascii_toupper (claim->text[0]), '\0' };

      cs_report_add_fix (cs_exam_report_claim (form->context, "capital", CS_CERTAINTY_CERTAIN,
                                               claim, (CsRange){ 0, 1 }),
                         "capitalise", (CsSpan){ CS_PART_CLAIMS, claim->index, 0, 1 }, capital);
    }

  for (const char *c = text; *c != '\0'; c++)
    n_steps += *c == ';';
  if (n_steps >= MIN_STEPS_TO_INDENT && strchr (text, '\n') == NULL)
    set_habit (cs_claim_form_report (form, "indentation", CS_CERTAINTY_LIKELY, 0, 0));
}

void
cs_check_claim_form (CsExamContext *context, const CsClaim *claim)
{
  CsClaimForm form = { .context = context, .claim = claim, .folded = claim->folded };

  if (claim->cancelled || claim->n_bytes == 0)
    return;

  form.chinese = g_str_equal (cs_exam_get_draft (context)->language, "zh");

  check_end (&form);
  cs_claim_form_check_figures (&form);
  check_limitation (&form);
  check_transition (&form);
  check_two_part (&form);
  if (form.chinese)
    {
      check_inner_stop_chinese (&form);
      check_line_ends (&form);
      check_brackets (&form);
    }
  else
    {
      check_inner_stop_english (&form);
      check_english (&form);
    }
}
