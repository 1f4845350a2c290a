#include "cs-docx-comment-part.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../../base/cs-error.h"
#include "../cs-docx-xml.h"
#include "cs-docx-anchors.h"

#define MAX_ID (G_MAXINT32 - 1000000) /* what a file may say of itself; Word reads 32 bits */

void
cs_docx_comment_part_free (CsDocxCommentPart *part)
{
  g_free (part->name);
  g_clear_pointer (&part->tree, xmlFreeDoc);
  g_hash_table_unref (part->removed);
  g_hash_table_unref (part->companions);
  g_free (part->text_style);
  g_free (part->reference_style);
  g_free (part);
}

const xmlNs *
cs_docx_get_word_space (xmlDoc *document)
{
  return cs_docx_child (xmlDocGetRootElement (document), "body")->ns;
}

GBytes *
cs_docx_dup_xml (xmlDoc *tree)
{
  xmlChar *bytes = NULL;
  int n_bytes = 0;

  xmlDocDumpMemoryEnc (tree, &bytes, &n_bytes, "UTF-8");

  return g_bytes_new_with_free_func (bytes, n_bytes, xmlFree, bytes);
}

/* --- attributes whose namespaces changed from version to version of Word --- */

static xmlAttr *
find_attribute (const xmlNode *node, const char *name)
{
  for (xmlAttr *at = node->properties; at != NULL; at = at->next)
    if (strcmp ((const char *)at->name, name) == 0)
      return at;

  return NULL;
}

/* Returns: (transfer full) (nullable) */
static char *
dup_attribute (const xmlNode *node, const char *name)
{
  xmlAttr *attribute = find_attribute (node, name);
  xmlChar *value = attribute == NULL ? NULL : xmlNodeGetContent ((xmlNode *)attribute);
  char *copy = g_strdup ((const char *)value);

  xmlFree (value);

  return copy;
}

static gboolean
has_attribute_in (const xmlNode *node, const char *name, GHashTable *set)
{
  g_autofree char *value = dup_attribute (node, name);

  return value != NULL && g_hash_table_contains (set, value);
}

/* --- comments of an earlier run --- */

/* Word knows a comment by the identity of its last paragraph. */
static void
note_paragraphs (const xmlNode *comment, GHashTable *paragraphs)
{
  for (xmlNode *at = cs_docx_next (comment, comment, TRUE); at != NULL;
       at = cs_docx_next (at, comment, TRUE))
    {
      char *id = cs_docx_is_w (at, "p") ? dup_attribute (at, "paraId") : NULL;

      if (id != NULL)
        g_hash_table_add (paragraphs, id);
    }
}

static void
remove_comments (CsDocxCommentPart *part, const char *author, GHashTable *paragraphs)
{
  xmlNode *next;

  for (xmlNode *at = xmlFirstElementChild (xmlDocGetRootElement (part->tree)); at != NULL;
       at = next)
    {
      const char *id = cs_docx_get (at, CS_DOCX_W, "id");

      next = xmlNextElementSibling (at);
      if (id == NULL || !cs_docx_is_w (at, "comment") ||
          g_strcmp0 (cs_docx_get (at, CS_DOCX_W, "author"), author) != 0)
        continue;
      g_hash_table_add (part->removed, g_strdup (id));
      note_paragraphs (at, paragraphs);
      xmlUnlinkNode (at);
      xmlFreeNode (at);
    }
}

/* Drops the entries of @root whose @key is in @gone. @also: (nullable): collects what they say in
 * @other. An answer to one of them stands by itself from now on. Returns: whether there were any */
