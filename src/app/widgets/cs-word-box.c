#include "cs-word-box.h"

#define PADDING 8
#define HEIGHT 22
#define RADIUS 5
#define WORD_PT 9

PangoLayout *
cs_word_box_new (const char *word)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");
  PangoLayout *box = pango_layout_new (context);

  g_object_unref (context);
  pango_font_description_set_absolute_size (font, WORD_PT * PANGO_SCALE * 96.0 / 72.0);
  pango_layout_set_font_description (box, font);
  pango_layout_set_ellipsize (box, PANGO_ELLIPSIZE_MIDDLE);
  pango_layout_set_text (box, word, -1);

  return box;
}

void
cs_word_box_get_size (PangoLayout *box, int *width, int *height)
{
  int word_width;

  pango_layout_set_width (box, -1);
  pango_layout_get_pixel_size (box, &word_width, NULL);
  *width = word_width + 2 * PADDING;
  *height = HEIGHT;
}

void
cs_word_box_snapshot (
    PangoLayout *box, GtkSnapshot *snapshot, const GdkRGBA *ink, double width, double height)
{
  GskRoundedRect frame;
  int word_width, word_height;

  gsk_rounded_rect_init_from_rect (&frame, &GRAPHENE_RECT_INIT (1, 1, width - 2, height - 2),
                                   RADIUS);
  gtk_snapshot_append_border (snapshot, &frame, (float[4]){ 1, 1, 1, 1 },
                              (GdkRGBA[4]){ *ink, *ink, *ink, *ink });

  pango_layout_set_width (box, MAX (0, width - 2 * PADDING) * PANGO_SCALE);
  pango_layout_get_pixel_size (box, &word_width, &word_height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((width - word_width) / 2,
                                                          (height - word_height) / 2));
  gtk_snapshot_append_layout (snapshot, box, ink);
  gtk_snapshot_restore (snapshot);
}
