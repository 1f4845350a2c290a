#include <string.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "cs-checklist-read.h"
#include "cs-item-read.h"

/* Reads a checklist: its own items, those it uses of a file of items (`from`), and for a list of a
 * user that stands on one of ours (`base`) what it changes there. */

static gboolean
read_office (CsChecklist *checklist, xmlNode *root, GError **error)
{
  const char *offices[CS_N_OFFICES + 1] = { NULL };
  g_autofree char *languages = cs_tree_dup_attribute (root, "languages");
  guint office;

  for (guint i = 0; i < CS_N_OFFICES; i++)
    offices[i] = cs_office_get_name (i);

  if (!cs_tree_read_choice (root, "office", _ ("office"), offices, &office, error) ||
      !cs_item_read_types (root, "types", &checklist->types, error))
    return FALSE;

  checklist->office = office;
  checklist->languages = g_strsplit (languages == NULL ? "zh en" : languages, " ", -1);

  return TRUE;
}

/* Office, types, languages and items of the list that @checklist stands on. */
static gboolean
take_base (CsChecklist *checklist, xmlNode *root, GError **error)
{
  g_autoptr (CsChecklist) base = cs_checklist_load_shipped (checklist->base);

  if (base == NULL)
    {
      g_auto (GStrv) known = cs_checklist_list_shipped ();

      cs_tree_set_unknown (error, root, _ ("checklist"), checklist->base,
                           (const char *const *)known);
      return FALSE;
    }

  checklist->office = base->office;
  checklist->types = base->types;
  checklist->languages = g_strdupv (base->languages);
  g_ptr_array_unref (checklist->items);
  checklist->items = g_steal_pointer (&base->items);

  return TRUE;
}

static gboolean
read_list_attributes (CsChecklist *checklist, xmlNode *root, GError **error)
{
  static const char *const own[] = { "id", "office", "types", "languages", "edition", NULL };
  static const char *const standing[] = { "id", "base", "default", "edition", NULL };
  static const char *const yes_no[] = { "no", "yes", NULL };
  guint is_default = 0;

  checklist->base = cs_tree_dup_attribute (root, "base");
  if (!cs_tree_check_attributes (root, checklist->base == NULL ? own : standing, error) ||
      (checklist->id = cs_tree_read_needed (root, "id", error)) == NULL ||
      (checklist->edition = cs_tree_read_needed (root, "edition", error)) == NULL ||
      (xmlHasProp (root, (const xmlChar *)"default") != NULL &&
       !cs_tree_read_choice (root, "default", _ ("word"), yes_no, &is_default, error)))
    return FALSE;

  checklist->is_default = is_default != 0;

  if (checklist->base != NULL)
    return take_base (checklist, root, error);

  return read_office (checklist, root, error);
}

static gboolean
is_id_free (const CsChecklist *checklist, const CsItem *item, const xmlNode *node, GError **error)
{
  guint line = cs_tree_get_line (node);

  if (cs_checklist_find_item (checklist, item->id) == NULL)
    return TRUE;

  cs_error_set (error, CS_ERROR_CHECKLIST, line, _ ("line %u: item \"%s\" is there twice"), line,
                item->id);

  return FALSE;
}

static gboolean
add_item (CsChecklist *checklist, CsItem *item, const xmlNode *node, GError **error)
{
  if (item == NULL)
    return FALSE;

  if (!is_id_free (checklist, item, node, error))
    {
      cs_item_free (item);
      return FALSE;
    }
  g_ptr_array_add (checklist->items, item);

  return TRUE;
}

static gboolean
read_item (CsChecklist *checklist, xmlNode *node, GError **error)
{
  g_autoptr (CsItem) item = cs_item_read (checklist, node, error);

  return item != NULL && cs_item_is_whole (item, node, error) &&
         add_item (checklist, g_steal_pointer (&item), node, error);
}

/* --- items of another file --- */

/* What stands in our own file is refused with the name of that file: its lines are meant. */
static CsItem *
read_used (const CsChecklist *checklist,
           xmlDoc *doc,
           const char *file,
           xmlNode *use,
           GError **error)
{
  static const char *const known[] = { "item", "as", "rules", "severity", NULL };
  g_autofree char *id = cs_tree_read_needed (use, "item", error);
  g_autoptr (CsItem) item = NULL;
  xmlNode *node;

  if (id == NULL || !cs_tree_check_attributes (use, known, error))
    return NULL;
  node = cs_item_find (doc, id, use, error);
  if (node == NULL)
    return NULL;

  item = cs_item_read (checklist, node, error);
  if (item == NULL)
    g_prefix_error (error, "\"%s\": ", file);
  else if (cs_item_change (checklist, item, use, error) && cs_item_is_whole (item, use, error))
    return g_steal_pointer (&item);

  return NULL;
}

