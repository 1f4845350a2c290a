#include "cs-matter-rows.h"
#include "cs-run-rows.h"

/* What people answered to the questions of examinations. */

char *
cs_run_rows_dup_words (const char *text)
{
  return g_utf8_make_valid (text == NULL ? "" : text, -1);
}

CsAnswer *
cs_answer_rows_read (const CsStatement *row)
{
  g_autoptr (CsAnswer) answer = cs_answer_new ();

  answer->id = cs_column_get_int (row, 0);
  answer->item = cs_column_dup_text (row, 1);
  answer->checklist = cs_column_dup_text (row, 2);
  answer->text = cs_column_dup_text (row, 4);
  answer->author = cs_column_dup_text (row, 5);
  answer->made_us = cs_column_get_int (row, 6);
  answer->text_sha256 = cs_column_dup_text (row, 7);
  answer->evidence_sum = cs_column_dup_text (row, 8);
  if (!cs_verdict_from_name (cs_column_get_text (row, 3), &answer->verdict) ||
      answer->item == NULL || answer->checklist == NULL || answer->text == NULL ||
      answer->author == NULL || answer->text_sha256 == NULL || answer->evidence_sum == NULL)
    return NULL;

  return g_steal_pointer (&answer);
}

gint64
cs_answer_rows_insert (const CsDraftStore *store,
                       gint64 matter,
                       const CsAnswer *answer,
                       gint64 id,
                       GError **error)
{
  g_auto (CsStatement) insert =
      cs_statement (store, "INSERT INTO answer (matter, " CS_ANSWER_COLUMNS ") VALUES (?1, ?2, "
                           "?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
  g_autofree char *item = cs_run_rows_dup_words (answer->item);
  g_autofree char *checklist = cs_run_rows_dup_words (answer->checklist);
  g_autofree char *text = cs_run_rows_dup_words (answer->text);
  g_autofree char *author = cs_run_rows_dup_words (answer->author);
  g_autofree char *text_sha256 = cs_run_rows_dup_words (answer->text_sha256);
  g_autofree char *evidence_sum = cs_run_rows_dup_words (answer->evidence_sum);

  cs_bind_int (&insert, 1, matter);
  if (id != 0)
    cs_bind_int (&insert, 2, id);
  cs_bind_text (&insert, 3, item);
  cs_bind_text (&insert, 4, checklist);
  cs_bind_text (&insert, 5, cs_verdict_get_name (answer->verdict));
  cs_bind_text (&insert, 6, text);
  cs_bind_text (&insert, 7, author);
  cs_bind_int (&insert, 8, answer->made_us);
  cs_bind_text (&insert, 9, text_sha256);
  cs_bind_text (&insert, 10, evidence_sum);

  return cs_statement_run (&insert, error) ? sqlite3_last_insert_rowid (store->db) : 0;
}

gint64
cs_draft_store_add_answer (CsDraftStore *store,
                           gint64 matter,
                           const CsAnswer *answer,
                           GError **error)
{
  g_auto (CsTransaction) write = { NULL };
  g_autoptr (CsMatterInfo) info = NULL;
  gint64 id;

  if (!cs_transaction_begin (&write, store, error))
    return 0;
  info = cs_matter_rows_load (store, matter, error);
  if (info == NULL)
    return 0;

  id = cs_answer_rows_insert (store, matter, answer, 0, error);

  return id != 0 && cs_transaction_commit (&write, error) ? id : 0;
}

GPtrArray *
cs_draft_store_list_answers (CsDraftStore *store, gint64 matter, GError **error)
{
  g_auto (CsStatement) list = cs_statement (
      store, "SELECT " CS_ANSWER_COLUMNS " FROM answer WHERE matter = ?1 ORDER BY made_us, id");
  g_autoptr (GPtrArray) answers =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cs_answer_unref);
  gboolean sound = TRUE;

  cs_bind_int (&list, 1, matter);
  while (sound && cs_statement_next (&list))
    {
      CsAnswer *answer = cs_answer_rows_read (&list);

      sound = answer != NULL;
      if (sound)
        g_ptr_array_add (answers, answer);
    }
  if (!cs_statement_end (&list, error))
    return NULL;
  if (!sound)
    cs_store_set_damaged (error, store, "answer");

  return sound ? g_steal_pointer (&answers) : NULL;
}
