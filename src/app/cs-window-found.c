#include <glib/gi18n-lib.h>

#include "../service/library/cs-family-export.h"
#include "charts/cs-charts-page.h"
#include "cs-window-private.h"
#include "widgets/cs-file-dialog.h"
#include "widgets/cs-names.h"
#include "widgets/cs-toast.h"

/* What can be done with all families that were found: charts of them, and files. */

static CsLibraryService *
get_library (CsWindow *window)
{
  return cs_program_get_library (CS_PROGRAM (gtk_window_get_application (GTK_WINDOW (window))));
}

/* Returns: (transfer full) (nullable): what the list shows */
static CsHits *
get_hits (CsWindow *window)
{
  CsHits *hits;

  g_object_get (cs_families_page_get_list (window->families), "hits", &hits, NULL);

  return hits;
}

/* --- charts --- */

static void
on_families_wanted (CsWindow *window, const char *query)
{
  cs_window_leave_over (window);
  cs_families_page_search (window->families, query);
}

static void
show_charts (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsWindow *window = CS_WINDOW (widget);
  g_autoptr (CsHits) hits = get_hits (window);
  GtkWidget *page;

  if (hits == NULL)
    return;

  page = cs_charts_page_new (get_library (window), hits->query->text, hits->filters);
  g_signal_connect_object (page, "families-wanted", G_CALLBACK (on_families_wanted), window,
                           G_CONNECT_SWAPPED);
  cs_window_show_over (window, page);
  gtk_widget_grab_focus (page);
}

/* --- files --- */

#define TOLD_SECONDS 5

/* A list on its way into a file, which a toast tells of from its beginning to its end: one that is
 * dismissed while it still comes in, for another one, takes libadwaita 1.2 down. */
typedef struct
{
  AdwToast *toast; /* holds one reference; it holds this */
  GCancellable *cancellable;
  char *path;
  gboolean is_written;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_object_unref (writing->cancellable);
  g_free (writing->path);
  g_free (writing);
}

static void
on_progress (guint done, guint total, gpointer data)
{
  Writing *writing = data;
  g_autofree char *text = g_strdup_printf (_ ("Exporting %'u of %'u families…"), done, total);

  adw_toast_set_title (writing->toast, text);
}

static void
on_button (AdwToast *toast, Writing *writing)
{
  GtkApplication *program = GTK_APPLICATION (g_application_get_default ());

  if (writing->is_written)
    cs_file_show_in_folder (writing->path, gtk_application_get_active_window (program));
  else
    g_cancellable_cancel (writing->cancellable);
}

static gboolean
end_toast (gpointer toast)
{
  adw_toast_dismiss (toast);

  return G_SOURCE_REMOVE;
}

static char *
describe_end (const Writing *writing, const GError *error)
{
  g_autofree char *name = g_filename_display_basename (writing->path);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_strdup (_ ("Stopped; no file was written"));

  return error != NULL ? g_strdup (error->message) : g_strdup_printf (_ ("“%s” written"), name);
}

static void
on_written (GObject *service, GAsyncResult *result, gpointer data)
{
  Writing *writing = data;
  g_autoptr (AdwToast) toast = writing->toast;
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  writing->is_written = cs_family_export_finish (CS_LIBRARY_SERVICE (service), result, &error);
  text = describe_end (writing, error);
  title = g_markup_escape_text (text, -1);
  adw_toast_set_title (toast, title);
  adw_toast_set_button_label (toast, error == NULL ? _ ("_Show the file") : NULL);
  g_timeout_add_seconds_full (G_PRIORITY_DEFAULT, TOLD_SECONDS, end_toast, g_object_ref (toast),
                              g_object_unref);
}

static Writing *
writing_new (const char *path)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->path = g_strdup (path);
  writing->cancellable = g_cancellable_new ();
  writing->toast = cs_toast_new (_ ("Exporting families…"));
  adw_toast_set_timeout (writing->toast, 0);
  adw_toast_set_button_label (writing->toast, _ ("_Stop"));
  g_object_set_data_full (G_OBJECT (writing->toast), "writing", writing, writing_free);
  g_signal_connect (writing->toast, "button-clicked", G_CALLBACK (on_button), writing);

  return writing;
}

/* Returns: whether @path is of a list, of which @format is what its end tells; a name that tells
 * none is one of a table, which everybody can open */
static gboolean
find_format (const char *path, CsListFormat *format)
{
  *format = CS_LIST_CSV;
  for (CsListFormat known = 0; known < CS_N_LIST_FORMATS; known++)
    {
      g_autofree char *end = g_strconcat (".", cs_list_format_get_extension (known), NULL);

      if (g_str_has_suffix (path, end))
        *format = known;
    }

  return !g_str_has_suffix (path, ".pdf");
}

/* The families that the list shows, narrowed and sorted as they are there, into the file of the
 * path: a report for PDF, else a list. */
static void
export_to (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsWindow *window = CS_WINDOW (widget);
  const char *path = g_variant_get_string (parameter, NULL);
  g_autoptr (CsHits) hits = get_hits (window);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  CsFamilyExport what = { .with_mark = TRUE, .language = cs_ui_language () };
  Writing *writing;
  CsFamilyExportCall call;

  if (hits == NULL)
    return;

  what.today = cs_office_date_today ();
  what.query = hits->query;
  what.families = hits->families;
  what.n_families = hits->n_families;
  what.is_report = !find_format (path, &what.format);
  writing = writing_new (path);
  call = (CsFamilyExportCall){ file, on_progress, on_written, writing };
  cs_families_page_add_toast (window->families, g_object_ref (writing->toast));
  cs_family_export_async (get_library (window), &what, &call, writing->cancellable);
}

static void
choose_file (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (CsHits) hits = get_hits (CS_WINDOW (widget));
  const char *words[] = { _ ("Families"), hits == NULL ? "" : hits->query->text, NULL };
  const CsFileQuestion question = { _ ("Export the list"), NULL, words,
                                    g_variant_get_string (parameter, NULL),
                                    "win.export-families-to" };

  cs_file_dialog_ask (widget, &question);
}

void
cs_window_add_found_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.chart-families", NULL, show_charts);
  gtk_widget_class_install_action (klass, "win.export-families", "s", choose_file);
  gtk_widget_class_install_action (klass, "win.export-families-to", "s", export_to);
}
