#include "family-page.h"

/* Pictures of the page of a family, for people to look at. */

static const int sizes[][2] = { { 1280, 800 }, { 800, 600 }, { 360, 640 } };
static const char *const tabs[] = { "members", "timeline", "graph", "claims", "legal", "records" };

static void
shoot_tabs (CsFamilyPage *page, const char *prefix)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));

  for (guint t = 0; t < G_N_ELEMENTS (tabs); t++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%u-%s", prefix, t + 1, tabs[t]);

      family_page_go (page, tabs[t]);
      for (guint dark = 0; dark < 2; dark++)
        {
          ui_set_dark (dark);
          for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
            ui_shoot (window, name, sizes[i][0], sizes[i][1]);
        }
      ui_set_dark (FALSE);
    }
}

static void
shoot_invented (Ui *ui)
{
  CsFamilyPage *page = family_page_open (ui, FAMILY_INVENTED);

  family_page_select (page, "US.202318999112.A");
  if (g_getenv ("QUICK") == NULL)
    shoot_tabs (page, "family");
}

static void
shoot_known (Ui *ui)
{
  shoot_tabs (family_page_open (ui, FAMILY_KNOWN), "family-40799763");
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  ui_add ("/shoot/family", family_page_prepare, shoot_invented);
  ui_add ("/shoot/family-40799763", family_page_prepare, shoot_known);

  return g_test_run ();
}
