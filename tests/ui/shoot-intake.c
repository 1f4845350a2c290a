#include "intake.h"

/* Pictures of the windows by which records come into the library. */

/* A dialog over a window of 1280x800, of 800x600, and on a phone. */
static const int sizes[][2] = { { 840, 720 }, { 760, 560 }, { 360, 600 } };

static void
shoot_sizes (GtkWindow *window, const char *name)
{
  for (guint dark = 0; dark < 2; dark++)
    {
      ui_set_dark (dark);
      ui_shoot (window, name, sizes[0][0], sizes[0][1]);
    }
  ui_set_dark (FALSE);
  for (guint i = 1; i < G_N_ELEMENTS (sizes); i++)
    ui_shoot (window, name, sizes[i][0], sizes[i][1]);
}

static void
shoot_mapping (Ui *ui)
{
  g_auto (Answered) answered = { 0 };
  g_autoptr (GFile) file = intake_write (ui, "incopat-20261120.csv", intake_table);
  CsMappingDialog *dialog = intake_present (ui, file, &answered);

  shoot_sizes (GTK_WINDOW (dialog), "mapping");
  gtk_window_close (GTK_WINDOW (dialog));
  ui_wait (answered.n == 1);
}

static void
shoot_mapping_obstacle (Ui *ui)
{
  g_auto (Answered) answered = { 0 };
  g_autoptr (GFile) file =
      intake_write (ui, "list.csv",
                    "What,Title,Assignee,Filing Date\n"
                    "EP4990082A1,Dosing head,Beichuan,03/04/2021\n");
  CsMappingDialog *dialog = intake_present (ui, file, &answered);

  shoot_sizes (GTK_WINDOW (dialog), "mapping-obstacle");
  gtk_window_close (GTK_WINDOW (dialog));
  ui_wait (answered.n == 1);
}

static void
shoot_ops (Ui *ui)
{
  g_autoptr (OpsServer) server = ops_server_new ("", 0);
  g_autoptr (CsLibraryService) service = NULL;
  CsOpsDialog *dialog =
      intake_present_ops (ui, server, "EP4990082A1; US 8,131,731 B2", &service);

  shoot_sizes (GTK_WINDOW (dialog), "ops");
  cs_ops_dialog_set_numbers (dialog, "EP4990082A1");
  server->answer = intake_answer;
  ui_act (dialog, "ops.fetch", NULL);
  ui_shoot (GTK_WINDOW (dialog), "ops-progress", sizes[1][0], sizes[1][1]);
  intake_wait_ops (dialog);
  shoot_sizes (GTK_WINDOW (dialog), "ops-fetched");

  server->fault = "quota";
  server->n_faults = 99;
  ui_act (dialog, "ops.again", NULL);
  ui_act (dialog, "ops.fetch", NULL);
  intake_wait_ops (dialog);
  shoot_sizes (GTK_WINDOW (dialog), "ops-quota");
  gtk_window_close (GTK_WINDOW (dialog));
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ui_add ("/shoot/intake/mapping", NULL, shoot_mapping);
  ui_add ("/shoot/intake/mapping-obstacle", NULL, shoot_mapping_obstacle);
  ui_add ("/shoot/intake/ops", NULL, shoot_ops);

  return g_test_run ();
}
