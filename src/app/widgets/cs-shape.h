#pragma once

#include <gtk/gtk.h>

#include "../../exam/cs-severity.h"

G_BEGIN_DECLS

/* The one vocabulary of shapes: octagon, triangle and diamond, hollow for what is only possible. */

/** cs_shape_get_word: Returns: (transfer none): what people call a finding of @severity,
 * translated */
const char *cs_shape_get_word (CsSeverity severity);

/** cs_shape_dup_count: Returns: (transfer full): "3 must fix", ... */
char *cs_shape_dup_count (CsSeverity severity,
                          guint n);

/** cs_shape_get_icon: Returns: (transfer none): name of the icon of @severity, hollow unless
 * @certain */
const char *cs_shape_get_icon (CsSeverity severity,
                               gboolean certain);

/** cs_shape_get_css_class: Returns: (transfer none): the style class that gives its colour */
const char *cs_shape_get_css_class (CsSeverity severity);

/**
 * cs_shape_show:
 * @image: where
 * @severity: the shape to show, %CS_N_SEVERITIES for none: then @image is hidden
 * @certain: filled rather than hollow
 *
 * Shows a shape, in its colour and with its word as accessible label.
 */
void cs_shape_show (GtkImage *image,
                    CsSeverity severity,
                    gboolean certain);

/** cs_shape_lookup_color: @color: (out): colour of @severity in the style of @widget */
void cs_shape_lookup_color (GtkWidget *widget,
                            CsSeverity severity,
                            GdkRGBA *color);

/** cs_shape_get_underline: Returns: the line under words of @severity */
PangoUnderline cs_shape_get_underline (CsSeverity severity);

G_END_DECLS
