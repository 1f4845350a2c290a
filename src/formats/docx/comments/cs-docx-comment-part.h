#pragma once

#include "../cs-docx-package.h"
#include "../cs-docx.h"
#include <libxml/tree.h>

G_BEGIN_DECLS

/* The part of a Word file that says what its comments say, and the parts beside it in which newer
 * versions of Word keep who answered whom; for nobody else than src/formats/docx. */

/**
 * CsDocxCommentPart:
 * @name: of the part
 * @is_new: the file had none
 * @tree: its content
 * @removed: `w:id` of the comments that were taken out, a set
 * @next_id: of the next comment
 * @companions: (element-type utf8 GBytes): other parts that had to change, by name
 * @text_style: (nullable): identity of the style of comments in this file
 * @reference_style: (nullable): identity of the style of references in this file
 */
typedef struct
{
  char *name;
  gboolean is_new;
  xmlDoc *tree;
  GHashTable *removed;
  guint next_id;
  GHashTable *companions;
  char *text_style;
  char *reference_style;
} CsDocxCommentPart;

/**
 * cs_docx_comment_part_new:
 * @package: of the file
 * @document: its main part
 * @author: whose comments are taken out
 * @error: as cs_docx_open()
 *
 * Returns: (transfer full): the comments of the file without those of @author, or %NULL
 */
CsDocxCommentPart *cs_docx_comment_part_new (const CsDocxPackage *package,
                                             xmlDoc *document,
                                             const char *author,
                                             GError **error);

/** cs_docx_comment_part_free: frees @part */
void cs_docx_comment_part_free (CsDocxCommentPart *part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsDocxCommentPart, cs_docx_comment_part_free)

/** cs_docx_comment_part_add: Returns: the identity that @comment has in the file */
guint cs_docx_comment_part_add (CsDocxCommentPart *part,
                                const CsDocxComment *comment);

/** cs_docx_get_word_space: Returns: (transfer none): the namespace of the text of @document, which
 * was read and so has one: a strict file has another than the usual one */
const xmlNs *cs_docx_get_word_space (xmlDoc *document);

/** cs_docx_dup_xml: Returns: (transfer full): @tree as a part of a file */
GBytes *cs_docx_dup_xml (xmlDoc *tree);

G_END_DECLS
