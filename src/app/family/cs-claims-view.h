#pragma once

#include <adwaita.h>

#include "../../service/library/cs-family-view.h"

G_BEGIN_DECLS

/**
 * CsClaimsView:
 *
 * The claims of two members of a family beside each other, paired by what they say; in two
 * languages by what of that stands in a translation too, with their features beside each other.
 *
 * Properties: `n-differences` (uint): pairs that do not say the same; `busy` (gboolean): they are
 * being compared.
 */
#define CS_TYPE_CLAIMS_VIEW (cs_claims_view_get_type ())

G_DECLARE_FINAL_TYPE (CsClaimsView, cs_claims_view, CS, CLAIMS_VIEW, AdwBin)

/** cs_claims_view_show: shows what @family has loaded; the two members stay when they are in it */
void cs_claims_view_show (CsClaimsView *view,
                          CsFamilyView *family);

/** cs_claims_view_go: selects the next pair that differs, or the one before */
void cs_claims_view_go (CsClaimsView *view,
                        gboolean forward);

G_END_DECLS
