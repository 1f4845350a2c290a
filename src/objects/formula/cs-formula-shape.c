#include <math.h>

#include "cs-formula-box.h"

/* Signs that grow with what they belong to, drawn as paths: no font has them in every size. A box
 * goes from -ascent to descent, and from 0 to its width. */

typedef struct
{
  cairo_t *cr;
  double width;
  double top;
  double bottom;
  double line;
} Frame;

gboolean
cs_shape_is_arrow (gunichar sign)
{
  return sign >= 0x2190 && sign <= 0x21ff;
}

/* --- fences --- */

/* A crescent: the left half of a parenthesis, @way 1, or the right one, -1. */
static void
draw_parenthesis (const Frame *frame, double way)
{
  double height = frame->bottom - frame->top;
  double end = way > 0 ? frame->width * 0.92 : frame->width * 0.08;
  double far = way > 0 ? -frame->width * 0.16 : frame->width * 1.16;
  double thick = frame->line * 1.9 * way;
  double quarter = height * 0.27;

  cairo_move_to (frame->cr, end, frame->top);
  cairo_curve_to (frame->cr, far, frame->top + quarter, far, frame->bottom - quarter, end,
                  frame->bottom);
  cairo_curve_to (frame->cr, far + thick, frame->bottom - quarter, far + thick,
                  frame->top + quarter, end, frame->top);
  cairo_close_path (frame->cr);
  cairo_fill (frame->cr);
}

/* @feet: bits, 1 at the top, 2 at the bottom. */
static void
draw_bracket (const Frame *frame, double way, guint feet)
{
  double half = frame->line / 2;
  double back = way > 0 ? frame->width * 0.25 + half : frame->width * 0.75 - half;
  double foot = way > 0 ? frame->width * 0.9 : frame->width * 0.1;

  if ((feet & 1) != 0)
    {
      cairo_move_to (frame->cr, foot, frame->top + half);
      cairo_line_to (frame->cr, back, frame->top + half);
    }
  else
    cairo_move_to (frame->cr, back, frame->top);
  if ((feet & 2) != 0)
    {
      cairo_line_to (frame->cr, back, frame->bottom - half);
      cairo_line_to (frame->cr, foot, frame->bottom - half);
    }
  else
    cairo_line_to (frame->cr, back, frame->bottom);
  cairo_stroke (frame->cr);
}

static void
draw_brace (const Frame *frame, double way)
{
  double middle = (frame->top + frame->bottom) / 2;
  double end = way > 0 ? frame->width * 0.95 : frame->width * 0.05;
  double back = frame->width / 2;
  double tip = way > 0 ? frame->width * 0.05 : frame->width * 0.95;
  double bend = MIN (frame->width * 1.1, (frame->bottom - frame->top) / 4);

  cairo_move_to (frame->cr, end, frame->top + frame->line / 2);
  cairo_curve_to (frame->cr, back, frame->top, back, frame->top + bend / 2, back,
                  frame->top + bend);
  cairo_line_to (frame->cr, back, middle - bend);
  cairo_curve_to (frame->cr, back, middle - bend / 3, back, middle, tip, middle);
  cairo_curve_to (frame->cr, back, middle, back, middle + bend / 3, back, middle + bend);
  cairo_line_to (frame->cr, back, frame->bottom - bend);
  cairo_curve_to (frame->cr, back, frame->bottom - bend / 2, back, frame->bottom, end,
                  frame->bottom - frame->line / 2);
  cairo_stroke (frame->cr);
}

static void
draw_bars (const Frame *frame, guint n_bars)
{
  for (guint i = 0; i < n_bars; i++)
    {
      double x = frame->width * (i + 1) / (n_bars + 1);

      cairo_move_to (frame->cr, x, frame->top);
      cairo_line_to (frame->cr, x, frame->bottom);
      cairo_stroke (frame->cr);
    }
}

static void
draw_angle (const Frame *frame, double way)
{
  double end = way > 0 ? frame->width * 0.85 : frame->width * 0.15;
  double tip = way > 0 ? frame->width * 0.15 : frame->width * 0.85;

  cairo_move_to (frame->cr, end, frame->top);
  cairo_line_to (frame->cr, tip, (frame->top + frame->bottom) / 2);
  cairo_line_to (frame->cr, end, frame->bottom);
  cairo_stroke (frame->cr);
}

static void
draw_double_bracket (const Frame *frame, double way)
{
  double inner = way > 0 ? frame->width * 0.55 : frame->width * 0.45;

  draw_bracket (frame, way, 3);
  cairo_move_to (frame->cr, inner, frame->top);
  cairo_line_to (frame->cr, inner, frame->bottom);
  cairo_stroke (frame->cr);
}

