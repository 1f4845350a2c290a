#include <string.h>

#include "../../src/family/query/cs-query.h"

/* --- the table: what is written, how it is understood --- */

#define OPEN "⟦"
#define CLOSE "⟧"

/* Takes the marks of a place out of @text. Returns: the text without them. */
static char *
take_place (const char *text, gsize *start, gsize *end)
{
  const char *open = strstr (text, OPEN);
  const char *close = strstr (text, CLOSE);

  *start = *end = 0;
  if (open == NULL || close == NULL)
    return g_strdup (text);

  *start = open - text;
  *end = close - text - strlen (OPEN);

  return g_strdup_printf ("%.*s%.*s%s", (int)*start, text, (int)(*end - *start),
                          open + strlen (OPEN), close + strlen (CLOSE));
}

static void
check_spans (const CsQueryNode *node, gsize n_bytes)
{
  g_assert_cmpuint (node->start_byte, <, node->end_byte);
  g_assert_cmpuint (node->end_byte, <=, n_bytes);
  for (guint i = 0; i < node->n_children; i++)
    {
      check_spans (node->children[i], n_bytes);
      g_assert_cmpuint (node->start_byte, <=, node->children[i]->start_byte);
      g_assert_cmpuint (node->end_byte, >=, node->children[i]->end_byte);
    }
}

static void
check_marks (const CsQuery *query)
{
  gsize at = 0;

  for (guint i = 0; i < query->n_marks; i++)
    {
      g_assert_cmpuint (query->marks[i].start_byte, >=, at);
      g_assert_cmpuint (query->marks[i].end_byte, >, query->marks[i].start_byte);
      at = query->marks[i].end_byte;
    }
  g_assert_cmpuint (at, <=, strlen (query->text));
}

/* "! words" behind a query is what is wrong at the marked place. */
static void
check_line (const char *line, gsize number)
{
  g_auto (GStrv) columns = g_strsplit (line, "\t", -1);
  gsize start;
  gsize end;
  g_autofree char *text = take_place (columns[0], &start, &end);
  g_autoptr (CsQuery) query = cs_query_parse (text);
  g_autofree char *english = cs_query_dup_reading (query, "en");
  g_autofree char *chinese = cs_query_dup_reading (query, "zh");

  g_test_message ("line %" G_GSIZE_FORMAT ": %s", number, line);
  check_marks (query);
  if (g_str_has_prefix (columns[1], "! "))
    {
      g_assert_null (query->root);
      g_assert_cmpstr (query->fault.message, ==, columns[1] + 2);
      g_assert_cmpuint (query->fault.start_byte, ==, start);
      g_assert_cmpuint (query->fault.end_byte, ==, end);
      g_assert_cmpstr (english, ==, "");
      return;
    }

  g_assert_cmpstr (query->fault.message, ==, NULL);
  g_assert_cmpstr (english, ==, columns[1]);
  if (columns[2] != NULL)
    g_assert_cmpstr (chinese, ==, columns[2]);
  if (query->root != NULL)
    check_spans (query->root, strlen (text));
}

static void
test_table (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "family", "queries.tsv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '#' && strchr (lines[i], '\t') != NULL)
      {
        check_line (lines[i], i + 1);
        n++;
      }

  g_assert_cmpuint (n, >, 200);
}

/* --- what nobody writes --- */

static void
test_deep (void)
{
  g_autofree char *brackets = g_strnfill (10000, '(');
  g_autoptr (GString) nots = g_string_new (NULL);
  g_autoptr (CsQuery) deep = cs_query_parse (brackets);
  g_autoptr (CsQuery) negative = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (nots, "NOT ");
  g_string_append (nots, "a");
  negative = cs_query_parse (nots->str);

  g_assert_nonnull (deep->fault.message);
  g_assert_cmpuint (deep->fault.start_byte, ==, CS_MAX_QUERY_DEPTH);
  g_assert_nonnull (negative->fault.message);
}

static void
test_long (void)
{
  g_autofree char *word = g_strnfill (CS_MAX_QUERY + 1, 'a');
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (CsQuery) too_long = cs_query_parse (word);
  g_autoptr (CsQuery) too_many = NULL;

  for (guint i = 0; i <= CS_MAX_QUERY_TERMS; i++)
    g_string_append (words, "ab ");
  too_many = cs_query_parse (words->str);

  g_assert_nonnull (too_long->fault.message);
  g_assert_nonnull (too_many->fault.message);
  g_assert_cmpuint (too_many->fault.start_byte, ==, CS_MAX_QUERY_TERMS * strlen ("ab "));
}

static void
test_near_nodes (void)
{
  g_autoptr (CsQuery) query = cs_query_parse ("cl=(a1 OR a2) NEAR/3 b ADJ/2 \"c d\"");
  const CsQueryNode *node = query->root;

  g_assert_nonnull (node);
  g_assert_cmpint (node->kind, ==, CS_QUERY_NEAR);
  g_assert_cmpint (node->field, ==, CS_QUERY_CLAIMS);
  g_assert_cmpuint (node->n_children, ==, 3);
  g_assert_cmpint (node->children[2]->field, ==, CS_QUERY_CLAIMS);
  g_assert_cmpuint (node->links[0].distance, ==, 3);
  g_assert_false (node->links[0].is_ordered);
  g_assert_cmpuint (node->links[1].distance, ==, 2);
  g_assert_true (node->links[1].is_ordered);
}

static void
test_marks (void)
{
  g_autoptr (CsQuery) query = cs_query_parse ("名称=“电池” AND (x OR");

  g_assert_cmpuint (query->n_marks, ==, 6);
  g_assert_cmpint (query->marks[0].kind, ==, CS_QUERY_MARK_FIELD);
  g_assert_cmpuint (query->marks[0].end_byte, ==, 7);
  g_assert_cmpint (query->marks[1].kind, ==, CS_QUERY_MARK_PHRASE);
  g_assert_cmpuint (query->marks[1].end_byte, ==, 19);
  g_assert_cmpint (query->marks[2].kind, ==, CS_QUERY_MARK_OPERATOR);
  g_assert_cmpint (query->marks[3].kind, ==, CS_QUERY_MARK_BRACKET);
  g_assert_cmpint (query->marks[4].kind, ==, CS_QUERY_MARK_WORD);
  g_assert_cmpint (query->marks[5].kind, ==, CS_QUERY_MARK_OPERATOR);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/family/query/table", test_table);
  g_test_add_func ("/family/query/deep", test_deep);
  g_test_add_func ("/family/query/long", test_long);
  g_test_add_func ("/family/query/near-nodes", test_near_nodes);
  g_test_add_func ("/family/query/marks", test_marks);

  return g_test_run ();
}
