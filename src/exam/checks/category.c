#include <string.h>

#include "../../draft/cs-subject.h"
#include "../../language/cs-fold.h"
#include "claim-text.h"

/* The subject shows whether the claim is a product or a method, and is one of them only.
 * Source: Guidelines 2023 part 2 ch. 2, 3.2.2; Patent Law art. 25(1)(2); MPEP 2106.03, 2173.05(p),
 * 2173.05(q). */

const char *const cs_category_rules[] = { "unclear", "mixed", "unknown", "use",
                                          "program", "quoted", NULL };

/* 一种电池及其制备方法, 一种电池和电池的控制方法: a thing and a method for it in one subject. */
static gboolean
is_mixed_chinese (const char *subject)
{
  static const char *const methods[] = { "方法", "工艺", "用途", "应用", NULL };
  static const char *const of_it[] = { "及其", "和其", "与其", "及该", "和该", "与该", "及所述", "和所述", NULL };
  static const char *const joins[] = { "以及", "及", "和", "与", NULL };

  if (!cs_ends_with_any (subject, methods))
    return FALSE;

  for (guint i = 0; of_it[i] != NULL; i++)
    if (strstr (subject, of_it[i]) != NULL && !g_str_has_prefix (subject, of_it[i]))
      return TRUE;

  /* the name itself comes back behind the joining word */
  for (guint i = 0; joins[i] != NULL; i++)
    {
      const char *join = strstr (subject, joins[i]);
      gsize length = join == NULL ? 0 : join - subject;

      if (length >= 6 && strncmp (join + strlen (joins[i]), subject, length) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_mixed_english (const char *subject)
{
  static const char *const pairs[] = { "system and method", "systems and methods",
                                       "apparatus and method", "device and method",
                                       "method and system", "method and apparatus",
                                       "method and device", "method, system",
                                       "system, method", "composition and method",
                                       "method and a system", "system and a method",
                                       "apparatus and a method", NULL };

  for (guint i = 0; pairs[i] != NULL; i++)
    if (g_str_has_prefix (subject, pairs[i]))
      return TRUE;

  return FALSE;
}

/* Guidelines 2023 part 2 ch. 9; MPEP 2106.03: a program as such is no subject, a program product or
 * a medium is one. */
static gboolean
is_program (const char *subject, gboolean chinese)
{
  static const char *const chinese_words[] = { "程序", "软件", "代码", "算法", "数据结构", "信号", NULL };
  static const char *const english_words[] = { "program", "software", "algorithm", "signal", NULL };
  g_autofree char *head = NULL;

  if (chinese)
    return cs_ends_with_any (subject, chinese_words);

  head = cs_subject_dup_head (subject);
  return g_strv_contains (english_words, head);
}

static const char *
rule_for (const CsClaim *claim, const char *subject, gboolean chinese)
{
  if (chinese ? is_mixed_chinese (subject) : is_mixed_english (subject))
    return "mixed";
  if (is_program (subject, chinese))
    return "program";
  if (claim->category == CS_CATEGORY_USE)
    return "use";
  if (claim->category == CS_CATEGORY_UNKNOWN)
    return *subject == '\0' ? "unknown" : "unclear";

  return NULL;
}

void
cs_check_category (CsExamContext *context, const CsClaim *claim)
{
  const char *language = cs_exam_get_draft (context)->language;
  g_autoptr (CsFolded) folded = NULL;
  const char *rule;
  CsReport *report;

  if (claim->dependent || claim->cancelled || claim->n_bytes == 0)
    return;

  folded = cs_fold (claim->text + claim->subject.start, claim->subject.end - claim->subject.start,
                    CS_FOLD_CASE);
  rule = rule_for (claim, folded->text, g_str_equal (language, "zh"));
  if (rule != NULL)
    {
      report = cs_exam_report_claim (context, rule, CS_CERTAINTY_LIKELY, claim, claim->subject);
      cs_report_set (report, "subject", "%.*s", (int)(claim->subject.end - claim->subject.start),
                     claim->text + claim->subject.start);
    }

  /* It refers to a claim and does not depend on it: independent in substance. */
  if (claim->quotes->len > 0 && !cs_range_is_empty (claim->reference))
    {
      guint target = g_array_index (claim->quotes, guint, 0);

      report =
          cs_exam_report_claim (context, "quoted", CS_CERTAINTY_CERTAIN, claim, claim->subject);
      cs_report_set (report, "subject", "%.*s", (int)(claim->subject.end - claim->subject.start),
                     claim->text + claim->subject.start);
      cs_report_set (report, "target", "%u",
                     cs_claim_set_get (cs_exam_get_claims (context), target)->number);
    }
}
