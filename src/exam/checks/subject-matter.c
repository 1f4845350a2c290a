#include <string.h>

#include "../../draft/cs-subject.h"
#include "../../language/cs-lexicon.h"
#include "../../language/cs-quantity.h"
#include "../../language/cs-scan.h"
#include "claim-text.h"

/* Whether what is claimed can be protected at all. Words open the question; only a bare bitstream,
 * a medium that may be a signal, a medical use and a method in a utility model are plain by
 * themselves. Sources: Patent Law art. 2, 5, 25; Guidelines 2023 part 1 ch. 2, part 2 ch. 1, 9 and
 * 10; 35 U.S.C. 101, MPEP 2106.03; EPC art. 52(2), 53; PCT r. 39.1. */

const char *const cs_subject_matter_rules[] = {
  "bitstream", "transitory", "business", "mental", "discovery", "nuclear",
  "public-order", "organism", "variety", "treatment", "medical-use", "manufacture-use",
  "purpose", "um-method", "um-process", "um-material", NULL
};

/* --- what is claimed --- */

static CsReport *
report_subject (const CsClaimText *text, const char *rule, CsCertainty certainty)
{
  const CsClaim *claim = text->claim;
  CsReport *report = cs_exam_report_claim (text->context, rule, certainty, claim, claim->subject);

  cs_report_set (report, "subject", "%.*s", (int)(claim->subject.end - claim->subject.start),
                 claim->text + claim->subject.start);

  return report;
}

/* Guidelines 2023 part 2 ch. 9, 7 (Order 84): the stream itself; not a medium that holds it. */
static void
check_bitstream (const CsClaimText *text, const char *subject)
{
  static const char *const chinese[] = { "码流", "比特流", "位流", "数据流", "bitstream", NULL };
  static const char *const english[] = { "bitstream", "bit stream", "bit-stream",
                                         "data stream", "data structure", "carrier wave",
                                         "encoded stream", "propagated signal", NULL };
  g_autofree char *name = g_strdup (subject);
  const char *of = text->chinese ? NULL : strstr (name, " of ");

  if (of != NULL)
    name[of - name] = '\0';
  if (cs_ends_with_any (g_strchomp (name), text->chinese ? chinese : english))
    report_subject (text, "bitstream", CS_CERTAINTY_CERTAIN);
}

/* MPEP 2106.03: a readable medium takes in signals unless it says otherwise. */
static void
check_transitory (const CsClaimText *text, const char *subject)
{
  static const char *const media[] = {
    "readable medium", "readable media", "readable storage medium", "readable storage media",
    "readable recording medium", "usable medium", "readable program medium",
    "accessible medium", "readable signal bearing medium",
    "readable information storage medium", NULL
  };
  static const char *const safe[] = {
    "non-transitory", "nontransitory", "non transitory", "not a signal", "excluding signal",
    "hardware", NULL
  };
  gboolean found = FALSE;

  for (guint i = 0; media[i] != NULL && !found; i++)
    found = strstr (subject, media[i]) != NULL;
  if (found && !cs_stands_in (text->folded->text, 0, text->folded->n_bytes, safe) &&
      strncmp (subject, "method", 6) != 0 && strncmp (subject, "system", 6) != 0 &&
      strncmp (subject, "apparatus", 9) != 0 && strncmp (subject, "computer system", 15) != 0)
    report_subject (text, "transitory", CS_CERTAINTY_LIKELY);
}

/* --- words --- */

/* Where words of the list stand in the claim, by class: FALSE for none. */
static gboolean
has_kind (const GArray *hits, const char *kind, CsRange within)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const CsLexiconHit *hit = &g_array_index (hits, CsLexiconHit, i);

      if (strcmp (hit->kind, kind) == 0 && hit->start >= within.start && hit->end <= within.end)
        return TRUE;
    }

  return FALSE;
}

