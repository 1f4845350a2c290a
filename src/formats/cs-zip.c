#include <string.h>

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "../base/cs-limits.h"
#include "cs-zip.h"

#define CHUNK_BYTES (64 * 1024)
#define RATIO_FREE_BYTES (1024 * 1024) /* unpacked, before the ratio counts */

typedef struct archive Archive;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_read_free)

typedef struct
{
  Archive *archive;
  gsize packed;     /* bytes of the whole ZIP */
  guint64 unpacked; /* from it */
} Zip;

struct _CsZipEntry
{
  Zip *zip;
  const char *name;
};

/* Names of old Chinese tools are in GBK and do not say so. */
static char *
dup_name (struct archive_entry *entry)
{
  const char *utf8 = archive_entry_pathname_utf8 (entry);
  const char *raw = utf8 == NULL ? archive_entry_pathname (entry) : utf8;
  g_autofree char *converted = NULL;

  if (raw == NULL)
    return g_strdup ("");
  if (g_utf8_validate (raw, -1, NULL))
    return g_strdup (raw);

  converted = g_convert (raw, -1, "UTF-8", "GB18030", NULL, NULL, NULL);
  return converted == NULL ? g_utf8_make_valid (raw, -1) : g_steal_pointer (&converted);
}

static gboolean
leads_out (const char *name)
{
  g_auto (GStrv) steps = g_strsplit (name, "/", -1);

  return *name == '/' || strchr (name, '\\') != NULL ||
         (g_ascii_isalpha (name[0]) && name[1] == ':') ||
         g_strv_contains ((const char *const *)steps, "..");
}

static gboolean
check_entry (struct archive_entry *entry, const char *name, GError **error)
{
  if (leads_out (name))
    cs_error_set (error, CS_ERROR_HOSTILE, 0, _ ("entry \"%s\" leads out of the package"), name);
  else if (archive_entry_hardlink (entry) != NULL || archive_entry_symlink (entry) != NULL ||
           (archive_entry_filetype (entry) != AE_IFREG &&
            archive_entry_filetype (entry) != AE_IFDIR))
    cs_error_set (error, CS_ERROR_HOSTILE, 0, _ ("entry \"%s\" is a link or a device"), name);
  else if (archive_entry_is_encrypted (entry))
    cs_error_set (error, CS_ERROR_UNSUPPORTED, 0, _ ("entry \"%s\" is encrypted"), name);
  else
    return TRUE;

  return FALSE;
}

static gboolean
check_size (const CsZipEntry *entry, GError **error)
{
  const Zip *zip = entry->zip;

  if (zip->unpacked > CS_MAX_UNPACKED_BYTES)
    cs_error_set (error, CS_ERROR_LIMIT, 0, _ ("the package is larger than %d MB"),
                  (int)(CS_MAX_UNPACKED_BYTES >> 20));
  else if (zip->unpacked > RATIO_FREE_BYTES && zip->unpacked / CS_MAX_ZIP_RATIO > zip->packed)
    cs_error_set (error, CS_ERROR_HOSTILE, 0, _ ("entry \"%s\" unpacks to more than %d times"),
                  entry->name, CS_MAX_ZIP_RATIO);
  else
    return TRUE;

  return FALSE;
}

static void
set_broken (Zip *zip, GError **error)
{
  const char *reason = archive_error_string (zip->archive);
  g_autofree char *valid = g_utf8_make_valid (reason == NULL ? "" : reason, -1);

  cs_error_set (error, CS_ERROR_SYNTAX, 0, _ ("broken ZIP: %s"), valid);
}

gssize
cs_zip_entry_read (CsZipEntry *entry, char *buffer, gsize n_bytes, GError **error)
{
  Zip *zip = entry->zip;
  gsize n_done = 0;
  la_ssize_t n_read = 1;

  while (n_read > 0 && n_done < n_bytes)
    {
      n_read = archive_read_data (zip->archive, buffer + n_done, n_bytes - n_done);
      n_done += MAX (n_read, 0);
      zip->unpacked += MAX (n_read, 0);
      if (!check_size (entry, error))
        return -1;
    }
  if (n_read < 0)
    {
      set_broken (zip, error);
      return -1;
    }

  return n_done;
}

static gboolean
read_entry (Zip *zip,
            struct archive_entry *header,
            CsZipEntryFunc func,
            gpointer data,
            GError **error)
{
  g_autofree char *name = dup_name (header);
  CsZipEntry entry = { zip, name };

  if (!check_entry (header, name, error))
    return FALSE;

  return archive_entry_filetype (header) == AE_IFDIR || func (data, name, &entry, error);
}

gboolean
cs_zip_walk (const char *bytes,
             gsize n_bytes,
             CsZipEntryFunc func,
             gpointer data,
             GError **error)
{
  g_autoptr (Archive) archive = archive_read_new ();
  Zip zip = { .archive = archive, .packed = n_bytes };
  struct archive_entry *header;
  int result = ARCHIVE_OK;

  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, bytes, n_bytes) != ARCHIVE_OK)
    {
      set_broken (&zip, error);
      return FALSE;
    }

  for (guint n_entries = 0; n_entries <= CS_MAX_ZIP_ENTRIES; n_entries++)
    {
      result = archive_read_next_header (archive, &header);
      if (result != ARCHIVE_OK && result != ARCHIVE_WARN)
        break;
      if (!read_entry (&zip, header, func, data, error))
        return FALSE;
    }

  if (result == ARCHIVE_EOF)
    return TRUE;
  if (result == ARCHIVE_OK || result == ARCHIVE_WARN)
    cs_error_set (error, CS_ERROR_LIMIT, 0, _ ("the package has more than %d files"),
                  CS_MAX_ZIP_ENTRIES);
  else
    set_broken (&zip, error);

  return FALSE;
}

