#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The two sides of what is compared. */

enum
{
  CS_LEFT,
  CS_RIGHT,
  CS_N_SIDES
};

/**
 * cs_template_bind_sides:
 * @class: of the widget with the template
 * @name: what its children are, "card": in the template they are called "left_card", "right_card"
 * @offset: of a field with a pointer for each side, by %CS_LEFT and %CS_RIGHT
 *
 * Binds a child on the left and its counterpart on the right.
 */
void cs_template_bind_sides (GtkWidgetClass *class,
                             const char *name,
                             gssize offset);

G_END_DECLS
