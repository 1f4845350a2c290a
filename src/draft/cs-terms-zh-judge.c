#include "cs-terms-zh-judge.h"

#include <wchar.h>

#include "../language/cs-segment-zh.h"

/* What the words of one claim offer a reference. */

#define MAX_PLACES 400 /* tried in one claim for one reference */
#define MAX_SYMBOL 3   /* letters */
#define MAX_WORD 8     /* characters of a listed word */
#define MAX_OBJECT_PLACES 60

static CsWordRoleZh
role_at (const CsZhText *text, guint at)
{
  return cs_zh_text_char (text, at)->mark & CS_ROLE_MASK;
}

static gboolean
is_one_of (const wchar_t *units, gunichar unit)
{
  return unit != 0 && wcschr (units, (wchar_t)unit) != NULL;
}

static gboolean
is_latin (gunichar unit)
{
  return unit >= 'a' && unit <= 'z';
}

/* --- the window --- */

/* The role of the last word of the first @length characters from @at on. */
static CsWordRoleZh
last_role (const CsZhText *text, guint at, guint length)
{
  guint last = at + length - 1;

  while (last > at && role_at (text, last) == CS_ROLE_INSIDE)
    last--;

  return role_at (text, last);
}

static gboolean
looks_like_name (const CsZhText *text, guint at, guint length)
{
  CsWordRoleZh role = last_role (text, at, length);

  if (role == CS_ROLE_MODIFIER && role_at (text, at + length - 1) == role && length > 1)
    return TRUE; /* 引物: what a single character is elsewhere says nothing */

  return role == CS_ROLE_NOUN || role == CS_ROLE_INSIDE || (role == CS_ROLE_VERB && length > 1);
}

static gboolean
is_listed (const CsZhText *text, guint at, guint end)
{
  gunichar units[MAX_WORD];
  guint length = MIN (end - at, MAX_WORD);

  for (guint i = 0; i < length; i++)
    units[i] = cs_zh_text_char (text, at + i)->unit;

  return cs_word_zh_mark (units, length) != 0;
}

/* Whether no other noun runs on into what stands at @at. */
static gboolean
stands_alone (const CsZhText *text, guint at)
{
  guint before = at;

  if (at == 0 || cs_zh_text_char (text, at)->before != 0)
    return TRUE;
  do
    before--;
  while (before > 0 && cs_zh_text_char (text, before)->unit != 0 &&
         role_at (text, before) == CS_ROLE_INSIDE);

  return cs_zh_text_char (text, before)->unit == 0 || role_at (text, before) >= CS_ROLE_PREDICATE;
}

/* Whether what stands at @at begins a name elsewhere: behind 所述, 的, a mark, a predicate. */
static gboolean
begins_name (const CsZhIndex *index, const CsZhText *text, guint at)
{
  guint end = cs_zh_text_next_word (text, at);
  guint last = at;
  guint n_places;
  const guint32 *places;

  if (role_at (text, at) != CS_ROLE_NOUN && role_at (text, at) != CS_ROLE_VERB)
    return FALSE;
  while (cs_zh_end_at (text, end) == CS_ZH_END_NO && end - at < CS_ZH_MAX_NAME)
    {
      last = end;
      end = cs_zh_text_next_word (text, end);
    }
  if (end - at < 2)
    return FALSE;
  if (end - last > 1 && !is_listed (text, last, end))
    return TRUE; /* no name of a thing: 发送|积分 */

  places = cs_zh_index_find (index, at, 2, 0, text->chars->len, &n_places);
  for (guint i = 0; i < MIN (n_places, MAX_OBJECT_PLACES); i++)
    {
      guint place = places[i];

      if (place == 0 || cs_zh_text_match (text, at, place, end - at) < end - at ||
          cs_zh_end_at (text, place + end - at) < CS_ZH_END_SURE)
        continue;
      if ((cs_zh_text_char (text, place)->before & (CS_ZH_BEFORE_MARKER | CS_ZH_BEFORE_DE)) != 0)
        {
          if (last > at)
            return TRUE;
          continue; /* 所述模块 may be short for a longer name */
        }
      if (stands_alone (text, place))
        return TRUE;
    }

  return FALSE;
}

/* The name ends where it surely can, at the first place that leaves a noun before it. */
static void
estimate_name (CsZhWindow *window, const CsZhText *text)
{
  gboolean doubtful = FALSE;

  window->name_length = window->length;
  for (guint n = 1; n < window->length; n++)
    {
      if (window->ends[n] == CS_ZH_END_NO || !looks_like_name (text, window->at, n))
        continue;
      if (window->ends[n] == CS_ZH_END_MAYBE)
        {
          doubtful = TRUE;
          continue;
        }
      window->name_length = n;
      break;
    }
  window->certain = !doubtful;
}

