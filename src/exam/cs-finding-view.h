#pragma once

#include "cs-exam.h"

G_BEGIN_DECLS

/**
 * CsFindingEntry:
 * @findings: (element-type CsFinding) (transfer none): the same rule at the same place by one or
 *   several checklists, the first list first
 * @severity: the worst of them
 * @certainty: how sure
 * @offices: bit `1 << CsOffice` for each office whose list says so
 * @decision: (transfer none) (nullable): what was decided of it
 * @waived: it may stand and does not count
 * @group: index of its group in #CsFindingView.groups
 * @part: where it is shown: title, abstract, claims or description; another part when it has no
 *   text
 * @start_char: first code point marked, in the text of the part
 * @end_char: one past the last; equal to @start_char when the part or the unit as a whole is meant
 *
 * One finding as people see it, whatever number of offices raises it.
 */
typedef struct
{
  GPtrArray *findings;
  CsSeverity severity;
  CsCertainty certainty;
  guint offices;
  const CsDecision *decision;
  gboolean waived;
  guint group;
  CsPart part;
  guint start_char;
  guint end_char;
} CsFindingEntry;

/**
 * CsFindingGroup:
 * @checklist: (transfer none): of @item
 * @item: (transfer none): the item under which the entries are shown
 * @items: (element-type CsItem) (transfer none): @item and those of other lists that say the same
 * @severity: the worst that counts; of all when all are waived
 * @certain: at least one that counts is not merely possible
 * @offices: bits
 * @entries: (element-type CsFindingEntry) (transfer none): in the order of the text
 * @n_open: how many count
 */
typedef struct
{
  const CsChecklist *checklist;
  const CsItem *item;
  GPtrArray *items;
  CsSeverity severity;
  gboolean certain;
  guint offices;
  GPtrArray *entries;
  guint n_open;
} CsFindingGroup;

/**
 * CsFindingPlace:
 * @entry: (transfer none): the finding
 * @part: title, abstract, claims or description
 * @unit: index of the claim or paragraph
 * @start_char: first code point marked, in the text of the part
 * @end_char: one past the last
 *
 * A place in the text where a finding is marked: its own, or another one of a fault throughout.
 */
typedef struct
{
  const CsFindingEntry *entry;
  CsPart part;
  guint unit;
  guint start_char;
  guint end_char;
} CsFindingPlace;

/** CS_NO_SEVERITY: in #CsUnitMark.severity: nothing was found in the unit */
#define CS_NO_SEVERITY CS_N_SEVERITIES

/**
 * CsUnitMark:
 * @severity: the worst that counts in a claim or paragraph, %CS_NO_SEVERITY for none
 * @certain: at least one of that severity is not merely possible
 */
typedef struct
{
  guint8 severity;
  guint8 certain;
} CsUnitMark;

/**
 * CsFindingView:
 * @result: the examination
 * @groups: (element-type CsFindingGroup): the worst first, then in the order of the text
 * @entries: (element-type CsFindingEntry): all, in the order of the text
 * @places: (element-type CsFindingPlace): of all entries, by part and in the order of the text
 * @marks: (array fixed-size=CS_N_PARTS) (element-type CsUnitMark): for each unit of each part
 * @n_open: entries that count, by severity
 * @n_waived: entries that do not
 * @n_manual: items that ask a person and have no answer that holds
 * @n_checked: items that were looked at
 *
 * An examination by several offices as a window shows it: each defect once. Immutable.
 */
typedef struct
{
  CsExamResult *result;
  GPtrArray *groups;
  GPtrArray *entries;
  GArray *places;
  GArray *marks[CS_N_PARTS];
  guint n_open[CS_N_SEVERITIES];
  guint n_waived;
  guint n_manual;
  guint n_checked;
} CsFindingView;

#define CS_TYPE_FINDING_VIEW (cs_finding_view_get_type ())

GType cs_finding_view_get_type (void) G_GNUC_CONST;

/**
 * cs_finding_view_new:
 * @result: (transfer none): an examination
 *
 * O(n log n) in findings, and linear in the text for the code points. Thread: any.
 *
 * Returns: (transfer full): the view
 */
CsFindingView *cs_finding_view_new (CsExamResult *result) G_GNUC_WARN_UNUSED_RESULT;

/** cs_finding_view_ref: Returns: (transfer full): @view. Thread: any. */
CsFindingView *cs_finding_view_ref (CsFindingView *view);

/** cs_finding_view_unref: Thread: any. */
void cs_finding_view_unref (CsFindingView *view);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsFindingView, cs_finding_view_unref)

/** cs_finding_entry_get_first: Returns: (transfer none): the finding that stands for @entry */
const CsFinding *cs_finding_entry_get_first (const CsFindingEntry *entry);

/**
 * cs_finding_entry_get_fixes:
 * @entry: an entry
 *
 * Returns: (transfer none) (element-type CsFix): ways to mend it, maybe none
 */
const GArray *cs_finding_entry_get_fixes (const CsFindingEntry *entry);

/**
 * cs_fix_to_edits:
 * @fix: a fix of a finding of @draft
 * @draft: what was examined
 *
 * Returns: (transfer full) (element-type CsEdit) (nullable): its edits, normalised; %NULL when they
 * cannot be done
 */
GArray *cs_fix_to_edits (const CsFix *fix,
                         const CsDraft *draft) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_decision_new_for:
 * @kind: what was decided
 * @entry: of which finding
 * @view: the view it is in
 * @reason: (nullable): why
 * @author: who
 *
 * Returns: (transfer full): the decision, made now
 */
CsDecision *cs_decision_new_for (CsDecisionKind kind,
                                 const CsFindingEntry *entry,
                                 const CsFindingView *view,
                                 const char *reason,
                                 const char *author) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
