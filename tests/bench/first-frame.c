#include "first-frame.h"

#include <stdlib.h>

static FirstFrameFunc is_filled;
static double first_ms;

static double
get_ms (void)
{
  const char *began = g_getenv (FIRST_FRAME_BEGAN);
  gint64 began_us = began != NULL ? g_ascii_strtoll (began, NULL, 10) : 0;

  return (g_get_monotonic_time () - began_us) / 1e3;
}

static void
on_painted (GdkFrameClock *clock, GtkWindow *window)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (window)))
    return;
  if (first_ms == 0)
    first_ms = get_ms ();
  if (!is_filled (window))
    return;

  g_print ("%.1f %.1f\n", first_ms, get_ms ());
  exit (EXIT_SUCCESS); /* how long it takes to close is not measured */
}

static void
on_realized (GtkWidget *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  g_signal_connect (gdk_surface_get_frame_clock (surface), "after-paint", G_CALLBACK (on_painted),
                    window);
}

static void
on_window_added (GtkApplication *application, GtkWindow *window)
{
  g_signal_connect (window, "realize", G_CALLBACK (on_realized), NULL);
}

void
first_frame_watch (GtkApplication *application, FirstFrameFunc func)
{
  is_filled = func;
  g_signal_connect (application, "window-added", G_CALLBACK (on_window_added), NULL);
}
