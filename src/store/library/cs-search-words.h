#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words of a feature by which others can be found; for nobody else. Knows no store. */

/* Returns: (transfer full) (array zero-terminated=1): the words of @feature that may tell
 * something, each once: of Chinese those the dictionary divides it into, without function words */
char **cs_search_words_list (const char *feature);

G_END_DECLS
