#include <glib/gi18n-lib.h>

#include "cs-settings.h"
#include "cs-window-private.h"
#include "preexam/cs-signs-window.h"
#include "widgets/cs-names.h"
#include "widgets/cs-toast.h"

/* The pre-examination of the open matter comes over its draft and goes again. */

void
cs_window_leave_preexam (CsWindow *window)
{
  GtkWidget *page = GTK_WIDGET (g_steal_pointer (&window->preexam));

  if (page == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (window->page), TRUE);
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
  gtk_widget_set_visible (GTK_WIDGET (window->page), FALSE); /* else its width is the least */
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

/* --- the signs in the figures --- */

/* What was seen is examined at once, wherever one looks. */
static void
on_ticked (CsWindow *window)
{
  if (window->preexam != NULL)
    cs_pre_examination_start (cs_preexam_page_get_exam (window->preexam));
  else if (window->page != NULL)
    cs_document_reload_said (cs_workspace_get_document (window->page));
}

/* Returns: (transfer full) (nullable): what is shown */
static CsExamResult *
dup_result (CsWindow *window)
{
  CsExamResult *result = NULL;
  CsFindingView *view;

  if (window->preexam != NULL)
    {
      g_object_get (cs_preexam_page_get_exam (window->preexam), "result", &result, NULL);
      return result;
    }

  view = window->page == NULL ? NULL :
                                cs_document_get_view (cs_workspace_get_document (window->page));

  return view == NULL ? NULL : cs_exam_result_ref (view->result);
}

void
cs_window_tick_signs (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsWindow *window = CS_WINDOW (widget);
  g_autofree char *author = cs_settings_dup_author (cs_settings_get_default ());
  g_autoptr (CsExamResult) result = dup_result (window);
  CsSignsSubject subject = { window->service, window->matter, result, author };
  CsSignsWindow *signs;

  if (result == NULL)
    return;
  if (result->draft->figures->len == 0)
    {
      cs_toast_show (window->toasts, _ ("This draft has no figures"));
      return;
    }

  signs = cs_signs_window_present (GTK_WINDOW (window), &subject);
  g_signal_connect_object (signs, "ticked", G_CALLBACK (on_ticked), window, G_CONNECT_SWAPPED);
}
