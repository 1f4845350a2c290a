#pragma once

#include "../exam/cs-finding-view.h"

G_BEGIN_DECLS

/**
 * CsExaminerJob:
 * @previous: the draft as it was last composed or loaded
 * @texts: (nullable elements): the parts now; %NULL elements are parts that are not there
 * @request: (nullable): the filing sheet now, %NULL for that of @previous
 * @decisions: (element-type CsDecision): all decisions of the matter
 * @answers: (nullable) (element-type CsAnswer): what was answered to its questions; not changed any
 * more
 * @term_list: (nullable): what the author said of terms
 * @offices: bits of the offices whose lists are to be used
 * @generation: whatever the caller counts
 */
typedef struct
{
  CsDraft *previous;
  CsText *texts[CS_N_PARTS];
  const CsRequest *request;
  GPtrArray *decisions;
  GPtrArray *answers;
  CsTermList *term_list;
  guint offices;
  guint64 generation;
} CsExaminerJob;

/**
 * CsExaminer:
 *
 * Examines a draft while it is being written: one thread, one examination at a time, the newest
 * text next; whatever came between is left out. Thread: the one it was made in.
 *
 * Properties: `busy` (gboolean): something is being examined.
 * Signals: `done (CsFindingView *view, guint64 generation, gint64 took_us)`;
 * `failed (const char *message)`: a limit was broken, a checklist cannot be read.
 */
#define CS_TYPE_EXAMINER (cs_examiner_get_type ())

G_DECLARE_FINAL_TYPE (CsExaminer, cs_examiner, CS, EXAMINER, GObject)

/** cs_examiner_new: Returns: (transfer full): an examiner with nothing to do */
CsExaminer *cs_examiner_new (void);

/** cs_examiner_examine: @job: copied. Asks for an examination; returns at once */
void cs_examiner_examine (CsExaminer *examiner,
                          const CsExaminerJob *job);

/** cs_examiner_drop: @view: (transfer full): a view nobody needs any more. Lets go of it in the
 * thread: a large one takes a while to free */
void cs_examiner_drop (CsExaminer *examiner,
                       CsFindingView *view);

/** cs_examiner_stop: gives up what is under way; no signal comes of it any more */
void cs_examiner_stop (CsExaminer *examiner);

G_END_DECLS
