#include "cs-save-popover.h"

struct _CsSavePopover
{
  GtkPopover parent_instance;

  GtkEditable *name;
  GtkCheckButton *watched;
  GtkWidget *save;
};

enum
{
  SAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsSavePopover, cs_save_popover, GTK_TYPE_POPOVER)

static char *
dup_name (CsSavePopover *popover)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (popover->name)));
}

static void
on_changed (CsSavePopover *popover)
{
  g_autofree char *name = dup_name (popover);

  gtk_widget_set_sensitive (popover->save, *name != '\0');
}

static void
on_save (CsSavePopover *popover)
{
  g_autofree char *name = dup_name (popover);

  if (*name == '\0')
    return;

  gtk_popover_popdown (GTK_POPOVER (popover));
  g_signal_emit (popover, signals[SAVE], 0, name, gtk_check_button_get_active (popover->watched));
}

static void
cs_save_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CS_TYPE_SAVE_POPOVER);

  G_OBJECT_CLASS (cs_save_popover_parent_class)->dispose (object);
}

static void
cs_save_popover_class_init (CsSavePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_save_popover_dispose;

  signals[SAVE] = g_signal_new ("save", CS_TYPE_SAVE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-save-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, CsSavePopover, name);
  gtk_widget_class_bind_template_child (widget_class, CsSavePopover, watched);
  gtk_widget_class_bind_template_child (widget_class, CsSavePopover, save);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
cs_save_popover_init (CsSavePopover *popover)
{
  gtk_widget_init_template (GTK_WIDGET (popover));
}

GtkWidget *
cs_save_popover_new (void)
{
  return g_object_new (CS_TYPE_SAVE_POPOVER, NULL);
}

void
cs_save_popover_set (CsSavePopover *popover, const char *name, gboolean watched)
{
  gtk_editable_set_text (popover->name, name);
  gtk_editable_select_region (popover->name, 0, -1);
  gtk_check_button_set_active (popover->watched, watched);
  on_changed (popover);
}
