#include "cs-store-files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static CsStoreError
get_error_code (int number)
{
  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
      return CS_STORE_ERROR_FULL;
    case EROFS:
    case EACCES:
    case EPERM:
      return CS_STORE_ERROR_READ_ONLY;
    case ENOENT:
      return CS_STORE_ERROR_NOT_FOUND;
    default:
      return CS_STORE_ERROR_IO;
    }
}

void
cs_store_set_errno_error (GError **error, int number, const char *path)
{
  g_set_error (error, CS_STORE_ERROR, get_error_code (number),
               _ ("\"%s\" cannot be written (%s); nothing was changed"), path,
               g_strerror (number));
}

gboolean
cs_store_make_folder (const char *path, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return TRUE;

  if (g_mkdir_with_parents (path, 0700) == 0 && g_chmod (path, 0700) == 0)
    return TRUE;

  cs_store_set_errno_error (error, errno, path);

  return FALSE;
}

int
cs_store_lock_folder (const char *folder)
{
  int lock = g_open (folder, O_RDONLY | O_CLOEXEC, 0);

  if (lock >= 0 && flock (lock, LOCK_EX) != 0)
    g_debug ("this file system has no locks");

  return lock;
}

void
cs_store_unlock_folder (int lock)
{
  if (lock >= 0)
    close (lock);
}

char *
cs_store_make_temporary (const char *path, GError **error)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  int descriptor = g_mkstemp_full (temporary, O_RDWR, 0600);

  if (descriptor < 0)
    {
      cs_store_set_errno_error (error, errno, path);
      return NULL;
    }
  if (fchmod (descriptor, 0600) != 0) /* a umask may have taken more than it should */
    g_debug ("the mode of a temporary file stays as it is");
  close (descriptor);

  return g_steal_pointer (&temporary);
}

void
cs_store_discard (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      g_unlink (file);
    }
}

static gboolean
sync_path (const char *path, int flags)
{
  int descriptor = g_open (path, flags | O_CLOEXEC, 0);
  gboolean synced;

  if (descriptor < 0)
    return FALSE;

  synced = fsync (descriptor) == 0;
  close (descriptor);

  return synced;
}

/* A link is made only where nothing is, in one step; not every file system has links. */
static gboolean
link_or_rename (const char *temporary, const char *path)
{
  if (link (temporary, path) == 0)
    return g_unlink (temporary) == 0;
  if (errno == EEXIST || g_file_test (path, G_FILE_TEST_EXISTS))
    {
      errno = EEXIST;
      return FALSE;
    }

  return g_rename (temporary, path) == 0;
}

gboolean
cs_store_place (const char *temporary, const char *path, gboolean replace, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!sync_path (temporary, O_RDWR) ||
      (replace ? g_rename (temporary, path) != 0 : !link_or_rename (temporary, path)))
    {
      cs_store_set_errno_error (error, errno, path);
      return FALSE;
    }

  sync_path (folder, O_RDONLY); /* not every file system can; the file itself is there */

  return TRUE;
}

char *
cs_store_dup_dated_path (const char *folder, const char *prefix, const char *suffix)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *date = g_date_time_format (now, "%Y%m%d-%H%M%S");

  for (guint i = 1;; i++)
    {
      g_autofree char *count = i == 1 ? g_strdup ("") : g_strdup_printf ("-%u", i);
      g_autofree char *name = g_strconcat (prefix, "-", date, count, suffix, NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

gboolean
cs_store_has_bytes (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 && status.st_size > 0;
}
