#include <string.h>

#include <glib/gi18n-lib.h>

#include "cs-item-read.h"

/* What a list says otherwise of an item that it uses. */

static gboolean
has_child (const xmlNode *node, const char *name)
{
  for (xmlNode *at = cs_tree_first (node->children); at != NULL; at = cs_tree_first (at->next))
    if (cs_tree_is (at, name))
      return TRUE;

  return FALSE;
}

/* Makes room for what @use says as a whole. */
static void
clear_replaced (CsItem *item, const xmlNode *use)
{
  if (has_child (use, "title"))
    cs_words_clear (&item->title);
  if (has_child (use, "explain"))
    cs_words_clear (&item->explain);
  if (has_child (use, "question"))
    cs_words_clear (&item->question);
  if (has_child (use, "basis"))
    g_array_set_size (item->bases, 0);
  if (has_child (use, "consequence"))
    g_array_set_size (item->consequences, 0);
  if (has_child (use, "when"))
    g_array_set_size (item->triggers, 0);
  if (has_child (use, "evidence"))
    g_array_set_size (item->evidence, 0);
}

static void
drop_param (CsItem *item, const char *name)
{
  for (guint i = 0; i < item->params->len; i++)
    if (strcmp (g_array_index (item->params, CsParam, i).name, name) == 0)
      g_array_remove_index (item->params, i--);
}

static void
drop_grade (CsItem *item, const char *rule)
{
  for (guint i = 0; i < item->grades->len; i++)
    if (strcmp (g_array_index (item->grades, CsGrade, i).rule, rule) == 0)
      g_array_remove_index (item->grades, i--);
}

static void
drop_named (CsItem *item, const xmlNode *node)
{
  g_autofree char *name = cs_tree_dup_attribute (node, "name");
  g_autofree char *rule = cs_tree_dup_attribute (node, "rule");

  if (cs_tree_is (node, "param") && name != NULL)
    drop_param (item, name);
  else if (cs_tree_is (node, "grade") && rule != NULL)
    drop_grade (item, rule);
}

gboolean
cs_item_change (const CsChecklist *checklist, CsItem *item, xmlNode *use, GError **error)
{
  g_autofree char *id = cs_tree_dup_attribute (use, "as");

  if (xmlHasProp (use, (const xmlChar *)"severity") != NULL)
    {
      if (!cs_item_read_severity (use, &item->severity, error))
        return FALSE;
      g_array_set_size (item->grades, 0); /* raised or lowered as a whole */
    }
  if (id != NULL)
    {
      g_free (item->id);
      item->id = g_steal_pointer (&id);
    }

  if (xmlHasProp (use, (const xmlChar *)"rules") != NULL && item->check != NULL &&
      !cs_item_read_rules (item, use, error))
    return FALSE;

  clear_replaced (item, use);
  for (xmlNode *at = cs_tree_first (use->children); at != NULL; at = cs_tree_first (at->next))
    {
      drop_named (item, at);
      if (!cs_item_read_element (checklist, item, at, error))
        return FALSE;
    }

  return TRUE;
}
