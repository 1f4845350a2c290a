#pragma once

#include <adwaita.h>

#include "../service/library/cs-library-service.h"
#include "cs-settings.h"

G_BEGIN_DECLS

/**
 * CsPreferences:
 *
 * What the user may choose: appearance, font of the editor, author, offices; and what can be done
 * with the library of families as a whole.
 */
#define CS_TYPE_PREFERENCES (cs_preferences_get_type ())

G_DECLARE_FINAL_TYPE (CsPreferences, cs_preferences, CS, PREFERENCES, AdwPreferencesWindow)

/** cs_preferences_new: Returns: (transfer none): a window that changes @settings at once, and looks
 * after @library */
GtkWidget *cs_preferences_new (CsSettings *settings,
                               CsLibraryService *library);

G_END_DECLS
