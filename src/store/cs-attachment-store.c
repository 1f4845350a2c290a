#include <string.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-limits.h"
#include "cs-draft-rows.h"
#include "cs-matter-rows.h"

/* Files that lie with a matter. Their bytes are kept as those of pictures are, by their SHA-256;
 * their text is searched with the matter, up to a limit that keeps lists quick. */

#define MAX_SEARCHED_BYTES (2 * 1024 * 1024) /* of all attachments of one matter */

void
cs_attachment_free (CsAttachment *attachment)
{
  g_free (attachment->name);
  g_free (attachment->text);
  g_free (attachment);
}

/* --- rows --- */

CsAttachment *
cs_attachment_rows_read (const CsStatement *row)
{
  CsAttachment *attachment = g_new0 (CsAttachment, 1);

  attachment->id = cs_column_get_int (row, 0);
  attachment->name = cs_column_dup_text (row, 1);
  attachment->n_bytes = cs_column_get_uint (row, 2);
  attachment->n_pages = MIN (cs_column_get_uint (row, 3), G_MAXINT);
  attachment->added_us = cs_column_get_int (row, 4);
  attachment->text = cs_column_dup_text (row, 5);
  if (attachment->name != NULL && attachment->text != NULL)
    return attachment;

  cs_attachment_free (attachment);

  return NULL;
}

/* Returns: (transfer full): a base name in one line, whatever was given */
static char *
dup_base_name (const char *name)
{
  char *valid = g_utf8_make_valid (name == NULL ? "" : name, -1);

  return g_strdelimit (valid, "/\\\n\r\t", '_');
}

/* Returns: (transfer full): @name and as much of @text as @room has, ready to be searched */
static char *
dup_searched (const char *name, const char *text, gsize room)
{
  gsize n_bytes = MIN (strlen (text), room);
  g_autofree char *words = NULL;
  g_autofree char *all = NULL;

  while (n_bytes > 0 && ((guchar)text[n_bytes] & 0xc0) == 0x80)
    n_bytes--;
  words = g_strndup (text, n_bytes);
  all = g_strconcat (name, "\n", words, NULL);

  return cs_matter_rows_dup_folded (all);
}

/* @room: (out): bytes that may still be searched of @matter */
static gboolean
find_room (const CsDraftStore *store, gint64 matter, gsize *room, GError **error)
{
  g_auto (CsStatement) sum = cs_statement (
      store, "SELECT sum (length (CAST (folded AS BLOB))) FROM attachment WHERE matter = ?1");
  guint64 used;

  cs_bind_int (&sum, 1, matter);
  used = cs_statement_next (&sum) ? cs_column_get_uint (&sum, 0) : 0;
  *room = used < MAX_SEARCHED_BYTES ? MAX_SEARCHED_BYTES - used : 0;

  return cs_statement_end (&sum, error);
}

static gboolean
insert_row (const CsDraftStore *store,
            gint64 matter,
            const CsAttachment *attachment,
            const char *sha256,
            GError **error)
{
  g_auto (CsStatement) insert = cs_statement (
      store, "INSERT INTO attachment (matter, name, sha256, n_pages, added_us, text, folded) "
             "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO NOTHING");
  g_autofree char *name = dup_base_name (attachment->name);
  g_autofree char *text = g_utf8_make_valid (attachment->text == NULL ? "" : attachment->text, -1);
  g_autofree char *folded = NULL;
  gsize room;

  if (!find_room (store, matter, &room, error))
    return FALSE;

  folded = dup_searched (name, text, room);
  cs_bind_int (&insert, 1, matter);
  cs_bind_text (&insert, 2, name);
  cs_bind_text (&insert, 3, sha256);
  cs_bind_int (&insert, 4, attachment->n_pages);
  cs_bind_int (&insert, 5, attachment->added_us);
  cs_bind_text (&insert, 6, text);
  cs_bind_text (&insert, 7, folded);

  return cs_statement_run (&insert, error);
}

static gint64
find_row (const CsDraftStore *store, gint64 matter, const char *sha256, GError **error)
{
  g_auto (CsStatement) find =
      cs_statement (store, "SELECT id FROM attachment WHERE matter = ?1 AND sha256 = ?2");
  gint64 id;

  cs_bind_int (&find, 1, matter);
  cs_bind_text (&find, 2, sha256);
  id = cs_statement_next (&find) ? cs_column_get_int (&find, 0) : 0;

  return cs_statement_end (&find, error) ? id : 0;
}

