#pragma once

#include "cs-reading.h"

G_BEGIN_DECLS

/* The words of the lists that are looked for in whole drafts, found in one walk: inside the reading
 * of a unit, for nobody else. */

typedef struct _CsListedWords CsListedWords;

/* All words of these lists in @folded, which is in lower case. */
CsListedWords *cs_listed_words_new (const CsFolded *folded,
                                    gboolean chinese);
void cs_listed_words_free (CsListedWords *words);
CsLexiconHits cs_listed_words_get (const CsListedWords *words,
                                   const char *list);

G_END_DECLS
