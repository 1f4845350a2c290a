#pragma once

#include "cs-library-file.h"

G_BEGIN_DECLS

/* Numbers as columns, and the table by which they are found; for nobody else. */

#define CS_NUMBER_COLUMNS "key, raw, printed, alias, kind, flags, date"
#define CS_N_NUMBER_COLUMNS 7

/* What an entry of the table "number" leads to. */
typedef enum
{
  CS_TARGET_DOCUMENT,
  CS_TARGET_APPLICATION,
  CS_TARGET_ASSUMED /* an application that is known by its documents alone: by their stem */
} CsNumberTarget;

/* Binds @number to the columns from parameter @first on; it lives until the statement has run. */
void cs_number_columns_bind (CsStatement *statement,
                             int first,
                             const CsNumber *number);

/* Returns: (transfer full): the number in the columns from @first on */
CsNumber *cs_number_columns_read (const CsStatement *statement,
                                  int first,
                                  CsNumberRole role);

/* Returns: (transfer full): what numbers are compared by when their kinds do not count */
char *cs_number_dup_stem (const CsNumber *number);

/* Returns: (transfer full) (nullable): the same of its alias */
char *cs_number_dup_alias_stem (const CsNumber *number);

/* Makes @target known under @number. */
gboolean cs_library_add_number (CsLibrary *library,
                                const CsNumber *number,
                                CsNumberTarget kind,
                                gint64 target,
                                GError **error);

/* Returns: (transfer full) (element-type gint64): what is known under @stem, or NULL */
GArray *cs_library_list_targets (CsLibrary *library,
                                 const char *stem,
                                 CsNumberTarget kind,
                                 GError **error);

/* @id: (out): the application with this number, where one of them has no kind the kind does not
 * count; 0 when there is none */
gboolean cs_library_find_application (CsLibrary *library,
                                      const CsNumber *number,
                                      gint64 *id,
                                      GError **error);

G_END_DECLS
