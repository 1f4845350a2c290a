#pragma once

#include <gtk/gtk.h>

#include "../../base/cs-text.h"

G_BEGIN_DECLS

/**
 * CsObjectPaintable:
 *
 * An inline object as it stands in an editor: what it is, so that it can be copied and saved
 * again, and how it looks: its picture, else its formula or table drawn, else a box with the word
 * for its kind.
 */
#define CS_TYPE_OBJECT_PAINTABLE (cs_object_paintable_get_type ())

G_DECLARE_FINAL_TYPE (CsObjectPaintable, cs_object_paintable, CS, OBJECT_PAINTABLE, GObject)

/**
 * cs_object_paintable_new:
 * @object: what it is; copied
 * @picture: (nullable) (transfer none): its picture, which may change later
 *
 * Returns: (transfer full): the paintable
 */
CsObjectPaintable *cs_object_paintable_new (const CsInlineObject *object,
                                            GdkPaintable *picture);

/** cs_object_paintable_get_object: Returns: (transfer none): what it is; its place says
 * nothing */
const CsInlineObject *cs_object_paintable_get_object (CsObjectPaintable *self);

/** cs_object_paintable_set_max_width: @max_width: width of the text around it, in pixels */
void cs_object_paintable_set_max_width (CsObjectPaintable *self,
                                        int max_width);

/** cs_object_kind_get_word: Returns: (transfer none): what people call @kind, translated */
const char *cs_object_kind_get_word (CsObjectKind kind);

G_END_DECLS
