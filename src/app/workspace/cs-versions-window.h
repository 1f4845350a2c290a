#pragma once

#include <adwaita.h>

#include "cs-document.h"

G_BEGIN_DECLS

/**
 * CsVersionsWindow:
 *
 * The versions of an open draft: those the user named and those kept by the program. One can be
 * named now, and the text of any one taken back as a step that can be undone.
 */
#define CS_TYPE_VERSIONS_WINDOW (cs_versions_window_get_type ())

G_DECLARE_FINAL_TYPE (CsVersionsWindow, cs_versions_window, CS, VERSIONS_WINDOW, AdwWindow)

/** cs_versions_window_present: shows the versions of @document over @parent */
void cs_versions_window_present (CsDocument *document,
                                 GtkWindow *parent);

G_END_DECLS
