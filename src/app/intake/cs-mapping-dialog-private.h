#pragma once

#include "cs-mapping-dialog.h"

G_BEGIN_DECLS

/* For nobody else than the check before it. */

/* @path: a table, @look: (transfer full): what it looks like. As cs_mapping_dialog_present() */
void cs_mapping_dialog_present_look (GtkWindow *parent,
                                     const char *path,
                                     CsTableLook *look,
                                     CsMappingFunc callback,
                                     gpointer data);

G_END_DECLS
