#include "cs-picture-caption.h"

#include "cs-pen.h"

#define GAP 10.0
#define SIDE 18.0 /* as that of a timeline */
#define TITLE_SCALE 1.25

typedef struct
{
  CsPicture *picture;
  char *title;
  char *origin;
} Caption;

static void
caption_free (gpointer data)
{
  Caption *caption = data;

  cs_picture_unref (caption->picture);
  g_free (caption->title);
  g_free (caption->origin);
  g_free (caption);
}

static void
draw_caption (gconstpointer data, CsPen *pen)
{
  const Caption *caption = data;
  double width = pen->width;
  double top, height, below;

  cs_picture_measure (caption->picture, pen->style, &width, &height);
  top = GAP + cs_pen_paragraph (pen, SIDE, 0, caption->title,
                                (CsPenText){ CS_PICTURE_INK, TITLE_SCALE, TRUE, 0,
                                             width - 2 * SIDE });
  cairo_save (pen->cairo);
  cairo_translate (pen->cairo, 0, top);
  cs_picture_draw (caption->picture, pen->style, pen->cairo, width, NULL);
  cairo_restore (pen->cairo);
  below = cs_pen_paragraph (pen, SIDE, top + height + GAP, caption->origin,
                            (CsPenText){ CS_PICTURE_DIM, CS_PEN_SMALL, FALSE, 0,
                                         width - 2 * SIDE });
  pen->width = width;
  pen->height = top + height + GAP + below;
}

CsPicture *
cs_picture_caption_new (CsPicture *picture, const char *title, const char *origin)
{
  Caption *caption = g_new (Caption, 1);

  *caption = (Caption){ cs_picture_ref (picture), g_strdup (title), g_strdup (origin) };

  return cs_picture_new (draw_caption, caption, caption_free);
}
