/* Prior art near a claim, beside the draft: what is listed, how one gets to a family and back, that
 * a search is asked for and never comes by itself. */

#include "near.h"

#include <string.h>

#include "../../src/app/family/cs-family-page.h"
#include "../../src/app/workspace/cs-findings-pane.h"

static GtkWidget *
find_visible (Ui *ui, GType type, const char *text)
{
  return ui_find (workspace_get (ui), type, text);
}

static char *
dup_limit (CsNearPane *pane)
{
  g_autoptr (CsNearAnswer) answer = NULL;

  g_object_get (cs_near_pane_get_list (pane), "answer", &answer, NULL);

  return answer == NULL ? NULL : cs_office_date_dup_text (answer->before);
}

static void
assert_spans (const CsNearRow *row, const char *word)
{
  gboolean found = FALSE;

  g_assert_nonnull (row->spans);
  for (guint i = 0; i < row->spans->len; i++)
    {
      const CsHitSpan *span = &g_array_index (row->spans, CsHitSpan, i);

      g_assert_cmpuint (span->end_byte, <=, strlen (row->text));
      found |= span->end_byte - span->start_byte == strlen (word) &&
               strncmp (row->text + span->start_byte, word, strlen (word)) == 0;
    }
  g_assert_true (found);
}

/* --- tests --- */

static void
test_answer (Ui *ui)
{
  CsNearPane *pane;
  CsNearRow *row;

  near_open (ui);
  pane = near_find (ui);
  g_assert_nonnull (find_visible (ui, GTK_TYPE_LABEL, "Prior art near claim 2"));
  g_assert_null (find_visible (ui, CS_TYPE_FINDINGS_PANE, NULL));

  row = near_find_row (pane, CS_NEAR_ROW_HEADING, "Nothing in the library has this");
  g_assert_nonnull (row);
  row = near_find_row (pane, CS_NEAR_ROW_FEATURE, "quartz chronograph");
  g_assert_cmpint (g_array_index (row->states, CsNearState, 0), ==, CS_NEAR_NOTHING);
  g_assert_cmpstr (row->note, ==, "from claim 1");

  row = near_find_row (pane, CS_NEAR_ROW_FAMILY, NULL);
  g_assert_cmpstr (row->title, ==, "Fluid metering device with displacement-sensing diaphragm");
  g_assert_cmpuint (row->states->len, ==, 5);
  row = near_find_row (pane, CS_NEAR_ROW_FEATURE, "clamped");
  g_assert_null (row->note == NULL ? NULL : strstr (row->note, "from claim"));
  assert_spans (row, "clamped");
}

/* Into a family, to its claims, and back by Esc: to the families, to the findings. */
static void
test_family (Ui *ui)
{
  CsNearPane *pane;
  CsNearRow *row;

  near_open (ui);
  pane = near_find (ui);
  near_activate (pane, near_find_row (pane, CS_NEAR_ROW_FAMILY, "Disposable"));
  ui_wait (near_find_row (pane, CS_NEAR_ROW_CLAIM, NULL) != NULL);
  row = near_find_row (pane, CS_NEAR_ROW_CLAIM, NULL);
  assert_spans (row, "cartridge");
  g_assert_nonnull (near_find_row (pane, CS_NEAR_ROW_HEADING, "Claims of EP"));
  row = near_find_row (pane, CS_NEAR_ROW_FEATURE, "quartz");
  g_assert_cmpstr (row->text, ==, "Nothing in this family has it");

  ui_act (pane, "near.back", NULL);
  g_assert_nonnull (near_find_row (pane, CS_NEAR_ROW_FAMILY, NULL));
  ui_act (pane, "near.back", NULL);
  ui_settle (GTK_WIDGET (ui->window));
  g_assert_nonnull (find_visible (ui, CS_TYPE_FINDINGS_PANE, NULL));
  g_assert_null (find_visible (ui, CS_TYPE_NEAR_PANE, NULL));
}

static GtkWidget *
find_family_page (Ui *ui)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      GtkWidget *page = ui_find (window, CS_TYPE_FAMILY_PAGE, NULL);

      if (window != GTK_WIDGET (ui->window) && page != NULL)
        return page;
    }

  return NULL;
}

/* The family comes in a window of its own: the draft stays beside it. */
static void
test_open (Ui *ui)
{
  CsNearPane *pane;
  GtkWidget *page;

  near_open (ui);
  pane = near_find (ui);
  near_activate (pane, near_find_row (pane, CS_NEAR_ROW_FAMILY, NULL));
  ui_click (ui_get (GTK_WIDGET (pane), GTK_TYPE_BUTTON, "_Open the family"));
  ui_wait ((page = find_family_page (ui)) != NULL);
  ui_wait (ui_find (page, GTK_TYPE_LABEL,
                    "Fluid metering device with displacement-sensing diaphragm") != NULL);
  g_assert_nonnull (find_visible (ui, CS_TYPE_NEAR_PANE, NULL));
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (page)));
}

