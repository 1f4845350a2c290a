#include "functional.h"

#include <string.h>

#include "../../language/cs-lexicon.h"
#include "../../language/cs-scan.h"
#include "../../language/cs-word-en.h"

/* Features told by what they do, and whether the description tells what they are.
 * Sources: Guidelines 2023 part 2 ch. 2, 3.2.1; 35 U.S.C. 112(f), MPEP 2181, 2164.08(a), 2161.01;
 * EPO Guidelines F-IV 4.10. */

const char *const cs_functional_rules[] = {
  "means", "nonce", "program-module", "no-structure", "purely-functional", "single-means",
  "result", "no-algorithm", NULL
};

/* --- reports --- */

void
cs_functional_report_place (
    const CsClaimText *text, CsReport **report, const char *rule, gsize start, gsize end)
{
  g_autofree char *name = NULL;

  if (*report != NULL)
    {
      cs_report_add_related (*report, "also", cs_claim_text_unfold (text, start, end));
      return;
    }

  *report = cs_claim_text_report (text, rule, CS_CERTAINTY_LIKELY, start, end);
  name = cs_claim_text_dup (text, start, end);
  cs_report_set (*report, "name", "%s", name);
}

void
cs_functional_report_structure (const CsClaimText *text, gsize start, gsize end)
{
  g_autofree char *name = cs_claim_text_dup (text, start, end);
  CsReport *report = cs_claim_text_report (text, "no-structure", CS_CERTAINTY_LIKELY, start, end);

  cs_report_set (report, "name", "%s", name);
  cs_report_set_alike (report, name);
}

/* --- English --- */

/* "means for fastening", "a module configured to": @verb is where the function begins. */
typedef struct
{
  gsize start; /* of the name: "fastening means" */
  gsize end;
  gsize verb;
  gboolean means;
} Feature;

static gsize
word_start (const char *text, gsize end)
{
  while (end > 0 && (g_ascii_isalnum (text[end - 1]) || text[end - 1] == '-'))
    end--;

  return end;
}

static gsize
word_end (const char *text, gsize at)
{
  while (g_ascii_isalnum (text[at]) || text[at] == '-')
    at++;

  return at;
}

/* Where the function begins that is told behind a name at @at; 0 when none is. */
static gsize
function_behind (const char *text, gsize at)
{
  static const char *const links[] = {
    " for ", " configured to ", " adapted to ", " operable to ", " arranged to ",
    " operative to ", " programmed to ", " designed to ", " to ", ", for ", ", configured to ",
    " configured for ", " adapted for ", NULL
  };
  static const char *const not_verbs[] = { "the ", "a ", "an ", "each ", "said ",
                                           "which ", "at ", "use in ", "its ", NULL };
  gsize length = cs_scan_any (text, at, links);
  CsWordEn word;
  gsize verb = at + length;

  if (length == 0 || cs_scan_any (text, verb, not_verbs) > 0)
    return 0;
  cs_word_en_analyse (text + verb, MIN (word_end (text, verb) - verb, CS_WORD_EN_MAX - 1), &word);

  return (word.forms & (CS_EN_ING | CS_EN_VERB)) != 0 ? verb : 0;
}

/* A word that says nothing of what a thing is: "the first detection module". "Detent mechanism"
 * names a structure (MPEP 2181 I.A). */
static gboolean
is_bare (const char *text, gsize start, gsize end)
{
  static const char *const words[] = { "a", "an", "the", "said", "first", "second",
                                       "third", "one", "another", "each", "least", "control",
                                       "output", "input", "plurality", "of", "or", "more",
                                       "and", "", NULL };
  g_autofree char *word = g_strndup (text + start, end - start);
  CsWordEn info;

  if (g_strv_contains (words, word))
    return TRUE;
  cs_word_en_analyse (word, MIN (strlen (word), CS_WORD_EN_MAX - 1), &info);

  return (info.forms & (CS_EN_ING | CS_EN_ACTION)) != 0;
}

