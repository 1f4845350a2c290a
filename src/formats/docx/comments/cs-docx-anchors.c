#include "cs-docx-anchors.h"

#include <string.h>

#include "../cs-docx-xml.h"

/* First all runs are split where any comment begins or ends, then all marks are put in: a mark must
 * not find itself behind a piece that is cut off later. */

/* A piece of the text that was in one w:t. */
typedef struct
{
  xmlNode *node; /* w:t */
  gsize begin;   /* byte in the whole */
  gsize n_bytes;
} Piece;

typedef struct
{
  xmlDoc *document;
  GHashTable *pieces; /* w:t as it was -> GArray of Piece */
  GHashTable *behind; /* node -> the last mark that was put behind it */
  xmlNode *last;      /* mark at the beginning of the file */
  const char *style;
} Marker;

/* --- the tree --- */

static gboolean
is_one_of (const xmlNode *node, const char *const *names)
{
  for (; *names != NULL; names++)
    if (cs_docx_is_w (node, *names))
      return TRUE;

  return FALSE;
}

/* Whether runs stand in @node side by side. */
static gboolean
holds_runs (const xmlNode *node)
{
  static const char *const names[] = { "p", "hyperlink", "ins", "moveTo", "sdtContent",
                                       "smartTag", "fldSimple", "dir", "bdo", "customXml",
                                       NULL };

  return is_one_of (node, names);
}

/* What tells of its parent and must stay in front. */
static gboolean
is_properties (const xmlNode *node)
{
  static const char *const names[] = { "pPr", "rPr", "smartTagPr", "customXmlPr", NULL };

  return is_one_of (node, names);
}

/* The element in front of @node that is content of the same parent. */
static xmlNode *
get_content_before (const xmlNode *node)
{
  xmlNode *before = xmlPreviousElementSibling ((xmlNode *)node);

  return before == NULL || is_properties (before) ? NULL : before;
}

/* The paragraph that @node is in; itself when it is one. */
static xmlNode *
get_paragraph (xmlNode *node)
{
  while (node != NULL && !cs_docx_is_w (node, "p"))
    node = node->parent;

  return node;
}

xmlNs *
cs_docx_get_prefixed (xmlNode *node)
{
  xmlNs **all = node->ns->prefix == NULL ? xmlGetNsList (node->doc, node) : NULL;
  xmlNs *found = NULL;

  if (node->ns->prefix != NULL)
    return node->ns;

  for (guint i = 0; all != NULL && all[i] != NULL && found == NULL; i++)
    if (all[i]->prefix != NULL && xmlStrEqual (all[i]->href, node->ns->href))
      found = all[i];
  xmlFree (all);

  return found != NULL ? found : xmlNewNs (node, node->ns->href, BAD_CAST "w");
}

/* --- splitting --- */

static void
set_content (xmlNode *text, const char *content, gsize n_bytes)
{
  while (text->children != NULL)
    {
      xmlNode *child = text->children;

      xmlUnlinkNode (child);
      xmlFreeNode (child);
    }
  xmlNodeAddContentLen (text, BAD_CAST content, n_bytes);
  xmlNodeSetSpacePreserve (text, 1);
}

static gsize
count_white (const char *content, gsize n_bytes)
{
  gsize n = 0;

  while (n < n_bytes && g_ascii_isspace (content[n]))
    n++;

  return n;
}

/* Cuts a w:t in two. White space at the ends of one that does not preserve it is not shown, and
 * must not come to light by the cut. Returns: the second half */
static xmlNode *
cut_text (xmlNode *text, gsize at)
{
  gboolean preserved = xmlNodeGetSpacePreserve (text) == 1;
  xmlNode *half = xmlDocCopyNode (text, text->doc, 2);
  xmlChar *content = xmlNodeGetContent (text);
  const char *string = (const char *)content;
  gsize end = strlen (string);
  gsize start = preserved ? 0 : count_white (string, at);

  while (!preserved && end > at && g_ascii_isspace (string[end - 1]))
    end--;
  set_content (half, string + at, end - at);
  set_content (text, string + start, at - start);
  xmlAddNextSibling (text, half);
  xmlFree (content);

  return half;
}

/* The pieces of the w:t @text, which has not been asked for before, or was cut since. */
static GArray *
get_pieces (Marker *marker, xmlNode *text)
{
  GArray *pieces = g_hash_table_lookup (marker->pieces, text);
  xmlChar *content;
  Piece whole = { text, 0, 0 };

  if (pieces != NULL)
    return pieces;

  content = xmlNodeGetContent (text);
  whole.n_bytes = strlen ((const char *)content);
  xmlFree (content);
  pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_append_val (pieces, whole);
  g_hash_table_insert (marker->pieces, text, pieces);

  return pieces;
}

/* Cuts @text at @byte. Returns: the w:t that begins there, or with @behind the one that ends there
 */
