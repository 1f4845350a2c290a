#include "matters.h"

#include "../../src/app/drafts/cs-drafts-page.h"

/* Pictures of the room of drafts, for people to look at. */

static const int sizes[][2] = { { 1280, 800 }, { 600, 800 }, { 360, 640 } };

static void
shoot_all (Ui *ui, const char *name)
{
  for (guint dark = 0; dark < 2; dark++)
    {
      ui_set_dark (dark);
      for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        ui_shoot (GTK_WINDOW (ui->window), name, sizes[i][0], sizes[i][1]);
    }
  ui_set_dark (FALSE);
}

static GListModel *
get_list (Ui *ui)
{
  GtkWidget *page = ui_get (GTK_WIDGET (ui->window), CS_TYPE_DRAFTS_PAGE, NULL);

  return G_LIST_MODEL (cs_drafts_page_get_list (CS_DRAFTS_PAGE (page)));
}

static void
shoot_list (Ui *ui)
{
  ui_wait (g_list_model_get_n_items (get_list (ui)) == 11);
  shoot_all (ui, "drafts");
}

static void
shoot_empty (Ui *ui)
{
  ui_wait (ui_find (GTK_WIDGET (ui->window), ADW_TYPE_STATUS_PAGE, NULL) != NULL);
  shoot_all (ui, "drafts-empty");
}

static void
shoot_nothing (Ui *ui)
{
  GtkWidget *entry = ui_get (GTK_WIDGET (ui->window), GTK_TYPE_SEARCH_ENTRY, NULL);

  ui_wait (g_list_model_get_n_items (get_list (ui)) == 11);
  gtk_editable_set_text (GTK_EDITABLE (entry), "离心");
  ui_wait (ui_find (GTK_WIDGET (ui->window), ADW_TYPE_STATUS_PAGE, NULL) != NULL);
  shoot_all (ui, "drafts-nothing");
}

static GtkWindow *
find_other (Ui *ui)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (window != GTK_WINDOW (ui->window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

static void
shoot_preferences (Ui *ui)
{
  GtkWindow *window;

  g_action_group_activate_action (G_ACTION_GROUP (ui->application), "preferences", NULL);
  ui_wait ((window = find_other (ui)) != NULL);
  ui_shoot (window, "preferences", 0, 0);
  gtk_window_close (window);
}

static void
shoot_shortcuts (Ui *ui)
{
  /* The key caps of GTK 4.8 warn of their own margins. */
  GLogLevelFlags fatal = g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  GtkWindow *window;

  ui_act (ui->window, "win.show-help-overlay", NULL);
  ui_wait ((window = find_other (ui)) != NULL);
  ui_shoot (window, "shortcuts", 0, 0);
  gtk_window_close (window);
  g_log_set_always_fatal (fatal);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ui_add ("/shoot/drafts", matters_fill, shoot_list);
  ui_add ("/shoot/drafts-empty", NULL, shoot_empty);
  ui_add ("/shoot/drafts-nothing", matters_fill, shoot_nothing);
  ui_add ("/shoot/preferences", NULL, shoot_preferences);
  ui_add ("/shoot/shortcuts", NULL, shoot_shortcuts);

  return g_test_run ();
}
