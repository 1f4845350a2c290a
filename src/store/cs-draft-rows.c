#include "cs-draft-rows.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-limits.h"
#include "cs-draft-columns.h"
#include "cs-draft-record.h"

/* --- writing --- */

static guint64
count_bytes (const CsDraft *draft)
{
  guint64 n_bytes = 0;

  for (guint part = 0; part < CS_N_PARTS; part++)
    if (draft->texts[part] != NULL)
      n_bytes += cs_text_get_n_bytes (draft->texts[part]);

  return n_bytes;
}

/* Parameters 5 to 14 of both statements that write a row. */
static void
bind_row (CsStatement *write,
          const CsDraftRecord *record,
          const CsDraft *draft,
          const char *checksum)
{
  cs_bind_int (write, 5, cs_draft_get_n_units (draft, CS_PART_CLAIMS));
  cs_bind_int (write, 6, count_bytes (draft));
  cs_bind_text (write, 7, record->document);
  cs_bind_text (write, 8, record->format);
  cs_bind_text (write, 9, record->language);
  cs_bind_int (write, 10, record->complete);
  cs_bind_text (write, 11, record->request);
  cs_bind_text (write, 12, record->figures);
  cs_bind_text (write, 13, record->notes);
  cs_bind_text (write, 14, checksum);
}

static const char write_part[] =
    "INSERT INTO part (draft, name, text, runs, objects, units, ids) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) "
    "ON CONFLICT (draft, name) DO UPDATE SET text = excluded.text, runs = excluded.runs, "
    "objects = excluded.objects, units = excluded.units, ids = excluded.ids "
    "WHERE text IS NOT excluded.text OR runs <> excluded.runs OR objects <> excluded.objects "
    "OR units <> excluded.units OR ids IS NOT excluded.ids";

static void
bind_part (CsStatement *write, const CsPartRecord *record)
{
  cs_bind_text (write, 3, record->text);
  cs_bind_text (write, 4, record->runs);
  cs_bind_text (write, 5, record->objects);
  cs_bind_text (write, 6, record->units);
  cs_bind_text (write, 7, record->ids);
}

