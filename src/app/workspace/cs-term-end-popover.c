#include "cs-term-end-popover.h"

#include <string.h>

struct _CsTermEndPopover
{
  GtkPopover parent_instance;

  GtkEditable *name;
  GtkWidget *apply;

  CsDocument *document;
  char *read; /* the term, too long */
};

G_DEFINE_FINAL_TYPE (CsTermEndPopover, cs_term_end_popover, GTK_TYPE_POPOVER)

/* Returns: (transfer full) (nullable): what was left, if it is a beginning of what was read */
static char *
dup_beginning (CsTermEndPopover *popover)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (popover->name)));

  if (*name == '\0' || popover->read == NULL || strcmp (name, popover->read) == 0 ||
      !g_str_has_prefix (popover->read, name))
    return NULL;

  return g_steal_pointer (&name);
}

static void
update (CsTermEndPopover *popover)
{
  g_autofree char *name = dup_beginning (popover);

  gtk_widget_set_sensitive (popover->apply, name != NULL);
}

static void
on_apply (CsTermEndPopover *popover)
{
  g_autofree char *name = dup_beginning (popover);

  if (name == NULL)
    return;

  gtk_popover_popdown (GTK_POPOVER (popover));
  cs_document_say_term (popover->document, name, CS_TERM_IS_TERM);
}

void
cs_term_end_popover_set (CsTermEndPopover *popover, const char *name)
{
  g_free (popover->read);
  popover->read = g_strdup (name);
  gtk_editable_set_text (popover->name, name);
  update (popover);
  gtk_widget_grab_focus (GTK_WIDGET (popover->name));
  gtk_editable_set_position (popover->name, -1); /* one deletes from the end */
}

/* --- the object --- */

static void
cs_term_end_popover_dispose (GObject *object)
{
  CsTermEndPopover *popover = CS_TERM_END_POPOVER (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), CS_TYPE_TERM_END_POPOVER);
  g_clear_pointer (&popover->read, g_free);
  g_clear_object (&popover->document);

  G_OBJECT_CLASS (cs_term_end_popover_parent_class)->dispose (object);
}

static void
cs_term_end_popover_class_init (CsTermEndPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_term_end_popover_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-term-end-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, CsTermEndPopover, name);
  gtk_widget_class_bind_template_child (widget_class, CsTermEndPopover, apply);
  gtk_widget_class_bind_template_callback (widget_class, on_apply);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
cs_term_end_popover_init (CsTermEndPopover *popover)
{
  gtk_widget_init_template (GTK_WIDGET (popover));
}

GtkWidget *
cs_term_end_popover_new (CsDocument *document)
{
  CsTermEndPopover *popover = g_object_new (CS_TYPE_TERM_END_POPOVER, NULL);

  popover->document = g_object_ref (document);

  return GTK_WIDGET (popover);
}
