#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../base/cs-error.h"
#include "../../base/cs-limits.h"
#include "../cs-zip.h"
#include "cs-docx-package.h"
#include "cs-docx-xml.h"

#define TYPES_NAME "[Content_Types].xml"
#define MAX_RELATIONS 100000 /* of one part */

static void
part_free (gpointer data)
{
  CsDocxPart *part = data;

  g_free (part->name);
  g_bytes_unref (part->bytes);
  g_free (part);
}

static void
relation_free (gpointer data)
{
  CsDocxRelation *relation = data;

  g_free (relation->id);
  g_free (relation->type);
  g_free (relation->type_uri);
  g_free (relation->target);
  g_free (relation);
}

void
cs_docx_package_free (CsDocxPackage *package)
{
  g_ptr_array_unref (package->parts);
  g_hash_table_unref (package->by_name);
  g_hash_table_unref (package->types);
  g_hash_table_unref (package->relations);
  g_hash_table_unref (package->by_id);
  g_free (package);
}

static CsDocxPackage *
package_new_empty (void)
{
  CsDocxPackage *package = g_new0 (CsDocxPackage, 1);

  package->parts = g_ptr_array_new_with_free_func (part_free);
  package->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  package->types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  package->relations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                              (GDestroyNotify)g_ptr_array_unref);
  package->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return package;
}

static gboolean
add_part (gpointer data, const char *name, GBytes *bytes, GError **error)
{
  CsDocxPackage *package = data;
  g_autofree char *key = g_ascii_strdown (name, -1);
  CsDocxPart *part;

  if (g_hash_table_contains (package->by_name, key))
    {
      cs_error_set (error, CS_ERROR_HOSTILE, 0, _ ("entry \"%s\" is in the package twice"), name);
      return FALSE;
    }

  part = g_new0 (CsDocxPart, 1);
  part->name = g_strdup (name);
  part->bytes = g_bytes_ref (bytes);
  g_ptr_array_add (package->parts, part);
  g_hash_table_insert (package->by_name, g_steal_pointer (&key), part);

  return TRUE;
}

const CsDocxPart *
cs_docx_package_get_part (const CsDocxPackage *package, const char *name)
{
  g_autofree char *key = g_ascii_strdown (name, -1);

  return g_hash_table_lookup (package->by_name, key);
}

/* --- content types --- */

static void
add_type (CsDocxPackage *package, const xmlNode *node)
{
  const char *name = cs_docx_get (node, CS_DOCX_NONE, "PartName");
  const char *extension = cs_docx_get (node, CS_DOCX_NONE, "Extension");
  const char *type = cs_docx_get (node, CS_DOCX_NONE, "ContentType");
  const char *key = cs_docx_is (node, CS_DOCX_TYPE, "Override") ? name : extension;

  if (key != NULL && type != NULL)
    g_hash_table_insert (package->types, g_ascii_strdown (key, -1), g_strdup (type));
}

static gboolean
read_types (CsDocxPackage *package, GError **error)
{
  const CsDocxPart *part = cs_docx_package_get_part (package, TYPES_NAME);
  xmlDoc *tree;

  if (part == NULL)
    {
      cs_error_set (error, CS_ERROR_SYNTAX, 0, _ ("the package has no \"%s\""), TYPES_NAME);
      return FALSE;
    }

  tree = cs_docx_xml_parse (part->name, part->bytes, error);
  if (tree == NULL)
    return FALSE;
  for (xmlNode *node = xmlDocGetRootElement (tree)->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      add_type (package, node);
  xmlFreeDoc (tree);

  return TRUE;
}

const char *
cs_docx_package_get_type (const CsDocxPackage *package, const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);
  g_autofree char *key = g_strconcat ("/", lower, NULL);
  const char *dot = strrchr (lower, '.');
  const char *type = g_hash_table_lookup (package->types, key);

  if (type == NULL && dot != NULL)
    type = g_hash_table_lookup (package->types, dot + 1);

  return type == NULL ? "" : type;
}

/* --- relations --- */

/* Relations are asked for by part and identity. */
static char *
dup_relation_key (const char *name, const char *id)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_strconcat (lower, "\n", id, NULL);
}

/* The part that @target, written in the part @source, leads to; %NULL when it leads out. */
static char *
resolve (const char *source, const char *target)
{
  g_autofree char *plain = g_uri_unescape_string (target, NULL);
  g_autofree char *folder = g_path_get_dirname (source);
  g_autoptr (GPtrArray) path = g_ptr_array_new ();
  g_autofree char *full = NULL;
  g_auto (GStrv) steps = NULL;

  if (plain == NULL || strpbrk (plain, "\\:") != NULL || !g_utf8_validate (plain, -1, NULL))
    return NULL;

  plain[strcspn (plain, "#?")] = '\0';
  full = g_strconcat (*plain == '/' || strcmp (folder, ".") == 0 ? "" : folder, "/", plain, NULL);
  steps = g_strsplit (full, "/", -1);
  for (guint i = 0; steps[i] != NULL; i++)
    {
      if (strcmp (steps[i], "..") == 0 && path->len == 0)
        return NULL;
      if (strcmp (steps[i], "..") == 0)
        g_ptr_array_set_size (path, path->len - 1);
      else if (*steps[i] != '\0' && strcmp (steps[i], ".") != 0)
        g_ptr_array_add (path, steps[i]);
    }
  g_ptr_array_add (path, NULL);

  return g_strjoinv ("/", (char **)path->pdata);
}

