/* Terms in the window: the table, what is said of them, renaming, marks, cards, completion. */

#include <string.h>

#include <adwaita.h>
#include <gtksourceview/gtksource.h>

#include "../../src/app/workspace/cs-finding-card.h"
#include "../../src/app/workspace/cs-term-completion.h"
#include "../../src/app/workspace/cs-term-end-popover.h"
#include "../../src/app/workspace/cs-term-item.h"
#include "../../src/app/workspace/cs-term-rename-popover.h"
#include "../../src/app/workspace/cs-terms-view.h"
#include "workspace.h"

#define PUMP                                                                             \
  "1. A pump comprising a spring, a lever and a housing, wherein the spring is steel.\n" \
  "2. The pump of claim 1, wherein the spring is bent by the lever.\n"                   \
  "3. The pump of claim 1, wherein the gasket is flat.\n"

static CsDocument *
open_pump (Ui *ui)
{
  return workspace_open_text (ui, PUMP);
}

static CsTermsView *
show_terms (Ui *ui)
{
  ui_act (workspace_get (ui), "draft.view", "s", "terms");
  ui_settle (GTK_WIDGET (ui->window));

  return CS_TERMS_VIEW (ui_get (workspace_get (ui), CS_TYPE_TERMS_VIEW, NULL));
}

static GtkSelectionModel *
get_model (CsTermsView *view)
{
  return gtk_column_view_get_model (
      GTK_COLUMN_VIEW (ui_get (GTK_WIDGET (view), GTK_TYPE_COLUMN_VIEW, NULL)));
}

/* What the table says of the term @name; NULL when it has no such row. Kept by the table. */
static const CsTermInfo *
find_row (CsTermsView *view, const char *name)
{
  GListModel *model = G_LIST_MODEL (get_model (view));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (CsTermItem) item = g_list_model_get_item (model, i);

      if (strcmp (cs_term_item_get_info (item)->name, name) == 0)
        return cs_term_item_get_info (item);
    }

  return NULL;
}

static void
choose (Ui *ui, CsTermsView *view, const char *name)
{
  GListModel *model = G_LIST_MODEL (get_model (view));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (CsTermItem) item = g_list_model_get_item (model, i);

      if (strcmp (cs_term_item_get_info (item)->name, name) == 0)
        gtk_selection_model_select_item (GTK_SELECTION_MODEL (model), i, TRUE);
    }
  ui_settle (GTK_WIDGET (ui->window));
}

static char *
dup_term (CsDocument *document)
{
  char *key;

  g_object_get (document, "term", &key, NULL);

  return key;
}

/* --- the table --- */

static void
test_table (Ui *ui)
{
  CsDocument *document = open_pump (ui);
  CsTermsView *view = show_terms (ui);
  const CsTermInfo *spring = find_row (view, "spring");
  const CsTermInfo *gasket = find_row (view, "gasket");

  g_assert_nonnull (spring);
  g_assert_cmpuint (spring->claim, ==, 1);
  g_assert_cmpuint (spring->n_uses, ==, 3);
  g_assert_cmpstr (spring->claims, ==, "1, 2");
  g_assert_cmpint (spring->state, ==, CS_TERM_STATE_GUESSED);
  g_assert_nonnull (gasket);
  g_assert_cmpuint (gasket->introduction, ==, CS_NO_INDEX);
  g_assert_cmpint (gasket->state, ==, CS_TERM_STATE_NO_BASIS);
  g_assert_cmpuint (workspace_count (document, "no-head"), ==, 1);

  /* a table that is not seen is brought up to date when it is */
  ui_act (workspace_get (ui), "draft.part", "s", "claims");
  workspace_go (ui, CS_PART_CLAIMS, "the gasket is flat", TRUE);
  workspace_type (ui, ", with a rotor");
  workspace_wait_examined (document);
  view = show_terms (ui);
  g_assert_nonnull (find_row (view, "rotor"));
}

