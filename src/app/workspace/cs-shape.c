#include <glib/gi18n-lib.h>

#include "../widgets/cs-names.h"
#include "cs-shape.h"

static const char *const color_names[CS_N_SEVERITIES] = { "cs_error", "cs_warning", "cs_advice" };

const char *
cs_shape_get_word (CsSeverity severity)
{
  switch (severity)
    {
    case CS_SEVERITY_ERROR:
      return _ ("error");
    case CS_SEVERITY_WARNING:
      return _ ("warning");
    case CS_SEVERITY_ADVICE:
      return _ ("advice");
    case CS_N_SEVERITIES:
    default:
      return "";
    }
}

const char *
cs_shape_get_icon (CsSeverity severity, gboolean certain)
{
  g_return_val_if_fail (severity < CS_N_SEVERITIES, NULL);

  return cs_severity_get_icon (severity, !certain);
}

void
cs_shape_show (GtkImage *image, CsSeverity severity, gboolean certain)
{
  GtkWidget *widget = GTK_WIDGET (image);

  gtk_widget_set_visible (widget, severity < CS_N_SEVERITIES);
  if (severity >= CS_N_SEVERITIES)
    return;

  for (guint i = 0; i < CS_N_SEVERITIES; i++)
    if (i != severity)
      gtk_widget_remove_css_class (widget, cs_severity_get_css_class (i));
  gtk_widget_add_css_class (widget, cs_severity_get_css_class (severity));
  gtk_image_set_from_icon_name (image, cs_shape_get_icon (severity, certain));
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  cs_shape_get_word (severity), -1);
}

void
cs_shape_lookup_color (GtkWidget *widget, CsSeverity severity, GdkRGBA *color)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  if (!gtk_style_context_lookup_color (context, color_names[severity], color))
    gtk_style_context_get_color (context, color);
}

PangoUnderline
cs_shape_get_underline (CsSeverity severity)
{
  static const PangoUnderline lines[CS_N_SEVERITIES] = {
    PANGO_UNDERLINE_ERROR,
    PANGO_UNDERLINE_DOUBLE,
    PANGO_UNDERLINE_SINGLE,
  };

  return severity < CS_N_SEVERITIES ? lines[severity] : PANGO_UNDERLINE_NONE;
}

const char *
cs_ui_language (void)
{
  const char *const *names = g_get_language_names ();

  return g_str_has_prefix (names[0], "zh") ? "zh" : "en";
}
