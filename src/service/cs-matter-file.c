#include <string.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "../formats/cs-zip.h"
#include "../store/cs-draft-json.h"
#include "cs-matter-file-private.h"

/* Reading a matter file. Everything in it is compared with what the manifest says of it, and made
 * anew by what reads it; what does not fit refuses the file, with the name of the entry. */

void
cs_matter_file_free (CsMatterFile *file)
{
  g_clear_pointer (&file->parcel, cs_parcel_free);
  g_free (file->findings);
  g_free (file);
}

CsDraft *
cs_matter_file_get_draft (const CsMatterFile *file)
{
  return file->parcel->draft;
}

const char *
cs_matter_file_get_name (const CsMatterFile *file)
{
  return file->parcel->title;
}

const char *
cs_matter_file_get_author (const CsMatterFile *file)
{
  return file->parcel->author;
}

/* The last of a name is the one that is meant now. */
GBytes *
cs_matter_file_load_image (const CsMatterFile *file, const char *name)
{
  const GPtrArray *pictures = file->parcel->pictures;

  for (guint i = pictures->len; i > 0; i--)
    {
      const CsParcelPicture *picture = pictures->pdata[i - 1];

      if (strcmp (picture->name, name) == 0)
        return g_bytes_ref (picture->bytes);
    }

  return NULL;
}

CsMatter *
cs_matter_file_dup_matter (const CsMatterFile *file)
{
  const CsParcel *parcel = file->parcel;
  CsMatter *matter = g_new0 (CsMatter, 1);
  CsMatterInfo *info = g_new0 (CsMatterInfo, 1);

  info->name = g_strdup (parcel->title);
  info->reference = g_strdup (parcel->reference);
  info->language = parcel->draft->language;
  info->offices = parcel->offices;
  info->type = parcel->draft->request->type;
  info->stage = parcel->stage;
  matter->info = info;
  matter->draft = cs_draft_ref (parcel->draft);
  matter->decisions = g_ptr_array_ref (parcel->decisions);
  matter->answers = g_ptr_array_ref (parcel->answers);
  matter->term_list = cs_term_list_ref (parcel->term_list);

  return matter;
}

const char *
cs_matter_file_get_findings (const CsMatterFile *file)
{
  return file->findings;
}

/* --- entries --- */

static void
set_wrong (GError **error, const char *name)
{
  cs_error_set (error, CS_ERROR_SYNTAX, 0,
                _ ("entry \"%s\" of the matter file is damaged or not as this program writes it"),
                name);
}

static gboolean
on_entry (gpointer data, const char *name, GBytes *bytes, GError **error)
{
  GHashTable *entries = data;
  gboolean first = g_hash_table_size (entries) == 0;
  gsize n_bytes;
  const char *content = g_bytes_get_data (bytes, &n_bytes);

  if (first && (strcmp (name, CS_ENTRY_MIMETYPE) != 0 ||
                n_bytes != strlen (CS_MATTER_FILE_MIME) ||
                memcmp (content, CS_MATTER_FILE_MIME, n_bytes) != 0))
    {
      cs_error_set (error, CS_ERROR_SYNTAX, 0, _ ("this is no matter file"));
      return FALSE;
    }
  if (!g_hash_table_replace (entries, g_strdup (name), g_bytes_ref (bytes)))
    {
      cs_error_set (error, CS_ERROR_HOSTILE, 0, _ ("entry \"%s\" is there twice"), name);
      return FALSE;
    }

  return TRUE;
}

/* Returns: (transfer full) (nullable): the text of an entry; NULL when it is not there, or holds
 * what no text does, or too much */
static char *
dup_text (GHashTable *entries, const char *name)
{
  GBytes *bytes = g_hash_table_lookup (entries, name);
  gsize n_bytes = 0;
  const char *data = bytes == NULL ? NULL : g_bytes_get_data (bytes, &n_bytes);
  g_autofree char *text = NULL;

  if (data == NULL || memchr (data, '\0', n_bytes) != NULL)
    return NULL;
  text = g_strndup (data, n_bytes);

  return cs_matter_json_has_room (text) ? g_steal_pointer (&text) : NULL;
}

