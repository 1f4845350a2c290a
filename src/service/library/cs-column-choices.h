#pragma once

#include <gio/gio.h>

#include "../../formats/table/cs-table-map.h"

G_BEGIN_DECLS

/* What the user made of the columns of a table, remembered for tables with the same names of
 * columns: in `columns.ini` in the data folder. */

/** CS_MAX_COLUMN_CHOICES: headers that are remembered; the oldest is forgotten */
#define CS_MAX_COLUMN_CHOICES 200

/** cs_column_choices_apply: @folder: (nullable): the data folder. Thread: any but the main one.
 * Returns: (transfer full): @guessed with what was chosen for such a header; itself when nothing
 * was */
CsTableMap *cs_column_choices_apply (const char *folder,
                                     CsTableMap *guessed);

/**
 * cs_column_choices_save:
 * @folder: the data folder
 * @guessed: what was guessed
 * @chosen: what the user made of it
 * @error: %CS_ERROR_IO
 *
 * Remembers how they differ; forgets the header when they do not. Thread: any but the main one.
 *
 * Returns: whether it is on the disk
 */
gboolean cs_column_choices_save (const char *folder,
                                 const CsTableMap *guessed,
                                 const CsTableMap *chosen,
                                 GError **error);

/** cs_column_choices_save_async: the same in a thread; what goes wrong is told nobody, for the
 * import does not depend on it */
void cs_column_choices_save_async (const char *folder,
                                   CsTableMap *guessed,
                                   CsTableMap *chosen);

G_END_DECLS