/* The words that name a field decide nothing where something technical works in the claim. */
static void
check_schemes (const CsClaimText *text, const GArray *hits, CsRange subject)
{
  static const char *const kinds[] = { "business", "mental" };
  CsRange whole = { 0, text->folded->n_bytes };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (text->claim->category != CS_CATEGORY_PRODUCT && has_kind (hits, kinds[i], subject) &&
        !has_kind (hits, "technical", whole))
      report_subject (text, kinds[i], CS_CERTAINTY_POSSIBLE);
}

/* A word for what is excluded anywhere in the claim. */
static void
check_words (const CsClaimText *text, const GArray *hits)
{
  static const char *const kinds[] = { "nuclear", "public-order", "organism", NULL };

  for (guint i = 0; i < hits->len; i++)
    {
      const CsLexiconHit *hit = &g_array_index (hits, CsLexiconHit, i);

      if (g_strv_contains (kinds, hit->kind))
        {
          g_autofree char *word = cs_claim_text_dup (text, hit->start, hit->end);
          CsReport *report =
              cs_claim_text_report (text, hit->kind, CS_CERTAINTY_POSSIBLE, hit->start, hit->end);

          cs_report_set (report, "word", "%s", word);
          cs_report_set_alike (report, word);
        }
    }
}

/* A class of words at the end of the subject: a variety, a discovery. */
static void
check_subject_end (const CsClaimText *text, const GArray *hits, CsRange subject)
{
  static const char *const kinds[] = { "variety", "discovery", NULL };

  for (guint i = 0; i < hits->len; i++)
    {
      const CsLexiconHit *hit = &g_array_index (hits, CsLexiconHit, i);

      if (g_strv_contains (kinds, hit->kind) && hit->end == subject.end &&
          hit->start >= subject.start && text->claim->category != CS_CATEGORY_METHOD)
        report_subject (text, hit->kind, CS_CERTAINTY_POSSIBLE);
    }
}

/* Diagnosis and treatment on the living body: the subject names it, and there is a body. */
static void
check_treatment (const CsClaimText *text, const GArray *hits, CsRange subject)
{
  CsRange whole = { 0, text->folded->n_bytes };

  if (text->claim->category != CS_CATEGORY_METHOD || !has_kind (hits, "medical", subject) ||
      has_kind (hits, "in-vitro", whole))
    return;
  if (has_kind (hits, "body", whole))
    report_subject (text, "treatment", CS_CERTAINTY_LIKELY);
}

/* A use to treat a disease is claimed as use in making a medicament (China), and not so before the
 * EPO. */
static void
check_medical_use (const CsClaimText *text, const GArray *hits, CsRange subject)
{
  static const char *const chinese[] = { "制备", "制造", "生产", "制作", "制药", "配制", NULL };
  static const char *const english[] = { "manufactur", "prepar", "production", "making", NULL };
  static const char *const products[] = { "medicament", "药", "pharmaceutical", "drug", "制剂",
                                          "medicine", NULL };
  const char *folded = text->folded->text;
  CsRange head = { subject.start, cs_clause_end (text->folded, subject.end) };
  gboolean made;

  if (text->claim->category != CS_CATEGORY_USE || !has_kind (hits, "medical", head))
    return;

  made = cs_stands_in (folded, head.start, head.end, text->chinese ? chinese : english);
  if (!made && (has_kind (hits, "disease", head) || has_kind (hits, "body", head)))
    report_subject (text, "medical-use", CS_CERTAINTY_LIKELY);
  else if (made && cs_stands_in (folded, head.start, head.end, products))
    report_subject (text, "manufacture-use", CS_CERTAINTY_LIKELY);
}

/* 用于…的装置: whether the purpose limits the product is for a person. */
static void
check_purpose (const CsClaimText *text, const char *subject)
{
  gboolean named = text->chinese ?
                       strstr (subject, "用于") != NULL || strstr (subject, "用来") != NULL :
                       strstr (subject, " for ") != NULL;

  if (named && text->claim->category == CS_CATEGORY_PRODUCT)
    report_subject (text, "purpose", CS_CERTAINTY_POSSIBLE);
}

/* --- utility models --- */

