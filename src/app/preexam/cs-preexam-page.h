#pragma once

#include <adwaita.h>

#include "../../service/cs-pre-examination.h"

G_BEGIN_DECLS

/**
 * CsPreexamPage:
 *
 * The pre-examination of one matter over the full width: what came of it, questions answered in
 * place, signatures, what changed since the last time. Actions have the prefix `preexam.`.
 *
 * Signals: `leave`: the user wants to go back to the draft; `show-place (part, unit, start)`: and
 * to this place in it.
 */
#define CS_TYPE_PREEXAM_PAGE (cs_preexam_page_get_type ())

G_DECLARE_FINAL_TYPE (CsPreexamPage, cs_preexam_page, CS, PREEXAM_PAGE, GtkWidget)

/** cs_preexam_page_new: @exam: what it shows; @language: of the draft. Returns: (transfer
 * floating): the page */
GtkWidget *cs_preexam_page_new (CsPreExamination *exam,
                                const char *language);

/** cs_preexam_page_ask_to_close: Returns: whether its window may close at once; otherwise something
 * was typed and not saved, and the user is asked, who may close the window then */
gboolean cs_preexam_page_ask_to_close (CsPreexamPage *page);

/** cs_preexam_page_get_exam: Returns: (transfer none): what it shows */
CsPreExamination *cs_preexam_page_get_exam (CsPreexamPage *page);

G_END_DECLS
