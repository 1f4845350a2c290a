#include "cs-terms-zh-judge.h"

#include <wchar.h>

#include "../language/cs-segment-zh.h"

/* Where names end. */

#define MAX_VERB_CHAIN 3 /* 滑动连接 is a chain of two */
#define MAX_SYMBOL 3     /* letters */
#define MAX_FORCED 8     /* characters divided anew */

static CsWordRoleZh
role_at (const CsZhText *text, guint at)
{
  return cs_zh_text_char (text, at)->mark & CS_ROLE_MASK;
}

static CsZhEnd end_at (const CsZhText *text, guint at, guint depth);

static gboolean
is_one_of (const wchar_t *units, gunichar unit)
{
  return unit != 0 && wcschr (units, (wchar_t)unit) != NULL;
}

/* A verb ends a name when what follows shows that it is the predicate. */
static CsZhEnd
end_at_verb (const CsZhText *text, guint at, guint depth)
{
  guint next = cs_zh_text_next_word (text, at);
  const CsZhChar *c = cs_zh_text_char (text, next);
  CsZhEnd end;

  if ((c->before & CS_ZH_BEFORE_SIGN) != 0) /* 驱动(3): the name ends behind it */
    return CS_ZH_END_NO;
  if (c->unit != 0 && c->before == 0 && (c->mark & CS_TRAIT_HEAD) != 0 &&
      end_at (text, cs_zh_text_next_word (text, next), MAX_VERB_CHAIN) >= CS_ZH_END_LIKELY)
    return CS_ZH_END_NO; /* 获取模块 */
  if (c->unit == 0 || g_unichar_isdigit (c->unit) || (c->mark & CS_ROLE_MASK) == CS_ROLE_ORDINAL)
    return CS_ZH_END_LIKELY;
  if (is_one_of (L"出到成为至于入在有给", c->unit) && cs_zh_text_next_word (text, next) == next + 1)
    return CS_ZH_END_SURE; /* 识别出 */
  if (depth > MAX_VERB_CHAIN)
    return CS_ZH_END_MAYBE;

  end = end_at (text, next, depth + 1);

  return end == CS_ZH_END_NO ? CS_ZH_END_MAYBE : MIN (end, CS_ZH_END_SURE);
}

/* 上 ends a name, and begins one in 上盖; 中 and 内 do so in words of the dictionary only. */
static CsZhEnd
end_at_locative (const CsZhText *text, guint at, guint depth)
{
  guint next = cs_zh_text_next_word (text, at);

  if (is_one_of (L"中内里间", cs_zh_text_char (text, at)->unit) ||
      depth > MAX_VERB_CHAIN || role_at (text, next) == CS_ROLE_VERB)
    return CS_ZH_END_SURE;

  return end_at (text, next, depth + 1) >= CS_ZH_END_SURE ? CS_ZH_END_SURE : CS_ZH_END_LIKELY;
}

static gboolean
is_latin (gunichar unit)
{
  return unit >= 'a' && unit <= 'z';
}

/* 权重w: letters behind a name, and nothing more. */
static gboolean
is_symbol (const CsZhText *text, guint at, guint depth)
{
  guint next = cs_zh_text_next_word (text, at);

  return is_latin (cs_zh_text_char (text, at)->unit) && next - at <= MAX_SYMBOL &&
         at > 0 && cs_zh_text_char (text, at - 1)->unit >= 0x2e80 && depth == 0 &&
         end_at (text, next, 1) >= CS_ZH_END_SURE;
}

/* 与 of 所述玄参与所述胖大海 joins, whatever word the dictionary makes of 参与. */
static gboolean
joins_references (const CsZhText *text, guint at)
{
  static const gunichar words[] = { 0x4e0e, 0x548c, 0x53ca, 0x6216 }; /* 与 和 及 或 */

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (cs_zh_text_char (text, at)->unit == words[i])
      return (cs_zh_text_char (text, at + 1)->before & CS_ZH_BEFORE_MARKER) != 0;

  return FALSE;
}

static CsZhEnd
end_at (const CsZhText *text, guint at, guint depth)
{
  const CsZhChar *c = cs_zh_text_char (text, at);

  if (c->unit == 0 || (c->before & (CS_ZH_BEFORE_SIGN | CS_ZH_BEFORE_MARKER)) != 0)
    return CS_ZH_END_EXACT;
  if ((c->before & CS_ZH_BEFORE_DE) != 0 || joins_references (text, at))
    return CS_ZH_END_SURE;

  if (cs_zh_text_char (text, cs_zh_text_next_word (text, at))->unit == 0x5730) /* 连续地 */
    return CS_ZH_END_SURE;
  if (g_unichar_isdigit (c->unit) && at > 0 && cs_zh_text_char (text, at - 1)->unit >= 0x2e80)
    return CS_ZH_END_LIKELY; /* 去离子水15份 */

  switch (c->mark & CS_ROLE_MASK)
    {
    case CS_ROLE_PREDICATE:
    case CS_ROLE_CONTAINS:
    case CS_ROLE_NUMERAL:
    case CS_ROLE_FUNCTION:
      return CS_ZH_END_SURE;
    case CS_ROLE_VERB:
      return end_at_verb (text, at, depth);
    case CS_ROLE_LOCATIVE:
      return end_at_locative (text, at, depth);
    case CS_ROLE_ORDINAL:
      return CS_ZH_END_MAYBE;
    default:
      if (is_symbol (text, at, depth))
        return CS_ZH_END_LIKELY;
      return (c->before & CS_ZH_BEFORE_BRACKET) != 0 ? CS_ZH_END_MAYBE : CS_ZH_END_NO;
    }
}

CsZhEnd
cs_zh_end_at (const CsZhText *text, guint at)
{
  return end_at (text, at, 0);
}

CsZhEnd
cs_zh_forced_end_at (const CsZhText *text, guint at)
{
  gunichar units[MAX_FORCED];
  guint16 marks[MAX_FORCED];
  guint n_units = 0;
  guint second = 1;
  guint start = at;
  CsWordRoleZh role;

  if (cs_zh_text_char (text, at)->unit == 0 || role_at (text, at) != CS_ROLE_INSIDE)
    return cs_zh_end_at (text, at);

  while (start > 0 && role_at (text, start) == CS_ROLE_INSIDE)
    start--;
  if (role_at (text, start) == CS_ROLE_ORDINAL || cs_zh_text_char (text, start)->unit < 0x2e80)
    return CS_ZH_END_NO;

  while (n_units < MAX_FORCED && cs_zh_text_char (text, at + n_units)->unit != 0)
    {
      units[n_units] = cs_zh_text_char (text, at + n_units)->unit;
      n_units++;
    }
  cs_segment_zh (units, n_units, marks);
  role = marks[0] & CS_ROLE_MASK;
  if (role >= CS_ROLE_PREDICATE)
    return CS_ZH_END_SURE;
  if (role != CS_ROLE_VERB && role != CS_ROLE_LOCATIVE)
    return CS_ZH_END_NO;

  while (second < n_units && marks[second] == CS_ROLE_INSIDE)
    second++;

  if (second == n_units || (marks[second] & CS_ROLE_MASK) >= CS_ROLE_VERB)
    return CS_ZH_END_SURE;

  return CS_ZH_END_MAYBE;
}
