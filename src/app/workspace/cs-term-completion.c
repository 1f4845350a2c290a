#include "cs-term-completion.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../language/cs-fold.h"

#define LOOK_BACK_CHARS 40 /* from the cursor to the word that a term follows */
#define MAX_PROPOSALS 60   /* more nobody reads, and each costs the popup a row */

/* --- a proposal --- */

#define CS_TYPE_TERM_PROPOSAL (cs_term_proposal_get_type ())
G_DECLARE_FINAL_TYPE (CsTermProposal, cs_term_proposal, CS, TERM_PROPOSAL, GObject)

struct _CsTermProposal
{
  GObject parent_instance;

  char *name;
  char *sign;
  char *folded;
};

G_DEFINE_FINAL_TYPE_WITH_CODE (CsTermProposal,
                               cs_term_proposal,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GTK_SOURCE_TYPE_COMPLETION_PROPOSAL, NULL))

static void
cs_term_proposal_finalize (GObject *object)
{
  CsTermProposal *proposal = CS_TERM_PROPOSAL (object);

  g_free (proposal->name);
  g_free (proposal->sign);
  g_free (proposal->folded);

  G_OBJECT_CLASS (cs_term_proposal_parent_class)->finalize (object);
}

static void
cs_term_proposal_class_init (CsTermProposalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cs_term_proposal_finalize;
}

static void
cs_term_proposal_init (CsTermProposal *proposal)
{
}

static char *
dup_folded (const char *text)
{
  g_autoptr (CsFolded) folded = cs_fold (text, strlen (text), CS_FOLD_CASE);

  return g_steal_pointer (&folded->text);
}

static CsTermProposal *
proposal_new (const CsTerm *term)
{
  CsTermProposal *proposal = g_object_new (CS_TYPE_TERM_PROPOSAL, NULL);

  proposal->name = g_strdup (term->name);
  proposal->sign = g_strdup (term->sign);
  proposal->folded = dup_folded (term->name);

  return proposal;
}

/* --- what stands before the cursor --- */

static const char *const markers_zh[] = { "所述的", "所述", "该" };
static const char *const markers_en[] = { "the ", "said " };

/* Bytes of the marker at the end of @text, which is folded; 0 when there is none. */
static gsize
find_marker (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (markers_zh); i++)
    if (g_str_has_suffix (text, markers_zh[i]))
      return strlen (markers_zh[i]);
  for (guint i = 0; i < G_N_ELEMENTS (markers_en); i++)
    {
      gsize n_bytes = strlen (markers_en[i]);
      gsize n_text = strlen (text);

      if (g_str_has_suffix (text, markers_en[i]) &&
          (n_text == n_bytes || !g_ascii_isalnum (text[n_text - n_bytes - 1])))
        return n_bytes;
    }

  return 0;
}

/* The text of the line up to @iter, folded, no more of it than matters. */
static char *
dup_before (const GtkTextIter *iter)
{
  GtkTextIter start = *iter;
  g_autofree char *text = NULL;

  gtk_text_iter_backward_chars (&start,
                                MIN (gtk_text_iter_get_line_offset (iter), LOOK_BACK_CHARS));
  text = gtk_text_iter_get_slice (&start, iter);

  return dup_folded (text);
}

gboolean
cs_term_completion_is_asked (const GtkTextIter *iter)
{
  g_autofree char *text = dup_before (iter);

  return find_marker (text) > 0;
}

/* What was typed of a term: from the last marker to @iter, or the Latin word there. @n_chars: (out)
 * of it. Returns: (transfer full): folded, maybe empty */
static char *
dup_typed (const GtkTextIter *iter, guint *n_chars)
{
  g_autofree char *text = dup_before (iter);
  gsize n_bytes = strlen (text);
  const char *word = text + n_bytes;

  for (const char *at = text + n_bytes; at != NULL; at = g_utf8_find_prev_char (text, at))
    {
      g_autofree char *head = g_strndup (text, at - text);

      if (strchr (",;:", *at) != NULL && *at != '\0')
        break;
      if (find_marker (head) == 0)
        continue;
      *n_chars = g_utf8_strlen (at, -1);
      return g_strdup (at);
    }

  while (word > text && g_ascii_isalnum (word[-1]))
    word--;
  *n_chars = g_utf8_strlen (word, -1);

  return g_strdup (word);
}