static xmlNode *
cut (Marker *marker, xmlNode *text, gsize byte, gboolean behind)
{
  GArray *pieces = get_pieces (marker, text);
  guint i = 0;
  Piece *piece;
  Piece half;

  while (i + 1 < pieces->len && g_array_index (pieces, Piece, i + 1).begin <= byte)
    i++;
  piece = &g_array_index (pieces, Piece, i);
  if (byte <= piece->begin)
    return behind && i > 0 ? g_array_index (pieces, Piece, i - 1).node : piece->node;
  if (byte >= piece->begin + piece->n_bytes || xmlFirstElementChild (piece->node) != NULL)
    return piece->node; /* what has elements in it is no text of Word's, and stays whole */

  half = (Piece){ cut_text (piece->node, byte - piece->begin), byte,
                  piece->begin + piece->n_bytes - byte };
  piece->n_bytes = byte - piece->begin;
  g_array_insert_val (pieces, i + 1, half);

  return g_array_index (pieces, Piece, behind ? i : i + 1).node;
}

/* Splits the run that @child is in, so that @child is the first of a run. Returns: that run */
static xmlNode *
split_run (xmlNode *child)
{
  xmlNode *run = child->parent;
  xmlNode *properties = cs_docx_child (run, "rPr");
  xmlNode *half;

  if (get_content_before (child) == NULL)
    return run;

  half = xmlDocCopyNode (run, run->doc, 2);
  if (properties != NULL)
    xmlAddChild (half, xmlDocCopyNode (properties, run->doc, 1));
  while (child != NULL)
    {
      xmlNode *next = child->next;

      xmlUnlinkNode (child);
      xmlAddChild (half, child);
      child = next;
    }
  xmlAddNextSibling (run, half);

  return half;
}

/* --- finding where a mark goes --- */

/* Comments cannot stand within a text box: then it is about all of the box. */
static xmlNode *
leave_text_boxes (xmlNode *node)
{
  xmlNode *outside = node;

  for (xmlNode *at = node; at != NULL && at->type == XML_ELEMENT_NODE; at = at->parent)
    if (cs_docx_is_w (at, "txbxContent"))
      outside = at;

  return outside;
}

/* What stands in a run, or beside runs, and has @node in it; %NULL when nothing does. */
static xmlNode *
climb_to_run (xmlNode *node)
{
  while (node != NULL && node->type == XML_ELEMENT_NODE && !cs_docx_is_w (node->parent, "r") &&
         !holds_runs (node->parent))
    node = node->parent;

  return node == NULL || node->type != XML_ELEMENT_NODE ? NULL : node;
}

/* What is first in an insertion or a link begins where that begins. */
static xmlNode *
climb_to_start (xmlNode *node)
{
  while (!cs_docx_is_w (node->parent, "p") && holds_runs (node->parent) &&
         get_content_before (node) == NULL && get_paragraph (node) != NULL)
    node = cs_docx_is_w (node->parent, "sdtContent") ? node->parent->parent : node->parent;

  return node;
}

static xmlNode *
climb_to_end (xmlNode *node)
{
  while (!cs_docx_is_w (node->parent, "p") && holds_runs (node->parent) &&
         xmlNextElementSibling (node) == NULL && get_paragraph (node) != NULL)
    node = cs_docx_is_w (node->parent, "sdtContent") ? node->parent->parent : node->parent;

  return node;
}

/* Returns: (nullable): what @point stands before, beside runs; the paragraph when it is meant from
 * its beginning */
static xmlNode *
find_start (Marker *marker, const CsDocxPoint *point)
{
  xmlNode *node = leave_text_boxes (point->node);

  if (cs_docx_is_w (node, "tbl"))
    node = cs_docx_find (node, CS_DOCX_W, "p");
  if (node == NULL || cs_docx_is_w (node, "p"))
    return node;

  if (cs_docx_is_w (node, "t"))
    node = cut (marker, node, point->offset, FALSE);
  node = climb_to_run (node);
  if (node != NULL && cs_docx_is_w (node->parent, "r"))
    node = split_run (node);

  return node == NULL ? NULL : climb_to_start (node);
}

static xmlNode *
find_last_paragraph (xmlNode *table)
{
  xmlNode *last = NULL;

  for (xmlNode *at = cs_docx_next (table, table, TRUE); at != NULL;
       at = cs_docx_next (at, table, TRUE))
    if (cs_docx_is_w (at, "p"))
      last = at;

  return last;
}

/* Returns: (nullable): what @point stands behind; the paragraph when it is meant to its end */
static xmlNode *
find_end (Marker *marker, const CsDocxPoint *point)
{
  xmlNode *node = leave_text_boxes (point->node);

  if (cs_docx_is_w (node, "tbl"))
    node = find_last_paragraph (node);
  if (node == NULL || cs_docx_is_w (node, "p"))
    return node;

  if (cs_docx_is_w (node, "t"))
    node = cut (marker, node, point->offset, TRUE);
  node = climb_to_run (node);
  if (node != NULL && cs_docx_is_w (node->parent, "r"))
    {
      xmlNode *next = xmlNextElementSibling (node);

      node = node->parent;
      if (next != NULL)
        split_run (next);
    }

  return node == NULL ? NULL : climb_to_end (node);
}

