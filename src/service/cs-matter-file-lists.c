#include <string.h>

#include "../base/cs-limits.h"
#include "../store/cs-store-json.h"
#include "cs-matter-file-private.h"

/* What is in a matter file, as JSON: the manifest, and the lists of versions, pictures and
 * attachments, whose texts and bytes are entries of their own. */

void
cs_matter_entry_clear (CsMatterEntry *entry)
{
  g_free (entry->name);
  g_free (entry->sha256);
}

void
cs_matter_item_clear (CsMatterItem *item)
{
  g_free (item->name);
  g_free (item->sha256);
  g_clear_pointer (&item->attachment, cs_attachment_free);
}

char *
cs_matter_file_dup_version_entry (guint index)
{
  return g_strdup_printf ("versions/%04u.json", index + 1);
}

char *
cs_matter_file_dup_bytes_entry (const char *sha256)
{
  return g_strconcat ("bytes/", sha256, NULL);
}

static gboolean
read_sum (JsonObject *object, const char *name, char **sha256)
{
  return cs_matter_json_read_words (object, name, sha256) && strlen (*sha256) == 64 &&
         strspn (*sha256, "0123456789abcdef") == 64;
}

/* A name that leads nowhere: pictures and attachments have no folders. */
static gboolean
read_base_name (JsonObject *object, char **name)
{
  return cs_matter_json_read_words (object, "name", name) && **name != '\0' &&
         strpbrk (*name, "/\\\n") == NULL && strcmp (*name, ".") != 0 && strcmp (*name, "..") != 0;
}

/* --- the manifest --- */

static void
add_entries (JsonBuilder *json, const GArray *entries)
{
  json_builder_set_member_name (json, "entries");
  json_builder_begin_array (json);
  for (guint i = 0; i < entries->len; i++)
    {
      const CsMatterEntry *entry = &g_array_index (entries, CsMatterEntry, i);

      json_builder_begin_object (json);
      cs_json_add_string (json, "name", entry->name);
      cs_json_add_int (json, "n_bytes", entry->n_bytes);
      cs_json_add_string (json, "sha256", entry->sha256);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_offices (JsonBuilder *json, guint offices)
{
  json_builder_set_member_name (json, "offices");
  json_builder_begin_array (json);
  for (guint office = CS_OFFICE_UNKNOWN + 1; office < CS_N_OFFICES; office++)
    if ((offices & 1u << office) != 0)
      json_builder_add_string_value (json, cs_office_get_name (office));
  json_builder_end_array (json);
}

static void
add_received (JsonBuilder *json, const GPtrArray *received)
{
  json_builder_set_member_name (json, "received");
  json_builder_begin_array (json);
  for (guint i = 0; i < received->len; i++)
    json_builder_add_string_value (json, received->pdata[i]);
  json_builder_end_array (json);
}

char *
cs_matter_json_dup_manifest (const CsParcel *parcel, const GArray *entries)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  cs_json_add_int (json, "schema", CS_MATTER_FILE_SCHEMA);
  cs_json_add_string (json, "program", "claimsmith " CS_VERSION);
  cs_matter_json_add_time (json, "written_us", g_get_real_time ());
  cs_json_add_string (json, "uuid", parcel->uuid);
  cs_json_add_string (json, "name", parcel->name);
  cs_json_add_string (json, "title", parcel->title);
  cs_json_add_string (json, "reference", parcel->reference);
  add_offices (json, parcel->offices);
  cs_json_add_string (json, "stage", cs_stage_get_name (parcel->stage));
  cs_json_add_string (json, "language", parcel->draft->language);
  cs_json_add_string (json, "author", parcel->author);
  cs_json_add_int (json, "revision", parcel->revision);
  add_received (json, parcel->received);
  add_entries (json, entries);
  json_builder_end_object (json);

  return cs_json_dup_line (json);
}

guint
cs_matter_json_read_schema (const char *json)
{
  g_autoptr (JsonNode) root = cs_json_parse (json, JSON_NODE_OBJECT);
  guint64 schema = 0;

  if (root != NULL)
    cs_json_get_member_uint (json_node_get_object (root), "schema", G_MAXINT, &schema);

  return schema;
}

static gboolean
read_entries (JsonObject *object, GArray *entries)
{
  JsonNode *node = json_object_get_member (object, "entries");
  JsonArray *array =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL || json_array_get_length (array) > CS_MAX_ZIP_ENTRIES)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *listed = cs_json_get_object (json_array_get_element (array, i));
      CsMatterEntry entry = { NULL };
      gboolean sound;

      sound = listed != NULL && cs_matter_json_read_words (listed, "name", &entry.name) &&
              cs_json_get_member_uint (listed, "n_bytes", CS_MAX_ZIP_ENTRY_BYTES,
                                       &entry.n_bytes) &&
              read_sum (listed, "sha256", &entry.sha256);
      g_array_append_val (entries, entry);
      if (!sound)
        return FALSE;
    }

  return TRUE;
}

