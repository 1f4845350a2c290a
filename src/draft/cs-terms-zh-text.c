#include "cs-terms-zh-text.h"

#include <string.h>
#include <wchar.h>

#include "../language/cs-fold.h"
#include "../language/cs-scan.h"
#include "../language/cs-segment-zh.h"
#include "cs-terms-zh-marks.h"

/* Reading claims into one row of characters with all that is no part of a name taken out. */

#define MAX_BRACKET_BYTES 240 /* what is in longer ones is read as text */
#define MAX_TAIL_CHARS 14     /* so much is repeated behind a bracket or a coordinated name */
#define MAX_CLOSING_BYTES 12  /* 所述的 stands so near the end of a reference */
#define MAX_JOINTS 12         /* 第一、第二、…… in one list */

typedef struct
{
  CsZhText *text;
  const CsClaim *claim;
  const CsFolded *folded;
  GArray *stretch;  /* CsZhChar: not yet divided into words */
  GArray *brackets; /* CsRange: insides of brackets, in bytes of the folded text */
  GArray *behind;   /* guint: the character behind each bracket */
  guint8 before;    /* what was taken out before the next character */
  guint next_group;
  guint next_sign;
} Reader;

/* --- writing --- */

/* Divides the stretch into words and adds them; 的 goes. */
static void
flush (Reader *reader)
{
  GArray *stretch = reader->stretch;
  g_autofree gunichar *units = g_new (gunichar, stretch->len + 1);
  g_autofree guint16 *marks = g_new (guint16, stretch->len + 1);

  if (stretch->len == 0)
    return;
  for (guint i = 0; i < stretch->len; i++)
    units[i] = g_array_index (stretch, CsZhChar, i).unit;
  cs_segment_zh (units, stretch->len, marks);

  for (guint i = 0; i < stretch->len; i++)
    {
      CsZhChar c = g_array_index (stretch, CsZhChar, i);

      if (c.unit == 0x7684 && marks[i] == CS_ROLE_FUNCTION) /* 的 as a word of its own */
        {
          reader->before |= CS_ZH_BEFORE_DE | c.before;
          continue;
        }
      c.mark = marks[i];
      c.before |= reader->before;
      reader->before = 0;
      g_array_append_val (reader->text->chars, c);
    }
  g_array_set_size (stretch, 0);
}

static void
add_stop (Reader *reader, CsZhStop kind, gsize byte)
{
  CsZhChar stop = { .mark = kind, .start = byte, .end = byte };

  flush (reader);
  stop.before = reader->before;
  reader->before = 0;
  g_array_append_val (reader->text->chars, stop);
}

static void
add_char (Reader *reader, gsize at, gsize length)
{
  const CsFolded *folded = reader->folded;
  CsZhChar c = { .start = folded->map[at], .end = folded->map[at + length] };

  c.unit = g_unichar_tolower (g_utf8_get_char (folded->text + at));
  g_array_append_val (reader->stretch, c);
}

/* --- markers --- */

static void
read_marker (Reader *reader, gsize at, gsize length)
{
  const CsFolded *folded = reader->folded;
  CsZhMarker marker = { .claim = reader->claim->index,
                        .range = { folded->map[at], folded->map[at + length] } };

  flush (reader);
  marker.at = reader->text->chars->len;
  reader->before |= CS_ZH_BEFORE_MARKER;
  g_array_append_val (reader->text->markers, marker);
}

/* --- signs and brackets --- */

static void
add_sign (Reader *reader, gsize start, gsize end)
{
  CsZhSign sign = { .range = { reader->folded->map[start], reader->folded->map[end] } };

  flush (reader);
  sign.at = reader->text->chars->len;
  reader->before |= CS_ZH_BEFORE_SIGN;
  g_array_append_val (reader->text->signs, sign);
}

static gboolean
is_open (gunichar unit)
{
  return unit == '(' || unit == '[';
}

/* The closing bracket that belongs to the one at @at, 0 when it is far or missing. */
static gsize
find_closing (const char *text, gsize at)
{
  guint depth = 0;

  for (gsize i = at; text[i] != '\0' && i < at + MAX_BRACKET_BYTES; i++)
    {
      if (is_open ((guchar)text[i]))
        depth++;
      else if ((text[i] == ')' || text[i] == ']') && --depth == 0)
        return i;
    }

  return 0;
}

/* The first sign within [start, end) of the folded text, as the parser of claims found it. */
static const CsSignUse *
find_sign_use (Reader *reader, gsize start, gsize end)
{
  const GArray *signs = reader->claim->signs;
  gsize first = reader->folded->map[start];
  gsize last = reader->folded->map[end];
  const CsSignUse *use;

  while (reader->next_sign < signs->len &&
         g_array_index (signs, CsSignUse, reader->next_sign).start < first)
    reader->next_sign++;
  if (reader->next_sign == signs->len)
    return NULL;

  use = &g_array_index (signs, CsSignUse, reader->next_sign);

  return use->start < last ? use : NULL;
}

