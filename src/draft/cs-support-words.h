#pragma once

#include "cs-support-index.h"

G_BEGIN_DECLS

/* Which words of a text a description does not have at all: inside cs-support.c, for nobody else.
 * */

/** cs_support_words_dup_unknown_zh: Returns: (transfer full) (element-type CsRange): runs of two or
 *  more characters of @text of which no pair stands in @places */
GArray *cs_support_words_dup_unknown_zh (const CsSupportIndex *index,
                                         const char *text,
                                         gsize n_bytes,
                                         guint places);

/** cs_support_words_dup_unknown_en: Returns: (transfer full) (element-type CsRange): words of @text
 *  that stand in @places neither in another form nor as parts of a compound */
GArray *cs_support_words_dup_unknown_en (const CsSupportIndex *index,
                                         const char *text,
                                         gsize n_bytes,
                                         guint places);

G_END_DECLS