static gboolean
check_size (const CsAttachment *attachment, GBytes *bytes, GError **error)
{
  gsize n_text = attachment->text == NULL ? 0 : strlen (attachment->text);
  int limit = n_text > CS_MAX_PART_BYTES ? CS_MAX_PART_BYTES : CS_MAX_ZIP_ENTRY_BYTES;

  if (g_bytes_get_size (bytes) <= CS_MAX_ZIP_ENTRY_BYTES && n_text <= CS_MAX_PART_BYTES)
    return TRUE;

  g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_LIMIT,
               _ ("attachment \"%s\" is larger than %d bytes; nothing was changed"),
               attachment->name, limit);

  return FALSE;
}

gint64
cs_attachment_rows_put (const CsDraftStore *store,
                        gint64 matter,
                        const CsAttachment *attachment,
                        GBytes *bytes,
                        GError **error)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  if (!check_size (attachment, bytes, error) ||
      !cs_image_rows_put (store, sha256, bytes, error) ||
      !insert_row (store, matter, attachment, sha256, error))
    return 0;

  return find_row (store, matter, sha256, error);
}

/* --- what may be asked --- */

gint64
cs_draft_store_attach (CsDraftStore *store,
                       gint64 matter,
                       const CsAttachment *attachment,
                       GBytes *bytes,
                       GError **error)
{
  g_auto (CsTransaction) write = { NULL };
  CsAttachment added = *attachment;
  gint64 draft;
  gint64 id;

  if (added.added_us == 0)
    added.added_us = cs_store_clock ();
  if (!cs_transaction_begin (&write, store, error) ||
      !cs_draft_rows_find_now (store, matter, &draft, error))
    return 0;

  id = cs_attachment_rows_put (store, matter, &added, bytes, error);

  return id != 0 && cs_transaction_commit (&write, error) ? id : 0;
}

static void
set_no_attachment (GError **error, const CsDraftStore *store)
{
  g_set_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND,
               _ ("this attachment is no longer in \"%s\""), store->path);
}

gboolean
cs_draft_store_detach (CsDraftStore *store, gint64 attachment, GError **error)
{
  g_auto (CsTransaction) write = { NULL };

  if (!cs_transaction_begin (&write, store, error) ||
      !cs_store_exec_id (store, "DELETE FROM attachment WHERE id = ?1", attachment, error))
    return FALSE;
  if (sqlite3_changes (store->db) == 0)
    {
      set_no_attachment (error, store);
      return FALSE;
    }

  return cs_transaction_commit (&write, error);
}

GPtrArray *
cs_draft_store_list_attachments (CsDraftStore *store, gint64 matter, GError **error)
{
  g_auto (CsStatement) list = cs_statement (
      store, "SELECT " CS_ATTACHMENT_COLUMNS " FROM attachment JOIN image USING (sha256) "
             "WHERE matter = ?1 ORDER BY attachment.id");
  g_autoptr (GPtrArray) attachments =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cs_attachment_free);
  gboolean sound = TRUE;

  cs_bind_int (&list, 1, matter);
  while (sound && cs_statement_next (&list))
    {
      CsAttachment *attachment = cs_attachment_rows_read (&list);

      sound = attachment != NULL;
      if (sound)
        g_ptr_array_add (attachments, attachment);
    }
  if (!cs_statement_end (&list, error))
    return NULL;
  if (!sound)
    cs_store_set_damaged (error, store, "attachment");

  return sound ? g_steal_pointer (&attachments) : NULL;
}

GBytes *
cs_draft_store_load_attachment (CsDraftStore *store, gint64 attachment, GError **error)
{
  g_auto (CsStatement) load = cs_statement (
      store, "SELECT sha256, bytes FROM attachment JOIN image USING (sha256) "
             "WHERE attachment.id = ?1");
  g_autoptr (GBytes) bytes = NULL;
  gboolean found;

  cs_bind_int (&load, 1, attachment);
  found = cs_statement_next (&load);
  if (found)
    bytes = cs_image_rows_read (&load, 0);
  if (!cs_statement_end (&load, error))
    return NULL;

  if (!found)
    set_no_attachment (error, store);
  else if (bytes == NULL)
    cs_store_set_damaged (error, store, "image");

  return g_steal_pointer (&bytes);
}
