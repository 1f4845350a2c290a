#include "../../src/app/manual/cs-manual-window.h"
#include "../../src/app/preexam/cs-pre-row.h"
#include "../../src/app/preexam/cs-preexam-page.h"
#include "workspace.h"

/* Pictures of the pre-examination. */

static gboolean
is_chinese (void)
{
  return g_str_has_prefix (g_get_language_names ()[0], "zh");
}

static gboolean
is_done (CsPreExamination *exam)
{
  g_autoptr (CsExamResult) result = NULL;
  gboolean running;

  g_object_get (exam, "result", &result, "running", &running, NULL);

  return result != NULL && !running;
}

static GtkWidget *
open_page (Ui *ui)
{
  CsPreExamination *exam;
  GtkWidget *page;

  ui_act (workspace_get (ui), "draft.pre-examine", NULL);
  ui_wait ((page = ui_find (GTK_WIDGET (ui->window), CS_TYPE_PREEXAM_PAGE, NULL)) != NULL);
  exam = cs_preexam_page_get_exam (CS_PREEXAM_PAGE (page));
  g_object_set (exam, "author", is_chinese () ? "代理师甲" : "Attorney A", NULL);
  ui_wait (is_done (exam));
  ui_settle (page);

  return page;
}

static void
shoot_preexam (Ui *ui)
{
  static const int sizes[][2] = { { 1280, 800 }, { 800, 600 }, { 500, 640 } };
  CsDocument *document =
      workspace_open_sample (ui, is_chinese () ? "sample-cn.txt" : "sample-us.txt");
  GtkWidget *page = open_page (ui);

  ui_act (page, "preexam.leave", NULL);
  workspace_go (ui, CS_PART_CLAIMS, "1.", TRUE);
  workspace_type (ui, " ");
  workspace_wait_saved (document);
  page = open_page (ui);
  for (guint dark = 0; dark < 2; dark++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      {
        ui_set_dark (dark);
        if (i == 0)
          cs_pre_row_set_open (CS_PRE_ROW (ui_get (page, CS_TYPE_PRE_ROW, NULL)), TRUE);
        ui_shoot (GTK_WINDOW (ui->window), "preexam", sizes[i][0], sizes[i][1]);
      }
  ui_set_dark (FALSE);
}

static void
shoot_manual (Ui *ui)
{
  GtkWidget *window;

  cs_manual_window_present (GTK_WINDOW (ui->window), is_chinese () ? "引用 从属" : "antecedent");
  ui_wait ((window = ui_find_window (CS_TYPE_MANUAL_WINDOW)) != NULL);
  ui_wait (ui_find (window, GTK_TYPE_LIST_VIEW, NULL) != NULL);
  ui_shoot (GTK_WINDOW (window), "manual", 0, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ui_add ("/shoot/preexam", NULL, shoot_preexam);
  ui_add ("/shoot/manual", NULL, shoot_manual);

  return g_test_run ();
}
