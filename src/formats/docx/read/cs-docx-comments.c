#include <string.h>

#include "../cs-docx-xml.h"
#include "../cs-docx.h"
#include "cs-docx-comments.h"
#include "cs-docx-payload.h"

void
cs_docx_remark_free (gpointer data)
{
  CsDocxRemark *remark = data;

  g_free (remark->words);
  g_free (remark);
}

static void
append_words (GString *words, const xmlNode *node)
{
  const xmlNode *text = node->children;

  if (cs_docx_is_w (node, "t"))
    for (; text != NULL; text = text->next)
      g_string_append (words, text->content == NULL ? "" : (const char *)text->content);
  else if (words->len > 0 && words->str[words->len - 1] != ' ' &&
           (cs_docx_is_w (node, "p") || cs_docx_is_w (node, "tab") || cs_docx_is_w (node, "br")))
    g_string_append_c (words, ' ');
}

/* What is dropped from text, such as deletions, and the second of two alternatives are no words. */
static gboolean
has_words (const xmlNode *node)
{
  return !cs_docx_is (node, CS_DOCX_MC, "Fallback") && !cs_docx_payload_is_dropped (node);
}

char *
cs_docx_dup_words (const xmlNode *node)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean inside = TRUE;

  append_words (words, node);
  for (const xmlNode *at = cs_docx_next (node, node, TRUE); at != NULL;
       at = cs_docx_next (at, node, inside))
    {
      inside = has_words (at);
      if (inside)
        append_words (words, at);
    }

  return g_strstrip (g_string_free (g_steal_pointer (&words), FALSE));
}

static void
add_comment (GHashTable *comments, const xmlNode *node)
{
  const char *id = cs_docx_get (node, CS_DOCX_W, "id");
  const char *author = cs_docx_get (node, CS_DOCX_W, "author");
  g_autofree char *words = NULL;
  CsDocxRemark *remark;

  if (id == NULL || g_strcmp0 (author, CS_DOCX_AUTHOR) == 0)
    return;

  words = cs_docx_dup_words (node);
  remark = g_new0 (CsDocxRemark, 1);
  remark->words = g_strdup_printf ("%s: %s", author == NULL ? "?" : author, words);
  g_hash_table_insert (comments, g_strdup (id), remark);
}

GHashTable *
cs_docx_comments_read (const CsDocxPackage *package, GError **error)
{
  const CsDocxPart *part = cs_docx_package_find_related (package, package->main, "comments");
  g_autoptr (GHashTable) comments =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, cs_docx_remark_free);
  xmlDoc *tree;

  if (part == NULL)
    return g_steal_pointer (&comments);

  tree = cs_docx_xml_parse (part->name, part->bytes, error);
  if (tree == NULL)
    return NULL;
  for (xmlNode *node = xmlDocGetRootElement (tree)->children; node != NULL; node = node->next)
    if (cs_docx_is_w (node, "comment"))
      add_comment (comments, node);
  xmlFreeDoc (tree);

  return g_steal_pointer (&comments);
}
