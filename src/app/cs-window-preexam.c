#include "cs-settings.h"
#include "cs-window-private.h"
#include "widgets/cs-names.h"
#include "widgets/cs-toast.h"

/* The pre-examination of the open matter comes over its draft and goes again. */

void
cs_window_leave_preexam (CsWindow *window)
{
  GtkWidget *page = GTK_WIDGET (g_steal_pointer (&window->preexam));

  if (page == NULL)
    return;
  adw_leaflet_set_visible_child (window->levels, GTK_WIDGET (window->page));
  adw_leaflet_remove (window->levels, page);
  cs_document_reload_said (cs_workspace_get_document (window->page));
}

static void
on_show_place (CsWindow *window, guint part, guint unit, guint start)
{
  CsDocument *document = cs_workspace_get_document (window->page);
  guint at = cs_document_map_unit (document, part, unit, NULL) + start;

  cs_window_leave_preexam (window);
  cs_document_go_to (document, part, at, at, TRUE);
}

static void
show_preexam (CsWindow *window)
{
  CsDocument *document = cs_workspace_get_document (window->page);
  g_autofree char *author = cs_settings_dup_author (cs_settings_get_default ());
  g_autoptr (CsPreExamination) exam =
      cs_pre_examination_new (window->service, window->matter, cs_ui_language ());
  GtkWidget *page = cs_preexam_page_new (exam, cs_document_get_info (document)->language);

  g_object_set (exam, "author", author, NULL);
  window->preexam = CS_PREEXAM_PAGE (page);
  g_signal_connect_object (page, "leave", G_CALLBACK (cs_window_leave_preexam), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "show-place", G_CALLBACK (on_show_place), window,
                           G_CONNECT_SWAPPED);
  adw_leaflet_append (window->levels, page);
  adw_leaflet_set_visible_child (window->levels, page);
  gtk_widget_grab_focus (page);
}

static void
on_saved (GObject *document, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsWindow) window = data;
  g_autoptr (GError) error = NULL;
  gboolean saved = cs_document_flush_finish (CS_DOCUMENT (document), result, &error);

  if (window->page == NULL || window->preexam != NULL)
    return;
  if (saved)
    show_preexam (window);
  else if (error != NULL)
    cs_toast_show (window->toasts, error->message);
}

void
cs_window_pre_examine (CsWindow *window)
{
  if (window->page != NULL && window->preexam == NULL)
    cs_document_flush (cs_workspace_get_document (window->page), on_saved, g_object_ref (window));
}