/* --- across --- */

/* A brace that lies, its tip pointing down for @way 1. */
static void
draw_lying_brace (const Frame *frame, double way)
{
  double height = frame->bottom - frame->top;
  Frame upright = { frame->cr, height, 0, frame->width, frame->line };

  cairo_save (frame->cr);
  cairo_translate (frame->cr, 0, way > 0 ? frame->bottom : frame->top);
  cairo_rotate (frame->cr, -G_PI / 2);
  if (way < 0)
    cairo_translate (frame->cr, -height, 0);
  draw_brace (&upright, way);
  cairo_restore (frame->cr);
}

static void
draw_lying_bracket (const Frame *frame, double way)
{
  double foot = way > 0 ? frame->top : frame->bottom;
  double back = way > 0 ? frame->bottom - frame->line : frame->top + frame->line;

  cairo_move_to (frame->cr, frame->line, foot);
  cairo_line_to (frame->cr, frame->line, back);
  cairo_line_to (frame->cr, frame->width - frame->line, back);
  cairo_line_to (frame->cr, frame->width - frame->line, foot);
  cairo_stroke (frame->cr);
}

static void
draw_lying_parenthesis (const Frame *frame, double way)
{
  double foot = way > 0 ? frame->top : frame->bottom;
  double back = way > 0 ? frame->bottom : frame->top;

  cairo_move_to (frame->cr, 0, foot);
  cairo_curve_to (frame->cr, frame->width * 0.2, back, frame->width * 0.8, back, frame->width,
                  foot);
  cairo_stroke (frame->cr);
}

static void
draw_head (const Frame *frame, double tip, double way)
{
  double middle = (frame->top + frame->bottom) / 2;
  double half = (frame->bottom - frame->top) / 2;

  cairo_move_to (frame->cr, tip - way * half * 1.3, frame->top);
  cairo_curve_to (frame->cr, tip - way * half * 0.8, middle - half * 0.3, tip - way * half * 0.4,
                  middle, tip, middle);
  cairo_curve_to (frame->cr, tip - way * half * 0.4, middle, tip - way * half * 0.8,
                  middle + half * 0.3, tip - way * half * 1.3, frame->bottom);
  cairo_stroke (frame->cr);
}

/* @heads: bits, 1 at the left, 2 at the right. @n_shafts: 2 for an implication. */
static void
draw_arrow (const Frame *frame, guint heads, guint n_shafts)
{
  double middle = (frame->top + frame->bottom) / 2;
  double apart = n_shafts > 1 ? (frame->bottom - frame->top) / 6 : 0;
  double inset = n_shafts > 1 ? apart * 2 : frame->line / 2;

  for (int side = -1; side <= 1; side += 2)
    {
      cairo_move_to (frame->cr, (heads & 1) != 0 ? inset : 0, middle + side * apart);
      cairo_line_to (frame->cr, frame->width - ((heads & 2) != 0 ? inset : 0),
                     middle + side * apart);
    }
  cairo_stroke (frame->cr);
  if ((heads & 1) != 0)
    draw_head (frame, 0, -1);
  if ((heads & 2) != 0)
    draw_head (frame, frame->width, 1);
}

/* Two arrows, each with half a head: a reaction in balance. */
static void
draw_balance (const Frame *frame)
{
  double apart = (frame->bottom - frame->top) / 6;
  double middle = (frame->top + frame->bottom) / 2;
  double head = (frame->bottom - frame->top) / 3;

  cairo_move_to (frame->cr, 0, middle - apart);
  cairo_line_to (frame->cr, frame->width, middle - apart);
  cairo_line_to (frame->cr, frame->width - head, middle - apart - head);
  cairo_move_to (frame->cr, frame->width, middle + apart);
  cairo_line_to (frame->cr, 0, middle + apart);
  cairo_line_to (frame->cr, head, middle + apart + head);
  cairo_stroke (frame->cr);
}

static void
draw_hat (const Frame *frame, double way)
{
  double tip = way > 0 ? frame->top : frame->bottom;
  double foot = way > 0 ? frame->bottom : frame->top;

  cairo_move_to (frame->cr, 0, foot);
  cairo_line_to (frame->cr, frame->width / 2, tip);
  cairo_line_to (frame->cr, frame->width, foot);
  cairo_stroke (frame->cr);
}

