#pragma once

#include "../../language/cs-fold.h"
#include "cs-query.h"

G_BEGIN_DECLS

/* A query cut into its pieces; for nobody else. */

typedef enum
{
  CS_QUERY_TOKEN_END,
  CS_QUERY_TOKEN_WORD,
  CS_QUERY_TOKEN_PHRASE,
  CS_QUERY_TOKEN_OPEN,
  CS_QUERY_TOKEN_CLOSE,
  CS_QUERY_TOKEN_FIELD,
  CS_QUERY_TOKEN_AND,
  CS_QUERY_TOKEN_OR,
  CS_QUERY_TOKEN_NOT,
  CS_QUERY_TOKEN_NEAR
} CsQueryTokenKind;

typedef enum
{
  CS_QUERY_EQUAL,
  CS_QUERY_LESS,
  CS_QUERY_LESS_EQUAL,
  CS_QUERY_MORE,
  CS_QUERY_MORE_EQUAL,
  CS_QUERY_ALL,   /* all words of the phrase that follows */
  CS_QUERY_ANY,   /* any of them */
  CS_QUERY_WHOLE, /* all of a name; with other fields as CS_QUERY_EQUAL */
  CS_QUERY_WITHIN /* between the two dates of the phrase that follows */
} CsQueryComparison;

typedef struct
{
  CsQueryTokenKind kind;
  gsize start_byte; /* in the query as it was written */
  gsize end_byte;
  char *text;                   /* of words and phrases: folded, without quotes and star */
  gboolean is_prefix;           /* of words and phrases */
  CsQueryField field;           /* of a field */
  CsQueryComparison comparison; /* of a field, and of its value */
  CsQueryLink link;             /* of NEAR and ADJ */
} CsQueryToken;

/* Distances that are meant where none is written. */
#define CS_QUERY_NEAR_DISTANCE 10
#define CS_QUERY_ADJ_DISTANCE 0

/* cs_query_fault_set: @message: (transfer full): says what is wrong unless something was before */
void cs_query_fault_set (CsQueryFault *fault,
                         gsize start_byte,
                         gsize end_byte,
                         char *message);

/* cs_query_lex: @query: folded. @fault: (inout). Returns: (transfer full) (element-type
 * CsQueryToken): all tokens, the last one CS_QUERY_TOKEN_END */
GArray *cs_query_lex (const CsFolded *query,
                      CsQueryFault *fault);

G_END_DECLS