/* Enter on a feature shows it in the claim; in a claim that has changed, nothing else. */
static void
test_feature (Ui *ui)
{
  CsDocument *document = near_open (ui);
  CsNearPane *pane = near_find (ui);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (workspace_get_view (ui));
  GtkTextIter start, end;
  g_autofree char *selected = NULL;

  near_activate (pane, near_find_row (pane, CS_NEAR_ROW_FEATURE, "quartz"));
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  selected = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_cmpstr (selected, ==, "a quartz chronograph");

  workspace_go (ui, CS_PART_CLAIMS, "A metering", FALSE);
  workspace_type (ui, "Well, ");
  workspace_wait_examined (document);
  g_assert_nonnull (
      find_visible (ui, GTK_TYPE_LABEL, "The draft has changed since this search"));
  near_activate (pane, near_find_row (pane, CS_NEAR_ROW_FEATURE, "quartz"));
  g_assert_false (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
}

/* The claim at the cursor; without one in the description, the last one again. */
static void
test_again (Ui *ui)
{
  CsNearPane *pane;

  near_open (ui);
  pane = near_find (ui);
  workspace_go (ui, CS_PART_CLAIMS, "quartz", FALSE);
  g_assert_nonnull (find_visible (ui, GTK_TYPE_LABEL, "Prior art near claim 2"));
  near_find (ui);
  g_assert_nonnull (find_visible (ui, GTK_TYPE_LABEL, "Prior art near claim 1"));
  g_assert_null (near_find_row (pane, CS_NEAR_ROW_FEATURE, "clamped"));

  ui_act (workspace_get (ui), "draft.part", "s", "title");
  near_find (ui);
  g_assert_cmpuint (cs_near_pane_get_claim (pane), ==, 0);
}

static void
test_stop (Ui *ui)
{
  CsNearPane *pane;
  guint n_rows;
  gboolean searching;

  near_open (ui);
  pane = near_find (ui);
  n_rows = g_list_model_get_n_items (near_get_rows (pane));
  ui_act (workspace_get (ui), "draft.find-near", NULL);
  ui_act (pane, "near.stop", NULL);
  g_object_get (cs_near_pane_get_list (pane), "searching", &searching, NULL);
  g_assert_false (searching);
  ui_settle (GTK_WIDGET (ui->window));
  g_assert_cmpuint (g_list_model_get_n_items (near_get_rows (pane)), ==, n_rows);
}

static void
test_limit (Ui *ui)
{
  CsDocument *document = near_open (ui);
  CsRequest *request = cs_request_dup (cs_document_get_request (document));
  CsNearPane *pane;
  GtkWidget *check;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_free (request->filing_date);
  request->filing_date = g_strdup ("20210301");
  cs_document_set_request (document, request);
  pane = near_find (ui);
  before = dup_limit (pane);
  g_assert_cmpstr (before, ==, "2021-03-01");
  g_assert_null (near_find_row (pane, CS_NEAR_ROW_FAMILY, "Disposable"));

  check = ui_get (GTK_WIDGET (pane), GTK_TYPE_CHECK_BUTTON, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  near_wait (pane);
  after = dup_limit (pane);
  g_assert_cmpstr (after, ==, "");
  g_assert_nonnull (near_find_row (pane, CS_NEAR_ROW_FAMILY, "Disposable"));
}

static void
test_empty (Ui *ui)
{
  near_open (ui);
  near_find (ui);
  g_assert_nonnull (find_visible (ui, GTK_TYPE_LABEL, "The library is empty"));
}

/* The key of the findings brings them back; it hides them when they are there. */
static void
test_findings (Ui *ui)
{
  near_open (ui);
  near_find (ui);
  ui_act (workspace_get (ui), "draft.findings", NULL);
  ui_settle (GTK_WIDGET (ui->window));
  g_assert_nonnull (find_visible (ui, CS_TYPE_FINDINGS_PANE, NULL));
}

/* A page that goes while it searches. */
static void
test_leave (Ui *ui)
{
  near_open (ui);
  ui_act (workspace_get (ui), "draft.find-near", NULL);
  workspace_leave (ui);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ui_add ("/near/answer", families_fill, test_answer);
  ui_add ("/near/family", families_fill, test_family);
  ui_add ("/near/open", families_fill, test_open);
  ui_add ("/near/feature", families_fill, test_feature);
  ui_add ("/near/again", families_fill, test_again);
  ui_add ("/near/stop", families_fill, test_stop);
  ui_add ("/near/limit", families_fill, test_limit);
  ui_add ("/near/empty", NULL, test_empty);
  ui_add ("/near/findings", families_fill, test_findings);
  ui_add ("/near/leave", families_fill, test_leave);

  return g_test_run ();
}
