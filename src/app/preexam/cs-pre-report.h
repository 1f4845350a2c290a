#pragma once

#include <adwaita.h>

#include "../../service/cs-pre-examination.h"

G_BEGIN_DECLS

/**
 * cs_pre_report_ask:
 * @parent: the window
 * @exam: an examination with a result
 * @toasts: where is said how it went
 *
 * Asks for a file and writes the report of what is shown: Word, PDF, workbook, HTML or SARIF, as
 * the name ends. With open questions it says that it is a draft.
 */
void cs_pre_report_ask (GtkWindow *parent,
                        CsPreExamination *exam,
                        AdwToastOverlay *toasts);

G_END_DECLS
