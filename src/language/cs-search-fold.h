#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What each character is to a search; between the files of the search tokens, for nobody else. */

typedef enum
{
  CS_SEARCH_BREAK,  /* stands between words */
  CS_SEARCH_IGNORE, /* is not there: marks of Latin letters, soft hyphens, zero-width characters */
  CS_SEARCH_WORD,   /* a letter or digit of a word */
  CS_SEARCH_SINGLE, /* a token by itself: Chinese, Japanese, Korean */
  CS_SEARCH_SEVERAL /* stands for several characters, as ㎏ does */
} CsSearchKind;

/* The low 21 bits are the folded character, or for CS_SEARCH_SEVERAL the index of the first of
 * them; above are the kind, and whether a mark that follows may join the character. */
typedef guint32 CsSearchFold;

#define CS_SEARCH_CHAR(fold) ((gunichar)((fold)&0x1fffff))
#define CS_SEARCH_KIND(fold) ((CsSearchKind)((fold) >> 21 & 7))
#define CS_SEARCH_JOINS (1u << 24)

#define CS_SEARCH_PAGE 256

/* What 256 characters are. */
typedef struct
{
  CsSearchFold folds[CS_SEARCH_PAGE];
  CsSearchFold *several; /* sequences, each ended by 0 */
} CsSearchPage;

/* cs_search_page_get: @page: a character divided by 256, below 0x1100. Thread: any. Returns:
 * (transfer none): the page, made when it is first asked for */
const CsSearchPage *cs_search_page_get (guint page);

/* cs_search_join: Returns: the character that @base and the mark @next behind it are together, 0
 * when they are none */
gunichar cs_search_join (gunichar base,
                         gunichar next);

G_END_DECLS
