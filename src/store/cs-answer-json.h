#pragma once

#include <json-glib/json-glib.h>

#include "../exam/cs-answer.h"
#include "../exam/cs-signature.h"
#include "cs-tick-store.h"

G_BEGIN_DECLS

/* What people said of an examination, as JSON objects: for records that are kept, and for files in
 * which a matter travels. What is read may have been tampered with. */

/** cs_json_add_answer: adds @answer to an array, or as the member that was named */
void cs_json_add_answer (JsonBuilder *json,
                         const CsAnswer *answer);

/** cs_json_dup_answer: Returns: (transfer full) (nullable): the answer that @object is */
CsAnswer *cs_json_dup_answer (JsonObject *object);

/** cs_json_add_signature: as cs_json_add_answer() */
void cs_json_add_signature (JsonBuilder *json,
                            const CsSignature *signature);

/** cs_json_dup_signature: Returns: (transfer full) (nullable): the signature that @object is */
CsSignature *cs_json_dup_signature (JsonObject *object);

/** cs_json_add_tick: as cs_json_add_answer() */
void cs_json_add_tick (JsonBuilder *json,
                       const CsFigureTick *tick);

/** cs_json_dup_tick: Returns: (transfer full) (nullable): the tick that @object is */
CsFigureTick *cs_json_dup_tick (JsonObject *object);

/** cs_json_dup_words: Returns: whether the member is a string; then it is in @text, which is
 * freed before */
gboolean cs_json_dup_words (JsonObject *object,
                            const char *name,
                            char **text);

/** cs_json_get_time: Returns: whether the member is a time, µs since 1970 UTC, before the year
 * 10000; then it is in @time_us */
gboolean cs_json_get_time (JsonObject *object,
                           const char *name,
                           gint64 *time_us);

G_END_DECLS