static void
draw_tilde (const Frame *frame)
{
  cairo_move_to (frame->cr, 0, frame->bottom);
  cairo_curve_to (frame->cr, frame->width * 0.3, frame->top * 2 - frame->bottom, frame->width * 0.7,
                  frame->bottom * 2 - frame->top, frame->width, frame->top);
  cairo_stroke (frame->cr);
}

static void
draw_rule (const Frame *frame)
{
  cairo_rectangle (frame->cr, 0, (frame->top + frame->bottom - frame->line) / 2, frame->width,
                   frame->line);
  cairo_fill (frame->cr);
}

static void
draw_dots (const Frame *frame, guint n_dots)
{
  double radius = frame->line * 1.25;
  double apart = n_dots > 1 ? (frame->width - 2 * radius) / (n_dots - 1) : 0;
  double first = n_dots > 1 ? radius : frame->width / 2;

  for (guint i = 0; i < n_dots; i++)
    {
      cairo_arc (frame->cr, first + i * apart, (frame->top + frame->bottom) / 2, radius, 0,
                 2 * G_PI);
      cairo_fill (frame->cr);
    }
}

static void
draw_stroke (const Frame *frame, double from, double to)
{
  cairo_move_to (frame->cr, frame->width * (1 - from), frame->top);
  cairo_line_to (frame->cr, frame->width * (1 - to), frame->bottom);
  cairo_stroke (frame->cr);
}

static void
draw_ring (const Frame *frame)
{
  cairo_arc (frame->cr, frame->width / 2, (frame->top + frame->bottom) / 2,
             (frame->bottom - frame->top) / 2, 0, 2 * G_PI);
  cairo_stroke (frame->cr);
}

static void
draw_breve (const Frame *frame)
{
  cairo_move_to (frame->cr, frame->width * 0.1, frame->top);
  cairo_curve_to (frame->cr, frame->width * 0.25, frame->bottom * 1.33 - frame->top * 0.33,
                  frame->width * 0.75, frame->bottom * 1.33 - frame->top * 0.33, frame->width * 0.9,
                  frame->top);
  cairo_stroke (frame->cr);
}

/* --- all signs --- */

