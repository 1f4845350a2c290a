#include "cs-library-trouble.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "../../store/cs-library.h"
#include "../widgets/cs-file-dialog.h"

#define LIBRARY_FILE "library.db"

struct _CsLibraryTrouble
{
  GtkWidget parent_instance;

  AdwStatusPage *page;
  GtkWidget *for_damage;
  GtkWidget *buttons;
  GtkSpinner *spinner;

  CsLibraryService *service;
};

enum
{
  SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsLibraryTrouble, cs_library_trouble, GTK_TYPE_WIDGET)

/* --- repairing, in a thread --- */

static void
repair_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (CsLibrary) library = NULL;
  GError *error = NULL;

  library = cs_library_open (data, &error);
  if (library == NULL || !cs_library_repair (library, NULL, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
set_busy (CsLibraryTrouble *trouble, gboolean busy)
{
  gtk_spinner_set_spinning (trouble->spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (trouble->spinner), busy);
  gtk_widget_set_sensitive (trouble->buttons, !busy);
}

static void
on_repaired (GObject *source, GAsyncResult *result, gpointer data)
{
  CsLibraryTrouble *trouble = CS_LIBRARY_TROUBLE (source);
  g_autoptr (GError) error = NULL;
  gboolean repaired = g_task_propagate_boolean (G_TASK (result), &error);

  if (trouble->page == NULL) /* gone meanwhile */
    return;

  set_busy (trouble, FALSE);
  if (repaired)
    g_signal_emit (trouble, signals[SETTLED], 0);
  else
    cs_library_trouble_show (trouble, trouble->service, error);
}

static void
on_repair (CsLibraryTrouble *trouble)
{
  g_autoptr (GTask) task = g_task_new (trouble, NULL, on_repaired, NULL);

  g_task_set_task_data (
      task, g_strdup (cs_library_service_get_folder (trouble->service)), g_free);
  set_busy (trouble, TRUE);
  g_task_run_in_thread (task, repair_in_thread);
}

/* --- another library in its place --- */

static void
on_replaced (GObject *service, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsLibraryTrouble) trouble = data;
  g_autoptr (GError) error = NULL;

  cs_library_service_finish (CS_LIBRARY_SERVICE (service), result, &error);
  if (trouble->page == NULL) /* gone meanwhile */
    return;

  set_busy (trouble, FALSE);
  if (error != NULL)
    cs_library_trouble_show (trouble, trouble->service, error);
  else
    g_signal_emit (trouble, signals[SETTLED], 0);
}

static void
replace (CsLibraryTrouble *trouble, const char *backup)
{
  set_busy (trouble, TRUE);
  cs_library_service_replace (trouble->service, backup, on_replaced, g_object_ref (trouble));
}

static void
on_begin (CsLibraryTrouble *trouble)
{
  replace (trouble, NULL);
}

static void
on_backup_chosen (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autofree char *path = cs_file_dialog_take_path (dialog, response);

  if (path != NULL)
    replace (data, path);
}

static void
on_restore (CsLibraryTrouble *trouble)
{
  static const char *const known[] = { "db", NULL };
  GtkFileChooserNative *dialog = cs_file_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (trouble))), GTK_FILE_CHOOSER_ACTION_OPEN,
      _ ("Restore a backup"), _ ("_Restore"));

  cs_file_dialog_add_filter (dialog, _ ("Libraries"), known);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_backup_chosen), trouble, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* --- what else a person does --- */

static void
on_again (CsLibraryTrouble *trouble)
{
  g_signal_emit (trouble, signals[SETTLED], 0);
}

static void
on_show (CsLibraryTrouble *trouble)
{
  g_autofree char *path = g_build_filename (
      cs_library_service_get_folder (trouble->service), LIBRARY_FILE, NULL);

  cs_file_show_in_folder (path, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (trouble))));
}

/* --- what is shown --- */

static const char *
get_advice (const GError *error)
{
  if (g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_CORRUPT))
    return _ ("Repair builds the indexes anew from the records. When that does not help, put a "
              "backup in its place, or begin anew and import your data again. Nothing is deleted: "
              "the damaged file stays among the backups. Your drafts are in another file and "
              "safe.");
  if (g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_BUSY))
    return _ ("Another program is writing to the library. Try again when it is done.");
  if (g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_NEWER))
    return _ ("Install the newer version of Claimsmith that wrote it. Nothing was changed.");

  return _ ("Nothing was changed. Your drafts are in another file and safe.");
}

void
cs_library_trouble_show (CsLibraryTrouble *trouble, CsLibraryService *service, const GError *error)
{
  gboolean damaged = g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_CORRUPT);
  g_autofree char *text = g_strconcat (error->message, "\n\n", get_advice (error), NULL);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_set_object (&trouble->service, service);
  adw_status_page_set_title (trouble->page, damaged ? _ ("The library is damaged") :
                                                      _ ("The library cannot be read"));
  adw_status_page_set_description (trouble->page, escaped);
  gtk_widget_set_visible (trouble->for_damage, damaged);
}

/* --- the class --- */

static void
cs_library_trouble_dispose (GObject *object)
{
  g_clear_object (&CS_LIBRARY_TROUBLE (object)->service);
  gtk_widget_dispose_template (GTK_WIDGET (object), CS_TYPE_LIBRARY_TROUBLE);

  G_OBJECT_CLASS (cs_library_trouble_parent_class)->dispose (object);
}

static void
cs_library_trouble_class_init (CsLibraryTroubleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cs_library_trouble_dispose;

  signals[SETTLED] = g_signal_new ("settled", CS_TYPE_LIBRARY_TROUBLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-library-trouble.ui");
  gtk_widget_class_bind_template_child (widget_class, CsLibraryTrouble, page);
  gtk_widget_class_bind_template_child (widget_class, CsLibraryTrouble, for_damage);
  gtk_widget_class_bind_template_child (widget_class, CsLibraryTrouble, buttons);
  gtk_widget_class_bind_template_child (widget_class, CsLibraryTrouble, spinner);
  gtk_widget_class_bind_template_callback (widget_class, on_repair);
  gtk_widget_class_bind_template_callback (widget_class, on_restore);
  gtk_widget_class_bind_template_callback (widget_class, on_begin);
  gtk_widget_class_bind_template_callback (widget_class, on_again);
  gtk_widget_class_bind_template_callback (widget_class, on_show);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cs_library_trouble_init (CsLibraryTrouble *trouble)
{
  gtk_widget_init_template (GTK_WIDGET (trouble));
}
