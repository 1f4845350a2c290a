#pragma once

#include "cs-image.h"
#include "cs-reader.h"

G_BEGIN_DECLS

#define CS_READ_CHUNK_BYTES (64 * 1024) /* read and parsed at a time */

/* What goes with one input from reader to reader; for nobody else than src/formats. */
typedef struct
{
  const char *path;
  guint index; /* of the next document */
  CsReadFunc func;
  gpointer data;
  const char *claims_language; /* (nullable): as in CsReader */
  GCancellable *cancellable;
  const CsImageFolder *images;
  gboolean stopped; /* func wants no more, or cancelled */
} CsReadContext;

/** cs_read_context_give: gives a document, or the error in its place, to whoever reads; takes both
 */
void cs_read_context_give (CsReadContext *context,
                           CsDraft *draft,
                           GError *error);

/** cs_read_context_is_over: Returns: whether it was cancelled or nobody wants more */
gboolean cs_read_context_is_over (CsReadContext *context);

G_END_DECLS