static gboolean
draw_fence (const Frame *frame, gunichar sign)
{
  switch (sign)
    {
    case '(':
    case 0xff08:
      draw_parenthesis (frame, 1);
      return TRUE;
    case ')':
    case 0xff09:
      draw_parenthesis (frame, -1);
      return TRUE;
    case '[':
      draw_bracket (frame, 1, 3);
      return TRUE;
    case ']':
      draw_bracket (frame, -1, 3);
      return TRUE;
    case '{':
      draw_brace (frame, 1);
      return TRUE;
    case '}':
      draw_brace (frame, -1);
      return TRUE;
    case '|':
      draw_bars (frame, 1);
      return TRUE;
    case 0x2016:
      draw_bars (frame, 2);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
draw_rarer_fence (const Frame *frame, gunichar sign)
{
  switch (sign)
    {
    case 0x2308:
    case 0x230a:
      draw_bracket (frame, 1, sign == 0x2308 ? 1 : 2);
      return TRUE;
    case 0x2309:
    case 0x230b:
      draw_bracket (frame, -1, sign == 0x2309 ? 1 : 2);
      return TRUE;
    case 0x27e6:
    case 0x27e7:
      draw_double_bracket (frame, sign == 0x27e6 ? 1 : -1);
      return TRUE;
    case 0x27e8:
    case 0x27e9:
      draw_angle (frame, sign == 0x27e8 ? 1 : -1);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
draw_lying (const Frame *frame, gunichar sign)
{
  switch (sign)
    {
    case 0x23de:
    case 0x23df:
      draw_lying_brace (frame, sign == 0x23df ? 1 : -1);
      return TRUE;
    case 0x23b4:
    case 0x23b5:
      draw_lying_bracket (frame, sign == 0x23b5 ? 1 : -1);
      return TRUE;
    case 0x23dc:
    case 0x23dd:
      draw_lying_parenthesis (frame, sign == 0x23dd ? 1 : -1);
      return TRUE;
    case 0x23e0:
    case 0x23e1:
      draw_lying_bracket (frame, sign == 0x23e1 ? 1 : -1);
      return TRUE;
    case '_':
    case 0xaf:
      draw_rule (frame);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
draw_accent (const Frame *frame, gunichar sign)
{
  switch (sign)
    {
    case '^':
      draw_hat (frame, 1);
      return TRUE;
    case 0x2c7:
      draw_hat (frame, -1);
      return TRUE;
    case '~':
      draw_tilde (frame);
      return TRUE;
    case 0x2d8:
      draw_breve (frame);
      return TRUE;
    case 0x2da:
      draw_ring (frame);
      return TRUE;
    case 0x2d9:
    case 0xa8:
    case 0x20db:
      draw_dots (frame, sign == 0x2d9 ? 1 : sign == 0xa8 ? 2 :
                                                           3);
      return TRUE;
    case 0xb4:
      draw_stroke (frame, 0.2, 0.7);
      return TRUE;
    case '`':
      draw_stroke (frame, 0.8, 0.3);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
draw_arrow_sign (const Frame *frame, gunichar sign)
{
  switch (sign)
    {
    case 0x2190:
    case 0x21d0:
      draw_arrow (frame, 1, sign == 0x2190 ? 1 : 2);
      return;
    case 0x2194:
    case 0x21d4:
      draw_arrow (frame, 3, sign == 0x2194 ? 1 : 2);
      return;
    case 0x21cb:
    case 0x21cc:
      draw_balance (frame);
      return;
    case 0x21d2:
      draw_arrow (frame, 2, 2);
      return;
    default:
      draw_arrow (frame, 2, 1);
    }
}

gboolean
cs_shape_can_grow (gunichar sign)
{
  static const gunichar fences[] = {
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '|',
    0x2016,
    0x2308,
    0x2309,
    0x230a,
    0x230b,
    0x27e6,
    0x27e7,
    0x27e8,
    0x27e9,
    0xff08,
    0xff09,
  };

  for (guint i = 0; i < G_N_ELEMENTS (fences); i++)
    if (sign == fences[i])
      return TRUE;

  return FALSE;
}

static void
draw_sign (const Frame *frame, gunichar sign)
{
  if (!draw_fence (frame, sign) && !draw_rarer_fence (frame, sign) && !draw_lying (frame, sign) &&
      !draw_accent (frame, sign))
    draw_arrow_sign (frame, sign);
}

/* --- the rest --- */

/* The sign of a root, and the line over what is under it. */
static void
draw_surd (const CsBox *box, cairo_t *cr)
{
  double hook = box->hook;
  double height = box->ascent + box->descent;
  double low = box->descent - box->line;
  double top = -box->ascent + box->line / 2;
  double knee = box->descent - MIN (height * 0.45, hook * 1.1);

  cairo_set_line_width (cr, box->line * 0.9);
  cairo_move_to (cr, hook * 0.08, knee + hook * 0.12);
  cairo_line_to (cr, hook * 0.3, knee);
  cairo_stroke (cr);
  cairo_set_line_width (cr, box->line * 1.9);
  cairo_move_to (cr, hook * 0.29, knee);
  cairo_line_to (cr, hook * 0.56, low);
  cairo_stroke (cr);
  cairo_set_line_width (cr, box->line);
  cairo_move_to (cr, hook * 0.57, low + box->line * 0.6);
  cairo_line_to (cr, hook, top);
  cairo_line_to (cr, box->width, top);
  cairo_stroke (cr);
}

static void
draw_line (cairo_t *cr, double x1, double y1, double x2, double y2)
{
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_stroke (cr);
}

static void
draw_lines (const CsBox *box, cairo_t *cr)
{
  double half = box->line / 2;
  double left = half;
  double right = box->width - half;
  double top = -box->ascent + half;
  double bottom = box->descent - half;
  const double lines[][4] = {
    { left, top, right, top },
    { left, bottom, right, bottom },
    { left, top, left, bottom },
    { right, top, right, bottom },
    { left, (top + bottom) / 2, right, (top + bottom) / 2 },
    { (left + right) / 2, top, (left + right) / 2, bottom },
    { left, bottom, right, top },
    { left, top, right, bottom },
  };

  cairo_set_line_width (cr, box->line);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if ((box->flags & (1u << i)) != 0)
      draw_line (cr, lines[i][0], lines[i][1], lines[i][2], lines[i][3]);
}

void
cs_shape_draw (const CsBox *box, cairo_t *cr)
{
  Frame frame = { cr, box->width, -box->ascent, box->descent, box->line };

  cairo_set_line_width (cr, box->line);
  if (box->shape == CS_SHAPE_SIGN)
    draw_sign (&frame, box->sign);
  else if (box->shape == CS_SHAPE_SURD)
    draw_surd (box, cr);
  else if (box->shape == CS_SHAPE_LINES)
    draw_lines (box, cr);
  else if (box->shape == CS_SHAPE_SLASH)
    draw_line (cr, 0, box->descent, box->width, -box->ascent);
  else
    draw_rule (&frame);
}
