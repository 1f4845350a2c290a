/* Queries: any text has a reading or a fault, and pieces that lie within it. */

#include <string.h>

#include "../../src/family/query/cs-query.h"
#include "fuzz.h"

static void
check_node (const CsQueryNode *node, gsize n_bytes)
{
  g_assert_cmpuint (node->start_byte, <, node->end_byte);
  g_assert_cmpuint (node->end_byte, <=, n_bytes);
  for (guint i = 0; i < node->n_children; i++)
    check_node (node->children[i], n_bytes);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *)data, size);
  g_autoptr (CsQuery) query = cs_query_parse (text);
  g_autofree char *english = cs_query_dup_reading (query, "en");
  g_autofree char *chinese = cs_query_dup_reading (query, "zh");
  gsize n_bytes = strlen (text);
  gsize at = 0;

  for (guint i = 0; i < query->n_marks; i++)
    {
      g_assert_cmpuint (query->marks[i].start_byte, >=, at);
      g_assert_cmpuint (query->marks[i].end_byte, >=, query->marks[i].start_byte);
      at = query->marks[i].end_byte;
    }
  g_assert_cmpuint (at, <=, n_bytes);
  g_assert_cmpuint (query->fault.start_byte, <=, query->fault.end_byte);
  g_assert_cmpuint (query->fault.end_byte, <=, MAX (n_bytes, CS_MAX_QUERY));
  g_assert_true (g_utf8_validate (english, -1, NULL) && g_utf8_validate (chinese, -1, NULL));
  if (query->root != NULL)
    check_node (query->root, n_bytes);

  return 0;
}
