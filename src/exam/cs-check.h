#pragma once

#include "../draft/cs-claim-set.h"
#include "../draft/cs-description.h"
#include "../draft/cs-draft.h"
#include "../draft/cs-feature-words.h"
#include "../draft/cs-passages.h"
#include "../draft/cs-signs.h"
#include "../draft/cs-support.h"
#include "../draft/cs-terms.h"
#include "../language/cs-fold.h"
#include "../language/cs-speller.h"
#include "cs-centre.h"

G_BEGIN_DECLS

/* What a check is, and all that it may do. A check reads the shared analysis and reports; it knows
 * neither the item that asks for it nor the severity it will have. */

/**
 * CsCheckScope:
 * @CS_SCOPE_CLAIM: a result depends on one claim; the check is called once for each
 * @CS_SCOPE_CHAIN: on a claim and its ancestors; called once for each
 * @CS_SCOPE_CLAIMS: on all claims; called once
 * @CS_SCOPE_DRAFT: on the whole draft; called once
 */
typedef enum
{
  CS_SCOPE_CLAIM,
  CS_SCOPE_CHAIN,
  CS_SCOPE_CLAIMS,
  CS_SCOPE_DRAFT
} CsCheckScope;

/** CsCertainty: how sure a finding is, apart from how bad it would be. */
typedef enum
{
  CS_CERTAINTY_CERTAIN,
  CS_CERTAINTY_LIKELY,
  CS_CERTAINTY_POSSIBLE
} CsCertainty;

/** CS_PARAM_NUMBER: at the end of a name in #CsCheck.params: its value is a number */
#define CS_PARAM_NUMBER "#"

/** CsExamContext: one run of one check with one set of parameters; lives as long as the call. */
typedef struct _CsExamContext CsExamContext;

/** CsReport: a finding in the making; owned by the context. */
typedef struct _CsReport CsReport;

/**
 * CsCheck:
 * @name: as in checklists and JSON
 * @scope: when it is called
 * @rules: (array zero-terminated=1): all the rules it can report, the only ones
 * @params: (array zero-terminated=1) (nullable): names of the parameters it understands; a name
 * that ends in %CS_PARAM_NUMBER takes a number, which the loader makes sure of
 * @run: the check; @claim is %NULL for the scopes claims and draft
 */
typedef struct
{
  const char *name;
  CsCheckScope scope;
  const char *const *rules;
  const char *const *params;
  void (*run) (CsExamContext *context, const CsClaim *claim);
} CsCheck;

/**
 * cs_check_get_all:
 * @n_checks: (out): how many
 *
 * Returns: (array length=n_checks) (transfer none): the one table of checks
 */
const CsCheck *cs_check_get_all (guint *n_checks);

/** cs_check_find: Returns: (transfer none) (nullable): the check of that name */
const CsCheck *cs_check_find (const char *name);

/* --- what a check reads --- */

/** cs_exam_get_draft: Returns: (transfer none): the draft under examination */
CsDraft *cs_exam_get_draft (CsExamContext *context);

/** cs_exam_get_claims: Returns: (transfer none): its claims, analysed once for all checks */
const CsClaimSet *cs_exam_get_claims (CsExamContext *context);

/** cs_exam_get_description: Returns: (transfer none): its description, analysed likewise */
const CsDescription *cs_exam_get_description (CsExamContext *context);

/** cs_exam_get_terms: Returns: (transfer none): the terms of its claims, analysed once on demand */
const CsTerms *cs_exam_get_terms (CsExamContext *context);

/** cs_exam_get_support: Returns: (transfer none): what its description says of its claims, compared
 *  once on demand */
const CsSupport *cs_exam_get_support (CsExamContext *context);

/** cs_exam_get_signs: Returns: (transfer none): the reference signs of the draft, likewise */
const CsSigns *cs_exam_get_signs (CsExamContext *context);

/** cs_exam_get_variants: Returns: (transfer none) (element-type CsTermVariant): names that do not
 *  agree with the others of their thing, likewise */
const GArray *cs_exam_get_variants (CsExamContext *context);

/** cs_exam_get_passages: Returns: (transfer none): its description folded, once on demand */
const CsPassages *cs_exam_get_passages (CsExamContext *context);

/** cs_exam_get_feature_words: Returns: (transfer none): the features of its claims in a form in
 *  which they can be compared, read once on demand */
const CsFeatureWords *cs_exam_get_feature_words (CsExamContext *context);

/**
 * cs_exam_get_folded:
 * @context: a context
 * @part: title, abstract, claims or description
 * @index: a unit of it
 *
 * Returns: (transfer none): the text of the unit, folded with %CS_FOLD_CASE once for all checks
 */
const CsFolded *cs_exam_get_folded (CsExamContext *context,
                                    CsPart part,
                                    guint index);

/** cs_exam_get_speller: Returns: (transfer none) (nullable): who knows English words, when one is
 *  there */
CsSpeller *cs_exam_get_speller (CsExamContext *context);

