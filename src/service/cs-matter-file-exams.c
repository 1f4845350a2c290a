#include <string.h>

#include "../store/cs-answer-json.h"
#include "../store/cs-record-json.h"
#include "../store/cs-store-json.h"
#include "cs-matter-file-private.h"

/* The examinations of a matter in its file: what was kept of them, to the letter, the answers to
 * their questions, who signed, and which signs were seen in the figures. */

/* --- writing --- */

static void
begin_array (JsonBuilder *json, const char *name)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
}

char *
cs_matter_json_dup_examinations (const CsParcel *parcel)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  begin_array (json, "runs"); /* as texts: a signature names the sum of each */
  for (guint i = 0; i < parcel->runs->len; i++)
    json_builder_add_string_value (json, parcel->runs->pdata[i]);
  json_builder_end_array (json);
  begin_array (json, "answers");
  for (guint i = 0; i < parcel->answers->len; i++)
    cs_json_add_answer (json, parcel->answers->pdata[i]);
  json_builder_end_array (json);
  begin_array (json, "signatures");
  for (guint i = 0; i < parcel->signatures->len; i++)
    cs_json_add_signature (json, parcel->signatures->pdata[i]);
  json_builder_end_array (json);
  begin_array (json, "ticks");
  for (guint i = 0; i < parcel->ticks->len; i++)
    cs_json_add_tick (json, parcel->ticks->pdata[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);

  return cs_json_dup_line (json);
}

/* --- reading --- */

static gpointer
dup_run (JsonNode *node)
{
  const char *text = cs_json_get_string (node);
  g_autoptr (CsExamRecord) record =
      text == NULL || !cs_matter_json_has_room (text) ? NULL : cs_exam_record_new_from_json (text);

  return record == NULL ? NULL : g_strdup (text);
}

static gpointer
dup_answer (JsonNode *node)
{
  JsonObject *object = cs_json_get_object (node);

  return object == NULL ? NULL : cs_json_dup_answer (object);
}

static gpointer
dup_signature (JsonNode *node)
{
  JsonObject *object = cs_json_get_object (node);

  return object == NULL ? NULL : cs_json_dup_signature (object);
}

static gpointer
dup_tick (JsonNode *node)
{
  JsonObject *object = cs_json_get_object (node);

  return object == NULL ? NULL : cs_json_dup_tick (object);
}

static gboolean
read_array (JsonObject *object, const char *name, gpointer (*dup) (JsonNode *), GPtrArray *into)
{
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *array =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL || json_array_get_length (array) > CS_MATTER_MAX_ENTRIES)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      gpointer value = dup (json_array_get_element (array, i));

      if (value == NULL)
        return FALSE;
      g_ptr_array_add (into, value);
    }

  return TRUE;
}

gboolean
cs_matter_json_read_examinations (const char *json, CsParcel *parcel)
{
  g_autoptr (JsonNode) root = cs_json_parse (json, JSON_NODE_OBJECT);
  JsonObject *object = root == NULL ? NULL : json_node_get_object (root);

  return object != NULL && read_array (object, "runs", dup_run, parcel->runs) &&
         read_array (object, "answers", dup_answer, parcel->answers) &&
         read_array (object, "signatures", dup_signature, parcel->signatures) &&
         read_array (object, "ticks", dup_tick, parcel->ticks);
}

/* --- what is new of it --- */

/* The same word, said once by one person, wherever it has travelled. */
static gboolean
is_same_answer (gconstpointer a, gconstpointer b)
{
  const CsAnswer *one = a;
  const CsAnswer *other = b;

  return one->made_us == other->made_us && one->verdict == other->verdict &&
         strcmp (one->item, other->item) == 0 && strcmp (one->author, other->author) == 0 &&
         strcmp (one->text, other->text) == 0;
}

static gboolean
is_same_signature (gconstpointer a, gconstpointer b)
{
  const CsSignature *one = a;
  const CsSignature *other = b;

  return one->made_us == other->made_us && one->role == other->role &&
         strcmp (one->author, other->author) == 0 &&
         strcmp (one->record_sha256, other->record_sha256) == 0;
}

static gboolean
is_same_tick (gconstpointer a, gconstpointer b)
{
  const CsFigureTick *one = a;
  const CsFigureTick *other = b;

  return one->made_us == other->made_us && strcmp (one->figure, other->figure) == 0 &&
         strcmp (one->sha256, other->sha256) == 0 && strcmp (one->author, other->author) == 0;
}

static GPtrArray *
list_new (const GPtrArray *theirs, GPtrArray *ours, GEqualFunc is_same)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < theirs->len; i++)
    if (!g_ptr_array_find_with_equal_func (ours, theirs->pdata[i], is_same, NULL))
      g_ptr_array_add (list, theirs->pdata[i]);

  return list;
}

static GPtrArray *
list_new_runs (const GPtrArray *theirs, GHashTable *ours)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < theirs->len; i++)
    {
      g_autofree char *sha256 =
          g_compute_checksum_for_string (G_CHECKSUM_SHA256, theirs->pdata[i], -1);

      if (!g_hash_table_contains (ours, sha256))
        g_ptr_array_add (list, theirs->pdata[i]);
    }

  return list;
}

void
cs_matter_news_fill (CsMatterNews *news, const CsParcel *parcel, const CsParcelPlace *place)
{
  news->answers = list_new (parcel->answers, place->answers, is_same_answer);
  news->ticks = list_new (parcel->ticks, place->ticks, is_same_tick);
  news->runs = list_new_runs (parcel->runs, place->runs);
  news->signatures = list_new (parcel->signatures, place->signatures, is_same_signature);
}

void
cs_matter_news_clear (CsMatterNews *news)
{
  g_clear_pointer (&news->answers, g_ptr_array_unref);
  g_clear_pointer (&news->ticks, g_ptr_array_unref);
  g_clear_pointer (&news->runs, g_ptr_array_unref);
  g_clear_pointer (&news->signatures, g_ptr_array_unref);
}

/* --- as examinations --- */

static void
take_signatures (CsExamRecord *record, const GPtrArray *signatures)
{
  for (guint i = 0; i < signatures->len; i++)
    {
      CsSignature *signature = signatures->pdata[i];

      if (strcmp (signature->record_sha256, record->sha256) == 0)
        g_ptr_array_add (record->signatures, cs_signature_ref (signature));
    }
}

GPtrArray *
cs_matter_file_list_runs (const CsMatterFile *file)
{
  const CsParcel *parcel = file->parcel;
  GPtrArray *runs = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_exam_record_unref);

  for (guint i = parcel->runs->len; i > 0; i--)
    {
      CsExamRecord *record = cs_exam_record_new_from_json (parcel->runs->pdata[i - 1]);

      if (record == NULL) /* each was read when the file was */
        continue;
      take_signatures (record, parcel->signatures);
      g_ptr_array_add (runs, record);
    }

  return runs;
}
