#include <glib/gi18n-lib.h>

#include "../service/library/cs-sample-library.h"
#include "cs-window-private.h"
#include "intake/cs-mapping-dialog.h"
#include "intake/cs-ops-dialog.h"
#include "widgets/cs-toast.h"

/* Ways into the library beside files that tell all of themselves: tables, whose columns may have to
 * be asked about, the sample library, and OPS. */

static CsLibraryService *
get_library (CsWindow *window)
{
  return cs_program_get_library (CS_PROGRAM (gtk_window_get_application (GTK_WINDOW (window))));
}

/* --- tables --- */

/* A file on its way; the window may have gone. */
typedef struct
{
  GWeakRef window;
  char *path;
} Offer;

static void
offer_free (Offer *offer)
{
  g_weak_ref_clear (&offer->window);
  g_free (offer->path);
  g_free (offer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Offer, offer_free)

static Offer *
offer_new (CsWindow *window, const char *path)
{
  Offer *offer = g_new0 (Offer, 1);

  g_weak_ref_init (&offer->window, window);
  offer->path = g_strdup (path);

  return offer;
}

static void on_answer (CsMappingAnswer answer, CsTableMap *map, gpointer data);

static void
on_check_columns (AdwToast *toast, CsWindow *window)
{
  const char *path = g_object_get_data (G_OBJECT (toast), "path");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  cs_mapping_dialog_present (GTK_WINDOW (window), file, on_answer, offer_new (window, path));
}

/* Nothing had to be asked; of a platform whose exports nobody has tried, one may want to look. */
static void
offer_columns (CsWindow *window, const char *path, const CsTablePlatform *platform)
{
  g_autofree char *text = NULL;
  AdwToast *toast;

  if (platform->is_tried || g_str_equal (platform->id, "any"))
    return;

  /* Translators: the name of a search platform */
  text = g_strdup_printf (_ ("Read as an export of %s, which is not yet tried on a real one"),
                          platform->name);
  toast = cs_toast_new (text);
  adw_toast_set_button_label (toast, _ ("_Check the columns…"));
  g_object_set_data_full (G_OBJECT (toast), "path", g_strdup (path), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_check_columns), window, 0);
  adw_toast_overlay_add_toast (window->toasts, toast);
}

static void
on_answer (CsMappingAnswer answer, CsTableMap *map, gpointer data)
{
  g_autoptr (Offer) offer = data;
  g_autoptr (CsWindow) window = g_weak_ref_get (&offer->window);
  const char *const paths[] = { offer->path, NULL };

  if (window == NULL || answer == CS_MAPPING_CANCELLED)
    return;

  cs_family_importer_add (window->family_importer, paths,
                          answer == CS_MAPPING_IMPORT ? map : NULL);
  if (answer == CS_MAPPING_CLEAR)
    offer_columns (window, offer->path, map->platform);
}

void
cs_window_take_records (CsWindow *window, const char *const *paths)
{
  g_autoptr (GFile) file = NULL;

  if (paths[0] == NULL || paths[1] != NULL || !g_file_test (paths[0], G_FILE_TEST_IS_REGULAR))
    {
      cs_family_importer_add (window->family_importer, paths, NULL);
      return;
    }

  file = g_file_new_for_path (paths[0]);
  cs_mapping_dialog_check (GTK_WINDOW (window), file, on_answer, offer_new (window, paths[0]));
}

/* --- the sample library --- */

static void
on_removed (GObject *service, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsWindow) window = data;
  g_autoptr (GError) error = NULL;

  if (gtk_window_get_application (GTK_WINDOW (window)) == NULL) /* it was closed */
    return;

  if (cs_sample_library_remove_finish (CS_LIBRARY_SERVICE (service), result, &error))
    cs_toast_show (window->toasts, _ ("The sample library was removed"));
  else
    cs_toast_show (window->toasts, error->message);
}

static void
remove_samples (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsWindow *window = CS_WINDOW (widget);

  cs_sample_library_remove_async (get_library (window), NULL, on_removed, g_object_ref (window));
}

static void
on_remove_clicked (CsWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.remove-sample-library", NULL);
}

static void
on_samples_imported (CsWindow *window, CsFamilyImport *import)
{
  const GError *error = cs_family_import_get_error (import);
  g_autofree char *text =
      /* Translators: a tag */
      g_strdup_printf (_ ("The sample library is here; all of it is tagged “%s”"),
                       cs_sample_library_get_tag ());
  AdwToast *toast = cs_toast_new (error != NULL ? error->message : text);

  if (error == NULL)
    {
      adw_toast_set_button_label (toast, _ ("_Remove again"));
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_remove_clicked), window,
                               G_CONNECT_SWAPPED);
    }
  adw_toast_overlay_add_toast (window->toasts, toast);
}

/* It takes a moment: no bar is shown. While it runs it holds itself. */
static void
import_samples (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsWindow *window = CS_WINDOW (widget);
  g_autoptr (CsFamilyImport) import = cs_family_import_new_sample (get_library (window));

  g_signal_connect_object (import, "finished", G_CALLBACK (on_samples_imported), window,
                           G_CONNECT_SWAPPED);
}

/* --- OPS --- */

static void
on_wanted (CsWindow *window, const char *query)
{
  cs_families_page_search (window->families, query);
}

static void
ask_ops (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsWindow *window = CS_WINDOW (widget);
  CsOpsDialog *dialog = cs_ops_dialog_present (GTK_WINDOW (window), get_library (window));

  g_signal_connect_object (dialog, "wanted", G_CALLBACK (on_wanted), window, G_CONNECT_SWAPPED);
}

/* --- for the window --- */

void
cs_window_add_intake_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.import-sample-library", NULL, import_samples);
  gtk_widget_class_install_action (klass, "win.remove-sample-library", NULL, remove_samples);
  gtk_widget_class_install_action (klass, "win.ops", NULL, ask_ops);
}
