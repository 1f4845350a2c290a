#include <wchar.h>

#include "../language/cs-segment-zh.h"
#include "cs-terms-zh.h"

/* A second look at Chinese references that seem to rest on nothing: only what is beyond doubt is
 * reported as such. */

#define MAX_PLACES 60 /* looked at in one claim for one reference */
#define MAX_WORD 8    /* characters of a word */

/* One reference and the claim asked. */
typedef struct
{
  CsZhAnalysis *analysis;
  const CsZhText *text;
  const CsZhWindow *window;
  guint claim;
  guint end; /* of the name */
} Look;

static CsWordRoleZh
role_at (const CsZhText *text, guint at)
{
  return cs_zh_text_char (text, at)->mark & CS_ROLE_MASK;
}

/* Where the last word of the characters from @at to @end begins. */
static guint
last_word (const CsZhText *text, guint at, guint end)
{
  guint last = end - 1;

  while (last > at && role_at (text, last) == CS_ROLE_INSIDE)
    last--;

  return last;
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

/* Whether the words from @at to @end are those of a thing: they end in one that names things. */
static gboolean
ends_like_thing (const CsZhText *text, guint at, guint end)
{
  guint last = last_word (text, at, end);

  if (role_at (text, last) != CS_ROLE_NOUN && role_at (text, last) != CS_ROLE_INSIDE)
    return FALSE;

  return is_listed (text, last, end) || is_listed (text, end - 1, end);
}

static const guint32 *
find_places (const Look *look, guint at, guint n_units, guint *n_places)
{
  const CsZhText *text = look->text;
  const guint32 *places = cs_zh_index_find (look->analysis->index, at, MIN (n_units, 2),
                                            text->begins[look->claim],
                                            text->begins[look->claim + 1], n_places);

  *n_places = MIN (*n_places, MAX_PLACES);

  return places;
}

static gboolean
counts (const Look *look, guint place)
{
  if (look->analysis->voided[place])
    return FALSE;

  return look->claim != look->window->claim ||
         cs_zh_text_char (look->text, place)->start < look->window->start_byte;
}

/* --- what makes a finding doubtful --- */

/* 所述去除 takes up 从……去除对象, and 所述提供涂料 what is provided there: steps, not things. */
static gboolean
takes_up_step (const Look *look)
{
  const CsZhText *text = look->text;
  guint at = look->window->at;
  guint end = cs_zh_text_next_word (text, at);
  CsWordRoleZh role = role_at (text, at);
  guint n_places;
  const guint32 *places;

  if ((role != CS_ROLE_PREDICATE && (role != CS_ROLE_VERB || end < look->end)) || end - at < 2)
    return FALSE;

  places = find_places (look, at, 2, &n_places);
  for (guint i = 0; i < n_places; i++)
    {
      guint place = places[i];
      guint behind = place + end - at;

      if (counts (look, place) && role_at (text, place) != CS_ROLE_INSIDE &&
          cs_zh_text_match (text, at, place, end - at) == end - at &&
          (role_at (text, behind) != CS_ROLE_INSIDE || role_at (text, place) >= CS_ROLE_VERB) &&
          (cs_zh_text_char (text, behind)->mark & CS_TRAIT_HEAD) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The length of the longest name that is finished in the claim and that the reference begins with,
 * with words left behind it; 0 when there is none. */
static guint
known_length (const Look *look)
{
  const CsZhText *text = look->text;
  guint at = look->window->at;
  guint longest = 0;
  guint n_places;
  const guint32 *places = find_places (look, at, 2, &n_places);

  for (guint i = 0; i < n_places; i++)
    {
      guint length = cs_zh_text_match (text, at, places[i], look->end - at - 1);

      if (!counts (look, places[i]) || role_at (text, places[i]) == CS_ROLE_INSIDE)
        continue;
      for (; length >= 2 && length > longest; length--)
        if (cs_zh_end_at (text, places[i] + length) >= CS_ZH_END_LIKELY &&
            role_at (text, last_word (text, at, at + length)) == CS_ROLE_NOUN)
          longest = length;
    }

  return longest;
}

static gboolean
ends_like_part (const CsZhText *text, guint at, guint end)
{
  guint last = last_word (text, at, end);

  return (cs_zh_text_char (text, last)->mark & (CS_TRAIT_PART | CS_TRAIT_ATTRIBUTE)) != 0;
}

/* What the words behind a known name make of it. */
static CsBasis
weigh_rest (const Look *look, guint length)
{
  const CsZhText *text = look->text;
  guint at = look->window->at;
  guint rest = at + length;
  guint head = last_word (text, at, rest);
  guint verb = cs_zh_text_next_word (text, rest);

  while (verb < look->end && role_at (text, verb) != CS_ROLE_VERB)
    verb = cs_zh_text_next_word (text, verb);
  if (ends_like_part (text, rest, look->end) || ends_like_part (text, rest, MIN (verb, look->end)))
    return CS_BASIS_IMPLICIT; /* 循环泵进水口, 循环泵进水口连接水管 */
  if (role_at (text, rest) == CS_ROLE_VERB && rest - head > 1 &&
      (cs_zh_text_char (text, head)->mark & CS_TRAIT_HEAD) != 0)
    return CS_BASIS_AMBIGUOUS; /* 底座固定连接支架, but 清洗剂储存罐 */

  return ends_like_thing (text, rest, look->end) ? CS_BASIS_NO_HEAD : CS_BASIS_AMBIGUOUS;
}

/* Whether all of the name stands within a longer one in what the claim says it claims: 发动机 in
 * 用于发动机空气流量传感器的装置. */
static gboolean
is_within_subject (const Look *look)
{
  const CsZhText *text = look->text;
  const CsClaim *claim = cs_claim_set_get (look->analysis->scan->claims, look->claim);
  guint length = look->end - look->window->at;
  guint n_places;
  const guint32 *places = find_places (look, look->window->at, length, &n_places);

  for (guint i = 0; i < n_places; i++)
    if (counts (look, places[i]) &&
        cs_zh_text_char (text, places[i])->start < claim->subject.end &&
        cs_zh_text_match (text, look->window->at, places[i], length) == length)
      return TRUE;

  return FALSE;
}

CsBasis
cs_zh_doubt (CsZhAnalysis *analysis, const CsZhWindow *window, guint claim, CsBasis basis)
{
  Look look = { analysis, analysis->text, window, claim, window->at + window->name_length };
  guint known;

  if (takes_up_step (&look))
    return CS_BASIS_IMPLICIT;
  if (window->name_length == 1)
    return is_listed (look.text, window->at, look.end) ? basis : MIN (basis, CS_BASIS_AMBIGUOUS);

  known = known_length (&look);
  if (known > 0)
    basis = MIN (basis, weigh_rest (&look, known));
  if (basis > CS_BASIS_AMBIGUOUS && is_within_subject (&look))
    return CS_BASIS_AMBIGUOUS;

  return basis;
}
