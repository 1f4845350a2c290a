#pragma once

#include <adwaita.h>

#include "cs-document.h"

G_BEGIN_DECLS

/**
 * CsFilingSheet:
 *
 * The filing sheet of a document in a window of its own: checked while it is filled in; it can be
 * saved (Ctrl+S, Ctrl+Enter) when nothing in it is a slip. Esc leaves everything as it was.
 */
#define CS_TYPE_FILING_SHEET (cs_filing_sheet_get_type ())

G_DECLARE_FINAL_TYPE (CsFilingSheet, cs_filing_sheet, CS, FILING_SHEET, AdwWindow)

/** cs_filing_sheet_new: Returns: (transfer none): the sheet of @document, not shown yet */
CsFilingSheet *cs_filing_sheet_new (CsDocument *document);

/** cs_filing_sheet_present: @parent: (nullable): over which window. Shows the sheet of @document */
void cs_filing_sheet_present (CsDocument *document,
                              GtkWindow *parent);

G_END_DECLS
