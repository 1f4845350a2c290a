#include "family-page.h"

#include <string.h>

void
family_page_prepare (Ui *ui)
{
  family_world_write (ui->folder);
}

CsFamilyPage *
family_page_open (Ui *ui, const char *number)
{
  gint64 family = family_world_find (ui->folder, number);
  CsLibraryService *service = cs_library_service_new (ui->folder);
  CsFamilyView *view = cs_family_view_new (service, family, "en");
  GtkWidget *window = adw_window_new ();
  GtkWidget *page = cs_family_page_new (view);

  g_object_unref (view);
  g_object_unref (service);
  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  ui_wait (cs_family_view_get_family (view) != NULL);
  ui_wait (gtk_widget_get_mapped (page));

  return CS_FAMILY_PAGE (page);
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
