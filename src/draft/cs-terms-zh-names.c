#include "../language/cs-segment-zh.h"
#include "cs-terms-zh.h"

/* Where Chinese claims name things without 所述: introductions and bare uses. */

#define MAX_DE_CHARS 40     /* of 一个……的盖 before the name */
#define MAX_CLAIMS_TRIED 64 /* in which a term was named before */

/* Where the walk through one claim is. */
typedef struct
{
  CsZhAnalysis *analysis;
  guint claim;
  guint end;          /* of its own characters */
  CsRange marker;     /* 一个, 至少一个 right before; empty when there is none */
  gboolean contained; /* behind 包括, or an item of the list behind it */
  gboolean listing;   /* 包括 stood anywhere before: its items may be clauses of their own */
  gboolean fresh;     /* right behind a mark, or 以及 behind one */
  GHashTable *claims; /* term + 1 -> GArray of claims that named it so far */
} Walk;

static CsWordRoleZh
role_at (const CsZhText *text, guint at)
{
  return cs_zh_text_char (text, at)->mark & CS_ROLE_MASK;
}

/* --- names that are known --- */

static gpointer
names_key (const CsZhText *text, guint at, guint length)
{
  guint first = cs_zh_text_char (text, at)->unit;
  guint second = length > 1 ? cs_zh_text_char (text, at + 1)->unit : 0;

  return GUINT_TO_POINTER (first * 65599 + second);
}

static void
learn_name (CsZhAnalysis *analysis, guint at, guint length, guint term)
{
  gpointer key = names_key (analysis->text, at, length);
  GArray *names = g_hash_table_lookup (analysis->names, key);
  CsZhName name = { at, length, term };
  guint place = 0;

  if (!g_hash_table_add (analysis->is_name, GUINT_TO_POINTER (term + 1)))
    return;
  if (names == NULL)
    {
      names = g_array_new (FALSE, FALSE, sizeof (CsZhName));
      g_hash_table_insert (analysis->names, key, names);
    }
  while (place < names->len && g_array_index (names, CsZhName, place).length >= length)
    place++;
  g_array_insert_val (names, place, name);
}

/* Length of the longest of the known names with these first characters that stands at @at. */
static guint
longest_of (CsZhAnalysis *analysis, guint at, guint n_first)
{
  const CsZhText *text = analysis->text;
  const GArray *names = g_hash_table_lookup (analysis->names, names_key (text, at, n_first));

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const CsZhName *name = &g_array_index (names, CsZhName, i);

      if (cs_zh_text_match (text, at, name->place, name->length) == name->length &&
          cs_zh_end_at (text, at + name->length) >= CS_ZH_END_MAYBE)
        return name->length;
    }

  return 0;
}

static guint
known_length (CsZhAnalysis *analysis, guint at)
{
  guint length = 0;

  if (cs_zh_text_char (analysis->text, at + 1)->unit != 0)
    length = longest_of (analysis, at, 2);

  return length > 0 ? length : longest_of (analysis, at, 1);
}

/* --- names that are not --- */

/* Length of the noun phrase that begins at @at, 0 when none does. Sets @certain. */
static guint
phrase_length (CsZhAnalysis *analysis, guint at, gboolean *certain)
{
  const CsZhText *text = analysis->text;
  CsZhWindow window = { .at = at };
  CsWordRoleZh role = role_at (text, at);
  guint last;

  *certain = FALSE;
  if (role == CS_ROLE_INSIDE || role >= CS_ROLE_PREDICATE)
    return 0;

  cs_zh_window_init (&window, analysis->index, text);
  for (last = window.length == 0 ? at : at + window.name_length - 1;
       last > at && role_at (text, last) == CS_ROLE_INSIDE; last--)
    continue;
  if (window.length == 0 || window.name_length >= CS_ZH_MAX_NAME ||
      (role_at (text, last) != CS_ROLE_NOUN && role_at (text, last) != CS_ROLE_VERB) ||
      (role_at (text, last) == CS_ROLE_VERB && last == at))
    return 0;
  for (guint i = at; i < at + window.name_length; i++)
    if (role_at (text, i) >= CS_ROLE_PREDICATE ||
        (i > at && (cs_zh_text_char (text, i)->before & CS_ZH_BEFORE_DE) != 0))
      return 0;
  *certain = window.certain;

  return window.name_length;
}

