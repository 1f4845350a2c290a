#include "cs-record-json.h"

#include "cs-answer-json.h"
#include "cs-draft-columns.h"
#include "cs-store-json.h"

/* --- writing --- */

static void
add_list (JsonBuilder *json, const CsRecordList *list)
{
  json_builder_begin_object (json);
  cs_json_add_words (json, "id", list->id);
  cs_json_add_words (json, "edition", list->edition);
  cs_json_add_words (json, "title_en", list->title.en);
  cs_json_add_words (json, "title_zh", list->title.zh);
  json_builder_end_object (json);
}

static void
add_item (JsonBuilder *json, const CsRecordItem *item)
{
  json_builder_begin_object (json);
  cs_json_add_words (json, "checklist", item->checklist);
  cs_json_add_words (json, "item", item->item);
  cs_json_add_words (json, "state", cs_item_state_get_name (item->state));
  cs_json_add_int (json, "findings", item->n_findings);
  cs_json_add_int (json, "waived", item->n_waived);
  cs_json_add_string (json, "reason", item->reason);
  if (item->answer != NULL)
    {
      json_builder_set_member_name (json, "answer");
      cs_json_add_answer (json, item->answer);
      cs_json_add_int (json, "stale", item->stale != FALSE);
    }
  json_builder_end_object (json);
}

static void
add_finding (JsonBuilder *json, const CsRecordFinding *finding)
{
  g_autofree char *unit = g_strdup_printf ("%" G_GUINT64_FORMAT, finding->unit_id);

  json_builder_begin_object (json);
  cs_json_add_words (json, "checklist", finding->checklist);
  cs_json_add_words (json, "item", finding->item);
  cs_json_add_words (json, "check", finding->check);
  cs_json_add_words (json, "rule", finding->rule);
  cs_json_add_words (json, "severity", cs_severity_get_name (finding->severity));
  cs_json_add_words (json, "certainty", cs_certainty_get_name (finding->certainty));
  cs_json_add_int (json, "waived", finding->waived != FALSE);
  cs_json_add_words (json, "fingerprint", finding->fingerprint);
  cs_json_add_words (json, "unit", unit); /* 64 bits without sign */
  cs_json_add_words (json, "part", cs_part_get_name (finding->part));
  cs_json_add_words (json, "text", finding->text);
  cs_json_add_words (json, "place_en", finding->place.en);
  cs_json_add_words (json, "place_zh", finding->place.zh);
  cs_json_add_words (json, "message_en", finding->message.en);
  cs_json_add_words (json, "message_zh", finding->message.zh);
  json_builder_end_object (json);
}

static void
begin_array (JsonBuilder *json, const char *name)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
}

char *
cs_exam_record_dup_json (const CsExamRecord *record)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  cs_json_add_int (json, "number", record->number);
  cs_json_add_words (json, "author", record->author);
  cs_json_add_int (json, "made_us", MAX (record->made_us, 0));
  cs_json_add_words (json, "as_of", record->as_of);
  cs_json_add_words (json, "text_sha256", record->text_sha256);
  begin_array (json, "checklists");
  for (guint i = 0; i < record->checklists->len; i++)
    add_list (json, record->checklists->pdata[i]);
  json_builder_end_array (json);
  begin_array (json, "items");
  for (guint i = 0; i < record->items->len; i++)
    add_item (json, record->items->pdata[i]);
  json_builder_end_array (json);
  begin_array (json, "findings");
  for (guint i = 0; i < record->findings->len; i++)
    add_finding (json, record->findings->pdata[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);

  return cs_json_dup_line (json);
}

/* --- reading --- */

/* Returns: whether @name is one of the @n that @get_name gives; then its number is in @value */
static gboolean
find_name (const char *name, const char *(*get_name) (guint), guint n, guint *value)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (name, get_name (i)) == 0)
      {
        *value = i;
        return TRUE;
      }

  return FALSE;
}

static const char *
get_state_name (guint state)
{
  return cs_item_state_get_name (state);
}

static const char *
get_severity_name (guint severity)
{
  return cs_severity_get_name (severity);
}

static const char *
get_certainty_name (guint certainty)
{
  return cs_certainty_get_name (certainty);
}

static gboolean
read_count (JsonObject *object, const char *name, guint *count)
{
  guint64 value;

  if (!cs_json_get_member_uint (object, name, G_MAXINT, &value))
    return FALSE;

  *count = value;

  return TRUE;
}

static gboolean
read_list (CsExamRecord *record, JsonObject *object)
{
  CsRecordList *list = cs_exam_record_add_list (record);

  return cs_json_dup_words (object, "id", &list->id) &&
         cs_json_dup_words (object, "edition", &list->edition) &&
         cs_json_dup_words (object, "title_en", &list->title.en) &&
         cs_json_dup_words (object, "title_zh", &list->title.zh);
}

