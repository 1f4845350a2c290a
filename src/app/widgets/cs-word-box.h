#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A word in a frame: what a paintable shows in the place of what cannot be shown. */

/** cs_word_box_new: @word: what it says. Returns: (transfer full): the word as the two functions
 * below draw it */
PangoLayout *cs_word_box_new (const char *word);

/** cs_word_box_get_size: @width, @height: (out): in pixels, as much as the whole word needs */
void cs_word_box_get_size (PangoLayout *box,
                           int *width,
                           int *height);

/** cs_word_box_snapshot: draws the box over @width and @height; a word that is too long for that
 * loses its middle */
void cs_word_box_snapshot (PangoLayout *box,
                           GtkSnapshot *snapshot,
                           const GdkRGBA *ink,
                           double width,
                           double height);

G_END_DECLS
