#include <string.h>

#include "../../src/app/manual/cs-manual-window.h"
#include "../../src/app/preexam/cs-pre-answer-form.h"
#include "../../src/app/preexam/cs-pre-row.h"
#include "../../src/app/preexam/cs-pre-sign.h"
#include "../../src/app/preexam/cs-preexam-page.h"
#include "../../src/app/preexam/cs-signs-window.h"
#include "workspace.h"

/* The page of a pre-examination: run, answer, sign; and what a change of the text does to it. */

static gboolean
is_running (CsPreExamination *exam)
{
  gboolean running;

  g_object_get (exam, "running", &running, NULL);

  return running;
}

static gboolean
has_result (CsPreExamination *exam)
{
  g_autoptr (CsExamResult) result = NULL;

  g_object_get (exam, "result", &result, NULL);

  return result != NULL;
}

static guint
count_unanswered (CsPreExamination *exam)
{
  guint n;

  g_object_get (exam, "n-unanswered", &n, NULL);

  return n;
}

static gboolean
is_signed (CsPreExamination *exam, const char *role)
{
  g_autoptr (CsSignature) signature = NULL;

  g_object_get (exam, role, &signature, NULL);

  return signature != NULL;
}

/* Opens the page over the open draft; it examines at once. */
static CsPreexamPage *
pre_examine (Ui *ui)
{
  GtkWidget *page;
  CsPreExamination *exam;

  ui_act (workspace_get (ui), "draft.pre-examine", NULL);
  ui_wait ((page = ui_find (GTK_WIDGET (ui->window), CS_TYPE_PREEXAM_PAGE, NULL)) != NULL);
  exam = cs_preexam_page_get_exam (CS_PREEXAM_PAGE (page));
  g_object_set (exam, "author", "Ada", NULL);
  ui_wait (has_result (exam) && !is_running (exam));
  ui_settle (page);

  return CS_PREEXAM_PAGE (page);
}

/* The form that has the focus. */
static GtkWidget *
get_form (Ui *ui)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (ui->window));

  return focus == NULL ? NULL : gtk_widget_get_ancestor (focus, CS_TYPE_PRE_ANSWER_FORM);
}

/* The last thing in the form. */
static GtkWidget *
get_save (GtkWidget *form)
{
  GtkWidget *line = gtk_widget_get_last_child (gtk_widget_get_first_child (form));

  return gtk_widget_get_last_child (line);
}

static void
answer (GtkWidget *form, const char *words)
{
  GtkWidget *view = ui_get (form, GTK_TYPE_TEXT_VIEW, NULL);
  GtkWidget *yes = gtk_widget_get_first_child (
      gtk_widget_get_parent (ui_get (form, GTK_TYPE_TOGGLE_BUTTON, NULL)));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), words, -1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (yes), TRUE);
}

/* Answers the first question by hand; the others come up by themselves. */
static void
answer_all (Ui *ui, CsPreexamPage *page)
{
  CsPreExamination *exam = cs_preexam_page_get_exam (page);
  GtkWidget *row = ui_get (GTK_WIDGET (page), CS_TYPE_PRE_ROW, NULL);
  guint n = count_unanswered (exam);

  g_assert_cmpuint (n, >, 1);
  cs_pre_row_ask (CS_PRE_ROW (row));
  while (n > 0)
    {
      GtkWidget *form;

      ui_wait ((form = get_form (ui)) != NULL);
      ui_settle (GTK_WIDGET (page));
      answer (form, "seen");
      ui_click (get_save (form));
      n--;
      ui_wait (count_unanswered (exam) == n);
      ui_wait (n == 0 || (get_form (ui) != NULL && get_form (ui) != form));
    }
  ui_settle (GTK_WIDGET (page));
}

static void
respond (GtkWidget *dialog, const char *response)
{
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* @may: whether somebody of that name may sign now */
static void
sign (CsPreexamPage *page, const char *name, gboolean may)
{
  GtkWidget *dialog;
  GtkWidget *row;

  ui_act (page, "preexam.sign", NULL);
  ui_wait ((dialog = ui_find_window (ADW_TYPE_MESSAGE_DIALOG)) != NULL);
  ui_wait ((row = ui_find (dialog, ADW_TYPE_ENTRY_ROW, NULL)) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (row), name);
  g_assert_cmpint (
      adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "sign"), ==, may);
  respond (dialog, may ? "sign" : "cancel");
}

