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

/* --- asking where to --- */

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
  const char *words[] = { cs_family_chart_kind_get_title (page->kind), page->query, NULL };
  const CsFileQuestion question = { _ ("Export the chart"), NULL, words,
                                    g_variant_get_string (parameter, NULL), "charts.export-to" };

  cs_file_dialog_ask (widget, &question);
}

void
cs_charts_add_export (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "charts.export", "s", on_export);
  gtk_widget_class_install_action (class, "charts.export-to", "s", on_export_to);
  gtk_widget_class_add_binding_action (class, GDK_KEY_e, GDK_CONTROL_MASK, "charts.export", "s",
                                       "pdf");
}