static gboolean
read_feature (const CsClaimText *text, const CsLexiconHit *hit, Feature *feature)
{
  const char *folded = text->folded->text;
  gsize before = hit->start;

  while (before > 0 && folded[before - 1] == ' ')
    before--;
  feature->means = strcmp (hit->kind, "means") == 0;
  feature->start = word_start (folded, before);
  feature->end = hit->end;
  feature->verb = function_behind (folded, hit->end);
  if (feature->means &&
      (cs_stands_before (folded, before, (const char *const[]){ " by", " by the", NULL }) > 0))
    return FALSE;
  if (feature->verb == 0 || hit->start < cs_claim_text_fold (text, text->claim->subject).end)
    return FALSE;
  if (before == 0 || before == hit->start || !is_bare (folded, feature->start, before))
    return feature->means ? (feature->start = hit->start, TRUE) : FALSE;
  if (!feature->means &&
      cs_scan_any (folded, feature->start, (const char *const[]){ "the ", "said ", NULL }) > 0)
    return FALSE;
  if (cs_scan_any (folded, feature->start,
                   (const char *const[]){ "compris", "includ", "having ", "contain", "with ", "a ",
                                          "an ", "the ", "said ", "of ", "or ", "and ", "each ",
                                          "one ", NULL }) > 0)
    feature->start = hit->start;

  return TRUE;
}

/* The description links a structure to a function where it uses the word for it, or one of its
 * family, other than in the words of the claim. */
static gboolean
has_english_structure (const CsClaimText *text, const Feature *feature)
{
  const CsPassages *passages = cs_exam_get_passages (text->context);
  const char *folded = text->folded->text;
  gsize length = word_end (folded, feature->verb) - feature->verb;
  const char *description = cs_passages_get_text (passages)->text;
  g_autofree char *stem = NULL;
  CsWordEn word;

  cs_word_en_analyse (folded + feature->verb, MIN (length, CS_WORD_EN_MAX - 1), &word);
  stem =
      strlen (word.stem) >= 3 ? g_strdup (word.stem) : g_strndup (folded + feature->verb, length);
  for (gssize at = cs_passages_find (passages, stem, 0); at >= 0;
       at = cs_passages_find (passages, stem, at + 1))
    if (cs_stands_before (description, at,
                          (const char *const[]){ "means for ", "means to ", "step for ", NULL }) ==
        0)
      return TRUE;

  return FALSE;
}

/* MPEP 2164.08(a): a claim to one means is not enabled to its full breadth. */
static gboolean
is_single_means (const CsClaimText *text, const Feature *feature)
{
  const CsClaim *claim = text->claim;
  CsRange only;

  if (claim->dependent || claim->category != CS_CATEGORY_PRODUCT || claim->features->len != 1 ||
      !feature->means)
    return FALSE;
  only = cs_claim_text_fold (text, g_array_index (claim->features, CsRange, 0));

  return feature->start >= only.start && feature->start - only.start < 12 &&
         !cs_stands_in (text->folded->text, feature->verb, text->folded->n_bytes,
                        (const char *const[]){ " and ", " wherein ", " including ", " comprising ",
                                               " having ", "means", NULL });
}

/* EPO Guidelines F-IV 4.10: the last clause of an independent claim says what comes out of it. */
static void
check_result (const CsClaimText *text)
{
  static const char *const openings[] = { "such that", "so that", "so as to",
                                          "whereby", "thereby", NULL };
  const CsFolded *folded = text->folded;
  gsize last = 0;

  if (text->claim->dependent || text->claim->category == CS_CATEGORY_METHOD)
    return;
  for (gsize at = 0; at < folded->n_bytes; at += g_utf8_skip[(guchar)folded->text[at]])
    if ((folded->text[at] == 's' || folded->text[at] == 'w' || folded->text[at] == 't') && at > 0 &&
        folded->text[at - 1] == ' ' && cs_scan_any (folded->text, at, openings) > 0)
      last = at;
  if (last == 0 || cs_clause_end (folded, last) + 2 < folded->n_bytes)
    return;

  cs_claim_text_report (text, "result", CS_CERTAINTY_POSSIBLE, last,
                        last + cs_scan_any (folded->text, last, openings));
}

static void
check_english (const CsClaimText *text)
{
  g_autoptr (GArray) hits = cs_lexicon_find (cs_lexicon_get ("functional.en"), text->folded);
  gboolean described = !cs_passages_are_empty (cs_exam_get_passages (text->context));
  CsReport *means = NULL;
  CsReport *nonce = NULL;

  for (guint i = 0; i < hits->len; i++)
    {
      Feature feature;

      if (!read_feature (text, &g_array_index (hits, CsLexiconHit, i), &feature))
        continue;
      cs_functional_report_place (text, feature.means ? &means : &nonce,
                                  feature.means ? "means" : "nonce", feature.start, feature.end);
      if (described && feature.means && !has_english_structure (text, &feature))
        cs_functional_report_structure (text, feature.start,
                                        word_end (text->folded->text, feature.verb));
      if (is_single_means (text, &feature))
        cs_claim_text_report (text, "single-means", CS_CERTAINTY_LIKELY, feature.start,
                              feature.end);
    }
  check_result (text);
}