static void
read_offices (JsonObject *object, CsParcel *parcel)
{
  g_auto (GStrv) names = cs_json_dup_member_strings (object, "offices");

  for (guint i = 0; names[i] != NULL; i++)
    {
      CsOffice office = cs_office_from_name (names[i]);

      if (office != CS_OFFICE_UNKNOWN)
        parcel->offices |= 1u << office;
    }
}

static void
read_received (JsonObject *object, CsParcel *parcel)
{
  g_auto (GStrv) sums = cs_json_dup_member_strings (object, "received");

  for (guint i = 0; sums[i] != NULL; i++)
    g_ptr_array_add (parcel->received, g_strdup (sums[i]));
}

gboolean
cs_matter_json_read_manifest (const char *json, CsParcel *parcel, GArray *entries)
{
  g_autoptr (JsonNode) root = cs_json_parse (json, JSON_NODE_OBJECT);
  g_autofree char *stage = NULL;
  JsonObject *object;

  if (root == NULL)
    return FALSE;

  object = json_node_get_object (root);
  parcel->name = cs_json_dup_member (object, "name");
  read_offices (object, parcel);
  read_received (object, parcel);

  return cs_matter_json_read_words (object, "uuid", &parcel->uuid) &&
         g_uuid_string_is_valid (parcel->uuid) &&
         cs_matter_json_read_words (object, "title", &parcel->title) &&
         cs_matter_json_read_words (object, "reference", &parcel->reference) &&
         cs_matter_json_read_words (object, "author", &parcel->author) &&
         cs_matter_json_read_words (object, "stage", &stage) &&
         cs_stage_from_name (stage, &parcel->stage) &&
         cs_json_get_member_uint (object, "revision", G_MAXINT64, &parcel->revision) &&
         read_entries (object, entries);
}

/* --- versions --- */

char *
cs_matter_json_dup_versions (const GPtrArray *versions)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < versions->len; i++)
    {
      const CsParcelVersion *version = versions->pdata[i];

      json_builder_begin_object (json);
      cs_json_add_string (json, "name", version->name);
      cs_matter_json_add_time (json, "made_us", version->made_us);
      json_builder_end_object (json);
    }

  return cs_matter_json_end_array (json);
}

static gboolean
read_version (JsonObject *object, gpointer into)
{
  CsMatterItem item = { .name = cs_json_dup_member (object, "name") };
  gboolean sound = cs_matter_json_read_time (object, "made_us", &item.made_us);

  g_array_append_val (into, item);

  return sound;
}

gboolean
cs_matter_json_read_versions (const char *json, GArray *items)
{
  return cs_matter_json_read_objects (json, read_version, items);
}

/* --- pictures --- */

static void
add_sum (JsonBuilder *json, GBytes *bytes)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  cs_json_add_string (json, "sha256", sha256);
}

char *
cs_matter_json_dup_pictures (const GPtrArray *pictures)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < pictures->len; i++)
    {
      const CsParcelPicture *picture = pictures->pdata[i];

      json_builder_begin_object (json);
      cs_json_add_string (json, "name", picture->name);
      add_sum (json, picture->bytes);
      json_builder_end_object (json);
    }

  return cs_matter_json_end_array (json);
}

static gboolean
read_picture (JsonObject *object, gpointer into)
{
  CsMatterItem item = { NULL };
  gboolean sound =
      read_base_name (object, &item.name) && read_sum (object, "sha256", &item.sha256);

  g_array_append_val (into, item);

  return sound;
}

gboolean
cs_matter_json_read_pictures (const char *json, GArray *items)
{
  return cs_matter_json_read_objects (json, read_picture, items);
}

/* --- attachments --- */

char *
cs_matter_json_dup_attachments (const GPtrArray *attachments)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < attachments->len; i++)
    {
      const CsParcelAttachment *added = attachments->pdata[i];

      json_builder_begin_object (json);
      cs_json_add_string (json, "name", added->attachment->name);
      add_sum (json, added->bytes);
      cs_json_add_int (json, "n_pages", added->attachment->n_pages);
      cs_matter_json_add_time (json, "added_us", added->attachment->added_us);
      cs_json_add_string (json, "text", added->attachment->text);
      json_builder_end_object (json);
    }

  return cs_matter_json_end_array (json);
}

static gboolean
read_attachment (JsonObject *object, gpointer into)
{
  CsAttachment *attachment = g_new0 (CsAttachment, 1);
  CsMatterItem item = { .attachment = attachment };
  guint64 n_pages = 0;
  gboolean sound = read_base_name (object, &attachment->name) &&
                   read_sum (object, "sha256", &item.sha256) &&
                   cs_json_get_member_uint (object, "n_pages", G_MAXINT, &n_pages) &&
                   cs_matter_json_read_time (object, "added_us", &attachment->added_us) &&
                   cs_matter_json_read_words (object, "text", &attachment->text);

  attachment->n_pages = n_pages;
  g_array_append_val (into, item);

  return sound;
}

gboolean
cs_matter_json_read_attachments (const char *json, GArray *items)
{
  return cs_matter_json_read_objects (json, read_attachment, items);
}
