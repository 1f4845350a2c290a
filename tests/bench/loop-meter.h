#pragma once

#include <gtk/gtk.h>

/* What the main loop does between two polls, in CPU time of its thread: turns, with and without the
 * frames that GTK draws in them. One meter a program. */

/** loop_meter_init: measures the loop from now on */
void loop_meter_init (void);

/** loop_meter_watch: knows the frames of @window, which is on the screen, from now on */
void loop_meter_watch (GtkWidget *window);

/** loop_meter_reset: forgets what was measured */
void loop_meter_reset (void);

/** loop_meter_count: Returns: turns since it forgot */
guint loop_meter_count (void);

/** loop_meter_get_ms: @frames: with the frames in them. Returns: what @percent of the turns did not
 * take longer than */
double loop_meter_get_ms (gboolean frames,
                          guint percent);

/** loop_meter_cpu_ns: Returns: CPU time of this thread */
gint64 loop_meter_cpu_ns (void);
