#include <string.h>

#include "../../language/cs-lexicon.h"
#include "../../language/cs-scan.h"
#include "claim-text.h"

/* Groups of alternatives (Markush): closed, of members of one kind, none twice and none part of
 * another. Sources: Guidelines 2023 part 2 ch. 2, 3.3, ch. 10, 8.1; MPEP 2117, 2173.05(h). */

const char *const cs_alternatives_rules[] = { "open-group", "duplicate", "genus", "genus-name",
                                              "no-conjunction", "long", "and-or", NULL };
const char *const cs_alternatives_params[] = { "max#", NULL };

#define MAX_GROUP_BYTES 20000 /* of one group; what is longer is not read to its end */
#define MAX_MEMBER_BYTES 60   /* a longer member is a sentence, not a name */

/* A group of alternatives: its words of choice and its members, in bytes of the folded text. */
typedef struct
{
  CsRange opening;
  CsRange list;
  GArray *members; /* CsRange */
} Group;

static const char *const chinese_openings[] = { "选自由", "选自于由", "选自于",
                                                "选自下组", "选自以下", "选自如下",
                                                "选自下列", "选自", NULL };
static const char *const english_openings[] = {
  "selected from the group consisting of", "selected from a group consisting of",
  "selected from the group consisting", "selected from among",
  "selected from the group of", "chosen from",
  "selected from", NULL
};

/* --- open groups --- */

static void
check_open (const CsClaimText *text, gsize at, gsize length)
{
  static const char *const chinese[] = { "但不限于", "包括但不限于", "包括", "包含", "含有", NULL };
  static const char *const english[] = {
    "selected from the group comprising", "selected from a group comprising",
    "selected from the group including", "selected from a group including",
    "selected from the group containing", "selected from comprising",
    "selected from the group which comprises", "chosen from the group comprising",
    "selected from the group that includes", "selected from the group that comprises",
    "selected from the groups comprising", NULL
  };
  const char *folded = text->folded->text;
  gsize end;

  if (text->chinese)
    {
      gsize group =
          cs_scan_any (folded, at + length, (const char *const[]){ "下组:", "组", ":", NULL });

      end = cs_scan_any (folded, at + length + group, chinese);
      end = end == 0 ? 0 : length + group + end;
    }
  else
    end = cs_scan_any (folded, at, english);

  if (end > 0)
    cs_claim_text_report (text, "open-group", CS_CERTAINTY_CERTAIN, at, at + end);
}

/* --- members --- */

static gboolean
ends_list (const char *text, gsize at, gboolean chinese)
{
  static const char *const chinese_ends[] = {
    "组成的", "所组成", "构成的", "中的", "中任", "中一", "中至少", "之一", "的一种", "的任",
    "的至少", "其中", "任意", "一种", ",所", ",其", ",该", ",且", ",并", ",用",
    ",式", "优选", "更优", "较佳", "选自", "时", ",任选", ",各", ",R", ",r",
    ",n", ",m", ",x", ",y", "至少一", "。", ";", "\n", NULL
  };
  static const char *const english_ends[] = {
    ".", ";", "\n", " wherein ", " whereby ", " that ", " which ", " in an ", " with ",
    " having ", " such ", " and the ", " and wherein", " or (", " and (", "selected from",
    "chosen from", ", preferably", "preferably", ", or by", ", more ", " when ", " where ", ":",
    " and said", ", the ", ", said ", " as ", NULL
  };

  if (!chinese && text[at] == '.' && g_ascii_isalnum (text[at + 1]))
    return FALSE;

  return cs_scan_any (text, at, chinese ? chinese_ends : english_ends) > 0;
}

/* Length of what parts one member from the next at @at; 0 when nothing does. 饱和 is one word. */
static gsize
separator (const char *text, gsize at, gboolean chinese)
{
  static const char *const chinese_marks[] = { "、", ",", "以及", "和/或", "或者", "和", "或", "及", NULL };
  static const char *const english_marks[] = { ", and ", ", or ", ", ", " and ", " or ", NULL };
  static const char *const words[] = { "饱", "中", "调", "缓", "温", "总", "共", "谐", NULL };
  static const char *const whole[] = { "及其", "和其", "或未", "或非", "或不",
                                       "或无", "或经", "或被", "或取代", NULL };

  if (!chinese)
    return cs_scan_any (text, at, english_marks);
  if (cs_scan_any (text, at, whole) > 0)
    return 0;
  if (cs_stands_before (text, at, words) > 0)
    return 0;
  if (text[at] == ',' && g_ascii_isdigit (text[at + 1]))
    return 0; /* 1,3-丁二烯 */

  return cs_scan_any (text, at, chinese_marks);
}

