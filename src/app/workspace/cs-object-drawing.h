#pragma once

#include <gio/gio.h>
#include <cairo.h>

#include "../../base/cs-text.h"

G_BEGIN_DECLS

/**
 * CsObjectDrawing:
 * @shape: what is drawn, as a mask: it takes any colour, and any scale
 * @width_px: its width
 * @height_px: its height
 *
 * A formula or table without a picture, drawn from its source once and for all.
 */
typedef struct
{
  cairo_surface_t *shape;
  double width_px;
  double height_px;
} CsObjectDrawing;

/** cs_object_drawing_free: lets go of @drawing */
void cs_object_drawing_free (CsObjectDrawing *drawing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsObjectDrawing, cs_object_drawing_free)

/** cs_object_drawing_is_possible: Returns: whether @object is of a kind that can be drawn */
gboolean cs_object_drawing_is_possible (const CsInlineObject *object);

/** cs_object_drawing_make: draws @object in a thread of its own, one after another; then calls
 * @callback with @source. Thread: the main one */
void cs_object_drawing_make (const CsInlineObject *object,
                             GObject *source,
                             GAsyncReadyCallback callback,
                             gpointer data);

/** cs_object_drawing_make_finish: Returns: (transfer full) (nullable): the drawing; %NULL when its
 * source cannot be read, or is too large to be looked at in a line of text */
CsObjectDrawing *cs_object_drawing_make_finish (GAsyncResult *result);

G_END_DECLS
