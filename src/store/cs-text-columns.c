#include <string.h>

#include "../base/cs-limits.h"
#include "../base/cs-text-builder.h"
#include "cs-draft-columns.h"
#include "cs-store-json.h"

/* Rich text, and what lies over it: runs, objects, units and their ids. */

static const char *const style_names[CS_N_RUN_STYLES] = { "sub", "sup", "bold",
                                                          "italic", "underline", "heading" };

static const char *const object_names[CS_N_OBJECT_KINDS] = { "image", "formula", "table",
                                                             "chemistry", "unknown", "footnote" };

static const char *const unit_names[] = { "paragraph", "heading", "claim" };

/* Returns: whether @name is in @names; then its place is in @index */
static gboolean
find_name (const char *const *names, guint n_names, const char *name, guint *index)
{
  for (guint i = 0; i < n_names; i++)
    if (g_strcmp0 (names[i], name) == 0)
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

/* --- rich text --- */

char *
cs_columns_dup_runs (const CsText *text)
{
  g_autoptr (GString) column = g_string_new ("[");
  guint n_runs = 0;
  const CsRun *runs = text == NULL ? NULL : cs_text_get_runs (text, &n_runs);

  for (guint i = 0; i < n_runs; i++)
    g_string_append_printf (column, "%s[%" G_GSIZE_FORMAT ",%" G_GSIZE_FORMAT ",\"%s\"]",
                            i == 0 ? "" : ",", runs[i].start, runs[i].end,
                            style_names[runs[i].style]);
  g_string_append_c (column, ']');

  return g_string_free (g_steal_pointer (&column), FALSE);
}

char *
cs_columns_dup_objects (const CsText *text)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  guint n_objects = 0;
  const CsInlineObject *objects = text == NULL ? NULL : cs_text_get_objects (text, &n_objects);

  json_builder_begin_array (json);
  for (guint i = 0; i < n_objects; i++)
    {
      json_builder_begin_object (json);
      cs_json_add_string (json, "kind", object_names[objects[i].kind]);
      cs_json_add_string (json, "payload", objects[i].payload);
      cs_json_add_string (json, "preview", objects[i].preview);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);

  return cs_json_dup_line (json);
}

static gboolean
append_object (CsTextBuilder *builder, JsonNode *node)
{
  JsonObject *object = cs_json_get_object (node);
  g_autofree char *kind = NULL;
  g_autofree char *payload = NULL;
  g_autofree char *preview = NULL;
  guint index;

  if (object == NULL)
    return FALSE;
  kind = cs_json_dup_member (object, "kind");
  if (!find_name (object_names, G_N_ELEMENTS (object_names), kind, &index))
    return FALSE;

  payload = cs_json_dup_member (object, "payload");
  preview = cs_json_dup_member (object, "preview");
  cs_text_builder_append_object (builder, index, payload, preview);

  return TRUE;
}

/* Appends @string with an object in the place of each of its object characters. */
static gboolean
append_string (CsTextBuilder *builder, const char *string, JsonArray *objects)
{
  guint n_objects = json_array_get_length (objects);
  guint n_appended = 0;
  const char *at = string;
  const char *next;

  while ((next = strstr (at, CS_OBJECT_CHARACTER)) != NULL)
    {
      cs_text_builder_append (builder, at, next - at);
      if (n_appended >= n_objects ||
          !append_object (builder, json_array_get_element (objects, n_appended)))
        return FALSE;
      at = next + strlen (CS_OBJECT_CHARACTER);
      n_appended++;
    }
  cs_text_builder_append (builder, at, strlen (at));

  return n_appended == n_objects;
}

static gboolean
add_run (CsTextBuilder *builder, JsonNode *node)
{
  JsonArray *tuple = cs_json_get_tuple (node, 3);
  gsize n_bytes = cs_text_builder_get_n_bytes (builder);
  const char *string = cs_text_builder_peek (builder);
  guint64 start;
  guint64 end;
  guint style;

  if (tuple == NULL || !cs_json_get_uint (json_array_get_element (tuple, 0), n_bytes, &start) ||
      !cs_json_get_uint (json_array_get_element (tuple, 1), n_bytes, &end) || start >= end ||
      (string[start] & 0xc0) == 0x80 || (string[end] & 0xc0) == 0x80 ||
      !find_name (style_names, CS_N_RUN_STYLES,
                  cs_json_get_string (json_array_get_element (tuple, 2)), &style))
    return FALSE;

  cs_text_builder_add_run (builder, start, end, style);

  return TRUE;
}

