#include "workspace.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../src/app/workspace/cs-filing-sheet.h"
#include "../../src/app/workspace/cs-finding-card.h"
#include "../../src/app/workspace/cs-object-paintable.h"
#include "../../src/app/workspace/cs-part-view.h"
#include "../../src/app/workspace/cs-versions-window.h"
#include "../../src/app/workspace/cs-workspace-actions.h"
#include "../../src/service/cs-matter-file.h"

/* What a draft keeps: decisions, text, runs and pictures, the filing sheet, versions. */

#define WORD "优选"

static GtkWidget *
get_child (GtkWidget *widget, const char *name)
{
  GObject *child = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);

  g_assert_nonnull (child);

  return GTK_WIDGET (child);
}

static GtkWidget *
get_card (Ui *ui)
{
  return ui_get (workspace_get (ui), CS_TYPE_FINDING_CARD, NULL);
}

static guint
count_open (CsDocument *document)
{
  const CsFindingView *view = cs_document_get_view (document);
  guint n_open = 0;

  for (guint i = 0; i < CS_N_SEVERITIES; i++)
    n_open += view->n_open[i];

  return n_open;
}

/* --- decisions --- */

static void
waive (Ui *ui, const char *reason)
{
  GtkWidget *entry;

  ui_act (workspace_get (ui), "draft.waive-here", NULL);
  entry = get_child (get_card (ui), "reason");
  ui_wait (gtk_widget_get_mapped (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), reason);
  ui_act (entry, "finding.waive", NULL);
}

static const CsDecision *
get_decision (CsDocument *document, const char *rule)
{
  const CsFindingEntry *entry = workspace_find_entry (document, rule);

  return entry == NULL ? NULL : entry->decision;
}

static void
test_waive (Ui *ui)
{
  CsDocument *document = workspace_open_sample (ui, "sample-cn.txt");
  guint n_open = count_open (document);

  cs_document_set_author (document, "代理师甲");
  workspace_choose (ui, document, "preferred");
  waive (ui, "发明人要求");
  ui_wait (count_open (document) == n_open - 1);
  g_assert_cmpstr (get_decision (document, "preferred")->reason, ==, "发明人要求");
  g_assert_cmpstr (get_decision (document, "preferred")->author, ==, "代理师甲");

  workspace_go (ui, CS_PART_CLAIMS, "的锥角为", FALSE);
  workspace_type (ui, "处");
  workspace_wait_examined (document);
  g_assert_cmpuint (count_open (document), ==, n_open - 1);

  document = workspace_reopen (ui);
  g_assert_true (workspace_has (document, CS_PART_CLAIMS, "处的锥角为"));
  g_assert_cmpuint (count_open (document), ==, n_open - 1);
  g_assert_cmpstr (get_decision (document, "preferred")->reason, ==, "发明人要求");
  g_assert_cmpstr (get_decision (document, "preferred")->author, ==, "代理师甲");

  cs_document_revoke (document, get_decision (document, "preferred"));
  ui_wait (count_open (document) == n_open);
  document = workspace_reopen (ui);
  g_assert_cmpuint (count_open (document), ==, n_open);
}

static void
test_accept (Ui *ui)
{
  CsDocument *document = workspace_open_sample (ui, "sample-cn.txt");
  guint n_open = count_open (document);

  workspace_choose (ui, document, "exemplary");
  ui_click (ui_get (get_card (ui), GTK_TYPE_BUTTON, _ ("Accept")));
  ui_wait (get_decision (document, "exemplary") != NULL);
  g_assert_cmpint (get_decision (document, "exemplary")->kind, ==, CS_DECISION_ACCEPTED);
  g_assert_cmpuint (count_open (document), ==, n_open);
  document = workspace_reopen (ui);
  g_assert_cmpint (get_decision (document, "exemplary")->kind, ==, CS_DECISION_ACCEPTED);

  workspace_choose (ui, document, "exemplary");
  ui_click (ui_get (get_card (ui), GTK_TYPE_BUTTON, _ ("Take back")));
  ui_wait (get_decision (document, "exemplary") == NULL);
}

static void
test_not_this_word (Ui *ui)
{
  CsDocument *document = workspace_open_sample (ui, "sample-cn.txt");

  workspace_choose (ui, document, "preferred");
  ui_act (get_card (ui), "finding.not-this-word", NULL);
  ui_wait (workspace_count (document, "preferred") == 0);

  /* the same word elsewhere is silent too */
  workspace_go (ui, CS_PART_CLAIMS, "由弹性材料", FALSE);
  workspace_type (ui, WORD "为");
  workspace_wait_examined (document);
  g_assert_cmpuint (workspace_count (document, "preferred"), ==, 0);
  document = workspace_reopen (ui);
  g_assert_cmpuint (workspace_count (document, "preferred"), ==, 0);
}

