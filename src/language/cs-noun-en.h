#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Names of things in English, a noun with words around it: "check valve", "end of the rod". */

/**
 * cs_noun_en_dup_singular:
 * @name: a name in any case, without article
 *
 * Of several words the last one before a preposition is meant: "ends of the rod". Thread: any.
 *
 * Returns: (transfer full): @name in the singular; as it was when it is no plural
 */
char *cs_noun_en_dup_singular (const char *name);

/**
 * cs_noun_en_dup_plural:
 * @name: a name in the singular
 *
 * By rule, and by the usual exceptions of technical English. Thread: any.
 *
 * Returns: (transfer full): @name in the plural
 */
char *cs_noun_en_dup_plural (const char *name);

/**
 * cs_noun_en_takes_an:
 * @name: a name
 *
 * By the sound it begins with: an hour, a unit, an LED, a RAM. Thread: any.
 *
 * Returns: whether it is "an" that stands before it
 */
gboolean cs_noun_en_takes_an (const char *name);

G_END_DECLS
