#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "../../src/app/exchange/cs-comment-window.h"
#include "../../src/app/exchange/cs-dropped-files.h"
#include "../../src/app/exchange/cs-loss-list.h"
#include "../../src/app/exchange/cs-merge-window.h"
#include "../../src/app/workspace/cs-workspace-actions.h"
#include "../../src/exam/cs-messages.h"
#include "exchange.h"

/* Files that go out of an open draft, and come back. */

#define DRAFT                                                     \
  "Claims\n"                                                      \
  "1. A pump comprising a housing and a valve.\n"                 \
  "2. The pump of claim 1, wherein the rotor is made of steel.\n" \
  "3. The pump of claim 1, further comprising a seal of CO2.\n"

static char *
build_path (Ui *ui, const char *name)
{
  return g_build_filename (ui->folder, name, NULL);
}

static gboolean
has_file (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* --- out --- */

static void
test_export (Ui *ui)
{
  g_autofree char *path = build_path (ui, "out.txt");
  g_autofree char *text = NULL;
  CsExportWindow *window;

  workspace_open_text (ui, DRAFT);
  window = exchange_export (ui, "text");
  g_assert_nonnull (ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, _ ("Nothing is lost")));
  g_assert_true (gtk_widget_has_css_class (
      exchange_find_button (GTK_WIDGET (window), _ ("_Export…")), "suggested-action"));

  cs_export_window_write (window, path);
  ui_wait (ui_find_window (CS_TYPE_EXPORT_WINDOW) == NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "a housing and a valve"));
  ui_wait (ui_find (workspace_get (ui), GTK_TYPE_LABEL, "Exported “out.txt”") != NULL);
}

/* Who is told of a loss may look at the place, and may export all the same. */
static void
test_preview (Ui *ui)
{
  CsDocument *document = workspace_open_text (ui, DRAFT);
  CsExportWindow *window;
  GtkWidget *list, *row;
  GtkTextIter start, end;
  guint part;

  exchange_subscribe (ui, CS_PART_CLAIMS, "CO2");
  g_object_set (document, "part", CS_PART_DESCRIPTION, NULL);
  window = exchange_export (ui, "text");
  list = ui_get (GTK_WIDGET (window), CS_TYPE_LOSS_LIST, NULL);
  row = ui_get (list, ADW_TYPE_ACTION_ROW, NULL);
  g_assert_false (gtk_widget_has_css_class (
      exchange_find_button (GTK_WIDGET (window), _ ("_Export anyway…")), "suggested-action"));

  adw_action_row_activate (ADW_ACTION_ROW (row));
  ui_wait (ui_find_window (CS_TYPE_EXPORT_WINDOW) == NULL);
  g_object_get (document, "part", &part, NULL);
  g_assert_cmpuint (part, ==, CS_PART_CLAIMS);
  ui_settle (GTK_WIDGET (ui->window));
  gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (workspace_get_view (ui)), &start,
                                        &end);
  g_assert_cmpint (gtk_text_iter_get_char (&start), ==, '2');
}

/* Word keeps what plain text has no place for. */
static void
test_word (Ui *ui)
{
  g_autofree char *path = build_path (ui, "out.docx");
  CsExportWindow *window;

  workspace_open_text (ui, DRAFT);
  exchange_subscribe (ui, CS_PART_CLAIMS, "CO2");
  window = exchange_export (ui, "docx");
  g_assert_nonnull (ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, _ ("Nothing is lost")));
  cs_export_window_write (window, path);
  ui_wait (ui_find_window (CS_TYPE_EXPORT_WINDOW) == NULL);
  g_assert_true (has_file (path));
}

