#pragma once

#include "../store/cs-draft-store.h"

G_BEGIN_DECLS

/**
 * CsMatterPictures:
 *
 * The pictures of a matter for a thread that writes it somewhere: those that were in memory, and
 * those that only the store has, read over a connection of its own. Thread: made in any, then one.
 */
typedef struct _CsMatterPictures CsMatterPictures;

/**
 * cs_matter_pictures_new:
 * @loaded: (transfer none) (element-type utf8 GBytes): what is in memory, by name; not changed any
 *   more
 * @folder: (nullable): of the store, %NULL when there is none
 * @matter: id of the matter
 *
 * Returns: (transfer full): its pictures; nothing is opened yet
 */
CsMatterPictures *cs_matter_pictures_new (GHashTable *loaded,
                                          const char *folder,
                                          gint64 matter);

/** cs_matter_pictures_free: closes the connection and frees @pictures. Thread: any */
void cs_matter_pictures_free (CsMatterPictures *pictures);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsMatterPictures, cs_matter_pictures_free)

/** cs_matter_pictures_load: @pictures: a #CsMatterPictures, as data of #CsImageFunc and
 * #CsLoadImageFunc. Returns: (transfer full) (nullable): the bytes of picture @name */
GBytes *cs_matter_pictures_load (const char *name,
                                 gpointer pictures);

/** cs_draft_list_pictures: Returns: (transfer full) (element-type utf8): set of the names of all
 * pictures that @draft speaks of, figures and inline objects; the names are those of @draft */
GHashTable *cs_draft_list_pictures (const CsDraft *draft);

G_END_DECLS
