#pragma once

#include <gtk/gtk.h>

#include "../../family/cs-legal-status.h"

G_BEGIN_DECLS

/* What families come to, as a shape and a word. */

/** cs_family_status_get_label: Returns: (transfer none): "In force", ... */
const char *cs_family_status_get_label (CsFamilyStatus status);

/** cs_family_shape_show: @image: where. Shows the shape of @status in its colour; the word stands
 * beside it */
void cs_family_shape_show (GtkImage *image,
                           CsFamilyStatus status);

G_END_DECLS
