#include "charts-page.h"

/* Pictures of the page of charts, for people to look at. */

static const int sizes[][2] = { { 1280, 800 }, { 800, 600 }, { 360, 640 } };

static void
shoot (CsChartsPage *page, const char *name)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  for (guint dark = 0; dark < 2; dark++)
    {
      ui_set_dark (dark);
      for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        ui_shoot (window, name, sizes[i][0], sizes[i][1]);
    }
  ui_set_dark (FALSE);
}

static void
shoot_charts (Ui *ui)
{
  CsChartsPage *page = charts_page_open (ui, "pump");

  for (CsTallyKind kind = 0; kind < CS_N_TALLIES; kind++)
    {
      g_autofree char *name =
          g_strdup_printf ("charts-%u-%s", kind + 1, cs_tally_kind_get_name (kind));

      charts_page_go (page, kind);
      if (kind == CS_TALLY_OFFICES)
        g_object_set (page->picture_view, "selected", "1:9", NULL);
      shoot (page, name);
    }
}

static void
shoot_nothing (Ui *ui)
{
  shoot (charts_page_open (ui, "nowhere"), "charts-nothing");
}

static void
shoot_empty (Ui *ui)
{
  shoot (charts_page_open (ui, ""), "charts-empty");
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  ui_add ("/shoot/charts", charts_page_prepare, shoot_charts);
  ui_add ("/shoot/charts-nothing", charts_page_prepare, shoot_nothing);
  ui_add ("/shoot/charts-empty", NULL, shoot_empty);

  return g_test_run ();
}
