#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* The tokens of a search (language/cs-search-tokens.h) for SQLite's full-text index; for nobody
 * else. */

/* The name by which a table asks for it: tokenize='claimsmith'. */
#define CS_FTS_TOKENIZER "claimsmith"

/* cs_fts_tokenizer_register: makes the tokenizer known to the connection @db, which can open no
 * full-text table before. Returns: a code of SQLite */
int cs_fts_tokenizer_register (sqlite3 *db);

/* Returns: (transfer none) (nullable): how FTS5 is extended on the connection @db */
fts5_api *cs_fts_api_get (sqlite3 *db);

G_END_DECLS
