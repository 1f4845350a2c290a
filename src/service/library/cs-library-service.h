#pragma once

#include "../../store/cs-library-search.h"

G_BEGIN_DECLS

/**
 * CsLibraryService:
 *
 * The library of families for a program with a main loop: a thread that reads and one that writes,
 * each with a connection of its own that is opened by the first thing asked for. What is asked of a
 * thread is done in order; the main loop never waits. Thread: the one it was made in.
 *
 * Signals: `changed`: something was written, by this program.
 */
#define CS_TYPE_LIBRARY_SERVICE (cs_library_service_get_type ())

G_DECLARE_FINAL_TYPE (CsLibraryService, cs_library_service, CS, LIBRARY_SERVICE, GObject)

/** cs_library_service_new: @folder: as cs_library_open(). Returns: (transfer full): the service;
 * nothing is opened yet */
CsLibraryService *cs_library_service_new (const char *folder);

/** cs_library_service_get_folder: Returns: (transfer none): where the library is */
const char *cs_library_service_get_folder (CsLibraryService *service);

/**
 * CsLibraryFunc:
 * @library: the open library
 * @searcher: (nullable): what searches it, in the thread that reads; %NULL in the one that writes
 * @data: as given beside the function
 * @cancellable: (nullable): to be asked in long work
 * @error: what went wrong
 *
 * Runs in the thread that reads, or in the one that writes.
 *
 * Returns: (transfer full) (nullable): the result; %NULL with @error set on failure, %NULL without
 * for nothing to tell
 */
typedef gpointer (*CsLibraryFunc) (CsLibrary *library,
                                   CsSearcher *searcher,
                                   gpointer data,
                                   GCancellable *cancellable,
                                   GError **error);

/**
 * CsLibraryJob:
 * @func: what to do
 * @data: (transfer full): for @func
 * @free_data: (nullable): frees @data, in any thread
 * @free_result: (nullable): frees a result that nobody takes
 * @is_quiet: whether nobody needs to look again after it has written: what it wrote is not shown
 */
typedef struct
{
  CsLibraryFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
  gboolean is_quiet;
} CsLibraryJob;

/**
 * cs_library_service_read:
 * @service: a service
 * @job: what to do; copied
 * @cancellable: (nullable): to give up; what is under way is interrupted
 * @callback: (nullable): called when it is done
 * @data: for @callback
 *
 * Queues a job that reads. It fails with %CS_STORE_ERROR_NOT_FOUND as long as there is no library.
 */
void cs_library_service_read (CsLibraryService *service,
                              const CsLibraryJob *job,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data);

/** cs_library_service_write: the same, for a job that writes; the library is made when there is
 * none */
void cs_library_service_write (CsLibraryService *service,
                               const CsLibraryJob *job,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);

/** cs_library_service_finish: Returns: (transfer full) (nullable): result of the job; %NULL with
 * @error set when it failed */
gpointer cs_library_service_finish (CsLibraryService *service,
                                    GAsyncResult *result,
                                    GError **error);

/**
 * cs_library_service_replace:
 * @service: a service
 * @backup: (nullable): path of a backup; %NULL to begin with an empty library
 * @work: (nullable): how that is watched; its data lives until @callback
 * @callback: (nullable): called when it is done
 * @data: for @callback
 *
 * Puts @backup in the place of the library, which is kept in "backups" whatever it is like, as
 * cs_library_restore() and cs_library_set_aside() do. Its result is %NULL, its error that of those,
 * or %CS_STORE_ERROR_BUSY when an import or another program has the library open.
 */
void cs_library_service_replace (CsLibraryService *service,
                                 const char *backup,
                                 const CsLibraryWork *work,
                                 GAsyncReadyCallback callback,
                                 gpointer data);

/** cs_library_service_pass_time: finds the states anew of what has come to the end of its term by
 * @today, when there is a library: once a day is enough. See cs_library_pass_time() */
void cs_library_service_pass_time (CsLibraryService *service,
                                   CsOfficeDate today);

/** cs_library_service_note_change: tells all who listen that another connection of this program
 * wrote, as an import does */
void cs_library_service_note_change (CsLibraryService *service);

G_END_DECLS
