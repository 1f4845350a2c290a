#include "cs-interrupt.h"

#ifdef G_OS_UNIX

#include <signal.h>

#include <glib-unix.h>

static gboolean
cancel (gpointer data)
{
  g_cancellable_cancel (data);

  return G_SOURCE_REMOVE; /* with it goes the handler: the next Ctrl-C is for the program */
}

static gpointer
iterate (gpointer data)
{
  g_autoptr (GMainContext) context = data;

  for (;;)
    g_main_context_iteration (context, TRUE);

  return NULL;
}

/* The commands have no main loop, so the signal gets a thread of its own that sleeps until it
 * comes. */
void
cs_interrupt_watch (GCancellable *cancellable)
{
  GMainContext *context = g_main_context_new ();
  g_autoptr (GSource) source = g_unix_signal_source_new (SIGINT);
  g_autoptr (GThread) thread = NULL;

  g_source_set_callback (source, cancel, g_object_ref (cancellable), g_object_unref);
  g_source_attach (source, context);
  thread = g_thread_new ("interrupt", iterate, context);
}

#else

void
cs_interrupt_watch (GCancellable *cancellable)
{
}

#endif
