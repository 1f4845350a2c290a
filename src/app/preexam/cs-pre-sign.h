#pragma once

#include <adwaita.h>

#include "../../service/cs-pre-examination.h"

G_BEGIN_DECLS

/**
 * cs_pre_sign_ask:
 * @parent: the window
 * @exam: what is to be signed
 *
 * Asks who signs, as what, and signs: the self-check first, then as a second person. What stands in
 * the way then comes as the signal `failed` of @exam.
 */
void cs_pre_sign_ask (GtkWindow *parent,
                      CsPreExamination *exam);

/** cs_pre_sign_dup_line: Returns: (transfer full): who signed as @role and when, or what stands in
 * the way */
char *cs_pre_sign_dup_line (CsPreExamination *exam,
                            CsSignatureRole role);

/** cs_pre_sign_can: Returns: whether somebody may sign as @role, if it is the right person */
gboolean cs_pre_sign_can (CsPreExamination *exam,
                          CsSignatureRole role);

G_END_DECLS
