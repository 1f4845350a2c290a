#include <string.h>

#include "cs-matter-rows.h"
#include "cs-record-json.h"
#include "cs-run-rows.h"

/* Examinations of a matter as they were kept. */

#define N_KEPT 30 /* of those that nobody signed */

/* --- rows --- */

CsExamRecord *
cs_run_rows_read (const CsStatement *row)
{
  const char *sha256 = cs_column_get_text (row, 1);
  g_autoptr (CsExamRecord) record = cs_exam_record_new_from_json (cs_column_get_text (row, 2));

  if (record == NULL || g_strcmp0 (sha256, record->sha256) != 0)
    return NULL;

  record->id = cs_column_get_int (row, 0);

  return g_steal_pointer (&record);
}

/* Puts the values of an examination behind the first two of @statement. */
static void
bind_record (CsStatement *statement, const CsExamRecord *record, const char *json)
{
  cs_bind_int (statement, 3, record->number);
  cs_bind_text (statement, 4, record->author);
  cs_bind_int (statement, 5, record->made_us);
  cs_bind_text (statement, 6, record->text_sha256);
  cs_bind_text (statement, 7, record->sha256);
  cs_bind_text (statement, 8, json);
}

gint64
cs_run_rows_insert (const CsDraftStore *store,
                    gint64 matter,
                    const char *json,
                    gint64 id,
                    GError **error)
{
  g_auto (CsStatement) insert = cs_statement (
      store, "INSERT INTO run (matter, id, number, author, made_us, text_sha256, sha256, record) "
             "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
  g_autoptr (CsExamRecord) record = cs_exam_record_new_from_json (json);

  if (record == NULL)
    {
      cs_store_set_damaged (error, store, "run");
      return 0;
    }

  cs_bind_int (&insert, 1, matter);
  if (id != 0)
    cs_bind_int (&insert, 2, id);
  bind_record (&insert, record, json);

  return cs_statement_run (&insert, error) ? sqlite3_last_insert_rowid (store->db) : 0;
}

/* --- reading --- */

static void
take_signatures (CsExamRecord *record, const GPtrArray *signatures)
{
  for (guint i = 0; i < signatures->len; i++)
    {
      CsSignature *signature = signatures->pdata[i];

      if (strcmp (signature->record_sha256, record->sha256) == 0)
        g_ptr_array_add (record->signatures, cs_signature_ref (signature));
    }
}

/* Reads what @list, which is bound, gives. */
static GPtrArray *
read_runs (CsStatement *list, const GPtrArray *signatures, GError **error)
{
  g_autoptr (GPtrArray) runs =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cs_exam_record_unref);
  gboolean sound = TRUE;

  while (sound && cs_statement_next (list))
    {
      CsExamRecord *record = cs_run_rows_read (list);

      sound = record != NULL;
      if (!sound)
        continue;
      take_signatures (record, signatures);
      g_ptr_array_add (runs, record);
    }
  if (!cs_statement_end (list, error))
    return NULL;
  if (!sound)
    cs_store_set_damaged (error, list->store, "run");

  return sound ? g_steal_pointer (&runs) : NULL;
}

GPtrArray *
cs_draft_store_list_runs (CsDraftStore *store, gint64 matter, guint max, GError **error)
{
  g_autoptr (GPtrArray) signatures = cs_signature_rows_list (store, matter, error);
  g_auto (CsStatement) list =
      cs_statement (store, "SELECT " CS_RUN_COLUMNS " FROM run WHERE matter = ?1 "
                           "ORDER BY number DESC, id DESC LIMIT ?2");

  if (signatures == NULL)
    return NULL;

  cs_bind_int (&list, 1, matter);
  cs_bind_int (&list, 2, max == 0 ? -1 : (gint64)max);

  return read_runs (&list, signatures, error);
}

/* Returns: the matter of @run, 0 on error */
static gint64
find_matter (CsDraftStore *store, gint64 run, GError **error)
{
  g_auto (CsStatement) find = cs_statement (store, "SELECT matter FROM run WHERE id = ?1");
  gint64 matter = 0;

  cs_bind_int (&find, 1, run);
  if (cs_statement_next (&find))
    matter = cs_column_get_int (&find, 0);
  if (!cs_statement_end (&find, error))
    return 0;
  if (matter == 0)
    cs_run_rows_set_missing (error, store);

  return matter;
}