/* --- entries as a whole --- */

/* What cs_zip_read() was asked. */
typedef struct
{
  guint64 *unpacked;
  CsZipFunc func;
  gpointer data;
} Loading;

static gboolean
check_loaded (gsize entry_bytes, guint64 unpacked, const char *name, GError **error)
{
  if (entry_bytes > CS_MAX_ZIP_ENTRY_BYTES)
    cs_error_set (error, CS_ERROR_LIMIT, 0, _ ("entry \"%s\" is larger than %d MB"), name,
                  CS_MAX_ZIP_ENTRY_BYTES >> 20);
  else if (unpacked > CS_MAX_FILE_BYTES)
    cs_error_set (error, CS_ERROR_LIMIT, 0, _ ("the package is larger than %d MB"),
                  CS_MAX_FILE_BYTES >> 20);
  else
    return TRUE;

  return FALSE;
}

static gboolean
load_entry (gpointer data, const char *name, CsZipEntry *entry, GError **error)
{
  const Loading *loading = data;
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autofree char *chunk = g_malloc (CHUNK_BYTES);
  g_autoptr (GBytes) bytes = NULL;
  gssize n_read;

  while ((n_read = cs_zip_entry_read (entry, chunk, CHUNK_BYTES, error)) > 0)
    {
      g_byte_array_append (content, (const guint8 *)chunk, n_read);
      *loading->unpacked += n_read;
      if (!check_loaded (content->len, *loading->unpacked, name, error))
        return FALSE;
    }
  if (n_read < 0)
    return FALSE;

  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&content));
  return loading->func (loading->data, name, bytes, error);
}

gboolean
cs_zip_read (const char *bytes,
             gsize n_bytes,
             guint64 *unpacked,
             CsZipFunc func,
             gpointer data,
             GError **error)
{
  Loading loading = { unpacked, func, data };

  return cs_zip_walk (bytes, n_bytes, load_entry, &loading, error);
}

gboolean
cs_zip_has (const char *bytes, gsize n_bytes, const char *name)
{
  g_autoptr (Archive) archive = archive_read_new ();
  struct archive_entry *entry;
  gboolean found = FALSE;

  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, bytes, n_bytes) != ARCHIVE_OK)
    return FALSE;

  for (guint i = 0; i <= CS_MAX_ZIP_ENTRIES && !found; i++)
    {
      int result = archive_read_next_header (archive, &entry);

      if (result != ARCHIVE_OK && result != ARCHIVE_WARN)
        break;
      found = g_strcmp0 (archive_entry_pathname (entry), name) == 0;
    }

  return found;
}

/* --- one entry, piece by piece --- */

struct _CsZipPart
{
  Archive *archive;
  char *name;
  guint64 n_packed; /* bytes of the whole ZIP */
  guint64 n_unpacked;
};

void
cs_zip_part_free (CsZipPart *entry)
{
  archive_read_free (entry->archive);
  g_free (entry->name);
  g_free (entry);
}

/* Some programs write the names with backslashes, or with letters of another case. */
static gboolean
is_called (struct archive_entry *entry, const char *wanted)
{
  g_autofree char *name = g_strdelimit (dup_name (entry), "\\", '/');

  return g_ascii_strcasecmp (name, wanted) == 0;
}

CsZipPart *
cs_zip_part_open (const char *bytes, gsize n_bytes, const char *name, GError **error)
{
  g_autoptr (CsZipPart) opened = g_new0 (CsZipPart, 1);
  Zip zip = { .archive = opened->archive = archive_read_new () };
  struct archive_entry *entry;
  int result = ARCHIVE_OK;

  opened->name = g_strdup (name);
  opened->n_packed = n_bytes;
  archive_read_support_format_zip (opened->archive);
  if (archive_read_open_memory (opened->archive, bytes, n_bytes) != ARCHIVE_OK)
    {
      set_broken (&zip, error);
      return NULL;
    }

  for (guint n_entries = 0; n_entries <= CS_MAX_ZIP_ENTRIES; n_entries++)
    {
      result = archive_read_next_header (opened->archive, &entry);
      if (result != ARCHIVE_OK && result != ARCHIVE_WARN)
        break;
      if (is_called (entry, name))
        return check_entry (entry, name, error) ? g_steal_pointer (&opened) : NULL;
    }

  if (result == ARCHIVE_FATAL)
    set_broken (&zip, error);
  else
    cs_error_set (error, CS_ERROR_EMPTY, 0, _ ("the package has no \"%s\""), name);
  return NULL;
}

gssize
cs_zip_part_read (CsZipPart *entry, char *buffer, gsize n_bytes, GError **error)
{
  la_ssize_t n_read = archive_read_data (entry->archive, buffer, n_bytes);
  Zip zip = { .archive = entry->archive };

  if (n_read < 0)
    {
      set_broken (&zip, error);
      return -1;
    }

  entry->n_unpacked += n_read;
  if (entry->n_unpacked > CS_MAX_ZIP_STREAM_BYTES)
    cs_error_set (error, CS_ERROR_LIMIT, 0, _ ("entry \"%s\" is larger than %d MB"), entry->name,
                  (int)(CS_MAX_ZIP_STREAM_BYTES >> 20));
  else if (entry->n_unpacked > RATIO_FREE_BYTES &&
           entry->n_unpacked / CS_MAX_ZIP_RATIO > entry->n_packed)
    cs_error_set (error, CS_ERROR_HOSTILE, 0, _ ("entry \"%s\" unpacks to more than %d times"),
                  entry->name, CS_MAX_ZIP_RATIO);
  else
    return n_read;

  return -1;
}