static void
leave (Ui *ui, CsPreexamPage *page)
{
  ui_act (page, "preexam.leave", NULL);
  ui_wait (ui_find (GTK_WIDGET (ui->window), CS_TYPE_WORKSPACE, NULL) != NULL);
}

static void
test_one_after_the_other (Ui *ui)
{
  CsPreexamPage *page;
  CsPreExamination *exam;

  workspace_open_sample (ui, "sample-cn.txt");
  page = pre_examine (ui);
  exam = cs_preexam_page_get_exam (page);
  g_assert_false (cs_pre_sign_can (exam, CS_SIGNATURE_SELF_CHECK));

  answer_all (ui, page);
  g_assert_cmpuint (cs_pre_examination_count (exam, CS_ITEM_MANUAL), ==, 0);
  g_assert_true (cs_pre_sign_can (exam, CS_SIGNATURE_SELF_CHECK));
  g_assert_false (cs_pre_sign_can (exam, CS_SIGNATURE_SECOND_PERSON));
  leave (ui, page);
}

static void
test_two_people (Ui *ui)
{
  CsDocument *document = workspace_open_sample (ui, "sample-cn.txt");
  CsPreexamPage *page = pre_examine (ui);
  CsPreExamination *exam = cs_preexam_page_get_exam (page);

  answer_all (ui, page);
  sign (page, "Ada", TRUE);
  ui_wait (is_signed (exam, "self-check"));
  sign (page, "ADA ", FALSE);
  ui_settle (GTK_WIDGET (page));
  g_assert_false (is_signed (exam, "second-person"));
  sign (page, "Grace", TRUE);
  ui_wait (is_signed (exam, "second-person"));
  g_assert_false (cs_pre_sign_can (exam, CS_SIGNATURE_SECOND_PERSON));
  leave (ui, page);

  /* a word more, and nobody stands by it any longer */
  workspace_go (ui, CS_PART_CLAIMS, "1.", TRUE);
  workspace_type (ui, " ");
  workspace_wait_saved (document);
  page = pre_examine (ui);
  exam = cs_preexam_page_get_exam (page);
  g_assert_false (is_signed (exam, "self-check"));
  g_assert_nonnull (ui_find (GTK_WIDGET (page), GTK_TYPE_INFO_BAR, NULL));
  leave (ui, page);
}

/* What was typed is not lost by leaving. */
static void
test_unsaved (Ui *ui)
{
  CsPreexamPage *page;
  GtkWidget *dialog;
  GtkWidget *form;

  workspace_open_sample (ui, "sample-cn.txt");
  page = pre_examine (ui);
  cs_pre_row_ask (CS_PRE_ROW (ui_get (GTK_WIDGET (page), CS_TYPE_PRE_ROW, NULL)));
  ui_wait ((form = get_form (ui)) != NULL);
  ui_settle (GTK_WIDGET (page));
  answer (form, "half a sent");

  ui_act (page, "preexam.leave", NULL);
  ui_wait ((dialog = ui_find_window (ADW_TYPE_MESSAGE_DIALOG)) != NULL);
  respond (dialog, "cancel");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (page)));

  ui_act (page, "preexam.leave", NULL);
  ui_wait ((dialog = ui_find_window (ADW_TYPE_MESSAGE_DIALOG)) != NULL);
  respond (dialog, "discard");
  ui_wait (ui_find (GTK_WIDGET (ui->window), CS_TYPE_WORKSPACE, NULL) != NULL);
}

/* --- signs in the figures --- */

/* Gives matter @data two figures whose pictures are not there. */
static gpointer
add_figures (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  static const char *const labels[] = { "图1", "图2" };
  const gint64 *id = data;
  g_autoptr (CsMatter) matter = cs_draft_store_load (store, *id, error);
  g_autoptr (GArray) figures = cs_figures_new ();
  g_autoptr (CsDraft) draft = NULL;
  CsMatterSave save = { .id = *id };
  guint64 revision;

  g_assert_nonnull (matter);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      CsFigure figure = { .label = g_strdup (labels[i]) };

      g_array_append_val (figures, figure);
    }
  draft = cs_draft_new_with_figures (matter->draft, figures);
  save.draft = draft;
  save.offices = matter->info->offices;
  save.revision = matter->info->revision;
  cs_draft_store_save (store, &save, &revision, error);

  return NULL;
}