static gboolean
drop_entries (xmlNode *root, const char *key, GHashTable *gone, const char *other, GHashTable *also)
{
  gboolean changed = FALSE;
  xmlNode *next;

  for (xmlNode *at = xmlFirstElementChild (root); at != NULL; at = next)
    {
      char *value = other == NULL ? NULL : dup_attribute (at, other);

      next = xmlNextElementSibling (at);
      if (has_attribute_in (at, "paraIdParent", gone))
        {
          xmlRemoveProp (find_attribute (at, "paraIdParent"));
          changed = TRUE;
        }
      if (!has_attribute_in (at, key, gone))
        {
          g_free (value);
          continue;
        }
      if (value != NULL)
        g_hash_table_add (also, value);
      xmlUnlinkNode (at);
      xmlFreeNode (at);
      changed = TRUE;
    }

  return changed;
}

/* A part beside the comments, with one entry for each. */
typedef struct
{
  const char *relation;
  const char *key;
  const char *other;
} Companion;

static gboolean
change_companion (CsDocxCommentPart *part,
                  const CsDocxPart *source,
                  const Companion *companion,
                  GHashTable *gone,
                  GError **error)
{
  xmlDoc *tree = cs_docx_xml_parse (source->name, source->bytes, error);

  if (tree == NULL)
    return FALSE;

  if (drop_entries (xmlDocGetRootElement (tree), companion->key, gone, companion->other, gone))
    g_hash_table_insert (part->companions, g_strdup (source->name), cs_docx_dup_xml (tree));
  xmlFreeDoc (tree);

  return TRUE;
}

static gboolean
change_companions (CsDocxCommentPart *part,
                   const CsDocxPackage *package,
                   GHashTable *paragraphs,
                   GError **error)
{
  /* In this order: the second tells the identities that the third goes by. */
  static const Companion companions[] = { { "commentsExtended", "paraId", NULL },
                                          { "commentsIds", "paraId", "durableId" },
                                          { "commentsExtensible", "durableId", NULL } };

  if (g_hash_table_size (paragraphs) == 0)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      const CsDocxPart *source =
          cs_docx_package_find_related (package, package->main, companions[i].relation);

      if (source != NULL && !change_companion (part, source, &companions[i], paragraphs, error))
        return FALSE;
    }

  return TRUE;
}

/* --- their marks in the text --- */

static gboolean
is_mark (const xmlNode *node)
{
  return cs_docx_is_w (node, "commentRangeStart") || cs_docx_is_w (node, "commentRangeEnd") ||
         cs_docx_is_w (node, "commentReference");
}

static void
remove_mark (xmlNode *mark)
{
  xmlNode *run = mark->parent;

  xmlUnlinkNode (mark);
  xmlFreeNode (mark);
  if (!cs_docx_is_w (run, "r") || xmlLastElementChild (run) != cs_docx_child (run, "rPr"))
    return;

  xmlUnlinkNode (run);
  xmlFreeNode (run);
}

static void
remove_marks (xmlDoc *document, GHashTable *ids)
{
  xmlNode *root = xmlDocGetRootElement (document);
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();

  for (xmlNode *at = root; at != NULL; at = cs_docx_next (at, root, TRUE))
    {
      const char *id = is_mark (at) ? cs_docx_get (at, CS_DOCX_W, "id") : NULL;

      if (id != NULL && g_hash_table_contains (ids, id))
        g_ptr_array_add (marks, at);
    }
  for (guint i = 0; i < marks->len; i++)
    remove_mark (marks->pdata[i]);
}

/* --- the part --- */

/* A name beside the main part that no part has. */
static char *
dup_new_name (const CsDocxPackage *package)
{
  g_autofree char *folder = g_path_get_dirname (package->main);
  const char *head = strcmp (folder, ".") == 0 ? "" : folder;
  const char *slash = strcmp (folder, ".") == 0 ? "" : "/";
  char *name = g_strconcat (head, slash, "comments.xml", NULL);

  for (guint i = 2; cs_docx_package_get_part (package, name) != NULL; i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s%scomments%u.xml", head, slash, i);
    }

  return name;
}

