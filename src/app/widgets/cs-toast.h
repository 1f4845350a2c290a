#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** cs_toast_new: @text: what it says, no markup: names of files and errors may hold `<` and `&`.
 * Returns: (transfer full): a toast */
AdwToast *cs_toast_new (const char *text);

/** cs_toast_show: says @text, no markup, in @overlay */
void cs_toast_show (AdwToastOverlay *overlay,
                    const char *text);

G_END_DECLS
