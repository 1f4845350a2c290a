#include "cs-parcel.h"

#include <glib/gi18n-lib.h>

#include "cs-draft-rows.h"
#include "cs-matter-rows.h"
#include "cs-run-rows.h"

/* A matter with all that belongs to it, read at one moment. */

static void
version_free (gpointer data)
{
  CsParcelVersion *version = data;

  g_free (version->name);
  g_clear_pointer (&version->draft, cs_draft_unref);
  g_free (version);
}

static void
picture_free (gpointer data)
{
  CsParcelPicture *picture = data;

  g_free (picture->name);
  g_bytes_unref (picture->bytes);
  g_free (picture);
}

static void
attachment_free (gpointer data)
{
  CsParcelAttachment *attachment = data;

  cs_attachment_free (attachment->attachment);
  g_bytes_unref (attachment->bytes);
  g_free (attachment);
}

CsParcel *
cs_parcel_new (void)
{
  CsParcel *parcel = g_new0 (CsParcel, 1);

  parcel->versions = g_ptr_array_new_with_free_func (version_free);
  parcel->decisions = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_decision_unref);
  parcel->term_list = cs_term_list_new ();
  parcel->reviews = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_review_free);
  parcel->answers = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_answer_unref);
  parcel->ticks = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_figure_tick_free);
  parcel->runs = g_ptr_array_new_with_free_func (g_free);
  parcel->signatures = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_signature_unref);
  parcel->attachments = g_ptr_array_new_with_free_func (attachment_free);
  parcel->pictures = g_ptr_array_new_with_free_func (picture_free);
  parcel->received = g_ptr_array_new_with_free_func (g_free);

  return parcel;
}

void
cs_parcel_free (CsParcel *parcel)
{
  g_free (parcel->uuid);
  g_free (parcel->name);
  g_free (parcel->title);
  g_free (parcel->reference);
  g_free (parcel->author);
  g_clear_pointer (&parcel->draft, cs_draft_unref);
  g_clear_pointer (&parcel->versions, g_ptr_array_unref);
  g_clear_pointer (&parcel->decisions, g_ptr_array_unref);
  g_clear_pointer (&parcel->term_list, cs_term_list_unref);
  g_clear_pointer (&parcel->reviews, g_ptr_array_unref);
  g_clear_pointer (&parcel->answers, g_ptr_array_unref);
  g_clear_pointer (&parcel->ticks, g_ptr_array_unref);
  g_clear_pointer (&parcel->runs, g_ptr_array_unref);
  g_clear_pointer (&parcel->signatures, g_ptr_array_unref);
  g_clear_pointer (&parcel->attachments, g_ptr_array_unref);
  g_clear_pointer (&parcel->pictures, g_ptr_array_unref);
  g_clear_pointer (&parcel->received, g_ptr_array_unref);
  g_free (parcel);
}

void
cs_parcel_add_version (CsParcel *parcel, const char *name, gint64 made_us, CsDraft *draft)
{
  CsParcelVersion *version = g_new0 (CsParcelVersion, 1);

  version->name = g_strdup (name);
  version->made_us = made_us;
  version->draft = draft;
  g_ptr_array_add (parcel->versions, version);
}

void
cs_parcel_add_picture (CsParcel *parcel, const char *name, GBytes *bytes)
{
  CsParcelPicture *picture = g_new0 (CsParcelPicture, 1);

  picture->name = g_strdup (name);
  picture->bytes = g_bytes_ref (bytes);
  g_ptr_array_add (parcel->pictures, picture);
}

void
cs_parcel_add_attachment (CsParcel *parcel, CsAttachment *attachment, GBytes *bytes)
{
  CsParcelAttachment *added = g_new0 (CsParcelAttachment, 1);

  added->attachment = attachment;
  added->bytes = g_bytes_ref (bytes);
  g_ptr_array_add (parcel->attachments, added);
}

/* --- reading --- */

/* One parcel being packed. */
typedef struct
{
  CsDraftStore *store;
  gint64 matter;
  CsParcel *parcel;
} Packing;

static gboolean
read_matter (const Packing *packing, GError **error)
{
  g_autoptr (CsMatterInfo) info = cs_matter_rows_load (packing->store, packing->matter, error);
  g_auto (CsStatement) row =
      cs_statement (packing->store, "SELECT uuid, name, author FROM matter WHERE id = ?1");
  CsParcel *parcel = packing->parcel;

  if (info == NULL)
    return FALSE;

  parcel->title = g_strdup (info->name);
  parcel->reference = g_strdup (info->reference);
  parcel->offices = info->offices;
  parcel->stage = info->stage;
  parcel->revision = info->revision;
  cs_bind_int (&row, 1, packing->matter);
  if (cs_statement_next (&row))
    {
      parcel->uuid = cs_column_dup_text (&row, 0);
      parcel->name = cs_column_dup_text (&row, 1);
      parcel->author = cs_column_dup_text (&row, 2);
    }

  return cs_statement_end (&row, error);
}

