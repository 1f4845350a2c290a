#pragma once

#include <gtk/gtk.h>

#include "../../exam/cs-exam.h"

G_BEGIN_DECLS

/**
 * cs_rule_window_present:
 * @parent: (nullable): over which window
 * @result: the examination, for the type of right
 * @item: the item; both are only read now
 *
 * Shows what the item requires: why, every clause with its edition and how well it is verified,
 * what a breach leads to, a bad and a good example. Esc closes it.
 */
void cs_rule_window_present (GtkWindow *parent,
                             const CsExamResult *result,
                             const CsItem *item);

G_END_DECLS
