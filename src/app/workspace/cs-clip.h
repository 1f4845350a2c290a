#pragma once

#include "../../base/cs-text.h"
#include "cs-picture-set.h"

G_BEGIN_DECLS

/**
 * CsClip:
 *
 * A stretch of text on its way from one place to another, maybe of another matter, with the
 * pictures of its inline objects: no formula is lost on the way. A boxed type. Thread: the main
 * one.
 */
typedef struct _CsClip CsClip;

#define CS_TYPE_CLIP (cs_clip_get_type ())

GType cs_clip_get_type (void) G_GNUC_CONST;

/** cs_clip_new: @set: (nullable): where the pictures of @text are. Returns: (transfer full): it */
CsClip *cs_clip_new (CsText *text,
                     CsPictureSet *set);

/** cs_clip_ref: Returns: (transfer full): @clip */
CsClip *cs_clip_ref (CsClip *clip);

/** cs_clip_unref: lets go of @clip */
void cs_clip_unref (CsClip *clip);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsClip, cs_clip_unref)

/** cs_clip_find_loading: Returns: (transfer none) (nullable): a picture whose bytes are on their
 * way */
CsMatterPicture *cs_clip_find_loading (CsClip *clip);

/** cs_clip_dup_text: @set: (nullable): the pictures of the matter it goes to, which take up those
 * of @clip. Returns: (transfer full): the text as it reads there; an object whose picture does not
 * exist has none there either */
CsText *cs_clip_dup_text (CsClip *clip,
                          CsPictureSet *set);

G_END_DECLS
