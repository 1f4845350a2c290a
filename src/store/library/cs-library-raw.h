#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Raw records in little room; for nobody else. */

/* Returns: (transfer full): @text by zlib */
GBytes *cs_library_pack (const char *text);

/* Returns: (transfer full): the text that was packed, "" for what is none or longer than a raw
 * record may be */
char *cs_library_unpack (const void *packed,
                         gsize n_bytes);

G_END_DECLS
