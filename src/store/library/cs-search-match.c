#include "cs-search-match.h"

/* FTS5's parser is of a fixed depth; what is deeper is put together here. */
#define MAX_DEPTH 12

static const char *const columns[] = {
  [CS_QUERY_TEXT] = "",
  [CS_QUERY_FULL_TEXT] = "",
  [CS_QUERY_TITLE] = "{ti} : ",
  [CS_QUERY_ABSTRACT] = "{ab} : ",
  [CS_QUERY_TITLE_ABSTRACT] = "{ti ab} : ",
  [CS_QUERY_CLAIMS] = "{cl} : ",
  [CS_QUERY_DESCRIPTION] = "",
};

/* --- what FTS5 can be asked --- */

static gboolean
is_native_near (const CsQueryNode *node)
{
  return node->n_children == 2 && !node->links[0].is_ordered &&
         node->children[0]->kind == CS_QUERY_TERM && node->children[1]->kind == CS_QUERY_TERM;
}

static gboolean can_match_below (const CsQueryNode *node, CsSearchIndex *index, guint depth);

/* An AND needs a child that is no NOT; nothing else may have one that is. */
static gboolean
can_match_children (const CsQueryNode *node, CsSearchIndex *index, guint depth)
{
  guint n_positive = 0;

  for (guint i = 0; i < node->n_children; i++)
    {
      const CsQueryNode *child = node->children[i];
      gboolean is_not = node->kind == CS_QUERY_AND && child->kind == CS_QUERY_NOT;
      CsSearchIndex of_child = CS_SEARCH_TEXTS;

      if (!can_match_below (is_not ? child->children[0] : child, &of_child, depth + 1) ||
          (i > 0 && of_child != *index))
        return FALSE;
      *index = of_child;
      n_positive += is_not ? 0 : 1;
    }

  return n_positive > 0;
}

static gboolean
can_match_below (const CsQueryNode *node, CsSearchIndex *index, guint depth)
{
  gboolean is_joined = node->kind == CS_QUERY_AND || node->kind == CS_QUERY_OR;

  if (depth > MAX_DEPTH || (!is_joined && node->field == CS_QUERY_FULL_TEXT))
    return FALSE;
  if (is_joined)
    return can_match_children (node, index, depth);

  *index = node->field == CS_QUERY_DESCRIPTION ? CS_SEARCH_DESCRIPTIONS : CS_SEARCH_TEXTS;
  return cs_query_field_is_text (node->field) &&
         (node->kind == CS_QUERY_TERM || (node->kind == CS_QUERY_NEAR && is_native_near (node)));
}

gboolean
cs_search_can_match (const CsQueryNode *node, CsSearchIndex *index)
{
  return can_match_below (node, index, 0);
}

/* --- how it is asked --- */

/* A literal is always in quotes: what it is made of is no syntax then. */
static void
append_phrase (GString *match, const CsQueryNode *node)
{
  g_string_append_c (match, '"');
  for (const char *at = node->text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (match, '"');
      g_string_append_c (match, *at);
    }
  g_string_append (match, node->is_prefix ? "\" *" : "\"");
}

void
cs_search_append_term (GString *match, const CsQueryNode *node)
{
  g_string_append (match, columns[node->field]);
  append_phrase (match, node);
}

static void
append_children (GString *match, const CsQueryNode *node, gboolean negative)
{
  gboolean is_first = TRUE;
  const char *between = node->kind == CS_QUERY_OR || negative ? " OR " : " AND ";

  g_string_append_c (match, '(');
  for (guint i = 0; i < node->n_children; i++)
    {
      const CsQueryNode *child = node->children[i];
      gboolean is_not = child->kind == CS_QUERY_NOT;

      if (is_not != negative)
        continue;
      if (!is_first)
        g_string_append (match, between);
      is_first = FALSE;
      cs_search_append_match (match, is_not ? child->children[0] : child);
    }
  g_string_append_c (match, ')');
}

static gboolean
has_not (const CsQueryNode *node)
{
  for (guint i = 0; i < node->n_children; i++)
    if (node->children[i]->kind == CS_QUERY_NOT)
      return TRUE;

  return FALSE;
}

void
cs_search_append_match (GString *match, const CsQueryNode *node)
{
  if (node->kind == CS_QUERY_TERM)
    {
      cs_search_append_term (match, node);
    }
  else if (node->kind == CS_QUERY_NEAR)
    {
      g_string_append_printf (match, "%sNEAR(", columns[node->field]);
      append_phrase (match, node->children[0]);
      g_string_append_c (match, ' ');
      append_phrase (match, node->children[1]);
      g_string_append_printf (match, ", %u)", node->links[0].distance);
    }
  else if (has_not (node))
    {
      g_string_append_c (match, '(');
      append_children (match, node, FALSE);
      g_string_append (match, " NOT ");
      append_children (match, node, TRUE);
      g_string_append_c (match, ')');
    }
  else
    {
      append_children (match, node, FALSE);
    }
}

/* --- what is checked beside --- */

static guint
append_operand (GString *match, const CsQueryNode *node)
{
  guint n_phrases = 0;

  if (node->kind == CS_QUERY_TERM)
    {
      cs_search_append_term (match, node);
      return 1;
    }

  g_string_append_c (match, '(');
  for (guint i = 0; i < node->n_children; i++)
    {
      if (i > 0)
        g_string_append (match, " OR ");
      n_phrases += append_operand (match, node->children[i]);
    }
  g_string_append_c (match, ')');

  return n_phrases;
}

CsSearchNear *
cs_search_near_new (const CsQueryNode *node, GString *match)
{
  CsSearchNear *near = g_new0 (CsSearchNear, 1);
  guint n_phrases = 0;

  near->n_operands = node->n_children;
  near->ends = g_new (guint, node->n_children);
  near->links = node->links;
  for (guint i = 0; i < node->n_children; i++)
    {
      if (i > 0)
        g_string_append (match, " AND ");
      n_phrases += append_operand (match, node->children[i]);
      near->ends[i] = n_phrases;
    }

  return near;
}

void
cs_search_near_free (CsSearchNear *near)
{
  g_free (near->ends);
  g_free (near);
}
