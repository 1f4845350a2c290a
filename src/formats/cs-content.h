#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CsContent: what a file is, told from its first bytes and never from its name. */
typedef enum
{
  CS_CONTENT_EMPTY,
  CS_CONTENT_TEXT,
  CS_CONTENT_XML,
  CS_CONTENT_ZIP,
  CS_CONTENT_IMAGE,
  CS_CONTENT_PDF,
  CS_CONTENT_OLE, /* Word and others of before 2007 */
  CS_CONTENT_RTF,
  CS_CONTENT_JSON,
  CS_CONTENT_TABLE,   /* CSV and the like, as databases export lists */
  CS_CONTENT_ARCHIVE, /* packed in another way than ZIP */
  CS_CONTENT_BINARY
} CsContent;

/**
 * cs_content_guess:
 * @bytes: (array length=n_bytes): a file, or its first 4 KB
 * @n_bytes: how many
 *
 * Thread: any.
 *
 * Returns: what the file seems to be; anything that might be text is text
 */
CsContent cs_content_guess (const char *bytes,
                            gsize n_bytes);

/** cs_content_get_name: Returns: (transfer none): what people call it, untranslated (N_()) */
const char *cs_content_get_name (CsContent content);

G_END_DECLS
