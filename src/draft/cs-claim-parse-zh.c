#include <string.h>

#include "../language/cs-scan.h"
#include "cs-claim-parse.h"

#define PART_CHARS 4       /* so many characters of a name tell it from others */
#define MAX_TAIL_BYTES 120 /* no name of a subject is longer */

/* The form of Chinese claims: [reference] subject ，其特征在于，features。 */

static const char *const two_part[] = { "其特征在于", "其特征是", "其特征为", "其特征", "其改进在于",
                                        "其改进是", NULL };

static const char *const open_words[] = { "包括", "包含", "含有", "具有", "设有", "具备", "存储有",
                                          "其上存储", NULL };

static const char *const closed_words[] = { "组成", "构成", "复合而成", "制成", "余量为", NULL };

static gsize
skip (const char *text, gsize at)
{
  return cs_scan_spaces (text, at);
}

static gsize
skip_words (const char *text, gsize at, const char *const *words)
{
  gsize length;

  at = skip (text, at);
  while ((length = cs_scan_any (text, at, words)) > 0)
    at = skip (text, at + length);

  return at;
}

/* First place in [at, end) where one of @words stands; @end when none does. */
static gsize
find (const char *text, gsize at, gsize end, const char *const *words)
{
  while (at < end && cs_scan_any (text, at, words) == 0)
    at += g_utf8_skip[(guchar)text[at]];

  return MIN (at, end);
}