static void
test_empty (Ui *ui)
{
  CsTermsView *view;

  workspace_open_text (ui, "1. \n");
  view = show_terms (ui);
  g_assert_nonnull (ui_find (GTK_WIDGET (view), ADW_TYPE_STATUS_PAGE, NULL));
  g_assert_null (ui_find (GTK_WIDGET (view), GTK_TYPE_COLUMN_VIEW, NULL));
}

static void
test_search (Ui *ui)
{
  CsTermsView *view;
  GtkWidget *entry;
  guint n_all;

  open_pump (ui);
  view = show_terms (ui);
  n_all = g_list_model_get_n_items (G_LIST_MODEL (get_model (view)));
  ui_act (workspace_get (ui), "draft.find", NULL);
  entry = ui_get (GTK_WIDGET (view), GTK_TYPE_SEARCH_ENTRY, NULL);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (ui->window)), entry));

  gtk_editable_set_text (GTK_EDITABLE (entry), "ＬＥＶ");
  ui_wait (g_list_model_get_n_items (G_LIST_MODEL (get_model (view))) == 1);
  g_assert_nonnull (find_row (view, "lever"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "zzz");
  ui_wait (ui_find (GTK_WIDGET (view), ADW_TYPE_STATUS_PAGE, NULL) != NULL);
  g_signal_emit_by_name (entry, "stop-search");
  ui_wait (ui_find (GTK_WIDGET (view), GTK_TYPE_COLUMN_VIEW, NULL) != NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_model (view))), ==, n_all);
}

/* The table is dimmed while the text is newer than what it shows. */
static void
test_stale (Ui *ui)
{
  CsDocument *document = open_pump (ui);
  CsTermsView *view = show_terms (ui);
  GtkWidget *table = ui_get (GTK_WIDGET (view), GTK_TYPE_COLUMN_VIEW, NULL);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (cs_document_get_buffer (document, CS_PART_CLAIMS));
  GtkTextIter end;

  g_assert_false (gtk_widget_has_css_class (table, "stale"));
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, "4. A valve.\n", -1);
  g_assert_true (gtk_widget_has_css_class (table, "stale"));
  workspace_wait_examined (document);
  g_assert_false (gtk_widget_has_css_class (table, "stale"));
}

/* --- what is said --- */

static void
test_say (Ui *ui)
{
  CsDocument *document = open_pump (ui);
  CsTermsView *view = show_terms (ui);

  choose (ui, view, "gasket");
  ui_act (view, "terms.never-report", NULL);
  ui_wait (find_row (view, "gasket")->state == CS_TERM_STATE_SILENT);
  g_assert_cmpuint (workspace_count (document, "no-head"), ==, 0);
  choose (ui, view, "spring");
  ui_act (view, "terms.is-term", NULL);
  ui_wait (find_row (view, "spring")->state == CS_TERM_STATE_CONFIRMED);

  /* it is in the store */
  document = workspace_reopen (ui);
  g_assert_cmpuint (cs_term_list_get_n_entries (cs_document_get_term_list (document)), ==, 2);
  view = show_terms (ui);
  choose (ui, view, "gasket");
  ui_act (view, "terms.forget", NULL);
  ui_wait (workspace_count (document, "no-head") == 1);
  document = workspace_reopen (ui);
  g_assert_cmpuint (cs_term_list_get_n_entries (cs_document_get_term_list (document)), ==, 1);
}

static void
test_ends_here (Ui *ui)
{
  CsDocument *document = open_pump (ui);
  CsTermsView *view = show_terms (ui);
  GtkWidget *popover;
  GtkWidget *entry;
  GtkWidget *apply;

  choose (ui, view, "housing");
  ui_act (view, "terms.ends-here", NULL);
  ui_wait ((popover = ui_find (GTK_WIDGET (view), CS_TYPE_TERM_END_POPOVER, NULL)) != NULL);
  entry = ui_get (popover, GTK_TYPE_ENTRY, NULL);
  apply = ui_get (popover, GTK_TYPE_BUTTON, NULL);
  g_assert_false (gtk_widget_get_sensitive (apply)); /* nothing was taken away */
  gtk_editable_set_text (GTK_EDITABLE (entry), "using");
  g_assert_false (gtk_widget_get_sensitive (apply)); /* no beginning */
  gtk_editable_set_text (GTK_EDITABLE (entry), "house");
  g_assert_false (gtk_widget_get_sensitive (apply));
  gtk_editable_set_text (GTK_EDITABLE (entry), "hous");
  g_assert_true (gtk_widget_get_sensitive (apply));
  ui_click (apply);
  g_assert_nonnull (cs_term_list_find (cs_document_get_term_list (document), "hous"));
}

