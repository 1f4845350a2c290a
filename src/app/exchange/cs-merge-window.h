#pragma once

#include <adwaita.h>

#include "../../service/cs-import.h"

G_BEGIN_DECLS

/**
 * CsMergeWindow:
 *
 * Asks what is taken of a matter file whose matter is here already: which text counts, which of two
 * decisions about one finding, or whether it becomes a matter of its own. Nothing is lost in any
 * case: the other text stays as a version, the other decision in the record.
 *
 * Signals: `merged (gint64 matter)`: it was taken in, and the window is about to close.
 */
#define CS_TYPE_MERGE_WINDOW (cs_merge_window_get_type ())

G_DECLARE_FINAL_TYPE (CsMergeWindow, cs_merge_window, CS, MERGE_WINDOW, AdwWindow)

/** cs_merge_window_new: @index: which one of cs_import_get_merges(). Returns: (transfer none): a
 * window over @parent that takes it into @service; it belongs to GTK */
CsMergeWindow *cs_merge_window_new (CsStoreService *service,
                                    CsImport *import,
                                    guint index,
                                    GtkWindow *parent);

G_END_DECLS
