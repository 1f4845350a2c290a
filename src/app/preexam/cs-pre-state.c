#include "cs-pre-state.h"

#include <glib/gi18n-lib.h>

#include "../widgets/cs-shape.h"

#define N_STATES (CS_ITEM_NOT_RUN + 1)

const char *
cs_pre_state_get_word (CsItemState state)
{
  static const char *const words[N_STATES] = {
    [CS_ITEM_PASSED] = N_ ("Passed"),
    [CS_ITEM_FINDINGS] = N_ ("With findings"),
    [CS_ITEM_MANUAL] = N_ ("Needs a person"),
    [CS_ITEM_NOT_APPLICABLE] = N_ ("Not applicable"),
    [CS_ITEM_NOT_RUN] = N_ ("Not run"),
  };

  g_return_val_if_fail (state < N_STATES, "");

  return _ (words[state]);
}

const char *
cs_pre_state_get_icon (CsItemState state)
{
  static const char *const icons[N_STATES] = {
    [CS_ITEM_PASSED] = "cs-passed-symbolic",
    [CS_ITEM_FINDINGS] = "cs-error-symbolic",
    [CS_ITEM_MANUAL] = "cs-person-symbolic",
    [CS_ITEM_NOT_APPLICABLE] = "cs-inapplicable-symbolic",
    [CS_ITEM_NOT_RUN] = "cs-pending-symbolic",
  };

  g_return_val_if_fail (state < N_STATES, "");

  return icons[state];
}

void
cs_pre_state_show (GtkImage *image, CsItemState state, CsSeverity severity)
{
  static const char *const colours[N_STATES] = {
    [CS_ITEM_PASSED] = "cs-passed",
    [CS_ITEM_FINDINGS] = "cs-error",
    [CS_ITEM_MANUAL] = "cs-person",
    [CS_ITEM_NOT_APPLICABLE] = "cs-neutral",
    [CS_ITEM_NOT_RUN] = "cs-neutral",
  };
  const char *classes[] = { NULL, NULL };

  if (state == CS_ITEM_FINDINGS && severity < CS_N_SEVERITIES)
    {
      gtk_widget_set_css_classes (GTK_WIDGET (image), (const char **)(classes + 1));
      cs_shape_show (image, severity, TRUE);
      return;
    }

  classes[0] = colours[state];
  gtk_widget_set_visible (GTK_WIDGET (image), TRUE);
  gtk_widget_set_css_classes (GTK_WIDGET (image), classes);
  gtk_image_set_from_icon_name (image, cs_pre_state_get_icon (state));
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  cs_pre_state_get_word (state), -1);
}
