#include <string.h>

#include "../../draft/cs-subject.h"
#include "../../language/cs-scan.h"
#include "antecedent-fixes.h"
#include "cs-checks.h"

/* What is referred to was introduced before, on every dependency path. Source: Law art. 26(4);
 * Guidelines 2023 part 2 ch. 2, 3.2.2; 35 U.S.C. 112(b), MPEP 2173.05(e). */

#define LEAST_LAST_WORD 3 /* letters of a word that ends a sentence; less is a label */

const char *const cs_antecedent_basis_rules[] = { "no-head", "modifier", "path", "ambiguous",
                                                  "compound", "participle", "implicit",
                                                  "short-form", "double-introduction", "number",
                                                  "preamble", "subject", NULL };

static const CsMention *
get_mention (CsExamContext *context, guint index)
{
  const GArray *mentions = cs_terms_get_mentions (cs_exam_get_terms (context));

  return index == CS_NO_INDEX ? NULL : &g_array_index (mentions, CsMention, index);
}

static const CsTerm *
get_term (CsExamContext *context, guint index)
{
  return &g_array_index (cs_terms_get_terms (cs_exam_get_terms (context)), CsTerm, index);
}

/* The marker and the term together: 所述壳体, "the housing". */
static CsReport *
report_mention (CsExamContext *context,
                const CsMention *mention,
                const char *rule,
                CsCertainty certainty)
{
  const CsClaim *claim = cs_claim_set_get (cs_exam_get_claims (context), mention->claim);
  gsize start = cs_range_is_empty (mention->marker) ? mention->range.start : mention->marker.start;
  CsReport *report = cs_exam_report_claim (context, rule, certainty, claim,
                                           (CsRange){ start, mention->range.end });

  cs_report_set (report, "term", "%.*s", (int)(mention->range.end - mention->range.start),
                 claim->text + mention->range.start);

  return report;
}

static void
add_related (CsReport *report, const char *role, const CsMention *mention)
{
  if (mention != NULL)
    cs_report_add_related (report, role,
                           (CsSpan){ CS_PART_CLAIMS, mention->claim, mention->range.start,
                                     mention->range.end });
}

/* --- a reference that rests on nothing --- */

static const char *
get_basis_rule (const CsMention *mention)
{
  if (mention->partial && mention->basis >= CS_BASIS_MODIFIER)
    return "path";

  return cs_basis_get_name (mention->basis);
}

static void
add_path (CsExamContext *context, CsReport *report, const CsMention *mention)
{
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; mention->path != NULL && i < mention->path->len; i++)
    {
      guint index = g_array_index (mention->path, guint, i);

      cs_report_add_path (report, index);
      g_string_append_printf (numbers, "%s%u", i == 0 ? "" : " → ",
                              cs_claim_set_get (cs_exam_get_claims (context), index)->number);
    }
  cs_report_set (report, "path", "%s", numbers->str);
}

/* Where the term stands although not on the path; the same failing reference further on, and others
 * that fail for the same reason. Returns: how many of these others there are. */
static guint
add_places (CsExamContext *context, CsReport *report, guint at)
{
  const CsTerms *terms = cs_exam_get_terms (context);
  const GArray *mentions = cs_terms_get_mentions (terms);
  guint term = get_mention (context, at)->term;
  guint n_joined = 0;
  guint n_uses;
  const guint *uses = cs_terms_get_uses (terms, term, &n_uses);

  add_related (report, "introduced",
               get_mention (context, cs_terms_find_introduction (terms, term)));
  for (guint i = 0; i < n_uses; i++)
    {
      const CsMention *use = get_mention (context, uses[i]);

      if ((use->flags & CS_MENTION_REPEATED) != 0 && use->second == at)
        add_related (report, "also", use);
    }
  for (guint i = at + 1; i < mentions->len; i++)
    {
      const CsMention *other = get_mention (context, i);

      if ((other->flags & CS_MENTION_JOINED) == 0 || other->second != at)
        continue;
      add_related (report, "also", other);
      n_joined++;
    }

  return n_joined;
}

