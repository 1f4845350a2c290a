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
  shoot_tabs (page, "family");
}

/* Claims in two languages: of CN beside those of EP. */
static void
shoot_languages (Ui *ui)
{
  CsFamilyPage *page = family_page_open (ui, FAMILY_INVENTED);

  family_page_go (page, "claims");
  family_page_choose_claims (page, "left_choice", "CN 119990001 B");
  family_page_choose_claims (page, "right_choice", "EP 4990017 A1");
  for (guint dark = 0; dark < 2; dark++)
    {
      ui_set_dark (dark);
      for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        ui_shoot (GTK_WINDOW (ui->window), "family-4-claims-languages", sizes[i][0], sizes[i][1]);
    }
  ui_set_dark (FALSE);
}

static void
shoot_known (Ui *ui)
{
  shoot_tabs (family_page_open (ui, FAMILY_KNOWN), "family-40799763");
}

/* The marks of a family, and what else comes up over its page. */
static void
shoot_popovers (Ui *ui)
{
  CsFamilyPage *page = family_page_open (ui, FAMILY_INVENTED);

  ui_act (page, "family.marks", NULL);
  ui_settle (GTK_WIDGET (page));
  ui_shoot_widget (GTK_WIDGET (page->marks), "family-marks");
  gtk_popover_popdown (GTK_POPOVER (page->marks));
  gtk_menu_button_popup (page->rating);
  ui_settle (GTK_WIDGET (page));
  ui_shoot_widget (GTK_WIDGET (gtk_menu_button_get_popover (page->rating)), "family-rating");
  gtk_menu_button_popdown (page->rating);
  gtk_menu_button_popup (page->rule);
  ui_settle (GTK_WIDGET (page));
  ui_shoot_widget (GTK_WIDGET (gtk_menu_button_get_popover (page->rule)), "family-rule");
  gtk_menu_button_popdown (page->rule);
}

static void
shoot_records (Ui *ui)
{
  static const char *const names[CS_N_RECORDS_PARTS] = {
    "description",
    "parties",
    "classes",
    "citations",
    "fields",
    "raw",
    "history",
  };
  CsFamilyPage *page = family_page_open (ui, FAMILY_INVENTED);

  family_page_select (page, "US.202318999112.A");
  for (guint part = 0; part < CS_N_RECORDS_PARTS; part++)
    {
      g_autofree char *name = g_strdup_printf ("family-6-records-%s", names[part]);

      ui_act (page, "family.records", "u", part);
      ui_settle (GTK_WIDGET (page));
      ui_shoot (GTK_WINDOW (ui->window), name, 1280, 800);
    }
  ui_set_dark (TRUE);
  ui_shoot (GTK_WINDOW (ui->window), "family-6-records-history", 1280, 800);
  ui_shoot (GTK_WINDOW (ui->window), "family-6-records-history", 360, 640);
  ui_set_dark (FALSE);
}

static void
shoot_recorded (Ui *ui)
{
  if (g_getenv ("CLAIMSMITH_CORPUS") != NULL)
    shoot_tabs (family_page_open (ui, FAMILY_RECORDED), "family-recorded");
  else
    g_test_skip ("CLAIMSMITH_CORPUS is not set");
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  ui_add ("/shoot/family", family_page_prepare, shoot_invented);
  ui_add ("/shoot/family-languages", family_page_prepare, shoot_languages);
  ui_add ("/shoot/family-40799763", family_page_prepare, shoot_known);
  ui_add ("/shoot/family-popovers", family_page_prepare, shoot_popovers);
  ui_add ("/shoot/family-records", family_page_prepare_later, shoot_records);
  ui_add ("/shoot/family-recorded", family_page_prepare_corpus, shoot_recorded);

  return g_test_run ();
}