/* --- saving --- */

static CsSaveState
get_save_state (CsDocument *document)
{
  CsSaveState state;

  g_object_get (document, "save-state", &state, NULL);

  return state;
}

/* What the file says to another program, while this one has it open. */
static CsMatter *
load_stored (Ui *ui)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraftStore) store = cs_draft_store_open (ui->folder, &error);
  CsMatter *matter;

  g_assert_no_error (error);
  matter = cs_draft_store_load (store, cs_window_get_matter (ui->window), &error);
  g_assert_no_error (error);

  return matter;
}

static gboolean
stored_has (Ui *ui, const char *words)
{
  g_autoptr (CsMatter) matter = load_stored (ui);

  return strstr (cs_text_get_string (matter->draft->texts[CS_PART_CLAIMS]), words) != NULL;
}

static void
test_saved (Ui *ui)
{
  CsDocument *document = workspace_open_sample (ui, "sample-cn.txt");
  gint64 begin_us;

  workspace_wait_saved (document);
  workspace_go (ui, CS_PART_CLAIMS, "锥形密封头", FALSE);
  workspace_type (ui, "可拆的");
  begin_us = g_get_monotonic_time ();
  g_assert_cmpint (get_save_state (document), ==, CS_SAVE_STATE_UNSAVED);
  g_assert_false (stored_has (ui, "可拆的"));
  workspace_wait_saved (document);
  g_test_message ("saved after %.1f s", (g_get_monotonic_time () - begin_us) / 1e6);
  g_assert_true (stored_has (ui, "可拆的锥形密封头"));
}

/* --- a store that cannot be written --- */

static CsMatter *
load_copy (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsMatterFile) file = cs_matter_file_load (path, &error);

  g_assert_no_error (error);

  return cs_matter_file_dup_matter (file);
}

static void
test_trouble (Ui *ui)
{
  CsDocument *document = workspace_open_sample (ui, "sample-cn.txt");
  g_autofree char *copy = g_build_filename (ui->folder, "copy.csmatter", NULL);
  g_autoptr (CsMatter) matter = NULL;

  workspace_wait_saved (document);
  workspace_refuse_writes (ui, TRUE);
  workspace_go (ui, CS_PART_CLAIMS, "锥形密封头", FALSE);
  workspace_type (ui, "不丢的");
  ui_act (workspace_get (ui), "draft.save", NULL);
  ui_wait (get_save_state (document) == CS_SAVE_STATE_FAILED);
  ui_wait (ui_find (workspace_get (ui), GTK_TYPE_BUTTON, _ ("Save a copy…")) != NULL);
  workspace_type (ui, "甲");
  g_assert_true (workspace_has (document, CS_PART_CLAIMS, "不丢的甲锥形密封头"));

  cs_workspace_copy_to (CS_WORKSPACE (workspace_get (ui)), copy);
  ui_wait (ui_find (workspace_get (ui), GTK_TYPE_LABEL, _ ("The copy is saved")) != NULL);
  matter = load_copy (copy);
  g_assert_nonnull (strstr (cs_text_get_string (matter->draft->texts[CS_PART_CLAIMS]), "不丢的甲"));

  workspace_refuse_writes (ui, FALSE);
  ui_click (ui_get (workspace_get (ui), GTK_TYPE_BUTTON, _ ("Try again")));
  workspace_wait_saved (document);
  g_assert_true (stored_has (ui, "不丢的甲"));
  ui_wait (ui_find (workspace_get (ui), GTK_TYPE_BUTTON, _ ("Save a copy…")) == NULL);
}

/* --- runs and pictures --- */

static const CsText *
get_text (CsDocument *document, CsPart part)
{
  return cs_part_buffer_get_text (cs_document_get_buffer (document, part));
}

/* Whether @words, their first place in the claims, have @style. */
static gboolean
has_style (CsDocument *document, const char *words, CsRunStyle style)
{
  const CsText *text = get_text (document, CS_PART_CLAIMS);
  const char *string = cs_text_get_string (text);
  gsize start = strstr (string, words) - string;
  guint n_runs;
  const CsRun *runs = cs_text_get_runs (text, &n_runs);

  for (guint i = 0; i < n_runs; i++)
    if (runs[i].style == style && runs[i].start == start &&
        runs[i].end == start + strlen (words))
      return TRUE;

  return FALSE;
}

