#pragma once

#include "cs-table-part.h"

G_BEGIN_DECLS

/* The strings that the sheets of a workbook share, in one piece; for nobody else than
 * src/formats/table. */

typedef struct
{
  GString *text;  /* each with a NUL behind it */
  GArray *starts; /* guint32: of each in it */
} CsTableStrings;

void cs_table_strings_init (CsTableStrings *strings);

void cs_table_strings_clear (CsTableStrings *strings);

/* Reads the part @path, if there is one. Returns: whether it went well */
gboolean cs_table_strings_read (CsTableStrings *strings,
                                const CsTableFile *file,
                                const char *path,
                                GError **error);

/* Returns: (nullable): the string of that number */
const char *cs_table_strings_get (const CsTableStrings *strings, guint64 number);

G_END_DECLS
