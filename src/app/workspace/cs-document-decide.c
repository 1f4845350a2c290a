#include "cs-document-private.h"

/* What people decide on the findings of an open document, on its way into the store. */

typedef struct
{
  CsDocument *document; /* of the answer, not of the thread */
  gint64 matter;
  CsDecision *decision;
} Deciding;

static void
deciding_free (gpointer data)
{
  Deciding *deciding = data;

  cs_decision_unref (deciding->decision);
  g_free (deciding);
}

static gpointer
add_decision (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Deciding *deciding = data;
  gint64 matter = deciding->decision->everywhere ? 0 : deciding->matter;
  gint64 id = cs_draft_store_add_decision (store, matter, deciding->decision, error);

  return id == 0 ? NULL : g_memdup2 (&id, sizeof id);
}

static gpointer
remove_decision (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Deciding *deciding = data;

  cs_draft_store_remove_decision (store, deciding->decision->id, error);

  return NULL;
}

static void
run_decision (CsDocument *document,
              CsStoreFunc func,
              CsDecision *decision,
              GAsyncReadyCallback callback,
              gpointer data)
{
  Deciding *deciding = g_new0 (Deciding, 1);
  CsStoreJob job = { .func = func,
                     .data = deciding,
                     .free_data = deciding_free,
                     .free_result = g_free,
                     .matter = document->info->id };

  deciding->matter = document->info->id;
  deciding->decision = cs_decision_ref (decision);
  cs_store_service_run (document->service, &job, NULL, callback, data);
}

/* A decision on its way into the store, and who made it. */
typedef struct
{
  CsDocument *document;
  CsDecision *decision;
} Pending;

static void
on_decision_kept (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Pending *pending = data;
  g_autoptr (CsDocument) document = pending->document;
  g_autoptr (CsDecision) decision = pending->decision;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id =
      cs_store_service_run_finish (CS_STORE_SERVICE (source), result, &error);

  if (id == NULL)
    {
      cs_document_fail (document, error);
      return;
    }

  /* Nobody else has looked at it: the store's identity comes late. */
  decision->id = *id;
  if (!g_ptr_array_find (document->decisions, decision, NULL)) /* taken back meanwhile */
    run_decision (document, remove_decision, decision, NULL, NULL);
}

void
cs_document_decide (CsDocument *document,
                    const CsFindingEntry *entry,
                    CsDecisionKind kind,
                    const char *reason,
                    gboolean everywhere)
{
  CsDecision *decision =
      cs_decision_new_for (kind, entry, document->view, reason, document->author);
  Pending *pending;

  decision->everywhere = everywhere;
  g_ptr_array_add (document->decisions, decision);
  cs_document_ask_exam (document, TRUE);
  if (document->service == NULL)
    return;

  pending = g_new0 (Pending, 1);
  pending->document = g_object_ref (document);
  pending->decision = cs_decision_ref (decision);
  run_decision (document, add_decision, decision, on_decision_kept, pending);
}

void
cs_document_revoke (CsDocument *document, const CsDecision *decision)
{
  g_autoptr (CsDecision) kept = cs_decision_ref ((CsDecision *)decision);

  if (!g_ptr_array_remove (document->decisions, kept))
    return;

  cs_document_ask_exam (document, TRUE);
  if (document->service != NULL && kept->id != 0)
    run_decision (document, remove_decision, kept, NULL, NULL);
}
