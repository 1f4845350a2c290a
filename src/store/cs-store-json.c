#include "cs-store-json.h"

#include <string.h>

#define MAX_DEPTH 6 /* ours have five; the parser calls itself for each */

/* The end of the string that begins at @at, or of the text. */
static const char *
skip_string (const char *at)
{
  for (at++; *at != '\0' && *at != '"'; at++)
    if (*at == '\\' && at[1] != '\0')
      at++;

  return at;
}

/* Whether @text nests no deeper than we write. The parser takes more than JSON (comments, other
 * quotes), in which brackets could hide: outside of strings nothing else may stand. */
static gboolean
is_shallow (const char *text)
{
  guint depth = 0;

  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        text = skip_string (text);
      else if (*text == '[' || *text == '{')
        depth++;
      else if ((*text == ']' || *text == '}') && depth > 0)
        depth--;
      else if (!g_ascii_isalnum (*text) && !g_ascii_isspace (*text) && !strchr (",:+-.", *text))
        return FALSE;
      if (*text == '\0' || depth > MAX_DEPTH)
        return FALSE;
    }

  return TRUE;
}

JsonNode *
cs_json_parse (const char *text, JsonNodeType type)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;

  if (text == NULL || !is_shallow (text) || !json_parser_load_from_data (parser, text, -1, NULL))
    return NULL;

  root = json_parser_get_root (parser);
  if (root == NULL || JSON_NODE_TYPE (root) != type)
    return NULL;

  return json_node_ref (root);
}

char *
cs_json_dup_line (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

void
cs_json_add_string (JsonBuilder *builder, const char *name, const char *value)
{
  g_autofree char *valid = NULL;

  if (value == NULL)
    return;

  valid = g_utf8_make_valid (value, -1);
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, valid);
}

void
cs_json_add_words (JsonBuilder *builder,
                   const char *name,
                   const char *value)
{
  cs_json_add_string (builder, name, value == NULL ? "" : value);
}

void
cs_json_add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static gboolean
holds (JsonNode *node, GType type)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

const char *
cs_json_get_string (JsonNode *node)
{
  const char *text = holds (node, G_TYPE_STRING) ? json_node_get_string (node) : NULL;

  return text != NULL && g_utf8_validate (text, -1, NULL) ? text : NULL;
}

gboolean
cs_json_get_uint (JsonNode *node, guint64 max, guint64 *value)
{
  gint64 number = holds (node, G_TYPE_INT64) ? json_node_get_int (node) : -1;

  if (number < 0 || (guint64)number > max)
    return FALSE;

  *value = number;

  return TRUE;
}

char *
cs_json_dup_member (JsonObject *object, const char *name)
{
  return g_strdup (cs_json_get_string (json_object_get_member (object, name)));
}

gboolean
cs_json_get_member_uint (JsonObject *object, const char *name, guint64 max, guint64 *value)
{
  return cs_json_get_uint (json_object_get_member (object, name), max, value);
}

double
cs_json_get_member_double (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return holds (node, G_TYPE_DOUBLE) || holds (node, G_TYPE_INT64) ? json_node_get_double (node) :
                                                                     0;
}

char **
cs_json_dup_member_strings (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  g_autoptr (GPtrArray) strings = g_ptr_array_new ();
  JsonArray *array =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *text = cs_json_get_string (json_array_get_element (array, i));

      g_ptr_array_add (strings, g_strdup (text == NULL ? "" : text));
    }
  g_ptr_array_add (strings, NULL);

  return (char **)g_ptr_array_free (g_steal_pointer (&strings), FALSE);
}

JsonArray *
cs_json_get_tuple (JsonNode *node, guint n)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  return array != NULL && json_array_get_length (array) == n ? array : NULL;
}

JsonObject *
cs_json_get_object (JsonNode *node)
{
  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}
