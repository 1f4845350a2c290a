#pragma once

#include <adwaita.h>

#include "../../service/library/cs-table-look.h"

G_BEGIN_DECLS

/**
 * CsMappingAnswer:
 * @CS_MAPPING_IMPORT: the user looked at it, or at another with the same names of columns before:
 *   import it with the map
 * @CS_MAPPING_CLEAR: nothing needs to be asked: an import finds the map by itself; the user may
 *   want to look at the columns all the same
 * @CS_MAPPING_CANCELLED: the user does not want it
 * @CS_MAPPING_NO_TABLE: it is no table, or none that can be read: an import tells more
 *
 * What to do with a file.
 */
typedef enum
{
  CS_MAPPING_IMPORT,
  CS_MAPPING_CLEAR,
  CS_MAPPING_CANCELLED,
  CS_MAPPING_NO_TABLE
} CsMappingAnswer;

/**
 * CsMappingFunc:
 * @answer: what to do
 * @map: (nullable): what the columns mean, when it can be imported; take a reference to keep it
 * @data: as given beside the function
 *
 * Called once.
 */
typedef void (*CsMappingFunc) (CsMappingAnswer answer, CsTableMap *map, gpointer data);

/**
 * CsMappingDialog:
 *
 * A table of a search platform before it is imported: what its columns were understood as, to be
 * changed, and the first of its records as they will be read. What the user makes of the columns is
 * remembered for tables with the same names of columns.
 */
#define CS_TYPE_MAPPING_DIALOG (cs_mapping_dialog_get_type ())

G_DECLARE_FINAL_TYPE (CsMappingDialog, cs_mapping_dialog, CS, MAPPING_DIALOG, AdwWindow)

/**
 * cs_mapping_dialog_present:
 * @parent: the window it belongs to
 * @file: a local file
 * @callback: told what to do
 * @data: for @callback
 *
 * Returns: (transfer none): the dialog, on the screen
 */
CsMappingDialog *cs_mapping_dialog_present (GtkWindow *parent,
                                            GFile *file,
                                            CsMappingFunc callback,
                                            gpointer data);

/**
 * cs_mapping_dialog_check:
 * @parent: the window it would belong to
 * @file: a local file, of any kind
 * @callback: told what to do; later, never at once
 * @data: for @callback
 *
 * Looks at @file first, and asks the user only when something is not clear.
 */
void cs_mapping_dialog_check (GtkWindow *parent,
                              GFile *file,
                              CsMappingFunc callback,
                              gpointer data);

/** cs_mapping_dialog_is_busy: Returns: whether the table is being read */
gboolean cs_mapping_dialog_is_busy (CsMappingDialog *dialog);

/** cs_mapping_dialog_get_look: Returns: (transfer none) (nullable): what it shows */
const CsTableLook *cs_mapping_dialog_get_look (CsMappingDialog *dialog);

/** cs_mapping_dialog_choose: says that the column @number, from 0, means @meaning, as
 * cs_table_meaning_read() takes it */
void cs_mapping_dialog_choose (CsMappingDialog *dialog,
                               guint number,
                               const char *meaning);

G_END_DECLS
