#pragma once

#include "cs-document.h"

G_BEGIN_DECLS

/** CsPathChips: the claims that a finding was followed through, "Claim 6 → 5 → 1"; each goes
 * there */
#define CS_TYPE_PATH_CHIPS (cs_path_chips_get_type ())

G_DECLARE_FINAL_TYPE (CsPathChips, cs_path_chips, CS, PATH_CHIPS, GtkBox)

/**
 * cs_path_chips_show:
 * @chips: the chips
 * @document: where a chip goes to
 * @view: what @path was found in; not kept
 * @path: (element-type guint): indexes of claims
 * @max_chips: at most so many, the first and the last of the path among them
 */
void cs_path_chips_show (CsPathChips *chips,
                         CsDocument *document,
                         const CsFindingView *view,
                         const GArray *path,
                         guint max_chips);

G_END_DECLS
