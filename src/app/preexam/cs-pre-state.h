#pragma once

#include <gtk/gtk.h>

#include "../../exam/cs-exam.h"

G_BEGIN_DECLS

/* The shapes and words of how an item came out, see widgets/cs-shape.h for findings. */

/** cs_pre_state_get_word: Returns: (transfer none): what people call @state, translated */
const char *cs_pre_state_get_word (CsItemState state);

/** cs_pre_state_get_icon: Returns: (transfer none): name of the icon of @state */
const char *cs_pre_state_get_icon (CsItemState state);

/**
 * cs_pre_state_show:
 * @image: where
 * @state: how an item came out
 * @severity: of its findings, when it has some
 *
 * Shows the shape of an item in its colour, with its word as accessible label.
 */
void cs_pre_state_show (GtkImage *image,
                        CsItemState state,
                        CsSeverity severity);

G_END_DECLS
