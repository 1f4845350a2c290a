#pragma once

#include "../cs-store-sql.h"

G_BEGIN_DECLS

/* How texts are cut into words for the indexes; for nobody else. */

/* What stands behind "tokenize =". */
#define CS_LIBRARY_TOKENIZER "claimsmith"

/* Makes the tokenizer known to a connection, before the first use of an index. */
gboolean cs_library_register_tokenizer (const CsDatabase *database,
                                        GError **error);

G_END_DECLS
