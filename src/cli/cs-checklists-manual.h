#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cs_checklists_manual:
 * @names: (array zero-terminated=1): ids or paths of the checklists it holds; all when it is empty
 * @language: "zh" or "en"
 * @path: (nullable): file to write; %NULL for standard output
 *
 * Writes the rule manual as HTML.
 *
 * Returns: an exit status
 */
int cs_checklists_manual (char *const *names,
                          const char *language,
                          const char *path);

G_END_DECLS
