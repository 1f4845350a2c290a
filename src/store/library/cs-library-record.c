#include <string.h>

#include "cs-library-raw.h"
#include "cs-library-writer.h"

/* One record goes in: compared part by part with what the same source said before. */

#define LINK_PARTS                                                              \
  (1u << CS_PART_NUMBERS | 1u << CS_PART_PRIORITIES | 1u << CS_PART_RELATIONS | \
   1u << CS_PART_EVENTS | 1u << CS_PART_FAMILIES | 1u << CS_PART_PARTIES |      \
   1u << CS_PART_CLASSES)

/* What a source said of a document when it was last heard. */
typedef struct
{
  gint64 id; /* 0: never */
  CsOfficeDate as_of;
  gboolean is_withdrawn;
  guint64 sums[CS_N_RECORD_SUMS];
} Known;

guint
cs_source_get_rank (const char *name)
{
  static const char *const offices[] = { "cnipa", "uspto", "ep", NULL };
  static const char *const epo[] = { "ops", "docdb", NULL };

  if (name == NULL)
    return 0;
  return g_strv_contains (offices, name) ? 3 : g_strv_contains (epo, name) ? 2 :
                                                                             1;
}

void
cs_import_touch (CsLibraryImport *import, gint64 application)
{
  gint64 *key = g_new (gint64, 1);

  *key = application;
  g_hash_table_add (import->touched, key);
}

/* --- sources --- */

static gboolean
find_source (CsLibraryImport *import, const char *name, CsSourceId *source, GError **error)
{
  CsLibrary *library = import->library;
  gint64 *known = g_hash_table_lookup (import->sources, name);
  CsStatement *add = cs_library_statement (
      library, "INSERT INTO source (name) VALUES (?1) ON CONFLICT DO NOTHING");
  CsStatement *find = cs_library_statement (library, "SELECT id FROM source WHERE name = ?1");

  source->rank = cs_source_get_rank (name);
  if (known == NULL)
    {
      cs_bind_text (add, 1, name);
      if (!cs_statement_run (add, error))
        return FALSE;
      known = g_new0 (gint64, 1);
      cs_bind_text (find, 1, name);
      if (cs_statement_next (find))
        *known = cs_column_get_int (find, 0);
      g_hash_table_insert (import->sources, g_strdup (name), known);
      if (!cs_statement_reset (find, error))
        return FALSE;
    }
  source->id = *known;
  return TRUE;
}

/* --- the row of the record --- */

static gboolean
load_known (CsLibrary *library, gint64 document, gint64 source, Known *known, GError **error)
{
  CsStatement *find = cs_library_statement (
      library, "SELECT id, as_of, is_withdrawn, sums FROM record "
               "WHERE document = ?1 AND source = ?2");

  *known = (Known){ 0 };
  cs_bind_int (find, 1, document);
  cs_bind_int (find, 2, source);
  if (cs_statement_next (find))
    {
      const void *sums = sqlite3_column_blob (find->handle, 3);

      known->id = cs_column_get_int (find, 0);
      known->as_of = cs_office_date_from_key ((guint)cs_column_get_uint (find, 1));
      known->is_withdrawn = cs_column_get_int (find, 2) != 0;
      if (sqlite3_column_bytes (find->handle, 3) == sizeof known->sums)
        memcpy (known->sums, sums, sizeof known->sums);
    }
  return cs_statement_reset (find, error);
}

