#include "families.h"

#include "../../src/app/cs-preferences-library.h"
#include "../../src/app/cs-preferences.h"

/* The preferences, where they look after the library. */

/* Returns: the preferences with the page of the library shown */
static GtkWidget *
open_preferences (Ui *ui)
{
  GtkWidget *window;

  ui_act (ui->window, "app.preferences", NULL);
  window = ui_find_window (CS_TYPE_PREFERENCES);
  g_assert_nonnull (window);
  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (window), "library");
  ui_wait (ui_find (window, CS_TYPE_PREFERENCES_LIBRARY, NULL) != NULL);

  return window;
}

/* Ends a test as closing the window would. */
static void
close_preferences (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
get_page (GtkWidget *window)
{
  return ui_get (window, CS_TYPE_PREFERENCES_LIBRARY, NULL);
}

static const char *
get_subtitle (GtkWidget *window, const char *title)
{
  const char *subtitle =
      adw_action_row_get_subtitle (ADW_ACTION_ROW (ui_get (window, ADW_TYPE_ACTION_ROW, title)));

  return subtitle == NULL ? "" : subtitle;
}

static gboolean
has_begun (GtkWidget *window, const char *title, const char *begin)
{
  return g_str_has_prefix (get_subtitle (window, title), begin);
}

static gboolean
is_told (GtkWidget *window, const char *text)
{
  return ui_find (window, GTK_TYPE_LABEL, text) != NULL;
}

static void
answer (const char *label)
{
  GtkWidget *dialog;

  ui_wait (ui_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  dialog = ui_find_window (ADW_TYPE_MESSAGE_DIALOG);
  ui_wait (gtk_widget_get_mapped (dialog));
  ui_click (ui_get (dialog, GTK_TYPE_BUTTON, label));
  ui_wait (ui_find_window (ADW_TYPE_MESSAGE_DIALOG) == NULL);
}

/* --- tests --- */

static void
test_facts (Ui *ui)
{
  GtkWidget *window = open_preferences (ui);

  ui_wait (has_begun (window, "Content", "14 families · "));
  g_assert_true (g_str_has_suffix (get_subtitle (window, "Place"), "library.db"));
  g_assert_nonnull (strstr (get_subtitle (window, "Last import"), " · families.csv"));
  g_assert_null (ui_find (window, GTK_TYPE_BUTTON, "Re_move"));
  close_preferences (window);
}

static void
test_no_library (Ui *ui)
{
  GtkWidget *window = open_preferences (ui);

  ui_wait (has_begun (window, "Place", "There is no library yet"));
  g_assert_false (gtk_widget_is_sensitive (ui_get (window, GTK_TYPE_BUTTON, "_Back up…")));
  g_assert_false (gtk_widget_is_sensitive (ui_get (window, GTK_TYPE_BUTTON, "_Check now")));
  g_assert_true (gtk_widget_is_sensitive (ui_get (window, GTK_TYPE_BUTTON, "_Restore…")));
  close_preferences (window);
}

static void
test_copy (Ui *ui)
{
  GtkWidget *window = open_preferences (ui);
  GtkWidget *page = get_page (window);
  g_autofree char *copy = g_build_filename (ui->folder, "copy.db", NULL);

  ui_wait (has_begun (window, "Content", "14 families · "));
  ui_act (page, "library.back-up-to", "s", copy);
  ui_wait (is_told (window, "The backup was written"));
  g_assert_true (cs_library_is_file (copy));

  ui_act (page, "library.restore-from", "s", copy);
  answer ("_Cancel");
  g_assert_null (ui_find (window, GTK_TYPE_PROGRESS_BAR, NULL));
  ui_act (page, "library.restore-from", "s", copy);
  answer ("_Restore");
  ui_wait (is_told (window, "The backup is in its place; what was here is in the folder "
                            "“backups”"));
  ui_wait (has_begun (window, "Content", "14 families · "));
  close_preferences (window);
}

/* What cannot be restored leaves all as it was, and says so. */
static void
test_wrong_file (Ui *ui)
{
  GtkWidget *window = open_preferences (ui);
  GtkWidget *dialog;
  g_autofree char *file = g_build_filename (ui->folder, "families.csv", NULL);

  ui_act (get_page (window), "library.restore-from", "s", file);
  answer ("_Restore");
  ui_wait ((dialog = ui_find_window (ADW_TYPE_MESSAGE_DIALOG)) != NULL);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==,
                   "The backup was not restored");
  answer ("_Close");
  ui_wait (has_begun (window, "Content", "14 families · "));
  close_preferences (window);
}

static void
test_check (Ui *ui)
{
  GtkWidget *window = open_preferences (ui);
  GtkWidget *check = ui_get (window, GTK_TYPE_BUTTON, "_Check now");

  ui_wait (gtk_widget_is_sensitive (check));
  ui_click (check);
  g_assert_false (gtk_widget_is_sensitive (check));
  ui_get (window, GTK_TYPE_PROGRESS_BAR, NULL);
  ui_wait (has_begun (window, "Soundness", "Sound: "));
  g_assert_null (ui_find (window, GTK_TYPE_PROGRESS_BAR, NULL));
  g_assert_null (ui_find (window, GTK_TYPE_BUTTON, "Re_pair"));
  close_preferences (window);
}

static void
test_samples (Ui *ui)
{
  GtkWidget *window = open_preferences (ui);

  ui_act (ui->window, "win.import-sample-library", NULL);
  ui_wait (ui_find (window, GTK_TYPE_BUTTON, "Re_move") != NULL);
  ui_click (ui_get (window, GTK_TYPE_BUTTON, "Re_move"));
  ui_wait (ui_find (window, GTK_TYPE_BUTTON, "Re_move") == NULL);
  ui_wait (has_begun (window, "Content", "14 families · "));
  close_preferences (window);
}

/* What is under way when the window is closed is stopped, and nothing is left of it. */
static void
test_closed (Ui *ui)
{
  GtkWidget *window = open_preferences (ui);
  GtkWidget *check = ui_get (window, GTK_TYPE_BUTTON, "_Check now");

  ui_wait (gtk_widget_is_sensitive (check));
  ui_click (check);
  close_preferences (window);
  ui_settle (GTK_WIDGET (ui->window));
  g_assert_null (ui_find_window (CS_TYPE_PREFERENCES));
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  ui_add ("/preferences/facts", families_fill, test_facts);
  ui_add ("/preferences/no-library", NULL, test_no_library);
  ui_add ("/preferences/copy", families_fill, test_copy);
  ui_add ("/preferences/wrong-file", families_fill, test_wrong_file);
  ui_add ("/preferences/check", families_fill, test_check);
  ui_add ("/preferences/samples", families_fill, test_samples);
  ui_add ("/preferences/closed", families_fill, test_closed);

  return g_test_run ();
}