static gboolean
read_from (CsChecklist *checklist, xmlNode *node, GError **error)
{
  static const char *const attributes[] = { "items", NULL };
  static const char *const names[] = { "use", NULL };
  g_autofree char *file = cs_tree_read_needed (node, "items", error);
  g_autoptr (xmlDoc) doc = NULL;

  if (file == NULL || !cs_tree_check_attributes (node, attributes, error) ||
      (doc = cs_item_load_file (file, node, error)) == NULL)
    return FALSE;

  for (xmlNode *at = cs_tree_first (node->children); at != NULL; at = cs_tree_first (at->next))
    if (!cs_tree_is (at, "use"))
      {
        cs_tree_set_unknown (error, at, _ ("element"), (const char *)at->name, names);
        return FALSE;
      }
    else if (!add_item (checklist, read_used (checklist, doc, file, at, error), at, error))
      return FALSE;

  return TRUE;
}

/* --- changes to the list it stands on --- */

static char **
dup_ids (const CsChecklist *checklist)
{
  char **ids = g_new0 (char *, checklist->items->len + 1);

  for (guint i = 0; i < checklist->items->len; i++)
    ids[i] = g_strdup (((CsItem *)checklist->items->pdata[i])->id);

  return ids;
}

static gboolean
read_change (CsChecklist *checklist, xmlNode *node, GError **error)
{
  static const char *const known[] = { "item", "severity", "off", NULL };
  g_autofree char *id = cs_tree_read_needed (node, "item", error);
  CsItem *item;

  if (id == NULL || !cs_tree_check_attributes (node, known, error))
    return FALSE;
  item = cs_checklist_find_item (checklist, id);
  if (item == NULL)
    {
      g_auto (GStrv) ids = dup_ids (checklist);

      cs_tree_set_unknown (error, node, _ ("item"), id, (const char *const *)ids);
      return FALSE;
    }

  item->is_changed = TRUE;
  g_free (item->off);
  item->off = cs_tree_dup_attribute (node, "off");

  return cs_item_change (checklist, item, node, error);
}

/* --- the list --- */

static gboolean
read_element (CsChecklist *checklist, xmlNode *node, GError **error)
{
  static const char *const own[] = { "title", "item", "from", NULL };
  static const char *const standing[] = { "title", "item", "from", "use", NULL };

  if (cs_tree_is (node, "title"))
    {
      cs_tree_read_words (node, &checklist->title);
      return TRUE;
    }
  if (cs_tree_is (node, "item"))
    return read_item (checklist, node, error);
  if (cs_tree_is (node, "from"))
    return read_from (checklist, node, error);
  if (checklist->base != NULL && cs_tree_is (node, "use"))
    return read_change (checklist, node, error);

  cs_tree_set_unknown (error, node, _ ("element"), (const char *)node->name,
                       checklist->base == NULL ? own : standing);

  return FALSE;
}

CsChecklist *
cs_checklist_read (GBytes *bytes, GPtrArray *errors)
{
  static const char *const roots[] = { "checklist", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = cs_tree_parse (bytes, &error);
  g_autoptr (CsChecklist) checklist = cs_checklist_new_empty ();
  xmlNode *root = doc == NULL ? NULL : xmlDocGetRootElement (doc);

  if (root != NULL && !cs_tree_is (root, "checklist"))
    cs_tree_set_unknown (&error, root, _ ("element"), (const char *)root->name, roots);
  if (root == NULL || error != NULL || !read_list_attributes (checklist, root, &error))
    {
      g_ptr_array_add (errors, g_steal_pointer (&error));
      return NULL;
    }

  for (xmlNode *at = cs_tree_first (root->children); at != NULL; at = cs_tree_first (at->next))
    if (!read_element (checklist, at, &error))
      g_ptr_array_add (errors, g_steal_pointer (&error));

  return errors->len == 0 ? g_steal_pointer (&checklist) : NULL;
}
