#pragma once

#include "cs-retake.h"

G_BEGIN_DECLS

/* Names of pictures that come with a file; for nobody else. */

/* Finds names for the pictures of @retake that the matter has others of the same name for.
 * Returns: (transfer full) (element-type utf8 utf8): name in the file -> name in the store */
GHashTable *cs_picture_names_apart (CsDraftStore *store,
                                    const CsRetake *retake);

/* Returns: (transfer none) (nullable): what @name is called by @names, itself for none of them */
const char *cs_picture_names_get (GHashTable *names,
                                  const char *name);

/* Returns: (transfer full): @text, its objects' pictures named by @names */
CsText *cs_picture_names_give (GHashTable *names,
                               const CsText *text);

G_END_DECLS
