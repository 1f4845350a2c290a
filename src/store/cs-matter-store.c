#include <string.h>

#include <glib/gi18n-lib.h>

#include "cs-draft-rows.h"
#include "cs-matter-rows.h"
#include "cs-run-store.h"
#include "cs-tick-store.h"

/* Matters one by one: making, opening, saving, and what may be said of them. */

gint64
cs_draft_store_create (CsDraftStore *store, const CsNewMatter *matter, GError **error)
{
  g_auto (CsTransaction) write = { NULL };
  gint64 id;

  if (!cs_transaction_begin (&write, store, error))
    return 0;

  id = cs_matter_rows_insert (store, matter, error);

  return id != 0 && cs_transaction_commit (&write, error) ? id : 0;
}

/* With what people saw in its figures. */
static CsDraft *
load_draft (CsDraftStore *store, gint64 id, const CsMatterInfo *info, GError **error)
{
  g_autoptr (CsDraft) draft = NULL;
  g_autoptr (GPtrArray) ticks = NULL;
  gint64 row;

  if (!cs_draft_rows_find_now (store, id, &row, error))
    return NULL;
  draft = cs_draft_rows_load (store, row, info->name, error);
  if (draft == NULL)
    return NULL;
  ticks = cs_draft_store_list_ticks (store, id, error);

  return ticks == NULL ? NULL : cs_draft_new_ticked (draft, ticks);
}

CsMatter *
cs_draft_store_load (CsDraftStore *store, gint64 id, GError **error)
{
  g_auto (CsTransaction) read = { NULL };
  g_autoptr (CsMatter) matter = g_new0 (CsMatter, 1);

  if (!cs_transaction_begin_read (&read, store, error))
    return NULL;

  matter->info = cs_matter_rows_load (store, id, error);
  if (matter->info == NULL)
    return NULL;
  matter->draft = load_draft (store, id, matter->info, error);
  if (matter->draft == NULL)
    return NULL;
  matter->decisions = cs_draft_store_list_decisions (store, id, error);
  if (matter->decisions == NULL)
    return NULL;
  matter->answers = cs_draft_store_list_answers (store, id, error);
  if (matter->answers == NULL)
    return NULL;
  matter->term_list = cs_draft_store_load_terms (store, id, error);
  if (matter->term_list == NULL)
    return NULL;

  return g_steal_pointer (&matter);
}

/* --- saving --- */

/* Compares the revision, and tells when a version was last kept. */
static gboolean
begin_save (const CsDraftStore *store, const CsMatterSave *save, gint64 *kept_us, GError **error)
{
  g_auto (CsStatement) row =
      cs_statement (store, "SELECT revision, kept_us, title FROM matter WHERE id = ?1");
  gboolean found;
  guint64 revision = 0;
  g_autofree char *title = NULL;

  cs_bind_int (&row, 1, save->id);
  found = cs_statement_next (&row);
  if (found)
    {
      revision = cs_column_get_uint (&row, 0);
      *kept_us = cs_column_get_int (&row, 1);
      title = cs_column_dup_text (&row, 2);
    }
  if (!cs_statement_end (&row, error))
    return FALSE;

  if (!found)
    cs_store_set_no_matter (error, store, save->id);
  else if (revision != save->revision)
    g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_CONFLICT,
                 _ ("\"%s\" was changed by somebody else in the meantime; nothing was "
                    "overwritten, and the text in the window is kept there"),
                 title == NULL ? "" : title);

  return found && revision == save->revision;
}

static gboolean
save_draft (const CsDraftStore *store,
            const CsMatterSave *save,
            gint64 *kept_us,
            gint64 now_us,
            GError **error)
{
  CsDraftRow now = { save->id, CS_KEPT_NOW, NULL, now_us };
  gint64 draft;

  if (!cs_draft_rows_find_now (store, save->id, &draft, error) ||
      !cs_versions_keep (store, save->id, kept_us, &draft, error))
    return FALSE;
  if (draft == 0)
    return cs_draft_rows_insert (store, &now, save->draft, error) != 0;

  return cs_draft_rows_replace (store, draft, now_us, save->draft, error);
}

static gboolean
update_row (const CsDraftStore *store, const CsMatterSave *save, gint64 kept_us, GError **error)
{
  g_auto (CsStatement) update = cs_statement (
      store, "UPDATE matter SET title = ?2, language = ?3, offices = ?4, type = ?5, "
             "changed_us = ?6, kept_us = ?7, revision = revision + 1 WHERE id = ?1");
  g_autofree char *title = cs_matter_rows_dup_title (save->draft);
  g_autofree char *offices = cs_matter_rows_dup_offices (save->offices);

  cs_bind_int (&update, 1, save->id);
  cs_bind_text (&update, 2, title);
  cs_bind_text (&update, 3, save->draft->language);
  cs_bind_text (&update, 4, offices);
  cs_bind_text (&update, 5, cs_right_type_get_name (save->draft->request->type));
  cs_bind_int (&update, 6, cs_store_clock ());
  cs_bind_int (&update, 7, kept_us);

  return cs_statement_run (&update, error);
}

