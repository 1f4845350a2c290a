#include <string.h>

#include <adwaita.h>

#include "cs-part-colors.h"

/* A colour of the style sheet, and what it is where there is none. */
typedef struct
{
  const char *name;
  const char *light;
  const char *dark;
} NamedColor;

static const NamedColor reference = { "cs_reference", "#1a5fb4", "#99c1f1" };
static const NamedColor transition = { "cs_transition", "#813d9c", "#dc8add" };
static const NamedColor term = { "accent_bg_color", "#3584e4", "#3584e4" };
static const NamedColor severities[CS_N_SEVERITIES] = {
  { "cs_error", "#c01c28", "#ff8d7e" },
  { "cs_warning", "#a86200", "#f5c44e" },
  { "cs_advice", "#1c71d8", "#99c1f1" },
};

#define SIGN_ALPHA 0.62 /* dim, and still 4.5:1 */

static void
look_up (GtkWidget *widget, const NamedColor *named, GdkRGBA *color)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), named->name, color))
    gdk_rgba_parse (color, dark ? named->dark : named->light);
}

void
cs_part_colors_look_up (CsPartColors *colors, GtkWidget *widget)
{
  look_up (widget, &reference, &colors->reference);
  look_up (widget, &transition, &colors->transition);
  for (guint i = 0; i < CS_N_SEVERITIES; i++)
    look_up (widget, &severities[i], &colors->severities[i]);

  colors->tint = adw_style_manager_get_dark (adw_style_manager_get_default ()) ? 0.25 : 0.14;
  look_up (widget, &term, &colors->term);
  colors->term.alpha = colors->tint;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colors->sign);
  if (!adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    colors->sign.alpha *= SIGN_ALPHA;
}

gboolean
cs_part_colors_equal (const CsPartColors *a, const CsPartColors *b)
{
  return memcmp (a, b, sizeof *a) == 0;
}
