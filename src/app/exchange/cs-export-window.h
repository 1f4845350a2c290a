#pragma once

#include <adwaita.h>

#include "../workspace/cs-document.h"

G_BEGIN_DECLS

/**
 * CsExportWindow:
 *
 * Writes an open draft in another format: the choice of the format, what the file will not hold,
 * told before anything is written, then where to, and how far it is.
 *
 * Signals: `exported (const char *path)`: the file is there, and the window is about to close.
 */
#define CS_TYPE_EXPORT_WINDOW (cs_export_window_get_type ())

G_DECLARE_FINAL_TYPE (CsExportWindow, cs_export_window, CS, EXPORT_WINDOW, AdwWindow)

/** cs_export_window_new: Returns: (transfer none): a window for @document over @parent, which
 * belongs to GTK */
CsExportWindow *cs_export_window_new (CsDocument *document,
                                      GtkWindow *parent);

/** cs_export_window_choose: chooses the format called @name, as on the command line, if there is
 * one */
void cs_export_window_choose (CsExportWindow *window,
                              const char *name);

/** cs_export_window_write: writes the file to @path, as if it had been chosen in the dialog */
void cs_export_window_write (CsExportWindow *window,
                             const char *path);

G_END_DECLS
