#include <string.h>

#include "../language/cs-segment-zh.h"
#include "cs-terms-zh.h"

/* What references rest on, as mentions; further faults; and what was perhaps meant. */

#define MAX_COMPARED 400 /* names in scope that a reference is compared with */
#define MIN_LIKENESS 50  /* per cent: what is less alike was not meant */
#define MAX_SUGGESTED 2000

static CsMention *
get_mention (CsZhAnalysis *analysis, guint index)
{
  return &g_array_index (analysis->scan->mentions, CsMention, index);
}

static guint
get_place (CsZhAnalysis *analysis, guint index)
{
  return g_array_index (analysis->places, guint, index);
}

static guint
get_length (CsZhAnalysis *analysis, guint index)
{
  guint at = get_place (analysis, index);
  guint length = 1;

  while (analysis->cover[at + length] == index + 1)
    length++;

  return length;
}

/* --- what a reference rests on --- */

/* The mention that covers the character @at; of a name read twice, the one in the text itself. */
static guint
find_cover (CsZhAnalysis *analysis, guint at)
{
  const CsZhText *text = analysis->text;
  guint n_claims = cs_claim_set_get_n_claims (analysis->scan->claims);
  guint claim = cs_zh_text_find_claim (text, n_claims, at);
  guint32 start = cs_zh_text_char (text, at)->start;
  guint low = text->begins[claim];
  guint high = text->mains[claim];

  if (at < high)
    return analysis->cover[at] - 1; /* CS_NO_INDEX where no name is */

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (cs_zh_text_char (text, middle)->start < start)
        low = middle + 1;
      else
        high = middle;
    }

  return analysis->cover[low] - 1;
}

/* --- further faults --- */

/* A count that is said with a name: 2 for 两个 and 一对; 0 when it is none, or open. */
static guint
read_count (CsZhAnalysis *analysis, const CsMention *mention)
{
  static const char *const numbers[] = { "两", "三", "四", "五", "六", "七", "八" };
  const CsClaim *claim = cs_claim_set_get (analysis->scan->claims, mention->claim);
  gsize start = mention->kind == CS_MENTION_REFERENCE ? mention->marker.end : mention->marker.start;
  gsize end = mention->kind == CS_MENTION_REFERENCE ? mention->range.start : mention->marker.end;
  const char *text = claim->text + start;

  if (start + strlen ("两个") != end || cs_range_is_empty (mention->marker))
    return 0;
  if (memcmp (text, "一对", strlen ("一对")) == 0)
    return 2;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (memcmp (text, numbers[i], strlen (numbers[i])) == 0)
      return i + 2;

  return 0;
}

static void
check_number (CsZhAnalysis *analysis, CsMention *mention)
{
  const CsMention *other;
  guint here = read_count (analysis, mention);
  guint there;

  if (here == 0 || mention->other == CS_NO_INDEX)
    return;
  other = get_mention (analysis, mention->other);
  there = read_count (analysis, other);
  if (there != 0 && here != there && other->term == mention->term &&
      other->kind != CS_MENTION_REFERENCE)
    mention->flags |= CS_MENTION_NUMBER;
}

static void
check_preamble (CsZhAnalysis *analysis, CsMention *mention)
{
  const CsMention *other;
  const CsClaim *claim;

  if (mention->other == CS_NO_INDEX)
    return;
  other = get_mention (analysis, mention->other);
  claim = cs_claim_set_get (analysis->scan->claims, other->claim);
  if (!claim->dependent && other->range.end < claim->subject.end &&
      other->range.start >= claim->subject.start && mention->range.start > claim->preamble.end)
    mention->flags |= CS_MENTION_PREAMBLE;
}

/* Whether @other stands before @mention, in its claim or above. */
static gboolean
is_in_scope (CsZhAnalysis *analysis, const CsMention *mention, const CsMention *other)
{
  if (other->claim == mention->claim)
    return other->range.start < mention->range.start;

  return cs_zh_is_above (analysis, other->claim, mention->claim);
}

/* Names in scope of the mention @index that @accept takes: one, or two of different terms. */
typedef gboolean (*AcceptFunc) (CsZhAnalysis *analysis,
                                guint index,
                                guint candidate);

