#pragma once

#include <gtk/gtk.h>

#include "../../store/cs-store-error.h"

G_BEGIN_DECLS

/**
 * CsStoreTrouble:
 *
 * What stands in the place of the list when the store cannot be opened: what happened, what is
 * safe, and what to do. A damaged store can be put aside, for a backup or for an empty one;
 * nothing is deleted.
 *
 * Signals: `settled`: the store may be asked again.
 */
#define CS_TYPE_STORE_TROUBLE (cs_store_trouble_get_type ())

G_DECLARE_FINAL_TYPE (CsStoreTrouble, cs_store_trouble, CS, STORE_TROUBLE, GtkWidget)

/** cs_store_trouble_show: @error: why the store in @folder cannot be opened */
void cs_store_trouble_show (CsStoreTrouble *trouble,
                            const char *folder,
                            const GError *error);

G_END_DECLS
