#include "cs-document-private.h"

/* What a document is at one moment, for threads that write it somewhere. */

void
cs_document_take_snapshot (CsDocument *document, CsDocumentSnapshot *snapshot)
{
  snapshot->previous = cs_draft_ref (document->draft);
  cs_document_list_texts (document, snapshot->texts);
  for (guint part = 0; part < CS_N_PARTS; part++)
    if (snapshot->texts[part] != NULL)
      cs_text_ref (snapshot->texts[part]);
  snapshot->request = cs_request_dup (document->request);
  snapshot->pictures = cs_picture_set_list_bytes (document->pictures);
}

void
cs_document_snapshot_clear (CsDocumentSnapshot *snapshot)
{
  g_clear_pointer (&snapshot->previous, cs_draft_unref);
  for (guint part = 0; part < CS_N_PARTS; part++)
    g_clear_pointer (&snapshot->texts[part], cs_text_unref);
  g_clear_pointer (&snapshot->request, cs_request_free);
  g_clear_pointer (&snapshot->pictures, g_hash_table_unref);
}

CsDraft *
cs_document_snapshot_compose (const CsDocumentSnapshot *snapshot, GError **error)
{
  return cs_draft_compose (snapshot->previous, snapshot->texts, snapshot->request, error);
}

GBytes *
cs_document_snapshot_find_picture (const CsDocumentSnapshot *snapshot, const char *name)
{
  GBytes *bytes = g_hash_table_lookup (snapshot->pictures, name);

  return bytes == NULL ? NULL : g_bytes_ref (bytes);
}
