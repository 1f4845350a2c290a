#pragma once

#include <glib.h>

/* MakeZipEntry: @name: as it stands in the ZIP; @content: of @n_bytes; @link: (nullable): where a
 * symbolic link leads to */
typedef struct
{
  const char *name;
  const char *content;
  gsize n_bytes;
  const char *link;
} MakeZipEntry;

/* A ZIP with the @entries. */
GByteArray *make_zip (const MakeZipEntry *entries,
                      guint n_entries);
