#include "cs-progress.h"

#include <stdio.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#define INTERVAL_US 100000 /* between two drawings */
#define BAR_COLUMNS 24

void
cs_progress_init (CsProgress *progress, guint n_total)
{
  *progress = (CsProgress){ .enabled = isatty (STDERR_FILENO),
                            .n_total = n_total,
                            .drawn_us = g_get_monotonic_time () };
}

void
cs_progress_update (CsProgress *progress)
{
  gint64 now_us = g_get_monotonic_time ();
  guint filled;
  g_autofree char *count = NULL;

  if (!progress->enabled || now_us - progress->drawn_us < INTERVAL_US)
    return;

  filled = progress->n_total == 0 ? 0 : BAR_COLUMNS * progress->n_done / progress->n_total;
  if (progress->is_plain)
    count = g_strdup ("");
  else
    count = g_strdup_printf (_ ("%u of %u inputs, %u documents"), progress->n_done,
                             progress->n_total, progress->n_documents);
  fputs ("\r\033[K[", stderr);
  for (guint i = 0; i < BAR_COLUMNS; i++)
    fputc (i < filled ? '#' : ' ', stderr);
  fprintf (stderr, "] %s", count);
  fflush (stderr);
  progress->drawn_us = now_us;
  progress->visible = TRUE;
}

void
cs_progress_hide (CsProgress *progress)
{
  if (!progress->visible)
    return;

  fputs ("\r\033[K", stderr);
  fflush (stderr);
  progress->visible = FALSE;
}