static void
test_finding_card (Ui *ui)
{
  CsDocument *document = open_pump (ui);
  GtkWidget *card;

  workspace_choose (ui, document, "no-head");
  card = ui_get (workspace_get (ui), CS_TYPE_FINDING_CARD, NULL);
  ui_act (card, "finding.never-report-term", NULL);
  ui_wait (workspace_count (document, "no-head") == 0);
  g_assert_cmpint (
      cs_term_list_find (cs_document_get_term_list (document), "gasket")->verdict, ==,
      CS_TERM_NEVER_REPORT);
}

/* --- going --- */

static void
test_go (Ui *ui)
{
  CsDocument *document = open_pump (ui);
  CsTermsView *view = show_terms (ui);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (cs_document_get_buffer (document, CS_PART_CLAIMS));
  g_autofree char *key = NULL;
  GtkTextIter start, end;
  guint at;

  choose (ui, view, "spring");
  key = dup_term (document);
  g_assert_cmpstr (key, ==, "spring");
  ui_act (view, "terms.go", NULL);
  ui_settle (GTK_WIDGET (ui->window));
  g_assert_null (ui_find (workspace_get (ui), CS_TYPE_TERMS_VIEW, NULL));
  at = workspace_find_char (document, CS_PART_CLAIMS, "spring, a lever");
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, at);

  ui_act (workspace_get (ui), "draft.next-use", NULL);
  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==,
                   workspace_find_char (document, CS_PART_CLAIMS, "spring is steel"));
  ui_act (workspace_get (ui), "draft.previous-use", NULL);
  ui_act (workspace_get (ui), "draft.previous-use", NULL); /* round to the last */
  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==,
                   workspace_find_char (document, CS_PART_CLAIMS, "spring is bent"));
}

static gboolean
is_marked (CsDocument *document, const char *words)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (cs_document_get_buffer (document, CS_PART_CLAIMS));
  g_autoptr (GSList) tags = NULL;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter,
                                      workspace_find_char (document, CS_PART_CLAIMS, words));
  tags = gtk_text_iter_get_tags (&iter);
  for (GSList *at = tags; at != NULL; at = at->next)
    {
      gboolean set;

      g_object_get (at->data, "background-set", &set, NULL);
      if (set)
        return TRUE;
    }

  return FALSE;
}

static void
test_marks (Ui *ui)
{
  CsDocument *document = open_pump (ui);
  g_autofree char *key = NULL;

  workspace_go (ui, CS_PART_CLAIMS, "lever.", FALSE);
  ui_act (workspace_get (ui), "draft.show-term", NULL);
  key = dup_term (document);
  g_assert_cmpstr (key, ==, "lever");
  ui_act (workspace_get (ui), "draft.view", "s", "text");
  ui_wait (is_marked (document, "lever and"));
  g_assert_true (is_marked (document, "lever."));
  g_assert_false (is_marked (document, "spring is steel"));
  ui_act (workspace_get (ui), "draft.unmark-term", NULL);
  ui_wait (!is_marked (document, "lever and"));
}

/* --- renaming --- */

static GtkWidget *
open_renamer (Ui *ui, CsTermsView *view, const char *old, const char *name)
{
  GtkWidget *popover;

  choose (ui, view, old);
  ui_act (view, "terms.rename", NULL);
  ui_wait ((popover = ui_find (GTK_WIDGET (view), CS_TYPE_TERM_RENAME_POPOVER, NULL)) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (ui_get (popover, GTK_TYPE_ENTRY, NULL)), name);

  return popover;
}

