#pragma once

#include "../../service/cs-import.h"

G_BEGIN_DECLS

/**
 * CsImporter:
 *
 * The imports of one window, one after the other.
 *
 * Signals: `began (CsImport *import)`; `ended (CsImport *import)`.
 */
#define CS_TYPE_IMPORTER (cs_importer_get_type ())

G_DECLARE_FINAL_TYPE (CsImporter, cs_importer, CS, IMPORTER, GObject)

/** cs_importer_new: Returns: (transfer full): one that imports into @service */
CsImporter *cs_importer_new (CsStoreService *service);

/** cs_importer_add: imports @paths (array zero-terminated=1) when what was asked for before is
 * done; @claims_language: (nullable): as in #CsReader */
void cs_importer_add (CsImporter *importer,
                      const char *const *paths,
                      const char *claims_language);

/** cs_importer_is_running: Returns: whether an import is under way */
gboolean cs_importer_is_running (CsImporter *importer);

/** cs_importer_stop: stops what is under way, and forgets what waits */
void cs_importer_stop (CsImporter *importer);

G_END_DECLS
