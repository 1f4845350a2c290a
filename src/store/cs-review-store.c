#include <string.h>

#include <glib/gi18n-lib.h>

#include "../exam/cs-sign-off.h"
#include "cs-draft-rows.h"
#include "cs-matter-rows.h"

/* Who looked through a text and confirms it, and who wrote it: two people. */

void
cs_review_free (CsReview *review)
{
  g_free (review->reviewer);
  g_free (review->remark);
  g_free (review->text_sha256);
  g_free (review);
}

gboolean
cs_review_holds (const CsReview *review, const CsDraft *draft)
{
  g_autofree char *sha256 = cs_draft_dup_sha256 (draft);

  return g_strcmp0 (review->text_sha256, sha256) == 0;
}

/* --- people --- */

char *
cs_draft_store_get_author (CsDraftStore *store, gint64 matter, GError **error)
{
  g_auto (CsStatement) find = cs_statement (store, "SELECT author FROM matter WHERE id = ?1");
  char *author = NULL;

  cs_bind_int (&find, 1, matter);
  if (cs_statement_next (&find))
    author = cs_column_dup_text (&find, 0);
  if (!cs_statement_end (&find, error))
    return NULL;
  if (author == NULL)
    cs_store_set_no_matter (error, store, matter);

  return author;
}

gboolean
cs_draft_store_set_author (CsDraftStore *store, gint64 matter, const char *author, GError **error)
{
  g_auto (CsTransaction) write = { NULL };
  g_auto (CsStatement) update =
      cs_statement (store, "UPDATE matter SET author = ?2 WHERE id = ?1");
  g_autofree char *valid = g_strstrip (g_utf8_make_valid (author, -1));

  cs_bind_int (&update, 1, matter);
  cs_bind_text (&update, 2, valid);
  if (!cs_transaction_begin (&write, store, error) || !cs_statement_run (&update, error))
    return FALSE;
  if (sqlite3_changes (store->db) == 0)
    {
      cs_store_set_no_matter (error, store, matter);
      return FALSE;
    }

  return cs_transaction_commit (&write, error);
}

/* --- rows --- */

CsReview *
cs_review_rows_read (const CsStatement *row)
{
  CsReview *review = g_new0 (CsReview, 1);

  review->reviewer = cs_column_dup_text (row, 0);
  review->remark = cs_column_dup_text (row, 1);
  review->made_us = cs_column_get_int (row, 2);
  review->text_sha256 = cs_column_dup_text (row, 3);
  review->n_open = MIN (cs_column_get_uint (row, 4), G_MAXINT);
  if (review->reviewer != NULL && review->remark != NULL && review->text_sha256 != NULL)
    return review;

  cs_review_free (review);

  return NULL;
}

gboolean
cs_review_rows_insert (const CsDraftStore *store,
                       gint64 matter,
                       const CsReview *review,
                       GError **error)
{
  g_auto (CsStatement) insert =
      cs_statement (store, "INSERT INTO review (matter, " CS_REVIEW_COLUMNS ") "
                           "VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
  g_autofree char *reviewer = g_strstrip (g_utf8_make_valid (review->reviewer, -1));
  g_autofree char *remark =
      g_utf8_make_valid (review->remark == NULL ? "" : review->remark, -1);

  cs_bind_int (&insert, 1, matter);
  cs_bind_text (&insert, 2, reviewer);
  cs_bind_text (&insert, 3, remark);
  cs_bind_int (&insert, 4, review->made_us);
  cs_bind_text (&insert, 5, review->text_sha256);
  cs_bind_int (&insert, 6, review->n_open);

  return cs_statement_run (&insert, error);
}

GPtrArray *
cs_draft_store_list_reviews (CsDraftStore *store, gint64 matter, GError **error)
{
  g_auto (CsStatement) list = cs_statement (
      store, "SELECT " CS_REVIEW_COLUMNS " FROM review WHERE matter = ?1 "
             "ORDER BY made_us DESC, id DESC");
  g_autoptr (GPtrArray) reviews = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_review_free);
  gboolean sound = TRUE;

  cs_bind_int (&list, 1, matter);
  while (sound && cs_statement_next (&list))
    {
      CsReview *review = cs_review_rows_read (&list);

      sound = review != NULL;
      if (sound)
        g_ptr_array_add (reviews, review);
    }
  if (!cs_statement_end (&list, error))
    return NULL;
  if (!sound)
    cs_store_set_damaged (error, store, "review");

  return sound ? g_steal_pointer (&reviews) : NULL;
}

/* --- confirming --- */

static gboolean
check_reviewer (CsDraftStore *store, gint64 matter, const CsReview *review, GError **error)
{
  g_autofree char *author = cs_draft_store_get_author (store, matter, error);
  g_autofree char *writer = cs_person_dup_folded (author);
  g_autofree char *reviewer = cs_person_dup_folded (review->reviewer);

  if (author == NULL)
    return FALSE;

  if (*reviewer == '\0')
    g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_REVIEWER,
                 _ ("nobody is named who confirms the text"));
  else if (strcmp (reviewer, writer) == 0)
    g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_REVIEWER,
                 _ ("\"%s\" wrote the text; a second person must confirm it"), author);
  else
    return TRUE;

  return FALSE;
}

static gboolean
check_text (CsDraftStore *store, gint64 matter, const CsReview *review, GError **error)
{
  g_autoptr (CsDraft) draft = NULL;
  gint64 id;

  if (!cs_draft_rows_find_now (store, matter, &id, error))
    return FALSE;
  draft = cs_draft_rows_load (store, id, "", error);
  if (draft == NULL)
    return FALSE;
  if (cs_review_holds (review, draft))
    return TRUE;

  g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_CONFLICT,
               _ ("the text is no longer the one that was looked through; nothing was confirmed"));

  return FALSE;
}

gboolean
cs_draft_store_add_review (CsDraftStore *store,
                           gint64 matter,
                           const CsReview *review,
                           GError **error)
{
  g_auto (CsTransaction) write = { NULL };

  return cs_transaction_begin (&write, store, error) &&
         check_reviewer (store, matter, review, error) &&
         check_text (store, matter, review, error) &&
         cs_review_rows_insert (store, matter, review, error) &&
         cs_transaction_commit (&write, error);
}
