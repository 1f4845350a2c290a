#include "cs-object-pango.h"

/* A font map serves one thread at a time, and takes long to make. */
static GPrivate font_map = G_PRIVATE_INIT (g_object_unref);

static PangoFontMap *
get_font_map (void)
{
  PangoFontMap *map = g_private_get (&font_map);

  if (map == NULL)
    {
      map = pango_cairo_font_map_new ();
      pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72);
      g_private_set (&font_map, map);
    }

  return map;
}

PangoContext *
cs_object_pango_context_new (void)
{
  PangoContext *context = pango_font_map_create_context (get_font_map ());
  cairo_font_options_t *options = cairo_font_options_create ();

  /* What is drawn larger must look the same. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("zh-cn"));

  return context;
}
