#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CsPairLayout:
 *
 * Lays children out two beside each other where there is room, else below each other; those of a
 * line begin at the same height. (A flow box asks for the height of its narrowest form.)
 */
#define CS_TYPE_PAIR_LAYOUT (cs_pair_layout_get_type ())

G_DECLARE_FINAL_TYPE (CsPairLayout, cs_pair_layout, CS, PAIR_LAYOUT, GtkLayoutManager)

G_END_DECLS
