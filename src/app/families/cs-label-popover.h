#pragma once

#include <gtk/gtk.h>

#include "../../service/library/cs-library-service.h"
#include "../../store/cs-library-marks.h"

G_BEGIN_DECLS

/**
 * CsLabelPopover:
 *
 * The tags or pools of one family: those there are as check boxes, and an entry for a new one. What
 * is ticked is written at once.
 *
 * Signals: `failed (const char *message)`.
 */
#define CS_TYPE_LABEL_POPOVER (cs_label_popover_get_type ())

G_DECLARE_FINAL_TYPE (CsLabelPopover, cs_label_popover, CS, LABEL_POPOVER, GtkPopover)

/** cs_label_popover_new: Returns: (transfer floating): one without a family */
GtkWidget *cs_label_popover_new (CsLibraryService *service);

/** cs_label_popover_set: asks for the labels of @kind of @family, which are shown when they come */
void cs_label_popover_set (CsLabelPopover *popover,
                           CsLabelKind kind,
                           gint64 family);

G_END_DECLS