CsExamRecord *
cs_draft_store_load_run (CsDraftStore *store, gint64 run, GError **error)
{
  gint64 matter = find_matter (store, run, error);
  g_autoptr (GPtrArray) signatures =
      matter == 0 ? NULL : cs_signature_rows_list (store, matter, error);
  g_auto (CsStatement) find =
      cs_statement (store, "SELECT " CS_RUN_COLUMNS " FROM run WHERE id = ?1");
  g_autoptr (GPtrArray) runs = NULL;

  if (signatures == NULL)
    return NULL;

  cs_bind_int (&find, 1, run);
  runs = read_runs (&find, signatures, error);

  return runs == NULL || runs->len == 0 ? NULL : cs_exam_record_ref (runs->pdata[0]);
}

/* --- keeping --- */

static gboolean
has_same_lists (const CsExamRecord *a, const CsExamRecord *b)
{
  if (a->checklists->len != b->checklists->len)
    return FALSE;

  for (guint i = 0; i < a->checklists->len; i++)
    {
      const CsRecordList *one = a->checklists->pdata[i];
      const CsRecordList *other = b->checklists->pdata[i];

      if (strcmp (one->id, other->id) != 0 || strcmp (one->edition, other->edition) != 0)
        return FALSE;
    }

  return TRUE;
}

/* Whether @record is the examination @last once more, with what was said meanwhile. */
static gboolean
goes_on (const CsExamRecord *last, const CsExamRecord *record)
{
  return last != NULL && last->signatures->len == 0 &&
         strcmp (last->text_sha256, record->text_sha256) == 0 && has_same_lists (last, record);
}

static gboolean
replace_run (const CsDraftStore *store,
             gint64 id,
             const CsExamRecord *record,
             const char *json,
             GError **error)
{
  g_auto (CsStatement) update =
      cs_statement (store, "UPDATE run SET number = ?3, author = ?4, made_us = ?5, "
                           "text_sha256 = ?6, sha256 = ?7, record = ?8 WHERE id = ?1");

  cs_bind_int (&update, 1, id);
  bind_record (&update, record, json);

  return cs_statement_run (&update, error);
}

static gboolean
thin_runs (const CsDraftStore *store, gint64 matter, GError **error)
{
  g_auto (CsStatement) thin = cs_statement (
      store, "DELETE FROM run WHERE matter = ?1 AND sha256 NOT IN "
             "(SELECT record_sha256 FROM signature WHERE matter = ?1) AND id NOT IN "
             "(SELECT id FROM run WHERE matter = ?1 ORDER BY number DESC, id DESC LIMIT ?2)");

  cs_bind_int (&thin, 1, matter);
  cs_bind_int (&thin, 2, N_KEPT);

  return cs_statement_run (&thin, error);
}

/* Writes @record as the one after @last, or in its place. Returns: its id, 0 on error */
static gint64
put_run (const CsDraftStore *store,
         gint64 matter,
         const CsExamRecord *last,
         const CsExamRecord *record,
         GError **error)
{
  gboolean same = goes_on (last, record);
  CsExamRecord numbered = *record;
  g_autofree char *json = NULL;
  g_autofree char *sha256 = NULL;

  numbered.number = last == NULL ? 1 : last->number + !same;
  json = cs_exam_record_dup_json (&numbered);
  if (!same)
    return cs_run_rows_insert (store, matter, json, 0, error);

  numbered.sha256 = sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, json, -1);

  return replace_run (store, last->id, &numbered, json, error) ? last->id : 0;
}

gint64
cs_draft_store_add_run (CsDraftStore *store,
                        gint64 matter,
                        const CsExamRecord *record,
                        GError **error)
{
  g_auto (CsTransaction) write = { NULL };
  g_autoptr (CsMatterInfo) info = NULL;
  g_autoptr (GPtrArray) runs = NULL;
  gint64 id;

  if (!cs_transaction_begin (&write, store, error))
    return 0;
  info = cs_matter_rows_load (store, matter, error);
  if (info == NULL)
    return 0;
  runs = cs_draft_store_list_runs (store, matter, 1, error);
  if (runs == NULL)
    return 0;

  id = put_run (store, matter, runs->len == 0 ? NULL : runs->pdata[0], record, error);
  if (id == 0 || !thin_runs (store, matter, error) || !cs_transaction_commit (&write, error))
    return 0;

  return id;
}
