#pragma once

#include <adwaita.h>

#include "../workspace/cs-document.h"

G_BEGIN_DECLS

/**
 * CsCommentWindow:
 *
 * Writes findings as native comments into a copy of a Word file: of the user's own one, or of the
 * manuscript as this program writes it.
 *
 * Signals: `commented (const char *path, guint n_comments)`: the copy is there, and the window is
 * about to close.
 */
#define CS_TYPE_COMMENT_WINDOW (cs_comment_window_get_type ())

G_DECLARE_FINAL_TYPE (CsCommentWindow, cs_comment_window, CS, COMMENT_WINDOW, AdwWindow)

/** cs_comment_window_new: Returns: (transfer none): a window for @document over @parent, which
 * belongs to GTK */
CsCommentWindow *cs_comment_window_new (CsDocument *document,
                                        GtkWindow *parent);

/** cs_comment_window_set_source: chooses the Word file @path to make a copy of */
void cs_comment_window_set_source (CsCommentWindow *window,
                                   const char *path);

/** cs_comment_window_write: writes the copy to @path, as if it had been chosen in the dialog */
void cs_comment_window_write (CsCommentWindow *window,
                              const char *path);

G_END_DECLS
