#pragma once

#include "../../service/library/cs-family-import.h"

G_BEGIN_DECLS

/**
 * CsFamilyImporter:
 *
 * The imports of one window into the library of families, one after the other.
 *
 * Signals: `began (CsFamilyImport *import)`; `ended (CsFamilyImport *import)`.
 */
#define CS_TYPE_FAMILY_IMPORTER (cs_family_importer_get_type ())

G_DECLARE_FINAL_TYPE (CsFamilyImporter, cs_family_importer, CS, FAMILY_IMPORTER, GObject)

/** cs_family_importer_new: Returns: (transfer full): one that imports into @service */
CsFamilyImporter *cs_family_importer_new (CsLibraryService *service);

/** cs_family_importer_add: imports @paths (array zero-terminated=1) when what was asked for before
 * is done; @map: (nullable): what the columns mean, when @paths is a table */
void cs_family_importer_add (CsFamilyImporter *importer,
                             const char *const *paths,
                             CsTableMap *map);

/** cs_family_importer_add_ops: gets what @order says from OPS when what was asked for before is
 * done */
void cs_family_importer_add_ops (CsFamilyImporter *importer,
                                 const CsOpsOrder *order);

/** cs_family_importer_is_running: Returns: whether an import is under way */
gboolean cs_family_importer_is_running (CsFamilyImporter *importer);

/** cs_family_importer_stop: stops what is under way, and forgets what waits */
void cs_family_importer_stop (CsFamilyImporter *importer);

/** cs_family_importer_resume: begins what was stopped last once more: what was read to its end is
 * passed over. Returns: whether there is such a thing */
gboolean cs_family_importer_resume (CsFamilyImporter *importer);

G_END_DECLS
