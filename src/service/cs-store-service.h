#pragma once

#include "../store/cs-draft-store.h"

G_BEGIN_DECLS

/**
 * CsStoreService:
 *
 * The store of drafts for a program with a main loop: one writer thread, opened by the first thing
 * asked for, which everything goes through in order. Thread: the one it was made in.
 *
 * Signals: `changed (gint64 matter)`: a matter was made, saved, renamed, decided on, ...; 0 for
 * many.
 */
#define CS_TYPE_STORE_SERVICE (cs_store_service_get_type ())

G_DECLARE_FINAL_TYPE (CsStoreService, cs_store_service, CS, STORE_SERVICE, GObject)

/** cs_store_service_new: @folder: as cs_draft_store_open(). Returns: (transfer full): the service;
 * nothing is opened yet */
CsStoreService *cs_store_service_new (const char *folder);

/** cs_store_service_get_folder: Returns: (transfer none): where the store is */
const char *cs_store_service_get_folder (CsStoreService *service);

/**
 * CsStoreFunc:
 * @store: the open store
 * @data: as given to cs_store_service_run()
 * @cancellable: (nullable): to be asked in long work
 * @error: what went wrong
 *
 * Runs in the thread of the store.
 *
 * Returns: (transfer full) (nullable): the result; %NULL with @error set on failure, %NULL without
 * for nothing to tell
 */
typedef gpointer (*CsStoreFunc) (CsDraftStore *store,
                                 gpointer data,
                                 GCancellable *cancellable,
                                 GError **error);

/**
 * CsStoreJob:
 * @func: what to do
 * @data: (transfer full): for @func
 * @free_data: (nullable): frees @data, in any thread
 * @free_result: (nullable): frees a result that nobody takes
 * @matter: the matter that @func changes, for the signal `changed`; 0 for many, -1 for none
 */
typedef struct
{
  CsStoreFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
  gint64 matter;
} CsStoreJob;

/**
 * cs_store_service_run:
 * @service: a service
 * @job: what to do; copied
 * @cancellable: (nullable): to give up
 * @callback: (nullable): called when it is done
 * @data: for @callback
 *
 * Queues a job. The store is opened if it is not open yet; when that fails every job ends with the
 * error, and the next one tries again.
 */
void cs_store_service_run (CsStoreService *service,
                           const CsStoreJob *job,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data);

/** cs_store_service_run_finish: Returns: (transfer full) (nullable): result of the job; %NULL with
 * @error set when it failed */
gpointer cs_store_service_run_finish (CsStoreService *service,
                                      GAsyncResult *result,
                                      GError **error);

/** cs_store_service_dup_read_only: Returns: (transfer full) (nullable): why nothing can be written,
 * as far as is known by now */
char *cs_store_service_dup_read_only (CsStoreService *service);

/** cs_store_service_flush: waits until all that was queued is done; for the end of the program */
void cs_store_service_flush (CsStoreService *service);

/* --- one matter, changed as lists change it; each queues a job --- */

/** cs_store_service_set_stage: as cs_draft_store_set_stage(). The callback may use
 * cs_store_service_run_finish() */
void cs_store_service_set_stage (CsStoreService *service,
                                 gint64 matter,
                                 CsStage stage,
                                 GAsyncReadyCallback callback,
                                 gpointer data);

/** cs_store_service_set_bin: as cs_draft_store_set_bin() */
void cs_store_service_set_bin (CsStoreService *service,
                               gint64 matter,
                               gboolean in_bin,
                               GAsyncReadyCallback callback,
                               gpointer data);

/** cs_store_service_rename: as cs_draft_store_rename() */
void cs_store_service_rename (CsStoreService *service,
                              gint64 matter,
                              const char *name,
                              const char *reference,
                              GAsyncReadyCallback callback,
                              gpointer data);

/** cs_store_service_duplicate: as cs_draft_store_duplicate() */
void cs_store_service_duplicate (CsStoreService *service,
                                 gint64 matter,
                                 GAsyncReadyCallback callback,
                                 gpointer data);

/** cs_store_service_empty_bin: as cs_draft_store_empty_bin() */
void cs_store_service_empty_bin (CsStoreService *service,
                                 GAsyncReadyCallback callback,
                                 gpointer data);

/**
 * cs_store_service_create:
 * @service: a service
 * @draft: (transfer none): an editable draft without pictures, a template or one that was typed
 * @callback: called when it is kept
 * @data: for @callback
 *
 * Makes a matter.
 */
void cs_store_service_create (CsStoreService *service,
                              CsDraft *draft,
                              GAsyncReadyCallback callback,
                              gpointer data);

/** cs_store_service_create_finish: for this and for cs_store_service_duplicate(). Returns: id of
 * the new matter, 0 on error */
gint64 cs_store_service_create_finish (CsStoreService *service,
                                       GAsyncResult *result,
                                       GError **error);

/** cs_store_service_load: loads a matter and remembers that it was opened */
void cs_store_service_load (CsStoreService *service,
                            gint64 matter,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data);

/** cs_store_service_load_finish: Returns: (transfer full): the matter, or %NULL */
CsMatter *cs_store_service_load_finish (CsStoreService *service,
                                        GAsyncResult *result,
                                        GError **error);

G_END_DECLS
