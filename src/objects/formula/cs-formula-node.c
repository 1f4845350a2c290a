#include "cs-formula-private.h"

CsNode *
cs_node_new (CsNodeKind kind)
{
  CsNode *node = g_new0 (CsNode, 1);

  node->kind = kind;
  node->depth = 1;

  return node;
}

void
cs_node_free (CsNode *node)
{
  if (node == NULL)
    return;

  g_free (node->text);
  g_clear_pointer (&node->children, g_ptr_array_unref);
  g_free (node);
}

static void
free_item (gpointer data)
{
  cs_node_free (data);
}

GPtrArray *
cs_node_items_new (void)
{
  return g_ptr_array_new_with_free_func (free_item);
}

void
cs_node_adopt (CsNode *node, CsNode *child)
{
  if (node->children == NULL)
    node->children = cs_node_items_new ();

  g_ptr_array_add (node->children, child);
  if (child != NULL)
    node->depth = MAX (node->depth, child->depth + 1);
}

CsNode *
cs_node_new_with (CsNodeKind kind, CsNode *first, CsNode *second, CsNode *third)
{
  CsNode *node = cs_node_new (kind);

  cs_node_adopt (node, first);
  cs_node_adopt (node, second);
  cs_node_adopt (node, third);

  return node;
}

CsNode *
cs_node_new_space (guint width)
{
  CsNode *node = cs_node_new (CS_NODE_SPACE);

  node->width = width;

  return node;
}

CsNode *
cs_node_new_fence (gunichar open, gunichar close, CsNode *content)
{
  CsNode *node = cs_node_new (CS_NODE_FENCE);

  node->open = open;
  node->close = close;
  cs_node_adopt (node, content);

  return node;
}

CsNode *
cs_node_get (const CsNode *node, guint child)
{
  if (node->children == NULL || child >= node->children->len)
    return NULL;

  return g_ptr_array_index (node->children, child);
}

gboolean
cs_node_is_empty (const CsNode *node)
{
  return node == NULL ||
         (node->kind == CS_NODE_ROW && (node->children == NULL || node->children->len == 0));
}

guint
cs_node_get_n_items (const CsNode *node)
{
  if (cs_node_is_empty (node))
    return 0;

  return node->kind == CS_NODE_ROW ? node->children->len : 1;
}

const CsNode *
cs_node_get_item (const CsNode *node, guint item)
{
  return node->kind == CS_NODE_ROW ? cs_node_get (node, item) : node;
}

gunichar
cs_node_get_sign (const CsNode *node)
{
  if (node == NULL || node->kind != CS_NODE_TOKEN || node->token != CS_TOKEN_SIGN ||
      *g_utf8_next_char (node->text) != '\0')
    return 0;

  return g_utf8_get_char (node->text);
}

static gboolean
equal_children (const CsNode *a, const CsNode *b)
{
  guint n = a->children == NULL ? 0 : a->children->len;

  if (n != (b->children == NULL ? 0 : b->children->len))
    return FALSE;

  for (guint i = 0; i < n; i++)
    if (!cs_node_equal (cs_node_get (a, i), cs_node_get (b, i)))
      return FALSE;

  return TRUE;
}

gboolean
cs_node_equal (const CsNode *a, const CsNode *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a->kind == b->kind && a->token == b->token && a->fraction == b->fraction &&
         a->flags == b->flags && a->width == b->width && a->open == b->open &&
         a->close == b->close && g_strcmp0 (a->text, b->text) == 0 && equal_children (a, b);
}

/* --- limits --- */

static void
set_sign (CsNode *token, gunichar sign)
{
  char utf8[6];

  g_free (token->text);
  token->text = g_strndup (utf8, g_unichar_to_utf8 (sign, utf8));
}

/* Whether @node is an accent or a brace, which belongs to all that is within it. An accent is
 * written in one way, whatever character a source takes for it. */
static gboolean
is_decoration (CsNode *node, gboolean above)
{
  gunichar sign = cs_node_get_sign (node);
  gunichar accent = cs_sign_to_accent (sign);

  if (sign == 0 || node->flags != 0)
    return FALSE;
  if (!above && (accent == 0xaf || sign == 0x332))
    set_sign (node, '_');
  else if (above && accent != 0)
    set_sign (node, accent);
  else
    return cs_sign_is_wide (sign);

  return TRUE;
}

static gboolean
has_only (const CsNode *base, guint side)
{
  return base->kind == CS_NODE_LIMITS && cs_node_get (base, side) != NULL &&
         cs_node_get (base, 3 - side) == NULL &&
         !is_decoration (cs_node_get (base, side), side == 2);
}

/* What is below is one element with what is above, or an element within another: here it is one,
 * but for decorations. */
CsNode *
cs_node_new_limits (CsNode *base, CsNode *under, CsNode *over)
{
  gboolean over_decorates = over != NULL && is_decoration (over, TRUE);
  gboolean under_decorates = under != NULL && is_decoration (under, FALSE);

  if (under == NULL && over == NULL)
    return base;
  if (over_decorates && under != NULL)
    return cs_node_new_with (CS_NODE_LIMITS, cs_node_new_limits (base, under, NULL), NULL, over);
  if (under_decorates && over != NULL)
    return cs_node_new_with (CS_NODE_LIMITS, cs_node_new_limits (base, NULL, over), under, NULL);

  if (over == NULL && !under_decorates && has_only (base, 2))
    {
      base->children->pdata[1] = under;
      base->depth = MAX (base->depth, under->depth + 1);
      return base;
    }
  if (under == NULL && !over_decorates && has_only (base, 1))
    {
      base->children->pdata[2] = over;
      base->depth = MAX (base->depth, over->depth + 1);
      return base;
    }

  return cs_node_new_with (CS_NODE_LIMITS, base, under, over);
}

/* --- tables --- */

static void
add_cells (CsNode *table, GPtrArray *row, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    {
      CsNode *cell = i < row->len ? g_steal_pointer (&row->pdata[i]) : NULL;

      cs_node_adopt (table, cell == NULL ? cs_node_new (CS_NODE_ROW) : cell);
    }
}

CsNode *
cs_node_new_table (CsFormulaReader *reader, GPtrArray *rows, const char *align)
{
  CsNode *table = cs_node_new (CS_NODE_TABLE);
  GString *columns = g_string_new (align);
  guint n_columns = 1;

  for (guint i = 0; i < rows->len; i++)
    n_columns = MAX (n_columns, ((GPtrArray *)rows->pdata[i])->len);

  if ((gsize)n_columns * rows->len > CS_FORMULA_MAX_CELLS)
    reader->too_large = TRUE;
  else
    for (guint i = 0; i < rows->len; i++)
      add_cells (table, rows->pdata[i], n_columns);

  while (columns->len < n_columns)
    g_string_append_c (columns, columns->len == 0 ? 'c' : columns->str[columns->len - 1]);
  table->text = g_string_free (g_string_truncate (columns, n_columns), FALSE);
  table->width = n_columns;

  return table;
}