/* --- the provider --- */

struct _CsTermCompletion
{
  GObject parent_instance;

  CsDocument *document;
};

static void completion_iface_init (GtkSourceCompletionProviderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CsTermCompletion,
                               cs_term_completion,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GTK_SOURCE_TYPE_COMPLETION_PROVIDER,
                                                      completion_iface_init))

static void
get_cursor (GtkSourceCompletionContext *context, GtkTextIter *iter)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (gtk_source_completion_context_get_buffer (context));

  gtk_text_buffer_get_iter_at_mark (buffer, iter, gtk_text_buffer_get_insert (buffer));
}

static gboolean
begins_with (gpointer item, gpointer typed)
{
  const CsTermProposal *proposal = CS_TERM_PROPOSAL (item);

  return g_str_has_prefix (proposal->folded, typed) && strcmp (proposal->folded, typed) != 0;
}

/* --- what is offered: found in a thread, for it may take longer than a frame --- */

typedef struct
{
  CsTerms *terms;
  guint claim;
  gsize byte;
} Scope;

static void
scope_free (gpointer data)
{
  Scope *scope = data;

  cs_terms_unref (scope->terms);
  g_free (scope);
}

static void
find_in_scope (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Scope *scope = data;

  g_task_return_pointer (task, cs_terms_dup_in_scope (scope->terms, scope->claim, scope->byte),
                         (GDestroyNotify)g_array_unref);
}

static GListModel *
make_proposals (const CsTerms *terms, const GArray *found, const GtkTextIter *cursor)
{
  g_autoptr (GListStore) all = g_list_store_new (CS_TYPE_TERM_PROPOSAL);
  guint n_chars;
  char *typed = dup_typed (cursor, &n_chars);

  for (guint i = 0; i < MIN (found->len, MAX_PROPOSALS); i++)
    {
      g_autoptr (CsTermProposal) proposal = proposal_new (&g_array_index (
          cs_terms_get_terms (terms), CsTerm, g_array_index (found, guint, i)));

      g_list_store_append (all, proposal);
    }

  return G_LIST_MODEL (
      gtk_filter_list_model_new (G_LIST_MODEL (g_steal_pointer (&all)),
                                 GTK_FILTER (gtk_custom_filter_new (begins_with, typed, g_free))));
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  const Scope *scope = g_task_get_task_data (G_TASK (result));
  g_autoptr (GArray) found = g_task_propagate_pointer (G_TASK (result), NULL);
  GtkTextIter cursor;

  if (g_task_return_error_if_cancelled (task))
    return;

  get_cursor (g_task_get_task_data (task), &cursor);
  g_task_return_pointer (task, make_proposals (scope->terms, found, &cursor), g_object_unref);
}

/* The inner task has no source: its thread may be the last to let go of it. */
static void
ask_scope (CsTermCompletion *self, GTask *task)
{
  g_autoptr (GTask) inner = NULL;
  CsFindingView *view = cs_document_get_view (self->document);
  Scope scope = { NULL, CS_NO_INDEX, 0 };
  GtkTextIter cursor;

  get_cursor (g_task_get_task_data (task), &cursor);
  if (!cs_document_is_stale (self->document) && view->result->terms != NULL)
    scope.claim = cs_document_locate (self->document, CS_PART_CLAIMS,
                                      gtk_text_iter_get_offset (&cursor), &scope.byte);
  if (scope.claim == CS_NO_INDEX)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "no terms are known here");
      return;
    }

  scope.terms = cs_terms_ref (view->result->terms);
  inner = g_task_new (NULL, NULL, on_found, g_object_ref (task));
  g_task_set_task_data (inner, g_memdup2 (&scope, sizeof scope), scope_free);
  g_task_run_in_thread (inner, find_in_scope);
}

