#include "intake.h"

/* Pictures of the windows by which records come into the library. */

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

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ui_add ("/shoot/intake/mapping", NULL, shoot_mapping);
  ui_add ("/shoot/intake/mapping-obstacle", NULL, shoot_mapping_obstacle);

  return g_test_run ();
}
