#include "cs-document-private.h"

#include <string.h>

/* How an open document is examined: when it asks, and what it does with the answer. */

#define PAUSE_US (100 * 1000)   /* of typing, before the text is examined */
#define LONGEST_US (400 * 1000) /* that it may wait while typing goes on */
#define BUSY_AFTER_MS 300       /* what takes less is not worth a word */

/* --- asking --- */

static void
examine (CsDocument *document)
{
  CsExaminerJob job = { .previous = document->draft,
                        .request = document->request,
                        .decisions = document->decisions,
                        .answers = document->answers,
                        .term_list = document->term_list,
                        .offices = document->offices,
                        .generation = document->generation };

  document->exam_asked_us = 0;
  cs_document_list_texts (document, job.texts);
  cs_examiner_examine (document->examiner, &job);
}

static gboolean
on_pause (gpointer data)
{
  CsDocument *document = data;

  document->exam_timer = 0;
  if (!document->composing) /* asked again when the input method is done */
    examine (document);

  return G_SOURCE_REMOVE;
}

void
cs_document_ask_exam (CsDocument *document, gboolean now)
{
  gint64 time_us = g_get_monotonic_time ();
  gint64 wait_us;

  if (document->exam_asked_us == 0)
    document->exam_asked_us = time_us;
  wait_us = now ? 0 : MIN (PAUSE_US, document->exam_asked_us + LONGEST_US - time_us);

  g_clear_handle_id (&document->exam_timer, g_source_remove);
  document->exam_timer = g_timeout_add (MAX (wait_us, 0) / 1000, on_pause, document);
}

void
cs_document_set_composing (CsDocument *document, gboolean composing)
{
  if (document->composing == composing)
    return;

  document->composing = composing;
  if (!composing && document->exam_asked_us != 0)
    cs_document_ask_exam (document, FALSE);
}

/* --- being told --- */

static void
set_busy (CsDocument *document, gboolean busy)
{
  if (document->busy == busy)
    return;

  document->busy = busy;
  cs_document_notify (document, CS_DOCUMENT_BUSY);
}

static gboolean
on_long (gpointer data)
{
  CsDocument *document = data;

  document->busy_timer = 0;
  set_busy (document, TRUE);

  return G_SOURCE_REMOVE;
}

static void
on_examiner_busy (CsDocument *document)
{
  gboolean busy;

  g_object_get (document->examiner, "busy", &busy, NULL);
  g_clear_handle_id (&document->busy_timer, g_source_remove);
  if (busy)
    document->busy_timer = g_timeout_add (BUSY_AFTER_MS, on_long, document);
  else
    set_busy (document, FALSE);
}

typedef struct
{
  gint64 matter;
  guint n_findings[CS_N_SEVERITIES];
} Counts;

static gpointer
keep_counts (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Counts *counts = data;

  cs_draft_store_set_findings (store, counts->matter, counts->n_findings, error);

  return NULL;
}

/* Lists show how the last examination ended; a store that cannot be written says so by itself. */
static void
tell_store (CsDocument *document)
{
  Counts counts = { .matter = document->info->id };
  CsStoreJob job = { .func = keep_counts, .free_data = g_free, .matter = counts.matter };
  guint told[CS_N_SEVERITIES + 1] = { [CS_N_SEVERITIES] = TRUE };

  if (document->service == NULL || !document->editable)
    return;

  memcpy (counts.n_findings, document->view->n_open, sizeof counts.n_findings);
  memcpy (told, counts.n_findings, sizeof counts.n_findings);
  if (memcmp (told, document->n_told, sizeof told) == 0)
    return;

  memcpy (document->n_told, told, sizeof told);
  job.data = g_memdup2 (&counts, sizeof counts);
  cs_store_service_run (document->service, &job, NULL, NULL, NULL);
}

/* The entry of @view for the same finding as the chosen one of the view before. */
static const CsFindingEntry *
find_again (const CsFindingView *view, const CsFindingEntry *old)
{
  const char *fingerprint;

  if (old == NULL)
    return NULL;

  fingerprint = cs_finding_entry_get_first (old)->fingerprint;
  for (guint i = 0; i < view->entries->len; i++)
    {
      const CsFindingEntry *entry = view->entries->pdata[i];

      if (strcmp (cs_finding_entry_get_first (entry)->fingerprint, fingerprint) == 0)
        return entry;
    }

  return NULL;
}

static void
set_message (CsDocument *document, const char *message)
{
  if (g_strcmp0 (document->exam_message, message) == 0)
    return;

  g_free (document->exam_message);
  document->exam_message = g_strdup (message);
  cs_document_notify (document, CS_DOCUMENT_EXAM_MESSAGE);
}

/* What was found before stays, as of an older text. */
static void
on_failed (CsDocument *document, const char *message)
{
  set_message (document, message);
}

static void
on_done (CsDocument *document, CsFindingView *view, guint64 generation, gint64 took_us)
{
  g_autoptr (CsFindingView) old = g_steal_pointer (&document->view);

  document->view = cs_finding_view_ref (view);
  document->entry = find_again (view, document->entry);
  document->took_us = took_us;
  g_array_remove_range (document->shifts, 0, generation - document->view_generation);
  document->view_generation = generation;
  cs_document_forget_units (document);
  cs_document_adopt (document, view->result->draft, generation);

  g_object_freeze_notify (G_OBJECT (document));
  cs_document_notify (document, CS_DOCUMENT_VIEW);
  cs_document_notify (document, CS_DOCUMENT_STALE);
  cs_document_notify (document, CS_DOCUMENT_ENTRY);
  cs_document_notify (document, CS_DOCUMENT_TOOK_US);
  set_message (document, NULL);
  g_object_thaw_notify (G_OBJECT (document));

  if (!cs_document_is_stale (document))
    tell_store (document);
  if (old != NULL)
    cs_examiner_drop (document->examiner, g_steal_pointer (&old));
}

CsFindingView *
cs_document_get_view (CsDocument *document)
{
  return document->view;
}

gboolean
cs_document_is_stale (CsDocument *document)
{
  return document->view == NULL || document->view_generation != document->generation;
}

/* --- beginning and end --- */

void
cs_document_exam_init (CsDocument *document)
{
  document->shifts = g_array_new (FALSE, FALSE, sizeof (CsShift));
  document->examiner = cs_examiner_new ();
  g_signal_connect_object (document->examiner, "done", G_CALLBACK (on_done), document,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document->examiner, "failed", G_CALLBACK (on_failed), document,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document->examiner, "notify::busy", G_CALLBACK (on_examiner_busy),
                           document, G_CONNECT_SWAPPED);
}

void
cs_document_exam_clear (CsDocument *document)
{
  g_clear_handle_id (&document->exam_timer, g_source_remove);
  g_clear_handle_id (&document->busy_timer, g_source_remove);
  if (document->examiner != NULL)
    {
      cs_examiner_stop (document->examiner);
      g_signal_handlers_disconnect_by_data (document->examiner, document);
    }
  g_clear_object (&document->examiner);
  cs_document_forget_units (document);
  document->entry = NULL;
  g_clear_pointer (&document->view, cs_finding_view_unref);
  g_clear_pointer (&document->shifts, g_array_unref);
}
