#pragma once

#include <gtk/gtk.h>

/* When a program that starts has something on the screen, told to the bench that started it. */

/* The bench puts the moment before it started the program here: monotonic, in microseconds. */
#define FIRST_FRAME_BEGAN "FIRST_FRAME_BEGAN_US"

/* Whether the frame that was just painted is the last one to be measured. */
typedef gboolean (*FirstFrameFunc) (GtkWindow *window);

/**
 * first_frame_watch:
 * @application: a program that makes one window and presents it
 * @is_filled: whether that window shows what it is there for
 *
 * Prints the milliseconds to the first frame of the window and to the first one with which it is
 * filled, then leaves.
 */
void first_frame_watch (GtkApplication *application,
                        FirstFrameFunc is_filled);
