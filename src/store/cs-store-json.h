#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* JSON that was kept somewhere and may have been tampered with: any text gives a value or FALSE, a
 * member of another kind is as one that is not there. */

/** cs_json_parse: @text: (nullable). Returns: (transfer full) (nullable): the array or object that
 * @text is; %NULL when it is none, or nests deeper than we write */
JsonNode *cs_json_parse (const char *text,
                         JsonNodeType type);

/** cs_json_dup_line: Returns: (transfer full): @builder's root in one line */
char *cs_json_dup_line (JsonBuilder *builder);

/** cs_json_add_string: adds a member that is a string; nothing when @value is %NULL */
void cs_json_add_string (JsonBuilder *builder,
                         const char *name,
                         const char *value);

/** cs_json_add_words: the same, but what is not said is said to be empty, so that every member is
 * there. @value: (nullable) */
void cs_json_add_words (JsonBuilder *builder,
                        const char *name,
                        const char *value);

/** cs_json_add_int: adds a member that is a number */
void cs_json_add_int (JsonBuilder *builder,
                      const char *name,
                      gint64 value);

/** cs_json_get_string: Returns: (transfer none) (nullable): valid UTF-8 */
const char *cs_json_get_string (JsonNode *node);

/** cs_json_get_uint: Returns: whether @node is a whole number from 0 to @max; then it is in
 * @value */
gboolean cs_json_get_uint (JsonNode *node,
                           guint64 max,
                           guint64 *value);

/** cs_json_dup_member: Returns: (transfer full) (nullable): a member that is a string */
char *cs_json_dup_member (JsonObject *object,
                          const char *name);

/** cs_json_get_member_uint: as cs_json_get_uint(), of a member */
gboolean cs_json_get_member_uint (JsonObject *object,
                                  const char *name,
                                  guint64 max,
                                  guint64 *value);

/** cs_json_get_member_double: Returns: the member, 0 when it is no number */
double cs_json_get_member_double (JsonObject *object,
                                  const char *name);

/** cs_json_dup_member_strings: Returns: (transfer full): the strings of a member that is an array
 * of them, maybe empty */
char **cs_json_dup_member_strings (JsonObject *object,
                                   const char *name);

/** cs_json_get_tuple: Returns: (transfer none) (nullable): @node as an array of @n elements */
JsonArray *cs_json_get_tuple (JsonNode *node,
                              guint n);

/** cs_json_get_object: Returns: (transfer none) (nullable): @node as an object */
JsonObject *cs_json_get_object (JsonNode *node);

G_END_DECLS
