#include "families.h"

#include <glib/gi18n.h>

#include "../../src/app/cs-preferences.h"
#include "../../src/app/families/cs-query-card.h"
#include "../../src/app/families/cs-query-form.h"

/* Pictures of the room of families, for people to look at. */

/* Nothing is caught half-way. */
static void
stop_moving (void)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

static const int sizes[][2] = { { 1280, 800 }, { 800, 600 }, { 360, 640 } };

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

#define QUERY                                                                                    \
  "ti=(meter* OR 计量 OR diaphragm) AND cl=(\"flexible diaphragm\" OR 柔性隔膜) pd>=2018 " \
  "NOT ls=lapsed"

static void
shoot_list (Ui *ui)
{
  CsFamiliesPage *page = families_show (ui, FAMILIES_N);

  shoot_all (ui, "families");
  cs_families_page_search (page, QUERY);
  families_wait (page, 10);
  shoot_all (ui, "families-found");

  cs_families_page_search (page, "ti=(meter* OR ls=");
  ui_settle (GTK_WIDGET (ui->window));
  ui_shoot (GTK_WINDOW (ui->window), "families-fault", 1280, 800);
}

static void
shoot_empty (Ui *ui)
{
  families_show (ui, 0);
  ui_wait (ui_find (GTK_WIDGET (ui->window), ADW_TYPE_STATUS_PAGE, NULL) != NULL);
  shoot_all (ui, "families-empty");
}

static void
shoot_nothing (Ui *ui)
{
  CsFamiliesPage *page = families_show (ui, FAMILIES_N);

  cs_families_page_search (page, "zeppelin");
  ui_wait (ui_find (GTK_WIDGET (ui->window), ADW_TYPE_STATUS_PAGE, NULL) != NULL);
  ui_shoot (GTK_WINDOW (ui->window), "families-nothing", 1280, 800);
}

static void
shoot_card (Ui *ui)
{
  CsFamiliesPage *page = families_show (ui, FAMILIES_N);
  GtkWidget *card;

  ui_resize (GTK_WINDOW (ui->window), 1280, 800);
  ui_act (page, "families.language", NULL);
  ui_wait ((card = ui_find (GTK_WIDGET (page), CS_TYPE_QUERY_CARD, NULL)) != NULL);
  ui_shoot_widget (card, "families-card");
}

/* Picks the fields of the first lines, and fills them in. */
static void
fill_form (GtkWidget *root)
{
  static const struct
  {
    CsQueryField field;
    const char *words;
  } lines[] = { { CS_QUERY_EXPIRY, "2027..2030" }, { CS_QUERY_FIRST_OFFICE, "CN" } };
  GtkWidget *grid = gtk_widget_get_parent (ui_get (root, GTK_TYPE_ENTRY, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      GtkWidget *field = gtk_grid_get_child_at (GTK_GRID (grid), 1, (int)i);
      GtkWidget *words = gtk_grid_get_child_at (GTK_GRID (grid), 2, (int)i);

      gtk_drop_down_set_selected (GTK_DROP_DOWN (field), lines[i].field);
      gtk_editable_set_text (GTK_EDITABLE (words), lines[i].words);
    }
}

static void
shoot_form (Ui *ui)
{
  CsFamiliesPage *page = families_show (ui, FAMILIES_N);
  GtkWidget *form;

  ui_act (page, "families.form", NULL);
  form = ui_find_window (CS_TYPE_QUERY_FORM);
  ui_settle (form);
  fill_form (form);
  ui_shoot (GTK_WINDOW (form), "families-form", 0, 0);
  gtk_window_close (GTK_WINDOW (form));
}

static void
shoot_preferences (Ui *ui)
{
  GtkWidget *window;

  ui_act (ui->window, "win.import-sample-library", NULL);
  ui_act (ui->window, "app.preferences", NULL);
  window = ui_find_window (CS_TYPE_PREFERENCES);
  ui_settle (window);
  ui_shoot (GTK_WINDOW (window), "preferences-general", 0, 0);
  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (window), "library");
  ui_wait (ui_find (window, GTK_TYPE_BUTTON, _ ("Re_move")) != NULL);
  for (guint dark = 0; dark < 2; dark++)
    {
      ui_set_dark (dark);
      ui_shoot (GTK_WINDOW (window), "preferences-library", 0, 0);
      ui_shoot (GTK_WINDOW (window), "preferences-library", 360, 640);
    }
  ui_set_dark (FALSE);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  stop_moving ();
  ui_add ("/shoot/families", families_fill, shoot_list);
  ui_add ("/shoot/families-empty", NULL, shoot_empty);
  ui_add ("/shoot/families-nothing", families_fill, shoot_nothing);
  ui_add ("/shoot/families-card", families_fill, shoot_card);
  ui_add ("/shoot/families-form", families_fill, shoot_form);
  ui_add ("/shoot/preferences", families_fill, shoot_preferences);

  return g_test_run ();
}
