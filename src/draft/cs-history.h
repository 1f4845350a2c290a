#pragma once

#include "cs-edit.h"

G_BEGIN_DECLS

/**
 * CsHistory:
 *
 * What was done to a draft and can be undone: one for all its parts. A step is a list of changes,
 * each of which knows what it took away. Typing is coalesced into steps of a word or so. The
 * history changes nothing itself: undoing gives the edits to make. Thread: one at a time.
 */
typedef struct _CsHistory CsHistory;

/** cs_history_new: Returns: (transfer full): an empty history */
CsHistory *cs_history_new (void);

/** cs_history_free: frees @history and all it holds */
void cs_history_free (CsHistory *history);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsHistory, cs_history_free)

/**
 * cs_history_begin:
 * @history: a history
 * @name: (nullable) (transfer none): what people call the step, translated ("Fix"); %NULL for
 *   typing
 *
 * Changes up to the matching cs_history_end() are one step. Nests; the outermost counts.
 */
void cs_history_begin (CsHistory *history,
                       const char *name);

/** cs_history_end: ends what cs_history_begin() began */
void cs_history_end (CsHistory *history);

/**
 * cs_history_record:
 * @history: a history
 * @part: where
 * @at_char: code point at which the change begins, in the text of the part as it was then
 * @removed: (transfer none): what was taken away
 * @inserted: (transfer none): what stands there now
 * @time_us: monotonic time of the change
 *
 * Records a change that was made. Outside a step it is typing: joined to the last step when it goes
 * on at the same place within a second or so, is of the same kind (writing, deleting) and does not
 * begin a new word. Whatever could be redone is forgotten.
 */
void cs_history_record (CsHistory *history,
                        CsPart part,
                        guint at_char,
                        CsText *removed,
                        CsText *inserted,
                        gint64 time_us);

/** cs_history_seal: what is typed from now on is a new step (the cursor was moved) */
void cs_history_seal (CsHistory *history);

/**
 * CsHistoryChange:
 * @part: where
 * @at_char: code point at which to begin
 * @remove: what stands there and is to be taken away
 * @insert: what is to be put there
 */
typedef struct
{
  CsPart part;
  guint at_char;
  CsText *remove;
  CsText *insert;
} CsHistoryChange;

/** cs_history_undo: takes the last step back. Returns: (transfer full) (element-type
 * CsHistoryChange) (nullable): what to do, in this order; %NULL when there is nothing to undo */
GArray *cs_history_undo (CsHistory *history) G_GNUC_WARN_UNUSED_RESULT;

/** cs_history_redo: Returns: (transfer full) (element-type CsHistoryChange) (nullable): as above */
GArray *cs_history_redo (CsHistory *history) G_GNUC_WARN_UNUSED_RESULT;

/** cs_history_peek_undo: @name: (out) (optional) (nullable): its name. Returns: whether a step can
 * be undone */
gboolean cs_history_peek_undo (const CsHistory *history,
                               const char **name);

/** cs_history_peek_redo: @name: (out) (optional) (nullable): its name. Returns: whether a step can
 * be done again */
gboolean cs_history_peek_redo (const CsHistory *history,
                               const char **name);

G_END_DECLS
