#include <string.h>

#include "../base/cs-limits.h"
#include "../store/cs-store-json.h"
#include "cs-matter-file-private.h"

/* What was said of a matter, as JSON: decisions, terms, reviews. Whatever the JSON, reading it
 * gives a value or says that it is none of ours. */

/* Numbers, strings and lists in one entry: a million runs of a text. */
#define MAX_VALUES 4000000

/* The end of the year 9999. */
#define MAX_TIME_US G_GINT64_CONSTANT (253402300799000000)

/* --- JSON, whatever it is --- */

gboolean
cs_matter_json_has_room (const char *json)
{
  gboolean in_string = FALSE;
  guint n_values = 0;

  for (; *json != '\0' && n_values <= MAX_VALUES; json++)
    if (*json == '\\' && json[1] != '\0')
      json++;
    else if (*json == '"')
      in_string = !in_string;
    else if (!in_string && strchr (",:[{", *json) != NULL)
      n_values++;

  return n_values <= MAX_VALUES;
}

gboolean
cs_matter_json_read_objects (const char *json, CsMatterReadFunc read, gpointer into)
{
  g_autoptr (JsonNode) root = cs_json_parse (json, JSON_NODE_ARRAY);
  JsonArray *array;

  if (root == NULL)
    return FALSE;

  array = json_node_get_array (root);
  if (json_array_get_length (array) > CS_MATTER_MAX_ENTRIES)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = cs_json_get_object (json_array_get_element (array, i));

      if (object == NULL || !read (object, into))
        return FALSE;
    }

  return TRUE;
}

gboolean
cs_matter_json_read_words (JsonObject *object, const char *name, char **text)
{
  g_autofree char *value = cs_json_dup_member (object, name);

  if (value == NULL || strlen (value) > CS_MAX_PART_BYTES)
    return FALSE;

  g_free (*text);
  *text = g_steal_pointer (&value);

  return TRUE;
}

void
cs_matter_json_add_time (JsonBuilder *json, const char *name, gint64 time_us)
{
  cs_json_add_int (json, name, CLAMP (time_us, 0, MAX_TIME_US));
}

gboolean
cs_matter_json_read_time (JsonObject *object, const char *name, gint64 *time_us)
{
  guint64 value;

  if (!cs_json_get_member_uint (object, name, MAX_TIME_US, &value))
    return FALSE;

  *time_us = value;

  return TRUE;
}

char *
cs_matter_json_end_array (JsonBuilder *json)
{
  json_builder_end_array (json);

  return cs_json_dup_line (json);
}

/* --- decisions --- */

static void
add_decision (JsonBuilder *json, const CsDecision *decision)
{
  g_autofree char *unit = g_strdup_printf ("%" G_GUINT64_FORMAT, decision->unit_id);

  json_builder_begin_object (json);
  cs_json_add_string (json, "kind", cs_decision_kind_get_name (decision->kind));
  cs_json_add_int (json, "everywhere", decision->everywhere != FALSE);
  cs_json_add_string (json, "check", decision->check);
  cs_json_add_string (json, "rule", decision->rule);
  cs_json_add_string (json, "fingerprint", decision->fingerprint);
  cs_json_add_string (json, "unit", unit);
  cs_json_add_string (json, "part", cs_part_get_name (decision->part));
  cs_json_add_string (json, "text", decision->text);
  cs_json_add_string (json, "reason", decision->reason);
  cs_json_add_string (json, "author", decision->author);
  cs_matter_json_add_time (json, "made_us", decision->made_us);
  json_builder_end_object (json);
}

char *
cs_matter_json_dup_decisions (const GPtrArray *decisions)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < decisions->len; i++)
    add_decision (json, decisions->pdata[i]);

  return cs_matter_json_end_array (json);
}

