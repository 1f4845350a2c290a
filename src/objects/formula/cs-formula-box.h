#pragma once

#include "../cs-object-pango.h"
#include "cs-formula-private.h"

G_BEGIN_DECLS

/* A formula laid out: boxes in boxes, each with the line that letters stand on. All measures are
 * points; y grows downwards; for nobody else than cs-formula*.c. */

/** CsShape: what a box draws itself. */
typedef enum
{
  CS_SHAPE_NONE,
  CS_SHAPE_LETTERS,
  CS_SHAPE_SIGN, /* a fence, brace, arrow or accent as large as the box */
  CS_SHAPE_SURD,
  CS_SHAPE_LINES, /* those of a frame */
  CS_SHAPE_RULE,  /* filled */
  CS_SHAPE_SLASH
} CsShape;

/** CsBox: what it is drawn in. */
typedef struct
{
  double x; /* of its left end, from that of the box it is in */
  double y; /* of its line, from that of the box it is in */
  double width;
  double ascent;  /* above its line */
  double descent; /* below its line */
  double lean;    /* part of @width into which the top of the last letter leans */
  double bearing; /* empty part of @width before letters */
  double ink;     /* width of letters without what is empty at their ends */
  CsShape shape;
  double line; /* thickness of what is drawn */
  double hook; /* of a root: where the line over its content begins */
  gunichar sign;
  guint flags; /* of a frame */
  PangoLayout *letters;
  GPtrArray *parts; /* nullable: CsBox */
} CsBox;

/** CsStyle: TeX's styles. */
typedef enum
{
  CS_STYLE_DISPLAY,
  CS_STYLE_TEXT,
  CS_STYLE_SCRIPT,
  CS_STYLE_SMALL
} CsStyle;

/** CsSetting: how a part of a formula is to be laid out. */
typedef struct
{
  PangoContext *pango;
  double font_pt; /* of the formula */
  CsStyle style;
} CsSetting;

/* --- boxes: cs-formula-box.c --- */

CsBox *cs_box_new (void);
void cs_box_free (CsBox *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsBox, cs_box_free)

/* Takes @part, with its line @y below that of @box; @box grows to hold it. */
void cs_box_add (CsBox *box, CsBox *part, double x, double y);

/* A sign drawn as high and wide as it is said. */
CsBox *cs_box_new_sign (gunichar sign, double width, double ascent, double descent);
void cs_box_draw (const CsBox *box, cairo_t *cr);

/* --- settings: cs-formula-box.c --- */

CsSetting cs_setting_for (const CsSetting *setting, CsStyle style);
CsSetting cs_setting_for_scripts (const CsSetting *setting);

/* Size of its letters. */
double cs_setting_get_em (const CsSetting *setting);

#define CS_FORMULA_SIGN (1 << 8) /* besides the flags of a token: in a font for signs */

/* Letters as they are in a font of @size_pt. */
CsBox *cs_box_new_letters (
    const CsSetting *setting, const char *text, guint flags, gboolean italic, double size_pt);

/* --- signs: cs-formula-shape.c --- */

gboolean cs_shape_can_grow (gunichar sign);
gboolean cs_shape_is_arrow (gunichar sign);
void cs_shape_draw (const CsBox *box, cairo_t *cr);

/* --- layout --- */

/* cs-formula-layout.c: @node, %NULL for nothing. */
CsBox *cs_layout_node (const CsSetting *setting, const CsNode *node);

/* cs-formula-layout-letters.c */
CsBox *cs_layout_token (const CsSetting *setting, const CsNode *token);
CsBox *cs_layout_row (const CsSetting *setting, const CsNode *row);
CsBox *cs_layout_fence (const CsSetting *setting, const CsNode *fence);

/* cs-formula-layout-scripts.c */
CsBox *cs_layout_scripts (const CsSetting *setting, const CsNode *node);
CsBox *cs_layout_pre (const CsSetting *setting, const CsNode *node);
CsBox *cs_layout_limits (const CsSetting *setting, const CsNode *node);

/* Measures of TeX's fonts, in parts of the size of letters. Source: Knuth, The TeXbook, app. G. */
#define CS_EM_AXIS 0.25  /* the middle of signs, above the line */
#define CS_EM_RULE 0.045 /* thickness of lines */
#define CS_EM_X 0.43     /* height of small letters */

G_END_DECLS
