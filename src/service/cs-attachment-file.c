#include "cs-attachment-file.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "../base/cs-limits.h"
#include "../formats/cs-content.h"
#include "../formats/cs-encoding.h"
#include "../formats/cs-pdf.h"

static GBytes *
load_bytes (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                         G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return NULL;

  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    cs_error_set (error, CS_ERROR_IO, 0, _ ("\"%s\" is no file"), path);
  else if (g_file_info_get_size (info) > CS_MAX_ZIP_ENTRY_BYTES)
    cs_error_set (error, CS_ERROR_LIMIT, 0, _ ("the file is larger than %d MB"),
                  CS_MAX_ZIP_ENTRY_BYTES >> 20);
  else
    return g_file_load_bytes (file, cancellable, NULL, error);

  return NULL;
}

/* What a PDF lacks is said, and the file is attached all the same. */
static gboolean
read_pdf (CsAttachment *attachment,
          GBytes *bytes,
          char **remark,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (GError) reason = NULL;

  attachment->text = cs_pdf_read_text (bytes, &attachment->n_pages, cancellable, &reason);
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }

  if (reason != NULL)
    *remark = g_strdup (reason->message);
  else if (*attachment->text == '\0')
    *remark = g_strdup (_ ("the PDF holds pictures of pages and no text"));

  return TRUE;
}

static char *
dup_plain_text (GBytes *bytes)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  CsDecoding decoding;
  GString *text = NULL;

  if (n_bytes <= CS_MAX_PART_BYTES)
    text = cs_encoding_to_utf8 (data, n_bytes, &decoding, NULL);
  if (text == NULL || text->len > CS_MAX_PART_BYTES || strlen (text->str) != text->len)
    {
      if (text != NULL)
        g_string_free (text, TRUE);
      return NULL;
    }

  return g_string_free (text, FALSE);
}

CsAttachment *
cs_attachment_read (const char *path,
                    GBytes **bytes,
                    char **remark,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (CsAttachment) attachment = g_new0 (CsAttachment, 1);
  g_autoptr (GBytes) loaded = load_bytes (path, cancellable, error);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *said = NULL;
  CsContent content;

  if (loaded == NULL)
    return NULL;

  content = cs_content_guess (g_bytes_get_data (loaded, NULL), g_bytes_get_size (loaded));
  if (content == CS_CONTENT_PDF && !read_pdf (attachment, loaded, &said, cancellable, error))
    return NULL;
  if (content == CS_CONTENT_TEXT)
    attachment->text = dup_plain_text (loaded);
  if (attachment->text == NULL)
    attachment->text = g_strdup ("");
  attachment->name = g_filename_display_name (base);
  attachment->n_bytes = g_bytes_get_size (loaded);
  *bytes = g_steal_pointer (&loaded);
  *remark = g_steal_pointer (&said);

  return g_steal_pointer (&attachment);
}
