#pragma once

#include <libxml/tree.h>

#include "cs-docx-package.h"
#include "cs-docx-places.h"
#include "cs-docx.h"

G_BEGIN_DECLS

/* A Word file that was opened; for nobody else than src/formats/docx. */

struct _CsDocx
{
  CsDocxPackage *package;
  xmlDoc *document;     /* of the main part, as it was read; whoever changes it changes a copy */
  GHashTable *images;   /* name of a picture in the draft -> name of its part */
  CsDocxPlaces *places; /* from cs_docx_read() on */
  CsDraft *draft;       /* likewise */
};

G_END_DECLS
