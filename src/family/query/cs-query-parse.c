#include <string.h>

#include <glib/gi18n-lib.h>

#include "cs-query-fields.h"
#include "cs-query-private.h"
#include "cs-query-values.h"

typedef struct
{
  const GArray *tokens;
  guint at;
  GPtrArray *nodes;
  CsQueryFault *fault;
  guint depth;
  guint n_terms;
  CsQueryField field;           /* of what has no field of its own */
  CsQueryComparison comparison; /* of it */
} Parser;

static CsQueryNode *parse_or (Parser *parser);

/* --- tokens and nodes --- */

static const CsQueryToken *
peek (const Parser *parser)
{
  return &g_array_index (parser->tokens, CsQueryToken, parser->at);
}

static gboolean
accept (Parser *parser, CsQueryTokenKind kind)
{
  if (peek (parser)->kind != kind)
    return FALSE;

  parser->at++;
  return TRUE;
}

static CsQueryNode *
fail (Parser *parser, const CsQueryToken *token, const char *message)
{
  cs_query_fault_set (parser->fault, token->start_byte, token->end_byte, g_strdup (message));

  return NULL;
}

static CsQueryNode *
make_node (Parser *parser, CsQueryKind kind, gsize start_byte, gsize end_byte)
{
  CsQueryNode *node = g_new0 (CsQueryNode, 1);

  node->kind = kind;
  node->start_byte = start_byte;
  node->end_byte = end_byte;
  g_ptr_array_add (parser->nodes, node);

  return node;
}

/* Makes a node of one child, where that stands. */
static CsQueryNode *
make_parent (Parser *parser, CsQueryKind kind, CsQueryNode *child)
{
  CsQueryNode *node = make_node (parser, kind, child->start_byte, child->end_byte);

  node->field = child->field;
  node->children = g_new (CsQueryNode *, 1);
  node->children[0] = child;
  node->n_children = 1;

  return node;
}

/* One child stands for itself. @children: (transfer full) */
static CsQueryNode *
join (Parser *parser, CsQueryKind kind, GPtrArray *children)
{
  CsQueryNode *first = g_ptr_array_index (children, 0);
  CsQueryNode *last = g_ptr_array_index (children, children->len - 1);
  CsQueryNode *node = first;

  if (children->len > 1)
    {
      node = make_node (parser, kind, first->start_byte, last->end_byte);
      node->field = first->field;
      node->n_children = children->len;
      node->children = (CsQueryNode **)g_ptr_array_free (children, FALSE);
    }
  else
    {
      g_ptr_array_unref (children);
    }

  return node;
}

static CsQueryNode *
make_term (Parser *parser, const CsQueryToken *token, CsQueryField field)
{
  CsQueryToken value = *token;
  CsQueryNode *node = make_node (parser, CS_QUERY_TERM, token->start_byte, token->end_byte);

  value.comparison = parser->comparison;
  node->field = field;
  if (++parser->n_terms > CS_MAX_QUERY_TERMS)
    return fail (parser, token, _ ("this is one word too many; search in several steps"));
  if (!cs_query_value_read (node, &value, parser->fault))
    return NULL;

  return node;
}

/* --- values --- */

/* `ti all "a b"`: each word of the phrase for itself. */
static CsQueryNode *
parse_list (Parser *parser, const CsQueryToken *phrase)
{
  CsQueryKind kind = parser->comparison == CS_QUERY_ALL ? CS_QUERY_AND : CS_QUERY_OR;
  g_autoptr (GPtrArray) children = g_ptr_array_new ();
  g_auto (GStrv) words = g_strsplit_set (phrase->text, " ,;\t\n", -1);

  for (char **word = words; *word != NULL; word++)
    {
      CsQueryToken value = *phrase;
      CsQueryNode *child;

      if (**word == '\0')
        continue;
      value.text = *word;
      child = make_term (parser, &value, parser->field);
      if (child == NULL)
        return NULL;
      g_ptr_array_add (children, child);
    }
  if (children->len == 0)
    return fail (parser, phrase, _ ("there is nothing to look for here"));

  return join (parser, kind, g_steal_pointer (&children));
}

static CsQueryNode *
parse_value (Parser *parser)
{
  const CsQueryToken *value = peek (parser);
  CsQueryField field = parser->field;

  parser->at++;
  if (parser->comparison == CS_QUERY_ALL || parser->comparison == CS_QUERY_ANY)
    return parse_list (parser, value);
  if (field == CS_QUERY_TEXT && value->kind == CS_QUERY_TOKEN_WORD)
    field = cs_query_guess (value->text, value->is_prefix);

  return make_term (parser, value, field);
}

/* --- brackets and fields --- */

static CsQueryNode *
parse_group (Parser *parser, const CsQueryToken *open)
{
  CsQueryNode *node;

  if (parser->depth == CS_MAX_QUERY_DEPTH)
    return fail (parser, open, _ ("too many brackets within each other"));

  parser->depth++;
  node = parse_or (parser);
  parser->depth--;
  if (node != NULL && !accept (parser, CS_QUERY_TOKEN_CLOSE))
    return fail (parser, open, _ ("close this bracket"));
  if (node != NULL && node->kind != CS_QUERY_TERM)
    {
      node->start_byte = open->start_byte;
      node->end_byte = g_array_index (parser->tokens, CsQueryToken, parser->at - 1).end_byte;
    }

  return node;
}

