#include "cs-file-drop.h"

#define ACTION "cs-action"

static gboolean
on_drop (GtkDropTarget *target, const GValue *value)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (GSList *at = g_value_get_boxed (value); at != NULL; at = at->next)
    {
      g_autofree char *path = g_file_get_path (at->data);

      if (path != NULL)
        g_strv_builder_add (paths, path);
    }

  list = g_strv_builder_end (paths);
  if (list[0] == NULL)
    return FALSE;

  gtk_widget_activate_action (widget, g_object_get_data (G_OBJECT (target), ACTION), "^as", list);

  return TRUE;
}

static GdkDragAction
on_enter (GtkWidget *frame)
{
  gtk_widget_set_visible (frame, TRUE);

  return GDK_ACTION_COPY;
}

static void
on_leave (GtkWidget *frame)
{
  gtk_widget_set_visible (frame, FALSE);
}

void
cs_file_drop_add (GtkWidget *widget, const char *action, GtkWidget *frame)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_object_set_data_full (G_OBJECT (target), ACTION, g_strdup (action), g_free);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), NULL);
  g_signal_connect_object (target, "enter", G_CALLBACK (on_enter), frame, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (on_leave), frame, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
