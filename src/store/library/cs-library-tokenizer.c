#include "cs-library-tokenizer.h"

#include "cs-fts-tokenizer.h"

gboolean
cs_library_register_tokenizer (const CsDatabase *database, GError **error)
{
  int code = cs_fts_tokenizer_register (database->db);

  if (code == SQLITE_OK)
    return TRUE;
  cs_store_set_error (error, code, database->db, database->path);
  return FALSE;
}
