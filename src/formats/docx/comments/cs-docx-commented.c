#include <stdlib.h>
#include <string.h>

#include "../../cs-zip-writer.h"
#include "../cs-docx-private.h"
#include "../cs-docx-xml.h"
#include "cs-docx-anchors.h"
#include "cs-docx-comment-part.h"

/* The same file with comments in it. The file is opened once more: its tree is changed, and the
 * places of its text are needed in the tree that is changed. */

#define COMMENTS_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
#define TYPES_NAME "[Content_Types].xml"

/* --- where a comment goes --- */

/* A remark on a part as a whole, or on what is nowhere in the file, is no reason to mark pages. */
static gboolean
find_nearest (const CsDocx *docx, const CsSpan *span, CsDocxAnchor *mark)
{
  CsSpan first = { span->part, 0, 0, 0 };

  if (cs_draft_get_n_units (docx->draft, span->part) == 0)
    return FALSE;

  return cs_docx_places_find (docx->places, docx->draft, &first, &mark->start, &mark->end);
}

/* Returns: whether the words themselves are marked */
static gboolean
find_words (const CsDocx *docx, const CsSpan *span, CsDocxAnchor *mark)
{
  CsSpan whole = { span->part, span->index, 0, 0 };

  if (span->index < cs_draft_get_n_units (docx->draft, span->part))
    {
      if (cs_docx_places_find (docx->places, docx->draft, span, &mark->start, &mark->end))
        return TRUE;
      if (cs_docx_places_find (docx->places, docx->draft, &whole, &mark->start, &mark->end))
        return FALSE;
    }
  if (!find_nearest (docx, span, mark))
    mark->start.node = NULL;

  return FALSE;
}

static guint
add_comments (CsDocx *docx,
              CsDocxCommentPart *part,
              const CsDocxComment *comments,
              guint n_comments)
{
  g_autofree CsDocxAnchor *marks = g_new0 (CsDocxAnchor, n_comments);
  guint n_placed = 0;

  for (guint i = 0; i < n_comments; i++)
    {
      marks[i].id = cs_docx_comment_part_add (part, &comments[i]);
      n_placed += find_words (docx, &comments[i].span, &marks[i]);
    }
  cs_docx_anchors_add (docx->document, marks, n_comments, part->reference_style);

  return n_placed;
}

/* --- the package --- */

/* Gives @name the content type of comments. Returns: (transfer full): the part, or %NULL */
static GBytes *
dup_types (const CsDocxPackage *package, const char *name, GError **error)
{
  const CsDocxPart *source = cs_docx_package_get_part (package, TYPES_NAME);
  g_autofree char *part_name = g_strconcat ("/", name, NULL);
  xmlDoc *tree = cs_docx_xml_parse (source->name, source->bytes, error);
  xmlNode *root;
  xmlNode *override;
  GBytes *bytes;

  if (tree == NULL)
    return NULL;

  root = xmlDocGetRootElement (tree);
  override = xmlNewChild (root, root->ns, BAD_CAST "Override", NULL);
  xmlNewProp (override, BAD_CAST "PartName", BAD_CAST part_name);
  xmlNewProp (override, BAD_CAST "ContentType", BAD_CAST COMMENTS_TYPE);
  bytes = cs_docx_dup_xml (tree);
  xmlFreeDoc (tree);

  return bytes;
}

/* @name as the package spells it, where it has such a part. */
static char *
dup_spelling (const CsDocxPackage *package, const char *name)
{
  const CsDocxPart *part = cs_docx_package_get_part (package, name);

  return g_strdup (part == NULL ? name : part->name);
}

/* "word/document.xml" -> "word/_rels/document.xml.rels" */
static char *
dup_relations_name (const CsDocxPackage *package)
{
  const char *slash = strrchr (package->main, '/');
  const char *base = slash == NULL ? package->main : slash + 1;
  g_autofree char *name =
      g_strdup_printf ("%.*s_rels/%s.rels", (int)(base - package->main), package->main, base);

  return dup_spelling (package, name);
}

static char *
dup_relation_id (const CsDocxPackage *package)
{
  char *id = g_strdup ("rId1");

  for (guint i = 2; cs_docx_package_find_relation (package, package->main, id) != NULL; i++)
    {
      g_free (id);
      id = g_strdup_printf ("rId%u", i);
    }

  return id;
}

/* Word asks for the relation by its full name, of which strict files have another one. */
static const char *
get_relation_type (xmlDoc *document)
{
  const char *space = (const char *)cs_docx_get_word_space (document)->href;

  if (g_str_has_prefix (space, "http://purl.oclc.org/"))
    return "http://purl.oclc.org/ooxml/officeDocument/relationships/comments";

  return "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
}

