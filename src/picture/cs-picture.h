#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* Trees and charts drawn to a cairo_t: the same code for the screen and for files. Lengths are
 * pixels of 1/96 inch; text comes from the caller, already in the reader's language. */

/**
 * CsPictureInk:
 *
 * What a colour is for. The shapes tell all that colours tell.
 */
typedef enum
{
  CS_PICTURE_INK,      /* text, outlines */
  CS_PICTURE_DIM,      /* captions */
  CS_PICTURE_LINE,     /* grids */
  CS_PICTURE_PAPER,    /* behind all */
  CS_PICTURE_SHADE,    /* the future, empty cells */
  CS_PICTURE_SELECTED, /* behind what is selected */
  CS_PICTURE_ACCENT,   /* filed, published */
  CS_PICTURE_TINT,     /* pending: fills what ACCENT outlines */
  CS_PICTURE_GOOD,     /* granted, in force */
  CS_PICTURE_BAD,      /* ended by the office */
  CS_PICTURE_WARN,     /* today */
  CS_PICTURE_DOUBT,    /* unknown */
  CS_PICTURE_SERIES,   /* the first of series without a meaning of their own */
  CS_N_PICTURE_INKS = CS_PICTURE_SERIES + 8
} CsPictureInk;

/**
 * CsPictureColor:
 *
 * Each from 0 to 1.
 */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} CsPictureColor;

/**
 * CsPictureStyle:
 * @colors: by #CsPictureInk
 * @font_family: (transfer none): as Pango takes it
 * @font_size: of plain text
 * @language: (transfer none): of the words, "zh-cn" or "en"; decides about forms of glyphs
 * @selected: (transfer none) (nullable): id of what is selected
 *
 * How a picture looks. A plain value; strings live as long as it is used.
 */
typedef struct
{
  CsPictureColor colors[CS_N_PICTURE_INKS];
  const char *font_family;
  double font_size;
  const char *language;
  const char *selected;
} CsPictureStyle;

/** cs_picture_style_init: @style: (out): becomes our light or dark one, in English */
void cs_picture_style_init (CsPictureStyle *style,
                            gboolean is_dark);

/* --- what can be picked --- */

/**
 * CsPick:
 * @id: the caller's name of what is drawn there
 * @text: what it is, in words: for a tooltip and for who cannot see it
 *
 * A part of a picture that leads somewhere.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  char *id;
  char *text;
} CsPick;

/** cs_picks_new: Returns: (transfer full) (element-type CsPick): an empty list */
GPtrArray *cs_picks_new (void) G_GNUC_WARN_UNUSED_RESULT;

/** cs_picks_find: Returns: (transfer none) (nullable): what was drawn last over that point */
const CsPick *cs_picks_find (const GPtrArray *picks,
                             double x,
                             double y);

/** cs_picks_walk: @from: (nullable): where one is. @dx, @dy: -1, 0 or 1: where to go. Returns:
 * (transfer none) (nullable): the nearest one there that has another id, the first one from
 * nowhere */
const CsPick *cs_picks_walk (const GPtrArray *picks,
                             const CsPick *from,
                             int dx,
                             int dy);

/* --- pictures --- */

/**
 * CsPicture:
 *
 * Something that can be drawn. Immutable.
 */
typedef struct _CsPicture CsPicture;

/** cs_picture_ref: Returns: (transfer full): @picture. Thread: any. */
CsPicture *cs_picture_ref (CsPicture *picture);

/** cs_picture_unref: Thread: any. */
void cs_picture_unref (CsPicture *picture);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsPicture, cs_picture_unref)

/**
 * cs_picture_draw:
 * @picture: what to draw
 * @style: how
 * @cairo: where; the picture begins at its origin
 * @width: how wide it should be
 * @picks: (nullable) (element-type CsPick): to which to add what can be picked
 *
 * Draws on what is there: the background is the caller's. Thread: any, one at a time for a cairo_t.
 */
void cs_picture_draw (const CsPicture *picture,
                      const CsPictureStyle *style,
                      cairo_t *cairo,
                      double width,
                      GPtrArray *picks);

/**
 * cs_picture_measure:
 * @picture: what to draw
 * @style: how
 * @width: (inout): how wide it should be; more when it cannot be that narrow
 * @height: (out): how high it is then
 *
 * Lays the picture out without drawing it.
 */
void cs_picture_measure (const CsPicture *picture,
                         const CsPictureStyle *style,
                         double *width,
                         double *height);

/**
 * cs_picture_dup_file:
 * @picture: what to draw
 * @style: how
 * @width: how wide it should be
 * @path: name of the file, which ends in .png, .svg or .pdf
 * @error: %CS_ERROR_UNSUPPORTED for another end; what Cairo says
 *
 * The picture as a file, on a background of its own. PNG has twice as many pixels as its size says,
 * fewer when it would become too large.
 *
 * Returns: (transfer full): what the file holds, or %NULL
 */
GBytes *cs_picture_dup_file (const CsPicture *picture,
                             const CsPictureStyle *style,
                             double width,
                             const char *path,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