/* 一个用于固定的盖 introduces 盖: where the name begins that a quantity before @at introduces. */
static guint
introduced_at (const Walk *walk, guint at)
{
  const CsZhText *text = walk->analysis->text;
  guint found = at;

  for (guint i = at + 1; i < walk->end && i - at < MAX_DE_CHARS; i++)
    {
      const CsZhChar *c = cs_zh_text_char (text, i);

      if (c->unit == 0 || (c->mark & CS_ROLE_MASK) == CS_ROLE_CONTAINS)
        break;
      if ((c->before & CS_ZH_BEFORE_DE) != 0)
        found = i;
      else if (found < i && walk->analysis->cover[i] == 0 &&
               cs_zh_end_at (text, i) >= CS_ZH_END_SURE &&
               (role_at (text, at) < CS_ROLE_VERB || (c->before & CS_ZH_BEFORE_SIGN) != 0))
        break;
    }

  return found;
}

/* --- the walk --- */

static GArray *
get_claims (Walk *walk, guint term)
{
  GArray *claims = g_hash_table_lookup (walk->claims, GUINT_TO_POINTER (term + 1));

  if (claims == NULL)
    {
      claims = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (walk->claims, GUINT_TO_POINTER (term + 1), claims);
    }

  return claims;
}

static gboolean
was_named (Walk *walk, guint term)
{
  const GArray *claims = get_claims (walk, term);

  for (guint i = 0; i < MIN (claims->len, MAX_CLAIMS_TRIED); i++)
    {
      guint claim = g_array_index (claims, guint, i);

      if (claim == walk->claim || cs_zh_is_above (walk->analysis, claim, walk->claim))
        return TRUE;
    }

  return FALSE;
}

static void
note_named (Walk *walk, guint term)
{
  GArray *claims = get_claims (walk, term);

  if (claims->len == 0 || g_array_index (claims, guint, claims->len - 1) != walk->claim)
    g_array_append_val (claims, walk->claim);
}

static void
add_name (Walk *walk, guint at, guint length)
{
  CsZhAnalysis *analysis = walk->analysis;
  CsMention mention = { .claim = walk->claim, .kind = CS_MENTION_USE, .marker = walk->marker };
  guint index = cs_zh_add_mention (analysis, &mention, at, length, CS_NO_INDEX);
  CsMention *added = &g_array_index (analysis->scan->mentions, CsMention, index);

  if (!was_named (walk, added->term))
    added->kind = CS_MENTION_INTRODUCTION;
  note_named (walk, added->term);
  learn_name (analysis, at, length, added->term);
}

/* Whether a name can begin at @at: no other noun runs on into it. */
static gboolean
can_begin (const Walk *walk, guint at)
{
  const CsZhText *text = walk->analysis->text;
  guint before = at;

  if (role_at (text, at) == CS_ROLE_INSIDE)
    return FALSE;
  if (at == walk->analysis->text->begins[walk->claim] || cs_zh_text_char (text, at)->before != 0 ||
      walk->analysis->cover[at - 1] != 0)
    return TRUE;

  do
    before--;
  while (cs_zh_text_char (text, before)->unit != 0 && role_at (text, before) == CS_ROLE_INSIDE);

  return cs_zh_text_char (text, before)->unit == 0 || role_at (text, before) >= CS_ROLE_VERB;
}

/* 和 and 以及 go on with a list. */
static gboolean
is_and (gunichar unit)
{
  return unit == 0x548c || unit == 0x4ee5;
}

/* What the next name may stand behind. */
static void
follow_context (Walk *walk, guint at, guint next)
{
  const CsZhText *text = walk->analysis->text;
  const CsZhChar *c = cs_zh_text_char (text, at);

  if (c->unit == 0)
    {
      walk->contained = walk->contained && c->mark != CS_ZH_STOP_END;
      walk->fresh = TRUE;
      walk->marker = (CsRange){ c->end, c->end };
    }
  else if ((c->mark & CS_TRAIT_QUANTITY) != 0 || (c->mark & CS_ROLE_MASK) == CS_ROLE_NUMERAL)
    {
      if (cs_range_is_empty (walk->marker))
        walk->marker.start = c->start;
      walk->marker.end = cs_zh_text_char (text, next - 1)->end;
    }
  else
    {
      walk->fresh = walk->fresh && is_and (c->unit);
      if ((c->mark & CS_ROLE_MASK) == CS_ROLE_CONTAINS)
        walk->contained = walk->listing = TRUE;
      else if ((c->mark & CS_ROLE_MASK) == CS_ROLE_PREDICATE && !is_and (c->unit))
        walk->contained = FALSE;
      walk->marker = (CsRange){ 0, 0 };
    }
}

