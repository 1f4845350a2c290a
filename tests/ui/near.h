#pragma once

#include "../../src/app/near/cs-near-pane.h"
#include "families.h"
#include "workspace.h"

/* A draft beside a library of invented families. */

/** near_is_chinese: whether the window is */
gboolean near_is_chinese (void);

/** near_open: opens a draft of two claims, in the language of the window; the cursor is in the
 * second. Returns: it */
CsDocument *near_open (Ui *ui);

/** near_find: looks for prior art near the claim at the cursor and waits for it. Returns: the
 * pane */
CsNearPane *near_find (Ui *ui);

/** near_wait: until @pane has done searching */
void near_wait (CsNearPane *pane);

/** near_get_rows: Returns: (transfer none): of the list that @pane shows */
GListModel *near_get_rows (CsNearPane *pane);

/** near_find_row: Returns: (transfer none): the first row of @kind, or with @words in its title or
 * text (nullable) */
CsNearRow *near_find_row (CsNearPane *pane,
                          CsNearRowKind kind,
                          const char *words);

/** near_activate: as Enter on @row */
void near_activate (CsNearPane *pane,
                    CsNearRow *row);
