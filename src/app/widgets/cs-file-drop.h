#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * cs_file_drop_add:
 * @widget: takes files and folders of this machine that are dropped on it
 * @action: what becomes of them: an action that takes their paths (array of strings)
 * @frame: shown while they are held over @widget
 *
 * Makes @widget a place where files can be dropped.
 */
void cs_file_drop_add (GtkWidget *widget,
                       const char *action,
                       GtkWidget *frame);

G_END_DECLS
