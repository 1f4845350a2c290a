#pragma once

#include "../exam/cs-exam-record.h"
#include "cs-draft-store.h"

G_BEGIN_DECLS

/* Examinations of a matter as they were kept, the answers to their questions, and who signed. */

/* --- answers --- */

/**
 * cs_draft_store_add_answer:
 * @store: a store
 * @matter: its id
 * @answer: what was answered; its id is not looked at
 * @error: #CsStoreError
 *
 * Earlier answers to the same question stay in the record.
 *
 * Returns: id of the answer, 0 on error
 */
gint64 cs_draft_store_add_answer (CsDraftStore *store,
                                  gint64 matter,
                                  const CsAnswer *answer,
                                  GError **error);

/** cs_draft_store_list_answers: Returns: (transfer full) (element-type CsAnswer): all of @matter,
 * the oldest first, or %NULL */
GPtrArray *cs_draft_store_list_answers (CsDraftStore *store,
                                        gint64 matter,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* --- examinations --- */

/**
 * cs_draft_store_add_run:
 * @store: a store
 * @matter: its id
 * @record: what came of an examination; its id, number, sum and signatures are not looked at
 * @error: #CsStoreError
 *
 * Keeps an examination. One of the same text by the same editions of the same lists takes the place
 * of the last one, unless that is signed: answering questions makes no new examination. The thirty
 * newest and all that are signed are kept.
 *
 * Returns: id of the examination, 0 on error
 */
gint64 cs_draft_store_add_run (CsDraftStore *store,
                               gint64 matter,
                               const CsExamRecord *record,
                               GError **error);

/** cs_draft_store_list_runs: Returns: (transfer full) (element-type CsExamRecord): the @max newest
 * examinations of @matter, or with 0 all, with their signatures, the newest first, or %NULL */
GPtrArray *cs_draft_store_list_runs (CsDraftStore *store,
                                     gint64 matter,
                                     guint max,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_draft_store_load_run: Returns: (transfer full): the examination @run with its signatures, or
 * %NULL */
CsExamRecord *cs_draft_store_load_run (CsDraftStore *store,
                                       gint64 run,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* --- signatures --- */

/**
 * cs_draft_store_sign:
 * @store: a store
 * @matter: its id
 * @run: id of the examination that is signed
 * @signature: who and as what; its sums are not looked at
 * @error: %CS_STORE_ERROR_CONFLICT when the text is no longer the one that was examined;
 *   %CS_STORE_ERROR_OPEN when a question has no answer; %CS_STORE_ERROR_REVIEWER when nobody is
 *   named, when the role is taken, when a second person signs what nobody has checked, or is the
 *   one who checked or wrote it (width, case and spaces of names do not count)
 *
 * Returns: whether it is kept
 */
gboolean cs_draft_store_sign (CsDraftStore *store,
                              gint64 matter,
                              gint64 run,
                              const CsSignature *signature,
                              GError **error);

G_END_DECLS