static gboolean
add_relation (CsDocxPackage *package,
              GPtrArray *relations,
              const char *source,
              const xmlNode *node,
              GError **error)
{
  const char *id = cs_docx_get (node, CS_DOCX_NONE, "Id");
  const char *type = cs_docx_get (node, CS_DOCX_NONE, "Type");
  const char *target = cs_docx_get (node, CS_DOCX_NONE, "Target");
  const char *mode = cs_docx_get (node, CS_DOCX_NONE, "TargetMode");
  CsDocxRelation *relation;
  char *resolved;

  if (id == NULL || type == NULL || target == NULL)
    return TRUE;

  resolved = g_strcmp0 (mode, "External") == 0 ? g_strdup (target) : resolve (source, target);
  if (resolved == NULL)
    {
      cs_error_set (error, CS_ERROR_HOSTILE, 0,
                    _ ("a relation of \"%s\" leads out of the package: \"%s\""),
                    *source == '\0' ? TYPES_NAME : source, target);
      return FALSE;
    }

  relation = g_new0 (CsDocxRelation, 1);
  relation->id = g_strdup (id);
  relation->type_uri = g_strdup (type);
  relation->type = g_path_get_basename (type);
  relation->target = resolved;
  relation->is_external = g_strcmp0 (mode, "External") == 0;
  g_ptr_array_add (relations, relation);
  g_hash_table_insert (package->by_id, dup_relation_key (source, id), relation);

  return TRUE;
}

/* "word/_rels/document.xml.rels" tells the relations of "word/document.xml"; %NULL for a part of
 * another name. */
static char *
dup_source (const char *name)
{
  g_autofree char *folder = g_path_get_dirname (name);
  g_autofree char *base = g_path_get_basename (name);

  if (!g_str_has_suffix (base, ".rels") || !g_str_has_suffix (folder, "_rels") ||
      (strlen (folder) > 5 && folder[strlen (folder) - 6] != '/'))
    return NULL;

  base[strlen (base) - strlen (".rels")] = '\0';
  folder[strlen (folder) - strlen ("_rels")] = '\0';

  return g_strconcat (folder, base, NULL);
}

static gboolean
read_relations (CsDocxPackage *package, const CsDocxPart *part, GError **error)
{
  g_autofree char *source = dup_source (part->name);
  g_autoptr (GPtrArray) relations = g_ptr_array_new_with_free_func (relation_free);
  gboolean is_good = TRUE;
  xmlDoc *tree;

  if (source == NULL)
    return TRUE;

  tree = cs_docx_xml_parse (part->name, part->bytes, error);
  if (tree == NULL)
    return FALSE;
  for (xmlNode *node = xmlDocGetRootElement (tree)->children; node != NULL && is_good;
       node = node->next)
    if (cs_docx_is (node, CS_DOCX_REL, "Relationship") && relations->len < MAX_RELATIONS)
      is_good = add_relation (package, relations, source, node, error);
  xmlFreeDoc (tree);
  if (is_good)
    g_hash_table_insert (package->relations, g_ascii_strdown (source, -1),
                         g_steal_pointer (&relations));

  return is_good;
}

const GPtrArray *
cs_docx_package_get_relations (const CsDocxPackage *package, const char *name)
{
  g_autofree char *key = g_ascii_strdown (name, -1);

  return g_hash_table_lookup (package->relations, key);
}

const CsDocxRelation *
cs_docx_package_find_relation (const CsDocxPackage *package, const char *name, const char *id)
{
  g_autofree char *key = dup_relation_key (name, id);

  return g_hash_table_lookup (package->by_id, key);
}

const CsDocxPart *
cs_docx_package_get_target (const CsDocxPackage *package, const CsDocxRelation *relation)
{
  if (relation == NULL || relation->is_external)
    return NULL;

  return cs_docx_package_get_part (package, relation->target);
}

const CsDocxPart *
cs_docx_package_find_related (const CsDocxPackage *package, const char *name, const char *type)
{
  const GPtrArray *relations = cs_docx_package_get_relations (package, name);

  for (guint i = 0; relations != NULL && i < relations->len; i++)
    {
      const CsDocxRelation *relation = g_ptr_array_index (relations, i);

      if (!relation->is_external && strcmp (relation->type, type) == 0)
        return cs_docx_package_get_part (package, relation->target);
    }

  return NULL;
}

/* --- opening --- */

static const char *
name_of_other (const char *type)
{
  if (strstr (type, "spreadsheet") != NULL || strstr (type, "excel") != NULL)
    return _ ("a workbook (XLSX)");
  if (strstr (type, "presentation") != NULL || strstr (type, "powerpoint") != NULL)
    return _ ("a presentation (PPTX)");

  return _ ("an Office file other than a Word document");
}

static gboolean
find_main (CsDocxPackage *package, GError **error)
{
  const CsDocxPart *part = cs_docx_package_find_related (package, "", "officeDocument");
  const char *type;

  if (part == NULL)
    {
      cs_error_set (error, CS_ERROR_SYNTAX, 0, _ ("the package does not tell where its text is"));
      return FALSE;
    }

  type = cs_docx_package_get_type (package, part->name);
  if (strstr (type, "wordprocessingml") == NULL && strstr (type, "ms-word") == NULL)
    {
      cs_error_set (error, CS_ERROR_UNSUPPORTED, 0, _ ("is %s, which this version does not read"),
                    name_of_other (type));
      return FALSE;
    }

  package->main = part->name;
  return TRUE;
}

CsDocxPackage *
cs_docx_package_new (GBytes *bytes, GError **error)
{
  g_autoptr (CsDocxPackage) package = package_new_empty ();
  guint64 unpacked = 0;
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  if (!cs_zip_read (data, n_bytes, &unpacked, add_part, package, error) ||
      !read_types (package, error))
    return NULL;
  for (guint i = 0; i < package->parts->len; i++)
    if (!read_relations (package, g_ptr_array_index (package->parts, i), error))
      return NULL;
  if (!find_main (package, error))
    return NULL;

  return g_steal_pointer (&package);
}
