#pragma once

#include "cs-document.h"

G_BEGIN_DECLS

/** CsFindingDock: the chosen finding of a document at the foot of a narrow window; without one it
 * says how many there are */
#define CS_TYPE_FINDING_DOCK (cs_finding_dock_get_type ())

G_DECLARE_FINAL_TYPE (CsFindingDock, cs_finding_dock, CS, FINDING_DOCK, GtkBox)

/** cs_finding_dock_new: Returns: (transfer floating): the dock of @document */
GtkWidget *cs_finding_dock_new (CsDocument *document);

G_END_DECLS
