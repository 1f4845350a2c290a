#include "cs-rename-popover.h"

struct _CsRenamePopover
{
  GtkPopover parent_instance;

  GtkEditable *name;
  GtkEditable *reference;
};

enum
{
  RENAME,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsRenamePopover, cs_rename_popover, GTK_TYPE_POPOVER)

static char *
dup_stripped (GtkEditable *editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (editable)));
}

static void
on_apply (CsRenamePopover *popover)
{
  g_autofree char *name = dup_stripped (popover->name);
  g_autofree char *reference = dup_stripped (popover->reference);

  gtk_popover_popdown (GTK_POPOVER (popover));
  g_signal_emit (popover, signals[RENAME], 0, *name != '\0' ? name : NULL, reference);
}

static void
cs_rename_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CS_TYPE_RENAME_POPOVER);

  G_OBJECT_CLASS (cs_rename_popover_parent_class)->dispose (object);
}

static void
cs_rename_popover_class_init (CsRenamePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_rename_popover_dispose;

  signals[RENAME] = g_signal_new ("rename", CS_TYPE_RENAME_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-rename-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, CsRenamePopover, name);
  gtk_widget_class_bind_template_child (widget_class, CsRenamePopover, reference);
  gtk_widget_class_bind_template_callback (widget_class, on_apply);
}

static void
cs_rename_popover_init (CsRenamePopover *popover)
{
  gtk_widget_init_template (GTK_WIDGET (popover));
}

GtkWidget *
cs_rename_popover_new (void)
{
  return g_object_new (CS_TYPE_RENAME_POPOVER, NULL);
}

void
cs_rename_popover_set (CsRenamePopover *popover, const CsMatterInfo *info)
{
  gtk_editable_set_text (popover->name, info->name);
  gtk_editable_set_text (popover->reference, info->reference);
  gtk_widget_grab_focus (GTK_WIDGET (popover->name));
}