static void
test_refused (Ui *ui)
{
  g_autofree char *file = build_path (ui, "file");
  g_autofree char *path = g_build_filename (file, "out.txt", NULL);
  g_autofree char *message =
      g_strdup_printf (_ ("\"%s\" cannot be written: %s"), "out.txt", g_strerror (ENOTDIR));
  g_autofree char *advice =
      g_strdup_printf (_ ("%s. Choose another folder or another name."), message);
  CsExportWindow *window;

  g_assert_true (g_file_set_contents (file, "", -1, NULL));
  workspace_open_text (ui, DRAFT);
  window = exchange_export (ui, "text");
  cs_export_window_write (window, path);
  ui_wait (ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, advice) != NULL);
  g_assert_nonnull (exchange_find_button (GTK_WIDGET (window), _ ("_Export…")));
  gtk_window_close (GTK_WINDOW (window));
  ui_wait (ui_find_window (CS_TYPE_EXPORT_WINDOW) == NULL);
}

/* --- stopping: all threads that could write are busy until then --- */

#define N_THREADS 10 /* that GTask has */

static GMutex gate;

static void
wait_at_gate (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_mutex_lock (&gate);
  g_mutex_unlock (&gate);
  g_task_return_boolean (task, TRUE);
}

static void
close_gate (void)
{
  g_mutex_lock (&gate);
  for (guint i = 0; i < N_THREADS; i++)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

      g_task_run_in_thread (task, wait_at_gate);
    }
}

static void
test_stop (Ui *ui)
{
  g_autofree char *path = build_path (ui, "out.txt");
  CsExportWindow *window;

  workspace_open_text (ui, DRAFT);
  window = exchange_export (ui, "text");
  close_gate ();
  cs_export_window_write (window, path);
  gtk_window_close (GTK_WINDOW (window)); /* as Esc does */
  g_mutex_unlock (&gate);
  ui_wait (exchange_find_button (GTK_WIDGET (window), _ ("_Export…")) != NULL);
  g_assert_false (has_file (path));
  gtk_window_close (GTK_WINDOW (window));
  ui_wait (ui_find_window (CS_TYPE_EXPORT_WINDOW) == NULL);
}

/* --- back --- */

static void
write_edited (const char *path, const char *words, const char *other)
{
  g_auto (GStrv) pieces = g_strsplit (DRAFT, words, 2);
  g_autofree char *text = g_strjoinv (other, pieces);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static guint
count_waived (CsDocument *document)
{
  return cs_document_get_view (document)->n_waived;
}

static gpointer
list_versions (CsDraftStore *store, gpointer matter, GCancellable *cancellable, GError **error)
{
  return cs_draft_store_list_versions (store, *(gint64 *)matter, error);
}

static gboolean
has_version (Ui *ui, const char *name)
{
  gint64 matter = cs_window_get_matter (ui->window);
  g_autoptr (GPtrArray) versions = ui_run (ui, list_versions, &matter);

  for (guint i = 0; i < versions->len; i++)
    if (g_strcmp0 (((CsVersion *)versions->pdata[i])->name, name) == 0)
      return TRUE;

  return FALSE;
}

/* One step, and what was decided of a claim that stays is still decided. */
static void
test_take_back (Ui *ui)
{
  g_autofree char *path = build_path (ui, "edited.txt");
  CsDocument *document = workspace_open_text (ui, DRAFT);
  CsTakeBackWindow *window;

  cs_document_decide (document, workspace_find_entry (document, "no-head"), CS_DECISION_WAIVED,
                      "agreed", FALSE);
  ui_wait (count_waived (document) == 1);
  write_edited (path, "a seal of CO2", "a gasket of CO2");
  window = exchange_take_back (ui, path);
  g_assert_nonnull (ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "1 changed: 3"));
  g_assert_false (workspace_has (document, CS_PART_CLAIMS, "gasket"));

  ui_act (window, "take-back.take", NULL);
  ui_wait (ui_find_window (CS_TYPE_TAKE_BACK_WINDOW) == NULL);
  g_assert_true (workspace_has (document, CS_PART_CLAIMS, "a gasket of CO2"));
  workspace_wait_examined (document);
  g_assert_cmpuint (count_waived (document), ==, 1);
  workspace_wait_saved (document);
  g_assert_true (has_version (ui, "before “edited.txt”"));

  cs_document_undo (document);
  g_assert_true (workspace_has (document, CS_PART_CLAIMS, "a seal of CO2"));
  g_assert_false (workspace_has (document, CS_PART_CLAIMS, "gasket"));
  workspace_wait_examined (document);
  g_assert_cmpuint (count_waived (document), ==, 1);
  workspace_wait_saved (document);
}

