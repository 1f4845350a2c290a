/* Matter files. The mutations of a fuzzer would seldom keep the sums right, so the input is not the
 * ZIP itself but its entries, and the sums are put right here: "name\nlength\ncontent" each; the
 * manifest's list of entries stands where it says ENTRIES. Anything else is read as it is. */

#include <string.h>

#include "../../src/formats/cs-zip-writer.h"
#include "../../src/service/cs-matter-file.h"
#include "fuzz.h"

#define MAX_ENTRIES 64

typedef struct
{
  const char *name;
  gsize n_name;
  const char *content;
  gsize n_bytes;
} Entry;

/* Reads one entry off the front of what is left. */
static gboolean
take_entry (const char **at, const char *end, Entry *entry)
{
  const char *name_end = memchr (*at, '\n', end - *at);
  const char *length_end =
      name_end == NULL ? NULL : memchr (name_end + 1, '\n', end - name_end - 1);
  g_autofree char *length = NULL;
  guint64 n_bytes;

  if (length_end == NULL)
    return FALSE;
  length = g_strndup (name_end + 1, length_end - name_end - 1);
  if (!g_ascii_string_to_unsigned (length, 10, 0, end - length_end - 1, &n_bytes, NULL))
    return FALSE;

  *entry = (Entry){ *at, name_end - *at, length_end + 1, n_bytes };
  *at = length_end + 1 + n_bytes;

  return TRUE;
}

static char *
dup_listed (const Entry *entries, guint n_entries)
{
  g_autoptr (GString) list = g_string_new ("[");

  for (guint i = 0; i < n_entries; i++)
    {
      g_autofree char *sha256 = g_compute_checksum_for_data (
          G_CHECKSUM_SHA256, (const guchar *)entries[i].content, entries[i].n_bytes);

      if (strncmp (entries[i].name, "m", 1) == 0) /* mimetype, manifest.json */
        continue;
      g_string_append_printf (list, "%s{\"name\":\"%.*s\",\"n_bytes\":", list->len == 1 ? "" : ",",
                              (int)entries[i].n_name, entries[i].name);
      g_string_append_printf (list, "%" G_GSIZE_FORMAT ",\"sha256\":\"%s\"}", entries[i].n_bytes,
                              sha256);
    }
  g_string_append_c (list, ']');

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static GBytes *
put_together (const Entry *entries, guint n_entries)
{
  CsZipWriter *zip = cs_zip_writer_new ();
  g_autofree char *listed = dup_listed (entries, n_entries);

  for (guint i = 0; i < n_entries; i++)
    {
      g_autofree char *name = g_strndup (entries[i].name, entries[i].n_name);
      g_autoptr (GString) content = g_string_new_len (entries[i].content, entries[i].n_bytes);

      if (strcmp (name, "manifest.json") == 0)
        g_string_replace (content, "ENTRIES", listed, 1);
      if (*name != '\0' && g_utf8_validate (name, -1, NULL))
        cs_zip_writer_add (zip, name, content->str, content->len, TRUE);
    }

  return cs_zip_writer_end (zip, NULL);
}

static void
read_one (GBytes *bytes)
{
  g_autoptr (CsMatterFile) file = cs_matter_file_read (bytes, NULL);
  g_autoptr (CsMatter) matter = file == NULL ? NULL : cs_matter_file_dup_matter (file);
  g_autofree char *sha256 G_GNUC_UNUSED =
      matter == NULL ? NULL : cs_draft_dup_sha256 (matter->draft);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *at = (const char *)data;
  const char *end = at + size;
  g_autoptr (GBytes) raw = g_bytes_new_static (data, size);
  g_autoptr (GBytes) made = NULL;
  Entry entries[MAX_ENTRIES];
  guint n_entries = 0;

  cs_matter_file_is_one ((const char *)data, size);
  read_one (raw);
  while (n_entries < MAX_ENTRIES && take_entry (&at, end, &entries[n_entries]))
    n_entries++;
  if (n_entries == 0)
    return 0;

  made = put_together (entries, n_entries);
  if (made != NULL)
    read_one (made);

  return 0;
}
