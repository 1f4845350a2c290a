#include <string.h>

#include <glib/gi18n-lib.h>

#include "cs-draft-rows.h"
#include "cs-matter-rows.h"
#include "cs-run-rows.h"

/* Looking at all of a store. A problem is a line for people, without text of drafts. */

static void G_GNUC_PRINTF (2, 3)
    add_problem (GPtrArray *problems, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (problems, g_strdup_vprintf (format, args));
  va_end (args);
}

/* Damage is a problem found; anything else ends the check. */
static gboolean
take_damage (GPtrArray *problems, GError *reason, GError **error)
{
  if (g_error_matches (reason, CS_STORE_ERROR, CS_STORE_ERROR_CORRUPT))
    {
      add_problem (problems, "%s", reason->message);
      g_error_free (reason);
      return TRUE;
    }

  g_propagate_error (error, reason);

  return FALSE;
}

static gboolean
check_pages (CsDraftStore *store, GPtrArray *problems, GError **error)
{
  g_auto (CsStatement) check = cs_statement (store, "PRAGMA integrity_check");
  GError *reason = NULL;

  while (cs_statement_next (&check))
    {
      const char *line = cs_column_get_text (&check, 0);

      if (g_strcmp0 (line, "ok") != 0)
        add_problem (problems, "integrity_check: %s", line == NULL ? "" : line);
    }

  return cs_statement_end (&check, &reason) || take_damage (problems, reason, error);
}

static gboolean
check_links (CsDraftStore *store, GPtrArray *problems, GError **error)
{
  g_auto (CsStatement) check = cs_statement (store, "PRAGMA foreign_key_check");
  GError *reason = NULL;

  while (cs_statement_next (&check))
    {
      const char *table = cs_column_get_text (&check, 0);
      const char *missing = cs_column_get_text (&check, 2);
      g_autofree char *row = g_strdup_printf ("%" G_GINT64_FORMAT, cs_column_get_int (&check, 1));

      add_problem (problems, _ ("row %s of \"%s\" belongs to nothing in \"%s\""), row,
                   table == NULL ? "" : table, missing == NULL ? "" : missing);
    }

  return cs_statement_end (&check, &reason) || take_damage (problems, reason, error);
}

static gboolean
check_matters (CsDraftStore *store, GPtrArray *problems, GError **error)
{
  g_auto (CsStatement) check = cs_statement (
      store, "SELECT " CS_MATTER_COLUMNS ", (SELECT count(*) FROM draft WHERE matter = matter.id "
             "AND kept = 'now') FROM matter ORDER BY id");
  GError *reason = NULL;

  while (cs_statement_next (&check))
    {
      g_autoptr (CsMatterInfo) info = cs_matter_rows_read (&check);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, cs_column_get_int (&check, 0));

      if (info == NULL)
        add_problem (problems, _ ("matter %s cannot be read"), id);
      if (cs_column_get_int (&check, CS_N_MATTER_COLUMNS) != 1)
        add_problem (problems, _ ("matter %s has no text"), id);
    }

  return cs_statement_end (&check, &reason) || take_damage (problems, reason, error);
}

static gboolean
check_drafts (CsDraftStore *store, GPtrArray *problems, GError **error)
{
  g_auto (CsStatement) list =
      cs_statement (store, "SELECT id, matter, kept <> 'now' FROM draft ORDER BY matter, id");
  GError *reason = NULL;

  while (cs_statement_next (&list))
    {
      g_autoptr (GError) damage = NULL;
      gint64 id = cs_column_get_int (&list, 0);
      g_autofree char *matter = g_strdup_printf ("%" G_GINT64_FORMAT, cs_column_get_int (&list, 1));
      g_autoptr (CsDraft) draft = cs_draft_rows_load (store, id, "", &damage);

      if (draft != NULL)
        continue;
      if (!g_error_matches (damage, CS_STORE_ERROR, CS_STORE_ERROR_CORRUPT))
        {
          g_propagate_error (error, g_steal_pointer (&damage));
          return FALSE;
        }
      if (cs_column_get_int (&list, 2) != 0)
        add_problem (problems, _ ("a version of matter %s is damaged"), matter);
      else
        add_problem (problems, _ ("the text of matter %s is damaged"), matter);
    }

  return cs_statement_end (&list, &reason) || take_damage (problems, reason, error);
}

static gboolean
check_decisions (CsDraftStore *store, GPtrArray *problems, GError **error)
{
  g_auto (CsStatement) list =
      cs_statement (store, "SELECT " CS_DECISION_COLUMNS " FROM decision ORDER BY id");
  GError *reason = NULL;

  while (cs_statement_next (&list))
    {
      g_autoptr (CsDecision) decision = cs_decision_rows_read (&list);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, cs_column_get_int (&list, 0));

      if (decision == NULL)
        add_problem (problems, _ ("decision %s cannot be read"), id);
    }

  return cs_statement_end (&list, &reason) || take_damage (problems, reason, error);
}

