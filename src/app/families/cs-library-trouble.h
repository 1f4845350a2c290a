#pragma once

#include <gtk/gtk.h>

#include "../../service/library/cs-library-service.h"

G_BEGIN_DECLS

/**
 * CsLibraryTrouble:
 *
 * What stands in the place of the list when the library cannot be read: what happened, what is
 * safe, and what to do: build its indexes anew from the records, put a backup in its place, begin
 * anew. Nothing is deleted.
 *
 * Signals: `settled`: the library may be asked again.
 */
#define CS_TYPE_LIBRARY_TROUBLE (cs_library_trouble_get_type ())

G_DECLARE_FINAL_TYPE (CsLibraryTrouble, cs_library_trouble, CS, LIBRARY_TROUBLE, GtkWidget)

/** cs_library_trouble_show: @error: why the library of @service cannot be read */
void cs_library_trouble_show (CsLibraryTrouble *trouble,
                              CsLibraryService *service,
                              const GError *error);

G_END_DECLS
