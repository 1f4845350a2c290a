#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "cs-item-read.h"

/* The files of items that come with the program. */

#define ITEMS_FOLDER "/io/github/claimsmith/checklists/items/"

static char **
dup_files (void)
{
  char **files = g_resources_enumerate_children (ITEMS_FOLDER, 0, NULL);

  for (guint i = 0; files[i] != NULL; i++)
    files[i][strlen (files[i]) - strlen (".xml")] = '\0';

  return files;
}

static char **
dup_ids (const xmlNode *root)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (xmlNode *at = cs_tree_first (root->children); at != NULL; at = cs_tree_first (at->next))
    g_ptr_array_add (ids, cs_tree_dup_attribute (at, "id"));
  g_ptr_array_add (ids, NULL);

  return (char **)g_ptr_array_free (ids, FALSE);
}

xmlDoc *
cs_item_load_file (const char *name, const xmlNode *node, GError **error)
{
  g_autofree char *path = g_strconcat (ITEMS_FOLDER, name, ".xml", NULL);
  xmlDoc *doc = cs_tree_parse_resource (path, NULL);
  g_auto (GStrv) known = NULL;

  if (doc != NULL)
    return doc;

  known = dup_files ();
  cs_tree_set_unknown (error, node, _ ("file of items"), name, (const char *const *)known);

  return NULL;
}

xmlNode *
cs_item_find (xmlDoc *doc, const char *id, const xmlNode *node, GError **error)
{
  xmlNode *root = xmlDocGetRootElement (doc);
  g_auto (GStrv) ids = NULL;

  for (xmlNode *at = cs_tree_first (root->children); at != NULL; at = cs_tree_first (at->next))
    {
      g_autofree char *name = cs_tree_dup_attribute (at, "id");

      if (g_strcmp0 (name, id) == 0)
        return at;
    }

  ids = dup_ids (root);
  cs_tree_set_unknown (error, node, _ ("item"), id, (const char *const *)ids);

  return NULL;
}
