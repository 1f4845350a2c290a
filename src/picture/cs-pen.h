#pragma once

/* What drawing needs at hand: for nobody else. */

#include <pango/pangocairo.h>

#include "cs-picture.h"

G_BEGIN_DECLS

/**
 * CsPen:
 * @cairo: where to draw
 * @style: how
 * @picks: (nullable): where to add what can be picked
 * @width: how wide the picture should be; the drawer makes it what it is
 * @height: set by the drawer
 * @layout: one layout for all texts
 */
typedef struct
{
  cairo_t *cairo;
  const CsPictureStyle *style;
  GPtrArray *picks;
  double width;
  double height;
  PangoLayout *layout;
} CsPen;

/** CsPictureDraw: draws @data with @pen, and tells width and height there */
typedef void (*CsPictureDraw) (gconstpointer data,
                               CsPen *pen);

/** cs_picture_new: @data: (transfer full): freed with @free_data. Returns: (transfer full): a
 * picture of it */
CsPicture *cs_picture_new (CsPictureDraw draw,
                           gpointer data,
                           GDestroyNotify free_data) G_GNUC_WARN_UNUSED_RESULT;

/**
 * CsPenText:
 * @ink: its colour
 * @scale: of the style's font size; 0 is 1
 * @is_bold: for names and titles
 * @align: which part of it stands at the point: 0 its begin, 0.5 its middle, 1 its end
 * @max_width: is shortened to that; 0 when it may be as wide as it is
 */
typedef struct
{
  CsPictureInk ink;
  double scale;
  gboolean is_bold;
  double align;
  double max_width;
} CsPenText;

/** CS_PEN_SMALL: scale of captions */
#define CS_PEN_SMALL 0.85

/** cs_pen_begin: @pen: (out). */
void cs_pen_begin (CsPen *pen,
                   cairo_t *cairo,
                   const CsPictureStyle *style,
                   double width);

/** cs_pen_end: lets go of what cs_pen_begin() made */
void cs_pen_end (CsPen *pen);

/** cs_pen_ink: the next lines and areas are of that colour */
void cs_pen_ink (CsPen *pen,
                 CsPictureInk ink);

/** cs_pen_ink_faded: the same at @alpha */
void cs_pen_ink_faded (CsPen *pen,
                       CsPictureInk ink,
                       double alpha);

/** cs_pen_choose_ink: Returns: ink or paper, whichever is easier to read on @ink laid on paper at
 * @alpha. Source: WCAG 2.1, contrast ratio. */
CsPictureInk cs_pen_choose_ink (const CsPen *pen,
                                CsPictureInk ink,
                                double alpha);

/** cs_pen_text: @y: middle of its small letters' line. Returns: how wide it is */
double cs_pen_text (CsPen *pen,
                    double x,
                    double y,
                    const char *text,
                    CsPenText how);

/** cs_pen_measure_text: Returns: how wide it would be */
double cs_pen_measure_text (CsPen *pen,
                            const char *text,
                            CsPenText how);

/** cs_pen_paragraph: @y: its top. Returns: how high the lines of @text are at @max_width */
double cs_pen_paragraph (CsPen *pen,
                         double x,
                         double y,
                         const char *text,
                         CsPenText how);

/** cs_pen_line: a sharp line, one pixel wide when it stands or lies */
void cs_pen_line (CsPen *pen,
                  double x1,
                  double y1,
                  double x2,
                  double y2);

/** cs_pen_round: a path: a rectangle with round corners */
void cs_pen_round (CsPen *pen,
                   double x,
                   double y,
                   double width,
                   double height,
                   double radius);

/** cs_pen_hatch: fills the path that is there with slanted lines */
void cs_pen_hatch (CsPen *pen,
                   CsPictureInk ink);

/** cs_pen_pick: what is in the rectangle leads to @id; without one nothing is added */
void cs_pen_pick (CsPen *pen,
                  cairo_rectangle_t rectangle,
                  const char *id,
                  const char *text);

/** cs_pen_is_selected: Returns: whether @id is what the style says is selected */
gboolean cs_pen_is_selected (const CsPen *pen,
                             const char *id);

/* --- the shapes that mean something everywhere --- */

/** cs_pen_ring: filed */
void cs_pen_ring (CsPen *pen,
                  double x,
                  double y);

/** cs_pen_diamond: published */
void cs_pen_diamond (CsPen *pen,
                     double x,
                     double y);

/** cs_pen_tick: granted */
void cs_pen_tick (CsPen *pen,
                  double x,
                  double y);

/** cs_pen_cross: ended by the office */
void cs_pen_cross (CsPen *pen,
                   double x,
                   double y);

/** cs_pen_question: unknown */
void cs_pen_question (CsPen *pen,
                      double x,
                      double y);

G_END_DECLS