/* "==" asks for a whole name, and elsewhere for no more than "=". */
static CsQueryComparison
get_comparison (const CsQueryToken *field)
{
  gboolean is_name = field->field == CS_QUERY_APPLICANT || field->field == CS_QUERY_INVENTOR;

  return field->comparison == CS_QUERY_WHOLE && !is_name ? CS_QUERY_EQUAL : field->comparison;
}

static gboolean
takes (const CsQueryToken *field)
{
  if (field->comparison == CS_QUERY_EQUAL || field->comparison == CS_QUERY_WHOLE)
    return TRUE;
  if (field->comparison == CS_QUERY_ALL || field->comparison == CS_QUERY_ANY)
    return !cs_query_field_is_date (field->field);

  return cs_query_field_is_date (field->field);
}

static CsQueryNode *
fail_field (Parser *parser, const CsQueryToken *field)
{
  g_autofree char *message = NULL;

  if (!takes (field) && cs_query_field_is_date (field->field))
    message = g_strdup_printf (_ ("write dates like “%s=2018..2020”"),
                               cs_query_field_get_name (field->field));
  else if (!takes (field))
    message = g_strdup_printf (_ ("“%s” can only be compared with “=”"),
                               cs_query_field_get_name (field->field));
  else
    message = g_strdup_printf (_ ("write behind “%s=” what to look for"),
                               cs_query_field_get_name (field->field));

  return fail (parser, field, message);
}

static gboolean
has_field (const CsQueryNode *node, CsQueryField field)
{
  for (guint i = 0; i < node->n_children; i++)
    if (!has_field (node->children[i], field))
      return FALSE;

  return node->n_children > 0 || node->field == field;
}

/* A bracket of numbers of families is no more than that. */
static CsQueryNode *
make_member (Parser *parser, CsQueryNode *child)
{
  CsQueryNode *node;

  if (has_field (child, CS_QUERY_FAMILY))
    return child;

  node = make_parent (parser, CS_QUERY_MEMBER, child);
  node->field = CS_QUERY_FAMILY;
  node->end_byte = g_array_index (parser->tokens, CsQueryToken, parser->at - 1).end_byte;
  return node;
}

/* What stands behind the name of a field, which goes for all of a bracket. */
static CsQueryNode *
parse_field (Parser *parser, const CsQueryToken *field)
{
  CsQueryField outer = parser->field;
  CsQueryComparison outer_comparison = parser->comparison;
  CsQueryTokenKind kind = peek (parser)->kind;
  const CsQueryToken *open = peek (parser);
  CsQueryNode *node;

  if (!takes (field) || (kind != CS_QUERY_TOKEN_WORD && kind != CS_QUERY_TOKEN_PHRASE &&
                         kind != CS_QUERY_TOKEN_OPEN))
    return fail_field (parser, field);

  parser->field = field->field;
  parser->comparison = get_comparison (field);
  if (accept (parser, CS_QUERY_TOKEN_OPEN))
    node = parse_group (parser, open);
  else
    node = parse_value (parser);
  parser->field = outer;
  parser->comparison = outer_comparison;
  if (node != NULL && kind == CS_QUERY_TOKEN_OPEN && field->field == CS_QUERY_FAMILY)
    node = make_member (parser, node);
  if (node != NULL)
    node->start_byte = field->start_byte;

  return node;
}

static CsQueryNode *
fail_token (Parser *parser, const CsQueryToken *token)
{
  const CsQueryToken *before = token - (parser->at > 0 ? 1 : 0);

  if (token->kind == CS_QUERY_TOKEN_CLOSE && before->kind == CS_QUERY_TOKEN_OPEN)
    return fail (parser, token, _ ("there is nothing between the brackets"));
  if (token->kind == CS_QUERY_TOKEN_CLOSE && parser->depth == 0)
    return fail (parser, token, _ ("no bracket was opened that this could close"));
  if (token->kind == CS_QUERY_TOKEN_END || token->kind == CS_QUERY_TOKEN_CLOSE)
    return fail (parser, before, _ ("write behind this what to look for"));

  return fail (parser, token,
               _ ("write before this what to look for, or put it in quotes if it is a word"));
}

static CsQueryNode *
parse_primary (Parser *parser)
{
  const CsQueryToken *token = peek (parser);

  if (accept (parser, CS_QUERY_TOKEN_OPEN))
    return parse_group (parser, token);
  if (accept (parser, CS_QUERY_TOKEN_FIELD))
    return parse_field (parser, token);
  if (token->kind == CS_QUERY_TOKEN_WORD || token->kind == CS_QUERY_TOKEN_PHRASE)
    return parse_value (parser);

  return fail_token (parser, token);
}

/* --- operators, the closest first --- */

