#include <string.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "../base/cs-limits.h"
#include "../formats/cs-zip-writer.h"
#include "../store/cs-draft-json.h"
#include "cs-matter-file-private.h"

/* Writing a matter file: all parts first, then the manifest that names their sums. */

/* A file being written. */
typedef struct
{
  GArray *entries;   /* of CsMatterEntry, for the manifest */
  GPtrArray *bytes;  /* GBytes, one for each */
  GHashTable *names; /* of the entries that are there */
  gboolean has_room; /* no text holds more than our own reader takes */
} Writing;

static void
writing_init (Writing *writing)
{
  writing->has_room = TRUE;
  writing->entries = g_array_new (FALSE, FALSE, sizeof (CsMatterEntry));
  g_array_set_clear_func (writing->entries, (GDestroyNotify)cs_matter_entry_clear);
  writing->bytes = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  writing->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
writing_clear (Writing *writing)
{
  g_array_unref (writing->entries);
  g_ptr_array_unref (writing->bytes);
  g_hash_table_unref (writing->names);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writing, writing_clear)

static void
add_bytes (Writing *writing, const char *name, GBytes *bytes)
{
  CsMatterEntry entry = { g_strdup (name), g_bytes_get_size (bytes),
                          g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) };

  g_array_append_val (writing->entries, entry);
  g_ptr_array_add (writing->bytes, g_bytes_ref (bytes));
  g_hash_table_add (writing->names, g_strdup (name));
}

/* @text: (transfer full) */
static void
add_text (Writing *writing, const char *name, char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  writing->has_room = writing->has_room && cs_matter_json_has_room (text);
  add_bytes (writing, name, bytes);
}

/* Bytes that several pictures or attachments share are there once. */
static void
add_shared (Writing *writing, GBytes *bytes)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *name = cs_matter_file_dup_bytes_entry (sha256);

  if (!g_hash_table_contains (writing->names, name))
    add_bytes (writing, name, bytes);
}

static void
add_versions (Writing *writing, const GPtrArray *versions, GCancellable *cancellable)
{
  add_text (writing, CS_ENTRY_VERSIONS, cs_matter_json_dup_versions (versions));
  for (guint i = 0; i < versions->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      const CsParcelVersion *version = versions->pdata[i];
      g_autofree char *name = cs_matter_file_dup_version_entry (i);

      add_text (writing, name, cs_draft_dup_json (version->draft));
    }
}

static void
add_files (Writing *writing, const CsParcel *parcel)
{
  add_text (writing, CS_ENTRY_PICTURES, cs_matter_json_dup_pictures (parcel->pictures));
  add_text (writing, CS_ENTRY_ATTACHMENTS, cs_matter_json_dup_attachments (parcel->attachments));
  for (guint i = 0; i < parcel->pictures->len; i++)
    add_shared (writing, ((CsParcelPicture *)parcel->pictures->pdata[i])->bytes);
  for (guint i = 0; i < parcel->attachments->len; i++)
    add_shared (writing, ((CsParcelAttachment *)parcel->attachments->pdata[i])->bytes);
}

static void
add_parcel (Writing *writing,
            const CsParcel *parcel,
            const char *findings,
            GCancellable *cancellable)
{
  add_text (writing, CS_ENTRY_DRAFT, cs_draft_dup_json (parcel->draft));
  add_text (writing, CS_ENTRY_DECISIONS, cs_matter_json_dup_decisions (parcel->decisions));
  add_text (writing, CS_ENTRY_TERMS, cs_matter_json_dup_terms (parcel->term_list));
  add_text (writing, CS_ENTRY_REVIEWS, cs_matter_json_dup_reviews (parcel->reviews));
  add_text (writing, CS_ENTRY_EXAMINATIONS, cs_matter_json_dup_examinations (parcel));
  if (findings != NULL)
    add_text (writing, CS_ENTRY_FINDINGS, g_strdup (findings));
  add_versions (writing, parcel->versions, cancellable);
  add_files (writing, parcel);
}

/* Whether our own reader will take what is written. */
static gboolean
check_size (const Writing *writing, const CsParcel *parcel, guint64 *n_bytes, GError **error)
{
  guint n_largest = MAX (MAX (parcel->versions->len, parcel->decisions->len),
                         MAX (parcel->reviews->len, writing->entries->len + 2));

  *n_bytes = 0;
  for (guint i = 0; i < writing->bytes->len; i++)
    *n_bytes += g_bytes_get_size (writing->bytes->pdata[i]);
  if (*n_bytes <= CS_MAX_FILE_BYTES && n_largest <= CS_MATTER_MAX_ENTRIES && writing->has_room)
    return TRUE;

  cs_error_set (error, CS_ERROR_LIMIT, 0,
                _ ("the matter is too large for a file: more than %d MB or %d entries"),
                CS_MAX_FILE_BYTES >> 20, CS_MATTER_MAX_ENTRIES);

  return FALSE;
}

/* @packed: whether to pack texts; pictures gain nothing by it */
static GBytes *
write_zip (const Writing *writing, const char *manifest, gboolean packed, GError **error)
{
  CsZipWriter *zip = cs_zip_writer_new ();

  cs_zip_writer_add (zip, CS_ENTRY_MIMETYPE, CS_MATTER_FILE_MIME, strlen (CS_MATTER_FILE_MIME),
                     TRUE);
  cs_zip_writer_add (zip, CS_ENTRY_MANIFEST, manifest, strlen (manifest), !packed);
  for (guint i = 0; i < writing->entries->len; i++)
    {
      const char *name = g_array_index (writing->entries, CsMatterEntry, i).name;
      gsize n_bytes;
      const void *data = g_bytes_get_data (writing->bytes->pdata[i], &n_bytes);

      cs_zip_writer_add (zip, name, data, n_bytes, !packed || !g_str_has_suffix (name, ".json"));
    }

  return cs_zip_writer_end (zip, error);
}

GBytes *
cs_matter_file_write_parcel (const CsParcel *parcel,
                             const char *findings,
                             GCancellable *cancellable,
                             GError **error)
{
  g_auto (Writing) writing = { NULL };
  g_autofree char *manifest = NULL;
  g_autoptr (GBytes) zip = NULL;
  guint64 n_bytes;

  writing_init (&writing);
  add_parcel (&writing, parcel, findings, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !check_size (&writing, parcel, &n_bytes, error))
    return NULL;

  manifest = cs_matter_json_dup_manifest (parcel, writing.entries);
  zip = write_zip (&writing, manifest, TRUE, error);
  /* What packs too well looks like a ZIP bomb, and our own reader would refuse it. */
  if (zip != NULL && n_bytes / (CS_MAX_ZIP_RATIO / 2) > g_bytes_get_size (zip))
    {
      g_bytes_unref (g_steal_pointer (&zip));
      zip = write_zip (&writing, manifest, FALSE, error);
    }

  return g_steal_pointer (&zip);
}

GBytes *
cs_matter_file_write (CsDraftStore *store,
                      gint64 matter,
                      const char *findings,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (CsParcel) parcel = cs_draft_store_pack (store, matter, error);

  return parcel == NULL ?
             NULL :
             cs_matter_file_write_parcel (parcel, findings, cancellable, error);
}
