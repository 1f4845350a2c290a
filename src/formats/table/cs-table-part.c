#include <string.h>

#include "../../base/cs-error.h"
#include "../cs-zip.h"
#include "cs-table-part.h"

#define CHUNK_BYTES (64 * 1024)
#define ESCAPE_BYTES 7 /* "_x000D_" */

gboolean
cs_table_part_read (const CsTableFile *file,
                    const char *path,
                    CsXml *xml,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (CsZipPart) entry = cs_zip_part_open (file->bytes, file->n_bytes, path, error);
  g_autofree char *chunk = g_malloc (CHUNK_BYTES);
  gssize n_read = 1;

  if (entry == NULL)
    return FALSE;

  while (n_read > 0 && !cs_xml_is_stopped (xml))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      n_read = cs_zip_part_read (entry, chunk, CHUNK_BYTES, error);
      if (n_read > 0)
        cs_xml_push (xml, chunk, n_read);
    }

  return n_read >= 0 && cs_xml_end (xml, error);
}

gboolean
cs_table_part_read_optional (const CsTableFile *file, const char *path, CsXml *xml, GError **error)
{
  g_autoptr (GError) trouble = NULL;

  if (cs_table_part_read (file, path, xml, NULL, &trouble) ||
      g_error_matches (trouble, CS_ERROR, CS_ERROR_EMPTY))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&trouble));
  return FALSE;
}

void
cs_table_part_ignore_text (gpointer data, const char *text, gsize n_bytes)
{
}

void
cs_table_part_ignore_end (gpointer data, const CsXmlElement *element)
{
}

void
cs_table_part_ignore_entity (gpointer data, const char *name)
{
}

/* The character that is written at @at, or -1. */
static int
read_escape (const char *at)
{
  int code = 0;

  if (at[0] != '_' || at[1] != 'x')
    return -1;
  for (guint i = 2; i < ESCAPE_BYTES - 1; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return -1;
      code = code * 16 + g_ascii_xdigit_value (at[i]);
    }

  return at[ESCAPE_BYTES - 1] == '_' ? code : -1;
}

/* Control characters other than line ends and tabs go. */
static gsize
write_char (char *to, int code)
{
  if (code == '\n' || code == '\t' || (code >= 0x20 && code < 0xd800) || code >= 0xe000)
    return g_unichar_to_utf8 (code, to);

  return 0;
}

void
cs_table_part_unescape (GString *text, gsize from)
{
  char *to = strstr (text->str + from, "_x");
  const char *at = to;

  if (to == NULL)
    return;

  while (*at != '\0')
    {
      int code = read_escape (at);

      if (code < 0)
        *to++ = *at++;
      else
        {
          to += write_char (to, code);
          at += ESCAPE_BYTES;
        }
    }
  g_string_truncate (text, to - text->str);
}
