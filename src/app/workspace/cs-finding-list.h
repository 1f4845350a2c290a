#pragma once

#include "cs-document.h"

G_BEGIN_DECLS

/**
 * cs_finding_list_choose:
 * @document: a document
 * @part: a part
 * @unit: a claim or paragraph of it, as it was examined
 * @parent: beside what a list opens
 * @area: where in @parent
 *
 * Chooses the finding in a claim or paragraph; when there are several, the user chooses from a
 * list.
 */
void cs_finding_list_choose (CsDocument *document,
                             CsPart part,
                             guint unit,
                             GtkWidget *parent,
                             const GdkRectangle *area);

G_END_DECLS