static gboolean
read_part (const char *name, CsPart *part)
{
  for (guint i = 0; i < CS_N_PARTS; i++)
    if (strcmp (cs_part_get_name (i), name) == 0)
      {
        *part = i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
read_decision_words (JsonObject *object, CsDecision *decision)
{
  return cs_matter_json_read_words (object, "check", &decision->check) &&
         cs_matter_json_read_words (object, "rule", &decision->rule) &&
         cs_matter_json_read_words (object, "fingerprint", &decision->fingerprint) &&
         cs_matter_json_read_words (object, "text", &decision->text) &&
         cs_matter_json_read_words (object, "reason", &decision->reason) &&
         cs_matter_json_read_words (object, "author", &decision->author);
}

static gboolean
read_decision_values (JsonObject *object, CsDecision *decision)
{
  g_autofree char *kind = NULL;
  g_autofree char *unit = NULL;
  g_autofree char *part = NULL;
  guint64 everywhere;

  if (!cs_matter_json_read_words (object, "kind", &kind) ||
      !cs_matter_json_read_words (object, "unit", &unit) ||
      !cs_matter_json_read_words (object, "part", &part) ||
      !cs_json_get_member_uint (object, "everywhere", 1, &everywhere))
    return FALSE;

  decision->everywhere = everywhere != 0;

  return cs_decision_kind_from_name (kind, &decision->kind) && read_part (part, &decision->part) &&
         g_ascii_string_to_unsigned (unit, 10, 0, G_MAXUINT64, &decision->unit_id, NULL) &&
         cs_matter_json_read_time (object, "made_us", &decision->made_us);
}

static gboolean
read_decision (JsonObject *object, gpointer into)
{
  g_autoptr (CsDecision) decision = cs_decision_new ();

  if (!read_decision_words (object, decision) || !read_decision_values (object, decision))
    return FALSE;

  g_ptr_array_add (into, g_steal_pointer (&decision));

  return TRUE;
}

gboolean
cs_matter_json_read_decisions (const char *json, GPtrArray *decisions)
{
  return cs_matter_json_read_objects (json, read_decision, decisions);
}

/* --- terms --- */

static const char *const verdict_names[] = { "is-term", "never-report" };

char *
cs_matter_json_dup_terms (const CsTermList *terms)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < cs_term_list_get_n_entries (terms); i++)
    {
      const CsTermEntry *entry = cs_term_list_get (terms, i);

      json_builder_begin_object (json);
      cs_json_add_string (json, "name", entry->name);
      cs_json_add_string (json, "verdict", verdict_names[entry->verdict]);
      json_builder_end_object (json);
    }

  return cs_matter_json_end_array (json);
}

static gboolean
read_term (JsonObject *object, gpointer into)
{
  g_autofree char *verdict = NULL;
  CsTermEntry entry = { NULL };

  if (!cs_matter_json_read_words (object, "verdict", &verdict) ||
      !cs_matter_json_read_words (object, "name", &entry.name))
    return FALSE;

  g_array_append_val (into, entry);
  for (guint i = 0; i < G_N_ELEMENTS (verdict_names); i++)
    if (strcmp (verdict_names[i], verdict) == 0)
      {
        g_array_index ((GArray *)into, CsTermEntry, ((GArray *)into)->len - 1).verdict = i;
        return *entry.name != '\0';
      }

  return FALSE;
}

static void
term_clear (gpointer data)
{
  CsTermEntry *entry = data;

  g_free (entry->name);
}

gboolean
cs_matter_json_read_terms (const char *json, CsTermList **terms)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (CsTermEntry));

  g_array_set_clear_func (entries, term_clear);
  if (!cs_matter_json_read_objects (json, read_term, entries))
    return FALSE;

  cs_term_list_unref (*terms);
  *terms = cs_term_list_new_from ((gpointer)entries->data, entries->len);

  return TRUE;
}

/* --- reviews --- */

char *
cs_matter_json_dup_reviews (const GPtrArray *reviews)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < reviews->len; i++)
    {
      const CsReview *review = reviews->pdata[i];

      json_builder_begin_object (json);
      cs_json_add_string (json, "reviewer", review->reviewer);
      cs_json_add_string (json, "remark", review->remark);
      cs_matter_json_add_time (json, "made_us", review->made_us);
      cs_json_add_string (json, "text_sha256", review->text_sha256);
      cs_json_add_int (json, "n_open", review->n_open);
      json_builder_end_object (json);
    }

  return cs_matter_json_end_array (json);
}

static gboolean
read_review (JsonObject *object, gpointer into)
{
  g_autoptr (CsReview) review = g_new0 (CsReview, 1);
  guint64 n_open;

  if (!cs_matter_json_read_words (object, "reviewer", &review->reviewer) ||
      !cs_matter_json_read_words (object, "remark", &review->remark) ||
      !cs_matter_json_read_words (object, "text_sha256", &review->text_sha256) ||
      !cs_matter_json_read_time (object, "made_us", &review->made_us) ||
      !cs_json_get_member_uint (object, "n_open", G_MAXINT, &n_open) || *review->reviewer == '\0')
    return FALSE;

  review->n_open = n_open;
  g_ptr_array_add (into, g_steal_pointer (&review));

  return TRUE;
}

gboolean
cs_matter_json_read_reviews (const char *json, GPtrArray *reviews)
{
  return cs_matter_json_read_objects (json, read_review, reviews);
}
