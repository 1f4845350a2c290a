#include <glib/gi18n-lib.h>

#include "../service/cs-attachment-file.h"
#include "../store/cs-review-store.h"
#include "../store/cs-store-json.h"
#include "cs-interrupt.h"
#include "cs-store-deeds.h"

/* claimsmith-cli store attach, attachments, confirm, reviews: what lies with a matter. */

/* Opens the store and finds the matter. @matter: (out) */
static CsDraftStore *
open_matter (const CsStoreOptions *options, const char *name, gint64 *matter, GError **error)
{
  g_autoptr (CsDraftStore) store = cs_store_deed_open (options, error);

  if (store == NULL)
    return NULL;
  *matter = cs_draft_store_find (store, name, error);

  return *matter == 0 ? NULL : g_steal_pointer (&store);
}

/* --- attachments --- */

static gboolean
attach_file (CsDraftStore *store,
             gint64 matter,
             const char *path,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *remark = NULL;
  g_autoptr (CsAttachment) attachment =
      cs_attachment_read (path, &bytes, &remark, cancellable, error);

  if (attachment == NULL || cs_draft_store_attach (store, matter, attachment, bytes, error) == 0)
    return FALSE;
  if (remark != NULL)
    cs_command_complain (_ ("\"%s\" is attached without its text: %s"), path, remark);

  return TRUE;
}

int
cs_store_attach (const CsStoreOptions *options, char *const *operands)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 matter;
  g_autoptr (CsDraftStore) store = open_matter (options, operands[0], &matter, &error);
  int status = CS_EXIT_OK;

  if (store == NULL)
    return cs_store_deed_fail (options, error);

  cs_interrupt_watch (cancellable);
  for (guint i = 1; operands[i] != NULL; i++)
    {
      g_autoptr (GError) reason = NULL;

      if (attach_file (store, matter, operands[i], cancellable, &reason))
        continue;
      status = cs_store_deed_fail (options, reason);
      if (status == CS_EXIT_STOPPED)
        return status;
    }

  return status;
}

static void
print_attachment (const CsStoreOptions *options, const CsAttachment *attachment)
{
  g_autofree char *added = cs_store_deed_dup_time (attachment->added_us);
  g_autofree char *n_bytes = g_strdup_printf ("%" G_GUINT64_FORMAT, attachment->n_bytes);
  g_autoptr (JsonBuilder) json = NULL;

  if (!cs_store_deed_is_json (options))
    {
      cs_store_deed_print ("%s  %12s  %s", added, n_bytes, attachment->name);
      return;
    }

  json = json_builder_new ();
  json_builder_begin_object (json);
  cs_json_add_int (json, "id", attachment->id);
  cs_json_add_string (json, "name", attachment->name);
  cs_json_add_int (json, "bytes", attachment->n_bytes);
  cs_json_add_int (json, "pages", attachment->n_pages);
  cs_json_add_string (json, "added", added);
  cs_json_add_string (json, "text", attachment->text);
  json_builder_end_object (json);
  cs_store_deed_print_json (json);
}

int
cs_store_attachments (const CsStoreOptions *options, char *const *operands)
{
  g_autoptr (GError) error = NULL;
  gint64 matter;
  g_autoptr (CsDraftStore) store = open_matter (options, operands[0], &matter, &error);
  g_autoptr (GPtrArray) all =
      store == NULL ? NULL : cs_draft_store_list_attachments (store, matter, &error);

  if (all == NULL)
    return cs_store_deed_fail (options, error);

  for (guint i = 0; i < all->len; i++)
    print_attachment (options, all->pdata[i]);

  return CS_EXIT_OK;
}

/* --- reviews --- */

static gboolean
confirm (const CsStoreOptions *options, CsDraftStore *store, gint64 id, GError **error)
{
  g_autoptr (CsMatter) matter = cs_draft_store_load (store, id, error);
  g_autofree char *sha256 = NULL;
  CsReview review = { options->by, options->remark, g_get_real_time (), NULL, 0 };

  if (matter == NULL)
    return FALSE;

  review.text_sha256 = sha256 = cs_draft_dup_sha256 (matter->draft);
  for (guint i = 0; matter->info->examined && i < CS_N_SEVERITIES; i++)
    review.n_open += matter->info->n_findings[i];

  return cs_draft_store_add_review (store, id, &review, error);
}

int
cs_store_confirm (const CsStoreOptions *options, char *const *operands)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraftStore) store = NULL;
  gint64 matter;

  if (options->by == NULL)
    {
      cs_command_complain ("%s", _ ("say with --by NAME who confirms the text"));
      return CS_EXIT_TROUBLE;
    }

  store = open_matter (options, operands[0], &matter, &error);
  if (store == NULL || !confirm (options, store, matter, &error))
    return cs_store_deed_fail (options, error);

  return CS_EXIT_OK;
}

static void
print_review (const CsStoreOptions *options, const CsReview *review, const CsDraft *draft)
{
  g_autofree char *made = cs_store_deed_dup_time (review->made_us);
  gboolean holds = cs_review_holds (review, draft);
  g_autoptr (JsonBuilder) json = NULL;

  if (!cs_store_deed_is_json (options))
    {
      cs_store_deed_print ("%s  %s%s%s%s", made, review->reviewer,
                           *review->remark == '\0' ? "" : ": ", review->remark,
                           holds ? "" : _ (" (the text was changed since)"));
      return;
    }

  json = json_builder_new ();
  json_builder_begin_object (json);
  cs_json_add_string (json, "reviewer", review->reviewer);
  cs_json_add_string (json, "remark", review->remark);
  cs_json_add_string (json, "made", made);
  cs_json_add_string (json, "text_sha256", review->text_sha256);
  cs_json_add_int (json, "open", review->n_open);
  json_builder_set_member_name (json, "holds");
  json_builder_add_boolean_value (json, holds);
  json_builder_end_object (json);
  cs_store_deed_print_json (json);
}

int
cs_store_reviews (const CsStoreOptions *options, char *const *operands)
{
  g_autoptr (GError) error = NULL;
  gint64 id;
  g_autoptr (CsDraftStore) store = open_matter (options, operands[0], &id, &error);
  g_autoptr (CsMatter) matter = store == NULL ? NULL : cs_draft_store_load (store, id, &error);
  g_autoptr (GPtrArray) reviews =
      matter == NULL ? NULL : cs_draft_store_list_reviews (store, id, &error);

  if (reviews == NULL)
    return cs_store_deed_fail (options, error);

  for (guint i = 0; i < reviews->len; i++)
    print_review (options, reviews->pdata[i], matter->draft);

  return CS_EXIT_OK;
}
