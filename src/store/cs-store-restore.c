#include <string.h>

#include <glib/gi18n-lib.h>

#include "cs-draft-columns.h"
#include "cs-draft-rows.h"
#include "cs-matter-rows.h"
#include "cs-run-rows.h"
#include "cs-store-files.h"
#include "cs-store-open.h"

/* Restoring: a backup is read row by row, every row is checked by what reads it, and written as if
 * it were new. The store itself is never exchanged: other processes may have it open. */

/* Where the rows come from and go to. */
typedef struct
{
  CsDraftStore *from;
  CsDraftStore *to;
  guint64 newer; /* what revisions grow by, so that no window takes the old text for its own */
  GCancellable *cancellable;
} Restore;

/* --- matters --- */

static gboolean
write_matter (const Restore *restore,
              const CsStatement *row,
              const CsMatterInfo *info,
              GError **error)
{
  g_auto (CsStatement) insert = cs_statement (
      restore->to,
      "INSERT INTO matter (id, name, title, reference, language, offices, type, stage, in_bin, "
      "n_errors, n_warnings, n_advice, created_us, changed_us, opened_us, revision, uuid, author, "
      "kept_us) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, "
      "?17, ?18, 0)");
  g_autofree char *name = cs_column_dup_text (row, 1);
  g_autofree char *title = cs_column_dup_text (row, 2);
  g_autofree char *offices = cs_matter_rows_dup_offices (info->offices);
  g_autofree char *uuid = cs_column_dup_text (row, CS_MATTER_COLUMN_UUID);
  g_autofree char *author = cs_column_dup_text (row, CS_MATTER_COLUMN_AUTHOR);

  cs_bind_int (&insert, 1, info->id);
  cs_bind_text (&insert, 2, name);
  cs_bind_text (&insert, 3, title == NULL ? "" : title);
  cs_bind_text (&insert, 4, info->reference);
  cs_bind_text (&insert, 5, info->language);
  cs_bind_text (&insert, 6, offices);
  cs_bind_text (&insert, 7, cs_right_type_get_name (info->type));
  cs_bind_text (&insert, 8, cs_stage_get_name (info->stage));
  cs_bind_int (&insert, 9, info->in_bin);
  for (guint i = 0; info->examined && i < CS_N_SEVERITIES; i++)
    cs_bind_int (&insert, 10 + i, info->n_findings[i]);
  cs_bind_int (&insert, 13, info->created_us);
  cs_bind_int (&insert, 14, info->changed_us);
  cs_bind_int (&insert, 15, info->opened_us);
  cs_bind_int (&insert, 16, MIN (info->revision, G_MAXINT) + restore->newer);
  cs_bind_text (&insert, 17, uuid);
  cs_bind_text (&insert, 18, author);

  return cs_statement_run (&insert, error);
}

static gboolean
copy_draft (const Restore *restore, gint64 matter, const CsStatement *row, GError **error)
{
  const char *kept = cs_column_get_text (row, 1);
  g_autofree char *name = cs_column_dup_text (row, 2);
  CsDraftRow to = { matter, CS_KEPT_AUTOMATIC, name, cs_column_get_int (row, 3) };
  g_autoptr (CsDraft) draft =
      cs_draft_rows_load (restore->from, cs_column_get_int (row, 0), "", error);

  if (draft == NULL)
    return FALSE;
  if (g_strcmp0 (kept, CS_KEPT_NOW) == 0)
    to.kept = CS_KEPT_NOW;
  else if (g_strcmp0 (kept, CS_KEPT_NAMED) == 0)
    to.kept = CS_KEPT_NAMED;

  return cs_draft_rows_insert (restore->to, &to, draft, error) != 0;
}

static gboolean
copy_drafts (const Restore *restore, gint64 matter, GError **error)
{
  g_auto (CsStatement) list = cs_statement (
      restore->from, "SELECT id, kept, name, made_us FROM draft WHERE matter = ?1 ORDER BY id");

  cs_bind_int (&list, 1, matter);
  while (cs_statement_next (&list))
    if (!copy_draft (restore, matter, &list, error))
      return FALSE;

  return cs_statement_end (&list, error);
}

static gboolean
copy_pictures (const Restore *restore, gint64 matter, GError **error)
{
  g_auto (CsStatement) list = cs_statement (
      restore->from, "SELECT picture.name, image.sha256, image.bytes FROM picture "
                     "JOIN image USING (sha256) WHERE matter = ?1 ORDER BY added");

  cs_bind_int (&list, 1, matter);
  while (cs_statement_next (&list))
    {
      g_autofree char *name = cs_column_dup_text (&list, 0);
      g_autoptr (GBytes) bytes = cs_image_rows_read (&list, 1);

      if (name == NULL || strpbrk (name, "/\\") != NULL || bytes == NULL)
        {
          cs_store_set_damaged (error, restore->from, "image");
          return FALSE;
        }
      if (!cs_pictures_add (restore->to, matter, name, bytes, error))
        return FALSE;
    }

  return cs_statement_end (&list, error);
}

