#pragma once

#include <gtk/gtk.h>

#include "../../service/library/cs-family-view.h"

G_BEGIN_DECLS

/**
 * CsMarksPopover:
 *
 * Tags, pools and the note of a family. What is ticked or added is written at once, the note when
 * the popover goes.
 *
 * Signals: `changed (gpointer marks)`: #CsFamilyMarks to be written.
 */
#define CS_TYPE_MARKS_POPOVER (cs_marks_popover_get_type ())

G_DECLARE_FINAL_TYPE (CsMarksPopover, cs_marks_popover, CS, MARKS_POPOVER, GtkPopover)

/** cs_marks_popover_show: shows the marks that @view has loaded; what is being typed stays */
void cs_marks_popover_show (CsMarksPopover *popover,
                            CsFamilyView *view);

G_END_DECLS
