#include "cs-document-private.h"

#include <string.h>

#include "../../service/cs-user-speller.h"

/* The terms of an open document: what its author says of them, on its way into the store; which is
 * chosen, and where they stand. */

/* --- what is said of them --- */

typedef struct
{
  gint64 matter;
  char *name;
  gboolean forget;
  CsTermVerdict verdict;
} Saying;

static void
saying_free (gpointer data)
{
  Saying *saying = data;

  g_free (saying->name);
  g_free (saying);
}

static gpointer
keep (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Saying *saying = data;

  if (saying->forget)
    cs_draft_store_forget_term (store, saying->matter, saying->name, error);
  else
    cs_draft_store_say_term (store, saying->matter, saying->name, saying->verdict, error);

  return NULL;
}

static void
on_kept (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsDocument) document = data;
  g_autoptr (GError) error = NULL;

  cs_store_service_run_finish (CS_STORE_SERVICE (source), result, &error);
  if (error != NULL)
    cs_document_fail (document, error);
}

static void
set_list (CsDocument *document, CsTermList *list, const Saying *saying)
{
  CsStoreJob job = { .func = keep, .free_data = saying_free, .matter = document->info->id };
  Saying *own;

  cs_term_list_unref (document->term_list);
  document->term_list = list;
  cs_document_notify (document, CS_DOCUMENT_TERM_LIST);
  cs_document_ask_exam (document, TRUE);
  if (document->service == NULL)
    return;

  own = g_memdup2 (saying, sizeof *saying);
  own->name = g_strdup (saying->name);
  own->matter = document->info->id;
  job.data = own;
  cs_store_service_run (document->service, &job, NULL, on_kept, g_object_ref (document));
}

CsTermList *
cs_document_get_term_list (CsDocument *document)
{
  return document->term_list;
}

void
cs_document_say_term (CsDocument *document, const char *name, CsTermVerdict verdict)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  const Saying saying = { .name = stripped, .verdict = verdict };

  if (*stripped != '\0')
    set_list (document, cs_term_list_with (document->term_list, stripped, verdict), &saying);
}

void
cs_document_forget_term (CsDocument *document, const char *name)
{
  const Saying saying = { .name = (char *)name, .forget = TRUE };

  if (cs_term_list_find (document->term_list, name) != NULL)
    set_list (document, cs_term_list_without (document->term_list, name), &saying);
}

/* --- words of English that are spelled so --- */

static void
on_learned (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsDocument) document = data;
  g_autoptr (GError) error = NULL;

  if (!cs_user_speller_learn_finish (result, &error))
    cs_document_fail (document, error);
}

void
cs_document_learn_word (CsDocument *document, const char *word)
{
  cs_user_speller_learn (word, on_learned, g_object_ref (document));
  cs_document_ask_exam (document, TRUE);
}

/* --- what was found --- */

const CsTerms *
cs_document_get_terms (CsDocument *document)
{
  return document->view == NULL ? NULL : document->view->result->terms;
}

guint
cs_document_find_term (CsDocument *document, const char *key)
{
  const CsTerms *terms = cs_document_get_terms (document);
  const GArray *all = terms == NULL ? NULL : cs_terms_get_terms (terms);

  for (guint i = 0; key != NULL && all != NULL && i < all->len; i++)
    if (strcmp (g_array_index (all, CsTerm, i).key, key) == 0)
      return i;

  return CS_NO_INDEX;
}

guint
cs_document_find_mention (CsDocument *document, guint at_char)
{
  const CsTerms *terms = cs_document_get_terms (document);
  gsize byte;
  guint claim;

  if (terms == NULL || cs_document_is_stale (document))
    return CS_NO_INDEX;

  claim = cs_document_locate (document, CS_PART_CLAIMS, at_char, &byte);

  return claim == CS_NO_INDEX ? CS_NO_INDEX : cs_terms_find_mention (terms, claim, byte);
}

guint
cs_document_find_mention_here (CsDocument *document)
{
  return document->part != CS_PART_CLAIMS ?
             CS_NO_INDEX :
             cs_document_find_mention (document, document->cursor_char);
}

/* Where mention @index begins now. */
static guint
find_place (CsDocument *document, guint index, guint *end)
{
  const CsTerms *terms = cs_document_get_terms (document);
  const CsMention *mention = &g_array_index (cs_terms_get_mentions (terms), CsMention, index);
  const CsSpan span = { CS_PART_CLAIMS, mention->claim, mention->range.start, mention->range.end };

  return cs_document_map_span (document, &span, end);
}

void
cs_document_show_mention (CsDocument *document, guint index, gboolean focus)
{
  const CsTerms *terms = cs_document_get_terms (document);
  guint start;
  guint end;

  if (terms == NULL || index >= cs_terms_get_mentions (terms)->len)
    return;

  start = find_place (document, index, &end);
  cs_document_go_to (document, CS_PART_CLAIMS, start, end, focus);
}

gboolean
cs_document_show_next_use (CsDocument *document, int step)
{
  const CsTerms *terms = cs_document_get_terms (document);
  guint term = cs_document_find_term (document, document->term);
  guint n_uses;
  const guint *uses;
  guint found = CS_NO_INDEX;

  if (term == CS_NO_INDEX)
    return FALSE;

  uses = cs_terms_get_uses (terms, term, &n_uses);
  for (guint i = 0; i < n_uses && found == CS_NO_INDEX; i++)
    {
      guint index = step > 0 ? i : n_uses - 1 - i;
      guint end;
      guint start = find_place (document, uses[index], &end);

      if (document->part == CS_PART_CLAIMS &&
          (step > 0 ? start > document->cursor_char : start < document->cursor_char))
        found = uses[index];
    }
  if (found == CS_NO_INDEX)
    found = uses[step > 0 ? 0 : n_uses - 1];
  cs_document_show_mention (document, found, TRUE);

  return TRUE;
}
