#include "cs-new-popover.h"

struct _CsNewPopover
{
  GtkPopover parent_instance;
};

G_DEFINE_FINAL_TYPE (CsNewPopover, cs_new_popover, GTK_TYPE_POPOVER)

static void
cs_new_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CS_TYPE_NEW_POPOVER);

  G_OBJECT_CLASS (cs_new_popover_parent_class)->dispose (object);
}

static void
cs_new_popover_class_init (CsNewPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cs_new_popover_dispose;

  gtk_widget_class_set_template_from_resource (
      GTK_WIDGET_CLASS (klass), "/io/github/claimsmith/Claimsmith/ui/cs-new-popover.ui");
}

static void
cs_new_popover_init (CsNewPopover *popover)
{
  gtk_widget_init_template (GTK_WIDGET (popover));
}

GtkWidget *
cs_new_popover_new (void)
{
  return g_object_new (CS_TYPE_NEW_POPOVER, NULL);
}
