#include "cs-formula-private.h"

/* What stands side by side. Both formats may give a fence as signs or as an element, and group as
 * they like: here there is one way. */

static void
add_item (GPtrArray *out, CsNode *item)
{
  CsNode *last = out->len == 0 ? NULL : out->pdata[out->len - 1];

  if (item->kind != CS_NODE_SPACE || last == NULL || last->kind != CS_NODE_SPACE)
    {
      g_ptr_array_add (out, item);
      return;
    }

  last->width = MIN (last->width + item->width, CS_FORMULA_MAX_SPACE);
  cs_node_free (item);
}

/* Takes @items; opens the rows in it. */
static GPtrArray *
flatten (GPtrArray *items)
{
  GPtrArray *out = cs_node_items_new ();

  for (guint i = 0; i < items->len; i++)
    {
      CsNode *item = g_steal_pointer (&items->pdata[i]);

      if (item == NULL || item->kind != CS_NODE_ROW)
        {
          if (item != NULL)
            add_item (out, item);
          continue;
        }

      for (guint j = 0; item->children != NULL && j < item->children->len; j++)
        add_item (out, g_steal_pointer (&item->children->pdata[j]));
      cs_node_free (item);
    }
  g_ptr_array_unref (items);

  return out;
}

/* Takes @items, which are no rows. */
static CsNode *
row_of (GPtrArray *items)
{
  CsNode *row;

  if (items->len == 1)
    {
      row = g_steal_pointer (&items->pdata[0]);
      g_ptr_array_unref (items);
      return row;
    }

  row = cs_node_new (CS_NODE_ROW);
  for (guint i = 0; i < items->len; i++)
    cs_node_adopt (row, g_steal_pointer (&items->pdata[i]));
  g_ptr_array_unref (items);

  return row;
}

/* A fence may end in the base of scripts: "(a+b)" to the power 2 in MathML. */
static gunichar
get_end_sign (const CsNode *item)
{
  if (item->kind == CS_NODE_SCRIPTS && cs_node_get (item, 0) != NULL)
    return cs_node_get_sign (cs_node_get (item, 0));

  return cs_node_get_sign (item);
}

static gboolean
expects_operand (const GPtrArray *out)
{
  const CsNode *last = NULL;
  CsSignClass class;

  for (guint i = out->len; i > 0 && (last == NULL || last->kind == CS_NODE_SPACE); i--)
    last = out->pdata[i - 1];
  if (last == NULL || last->kind == CS_NODE_SPACE)
    return TRUE;

  class = cs_node_classify (last);
  return class != CS_SIGN_ORDINARY && class != CS_SIGN_CLOSE && class != CS_SIGN_INNER;
}

static gboolean
opens (const GPtrArray *out, const CsNode *item)
{
  gunichar sign = cs_node_get_sign (item);

  if (cs_sign_is_bar (sign))
    return expects_operand (out);

  return sign != 0 && cs_sign_classify (sign) == CS_SIGN_OPEN;
}

/* A row whose fences are being found. */
typedef struct
{
  GPtrArray *out;
  GArray *open; /* guint: places in @out of fences not yet closed */
} Matcher;

static gunichar
get_open_sign (Matcher *matcher, guint place)
{
  return cs_node_get_sign (matcher->out->pdata[place]);
}

/* Whether @item closes a fence, and which: at @place. */
static gboolean
closes (Matcher *matcher, const CsNode *item, guint *place)
{
  gunichar sign = get_end_sign (item);
  gboolean bar = cs_sign_is_bar (sign);

  if (sign == 0 || (!bar && cs_sign_classify (sign) != CS_SIGN_CLOSE))
    return FALSE;

  for (guint i = matcher->open->len; i > 0; i--)
    {
      gunichar open;

      *place = g_array_index (matcher->open, guint, i - 1);
      open = get_open_sign (matcher, *place);
      if (bar ? open == sign : !cs_sign_is_bar (open))
        {
          g_array_set_size (matcher->open, i - 1);
          return TRUE;
        }
      if (bar)
        return FALSE;
    }

  g_array_set_size (matcher->open, 0); /* only bars, which nothing before this sign can close */
  return FALSE;
}