static guint
find_in_scope (CsZhAnalysis *analysis,
               const GArray *names,
               guint index,
               AcceptFunc accept,
               guint found[2])
{
  const CsMention *mention = get_mention (analysis, index);
  guint n_found = 0;

  for (guint i = 0; i < MIN (names->len, MAX_COMPARED) && n_found < 2; i++)
    {
      guint candidate = g_array_index (names, guint, i);
      const CsMention *other = get_mention (analysis, candidate);

      if (is_in_scope (analysis, mention, other) && accept (analysis, index, candidate) &&
          (n_found == 0 || get_mention (analysis, found[0])->term != other->term))
        found[n_found++] = candidate;
    }

  return n_found;
}

/* 控制模块 is a longer form of 模块. */
static gboolean
is_longer_form (CsZhAnalysis *analysis, guint index, guint candidate)
{
  guint length = get_length (analysis, index);
  guint longer = get_length (analysis, candidate);

  return longer > length &&
         cs_zh_text_match (analysis->text, get_place (analysis, index),
                           get_place (analysis, candidate) + longer - length, length) == length;
}

static gboolean
is_same_term (CsZhAnalysis *analysis, guint index, guint candidate)
{
  return get_mention (analysis, index)->term == get_mention (analysis, candidate)->term;
}

/* The mention that a reference rests on: the name itself rather than a longer one that holds it. */
static void
link_reference (CsZhAnalysis *analysis, const GArray *names, guint index)
{
  CsMention *mention = get_mention (analysis, index);
  guint rests = g_array_index (analysis->rests, guint, index);
  guint other = rests == CS_NO_INDEX ? CS_NO_INDEX : find_cover (analysis, rests);
  guint found[2];

  if (rests == CS_NO_INDEX)
    return;
  if (other == CS_NO_INDEX || get_mention (analysis, other)->term != mention->term)
    if (find_in_scope (analysis, names, index, is_same_term, found) > 0)
      other = found[0];
  if (other != index)
    mention->other = other;
}

/* 所述模块 where 控制模块 and 驱动模块 stand, and no 模块 by itself. */
static void
check_short (CsZhAnalysis *analysis, const GArray *names, guint index)
{
  CsMention *mention = get_mention (analysis, index);
  guint found[2];

  if (get_length (analysis, index) < 2 || !cs_range_is_empty (mention->sign) ||
      (mention->other != CS_NO_INDEX && is_same_term (analysis, index, mention->other)) ||
      find_in_scope (analysis, names, index, is_same_term, found) > 0 ||
      find_in_scope (analysis, names, index, is_longer_form, found) < 2)
    return;

  mention->flags |= CS_MENTION_SHORT;
  mention->other = found[0];
  mention->second = found[1];
}

static gboolean
is_one (CsZhAnalysis *analysis, const CsMention *mention)
{
  static const char *const ones[] = { "一个", "一", "一根", "一条", "一块", "一片", "一套", "一台", "一种" };
  static const char *const no_new_one[] = { "上", "下", "前", "后", "另", "每", "某",
                                            "同", "于", "的", "述" };
  const CsClaim *claim = cs_claim_set_get (analysis->scan->claims, mention->claim);
  gsize length = mention->marker.end - mention->marker.start;

  for (guint i = 0; i < G_N_ELEMENTS (no_new_one); i++)
    if (mention->marker.start >= strlen (no_new_one[i]) &&
        g_str_has_prefix (claim->text + mention->marker.start - strlen (no_new_one[i]),
                          no_new_one[i]))
      return FALSE; /* 上一个壳体, 多于一个壳体 */
  for (guint i = 0; i < G_N_ELEMENTS (ones); i++)
    if (length == strlen (ones[i]) &&
        memcmp (claim->text + mention->marker.start, ones[i], length) == 0)
      return TRUE;

  return FALSE;
}

/* 一种 introduces a material again, but stands before what is claimed wherever that is named. */
static gboolean
is_title_again (CsZhAnalysis *analysis, const CsMention *mention, const CsMention *other)
{
  const CsClaim *claim = cs_claim_set_get (analysis->scan->claims, mention->claim);
  const CsClaim *there = cs_claim_set_get (analysis->scan->claims, other->claim);

  return g_str_has_prefix (claim->text + mention->marker.start, "一种") &&
         (mention->marker.end != mention->range.start || other->range.start < there->subject.end);
}

/* 一个壳体 where 一个壳体 stands already. */
static gboolean
is_introduced_alike (CsZhAnalysis *analysis, guint index, guint candidate)
{
  gboolean here = cs_range_is_empty (get_mention (analysis, index)->sign);
  gboolean there = cs_range_is_empty (get_mention (analysis, candidate)->sign);

  return here == there && is_same_term (analysis, index, candidate);
}

