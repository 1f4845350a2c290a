#include <string.h>

#include "cs-formula-private.h"

/* A formula in one line, as one would type it. */

static void append_node (GString *out, const CsNode *node);

/* Whether @node needs no parentheses to be seen as one thing. */
static gboolean
is_one_thing (const CsNode *node)
{
  return node->kind == CS_NODE_TOKEN || node->kind == CS_NODE_FENCE ||
         node->kind == CS_NODE_SCRIPTS || node->kind == CS_NODE_PRE || node->kind == CS_NODE_ROOT ||
         node->kind == CS_NODE_SPACE;
}

static void
append_argument (GString *out, const CsNode *node)
{
  if (is_one_thing (node))
    {
      append_node (out, node);
      return;
    }

  g_string_append_c (out, '(');
  append_node (out, node);
  g_string_append_c (out, ')');
}

static void
append_marked (GString *out, const char *mark, const CsNode *node)
{
  if (node == NULL)
    return;

  g_string_append (out, mark);
  append_argument (out, node);
}

static void
append_sign (GString *out, gunichar sign)
{
  if (sign != 0)
    g_string_append_unichar (out, sign);
}

static void
append_root (GString *out, const CsNode *node)
{
  if (cs_node_get (node, 1) != NULL)
    append_argument (out, cs_node_get (node, 1));
  append_marked (out, "√", cs_node_get (node, 0));
}

/* An accent follows its letter as a combining character does. */
static void
append_limits (GString *out, const CsNode *node)
{
  gunichar combining = cs_sign_to_combining (cs_node_get_sign (cs_node_get (node, 2)));

  if (cs_node_get (node, 1) != NULL || combining == 0)
    {
      append_node (out, cs_node_get (node, 0));
      append_marked (out, "_", cs_node_get (node, 1));
      append_marked (out, "^", cs_node_get (node, 2));
      return;
    }

  append_argument (out, cs_node_get (node, 0));
  g_string_append_unichar (out, combining);
}

static void
append_table (GString *out, const CsNode *node)
{
  guint n_cells = node->children == NULL ? 0 : node->children->len;

  for (guint i = 0; i < n_cells; i++)
    {
      if (i > 0)
        g_string_append (out, i % node->width == 0 ? "; " : ", ");
      append_node (out, cs_node_get (node, i));
    }
}

static gboolean
ends_in_letter (const GString *out)
{
  const char *last = g_utf8_find_prev_char (out->str, out->str + out->len);

  return last != NULL && g_unichar_isalpha (g_utf8_get_char (last));
}

/* Names are kept apart by a space, and so are relations from their sides. */
static void
append_token (GString *out, const CsNode *node)
{
  gboolean is_name = node->token == CS_TOKEN_LETTERS && strlen (node->text) > 1 &&
                     (node->flags & CS_FORMULA_UPRIGHT) != 0;

  if (is_name && ends_in_letter (out))
    g_string_append_c (out, ' ');
  g_string_append (out, node->text);
}

static void
append_row (GString *out, const CsNode *row)
{
  for (guint i = 0; i < cs_node_get_n_items (row); i++)
    {
      const CsNode *item = cs_node_get_item (row, i);

      if (i > 0 && cs_token_is_function (cs_node_get_item (row, i - 1)) &&
          item->kind != CS_NODE_FENCE && item->kind != CS_NODE_SPACE &&
          cs_node_get_sign (item) == 0)
        g_string_append_c (out, ' ');
      append_node (out, item);
    }
}

static void
append_node (GString *out, const CsNode *node)
{
  switch (node->kind)
    {
    case CS_NODE_TOKEN:
      append_token (out, node);
      break;
    case CS_NODE_SPACE:
      g_string_append (out, node->width > 2 ? " " : "");
      break;
    case CS_NODE_FRACTION:
      append_argument (out, cs_node_get (node, 0));
      append_marked (out, node->fraction == CS_FRACTION_STACK ? "¦" : "/", cs_node_get (node, 1));
      break;
    case CS_NODE_ROOT:
      append_root (out, node);
      break;
    case CS_NODE_SCRIPTS:
      append_argument (out, cs_node_get (node, 0));
      append_marked (out, "_", cs_node_get (node, 1));
      append_marked (out, "^", cs_node_get (node, 2));
      break;
    case CS_NODE_PRE:
      append_marked (out, "_", cs_node_get (node, 1));
      append_marked (out, "^", cs_node_get (node, 2));
      append_argument (out, cs_node_get (node, 0));
      break;
    case CS_NODE_LIMITS:
      append_limits (out, node);
      break;
    case CS_NODE_FENCE:
      append_sign (out, node->open);
      append_node (out, cs_node_get (node, 0));
      append_sign (out, node->close);
      break;
    case CS_NODE_TABLE:
      append_table (out, node);
      break;
    case CS_NODE_FRAME:
    case CS_NODE_PHANTOM:
      append_node (out, cs_node_get (node, 0));
      break;
    case CS_NODE_ROW:
    case CS_NODE_BREAK:
    default:
      append_row (out, node);
    }
}

/* Spaces of any width as one each. */
static char *
dup_tidy (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (out, g_utf8_get_char (at));
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');

  return g_strchomp (g_string_free (out, FALSE));
}

char *
cs_formula_dup_text (const CsFormula *formula)
{
  g_autoptr (GString) out = g_string_new (NULL);

  append_node (out, formula->root);

  return dup_tidy (out->str);
}