void
cs_zh_window_init (CsZhWindow *window, const CsZhIndex *index, const CsZhText *text)
{
  guint at = window->at;
  gboolean handled = at > 0 && is_one_of (L"将把使令让", cs_zh_text_char (text, at - 1)->unit);
  guint n = 0;

  window->length = 0;
  if (cs_zh_text_char (text, at)->unit == 0)
    return;

  do
    {
      n++;
      window->ends[n] = cs_zh_end_at (text, at + n);
      if (window->ends[n] == CS_ZH_END_MAYBE && role_at (text, at + n) == CS_ROLE_VERB &&
          (handled || is_one_of (L"器机块元置备端", cs_zh_text_char (text, at + n - 1)->unit) ||
           begins_name (index, text, cs_zh_text_next_word (text, at + n))))
        window->ends[n] = CS_ZH_END_LIKELY; /* what acts, or is acted upon, and no 信号 of 信号发送 */
    }
  while (n < CS_ZH_MAX_NAME && window->ends[n] != CS_ZH_END_EXACT);
  window->length = n;
  estimate_name (window, text);
}

/* --- what a claim offers --- */

typedef struct
{
  const CsZhIndex *index;
  const CsZhText *text;
  const guint8 *voided;
  const CsZhWindow *window;
  guint claim;
  CsZhRest best;
} Search;

static gboolean
counts (const Search *search, guint place)
{
  if (search->voided[place])
    return FALSE;

  return search->claim != search->window->claim ||
         cs_zh_text_char (search->text, place)->start < search->window->start_byte;
}

static void
offer (Search *search, CsBasis basis, guint length, guint place)
{
  if (basis < search->best.basis || (basis == search->best.basis && length > search->best.length))
    search->best = (CsZhRest){ basis, length, place };
}

/* Whether the words from @at to @end are what everything has: 长度方向; 表面光滑. */
static gboolean
are_attributes (const CsZhText *text, guint at, guint end)
{
  for (guint i = at; i < end; i = cs_zh_text_next_word (text, i))
    if ((cs_zh_text_char (text, i)->mark & CS_TRAIT_ATTRIBUTE) == 0 &&
        (i == at || role_at (text, i) != CS_ROLE_MODIFIER))
      return FALSE;

  return TRUE;
}

/* Whether the name needs no introduction: 长度方向, or R1 of a formula. */
static gboolean
is_attribute (const CsZhText *text, const CsZhWindow *window)
{
  guint end = window->at + window->name_length;

  if (is_latin (cs_zh_text_char (text, window->at)->unit) && window->name_length <= MAX_SYMBOL &&
      cs_zh_text_next_word (text, window->at) >= end)
    return TRUE;

  return are_attributes (text, window->at, end);
}

/* The name goes on behind a known one: with what everything has (表面, 抗压强度), or with the name of
 * something that stands there too. */
static CsBasis
basis_of_rest (const Search *search, guint length, CsZhEnd there)
{
  const CsZhText *text = search->text;
  const CsZhWindow *window = search->window;
  guint at = window->at + length;
  guint end = window->at + window->name_length;
  guint n_places;
  const guint32 *places;

  if (role_at (text, at) == CS_ROLE_INSIDE || end <= at)
    return CS_BASIS_NO_HEAD;
  if (are_attributes (text, at, end) ||
      (there >= CS_ZH_END_LIKELY && end - at > 1 &&
       is_one_of (L"度率性数", cs_zh_text_char (text, end - 1)->unit)))
    return CS_BASIS_IMPLICIT;
  if (there < CS_ZH_END_LIKELY || end - at < 2 || role_at (text, at) != CS_ROLE_NOUN)
    return CS_BASIS_NO_HEAD;

  places = cs_zh_index_find (search->index, at, 2, text->begins[search->claim],
                             text->begins[search->claim + 1], &n_places);
  for (guint i = 0; i < MIN (n_places, MAX_OBJECT_PLACES); i++)
    if (counts (search, places[i]) && role_at (text, places[i]) != CS_ROLE_INSIDE &&
        cs_zh_text_match (text, at, places[i], end - at) == end - at &&
        cs_zh_end_at (text, places[i] + end - at) >= CS_ZH_END_LIKELY &&
        stands_alone (text, places[i]))
      return CS_BASIS_COMPOUND;

  return CS_BASIS_NO_HEAD;
}

/* 控制信号|确定时间: behind a name that is known a verb with its object, which is no 确定模块. */
static gboolean
acts (const CsZhText *text, const CsZhWindow *window, guint length)
{
  guint verb = window->at + length;
  guint object = cs_zh_text_next_word (text, verb);
  guint last = window->at + window->name_length - 1;

  if (role_at (text, verb) != CS_ROLE_VERB || object > last)
    return FALSE;
  while (last > object && role_at (text, last) == CS_ROLE_INSIDE)
    last--;

  return (cs_zh_text_char (text, last)->mark & CS_TRAIT_HEAD) == 0;
}