/* Returns what stands behind the bracket at @at. */
static gsize
read_bracket (Reader *reader, gsize at)
{
  gsize end = find_closing (reader->folded->text, at);
  const CsSignUse *use;
  CsRange inside = { at + 1, end };

  if (end == 0)
    {
      add_stop (reader, CS_ZH_STOP_CLAUSE, reader->folded->map[at]);
      return at + 1;
    }

  use = find_sign_use (reader, at, end);
  if (use != NULL)
    {
      add_sign (reader, cs_folded_find (reader->folded, use->start),
                cs_folded_find (reader->folded, use->end));
      return end + 1;
    }

  flush (reader);
  reader->before |= CS_ZH_BEFORE_BRACKET;
  g_array_append_val (reader->brackets, inside);
  g_array_append_val (reader->behind, reader->text->chars->len);

  return end + 1;
}

/* --- reading --- */

/* Where the reference to claims that stands at @at ends, 0 when none does. */
static gsize
group_end (Reader *reader, gsize at)
{
  const GArray *groups = reader->claim->refs->groups;
  gsize byte = reader->folded->map[at];
  const CsRefGroup *group;

  while (reader->next_group < groups->len &&
         g_array_index (groups, CsRefGroup, reader->next_group).end <= byte)
    reader->next_group++;
  if (reader->next_group == groups->len)
    return 0;

  group = &g_array_index (groups, CsRefGroup, reader->next_group);

  return group->start <= byte ? cs_folded_find (reader->folded, group->end) : 0;
}

/* A reference to claims from @at to @end; what is named behind it stands in these claims. Returns
 * what follows. */
static gsize
read_group (Reader *reader, gsize at, gsize end)
{
  static const char *const closings[] = { "所述的", "所述之", "所述", "所说的", NULL };
  static const char *const article[] = { "一种", NULL };
  const char *text = reader->folded->text;
  GArray *markers = reader->text->markers;
  gsize marker = end;
  gsize length;

  while (marker > at && marker + MAX_CLOSING_BYTES > end &&
         cs_scan_any (text, marker, closings) == 0)
    marker--;
  add_stop (reader, CS_ZH_STOP_CLAUSE, reader->folded->map[at]);

  length = cs_scan_any (text, marker, closings);
  end = MAX (end, marker + length);
  if (length > 0 && cs_scan_any (text, end, article) == 0)
    {
      read_marker (reader, marker, end - marker);
      g_array_index (markers, CsZhMarker, markers->len - 1).quote = TRUE;
    }

  return end;
}

static gboolean
is_left_out (gunichar unit)
{
  return g_unichar_isspace (unit) || unit == '"' || unit == '\'' || unit == 0x201c ||
         unit == 0x201d || unit == 0x300a || unit == 0x300b || unit == 0x300c || unit == 0x300d;
}

static CsZhStop
stop_of (gunichar unit)
{
  switch (unit)
    {
    case 0x3001: /* 、 */
      return CS_ZH_STOP_LIST;
    case ',':
    case ';':
    case ':':
    case '!':
    case '?':
    case '\n':
    case 0x3002: /* 。 */
    case 0x2026: /* … */
    case ')':
    case ']':
      return CS_ZH_STOP_CLAUSE;
    default:
      return 0;
    }
}

static void
read_range (Reader *reader, gsize at, gsize end)
{
  const char *text = reader->folded->text;

  while (at < end)
    {
      gunichar unit = g_utf8_get_char (text + at);
      gsize length = g_utf8_skip[(guchar)text[at]];
      gsize behind = group_end (reader, at);

      if (behind > at)
        {
          at = read_group (reader, at, behind);
        }
      else if ((length = cs_zh_marker_length (text, at)) > 0)
        {
          read_marker (reader, at, length);
          at += length;
        }
      else if (is_open (unit))
        {
          at = read_bracket (reader, at);
        }
      else if ((length = cs_zh_bare_sign_length (reader->folded, at)) > 0)
        {
          add_sign (reader, at, at + length);
          at += length;
        }
      else
        {
          length = g_utf8_skip[(guchar)text[at]];
          if (stop_of (unit) != 0)
            add_stop (reader, stop_of (unit), reader->folded->map[at]);
          else if (!is_left_out (unit))
            add_char (reader, at, length);
          at += length;
        }
    }
}

/* --- what else a claim says --- */

/* Repeats the characters from @at on, up to a stop. */
static void
repeat_tail (Reader *reader, guint at)
{
  GArray *chars = reader->text->chars;
  guint end = reader->text->mains[reader->claim->index];

  for (guint n = 0; n < MAX_TAIL_CHARS && at + n < end; n++)
    {
      CsZhChar c = g_array_index (chars, CsZhChar, at + n);

      if (c.unit == 0)
        {
          c.mark = CS_ZH_STOP_CLAUSE;
          break;
        }
      if (n == 0)
        c.before &= ~CS_ZH_BEFORE_BRACKET;
      g_array_append_val (chars, c);
    }
  add_stop (reader, CS_ZH_STOP_CLAUSE, g_array_index (chars, CsZhChar, chars->len - 1).end);
}