static void
test_word_and_back (Ui *ui)
{
  g_autofree char *path = build_path (ui, "out.docx");
  CsDocument *document = workspace_open_text (ui, DRAFT);
  CsExportWindow *export;
  CsTakeBackWindow *window;

  exchange_subscribe (ui, CS_PART_CLAIMS, "CO2");
  export = exchange_export (ui, "docx");
  cs_export_window_write (export, path);
  ui_wait (ui_find_window (CS_TYPE_EXPORT_WINDOW) == NULL);

  workspace_select (ui, CS_PART_CLAIMS, "steel");
  workspace_type (ui, "iron");
  window = exchange_take_back (ui, path);
  g_assert_nonnull (ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "1 changed: 2"));
  ui_act (window, "take-back.take", NULL);
  ui_wait (ui_find_window (CS_TYPE_TAKE_BACK_WINDOW) == NULL);
  g_assert_true (workspace_has (document, CS_PART_CLAIMS, "steel"));
  workspace_wait_saved (document);
}

static void
test_unreadable (Ui *ui)
{
  g_autofree char *path = build_path (ui, "edited.txt");
  CsDocument *document = workspace_open_text (ui, DRAFT);
  CsTakeBackWindow *window;

  g_assert_true (g_file_set_contents (path, "<?xml version='1.0'?><broken>", -1, NULL));
  window = exchange_take_back (ui, path);
  g_assert_nonnull (ui_find (GTK_WIDGET (window), ADW_TYPE_STATUS_PAGE, NULL));
  g_assert_null (exchange_find_button (GTK_WIDGET (window), _ ("_Take in")));
  gtk_window_close (GTK_WINDOW (window));
  ui_wait (ui_find_window (CS_TYPE_TAKE_BACK_WINDOW) == NULL);
  g_assert_true (workspace_has (document, CS_PART_CLAIMS, "a seal of CO2"));
}

static gpointer
list_matters (CsDraftStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const CsMatterQuery all = { 0 };

  return cs_draft_store_list (store, &all, error);
}

static guint
count_matters (Ui *ui)
{
  g_autoptr (GPtrArray) matters = ui_run (ui, list_matters, NULL);

  return matters->len;
}

static void
test_new_draft (Ui *ui)
{
  g_autofree char *path = build_path (ui, "edited.txt");
  CsDocument *document = workspace_open_text (ui, DRAFT);
  CsTakeBackWindow *window;

  write_edited (path, "a seal of CO2", "a gasket of CO2");
  window = exchange_take_back (ui, path);
  ui_act (window, "take-back.new-draft", NULL);
  ui_wait (ui_find_window (CS_TYPE_TAKE_BACK_WINDOW) == NULL);
  ui_wait (ui_find (GTK_WIDGET (ui->window), GTK_TYPE_LABEL, "1 application was imported") != NULL);
  g_assert_cmpuint (count_matters (ui), ==, 2);
  g_assert_false (workspace_has (document, CS_PART_CLAIMS, "gasket"));
}

/* --- what people wrote into a Word file --- */

static CsDocument *
open_word (Ui *ui, const char *path)
{
  exchange_write_word (path, FALSE);

  return workspace_open (ui, path);
}