static gboolean
is_word (const CsQueryNode *node)
{
  return node->kind == CS_QUERY_TERM && cs_query_field_is_text (node->field);
}

/* Only words, and ORs of words, stand somewhere. */
static gboolean
can_be_near (const CsQueryNode *node)
{
  if (node->kind != CS_QUERY_OR)
    return is_word (node);

  for (guint i = 0; i < node->n_children; i++)
    if (!can_be_near (node->children[i]))
      return FALSE;

  return TRUE;
}

static void
set_field (CsQueryNode *node, CsQueryField field)
{
  node->field = field;
  for (guint i = 0; i < node->n_children; i++)
    set_field (node->children[i], field);
}

static CsQueryField
first_field (const CsQueryNode *node)
{
  return node->n_children > 0 ? first_field (node->children[0]) : node->field;
}

/* What stands near something stands in its field: `ti=a NEAR b` means both in the title. */
static gboolean
share_field (GPtrArray *operands)
{
  CsQueryField field = first_field (g_ptr_array_index (operands, 0));

  for (guint i = 0; i < operands->len; i++)
    {
      CsQueryNode *node = g_ptr_array_index (operands, i);

      if (i > 0 && has_field (node, CS_QUERY_TEXT))
        set_field (node, field);
      if (!has_field (node, field))
        return FALSE;
    }

  return TRUE;
}

/* Adds what stands behind @near to @operands. */
static gboolean
add_operand (Parser *parser, GPtrArray *operands, const CsQueryToken *near)
{
  CsQueryNode *node = parse_primary (parser);

  if (node == NULL)
    return FALSE;
  if (near == NULL && peek (parser)->kind == CS_QUERY_TOKEN_NEAR)
    near = peek (parser);
  if (near != NULL && !can_be_near (node))
    return fail (parser, near,
                 _ ("only words, phrases and brackets with OR can stand beside this")) != NULL;

  g_ptr_array_add (operands, node);
  return TRUE;
}

static CsQueryNode *
parse_near (Parser *parser)
{
  g_autoptr (GPtrArray) operands = g_ptr_array_new ();
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (CsQueryLink));
  const CsQueryToken *near = NULL;
  CsQueryNode *node;

  if (!add_operand (parser, operands, near))
    return NULL;
  while (peek (parser)->kind == CS_QUERY_TOKEN_NEAR)
    {
      near = peek (parser);
      parser->at++;
      g_array_append_val (links, near->link);
      if (!add_operand (parser, operands, near))
        return NULL;
    }
  if (near != NULL && !share_field (operands))
    return fail (parser, near, _ ("what stands near each other must be in the same field"));

  node = join (parser, CS_QUERY_NEAR, g_steal_pointer (&operands));
  if (near != NULL)
    {
      node->field = first_field (node);
      node->links = (CsQueryLink *)(gpointer)g_array_free (g_steal_pointer (&links), FALSE);
    }

  return node;
}

static CsQueryNode *
parse_not (Parser *parser)
{
  const CsQueryToken *token = peek (parser);
  CsQueryNode *child;
  CsQueryNode *node;

  if (!accept (parser, CS_QUERY_TOKEN_NOT))
    return parse_near (parser);
  if (parser->depth == CS_MAX_QUERY_DEPTH)
    return fail (parser, token, _ ("too many brackets within each other"));

  parser->depth++;
  child = parse_not (parser);
  parser->depth--;
  if (child == NULL)
    return NULL;

  node = make_parent (parser, CS_QUERY_NOT, child);
  node->start_byte = token->start_byte;
  return node;
}

/* AND may be left out. */
static CsQueryNode *
parse_and (Parser *parser)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new ();

  while (TRUE)
    {
      CsQueryNode *child = parse_not (parser);
      CsQueryTokenKind next = peek (parser)->kind;

      if (child == NULL)
        return NULL;
      g_ptr_array_add (children, child);
      if (!accept (parser, CS_QUERY_TOKEN_AND) &&
          (next == CS_QUERY_TOKEN_END || next == CS_QUERY_TOKEN_CLOSE ||
           next == CS_QUERY_TOKEN_OR))
        return join (parser, CS_QUERY_AND, g_steal_pointer (&children));
    }
}

static CsQueryNode *
parse_or (Parser *parser)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new ();

  do
    {
      CsQueryNode *child = parse_and (parser);

      if (child == NULL)
        return NULL;
      g_ptr_array_add (children, child);
    }
  while (accept (parser, CS_QUERY_TOKEN_OR));

  return join (parser, CS_QUERY_OR, g_steal_pointer (&children));
}

CsQueryNode *
cs_query_root_parse (GArray *tokens, GPtrArray *nodes, CsQueryFault *fault)
{
  Parser parser = { tokens, 0, nodes, fault, 0, 0, CS_QUERY_TEXT, CS_QUERY_EQUAL };
  CsQueryNode *root;

  if (tokens->len == 1)
    return NULL;

  root = parse_or (&parser);
  if (root != NULL && peek (&parser)->kind != CS_QUERY_TOKEN_END)
    root = fail_token (&parser, peek (&parser));

  return fault->message == NULL ? root : NULL;
}
