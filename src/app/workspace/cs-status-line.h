#pragma once

#include "cs-document.h"

G_BEGIN_DECLS

/** CsStatusLine: facts of a document: what it has, by which editions of the law it was checked */
#define CS_TYPE_STATUS_LINE (cs_status_line_get_type ())

G_DECLARE_FINAL_TYPE (CsStatusLine, cs_status_line, CS, STATUS_LINE, GtkBox)

/** cs_status_line_new: Returns: (transfer floating): the status line of @document */
GtkWidget *cs_status_line_new (CsDocument *document);

G_END_DECLS