/* In the namespace of the main part: a strict file stays strict. */
static xmlDoc *
new_tree (xmlDoc *document)
{
  xmlDoc *tree = xmlNewDoc (BAD_CAST "1.0");
  xmlNode *root = xmlNewDocNode (tree, NULL, BAD_CAST "comments", NULL);
  const xmlNs *space = cs_docx_get_word_space (document);

  tree->standalone = 1;
  xmlSetNs (root, xmlNewNs (root, space->href, BAD_CAST "w"));
  xmlDocSetRootElement (tree, root);

  return tree;
}

static xmlDoc *
open_tree (const CsDocxPart *source, GError **error)
{
  xmlDoc *tree = cs_docx_xml_parse (source->name, source->bytes, error);

  if (tree == NULL || cs_docx_is_w (xmlDocGetRootElement (tree), "comments"))
    return tree;

  cs_error_set (error, CS_ERROR_SYNTAX, 0, _ ("\"%s\" holds no comments"), source->name);
  xmlFreeDoc (tree);

  return NULL;
}

static void
look_at_id (guint *next_id, const xmlNode *node)
{
  int id = cs_docx_get_number (cs_docx_get (node, CS_DOCX_W, "id"), -1);

  if (id >= 0 && id < MAX_ID && (guint)id >= *next_id)
    *next_id = id + 1;
}

/* Identities that are used, in the comments or by marks of comments that are lost. */
static guint
find_next_id (const CsDocxCommentPart *part, xmlDoc *document)
{
  xmlNode *root = xmlDocGetRootElement (document);
  guint next_id = 0;

  for (xmlNode *at = xmlFirstElementChild (xmlDocGetRootElement (part->tree)); at != NULL;
       at = xmlNextElementSibling (at))
    look_at_id (&next_id, at);
  for (xmlNode *at = root; at != NULL; at = cs_docx_next (at, root, TRUE))
    if (cs_docx_is_w (at, "commentReference") || cs_docx_is_w (at, "commentRangeStart"))
      look_at_id (&next_id, at);

  return next_id;
}

/* Returns: (transfer full) (nullable): identity of the style that Word calls @name */
static char *
dup_style (const xmlNode *styles, const char *name)
{
  for (xmlNode *at = xmlFirstElementChild ((xmlNode *)styles); at != NULL;
       at = xmlNextElementSibling (at))
    {
      const char *found = cs_docx_is_w (at, "style") ? cs_docx_get_val (at, "name") : NULL;

      if (found != NULL && g_ascii_strcasecmp (found, name) == 0)
        return g_strdup (cs_docx_get (at, CS_DOCX_W, "styleId"));
    }

  return NULL;
}

static void
find_styles (CsDocxCommentPart *part, const CsDocxPackage *package)
{
  const CsDocxPart *source = cs_docx_package_find_related (package, package->main, "styles");
  xmlDoc *tree = source == NULL ? NULL : cs_docx_xml_parse (source->name, source->bytes, NULL);

  if (tree == NULL)
    return;

  part->text_style = dup_style (xmlDocGetRootElement (tree), "annotation text");
  part->reference_style = dup_style (xmlDocGetRootElement (tree), "annotation reference");
  xmlFreeDoc (tree);
}

CsDocxCommentPart *
cs_docx_comment_part_new (const CsDocxPackage *package,
                          xmlDoc *document,
                          const char *author,
                          GError **error)
{
  const CsDocxPart *source =
      cs_docx_package_find_related (package, package->main, "comments");
  g_autoptr (CsDocxCommentPart) part = g_new0 (CsDocxCommentPart, 1);
  g_autoptr (GHashTable) paragraphs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  part->is_new = source == NULL;
  part->removed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  part->companions =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
  part->name = part->is_new ? dup_new_name (package) : g_strdup (source->name);
  part->tree = part->is_new ? new_tree (document) : open_tree (source, error);
  if (part->tree == NULL)
    return NULL;

  find_styles (part, package);
  remove_comments (part, author, paragraphs);
  remove_marks (document, part->removed);
  part->next_id = find_next_id (part, document);

  return change_companions (part, package, paragraphs, error) ? g_steal_pointer (&part) : NULL;
}

