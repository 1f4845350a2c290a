#include <archive.h>
#include <archive_entry.h>

#include "make-zip.h"

static la_ssize_t
append (struct archive *archive, void *data, const void *bytes, size_t n_bytes)
{
  g_byte_array_append (data, bytes, n_bytes);

  return n_bytes;
}

static void
write_entry (struct archive *archive, const MakeZipEntry *source)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, source->name);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_filetype (entry, source->link == NULL ? AE_IFREG : AE_IFLNK);
  if (source->link != NULL)
    archive_entry_set_symlink (entry, source->link);
  else
    archive_entry_set_size (entry, source->n_bytes);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  if (source->n_bytes > 0)
    g_assert_cmpint (archive_write_data (archive, source->content, source->n_bytes), ==,
                     source->n_bytes);
  archive_entry_free (entry);
}

GByteArray *
make_zip (const MakeZipEntry *entries, guint n_entries)
{
  GByteArray *bytes = g_byte_array_new ();
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  archive_write_set_bytes_in_last_block (archive, 1);
  g_assert_cmpint (archive_write_open (archive, bytes, NULL, append, NULL), ==, ARCHIVE_OK);
  for (guint i = 0; i < n_entries; i++)
    write_entry (archive, &entries[i]);
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);

  return bytes;
}
