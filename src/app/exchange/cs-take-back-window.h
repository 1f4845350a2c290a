#pragma once

#include <adwaita.h>

#include "../workspace/cs-document.h"

G_BEGIN_DECLS

/**
 * CsTakeBackWindow:
 *
 * Takes a file that was edited elsewhere back into its draft: reads it, tells what would change,
 * keeps the text until now as a version, and changes the text in one step when the user wants it.
 *
 * Signals: `taken (const char *path)`: the draft has the text of the file; `new-draft (const char
 * *path)`: the user would rather have a draft of its own.
 */
#define CS_TYPE_TAKE_BACK_WINDOW (cs_take_back_window_get_type ())

G_DECLARE_FINAL_TYPE (CsTakeBackWindow, cs_take_back_window, CS, TAKE_BACK_WINDOW, AdwWindow)

/** cs_take_back_window_new: Returns: (transfer none): a window over @parent that begins to read
 * @path; it belongs to GTK */
CsTakeBackWindow *cs_take_back_window_new (CsDocument *document,
                                           GtkWindow *parent,
                                           const char *path);

G_END_DECLS
