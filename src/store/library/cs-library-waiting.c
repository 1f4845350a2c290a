#include <string.h>

#include "cs-library-writer.h"

/* What records say of new documents waits until the batch ends, or until much of it waits. Then it
 * is written table by table in the order of ids: the index of texts takes rows of rising ids at
 * once and all others one by one, which is dear, and rows go faster into one table at a time. */

#define MAX_WAITING_BYTES (32 * 1024 * 1024)

typedef struct
{
  gint64 id;
  char *name;
} CsWaitingName;

static void
free_record (gpointer data)
{
  CsWaitingRecord *waiting = data;

  cs_record_unref (waiting->record);
  g_free (waiting);
}

static void
free_name (gpointer data)
{
  CsWaitingName *name = data;

  g_free (name->name);
  g_free (name);
}

GPtrArray *
cs_waiting_records_new (void)
{
  return g_ptr_array_new_with_free_func (free_record);
}

GPtrArray *
cs_waiting_names_new (void)
{
  return g_ptr_array_new_with_free_func (free_name);
}

/* --- waiting --- */

static gsize
count_texts (const CsRecordText *texts, guint n_texts)
{
  gsize n_bytes = 0;

  for (guint i = 0; i < n_texts; i++)
    n_bytes += strlen (texts[i].text);
  return n_bytes;
}

static gsize
count_bytes (const CsRecord *record)
{
  return count_texts (record->titles, record->n_titles) +
         count_texts (record->abstracts, record->n_abstracts) +
         count_texts (record->claims, record->n_claims) +
         count_texts (record->descriptions, record->n_descriptions);
}

gboolean
cs_import_let_wait (CsLibraryImport *import, const CsWaitingRecord *waiting, GError **error)
{
  CsWaitingRecord *copy = g_new (CsWaitingRecord, 1);

  *copy = *waiting;
  cs_record_ref (copy->record);
  g_ptr_array_add (import->waiting, copy);
  g_hash_table_add (import->waiting_ids, &copy->document);
  import->n_waiting_bytes += count_bytes (copy->record);
  return import->n_waiting_bytes < MAX_WAITING_BYTES || cs_import_flush (import, error);
}

void
cs_import_add_name (CsLibraryImport *import, gint64 id, const char *name)
{
  CsWaitingName *waiting = g_new (CsWaitingName, 1);

  *waiting = (CsWaitingName){ id, g_strdup (name) };
  g_ptr_array_add (import->waiting_names, waiting);
}

/* --- writing --- */

static int
compare_waiting (gconstpointer a, gconstpointer b)
{
  const CsWaitingRecord *left = *(CsWaitingRecord *const *)a;
  const CsWaitingRecord *right = *(CsWaitingRecord *const *)b;

  return left->document < right->document ? -1 : left->document > right->document;
}

static gboolean
insert_texts (CsLibraryImport *import, GError **error)
{
  for (guint i = 0; i < import->waiting->len; i++)
    {
      const CsWaitingRecord *waiting = g_ptr_array_index (import->waiting, i);

      if (!cs_import_write_texts (import, waiting->document, &waiting->source, waiting->record,
                                  CS_TEXT_PARTS (waiting->parts), TRUE, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_names (CsLibraryImport *import, GError **error)
{
  CsStatement *insert = cs_library_statement (
      import->library, "INSERT INTO name_index (rowid, name) VALUES (?1, ?2)");

  for (guint i = 0; i < import->waiting_names->len; i++)
    {
      const CsWaitingName *name = g_ptr_array_index (import->waiting_names, i);

      cs_bind_int (insert, 1, name->id);
      cs_bind_text (insert, 2, name->name);
      if (!cs_statement_run (insert, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
cs_import_flush (CsLibraryImport *import, GError **error)
{
  g_ptr_array_sort (import->waiting, compare_waiting);
  if (!insert_texts (import, error) || !cs_import_insert_facts (import, error) ||
      !insert_names (import, error))
    return FALSE;
  g_hash_table_remove_all (import->waiting_ids);
  g_ptr_array_set_size (import->waiting, 0);
  g_ptr_array_set_size (import->waiting_names, 0);
  import->n_waiting_bytes = 0;
  return TRUE;
}
