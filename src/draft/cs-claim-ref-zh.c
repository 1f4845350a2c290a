#include <string.h>

#include "../base/cs-limits.h"
#include "cs-claim-ref-scanner.h"

/* References in Chinese claims:
 *
 *   reference := [一种] [根据 | 如 | 按照 ...] [上述 | 前述 ...] anchor list tail
 *   list      := number [range] { separator [anchor] number [range] }
 *   tail      := [中] [的] [之] (任一项 | 任意一项 | 之一 ...)
 *
 * Sources: Rules (2023) r. 25; misspelt anchors as met in published applications. */

#define MAX_PRECEDING_WORDS 6 /* 上述任一项所述的 before an anchor */
#define OPENING_BYTES 120     /* where an unreadable reference would have its 所述 */

static const char *const spelt_anchors[] = { "权利要求书", "权利要求项", "权利要求", "请求项",
                                             "申请专利范围", NULL };

/* Only before a number: short forms and slips of the keyboard. */
static const char *const misspelt_anchors[] = { "权力要求书", "权力要求", "权利要去", "权利邀请", "权利要球",
                                                "权利需求", "权要求", "权利要", "权求", "权利",
                                                NULL };

static const char *const leads[] = { "根据", "按照", "依据", "依照", "采用", "由", "实现", "如", "按", "据",
                                     "应用", "使用", "利用", "基于", "在", "于", NULL };

static const char *const articles[] = { "一种", "一类", "一个", NULL };

static const char *const preceding_words[] = { "上述", "前述", "以上", "在前", "在先", "先前", "前面",
                                               "之前", "任一", "任意一项", "任意", "任何一项", "任一项",
                                               "各项", "所述", "的", "各", NULL };

static const char *const choice_words[] = { "任意一项", "任何一项", "任一权利要求", "任意一个", "任何一个",
                                            "任意项", "任一项", "任一个", "任一条", "任何项", "任一",
                                            "任意", "任何", "其中一项", "其中之一", "中一项", "的一项",
                                            "之一", "择一", NULL };

static gsize
skip (const char *text, gsize at)
{
  return cs_scan_spaces (text, at);
}

