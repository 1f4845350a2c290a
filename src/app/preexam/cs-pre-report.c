#include "cs-pre-report.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../report/cs-report-file.h"
#include "../../service/cs-private-file.h"
#include "../widgets/cs-file-dialog.h"
#include "../widgets/cs-names.h"
#include "../widgets/cs-toast.h"

/* What is to be written, for another thread; and what comes of it. */
typedef struct
{
  CsExamResult *result;
  CsExamRecord *record;
  CsExamDiff *diff;
  CsReportFormat format;
  char *path;
} Job;

typedef struct
{
  CsPreExamination *exam;
  AdwToastOverlay *toasts;
} Asking;

static void
job_free (gpointer data)
{
  Job *job = data;

  cs_exam_result_unref (job->result);
  g_clear_pointer (&job->record, cs_exam_record_unref);
  g_clear_pointer (&job->diff, cs_exam_diff_unref);
  g_free (job->path);
  g_free (job);
}

static void
asking_free (gpointer data, GClosure *closure)
{
  Asking *asking = data;

  g_object_unref (asking->exam);
  g_object_unref (asking->toasts);
  g_free (asking);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  const CsReportInputs inputs = { .result = job->result,
                                  .language = cs_ui_language (),
                                  .made_us = g_get_real_time (),
                                  .record = job->record,
                                  .diff = job->diff };
  g_autoptr (CsReportModel) model = cs_report_model_new (&inputs);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cs_report_file_new (model, job->format, cancellable, &error);

  if (bytes != NULL && cs_private_file_write (job->path, bytes, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_written (GObject *toasts, GAsyncResult *result, gpointer data)
{
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (job->path);
  g_autofree char *text = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    text = g_strdup_printf (_ ("Report written: %s"), name);
  else
    text = g_strdup_printf (_ ("Report not written: %s"), error->message);
  cs_toast_show (ADW_TOAST_OVERLAY (toasts), text);
}

/* The format that the ending of @path names; Word when it names none. */
static CsReportFormat
find_format (const char *path)
{
  const char *dot = strrchr (path, '.');
  CsReportFormat format = CS_REPORT_DOCX;

  if (dot != NULL)
    cs_report_format_from_name (dot + 1, &format);

  return format;
}

static void
write_report (Asking *asking, const char *path)
{
  g_autoptr (GTask) task = g_task_new (asking->toasts, NULL, on_written, NULL);
  Job *job = g_new0 (Job, 1);

  g_object_get (asking->exam, "result", &job->result, "record", &job->record, "diff", &job->diff,
                NULL);
  job->path = g_strdup (path);
  job->format = find_format (path);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, write_in_thread);
}

static void
on_response (GtkNativeDialog *dialog, int response, Asking *asking)
{
  g_autofree char *path = cs_file_dialog_take_path (dialog, response);

  if (path != NULL)
    write_report (asking, path);
}

static void
add_filters (GtkFileChooserNative *dialog)
{
  static const struct
  {
    const char *name;
    const char *suffix;
  } filters[] = {
    { N_ ("Word document"), "docx" },
    { N_ ("PDF"), "pdf" },
    { N_ ("Workbook"), "xlsx" },
    { N_ ("Web page"), "html" },
    { N_ ("SARIF"), "sarif" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      const char *suffixes[] = { filters[i].suffix, NULL };

      cs_file_dialog_add_filter (dialog, _ (filters[i].name), suffixes);
    }
}

void
cs_pre_report_ask (GtkWindow *parent, CsPreExamination *exam, AdwToastOverlay *toasts)
{
  GtkFileChooserNative *dialog = cs_file_dialog_new (parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                                                     _ ("Write a report"), _ ("_Write"));
  Asking *asking = g_new0 (Asking, 1);
  g_autofree char *name = NULL;
  g_autofree char *file_name = NULL;

  asking->exam = g_object_ref (exam);
  asking->toasts = g_object_ref (toasts);
  g_object_get (exam, "matter-name", &name, NULL);
  file_name = cs_file_dialog_dup_name (
      (const char *const[]){ name == NULL ? "" : name, _ ("examination"), NULL }, "docx");
  add_filters (dialog);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), file_name);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), asking, asking_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
