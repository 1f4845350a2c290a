#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CsNewPopover:
 *
 * The templates that a draft can begin with, each a button for the action `drafts.new`.
 */
#define CS_TYPE_NEW_POPOVER (cs_new_popover_get_type ())

G_DECLARE_FINAL_TYPE (CsNewPopover, cs_new_popover, CS, NEW_POPOVER, GtkPopover)

/** cs_new_popover_new: Returns: (transfer floating): the choice */
GtkWidget *cs_new_popover_new (void);

G_END_DECLS
