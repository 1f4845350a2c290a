#pragma once

#include "cs-library-file.h"

G_BEGIN_DECLS

/* The wordings of texts as they are stored; for nobody else. */

/* Between the wordings of different languages: no word reaches over it. */
#define CS_WORDING_BREAK "\n\f\n"

/* A text of a document in one language. */
typedef struct
{
  CsRecordPart part;
  char *language;
  gint64 source;
  char *source_name; /* (nullable): of one that was read */
  char *text;
  gboolean is_new; /* while a record is merged: it has said so */
} CsWording;

void cs_wording_free (CsWording *wording);

/* @parts: bits `1 << CsRecordPart`. Returns: (transfer full) (element-type CsWording): in the order
 * of parts, or NULL */
GPtrArray *cs_library_read_wordings (CsLibrary *library,
                                     gint64 document,
                                     guint parts,
                                     GError **error);

G_END_DECLS
