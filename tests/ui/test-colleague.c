#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../src/app/cs-settings.h"
#include "../../src/app/exchange/cs-attachment-window.h"
#include "../../src/app/exchange/cs-confirm-window.h"
#include "../../src/app/exchange/cs-merge-window.h"
#include "../../src/app/workspace/cs-workspace-actions.h"
#include "../../src/store/cs-attachment-store.h"
#include "../../src/store/cs-review-store.h"
#include "exchange.h"

/* A second person confirms a text; files lie with a matter. */

#define DRAFT                                     \
  "Claims\n"                                      \
  "1. A pump comprising a housing and a valve.\n" \
  "2. The pump of claim 1, wherein the housing is made of steel.\n"

static gboolean
has_label (GtkWidget *root, const char *words)
{
  if (!gtk_widget_get_mapped (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), words) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_label (child, words))
      return TRUE;

  return FALSE;
}

/* --- who wrote --- */

static gpointer
get_author (CsDraftStore *store, gpointer matter, GCancellable *cancellable, GError **error)
{
  return cs_draft_store_get_author (store, *(gint64 *)matter, error);
}

static char *
dup_author (Ui *ui)
{
  gint64 matter = cs_window_get_matter (ui->window);

  return ui_run (ui, get_author, &matter);
}

static void
set_name (const char *name)
{
  g_object_set (cs_settings_get_default (), "author", name, NULL);
}

static void
test_author (Ui *ui)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  CsDocument *document;

  set_name ("Attorney A");
  document = workspace_open_text (ui, DRAFT);
  workspace_wait_saved (document);
  before = dup_author (ui);
  g_assert_cmpstr (before, ==, ""); /* who looks at a draft did not write it */

  workspace_select (ui, CS_PART_CLAIMS, "steel");
  workspace_type (ui, "iron");
  workspace_wait_saved (document);
  after = dup_author (ui);
  g_assert_cmpstr (after, ==, "Attorney A");
}

/* --- confirming --- */

static GtkWidget *
open_confirm (Ui *ui)
{
  GtkWidget *window;

  ui_act (workspace_get (ui), "draft.confirm", NULL);
  ui_wait ((window = ui_find_window (CS_TYPE_CONFIRM_WINDOW)) != NULL);
  ui_settle (window);

  return window;
}

static GtkEditable *
get_entry (GtkWidget *window, const char *title)
{
  return GTK_EDITABLE (ui_get (window, ADW_TYPE_ENTRY_ROW, title));
}

static void
write_a_word (Ui *ui)
{
  CsDocument *document = workspace_open_text (ui, DRAFT);

  workspace_select (ui, CS_PART_CLAIMS, "steel");
  workspace_type (ui, "iron");
  workspace_wait_examined (document);
  workspace_wait_saved (document);
}

static void
test_confirm (Ui *ui)
{
  CsDocument *document;
  GtkWidget *window;

  set_name ("Attorney A");
  write_a_word (ui);
  document = workspace_get_document (ui);
  window = open_confirm (ui);
  ui_wait (has_label (window, "Attorney A"));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (window, _ ("Your name"))), ==, "");

  gtk_editable_set_text (get_entry (window, _ ("Your name")), "Attorney B");
  gtk_editable_set_text (get_entry (window, _ ("Remark (optional)")), "read twice");
  ui_act (window, "confirm.confirm", NULL);
  ui_wait (ui_find_window (CS_TYPE_CONFIRM_WINDOW) == NULL);
  ui_wait (has_label (workspace_get (ui), "Confirmed by Attorney B, "));

  workspace_select (ui, CS_PART_CLAIMS, "iron");
  workspace_type (ui, "brass");
  ui_wait (has_label (workspace_get (ui), "Text changed since Attorney B confirmed it"));
  while (!workspace_has (document, CS_PART_CLAIMS, "iron"))
    cs_document_undo (document);
  ui_wait (has_label (workspace_get (ui), "Confirmed by Attorney B, "));

  window = open_confirm (ui);
  ui_wait (has_label (window, "read twice"));
  gtk_window_close (GTK_WINDOW (window));
  workspace_wait_saved (document);
}