static void
cs_term_completion_populate_async (GtkSourceCompletionProvider *provider,
                                   GtkSourceCompletionContext *context,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data)
{
  CsTermCompletion *self = CS_TERM_COMPLETION (provider);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  GtkTextIter iter;

  g_task_set_task_data (task, g_object_ref (context), g_object_unref);
  get_cursor (context, &iter);
  if (gtk_source_completion_context_get_activation (context) ==
          GTK_SOURCE_COMPLETION_ACTIVATION_INTERACTIVE &&
      !cs_term_completion_is_asked (&iter))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "no place for a term");
      return;
    }

  ask_scope (self, task);
}

static GListModel *
cs_term_completion_populate_finish (GtkSourceCompletionProvider *provider,
                                    GAsyncResult *result,
                                    GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
cs_term_completion_refilter (GtkSourceCompletionProvider *provider,
                             GtkSourceCompletionContext *context,
                             GListModel *model)
{
  GtkTextIter iter;
  guint n_chars;

  get_cursor (context, &iter);
  gtk_filter_list_model_set_filter (
      GTK_FILTER_LIST_MODEL (model),
      GTK_FILTER (gtk_custom_filter_new (begins_with, dup_typed (&iter, &n_chars), g_free)));
}

static void
cs_term_completion_display (GtkSourceCompletionProvider *provider,
                            GtkSourceCompletionContext *context,
                            GtkSourceCompletionProposal *item,
                            GtkSourceCompletionCell *cell)
{
  const CsTermProposal *proposal = CS_TERM_PROPOSAL (item);

  switch (gtk_source_completion_cell_get_column (cell))
    {
    case GTK_SOURCE_COMPLETION_COLUMN_TYPED_TEXT:
      gtk_source_completion_cell_set_text (cell, proposal->name);
      break;
    case GTK_SOURCE_COMPLETION_COLUMN_AFTER:
      gtk_source_completion_cell_set_text (cell, proposal->sign);
      break;
    case GTK_SOURCE_COMPLETION_COLUMN_ICON:
    case GTK_SOURCE_COMPLETION_COLUMN_BEFORE:
    case GTK_SOURCE_COMPLETION_COLUMN_COMMENT:
    case GTK_SOURCE_COMPLETION_COLUMN_DETAILS:
    default:
      gtk_source_completion_cell_set_text (cell, NULL);
    }
}

static void
cs_term_completion_activate (GtkSourceCompletionProvider *provider,
                             GtkSourceCompletionContext *context,
                             GtkSourceCompletionProposal *item)
{
  CsTermCompletion *self = CS_TERM_COMPLETION (provider);
  const CsTermProposal *proposal = CS_TERM_PROPOSAL (item);
  GtkTextIter iter;
  guint n_chars;
  guint end;

  get_cursor (context, &iter);
  g_free (dup_typed (&iter, &n_chars));
  end = gtk_text_iter_get_offset (&iter);
  cs_document_write (self->document, CS_PART_CLAIMS, end - n_chars, end, proposal->name);
}

static char *
cs_term_completion_get_title (GtkSourceCompletionProvider *provider)
{
  return g_strdup (_ ("Terms"));
}

static void
completion_iface_init (GtkSourceCompletionProviderInterface *iface)
{
  iface->get_title = cs_term_completion_get_title;
  iface->populate_async = cs_term_completion_populate_async;
  iface->populate_finish = cs_term_completion_populate_finish;
  iface->refilter = cs_term_completion_refilter;
  iface->display = cs_term_completion_display;
  iface->activate = cs_term_completion_activate;
}

static void
cs_term_completion_finalize (GObject *object)
{
  g_clear_object (&CS_TERM_COMPLETION (object)->document);

  G_OBJECT_CLASS (cs_term_completion_parent_class)->finalize (object);
}

static void
cs_term_completion_class_init (CsTermCompletionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cs_term_completion_finalize;
}

static void
cs_term_completion_init (CsTermCompletion *self)
{
}

CsTermCompletion *
cs_term_completion_new (CsDocument *document)
{
  CsTermCompletion *self = g_object_new (CS_TYPE_TERM_COMPLETION, NULL);

  self->document = g_object_ref (document);

  return self;
}
