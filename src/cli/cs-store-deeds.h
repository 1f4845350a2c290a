#pragma once

#include <json-glib/json-glib.h>

#include "../store/cs-draft-store.h"
#include "cs-command.h"

G_BEGIN_DECLS

/* What the files of "claimsmith-cli store" share; for nobody else. */

/** CsStoreOptions: what was said behind "store"; see the help of the command */
typedef struct
{
  char *folder;
  char *format;
  gboolean in_bin;
  gboolean take_text;
  gboolean ours;
  gboolean theirs;
  gboolean as_new;
  gboolean dry_run;
  gboolean second;
  gboolean library;
  char *by;
  char *remark;
} CsStoreOptions;

/** cs_store_deed_open: Returns: (transfer full) (nullable): the store of the folder, which is not
 * made here */
CsDraftStore *cs_store_deed_open (const CsStoreOptions *options,
                                  GError **error);

/** cs_store_deed_fail: says what is wrong. Returns: the exit status */
int cs_store_deed_fail (const CsStoreOptions *options,
                        const GError *error);

/** cs_store_deed_is_json: Returns: whether JSON lines are wanted */
gboolean cs_store_deed_is_json (const CsStoreOptions *options);

/** cs_store_deed_print: prints a line for people; control characters are made visible */
void cs_store_deed_print (const char *format,
                          ...) G_GNUC_PRINTF (1, 2);

/** cs_store_deed_print_json: prints what @json has built in one line */
void cs_store_deed_print_json (JsonBuilder *json);

/** cs_store_deed_dup_time: Returns: (transfer full): ISO 8601, UTC */
char *cs_store_deed_dup_time (gint64 time_us);

/* Each does one thing. @operands: (array zero-terminated=1): as many as it takes. Returns: the exit
 * status */

/** cs_store_export: writes a matter to a matter file */
int cs_store_export (const CsStoreOptions *options,
                     char *const *operands);

/** cs_store_import: takes files of any kind into the store */
int cs_store_import (const CsStoreOptions *options,
                     char *const *operands);

/** cs_store_attach: lays files with a matter */
int cs_store_attach (const CsStoreOptions *options,
                     char *const *operands);

/** cs_store_attachments: lists the files that lie with a matter */
int cs_store_attachments (const CsStoreOptions *options,
                          char *const *operands);

/** cs_store_examine: examines a matter and keeps that */
int cs_store_examine (const CsStoreOptions *options,
                      char *const *operands);

/** cs_store_runs: lists the examinations of a matter that were kept */
int cs_store_runs (const CsStoreOptions *options,
                   char *const *operands);

/** cs_store_questions: lists what a person has to answer about a matter, and the answers */
int cs_store_questions (const CsStoreOptions *options,
                        char *const *operands);

/** cs_store_answer: answers a question */
int cs_store_answer (const CsStoreOptions *options,
                     char *const *operands);

/** cs_store_sign: signs the last examination of a matter */
int cs_store_sign (const CsStoreOptions *options,
                   char *const *operands);

/** cs_store_decisions: lists what was decided of findings of a matter, and what of that is stale */
int cs_store_decisions (const CsStoreOptions *options,
                        char *const *operands);

/** cs_store_confirm: confirms the text of a matter as a second person */
int cs_store_confirm (const CsStoreOptions *options,
                      char *const *operands);

/** cs_store_reviews: lists who confirmed the text of a matter */
int cs_store_reviews (const CsStoreOptions *options,
                      char *const *operands);

G_END_DECLS
