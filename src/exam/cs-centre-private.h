#pragma once

#include "cs-centre.h"

G_BEGIN_DECLS

/* Reading of a centre's file, for nobody else than cs-centre.c. */

/**
 * cs_centre_read:
 * @centre: empty but for its id
 * @data: text of the file, NUL-terminated
 * @n_bytes: its length
 * @error: as cs_centre_new()
 *
 * Returns: whether the file makes sense; @centre is to be freed when it does not
 */
gboolean cs_centre_read (CsCentre *centre,
                         const char *data,
                         gsize n_bytes,
                         GError **error);

G_END_DECLS