/* Bytes that pictures and attachments share are named by their sum. */
static gboolean
is_named_rightly (const CsMatterEntry *listed)
{
  g_autofree char *name = cs_matter_file_dup_bytes_entry (listed->sha256);

  return !g_str_has_prefix (listed->name, "bytes/") || strcmp (listed->name, name) == 0;
}

static gboolean
is_sound (GHashTable *entries, const CsMatterEntry *listed)
{
  GBytes *bytes = g_hash_table_lookup (entries, listed->name);
  g_autofree char *sha256 =
      bytes == NULL ? NULL : g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return bytes != NULL && g_bytes_get_size (bytes) == listed->n_bytes &&
         strcmp (sha256, listed->sha256) == 0 && is_named_rightly (listed);
}

/* The manifest must name what is there: all of it, once, and nothing else. */
static gboolean
check_entries (GHashTable *entries, const GArray *listed, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer name;

  g_hash_table_add (names, (gpointer)CS_ENTRY_MIMETYPE);
  g_hash_table_add (names, (gpointer)CS_ENTRY_MANIFEST);
  for (guint i = 0; i < listed->len; i++)
    {
      const CsMatterEntry *entry = &g_array_index (listed, CsMatterEntry, i);

      if (!g_hash_table_add (names, entry->name) || !is_sound (entries, entry))
        {
          set_wrong (error, entry->name);
          return FALSE;
        }
    }

  g_hash_table_iter_init (&iter, entries);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (names, name))
      {
        set_wrong (error, name);
        return FALSE;
      }

  return TRUE;
}

static gboolean
read_manifest (GHashTable *entries, CsParcel *parcel, GError **error)
{
  g_autofree char *json = dup_text (entries, CS_ENTRY_MANIFEST);
  g_autoptr (GArray) listed = g_array_new (FALSE, FALSE, sizeof (CsMatterEntry));

  g_array_set_clear_func (listed, (GDestroyNotify)cs_matter_entry_clear);
  if (cs_matter_json_read_schema (json) > CS_MATTER_FILE_SCHEMA)
    cs_error_set (error, CS_ERROR_UNSUPPORTED, 0,
                  _ ("a newer version of this program wrote the matter file"));
  else if (cs_matter_json_read_schema (json) == 0 ||
           !cs_matter_json_read_manifest (json, parcel, listed))
    set_wrong (error, CS_ENTRY_MANIFEST);
  else
    return check_entries (entries, listed, error);

  return FALSE;
}

/* --- texts --- */

static CsDraft *
read_draft (GHashTable *entries, const char *name, const char *path, GError **error)
{
  g_autofree char *json = dup_text (entries, name);
  CsDraft *draft = cs_draft_new_from_json (json, path);

  if (draft == NULL)
    set_wrong (error, name);

  return draft;
}

static GArray *
new_items (void)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (CsMatterItem));

  g_array_set_clear_func (items, (GDestroyNotify)cs_matter_item_clear);

  return items;
}

static gboolean
read_versions (GHashTable *entries, CsParcel *parcel, GError **error)
{
  g_autofree char *json = dup_text (entries, CS_ENTRY_VERSIONS);
  g_autoptr (GArray) items = new_items ();

  if (!cs_matter_json_read_versions (json, items))
    {
      set_wrong (error, CS_ENTRY_VERSIONS);
      return FALSE;
    }

  for (guint i = 0; i < items->len; i++)
    {
      const CsMatterItem *item = &g_array_index (items, CsMatterItem, i);
      g_autofree char *name = cs_matter_file_dup_version_entry (i);
      CsDraft *draft = read_draft (entries, name, "", error);

      if (draft == NULL)
        return FALSE;
      cs_parcel_add_version (parcel, item->name, item->made_us, draft);
    }

  return TRUE;
}

/* --- pictures and attachments --- */

/* Returns: (transfer none) (nullable): the bytes that an item speaks of */
static GBytes *
find_bytes (GHashTable *entries, const CsMatterItem *item)
{
  g_autofree char *name = cs_matter_file_dup_bytes_entry (item->sha256);

  return g_hash_table_lookup (entries, name);
}

