#pragma once

#include "../widgets/cs-matter-picture.h"

G_BEGIN_DECLS

/**
 * CsPictureSet:
 *
 * The pictures of an open matter by their names: those that its store has, loaded when they are
 * asked for, and those that came in since from another matter or from outside, which the next save
 * takes to the store. The name of what comes in is made of its content, so that it means the same
 * in every matter and every version.
 */
#define CS_TYPE_PICTURE_SET (cs_picture_set_get_type ())

G_DECLARE_FINAL_TYPE (CsPictureSet, cs_picture_set, CS, PICTURE_SET, GObject)

/** cs_picture_set_new: @service: (nullable): where @matter is kept. Returns: (transfer full): its
 * pictures, none loaded */
CsPictureSet *cs_picture_set_new (CsStoreService *service,
                                  gint64 matter);

/** cs_picture_set_get: @name: base name of a picture. Returns: (transfer none) (nullable): what
 * shows it, at once: it loads itself */
CsMatterPicture *cs_picture_set_get (CsPictureSet *set,
                                     const char *name);

/** cs_picture_set_list_bytes: Returns: (transfer full) (element-type utf8 GBytes): all that is
 * loaded, by name: a table for another thread */
GHashTable *cs_picture_set_list_bytes (CsPictureSet *set);

/** cs_picture_set_adopt: takes up @picture, which another set calls @name. Returns: (transfer full)
 * (nullable): its name in @set; %NULL when it has no bytes */
char *cs_picture_set_adopt (CsPictureSet *set,
                            CsMatterPicture *picture,
                            const char *name);

/** cs_picture_set_put: @bytes are the picture @name from now on, unless @set has one so called */
void cs_picture_set_put (CsPictureSet *set,
                         const char *name,
                         GBytes *bytes);

/** cs_picture_set_add: @png: the content of a PNG. Returns: (transfer full): its name in @set */
char *cs_picture_set_add (CsPictureSet *set,
                          GBytes *png);

G_END_DECLS
