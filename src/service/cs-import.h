#pragma once

#include "cs-import-task.h"
#include "cs-matter-file.h"
#include "cs-store-service.h"

G_BEGIN_DECLS

/**
 * CsImportMerge:
 * @path: a matter file
 * @file: what is in it
 * @merge: how it differs from the matter that is here
 *
 * A matter file whose matter is here already: somebody must decide what is taken of it, with
 * cs_matter_file_merge().
 */
typedef struct
{
  char *path;
  CsMatterFile *file;
  CsMerge *merge;
} CsImportMerge;

/**
 * CsImport:
 *
 * A #CsImportTask that takes files and folders into the store: each application becomes a matter,
 * its pictures included.
 * What cannot be read is remembered with file, line and reason, and the rest goes on. A copy of a
 * matter ("Save a copy") is taken in with its decisions and terms, a matter file with all that is
 * in it. When the matter of a matter file is here already, nothing is guessed and nothing is
 * changed: it waits in cs_import_get_merges().
 *
 * Properties, beside those of the task, of which `n-done` counts applications: `n-merges` (guint):
 * matter files that wait for a decision; `claims-language` (utf8, nullable).
 * Signals: `finished`.
 */
#define CS_TYPE_IMPORT (cs_import_get_type ())

G_DECLARE_FINAL_TYPE (CsImport, cs_import, CS, IMPORT, GObject)

/**
 * cs_import_new:
 * @service: where to
 * @paths: (array zero-terminated=1): files and folders
 *
 * Begins at once, in a thread of its own.
 *
 * Returns: (transfer full): the import
 */
CsImport *cs_import_new (CsStoreService *service,
                         const char *const *paths);

/** cs_import_new_in_language: @claims_language: (nullable): as in #CsReader, of patents that have
 * their claims in several languages. Returns: (transfer full): the import */
CsImport *cs_import_new_in_language (CsStoreService *service,
                                     const char *const *paths,
                                     const char *claims_language);

/** cs_import_get_paths: Returns: (transfer none) (array zero-terminated=1): what it imports */
const char *const *cs_import_get_paths (CsImport *import);

/** cs_import_stop: stops it after the application being read; what was imported stays */
void cs_import_stop (CsImport *import);

/** cs_import_get_matters: Returns: (transfer none) (element-type gint64): what was imported
 * so far */
const GArray *cs_import_get_matters (CsImport *import);

/** cs_import_get_troubles: Returns: (transfer none) (element-type CsImportTrouble): so far */
const GPtrArray *cs_import_get_troubles (CsImport *import);

/** cs_import_get_merges: Returns: (transfer none) (element-type CsImportMerge): so far */
const GPtrArray *cs_import_get_merges (CsImport *import);

G_END_DECLS