static gboolean
read_drafts (const Packing *packing, GError **error)
{
  g_auto (CsStatement) list =
      cs_statement (packing->store, "SELECT id, kept = 'now', name, made_us FROM draft "
                                    "WHERE matter = ?1 ORDER BY made_us, id");

  cs_bind_int (&list, 1, packing->matter);
  while (cs_statement_next (&list))
    {
      CsDraft *draft =
          cs_draft_rows_load (packing->store, cs_column_get_int (&list, 0), "", error);

      if (draft == NULL)
        return FALSE;
      if (cs_column_get_int (&list, 1) != 0)
        packing->parcel->draft = draft;
      else
        cs_parcel_add_version (packing->parcel, cs_column_get_text (&list, 2),
                               cs_column_get_int (&list, 3), draft);
    }

  return cs_statement_end (&list, error);
}

static gboolean
read_pictures (const Packing *packing, GError **error)
{
  g_auto (CsStatement) list = cs_statement (
      packing->store, "SELECT picture.name, image.sha256, image.bytes FROM picture "
                      "JOIN image USING (sha256) WHERE matter = ?1 ORDER BY added");

  cs_bind_int (&list, 1, packing->matter);
  while (cs_statement_next (&list))
    {
      g_autoptr (GBytes) bytes = cs_image_rows_read (&list, 1);
      const char *name = cs_column_get_text (&list, 0);

      if (bytes == NULL || name == NULL)
        {
          cs_store_set_damaged (error, packing->store, "image");
          return FALSE;
        }
      cs_parcel_add_picture (packing->parcel, name, bytes);
    }

  return cs_statement_end (&list, error);
}

static gboolean
read_attachments (const Packing *packing, GError **error)
{
  g_autoptr (GPtrArray) all =
      cs_draft_store_list_attachments (packing->store, packing->matter, error);

  if (all == NULL)
    return FALSE;

  while (all->len > 0)
    {
      g_autoptr (CsAttachment) attachment = g_ptr_array_steal_index (all, 0);
      g_autoptr (GBytes) bytes =
          cs_draft_store_load_attachment (packing->store, attachment->id, error);

      if (bytes == NULL)
        return FALSE;
      cs_parcel_add_attachment (packing->parcel, g_steal_pointer (&attachment), bytes);
    }

  return TRUE;
}

static gboolean
read_received (const Packing *packing, GError **error)
{
  g_auto (CsStatement) list = cs_statement (
      packing->store, "SELECT checksum FROM received WHERE matter = ?1 ORDER BY checksum");

  cs_bind_int (&list, 1, packing->matter);
  while (cs_statement_next (&list))
    g_ptr_array_add (packing->parcel->received, cs_column_dup_text (&list, 0));

  return cs_statement_end (&list, error);
}

/* Takes a list that was read; FALSE when it could not be. */
static gboolean
take_list (GPtrArray **list, GPtrArray *read)
{
  if (read == NULL)
    return FALSE;

  g_ptr_array_unref (*list);
  *list = read;

  return TRUE;
}

/* The last examination, and those that somebody signed. */
static gboolean
read_runs (const Packing *packing, GError **error)
{
  g_auto (CsStatement) list = cs_statement (
      packing->store,
      "SELECT record FROM run WHERE matter = ?1 AND "
      "(sha256 IN (SELECT record_sha256 FROM signature WHERE matter = ?1) OR "
      "id = (SELECT id FROM run WHERE matter = ?1 ORDER BY number DESC, id DESC LIMIT 1)) "
      "ORDER BY number, id");

  cs_bind_int (&list, 1, packing->matter);
  while (cs_statement_next (&list))
    {
      char *record = cs_column_dup_text (&list, 0);

      g_ptr_array_add (packing->parcel->runs, record == NULL ? g_strdup ("") : record);
    }

  return cs_statement_end (&list, error);
}

static gboolean
read_examinations (const Packing *packing, GError **error)
{
  CsParcel *parcel = packing->parcel;

  return take_list (&parcel->answers,
                    cs_draft_store_list_answers (packing->store, packing->matter, error)) &&
         take_list (&parcel->ticks,
                    cs_draft_store_list_ticks (packing->store, packing->matter, error)) &&
         take_list (&parcel->signatures,
                    cs_signature_rows_list (packing->store, packing->matter, error)) &&
         read_runs (packing, error);
}

static gboolean
read_words (const Packing *packing, GError **error)
{
  CsParcel *parcel = packing->parcel;
  CsTermList *terms;

  if (!take_list (&parcel->decisions,
                  cs_draft_store_list_decisions (packing->store, packing->matter, error)) ||
      !take_list (&parcel->reviews,
                  cs_draft_store_list_reviews (packing->store, packing->matter, error)))
    return FALSE;

  terms = cs_draft_store_load_terms (packing->store, packing->matter, error);
  if (terms == NULL)
    return FALSE;

  cs_term_list_unref (parcel->term_list);
  parcel->term_list = terms;

  return TRUE;
}

CsParcel *
cs_draft_store_pack (CsDraftStore *store, gint64 matter, GError **error)
{
  g_auto (CsTransaction) read = { NULL };
  g_autoptr (CsParcel) parcel = cs_parcel_new ();
  const Packing packing = { store, matter, parcel };

  if (!cs_transaction_begin_read (&read, store, error) || !read_matter (&packing, error) ||
      !read_drafts (&packing, error) || !read_pictures (&packing, error) ||
      !read_attachments (&packing, error) || !read_words (&packing, error) ||
      !read_examinations (&packing, error) || !read_received (&packing, error))
    return NULL;
  if (parcel->draft == NULL)
    {
      cs_store_set_no_matter (error, store, matter);
      return NULL;
    }

  return g_steal_pointer (&parcel);
}
