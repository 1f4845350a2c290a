#include "cs-shape.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *icon;
  const char *hollow_icon;
  const char *css_class;
  const char *color;
  PangoUnderline underline;
} shapes[CS_N_SEVERITIES] = {
  [CS_SEVERITY_ERROR] = { "cs-error-symbolic", "cs-error-hollow-symbolic", "cs-error", "cs_error",
                          PANGO_UNDERLINE_ERROR },
  [CS_SEVERITY_WARNING] = { "cs-warning-symbolic", "cs-warning-hollow-symbolic", "cs-warning",
                            "cs_warning", PANGO_UNDERLINE_DOUBLE },
  [CS_SEVERITY_ADVICE] = { "cs-advice-symbolic", "cs-advice-hollow-symbolic", "cs-advice",
                           "cs_advice", PANGO_UNDERLINE_SINGLE },
};

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

char *
cs_shape_dup_count (CsSeverity severity, guint n)
{
  switch (severity)
    {
    case CS_SEVERITY_ERROR:
      return g_strdup_printf (ngettext ("%u must fix", "%u must fix", n), n);
    case CS_SEVERITY_WARNING:
      return g_strdup_printf (ngettext ("%u should fix", "%u should fix", n), n);
    case CS_SEVERITY_ADVICE:
    case CS_N_SEVERITIES:
    default:
      return g_strdup_printf (ngettext ("%u hint", "%u hints", n), n);
    }
}

const char *
cs_shape_get_icon (CsSeverity severity, gboolean certain)
{
  g_return_val_if_fail (severity < CS_N_SEVERITIES, NULL);

  return certain ? shapes[severity].icon : shapes[severity].hollow_icon;
}

const char *
cs_shape_get_css_class (CsSeverity severity)
{
  g_return_val_if_fail (severity < CS_N_SEVERITIES, NULL);

  return shapes[severity].css_class;
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
      gtk_widget_remove_css_class (widget, shapes[i].css_class);
  gtk_widget_add_css_class (widget, shapes[severity].css_class);
  gtk_image_set_from_icon_name (image, cs_shape_get_icon (severity, certain));
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  cs_shape_get_word (severity), -1);
}

void
cs_shape_lookup_color (GtkWidget *widget, CsSeverity severity, GdkRGBA *color)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  if (!gtk_style_context_lookup_color (context, shapes[severity].color, color))
    gtk_style_context_get_color (context, color);
}

PangoUnderline
cs_shape_get_underline (CsSeverity severity)
{
  return severity < CS_N_SEVERITIES ? shapes[severity].underline : PANGO_UNDERLINE_NONE;
}
