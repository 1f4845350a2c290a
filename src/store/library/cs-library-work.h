#pragma once

#include "cs-library-file.h"

G_BEGIN_DECLS

/* Long works, as they are watched; for nobody else. */

/* Says how far @work (nullable) is, and sets @error when it is cancelled. Returns: whether to go
 * on */
gboolean cs_library_work_step (const CsLibraryWork *work,
                               guint64 done,
                               guint64 total,
                               GError **error);

/* Lets statements of @library end when @work (nullable) is cancelled; with NULL no longer. */
void cs_library_work_watch (CsLibrary *library,
                            const CsLibraryWork *work);

G_END_DECLS