static void
test_runs (Ui *ui)
{
  CsDocument *document = workspace_open_text (ui, "权利要求书\n\n1. 一种水，其特征在于，含H2O和m3。\n");

  workspace_select (ui, CS_PART_CLAIMS, "2");
  ui_act (workspace_get (ui), "draft.subscript", NULL);
  workspace_select (ui, CS_PART_CLAIMS, "3");
  ui_act (workspace_get (ui), "draft.superscript", NULL);
  g_assert_true (has_style (document, "2", CS_RUN_SUB));

  document = workspace_reopen (ui);
  g_assert_true (has_style (document, "2", CS_RUN_SUB));
  g_assert_true (has_style (document, "3", CS_RUN_SUP));
  workspace_select (ui, CS_PART_CLAIMS, "2");
  ui_act (workspace_get (ui), "draft.subscript", NULL);
  g_assert_false (has_style (document, "2", CS_RUN_SUB));
  ui_act (workspace_get (ui), "draft.undo", NULL);
  g_assert_true (has_style (document, "2", CS_RUN_SUB));
}

static guint
count_objects (CsDocument *document)
{
  guint n_objects;

  cs_text_get_objects (get_text (document, CS_PART_CLAIMS), &n_objects);

  return n_objects;
}

static GdkPaintable *
get_paintable (CsDocument *document, guint at_char)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (cs_document_get_buffer (document, CS_PART_CLAIMS));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, at_char);

  return gtk_text_iter_get_paintable (&iter);
}

#define OBJECT "\357\277\274" /* U+FFFC */

static void
test_object (Ui *ui)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "formats", "fixtures", "package", "100001", NULL);
  CsDocument *document = workspace_open (ui, path);
  guint at = workspace_find_char (document, CS_PART_CLAIMS, OBJECT);
  guint n_objects = count_objects (document);

  g_assert_cmpuint (n_objects, ==, 1);
  g_assert_true (CS_IS_OBJECT_PAINTABLE (get_paintable (document, at)));

  workspace_select (ui, CS_PART_CLAIMS, OBJECT);
  g_signal_emit_by_name (workspace_get_view (ui), "copy-clipboard");
  workspace_go (ui, CS_PART_CLAIMS, OBJECT, TRUE);
  g_signal_emit_by_name (workspace_get_view (ui), "paste-clipboard");
  ui_wait (count_objects (document) == n_objects + 1);
  g_assert_true (CS_IS_OBJECT_PAINTABLE (get_paintable (document, at + 1)));

  workspace_go (ui, CS_PART_CLAIMS, OBJECT, TRUE);
  workspace_erase (ui, 1);
  g_assert_cmpuint (count_objects (document), ==, n_objects);
  ui_act (workspace_get (ui), "draft.undo", NULL);
  g_assert_cmpuint (count_objects (document), ==, n_objects + 1);
  document = workspace_reopen (ui);
  g_assert_cmpuint (count_objects (document), ==, n_objects + 1);
}

/* --- the filing sheet and versions --- */