/**
 * cs_exam_get_centre:
 * @context: a context
 * @error: (out) (transfer none): why it cannot be read, %NULL when the sheet names none
 *
 * Returns: (transfer none) (nullable): the centre for pre-examination that the filing sheet names,
 *   read once on demand
 */
const CsCentre *cs_exam_get_centre (CsExamContext *context,
                                    const GError **error);

/** cs_exam_get_as_of: Returns: (transfer none): the day examined, ISO 8601 */
const char *cs_exam_get_as_of (CsExamContext *context);

/**
 * cs_exam_get_param:
 * @context: a context
 * @name: one of #CsCheck.params
 *
 * Returns: (transfer none) (nullable): its value in the checklist, %NULL when it is not set there
 */
const char *cs_exam_get_param (CsExamContext *context,
                               const char *name);

/**
 * cs_exam_get_number:
 * @context: a context
 * @name: one of #CsCheck.params
 * @fallback: the answer when it is not set
 *
 * Returns: the parameter as a number; the loader has made sure that it is one
 */
guint cs_exam_get_number (CsExamContext *context,
                          const char *name,
                          guint fallback);

/* --- what a check says --- */

/**
 * cs_exam_report:
 * @context: a context
 * @rule: one of #CsCheck.rules
 * @certainty: how sure
 * @where: the marked text
 *
 * Reports a finding. Arguments, related places, a path and fixes may be added until the check
 * returns. The argument "text" (the marked text) and, in claims, "claim" (the printed number) are
 * set by the engine.
 *
 * Returns: (transfer none): the finding
 */
CsReport *cs_exam_report (CsExamContext *context,
                          const char *rule,
                          CsCertainty certainty,
                          CsSpan where);

/** cs_exam_report_claim: as cs_exam_report(), for @range of the text of @claim */
CsReport *cs_exam_report_claim (CsExamContext *context,
                                const char *rule,
                                CsCertainty certainty,
                                const CsClaim *claim,
                                CsRange range);

/**
 * cs_report_set:
 * @report: a finding
 * @name: (transfer none): static string, the name of an argument of the message
 * @format: printf() format of its value
 */
void cs_report_set (CsReport *report,
                    const char *name,
                    const char *format,
                    ...) G_GNUC_PRINTF (3, 4);

/**
 * cs_report_set_alike:
 * @report: a finding
 * @fault: (transfer none): what names the fault: the word, the claim that is rested on
 *
 * Says that findings of this rule with an equal @fault are one fault all over the draft: found in
 * more than two places, it is reported at the first and the others become its places. A finding of
 * which this is not said stands for itself.
 */
void cs_report_set_alike (CsReport *report,
                          const char *fault);

/**
 * cs_report_add_related:
 * @report: a finding
 * @role: (transfer none): static string: "parent", "also", "introduced", ...
 * @where: another place that belongs to it
 */
void cs_report_add_related (CsReport *report,
                            const char *role,
                            CsSpan where);

/** cs_report_add_path: @claim: index of the next claim walked, the reported one first */
void cs_report_add_path (CsReport *report,
                         guint claim);

/**
 * cs_report_add_fix:
 * @report: a finding
 * @name: (transfer none): static string; the checklist holds its title by this name, in which
 * `{insert}` is what the (first) edit inserts
 * @where: text to replace; empty to insert. With the index %CS_NO_INDEX its bytes count from the
 * start of the part, for what stands outside of claims and paragraphs, such as their numbers
 * @insert: (transfer none): what stands there afterwards
 *
 * Offers a change that a patent attorney would make without thinking; where there is something to
 * think about, none is offered. Calls with the same @name one after the other are edits of one fix,
 * unless they change the same place: then they are another choice.
 * Findings gathered into one (cs_report_set_alike()) are fixed together. In the national phase of
 * an international application the engine drops all fixes: a translation says what its original
 * says, and is amended, not mended (PCT art. 28, 41; Rules (2023) r. 57).
 */
void cs_report_add_fix (CsReport *report,
                        const char *name,
                        CsSpan where,
                        const char *insert);

/**
 * cs_exam_skip:
 * @context: a context
 * @rule: (nullable): the rule that could not be tried, %NULL for all of the check
 * @reason: (transfer none): static string: "no-description", "reference", ...
 * @claim: index of the claim that is the reason, %CS_NO_INDEX when it is none
 *
 * Says that a rule could not be tried: the item is "not-run" rather than passed, unless it has
 * findings.
 */
void cs_exam_skip (CsExamContext *context,
                   const char *rule,
                   const char *reason,
                   guint claim);

/**
 * cs_exam_not_applicable:
 * @context: a context
 * @rule: (nullable): the rule, %NULL for all of the check
 * @reason: (transfer none): static string: "no-figures", ...
 *
 * Says that a rule has no object here: the item is "not-applicable" when all its rules are.
 */
void cs_exam_not_applicable (CsExamContext *context,
                             const char *rule,
                             const char *reason);

/** cs_exam_is_cancelled: Returns: whether to give up; asked in loops over many claims */
gboolean cs_exam_is_cancelled (CsExamContext *context);

G_END_DECLS
