#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "../base/cs-limits.h"
#include "cs-matter-file-private.h"

/* Matter files on the disk: told by their content, read whole, written in one step. */

#define HEADER_BYTES 30 /* of a ZIP entry, before its name */
#define HEAD_BYTES 256  /* enough to tell what a file is */

static guint
read_short (const char *at)
{
  return (guchar)at[0] | (guchar)at[1] << 8;
}

gboolean
cs_matter_file_is_one (const char *head, gsize n_bytes)
{
  gsize n_name = strlen (CS_ENTRY_MIMETYPE);
  gsize content;

  if (n_bytes < HEADER_BYTES + n_name || memcmp (head, "PK\3\4", 4) != 0 ||
      read_short (head + 8) != 0 || read_short (head + 26) != n_name ||
      memcmp (head + HEADER_BYTES, CS_ENTRY_MIMETYPE, n_name) != 0)
    return FALSE;

  content = HEADER_BYTES + n_name + read_short (head + 28);

  return n_bytes >= content + strlen (CS_MATTER_FILE_MIME) &&
         memcmp (head + content, CS_MATTER_FILE_MIME, strlen (CS_MATTER_FILE_MIME)) == 0;
}

gboolean
cs_matter_file_is_at (const char *path)
{
  char head[HEAD_BYTES];
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  gsize n_read = 0;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR)) /* a pipe can be read once */
    return FALSE;
  stream = g_file_read (file, NULL, NULL);

  return stream != NULL &&
         g_input_stream_read_all (G_INPUT_STREAM (stream), head, sizeof head, &n_read, NULL,
                                  NULL) &&
         cs_matter_file_is_one (head, n_read);
}

static gboolean
check_size (GFile *file, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, error);

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_size (info) <= CS_MAX_FILE_BYTES)
    return TRUE;

  cs_error_set (error, CS_ERROR_LIMIT, 0, _ ("the file is larger than %d MB"),
                CS_MAX_FILE_BYTES >> 20);

  return FALSE;
}

CsMatterFile *
cs_matter_file_load (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = NULL;

  if (!check_size (file, error))
    return NULL;
  bytes = g_file_load_bytes (file, NULL, NULL, error);

  return bytes == NULL ? NULL : cs_matter_file_read_as (bytes, path, error);
}
