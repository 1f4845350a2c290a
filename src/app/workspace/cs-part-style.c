#include "cs-part-style.h"

#define DEFAULT_SIZE_PT 12
#define MIN_SIZE_PT 6
#define MAX_SIZE_PT 72

double
cs_part_style_get_font_size (const char *font)
{
  g_autoptr (PangoFontDescription) description =
      pango_font_description_from_string (font == NULL ? "" : font);
  double size = pango_font_description_get_size (description) / (double)PANGO_SCALE;

  return size > 0 ? CLAMP (size, MIN_SIZE_PT, MAX_SIZE_PT) : DEFAULT_SIZE_PT;
}

/* A family name comes from a settings file: nothing in it may end the string it stands in. */
static void
append_family (GString *css, const char *families)
{
  g_auto (GStrv) names = g_strsplit (families, ",", -1);

  g_string_append (css, "font-family: ");
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_strdelimit (g_strstrip (names[i]), "\"\\\n\r", ' ');
      g_string_append_printf (css, "%s\"%s\"", i > 0 ? ", " : "", names[i]);
    }
  g_string_append (css, "; ");
}

char *
cs_part_style_dup_font_css (const char *font)
{
  g_autoptr (PangoFontDescription) description =
      pango_font_description_from_string (font == NULL ? "" : font);
  PangoFontMask set = pango_font_description_get_set_fields (description);
  char size[G_ASCII_DTOSTR_BUF_SIZE];
  GString *css = g_string_new ("textview { ");

  if ((set & PANGO_FONT_MASK_FAMILY) != 0)
    append_family (css, pango_font_description_get_family (description));
  if ((set & PANGO_FONT_MASK_WEIGHT) != 0)
    g_string_append_printf (css, "font-weight: %d; ",
                            pango_font_description_get_weight (description));
  if (pango_font_description_get_style (description) != PANGO_STYLE_NORMAL)
    g_string_append (css, "font-style: italic; ");
  g_ascii_formatd (size, sizeof size, "%.1f", cs_part_style_get_font_size (font));
  g_string_append_printf (css, "font-size: %spt; }", size);

  return g_string_free (css, FALSE);
}
