#include "cs-fts-tokenizer.h"

#include "../../language/cs-search-tokens.h"

/* What FTS5 wants to be told of a token. */
typedef int (*TokenFunc) (void *data, int flags, const char *text, int n, int start, int end);

typedef struct
{
  TokenFunc func;
  void *data;
  int code;
} Tokens;

static int
create (void *data, const char **args, int n_args, Fts5Tokenizer **tokenizer)
{
  static char no_state;

  *tokenizer = (Fts5Tokenizer *)(gpointer)&no_state;

  return SQLITE_OK;
}

static void
destroy (Fts5Tokenizer *tokenizer)
{
}

static gboolean
pass_on (const CsSearchToken *token, gpointer data)
{
  Tokens *tokens = data;

  tokens->code = tokens->func (tokens->data, 0, token->text, (int)token->n_bytes,
                               (int)token->start_byte, (int)token->end_byte);

  return tokens->code == SQLITE_OK;
}

static int
tokenize (Fts5Tokenizer *tokenizer, void *data, int flags, const char *text, int n, TokenFunc func)
{
  Tokens tokens = { func, data, SQLITE_OK };

  cs_search_tokens_each (text, MAX (n, 0), pass_on, &tokens);

  return tokens.code;
}

fts5_api *
cs_fts_api_get (sqlite3 *db)
{
  sqlite3_stmt *statement = NULL;
  fts5_api *api = NULL;

  if (sqlite3_prepare_v2 (db, "SELECT fts5(?1)", -1, &statement, NULL) == SQLITE_OK)
    {
      sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
      sqlite3_step (statement);
    }
  sqlite3_finalize (statement);

  return api;
}

int
cs_fts_tokenizer_register (sqlite3 *db)
{
  fts5_tokenizer tokenizer = { create, destroy, tokenize };
  fts5_api *api = cs_fts_api_get (db);

  if (api == NULL)
    return SQLITE_ERROR;

  return api->xCreateTokenizer (api, CS_FTS_TOKENIZER, NULL, &tokenizer, NULL);
}
