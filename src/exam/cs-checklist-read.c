#include <string.h>

#include <glib/gi18n-lib.h>

#include "cs-item-read.h"

static gboolean
read_list_attributes (CsChecklist *checklist, xmlNode *root, GError **error)
{
  static const char *const known[] = { "id", "office", "types", "languages", "edition", NULL };
  const char *offices[CS_N_OFFICES + 1] = { NULL };
  g_autofree char *languages = cs_tree_dup_attribute (root, "languages");
  guint office;

  for (guint i = 0; i < CS_N_OFFICES; i++)
    offices[i] = cs_office_get_name (i);

  if (!cs_tree_check_attributes (root, known, error) ||
      !cs_tree_read_choice (root, "office", _ ("office"), offices, &office, error) ||
      !cs_item_read_types (root, "types", &checklist->types, error) ||
      (checklist->id = cs_tree_read_needed (root, "id", error)) == NULL ||
      (checklist->edition = cs_tree_read_needed (root, "edition", error)) == NULL)
    return FALSE;

  checklist->office = office;
  checklist->languages = g_strsplit (languages == NULL ? "zh en" : languages, " ", -1);

  return TRUE;
}

CsChecklist *
cs_checklist_new (GBytes *bytes, GError **error)
{
  static const char *const roots[] = { "checklist", NULL };
  static const char *const names[] = { "title", "item", NULL };
  g_autoptr (xmlDoc) doc = cs_tree_parse (bytes, error);
  g_autoptr (CsChecklist) checklist = g_atomic_rc_box_new0 (CsChecklist);
  xmlNode *root = doc == NULL ? NULL : xmlDocGetRootElement (doc);

  checklist->items = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_item_free);
  if (root == NULL)
    return NULL;
  if (!cs_tree_is (root, "checklist"))
    {
      cs_tree_set_unknown (error, root, _ ("element"), (const char *)root->name, roots);
      return NULL;
    }
  if (!read_list_attributes (checklist, root, error))
    return NULL;

  for (xmlNode *at = cs_tree_first (root->children); at != NULL; at = cs_tree_first (at->next))
    if (cs_tree_is (at, "title"))
      cs_tree_read_words (at, &checklist->title);
    else if (!cs_tree_is (at, "item"))
      {
        cs_tree_set_unknown (error, at, _ ("element"), (const char *)at->name, names);
        return NULL;
      }
    else
      {
        CsItem *item = cs_item_read (checklist, at, error);

        if (item == NULL)
          return NULL;
        g_ptr_array_add (checklist->items, item);
      }

  return g_steal_pointer (&checklist);
}
