#pragma once

#include "../xml/cs-xml.h"

G_BEGIN_DECLS

/* The elements of one record as a tree, made while a file goes by. For nobody else than
 * src/formats/office. */

/**
 * CsOfficeAttribute:
 * @name: as written, without prefix
 * @value: its value
 */
typedef struct
{
  const char *name;
  const char *value;
} CsOfficeAttribute;

/**
 * CsOfficeNode:
 * @tag: (nullable): name of the element, without prefix; %NULL for text
 * @text: (nullable): of a text; %NULL for an element
 * @name: which element it is to the readers of texts
 * @n_below: how many nodes are in it; they follow it in the order of the file
 * @attributes: (array length=n_attributes): of an element
 * @n_attributes: how many
 *
 * An element or a text. All nodes of a record lie one behind the other, so that a walk through it
 * is a walk through an array.
 */
typedef struct
{
  const char *tag;
  const char *text;
  CsXmlName name;
  guint n_below;
  const CsOfficeAttribute *attributes;
  guint n_attributes;
} CsOfficeNode;

/** CS_OFFICE_EACH: a loop over what is directly in @parent, elements and texts */
#define CS_OFFICE_EACH(child, parent)                                                      \
  for (const CsOfficeNode *child = (parent) + 1, *child##_end = child + (parent)->n_below; \
       child < child##_end; child += 1 + child->n_below)

/** cs_office_node_is: Returns: whether @node is an element called @tag */
gboolean cs_office_node_is (const CsOfficeNode *node,
                            const char *tag);

/** cs_office_node_find: @node: (nullable). @path: names of elements, "priority/date", each directly
 * in the one before. Returns: (nullable): the first such element */
const CsOfficeNode *cs_office_node_find (const CsOfficeNode *node,
                                         const char *path);

/** cs_office_node_find_below: @node: (nullable). Returns: (nullable): the first element called @tag
 * anywhere in @node */
const CsOfficeNode *cs_office_node_find_below (const CsOfficeNode *node,
                                               const char *tag);

/** cs_office_node_get: @node: (nullable). Returns: (nullable): the value of attribute @name */
const char *cs_office_node_get (const CsOfficeNode *node,
                                const char *name);

/** cs_office_node_has: Returns: whether attribute @name has @value */
gboolean cs_office_node_has (const CsOfficeNode *node,
                             const char *name,
                             const char *value);

/** cs_office_node_get_words: @node: (nullable). Returns: (transfer none): the text that stands
 * directly in it, up to the first element, as written; "" when there is none */
const char *cs_office_node_get_words (const CsOfficeNode *node);

/** cs_office_node_dup_text: @node: (nullable). Returns: (transfer full): all text in it, white
 * space made single blanks, none at the ends */
char *cs_office_node_dup_text (const CsOfficeNode *node);

/** cs_office_node_dup: Returns: (transfer full): cs_office_node_dup_text() of what @path leads to
 */
char *cs_office_node_dup (const CsOfficeNode *node,
                          const char *path);

/**
 * CsOfficeTree:
 *
 * Where the tree of one record after another is made. Thread: one at a time.
 */
typedef struct _CsOfficeTree CsOfficeTree;

/** cs_office_tree_new: Returns: (transfer full): an empty one */
CsOfficeTree *cs_office_tree_new (void);

/** cs_office_tree_free: frees @tree and its nodes */
void cs_office_tree_free (CsOfficeTree *tree);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsOfficeTree, cs_office_tree_free)

/** cs_office_tree_clear: forgets all nodes, keeps their memory */
void cs_office_tree_clear (CsOfficeTree *tree);

/** cs_office_tree_start: an element begins */
void cs_office_tree_start (CsOfficeTree *tree,
                           const CsXmlElement *element);

/** cs_office_tree_end: the element that began last ends. Returns: (nullable): the root, when it is
 * that; then the tree is complete, until it is cleared */
const CsOfficeNode *cs_office_tree_end (CsOfficeTree *tree);

/** cs_office_tree_text: text within the element that began last */
void cs_office_tree_text (CsOfficeTree *tree,
                          const char *text,
                          gsize n_bytes);

/** cs_office_tree_is_open: Returns: whether a root has begun and not ended */
gboolean cs_office_tree_is_open (const CsOfficeTree *tree);

/** cs_office_tree_is_full: Returns: whether the record is larger than any honest one */
gboolean cs_office_tree_is_full (const CsOfficeTree *tree);

G_END_DECLS
