#pragma once

#include <gio/gio.h>

#include "../../formats/table/cs-table-map.h"

G_BEGIN_DECLS

/** CS_MAX_LOOK_ROWS: records, and faults, of the beginning of a table that are shown */
#define CS_MAX_LOOK_ROWS 100

/**
 * CsTableLookRow:
 * @line: of the file, or row of the sheet; 1-based
 * @fault: (nullable): why it, or a part of it, cannot be read; the rest is then %NULL
 * @number: of the publication, else of the application
 * @application: number of the application, "" when not told
 * @filed: day of filing, "" when not told
 * @title: in any language, "" when not told
 * @applicant: the first, "" when not told
 *
 * A record as it will be read, or what stands in the way.
 */
typedef struct
{
  guint line;
  char *fault;
  char *number;
  char *application;
  char *filed;
  char *title;
  char *applicant;
} CsTableLookRow;

/**
 * CsTableLook:
 * @guessed: what the columns mean by their names alone
 * @map: the same with what the user chose, now or for such a header before
 * @sheets: (array zero-terminated=1): names of the sheets, none for a table that is no workbook
 * @rows: (element-type CsTableLookRow): of the beginning of the table, in order
 * @n_records: records in what was looked at
 * @n_faults: faults in what was looked at
 * @is_whole: whether that is the whole table
 *
 * What a table looks like before it is imported.
 */
typedef struct
{
  CsTableMap *guessed;
  CsTableMap *map;
  char **sheets;
  GPtrArray *rows;
  guint n_records;
  guint n_faults;
  gboolean is_whole;
} CsTableLook;

/** cs_table_look_free: frees it with all it holds */
void cs_table_look_free (CsTableLook *look);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsTableLook, cs_table_look_free)

/** cs_table_look_is_clear: Returns: whether nobody needs to look at it: every column has a name
 * that is known, nothing is to be warned of, and most of its beginning can be read */
gboolean cs_table_look_is_clear (const CsTableLook *look);

/**
 * CsTableLookJob:
 * @path: the file
 * @folder: (nullable): the data folder, where choices are remembered
 * @sheet: (nullable): the sheet to look at, %NULL to choose the best
 * @guessed: (nullable): with @map, as looked before
 * @map: (nullable): what the user has chosen; %NULL to guess, and to take what was remembered
 * @is_sure: whether only that is to be looked at which an import would take for a table
 *
 * What to look at.
 */
typedef struct
{
  const char *path;
  const char *folder;
  const char *sheet;
  CsTableMap *guessed;
  CsTableMap *map;
  gboolean is_sure;
} CsTableLookJob;

/**
 * cs_table_look:
 * @job: what to look at
 * @cancellable: (nullable): to give up
 * @error: as cs_table_open() and cs_table_map_guess_view(); %CS_ERROR_IO, %G_IO_ERROR_CANCELLED
 *
 * Reads the beginning of a table as an import would. A table that nothing can be imported of has a
 * look too, without rows. Thread: any but the main one.
 *
 * Returns: (transfer full): the look, or %NULL
 */
CsTableLook *cs_table_look (const CsTableLookJob *job,
                            GCancellable *cancellable,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_table_look_async: @job: copied. As cs_table_look(), in a thread */
void cs_table_look_async (const CsTableLookJob *job,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data);

/** cs_table_look_finish: Returns: (transfer full): the look, or %NULL */
CsTableLook *cs_table_look_finish (GAsyncResult *result,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
