#include "cs-sides.h"

void
cs_template_bind_sides (GtkWidgetClass *class, const char *name, gssize offset)
{
  static const char *const sides[CS_N_SIDES] = { "left", "right" };

  for (guint side = CS_LEFT; side < CS_N_SIDES; side++)
    {
      g_autofree char *child = g_strdup_printf ("%s_%s", sides[side], name);

      gtk_widget_class_bind_template_child_full (class, child, FALSE,
                                                 offset + (gssize)(side * sizeof (gpointer)));
    }
}