static void
add_member (Group *group, const char *text, gsize start, gsize end)
{
  CsRange member = { start, end };
  gsize skip;

  while (member.start < end && (text[member.start] == ' ' || text[member.start] == ':'))
    member.start++;
  while (member.end > member.start && text[member.end - 1] == ' ')
    member.end--;
  while (member.start < member.end &&
         (skip = cs_scan_any (
              text, member.start,
              (const char *const[]){ "and/or", "or ", "and ", "first ", "second ", NULL })) > 0)
    member.start += skip;
  if (!cs_range_is_empty (member))
    g_array_append_val (group->members, member);
}

static gsize
read_members (const CsClaimText *claim, Group *group)
{
  const char *text = claim->folded->text;
  gsize last = MIN (claim->folded->n_bytes, group->opening.end + MAX_GROUP_BYTES);
  gsize start = group->opening.end;
  gsize at = start;
  guint depth = 0;

  while (at < last && (depth > 0 || !ends_list (text, at, claim->chinese)))
    {
      gsize length = depth > 0 ? 0 : separator (text, at, claim->chinese);

      depth += text[at] == '(' || text[at] == '[';
      depth -= depth > 0 && (text[at] == ')' || text[at] == ']');
      if (length > 0)
        {
          add_member (group, text, start, at);
          start = at + length;
        }
      at += length > 0 ? length : (gsize)g_utf8_skip[(guchar)text[at]];
    }
  at = MIN (at, last);
  if (start < at)
    add_member (group, text, start, at);
  group->list = (CsRange){ group->opening.end, at };

  return at;
}

/* A member in the claim's own letters: Co is not CO. */
static char *
dup_member (const CsClaimText *text, const Group *group, guint i)
{
  CsRange member = g_array_index (group->members, CsRange, i);

  return member.end - member.start > MAX_MEMBER_BYTES ?
             g_strdup ("") :
             cs_claim_text_dup (text, member.start, member.end);
}

/* --- a member twice, a kind beside its species --- */

static CsReport *
report_member (
    const CsClaimText *text, const char *rule, CsRange member, const char *other, CsRange place)
{
  gboolean sure = strcmp (rule, "duplicate") == 0;
  CsReport *report = cs_claim_text_report (
      text, rule, sure ? CS_CERTAINTY_CERTAIN : CS_CERTAINTY_LIKELY, member.start, member.end);

  cs_report_set (report, "other", "%s", other);
  cs_report_add_related (report, "also", cs_claim_text_unfold (text, place.start, place.end));

  return report;
}

/* 电机 in 伺服电机: the longer name says more of the same thing. A radical before the name of a
 * substance makes another substance of it: 甲苯, 二甲苯. */
static gboolean
is_kind_of (const char *name, const char *member)
{
  static const char *const radicals[] = {
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "单", "双", "多", "聚", "甲",
    "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸", "苯", "氟", "氯", "溴", "碘", "氧",
    "硫", "硝", "氨", "胺", "羟", "羧", "醛", "酮", "酸", "酰", "酯", "醚", "环", "异", "正",
    "仲", "叔", "邻", "间", "对", "次", "亚", "过", "高", "偏", "焦", "氢", "磷", "硼", "硅",
    "碳", "氮", "钠", "钾", "钙", "镁", "铝", "铁", "铜", "锌", "锂", "钛", "锰", "镍", "钴",
    "锡", "铅", "银", "金", "基", "-", ")", "]", "半", "反", "非", "不", "无", "脱", "去",
    "代", "α", "β", "γ", "偶", "萘", "酚", "糖", "化", "烯", "并", "烷", "炔", "呋", "吡",
    "吲", "嘧", "咪", "噻", "喹", "蒽", "草", "柠", "水", "辅", NULL
  };
  gsize length = strlen (name);
  gsize whole = strlen (member);

  if (length < 6 || whole < length + 6 || !g_str_has_suffix (member, name))
    return FALSE;

  return cs_stands_before (member, whole - length, radicals) == 0;
}

static gboolean
is_listed_species (const CsClaimText *text, CsRange member, const char *genus)
{
  const CsLexicon *kinds = cs_lexicon_get (text->chinese ? "genus.zh" : "genus.en");
  CsLexiconHit hit;

  return cs_lexicon_match (kinds, text->folded, member.start, &hit) && hit.end == member.end &&
         g_ascii_strcasecmp (hit.kind, genus) == 0;
}

static void
check_members (const CsClaimText *text, const Group *group)
{
  CsReport *report = NULL; /* one for the group */
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < group->members->len; i++)
    {
      CsRange member = g_array_index (group->members, CsRange, i);
      char *name = dup_member (text, group, i);
      gpointer place = *name == '\0' ? NULL : g_hash_table_lookup (seen, name);

      if (place != NULL && report != NULL)
        {
          cs_report_add_related (report, "also",
                                 cs_claim_text_unfold (text, member.start, member.end));
          g_free (name);
        }
      else if (place != NULL)
        {
          report =
              report_member (text, "duplicate", member, name,
                             g_array_index (group->members, CsRange, GPOINTER_TO_UINT (place) - 1));
          g_free (name);
        }
      else if (*name != '\0')
        g_hash_table_insert (seen, name, GUINT_TO_POINTER (i + 1));
      else
        g_free (name);
    }
}

