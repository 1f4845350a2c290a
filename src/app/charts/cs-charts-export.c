#include "cs-charts-private.h"

#include <glib/gi18n-lib.h>

#include "../widgets/cs-file-dialog.h"
#include "../widgets/cs-names.h"
#include "../widgets/cs-toast.h"

/* A chart on its way into a file. */
typedef struct
{
  CsFamilyChart *chart;
  char *path;
  const char *language;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  cs_family_chart_unref (writing->chart);
  g_free (writing->path);
  g_free (writing);
}

static void
write_chart (GTask *task, gpointer page, gpointer data, GCancellable *cancellable)
{
  const Writing *writing = data;
  GError *error = NULL;

  if (cs_family_chart_write (writing->chart, writing->path, writing->language, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_written (GObject *object, GAsyncResult *result, gpointer data)
{
  CsChartsPage *page = CS_CHARTS_PAGE (object);
  const Writing *writing = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_path_get_basename (writing->path);
  g_autofree char *told = g_strdup_printf (_ ("“%s” written"), name);
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (page->toasts != NULL)
    cs_toast_show (page->toasts, error != NULL ? error->message : told);
}

/* --- the dialog --- */

#define END "cs-end"

/* What the dialog gives has the end that was asked for. */
static void
on_path (GtkNativeDialog *dialog, int response, CsChartsPage *page)
{
  g_autofree char *end =
      g_strconcat (".", (const char *)g_object_get_data (G_OBJECT (dialog), END), NULL);
  g_autofree char *path = cs_file_dialog_take_path (dialog, response);
  g_autofree char *whole = NULL;

  if (path == NULL)
    return;

  whole = g_str_has_suffix (path, end) ? g_strdup (path) : g_strconcat (path, end, NULL);
  gtk_widget_activate_action (GTK_WIDGET (page), "charts.export-to", "s", whole);
}

static void
on_export_to (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsChartsPage *page = CS_CHARTS_PAGE (widget);
  CsFamilyChart *chart = cs_family_charts_get_chart (page->charts);
  g_autoptr (GTask) task = NULL;
  Writing *writing;

  if (chart == NULL)
    return;

  writing = g_new (Writing, 1);
  *writing = (Writing){ cs_family_chart_ref (chart), g_variant_dup_string (parameter, NULL),
                        cs_ui_language () };
  task = g_task_new (page, NULL, on_written, NULL);
  g_task_set_task_data (task, writing, writing_free);
  g_task_run_in_thread (task, write_chart);
}

static void
on_export (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsChartsPage *page = CS_CHARTS_PAGE (widget);
  const char *end = g_variant_get_string (parameter, NULL);
  const char *ends[] = { end, NULL };
  const char *words[] = { cs_family_chart_kind_get_title (page->kind), page->query, NULL };
  g_autofree char *file = cs_file_dialog_dup_name (words, end);
  g_autofree char *filter = g_ascii_strup (end, -1);
  GtkFileChooserNative *dialog =
      cs_file_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), GTK_FILE_CHOOSER_ACTION_SAVE,
                          _ ("Export the chart"), _ ("_Export"));

  cs_file_dialog_add_filter (dialog, filter, ends);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), file);
  g_object_set_data_full (G_OBJECT (dialog), END, g_strdup (end), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_path), page, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
cs_charts_add_export (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "charts.export", "s", on_export);
  gtk_widget_class_install_action (class, "charts.export-to", "s", on_export_to);
  gtk_widget_class_add_binding_action (class, GDK_KEY_e, GDK_CONTROL_MASK, "charts.export", "s",
                                       "pdf");
}