static CsDocument *
open_with_figures (Ui *ui)
{
  gint64 matter;
  CsDocument *document;

  workspace_open_sample (ui, "sample-cn.txt");
  matter = workspace_leave (ui);
  ui_run (ui, add_figures, &matter);
  cs_window_open (ui->window, matter);
  ui_wait (ui_find (GTK_WIDGET (ui->window), CS_TYPE_WORKSPACE, NULL) != NULL);
  document = workspace_get_document (ui);
  workspace_wait_examined (document);

  return document;
}

static void
test_signs (Ui *ui)
{
  CsDocument *document = open_with_figures (ui);
  GtkWidget *window;
  const CsFigure *figure;

  g_assert_cmpuint (cs_document_get_draft (document)->figures->len, ==, 2);
  ui_act (ui->window, "win.tick-signs", NULL);
  ui_wait ((window = ui_find_window (CS_TYPE_SIGNS_WINDOW)) != NULL);
  ui_settle (window);
  ui_shoot (GTK_WINDOW (window), "signs", 0, 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_get (window, GTK_TYPE_TOGGLE_BUTTON, NULL)),
                                TRUE);
  gtk_editable_set_text (GTK_EDITABLE (ui_get (window, GTK_TYPE_ENTRY, NULL)), "99， 1 99");
  ui_click (ui_get (window, GTK_TYPE_BUTTON, "_Save, next figure"));
  ui_wait (gtk_widget_is_sensitive (ui_get (window, GTK_TYPE_BUTTON, "_Save, next figure")));
  ui_click (ui_get (window, GTK_TYPE_BUTTON, "_Save, next figure"));
  ui_wait (ui_find_window (CS_TYPE_SIGNS_WINDOW) == NULL);

  /* the second has none, which is an answer too */
  ui_wait (cs_figures_are_ticked (cs_document_get_draft (document)->figures));
  figure = &g_array_index (cs_document_get_draft (document)->figures, CsFigure, 0);
  g_assert_cmpstr (figure->signs[0], ==, "1");
  g_assert_cmpstr (figure->signs[1], ==, "99");
  g_assert_null (figure->signs[2]);
  workspace_wait_examined (document);
}

/* --- the rule manual --- */

static void
test_manual (Ui *ui)
{
  GtkWidget *window;
  GtkWidget *search;

  cs_manual_window_present (GTK_WINDOW (ui->window), NULL);
  ui_wait ((window = ui_find_window (CS_TYPE_MANUAL_WINDOW)) != NULL);
  ui_wait (ui_find (window, GTK_TYPE_LIST_VIEW, NULL) != NULL);
  search = ui_get (window, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "CN-CLM-013");
  ui_wait (ui_find (window, ADW_TYPE_WINDOW_TITLE, NULL) != NULL &&
           ui_find (window, GTK_TYPE_LABEL, "What a person answers") != NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "nothing like that");
  ui_wait (ui_find (window, GTK_TYPE_LIST_VIEW, NULL) == NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- what was answered counts while the draft is written --- */

static void
test_live (Ui *ui)
{
  CsDocument *document = workspace_open_sample (ui, "sample-cn.txt");
  CsPreexamPage *page;

  g_assert_cmpuint (cs_document_get_view (document)->n_manual, >, 0);
  page = pre_examine (ui);
  answer_all (ui, page);
  leave (ui, page);
  ui_wait (cs_document_get_view (document)->n_manual == 0);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ui_add ("/preexam/one-after-the-other", NULL, test_one_after_the_other);
  ui_add ("/preexam/two-people", NULL, test_two_people);
  ui_add ("/preexam/unsaved", NULL, test_unsaved);
  ui_add ("/preexam/live", NULL, test_live);
  ui_add ("/preexam/signs", NULL, test_signs);
  ui_add ("/preexam/manual", NULL, test_manual);

  return g_test_run ();
}
