#include <glib/gi18n-lib.h>

#include "../cs-store-connect.h"
#include "cs-library-work.h"
#include "cs-library-writer.h"

/* What is done for the library between imports. */

gboolean
cs_library_work_step (const CsLibraryWork *work, guint64 done, guint64 total, GError **error)
{
  if (work == NULL)
    return TRUE;
  if (work->progress != NULL)
    work->progress (done, total, work->data);
  return !g_cancellable_set_error_if_cancelled (work->cancellable, error);
}

void
cs_library_work_watch (CsLibrary *library, const CsLibraryWork *work)
{
  cs_store_watch (library->file, work == NULL ? NULL : work->cancellable);
}

/* --- the indexes --- */

/* Pages that one slice writes: some ten milliseconds. */
#define SLICE 500

/* A merge that had nothing to do writes less than this many rows. */
#define LEAST_CHANGES 2

/* ?1: pages; below zero it begins with all there is. */
static const char *const indexes[] = {
  "INSERT INTO text_index (text_index, rank) VALUES ('merge', ?1)",
  "INSERT INTO description_index (description_index, rank) VALUES ('merge', ?1)",
  "INSERT INTO name_index (name_index, rank) VALUES ('merge', ?1)",
};

/* @done: (out): whether there was nothing to merge any more */
static gboolean
merge_slice (CsLibrary *library, const char *sql, gint64 n_pages, gboolean *done, GError **error)
{
  CsStatement *merge = cs_library_statement (library, sql);
  int before = sqlite3_total_changes (library->file->db);

  cs_bind_int (merge, 1, n_pages);
  if (!cs_statement_run (merge, error))
    return FALSE;
  *done = sqlite3_total_changes (library->file->db) - before < LEAST_CHANGES;
  return TRUE;
}

static gboolean
merge_index (CsLibrary *library, const char *sql, const CsLibraryWork *work, GError **error)
{
  gboolean done = FALSE;

  for (guint64 n_slices = 0; !done; n_slices++)
    {
      g_auto (CsTransaction) write = { NULL };

      if (!cs_library_work_step (work, n_slices, 0, error) ||
          !cs_transaction_begin (&write, library->file, error) ||
          !merge_slice (library, sql, n_slices == 0 ? -SLICE : SLICE, &done, error) ||
          !cs_transaction_commit (&write, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
cs_library_tidy (CsLibrary *library, const CsLibraryWork *work, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    if (!merge_index (library, indexes[i], work, error))
      return FALSE;
  return cs_store_exec (library->file, "PRAGMA optimize", error);
}

/* --- time passes --- */

static gboolean
list_ended (CsLibrary *library, CsOfficeDate today, GArray *applications, GError **error)
{
  CsStatement *list = cs_library_statement (
      library, "SELECT id FROM application WHERE expiry > 0 AND expiry <= ?1 "
               "AND state IN (?2, ?3)");

  cs_bind_int (list, 1, cs_office_date_to_key (today));
  cs_bind_int (list, 2, CS_LEGAL_IN_FORCE);
  cs_bind_int (list, 3, CS_LEGAL_PENDING);
  while (cs_statement_next (list))
    {
      gint64 application = cs_column_get_int (list, 0);

      g_array_append_val (applications, application);
    }
  return cs_statement_reset (list, error);
}

gboolean
cs_library_pass_time (CsLibrary *library, CsOfficeDate today, GError **error)
{
  g_autoptr (GArray) ended = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CsLibraryImport) import = NULL;

  if (!list_ended (library, today, ended, error))
    return FALSE;
  if (ended->len == 0)
    return TRUE;
  import = cs_library_import_begin (library, _ ("terms that ended"), today, error);
  if (import == NULL)
    return FALSE;
  for (guint i = 0; i < ended->len; i++)
    cs_import_touch (import, g_array_index (ended, gint64, i));
  return cs_library_import_end (import, error);
}
