#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cs_locale_init:
 *
 * Makes the program speak the language of its user. Translations come from `CLAIMSMITH_LOCALE_DIR`
 * when that is set, for a build that is not installed. First thing in main(), before there are
 * threads.
 */
void cs_locale_init (void);

G_END_DECLS