/* An item that nobody answered has no member for it. */
static gboolean
read_answer (JsonObject *object, CsRecordItem *item)
{
  JsonNode *node = json_object_get_member (object, "answer");
  JsonObject *answer = node == NULL ? NULL : cs_json_get_object (node);
  guint stale = 0;

  if (node == NULL)
    return TRUE;
  if (answer == NULL || !read_count (object, "stale", &stale))
    return FALSE;

  item->answer = cs_json_dup_answer (answer);
  item->stale = stale != 0;

  return item->answer != NULL;
}

static gboolean
read_item (CsExamRecord *record, JsonObject *object)
{
  CsRecordItem *item = cs_exam_record_add_item (record);
  g_autofree char *state = cs_json_dup_member (object, "state");
  guint value = 0;

  if (!find_name (state, get_state_name, CS_ITEM_NOT_RUN + 1, &value))
    return FALSE;

  item->state = value;
  item->reason = cs_json_dup_member (object, "reason");

  return cs_json_dup_words (object, "checklist", &item->checklist) &&
         cs_json_dup_words (object, "item", &item->item) &&
         read_count (object, "findings", &item->n_findings) &&
         read_count (object, "waived", &item->n_waived) && read_answer (object, item);
}

static gboolean
read_finding_words (JsonObject *object, CsRecordFinding *finding)
{
  return cs_json_dup_words (object, "checklist", &finding->checklist) &&
         cs_json_dup_words (object, "item", &finding->item) &&
         cs_json_dup_words (object, "check", &finding->check) &&
         cs_json_dup_words (object, "rule", &finding->rule) &&
         cs_json_dup_words (object, "fingerprint", &finding->fingerprint) &&
         cs_json_dup_words (object, "text", &finding->text) &&
         cs_json_dup_words (object, "place_en", &finding->place.en) &&
         cs_json_dup_words (object, "place_zh", &finding->place.zh) &&
         cs_json_dup_words (object, "message_en", &finding->message.en) &&
         cs_json_dup_words (object, "message_zh", &finding->message.zh);
}

static gboolean
read_finding (CsExamRecord *record, JsonObject *object)
{
  CsRecordFinding *finding = cs_exam_record_add_finding (record);
  g_autofree char *severity = cs_json_dup_member (object, "severity");
  g_autofree char *certainty = cs_json_dup_member (object, "certainty");
  g_autofree char *unit = cs_json_dup_member (object, "unit");
  g_autofree char *part = cs_json_dup_member (object, "part");
  guint severity_value = 0;
  guint certainty_value = 0;
  guint waived = 0;

  if (!find_name (severity, get_severity_name, CS_N_SEVERITIES, &severity_value) ||
      !find_name (certainty, get_certainty_name, CS_CERTAINTY_POSSIBLE + 1, &certainty_value) ||
      !read_count (object, "waived", &waived) || !cs_columns_read_part (part, &finding->part))
    return FALSE;

  finding->severity = severity_value;
  finding->certainty = certainty_value;
  finding->waived = waived != 0;

  return unit != NULL &&
         g_ascii_string_to_unsigned (unit, 10, 0, G_MAXUINT64, &finding->unit_id, NULL) &&
         read_finding_words (object, finding);
}

static gboolean
read_array (CsExamRecord *record,
            JsonObject *object,
            const char *name,
            gboolean (*read) (CsExamRecord *record, JsonObject *object))
{
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *array =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *element = cs_json_get_object (json_array_get_element (array, i));

      if (element == NULL || !read (record, element))
        return FALSE;
    }

  return TRUE;
}

CsExamRecord *
cs_exam_record_new_from_json (const char *json)
{
  g_autoptr (JsonNode) root = cs_json_parse (json, JSON_NODE_OBJECT);
  g_autoptr (CsExamRecord) record = NULL;
  JsonObject *object;

  if (root == NULL)
    return NULL;

  record = cs_exam_record_new_empty ();
  record->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, json, -1);
  object = json_node_get_object (root);
  if (!read_count (object, "number", &record->number) ||
      !cs_json_dup_words (object, "author", &record->author) ||
      !cs_json_get_time (object, "made_us", &record->made_us) ||
      !cs_json_dup_words (object, "as_of", &record->as_of) ||
      !cs_json_dup_words (object, "text_sha256", &record->text_sha256) ||
      !read_array (record, object, "checklists", read_list) ||
      !read_array (record, object, "items", read_item) ||
      !read_array (record, object, "findings", read_finding))
    return NULL;

  return g_steal_pointer (&record);
}