/* What somebody asks in Word is a finding here, and may be answered. */
static void
test_comments_in (Ui *ui)
{
  g_autofree char *path = build_path (ui, "edited.docx");
  CsDocument *document = open_word (ui, path);
  const CsFindingEntry *entry = workspace_find_entry (document, "comment");
  g_autofree char *message = NULL;

  g_assert_nonnull (entry);
  g_assert_cmpuint (entry->end_char - entry->start_char, ==, strlen ("made of steel"));
  message = cs_messages_dup (cs_finding_entry_get_first (entry),
                             cs_document_get_view (document)->result, "en", NULL);
  g_assert_nonnull (strstr (message, "Attorney B: Which grade of steel?"));
  g_assert_true (workspace_has (document, CS_PART_CLAIMS, "made of steel or iron"));
  g_assert_false (workspace_has (document, CS_PART_CLAIMS, "rubber"));

  cs_document_decide (document, entry, CS_DECISION_WAIVED, "any steel", FALSE);
  ui_wait (workspace_count (document, "comment") == 0);
}

static void
test_comments_back (Ui *ui)
{
  g_autofree char *path = build_path (ui, "edited.docx");
  CsDocument *document = workspace_open_text (ui, DRAFT);
  CsTakeBackWindow *window;

  exchange_write_word (path, FALSE);
  window = exchange_take_back (ui, path);
  g_assert_nonnull (ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "1 comment of a person"));
  g_assert_nonnull (ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "1 tracked deletion"));
  ui_act (window, "take-back.take", NULL);
  ui_wait (ui_find_window (CS_TYPE_TAKE_BACK_WINDOW) == NULL);
  workspace_wait_examined (document);
  g_assert_cmpuint (workspace_count (document, "comment"), ==, 1);
  workspace_wait_saved (document);
}

/* --- findings that go into a Word file --- */

static CsCommentWindow *
open_comments (Ui *ui)
{
  GtkWidget *window;

  ui_act (workspace_get (ui), "draft.export-comments", NULL);
  ui_wait ((window = ui_find_window (CS_TYPE_COMMENT_WINDOW)) != NULL);
  ui_settle (window);

  return CS_COMMENT_WINDOW (window);
}

/* The file that the draft came from is known; the copy has its text, and comes back without the
 * comments of the program. */
static void
test_comments_out (Ui *ui)
{
  g_autofree char *path = build_path (ui, "edited.docx");
  g_autofree char *copy = build_path (ui, "copy.docx");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;
  CsCommentWindow *window;

  open_word (ui, path);
  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  window = open_comments (ui);
  g_assert_nonnull (ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "edited.docx"));
  cs_comment_window_write (window, copy);
  ui_wait (ui_find_window (CS_TYPE_COMMENT_WINDOW) == NULL);
  g_assert_true (has_file (copy));
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);

  g_assert_nonnull (exchange_take_back (ui, copy));
  g_assert_nonnull (ui_find (ui_find_window (CS_TYPE_TAKE_BACK_WINDOW), GTK_TYPE_LABEL,
                             "1 comment of a person"));
  gtk_window_close (GTK_WINDOW (ui_find_window (CS_TYPE_TAKE_BACK_WINDOW)));
}

/* Never the file itself, whatever it is called. */
static void
test_comments_not_itself (Ui *ui)
{
  g_autofree char *path = build_path (ui, "edited.docx");
  g_autofree char *link = build_path (ui, "link.docx");
  g_autofree char *message = g_strdup_printf (
      _ ("\"%s\" is the file itself, which stays as it is: choose another name"), "edited.docx");
  CsCommentWindow *window;

  open_word (ui, path);
  g_assert_cmpint (symlink (path, link), ==, 0);
  window = open_comments (ui);
  cs_comment_window_write (window, link);
  ui_wait (ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, message) != NULL);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  gtk_window_close (GTK_WINDOW (window));
  ui_wait (ui_find_window (CS_TYPE_COMMENT_WINDOW) == NULL);
}

/* --- a matter file whose matter is here --- */

/* Saves a copy, then goes on writing here, and back to the list. */
static void
part_ways (Ui *ui, const char *copy)
{
  CsDocument *document = workspace_open_text (ui, DRAFT);

  workspace_wait_saved (document);
  cs_workspace_copy_to (CS_WORKSPACE (workspace_get (ui)), copy);
  ui_wait (ui_find (workspace_get (ui), GTK_TYPE_LABEL, _ ("The copy is saved")) != NULL);
  workspace_select (ui, CS_PART_CLAIMS, "seal");
  workspace_type (ui, "gasket");
  workspace_wait_saved (document);
}

