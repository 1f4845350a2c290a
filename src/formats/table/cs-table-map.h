#pragma once

#include "cs-table-alias.h"
#include "cs-table.h"

G_BEGIN_DECLS

/**
 * CsTableColumn:
 * @name: what stands at its head; "" when nothing does
 * @meaning: what it says
 * @is_known: whether its name is one that we know, or the user told
 * @examples: (array zero-terminated=1): up to three of its values, the long ones cut
 * @day_first: 1 when dates between slashes begin with the day, 0 with the month, -1 when nothing
 *   tells
 *
 * A column of a table.
 */
typedef struct
{
  char *name;
  CsTableMeaning meaning;
  gboolean is_known;
  char **examples;
  int day_first;
} CsTableColumn;

/**
 * CsTableMap:
 * @view: which view of the table, see #CsTable
 * @view_name: name of the sheet, or the separator
 * @is_workbook: whether it is a sheet
 * @n_other_sheets: how many more the workbook has
 * @header_line: line of the names of the columns, 0 when there are none
 * @platform: whose export it seems to be
 * @n_known: how many columns have a name that we know
 * @columns: (element-type CsTableColumn): all of them
 * @warnings: (array zero-terminated=1): what the user should know before the import, translated
 *
 * What the columns of a table mean: shown, and maybe changed, before it is imported. Immutable.
 */
typedef struct
{
  guint view;
  char *view_name;
  gboolean is_workbook;
  guint n_other_sheets;
  guint header_line;
  const CsTablePlatform *platform;
  guint n_known;
  GPtrArray *columns;
  char **warnings;
} CsTableMap;

#define CS_TYPE_TABLE_MAP (cs_table_map_get_type ())

GType cs_table_map_get_type (void) G_GNUC_CONST;

/**
 * cs_table_map_guess:
 * @bytes: (array length=n_bytes): a file
 * @n_bytes: its length
 * @error: as cs_table_open() and cs_table_read()
 *
 * Finds the line with the names of the columns among the first ten, by how many of them we know;
 * the sheet, or the separator, likewise. A table with no name that we know has a map too, in which
 * nothing is known. Thread: any.
 *
 * Returns: (transfer full) (nullable): the map
 */
CsTableMap *cs_table_map_guess (const char *bytes,
                                gsize n_bytes,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_table_map_guess_view:
 * @table: a table
 * @view: (nullable): the name of a sheet, or a separator; %NULL to choose the best
 * @error: as cs_table_read(); %CS_ERROR_SYNTAX when there is no such view
 *
 * As cs_table_map_guess(), of a table that is open.
 *
 * Returns: (transfer full) (nullable): the map
 */
CsTableMap *cs_table_map_guess_view (CsTable *table,
                                     const char *view,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_table_map_change:
 * @map: a map
 * @change: "COLUMN=MEANING": the name of a column, or "#" and its number from 1 on, and what it
 *   says, see cs_table_meaning_read()
 * @error: %CS_ERROR_SYNTAX when there is no such column or meaning
 *
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the same map with that change
 */
CsTableMap *cs_table_map_change (const CsTableMap *map,
                                 const char *change,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_table_map_get_obstacle: Returns: (transfer none) (nullable): why nothing can be imported with
 * it, translated: no column tells of which document or application a row is */
const char *cs_table_map_get_obstacle (const CsTableMap *map);

/** cs_table_map_ref: Returns: (transfer full): @map. Thread: any. */
CsTableMap *cs_table_map_ref (CsTableMap *map);

/** cs_table_map_unref: Thread: any. */
void cs_table_map_unref (CsTableMap *map);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsTableMap, cs_table_map_unref)

G_END_DECLS
