#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "cs-store-files.h"
#include "cs-store-open.h"

#define BACKUPS_KEPT 3 /* of each reason */
#define DAILY "daily"
#define DAILY_KEPT 7
#define BACKUP_PREFIX "drafts"

/* A copy without what was deleted, in one file and of one moment. */
static gboolean
write_file (CsDraftStore *store, const char *path, GCancellable *cancellable, GError **error)
{
  g_auto (CsStatement) copy = cs_statement (store, "VACUUM INTO ?1");
  gboolean copied;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  cs_bind_text (&copy, 1, path);
  cs_store_watch (store, cancellable);
  copied = cs_statement_run (&copy, error);
  cs_store_watch (store, NULL);

  return copied;
}

gboolean
cs_draft_store_backup (CsDraftStore *store,
                       const char *path,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autofree char *temporary = cs_store_make_temporary (full, error);
  gboolean written;

  if (temporary == NULL)
    return FALSE;

  written = write_file (store, temporary, cancellable, error) &&
            cs_store_place (temporary, full, FALSE, error);
  cs_store_discard (temporary);

  return written;
}

/* --- the folder of backups --- */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return -strcmp (*(char *const *)a, *(char *const *)b);
}

/* Paths of the backups whose names end in @suffix, the newest first: dates sort as they pass. */
static char **
list_backups (const char *folder, const char *suffix)
{
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    if (g_str_has_prefix (name, BACKUP_PREFIX "-") && g_str_has_suffix (name, suffix))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));

  g_ptr_array_sort (paths, compare_names);
  g_ptr_array_add (paths, NULL);

  return (char **)g_ptr_array_free (g_steal_pointer (&paths), FALSE);
}

char **
cs_draft_store_list_backups (const char *folder)
{
  g_autofree char *backups = g_build_filename (folder, CS_STORE_BACKUPS, NULL);

  return list_backups (backups, ".db");
}

static void
delete_old (const char *folder, const char *suffix, guint n_kept)
{
  g_auto (GStrv) paths = list_backups (folder, suffix);

  for (guint i = 0; paths[i] != NULL; i++)
    if (i >= n_kept)
      g_unlink (paths[i]);
}

static gboolean
keep_backup (CsDraftStore *store, const char *reason, guint n_kept, GError **error)
{
  g_autofree char *home = g_path_get_dirname (store->path);
  g_autofree char *folder = g_build_filename (home, CS_STORE_BACKUPS, NULL);
  g_autofree char *suffix = g_strconcat ("-", reason, ".db", NULL);
  g_autofree char *path = cs_store_dup_dated_path (folder, BACKUP_PREFIX, suffix);

  if (!cs_store_make_folder (folder, error) ||
      !cs_draft_store_backup (store, path, NULL, error))
    return FALSE;

  delete_old (folder, suffix, n_kept);

  return TRUE;
}

gboolean
cs_store_keep_backup (CsDraftStore *store, const char *reason, GError **error)
{
  return keep_backup (store, reason, BACKUPS_KEPT, error);
}

/* --- one a day --- */

/* Returns: (transfer full) (nullable): when the backup @path was made, as its name has it */
static GDateTime *
read_date (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  int year, month, day, hour, minute, second;

  if (sscanf (name, BACKUP_PREFIX "-%4d%2d%2d-%2d%2d%2d", &year, &month, &day, &hour, &minute,
              &second) != 6)
    return NULL;

  return g_date_time_new_utc (year, month, day, hour, minute, second);
}

/* A backup of the future says nothing: the clock was wrong then, or it is wrong now. */
static gboolean
has_fresh_backup (const char *folder)
{
  g_auto (GStrv) paths = cs_draft_store_list_backups (folder);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GDateTime) made = read_date (paths[i]);
      GTimeSpan age = made != NULL ? g_date_time_difference (now, made) : -1;

      if (age >= 0 && age < G_TIME_SPAN_DAY)
        return TRUE;
    }

  return FALSE;
}

gboolean
cs_draft_store_backup_daily (CsDraftStore *store, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (store->path);
  gint64 any = 0;

  if (has_fresh_backup (folder))
    return TRUE;
  if (!cs_store_query_int (store, "SELECT EXISTS (SELECT 1 FROM matter)", &any, error))
    return FALSE;

  return any == 0 || keep_backup (store, DAILY, DAILY_KEPT, error);
}

/* --- a damaged store --- */

/* The log and its index go with the store: without them it may be worth less. */
static void
move_companion (const char *path, const char *aside, const char *suffix)
{
  g_autofree char *from = g_strconcat (path, suffix, NULL);
  g_autofree char *to = g_strconcat (aside, suffix, NULL);

  if (g_rename (from, to) != 0 && errno != ENOENT)
    g_warning ("a companion of the damaged store could not be renamed: %s", g_strerror (errno));
}

char *
cs_draft_store_set_aside (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, CS_STORE_FILE, NULL);
  g_autofree char *aside = cs_store_dup_dated_path (folder, "drafts-damaged", ".db");
  int lock = cs_store_lock_folder (folder);
  gboolean renamed = g_rename (path, aside) == 0;
  int number = errno;

  if (renamed)
    {
      move_companion (path, aside, "-wal");
      move_companion (path, aside, "-shm");
      move_companion (path, aside, "-journal");
    }
  cs_store_unlock_folder (lock);
  if (renamed)
    return g_steal_pointer (&aside);

  cs_store_set_errno_error (error, number, path);

  return NULL;
}
