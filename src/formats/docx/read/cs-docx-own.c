/* What this program left in a file that it wrote, besides the words. */

#include <string.h>

#include "../../cs-image.h"
#include "../cs-docx-marks.h"
#include "cs-docx-reader.h"

static const char *const kind_names[CS_N_OBJECT_KINDS] = CS_DOCX_KIND_NAMES;

/* The kind of object that the content control @node stands for; a drawing is a picture. */
static gboolean
read_kind (const xmlNode *node, CsObjectKind *kind)
{
  const char *tag = cs_docx_get_val (cs_docx_child (node, "sdtPr"), "tag");

  if (tag == NULL || !g_str_has_prefix (tag, CS_DOCX_MARK_OBJECT))
    return FALSE;

  tag += strlen (CS_DOCX_MARK_OBJECT);
  *kind = CS_OBJECT_IMAGE;
  for (guint i = 0; i < CS_N_OBJECT_KINDS; i++)
    if (strcmp (tag, kind_names[i]) == 0)
      *kind = i;

  return TRUE;
}

/* "[formula a.tif]": the name; %NULL when there is none, or when somebody wrote over it. */
static char *
dup_name (const char *words)
{
  const char *blank = strchr (words, ' ');
  gsize n_bytes = strlen (words);
  g_autofree char *name = NULL;

  if (*words != '[' || blank == NULL || words[n_bytes - 1] != ']')
    return NULL;

  name = g_strndup (blank + 1, words + n_bytes - 1 - (blank + 1));

  return cs_image_is_base_name (name) ? g_steal_pointer (&name) : NULL;
}

/* Whether the words of a placeholder are still ours: else somebody wrote text there. */
static gboolean
is_untouched (const char *words)
{
  gsize n_bytes = strlen (words);

  return n_bytes > 2 && *words == '[' && strchr (words, ']') == words + n_bytes - 1;
}

gboolean
cs_docx_read_placeholder (CsDocxReader *reader, xmlNode *node)
{
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;
  CsInlineObject object = { 0 };

  if (!cs_docx_is_w (node, "sdt") || !read_kind (node, &object.kind))
    return FALSE;

  words = cs_docx_dup_words (node);
  if (!is_untouched (words))
    return FALSE;

  name = dup_name (words);
  object.preview = name;
  cs_docx_line_append_object (reader->line, &object, node);

  return TRUE;
}

gboolean
cs_docx_is_placeholder (const CsInlineObject *object)
{
  return object->kind == CS_OBJECT_IMAGE && object->payload == NULL;
}

gboolean
cs_docx_read_unit_mark (CsDocxReader *reader, const xmlNode *node)
{
  const char *name = cs_docx_get (node, CS_DOCX_W, "name");

  if (cs_docx_is_w (node, "bookmarkEnd"))
    reader->in_unit = FALSE;
  else if (!cs_docx_is_w (node, "bookmarkStart"))
    return FALSE;
  else if (name != NULL && g_str_has_prefix (name, CS_DOCX_MARK_UNIT))
    reader->in_unit = TRUE;

  return TRUE;
}

gboolean
cs_docx_goes_on (const CsDocxReader *reader, const xmlNode *node)
{
  const xmlNode *next = node->next;

  while (next != NULL && next->type != XML_ELEMENT_NODE)
    next = next->next;

  return reader->in_unit && next != NULL &&
         cs_docx_is_w (next, cs_docx_is_w (node, "tbl") ? "p" : "tbl");
}

void
cs_docx_open_own_book (CsDocxReader *reader, const char *style)
{
  if (g_strcmp0 (style, CS_DOCX_STYLE_TITLE) == 0 &&
      cs_books_get_open (reader->books) == CS_HEADING_NONE)
    cs_books_open (reader->books, CS_HEADING_DESCRIPTION);
}
