#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CS_SEARCH_TOKENS_VERSION: which tokens a text has. An index that was made with others finds
 * nothing right and must be made anew
 */
#define CS_SEARCH_TOKENS_VERSION 1

/**
 * CsSearchToken:
 * @text: as it is compared: NUL-terminated, valid for the call only
 * @n_bytes: its length, at most %CS_MAX_SEARCH_TOKEN
 * @start_byte: where it stands in the text
 * @end_byte: one past its last byte
 *
 * What a search compares: one Chinese, Japanese or Korean character, or one word of letters and
 * digits of any other script. Folded: Unicode's NFKC, without case; without the marks of Latin,
 * Greek and Cyrillic letters; traditional characters simplified.
 */
typedef struct
{
  const char *text;
  gsize n_bytes;
  gsize start_byte;
  gsize end_byte;
} CsSearchToken;

/** CS_MAX_SEARCH_TOKEN: bytes of a word by which it is known: sequences of bases are longer */
#define CS_MAX_SEARCH_TOKEN 120

/**
 * CsSearchTokenFunc:
 * @token: the next token, lent
 * @data: of the caller
 *
 * Returns: whether to go on
 */
typedef gboolean (*CsSearchTokenFunc) (const CsSearchToken *token, gpointer data);

/**
 * cs_search_tokens_each:
 * @text: (array length=n_bytes): a text; bytes that are no UTF-8 stand between words
 * @n_bytes: its length
 * @func: called for each token in order
 * @data: for @func
 *
 * Splits a text to be indexed, a query, or a text in which hits are marked: all three by this one
 * function, or they would not meet. O(n), without allocating. Source: Unicode Standard Annex 15
 * (NFKC_Casefold). Thread: any.
 *
 * Returns: whether all tokens were seen, %FALSE when @func did not want to go on
 */
gboolean cs_search_tokens_each (const char *text,
                                gsize n_bytes,
                                CsSearchTokenFunc func,
                                gpointer data);

/**
 * cs_search_tokens_join:
 * @text: (array length=n_bytes): a text
 * @n_bytes: its length
 *
 * Thread: any.
 *
 * Returns: (transfer full): its tokens with one space between them, by which names are compared
 */
char *cs_search_tokens_join (const char *text,
                             gsize n_bytes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
