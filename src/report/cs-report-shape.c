#include "cs-report-shape.h"

#include <string.h>

#define UNITS 16.0 /* of the square that the paths are drawn in */
#define CIRCLE \
  "M 8 1 C 11.9 1 15 4.1 15 8 C 15 11.9 11.9 15 8 15 C 4.1 15 1 11.9 1 8 C 1 4.1 4.1 1 8 1 Z"
#define PNG_PIXELS 64

typedef enum
{
  GROUND_FULL,
  GROUND_RING,
  GROUND_DASHED
} Ground;

typedef struct
{
  const char *name;
  const char *outline; /* SVG path of absolute M, L, C and Z */
  const char *mark;
  Ground ground;
  CsShapeColor colors[2]; /* on paper, on a dark ground */
} Shape;

static const Shape shapes[CS_N_SHAPES] = {
  { "error",
    "M 5.1 1 L 10.9 1 L 15 5.1 L 15 10.9 L 10.9 15 L 5.1 15 L 1 10.9 L 1 5.1 Z",
    "M 5.6 5.6 L 10.4 10.4 M 10.4 5.6 L 5.6 10.4",
    GROUND_FULL,
    { { 0xc0, 0x1c, 0x28 }, { 0xff, 0x8d, 0x7e } } },
  { "warning",
    "M 8 1.2 L 15.4 14.6 L 0.6 14.6 Z",
    "M 8 6 L 8 10 M 8 12.2 L 8 12.4",
    GROUND_FULL,
    { { 0xa8, 0x62, 0x00 }, { 0xf5, 0xc4, 0x4e } } },
  { "advice",
    "M 8 0.6 L 15.4 8 L 8 15.4 L 0.6 8 Z",
    "M 8 4.6 L 8 4.8 M 8 7.2 L 8 11.4",
    GROUND_FULL,
    { { 0x1c, 0x71, 0xd8 }, { 0x99, 0xc1, 0xf1 } } },
  { "manual",
    "M 4 1 L 12 1 C 13.7 1 15 2.3 15 4 L 15 12 C 15 13.7 13.7 15 12 15 L 4 15 "
    "C 2.3 15 1 13.7 1 12 L 1 4 C 1 2.3 2.3 1 4 1 Z",
    "M 5.8 6.3 C 5.8 3.5 10.2 3.5 10.2 6.3 C 10.2 8 8 7.9 8 9.6 M 8 12 L 8 12.2",
    GROUND_FULL,
    { { 0x81, 0x3d, 0x9c }, { 0xdc, 0x8a, 0xdd } } },
  { "passed",
    CIRCLE,
    "M 4.7 8.3 L 7.1 10.7 L 11.5 5.6",
    GROUND_FULL,
    { { 0x1e, 0x7f, 0x4f }, { 0x7f, 0xe0, 0xa6 } } },
  { "not-applicable",
    CIRCLE,
    "M 4.8 8 L 11.2 8",
    GROUND_RING,
    { { 0x6b, 0x6a, 0x70 }, { 0x9a, 0x99, 0x96 } } },
  { "not-run", CIRCLE, "", GROUND_DASHED, { { 0x6b, 0x6a, 0x70 }, { 0x9a, 0x99, 0x96 } } },
};

const char *
cs_report_shape_get_name (CsReportShape shape)
{
  return shapes[shape].name;
}

CsShapeColor
cs_report_shape_get_color (CsReportShape shape, gboolean dark)
{
  return shapes[shape].colors[dark];
}

/* --- with Cairo --- */

static double
read_number (const char **path)
{
  char *end;
  double value = g_ascii_strtod (*path, &end);

  *path = end;

  return value;
}

/* The paths are our own: no letter but those four comes. */
static void
add_path (cairo_t *cr, const char *path)
{
  while (*path != '\0')
    {
      char command = *path++;
      double at[6];

      for (guint i = 0; i < (command == 'C' ? 6u : strchr ("ML", command) != NULL ? 2u :
                                                                                    0u);
           i++)
        at[i] = read_number (&path);
      if (command == 'M')
        cairo_move_to (cr, at[0], at[1]);
      else if (command == 'L')
        cairo_line_to (cr, at[0], at[1]);
      else if (command == 'C')
        cairo_curve_to (cr, at[0], at[1], at[2], at[3], at[4], at[5]);
      else if (command == 'Z')
        cairo_close_path (cr);
    }
}

static void
draw_ground (cairo_t *cr, Ground ground)
{
  static const double dashes[] = { 2.8, 2.3 };

  if (ground == GROUND_FULL)
    {
      cairo_fill (cr);
      return;
    }
  if (ground == GROUND_DASHED)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

void
cs_report_shape_draw (
    cairo_t *cr, CsReportShape shape, gboolean hollow, double x, double y, double size)
{
  const Shape *drawn = &shapes[shape];
  const CsShapeColor *color = &drawn->colors[0];
  Ground ground = hollow ? GROUND_RING : drawn->ground;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size / UNITS, size / UNITS);
  cairo_set_source_rgb (cr, color->red / 255.0, color->green / 255.0, color->blue / 255.0);
  cairo_set_line_width (cr, 1.5);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  add_path (cr, drawn->outline);
  draw_ground (cr, ground);
  if (ground == GROUND_FULL)
    cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, 1.8);
  add_path (cr, drawn->mark);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* --- as files --- */

void
cs_report_shape_append_svg (GString *out, CsReportShape shape)
{
  const Shape *drawn = &shapes[shape];

  g_string_append_printf (out, "<path class=\"o\" d=\"%s\"/>", drawn->outline);
  if (*drawn->mark != '\0')
    g_string_append_printf (out, "<path class=\"m\" d=\"%s\"/>", drawn->mark);
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int n_bytes)
{
  g_byte_array_append (closure, data, n_bytes);

  return CAIRO_STATUS_SUCCESS;
}

GBytes *
cs_report_shape_dup_png (CsReportShape shape, gboolean hollow)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, PNG_PIXELS, PNG_PIXELS);
  cairo_t *cr = cairo_create (surface);
  GByteArray *png = g_byte_array_new ();

  cs_report_shape_draw (cr, shape, hollow, 0, 0, PNG_PIXELS);
  cairo_surface_write_to_png_stream (surface, append_bytes, png);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (png);
}
