#include <string.h>

#include "../../language/cs-scan.h"
#include "claim-text.h"

/* A product is more than a list of its parts: each is tied to another by where it sits, what it is
 * joined to or what it works with. Mechanical and electrical products only.
 * Source: Patent Law art. 26(4); Guidelines 2023 part 2 ch. 2, 3.2.2. */

const char *const cs_relations_rules[] = { "isolated", NULL };

#define MIN_RELATIONS \
  2 /* relations that make a claim one of parts rather than of substances or steps */

static const char *const relation_words[] = {
  "连接", "固定", "固接", "铰接", "卡接", "插接", "套设", "穿设", "嵌设", "安装", "设置", "设于", "设在", "位于", "置于", "抵接",
  "接触", "啮合", "配合", "耦合", "耦接", "连通", "贯穿", "支撑", "夹持", "密封", "焊接", "套装", "装配", "相连", "布置", "粘接",
  "滑动", "转动", "枢接", "螺接", "电性", "驱动", "固设", "开设", "形成", "对应", "套接", "相对", "之间", "一端", "上端", "下端",
  "顶部", "底部", "内部", "外侧", "内侧", "两侧", "一侧", "上方", "下方", "表面", "用于", "检测", "控制", "接收", "发送", NULL
};

static guint
count_relations (const CsFolded *folded)
{
  static const char *const mechanical[] = { "连接", "固定", "安装", "铰接", "套设",
                                            "焊接", "位于", "设于", "啮合", "抵接",
                                            "设置在", "设置于", "卡接", NULL };
  guint n_found = 0;

  for (gsize at = 0; at < folded->n_bytes && n_found < MIN_RELATIONS;
       at += g_utf8_skip[(guchar)folded->text[at]])
    n_found += cs_scan_any (folded->text, at, mechanical) > 0;

  return n_found;
}

static gboolean
is_virtual (const CsClaimText *text)
{
  static const char *const words[] = { "处理器", "存储器", "模块", "指令", "程序",
                                       "数据", "组合物", "重量份", "质量份", "wt%",
                                       "%", "化合物", "算法", NULL };

  return cs_stands_in (text->folded->text, 0, text->folded->n_bytes, words);
}

/* Whether @mention stands as a bare item of a list: 底座、滑座和夹爪 */
static gboolean
is_list_item (const CsFolded *folded, CsRange range)
{
  static const char *const before[] = { "、", "包括", "和", "以及", "及", "与", "包含",
                                        "有", "括:", "一个", "一", "所述", "个", NULL };
  static const char *const behind[] = { "、", "和", "以及", "及", "与", ",", ";", "。", NULL };
  gsize end = range.end;

  if (folded->text[end] == '(')
    end += strcspn (folded->text + end, ")") + 1;

  return end <= folded->n_bytes && cs_scan_any (folded->text, end, behind) > 0 &&
         cs_stands_before (folded->text, range.start, before) > 0;
}

/* A line, or an item between semicolons, that holds a name and nothing else: 减震块（9）； */
static gboolean
is_bare_item (const CsClaimText *text, CsRange range)
{
  const CsFolded *folded = text->folded;
  gsize start = cs_scan_spaces (folded->text, cs_clause_start (folded, range.start));
  gsize end = range.end;

  if (folded->text[end] == '(')
    end += strcspn (folded->text + end, ")") + 1;

  return start == range.start && end < folded->n_bytes && folded->text[end] == ';';
}

/* Whether the clause says no more than that the product has these parts: 包括底座、滑座和夹爪 */
static gboolean
is_bare_list (const CsClaimText *text, gsize at)
{
  static const char *const openings[] = {
    "包括", "包含", "它包括", "主要包括", "其包括", "由",
    "具有", "还包括", "其特征在于包括", "其特征在于:包括", NULL
  };
  gsize start = cs_clause_start (text->folded, at);
  CsRange transition = cs_claim_text_fold (text, text->claim->transition);
  CsRange subject = cs_claim_text_fold (text, text->claim->subject);

  if (start < subject.end)
    start = subject.end;
  start = cs_scan_spaces (text->folded->text, start);
  if (start > transition.end + 12) /* the parts of a part are another matter */
    return FALSE;

  return cs_scan_any (text->folded->text, start, openings) > 0;
}

/* Whether the name comes back in the claim, or what follows it ties it: 热负载，其对…… */
static gboolean
is_tied (const CsClaimText *text, CsRange range)
{
  static const char *const going_on[] = { ",其", ",该", ",用于", ",用以", ",与", ",可",
                                          ",设", ",位于", ",安装", ",固定", ",连接", NULL };
  const char *folded = text->folded->text;
  g_autofree char *name = g_strndup (folded + range.start, range.end - range.start);
  gsize start = cs_clause_start (text->folded, range.start);
  gsize end = cs_clause_end (text->folded, range.end);
  const char *first = strstr (folded, name);

  if (cs_scan_any (folded, end, going_on) > 0 || cs_stands_in (folded, start, end, relation_words))
    return TRUE;

  return first == NULL || strstr (first + strlen (name), name) != NULL;
}

/* A sentence about the part without its full name: 该…, 两者, 各部件; or the last characters of the name
 * standing alone further on. */
static gboolean
is_tied_by_short_name (const CsClaimText *text, CsRange range)
{
  const char *folded = text->folded->text;
  const char *tail = folded + range.end;
  g_autofree char *head = NULL;

  for (guint n = 0; n < 2 && tail > folded + range.start; n++)
    tail = g_utf8_prev_char (tail);
  head = g_strndup (tail, folded + range.end - tail);

  return strstr (folded + range.end, head) != NULL;
}

void
cs_check_relations (CsExamContext *context, const CsClaim *claim)
{
  CsClaimText text = cs_claim_text_get (context, claim);
  const CsTerms *terms;
  const GArray *mentions;
  guint end;

  if (!text.chinese || claim->dependent || claim->cancelled ||
      claim->category != CS_CATEGORY_PRODUCT || claim->quotes->len > 0 || is_virtual (&text) ||
      count_relations (text.folded) < MIN_RELATIONS)
    return;

  terms = cs_exam_get_terms (context);
  mentions = cs_terms_get_mentions (terms);
  for (guint i = cs_terms_get_claim_mentions (terms, claim->index, &end); i < end; i++)
    {
      const CsMention *mention = &g_array_index (mentions, CsMention, i);
      CsRange range = cs_claim_text_fold (&text, mention->range);
      g_autofree char *name = NULL;
      CsReport *report;

      if (mention->kind == CS_MENTION_REFERENCE || range.end - range.start < 6 ||
          range.start < cs_claim_text_fold (&text, claim->subject).end ||
          !(is_bare_item (&text, range) ||
            (is_bare_list (&text, range.start) && is_list_item (text.folded, range))) ||
          is_tied (&text, range) ||
          is_tied_by_short_name (&text, range))
        continue;
      report =
          cs_claim_text_report (&text, "isolated", CS_CERTAINTY_LIKELY, range.start, range.end);
      name = cs_claim_text_dup (&text, range.start, range.end);
      cs_report_set (report, "name", "%s", name);
    }
}
