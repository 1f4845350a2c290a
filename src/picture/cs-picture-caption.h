#pragma once

#include "cs-picture.h"

G_BEGIN_DECLS

/**
 * cs_picture_caption_new:
 * @picture: a picture
 * @title: above it
 * @origin: below it: of what data it is
 *
 * For a file, which must tell by itself what it shows. Nothing in it can be picked.
 *
 * Returns: (transfer full): @picture with words around it
 */
CsPicture *cs_picture_caption_new (CsPicture *picture,
                                   const char *title,
                                   const char *origin) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
