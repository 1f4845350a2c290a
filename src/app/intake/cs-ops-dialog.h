#pragma once

#include <adwaita.h>

#include "../../service/library/cs-family-import.h"

G_BEGIN_DECLS

/**
 * CsOpsDialog:
 *
 * Gets the families of publications from the Open Patent Services of the EPO into the library:
 * with the user's own key, when he says so, after it was told what is sent.
 *
 * Signals: `wanted (const char *query)`: the user wants to see what was fetched: @query finds it.
 */
#define CS_TYPE_OPS_DIALOG (cs_ops_dialog_get_type ())

G_DECLARE_FINAL_TYPE (CsOpsDialog, cs_ops_dialog, CS, OPS_DIALOG, AdwWindow)

/** cs_ops_dialog_present: @parent: the window it belongs to; @service: the library. Returns:
 * (transfer none): the dialog, on the screen; nothing has been asked yet */
CsOpsDialog *cs_ops_dialog_present (GtkWindow *parent,
                                    CsLibraryService *service);

/** cs_ops_dialog_set_base: @base: where OPS is, instead of %CS_OPS_BASE */
void cs_ops_dialog_set_base (CsOpsDialog *dialog,
                             const char *base);

/** cs_ops_dialog_set_numbers: enters numbers, as a person would */
void cs_ops_dialog_set_numbers (CsOpsDialog *dialog,
                                const char *numbers);

/** cs_ops_dialog_set_key: enters a key, as a person would */
void cs_ops_dialog_set_key (CsOpsDialog *dialog,
                            const char *key,
                            const char *secret);

/** cs_ops_dialog_is_busy: Returns: whether something is being fetched, or the keyring asked */
gboolean cs_ops_dialog_is_busy (CsOpsDialog *dialog);

G_END_DECLS