/* The entry of @list with the title @title, in the last value. */
static GtkEditable *
get_last_entry (GtkWidget *widget, const char *title)
{
  GtkEditable *last = NULL;

  if (ADW_IS_ENTRY_ROW (widget) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return GTK_EDITABLE (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkEditable *entry = get_last_entry (child, title);

      last = entry != NULL ? entry : last;
    }

  return last;
}

/* What is known of persons is asked below their names, and kept with the draft. */
static void
test_persons (Ui *ui)
{
  CsDocument *document = workspace_open_sample (ui, "sample-cn.txt");
  const CsPerson *person;
  GtkWidget *sheet, *list;

  ui_act (workspace_get (ui), "draft.filing-sheet", NULL);
  ui_wait ((sheet = ui_find_window (CS_TYPE_FILING_SHEET)) != NULL);
  list = get_child (sheet, "inventors");
  ui_click (ui_get (list, GTK_TYPE_BUTTON, NULL));
  gtk_editable_set_text (get_last_entry (list, _ ("Name")), "李娜");
  gtk_editable_set_text (get_last_entry (list, _ ("Nationality or seat")), "cn");
  gtk_editable_set_text (get_last_entry (list, _ ("Address")), "某市某路1号");
  ui_click (ui_get (sheet, GTK_TYPE_BUTTON, _ ("Save")));
  ui_wait (ui_find_window (CS_TYPE_FILING_SHEET) == NULL);

  document = workspace_reopen (ui);
  person = cs_request_find_person (cs_document_get_request (document), "李娜");
  g_assert_nonnull (person);
  g_assert_cmpstr (person->country, ==, "CN");
  g_assert_cmpstr (person->address, ==, "某市某路1号");
  g_assert_null (person->identity);
}

static void
test_sheet (Ui *ui)
{
  CsDocument *document = workspace_open_sample (ui, "sample-cn.txt");
  GtkWidget *sheet;
  g_autofree char *reference = NULL;

  ui_act (workspace_get (ui), "draft.filing-sheet", NULL);
  ui_wait ((sheet = ui_find_window (CS_TYPE_FILING_SHEET)) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (get_child (sheet, "reference")), "CW-2026-099");
  gtk_editable_set_text (GTK_EDITABLE (get_child (sheet, "filing_date")), "2026-03-02");
  ui_click (ui_get (sheet, GTK_TYPE_BUTTON, _ ("Save")));
  ui_wait (ui_find_window (CS_TYPE_FILING_SHEET) == NULL);

  document = workspace_reopen (ui);
  g_object_get (document, "reference", &reference, NULL);
  g_assert_cmpstr (reference, ==, "CW-2026-099");
  g_assert_cmpstr (cs_document_get_request (document)->filing_date, ==, "2026-03-02");
}

static void
test_versions (Ui *ui)
{
  CsDocument *document = workspace_open_sample (ui, "sample-cn.txt");
  GtkWidget *versions, *row;

  workspace_go (ui, CS_PART_CLAIMS, "锥形密封头", FALSE);
  workspace_type (ui, "旧的");
  ui_act (workspace_get (ui), "draft.versions", NULL);
  ui_wait ((versions = ui_find_window (CS_TYPE_VERSIONS_WINDOW)) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (get_child (versions, "name_entry")), "送审稿");
  g_signal_emit_by_name (get_child (versions, "name_entry"), "apply");
  ui_wait (ui_find (versions, ADW_TYPE_ACTION_ROW, "送审稿") != NULL);

  workspace_select (ui, CS_PART_CLAIMS, "旧的");
  workspace_type (ui, "新的");
  row = ui_get (versions, ADW_TYPE_ACTION_ROW, "送审稿");
  ui_click (ui_get (row, GTK_TYPE_BUTTON, _ ("Restore")));
  ui_wait (ui_find_window (CS_TYPE_VERSIONS_WINDOW) == NULL);
  g_assert_true (workspace_has (document, CS_PART_CLAIMS, "旧的锥形密封头"));
  ui_act (workspace_get (ui), "draft.undo", NULL);
  g_assert_true (workspace_has (document, CS_PART_CLAIMS, "新的锥形密封头"));
}

/* A version has what was written before it, even while that is being saved. */
static void
test_version_of_now (Ui *ui)
{
  CsDocument *document = workspace_open_sample (ui, "sample-cn.txt");
  GtkWidget *versions, *row;

  ui_act (workspace_get (ui), "draft.versions", NULL);
  ui_wait ((versions = ui_find_window (CS_TYPE_VERSIONS_WINDOW)) != NULL);
  workspace_go (ui, CS_PART_CLAIMS, "锥形密封头", FALSE);
  workspace_type (ui, "甲");
  cs_document_save (document);
  workspace_type (ui, "乙");
  gtk_editable_set_text (GTK_EDITABLE (get_child (versions, "name_entry")), "送审稿");
  g_signal_emit_by_name (get_child (versions, "name_entry"), "apply");
  ui_wait (ui_find (versions, ADW_TYPE_ACTION_ROW, "送审稿") != NULL);

  workspace_erase (ui, 2);
  row = ui_get (versions, ADW_TYPE_ACTION_ROW, "送审稿");
  ui_click (ui_get (row, GTK_TYPE_BUTTON, _ ("Restore")));
  ui_wait (ui_find_window (CS_TYPE_VERSIONS_WINDOW) == NULL);
  g_assert_true (workspace_has (document, CS_PART_CLAIMS, "甲乙锥形密封头"));
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ui_add ("/keeping/waive", NULL, test_waive);
  ui_add ("/keeping/accept", NULL, test_accept);
  ui_add ("/keeping/not-this-word", NULL, test_not_this_word);
  ui_add ("/keeping/saved", NULL, test_saved);
  ui_add ("/keeping/trouble", NULL, test_trouble);
  ui_add ("/keeping/runs", NULL, test_runs);
  ui_add ("/keeping/object", NULL, test_object);
  ui_add ("/keeping/sheet", NULL, test_sheet);
  ui_add ("/keeping/persons", NULL, test_persons);
  ui_add ("/keeping/versions", NULL, test_versions);
  ui_add ("/keeping/version-of-now", NULL, test_version_of_now);

  return g_test_run ();
}