static gboolean
copy_terms (const Restore *restore, gint64 matter, GError **error)
{
  g_auto (CsStatement) list = cs_statement (
      restore->from, "SELECT " CS_TERM_COLUMNS " FROM term WHERE matter = ?1 ORDER BY folded");

  cs_bind_int (&list, 1, matter);
  while (cs_statement_next (&list))
    {
      g_autofree char *name = NULL;
      CsTermEntry entry;

      if (!cs_term_rows_read (&list, &entry))
        {
          cs_store_set_damaged (error, restore->from, "term");
          return FALSE;
        }
      name = entry.name;
      if (!cs_term_rows_put (restore->to, matter, &entry, error))
        return FALSE;
    }

  return cs_statement_end (&list, error);
}

static gboolean
copy_reviews (const Restore *restore, gint64 matter, GError **error)
{
  g_auto (CsStatement) list = cs_statement (
      restore->from, "SELECT " CS_REVIEW_COLUMNS " FROM review WHERE matter = ?1 ORDER BY id");

  cs_bind_int (&list, 1, matter);
  while (cs_statement_next (&list))
    {
      g_autoptr (CsReview) review = cs_review_rows_read (&list);

      if (review == NULL)
        {
          cs_store_set_damaged (error, restore->from, "review");
          return FALSE;
        }
      if (!cs_review_rows_insert (restore->to, matter, review, error))
        return FALSE;
    }

  return cs_statement_end (&list, error);
}

static gboolean
copy_attachments (const Restore *restore, gint64 matter, GError **error)
{
  g_auto (CsStatement) list = cs_statement (
      restore->from, "SELECT " CS_ATTACHMENT_COLUMNS ", sha256, bytes FROM attachment "
                     "JOIN image USING (sha256) WHERE matter = ?1 ORDER BY attachment.id");

  cs_bind_int (&list, 1, matter);
  while (cs_statement_next (&list))
    {
      g_autoptr (CsAttachment) attachment = cs_attachment_rows_read (&list);
      g_autoptr (GBytes) bytes = cs_image_rows_read (&list, CS_N_ATTACHMENT_COLUMNS);

      if (attachment == NULL || bytes == NULL)
        {
          cs_store_set_damaged (error, restore->from, "attachment");
          return FALSE;
        }
      if (cs_attachment_rows_put (restore->to, matter, attachment, bytes, error) == 0)
        return FALSE;
    }

  return cs_statement_end (&list, error);
}

static gboolean
copy_received (const Restore *restore, gint64 matter, GError **error)
{
  g_auto (CsStatement) list =
      cs_statement (restore->from, "SELECT checksum FROM received WHERE matter = ?1");

  cs_bind_int (&list, 1, matter);
  while (cs_statement_next (&list))
    if (!cs_received_rows_put (restore->to, matter, cs_column_get_text (&list, 0), error))
      return FALSE;

  return cs_statement_end (&list, error);
}

static gboolean
copy_companions (const Restore *restore, gint64 matter, GError **error)
{
  return copy_pictures (restore, matter, error) && copy_terms (restore, matter, error) &&
         copy_reviews (restore, matter, error) && copy_attachments (restore, matter, error) &&
         copy_received (restore, matter, error) &&
         cs_run_rows_copy (restore->from, restore->to, matter, error);
}

static gboolean
copy_matter (const Restore *restore, const CsStatement *row, GError **error)
{
  g_autoptr (CsMatterInfo) info = cs_matter_rows_read (row);
  gint64 draft;

  if (info == NULL || info->id <= 0)
    {
      cs_store_set_damaged (error, restore->from, "matter");
      return FALSE;
    }

  return write_matter (restore, row, info, error) && copy_drafts (restore, info->id, error) &&
         cs_draft_rows_find_now (restore->to, info->id, &draft, error) &&
         copy_companions (restore, info->id, error) &&
         cs_matter_rows_index (restore->to, info->id, error);
}

static gboolean
copy_matters (const Restore *restore, GError **error)
{
  g_auto (CsStatement) list =
      cs_statement (restore->from, "SELECT " CS_MATTER_COLUMNS " FROM matter ORDER BY id");

  while (cs_statement_next (&list))
    if (g_cancellable_set_error_if_cancelled (restore->cancellable, error) ||
        !copy_matter (restore, &list, error))
      return FALSE;

  return cs_statement_end (&list, error);
}

static gboolean
copy_decisions (const Restore *restore, GError **error)
{
  g_auto (CsStatement) list =
      cs_statement (restore->from, "SELECT " CS_DECISION_COLUMNS " FROM decision ORDER BY id");

  while (cs_statement_next (&list))
    {
      g_autoptr (CsDecision) decision = cs_decision_rows_read (&list);

      if (decision == NULL)
        {
          cs_store_set_damaged (error, restore->from, "decision");
          return FALSE;
        }
      if (cs_decision_rows_insert (restore->to, cs_column_get_int (&list, 1), decision,
                                   decision->id, error) == 0)
        return FALSE;
    }

  return cs_statement_end (&list, error);
}

/* --- putting it in place --- */

