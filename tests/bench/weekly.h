#pragma once

#include <glib.h>

/* What benches on weekly files of USPTO share. */

/* The samples of us-xml in the corpus, one after another; empty when there are none. */
GString *weekly_load_samples (const char *folder);

/* Writes @samples again and again, until the file has @n_bytes or a little more. */
void weekly_write (const char *path,
                   const GString *samples,
                   gsize n_bytes);

/* Parses every document of @samples with libxml2 and callbacks that do nothing, as often as a
 * weekly file of @n_bytes holds them. Returns seconds of CPU time. */
double weekly_time_libxml (const GString *samples,
                           gsize n_bytes);

/* The process's memory high-water mark in kB; 0 where the system does not tell. */
guint64 weekly_peak_memory_kb (void);

/* Sorts the values. */
double weekly_median (double *values,
                      guint n_values);
