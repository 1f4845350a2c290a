#include <string.h>

#include "../../language/cs-scan.h"
#include "functional.h"

/* 驱动机构，用于……; 用于……的装置: told by what it does. Modules of a program are read otherwise
 * (Guidelines 2023 part 2 ch. 9, 5.2) and reported apart. */

/* Words behind a name after which the description, or a claim, says what the thing is. */
static const char *const telling[] = {
  "包括", "包含", "为", "采用", "可以是", "可以采用", "可采用", "由", "是", "例如", "如",
  "具有", "设有", "选用", "可选", "优选", "可为", "具体", "(", "主要", "还", "上",
  "的", "中", "内", "安装", "设置", "固定", "设于", "与", "连接", NULL
};

static gboolean
is_told_in (const char *text, const char *name, gsize from)
{
  gsize length = strlen (name);

  for (const char *at = text + from; (at = strstr (at, name)) != NULL; at += length)
    {
      gsize behind = (at - text) + length;

      while (g_ascii_isdigit (text[behind]) || text[behind] == ' ')
        behind++;
      if (behind > (gsize)(at - text) + length && text[behind - 1] != ' ')
        return TRUE; /* it has a sign: it is drawn */
      if (cs_scan_any (text, behind, telling) > 0)
        return TRUE;
    }

  return FALSE;
}

/* A Chinese name of a thing that says only what it is for; @module: of a program maybe. */
static gboolean
is_nonce (const char *name, gboolean *module)
{
  static const char *const things[] = { "机构", "装置", "部件", "组件", "元件", "构件", "手段", "器件", NULL };
  static const char *const modules[] = { "模块", "单元", NULL };
  gsize length = strlen (name);

  *module = cs_stands_before (name, length, modules) > 0;

  return *module || cs_stands_before (name, length, things) > 0;
}

/* 用于 right behind the name and its sign; or 用于……的 right before it. */
static gboolean
is_functional (const CsFolded *folded, gsize start, gsize end)
{
  static const char *const links[] = { "用于", "用以", "能够", "用来", "适于", NULL };
  static const char *const before[] = { "用于", "用以", "用来", NULL };
  gsize at = end;

  if (folded->text[at] == '(')
    at += strcspn (folded->text + at, ")") + 1;
  while (at < folded->n_bytes &&
         (folded->text[at] == ',' || folded->text[at] == ' ' || folded->text[at] == ':'))
    at++;
  if (at < folded->n_bytes && cs_scan_any (folded->text, at, links) > 0)
    return TRUE;

  return cs_stands_before (folded->text, start, (const char *const[]){ "的", NULL }) > 0 &&
         cs_stands_in (folded->text, cs_clause_start (folded, start), start, before);
}

void
cs_functional_check_chinese (const CsClaimText *text)
{
  const CsTerms *terms = cs_exam_get_terms (text->context);
  const CsPassages *passages = cs_exam_get_passages (text->context);
  const GArray *mentions = cs_terms_get_mentions (terms);
  CsReport *things = NULL;
  CsReport *modules = NULL;
  guint end;

  if (text->claim->category != CS_CATEGORY_PRODUCT)
    return;

  for (guint i = cs_terms_get_claim_mentions (terms, text->claim->index, &end); i < end; i++)
    {
      const CsMention *mention = &g_array_index (mentions, CsMention, i);
      CsRange range = cs_claim_text_fold (text, mention->range);
      g_autofree char *name = g_strndup (text->folded->text + range.start, range.end - range.start);
      gboolean module;

      if (mention->kind == CS_MENTION_REFERENCE || !is_nonce (name, &module) ||
          !is_functional (text->folded, range.start, range.end) ||
          range.end <= cs_claim_text_fold (text, text->claim->subject).end)
        continue;
      cs_functional_report_place (text, module ? &modules : &things,
                                  module ? "program-module" : "means", range.start, range.end);
      if (!module && !cs_passages_are_empty (passages) &&
          mention->sign.end <= mention->sign.start &&
          !is_told_in (cs_passages_get_text (passages)->text, name, 0))
        cs_functional_report_structure (text, range.start, range.end);
    }
}