static void
test_rename (Ui *ui)
{
  CsDocument *document = open_pump (ui);
  CsTermsView *view = show_terms (ui);
  GtkWidget *popover;
  g_autofree char *key = NULL;

  cs_document_say_term (document, "spring", CS_TERM_IS_TERM);
  ui_wait (find_row (view, "spring")->state == CS_TERM_STATE_CONFIRMED);
  popover = open_renamer (ui, view, "spring", "elastic rod");
  g_assert_nonnull (ui_find (popover, GTK_TYPE_LABEL, "3 places: claims 3"));
  ui_click (ui_get (popover, GTK_TYPE_BUTTON, NULL));
  workspace_wait_examined (document);
  g_assert_true (workspace_has (document, CS_PART_CLAIMS, "comprising an elastic rod, a lever"));
  g_assert_true (workspace_has (document, CS_PART_CLAIMS, "the elastic rod is bent"));
  g_assert_false (workspace_has (document, CS_PART_CLAIMS, "spring"));
  ui_wait (find_row (view, "elastic rod") != NULL &&
           find_row (view, "elastic rod")->state == CS_TERM_STATE_CONFIRMED);
  key = dup_term (document);
  g_assert_cmpstr (key, ==, "elastic rod");

  /* one step; the table stays */
  ui_act (workspace_get (ui), "draft.undo", NULL);
  g_assert_true (workspace_has (document, CS_PART_CLAIMS, "comprising a spring, a lever"));
  g_assert_true (workspace_has (document, CS_PART_CLAIMS, "the spring is bent"));
  g_assert_nonnull (ui_find (workspace_get (ui), CS_TYPE_TERMS_VIEW, NULL));
  ui_act (workspace_get (ui), "draft.redo", NULL);
  g_assert_true (workspace_has (document, CS_PART_CLAIMS, "the elastic rod is bent"));
}

static void
test_rename_warns (Ui *ui)
{
  CsTermsView *view;
  GtkWidget *popover;

  open_pump (ui);
  view = show_terms (ui);
  popover = open_renamer (ui, view, "spring", "Levers");
  g_assert_nonnull (ui_find (popover, GTK_TYPE_LABEL, "Would become one with the term “lever”"));
  gtk_editable_set_text (GTK_EDITABLE (ui_get (popover, GTK_TYPE_ENTRY, NULL)), " ");
  g_assert_false (gtk_widget_get_sensitive (ui_get (popover, GTK_TYPE_BUTTON, NULL)));
  gtk_editable_set_text (GTK_EDITABLE (ui_get (popover, GTK_TYPE_ENTRY, NULL)), "spring");
  g_assert_nonnull (ui_find (popover, GTK_TYPE_LABEL, "Nothing changes"));
  g_assert_false (gtk_widget_get_sensitive (ui_get (popover, GTK_TYPE_BUTTON, NULL)));
}

/* --- cards --- */

static void
test_card (Ui *ui)
{
  GtkWidget *view;

  open_pump (ui);
  workspace_go (ui, CS_PART_CLAIMS, "lever.", FALSE);
  ui_act (workspace_get (ui), "draft.show-card", NULL);
  view = GTK_WIDGET (workspace_get_view (ui));
  ui_wait (ui_find (view, GTK_TYPE_LABEL, "Introduced in claim 1") != NULL);
  g_assert_nonnull (ui_find (view, GTK_TYPE_LABEL, "2 uses, in claims 1, 2"));

  workspace_go (ui, CS_PART_CLAIMS, "claim 1, wherein the gasket", FALSE);
  ui_act (workspace_get (ui), "draft.show-card", NULL);
  ui_wait (ui_find (view, GTK_TYPE_LABEL, "Introduces: pump, spring, lever, housing") != NULL);
}

/* --- completion --- */

/* What a provider answers for the cursor, asked as by Ctrl+Space. */
typedef struct
{
  GListModel *proposals;
  gboolean done;
} Answer;