static void
check_double (CsZhAnalysis *analysis, const GArray *names, guint index)
{
  CsMention *mention = get_mention (analysis, index);
  const CsClaim *claim = cs_claim_set_get (analysis->scan->claims, mention->claim);
  guint at = get_place (analysis, index);
  guint found[2];

  if (mention->kind != CS_MENTION_USE || mention->range.start < claim->subject.end ||
      !is_one (analysis, mention) || get_length (analysis, index) < 2 ||
      (cs_zh_text_char (analysis->text, at)->mark & CS_TRAIT_ATTRIBUTE) != 0 ||
      find_in_scope (analysis, names, index, is_introduced_alike, found) == 0 ||
      is_title_again (analysis, mention, get_mention (analysis, found[0])))
    return;

  mention->kind = CS_MENTION_INTRODUCTION;
  mention->flags |= CS_MENTION_DOUBLE;
  mention->other = found[0];
}

/* --- what was perhaps meant --- */

/* Dice's measure over the longest common subsequence, per cent; the ends of names tell most. */
static guint
likeness (CsZhAnalysis *analysis, guint index, guint candidate)
{
  const CsZhText *text = analysis->text;
  guint a = get_place (analysis, index);
  guint b = get_place (analysis, candidate);
  guint n_a = MIN (get_length (analysis, index), CS_ZH_MAX_NAME);
  guint n_b = MIN (get_length (analysis, candidate), CS_ZH_MAX_NAME);
  guint common[CS_ZH_MAX_NAME + 1] = { 0 };

  for (guint i = 0; i < n_a; i++)
    {
      guint diagonal = 0;

      for (guint k = 0; k < n_b; k++)
        {
          guint above = common[k + 1];

          if (cs_zh_text_char (text, a + i)->unit == cs_zh_text_char (text, b + k)->unit)
            common[k + 1] = diagonal + 1;
          else
            common[k + 1] = MAX (above, common[k]);
          diagonal = above;
        }
    }

  return 200 * common[n_b] / (n_a + n_b);
}

static void
suggest (CsZhAnalysis *analysis, const GArray *names, guint index)
{
  CsMention *mention = get_mention (analysis, index);
  guint best = MIN_LIKENESS - 1;

  for (guint i = 0; i < MIN (names->len, MAX_COMPARED); i++)
    {
      guint candidate = g_array_index (names, guint, i);
      const CsMention *other = get_mention (analysis, candidate);
      guint alike;

      if (other->term == mention->term || !is_in_scope (analysis, mention, other))
        continue;
      alike = likeness (analysis, index, candidate);
      if (alike > best)
        {
          best = alike;
          mention->suggested = other->term;
        }
    }
}

/* --- all --- */

/* The mentions that first name something in a claim, in the order of the text. */
static GArray *
collect_names (CsZhAnalysis *analysis, GArray *order)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < order->len; i++)
    if (get_mention (analysis, g_array_index (order, guint, i))->kind == CS_MENTION_INTRODUCTION)
      g_array_append_val (names, g_array_index (order, guint, i));

  return names;
}

/* Indexes of the mentions in the order of the text: what covers each character, read along. */
static GArray *
order_mentions (CsZhAnalysis *analysis)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint at = 0; at < analysis->text->chars->len; at++)
    if (analysis->cover[at] != 0 && get_place (analysis, analysis->cover[at] - 1) == at)
      {
        guint index = analysis->cover[at] - 1;

        g_array_append_val (order, index);
      }

  return order;
}

void
cs_zh_add_flags (CsZhAnalysis *analysis)
{
  g_autoptr (GArray) order = order_mentions (analysis);
  g_autoptr (GArray) names = collect_names (analysis, order);
  guint n_suggested = 0;

  for (guint i = 0; i < order->len; i++)
    link_reference (analysis, names, g_array_index (order, guint, i));

  for (guint i = 0; i < order->len; i++)
    {
      guint index = g_array_index (order, guint, i);
      CsMention *mention = get_mention (analysis, index);

      if (mention->kind == CS_MENTION_REFERENCE && mention->basis == CS_BASIS_FOUND)
        {
          check_number (analysis, mention);
          check_preamble (analysis, mention);
          check_short (analysis, names, index);
        }
      else if (mention->kind == CS_MENTION_REFERENCE && mention->basis > CS_BASIS_IMPLICIT &&
               (mention->flags & CS_MENTION_REPEATED) == 0 && n_suggested++ < MAX_SUGGESTED)
        suggest (analysis, names, index);
      else if (mention->kind == CS_MENTION_USE)
        check_double (analysis, names, index);
    }
}
