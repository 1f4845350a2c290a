#include "cs-label-popover.h"

#include <glib/gi18n-lib.h>

struct _CsLabelPopover
{
  GtkPopover parent_instance;

  GtkLabel *title;
  GtkBox *list;
  GtkEntry *name;

  CsLibraryService *service;
  CsLabelKind kind;
  gint64 family;
};

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsLabelPopover, cs_label_popover, GTK_TYPE_POPOVER)

/* --- in the threads of the library --- */

/* What is asked, and what is to be written. */
typedef struct
{
  CsLabelKind kind;
  gint64 family;
  char *name;
  gboolean is_on;
} Deed;

typedef struct
{
  GPtrArray *labels; /* of CsLibraryLabel */
  CsFamilyMarks *marks;
} Found;

static Deed *
deed_new (CsLabelPopover *popover, const char *name, gboolean is_on)
{
  Deed *deed = g_new (Deed, 1);

  *deed = (Deed){ popover->kind, popover->family, g_strdup (name), is_on };

  return deed;
}

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_free (deed->name);
  g_free (deed);
}

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_pointer (&found->labels, g_ptr_array_unref);
  g_clear_pointer (&found->marks, cs_family_marks_free);
  g_free (found);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, found_free)

static char ***
get_names (CsFamilyMarks *marks, CsLabelKind kind)
{
  return kind == CS_LABEL_TAG ? &marks->tags : &marks->pools;
}

static gpointer
load (CsLibrary *library,
      CsSearcher *searcher,
      gpointer data,
      GCancellable *cancellable,
      GError **error)
{
  const Deed *deed = data;
  g_autoptr (Found) found = g_new0 (Found, 1);

  found->labels = cs_library_list_labels (library, deed->kind, error);
  if (found->labels == NULL)
    return NULL;

  found->marks = cs_library_load_marks (library, deed->family, error);

  return found->marks != NULL ? g_steal_pointer (&found) : NULL;
}

/* The library sorts them. */
static char **
change_names (char **names, const char *name, gboolean is_on)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (char **at = names; *at != NULL; at++)
    if (!g_str_equal (*at, name))
      g_strv_builder_add (builder, *at);
  if (is_on)
    g_strv_builder_add (builder, name);

  return g_strv_builder_end (builder);
}

static gpointer
write_label (CsLibrary *library,
             CsSearcher *searcher,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  const Deed *deed = data;
  g_autoptr (CsFamilyMarks) marks = cs_library_load_marks (library, deed->family, error);
  char ***names;
  char **changed;

  if (marks == NULL)
    return NULL;

  names = get_names (marks, deed->kind);
  changed = change_names (*names, deed->name, deed->is_on);
  g_strfreev (*names);
  *names = changed;
  cs_library_set_marks (library, deed->family, marks, NULL, error);

  return NULL;
}

/* --- ticking --- */

static void
on_written (GObject *service, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsLabelPopover) popover = data;
  g_autoptr (GError) error = NULL;

  cs_library_service_finish (CS_LIBRARY_SERVICE (service), result, &error);
  if (error != NULL)
    g_signal_emit (popover, signals[FAILED], 0, error->message);
}

static void
write_down (CsLabelPopover *popover, const char *name, gboolean is_on)
{
  const CsLibraryJob job = { write_label, deed_new (popover, name, is_on), deed_free, NULL, FALSE };

  cs_library_service_write (popover->service, &job, NULL, on_written, g_object_ref (popover));
}

static void
on_toggled (GtkCheckButton *button, CsLabelPopover *popover)
{
  write_down (popover, gtk_check_button_get_label (button), gtk_check_button_get_active (button));
}

static void
add_box (CsLabelPopover *popover, const char *name, gboolean is_on)
{
  GtkWidget *button = gtk_check_button_new_with_label (name);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), is_on);
  g_signal_connect (button, "toggled", G_CALLBACK (on_toggled), popover);
  gtk_box_append (popover->list, button);
}

static void
on_new (CsLabelPopover *popover)
{
  g_autofree char *name =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (popover->name))));

  if (*name == '\0')
    return;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (popover->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (child)), name) == 0)
      {
        gtk_check_button_set_active (GTK_CHECK_BUTTON (child), TRUE);
        gtk_editable_set_text (GTK_EDITABLE (popover->name), "");
        return;
      }

  add_box (popover, name, TRUE);
  write_down (popover, name, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (popover->name), "");
}

/* --- what there is --- */

static void
clear_boxes (CsLabelPopover *popover)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (popover->list))) != NULL)
    gtk_box_remove (popover->list, child);
}

static void
on_loaded (GObject *service, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsLabelPopover) popover = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Found) found =
      cs_library_service_finish (CS_LIBRARY_SERVICE (service), result, &error);
  const char *const *names;

  if (found == NULL)
    {
      g_signal_emit (popover, signals[FAILED], 0, error->message);
      return;
    }
  if (popover->list == NULL) /* gone meanwhile */
    return;

  names = (const char *const *)*get_names (found->marks, popover->kind);
  clear_boxes (popover);
  for (guint i = 0; i < found->labels->len; i++)
    {
      const CsLibraryLabel *label = found->labels->pdata[i];

      add_box (popover, label->name, g_strv_contains (names, label->name));
    }
}

void
cs_label_popover_set (CsLabelPopover *popover, CsLabelKind kind, gint64 family)
{
  CsLibraryJob job = { load, NULL, deed_free, found_free, FALSE };

  popover->kind = kind;
  popover->family = family;
  clear_boxes (popover);
  gtk_label_set_label (popover->title, kind == CS_LABEL_TAG ? _ ("Tags") : _ ("Pools"));
  gtk_entry_set_placeholder_text (popover->name,
                                  kind == CS_LABEL_TAG ? _ ("New tag") : _ ("New pool"));
  job.data = deed_new (popover, NULL, FALSE);
  cs_library_service_read (popover->service, &job, NULL, on_loaded, g_object_ref (popover));
}

/* --- the class --- */

static void
cs_label_popover_dispose (GObject *object)
{
  CsLabelPopover *popover = CS_LABEL_POPOVER (object);

  g_clear_object (&popover->service);
  gtk_widget_dispose_template (GTK_WIDGET (object), CS_TYPE_LABEL_POPOVER);

  G_OBJECT_CLASS (cs_label_popover_parent_class)->dispose (object);
}

static void
cs_label_popover_class_init (CsLabelPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_label_popover_dispose;

  signals[FAILED] = g_signal_new ("failed", CS_TYPE_LABEL_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-label-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, CsLabelPopover, title);
  gtk_widget_class_bind_template_child (widget_class, CsLabelPopover, list);
  gtk_widget_class_bind_template_child (widget_class, CsLabelPopover, name);
  gtk_widget_class_bind_template_callback (widget_class, on_new);
}

static void
cs_label_popover_init (CsLabelPopover *popover)
{
  gtk_widget_init_template (GTK_WIDGET (popover));
}

GtkWidget *
cs_label_popover_new (CsLibraryService *service)
{
  CsLabelPopover *popover = g_object_new (CS_TYPE_LABEL_POPOVER, NULL);

  popover->service = g_object_ref (service);

  return GTK_WIDGET (popover);
}
