#pragma once

#include <libxml/tree.h>

#include "cs-words.h"

G_BEGIN_DECLS

/* The program's own small XML files (checklists, messages, laws), which users may write too: read
 * as a tree, with nothing fetched, no document type and no entities of their own. */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

/**
 * cs_tree_parse:
 * @bytes: the file; at most %CS_MAX_CHECKLIST_BYTES
 * @error: %CS_ERROR_SYNTAX with a line when not well-formed, %CS_ERROR_HOSTILE for a document type,
 *   %CS_ERROR_LIMIT when too large or too deep
 *
 * Thread: any.
 *
 * Returns: (transfer full): the tree, or %NULL
 */
xmlDoc *cs_tree_parse (GBytes *bytes,
                       GError **error);

/**
 * cs_tree_parse_resource:
 * @path: of a GResource of the program
 *
 * Returns: (transfer full): the tree, or %NULL
 */
xmlDoc *cs_tree_parse_resource (const char *path,
                                GError **error);

/** cs_tree_is: Returns: whether @node is an element called @name */
gboolean cs_tree_is (const xmlNode *node,
                     const char *name);

/** cs_tree_first: Returns: (nullable): the first element among @node and those after it */
xmlNode *cs_tree_first (xmlNode *node);

/** cs_tree_get_line: Returns: 1-based line of @node */
guint cs_tree_get_line (const xmlNode *node);

/** cs_tree_dup_attribute: Returns: (transfer full) (nullable): its value */
char *cs_tree_dup_attribute (const xmlNode *node,
                             const char *name);

/** cs_tree_dup_language: Returns: (transfer full) (nullable): xml:lang of @node itself */
char *cs_tree_dup_language (const xmlNode *node);

/** cs_tree_dup_text: Returns: (transfer full): text in @node, white space at the ends and line ends
 *  within made one space (none beside a Chinese character) */
char *cs_tree_dup_text (const xmlNode *node);

/** cs_tree_read_words: adds the text of @node to @words, in the language of the node */
void cs_tree_read_words (const xmlNode *node,
                         CsWords *words);

/**
 * cs_tree_set_unknown:
 * @error: (out) (optional): %CS_ERROR_CHECKLIST with the line of @node
 * @node: where
 * @kind: (transfer none): what it should be, translated: "element", "rule", ...
 * @name: the name met
 * @known: (array zero-terminated=1): names that are known; the nearest is offered
 *
 * Says that a name is not known. Thread: any.
 */
void cs_tree_set_unknown (GError **error,
                          const xmlNode *node,
                          const char *kind,
                          const char *name,
                          const char *const *known);

/**
 * cs_tree_check_attributes:
 * @node: an element
 * @known: (array zero-terminated=1): attributes it may have, besides those of the xml namespace
 * @error: %CS_ERROR_CHECKLIST
 *
 * Returns: whether it has no other
 */
gboolean cs_tree_check_attributes (const xmlNode *node,
                                   const char *const *known,
                                   GError **error);

/**
 * cs_tree_read_needed:
 * @node: an element
 * @name: an attribute that it must have
 * @error: %CS_ERROR_CHECKLIST
 *
 * Returns: (transfer full): its value, or %NULL
 */
char *cs_tree_read_needed (const xmlNode *node,
                           const char *name,
                           GError **error);

/**
 * cs_tree_read_choice:
 * @node: an element
 * @name: an attribute that it must have
 * @kind: (transfer none): what its value is, translated, for the error
 * @known: (array zero-terminated=1): the values it may have
 * @place: (out): which of them it has
 * @error: %CS_ERROR_CHECKLIST
 *
 * Returns: whether it has one of them
 */
gboolean cs_tree_read_choice (const xmlNode *node,
                              const char *name,
                              const char *kind,
                              const char *const *known,
                              guint *place,
                              GError **error);

/** cs_tree_read_bits: as cs_tree_read_choice(), for an attribute that may be absent and hold
 * several words: bit `1 << place` for each of them in @bits */
gboolean cs_tree_read_bits (const xmlNode *node,
                            const char *name,
                            const char *kind,
                            const char *const *known,
                            guint *bits,
                            GError **error);

/** cs_tree_is_han: Returns: whether @c joins to its neighbours without a space */
gboolean cs_tree_is_han (gunichar c);

G_END_DECLS
