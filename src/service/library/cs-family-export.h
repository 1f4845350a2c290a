#pragma once

#include "../../formats/list/cs-list.h"
#include "cs-library-service.h"

G_BEGIN_DECLS

/** CS_MAX_REPORT_FAMILIES: that one report holds */
#define CS_MAX_REPORT_FAMILIES 100

/**
 * CsFamilyExport:
 * @is_report: a report of each family as PDF, instead of a list
 * @format: of a list
 * @query: (nullable): without a fault: what to export; %NULL for all families
 * @families: (array length=n_families) (nullable): ids of simple families to export instead of what
 *   @query finds; it is named all the same
 * @n_families: how many
 * @order: of what @query finds
 * @reverse: from the other end
 * @limit: how many families at most, 0 for all
 * @by_document: a row for each publication, not for each family
 * @with_mark: see #CsListHead
 * @language: (nullable): of titles, abstracts and claims where there are several: "zh" or "en"
 * @today: as of when
 *
 * What to export, and as what. A plain value.
 */
typedef struct
{
  gboolean is_report;
  CsListFormat format;
  CsQuery *query;
  const gint64 *families;
  guint n_families;
  CsHitOrder order;
  gboolean reverse;
  guint limit;
  gboolean by_document;
  gboolean with_mark;
  const char *language;
  CsOfficeDate today;
} CsFamilyExport;

/**
 * cs_family_export_write:
 * @what: what to export
 * @library: the library
 * @searcher: of @library
 * @path: a file; one that is there is replaced in one step, only its owner may read it (0600)
 * @work: (nullable): how it is watched, by families
 * @error: #CsStoreError, %CS_ERROR_IO, %G_IO_ERROR_CANCELLED; %CS_ERROR_LIMIT for more families
 *   than a report holds, or more rows than a workbook does
 *
 * Blocks. Words are in the user's language. Thread: that of @library, not the main one.
 *
 * Returns: whether the file is there; otherwise an earlier one stays
 */
gboolean cs_family_export_write (const CsFamilyExport *what,
                                 CsLibrary *library,
                                 CsSearcher *searcher,
                                 const char *path,
                                 const CsLibraryWork *work,
                                 GError **error);

/** CsFamilyExportProgress: @done of @total families are in the file. Called in the main thread. */
typedef void (*CsFamilyExportProgress) (guint done, guint total, gpointer data);

/**
 * CsFamilyExportCall:
 * @file: a local file
 * @progress: (nullable): told some times a second
 * @callback: called when it is done
 * @data: for both
 *
 * Where an export goes, and who is told.
 */
typedef struct
{
  GFile *file;
  CsFamilyExportProgress progress;
  GAsyncReadyCallback callback;
  gpointer data;
} CsFamilyExportCall;

/** cs_family_export_async: does cs_family_export_write() in the thread of @service that reads.
 * @cancellable: (nullable): to give up; then there is no new file */
void cs_family_export_async (CsLibraryService *service,
                             const CsFamilyExport *what,
                             const CsFamilyExportCall *call,
                             GCancellable *cancellable);

/** cs_family_export_finish: Returns: whether the file is there */
gboolean cs_family_export_finish (CsLibraryService *service,
                                  GAsyncResult *result,
                                  GError **error);

G_END_DECLS
