#pragma once

#include <libxml/tree.h>

#include "cs-docx-package.h"
#include "cs-docx-places.h"
#include "cs-docx.h"

/* A Word file that was opened; for nobody else than src/formats/docx. Whoever wants to change the
 * tree opens and reads the bytes once more, which gives the same places in a tree of his own. */

#define CS_DOCX_FORMAT "docx" /* of a draft */

struct _CsDocx
{
  GBytes *bytes; /* the file as it was given */
  CsDocxPackage *package;
  xmlDoc *document;     /* of the main part, as it was read */
  GHashTable *images;   /* name of a picture in the draft -> name of its part */
  GHashTable *taken;    /* (nullable): names of pictures of all files of one draft; lent */
  CsDocxPlaces *places; /* from cs_docx_read() on */
  CsDraft *draft;       /* likewise */
};
