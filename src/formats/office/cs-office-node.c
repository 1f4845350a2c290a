#include "cs-office-node.h"

#include <string.h>

#include "../../base/cs-limits.h"

/* While a record goes by, its strings are known by where they begin: they move when more come. */
struct _CsOfficeTree
{
  GArray *nodes;                /* of CsOfficeNode, @text being a place in @strings */
  GArray *attributes;           /* of CsOfficeAttribute, @value the same */
  GString *strings;             /* each ends in a NUL */
  guint open[CS_MAX_XML_DEPTH]; /* index of the node of each open element */
  guint depth;
  gboolean is_in_text; /* the text that came last goes on */
};

CsOfficeTree *
cs_office_tree_new (void)
{
  CsOfficeTree *tree = g_new0 (CsOfficeTree, 1);

  tree->nodes = g_array_new (FALSE, FALSE, sizeof (CsOfficeNode));
  tree->attributes = g_array_new (FALSE, FALSE, sizeof (CsOfficeAttribute));
  tree->strings = g_string_new (NULL);
  return tree;
}

void
cs_office_tree_free (CsOfficeTree *tree)
{
  g_array_unref (tree->nodes);
  g_array_unref (tree->attributes);
  g_string_free (tree->strings, TRUE);
  g_free (tree);
}

void
cs_office_tree_clear (CsOfficeTree *tree)
{
  g_array_set_size (tree->nodes, 0);
  g_array_set_size (tree->attributes, 0);
  g_string_truncate (tree->strings, 0);
  tree->depth = 0;
  tree->is_in_text = FALSE;
}

gboolean
cs_office_tree_is_open (const CsOfficeTree *tree)
{
  return tree->depth > 0;
}

gboolean
cs_office_tree_is_full (const CsOfficeTree *tree)
{
  return tree->nodes->len > CS_MAX_RECORD_NODES ||
         tree->attributes->len > CS_MAX_RECORD_NODES ||
         tree->strings->len > CS_MAX_RECORD_BYTES;
}

/* Appends a string. Returns: its place, as a pointer that is none yet. */
static const char *
append_string (CsOfficeTree *tree,
               const char *text,
               gsize n_bytes)
{
  gsize place = tree->strings->len;

  g_string_append_len (tree->strings, text, (gssize)n_bytes);
  g_string_append_c (tree->strings, '\0');
  return GSIZE_TO_POINTER (place);
}

static void
append_attributes (CsOfficeTree *tree,
                   const CsXmlElement *element)
{
  for (guint i = 0; i < element->n_attributes; i++)
    {
      const char *const *attribute = element->attributes + 5 * i;
      CsOfficeAttribute copy = { attribute[0], NULL };

      copy.value = append_string (tree, attribute[3], attribute[4] - attribute[3]);
      g_array_append_val (tree->attributes, copy);
    }
}

void
cs_office_tree_start (CsOfficeTree *tree,
                      const CsXmlElement *element)
{
  CsOfficeNode node = { .tag = cs_xml_element_local_name (element),
                        .name = element->name,
                        .n_attributes = element->n_attributes };

  g_return_if_fail (tree->depth < CS_MAX_XML_DEPTH);

  tree->is_in_text = FALSE;
  node.attributes = GSIZE_TO_POINTER (tree->attributes->len);
  append_attributes (tree, element);
  tree->open[tree->depth++] = tree->nodes->len;
  g_array_append_val (tree->nodes, node);
}

/* A parser gives a text in pieces. */
void
cs_office_tree_text (CsOfficeTree *tree,
                     const char *text,
                     gsize n_bytes)
{
  CsOfficeNode node = { 0 };

  if (tree->depth == 0 || n_bytes == 0)
    return;
  if (tree->is_in_text)
    {
      g_string_truncate (tree->strings, tree->strings->len - 1);
      append_string (tree, text, n_bytes);
      return;
    }
  node.text = append_string (tree, text, n_bytes);
  g_array_append_val (tree->nodes, node);
  tree->is_in_text = TRUE;
}

