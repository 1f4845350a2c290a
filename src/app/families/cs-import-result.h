#pragma once

#include <adwaita.h>

#include "../../service/library/cs-family-import.h"

G_BEGIN_DECLS

/**
 * CsImportResult:
 *
 * What an import came to: records, families, and a list of what could not be read, with file and
 * place.
 */
#define CS_TYPE_IMPORT_RESULT (cs_import_result_get_type ())

G_DECLARE_FINAL_TYPE (CsImportResult, cs_import_result, CS, IMPORT_RESULT, AdwWindow)

/** cs_import_result_present: @parent: the window it belongs to; @import: one that has ended.
 * Returns: (transfer none): the window, on the screen */
CsImportResult *cs_import_result_present (GtkWindow *parent,
                                          CsFamilyImport *import);

G_END_DECLS
