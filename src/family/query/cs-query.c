#include "cs-query.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cs-query-lex.h"
#include "cs-query-private.h"

/* A query with what it owns. */
typedef struct
{
  CsQuery query;
  GPtrArray *nodes;
  GArray *marks;
} OwnedQuery;

G_DEFINE_BOXED_TYPE (CsQuery, cs_query, cs_query_ref, cs_query_unref)

static void
free_node (gpointer data)
{
  CsQueryNode *node = data;

  g_free (node->text);
  g_free (node->children);
  g_free (node->links);
  g_free (node);
}

static CsQueryMarkKind
mark_of (const CsQueryToken *token)
{
  static const CsQueryMarkKind kinds[] = {
    [CS_QUERY_TOKEN_WORD] = CS_QUERY_MARK_WORD,
    [CS_QUERY_TOKEN_PHRASE] = CS_QUERY_MARK_PHRASE,
    [CS_QUERY_TOKEN_OPEN] = CS_QUERY_MARK_BRACKET,
    [CS_QUERY_TOKEN_CLOSE] = CS_QUERY_MARK_BRACKET,
    [CS_QUERY_TOKEN_FIELD] = CS_QUERY_MARK_FIELD,
    [CS_QUERY_TOKEN_AND] = CS_QUERY_MARK_OPERATOR,
    [CS_QUERY_TOKEN_OR] = CS_QUERY_MARK_OPERATOR,
    [CS_QUERY_TOKEN_NOT] = CS_QUERY_MARK_OPERATOR,
    [CS_QUERY_TOKEN_NEAR] = CS_QUERY_MARK_OPERATOR,
  };

  return kinds[token->kind];
}

static GArray *
list_marks (const GArray *tokens)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (CsQueryMark));

  for (guint i = 0; i + 1 < tokens->len; i++)
    {
      const CsQueryToken *token = &g_array_index (tokens, CsQueryToken, i);
      CsQueryMark mark = { mark_of (token), token->start_byte, token->end_byte };

      g_array_append_val (marks, mark);
    }

  return marks;
}

static void
parse (OwnedQuery *owned)
{
  CsQuery *query = &owned->query;
  g_autoptr (CsFolded) folded = cs_fold (query->text, strlen (query->text), CS_FOLD_DEFAULT);
  g_autoptr (GArray) tokens = cs_query_lex (folded, &query->fault);

  owned->marks = list_marks (tokens);
  query->marks = (const CsQueryMark *)(gpointer)owned->marks->data;
  query->n_marks = owned->marks->len;
  if (query->fault.message == NULL)
    query->root = cs_query_root_parse (tokens, owned->nodes, &query->fault);
}

CsQuery *
cs_query_parse (const char *text)
{
  OwnedQuery *owned = g_atomic_rc_box_new0 (OwnedQuery);

  owned->query.text = g_strdup (text);
  owned->nodes = g_ptr_array_new_with_free_func (free_node);
  if (strlen (text) > CS_MAX_QUERY)
    cs_query_fault_set (&owned->query.fault, CS_MAX_QUERY, CS_MAX_QUERY,
                        g_strdup_printf (_ ("a query can be at most %d bytes long"),
                                         CS_MAX_QUERY));
  else
    parse (owned);

  return &owned->query;
}

CsQuery *
cs_query_ref (CsQuery *query)
{
  return g_atomic_rc_box_acquire (query);
}

static void
clear (gpointer data)
{
  OwnedQuery *owned = data;

  g_free (owned->query.text);
  g_free (owned->query.fault.message);
  g_ptr_array_unref (owned->nodes);
  g_clear_pointer (&owned->marks, g_array_unref);
}

void
cs_query_unref (CsQuery *query)
{
  g_atomic_rc_box_release_full (query, clear);
}
