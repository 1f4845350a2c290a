#pragma once

#include "../../../base/cs-text.h"
#include "../cs-docx-private.h"

G_BEGIN_DECLS

/**
 * CsDocxShown:
 * @kind: what the object is
 * @relation: (nullable): to the picture that shows it; it may lead outside
 * @name: (nullable): what the draft called the picture, in a file that this program wrote
 * @box: (nullable): the text of a box, which is read as text
 * @is_partial: the picture shows a part of it: words lie over it, or other pictures beside it
 *
 * What an element of Word is in a draft.
 */
typedef struct
{
  CsObjectKind kind;
  const CsDocxRelation *relation;
  char *name;
  xmlNode *box;
  gboolean is_partial;
} CsDocxShown;

/** cs_docx_show: @part: name of the part that @node is in. @shown: (out caller-allocates): what it
 * is; for nobody else than src/formats/docx */
void cs_docx_show (const CsDocx *docx,
                   const char *part,
                   xmlNode *node,
                   CsDocxShown *shown);

/** cs_docx_shown_clear: frees what is in @shown */
void cs_docx_shown_clear (CsDocxShown *shown);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CsDocxShown, cs_docx_shown_clear)

/** cs_docx_add_image: @part: name of a part. @wanted: (nullable): what to call it if that can be.
 * Returns: (transfer none): base name of the picture, no other being called so */
const char *cs_docx_add_image (CsDocx *docx,
                               const char *part,
                               const char *wanted);

G_END_DECLS