/* 一 .. 九十九 */
static gboolean
read_chinese_number (const char *text, gsize *at, guint *number)
{
  static const char *const digits[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  guint tens = 0;
  guint ones = 0;
  gboolean ten = FALSE;
  gsize i = *at;

  for (gboolean more = TRUE; more;)
    {
      more = FALSE;
      if (!ten && g_str_has_prefix (text + i, "十"))
        {
          tens = ones == 0 ? 1 : ones;
          ones = 0;
          ten = more = TRUE;
          i += strlen ("十");
        }
      for (guint d = 0; d < G_N_ELEMENTS (digits) && ones == 0; d++)
        if (g_str_has_prefix (text + i, digits[d]))
          {
            ones = d + 1;
            i += strlen (digits[d]);
            more = !ten;
          }
    }

  if (i == *at)
    return FALSE;

  *number = tens * 10 + ones;
  *at = i;
  return TRUE;
}

/* [第] digits [项], or a Chinese numeral that cannot be the start of a noun (一种). */
static gboolean
read_number (const char *text, gsize *at, guint *number)
{
  static const char *const after_chinese[] = { "项", "至", "到", "-", "~", "、", "或", "和", "及", "与",
                                               "中", "所述", "任", "之", "的", ",", NULL };
  gsize i = skip (text, *at);
  gboolean ordinal = g_str_has_prefix (text + i, "第");
  gboolean bracket;

  if (ordinal)
    i = skip (text, i + strlen ("第"));
  bracket = text[i] == '(';
  if (bracket)
    i = skip (text, i + 1);

  if (!cs_scan_number (text, &i, CS_MAX_CLAIM_NUMBER, number))
    {
      if (!read_chinese_number (text, &i, number))
        return FALSE;
      if (!ordinal && cs_scan_any (text, skip (text, i), after_chinese) == 0)
        return FALSE;
    }

  if (bracket && text[skip (text, i)] == ')')
    i = skip (text, i) + 1;
  if (g_str_has_prefix (text + skip (text, i), "项"))
    i = skip (text, i) + strlen ("项");

  *at = i;
  return TRUE;
}

static gsize
skip_anchor (const char *text, gsize at)
{
  gsize i = skip (text, at);
  gsize length = cs_scan_any (text, i, spelt_anchors);

  return length == 0 ? at : i + length;
}

static gsize
range_length (const char *text, gsize at)
{
  static const char *const words[] = { "至", "到", "--", "-", "~", NULL };
  gsize i = skip (text, at);
  gsize length = cs_scan_any (text, i, words);

  return length == 0 ? 0 : i + length - at;
}

static const CsRefGrammar grammar = { read_number, range_length, skip_anchor };

/* Whether what stands behind a listed number lets it be a claim: "，2个电极" does not. */
static gboolean
may_follow_number (const char *text, gsize at, gboolean strict)
{
  static const char *const strict_words[] = { "、", "或", "和", "及", "与", "至", "到", "-", "~", "以及",
                                              "所述", "任", "之", "中", "的", "项", "权利", NULL };
  static const char *const loose_words[] = { ",", "。", ";", "其", "/", NULL };

  at = skip (text, at);
  if (cs_scan_any (text, at, strict_words) > 0)
    return TRUE;

  return !strict && (text[at] == '\0' || cs_scan_any (text, at, loose_words) > 0);
}

/* A separator and the number or range behind it, when there are both. */
static gboolean
read_next (CsRefScanner *scanner, CsRefDraft *group, gsize *at)
{
  static const char *const either[] = { "或者", "或是", "或", "/", NULL };
  static const char *const both[] = { "和/或", "和或", "以及", "和", "及", "与", "并", NULL };
  static const char *const neither[] = { "、", NULL };
  static const char *const commas[] = { ",", NULL };
  const char *text = scanner->text;
  gsize i = skip (text, *at);
  gsize comma = cs_scan_any (text, i, commas);
  gsize choice;
  gsize join;
  gsize number;
  guint value;

  i = skip (text, i + comma);
  choice = cs_scan_any (text, i, either);
  join = choice > 0 ? 0 : cs_scan_any (text, i, both);
  i += choice + join;
  if (choice + join + comma == 0)
    i += cs_scan_any (text, i, neither);
  if (i == *at || (choice + join + comma == 0 && skip (text, *at) == i))
    return FALSE;

  i = skip_anchor (text, i);
  number = i;
  if (!read_number (text, &number, &value) ||
      !may_follow_number (text, number, comma > 0 && choice + join == 0))
    return FALSE;

  group->choice |= choice > 0;
  group->joined |= join > 0;
  *at = i;
  return cs_ref_read_range (scanner, &grammar, at);
}

/* 中任一项, 之一, 中的任意一项权利要求 ... Returns where it ends, @at when there is none. */
static gsize
read_choice (const char *text, gsize at)
{
  static const char *const links[] = { "中", "的", "之", "里", NULL };
  gsize i = skip (text, at);
  gsize length;

  /* 之一 must not be read as the link 之 */
  while (cs_scan_any (text, i, choice_words) == 0 && (length = cs_scan_any (text, i, links)) > 0)
    i = skip (text, i + length);

  length = cs_scan_any (text, i, choice_words);
  if (length == 0)
    return at;

  i += length;
  length = cs_scan_any (text, skip (text, i), spelt_anchors);
  return length == 0 ? i : skip (text, i) + length;
}

/* Everything behind the anchor. Returns whether a claim was named. */
static gboolean
read_list (CsRefScanner *scanner, CsRefDraft *group, gsize at)
{
  if (!cs_ref_read_range (scanner, &grammar, &at))
    return FALSE;

  for (gboolean more = TRUE; more;)
    {
      gsize behind = read_choice (scanner->text, at);

      if (behind > at)
        group->choice = TRUE;
      at = behind;
      more = read_next (scanner, group, &at);
    }

  group->end = at;
  return TRUE;
}

/* Walks back over at most @n_steps of @words that stand before @at. */
static gsize
walk_back (const char *text, gsize at, const char *const *words, guint n_steps)
{
  for (guint step = 0; step < n_steps; step++)
    {
      gsize before = at;
      gsize found = at;

      while (before > 0 && (text[before - 1] == ' ' || text[before - 1] == '\n'))
        before--;
      for (guint i = 0; words[i] != NULL && found == at; i++)
        {
          gsize length = strlen (words[i]);

          if (before >= length && memcmp (text + before - length, words[i], length) == 0)
            found = before - length;
        }
      if (found == at)
        break;
      at = found;
    }

  return at;
}

/* 上述任一项权利要求, 前述权利要求中任一项: no number, but a word for those before. */
static gboolean
read_preceding (CsRefScanner *scanner, CsRefDraft *group, gsize behind_anchor)
{
  gsize words = walk_back (scanner->text, group->anchor, preceding_words, MAX_PRECEDING_WORDS);
  gsize end = read_choice (scanner->text, behind_anchor);

  if (words == group->anchor)
    return FALSE;

  group->preceding = TRUE;
  group->choice = end > behind_anchor;
  for (gsize at = words; at < group->anchor; at++)
    group->choice |= g_str_has_prefix (scanner->text + at, "任");
  group->end = MAX (end, behind_anchor);
  cs_ref_add_preceding (scanner, words, group->end);

  return TRUE;
}

static gsize
finish (CsRefScanner *scanner, const CsRefDraft *group)
{
  cs_ref_finish (scanner, group);

  return group->end;
}

/* "根据权利要求根据权利要求7": the first anchor has no number, the second one takes its place. */
static gboolean
is_doubled (const char *text, gsize behind_anchor)
{
  gsize at = skip (text, behind_anchor);
  gsize lead = cs_scan_any (text, at, leads);

  return cs_scan_any (text, at + lead, spelt_anchors) > 0;
}

/* "上述1-7任一项所述", "如1至3任一项所述": the anchor is missing; only at the head of a claim. */
static gsize
scan_bare (CsRefScanner *scanner)
{
  static const char *const bare_leads[] = { "根据", "按照", "依据", "依照", "如", "按", NULL };
  static const char *const bare_words[] = { "上述", "前述", "以上", NULL };
  const char *text = scanner->text;
  gsize at = skip (text, 0);
  gsize start = at;
  CsRefDraft group;
  guint n_refs = scanner->refs->refs->len;

  at = skip (text, at + cs_scan_any (text, at, bare_leads));
  at = skip (text, at + cs_scan_any (text, at, bare_words));
  if (at == start || !g_ascii_isdigit (text[at]))
    return 0;

  group = cs_ref_begin (scanner, start, at);
  group.misprint = TRUE;
  if (read_list (scanner, &group, at) && g_str_has_prefix (text + skip (text, group.end), "所述"))
    return finish (scanner, &group);

  g_array_set_size (scanner->refs->refs, n_refs);
  return 0;
}

static gboolean
read_misspelt (CsRefScanner *scanner, CsRefDraft *group, gsize at)
{
  const char *text = scanner->text;
  gsize length = cs_scan_any (text, at, misspelt_anchors);
  gsize i;
  guint number;

  group->misprint = TRUE;
  if (length == 0)
    return FALSE;

  /* 权利2要求2: the digit slipped into the word */
  i = at + strlen ("权利");
  if (g_str_has_prefix (text + at, "权利") &&
      cs_scan_number (text, &i, CS_MAX_CLAIM_NUMBER, &number) &&
      g_str_has_prefix (text + i, "要求"))
    return read_list (scanner, group, i + strlen ("要求"));

  i = skip (text, at + length);
  return g_ascii_isdigit (text[i]) && read_list (scanner, group, i);
}

/* Where the phrase of the anchor at @at begins: [一种] [根据] [上述 ...] */
static gsize
phrase_start (const char *text, gsize at)
{
  at = walk_back (text, at, preceding_words, MAX_PRECEDING_WORDS);
  at = walk_back (text, at, leads, 1);

  return walk_back (text, at, articles, 1);
}

/* "权利要求书2/3页" is the head of a page that a converter left in the text. */
static gboolean
is_page_head (const char *text, gsize at)
{
  static const char *const book[] = { "权利要求书", NULL };
  static const char *const behind[] = { "所述", "中", "的", "之", "任", "所", NULL };
  gsize length = cs_scan_any (text, at, book);

  if (length == 0)
    return FALSE;

  at = skip (text, at + length);
  while (g_ascii_isdigit (text[at]) || strchr ("()-~/ ,", text[at]) != NULL)
    {
      if (text[at] == '\0')
        return TRUE;
      at++;
    }

  return cs_scan_any (text, at, behind) == 0;
}

gsize
cs_ref_scan_chinese (CsRefScanner *scanner, gsize at)
{
  const char *text = scanner->text;
  gsize length;
  CsRefDraft group;

  if (at == skip (text, 0) && scanner->refs->groups->len == 0)
    {
      gsize end = scan_bare (scanner);

      if (end > 0)
        return end;
    }

  length = cs_scan_any (text, at, spelt_anchors);
  if ((length == 0 && !g_str_has_prefix (text + at, "权")) || is_page_head (text, at))
    return at;

  group = cs_ref_begin (scanner, phrase_start (text, at), at);
  if (length == 0)
    return read_misspelt (scanner, &group, at) ? finish (scanner, &group) : at;

  if (is_doubled (text, at + length))
    {
      gsize second = skip (text, at + length);

      second += cs_scan_any (text, second, leads);
      length = cs_scan_any (text, second, spelt_anchors) + second - at;
      group.misprint = TRUE;
    }

  if (read_list (scanner, &group, at + length) || read_preceding (scanner, &group, at + length))
    return finish (scanner, &group);

  return at + length;
}

CsRange
cs_ref_unreadable_chinese (const CsRefScanner *scanner)
{
  static const char *const openings[] = { "根据", "如权", "如上", "如前", "按照", "依据", "依照", "按权",
                                          NULL };
  const char *text = scanner->text;
  gsize start = skip (text, 0);
  gsize end = start;
  const GArray *groups = scanner->refs->groups;
  CsRange none = { 0, 0 };

  if (cs_scan_any (text, start, openings) == 0)
    return none;

  while (text[end] != '\0' && end - start < OPENING_BYTES && text[end] != ',' &&
         !g_str_has_prefix (text + end, "所述"))
    end += g_utf8_skip[(guchar)text[end]];
  if (!g_str_has_prefix (text + end, "所述") ||
      (groups->len > 0 && g_array_index (groups, CsRefGroup, 0).start < scanner->folded->map[end]))
    return none;

  end += strlen ("所述");
  return (CsRange){ scanner->folded->map[start], scanner->folded->map[end] };
}
