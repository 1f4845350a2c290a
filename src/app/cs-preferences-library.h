#pragma once

#include <adwaita.h>

#include "../service/library/cs-library-service.h"

G_BEGIN_DECLS

/**
 * CsPreferencesLibrary:
 *
 * The page of the preferences about the library of families: where it is and what is in it; backup,
 * restoring, check and repair; taking the sample families out.
 *
 * Actions: `library.back-up-to`, `library.restore-from` (a path).
 */
#define CS_TYPE_PREFERENCES_LIBRARY (cs_preferences_library_get_type ())

G_DECLARE_FINAL_TYPE (CsPreferencesLibrary,
                      cs_preferences_library,
                      CS,
                      PREFERENCES_LIBRARY,
                      AdwPreferencesPage)

/** cs_preferences_library_new: Returns: (transfer none): a page about the library of @service */
AdwPreferencesPage *cs_preferences_library_new (CsLibraryService *service);

G_END_DECLS
