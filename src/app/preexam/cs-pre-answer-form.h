#pragma once

#include <gtk/gtk.h>

#include "../../service/cs-pre-examination.h"

G_BEGIN_DECLS

/**
 * CsPreAnswerForm:
 *
 * The question of an item, what it is about, and room for the answer. Saving (also Ctrl+Return)
 * activates `preexam.answer` with the item's checklist and id, the verdict and the words (ssus).
 */
#define CS_TYPE_PRE_ANSWER_FORM (cs_pre_answer_form_get_type ())

G_DECLARE_FINAL_TYPE (CsPreAnswerForm, cs_pre_answer_form, CS, PRE_ANSWER_FORM, GtkWidget)

/** cs_pre_answer_form_new: @language: of the draft. Returns: (transfer floating): a form for
 * @item */
GtkWidget *cs_pre_answer_form_new (CsPreItem *item,
                                   const char *language);

/** cs_pre_answer_form_is_unsaved: Returns: whether something was typed that is not saved */
gboolean cs_pre_answer_form_is_unsaved (CsPreAnswerForm *form);

G_END_DECLS
