#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** cs_dialog_present: shows @dialog with the focus on its default response: where there is no room
 * beside each other the buttons stand below each other, the last one first, and the key Return
 * must not do what cannot be undone */
void cs_dialog_present (AdwMessageDialog *dialog);

G_END_DECLS
