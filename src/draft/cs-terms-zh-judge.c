#include "cs-terms-zh-judge.h"

#include "../language/cs-segment-zh.h"

/* Where names end, and what the words of one claim offer a reference. */

#define MAX_PLACES 400   /* tried in one claim for one reference */
#define MAX_VERB_CHAIN 3 /* 滑动连接 is a chain of two */

static CsWordRoleZh
role_at (const CsZhText *text, guint at)
{
  return cs_zh_text_char (text, at)->mark & CS_ROLE_MASK;
}

/* --- where names end --- */

static CsZhEnd end_at (const CsZhText *text, guint at, guint depth);

/* A verb ends a name when what follows shows that it is the predicate. */
static CsZhEnd
end_at_verb (const CsZhText *text, guint at, guint depth)
{
  guint next = cs_zh_text_next_word (text, at);
  const CsZhChar *c = cs_zh_text_char (text, next);

  if ((c->before & CS_ZH_BEFORE_SIGN) != 0) /* 驱动(3): the name ends behind it */
    return CS_ZH_END_NO;
  if (c->unit == 0)
    return CS_ZH_END_MAYBE;
  if (depth > MAX_VERB_CHAIN)
    return CS_ZH_END_MAYBE;

  return end_at (text, next, depth + 1) >= CS_ZH_END_SURE ? CS_ZH_END_SURE : CS_ZH_END_MAYBE;
}

/* 内 ends a name, and begins one in 内腔. */
static CsZhEnd
end_at_locative (const CsZhText *text, guint at, guint depth)
{
  guint next = cs_zh_text_next_word (text, at);

  if (depth > MAX_VERB_CHAIN || role_at (text, next) == CS_ROLE_VERB)
    return CS_ZH_END_SURE;

  return end_at (text, next, depth + 1) >= CS_ZH_END_SURE ? CS_ZH_END_SURE : CS_ZH_END_MAYBE;
}

static CsZhEnd
end_at (const CsZhText *text, guint at, guint depth)
{
  const CsZhChar *c = cs_zh_text_char (text, at);

  if (c->unit == 0 || (c->before & (CS_ZH_BEFORE_SIGN | CS_ZH_BEFORE_MARKER)) != 0)
    return CS_ZH_END_EXACT;
  if ((c->before & CS_ZH_BEFORE_DE) != 0)
    return CS_ZH_END_SURE;

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
      return (c->before & CS_ZH_BEFORE_BRACKET) != 0 ? CS_ZH_END_MAYBE : CS_ZH_END_NO;
    }
}

CsZhEnd
cs_zh_end_at (const CsZhText *text, guint at)
{
  return end_at (text, at, 0);
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

  return role == CS_ROLE_NOUN || role == CS_ROLE_INSIDE;
}

/* The name ends where it surely can, at the first place that leaves a noun before it. */
static void
estimate_name (CsZhWindow *window, const CsZhText *text)
{
  gboolean doubtful = FALSE;

  window->name_length = window->length;
  for (guint n = 1; n < window->length; n++)
    {
      if (window->ends[n] == CS_ZH_END_MAYBE && looks_like_name (text, window->at, n))
        doubtful = TRUE;
      if (window->ends[n] >= CS_ZH_END_SURE && looks_like_name (text, window->at, n))
        {
          window->name_length = n;
          break;
        }
    }
  window->certain = !doubtful;
}

void
cs_zh_window_init (
    CsZhWindow *window, const CsZhText *text, guint claim, guint at, gsize start_byte)
{
  guint n = 0;

  *window = (CsZhWindow){ .claim = claim, .at = at, .start_byte = start_byte };
  if (cs_zh_text_char (text, at)->unit == 0)
    return;

  do
    {
      n++;
      window->ends[n] = cs_zh_end_at (text, at + n);
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

/* The name may be as long as @length: how good is what stands at @place, which begins with it? */
static CsBasis
basis_of (const Search *search, guint place, guint length)
{
  const CsZhWindow *window = search->window;
  CsZhEnd here = window->ends[length];
  CsZhEnd there = cs_zh_end_at (search->text, place + length);
  gboolean whole = role_at (search->text, place + length) != CS_ROLE_INSIDE ||
                   cs_zh_text_char (search->text, place + length)->unit == 0;

  if (length == window->length && window->ends[length] == CS_ZH_END_EXACT)
    return whole ? CS_BASIS_FOUND : CS_BASIS_AMBIGUOUS;
  if (here >= CS_ZH_END_SURE && there >= CS_ZH_END_MAYBE)
    return looks_like_name (search->text, window->at, length) || there == CS_ZH_END_EXACT
               ? CS_BASIS_FOUND
               : CS_BASIS_AMBIGUOUS;
  if (here >= CS_ZH_END_SURE && whole && length > 1)
    return length >= window->name_length ? CS_BASIS_FOUND : CS_BASIS_AMBIGUOUS;
  if (there < CS_ZH_END_SURE || length < 2)
    return CS_BASIS_NO_HEAD;
  if (here == CS_ZH_END_MAYBE && looks_like_name (search->text, window->at, length))
    return CS_BASIS_AMBIGUOUS;
  if (here == CS_ZH_END_NO &&
      (cs_zh_text_char (search->text, window->at + length)->mark & CS_TRAIT_ATTRIBUTE) != 0 &&
      looks_like_name (search->text, window->at, length))
    return CS_BASIS_IMPLICIT;

  return CS_BASIS_NO_HEAD;
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
  places = cs_zh_index_find (search->index, head, MIN (end - head, 2), text->begins[search->claim],
                             text->begins[search->claim + 1], &n_places);
  for (guint i = 0; i < MIN (n_places, MAX_PLACES); i++)
    if (counts (search, places[i]) && cs_zh_text_match (text, head, places[i], end - head) == end - head)
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
  if (search.best.basis > CS_BASIS_MODIFIER)
    try_head (&search);

  return search.best;
}
