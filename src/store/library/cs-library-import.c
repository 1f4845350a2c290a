#include <string.h>

#include "cs-library-writer.h"

/* Runs of import, and their batches. */

#define BATCH 8000

void
cs_library_run_free (CsLibraryRun *run)
{
  g_free (run->label);
  g_free (run);
}

gboolean
cs_import_begin_batch (CsLibraryImport *import, GError **error)
{
  return import->write.store != NULL ||
         cs_transaction_begin (&import->write, import->library->file, error);
}

static gboolean
save_run (CsLibraryImport *import, GError **error)
{
  const CsLibraryRun *run = import->run;
  CsStatement *update = cs_library_statement (
      import->library, "UPDATE run SET n_added = ?2, n_changed = ?3, n_same = ?4, "
                       "n_withdrawn = ?5, n_faults = ?6, ended_us = ?7 WHERE id = ?1");

  cs_bind_int (update, 1, run->id);
  cs_bind_int (update, 2, (gint64)run->n_added);
  cs_bind_int (update, 3, (gint64)run->n_changed);
  cs_bind_int (update, 4, (gint64)run->n_same);
  cs_bind_int (update, 5, (gint64)run->n_withdrawn);
  cs_bind_int (update, 6, (gint64)run->n_faults);
  cs_bind_int (update, 7, run->ended_us);
  return cs_statement_run (update, error);
}

gboolean
cs_import_end_batch (CsLibraryImport *import, GError **error)
{
  if (!cs_import_begin_batch (import, error) || !cs_import_flush (import, error) ||
      !cs_import_settle (import, error) ||
      !save_run (import, error) || !cs_transaction_commit (&import->write, error))
    return FALSE;
  import->n_waiting = 0;
  return TRUE;
}

static gboolean
insert_run (CsLibraryImport *import, GError **error)
{
  CsStatement *insert = cs_library_statement (
      import->library, "INSERT INTO run (label, began_us, ended_us, n_added, n_changed, n_same, "
                       "n_withdrawn, n_faults) VALUES (?1, ?2, 0, 0, 0, 0, 0, 0) RETURNING id");

  cs_bind_text (insert, 1, import->run->label);
  cs_bind_int (insert, 2, import->run->began_us);
  while (cs_statement_next (insert))
    import->run->id = cs_column_get_int (insert, 0);
  return cs_statement_reset (insert, error);
}

CsLibraryImport *
cs_library_import_begin (CsLibrary *library, const char *label, CsOfficeDate today, GError **error)
{
  g_autoptr (CsLibraryImport) import = g_new0 (CsLibraryImport, 1);

  import->library = library;
  import->today = today;
  import->batch = BATCH;
  import->run = g_new0 (CsLibraryRun, 1);
  import->run->label = g_utf8_make_valid (label, -1);
  import->run->began_us = g_get_real_time ();
  import->touched = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  import->heirs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  import->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  import->symbols = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  import->waiting = cs_waiting_records_new ();
  import->waiting_names = cs_waiting_names_new ();
  import->waiting_ids = g_hash_table_new (g_int64_hash, g_int64_equal);
  import->sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!cs_import_begin_batch (import, error) || !insert_run (import, error) ||
      !cs_import_end_batch (import, error))
    return NULL;
  return g_steal_pointer (&import);
}

void
cs_library_import_free (CsLibraryImport *import)
{
  if (import->write.store != NULL)
    cs_library_forget_statements (import->library); /* one may be in the middle of its rows */
  cs_transaction_clear (&import->write);
  g_hash_table_unref (import->touched);
  g_hash_table_unref (import->heirs);
  g_hash_table_unref (import->sources);
  g_hash_table_unref (import->names);
  g_hash_table_unref (import->symbols);
  g_hash_table_unref (import->waiting_ids);
  g_ptr_array_unref (import->waiting);
  g_ptr_array_unref (import->waiting_names);
  cs_library_run_free (import->run);
  g_free (import);
}

void
cs_library_import_set_batch (CsLibraryImport *import, guint n_records)
{
  import->batch = MAX (n_records, 1);
}

const CsLibraryRun *
cs_library_import_get_run (const CsLibraryImport *import)
{
  return import->run;
}

gboolean
cs_library_import_has_file (CsLibraryImport *import, const char *sha256)
{
  CsStatement *find =
      cs_library_statement (import->library, "SELECT 1 FROM file WHERE sha256 = ?1");
  gboolean has;

  cs_bind_text (find, 1, sha256);
  has = cs_statement_next (find);
  return cs_statement_reset (find, NULL) && has;
}

gboolean
cs_library_import_add (CsLibraryImport *import, const CsRecord *record, GError **error)
{
  if (!cs_import_begin_batch (import, error) || !cs_import_write_record (import, record, error))
    return FALSE;
  import->n_waiting++;
  return import->n_waiting < import->batch || cs_import_end_batch (import, error);
}

gboolean
cs_library_import_add_fault (CsLibraryImport *import,
                             const char *file,
                             guint place,
                             const char *message,
                             GError **error)
{
  CsStatement *insert = cs_library_statement (
      import->library, "INSERT INTO fault (run, file, place, message) VALUES (?1, ?2, ?3, ?4)");
  g_autofree char *name = g_utf8_make_valid (file, -1);
  g_autofree char *what = g_utf8_make_valid (message, -1);

  if (!cs_import_begin_batch (import, error))
    return FALSE;
  import->run->n_faults++;
  cs_bind_int (insert, 1, import->run->id);
  cs_bind_text (insert, 2, name);
  cs_bind_int (insert, 3, place);
  cs_bind_text (insert, 4, what);
  return cs_statement_run (insert, error);
}

gboolean
cs_library_import_end_file (CsLibraryImport *import,
                            const char *name,
                            const char *sha256,
                            GError **error)
{
  CsStatement *insert = cs_library_statement (
      import->library, "INSERT INTO file (sha256, name, run) VALUES (?1, ?2, ?3) "
                       "ON CONFLICT (sha256) DO NOTHING");
  g_autofree char *valid = g_utf8_make_valid (name, -1);

  if (!cs_import_begin_batch (import, error))
    return FALSE;
  cs_bind_text (insert, 1, sha256);
  cs_bind_text (insert, 2, valid);
  cs_bind_int (insert, 3, import->run->id);
  return cs_statement_run (insert, error);
}

gboolean
cs_library_import_end (CsLibraryImport *import, GError **error)
{
  import->run->ended_us = MAX (g_get_real_time (), import->run->began_us);
  return cs_import_end_batch (import, error);
}
