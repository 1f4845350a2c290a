#pragma once

#include <adwaita.h>

#include "../service/cs-store-service.h"
#include "../service/library/cs-library-service.h"

G_BEGIN_DECLS

#define CS_APPLICATION_ID "io.github.claimsmith.Claimsmith"

/**
 * CsProgram:
 *
 * The program with its windows, its one store of drafts and its one library of families.
 */
#define CS_TYPE_PROGRAM (cs_program_get_type ())

G_DECLARE_FINAL_TYPE (CsProgram, cs_program, CS, PROGRAM, AdwApplication)

/** cs_program_new: @flags: added to what it needs; tests run it as %G_APPLICATION_NON_UNIQUE.
 * Returns: (transfer full): the program */
CsProgram *cs_program_new (GApplicationFlags flags);

/** cs_program_get_service: Returns: (transfer none): the store of drafts */
CsStoreService *cs_program_get_service (CsProgram *application);

/** cs_program_get_library: Returns: (transfer none): the library of families */
CsLibraryService *cs_program_get_library (CsProgram *application);

/** cs_program_find_window: Returns: (transfer none) (nullable): the window in which @matter is
 * open */
GtkWindow *cs_program_find_window (CsProgram *application,
                                   gint64 matter);

G_END_DECLS