static gboolean
check_terms (CsDraftStore *store, GPtrArray *problems, GError **error)
{
  g_auto (CsStatement) list = cs_statement (
      store, "SELECT " CS_TERM_COLUMNS ", matter FROM term ORDER BY matter, folded");
  GError *reason = NULL;

  while (cs_statement_next (&list))
    {
      CsTermEntry entry = { NULL };
      g_autofree char *matter = g_strdup_printf ("%" G_GINT64_FORMAT, cs_column_get_int (&list, 3));

      if (!cs_term_rows_read (&list, &entry))
        add_problem (problems, _ ("a term of matter %s cannot be read"), matter);
      g_free (entry.name);
    }

  return cs_statement_end (&list, &reason) || take_damage (problems, reason, error);
}

static gboolean
check_reviews (CsDraftStore *store, GPtrArray *problems, GError **error)
{
  g_auto (CsStatement) list =
      cs_statement (store, "SELECT " CS_REVIEW_COLUMNS ", matter FROM review ORDER BY id");
  GError *reason = NULL;

  while (cs_statement_next (&list))
    {
      g_autoptr (CsReview) review = cs_review_rows_read (&list);
      g_autofree char *matter = g_strdup_printf ("%" G_GINT64_FORMAT, cs_column_get_int (&list, 5));

      if (review == NULL)
        add_problem (problems, _ ("a review of matter %s cannot be read"), matter);
    }

  return cs_statement_end (&list, &reason) || take_damage (problems, reason, error);
}

static gboolean
check_examinations (CsDraftStore *store, GPtrArray *problems, GError **error)
{
  g_auto (CsStatement) list = cs_statement (store, "SELECT id FROM matter ORDER BY id");
  GError *reason = NULL;

  while (cs_statement_next (&list))
    {
      g_autoptr (GError) damage = NULL;
      gint64 id = cs_column_get_int (&list, 0);
      g_autofree char *matter = g_strdup_printf ("%" G_GINT64_FORMAT, id);

      if (cs_run_rows_copy (store, NULL, id, &damage))
        continue;
      if (!g_error_matches (damage, CS_STORE_ERROR, CS_STORE_ERROR_CORRUPT))
        {
          g_propagate_error (error, g_steal_pointer (&damage));
          return FALSE;
        }
      add_problem (problems, _ ("an examination of matter %s, or an answer, cannot be read"),
                   matter);
    }

  return cs_statement_end (&list, &reason) || take_damage (problems, reason, error);
}

static gboolean
check_attachments (CsDraftStore *store, GPtrArray *problems, GError **error)
{
  g_auto (CsStatement) list = cs_statement (
      store, "SELECT " CS_ATTACHMENT_COLUMNS ", matter FROM attachment "
             "JOIN image USING (sha256) ORDER BY attachment.id");
  GError *reason = NULL;

  while (cs_statement_next (&list))
    {
      g_autoptr (CsAttachment) attachment = cs_attachment_rows_read (&list);
      g_autofree char *matter = g_strdup_printf (
          "%" G_GINT64_FORMAT, cs_column_get_int (&list, CS_N_ATTACHMENT_COLUMNS));

      if (attachment == NULL)
        add_problem (problems, _ ("an attachment of matter %s cannot be read"), matter);
    }

  return cs_statement_end (&list, &reason) || take_damage (problems, reason, error);
}

static gboolean
check_images (CsDraftStore *store, GPtrArray *problems, GError **error)
{
  g_auto (CsStatement) list = cs_statement (store, "SELECT sha256, bytes FROM image");
  GError *reason = NULL;

  while (cs_statement_next (&list))
    {
      const char *sha256 = cs_column_get_text (&list, 0);
      const guchar *bytes = sqlite3_column_blob (list.handle, 1);
      g_autofree char *found = g_compute_checksum_for_data (
          G_CHECKSUM_SHA256, bytes, sqlite3_column_bytes (list.handle, 1));

      if (g_strcmp0 (sha256, found) != 0)
        add_problem (problems, _ ("picture %s is damaged"), sha256 == NULL ? "" : sha256);
    }

  return cs_statement_end (&list, &reason) || take_damage (problems, reason, error);
}

gboolean
cs_draft_store_check (CsDraftStore *store, char ***problems, GError **error)
{
  g_auto (CsTransaction) read = { NULL };
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  if (!cs_transaction_begin_read (&read, store, error) || !check_pages (store, found, error) ||
      !check_links (store, found, error) || !check_matters (store, found, error) ||
      !check_drafts (store, found, error) || !check_decisions (store, found, error) ||
      !check_terms (store, found, error) || !check_reviews (store, found, error) ||
      !check_examinations (store, found, error) ||
      !check_attachments (store, found, error) || !check_images (store, found, error))
    return FALSE;

  g_ptr_array_add (found, NULL);
  g_ptr_array_set_free_func (found, NULL);
  *problems = (char **)g_ptr_array_free (g_steal_pointer (&found), FALSE);

  return TRUE;
}
