#include "cs-import-row.h"

#include <glib/gi18n-lib.h>

struct _CsImportRow
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *file;
  GtkButton *stop;
  GtkProgressBar *bar;
  GtkLabel *counts;
  GtkMenuButton *details;
  GtkStringList *troubles;

  CsImportTask *task;
};

G_DEFINE_FINAL_TYPE (CsImportRow, cs_import_row, GTK_TYPE_WIDGET)

static void
update_troubles (CsImportRow *row)
{
  const GPtrArray *troubles = cs_import_task_get_troubles (row->task);

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (row->troubles)); i < troubles->len; i++)
    gtk_string_list_take (row->troubles, cs_import_trouble_dup_text (troubles->pdata[i]));
}

static char *
format_counts (guint n_done, guint n_troubles)
{
  g_autofree char *done = g_strdup_printf (ngettext ("%u imported", "%u imported", n_done), n_done);
  g_autofree char *refused = NULL;

  if (n_troubles == 0)
    return g_steal_pointer (&done);

  refused = g_strdup_printf (ngettext ("%u refused", "%u refused", n_troubles), n_troubles);

  return g_strdup_printf ("%s, %s", done, refused);
}

static void
update (CsImportRow *row)
{
  g_autofree char *file = NULL;
  g_autofree char *counts = NULL;
  guint n_done, n_troubles;
  gboolean running;
  double fraction;

  if (row->task == NULL)
    return;

  g_object_get (row->task, "file", &file, "n-done", &n_done, "n-troubles", &n_troubles, "running",
                &running, "fraction", &fraction, NULL);
  counts = format_counts (n_done, n_troubles);
  gtk_label_set_label (row->file, running ? file : _ ("Import ended"));
  gtk_label_set_label (row->counts, counts);
  gtk_progress_bar_set_fraction (row->bar, fraction);
  gtk_widget_set_visible (GTK_WIDGET (row->bar), running);
  gtk_widget_set_visible (GTK_WIDGET (row->details), n_troubles > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row->stop), running ? _ ("Stop") : _ ("Close"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->stop), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  running ? _ ("Stop the import") : _ ("Close"), -1);
  update_troubles (row);

  gtk_widget_set_visible (GTK_WIDGET (row), running || n_troubles > 0);
}

static void
on_stop (CsImportRow *row)
{
  gboolean running;

  g_object_get (row->task, "running", &running, NULL);
  if (running)
    cs_import_task_stop (row->task);
  else
    gtk_widget_set_visible (GTK_WIDGET (row), FALSE);
}

static void
on_copy (CsImportRow *row)
{
  g_autofree char *list = cs_import_task_dup_list (row->task);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (row)), list);
}

static void
cs_import_row_dispose (GObject *object)
{
  CsImportRow *row = CS_IMPORT_ROW (object);

  if (row->task != NULL)
    g_signal_handlers_disconnect_by_data (row->task, row);
  g_clear_object (&row->task);
  gtk_widget_dispose_template (GTK_WIDGET (row), CS_TYPE_IMPORT_ROW);

  G_OBJECT_CLASS (cs_import_row_parent_class)->dispose (object);
}

static void
cs_import_row_class_init (CsImportRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cs_import_row_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-import-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CsImportRow, content);
  gtk_widget_class_bind_template_child (widget_class, CsImportRow, file);
  gtk_widget_class_bind_template_child (widget_class, CsImportRow, stop);
  gtk_widget_class_bind_template_child (widget_class, CsImportRow, bar);
  gtk_widget_class_bind_template_child (widget_class, CsImportRow, counts);
  gtk_widget_class_bind_template_child (widget_class, CsImportRow, details);
  gtk_widget_class_bind_template_child (widget_class, CsImportRow, troubles);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cs_import_row_init (CsImportRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
}

void
cs_import_row_set_task (CsImportRow *row, CsImportTask *task)
{
  if (row->task != NULL)
    g_signal_handlers_disconnect_by_data (row->task, row);

  g_set_object (&row->task, task);
  gtk_string_list_splice (row->troubles, 0,
                          g_list_model_get_n_items (G_LIST_MODEL (row->troubles)), NULL);
  gtk_widget_set_visible (GTK_WIDGET (row), task != NULL);
  if (task != NULL)
    g_signal_connect_object (task, "notify", G_CALLBACK (update), row, G_CONNECT_SWAPPED);
  update (row);
}
