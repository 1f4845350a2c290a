#pragma once

#include "../cs-import-task.h"
#include "../ops/cs-ops-key.h"
#include "../ops/cs-ops-limits.h"
#include "cs-intake.h"
#include "cs-library-service.h"

G_BEGIN_DECLS

/**
 * CsFamilyImport:
 *
 * A #CsImportTask that takes records into the library of families, in a thread and with a
 * connection of its own: search and marks go on meanwhile. It puts the index of texts in order and
 * tells the service that the library has changed. Its `n-done` counts records.
 *
 * Signals: `finished`.
 */
#define CS_TYPE_FAMILY_IMPORT (cs_family_import_get_type ())

G_DECLARE_FINAL_TYPE (CsFamilyImport, cs_family_import, CS, FAMILY_IMPORT, GObject)

/**
 * cs_family_import_new_files:
 * @service: where to
 * @paths: (array zero-terminated=1): files and folders
 * @map: (nullable): what the columns mean, when @paths is a table
 *
 * Begins at once.
 *
 * Returns: (transfer full): the import
 */
CsFamilyImport *cs_family_import_new_files (CsLibraryService *service,
                                            const char *const *paths,
                                            CsTableMap *map);

/** cs_family_import_new_sample: takes in the sample library; begins at once. Returns: (transfer
 * full): the import */
CsFamilyImport *cs_family_import_new_sample (CsLibraryService *service);

/**
 * CsOpsOrder:
 * @base: where OPS is, mostly %CS_OPS_BASE
 * @key: the user's key
 * @numbers: (array zero-terminated=1): numbers of publications
 * @parts: bits of #CsOpsPart
 *
 * What to get from OPS.
 */
typedef struct
{
  const char *base;
  const CsOpsKey *key;
  const char *const *numbers;
  guint parts;
} CsOpsOrder;

/** cs_family_import_new_ops: gets what @order says from OPS; begins at once. Returns: (transfer
 * full): the import */
CsFamilyImport *cs_family_import_new_ops (CsLibraryService *service,
                                          const CsOpsOrder *order);

/** cs_family_import_get_error: Returns: (transfer none) (nullable): why the library could not be
 * written */
const GError *cs_family_import_get_error (CsFamilyImport *import);

/** cs_family_import_was_stopped: Returns: whether somebody stopped it */
gboolean cs_family_import_was_stopped (CsFamilyImport *import);

/** cs_family_import_get_run: Returns: (transfer none) (nullable): what it came to, when it has
 * ended well or was stopped */
const CsLibraryRun *cs_family_import_get_run (CsFamilyImport *import);

/** cs_family_import_get_n_skipped: Returns: files that were read without a fault before */
guint cs_family_import_get_n_skipped (CsFamilyImport *import);

/** CS_MAX_LISTED_CHANGES: changes that are listed; all are counted */
#define CS_MAX_LISTED_CHANGES 200

/** cs_family_import_get_changes: @counts: (out) (optional) (array fixed-size=CS_N_CHANGE_KINDS)
 * (transfer none): of each kind. Returns: (transfer none) (nullable) (element-type
 * CsLibraryChange): the first of them, when it has ended */
const GPtrArray *cs_family_import_get_changes (CsFamilyImport *import,
                                               const guint64 **counts);

/** cs_family_import_get_ops_limits: @limits: (out): what OPS said last about how much was fetched.
 * Returns: whether it has said anything */
gboolean cs_family_import_get_ops_limits (CsFamilyImport *import,
                                          CsOpsLimits *limits);

G_END_DECLS
