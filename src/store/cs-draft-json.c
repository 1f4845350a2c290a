#include "cs-draft-json.h"

#include <string.h>

#include "cs-draft-columns.h"
#include "cs-draft-record.h"
#include "cs-store-json.h"

/* --- writing --- */

/* @value: (nullable): JSON already; NULL: the member is left out */
static void
append_member (GString *json, const char *name, const char *value)
{
  if (value == NULL)
    return;
  if (json->str[json->len - 1] != '{')
    g_string_append_c (json, ',');
  g_string_append_printf (json, "\n\"%s\":%s", name, value);
}

/* @value: (nullable) */
static void
append_string (GString *json, const char *name, const char *value)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_VALUE);
  g_autofree char *quoted = NULL;

  if (value == NULL)
    return;

  json_node_set_string (node, value);
  quoted = json_to_string (node, FALSE);
  append_member (json, name, quoted);
}

static char *
dup_part (const CsPartRecord *part)
{
  g_autoptr (GString) json = g_string_new ("{");

  append_string (json, "text", part->text);
  append_member (json, "runs", part->runs);
  append_member (json, "objects", part->objects);
  append_string (json, "units", part->units);
  append_string (json, "ids", part->ids);
  g_string_append_c (json, '}');

  return g_string_free (g_steal_pointer (&json), FALSE);
}

static char *
dup_parts (const CsDraftRecord *record)
{
  g_autoptr (GString) json = g_string_new ("{");

  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      g_autofree char *value = record->has[part] ? dup_part (&record->parts[part]) : NULL;

      append_member (json, cs_part_get_name (part), value);
    }
  g_string_append_c (json, '}');

  return g_string_free (g_steal_pointer (&json), FALSE);
}

char *
cs_draft_dup_json (const CsDraft *draft)
{
  g_auto (CsDraftRecord) record = { NULL };
  g_autoptr (GString) json = g_string_new ("{");
  g_autofree char *parts = NULL;

  cs_draft_record_fill (&record, draft);
  parts = dup_parts (&record);
  append_string (json, "document", record.document);
  append_string (json, "format", record.format);
  append_string (json, "language", record.language);
  append_member (json, "complete", record.complete ? "true" : "false");
  append_member (json, "request", record.request);
  append_member (json, "figures", record.figures);
  append_member (json, "notes", record.notes);
  append_member (json, "parts", parts);
  g_string_append (json, "\n}\n");

  return g_string_free (g_steal_pointer (&json), FALSE);
}

char *
cs_draft_dup_checksum (const CsDraft *draft)
{
  g_auto (CsDraftRecord) record = { NULL };

  cs_draft_record_fill (&record, draft);

  return cs_draft_record_dup_checksum (&record);
}

/* --- reading --- */

/* Returns: (transfer full) (nullable): the JSON of a member, for what reads columns */
static char *
dup_member_json (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node == NULL ? NULL : json_to_string (node, FALSE);
}

static gboolean
is_true (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

static gboolean
read_part (JsonObject *object, CsPartRecord *part)
{
  part->text = cs_json_dup_member (object, "text");
  part->runs = dup_member_json (object, "runs");
  part->objects = dup_member_json (object, "objects");
  part->units = cs_json_dup_member (object, "units");
  part->ids = cs_json_dup_member (object, "ids");

  return part->runs != NULL && part->objects != NULL && part->units != NULL;
}

static gboolean
read_parts (JsonObject *parts, CsDraftRecord *record)
{
  guint n_found = 0;

  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      JsonNode *node = json_object_get_member (parts, cs_part_get_name (part));
      JsonObject *object = node == NULL ? NULL : cs_json_get_object (node);

      if (object == NULL)
        continue;
      record->has[part] = TRUE;
      n_found++;
      if (!read_part (object, &record->parts[part]))
        return FALSE;
    }

  return n_found == json_object_get_size (parts);
}

static gboolean
read_record (JsonObject *object, CsDraftRecord *record)
{
  JsonNode *parts = json_object_get_member (object, "parts");

  record->document = cs_json_dup_member (object, "document");
  record->format = cs_json_dup_member (object, "format");
  record->language = cs_json_dup_member (object, "language");
  record->complete = is_true (json_object_get_member (object, "complete"));
  record->request = dup_member_json (object, "request");
  record->figures = dup_member_json (object, "figures");
  record->notes = dup_member_json (object, "notes");

  return record->document != NULL && record->format != NULL && record->language != NULL &&
         record->request != NULL && record->figures != NULL && record->notes != NULL &&
         parts != NULL && JSON_NODE_HOLDS_OBJECT (parts) &&
         read_parts (json_node_get_object (parts), record);
}

CsDraft *
cs_draft_new_from_json (const char *json, const char *path)
{
  g_autoptr (JsonNode) root = cs_json_parse (json, JSON_NODE_OBJECT);
  g_auto (CsDraftRecord) record = { NULL };

  if (root == NULL || !read_record (json_node_get_object (root), &record))
    return NULL;

  return cs_draft_record_rebuild (&record, path);
}
