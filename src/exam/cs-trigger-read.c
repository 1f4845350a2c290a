#include <string.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "../language/cs-lexicon.h"
#include "cs-item-read.h"

/* Reads `when`: what gives cause to ask an item. */

static gboolean
read_parts (const xmlNode *node, guint *parts, GError **error)
{
  const char *known[CS_N_PARTS + 1] = { NULL };

  for (guint i = 0; i < CS_N_PARTS; i++)
    known[i] = cs_part_get_name (i);

  return cs_tree_read_bits (node, "parts", _ ("part"), known, parts, error);
}

static gboolean
read_categories (const xmlNode *node, guint *categories, GError **error)
{
  static const char *const known[] = { "unknown", "product", "method", "use", NULL };

  return cs_tree_read_bits (node, "categories", _ ("category"), known, categories, error);
}

static gboolean
read_fact (CsTrigger *trigger, const xmlNode *node, GError **error)
{
  const char *const *known = cs_trigger_list_facts ();
  g_autofree char *value = cs_tree_dup_attribute (node, "fact");
  const char *name = value;

  if (value == NULL)
    return TRUE;
  trigger->is_not = g_str_has_prefix (value, "no-");
  if (trigger->is_not)
    name += strlen ("no-");
  if (!g_strv_contains (known, name))
    {
      cs_tree_set_unknown (error, node, _ ("fact"), name, known);
      return FALSE;
    }
  trigger->fact = g_strdup (name);

  return TRUE;
}

gboolean
cs_trigger_read (GArray *triggers, const xmlNode *node, GError **error)
{
  static const char *const known[] = { "classes", "words", "parts", "categories", "fact", NULL };
  g_autofree char *classes = cs_tree_dup_attribute (node, "classes");
  CsTrigger trigger = { NULL };
  guint line = cs_tree_get_line (node);

  if (!cs_tree_check_attributes (node, known, error) || !read_parts (node, &trigger.parts, error) ||
      !read_categories (node, &trigger.categories, error) || !read_fact (&trigger, node, error))
    return FALSE;

  trigger.words = cs_tree_dup_attribute (node, "words");
  if (classes != NULL)
    trigger.classes = g_strsplit (classes, " ", -1);
  g_array_append_val (triggers, trigger); /* the item frees it, whatever comes */
  if (trigger.words == NULL && trigger.classes == NULL && trigger.categories == 0 &&
      trigger.fact == NULL)
    {
      cs_error_set (error, CS_ERROR_CHECKLIST, line, _ ("line %u: \"when\" says nothing"), line);
      return FALSE;
    }

  return TRUE;
}
