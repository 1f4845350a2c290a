#include "cs-marks-popover.h"

#include <string.h>

#define N_KINDS (CS_LABEL_POOL + 1)
#define NAME "cs-label-name"
#define KIND "cs-label-kind"

struct _CsMarksPopover
{
  GtkPopover parent_instance;

  GtkFlowBox *boxes[N_KINDS];
  GtkEditable *entries[N_KINDS];
  GtkTextBuffer *note;

  CsFamilyMarks *marks; /* as they are; nullable */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsMarksPopover, cs_marks_popover, GTK_TYPE_POPOVER)

static char ***
get_labels (CsFamilyMarks *marks, CsLabelKind kind)
{
  return kind == CS_LABEL_TAG ? &marks->tags : &marks->pools;
}

/* What is written comes back by the view; until then it is shown as it will be. */
static void
take_marks (CsMarksPopover *popover, CsFamilyMarks *marks)
{
  g_clear_pointer (&popover->marks, cs_family_marks_free);
  popover->marks = marks;
  g_signal_emit (popover, signals[CHANGED], 0, marks);
}

static void
set_label (CsMarksPopover *popover, CsLabelKind kind, const char *name, gboolean on)
{
  CsFamilyMarks *marks = cs_family_marks_copy (popover->marks);
  char ***labels = get_labels (marks, kind);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; (*labels)[i] != NULL; i++)
    if (strcmp ((*labels)[i], name) != 0)
      g_strv_builder_add (builder, (*labels)[i]);
  if (on)
    g_strv_builder_add (builder, name);
  g_strfreev (*labels);
  *labels = g_strv_builder_end (builder);
  take_marks (popover, marks);
}

static void
on_toggled (GtkCheckButton *check, CsMarksPopover *popover)
{
  set_label (popover, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), KIND)),
             g_object_get_data (G_OBJECT (check), NAME), gtk_check_button_get_active (check));
}

static void
add_entry (CsMarksPopover *popover, CsLabelKind kind)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (popover->entries[kind])));

  gtk_editable_set_text (popover->entries[kind], "");
  if (*name != '\0' && popover->marks != NULL)
    set_label (popover, kind, name, TRUE);
}

static void
on_tag_entered (CsMarksPopover *popover)
{
  add_entry (popover, CS_LABEL_TAG);
}

static void
on_pool_entered (CsMarksPopover *popover)
{
  add_entry (popover, CS_LABEL_POOL);
}

static void
on_closed (CsMarksPopover *popover)
{
  g_autofree char *note = NULL;
  CsFamilyMarks *marks;

  add_entry (popover, CS_LABEL_TAG);
  add_entry (popover, CS_LABEL_POOL);
  g_object_get (popover->note, "text", &note, NULL);
  if (popover->marks == NULL || g_strcmp0 (note, popover->marks->note) == 0)
    return;

  marks = cs_family_marks_copy (popover->marks);
  g_free (marks->note);
  marks->note = g_steal_pointer (&note);
  take_marks (popover, marks);
}

/* --- showing --- */

static void
add_check (CsMarksPopover *popover, CsLabelKind kind, const char *name)
{
  GtkWidget *check = gtk_check_button_new_with_label (name);
  char **labels = *get_labels (popover->marks, kind);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               g_strv_contains ((const char *const *)labels, name));
  g_object_set_data (G_OBJECT (check), KIND, GUINT_TO_POINTER (kind));
  g_object_set_data_full (G_OBJECT (check), NAME, g_strdup (name), g_free);
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), popover);
  gtk_flow_box_insert (popover->boxes[kind], check, -1);
}

static void
show_labels (CsMarksPopover *popover, CsLabelKind kind, const GPtrArray *labels)
{
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (popover->boxes[kind], 0)) != NULL)
    gtk_flow_box_remove (popover->boxes[kind], GTK_WIDGET (child));
  for (guint i = 0; i < labels->len; i++)
    add_check (popover, kind, ((const CsLibraryLabel *)labels->pdata[i])->name);
  gtk_widget_set_visible (GTK_WIDGET (popover->boxes[kind]), labels->len > 0);
}

void
cs_marks_popover_show (CsMarksPopover *popover, CsFamilyView *view)
{
  gboolean typing = gtk_widget_get_visible (GTK_WIDGET (popover));

  g_clear_pointer (&popover->marks, cs_family_marks_free);
  popover->marks = cs_family_marks_copy (cs_family_view_get_marks (view));
  for (guint kind = 0; kind < N_KINDS; kind++)
    show_labels (popover, kind, cs_family_view_get_labels (view, kind));
  if (!typing)
    gtk_text_buffer_set_text (popover->note, popover->marks->note, -1);
}

/* --- the object --- */

static void
cs_marks_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CS_TYPE_MARKS_POPOVER);

  G_OBJECT_CLASS (cs_marks_popover_parent_class)->dispose (object);
}

static void
cs_marks_popover_finalize (GObject *object)
{
  g_clear_pointer (&CS_MARKS_POPOVER (object)->marks, cs_family_marks_free);

  G_OBJECT_CLASS (cs_marks_popover_parent_class)->finalize (object);
}

static void
cs_marks_popover_class_init (CsMarksPopoverClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = cs_marks_popover_dispose;
  G_OBJECT_CLASS (class)->finalize = cs_marks_popover_finalize;

  signals[CHANGED] = g_signal_new ("changed", CS_TYPE_MARKS_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-marks-popover.ui");
  gtk_widget_class_bind_template_child_full (
      widget_class, "tags", FALSE, G_STRUCT_OFFSET (CsMarksPopover, boxes[CS_LABEL_TAG]));
  gtk_widget_class_bind_template_child_full (
      widget_class, "pools", FALSE, G_STRUCT_OFFSET (CsMarksPopover, boxes[CS_LABEL_POOL]));
  gtk_widget_class_bind_template_child_full (
      widget_class, "new_tag", FALSE, G_STRUCT_OFFSET (CsMarksPopover, entries[CS_LABEL_TAG]));
  gtk_widget_class_bind_template_child_full (
      widget_class, "new_pool", FALSE, G_STRUCT_OFFSET (CsMarksPopover, entries[CS_LABEL_POOL]));
  gtk_widget_class_bind_template_child (widget_class, CsMarksPopover, note);
  gtk_widget_class_bind_template_callback (widget_class, on_tag_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_pool_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_closed);
}

static void
cs_marks_popover_init (CsMarksPopover *popover)
{
  gtk_widget_init_template (GTK_WIDGET (popover));
}
