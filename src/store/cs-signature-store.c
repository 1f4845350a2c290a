#include <glib/gi18n-lib.h>

#include "../exam/cs-sign-off.h"
#include "cs-draft-rows.h"
#include "cs-matter-rows.h"
#include "cs-review-store.h"
#include "cs-run-rows.h"

/* Who stands by an examination: the one who checks, and a second person. */

void
cs_run_rows_set_missing (GError **error, const CsDraftStore *store)
{
  g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND,
               _ ("this examination is no longer in \"%s\""), store->path);
}

/* --- rows --- */

CsSignature *
cs_signature_rows_read (const CsStatement *row)
{
  g_autoptr (CsSignature) signature = cs_signature_new ();

  signature->author = cs_column_dup_text (row, 1);
  signature->made_us = cs_column_get_int (row, 2);
  signature->text_sha256 = cs_column_dup_text (row, 3);
  signature->record_sha256 = cs_column_dup_text (row, 4);
  if (!cs_signature_role_from_name (cs_column_get_text (row, 0), &signature->role) ||
      signature->author == NULL || signature->text_sha256 == NULL ||
      signature->record_sha256 == NULL)
    return NULL;

  return g_steal_pointer (&signature);
}

gboolean
cs_signature_rows_insert (const CsDraftStore *store,
                          gint64 matter,
                          const CsSignature *signature,
                          GError **error)
{
  g_auto (CsStatement) insert =
      cs_statement (store, "INSERT INTO signature (matter, " CS_SIGNATURE_COLUMNS ") "
                           "VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
  g_autofree char *author = g_strstrip (cs_run_rows_dup_words (signature->author));

  cs_bind_int (&insert, 1, matter);
  cs_bind_text (&insert, 2, cs_signature_role_get_name (signature->role));
  cs_bind_text (&insert, 3, author);
  cs_bind_int (&insert, 4, signature->made_us);
  cs_bind_text (&insert, 5, signature->text_sha256);
  cs_bind_text (&insert, 6, signature->record_sha256);

  return cs_statement_run (&insert, error);
}

GPtrArray *
cs_signature_rows_list (const CsDraftStore *store, gint64 matter, GError **error)
{
  g_auto (CsStatement) list =
      cs_statement (store, "SELECT " CS_SIGNATURE_COLUMNS " FROM signature WHERE matter = ?1 "
                           "ORDER BY made_us, id");
  g_autoptr (GPtrArray) signatures =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cs_signature_unref);
  gboolean sound = TRUE;

  cs_bind_int (&list, 1, matter);
  while (sound && cs_statement_next (&list))
    {
      CsSignature *signature = cs_signature_rows_read (&list);

      sound = signature != NULL;
      if (sound)
        g_ptr_array_add (signatures, signature);
    }
  if (!cs_statement_end (&list, error))
    return NULL;
  if (!sound)
    cs_store_set_damaged (error, store, "signature");

  return sound ? g_steal_pointer (&signatures) : NULL;
}

/* --- signing --- */

static char *
dup_text_sum (CsDraftStore *store, gint64 matter, GError **error)
{
  g_autoptr (CsDraft) draft = NULL;
  gint64 id;

  if (!cs_draft_rows_find_now (store, matter, &id, error))
    return NULL;
  draft = cs_draft_rows_load (store, id, "", error);

  return draft == NULL ? NULL : cs_draft_dup_sha256 (draft);
}

static gboolean
check_signature (CsDraftStore *store,
                 gint64 matter,
                 const CsExamRecord *record,
                 const CsSignature *signature,
                 GError **error)
{
  g_autofree char *author = cs_draft_store_get_author (store, matter, error);
  g_autofree char *text_sha256 = author == NULL ? NULL : dup_text_sum (store, matter, error);
  g_autofree char *words = NULL;
  CsSignObstacle obstacle;

  if (text_sha256 == NULL)
    return FALSE;

  obstacle = cs_sign_find_obstacle (record, signature->role, signature->author, author, text_sha256,
                                    &words);
  if (obstacle == CS_SIGN_FREE)
    return TRUE;

  g_set_error (error, CS_STORE_ERROR,
               obstacle == CS_SIGN_TEXT ? CS_STORE_ERROR_CONFLICT :
               obstacle == CS_SIGN_OPEN ? CS_STORE_ERROR_OPEN :
                                          CS_STORE_ERROR_REVIEWER,
               _ ("%s; nothing was signed"), words);

  return FALSE;
}

static gboolean
belongs_to (const CsDraftStore *store, gint64 run, gint64 matter)
{
  g_auto (CsStatement) find =
      cs_statement (store, "SELECT 1 FROM run WHERE id = ?1 AND matter = ?2");

  cs_bind_int (&find, 1, run);
  cs_bind_int (&find, 2, matter);

  return cs_statement_next (&find);
}

gboolean
cs_draft_store_sign (CsDraftStore *store,
                     gint64 matter,
                     gint64 run,
                     const CsSignature *signature,
                     GError **error)
{
  g_auto (CsTransaction) write = { NULL };
  g_autoptr (CsExamRecord) record = NULL;
  CsSignature made = *signature;

  if (!cs_transaction_begin (&write, store, error))
    return FALSE;
  if (!belongs_to (store, run, matter))
    {
      cs_run_rows_set_missing (error, store);
      return FALSE;
    }
  record = cs_draft_store_load_run (store, run, error);
  if (record == NULL)
    return FALSE;

  made.text_sha256 = record->text_sha256;
  made.record_sha256 = record->sha256;

  return check_signature (store, matter, record, signature, error) &&
         cs_signature_rows_insert (store, matter, &made, error) &&
         cs_transaction_commit (&write, error);
}
