#pragma once

#include <adwaita.h>

#include "cs-program.h"

G_BEGIN_DECLS

/**
 * CsWindow:
 *
 * A window of two levels: the rooms with their lists, and one open matter or family over the full
 * width. Actions: `win.open` and `win.open-window` (a matter), `win.open-family` and
 * `win.open-family-window` (a family), `win.new`, `win.import`, `win.import-folder`,
 * `win.import-paths` (files), `win.import-samples`, `win.import-records` (files), `win.room` (its
 * name), `win.search`, `win.back`, `win.menu`, `win.sidebar`.
 */
#define CS_TYPE_WINDOW (cs_window_get_type ())

G_DECLARE_FINAL_TYPE (CsWindow, cs_window, CS, WINDOW, AdwApplicationWindow)

/** cs_window_new: Returns: (transfer none): a window of @application, not shown yet */
CsWindow *cs_window_new (CsProgram *application);

/** cs_window_open: shows @matter here, or presents the window in which it is open */
void cs_window_open (CsWindow *window,
                     gint64 matter);

/** cs_window_import: takes @paths (array zero-terminated=1) into the store; when they held one
 * application, it is opened */
void cs_window_import (CsWindow *window,
                       const char *const *paths);

/** cs_window_cut_import: stops the import that is under way, about which closing the window would
 * ask; what was imported stays */
void cs_window_cut_import (CsWindow *window);

/** cs_window_get_matter: Returns: the matter that is open or being opened here, 0 for none */
gint64 cs_window_get_matter (CsWindow *window);

G_END_DECLS