static gboolean
add_runs (CsTextBuilder *builder, const char *column)
{
  g_autoptr (JsonNode) root = cs_json_parse (column, JSON_NODE_ARRAY);
  JsonArray *runs;

  if (root == NULL)
    return FALSE;

  runs = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (runs); i++)
    if (!add_run (builder, json_array_get_element (runs, i)))
      return FALSE;

  return TRUE;
}

CsText *
cs_columns_read_text (const char *string, const char *runs, const char *objects)
{
  g_autoptr (CsTextBuilder) builder = cs_text_builder_new ();
  g_autoptr (JsonNode) root = cs_json_parse (objects, JSON_NODE_ARRAY);

  if (root == NULL || !append_string (builder, string, json_node_get_array (root)))
    return NULL;
  /* The builder drops and replaces what no text may hold. */
  if (strcmp (cs_text_builder_peek (builder), string) != 0 || !add_runs (builder, runs))
    return NULL;

  return cs_text_builder_end (g_steal_pointer (&builder));
}

/* --- units --- */

char *
cs_columns_dup_units (const GArray *units)
{
  g_autoptr (GString) column = g_string_new (NULL);

  for (guint i = 0; i < units->len; i++)
    {
      const CsUnit *unit = &g_array_index (units, CsUnit, i);

      g_string_append_printf (column,
                              "%" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT " %u %s\n",
                              unit->number_start, unit->start, unit->end, unit->number,
                              unit_names[unit->kind]);
    }

  return g_string_free (g_steal_pointer (&column), FALSE);
}

/* Reads digits and the one character behind them. */
static gboolean
read_number (const char **cursor, guint64 max, char behind, guint64 *number)
{
  const char *at = *cursor;
  guint64 value = 0;

  if (!g_ascii_isdigit (*at))
    return FALSE;
  for (; g_ascii_isdigit (*at); at++)
    {
      guint digit = *at - '0';

      if (value > (max - digit) / 10)
        return FALSE;
      value = value * 10 + digit;
    }
  if (*at != behind)
    return FALSE;

  *cursor = at + 1;
  *number = value;

  return TRUE;
}

static gboolean
read_unit (const char **cursor, CsUnit *unit)
{
  guint64 numbers[4];
  const char *end;
  g_autofree char *kind = NULL;
  guint index;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (!read_number (cursor, i < 3 ? CS_MAX_PART_BYTES : G_MAXUINT, ' ', &numbers[i]))
      return FALSE;

  end = strchr (*cursor, '\n');
  if (end == NULL)
    return FALSE;
  kind = g_strndup (*cursor, end - *cursor);
  if (!find_name (unit_names, G_N_ELEMENTS (unit_names), kind, &index))
    return FALSE;

  *cursor = end + 1;
  *unit = (CsUnit){ numbers[0], numbers[1], numbers[2], numbers[3], index };

  return TRUE;
}

gboolean
cs_columns_read_units (const char *column, GArray *units)
{
  while (*column != '\0')
    {
      CsUnit unit;

      if (units->len >= CS_MAX_PARAGRAPHS || !read_unit (&column, &unit))
        return FALSE;
      g_array_append_val (units, unit);
    }

  return TRUE;
}

char *
cs_columns_dup_ids (const GArray *ids)
{
  g_autoptr (GString) column = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (column, "%" G_GUINT64_FORMAT "\n", g_array_index (ids, guint64, i));

  return g_string_free (g_steal_pointer (&column), FALSE);
}

gboolean
cs_columns_read_ids (const char *column, GArray *ids)
{
  while (*column != '\0')
    {
      guint64 id;

      if (ids->len >= CS_MAX_PARAGRAPHS || !read_number (&column, G_MAXUINT64, '\n', &id))
        return FALSE;
      g_array_append_val (ids, id);
    }

  return TRUE;
}