#define MAX_COMPARED 60 /* members that are compared with each other */

static void
check_kinds (const CsClaimText *text, const Group *group)
{
  guint n = MIN (group->members->len, MAX_COMPARED);

  for (guint i = 0; i < n; i++)
    {
      CsRange genus = g_array_index (group->members, CsRange, i);
      g_autofree char *name = dup_member (text, group, i);

      for (guint k = 0; k < n && *name != '\0'; k++)
        {
          CsRange member = g_array_index (group->members, CsRange, k);
          g_autofree char *longer = k == i ? g_strdup ("") : dup_member (text, group, k);
          const char *rule = is_listed_species (text, member, name) && k != i ? "genus" :
                             text->chinese && is_kind_of (name, longer)       ? "genus-name" :
                                                                                NULL;

          if (rule == NULL)
            continue;
          report_member (text, rule, genus, longer, member);
          break;
        }
    }
}

/* --- the form of the list --- */

/* "selected from A, B, C." without a word that says whether one or all are meant */
static void
check_conjunction (const CsClaimText *text, const Group *group)
{
  static const char *const chinese[] = { "和", "或", "及", "与", "种", "任", "之一",
                                         "至少", "组", "一者", "一个", "一项", NULL };
  static const char *const english[] = { " and ", " or ", "and/or", " one ",
                                         " any", " at least", "&", NULL };
  gsize end = MIN (text->folded->n_bytes, group->list.end + 30);

  if (!text->chinese) /* 120: "A, B, C; a D, and an E" */
    end = MIN (text->folded->n_bytes, group->list.end + 120);

  if (group->members->len < 3 ||
      cs_stands_in (text->folded->text, group->list.start, end, text->chinese ? chinese : english))
    return;

  cs_claim_text_report (text, "no-conjunction", CS_CERTAINTY_LIKELY, group->opening.start,
                        group->list.end);
}

static void
check_length (const CsClaimText *text, const Group *group)
{
  guint max = cs_exam_get_number (text->context, "max", G_MAXUINT);
  CsReport *report;

  if (group->members->len <= max)
    return;

  report = cs_claim_text_report (text, "long", CS_CERTAINTY_CERTAIN, group->opening.start,
                                 group->opening.end);
  cs_report_set (report, "count", "%u", group->members->len);
  cs_report_set (report, "max", "%u", max);
}

/* All places of a claim are one finding. */
static void
check_and_or (const CsClaimText *text)
{
  static const char *const words[] = { "and/or", "和/或", "及/或", NULL };
  CsReport *report = NULL;

  for (const char *at = text->folded->text; (at = strchr (at, '/')) != NULL; at++)
    {
      gsize slash = at - text->folded->text;
      gsize before = cs_stands_before (text->folded->text, slash,
                                       (const char *const[]){ "and", "和", "及", NULL });
      gsize length = before == 0 ? 0 : cs_scan_any (text->folded->text, slash - before, words);

      if (length == 0)
        continue;
      if (report == NULL)
        {
          report = cs_claim_text_report (text, "and-or", CS_CERTAINTY_CERTAIN, slash - before,
                                         slash - before + length);
          cs_report_set_alike (report, "and-or");
        }
      else
        cs_report_add_related (
            report, "also", cs_claim_text_unfold (text, slash - before, slash - before + length));
    }
}

void
cs_check_alternatives (CsExamContext *context, const CsClaim *claim)
{
  CsClaimText text = cs_claim_text_get (context, claim);
  const char *const *openings = text.chinese ? chinese_openings : english_openings;
  const char *hint = text.chinese ? "选自" : "from";

  for (const char *found = text.folded->text; (found = strstr (found, hint)) != NULL; found++)
    {
      gsize at = found - text.folded->text;
      gsize back = text.chinese ?
                       0 :
                       cs_stands_before (text.folded->text, at,
                                         (const char *const[]){ "selected ", "chosen ", NULL });
      gsize length = cs_scan_any (text.folded->text, at - back, openings);
      Group group = { { at - back, at - back + length }, { 0, 0 }, NULL };

      if (length == 0)
        continue;
      group.members = g_array_new (FALSE, FALSE, sizeof (CsRange));
      check_open (&text, at - back, length);
      read_members (&text, &group);
      check_members (&text, &group);
      check_kinds (&text, &group);
      check_conjunction (&text, &group);
      check_length (&text, &group);
      g_array_unref (group.members);
    }
  check_and_or (&text);
}
