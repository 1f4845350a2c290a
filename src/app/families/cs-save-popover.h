#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CsSavePopover:
 *
 * Asks under which name a search is kept, and whether its news are wanted.
 *
 * Signals: `save (const char *name, gboolean watched)`.
 */
#define CS_TYPE_SAVE_POPOVER (cs_save_popover_get_type ())

G_DECLARE_FINAL_TYPE (CsSavePopover, cs_save_popover, CS, SAVE_POPOVER, GtkPopover)

/** cs_save_popover_new: Returns: (transfer floating): one that asks nothing yet */
GtkWidget *cs_save_popover_new (void);

/** cs_save_popover_set: begins with @name, and with @watched chosen or not */
void cs_save_popover_set (CsSavePopover *popover,
                          const char *name,
                          gboolean watched);

G_END_DECLS