/* --- both --- */

/* A product told by nothing but what it can do: no part, no material, no shape. */
static void
check_purely_functional (const CsClaimText *text)
{
  static const char *const structure_zh[] = { "包括", "包含", "含有", "具有", "设有",
                                              "设置", "由", "连接", "安装", "固定",
                                              "组成", "构成", "开设", "形成", "为",
                                              "带有", "配置有", "存储", "有", "采用",
                                              "位于", "制成", "式(", "结构", NULL };
  static const char *const function_zh[] = { "能够", "能在", "可以", "可在", "使得", "以实现",
                                             "实现", "用于", "用以", "起到", NULL };
  static const char *const structure_en[] = {
    "compris", "includ", "consist", "having", "contain", "has ",
    "have ", "made of", "formed of", "with a", "formula", "composed",
    "means", "provided with", "formed", "being", "selected", NULL
  };
  static const char *const function_en[] = { "capable of", "able to", "configured to",
                                             "adapted to", "so that", "such that",
                                             "operable to", NULL };
  CsRange transition = cs_claim_text_fold (text, text->claim->transition);
  gsize start = cs_range_is_empty (text->claim->transition) ?
                    cs_claim_text_fold (text, text->claim->subject).end :
                    transition.start;

  if (text->claim->dependent || text->claim->category != CS_CATEGORY_PRODUCT ||
      text->claim->quotes->len > 0 || text->claim->cancelled || text->folded->n_bytes - start < 12)
    return;
  if (cs_stands_in (text->folded->text, text->chinese ? start : 0, text->folded->n_bytes,
                    text->chinese ? structure_zh : structure_en) ||
      !cs_stands_in (text->folded->text, start, text->folded->n_bytes,
                     text->chinese ? function_zh : function_en))
    return;

  cs_exam_report_claim (text->context, "purely-functional", CS_CERTAINTY_LIKELY, text->claim,
                        text->claim->subject);
}

/* 35 U.S.C. 112(a), (f): what a computer is claimed to do wants its steps in the description. */
static void
check_algorithm (const CsClaimText *text)
{
  static const char *const computers[] = { "processor", "computer", "软件", "处理器", "计算机", NULL };
  static const char *const functions[] = { "configured to", "programmed to",
                                           "operable to", "adapted to",
                                           "instructions", "用于",
                                           "module", NULL };
  static const char *const steps[] = { "flowchart", "flow chart", "flow diagram", "step",
                                       "algorithm", "pseudo", "routine", "procedure",
                                       "process of", "process for", "operations", "流程",
                                       "步骤", NULL };
  const CsPassages *passages = cs_exam_get_passages (text->context);

  if (text->claim->dependent || cs_passages_are_empty (passages) ||
      !cs_stands_in (text->folded->text, 0, text->folded->n_bytes, computers) ||
      !cs_stands_in (text->folded->text, 0, text->folded->n_bytes, functions))
    return;
  for (guint i = 0; steps[i] != NULL; i++)
    if (cs_passages_find (passages, steps[i], 0) >= 0)
      return;

  cs_exam_report_claim (text->context, "no-algorithm", CS_CERTAINTY_POSSIBLE, text->claim,
                        text->claim->subject);
}

void
cs_check_functional (CsExamContext *context, const CsClaim *claim)
{
  CsClaimText text = cs_claim_text_get (context, claim);

  if (cs_passages_are_empty (cs_exam_get_passages (context)) && claim->index == 0)
    {
      cs_exam_skip (context, "no-structure", "no-description", CS_NO_INDEX);
      cs_exam_skip (context, "no-algorithm", "no-description", CS_NO_INDEX);
    }
  if (claim->cancelled)
    return;
  if (text.chinese)
    cs_functional_check_chinese (&text);
  else if (claim->category != CS_CATEGORY_USE)
    check_english (&text);
  check_purely_functional (&text);
  check_algorithm (&text);
}
