#pragma once

#include "cs-answer.h"
#include "cs-checklist.h"
#include "cs-decision.h"

G_BEGIN_DECLS

/** CsArg: @name of an argument of the message and its @value */
typedef struct
{
  const char *name;
  char *value;
} CsArg;

/** CsRelated: another place of a finding, and what it is to it */
typedef struct
{
  const char *role;
  CsSpan where;
} CsRelated;

/** CsFixEdit: @insert takes the place of @where, which with the index %CS_NO_INDEX counts from the
 *  start of its part */
typedef struct
{
  CsSpan where;
  char *insert;
} CsFixEdit;

/**
 * CsFix:
 * @name: its title is in messages.xml by this name
 * @edits: (element-type CsFixEdit): in the order given
 */
typedef struct
{
  const char *name;
  GArray *edits;
} CsFix;

/**
 * CsReport:
 * @rule: (transfer none): rule of the check
 * @certainty: how sure
 * @where: the marked text
 * @args: (element-type CsArg): in the order set
 * @related: (element-type CsRelated)
 * @path: (element-type guint): indexes of claims
 * @fixes: (element-type CsFix)
 * @alike: (nullable): the fault it shares with others, see cs_report_set_alike()
 *
 * What a check reported.
 */
struct _CsReport
{
  const char *rule;
  CsCertainty certainty;
  CsSpan where;
  GArray *args;
  GArray *related;
  GArray *path;
  GArray *fixes;
  char *alike;
};

/** cs_report_new: @rule: (transfer none): static string. Returns: (transfer full): a report with
 * nothing more to say */
CsReport *cs_report_new (const char *rule,
                         CsCertainty certainty,
                         CsSpan where);

/** cs_report_free: frees @report and all it holds */
void cs_report_free (CsReport *report);

/**
 * CsFinding:
 * @checklist: (transfer none): in which
 * @item: (transfer none): the item that takes the rule
 * @severity: by the item
 * @report: (transfer none): what the check said
 * @decision: (transfer none) (nullable): what a person decided of it
 * @answer: (transfer none) (nullable): the answer to the question of @item: no, and the finding is
 * that answer; yes, and what the program found is settled by it
 * @fingerprint: 16 hexadecimal digits: the same for the same defect in a later version
 *
 * A report in the light of one item.
 */
typedef struct
{
  const CsChecklist *checklist;
  const CsItem *item;
  CsSeverity severity;
  const CsReport *report;
  const CsDecision *decision;
  const CsAnswer *answer;
  char fingerprint[17];
} CsFinding;

/** CS_RULE_ANSWERED_NO: rule of the finding that a question was answered no */
#define CS_RULE_ANSWERED_NO "answered-no"

/** cs_finding_get_check_name: Returns: (transfer none): name of the check that found it, "question"
 * when a person did by answering */
const char *cs_finding_get_check_name (const CsFinding *finding);

/** cs_finding_is_waived: Returns: whether a decision or an answer lets it stand, so that it no
 * longer counts */
gboolean cs_finding_is_waived (const CsFinding *finding);

/** cs_certainty_get_name: Returns: (transfer none): "certain", "likely", "possible" */
const char *cs_certainty_get_name (CsCertainty certainty);

G_END_DECLS
