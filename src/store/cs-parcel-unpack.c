#include <glib/gi18n-lib.h>

#include "cs-draft-json.h"
#include "cs-draft-rows.h"
#include "cs-matter-rows.h"
#include "cs-parcel-rows.h"
#include "cs-parcel.h"
#include "cs-run-rows.h"

/* Putting a parcel into a store: all of it or nothing. */

static void
set_changed (GError **error, const char *name)
{
  g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_CONFLICT,
               _ ("\"%s\" was changed by somebody else in the meantime; nothing was merged"),
               name);
}

/* --- the row of the matter --- */

static gint64
insert_matter (const CsDraftStore *store, const CsUnpack *unpack, GError **error)
{
  g_auto (CsStatement) insert = cs_statement (
      store, "INSERT INTO matter (name, title, reference, language, offices, type, stage, "
             "created_us, changed_us, kept_us, revision, uuid, author) "
             "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, 0, 1, ?9, ?10)");
  const CsParcel *parcel = unpack->parcel;
  g_autofree char *title = cs_matter_rows_dup_title (parcel->draft);
  g_autofree char *offices = cs_matter_rows_dup_offices (parcel->offices);
  g_autofree char *uuid = unpack->another ? g_uuid_string_random () : g_strdup (parcel->uuid);

  cs_bind_text (&insert, 1, parcel->name);
  cs_bind_text (&insert, 2, title);
  cs_bind_text (&insert, 3, parcel->reference);
  cs_bind_text (&insert, 4, parcel->draft->language);
  cs_bind_text (&insert, 5, offices);
  cs_bind_text (&insert, 6, cs_right_type_get_name (parcel->draft->request->type));
  cs_bind_text (&insert, 7, cs_stage_get_name (parcel->stage));
  cs_bind_int (&insert, 8, cs_store_clock ());
  cs_bind_text (&insert, 9, uuid);
  cs_bind_text (&insert, 10, parcel->author);

  return cs_statement_run (&insert, error) ? sqlite3_last_insert_rowid (store->db) : 0;
}

/* That the text is theirs now; 'kept_us' lets the next save keep it as a version. */
static gboolean
update_matter (const CsDraftStore *store, gint64 id, const CsParcel *parcel, GError **error)
{
  g_auto (CsStatement) update = cs_statement (
      store, "UPDATE matter SET title = ?2, language = ?3, type = ?4, author = ?5, "
             "changed_us = ?6, kept_us = 0, revision = revision + 1 WHERE id = ?1");
  g_autofree char *title = cs_matter_rows_dup_title (parcel->draft);

  cs_bind_int (&update, 1, id);
  cs_bind_text (&update, 2, title);
  cs_bind_text (&update, 3, parcel->draft->language);
  cs_bind_text (&update, 4, cs_right_type_get_name (parcel->draft->request->type));
  cs_bind_text (&update, 5, parcel->author);
  cs_bind_int (&update, 6, cs_store_clock ());

  return cs_statement_run (&update, error);
}

/* --- texts --- */

/* Their text becomes the text now, and ours a version. */
static gboolean
take_text (const CsDraftStore *store, gint64 id, const CsUnpack *unpack, GError **error)
{
  CsDraftRow kept = { id, CS_KEPT_NAMED, unpack->kept_name, cs_store_clock () };
  gint64 now;

  return cs_draft_rows_find_now (store, id, &now, error) &&
         (unpack->kept_name == NULL || cs_draft_rows_copy (store, now, &kept, error) != 0) &&
         cs_draft_rows_replace (store, now, kept.made_us, unpack->parcel->draft, error) &&
         update_matter (store, id, unpack->parcel, error);
}

static gboolean
insert_draft (const CsDraftStore *store, gint64 id, const CsUnpack *unpack, GError **error)
{
  CsDraftRow row = { id, unpack->matter == 0 ? CS_KEPT_NOW : CS_KEPT_NAMED, unpack->kept_name,
                     cs_store_clock () };

  if (unpack->matter != 0 && unpack->kept_name == NULL)
    return TRUE;

  return cs_draft_rows_insert (store, &row, unpack->parcel->draft, error) != 0;
}

