#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** cs_samples_write: @error: #GFileError. Writes the sample applications into a new folder of its
 * own. Returns: (transfer full) (array zero-terminated=1): the files, or %NULL */
char **cs_samples_write (GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_samples_remove: deletes what cs_samples_write() has written. @files: (nullable) */
void cs_samples_remove (const char *const *files);

G_END_DECLS