/* --- putting marks in --- */

static xmlNode *
new_mark (xmlNode *paragraph, const char *name, guint id)
{
  xmlNode *mark = xmlNewDocNode (paragraph->doc, paragraph->ns, BAD_CAST name, NULL);
  g_autofree char *value = g_strdup_printf ("%u", id);

  xmlNewNsProp (mark, cs_docx_get_prefixed (paragraph), BAD_CAST "id", BAD_CAST value);

  return mark;
}

static xmlNode *
new_reference (const Marker *marker, xmlNode *paragraph, guint id)
{
  xmlNode *run = xmlNewDocNode (paragraph->doc, paragraph->ns, BAD_CAST "r", NULL);

  if (marker->style != NULL)
    {
      xmlNode *properties = xmlNewChild (run, paragraph->ns, BAD_CAST "rPr", NULL);
      xmlNode *style = xmlNewChild (properties, paragraph->ns, BAD_CAST "rStyle", NULL);

      xmlNewNsProp (style, cs_docx_get_prefixed (paragraph), BAD_CAST "val",
                    BAD_CAST marker->style);
    }
  xmlAddChild (run, new_mark (paragraph, "commentReference", id));

  return run;
}

/* Behind @node and the marks that were put there before. */
static void
put_behind (Marker *marker, xmlNode *node, xmlNode *mark)
{
  xmlNode *last = g_hash_table_lookup (marker->behind, node);

  xmlAddNextSibling (last == NULL ? node : last, mark);
  g_hash_table_insert (marker->behind, node, mark);
}

static void
put_first (xmlNode *paragraph, xmlNode *mark)
{
  xmlNode *at = xmlFirstElementChild (paragraph);

  while (at != NULL && (is_properties (at) || cs_docx_is_w (at, "commentRangeStart")))
    at = xmlNextElementSibling (at);
  if (at == NULL)
    xmlAddChild (paragraph, mark);
  else
    xmlAddPrevSibling (at, mark);
}

static void
put_start (xmlNode *node, guint id)
{
  xmlNode *mark = new_mark (get_paragraph (node), "commentRangeStart", id);

  if (cs_docx_is_w (node, "p"))
    put_first (node, mark);
  else
    xmlAddPrevSibling (node, mark);
}

/* The reference goes behind the insertion or the link that the words end in: it is no part of it.
 */
static void
put_end (Marker *marker, xmlNode *node, guint id)
{
  xmlNode *paragraph = get_paragraph (node);
  xmlNode *mark = new_mark (paragraph, "commentRangeEnd", id);
  xmlNode *reference = new_reference (marker, paragraph, id);

  if (node == paragraph)
    {
      xmlAddChild (paragraph, mark);
      xmlAddChild (paragraph, reference);
      return;
    }

  put_behind (marker, node, mark);
  while (node->parent != paragraph)
    node = node->parent;
  put_behind (marker, node, reference);
}

/* Around no words; one behind the other. */
static void
put_at_beginning (Marker *marker, guint id)
{
  xmlNode *root = xmlDocGetRootElement (marker->document);
  xmlNode *paragraph = cs_docx_find (root, CS_DOCX_W, "p");
  xmlNode *start;
  xmlNode *end;

  if (paragraph == NULL)
    return;

  start = new_mark (paragraph, "commentRangeStart", id);
  end = new_mark (paragraph, "commentRangeEnd", id);
  if (marker->last == NULL)
    put_first (paragraph, start);
  else
    xmlAddNextSibling (marker->last, start);
  marker->last = new_reference (marker, paragraph, id);
  xmlAddNextSibling (start, end);
  xmlAddNextSibling (end, marker->last);
}

static void
put_comment (Marker *marker, const CsDocxAnchor *anchor)
{
  xmlNode *start = anchor->start.node == NULL ? NULL : find_start (marker, &anchor->start);
  xmlNode *end = anchor->end.node == NULL ? NULL : find_end (marker, &anchor->end);

  if (get_paragraph (start) == NULL || get_paragraph (end) == NULL)
    {
      put_at_beginning (marker, anchor->id);
      return;
    }

  put_start (start, anchor->id);
  put_end (marker, end, anchor->id);
}

void
cs_docx_anchors_add (xmlDoc *document,
                     const CsDocxAnchor *anchors,
                     guint n_anchors,
                     const char *style)
{
  g_autoptr (GHashTable) pieces =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  g_autoptr (GHashTable) behind = g_hash_table_new (NULL, NULL);
  Marker marker = { document, pieces, behind, NULL, style };

  for (guint i = 0; i < n_anchors; i++)
    if (anchors[i].start.node != NULL)
      {
        find_start (&marker, &anchors[i].start);
        find_end (&marker, &anchors[i].end);
      }
  for (guint i = 0; i < n_anchors; i++)
    put_comment (&marker, &anchors[i]);
}
