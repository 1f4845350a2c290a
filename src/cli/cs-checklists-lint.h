#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cs_checklists_lint:
 * @paths: (array zero-terminated=1): files with checklists that somebody wrote
 * @language: "zh" or "en": of what is said of a list without a mistake
 *
 * Prints every mistake with its line, and of a list that stands on one of ours what it changes.
 *
 * Returns: an exit status
 */
int cs_checklists_lint (char **paths,
                        const char *language);

G_END_DECLS