/* Width, case and spaces do not make another person. */
static void
test_confirm_own (Ui *ui)
{
  GtkWidget *window;

  set_name ("Attorney A");
  write_a_word (ui);
  window = open_confirm (ui);
  gtk_editable_set_text (get_entry (window, _ ("Your name")), "attorney a ");
  ui_act (window, "confirm.confirm", NULL);
  ui_wait (has_label (window, "a second person must confirm it"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (get_entry (window, _ ("Your name"))),
                                           "error"));
  gtk_editable_set_text (get_entry (window, _ ("Your name")), "  ");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (get_entry (window, _ ("Your name"))),
                                            "error"));
  g_assert_false (
      gtk_widget_get_sensitive (exchange_find_button (window, _ ("Con_firm")))); /* no name */
  gtk_window_close (GTK_WINDOW (window));
  g_assert_false (has_label (workspace_get (ui), "Confirmed by"));
}

/* What is confirmed is in the store first. */
static void
test_confirm_unsaved (Ui *ui)
{
  GtkWidget *window;

  set_name ("Attorney A");
  write_a_word (ui);
  workspace_select (ui, CS_PART_CLAIMS, "iron");
  workspace_type (ui, "brass");
  workspace_wait_examined (workspace_get_document (ui));
  window = open_confirm (ui);
  gtk_editable_set_text (get_entry (window, _ ("Your name")), "Attorney B");
  ui_act (window, "confirm.confirm", NULL);
  ui_wait (ui_find_window (CS_TYPE_CONFIRM_WINDOW) == NULL);
  ui_wait (has_label (workspace_get (ui), "Confirmed by Attorney B, "));
}

static void
test_confirm_failed (Ui *ui)
{
  GtkWidget *window;

  set_name ("Attorney A");
  write_a_word (ui);
  window = open_confirm (ui);
  gtk_editable_set_text (get_entry (window, _ ("Your name")), "Attorney B");
  workspace_refuse_writes (ui, TRUE);
  ui_act (window, "confirm.confirm", NULL);
  ui_wait (gtk_info_bar_get_revealed (
      GTK_INFO_BAR (gtk_widget_get_template_child (window, CS_TYPE_CONFIRM_WINDOW, "trouble"))));
  workspace_refuse_writes (ui, FALSE);
  ui_act (window, "confirm.confirm", NULL); /* once more */
  ui_wait (ui_find_window (CS_TYPE_CONFIRM_WINDOW) == NULL);
}

/* --- attachments --- */

static GtkWidget *
open_attachments (Ui *ui, const char *path)
{
  const char *const paths[] = { path, NULL };
  GtkWidget *window;

  if (path == NULL)
    ui_act (workspace_get (ui), "draft.attachments", NULL);
  else
    ui_act (workspace_get (ui), "draft.take-files", "^as", paths);
  ui_wait ((window = ui_find_window (CS_TYPE_ATTACHMENT_WINDOW)) != NULL);
  ui_settle (window);

  return window;
}

static char *
write_file (Ui *ui, const char *name, const char *content)
{
  char *path = g_build_filename (ui->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));

  return path;
}

static gpointer
list_found (CsDraftStore *store, gpointer words, GCancellable *cancellable, GError **error)
{
  const CsMatterQuery query = { .words = words };

  return cs_draft_store_list (store, &query, error);
}

static guint
count_found (Ui *ui, const char *words)
{
  g_autoptr (GPtrArray) found = ui_run (ui, list_found, (gpointer)words);

  return found->len;
}

/* It is in the list, and the search over all drafts finds its words. */
static void
test_attach (Ui *ui)
{
  g_autofree char *path = write_file (ui, "report.txt", "A gearbox is known from D1.\n");
  const char *const paths[] = { path, NULL };
  GtkWidget *window;
  GtkEditable *entry;

  workspace_open_text (ui, DRAFT);
  g_assert_cmpuint (count_found (ui, "gearbox"), ==, 0);
  window = open_attachments (ui, NULL);
  ui_wait (has_label (window, _ ("No attachments")));
  cs_attachment_window_add (CS_ATTACHMENT_WINDOW (window), paths);
  ui_wait (ui_find (window, GTK_TYPE_LABEL, "report.txt") != NULL);
  g_assert_cmpuint (count_found (ui, "gearbox"), ==, 1);

  ui_wait (ui_find (window, GTK_TYPE_SEARCH_ENTRY, NULL) != NULL);
  entry = GTK_EDITABLE (ui_get (window, GTK_TYPE_SEARCH_ENTRY, NULL));
  gtk_editable_set_text (entry, "GEARBOX");
  ui_wait (has_label (window, "1"));

  cs_attachment_window_add (CS_ATTACHMENT_WINDOW (window), paths);
  ui_wait (has_label (window, _ ("it is among the attachments already")));
  gtk_window_close (GTK_WINDOW (window));
  window = open_attachments (ui, NULL);
  ui_wait (ui_find (window, GTK_TYPE_LABEL, "report.txt") != NULL);
  gtk_window_close (GTK_WINDOW (window));
}