static void
report_place (const CsClaimText *text, const char *rule, gsize start, gsize end)
{
  g_autofree char *word = cs_claim_text_dup (text, start, end);
  CsReport *report = cs_claim_text_report (text, rule, CS_CERTAINTY_LIKELY, start, end);

  cs_report_set (report, "word", "%s", word);
}

/* A step of a process, or its condition: 加热至200℃保温2小时. The name of a process (焊接) is none, nor is
 * a time relay. */
static void
check_model_process (const CsClaimText *text)
{
  static const char *const steps[] = { "以下步骤", "下列步骤", "如下步骤", "步骤1", "步骤一", "步骤s1", "工艺步骤", NULL };
  static const char *const treated[] = { "加热至", "加热到", "烧结", "保温", "升温",
                                         "淬火", "退火", "固化", "冷却至", "搅拌",
                                         "浸泡", "烘干", "干燥", "反应", NULL };
  const char *folded = text->folded->text;
  g_autoptr (GArray) found = cs_quantity_find (text->folded);

  for (gsize at = 0; at < text->folded->n_bytes; at += g_utf8_skip[(guchar)folded[at]])
    {
      gsize length = cs_scan_any (folded, at, steps);

      if (length == 0)
        continue;
      report_place (text, "um-process", at, at + length);
      return;
    }

  for (guint i = 0; i < found->len; i++)
    {
      const CsQuantity *quantity = &g_array_index (found, CsQuantity, i);
      gsize start = cs_clause_start (text->folded, quantity->start);

      if ((g_strcmp0 (quantity->dimension, "temperature") != 0 &&
           g_strcmp0 (quantity->dimension, "time") != 0) ||
          !cs_stands_in (folded, start, cs_clause_end (text->folded, quantity->end), treated))
        continue;
      report_place (text, "um-process", quantity->start, quantity->end);
      return;
    }
}

/* A component with its share; 开孔率30% is structure. */
static void
check_model_material (const CsClaimText *text)
{
  static const char *const shares[] = { "含量", "配比", "质量份", "重量份", "质量百分",
                                        "重量百分", "质量分数", "wt%", "重量比", "质量比",
                                        "摩尔比", "按重量计", NULL };
  const char *folded = text->folded->text;

  for (gsize at = 0; at < text->folded->n_bytes; at += g_utf8_skip[(guchar)folded[at]])
    {
      gsize length = cs_scan_any (folded, at, shares);

      if (length == 0)
        continue;
      report_place (text, "um-material", at, at + length);
      return;
    }
}

static void
check_model (const CsClaimText *text)
{
  if (text->claim->category == CS_CATEGORY_METHOD || text->claim->category == CS_CATEGORY_USE)
    {
      if (!text->claim->dependent)
        report_subject (text, "um-method", CS_CERTAINTY_CERTAIN);
      return;
    }
  check_model_process (text);
  check_model_material (text);
}

void
cs_check_subject_matter (CsExamContext *context, const CsClaim *claim)
{
  CsClaimText text = cs_claim_text_get (context, claim);
  CsRange subject = cs_claim_text_fold (&text, claim->subject);
  g_autofree char *name = NULL;
  g_autoptr (GArray) hits = NULL;

  if (claim->cancelled || claim->n_bytes == 0)
    return;
  if (cs_exam_get_draft (context)->request->type == CS_TYPE_UTILITY_MODEL)
    check_model (&text);
  if (claim->dependent)
    return;

  name = g_strndup (text.folded->text + subject.start, subject.end - subject.start);
  hits = cs_lexicon_find (cs_lexicon_get (text.chinese ? "subject-matter.zh" : "subject-matter.en"),
                          text.folded);
  check_bitstream (&text, name);
  if (!text.chinese)
    check_transitory (&text, name);
  check_schemes (&text, hits, subject);
  check_words (&text, hits);
  check_subject_end (&text, hits, subject);
  check_treatment (&text, hits, subject);
  check_medical_use (&text, hits, subject);
  check_purpose (&text, name);
}
