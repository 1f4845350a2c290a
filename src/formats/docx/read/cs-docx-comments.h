#pragma once

#include "../cs-docx-package.h"
#include "cs-docx-line.h"

G_BEGIN_DECLS

/**
 * CsDocxRemark:
 * @words: "AUTHOR: TEXT"
 * @start: where what it is about begins
 * @end: where that ends
 * @is_met: some of it was met in the text
 *
 * A comment of somebody, or a footnote, while its place is found; for nobody else than
 * src/formats/docx.
 */
typedef struct
{
  char *words;
  CsDocxMark start;
  CsDocxMark end;
  gboolean is_met;
} CsDocxRemark;

/** cs_docx_remark_free: for tables of remarks */
void cs_docx_remark_free (gpointer remark);

/** cs_docx_comments_read: Returns: (transfer full) (element-type utf8 CsDocxRemark): the comments
 * of @package by their identities, without those of this program, or %NULL */
GHashTable *cs_docx_comments_read (const CsDocxPackage *package,
                                   GError **error);

/** cs_docx_dup_words: Returns: (transfer full): the words of @node and within it, as a reader sees
 * them, paragraphs parted by blanks */
char *cs_docx_dup_words (const xmlNode *node);

G_END_DECLS