/* Rows that cannot be written because they contradict each other are the fault of the backup. */
static gboolean
blame_backup (const Restore *restore, GError *reason, GError **error)
{
  gboolean ours = g_error_matches (reason, CS_STORE_ERROR, CS_STORE_ERROR_CORRUPT) ||
                  g_error_matches (reason, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND);

  if (!ours || strstr (reason->message, restore->from->path) != NULL)
    {
      g_propagate_error (error, reason);
      return FALSE;
    }

  cs_store_set_damaged (error, restore->from, _ ("its rows contradict each other"));
  g_error_free (reason);

  return FALSE;
}

/* Writes all rows of a backup to a store without matters, within a transaction. */
static gboolean
copy_rows (Restore *restore, GError **error)
{
  g_auto (CsTransaction) read = { NULL };
  GError *reason = NULL;

  if (cs_transaction_begin_read (&read, restore->from, &reason) &&
      copy_matters (restore, &reason) && copy_decisions (restore, &reason))
    return TRUE;

  return blame_backup (restore, reason, error);
}

static gboolean
fill_new (CsDraftStore *store, gpointer data, GError **error)
{
  g_auto (CsTransaction) write = { NULL };
  Restore *restore = data;

  restore->to = store;

  return cs_transaction_begin (&write, store, error) && copy_rows (restore, error) &&
         cs_transaction_commit (&write, error);
}

/* Replaces what is in the store that is open, in one transaction. */
static gboolean
fill_open (Restore *restore, GError **error)
{
  g_auto (CsTransaction) write = { NULL };
  gint64 newest = 0;

  if (!cs_transaction_begin (&write, restore->to, error) ||
      !cs_store_query_int (restore->to, "SELECT max (revision) FROM matter", &newest, error) ||
      !cs_store_exec (restore->to, "DELETE FROM matter; DELETE FROM decision; DELETE FROM image",
                      error))
    return FALSE;

  restore->newer = newest;

  return copy_rows (restore, error) && cs_transaction_commit (&write, error);
}

/* Makes the new store first, and only then moves the damaged one out of its way. */
static gboolean
replace_damaged (const char *folder, Restore *restore, GError **error)
{
  g_autofree char *path = g_build_filename (folder, CS_STORE_FILE, NULL);
  g_autofree char *temporary = cs_store_make_temporary (path, error);
  g_autofree char *aside = NULL;
  gboolean placed = FALSE;

  if (temporary == NULL)
    return FALSE;

  if (cs_store_make_file (temporary, fill_new, restore, error) &&
      cs_store_mark_logged (temporary, error))
    {
      aside = cs_draft_store_set_aside (folder, error);
      placed = aside != NULL && cs_store_place (temporary, path, FALSE, error);
    }
  cs_store_discard (temporary);

  return placed;
}

static gboolean
replace_open (CsDraftStore *store, Restore *restore, GError **error)
{
  restore->to = store;

  return cs_store_keep_backup (store, "before-restore", error) && fill_open (restore, error);
}

static gboolean
restore_to (const char *folder, Restore *restore, GError **error)
{
  g_autofree char *path = g_build_filename (folder, CS_STORE_FILE, NULL);
  g_autoptr (CsDraftStore) store = NULL;
  g_autoptr (GError) reason = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return cs_store_make (folder, fill_new, restore, error);

  store = cs_draft_store_open (folder, &reason);
  if (store != NULL && store->read_only != NULL)
    reason = g_error_copy (store->read_only);
  else if (store != NULL && replace_open (store, restore, &reason))
    return TRUE;

  g_clear_pointer (&store, cs_draft_store_close);
  if (g_error_matches (reason, CS_STORE_ERROR, CS_STORE_ERROR_CORRUPT))
    return replace_damaged (folder, restore, error);

  g_propagate_error (error, g_steal_pointer (&reason));

  return FALSE;
}

gboolean
cs_draft_store_restore (const char *folder,
                        const char *path,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (CsDraftStore) from = NULL;
  Restore restore = { .cancellable = cancellable };

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  from = cs_draft_store_open_file (path, error);
  if (from == NULL)
    return FALSE;
  if (g_error_matches (from->read_only, CS_STORE_ERROR, CS_STORE_ERROR_NEWER))
    {
      g_propagate_error (error, g_error_copy (from->read_only));
      return FALSE;
    }

  restore.from = from;

  return restore_to (folder, &restore, error);
}

/* --- one matter elsewhere --- */

static gboolean
fill_with_matter (CsDraftStore *store, gpointer data, GError **error)
{
  g_auto (CsTransaction) write = { NULL };

  return cs_transaction_begin (&write, store, error) &&
         cs_matter_rows_insert (store, data, error) != 0 && cs_transaction_commit (&write, error);
}

gboolean
cs_draft_store_write_copy (const char *path, const CsNewMatter *matter, GError **error)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autofree char *temporary = cs_store_make_temporary (full, error);
  CsNewMatter copy = *matter;
  gboolean written;

  if (temporary == NULL)
    return FALSE;

  written = cs_store_make_file (temporary, fill_with_matter, &copy, error) &&
            cs_store_place (temporary, full, TRUE, error);
  cs_store_discard (temporary);

  return written;
}
