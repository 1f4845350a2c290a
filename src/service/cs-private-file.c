#include "cs-private-file.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "../base/cs-error.h"

static void
set_errno_error (GError **error, int number, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  cs_error_set (error, CS_ERROR_IO, 0, _ ("\"%s\" cannot be written: %s"), name,
                g_strerror (number));
}

/* Writes and syncs. Returns: 0, or what the system said */
static int
fill (int descriptor, GBytes *bytes)
{
  gsize n_left;
  const char *at = g_bytes_get_data (bytes, &n_left);

  while (n_left > 0)
    {
      gssize n_written = write (descriptor, at, n_left);

      if (n_written < 0 && errno == EINTR)
        continue;
      if (n_written < 0)
        return errno;
      at += n_written;
      n_left -= n_written;
    }

  return fsync (descriptor) == 0 ? 0 : errno;
}

/* As above. */
static int
write_temporary (char *temporary, GBytes *bytes)
{
  int descriptor = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0600);
  int number;

  if (descriptor < 0)
    return errno;

  number = fill (descriptor, bytes);
  if (close (descriptor) != 0 && number == 0)
    number = errno;
  if (number != 0)
    g_unlink (temporary);

  return number;
}

gboolean
cs_private_file_write (const char *path,
                       GBytes *bytes,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  int number = write_temporary (temporary, bytes);

  if (number != 0)
    {
      set_errno_error (error, number, path);
      return FALSE;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      g_unlink (temporary);
      return FALSE;
    }
  if (g_rename (temporary, path) == 0)
    return TRUE;

  set_errno_error (error, errno, path);
  g_unlink (temporary);

  return FALSE;
}

/* --- piece by piece --- */

char *
cs_private_file_begin (const char *path, GError **error)
{
  char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  int descriptor = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0600);

  if (descriptor >= 0)
    {
      close (descriptor);
      return temporary;
    }

  set_errno_error (error, errno, path);
  g_free (temporary);

  return NULL;
}

/* Returns: 0, or what the system said */
static int
sync_file (const char *path)
{
  int descriptor = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  int number = 0;

  if (descriptor < 0)
    return errno;

  if (fsync (descriptor) != 0)
    number = errno;
  close (descriptor);

  return number;
}

gboolean
cs_private_file_end (const char *temporary, const char *path, GError **error)
{
  int number = sync_file (temporary);

  if (number == 0 && g_rename (temporary, path) == 0)
    return TRUE;

  set_errno_error (error, number == 0 ? errno : number, path);
  g_unlink (temporary);

  return FALSE;
}

void
cs_private_file_give_up (const char *temporary, const char *path, GError *error)
{
  g_autofree char *own = g_filename_display_basename (temporary);
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GString) message = NULL;

  g_unlink (temporary);
  if (error == NULL)
    return;

  message = g_string_new (error->message);
  g_string_replace (message, own, name, 0);
  g_free (error->message);
  error->message = g_string_free (g_steal_pointer (&message), FALSE);
}
