#pragma once

#include "cs-run-store.h"
#include "cs-store-sql.h"
#include "cs-tick-store.h"

G_BEGIN_DECLS

/* Rows of examinations and of what people said of them; for nobody else. */

/* Columns for cs_answer_rows_read(). */
#define CS_ANSWER_COLUMNS \
  "id, item, checklist, verdict, text, author, made_us, text_sha256, evidence_sum"
#define CS_N_ANSWER_COLUMNS 9

/* Returns: (transfer full) (nullable): the answer of a row of CS_ANSWER_COLUMNS */
CsAnswer *cs_answer_rows_read (const CsStatement *row);

/* Writes an answer. @id: of its row, 0 for a new one. Returns: its id, 0 on error */
gint64 cs_answer_rows_insert (const CsDraftStore *store,
                              gint64 matter,
                              const CsAnswer *answer,
                              gint64 id,
                              GError **error);

/* Columns for cs_run_rows_read(). */
#define CS_RUN_COLUMNS "id, sha256, record"
#define CS_N_RUN_COLUMNS 3

/* Returns: (transfer full) (nullable): the examination of a row of CS_RUN_COLUMNS without its
 * signatures; NULL when it is not what its sum says */
CsExamRecord *cs_run_rows_read (const CsStatement *row);

/* Writes an examination. @json: as cs_exam_record_dup_json(). @id: of its row, 0 for a new one.
 * Returns: its id, 0 on error, also when @json is none */
gint64 cs_run_rows_insert (const CsDraftStore *store,
                           gint64 matter,
                           const char *json,
                           gint64 id,
                           GError **error);

/* Columns for cs_signature_rows_read(). */
#define CS_SIGNATURE_COLUMNS "role, author, made_us, text_sha256, record_sha256"
#define CS_N_SIGNATURE_COLUMNS 5

/* Returns: (transfer full) (nullable): the signature of a row of CS_SIGNATURE_COLUMNS */
CsSignature *cs_signature_rows_read (const CsStatement *row);

/* Returns: (transfer full) (element-type CsSignature): all of @matter, the oldest first */
GPtrArray *cs_signature_rows_list (const CsDraftStore *store,
                                   gint64 matter,
                                   GError **error);

/* Writes a signature, whoever made it. */
gboolean cs_signature_rows_insert (const CsDraftStore *store,
                                   gint64 matter,
                                   const CsSignature *signature,
                                   GError **error);

/* Columns for cs_tick_rows_read(). */
#define CS_TICK_COLUMNS "figure, sha256, signs, author, made_us"
#define CS_N_TICK_COLUMNS 5

/* Returns: (transfer full) (nullable): the tick of a row of CS_TICK_COLUMNS */
CsFigureTick *cs_tick_rows_read (const CsStatement *row);

/* Writes a tick. */
gboolean cs_tick_rows_insert (const CsDraftStore *store,
                              gint64 matter,
                              const CsFigureTick *tick,
                              GError **error);

/* Copies all of a matter that this file is about. @to: (nullable): NULL to see only whether all can
 * be read (%CS_STORE_ERROR_CORRUPT) */
gboolean cs_run_rows_copy (const CsDraftStore *from,
                           const CsDraftStore *to,
                           gint64 matter,
                           GError **error);

/* Says that an examination is not there. */
void cs_run_rows_set_missing (GError **error,
                              const CsDraftStore *store);

/* Returns: (transfer full): @text, valid and never NULL */
char *cs_run_rows_dup_words (const char *text);

G_END_DECLS