/* The name may be as long as @length: how good is what stands at @place, which begins with it? */
static CsBasis
basis_of (const Search *search, guint place, guint length)
{
  const CsZhWindow *window = search->window;
  const CsZhText *text = search->text;
  CsZhEnd here = window->ends[length];
  CsZhEnd there = here == CS_ZH_END_EXACT ? cs_zh_forced_end_at (text, place + length) :
                                            cs_zh_end_at (text, place + length);
  gboolean whole = there > CS_ZH_END_NO || role_at (text, place + length) != CS_ROLE_INSIDE;
  gboolean named = there == CS_ZH_END_EXACT || looks_like_name (text, window->at, length) ||
                   looks_like_name (text, place, length);

  if (here == CS_ZH_END_EXACT)
    return whole ? CS_BASIS_FOUND : CS_BASIS_AMBIGUOUS;
  if (here == CS_ZH_END_NO && there >= CS_ZH_END_SURE)
    here = cs_zh_forced_end_at (text, window->at + length);
  if (here == CS_ZH_END_SURE && there >= CS_ZH_END_MAYBE)
    return named ? CS_BASIS_FOUND : CS_BASIS_AMBIGUOUS;
  if (here == CS_ZH_END_SURE && whole && length > 1)
    return length >= window->name_length ? CS_BASIS_FOUND : CS_BASIS_AMBIGUOUS;
  if (here == CS_ZH_END_LIKELY && there >= CS_ZH_END_LIKELY && named && length > 1)
    return CS_BASIS_FOUND;
  if (length < 2 || !whole || !named)
    return CS_BASIS_NO_HEAD;
  if (here == CS_ZH_END_MAYBE && there >= CS_ZH_END_LIKELY)
    return acts (text, window, length) ? CS_BASIS_FOUND : CS_BASIS_AMBIGUOUS;

  return basis_of_rest (search, length, there);
}

static void
try_place (Search *search, guint place, guint least)
{
  const CsZhWindow *window = search->window;
  guint length = cs_zh_text_match (search->text, window->at, place, window->length);

  for (; length >= least && search->best.basis != CS_BASIS_FOUND; length--)
    offer (search, basis_of (search, place, length), length, place);
}

static void
try_places (Search *search, guint n_units)
{
  const CsZhText *text = search->text;
  guint n_places;
  const guint32 *places = cs_zh_index_find (search->index, search->window->at, n_units,
                                            text->begins[search->claim],
                                            text->begins[search->claim + 1], &n_places);

  for (guint i = 0; i < MIN (n_places, MAX_PLACES); i++)
    if (counts (search, places[i]))
      {
        try_place (search, places[i], n_units);
        if (search->best.basis == CS_BASIS_FOUND)
          break;
      }
}

/* Whether the last word of the name stands anywhere. */
static void
try_head (Search *search)
{
  const CsZhWindow *window = search->window;
  const CsZhText *text = search->text;
  guint end = window->at + window->name_length;
  guint head = end - 1;
  guint n_places;
  const guint32 *places;

  while (head > window->at && role_at (text, head) == CS_ROLE_INSIDE)
    head--;
  if (head == window->at && end - head > 2 && is_listed (text, end - 1, end))
    head = end - 1; /* 从动轴 is one word; its head is 轴 */
  places = cs_zh_index_find (search->index, head, MIN (end - head, 2), text->begins[search->claim],
                             text->begins[search->claim + 1], &n_places);
  for (guint i = 0; i < MIN (n_places, MAX_PLACES); i++)
    if (counts (search, places[i]) &&
        cs_zh_text_match (text, head, places[i], end - head) == end - head)
      {
        offer (search, CS_BASIS_MODIFIER, window->name_length, places[i]);
        break;
      }
}

CsZhRest
cs_zh_rest_find (const CsZhIndex *index,
                 const CsZhText *text,
                 const guint8 *voided,
                 const CsZhWindow *window,
                 guint claim)
{
  Search search = { index, text, voided, window, claim, { CS_BASIS_NO_HEAD, 0, CS_NO_INDEX } };

  search.best.length = window->name_length;
  if (window->length > 1)
    try_places (&search, 2);
  if (search.best.basis != CS_BASIS_FOUND && window->ends[1] >= CS_ZH_END_SURE)
    try_places (&search, 1);
  if (search.best.basis > CS_BASIS_IMPLICIT && is_attribute (text, window))
    search.best = (CsZhRest){ CS_BASIS_IMPLICIT, window->name_length, CS_NO_INDEX };
  if (search.best.basis > CS_BASIS_MODIFIER)
    try_head (&search);

  return search.best;
}
