#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * CsReportShape: the signs of the house, apart from each other without colour; severities have the
 * numbers of #CsSeverity
 */
typedef enum
{
  CS_SHAPE_ERROR,   /* octagon, x */
  CS_SHAPE_WARNING, /* triangle, ! */
  CS_SHAPE_ADVICE,  /* diamond, i */
  CS_SHAPE_MANUAL,  /* rounded square, ? */
  CS_SHAPE_PASSED,  /* disc, tick */
  CS_SHAPE_ABSENT,  /* ring with a bar */
  CS_SHAPE_NOT_RUN, /* dashed ring */
  CS_N_SHAPES,
  CS_SHAPE_NONE = CS_N_SHAPES
} CsReportShape;

/** CsShapeColor: red, green and blue, 0 to 255 each, as "#rrggbb" says them */
typedef struct
{
  guint8 red;
  guint8 green;
  guint8 blue;
} CsShapeColor;

/** cs_report_shape_get_name: Returns: (transfer none): "error", ..., "not-run": as in files */
const char *cs_report_shape_get_name (CsReportShape shape);

/** cs_report_shape_get_color: Returns: its colour, on paper or (@dark) on a dark ground */
CsShapeColor cs_report_shape_get_color (CsReportShape shape,
                                        gboolean dark);

/**
 * cs_report_shape_draw:
 * @cr: where
 * @shape: what
 * @hollow: only its outline: what is found is merely possible
 * @x: left edge
 * @y: upper edge
 * @size: width and height
 */
void cs_report_shape_draw (cairo_t *cr,
                           CsReportShape shape,
                           gboolean hollow,
                           double x,
                           double y,
                           double size);

/**
 * cs_report_shape_append_svg:
 * @out: where to append
 * @shape: what
 *
 * Appends the paths of @shape, in a square of 16: the outline of class "o", the mark of class "m".
 */
void cs_report_shape_append_svg (GString *out,
                                 CsReportShape shape);

/** cs_report_shape_dup_png: Returns: (transfer full): a picture of @shape, 64 pixels wide */
GBytes *cs_report_shape_dup_png (CsReportShape shape,
                                 gboolean hollow);

G_END_DECLS
