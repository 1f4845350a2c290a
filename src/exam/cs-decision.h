#pragma once

#include "../base/cs-span.h"
#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CsDecisionKind:
 * @CS_DECISION_WAIVED: the finding may stand (放过), for a reason
 * @CS_DECISION_ACCEPTED: the finding is right (采纳) and will be dealt with; it still counts
 * @CS_DECISION_NOT_THIS_WORD: the check and rule are silent wherever the same words are marked
 * @CS_DECISION_NOT_THIS_RULE: the check and rule are silent in all of the matter
 *
 * What a person decided of a finding.
 */
typedef enum
{
  CS_DECISION_WAIVED,
  CS_DECISION_ACCEPTED,
  CS_DECISION_NOT_THIS_WORD,
  CS_DECISION_NOT_THIS_RULE,
  CS_N_DECISION_KINDS
} CsDecisionKind;

/**
 * CsDecision:
 * @id: identity in its store, 0 when it is in none
 * @kind: what was decided
 * @everywhere: it holds for all matters (a rule of the house)
 * @check: name of the check
 * @rule: name of the rule
 * @fingerprint: of the finding, see cs_fingerprint_all()
 * @unit_id: identity of the claim or paragraph, 0 when the finding is of none
 * @part: part of the finding
 * @text: folded text of the marked words
 * @reason: why, maybe empty
 * @author: who
 * @made_us: when, µs since 1970 UTC
 *
 * A decision belongs to the finding with its fingerprint; when there is none, to one of the same
 * check and rule in the same unit that marks the same words. One that belongs to nothing any more
 * is stale, and is listed, never dropped. Immutable.
 */
typedef struct
{
  gint64 id;
  CsDecisionKind kind;
  gboolean everywhere;
  char *check;
  char *rule;
  char *fingerprint;
  guint64 unit_id;
  CsPart part;
  char *text;
  char *reason;
  char *author;
  gint64 made_us;
} CsDecision;

#define CS_TYPE_DECISION (cs_decision_get_type ())

GType cs_decision_get_type (void) G_GNUC_CONST;

/** cs_decision_new: Returns: (transfer full): one with nothing in it, for who makes it to fill */
CsDecision *cs_decision_new (void);

/** cs_decision_ref: Returns: (transfer full): @decision. Thread: any. */
CsDecision *cs_decision_ref (CsDecision *decision);

/** cs_decision_unref: Thread: any. */
void cs_decision_unref (CsDecision *decision);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsDecision, cs_decision_unref)

/** cs_decision_kind_get_name: Returns: (transfer none): "waived", "accepted", "not-this-word",
 * "not-this-rule" */
const char *cs_decision_kind_get_name (CsDecisionKind kind);

/** cs_decision_kind_from_name: Returns: whether @name is one; then it is in @kind */
gboolean cs_decision_kind_from_name (const char *name,
                                     CsDecisionKind *kind);

G_END_DECLS