static gboolean
put_text (const CsDraftStore *store, gint64 id, const CsUnpack *unpack, GError **error)
{
  g_autofree char *checksum = cs_draft_dup_checksum (unpack->parcel->draft);

  if (unpack->matter != 0 && unpack->take_text ? !take_text (store, id, unpack, error) :
                                                 !insert_draft (store, id, unpack, error))
    return FALSE;

  return cs_received_rows_put (store, id, checksum, error);
}

static gboolean
put_versions (const CsDraftStore *store, gint64 id, const GPtrArray *versions, GError **error)
{
  for (guint i = 0; i < versions->len; i++)
    {
      const CsParcelVersion *version = versions->pdata[i];
      CsDraftRow row = { id, version->name == NULL ? CS_KEPT_AUTOMATIC : CS_KEPT_NAMED,
                         version->name, version->made_us };

      if (cs_draft_rows_insert (store, &row, version->draft, error) == 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
put_received (const CsDraftStore *store, gint64 id, const GPtrArray *checksums, GError **error)
{
  for (guint i = 0; i < checksums->len; i++)
    if (!cs_received_rows_put (store, id, checksums->pdata[i], error))
      return FALSE;

  return TRUE;
}

/* --- what was said --- */

static gboolean
put_decisions (const CsDraftStore *store, gint64 id, const GPtrArray *decisions, GError **error)
{
  for (guint i = 0; i < decisions->len; i++)
    if (cs_decision_rows_insert (store, id, decisions->pdata[i], 0, error) == 0)
      return FALSE;

  return TRUE;
}

static gboolean
put_reviews (const CsDraftStore *store, gint64 id, const GPtrArray *reviews, GError **error)
{
  for (guint i = reviews->len; i > 0; i--) /* the oldest first, as they were made */
    if (!cs_review_rows_insert (store, id, reviews->pdata[i - 1], error))
      return FALSE;

  return TRUE;
}

static gboolean
put_answers (const CsDraftStore *store, gint64 id, const GPtrArray *answers, GError **error)
{
  for (guint i = 0; answers != NULL && i < answers->len; i++)
    if (cs_answer_rows_insert (store, id, answers->pdata[i], 0, error) == 0)
      return FALSE;

  return TRUE;
}

static gboolean
put_ticks (const CsDraftStore *store, gint64 id, const GPtrArray *ticks, GError **error)
{
  for (guint i = 0; ticks != NULL && i < ticks->len; i++)
    if (!cs_tick_rows_insert (store, id, ticks->pdata[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
put_runs (const CsDraftStore *store, gint64 id, const GPtrArray *runs, GError **error)
{
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    if (cs_run_rows_insert (store, id, runs->pdata[i], 0, error) == 0)
      return FALSE;

  return TRUE;
}

static gboolean
put_signatures (const CsDraftStore *store, gint64 id, const GPtrArray *signatures, GError **error)
{
  for (guint i = 0; signatures != NULL && i < signatures->len; i++)
    if (!cs_signature_rows_insert (store, id, signatures->pdata[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
put_examinations (const CsDraftStore *store, gint64 id, const CsUnpack *unpack, GError **error)
{
  const CsParcel *parcel = unpack->parcel;
  gboolean all = unpack->matter == 0;

  return put_answers (store, id, all ? parcel->answers : unpack->answers, error) &&
         put_ticks (store, id, all ? parcel->ticks : unpack->ticks, error) &&
         put_runs (store, id, all ? parcel->runs : unpack->runs, error) &&
         put_signatures (store, id, all ? parcel->signatures : unpack->signatures, error);
}

static gboolean
put_terms (CsDraftStore *store, gint64 id, const CsUnpack *unpack, GError **error)
{
  g_autoptr (CsTermList) ours = cs_draft_store_load_terms (store, id, error);
  guint n_entries = cs_term_list_get_n_entries (unpack->parcel->term_list);

  if (ours == NULL)
    return FALSE;

  for (guint i = 0; i < n_entries; i++)
    {
      const CsTermEntry *entry = cs_term_list_get (unpack->parcel->term_list, i);

      if (!unpack->take_text && cs_term_list_find (ours, entry->name) != NULL)
        continue;
      if (!cs_term_rows_put (store, id, entry, error))
        return FALSE;
    }

  return TRUE;
}

/* --- files --- */

/* The pictures of the text that is to be the text now go before others of their names. */
static gboolean
put_pictures (const CsDraftStore *store, gint64 id, const CsUnpack *unpack, GError **error)
{
  const GPtrArray *pictures = unpack->parcel->pictures;
  gboolean newer = unpack->matter == 0 || unpack->take_text;

  for (guint i = 0; i < pictures->len; i++)
    {
      const CsParcelPicture *picture = pictures->pdata[newer ? i : pictures->len - 1 - i];
      gboolean done = newer ?
                          cs_pictures_add (store, id, picture->name, picture->bytes, error) :
                          cs_pictures_add_older (store, id, picture->name, picture->bytes, error);

      if (!done)
        return FALSE;
    }

  return TRUE;
}

static gboolean
put_attachments (const CsDraftStore *store, gint64 id, const CsParcel *parcel, GError **error)
{
  for (guint i = 0; i < parcel->attachments->len; i++)
    {
      const CsParcelAttachment *added = parcel->attachments->pdata[i];

      if (cs_attachment_rows_put (store, id, added->attachment, added->bytes, error) == 0)
        return FALSE;
    }

  return TRUE;
}

/* --- all of it --- */

/* The matter to be written to: the one that was compared, unchanged, or a new one. */
static gint64
find_target (const CsDraftStore *store, const CsUnpack *unpack, GError **error)
{
  g_autofree char *state = NULL;
  gint64 here = 0;

  if (unpack->matter != 0)
    {
      state = cs_parcel_rows_dup_state (store, unpack->matter, error);
      if (state == NULL)
        return 0;
      if (unpack->state == NULL || g_strcmp0 (state, unpack->state) == 0)
        return unpack->matter;
    }
  else if (!unpack->another && !cs_parcel_rows_find (store, unpack->parcel->uuid, &here, error))
    return 0;
  else if (here == 0)
    return insert_matter (store, unpack, error);

  set_changed (error, unpack->parcel->name != NULL ? unpack->parcel->name :
                                                     unpack->parcel->draft->id);

  return 0;
}

static gboolean
put_all (CsDraftStore *store, gint64 id, const CsUnpack *unpack, GError **error)
{
  const CsParcel *parcel = unpack->parcel;
  gboolean all = unpack->matter == 0;

  return put_text (store, id, unpack, error) &&
         put_versions (store, id, all ? parcel->versions : unpack->versions, error) &&
         put_decisions (store, id, all ? parcel->decisions : unpack->decisions, error) &&
         put_reviews (store, id, all ? parcel->reviews : unpack->reviews, error) &&
         put_examinations (store, id, unpack, error) &&
         put_received (store, id, parcel->received, error) &&
         put_terms (store, id, unpack, error) && put_pictures (store, id, unpack, error) &&
         put_attachments (store, id, parcel, error);
}

gint64
cs_draft_store_unpack (CsDraftStore *store, const CsUnpack *unpack, GError **error)
{
  g_auto (CsTransaction) write = { NULL };
  gint64 id;

  if (!cs_transaction_begin (&write, store, error))
    return 0;

  id = find_target (store, unpack, error);
  if (id == 0 || !put_all (store, id, unpack, error) ||
      !cs_store_exec_id (store, "UPDATE matter SET in_bin = 0 WHERE id = ?1", id, error) ||
      !cs_matter_rows_index (store, id, error) || !cs_transaction_commit (&write, error))
    return 0;

  return id;
}
