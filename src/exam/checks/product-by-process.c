#include <string.h>

#include "../../language/cs-lexicon.h"
#include "../../language/cs-quantity.h"
#include "../../language/cs-scan.h"
#include "claim-text.h"

/* A product defined by how it is made, or by a figure that is measured in no one way.
 * Sources: Guidelines 2023 part 2 ch. 2, 3.2.2; MPEP 2113; EPO Guidelines F-IV 4.11, 4.12. */

const char *const cs_product_by_process_rules[] = { "process", "process-quoted", "parameter",
                                                    NULL };

/* --- by a process --- */

static gsize
process_at (const char *text, gsize at, gboolean chinese)
{
  static const char *const english[] = {
    "obtainable by", "obtained by the process", "obtained by a process",
    "obtained by the method", "obtained by a method", "produced by the process",
    "produced by a process", "produced by the method", "produced by a method",
    "made by the process", "made by a process", "made by the method", "made by a method",
    "prepared by the process", "prepared by a process", "prepared by the method",
    "prepared by a method", "formed by a process", "formed by the process",
    "manufactured by the method", "manufactured by a method", "manufactured by a process",
    "manufactured by the process", "prepared according to the", "produced according to the",
    "prepared in accordance with", NULL
  };
  static const char *const chinese_words[] = { "方法制备得到", "方法制备而成", "方法制得", "方法制备的", "方法制成", "方法得到",
                                               "方法获得", "工艺制备得到", "工艺制成", "工艺制得", "方法制造", "方法生产",
                                               "工艺制备而成", "步骤制备得到", "步骤制得", "步骤制备而成", "步骤制成",
                                               "方法加工", "方法合成", NULL };

  return cs_scan_any (text, at, chinese ? chinese_words : english);
}

/* 方法制备得到 within a purpose or about a raw material is another thing: only what is said of the
 * product itself counts: in the subject, or in the first clause behind it. */
static void
check_process (const CsClaimText *text)
{
  const CsClaim *claim = text->claim;
  CsRange subject = cs_claim_text_fold (text, claim->subject);
  gsize end = cs_clause_end (text->folded, subject.end);
  const char *folded = text->folded->text;

  if (claim->category != CS_CATEGORY_PRODUCT || claim->dependent)
    return;
  if (end < text->folded->n_bytes) /* one clause further: 一种膜，由……方法制得 */
    end = cs_clause_end (text->folded, end + g_utf8_skip[(guchar)folded[end]]);
  if (end < text->folded->n_bytes &&
      cs_stands_in (folded, subject.end, end,
                    (const char *const[]){ "其特征", "characteri", NULL }))
    end = cs_clause_end (text->folded, end + g_utf8_skip[(guchar)folded[end]]);

  for (gsize at = 0; at < end; at += g_utf8_skip[(guchar)folded[at]])
    {
      gsize length = process_at (folded, at, text->chinese);

      if (length == 0 || (!text->chinese && at > 0 && g_ascii_isalpha (folded[at - 1])))
        continue;
      cs_claim_text_report (text, claim->quotes->len > 0 ? "process-quoted" : "process",
                            CS_CERTAINTY_LIKELY, at, at + length);
      return;
    }
}

/* --- by a parameter --- */

/* The name of the parameter whose figure follows @hit in its clause. */
static const CsQuantity *
figure_of (const CsClaimText *text, const CsLexiconHit *hit, const GArray *found)
{
  gsize end = cs_clause_end (text->folded, hit->end);

  for (guint i = 0; i < found->len; i++)
    {
      const CsQuantity *quantity = &g_array_index (found, CsQuantity, i);

      if (quantity->start >= hit->end && quantity->start < end && quantity->start - hit->end < 60)
        return quantity;
    }

  return NULL;
}

/* Whether the description, where it speaks of the parameter, or anywhere by a standard, tells how
 * it is measured. */
static gboolean
is_measured (const CsClaimText *text, const char *name)
{
  static const char *const words[] = {
    "测定", "测试", "测量", "检测", "测得", "仪", "按照gb",
    "标准", "gb/t", "gb ", "astm", "iso ", "jis", "din ",
    "measur", "determin", "test", "instrument", "analy", "meter", "en iso",
    "calculat", "计算", "microscop", "显微", "bet", "gpc", "chromatograph",
    "laser", "激光", "according to", "method", "观察", "扫描", NULL
  };
  const CsPassages *passages = cs_exam_get_passages (text->context);
  const CsFolded *description = cs_passages_get_text (passages);
  guint n_tried = 0;

  for (gssize at = cs_passages_find (passages, name, 0); at >= 0 && n_tried < 200;
       at = cs_passages_find (passages, name, at + 1), n_tried++)
    {
      gsize from = at > 300 ? at - 300 : 0;
      gsize to = MIN (description->n_bytes, (gsize)at + 400);

      if (cs_stands_in (description->text, from, to, words))
        return TRUE;
    }

  return FALSE;
}

static void
check_parameter (const CsClaimText *text)
{
  g_autoptr (GArray) hits = cs_lexicon_find (cs_lexicon_get ("parameters"), text->folded);
  g_autoptr (GArray) found = NULL;

  for (guint i = 0; i < hits->len; i++)
    {
      const CsLexiconHit *hit = &g_array_index (hits, CsLexiconHit, i);
      g_autofree char *name = g_strndup (text->folded->text + hit->start, hit->end - hit->start);
      CsReport *report;

      if (strcmp (hit->kind, "method") != 0)
        continue;
      if (found == NULL)
        found = cs_quantity_find (text->folded);
      if (figure_of (text, hit, found) == NULL || is_measured (text, name))
        continue;
      report = cs_claim_text_report (text, "parameter", CS_CERTAINTY_LIKELY, hit->start, hit->end);
      cs_report_set (report, "parameter", "%s", name);
      cs_report_set_alike (report, name);
    }
}

void
cs_check_product_by_process (CsExamContext *context, const CsClaim *claim)
{
  CsClaimText text = cs_claim_text_get (context, claim);

  check_process (&text);
  if (!cs_passages_are_empty (cs_exam_get_passages (context)))
    check_parameter (&text);
  else if (claim->index == 0)
    cs_exam_skip (context, "parameter", "no-description", CS_NO_INDEX);
}
