#include "family-page.h"

#include <string.h>

#include "../../src/service/library/cs-intake.h"

void
family_page_prepare (Ui *ui)
{
  family_world_write (ui->folder);
}

void
family_page_prepare_later (Ui *ui)
{
  family_world_write (ui->folder);
  family_world_write_later (ui->folder);
}

void
family_page_prepare_corpus (Ui *ui)
{
  const CsIntake intake = { .label = "ops", .today = day (20261123) };
  const char *corpus = g_getenv ("CLAIMSMITH_CORPUS");
  g_autofree char *answers = corpus == NULL ? NULL : g_build_filename (corpus, "ops", NULL);
  const char *const paths[] = { answers, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibrary) library = NULL;
  CsLibraryRun *run;

  if (corpus == NULL)
    return;

  library = cs_library_open (ui->folder, &error);
  g_assert_no_error (error);
  run = cs_intake_files (&intake, library, paths, NULL, &error);
  g_assert_no_error (error);
  cs_library_run_free (run);
}

CsFamilyPage *
family_page_open (Ui *ui, const char *number)
{
  gint64 family = family_world_find (ui->folder, number);
  CsFamilyPage *page;
  AdwLeaflet *levels;

  g_assert_cmpint (family, >, 0);
  ui_act (ui->window, "win.open-family", "x", family);
  page = CS_FAMILY_PAGE (ui_get (GTK_WIDGET (ui->window), CS_TYPE_FAMILY_PAGE, NULL));
  ui_wait (cs_family_view_get_family (page->view) != NULL);
  levels = ADW_LEAFLET (gtk_widget_get_ancestor (GTK_WIDGET (page), ADW_TYPE_LEAFLET));
  ui_wait (!adw_leaflet_get_child_transition_running (levels)); /* no popover comes up on its way */

  return page;
}

void
family_page_go (CsFamilyPage *page, const char *tab)
{
  gboolean busy;

  ui_act (page, "family.tab", "s", tab);
  do
    {
      ui_settle (GTK_WIDGET (page));
      g_object_get (page->claims, "busy", &busy, NULL);
    }
  while (busy);
}

void
family_page_choose_claims (CsFamilyPage *page, const char *choice, const char *name)
{
  GObject *object =
      gtk_widget_get_template_child (GTK_WIDGET (page->claims), CS_TYPE_CLAIMS_VIEW, choice);
  GListModel *names = gtk_drop_down_get_model (GTK_DROP_DOWN (object));
  guint index = G_MAXUINT;

  for (guint i = 0; i < g_list_model_get_n_items (names); i++)
    if (g_str_has_prefix (gtk_string_list_get_string (GTK_STRING_LIST (names), i), name))
      index = i;
  g_assert_cmpuint (index, !=, G_MAXUINT);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (object), index);
  family_page_go (page, "claims");
}

void
family_page_select (CsFamilyPage *page, const char *number)
{
  const CsFamily *family = cs_family_view_get_family (page->view);

  for (guint i = 0; i < family->applications->len; i++)
    {
      const CsApplication *application = family->applications->pdata[i];

      if (strcmp (cs_number_get_id (application->number), number) == 0)
        g_object_set (page, "selected", number, NULL);
    }
  g_assert_cmpstr (page->selected, ==, number);
}
