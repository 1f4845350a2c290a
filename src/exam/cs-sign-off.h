#pragma once

#include "cs-exam-record.h"

G_BEGIN_DECLS

/**
 * CsSignObstacle:
 * @CS_SIGN_FREE: nothing
 * @CS_SIGN_NOBODY: nobody is named who signs
 * @CS_SIGN_TAKEN: somebody has signed in this role
 * @CS_SIGN_NOT_CHECKED: a second person signs only what another one has checked
 * @CS_SIGN_SAME_PERSON: the second person is the one who checked, or wrote the text
 * @CS_SIGN_TEXT: the text is no longer the one that was examined
 * @CS_SIGN_OPEN: a question has no answer
 *
 * What stands in the way of a signature.
 */
typedef enum
{
  CS_SIGN_FREE,
  CS_SIGN_NOBODY,
  CS_SIGN_TAKEN,
  CS_SIGN_NOT_CHECKED,
  CS_SIGN_SAME_PERSON,
  CS_SIGN_TEXT,
  CS_SIGN_OPEN
} CsSignObstacle;

/**
 * cs_sign_find_obstacle:
 * @record: the examination to be signed, with its signatures
 * @role: as what
 * @person: (nullable): who would sign
 * @author: (nullable): who wrote the text
 * @text_sha256: of the text now
 * @words: (out) (optional) (transfer full) (nullable): what stands in the way, for people
 *
 * Thread: any.
 *
 * Returns: the first thing that stands in the way
 */
CsSignObstacle cs_sign_find_obstacle (const CsExamRecord *record,
                                      CsSignatureRole role,
                                      const char *person,
                                      const char *author,
                                      const char *text_sha256,
                                      char **words);

/** cs_person_dup_folded: @name: (nullable). Returns: (transfer full): the name as people are
 * compared: width, case and spaces do not make another one; empty for nobody */
char *cs_person_dup_folded (const char *name);

G_END_DECLS