gboolean
cs_matter_rows_save (const CsDraftStore *store, const CsMatterSave *save, GError **error)
{
  CsNewMatter pictures = { .draft = save->draft, .images = save->images, .data = save->data };
  gint64 kept_us;

  return begin_save (store, save, &kept_us, error) &&
         save_draft (store, save, &kept_us, cs_store_clock (), error) &&
         update_row (store, save, kept_us, error) &&
         cs_pictures_keep (store, save->id, &pictures, error) &&
         cs_matter_rows_index (store, save->id, error);
}

gboolean
cs_draft_store_save (CsDraftStore *store,
                     const CsMatterSave *save,
                     guint64 *revision,
                     GError **error)
{
  g_auto (CsTransaction) write = { NULL };

  if (!cs_transaction_begin (&write, store, error) ||
      !cs_matter_rows_save (store, save, error) || !cs_transaction_commit (&write, error))
    return FALSE;

  *revision = save->revision + 1;

  return TRUE;
}

/* --- what may be said of a matter --- */

/* Runs an UPDATE of matter @id, which must be there, in the transaction it has begun. */
static gboolean
run_update (CsStatement *update, gint64 id, GError **error)
{
  if (!cs_statement_run (update, error))
    return FALSE;
  if (sqlite3_changes (update->store->db) > 0)
    return TRUE;

  cs_store_set_no_matter (error, update->store, id);

  return FALSE;
}

gboolean
cs_draft_store_set_findings (CsDraftStore *store,
                             gint64 id,
                             const guint *n_findings,
                             GError **error)
{
  g_auto (CsTransaction) write = { NULL };
  g_auto (CsStatement) update = cs_statement (
      store, "UPDATE matter SET n_errors = ?2, n_warnings = ?3, n_advice = ?4 WHERE id = ?1");

  cs_bind_int (&update, 1, id);
  for (guint i = 0; i < CS_N_SEVERITIES; i++)
    cs_bind_int (&update, 2 + i, n_findings[i]);

  return cs_transaction_begin (&write, store, error) && run_update (&update, id, error) &&
         cs_transaction_commit (&write, error);
}

gboolean
cs_draft_store_set_opened (CsDraftStore *store, gint64 id, GError **error)
{
  g_auto (CsTransaction) write = { NULL };
  g_auto (CsStatement) update =
      cs_statement (store, "UPDATE matter SET opened_us = ?2 WHERE id = ?1");

  cs_bind_int (&update, 1, id);
  cs_bind_int (&update, 2, cs_store_clock ());

  return cs_transaction_begin (&write, store, error) && run_update (&update, id, error) &&
         cs_transaction_commit (&write, error);
}

gboolean
cs_draft_store_rename (CsDraftStore *store,
                       gint64 id,
                       const char *name,
                       const char *reference,
                       GError **error)
{
  g_auto (CsTransaction) write = { NULL };
  g_auto (CsStatement) update = cs_statement (
      store, "UPDATE matter SET name = ?2, reference = coalesce (?3, reference), changed_us = ?4 "
             "WHERE id = ?1");
  g_autofree char *valid_name = name == NULL ? NULL : g_utf8_make_valid (name, -1);
  g_autofree char *valid_reference = reference == NULL ? NULL : g_utf8_make_valid (reference, -1);

  cs_bind_int (&update, 1, id);
  cs_bind_text (&update, 2, valid_name);
  cs_bind_text (&update, 3, valid_reference);
  cs_bind_int (&update, 4, cs_store_clock ());

  return cs_transaction_begin (&write, store, error) && run_update (&update, id, error) &&
         cs_matter_rows_index (store, id, error) && cs_transaction_commit (&write, error);
}

gboolean
cs_draft_store_set_stage (CsDraftStore *store, gint64 id, CsStage stage, GError **error)
{
  g_auto (CsTransaction) write = { NULL };
  g_auto (CsStatement) update =
      cs_statement (store, "UPDATE matter SET stage = ?2, changed_us = ?3 WHERE id = ?1");

  g_return_val_if_fail (stage < CS_N_STAGES, FALSE);

  cs_bind_int (&update, 1, id);
  cs_bind_text (&update, 2, cs_stage_get_name (stage));
  cs_bind_int (&update, 3, cs_store_clock ());

  return cs_transaction_begin (&write, store, error) && run_update (&update, id, error) &&
         cs_transaction_commit (&write, error);
}

gboolean
cs_draft_store_set_bin (CsDraftStore *store, gint64 id, gboolean in_bin, GError **error)
{
  g_auto (CsTransaction) write = { NULL };
  g_auto (CsStatement) update =
      cs_statement (store, "UPDATE matter SET in_bin = ?2 WHERE id = ?1");

  cs_bind_int (&update, 1, id);
  cs_bind_int (&update, 2, in_bin);

  return cs_transaction_begin (&write, store, error) && run_update (&update, id, error) &&
         cs_transaction_commit (&write, error);
}

