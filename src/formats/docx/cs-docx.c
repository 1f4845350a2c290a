#include "cs-docx-private.h"
#include "read/cs-docx-reader.h"

CsDocx *
cs_docx_open (GBytes *bytes, GError **error)
{
  g_autoptr (CsDocxPackage) package = cs_docx_package_new (bytes, error);
  const CsDocxPart *part;
  xmlDoc *document;
  CsDocx *docx;

  if (package == NULL)
    return NULL;

  part = cs_docx_package_get_part (package, package->main);
  document = cs_docx_xml_parse (part->name, part->bytes, error);
  if (document == NULL)
    return NULL;

  docx = g_new0 (CsDocx, 1);
  docx->bytes = g_bytes_ref (bytes);
  docx->package = g_steal_pointer (&package);
  docx->document = document;
  docx->images = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  docx->places = cs_docx_places_new ();

  return docx;
}

void
cs_docx_free (CsDocx *docx)
{
  g_bytes_unref (docx->bytes);
  cs_docx_package_free (docx->package);
  xmlFreeDoc (docx->document);
  g_hash_table_unref (docx->images);
  cs_docx_places_free (docx->places);
  g_clear_pointer (&docx->draft, cs_draft_unref);
  g_free (docx);
}

static CsDraft *
read_draft (CsDocx *docx, const char *path, GError **error)
{
  g_autoptr (CsBooks) books = cs_books_new (cs_draft_builder_new (path, 0, CS_DOCX_FORMAT), NULL);
  g_autoptr (CsDocxReader) reader = cs_docx_reader_new (docx, books);

  if (!cs_docx_reader_read (reader, CS_HEADING_NONE, error))
    return NULL;

  cs_books_close (books);
  cs_docx_reader_finish (reader);
  cs_docx_places_sort (docx->places);

  return cs_books_end (g_steal_pointer (&books), error);
}

CsDraft *
cs_docx_read (CsDocx *docx, const char *path, GError **error)
{
  g_clear_pointer (&docx->draft, cs_draft_unref);
  docx->draft = read_draft (docx, path, error);

  return docx->draft == NULL ? NULL : cs_draft_ref (docx->draft);
}

GBytes *
cs_docx_load_image (CsDocx *docx, const char *name)
{
  const char *part_name = g_hash_table_lookup (docx->images, name);
  const CsDocxPart *part =
      part_name == NULL ? NULL : cs_docx_package_get_part (docx->package, part_name);

  return part == NULL ? NULL : g_bytes_ref (part->bytes);
}