static gboolean
write_parts (const CsDraftStore *store, gint64 id, const CsDraftRecord *record, GError **error)
{
  g_auto (CsStatement) write = cs_statement (store, write_part);
  g_auto (CsStatement) delete = cs_statement (store,
                                              "DELETE FROM part WHERE draft = ?1 AND name = ?2");

  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      CsStatement *statement = record->has[part] ? &write : &delete;

      cs_bind_int (statement, 1, id);
      cs_bind_text (statement, 2, cs_part_get_name (part));
      if (record->has[part])
        bind_part (&write, &record->parts[part]);
      if (!cs_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

gint64
cs_draft_rows_insert (const CsDraftStore *store,
                      const CsDraftRow *row,
                      const CsDraft *draft,
                      GError **error)
{
  g_auto (CsStatement) insert = cs_statement (
      store, "INSERT INTO draft (matter, kept, name, made_us, n_claims, n_bytes, document, format, "
             "language, complete, request, figures, notes, checksum) "
             "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)");
  g_auto (CsDraftRecord) record = { NULL };
  g_autofree char *checksum = NULL;
  gint64 id;

  cs_draft_record_fill (&record, draft);
  checksum = cs_draft_record_dup_checksum (&record);
  cs_bind_int (&insert, 1, row->matter);
  cs_bind_text (&insert, 2, row->kept);
  cs_bind_text (&insert, 3, row->name);
  cs_bind_int (&insert, 4, row->made_us);
  bind_row (&insert, &record, draft, checksum);
  if (!cs_statement_run (&insert, error))
    return 0;

  id = sqlite3_last_insert_rowid (store->db);

  return write_parts (store, id, &record, error) ? id : 0;
}

gboolean
cs_draft_rows_replace (const CsDraftStore *store,
                       gint64 id,
                       gint64 made_us,
                       const CsDraft *draft,
                       GError **error)
{
  g_auto (CsStatement) replace = cs_statement (
      store, "UPDATE draft SET made_us = ?4, n_claims = ?5, n_bytes = ?6, document = ?7, "
             "format = ?8, language = ?9, complete = ?10, request = ?11, figures = ?12, "
             "notes = ?13, checksum = ?14 WHERE id = ?1");
  g_auto (CsDraftRecord) record = { NULL };
  g_autofree char *checksum = NULL;

  cs_draft_record_fill (&record, draft);
  checksum = cs_draft_record_dup_checksum (&record);
  cs_bind_int (&replace, 1, id);
  cs_bind_int (&replace, 4, made_us);
  bind_row (&replace, &record, draft, checksum);

  return cs_statement_run (&replace, error) && write_parts (store, id, &record, error);
}

gint64
cs_draft_rows_copy (const CsDraftStore *store, gint64 id, const CsDraftRow *row, GError **error)
{
  g_auto (CsStatement) copy = cs_statement (
      store, "INSERT INTO draft (matter, kept, name, made_us, n_claims, n_bytes, document, format, "
             "language, complete, request, figures, notes, checksum) "
             "SELECT ?2, ?3, ?4, ?5, n_claims, n_bytes, document, format, language, complete, "
             "request, figures, notes, checksum FROM draft WHERE id = ?1");
  g_auto (CsStatement) parts = cs_statement (
      store, "INSERT INTO part (draft, name, text, runs, objects, units, ids) "
             "SELECT ?2, name, text, runs, objects, units, ids FROM part WHERE draft = ?1");
  gint64 made;

  cs_bind_int (&copy, 1, id);
  cs_bind_int (&copy, 2, row->matter);
  cs_bind_text (&copy, 3, row->kept);
  cs_bind_text (&copy, 4, row->name);
  cs_bind_int (&copy, 5, row->made_us);
  if (!cs_statement_run (&copy, error))
    return 0;

  made = sqlite3_last_insert_rowid (store->db);
  cs_bind_int (&parts, 1, id);
  cs_bind_int (&parts, 2, made);

  return cs_statement_run (&parts, error) ? made : 0;
}

/* --- reading --- */

/* Reads the row; @checksum: (out): what it says of itself. */
static gboolean
read_row (CsStatement *row, CsDraftRecord *record, char **checksum)
{
  record->document = cs_column_dup_text (row, 0);
  record->format = cs_column_dup_text (row, 1);
  record->language = cs_column_dup_text (row, 2);
  record->complete = cs_column_get_int (row, 3) != 0;
  record->request = cs_column_dup_text (row, 4);
  record->figures = cs_column_dup_text (row, 5);
  record->notes = cs_column_dup_text (row, 6);
  *checksum = cs_column_dup_text (row, 7);

  return record->document != NULL && record->format != NULL && record->language != NULL &&
         record->request != NULL && record->figures != NULL && record->notes != NULL &&
         *checksum != NULL;
}

static gboolean
read_part (CsStatement *row, CsDraftRecord *record)
{
  CsPartRecord *of_part;
  CsPart part;

  if (!cs_columns_read_part (cs_column_get_text (row, 0), &part) || record->has[part] ||
      sqlite3_column_bytes (row->handle, 1) > CS_MAX_PART_BYTES)
    return FALSE;

  of_part = &record->parts[part];
  record->has[part] = TRUE;
  of_part->text = cs_column_dup_text (row, 1);
  of_part->runs = cs_column_dup_text (row, 2);
  of_part->objects = cs_column_dup_text (row, 3);
  of_part->units = cs_column_dup_text (row, 4);
  of_part->ids = cs_column_dup_text (row, 5);

  return of_part->runs != NULL && of_part->objects != NULL && of_part->units != NULL;
}

/* Returns: %FALSE with @error when SQLite failed, and without one when the rows are not as ours */
static gboolean
read_columns (const CsDraftStore *store, gint64 id, CsDraftRecord *record, GError **error)
{
  g_auto (CsStatement) row = cs_statement (
      store, "SELECT document, format, language, complete, request, figures, notes, checksum "
             "FROM draft WHERE id = ?1");
  g_auto (CsStatement) parts = cs_statement (
      store, "SELECT name, text, runs, objects, units, ids FROM part WHERE draft = ?1");
  g_autofree char *checksum = NULL;
  g_autofree char *found = NULL;
  gboolean sound;

  cs_bind_int (&row, 1, id);
  cs_bind_int (&parts, 1, id);
  sound = cs_statement_next (&row) && read_row (&row, record, &checksum);
  while (cs_statement_next (&parts))
    sound = sound && read_part (&parts, record);
  if (!cs_statement_end (&row, error) || !cs_statement_end (&parts, error) || !sound)
    return FALSE;

  found = cs_draft_record_dup_checksum (record);

  return strcmp (found, checksum) == 0;
}

CsDraft *
cs_draft_rows_load (const CsDraftStore *store, gint64 id, const char *path, GError **error)
{
  g_auto (CsDraftRecord) record = { NULL };
  CsDraft *draft;
  g_autoptr (GError) reason = NULL;
  g_autofree char *what = g_strdup_printf ("draft %" G_GINT64_FORMAT, id);

  if (!read_columns (store, id, &record, &reason))
    {
      if (reason != NULL)
        g_propagate_error (error, g_steal_pointer (&reason));
      else
        cs_store_set_damaged (error, store, what);
      return NULL;
    }

  draft = cs_draft_record_rebuild (&record, path);
  if (draft == NULL)
    cs_store_set_damaged (error, store, what);

  return draft;
}

void
cs_store_set_no_matter (GError **error, const CsDraftStore *store, gint64 id)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND,
               _ ("there is no matter %s in \"%s\""), number, store->path);
}

gboolean
cs_draft_rows_find_now (const CsDraftStore *store, gint64 matter, gint64 *id, GError **error)
{
  g_auto (CsStatement) find =
      cs_statement (store, "SELECT id FROM draft WHERE matter = ?1 AND kept = 'now'");

  cs_bind_int (&find, 1, matter);
  *id = cs_statement_next (&find) ? cs_column_get_int (&find, 0) : 0;
  if (!cs_statement_end (&find, error))
    return FALSE;
  if (*id == 0)
    cs_store_set_no_matter (error, store, matter);

  return *id != 0;
}
