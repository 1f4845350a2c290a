#pragma once

#include "../draft/cs-draft.h"

G_BEGIN_DECLS

/**
 * CsDraftPictures:
 *
 * The pictures that a draft speaks of, in memory: whoever reads it lends them only for a moment.
 */
typedef struct _CsDraftPictures CsDraftPictures;

/**
 * cs_draft_pictures_new:
 * @draft: a draft
 * @load: returns: (transfer full) (nullable): the bytes of a picture
 * @data: for @load
 *
 * Returns: (transfer full): the pictures that are there
 */
CsDraftPictures *cs_draft_pictures_new (const CsDraft *draft,
                                        GBytes *(*load) (const char *name, gpointer data),
                                        gpointer data);

/** cs_draft_pictures_free: frees @pictures */
void cs_draft_pictures_free (CsDraftPictures *pictures);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsDraftPictures, cs_draft_pictures_free)

/** cs_draft_pictures_load: @pictures: a #CsDraftPictures. Returns: (transfer full) (nullable): the
 * bytes of @name; for whoever asks for pictures by name */
GBytes *cs_draft_pictures_load (const char *name,
                                gpointer pictures);

G_END_DECLS
