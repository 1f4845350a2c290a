#include "cs-family-document.h"

#include "../../store/cs-library.h"

void
cs_family_document_free (CsFamilyDocument *document)
{
  g_clear_pointer (&document->texts, g_ptr_array_unref);
  g_clear_pointer (&document->facts, g_ptr_array_unref);
  g_clear_pointer (&document->raws, g_ptr_array_unref);
  g_free (document);
}

static gpointer
load (CsLibrary *library,
      CsSearcher *searcher,
      gpointer data,
      GCancellable *cancellable,
      GError **error)
{
  const guint parts = 1u << CS_RECORD_ABSTRACT | 1u << CS_RECORD_DESCRIPTION;
  g_autoptr (CsFamilyDocument) document = g_new0 (CsFamilyDocument, 1);

  document->id = *(const gint64 *)data;
  document->texts = cs_library_load_texts (library, document->id, parts, error);
  if (document->texts != NULL)
    document->facts = cs_library_load_facts (library, document->id, error);
  if (document->facts != NULL)
    document->raws = cs_library_load_raw (library, document->id, error);

  return document->raws != NULL ? g_steal_pointer (&document) : NULL;
}

void
cs_family_document_load_async (CsLibraryService *service,
                               gint64 document,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  const CsLibraryJob job = { load, g_memdup2 (&document, sizeof document), g_free,
                             (GDestroyNotify)cs_family_document_free, FALSE };

  cs_library_service_read (service, &job, cancellable, callback, data);
}

CsFamilyDocument *
cs_family_document_load_finish (CsLibraryService *service, GAsyncResult *result, GError **error)
{
  return cs_library_service_finish (service, result, error);
}
