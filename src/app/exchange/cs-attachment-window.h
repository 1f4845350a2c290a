#pragma once

#include <adwaita.h>

#include "../workspace/cs-document.h"

G_BEGIN_DECLS

/**
 * CsAttachmentWindow:
 *
 * The files that lie with an open draft: what there is, the text of one with a search in it; files
 * are added, saved and taken away.
 */
#define CS_TYPE_ATTACHMENT_WINDOW (cs_attachment_window_get_type ())

G_DECLARE_FINAL_TYPE (CsAttachmentWindow, cs_attachment_window, CS, ATTACHMENT_WINDOW, AdwWindow)

/** cs_attachment_window_new: Returns: (transfer none): a window for @document, which is kept in a
 * store, over @parent; it belongs to GTK */
CsAttachmentWindow *cs_attachment_window_new (CsDocument *document,
                                              GtkWindow *parent);

/** cs_attachment_window_add: adds the files @paths (array zero-terminated=1) */
void cs_attachment_window_add (CsAttachmentWindow *window,
                               const char *const *paths);

/** cs_attachment_window_save: writes the chosen one to @path, as if that had been chosen in the
 * dialog */
void cs_attachment_window_save (CsAttachmentWindow *window,
                                const char *path);

G_END_DECLS
