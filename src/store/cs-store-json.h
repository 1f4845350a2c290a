#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* JSON of columns, which may have been tampered with: any text gives a value or FALSE, a member of
 * another kind is as one that is not there; for nobody else. */

/* Returns: (transfer full) (nullable): the array or object that @text is */
JsonNode *cs_json_parse (const char *text,
                         JsonNodeType type);

/* Returns: (transfer full): one line, @builder's root */
char *cs_json_dup_line (JsonBuilder *builder);

/* Adds a member that is a string; nothing when @value is NULL. */
void cs_json_add_string (JsonBuilder *builder,
                         const char *name,
                         const char *value);

void cs_json_add_int (JsonBuilder *builder,
                      const char *name,
                      gint64 value);

/* Returns: (transfer none) (nullable): valid UTF-8 */
const char *cs_json_get_string (JsonNode *node);

/* Returns: whether @node is a whole number from 0 to @max; then it is in @value */
gboolean cs_json_get_uint (JsonNode *node,
                           guint64 max,
                           guint64 *value);

/* Returns: (transfer full) (nullable) */
char *cs_json_dup_member (JsonObject *object,
                          const char *name);

gboolean cs_json_get_member_uint (JsonObject *object,
                                  const char *name,
                                  guint64 max,
                                  guint64 *value);

/* Returns: the member, 0 when it is no number */
double cs_json_get_member_double (JsonObject *object,
                                  const char *name);

/* Returns: (transfer full): the strings of a member that is an array of them, maybe empty */
char **cs_json_dup_member_strings (JsonObject *object,
                                   const char *name);

/* Returns: (transfer none) (nullable): @node as an array of @n elements */
JsonArray *cs_json_get_tuple (JsonNode *node,
                              guint n);

/* Returns: (transfer none) (nullable) */
JsonObject *cs_json_get_object (JsonNode *node);

G_END_DECLS