/* A PDF on an open draft is attached; one that cannot be read is kept all the same. */
static void
test_dropped_pdf (Ui *ui)
{
  g_autofree char *path = write_file (ui, "scan.pdf", "%PDF-1.4\nbroken");
  GtkWidget *window;

  workspace_open_text (ui, DRAFT);
  window = open_attachments (ui, path);
  ui_wait (has_label (window, "“scan.pdf” is attached, but: "));
  ui_wait (has_label (window, _ ("No text to show")));
  gtk_window_close (GTK_WINDOW (window));
}

static void
test_missing_file (Ui *ui)
{
  g_autofree char *path = g_build_filename (ui->folder, "none.pdf", NULL);
  GtkWidget *window;

  workspace_open_text (ui, DRAFT);
  window = open_attachments (ui, path);
  ui_wait (has_label (window, "none.pdf: "));
  g_assert_true (has_label (window, _ ("No attachments")));
  gtk_window_close (GTK_WINDOW (window));
}

static gboolean
has_undo (GtkWidget *window)
{
  return exchange_find_button (window, _ ("_Undo")) != NULL;
}

static void
test_detach (Ui *ui)
{
  g_autofree char *path = write_file (ui, "report.txt", "A gearbox is known from D1.\n");
  g_autofree char *out = g_build_filename (ui->folder, "out.txt", NULL);
  g_autofree char *content = NULL;
  const char *const paths[] = { path, NULL };
  GtkWidget *window;

  workspace_open_text (ui, DRAFT);
  window = open_attachments (ui, NULL);
  cs_attachment_window_add (CS_ATTACHMENT_WINDOW (window), paths);
  ui_wait (ui_find (window, GTK_TYPE_LABEL, "report.txt") != NULL);
  ui_act (window, "attachments.remove", NULL);
  ui_wait (has_undo (window));
  g_assert_true (has_label (window, _ ("No attachments")));
  g_assert_cmpuint (count_found (ui, "gearbox"), ==, 0);

  ui_click (exchange_find_button (window, _ ("_Undo")));
  ui_wait (ui_find (window, GTK_TYPE_LABEL, "report.txt") != NULL);
  g_assert_cmpuint (count_found (ui, "gearbox"), ==, 1);

  cs_attachment_window_save (CS_ATTACHMENT_WINDOW (window), out);
  ui_wait (has_label (window, _ ("The file is saved")));
  g_assert_true (g_file_get_contents (out, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "A gearbox is known from D1.\n");
  gtk_window_close (GTK_WINDOW (window));
}

/* --- a matter comes back --- */

#define ODD                                       \
  "Claims\n"                                      \
  "1. A pump comprising a housing and a valve.\n" \
  "2. The pump of claim 1, wherein the rotor is made of steel.\n"

/* A file in which a finding is accepted, and here it is waived; both texts have changed. */
static void
part_ways (Ui *ui, const char *copy)
{
  CsDocument *document = workspace_open_text (ui, ODD);
  CsDecision *theirs;

  cs_document_decide (document, workspace_find_entry (document, "no-head"), CS_DECISION_ACCEPTED,
                      "they will mend it", FALSE);
  workspace_select (ui, CS_PART_CLAIMS, "steel");
  workspace_type (ui, "iron");
  workspace_wait_examined (document);
  workspace_wait_saved (document);
  cs_workspace_copy_to (CS_WORKSPACE (workspace_get (ui)), copy);
  ui_wait (ui_find (workspace_get (ui), GTK_TYPE_LABEL, _ ("The copy is saved")) != NULL);

  theirs = cs_document_get_decisions (document)->pdata[0];
  cs_document_revoke (document, theirs);
  workspace_wait_examined (document);
  cs_document_decide (document, workspace_find_entry (document, "no-head"), CS_DECISION_WAIVED,
                      "we agreed", FALSE);
  workspace_select (ui, CS_PART_CLAIMS, "iron");
  workspace_type (ui, "brass");
  workspace_wait_examined (document);
  workspace_wait_saved (document);
}

static GtkWidget *
wait_for_merge (void)
{
  GtkWidget *window;

  ui_wait ((window = ui_find_window (CS_TYPE_MERGE_WINDOW)) != NULL);
  ui_settle (window);

  return window;
}

static GtkWidget *
import_copy (Ui *ui, const char *copy)
{
  const char *const paths[] = { copy, NULL };

  ui_act (ui->window, "win.import-paths", "^as", paths);

  return wait_for_merge ();
}

static gboolean
has_decision (CsDocument *document, CsDecisionKind kind, const char *reason)
{
  GPtrArray *decisions = cs_document_get_decisions (document);

  for (guint i = 0; i < decisions->len; i++)
    {
      const CsDecision *decision = decisions->pdata[i];

      if (decision->kind == kind && strcmp (decision->reason, reason) == 0)
        return TRUE;
    }

  return FALSE;
}

static CsDocument *
wait_for_document (Ui *ui)
{
  ui_wait (ui_find_window (CS_TYPE_MERGE_WINDOW) == NULL);
  ui_wait (ui_find (GTK_WIDGET (ui->window), CS_TYPE_WORKSPACE, NULL) != NULL);
  workspace_wait_examined (workspace_get_document (ui));

  return workspace_get_document (ui);
}

/* Both decisions stay, and the one that was chosen counts. */
static void
test_merge_conflict (Ui *ui)
{
  g_autofree char *copy = g_build_filename (ui->folder, "copy.csmatter", NULL);
  CsDocument *document;
  GtkWidget *window;

  part_ways (ui, copy);
  workspace_leave (ui);
  window = import_copy (ui, copy);
  g_assert_true (has_label (window, _ ("Both texts have changed")));
  g_assert_true (has_label (window, "we agreed"));
  g_assert_true (has_label (window, "they will mend it"));
  ui_act (window, "merge.all-theirs", NULL);
  ui_act (window, "merge.take", NULL);

  document = wait_for_document (ui);
  g_assert_true (workspace_has (document, CS_PART_CLAIMS, "brass"));
  g_assert_true (has_decision (document, CS_DECISION_WAIVED, "we agreed"));
  g_assert_true (has_decision (document, CS_DECISION_ACCEPTED, "they will mend it"));
  g_assert_cmpuint (cs_document_get_view (document)->n_waived, ==, 0);
}

static void
test_merge_ours (Ui *ui)
{
  g_autofree char *copy = g_build_filename (ui->folder, "copy.csmatter", NULL);
  CsDocument *document;
  GtkWidget *window;

  part_ways (ui, copy);
  workspace_leave (ui);
  window = import_copy (ui, copy);
  ui_act (window, "merge.all-theirs", NULL);
  ui_act (window, "merge.all-ours", NULL);
  ui_act (window, "merge.take", NULL);

  document = wait_for_document (ui);
  g_assert_true (has_decision (document, CS_DECISION_ACCEPTED, "they will mend it"));
  g_assert_cmpuint (cs_document_get_view (document)->n_waived, ==, 1);
}

/* Who does not decide now is asked again when they want it, and nothing has changed until then. */
static void
test_merge_later (Ui *ui)
{
  g_autofree char *copy = g_build_filename (ui->folder, "copy.csmatter", NULL);
  CsDocument *document;
  GtkWidget *window;

  part_ways (ui, copy);
  workspace_leave (ui);
  window = import_copy (ui, copy);
  gtk_window_close (GTK_WINDOW (window));
  ui_wait (ui_find_window (CS_TYPE_MERGE_WINDOW) == NULL);
  ui_wait (exchange_find_button (GTK_WIDGET (ui->window), _ ("_Decide…")) != NULL);

  ui_click (exchange_find_button (GTK_WIDGET (ui->window), _ ("_Decide…")));
  window = wait_for_merge ();
  adw_action_row_activate (
      ADW_ACTION_ROW (ui_get (window, ADW_TYPE_ACTION_ROW, _ ("Take their text"))));
  ui_act (window, "merge.take", NULL);
  document = wait_for_document (ui);
  g_assert_true (workspace_has (document, CS_PART_CLAIMS, "iron"));
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ui_add ("/colleague/author", NULL, test_author);
  ui_add ("/colleague/confirm", NULL, test_confirm);
  ui_add ("/colleague/confirm-own", NULL, test_confirm_own);
  ui_add ("/colleague/confirm-unsaved", NULL, test_confirm_unsaved);
  ui_add ("/colleague/confirm-failed", NULL, test_confirm_failed);
  ui_add ("/merge/conflict", NULL, test_merge_conflict);
  ui_add ("/merge/ours", NULL, test_merge_ours);
  ui_add ("/merge/later", NULL, test_merge_later);
  ui_add ("/attachments/attach", NULL, test_attach);
  ui_add ("/attachments/dropped-pdf", NULL, test_dropped_pdf);
  ui_add ("/attachments/missing-file", NULL, test_missing_file);
  ui_add ("/attachments/detach", NULL, test_detach);

  return g_test_run ();
}
