#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** cs_library_restore_ask: asks the user for a backup of a library, for @widget, and activates its
 * action @action with the path as a string; the string lives as long as the program */
void cs_library_restore_ask (GtkWidget *widget,
                             const char *action);

G_END_DECLS
