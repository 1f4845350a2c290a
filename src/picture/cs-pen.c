#include "cs-pen.h"

#include <math.h>
#include <string.h>

#define SHAPE 6.0 /* half of a shape's height */
#define HATCH_STEP 5.0

void
cs_pen_begin (CsPen *pen, cairo_t *cairo, const CsPictureStyle *style, double width)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoContext *context;

  *pen = (CsPen){ .cairo = cairo, .style = style, .width = width };
  pen->layout = pango_cairo_create_layout (cairo);
  context = pango_layout_get_context (pen->layout);
  pango_context_set_language (context, pango_language_from_string (style->language));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (pen->layout, attributes);
  pango_attr_list_unref (attributes);
  cairo_set_line_width (cairo, 1);
}

void
cs_pen_end (CsPen *pen)
{
  g_clear_object (&pen->layout);
}

void
cs_pen_ink_faded (CsPen *pen, CsPictureInk ink, double alpha)
{
  const CsPictureColor *color = &pen->style->colors[ink];

  cairo_set_source_rgba (pen->cairo, color->red, color->green, color->blue, color->alpha * alpha);
}

void
cs_pen_ink (CsPen *pen, CsPictureInk ink)
{
  cs_pen_ink_faded (pen, ink, 1);
}

static double
linear (double part)
{
  return part <= 0.03928 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

/* Luminance of @color laid on @paper at @alpha. */
static double
luminance (const CsPictureColor *color, const CsPictureColor *paper, double alpha)
{
  double red = linear (color->red * alpha + paper->red * (1 - alpha));
  double green = linear (color->green * alpha + paper->green * (1 - alpha));
  double blue = linear (color->blue * alpha + paper->blue * (1 - alpha));

  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

static double
contrast (double one, double other)
{
  return (MAX (one, other) + 0.05) / (MIN (one, other) + 0.05);
}

CsPictureInk
cs_pen_choose_ink (const CsPen *pen, CsPictureInk ink, double alpha)
{
  const CsPictureColor *colors = pen->style->colors;
  const CsPictureColor *paper = &colors[CS_PICTURE_PAPER];
  double ground = luminance (&colors[ink], paper, alpha);
  double of_ink = contrast (luminance (&colors[CS_PICTURE_INK], paper, 1), ground);
  double of_paper = contrast (luminance (paper, paper, 1), ground);

  return of_paper > of_ink ? CS_PICTURE_PAPER : CS_PICTURE_INK;
}

/* --- text --- */

static double
size_of (const CsPen *pen, CsPenText how)
{
  return pen->style->font_size * (how.scale > 0 ? how.scale : 1);
}

static void
lay_out (CsPen *pen, const char *text, CsPenText how, gboolean is_one_line)
{
  PangoFontDescription *font = pango_font_description_from_string (pen->style->font_family);

  pango_font_description_set_absolute_size (font, size_of (pen, how) * PANGO_SCALE);
  pango_font_description_set_weight (font, how.is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (pen->layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (pen->layout, how.max_width > 0 ? how.max_width * PANGO_SCALE : -1);
  if (is_one_line)
    pango_layout_set_ellipsize (pen->layout, PANGO_ELLIPSIZE_END);
  else
    pango_layout_set_ellipsize (pen->layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_single_paragraph_mode (pen->layout, is_one_line);
  pango_layout_set_wrap (pen->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (pen->layout, text == NULL ? "" : text, -1);
}

static double
get_width (CsPen *pen)
{
  PangoRectangle logical;

  pango_layout_get_extents (pen->layout, NULL, &logical);
  return logical.width / (double)PANGO_SCALE;
}

double
cs_pen_measure_text (CsPen *pen, const char *text, CsPenText how)
{
  lay_out (pen, text, how, TRUE);
  return get_width (pen);
}

double
cs_pen_text (CsPen *pen, double x, double y, const char *text, CsPenText how)
{
  double width;
  double baseline;

  lay_out (pen, text, how, TRUE);
  width = get_width (pen);
  /* By the baseline, so that lines of different scripts stand level. */
  baseline = pango_layout_get_baseline (pen->layout) / (double)PANGO_SCALE;
  cs_pen_ink (pen, how.ink);
  cairo_move_to (pen->cairo, x - width * how.align, y + 0.36 * size_of (pen, how) - baseline);
  pango_cairo_show_layout (pen->cairo, pen->layout);
  cairo_new_path (pen->cairo);
  return width;
}

double
cs_pen_paragraph (CsPen *pen, double x, double y, const char *text, CsPenText how)
{
  PangoRectangle logical;

  lay_out (pen, text, how, FALSE);
  pango_layout_get_extents (pen->layout, NULL, &logical);
  cs_pen_ink (pen, how.ink);
  cairo_move_to (pen->cairo, x, y);
  pango_cairo_show_layout (pen->cairo, pen->layout);
  cairo_new_path (pen->cairo);
  return logical.height / (double)PANGO_SCALE;
}

/* --- lines and areas --- */

void
cs_pen_line (CsPen *pen, double x1, double y1, double x2, double y2)
{
  double off_x = x1 == x2 ? 0.5 : 0;
  double off_y = y1 == y2 ? 0.5 : 0;

  if (off_x > 0)
    x1 = x2 = floor (x1);
  if (off_y > 0)
    y1 = y2 = floor (y1);
  cairo_move_to (pen->cairo, x1 + off_x, y1 + off_y);
  cairo_line_to (pen->cairo, x2 + off_x, y2 + off_y);
  cairo_stroke (pen->cairo);
}

void
cs_pen_round (CsPen *pen, double x, double y, double width, double height, double radius)
{
  double r = MIN (radius, MIN (width, height) / 2);

  cairo_new_sub_path (pen->cairo);
  cairo_arc (pen->cairo, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (pen->cairo, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (pen->cairo, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (pen->cairo, x + r, y + r, r, G_PI, G_PI + G_PI_2);
  cairo_close_path (pen->cairo);
}

void
cs_pen_hatch (CsPen *pen, CsPictureInk ink)
{
  double x1;
  double y1;
  double x2;
  double y2;
  double height;

  cairo_save (pen->cairo);
  cairo_clip_preserve (pen->cairo);
  cairo_path_extents (pen->cairo, &x1, &y1, &x2, &y2);
  cairo_new_path (pen->cairo);
  height = y2 - y1;
  cs_pen_ink (pen, ink);
  for (double x = x1 - height; x < x2; x += HATCH_STEP)
    {
      cairo_move_to (pen->cairo, x, y2);
      cairo_line_to (pen->cairo, x + height, y1);
    }
  cairo_stroke (pen->cairo);
  cairo_restore (pen->cairo);
}

void
cs_pen_pick (CsPen *pen, cairo_rectangle_t rectangle, const char *id, const char *text)
{
  CsPick *pick;

  if (pen->picks == NULL || id == NULL || id[0] == '\0')
    return;
  pick = g_new0 (CsPick, 1);
  pick->x = rectangle.x;
  pick->y = rectangle.y;
  pick->width = rectangle.width;
  pick->height = rectangle.height;
  pick->id = g_strdup (id);
  pick->text = g_strdup (text == NULL ? "" : text);
  g_ptr_array_add (pen->picks, pick);
}

gboolean
cs_pen_is_selected (const CsPen *pen, const char *id)
{
  return pen->style->selected != NULL && g_strcmp0 (pen->style->selected, id) == 0;
}

/* --- shapes --- */

/* Fills the path with paper, so that no line shows through, and draws it. */
static void
outline (CsPen *pen, CsPictureInk ink)
{
  cs_pen_ink (pen, CS_PICTURE_PAPER);
  cairo_fill_preserve (pen->cairo);
  cs_pen_ink (pen, ink);
  cairo_set_line_width (pen->cairo, 2);
  cairo_stroke (pen->cairo);
  cairo_set_line_width (pen->cairo, 1);
}

void
cs_pen_ring (CsPen *pen, double x, double y)
{
  cairo_new_sub_path (pen->cairo);
  cairo_arc (pen->cairo, x, y, SHAPE, 0, 2 * G_PI);
  outline (pen, CS_PICTURE_ACCENT);
}

void
cs_pen_diamond (CsPen *pen, double x, double y)
{
  double r = SHAPE + 1;

  cairo_move_to (pen->cairo, x, y - r);
  cairo_line_to (pen->cairo, x + r, y);
  cairo_line_to (pen->cairo, x, y + r);
  cairo_line_to (pen->cairo, x - r, y);
  cairo_close_path (pen->cairo);
  outline (pen, CS_PICTURE_ACCENT);
}

static void
stroke_sign (CsPen *pen, CsPictureInk ink, double width)
{
  cs_pen_ink (pen, ink);
  cairo_set_line_width (pen->cairo, width);
  cairo_set_line_cap (pen->cairo, CAIRO_LINE_CAP_ROUND);
  cairo_stroke (pen->cairo);
  cairo_set_line_cap (pen->cairo, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (pen->cairo, 1);
}

void
cs_pen_tick (CsPen *pen, double x, double y)
{
  double r = SHAPE + 0.5;

  cs_pen_round (pen, x - r - 1, y - r - 1, 2 * r + 2, 2 * r + 2, 4);
  cs_pen_ink (pen, CS_PICTURE_PAPER);
  cairo_fill (pen->cairo);
  cs_pen_round (pen, x - r, y - r, 2 * r, 2 * r, 3);
  cs_pen_ink (pen, CS_PICTURE_GOOD);
  cairo_fill (pen->cairo);
  cairo_move_to (pen->cairo, x - 3.2, y + 0.2);
  cairo_line_to (pen->cairo, x - 0.9, y + 2.6);
  cairo_line_to (pen->cairo, x + 3.4, y - 2.6);
  stroke_sign (pen, CS_PICTURE_PAPER, 1.8);
}

void
cs_pen_cross (CsPen *pen, double x, double y)
{
  double r = SHAPE - 1.5;

  cairo_move_to (pen->cairo, x - r, y - r);
  cairo_line_to (pen->cairo, x + r, y + r);
  cairo_move_to (pen->cairo, x - r, y + r);
  cairo_line_to (pen->cairo, x + r, y - r);
  stroke_sign (pen, CS_PICTURE_BAD, 2.4);
}

void
cs_pen_question (CsPen *pen, double x, double y)
{
  double r = SHAPE + 1;

  cs_pen_round (pen, x - r, y - r, 2 * r, 2 * r, 4);
  outline (pen, CS_PICTURE_DOUBT);
  cs_pen_text (pen, x, y, "?", (CsPenText){ CS_PICTURE_DOUBT, CS_PEN_SMALL, TRUE, 0.5, 0 });
}
