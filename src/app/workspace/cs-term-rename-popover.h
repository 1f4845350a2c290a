#pragma once

#include <gtk/gtk.h>

#include "cs-document.h"

G_BEGIN_DECLS

/**
 * CsTermRenamePopover:
 *
 * Asks for another name of a term, and shows beforehand what changes where.
 *
 * Signals: `renamed (const char *name)`: it was done.
 */
#define CS_TYPE_TERM_RENAME_POPOVER (cs_term_rename_popover_get_type ())

G_DECLARE_FINAL_TYPE (CsTermRenamePopover,
                      cs_term_rename_popover,
                      CS,
                      TERM_RENAME_POPOVER,
                      GtkPopover)

/** cs_term_rename_popover_new: Returns: (transfer floating): a popover, to be given a parent */
GtkWidget *cs_term_rename_popover_new (CsDocument *document);

/** cs_term_rename_popover_set: @key: of the term to be renamed. To be called before it pops up */
void cs_term_rename_popover_set (CsTermRenamePopover *popover,
                                 const char *key);

G_END_DECLS
