#include "cs-family-shape.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *label;
  const char *icon;
  const char *css_class;
} shapes[CS_N_FAMILY_STATUSES] = {
  [CS_FAMILY_UNKNOWN] = { N_ ("Unknown"), "cs-person-symbolic", "cs-person" },
  [CS_FAMILY_PENDING] = { N_ ("Pending"), "cs-pending-symbolic", "cs-neutral" },
  [CS_FAMILY_PART_IN_FORCE] = { N_ ("Part in force"), "cs-part-symbolic", "cs-passed" },
  [CS_FAMILY_IN_FORCE] = { N_ ("In force"), "cs-passed-symbolic", "cs-passed" },
  [CS_FAMILY_ENDED] = { N_ ("Ended"), "cs-ended-symbolic", "cs-neutral" },
};

const char *
cs_family_status_get_label (CsFamilyStatus status)
{
  return _ (shapes[status < CS_N_FAMILY_STATUSES ? status : CS_FAMILY_UNKNOWN].label);
}

void
cs_family_shape_show (GtkImage *image, CsFamilyStatus status)
{
  const char *css_class;

  g_return_if_fail (status < CS_N_FAMILY_STATUSES);

  css_class = shapes[status].css_class;
  gtk_image_set_from_icon_name (image, shapes[status].icon);
  for (guint i = 0; i < CS_N_FAMILY_STATUSES; i++)
    if (g_strcmp0 (shapes[i].css_class, css_class) != 0)
      gtk_widget_remove_css_class (GTK_WIDGET (image), shapes[i].css_class);
  gtk_widget_add_css_class (GTK_WIDGET (image), css_class);
}
