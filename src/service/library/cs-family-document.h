#pragma once

#include "cs-library-service.h"

G_BEGIN_DECLS

/**
 * CsFamilyDocument:
 * @id: store_id of a publication
 * @texts: (element-type CsLibraryText): abstracts and descriptions
 * @facts: (element-type CsLibraryFact): parties, classes, fields
 * @raws: (element-type CsLibraryRaw): its records as they were
 *
 * What one document of a family says beside its claims.
 */
typedef struct
{
  gint64 id;
  GPtrArray *texts;
  GPtrArray *facts;
  GPtrArray *raws;
} CsFamilyDocument;

/** cs_family_document_free: frees it with all it holds */
void cs_family_document_free (CsFamilyDocument *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsFamilyDocument, cs_family_document_free)

/** cs_family_document_load_async: @document: store_id of a publication. Loads it in the thread that
 * reads */
void cs_family_document_load_async (CsLibraryService *service,
                                    gint64 document,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data);

/** cs_family_document_load_finish: Returns: (transfer full): the document, %NULL with @error set
 * when it failed */
CsFamilyDocument *cs_family_document_load_finish (CsLibraryService *service,
                                                  GAsyncResult *result,
                                                  GError **error);

G_END_DECLS