static void
report_basis (CsExamContext *context, guint at)
{
  const CsMention *mention = get_mention (context, at);
  gboolean strong = mention->basis >= CS_BASIS_MODIFIER;
  CsReport *report = report_mention (context, mention, get_basis_rule (mention),
                                     strong ? CS_CERTAINTY_LIKELY : CS_CERTAINTY_POSSIBLE);

  add_path (context, report, mention);
  if (strong)
    cs_antecedent_fix_target (context, report, mention);
  if (add_places (context, report, at) > 0)
    return; /* what mends one of the terms leaves the others */

  if (mention->suggested != CS_NO_INDEX)
    {
      add_related (report, "nearest",
                   get_mention (context, get_term (context, mention->suggested)->first));
      cs_antecedent_fix_replace (context, report, at, mention->suggested);
    }
  cs_antecedent_fix_introduce (context, report, at);
}

/* --- further faults --- */

static gboolean
holds (const CsClaim *claim, const char *name)
{
  return cs_scan_find (claim->text, claim->n_bytes, name) != NULL;
}

/* What a dependent claim calls its subject is compared with its base by the check subject-name;
 * that nothing of that name stands in the claims above is a hint beside it. */
static void
check_subject (CsExamContext *context, const CsClaim *claim)
{
  const CsClaimSet *claims = cs_exam_get_claims (context);
  g_autofree char *name = cs_claim_dup_range (claim, claim->subject);

  if (!claim->dependent || *name == '\0')
    return;
  for (guint i = 0; i < claim->depends->len; i++)
    {
      const CsClaim *base = cs_claim_set_get (claims, g_array_index (claim->depends, guint, i));
      const CsClaim *root = cs_claim_set_get (claims, base->root);
      g_autofree char *subject = cs_claim_dup_range (root, root->subject);

      if (holds (base, name) || holds (root, name) ||
          cs_subject_compare (name, subject, cs_exam_get_draft (context)->language) ==
              CS_SUBJECT_SAME)
        return;
    }

  cs_report_set (cs_exam_report_claim (context, "subject", CS_CERTAINTY_POSSIBLE, claim,
                                       claim->subject),
                 "term", "%s", name);
}

static void
report_double (CsExamContext *context, const CsMention *mention)
{
  CsReport *report = report_mention (context, mention, "double-introduction",
                                     CS_CERTAINTY_POSSIBLE);

  add_related (report, "introduced", get_mention (context, mention->other));
  cs_antecedent_fix_refer (context, report, mention);
}

/* Index of the first place in its claim where the short form at @at stands. */
static guint
find_first_short (CsExamContext *context, guint at)
{
  const CsMention *mention = get_mention (context, at);
  guint end;
  guint i = cs_terms_get_claim_mentions (cs_exam_get_terms (context), mention->claim, &end);

  while (i < at && (get_mention (context, i)->term != mention->term ||
                    (get_mention (context, i)->flags & CS_MENTION_SHORT) == 0))
    i++;

  return i;
}

static void
report_short (CsExamContext *context, guint at)
{
  const CsMention *mention = get_mention (context, at);
  const CsMention *one = get_mention (context, mention->other);
  const CsMention *other = get_mention (context, mention->second);
  CsReport *report;
  guint n_uses;
  const guint *uses = cs_terms_get_uses (cs_exam_get_terms (context), mention->term, &n_uses);

  if (one == NULL || other == NULL || find_first_short (context, at) != at)
    return;

  report = report_mention (context, mention, "short-form", CS_CERTAINTY_POSSIBLE);
  cs_report_set (report, "one", "%s", get_term (context, one->term)->name);
  cs_report_set (report, "other", "%s", get_term (context, other->term)->name);
  add_related (report, "introduced", one);
  add_related (report, "introduced", other);
  for (guint i = 0; i < n_uses; i++)
    if (uses[i] != at && get_mention (context, uses[i])->claim == mention->claim &&
        (get_mention (context, uses[i])->flags & CS_MENTION_SHORT) != 0)
      add_related (report, "also", get_mention (context, uses[i]));
  cs_antecedent_fix_replace (context, report, at, one->term);
  cs_antecedent_fix_replace (context, report, at, other->term);
}

