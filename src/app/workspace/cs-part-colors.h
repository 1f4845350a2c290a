#pragma once

#include <gtk/gtk.h>

#include "../../exam/cs-severity.h"

G_BEGIN_DECLS

/**
 * CsPartColors:
 * @reference: a reference to a claim
 * @transition: a transitional phrase
 * @sign: a reference sign in brackets
 * @severities: what was found, by severity
 * @term: behind the uses of the chosen term
 * @tint: how much of its colour lies behind the chosen finding, 0 to 1
 *
 * The colours of an editor, from the style sheet; fit for the theme, light or dark, without one.
 */
typedef struct
{
  GdkRGBA reference;
  GdkRGBA transition;
  GdkRGBA sign;
  GdkRGBA severities[CS_N_SEVERITIES];
  GdkRGBA term;
  double tint;
} CsPartColors;

/** cs_part_colors_look_up: @colors: (out): the colours in the style of @widget */
void cs_part_colors_look_up (CsPartColors *colors,
                             GtkWidget *widget);

/** cs_part_colors_equal: Returns: whether all colours are the same */
gboolean cs_part_colors_equal (const CsPartColors *a,
                               const CsPartColors *b);

G_END_DECLS
