#include <glib/gi18n-lib.h>

#include "cs-settings.h"
#include "cs-window-private.h"
#include "widgets/cs-dialog.h"
#include "widgets/cs-toast.h"

/* One matter comes over the list and goes again. */

static CsProgram *
get_application (CsWindow *window)
{
  return CS_PROGRAM (gtk_window_get_application (GTK_WINDOW (window)));
}

/* What works on the list is not to be had while a matter covers it. */
void
cs_window_update_level (CsWindow *window)
{
  GtkWidget *widget = GTK_WIDGET (window);
  gboolean at_list = window->page == NULL && window->over == NULL;

  gtk_widget_action_set_enabled (widget, "win.new",
                                 at_list && cs_window_get_room (window) == CS_ROOM_DRAFTS);
  gtk_widget_action_set_enabled (widget, "win.room", at_list);
  gtk_widget_action_set_enabled (widget, "win.search", at_list);
  gtk_widget_action_set_enabled (widget, "win.sidebar", at_list);
  gtk_widget_action_set_enabled (widget, "win.menu", at_list);
  gtk_widget_action_set_enabled (widget, "win.back", !at_list);
}

/* --- a matter comes --- */

static void
add_default_offices (CsDocument *document)
{
  const CsMatterInfo *info = cs_document_get_info (document);
  guint offices;

  if (info->opened_us != 0)
    return;

  g_object_get (document, "offices", &offices, NULL);
  offices |= cs_settings_get_offices (cs_settings_get_default (), info->language);
  g_object_set (document, "offices", offices, NULL);
}

static void
update_author (CsDocument *document)
{
  g_autofree char *author = cs_settings_dup_author (cs_settings_get_default ());

  cs_document_set_author (document, author);
}

static void
show_matter (CsWindow *window, CsMatter *matter)
{
  g_autoptr (CsDocument) document = cs_document_new (window->service, matter);
  GtkWidget *page = cs_workspace_new (document);

  add_default_offices (document);
  update_author (document);
  g_signal_connect_object (cs_settings_get_default (), "notify::author",
                           G_CALLBACK (update_author), document, G_CONNECT_SWAPPED);

  window->page = CS_WORKSPACE (page);
  cs_workspace_set_library (window->page, cs_program_get_library (get_application (window)));
  g_signal_connect_object (page, "leave", G_CALLBACK (cs_window_leave), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "pre-examine", G_CALLBACK (cs_window_pre_examine), window,
                           G_CONNECT_SWAPPED);
  g_object_bind_property (document, "name", window, "title", G_BINDING_SYNC_CREATE);
  adw_leaflet_append (window->levels, page);
  adw_leaflet_set_visible_child (window->levels, page);
  cs_window_update_level (window);
}

static void
on_loaded (GObject *service, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsWindow) window = data;
  g_autoptr (GError) error = NULL;
  CsMatter *matter = cs_store_service_load_finish (CS_STORE_SERVICE (service), result, &error);

  /* whoever quits meanwhile does not see it any more */
  if (matter != NULL && window->levels != NULL && get_application (window) != NULL)
    {
      show_matter (window, matter);
      return;
    }

  window->matter = 0;
  g_clear_pointer (&matter, cs_matter_free);
  if (error != NULL && window->toasts != NULL)
    cs_toast_show (window->toasts, error->message);
}

void
cs_window_open (CsWindow *window, gint64 matter)
{
  GtkWindow *other = cs_program_find_window (get_application (window), matter);

  if (other == NULL && (window->matter != 0 || window->over != NULL))
    {
      other = GTK_WINDOW (cs_window_new (get_application (window)));
      cs_window_open (CS_WINDOW (other), matter);
    }
  if (other != NULL)
    {
      gtk_window_present (other);
      return;
    }

  window->matter = matter;
  cs_store_service_load (window->service, matter, NULL, on_loaded, g_object_ref (window));
}

gint64
cs_window_get_matter (CsWindow *window)
{
  return window->matter;
}

/* --- a matter goes --- */

static void
drop_page (CsWindow *window)
{
  GtkWidget *page;

  cs_window_leave_preexam (window);
  page = GTK_WIDGET (g_steal_pointer (&window->page));
  window->matter = 0;
  cs_window_update_level (window);
  if (window->is_closing)
    {
      window->may_close = TRUE;
      gtk_window_close (GTK_WINDOW (window));
      return;
    }

  gtk_window_set_title (GTK_WINDOW (window), _ ("Claimsmith"));
  adw_leaflet_set_visible_child (window->levels, GTK_WIDGET (window->flap));
  adw_leaflet_remove (window->levels, page);
}

static void
on_unsaved (CsWindow *window, const char *response)
{
  if (g_str_equal (response, "discard"))
    drop_page (window);
  else if (g_str_equal (response, "copy"))
    gtk_widget_activate_action (GTK_WIDGET (window->page), "draft.save-copy", NULL);
  window->is_closing = FALSE;
}

static void
ask_about_unsaved (CsWindow *window, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), _ ("Not saved"), NULL);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_format_body (message, _ ("%s\n\nThe text is still here."),
                                  error != NULL ? error->message : "");
  adw_message_dialog_add_responses (message, "stay", _ ("_Stay"), "copy", _ ("Save a _copy…"),
                                    "discard", _ ("_Leave without saving"), NULL);
  adw_message_dialog_set_response_appearance (message, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (message, "stay");
  adw_message_dialog_set_close_response (message, "stay");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_unsaved), window, G_CONNECT_SWAPPED);
  cs_dialog_present (message);
}

static void
on_closed (GObject *document, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsWindow) window = data;
  g_autoptr (GError) error = NULL;
  gboolean closed = cs_document_flush_finish (CS_DOCUMENT (document), result, &error);

  if (window->page == NULL)
    return;
  if (closed)
    drop_page (window);
  else
    ask_about_unsaved (window, error);
}

void
cs_window_leave (CsWindow *window)
{
  if (window->page != NULL)
    cs_document_flush (cs_workspace_get_document (window->page), on_closed, g_object_ref (window));
}
