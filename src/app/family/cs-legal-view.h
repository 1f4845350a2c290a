#pragma once

#include "../../service/library/cs-family-view.h"
#include "cs-family-tab.h"

G_BEGIN_DECLS

/**
 * CsLegalView:
 *
 * The legal events of a family, the last first: what each was, who tells, and what it does; of all
 * applications, or of the one that is selected.
 */
#define CS_TYPE_LEGAL_VIEW (cs_legal_view_get_type ())

G_DECLARE_FINAL_TYPE (CsLegalView, cs_legal_view, CS, LEGAL_VIEW, CsFamilyTab)

/** cs_legal_view_show: shows what @family has loaded */
void cs_legal_view_show (CsLegalView *view,
                         CsFamilyView *family);

G_END_DECLS