static xmlDoc *
open_relations (const CsDocxPackage *package, const char *name, GError **error)
{
  const CsDocxPart *source = cs_docx_package_get_part (package, name);
  xmlDoc *tree;
  xmlNode *root;

  if (source != NULL)
    return cs_docx_xml_parse (source->name, source->bytes, error);

  tree = xmlNewDoc (BAD_CAST "1.0");
  root = xmlNewDocNode (tree, NULL, BAD_CAST "Relationships", NULL);
  xmlSetNs (root,
            xmlNewNs (root, BAD_CAST cs_docx_space_get_uri (CS_DOCX_REL), NULL));
  xmlDocSetRootElement (tree, root);

  return tree;
}

/* Lets the main part know of its comments. Returns: (transfer full): the relations, or %NULL */
static GBytes *
dup_relations (const CsDocx *docx, const char *name, const char *target, GError **error)
{
  g_autofree char *id = dup_relation_id (docx->package);
  g_autofree char *base = g_path_get_basename (target);
  xmlDoc *tree = open_relations (docx->package, name, error);
  xmlNode *root;
  xmlNode *relation;
  GBytes *bytes;

  if (tree == NULL)
    return NULL;

  root = xmlDocGetRootElement (tree);
  relation = xmlNewChild (root, root->ns, BAD_CAST "Relationship", NULL);
  xmlNewProp (relation, BAD_CAST "Id", BAD_CAST id);
  xmlNewProp (relation, BAD_CAST "Type", BAD_CAST get_relation_type (docx->document));
  xmlNewProp (relation, BAD_CAST "Target", BAD_CAST base);
  bytes = cs_docx_dup_xml (tree);
  xmlFreeDoc (tree);

  return bytes;
}

/* What changes in the package: name -> content. */
static GHashTable *
collect_changes (const CsDocx *docx, CsDocxCommentPart *part, GError **error)
{
  g_autoptr (GHashTable) changes = g_hash_table_ref (part->companions);
  GBytes *types;
  GBytes *relations;
  char *name;

  g_hash_table_insert (changes, g_strdup (docx->package->main), cs_docx_dup_xml (docx->document));
  g_hash_table_insert (changes, g_strdup (part->name), cs_docx_dup_xml (part->tree));
  if (!part->is_new)
    return g_steal_pointer (&changes);

  types = dup_types (docx->package, part->name, error);
  if (types == NULL)
    return NULL;
  g_hash_table_insert (changes, dup_spelling (docx->package, TYPES_NAME), types);
  name = dup_relations_name (docx->package);
  relations = dup_relations (docx, name, part->name, error);
  if (relations == NULL)
    {
      g_free (name);
      return NULL;
    }
  g_hash_table_insert (changes, name, relations);

  return g_steal_pointer (&changes);
}

static void
write_entry (CsZipWriter *zip, const char *name, GBytes *bytes)
{
  gsize n_bytes;
  const void *data = g_bytes_get_data (bytes, &n_bytes);

  cs_zip_writer_add (zip, name, data, n_bytes, FALSE);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const char *const *left = a;
  const char *const *right = b;

  return strcmp (*left, *right);
}

/* The parts in their order, changed or as they were; then the new ones. */
static GBytes *
write_package (const CsDocxPackage *package, GHashTable *changes, GError **error)
{
  CsZipWriter *zip = cs_zip_writer_new ();
  guint n_changes;
  g_autofree const char **changed =
      (const char **)g_hash_table_get_keys_as_array (changes, &n_changes);

  for (guint i = 0; i < package->parts->len; i++)
    {
      const CsDocxPart *part = package->parts->pdata[i];
      GBytes *bytes = g_hash_table_lookup (changes, part->name);

      write_entry (zip, part->name, bytes == NULL ? part->bytes : bytes);
    }
  qsort (changed, n_changes, sizeof (char *), compare_names);
  for (guint i = 0; i < n_changes; i++)
    if (cs_docx_package_get_part (package, changed[i]) == NULL)
      write_entry (zip, changed[i], g_hash_table_lookup (changes, changed[i]));

  return cs_zip_writer_end (zip, error);
}

GBytes *
cs_docx_dup_commented (CsDocx *docx,
                       const CsDocxComment *comments,
                       guint n_comments,
                       guint *n_placed,
                       GError **error)
{
  g_autoptr (CsDocx) copy = cs_docx_open (docx->bytes, error);
  g_autoptr (CsDraft) draft = copy == NULL ? NULL : cs_docx_read (copy, "", error);
  g_autoptr (CsDocxCommentPart) part = NULL;
  g_autoptr (GHashTable) changes = NULL;
  guint n_found;

  if (draft == NULL)
    return NULL;
  part = cs_docx_comment_part_new (copy->package, copy->document, CS_DOCX_AUTHOR, error);
  if (part == NULL)
    return NULL;

  n_found = add_comments (copy, part, comments, n_comments);
  changes = collect_changes (copy, part, error);
  if (changes == NULL)
    return NULL;
  if (n_placed != NULL)
    *n_placed = n_found;

  return write_package (copy->package, changes, error);
}