/* Now that nothing moves any more, places become pointers. */
static void
point_at_strings (CsOfficeTree *tree)
{
  CsOfficeAttribute *attributes = (CsOfficeAttribute *)(gpointer)tree->attributes->data;
  CsOfficeNode *nodes = (CsOfficeNode *)(gpointer)tree->nodes->data;
  const char *strings = tree->strings->str;

  for (guint i = 0; i < tree->attributes->len; i++)
    attributes[i].value = strings + GPOINTER_TO_SIZE (attributes[i].value);
  for (guint i = 0; i < tree->nodes->len; i++)
    if (nodes[i].tag == NULL)
      nodes[i].text = strings + GPOINTER_TO_SIZE (nodes[i].text);
    else if (nodes[i].n_attributes > 0)
      nodes[i].attributes = attributes + GPOINTER_TO_SIZE (nodes[i].attributes);
    else
      nodes[i].attributes = NULL;
}

const CsOfficeNode *
cs_office_tree_end (CsOfficeTree *tree)
{
  CsOfficeNode *node;
  guint index;

  g_return_val_if_fail (tree->depth > 0, NULL);

  tree->is_in_text = FALSE;
  index = tree->open[--tree->depth];
  node = &g_array_index (tree->nodes, CsOfficeNode, index);
  node->n_below = tree->nodes->len - index - 1;
  if (tree->depth > 0)
    return NULL;
  point_at_strings (tree);
  return node;
}

/* --- looking at it --- */

gboolean
cs_office_node_is (const CsOfficeNode *node,
                   const char *tag)
{
  return node->tag != NULL && strcmp (node->tag, tag) == 0;
}

static const CsOfficeNode *
find_child (const CsOfficeNode *node,
            const char *tag,
            gsize n_bytes)
{
  CS_OFFICE_EACH (child, node)
  {
    if (child->tag != NULL && strncmp (child->tag, tag, n_bytes) == 0 &&
        child->tag[n_bytes] == '\0')
      return child;
  }
  return NULL;
}

const CsOfficeNode *
cs_office_node_find (const CsOfficeNode *node,
                     const char *path)
{
  while (node != NULL && *path != '\0')
    {
      gsize n_bytes = strcspn (path, "/");

      node = find_child (node, path, n_bytes);
      path += n_bytes;
      path += *path == '/';
    }
  return node;
}

const CsOfficeNode *
cs_office_node_find_below (const CsOfficeNode *node,
                           const char *tag)
{
  for (guint i = 1; node != NULL && i <= node->n_below; i++)
    if (cs_office_node_is (node + i, tag))
      return node + i;
  return NULL;
}

const char *
cs_office_node_get (const CsOfficeNode *node,
                    const char *name)
{
  for (guint i = 0; node != NULL && i < node->n_attributes; i++)
    if (g_ascii_strcasecmp (node->attributes[i].name, name) == 0)
      return node->attributes[i].value;
  return NULL;
}

gboolean
cs_office_node_has (const CsOfficeNode *node,
                    const char *name,
                    const char *value)
{
  return g_strcmp0 (cs_office_node_get (node, name), value) == 0;
}

const char *
cs_office_node_get_words (const CsOfficeNode *node)
{
  return node != NULL && node->n_below > 0 && node[1].tag == NULL ? node[1].text : "";
}

static void
append_words (GString *words,
              const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if (!g_ascii_isspace (*at))
      g_string_append_c (words, *at);
    else if (words->len > 0 && words->str[words->len - 1] != ' ')
      g_string_append_c (words, ' ');
}

char *
cs_office_node_dup_text (const CsOfficeNode *node)
{
  GString *words = g_string_new (NULL);

  for (guint i = 1; node != NULL && i <= node->n_below; i++)
    if (node[i].tag == NULL)
      append_words (words, node[i].text);
  return g_strchomp (g_string_free (words, FALSE));
}

char *
cs_office_node_dup (const CsOfficeNode *node,
                    const char *path)
{
  return cs_office_node_dup_text (cs_office_node_find (node, path));
}