static void
on_populated (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->proposals = gtk_source_completion_provider_populate_finish (
      GTK_SOURCE_COMPLETION_PROVIDER (source), result, NULL);
  answer->done = TRUE;
}

static GListModel *
complete (CsDocument *document, GtkTextView *view, CsTermCompletion **provider)
{
  GtkSourceCompletion *completion = gtk_source_view_get_completion (GTK_SOURCE_VIEW (view));
  g_autoptr (GtkSourceCompletionContext) context =
      g_object_new (GTK_SOURCE_TYPE_COMPLETION_CONTEXT, "completion", completion, NULL);
  Answer answer = { NULL };

  *provider = cs_term_completion_new (document);
  gtk_source_completion_provider_populate_async (GTK_SOURCE_COMPLETION_PROVIDER (*provider),
                                                 context, NULL, on_populated, &answer);
  ui_wait (answer.done);

  return answer.proposals;
}

/* Terms in scope behind "the", as typed so far; none before that was examined. */
static void
test_completion (Ui *ui)
{
  CsDocument *document = open_pump (ui);
  GtkTextView *view = workspace_get_view (ui);
  g_autoptr (CsTermCompletion) early = NULL;
  g_autoptr (CsTermCompletion) provider = NULL;
  g_autoptr (CsTermCompletion) second = NULL;
  g_autoptr (GListModel) all = NULL;
  g_autoptr (GListModel) some = NULL;

  workspace_go (ui, CS_PART_CLAIMS, "is bent by the lever", TRUE);
  workspace_type (ui, ", and the ");
  g_assert_true (cs_document_is_stale (document));
  all = complete (document, view, &early);
  g_assert_null (all);
  workspace_wait_examined (document);
  all = complete (document, view, &provider);
  g_assert_nonnull (all);
  g_assert_cmpuint (g_list_model_get_n_items (all), ==, 4);

  workspace_type (ui, "Ho");
  workspace_wait_examined (document);
  some = complete (document, view, &second);
  g_assert_cmpuint (g_list_model_get_n_items (some), ==, 1);
  gtk_source_completion_hide (gtk_source_view_get_completion (GTK_SOURCE_VIEW (view)));
}

static void
test_asked (Ui *ui)
{
  static const struct
  {
    const char *text;
    gboolean asked;
  } rows[] = {
    { "其中，所述", TRUE },
    { "其中，所述的", TRUE },
    { "该", TRUE },
    { "所", FALSE },
    { "wherein the ", TRUE },
    { "The ", TRUE },
    { "said ", TRUE },
    { "the", FALSE },
    { "bathe ", FALSE },
    { "a ", FALSE },
    { "", FALSE },
  };
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkTextIter end;

      gtk_text_buffer_set_text (buffer, rows[i].text, -1);
      gtk_text_buffer_get_end_iter (buffer, &end);
      g_assert_cmpint (cs_term_completion_is_asked (&end), ==, rows[i].asked);
    }
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ui_add ("/ui/terms/table", NULL, test_table);
  ui_add ("/ui/terms/empty", NULL, test_empty);
  ui_add ("/ui/terms/search", NULL, test_search);
  ui_add ("/ui/terms/stale", NULL, test_stale);
  ui_add ("/ui/terms/say", NULL, test_say);
  ui_add ("/ui/terms/ends-here", NULL, test_ends_here);
  ui_add ("/ui/terms/finding-card", NULL, test_finding_card);
  ui_add ("/ui/terms/go", NULL, test_go);
  ui_add ("/ui/terms/marks", NULL, test_marks);
  ui_add ("/ui/terms/rename", NULL, test_rename);
  ui_add ("/ui/terms/rename-warns", NULL, test_rename_warns);
  ui_add ("/ui/terms/card", NULL, test_card);
  ui_add ("/ui/terms/completion", NULL, test_completion);
  ui_add ("/ui/terms/asked", NULL, test_asked);

  return g_test_run ();
}