static gboolean
read_pictures (GHashTable *entries, CsParcel *parcel, GError **error)
{
  g_autofree char *json = dup_text (entries, CS_ENTRY_PICTURES);
  g_autoptr (GArray) items = new_items ();
  gboolean sound = cs_matter_json_read_pictures (json, items);

  for (guint i = 0; sound && i < items->len; i++)
    {
      const CsMatterItem *item = &g_array_index (items, CsMatterItem, i);
      GBytes *bytes = find_bytes (entries, item);

      sound = bytes != NULL;
      if (sound)
        cs_parcel_add_picture (parcel, item->name, bytes);
    }
  if (!sound)
    set_wrong (error, CS_ENTRY_PICTURES);

  return sound;
}

static gboolean
read_attachments (GHashTable *entries, CsParcel *parcel, GError **error)
{
  g_autofree char *json = dup_text (entries, CS_ENTRY_ATTACHMENTS);
  g_autoptr (GArray) items = new_items ();
  gboolean sound = cs_matter_json_read_attachments (json, items);

  for (guint i = 0; sound && i < items->len; i++)
    {
      CsMatterItem *item = &g_array_index (items, CsMatterItem, i);
      GBytes *bytes = find_bytes (entries, item);

      sound = bytes != NULL;
      if (sound)
        cs_parcel_add_attachment (parcel, g_steal_pointer (&item->attachment), bytes);
    }
  if (!sound)
    set_wrong (error, CS_ENTRY_ATTACHMENTS);

  return sound;
}

/* --- what was said --- */

/* Files of earlier versions have none. */
static gboolean
read_examinations (GHashTable *entries, CsParcel *parcel, GError **error)
{
  g_autofree char *json = dup_text (entries, CS_ENTRY_EXAMINATIONS);

  if (!g_hash_table_contains (entries, CS_ENTRY_EXAMINATIONS) ||
      cs_matter_json_read_examinations (json, parcel))
    return TRUE;

  set_wrong (error, CS_ENTRY_EXAMINATIONS);

  return FALSE;
}

static gboolean
read_words (GHashTable *entries, CsParcel *parcel, GError **error)
{
  g_autofree char *decisions = dup_text (entries, CS_ENTRY_DECISIONS);
  g_autofree char *terms = dup_text (entries, CS_ENTRY_TERMS);
  g_autofree char *reviews = dup_text (entries, CS_ENTRY_REVIEWS);

  if (!cs_matter_json_read_decisions (decisions, parcel->decisions))
    set_wrong (error, CS_ENTRY_DECISIONS);
  else if (!cs_matter_json_read_terms (terms, &parcel->term_list))
    set_wrong (error, CS_ENTRY_TERMS);
  else if (!cs_matter_json_read_reviews (reviews, parcel->reviews))
    set_wrong (error, CS_ENTRY_REVIEWS);
  else
    return TRUE;

  return FALSE;
}

CsMatterFile *
cs_matter_file_read_as (GBytes *bytes, const char *path, GError **error)
{
  g_autoptr (CsMatterFile) file = g_new0 (CsMatterFile, 1);
  g_autoptr (GHashTable) entries =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
  guint64 unpacked = 0;
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  CsParcel *parcel;

  file->parcel = parcel = cs_parcel_new ();
  if (!cs_zip_read (data, n_bytes, &unpacked, on_entry, entries, error) ||
      !read_manifest (entries, parcel, error))
    return NULL;

  parcel->draft =
      read_draft (entries, CS_ENTRY_DRAFT, path == NULL ? parcel->title : path, error);
  if (parcel->draft == NULL || !read_versions (entries, parcel, error) ||
      !read_pictures (entries, parcel, error) || !read_attachments (entries, parcel, error) ||
      !read_words (entries, parcel, error) || !read_examinations (entries, parcel, error))
    return NULL;

  file->findings = dup_text (entries, CS_ENTRY_FINDINGS);

  return g_steal_pointer (&file);
}

CsMatterFile *
cs_matter_file_read (GBytes *bytes, GError **error)
{
  return cs_matter_file_read_as (bytes, NULL, error);
}