static GtkWidget *
import_copy (Ui *ui, const char *copy)
{
  const char *const paths[] = { copy, NULL };
  GtkWidget *window;

  ui_act (ui->window, "win.import-paths", "^as", paths);
  ui_wait ((window = ui_find_window (CS_TYPE_MERGE_WINDOW)) != NULL);
  ui_settle (window);

  return window;
}

/* Who is asked decides which text counts; the other one is a version. */
static void
test_merge (Ui *ui)
{
  g_autofree char *copy = build_path (ui, "copy.csmatter");
  CsDocument *document;
  GtkWidget *window, *theirs;

  part_ways (ui, copy);
  workspace_leave (ui);
  window = import_copy (ui, copy);
  theirs = ui_get (window, ADW_TYPE_ACTION_ROW, _ ("Take their text"));
  adw_action_row_activate (ADW_ACTION_ROW (theirs));
  ui_act (window, "merge.take", NULL);
  ui_wait (ui_find_window (CS_TYPE_MERGE_WINDOW) == NULL);
  ui_wait (ui_find (GTK_WIDGET (ui->window), CS_TYPE_WORKSPACE, NULL) != NULL);
  document = workspace_get_document (ui);
  workspace_wait_examined (document);
  g_assert_true (workspace_has (document, CS_PART_CLAIMS, "a seal of CO2"));
  g_assert_cmpuint (count_matters (ui), ==, 1);
}

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

/* Nothing changes behind the back of who is writing. */
static void
test_merge_open (Ui *ui)
{
  g_autofree char *copy = build_path (ui, "copy.csmatter");
  const char *const paths[] = { copy, NULL };

  part_ways (ui, copy);
  ui_act (ui->window, "win.import-paths", "^as", paths);
  ui_wait (has_label (GTK_WIDGET (ui->window), "copy.csmatter"));
  g_assert_null (ui_find_window (CS_TYPE_MERGE_WINDOW));
  g_assert_true (workspace_has (workspace_get_document (ui), CS_PART_CLAIMS, "gasket"));
}

/* --- what is dropped --- */

static void
test_dropped (void)
{
  static const struct
  {
    const char *path;
    CsDroppedKind kind;
  } files[] = {
    { "/x/draft.docx", CS_DROPPED_APPLICATION },
    { "/x/DRAFT.DOCX", CS_DROPPED_APPLICATION },
    { "/x/old.doc", CS_DROPPED_APPLICATION },
    { "/x/a.csmatter", CS_DROPPED_MATTER },
    { "/x/report.pdf", CS_DROPPED_ATTACHMENT },
    { "/x/figure.png", CS_DROPPED_OTHER },
    { "/", CS_DROPPED_APPLICATION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_assert_cmpint (cs_dropped_file_guess (files[i].path), ==, files[i].kind);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ui_add ("/export/text", NULL, test_export);
  ui_add ("/export/preview", NULL, test_preview);
  ui_add ("/export/word", NULL, test_word);
  ui_add ("/export/refused", NULL, test_refused);
  ui_add ("/export/stop", NULL, test_stop);
  ui_add ("/take-back/step", NULL, test_take_back);
  ui_add ("/take-back/word", NULL, test_word_and_back);
  ui_add ("/take-back/unreadable", NULL, test_unreadable);
  ui_add ("/take-back/new-draft", NULL, test_new_draft);
  ui_add ("/take-back/comments", NULL, test_comments_back);
  ui_add ("/comments/in", NULL, test_comments_in);
  ui_add ("/comments/out", NULL, test_comments_out);
  ui_add ("/comments/not-itself", NULL, test_comments_not_itself);
  ui_add ("/merge/text", NULL, test_merge);
  ui_add ("/merge/open", NULL, test_merge_open);
  g_test_add_func ("/exchange/dropped", test_dropped);

  return g_test_run ();
}
