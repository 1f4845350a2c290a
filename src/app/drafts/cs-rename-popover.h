#pragma once

#include <gtk/gtk.h>

#include "../../store/cs-matter.h"

G_BEGIN_DECLS

/**
 * CsRenamePopover:
 *
 * Asks for the name and the own number of a matter.
 *
 * Signals: `rename (const char *name, const char *reference)`: the user wants it to be called so;
 * @name is %NULL to follow the title of the application.
 */
#define CS_TYPE_RENAME_POPOVER (cs_rename_popover_get_type ())

G_DECLARE_FINAL_TYPE (CsRenamePopover, cs_rename_popover, CS, RENAME_POPOVER, GtkPopover)

/** cs_rename_popover_new: Returns: (transfer floating): one without a matter */
GtkWidget *cs_rename_popover_new (void);

/** cs_rename_popover_set: begins with the names of @info */
void cs_rename_popover_set (CsRenamePopover *popover,
                            const CsMatterInfo *info);

G_END_DECLS