static void
add_brackets (Reader *reader)
{
  for (guint i = 0; i < reader->brackets->len; i++)
    {
      CsRange inside = g_array_index (reader->brackets, CsRange, i);
      const char *text = reader->folded->text;

      for (gsize at = inside.start; at < inside.end; at += g_utf8_skip[(guchar)text[at]])
        {
          gunichar unit = g_utf8_get_char (text + at);

          if (!is_left_out (unit) && stop_of (unit) == 0 && !is_open (unit))
            add_char (reader, at, g_utf8_skip[(guchar)text[at]]);
          else
            flush (reader);
        }
      flush (reader);
      repeat_tail (reader, g_array_index (reader->behind, guint, i));
    }
}

static gboolean
is_one_of_pair (gunichar unit)
{
  return unit != 0 && wcschr (L"上下左右前后内外正负大小高低主从进出公母冷热", (wchar_t)unit) != NULL;
}

/* Length of what can stand before a shared name: 第一, 上; 0 when nothing such stands at @at. */
static guint
shared_length (const CsZhText *text, guint at)
{
  const CsZhChar *c = cs_zh_text_char (text, at);

  if (c->unit != 0 && (c->mark & CS_ROLE_MASK) == CS_ROLE_ORDINAL)
    return cs_zh_text_next_word (text, at) - at;

  return is_one_of_pair (c->unit) ? 1 : 0;
}

/* What joins: 、 或 和 与 及 以及; 0 when nothing does. */
static guint
joint_length (const CsZhText *text, guint at)
{
  const CsZhChar *c = cs_zh_text_char (text, at);
  gunichar next;

  if (c->unit == 0)
    return c->mark == CS_ZH_STOP_LIST && (c->before & CS_ZH_BEFORE_SIGN) == 0 ? 1 : 0;
  next = cs_zh_text_char (text, at + 1)->unit;
  if (c->unit == 0x4ee5 && next == 0x53ca) /* 以及 */
    return 2;

  return wcschr (L"和与及或至", (wchar_t)c->unit) != NULL ? 1 : 0;
}

/* 第一和第二轮 says 第一轮 too. */
static void
add_coordinated (Reader *reader)
{
  CsZhText *text = reader->text;
  guint index = reader->claim->index;

  for (guint at = text->begins[index]; at < text->mains[index]; at++)
    {
      guint length = shared_length (text, at);
      guint place = at + length;
      guint joint = length == 0 ? 0 : joint_length (text, place);
      gboolean joined = FALSE;

      for (guint n = 0; joint > 0 && n < MAX_JOINTS && place + joint < text->mains[index]; n++)
        {
          guint more = shared_length (text, place + joint);

          if (more == 0)
            break;
          joined = TRUE;
          place += joint + more;
          joint = joint_length (text, place);
        }
      if (!joined || cs_zh_text_char (text, place)->unit == 0)
        continue;

      for (guint i = 0; i < length; i++)
        {
          CsZhChar c = *cs_zh_text_char (text, at + i);

          g_array_append_val (text->chars, c);
        }
      repeat_tail (reader, place);
    }
}

static void
read_claim (CsZhText *text, const CsClaim *claim)
{
  const CsFolded *folded = claim->cased;
  Reader reader = { .text = text, .claim = claim, .folded = folded };

  reader.stretch = g_array_new (FALSE, FALSE, sizeof (CsZhChar));
  reader.brackets = g_array_new (FALSE, FALSE, sizeof (CsRange));
  reader.behind = g_array_new (FALSE, FALSE, sizeof (guint));

  text->begins[claim->index] = text->chars->len;
  if (!claim->cancelled)
    read_range (&reader, 0, folded->n_bytes);
  add_stop (&reader, CS_ZH_STOP_END, claim->n_bytes);
  text->mains[claim->index] = text->chars->len;

  add_brackets (&reader);
  add_coordinated (&reader);
  add_stop (&reader, CS_ZH_STOP_END, claim->n_bytes);

  g_array_unref (reader.stretch);
  g_array_unref (reader.brackets);
  g_array_unref (reader.behind);
}

CsZhText *
cs_zh_text_new (const CsClaimSet *claims)
{
  CsZhText *text = g_new0 (CsZhText, 1);
  guint n_claims = cs_claim_set_get_n_claims (claims);

  text->chars = g_array_new (FALSE, FALSE, sizeof (CsZhChar));
  text->begins = g_new0 (guint, n_claims + 1);
  text->mains = g_new0 (guint, n_claims + 1);
  text->markers = g_array_new (FALSE, FALSE, sizeof (CsZhMarker));
  text->signs = g_array_new (FALSE, FALSE, sizeof (CsZhSign));
  for (guint i = 0; i < n_claims; i++)
    read_claim (text, cs_claim_set_get (claims, i));
  text->begins[n_claims] = text->chars->len;

  return text;
}

void
cs_zh_text_free (CsZhText *text)
{
  g_array_unref (text->chars);
  g_array_unref (text->markers);
  g_array_unref (text->signs);
  g_free (text->begins);
  g_free (text->mains);
  g_free (text);
}