/* --- a new comment --- */

static xmlNode *
add_element (xmlNode *parent, const char *name)
{
  return xmlNewChild (parent, parent->ns, BAD_CAST name, NULL);
}

static void
set_attribute (xmlNode *node, const char *name, const char *value)
{
  xmlNewNsProp (node, cs_docx_get_prefixed (node), BAD_CAST name, BAD_CAST value);
}

/* Without a style of its own a comment would look like a paragraph of the application. */
static void
add_properties (const CsDocxCommentPart *part, xmlNode *paragraph)
{
  xmlNode *properties = add_element (paragraph, "pPr");
  xmlNode *spacing;
  xmlNode *indent;

  if (part->text_style != NULL)
    {
      set_attribute (add_element (properties, "pStyle"), "val", part->text_style);
      return;
    }

  spacing = add_element (properties, "spacing");
  set_attribute (spacing, "before", "0");
  set_attribute (spacing, "after", "0");
  set_attribute (spacing, "line", "240");
  set_attribute (spacing, "lineRule", "auto");
  indent = add_element (properties, "ind");
  set_attribute (indent, "left", "0");
  set_attribute (indent, "firstLineChars", "0");
  set_attribute (indent, "firstLine", "0");
  set_attribute (add_element (properties, "jc"), "val", "left");
}

static void
add_mark_of_origin (const CsDocxCommentPart *part, xmlNode *paragraph)
{
  xmlNode *run = add_element (paragraph, "r");

  if (part->reference_style != NULL)
    set_attribute (add_element (add_element (run, "rPr"), "rStyle"), "val", part->reference_style);
  add_element (run, "annotationRef");
}

static void
add_line (const CsDocxCommentPart *part, xmlNode *paragraph, const char *line)
{
  xmlNode *run = add_element (paragraph, "r");
  xmlNode *text;

  if (part->text_style == NULL)
    set_attribute (add_element (add_element (run, "rPr"), "sz"), "val", "18");
  text = add_element (run, "t");
  xmlNodeSetSpacePreserve (text, 1);
  xmlNodeAddContent (text, BAD_CAST line);
}

/* @text without what XML cannot hold. */
static char *
dup_for_xml (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *kept = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\n' || c == '\t' || (c >= ' ' && c != 0xfffe && c != 0xffff))
        g_string_append_unichar (kept, c);
    }

  return g_string_free (kept, FALSE);
}

static char *
dup_time (gint64 time_us)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (time_us / G_USEC_PER_SEC);

  return time == NULL ? NULL : g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}

guint
cs_docx_comment_part_add (CsDocxCommentPart *part, const CsDocxComment *comment)
{
  xmlNode *root = xmlDocGetRootElement (part->tree);
  xmlNode *node = add_element (root, "comment");
  g_autofree char *id = g_strdup_printf ("%u", part->next_id);
  g_autofree char *author = dup_for_xml (comment->author);
  g_autofree char *initials = dup_for_xml (comment->initials);
  g_autofree char *text = dup_for_xml (comment->text);
  g_autofree char *time = dup_time (comment->made_us);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  set_attribute (node, "id", id);
  set_attribute (node, "author", author);
  if (time != NULL)
    set_attribute (node, "date", time);
  set_attribute (node, "initials", initials);
  for (guint i = 0; i == 0 || lines[i] != NULL; i++)
    {
      xmlNode *paragraph = add_element (node, "p");

      add_properties (part, paragraph);
      if (i == 0)
        add_mark_of_origin (part, paragraph);
      if (lines[i] == NULL)
        break;
      add_line (part, paragraph, lines[i]);
    }

  return part->next_id++;
}
