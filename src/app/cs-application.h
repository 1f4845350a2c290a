#pragma once

#include <adwaita.h>

#include "../service/cs-store-service.h"

G_BEGIN_DECLS

#define CS_APPLICATION_ID "io.github.claimsmith.Claimsmith"

/**
 * CsApplication:
 *
 * The program with its windows and its one store.
 */
#define CS_TYPE_APPLICATION (cs_application_get_type ())

G_DECLARE_FINAL_TYPE (CsApplication, cs_application, CS, APPLICATION, AdwApplication)

/** cs_application_new: @flags: added to what it needs; tests run it as %G_APPLICATION_NON_UNIQUE.
 * Returns: (transfer full): the program */
CsApplication *cs_application_new (GApplicationFlags flags);

/** cs_application_get_service: Returns: (transfer none): the store of drafts */
CsStoreService *cs_application_get_service (CsApplication *application);

/** cs_application_find_window: Returns: (transfer none) (nullable): the window in which @matter is
 * open */
GtkWindow *cs_application_find_window (CsApplication *application,
                                       gint64 matter);

G_END_DECLS