gboolean
cs_draft_store_empty_bin (CsDraftStore *store, GError **error)
{
  g_auto (CsTransaction) write = { NULL };

  return cs_transaction_begin (&write, store, error) &&
         cs_store_exec (store, "DELETE FROM matter WHERE in_bin <> 0", error) &&
         cs_pictures_collect (store, error) && cs_transaction_commit (&write, error);
}

/* --- a copy of a matter --- */

static gint64
copy_row (const CsDraftStore *store, gint64 id, const char *name, GError **error)
{
  g_auto (CsStatement) copy = cs_statement (
      store, "INSERT INTO matter (name, title, reference, language, offices, type, stage, "
             "n_errors, n_warnings, n_advice, created_us, changed_us, kept_us, revision, uuid, "
             "author) SELECT ?2, title, '', language, offices, type, ?3, n_errors, n_warnings, "
             "n_advice, ?4, ?4, ?4, 1, ?5, author FROM matter WHERE id = ?1");
  g_autofree char *uuid = g_uuid_string_random (); /* another matter, to be told from the first */

  cs_bind_int (&copy, 1, id);
  cs_bind_text (&copy, 2, name);
  cs_bind_text (&copy, 3, cs_stage_get_name (CS_STAGE_DRAFTING));
  cs_bind_int (&copy, 4, cs_store_clock ());
  cs_bind_text (&copy, 5, uuid);

  return cs_statement_run (&copy, error) ? sqlite3_last_insert_rowid (store->db) : 0;
}

static gboolean
copy_draft (const CsDraftStore *store, gint64 from, gint64 to, GError **error)
{
  CsDraftRow now = { to, CS_KEPT_NOW, NULL, cs_store_clock () };
  gint64 draft;

  return cs_draft_rows_find_now (store, from, &draft, error) &&
         cs_draft_rows_copy (store, draft, &now, error) != 0;
}

/* Runs an INSERT that copies rows of matter ?1 to matter ?2. */
static gboolean
copy_rows (const CsDraftStore *store, const char *sql, gint64 from, gint64 to, GError **error)
{
  g_auto (CsStatement) copy = cs_statement (store, sql);

  cs_bind_int (&copy, 1, from);
  cs_bind_int (&copy, 2, to);

  return cs_statement_run (&copy, error);
}

static gboolean
copy_companions (const CsDraftStore *store, gint64 from, gint64 to, GError **error)
{
  return copy_rows (store,
                    "INSERT INTO decision (matter, kind, check_name, rule, fingerprint, unit, "
                    "part, text, reason, author, made_us) SELECT ?2, kind, check_name, rule, "
                    "fingerprint, unit, part, text, reason, author, made_us FROM decision "
                    "WHERE matter = ?1 ORDER BY id",
                    from, to, error) &&
         copy_rows (store,
                    "INSERT INTO answer (matter, item, checklist, verdict, text, author, made_us, "
                    "text_sha256, evidence_sum) SELECT ?2, item, checklist, verdict, text, "
                    "author, made_us, text_sha256, evidence_sum FROM answer "
                    "WHERE matter = ?1 ORDER BY id",
                    from, to, error) &&
         copy_rows (store,
                    "INSERT INTO tick (matter, figure, sha256, signs, author, made_us) "
                    "SELECT ?2, figure, sha256, signs, author, made_us FROM tick "
                    "WHERE matter = ?1 ORDER BY id",
                    from, to, error) &&
         copy_rows (store,
                    "INSERT INTO term (matter, name, folded, verdict) "
                    "SELECT ?2, name, folded, verdict FROM term WHERE matter = ?1",
                    from, to, error) &&
         copy_rows (store,
                    "INSERT INTO picture (matter, name, sha256, added) "
                    "SELECT ?2, name, sha256, added FROM picture WHERE matter = ?1",
                    from, to, error) &&
         copy_rows (store,
                    "INSERT INTO attachment (matter, name, sha256, n_pages, added_us, text, "
                    "folded) SELECT ?2, name, sha256, n_pages, added_us, text, folded "
                    "FROM attachment WHERE matter = ?1 ORDER BY id",
                    from, to, error);
}

gint64
cs_draft_store_duplicate (CsDraftStore *store, gint64 id, GError **error)
{
  g_auto (CsTransaction) write = { NULL };
  g_autoptr (CsMatterInfo) info = NULL;
  g_autofree char *name = NULL;
  gint64 copy;

  if (!cs_transaction_begin (&write, store, error))
    return 0;
  info = cs_matter_rows_load (store, id, error);
  if (info == NULL)
    return 0;

  name = g_strdup_printf (_ ("%s (copy)"), info->name);
  copy = copy_row (store, id, name, error);
  if (copy == 0 || !copy_draft (store, id, copy, error) ||
      !copy_companions (store, id, copy, error) || !cs_matter_rows_index (store, copy, error) ||
      !cs_transaction_commit (&write, error))
    return 0;

  return copy;
}
