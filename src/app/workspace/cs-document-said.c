#include "cs-document-private.h"

#include "../../store/cs-review-store.h"
#include "../../store/cs-run-store.h"
#include "../../store/cs-tick-store.h"

/* What was said of an open document elsewhere: decisions, answers, and the signs that people saw in
 * its figures. */

typedef struct
{
  gint64 matter;
  GPtrArray *decisions;
  GPtrArray *answers;
  GPtrArray *ticks;
} Said;

static void
said_free (gpointer data)
{
  Said *said = data;

  g_clear_pointer (&said->decisions, g_ptr_array_unref);
  g_clear_pointer (&said->answers, g_ptr_array_unref);
  g_clear_pointer (&said->ticks, g_ptr_array_unref);
  g_free (said);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Said, said_free)

static gpointer
load (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const gint64 *matter = data;
  g_autoptr (Said) said = g_new0 (Said, 1);

  said->decisions = cs_draft_store_list_decisions (store, *matter, error);
  if (said->decisions == NULL)
    return NULL;
  said->answers = cs_draft_store_list_answers (store, *matter, error);
  if (said->answers == NULL)
    return NULL;
  said->ticks = cs_draft_store_list_ticks (store, *matter, error);

  return said->ticks == NULL ? NULL : g_steal_pointer (&said);
}

/* An examination that began before tells nothing any more: its draft has the figures as they
 * were. */
static void
take (CsDocument *document, Said *said)
{
  g_autoptr (CsDraft) draft = cs_draft_new_ticked (document->draft, said->ticks);

  cs_examiner_stop (document->examiner);
  g_ptr_array_unref (document->decisions);
  document->decisions = g_steal_pointer (&said->decisions);
  g_clear_pointer (&document->answers, g_ptr_array_unref);
  document->answers = g_steal_pointer (&said->answers);
  cs_document_adopt (document, draft, document->draft_generation);
  cs_document_ask_exam (document, TRUE);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsDocument) document = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Said) said = cs_store_service_run_finish (CS_STORE_SERVICE (source), result, &error);

  if (said == NULL)
    cs_document_fail (document, error);
  else if (document->examiner != NULL)
    take (document, said);
}

void
cs_document_reload_said (CsDocument *document)
{
  CsStoreJob job = { .func = load,
                     .data = g_memdup2 (&document->info->id, sizeof document->info->id),
                     .free_data = g_free,
                     .free_result = said_free,
                     .matter = -1 };

  if (document->service != NULL)
    cs_store_service_run (document->service, &job, NULL, on_loaded, g_object_ref (document));
  else
    g_free (job.data);
}