/* 抑制|模块: one word behind a verb is more likely the end of a longer name. */
static gboolean
is_head_alone (const Walk *walk, guint at, guint length)
{
  const CsZhText *text = walk->analysis->text;
  guint before = at - 1;

  if (at == text->begins[walk->claim] || cs_zh_text_char (text, at)->before != 0 ||
      cs_zh_text_next_word (text, at) - at < length)
    return FALSE;
  while (before > 0 && cs_zh_text_char (text, before)->unit != 0 &&
         role_at (text, before) == CS_ROLE_INSIDE)
    before--;

  return cs_zh_text_char (text, before)->unit != 0 && role_at (text, before) == CS_ROLE_VERB;
}

/* Whether a mention covers any of the @length characters from @at on. */
static gboolean
is_covered (const CsZhAnalysis *analysis, guint at, guint length)
{
  for (guint i = 0; i < length; i++)
    if (analysis->cover[at + i] != 0)
      return TRUE;

  return FALSE;
}

/* Adds the name that stands at @at, if one does. Returns what follows it, or the next word. */
static guint
read_name (Walk *walk, guint at)
{
  CsZhAnalysis *analysis = walk->analysis;
  const CsZhText *text = analysis->text;
  gboolean quantity = !cs_range_is_empty (walk->marker);
  guint start = quantity ? introduced_at (walk, at) : at;
  gboolean certain = FALSE;
  gboolean named;
  guint length = phrase_length (analysis, start, &certain);
  guint known = known_length (analysis, start);
  gboolean signed_name = length > 0 && cs_zh_text_find_sign (text, start + length) != NULL;

  if (start > at && length == 0 && known == 0)
    {
      start = at;
      length = phrase_length (analysis, start, &certain);
      known = known_length (analysis, start);
    }
  if (analysis->cover[start] != 0)
    return at + 1;
  named = quantity || walk->contained || signed_name ||
          (walk->listing && walk->fresh && length > 1 &&
           cs_zh_text_char (text, start + length)->unit == 0);
  if (known > 0 && is_head_alone (walk, start, known))
    known = 0;
  if (known > 0 && !(named && length > known && (certain || walk->fresh || signed_name)))
    length = known;
  else if (!named)
    length = 0;
  if (length == 0 || is_covered (analysis, start, length))
    return cs_zh_text_next_word (text, at);

  add_name (walk, start, length);
  walk->marker = (CsRange){ 0, 0 };
  walk->fresh = FALSE;

  return start + length;
}

static void
walk_claim (Walk *walk)
{
  CsZhAnalysis *analysis = walk->analysis;
  const CsZhText *text = analysis->text;

  walk->contained = walk->listing = FALSE;
  walk->fresh = TRUE;
  walk->marker = (CsRange){ 0, 0 };
  walk->end = text->mains[walk->claim];
  for (guint at = text->begins[walk->claim]; at < walk->end;)
    {
      const CsZhChar *c = cs_zh_text_char (text, at);
      guint next = at + 1;

      if (analysis->cover[at] != 0)
        {
          const CsMention *mention = &g_array_index (analysis->scan->mentions, CsMention,
                                                     analysis->cover[at] - 1);

          if (mention->basis == CS_BASIS_FOUND)
            note_named (walk, mention->term);
          walk->marker = (CsRange){ 0, 0 };
          walk->fresh = FALSE;
        }
      else if (c->unit != 0 && can_begin (walk, at) && (c->mark & CS_TRAIT_QUANTITY) == 0 &&
               (role_at (text, at) < CS_ROLE_PREDICATE || !cs_range_is_empty (walk->marker)))
        {
          next = read_name (walk, at);
          if (next == cs_zh_text_next_word (text, at) && analysis->cover[at] == 0)
            follow_context (walk, at, next);
        }
      else
        {
          next = c->unit == 0 ? at + 1 : cs_zh_text_next_word (text, at);
          follow_context (walk, at, next);
        }
      at = next;
    }
}

static void
learn_references (CsZhAnalysis *analysis)
{
  for (guint i = 0; i < analysis->scan->mentions->len; i++)
    {
      const CsMention *mention = &g_array_index (analysis->scan->mentions, CsMention, i);
      guint at = g_array_index (analysis->places, guint, i);
      guint length = 1;

      while (analysis->cover[at + length] == i + 1)
        length++;
      learn_name (analysis, at, length, mention->term);
    }
}

void
cs_zh_find_names (CsZhAnalysis *analysis)
{
  Walk walk = { .analysis = analysis };
  guint n_claims = cs_claim_set_get_n_claims (analysis->scan->claims);

  walk.claims = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  learn_references (analysis);
  for (walk.claim = 0; walk.claim < n_claims; walk.claim++)
    walk_claim (&walk);
  g_hash_table_unref (walk.claims);
}