static gboolean
ends_with_any (const char *text, gsize start, gsize end, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);

      if (end - start >= length && memcmp (text + end - length, words[i], length) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Guidelines 2023 part 2 ch. 2, 3.2.2: a subject must show whether it is a product or a method;
 * these words do not. Every other noun names a thing. */
static CsCategory
category_of (const char *text, gsize start, gsize end)
{
  static const char *const method[] = { "方法", "工艺", "过程", "流程", "制法", "用法",
                                        "步骤", "做法", "疗法", NULL };
  static const char *const use[] = { "用途", "应用", "的使用", NULL };
  static const char *const unclear[] = { "技术", "方案", "思路", "改进", "设计", "构思", "理念", "策略",
                                         "原理", "规律", NULL };

  while (end > start && strchr (" )]\"'", text[end - 1]) != NULL)
    {
      /* signs and glosses in brackets are no part of the name */
      if (text[end - 1] == ')')
        while (end > start && text[end - 1] != '(')
          end--;
      if (end > start)
        end--;
    }
  if (end <= start || ends_with_any (text, start, end, unclear))
    return CS_CATEGORY_UNKNOWN;
  if (ends_with_any (text, start, end, method))
    return CS_CATEGORY_METHOD;
  if (ends_with_any (text, start, end, use))
    return CS_CATEGORY_USE;

  return CS_CATEGORY_PRODUCT;
}

/* Index of the group at the head of the claim, -1 when the claim opens with none. "根据从属于权利要求18的
 * 权利要求19至21中任一项所述" opens with the last group before 所述. */
static int
find_head_group (const CsClaim *claim, const CsFolded *folded)
{
  static const char *const openings[] = { "根据", "如", "按照", "依据", "依照", NULL };
  const GArray *groups = claim->refs->groups;
  gsize start = skip (folded->text, 0);
  int head = -1;

  if (groups->len == 0)
    return -1;
  if (g_array_index (groups, CsRefGroup, 0).start <= folded->map[start])
    return 0;
  if (cs_scan_any (folded->text, start, openings) == 0)
    return -1;

  for (guint i = 0; i < groups->len; i++)
    {
      const CsRefGroup *group = &g_array_index (groups, CsRefGroup, i);
      gsize end = cs_folded_find (folded, group->end);

      if (memchr (folded->text + start, ',', end - start) != NULL)
        break;
      head = i;
    }

  return head;
}

/* Where the subject begins that starts at or behind @at. */
static gsize
subject_start (const CsClaim *claim, const CsClaimParse *parse)
{
  static const char *const behind[] = { "所述", "所说", "所记载", "所描述", "所提供", "所要求", "的", "之",
                                        "一种", "中", NULL };
  static const char *const before[] = { "一种", "一类", "一个", "一套", "一组", NULL };
  const char *text = parse->folded->text;

  if (parse->head < 0)
    return skip_words (text, 0, before);

  return skip_words (text,
                     cs_folded_find (
                         parse->folded, g_array_index (claim->refs->groups, CsRefGroup,
                                                       parse->head)
                                            .end),
                     behind);
}

/* The subject ends at a mark, at a transition, or at an open word right behind a noun. */
static gsize
subject_end (const char *text, gsize start, gsize end)
{
  static const char *const stops[] = { ",", ";", ":", "。", "\n", "其特征", "其中", "其包括", NULL };
  static const char *const verbs[] = { "包括", "包含", "还包括", "进一步包括", "具有以下", NULL };
  gsize stop = find (text, start, end, stops);
  gsize verb = find (text, start, stop, verbs);

  while (verb < stop && (verb == start || category_of (text, start, verb) == CS_CATEGORY_UNKNOWN))
    verb = find (text, verb + 3, stop, verbs);
  if (verb < stop &&
      !ends_with_any (text, start, verb, (const char *const[]){ "用于", "对", "将", NULL }))
    stop = verb;

  return stop;
}

static CsTransition
kind_behind (const char *text, gsize at, gsize end)
{
  gsize stop;

  while (at < end && (strchr (" ,:", text[at]) != NULL))
    at++;
  at += cs_scan_any (text, at, (const char *const[]){ "所述", "其", "该", NULL });
  stop = find (text, at, end, (const char *const[]){ ",", ";", ":", "。", "\n", NULL });
  if (find (text, at, stop, (const char *const[]){ "主要由", "基本上由", NULL }) < stop)
    return CS_TRANSITION_PARTLY;
  if (find (text, at, stop, open_words) < stop)
    return CS_TRANSITION_OPEN;
  if (find (text, at, end, (const char *const[]){ "由", NULL }) < stop &&
      find (text, at, end, closed_words) < end)
    return CS_TRANSITION_CLOSED;

  return CS_TRANSITION_TWO_PART;
}

static void
parse_transition (CsClaim *claim, const CsFolded *folded, gsize at)
{
  static const char *const plain[] = { "包括", "包含", "含有", "具有", "设有", "具备", "存储有", "由",
                                       "其中", "其上", NULL };
  static const char *const cuts[] = { ",其中", NULL };
  const char *text = folded->text;
  gsize end = folded->n_bytes;
  gsize found = find (text, at, end, two_part);
  gsize length = cs_scan_any (text, found, two_part);

  if (found < end)
    {
      claim->transition_kind = kind_behind (text, found + length, end);
    }
  else
    {
      found = find (text, at, end, plain);
      length = found < end ? cs_scan_any (text, found, plain) : 0;
      claim->transition_kind = found < end ? kind_behind (text, found, end) : CS_TRANSITION_NONE;
      if (claim->transition_kind == CS_TRANSITION_TWO_PART)
        claim->transition_kind = CS_TRANSITION_NONE;
    }

  claim->preamble = cs_claim_parse_range (folded, 0, found);
  if (length > 0)
    claim->transition = cs_claim_parse_range (folded, found, found + length);
  cs_claim_parse_features (claim, folded, found < end ? found + length : at, end, cuts);
}

void
cs_claim_parse_chinese (CsClaim *claim, CsClaimParse *parse)
{
  const char *text = parse->folded->text;
  gsize start;
  gsize end;

  parse->head = find_head_group (claim, parse->folded);
  parse->linked = FALSE;

  start = subject_start (claim, parse);
  end = subject_end (text, start, parse->folded->n_bytes);
  claim->subject = cs_claim_parse_range (parse->folded, start, end);
  if (parse->head >= 0)
    claim->reference = cs_claim_parse_range (parse->folded, 0, start);
  claim->category = category_of (text, start, end);
  parse_transition (claim, parse->folded, end);
}

/* Where @base, or its last characters, stands in @subject; NULL when nowhere. Sets @behind to what
 * follows it. */
static gboolean
mentions_base (const char *subject, const char *base, const char **behind)
{
  gsize length = strlen (base);
  const char *tail = length > MAX_TAIL_BYTES ? base + length - MAX_TAIL_BYTES : base;

  while (((guchar)*tail & 0xc0) == 0x80)
    tail++;
  for (; *tail != '\0' && (tail == base || *g_utf8_next_char (tail) != '\0');
       tail = g_utf8_next_char (tail))
    {
      const char *found = g_strrstr (subject, tail);

      if (found != NULL)
        {
          *behind = found + strlen (tail);
          return TRUE;
        }
    }

  return FALSE;
}

/* The subject, folded, without brackets and what is in them: signs are no part of a name. */
static char *
dup_bare_subject (const CsClaim *claim)
{
  g_autoptr (CsFolded) folded = cs_fold (claim->text + claim->subject.start,
                                         claim->subject.end - claim->subject.start, CS_FOLD_CASE);
  GString *bare = g_string_new (NULL);
  guint depth = 0;

  for (const char *at = folded->text; *at != '\0'; at++)
    {
      depth += *at == '(';
      if (depth == 0)
        g_string_append_c (bare, *at);
      depth -= *at == ')' && depth > 0;
    }

  return g_string_free (bare, FALSE);
}

/* "内包装袋的设计方法" where the claim referred to speaks of a 内包装袋: the method is for a part of it. */
static gboolean
is_of_a_part (const char *subject, const CsClaim *parent)
{
  const char *of = strstr (subject, "的");
  g_autofree char *part = NULL;
  const char *end;

  if (of == NULL)
    return FALSE;

  end = subject;
  for (guint n = 0; n < PART_CHARS && end < of; n++)
    end = g_utf8_next_char (end);
  part = g_strndup (subject, end - subject);

  return g_utf8_strlen (part, -1) > 1 && g_strstr_len (parent->text, parent->n_bytes, part) != NULL;
}

/* "权利要求1所述的电池的制备方法" names the thing of claim 1 and goes on to another: that quotes. A
 * subject of the other category that has nothing to do with claim 1 is a wrong subject rather than
 * a quote. */
gboolean
cs_claim_depends_chinese (const CsClaim *claim, const CsClaim *parent)
{
  static const char *const made[] = { "所制", "所得", "所生产", "生产的", "制备的", "制得", "得到",
                                      "获得", "制成", "制造的",
                                      "加工的", NULL };
  static const char *const links[] = { "的", "在", "制", "用", "之", "所", "中", "及", "得", "和", "与", "获",
                                       "生", "来", "进", "加", "为", NULL };
  g_autofree char *subject = dup_bare_subject (claim);
  g_autofree char *base = dup_bare_subject (parent);
  const char *behind = NULL;

  /* "所制备的色膜", "化合物在制备药物中的用途": made by it, used for something: another claim */
  if (cs_scan_any (subject, 0, made) > 0 ||
      (claim->category == CS_CATEGORY_USE && parent->category != CS_CATEGORY_USE &&
       strstr (subject, "在") != NULL))
    return FALSE;
  if (strcmp (subject, base) == 0)
    return TRUE;
  if (!mentions_base (subject, base, &behind))
    return claim->category == parent->category || !is_of_a_part (subject, parent);
  if (*behind == '\0')
    return TRUE;
  if (claim->category != parent->category && claim->category != CS_CATEGORY_UNKNOWN &&
      parent->category != CS_CATEGORY_UNKNOWN)
    return FALSE;

  return cs_scan_any (behind, 0, links) == 0 || g_str_has_suffix (subject, base);
}
