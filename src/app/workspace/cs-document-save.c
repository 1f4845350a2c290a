#include "../../store/cs-review-store.h"
#include "cs-document-private.h"

/* How an open document gets to the disk. */

#define SAVE_AFTER_MS 1500  /* the first unsaved change: it may wait two seconds in all */
#define RETRY_AFTER_MS 5000 /* what could not be saved */

static void begin_save (CsDocument *document);

static void
set_state (CsDocument *document, CsSaveState state, const char *message)
{
  if (g_strcmp0 (document->save_message, message) != 0)
    {
      g_free (document->save_message);
      document->save_message = g_strdup (message);
      cs_document_notify (document, CS_DOCUMENT_SAVE_MESSAGE);
    }
  if (document->save_state == state)
    return;

  document->save_state = state;
  cs_document_notify (document, CS_DOCUMENT_SAVE_STATE);
}

static gboolean
on_save_timer (gpointer data)
{
  CsDocument *document = data;

  document->save_timer = 0;
  begin_save (document);

  return G_SOURCE_REMOVE;
}

static void
save_after (CsDocument *document, guint wait_ms)
{
  if (document->save_timer == 0 && document->service != NULL)
    document->save_timer = g_timeout_add (wait_ms, on_save_timer, document);
}

void
cs_document_touch (CsDocument *document)
{
  document->n_changes++;
  if (document->save_state == CS_SAVE_STATE_SAVED)
    set_state (document, CS_SAVE_STATE_UNSAVED, NULL);
  if (!document->saving && document->save_state != CS_SAVE_STATE_FAILED)
    save_after (document, SAVE_AFTER_MS);
}

void
cs_document_fail (CsDocument *document, const GError *error)
{
  set_state (document, CS_SAVE_STATE_FAILED, error->message);
}

/* --- in the thread of the store --- */

/* What is saved: texts as they were when saving began. */
typedef struct
{
  CsMatterSave save;
  CsDocumentSnapshot snapshot;
  char *author; /* nullable: who wrote, if the text has changed */
  guint64 generation;
  guint64 n_changes;
} Saving;

/* What came of it. */
typedef struct
{
  CsDraft *draft;
  guint64 revision;
} Saved;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  cs_document_snapshot_clear (&saving->snapshot);
  g_free (saving->author);
  g_free (saving);
}

static void
saved_free (gpointer data)
{
  Saved *saved = data;

  cs_draft_unref (saved->draft);
  g_free (saved);
}

static GBytes *
find_picture (const char *name, gpointer data)
{
  return cs_document_snapshot_find_picture (data, name);
}

/* Who wrote last must not be the one who confirms it. The text is saved by now: should the name not
 * go along, the next save brings it. */
static void
keep_author (CsDraftStore *store, const Saving *saving)
{
  g_autofree char *known = NULL;

  if (saving->author == NULL || *saving->author == '\0')
    return;

  known = cs_draft_store_get_author (store, saving->save.id, NULL);
  if (g_strcmp0 (known, saving->author) != 0)
    cs_draft_store_set_author (store, saving->save.id, saving->author, NULL);
}

static gpointer
save (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Saving *saving = data;
  g_autoptr (CsDraft) draft = cs_document_snapshot_compose (&saving->snapshot, error);
  guint64 revision;
  Saved *saved;

  if (draft == NULL)
    return NULL;
  saving->save.draft = draft;
  if (!cs_draft_store_save (store, &saving->save, &revision, error))
    return NULL;
  keep_author (store, saving);

  saved = g_new0 (Saved, 1);
  saved->draft = g_steal_pointer (&draft);
  saved->revision = revision;

  return saved;
}

/* --- in the thread of the program --- */

static gboolean
is_saved (const CsDocument *document)
{
  return document->n_changes == document->n_saved_changes;
}

/* Tells those who wait that all is saved, or that it cannot be. */
static void
tell_waiting (CsDocument *document, const GError *error)
{
  GSList *waiting;

  if (error == NULL && !is_saved (document))
    return;

  waiting = g_steal_pointer (&document->waiting);
  for (GSList *at = waiting; at != NULL; at = at->next)
    {
      if (error != NULL)
        g_task_return_error (at->data, g_error_copy (error));
      else
        g_task_return_boolean (at->data, TRUE);
      g_object_unref (at->data);
    }
  g_slist_free (waiting);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsDocument) document = data;
  const CsStoreJob *job = g_task_get_task_data (G_TASK (result));
  const Saving *saving = job->data;
  g_autoptr (GError) error = NULL;
  Saved *saved = cs_store_service_run_finish (CS_STORE_SERVICE (source), result, &error);

  document->saving = FALSE;
  if (saved == NULL)
    {
      cs_document_fail (document, error);
      save_after (document, RETRY_AFTER_MS);
      tell_waiting (document, error);
      return;
    }

  document->info->revision = saved->revision;
  document->n_saved_changes = saving->n_changes;
  document->saved_generation = saving->generation;
  cs_document_adopt (document, saved->draft, saving->generation);
  saved_free (saved);
  set_state (document, is_saved (document) ? CS_SAVE_STATE_SAVED : CS_SAVE_STATE_UNSAVED, NULL);
  if (!is_saved (document))
    {
      if (document->waiting != NULL)
        begin_save (document);
      else
        save_after (document, SAVE_AFTER_MS);
    }
  tell_waiting (document, NULL);
}

static Saving *
saving_new (CsDocument *document)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->save.id = document->info->id;
  saving->save.revision = document->info->revision;
  saving->save.offices = document->offices;
  cs_document_take_snapshot (document, &saving->snapshot);
  saving->save.images = find_picture;
  saving->save.data = &saving->snapshot;
  saving->generation = document->generation;
  if (document->generation != document->saved_generation)
    saving->author = g_strdup (document->author);
  saving->n_changes = document->n_changes;

  return saving;
}

static void
begin_save (CsDocument *document)
{
  CsStoreJob job = { .func = save,
                     .free_data = saving_free,
                     .free_result = saved_free,
                     .matter = document->info->id };

  if (document->saving || is_saved (document) || document->service == NULL)
    return;

  g_clear_handle_id (&document->save_timer, g_source_remove);
  job.data = saving_new (document);
  document->saving = TRUE;
  if (document->save_state != CS_SAVE_STATE_FAILED) /* that stays until it is better */
    set_state (document, CS_SAVE_STATE_SAVING, NULL);
  cs_store_service_run (document->service, &job, NULL, on_saved, g_object_ref (document));
}

void
cs_document_save (CsDocument *document)
{
  begin_save (document);
}

/* --- the end --- */

void
cs_document_flush (CsDocument *document, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (document, NULL, callback, data);

  document->waiting = g_slist_append (document->waiting, task);
  if (document->service == NULL)
    document->n_saved_changes = document->n_changes; /* kept nowhere: nothing to lose */
  begin_save (document);
  tell_waiting (document, NULL);
}

gboolean
cs_document_flush_finish (CsDocument *document, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, document), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
cs_document_save_clear (CsDocument *document)
{
  g_clear_handle_id (&document->save_timer, g_source_remove);
  g_clear_slist (&document->waiting, g_object_unref);
}
