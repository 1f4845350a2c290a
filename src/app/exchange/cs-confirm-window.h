#pragma once

#include <adwaita.h>

#include "../workspace/cs-document.h"

G_BEGIN_DECLS

/**
 * CsConfirmWindow:
 *
 * A second person says that they looked through the text of an open draft (审核人确认), and sees who
 * did so before.
 *
 * Signals: `confirmed (const char *reviewer)`: it is kept, and the window is about to close.
 */
#define CS_TYPE_CONFIRM_WINDOW (cs_confirm_window_get_type ())

G_DECLARE_FINAL_TYPE (CsConfirmWindow, cs_confirm_window, CS, CONFIRM_WINDOW, AdwWindow)

/** cs_confirm_window_new: Returns: (transfer none): a window for @document, which is kept in a
 * store, over @parent; it belongs to GTK */
CsConfirmWindow *cs_confirm_window_new (CsDocument *document,
                                        GtkWindow *parent);

G_END_DECLS
