#include <glib/gi18n-lib.h>

#include "cs-draft-columns.h"
#include "cs-draft-rows.h"
#include "cs-matter-rows.h"

static char *
dup_text (const CsStatement *row, int column)
{
  const char *text = cs_column_get_text (row, column);

  return g_strdup (text == NULL ? "" : text);
}

static gboolean
read_values (const CsStatement *row, CsDecision *decision)
{
  const char *unit = cs_column_get_text (row, 6);

  return cs_decision_kind_from_name (cs_column_get_text (row, 2), &decision->kind) &&
         cs_columns_read_part (cs_column_get_text (row, 7), &decision->part) && unit != NULL &&
         g_ascii_string_to_unsigned (unit, 10, 0, G_MAXUINT64, &decision->unit_id, NULL);
}

CsDecision *
cs_decision_rows_read (const CsStatement *row)
{
  g_autoptr (CsDecision) decision = cs_decision_new ();

  decision->id = cs_column_get_int (row, 0);
  decision->everywhere = sqlite3_column_type (row->handle, 1) == SQLITE_NULL;
  decision->check = dup_text (row, 3);
  decision->rule = dup_text (row, 4);
  decision->fingerprint = dup_text (row, 5);
  decision->text = dup_text (row, 8);
  decision->reason = dup_text (row, 9);
  decision->author = dup_text (row, 10);
  decision->made_us = cs_column_get_int (row, 11);

  return read_values (row, decision) ? g_steal_pointer (&decision) : NULL;
}

GPtrArray *
cs_draft_store_list_decisions (CsDraftStore *store, gint64 id, GError **error)
{
  g_auto (CsStatement) list =
      cs_statement (store, "SELECT " CS_DECISION_COLUMNS " FROM decision "
                           "WHERE matter = ?1 OR matter IS NULL ORDER BY id");
  g_autoptr (GPtrArray) decisions =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cs_decision_unref);
  gboolean sound = TRUE;

  cs_bind_int (&list, 1, id);
  while (sound && cs_statement_next (&list))
    {
      CsDecision *decision = cs_decision_rows_read (&list);

      sound = decision != NULL;
      if (sound)
        g_ptr_array_add (decisions, decision);
    }
  if (!cs_statement_end (&list, error))
    return NULL;
  if (!sound)
    cs_store_set_damaged (error, store, "decision");

  return sound ? g_steal_pointer (&decisions) : NULL;
}

/* --- writing --- */

/* Binds a text that is no NULL and valid; kept in @texts until the statement has run. */
static void
bind_words (CsStatement *insert, int index, const char *text, GPtrArray *texts)
{
  char *valid = g_utf8_make_valid (text == NULL ? "" : text, -1);

  g_ptr_array_add (texts, valid);
  cs_bind_text (insert, index, valid);
}

gint64
cs_decision_rows_insert (const CsDraftStore *store,
                         gint64 matter,
                         const CsDecision *decision,
                         gint64 id,
                         GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *unit = g_strdup_printf ("%" G_GUINT64_FORMAT, decision->unit_id);
  g_auto (CsStatement) insert =
      cs_statement (store, "INSERT INTO decision (" CS_DECISION_COLUMNS ") VALUES (?1, ?2, ?3, ?4, "
                           "?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)");

  if (id != 0)
    cs_bind_int (&insert, 1, id);
  if (matter != 0)
    cs_bind_int (&insert, 2, matter);
  cs_bind_text (&insert, 3, cs_decision_kind_get_name (decision->kind));
  bind_words (&insert, 4, decision->check, texts);
  bind_words (&insert, 5, decision->rule, texts);
  bind_words (&insert, 6, decision->fingerprint, texts);
  cs_bind_text (&insert, 7, unit);
  cs_bind_text (&insert, 8, cs_part_get_name (decision->part));
  bind_words (&insert, 9, decision->text, texts);
  bind_words (&insert, 10, decision->reason, texts);
  bind_words (&insert, 11, decision->author, texts);
  cs_bind_int (&insert, 12, decision->made_us);

  return cs_statement_run (&insert, error) ? sqlite3_last_insert_rowid (store->db) : 0;
}

gint64
cs_draft_store_add_decision (CsDraftStore *store,
                             gint64 id,
                             const CsDecision *decision,
                             GError **error)
{
  g_auto (CsTransaction) write = { NULL };
  g_autoptr (CsMatterInfo) info = NULL;
  gint64 made;

  if (!cs_transaction_begin (&write, store, error))
    return 0;
  if (id != 0)
    {
      info = cs_matter_rows_load (store, id, error);
      if (info == NULL)
        return 0;
    }

  made = cs_decision_rows_insert (store, id, decision, 0, error);

  return made != 0 && cs_transaction_commit (&write, error) ? made : 0;
}

gboolean
cs_draft_store_remove_decision (CsDraftStore *store, gint64 decision, GError **error)
{
  g_auto (CsTransaction) write = { NULL };

  if (!cs_transaction_begin (&write, store, error) ||
      !cs_store_exec_id (store, "DELETE FROM decision WHERE id = ?1", decision, error))
    return FALSE;
  if (sqlite3_changes (store->db) == 0)
    {
      g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND,
                   _ ("this decision is no longer in \"%s\""), store->path);
      return FALSE;
    }

  return cs_transaction_commit (&write, error);
}
