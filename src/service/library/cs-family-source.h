#pragma once

#include "cs-family-import.h"

G_BEGIN_DECLS

/* Where an import of families takes its records; for nobody else. */

/**
 * CsFamilySource:
 * @label: what it is, as shown to the user
 * @take: takes it in; in the thread of the import
 * @get_limits: (nullable): what OPS said last; in any thread
 * @free: frees the whole
 */
typedef struct _CsFamilySource CsFamilySource;

struct _CsFamilySource
{
  char *label;
  CsLibraryRun *(*take) (CsFamilySource *source,
                         const CsIntake *intake,
                         CsLibrary *library,
                         GCancellable *cancellable,
                         GError **error);
  gboolean (*get_limits) (CsFamilySource *source, CsOpsLimits *limits);
  void (*free) (CsFamilySource *source);
};

/* Returns: (transfer full): files and folders; as cs_family_import_new_files() */
CsFamilySource *cs_file_source_new (const char *const *paths, CsTableMap *map);

/* Returns: (transfer full): the sample library */
CsFamilySource *cs_sample_source_new (void);

/* Returns: (transfer full): answers of OPS */
CsFamilySource *cs_ops_source_new (const CsOpsOrder *order);

G_END_DECLS
