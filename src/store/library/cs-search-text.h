#pragma once

#include "cs-library-file.h"
#include "cs-search-marks.h"

G_BEGIN_DECLS

/* Texts of a document as a search shows them; for nobody else. */

typedef struct
{
  gint64 id;
  char *number;                   /* (nullable): as printed; NULL: the document is gone */
  char *office;                   /* (nullable) */
  char *texts[CS_N_SEARCH_PARTS]; /* (nullable): of each part */
} CsSearchDocument;

/* Fills @document, which is to be cleared. */
gboolean cs_search_document_load (CsLibrary *library,
                                  gint64 id,
                                  gboolean with_description,
                                  CsSearchDocument *document,
                                  GError **error);

void cs_search_document_clear (CsSearchDocument *document);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CsSearchDocument, cs_search_document_clear)

/* Returns: (transfer full): where @passage of @document stands, as a person says it */
char *cs_search_document_dup_place (const CsSearchDocument *document,
                                    const CsSearchPassage *passage);

G_END_DECLS