static gboolean
save_known (CsLibraryImport *import,
            const CsRecord *record,
            gint64 document,
            gint64 source,
            Known *known,
            GError **error)
{
  CsLibrary *library = import->library;
  CsStatement *insert = cs_library_statement (
      library, "INSERT INTO record (file, place, as_of, is_withdrawn, run, sums, document, source) "
               "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
  CsStatement *update = cs_library_statement (
      library, "UPDATE record SET file = ?1, place = ?2, as_of = ?3, is_withdrawn = ?4, run = ?5, "
               "sums = ?6 WHERE document = ?7 AND source = ?8");
  CsStatement *write = known->id == 0 ? insert : update;
  g_autoptr (GBytes) sums = g_bytes_new (known->sums, sizeof known->sums);

  cs_bind_text (write, 1, record->file);
  cs_bind_int (write, 2, record->place);
  cs_bind_int (write, 3, cs_office_date_to_key (known->as_of));
  cs_bind_int (write, 4, known->is_withdrawn);
  cs_bind_int (write, 5, import->run->id);
  cs_bind_blob (write, 6, sums);
  cs_bind_int (write, 7, document);
  cs_bind_int (write, 8, source);
  if (!cs_statement_run (write, error))
    return FALSE;
  if (known->id == 0)
    known->id = sqlite3_last_insert_rowid (library->file->db);
  return TRUE;
}

static gboolean
write_raw (CsLibrary *library, gint64 record, const char *raw, GError **error)
{
  CsStatement *write = cs_library_statement (
      library, "INSERT INTO raw (record, packed) VALUES (?1, ?2) "
               "ON CONFLICT (record) DO UPDATE SET packed = excluded.packed");
  g_autoptr (GBytes) packed = cs_library_pack (raw);

  cs_bind_int (write, 1, record);
  cs_bind_blob (write, 2, packed);
  return cs_statement_run (write, error);
}

/* --- taking back --- */

/* Sources whose wording gave way to that of @source are asked again when they come again. */
static gboolean
forget_text_sums (CsLibrary *library, gint64 document, GError **error)
{
  static const char zeros[sizeof (guint64) * (CS_PART_DESCRIPTIONS - CS_PART_TITLES + 1)];
  g_autoptr (GBytes) none = g_bytes_new_static (zeros, sizeof zeros);
  CsStatement *update = cs_library_statement (
      library, "UPDATE record SET sums = CAST (substr (sums, 1, ?2) || ?3 || substr (sums, ?4) "
               "AS BLOB) WHERE document = ?1");

  cs_bind_int (update, 1, document);
  cs_bind_int (update, 2, CS_PART_TITLES * sizeof (guint64));
  cs_bind_blob (update, 3, none);
  cs_bind_int (update, 4, CS_PART_PARTIES * sizeof (guint64) + 1);
  return cs_statement_run (update, error);
}

static gboolean
note_withdrawn (CsLibrary *library, gint64 document, GError **error)
{
  CsStatement *update = cs_library_statement (
      library, "UPDATE document SET is_withdrawn = NOT EXISTS (SELECT 1 FROM record "
               "WHERE document = ?1 AND is_withdrawn = 0) WHERE id = ?1");

  cs_bind_int (update, 1, document);
  return cs_statement_run (update, error);
}

static gboolean
delete_raw (CsLibrary *library, gint64 record, GError **error)
{
  CsStatement *forget = cs_library_statement (library, "DELETE FROM raw WHERE record = ?1");

  cs_bind_int (forget, 1, record);
  return cs_statement_run (forget, error);
}

static gboolean
withdraw (CsLibraryImport *import,
          const CsRecord *record,
          const CsSourceId *source,
          const CsDocumentPlace *place,
          GError **error)
{
  CsLibrary *library = import->library;
  Known known;

  if (!load_known (library, place->id, source->id, &known, error))
    return FALSE;
  if (known.id == 0 || known.is_withdrawn)
    {
      import->run->n_same++;
      return TRUE;
    }
  import->run->n_withdrawn++;
  cs_import_touch (import, place->application);
  memset (known.sums, 0, sizeof known.sums);
  known.is_withdrawn = TRUE;
  known.as_of = record->as_of;
  return cs_import_delete_facts (import, place->id, source->id, error) &&
         cs_import_delete_texts (import, place->id, source->id, error) &&
         delete_raw (library, known.id, error) &&
         forget_text_sums (library, place->id, error) &&
         save_known (import, record, place->id, source->id, &known, error) &&
         note_withdrawn (library, place->id, error);
}

/* --- merging --- */

/* Which parts of @sums are new, when those of @known stand there. */
static guint
choose_parts (const Known *known, const CsRecord *record, const guint64 sums[CS_N_RECORD_SUMS])
{
  gboolean is_older = cs_office_date_is_known (record->as_of) &&
                      cs_office_date_compare (record->as_of, known->as_of) < 0;
  guint parts = 0;

  for (guint i = 0; i < CS_N_RECORD_SUMS; i++)
    if (sums[i] != 0 && sums[i] != known->sums[i] && (known->sums[i] == 0 || !is_older))
      parts |= 1u << i;
  return parts;
}

static guint
list_had (const Known *known, guint parts)
{
  guint had = 0;

  for (guint i = 0; i < CS_N_RECORD_SUMS; i++)
    if ((parts >> i & 1) != 0 && known->sums[i] != 0)
      had |= 1u << i;
  return had;
}

static void
count (CsLibraryRun *run, const Known *known, guint parts)
{
  if (known->id == 0 || known->is_withdrawn)
    run->n_added++;
  else if (parts != 0)
    run->n_changed++;
  else
    run->n_same++;
}

static gboolean
write_parts (CsLibraryImport *import,
             const CsRecord *record,
             const CsSourceId *source,
             const CsDocumentPlace *place,
             guint parts,
             guint had,
             GError **error)
{
  CsWaitingRecord waiting = { place->id, *source, (CsRecord *)record, parts };

  if (place->is_new)
    return cs_import_let_wait (import, &waiting, error);
  return cs_import_write_facts (import, place->id, source->id, record, parts, had, error) &&
         cs_import_write_texts (import, place->id, source, record, CS_TEXT_PARTS (parts), FALSE,
                                error);
}

static gboolean
merge (CsLibraryImport *import,
       const CsRecord *record,
       const CsSourceId *source,
       CsDocumentPlace *place,
       GError **error)
{
  CsLibrary *library = import->library;
  guint64 sums[CS_N_RECORD_SUMS];
  Known known = { 0 };
  guint parts;

  cs_record_sum_parts (record, sums);
  if (!place->is_new && !load_known (library, place->id, source->id, &known, error))
    return FALSE;
  parts = choose_parts (&known, record, sums);
  count (import->run, &known, parts);
  if (parts == 0 && known.id != 0 && !known.is_withdrawn &&
      cs_office_date_compare (record->as_of, known.as_of) <= 0)
    return TRUE;
  if (!place->is_new && (parts >> CS_PART_NUMBERS & 1) != 0 &&
      !cs_import_correct_document (import, record, source->rank, place, error))
    return FALSE;
  if (!write_parts (import, record, source, place, parts, list_had (&known, parts), error))
    return FALSE;
  for (guint i = 0; i < CS_N_RECORD_SUMS; i++)
    if ((parts >> i & 1) != 0)
      known.sums[i] = sums[i];
  if (cs_office_date_compare (record->as_of, known.as_of) > 0)
    known.as_of = record->as_of;
  if (place->is_new || known.is_withdrawn || (parts & LINK_PARTS) != 0)
    cs_import_touch (import, place->application);
  known.is_withdrawn = FALSE;
  return save_known (import, record, place->id, source->id, &known, error) &&
         ((parts >> CS_PART_RAW & 1) == 0 || write_raw (library, known.id, record->raw, error)) &&
         (place->is_new || note_withdrawn (library, place->id, error));
}

gboolean
cs_import_write_record (CsLibraryImport *import, const CsRecord *record, GError **error)
{
  CsDocumentPlace place;
  CsSourceId source;

  if (!find_source (import, record->source, &source, error) ||
      !cs_import_find_document (import, record, &place, error))
    return FALSE;
  if (g_hash_table_contains (import->waiting_ids, &place.id) &&
      !cs_import_flush (import, error))
    return FALSE;
  if (record->is_withdrawn && place.id == 0)
    {
      import->run->n_same++;
      return TRUE;
    }
  if (record->is_withdrawn)
    return withdraw (import, record, &source, &place, error);
  return (place.id != 0 || cs_import_make_document (import, record, &place, error)) &&
         merge (import, record, &source, &place, error);
}
