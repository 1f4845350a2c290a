#include <glib/gi18n-lib.h>

#include "../../exam/cs-messages.h"
#include "../widgets/cs-names.h"
#include "../widgets/cs-shape.h"
#include "cs-finding-dock.h"
#include "cs-path-chips.h"

#define MAX_PATH_CHIPS 4

struct _CsFindingDock
{
  GtkBox parent_instance;

  GtkImage *shape;
  GtkLabel *text;
  CsPathChips *path;
  GtkWidget *fix;

  CsDocument *document;
};

G_DEFINE_FINAL_TYPE (CsFindingDock, cs_finding_dock, GTK_TYPE_BOX)

static void
show_count (CsFindingDock *dock, const CsFindingView *view)
{
  g_autofree char *text = NULL;
  guint n_open = 0;

  for (guint i = 0; view != NULL && i < CS_N_SEVERITIES; i++)
    n_open += view->n_open[i];
  if (view == NULL || view->n_checked == 0)
    text = g_strdup (_ ("Not checked yet"));
  else if (n_open == 0)
    text = g_strdup (_ ("No findings"));
  else
    text = g_strdup_printf (ngettext ("%u finding", "%u findings", n_open), n_open);

  gtk_label_set_label (dock->text, text);
  cs_shape_show (dock->shape, CS_N_SEVERITIES, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (dock->path), FALSE);
  gtk_widget_set_visible (dock->fix, FALSE);
}

static void
on_change (CsDocument *document, GParamSpec *pspec, CsFindingDock *dock)
{
  const CsFindingView *view = cs_document_get_view (document);
  const CsFindingEntry *entry;
  const CsFinding *finding;
  g_autofree char *message = NULL;

  g_object_get (document, "entry", &entry, NULL);
  if (view == NULL || entry == NULL)
    {
      show_count (dock, view);
      return;
    }

  finding = cs_finding_entry_get_first (entry);
  message = cs_messages_dup (finding, view->result, cs_ui_language (), NULL);
  cs_shape_show (dock->shape, entry->severity, entry->certainty != CS_CERTAINTY_POSSIBLE);
  gtk_label_set_label (dock->text, message);
  cs_path_chips_show (dock->path, document, view, finding->report->path, MAX_PATH_CHIPS);
  gtk_widget_set_visible (dock->fix, cs_finding_entry_get_fixes (entry)->len > 0);
  gtk_widget_set_sensitive (dock->fix, !cs_document_is_stale (document) && !entry->waived);
}

static void
on_fix (GtkButton *button, CsFindingDock *dock)
{
  const CsFindingEntry *entry;

  g_object_get (dock->document, "entry", &entry, NULL);
  if (entry != NULL)
    cs_document_fix (dock->document, entry, 0);
}

static void
on_previous (GtkButton *button, CsFindingDock *dock)
{
  cs_document_choose_next (dock->document, -1);
}

static void
on_next (GtkButton *button, CsFindingDock *dock)
{
  cs_document_choose_next (dock->document, 1);
}

static void
cs_finding_dock_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CS_TYPE_FINDING_DOCK);
  g_clear_object (&CS_FINDING_DOCK (object)->document);

  G_OBJECT_CLASS (cs_finding_dock_parent_class)->dispose (object);
}

static void
cs_finding_dock_class_init (CsFindingDockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (CS_TYPE_PATH_CHIPS);
  G_OBJECT_CLASS (klass)->dispose = cs_finding_dock_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-finding-dock.ui");
  gtk_widget_class_bind_template_child (widget_class, CsFindingDock, shape);
  gtk_widget_class_bind_template_child (widget_class, CsFindingDock, text);
  gtk_widget_class_bind_template_child (widget_class, CsFindingDock, path);
  gtk_widget_class_bind_template_child (widget_class, CsFindingDock, fix);
  gtk_widget_class_bind_template_callback (widget_class, on_fix);
  gtk_widget_class_bind_template_callback (widget_class, on_previous);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
}

static void
cs_finding_dock_init (CsFindingDock *dock)
{
  gtk_widget_init_template (GTK_WIDGET (dock));
}

GtkWidget *
cs_finding_dock_new (CsDocument *document)
{
  CsFindingDock *dock = g_object_new (CS_TYPE_FINDING_DOCK, NULL);

  dock->document = g_object_ref (document);
  g_signal_connect_object (document, "notify::entry", G_CALLBACK (on_change), dock, 0);
  g_signal_connect_object (document, "notify::view", G_CALLBACK (on_change), dock, 0);
  g_signal_connect_object (document, "notify::stale", G_CALLBACK (on_change), dock, 0);
  on_change (document, NULL, dock);

  return GTK_WIDGET (dock);
}
