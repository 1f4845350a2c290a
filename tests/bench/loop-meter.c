#include "loop-meter.h"

#include <time.h>

static struct
{
  GArray *turns;    /* gint64 ns: from poll to poll */
  GArray *handlers; /* gint64 ns: the same without frames */
  gint64 began_ns;
  gint64 frame_ns; /* of the frames of this turn */
  gint64 frame_began_ns;
} meter;

gint64
loop_meter_cpu_ns (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (gint64)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* --- measuring --- */

static int
measure_poll (GPollFD *fds, guint n_fds, int timeout)
{
  int ready;

  if (meter.began_ns != 0)
    {
      gint64 turn = loop_meter_cpu_ns () - meter.began_ns;
      gint64 handlers = turn - meter.frame_ns;

      g_array_append_val (meter.turns, turn);
      g_array_append_val (meter.handlers, handlers);
    }
  ready = g_poll (fds, n_fds, timeout);
  meter.frame_ns = 0;
  meter.began_ns = loop_meter_cpu_ns ();

  return ready;
}

static void
on_frame_begins (GdkFrameClock *clock)
{
  meter.frame_began_ns = loop_meter_cpu_ns ();
}

static void
on_frame_ends (GdkFrameClock *clock)
{
  meter.frame_ns += loop_meter_cpu_ns () - meter.frame_began_ns;
}

void
loop_meter_init (void)
{
  meter.turns = g_array_new (FALSE, FALSE, sizeof (gint64));
  meter.handlers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_main_context_set_poll_func (NULL, measure_poll);
}

void
loop_meter_watch (GtkWidget *window)
{
  GdkFrameClock *clock = gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (window)));

  g_signal_connect (clock, "before-paint", G_CALLBACK (on_frame_begins), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_frame_ends), NULL);
}

void
loop_meter_reset (void)
{
  g_array_set_size (meter.turns, 0);
  g_array_set_size (meter.handlers, 0);
  meter.began_ns = 0;
}

/* --- figures --- */

static int
compare_ns (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *)a;
  gint64 other = *(const gint64 *)b;

  return one < other ? -1 : one > other;
}

guint
loop_meter_count (void)
{
  return meter.turns->len;
}

double
loop_meter_get_ms (gboolean frames, guint percent)
{
  GArray *values = frames ? meter.turns : meter.handlers;

  if (values->len == 0)
    return 0;

  g_array_sort (values, compare_ns);

  return (double)g_array_index (values, gint64, (values->len - 1) * percent / 100) / 1e6;
}
