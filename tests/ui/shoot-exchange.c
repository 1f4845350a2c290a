#include <glib/gstdio.h>

#include "../../src/app/exchange/cs-comment-window.h"
#include "../../src/app/exchange/cs-merge-window.h"
#include "../../src/app/exchange/cs-progress-page.h"
#include "../../src/app/workspace/cs-workspace-actions.h"
#include "exchange.h"

/* Pictures of the windows by which files go out and come back. */

static const int sizes[][2] = { { 1280, 800 }, { 800, 600 }, { 360, 640 } };

static gboolean
is_chinese (void)
{
  return g_str_has_prefix (g_get_language_names ()[0], "zh");
}

static CsDocument *
open_sample (Ui *ui)
{
  CsDocument *document =
      workspace_open_sample (ui, is_chinese () ? "sample-cn.txt" : "sample-us.txt");

  workspace_wait_saved (document);

  return document;
}

/* The window by itself, and over a page of each size. */
static void
shoot_over (GtkWidget *window, const char *name)
{
  for (guint dark = 0; dark < 2; dark++)
    {
      ui_set_dark (dark);
      ui_shoot (GTK_WINDOW (window), name, 0, 0);
    }
  ui_set_dark (FALSE);
  for (guint i = 1; i < G_N_ELEMENTS (sizes); i++)
    ui_shoot (GTK_WINDOW (window), name, MIN (sizes[i][0], 560), sizes[i][1] - 60);
}

static void
shoot_export (Ui *ui)
{
  static const char *const formats[] = { "docx", "cnipa", "text" };
  CsExportWindow *window;

  open_sample (ui);
  exchange_subscribe (ui, CS_PART_CLAIMS, is_chinese () ? "阀体" : "seal");
  exchange_subscribe (ui, CS_PART_DESCRIPTION, is_chinese () ? "流道" : "skirt");
  window = exchange_export (ui, formats[0]);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *name = g_strconcat ("export-", formats[i], NULL);

      cs_export_window_choose (window, formats[i]);
      exchange_wait_previewed (window);
      shoot_over (GTK_WIDGET (window), name);
    }
  cs_export_window_write (window, "/dev/null/out.txt");
  ui_wait (ui_find (GTK_WIDGET (window), CS_TYPE_PROGRESS_PAGE, NULL) == NULL);
  ui_settle (GTK_WIDGET (window));
  ui_shoot (GTK_WINDOW (window), "export-trouble", 0, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
shoot_take_back (Ui *ui)
{
  g_autofree char *before = g_build_filename (ui->folder, "draft.docx", NULL);
  g_autofree char *path = g_build_filename (ui->folder, "edited.xml", NULL);
  CsDocument *document;
  GtkWidget *window;

  exchange_write_word (before, is_chinese ());
  document = workspace_open (ui, before);
  workspace_choose (ui, document, "comment");
  for (guint i = 0; i < 2; i++)
    {
      ui_set_dark (i == 1);
      ui_shoot (GTK_WINDOW (ui->window), "comment-of-a-person", sizes[i][0], sizes[i][1]);
    }
  ui_set_dark (FALSE);

  workspace_go (ui, CS_PART_CLAIMS, "1.", TRUE);
  workspace_type (ui, is_chinese () ? "（改）" : " (changed)");
  window = GTK_WIDGET (exchange_take_back (ui, before));
  shoot_over (window, "take-back");
  gtk_window_destroy (GTK_WINDOW (window));

  g_assert_true (g_file_set_contents (path, "<?xml version='1.0'?><broken>", -1, NULL));
  window = GTK_WIDGET (exchange_take_back (ui, path));
  shoot_over (window, "take-back-trouble");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
shoot_comments (Ui *ui)
{
  g_autofree char *path = g_build_filename (ui->folder, "P2026-0017 pump housing.docx", NULL);
  GtkWidget *window;

  open_sample (ui);
  ui_act (workspace_get (ui), "draft.export-comments", NULL);
  ui_wait ((window = ui_find_window (CS_TYPE_COMMENT_WINDOW)) != NULL);
  ui_shoot (GTK_WINDOW (window), "comments-none", 0, 0);
  cs_comment_window_set_source (CS_COMMENT_WINDOW (window), path);
  shoot_over (window, "comments");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Somebody decided otherwise of the same finding, and both went on writing. */
static void
shoot_merge (Ui *ui)
{
  g_autofree char *copy = g_build_filename (ui->folder, "P2026-0017.csmatter", NULL);
  const char *const paths[] = { copy, NULL };
  CsDocument *document = open_sample (ui);
  GtkWidget *window;

  cs_document_decide (document, workspace_find_entry (document, "preferred"),
                      CS_DECISION_ACCEPTED, is_chinese () ? "下次修改" : "to be mended", FALSE);
  cs_workspace_copy_to (CS_WORKSPACE (workspace_get (ui)), copy);
  ui_wait (g_file_test (copy, G_FILE_TEST_EXISTS));
  ui_settle (GTK_WIDGET (ui->window));
  cs_document_decide (document, workspace_find_entry (document, "preferred"),
                      CS_DECISION_WAIVED, is_chinese () ? "客户要求保留" : "the client wants it",
                      FALSE);
  workspace_go (ui, CS_PART_CLAIMS, "1.", TRUE);
  workspace_type (ui, " ");
  workspace_wait_saved (document);
  workspace_leave (ui);
  ui_act (ui->window, "win.import-paths", "^as", paths);
  ui_wait ((window = ui_find_window (CS_TYPE_MERGE_WINDOW)) != NULL);
  shoot_over (window, "merge");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* As long as it takes. */
static void
shoot_progress (Ui *ui)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *page = g_object_new (CS_TYPE_PROGRESS_PAGE, NULL);

  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), 480, 320);
  gtk_window_present (GTK_WINDOW (window));
  cs_progress_page_begin (CS_PROGRESS_PAGE (page),
                          is_chinese () ? "“P2026-0017 定量灌装阀.docx”" : "Writing “valve.docx”",
                          TRUE);
  g_object_set (page, "fraction", 0.4, NULL);
  for (guint dark = 0; dark < 2; dark++)
    {
      ui_set_dark (dark);
      ui_shoot (GTK_WINDOW (window), "progress", 0, 0);
    }
  ui_set_dark (FALSE);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ui_add ("/shoot/exchange/export", NULL, shoot_export);
  ui_add ("/shoot/exchange/take-back", NULL, shoot_take_back);
  ui_add ("/shoot/exchange/comments", NULL, shoot_comments);
  ui_add ("/shoot/exchange/merge", NULL, shoot_merge);
  ui_add ("/shoot/exchange/progress", NULL, shoot_progress);

  return g_test_run ();
}