/* Replaces what follows @place, and the sign there, by a fence that @closing (taken) ends. */
static void
close_fence (Matcher *matcher, guint place, CsNode *closing)
{
  GPtrArray *content = cs_node_items_new ();
  gunichar open = cs_sign_to_fence (get_open_sign (matcher, place));
  gunichar close = cs_sign_to_fence (get_end_sign (closing));
  CsNode *fence;

  for (guint i = place + 1; i < matcher->out->len; i++)
    g_ptr_array_add (content, g_steal_pointer (&matcher->out->pdata[i]));
  g_ptr_array_set_size (matcher->out, place);
  fence = cs_node_new_fence (open, close, row_of (content));

  if (closing->kind == CS_NODE_SCRIPTS)
    {
      cs_node_free (closing->children->pdata[0]);
      closing->children->pdata[0] = fence;
      closing->depth = MAX (closing->depth, fence->depth + 1);
      g_ptr_array_add (matcher->out, closing);
      return;
    }

  cs_node_free (closing);
  g_ptr_array_add (matcher->out, fence);
}

/* Whether what follows @place is not too deep already; if it is, so is all around it. */
static gboolean
may_fence (Matcher *matcher, guint place)
{
  guint depth = 0;

  for (guint i = place; i < matcher->out->len; i++)
    depth = MAX (depth, ((const CsNode *)matcher->out->pdata[i])->depth);
  if (depth >= CS_FORMULA_MAX_DEPTH / 2)
    g_array_set_size (matcher->open, 0);

  return depth < CS_FORMULA_MAX_DEPTH / 2;
}

/* Takes @items; signs that match become fences. */
static GPtrArray *
match_fences (GPtrArray *items)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  Matcher matcher = { cs_node_items_new (), open };

  for (guint i = 0; i < items->len; i++)
    {
      CsNode *item = g_steal_pointer (&items->pdata[i]);
      guint place = matcher.out->len;

      if (opens (matcher.out, item))
        g_array_append_val (open, place);
      else if (closes (&matcher, item, &place) && may_fence (&matcher, place))
        {
          close_fence (&matcher, place, item);
          continue;
        }
      g_ptr_array_add (matcher.out, item);
    }
  g_ptr_array_unref (items);

  return matcher.out;
}

/* A brace before a table, or behind one, without its other half: a case distinction. */
static void
fence_tables (GPtrArray *items)
{
  for (guint i = 0; i + 1 < items->len; i++)
    {
      CsNode *first = items->pdata[i];
      CsNode *second = items->pdata[i + 1];
      gunichar open = second->kind == CS_NODE_TABLE ? cs_node_get_sign (first) : 0;
      gunichar close = first->kind == CS_NODE_TABLE ? cs_node_get_sign (second) : 0;

      if (open != 0 && cs_sign_classify (open) == CS_SIGN_OPEN)
        {
          items->pdata[i + 1] = cs_node_new_fence (cs_sign_to_fence (open), 0, second);
          g_ptr_array_remove_index (items, i);
        }
      else if (close != 0 && cs_sign_classify (close) == CS_SIGN_CLOSE)
        {
          items->pdata[i] = cs_node_new_fence (0, cs_sign_to_fence (close), first);
          g_ptr_array_remove_index (items, i + 1);
        }
    }
}

/* Lines, as a table of one column. */
static CsNode *
stack_lines (GPtrArray *items)
{
  CsNode *table = cs_node_new (CS_NODE_TABLE);
  GPtrArray *line = cs_node_items_new ();

  for (guint i = 0; i < items->len; i++)
    {
      CsNode *item = g_steal_pointer (&items->pdata[i]);

      if (item->kind != CS_NODE_BREAK)
        {
          g_ptr_array_add (line, item);
          continue;
        }
      cs_node_free (item);
      cs_node_adopt (table, row_of (line));
      line = cs_node_items_new ();
    }
  cs_node_adopt (table, row_of (line));
  g_ptr_array_unref (items);
  table->width = 1;
  table->text = g_strdup ("l");
  table->flags = CS_FORMULA_EQUATIONS;

  return table;
}

static gboolean
has_break (const GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (((const CsNode *)items->pdata[i])->kind == CS_NODE_BREAK)
      return TRUE;

  return FALSE;
}

CsNode *
cs_node_new_row (GPtrArray *items)
{
  items = match_fences (flatten (items));
  fence_tables (items);

  return has_break (items) ? stack_lines (items) : row_of (items);
}