static void
report_flags (CsExamContext *context, guint at)
{
  const CsMention *mention = get_mention (context, at);

  if ((mention->flags & CS_MENTION_DOUBLE) != 0)
    report_double (context, mention);
  if ((mention->flags & CS_MENTION_SHORT) != 0)
    report_short (context, at);
  if ((mention->flags & CS_MENTION_NUMBER) != 0)
    add_related (report_mention (context, mention, "number", CS_CERTAINTY_POSSIBLE), "introduced",
                 get_mention (context, mention->other));
  if ((mention->flags & CS_MENTION_PREAMBLE) != 0)
    add_related (report_mention (context, mention, "preamble", CS_CERTAINTY_POSSIBLE),
                 "introduced", get_mention (context, mention->other));
}

static gboolean
is_subject (const CsClaim *claim, const CsMention *mention)
{
  return claim->dependent && mention->range.start >= claim->reference.start &&
         mention->range.start < claim->subject.end;
}

/* ". The heating" makes two sentences of one: claim-form reports the period, and what the capital
 * article was meant for is open until that is mended. A label ("a. The") is no sentence's end. */
static gboolean
begins_sentence (const CsClaim *claim, const CsMention *mention)
{
  gsize at = cs_range_is_empty (mention->marker) ? mention->range.start : mention->marker.start;
  gsize n_letters = 0;

  if (claim->text[at] != 'T')
    return FALSE;
  while (at > 0 && g_ascii_isspace (claim->text[at - 1]))
    at--;
  if (at == 0 || claim->text[--at] != '.')
    return FALSE;
  while (n_letters < at && g_ascii_isalpha (claim->text[at - 1 - n_letters]))
    n_letters++;

  return n_letters >= LEAST_LAST_WORD || (at > 0 && claim->text[at - 1] == ')');
}

/* Whether a reference is a fault of its own, and not the consequence or repetition of another. */
static gboolean
is_reported (const CsClaim *claim, const CsMention *mention)
{
  return mention->kind == CS_MENTION_REFERENCE && mention->basis > CS_BASIS_FOUND &&
         (mention->flags & (CS_MENTION_REPEATED | CS_MENTION_JOINED)) == 0 &&
         !is_subject (claim, mention) && !begins_sentence (claim, mention);
}

/* A reference that has to be written anew says nothing of where the terms come from: it leads to a
 * claim of another kind, or, in China, to several claims at once (Rules (2023) r. 25(2)). */
static gboolean
has_wrong_reference (CsExamContext *context, const CsClaim *claim)
{
  const CsClaim *root = cs_claim_set_get (cs_exam_get_claims (context), claim->root);

  if (!claim->dependent)
    return FALSE;
  if (claim->category != root->category && claim->category != CS_CATEGORY_UNKNOWN &&
      root->category != CS_CATEGORY_UNKNOWN)
    return TRUE;

  return g_str_equal (cs_exam_get_draft (context)->language, "zh") &&
         g_array_index (claim->refs->groups, CsRefGroup, 0).list == CS_REF_LIST_CUMULATIVE;
}

void
cs_check_antecedent_basis (CsExamContext *context, const CsClaim *claim)
{
  guint end;
  guint at = cs_terms_get_claim_mentions (cs_exam_get_terms (context), claim->index, &end);

  if (has_wrong_reference (context, claim))
    {
      cs_exam_skip (context, NULL, "reference", claim->index);
      return;
    }
  check_subject (context, claim);
  for (; at < end; at++)
    {
      const CsMention *mention = get_mention (context, at);

      if ((mention->flags & CS_MENTION_SILENT) != 0)
        continue;
      if (is_reported (claim, mention))
        report_basis (context, at);
      report_flags (context, at);
    }
}
