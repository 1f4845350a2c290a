#include "cs-family-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../picture/cs-picture-caption.h"
#include "../../service/cs-private-file.h"
#include "../widgets/cs-file-dialog.h"
#include "../widgets/cs-names.h"
#include "../widgets/cs-toast.h"
#include "cs-family-table.h"

/* The pictures of a family as files, and what they are drawn from as a table. */

#define PICTURE_WIDTH 1120 /* px, in a file */

CsPicture *
cs_family_get_picture (CsFamilyPage *page)
{
  const char *tab = adw_view_stack_get_visible_child_name (page->tabs);

  if (g_strcmp0 (tab, "timeline") == 0)
    return cs_timeline_view_get_picture (page->timeline);
  if (g_strcmp0 (tab, "graph") == 0)
    return cs_graph_view_get_picture (page->graph);

  return NULL;
}

/* A picture on its way to a file. */
typedef struct
{
  CsPicture *picture; /* nullable */
  CsFamily *family;
  char *path;
  gboolean is_chinese;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_clear_pointer (&writing->picture, cs_picture_unref);
  cs_family_unref (writing->family);
  g_free (writing->path);
  g_free (writing);
}

static GBytes *
dup_table (const Writing *writing)
{
  char *csv = cs_family_dup_csv (writing->family);

  return g_bytes_new_take (csv, strlen (csv));
}

/* A file is read on paper: it is light, whatever the window is. */
static GBytes *
dup_picture (const Writing *writing, GError **error)
{
  CsPictureStyle style;

  cs_picture_style_init (&style, FALSE);
  style.language = writing->is_chinese ? "zh-cn" : "en";

  return cs_picture_dup_file (writing->picture, &style, PICTURE_WIDTH, writing->path, error);
}

static void
write_file (GTask *task, gpointer page, gpointer data, GCancellable *cancellable)
{
  const Writing *writing = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = g_str_has_suffix (writing->path, ".csv") ?
                                 dup_table (writing) :
                                 dup_picture (writing, &error);

  if (bytes != NULL && cs_private_file_write (writing->path, bytes, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_written (GObject *object, GAsyncResult *result, gpointer data)
{
  CsFamilyPage *page = CS_FAMILY_PAGE (object);
  const Writing *writing = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_path_get_basename (writing->path);
  g_autofree char *told = g_strdup_printf (_ ("“%s” written"), name);
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (page->toasts != NULL)
    cs_toast_show (page->toasts, error != NULL ? error->message : told);
}

/* Returns: (transfer full): @path with an end that says what can be written there */
static char *
dup_path (const char *path, gboolean has_picture)
{
  gboolean ends = has_picture && (g_str_has_suffix (path, ".png") ||
                                  g_str_has_suffix (path, ".svg") ||
                                  g_str_has_suffix (path, ".pdf"));

  if (ends || g_str_has_suffix (path, ".csv"))
    return g_strdup (path);

  return g_strconcat (path, has_picture ? ".pdf" : ".csv", NULL);
}

static void
on_path (GtkNativeDialog *dialog, int response, CsFamilyPage *page)
{
  g_autofree char *path = cs_file_dialog_take_path (dialog, response);

  if (path != NULL)
    gtk_widget_activate_action (GTK_WIDGET (page), "family.export-to", "s", path);
}

/* A file tells by itself what it shows. */
static CsPicture *
dup_captioned (CsPicture *picture, const CsFamily *family)
{
  g_autofree char *origin = cs_family_dup_origin (family);

  return cs_picture_caption_new (picture, family->title, origin);
}

void
cs_family_export_to (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsFamilyPage *page = CS_FAMILY_PAGE (widget);
  const CsFamily *family = cs_family_view_get_family (page->view);
  CsPicture *picture = cs_family_get_picture (page);
  g_autoptr (GTask) task = NULL;
  Writing *writing;

  if (family == NULL)
    return;

  writing = g_new (Writing, 1);
  *writing = (Writing){ .picture = picture != NULL ? dup_captioned (picture, family) : NULL,
                        .family = cs_family_ref ((CsFamily *)family),
                        .path = dup_path (g_variant_get_string (parameter, NULL), picture != NULL),
                        .is_chinese = g_str_equal (cs_ui_language (), "zh") };
  task = g_task_new (page, NULL, on_written, NULL);
  g_task_set_task_data (task, writing, writing_free);
  g_task_run_in_thread (task, write_file);
}

static void
add_picture_filters (GtkFileChooserNative *dialog)
{
  static const char *const pdf[] = { "pdf", NULL };
  static const char *const svg[] = { "svg", NULL };
  static const char *const png[] = { "png", NULL };

  cs_file_dialog_add_filter (dialog, "PDF", pdf);
  cs_file_dialog_add_filter (dialog, "SVG", svg);
  cs_file_dialog_add_filter (dialog, "PNG", png);
}

void
cs_family_export (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const csv[] = { "csv", NULL };
  CsFamilyPage *page = CS_FAMILY_PAGE (widget);
  gboolean has_picture = cs_family_get_picture (page) != NULL;
  g_autofree char *title = cs_family_page_dup_title (page);
  const char *words[] = { title, NULL };
  g_autofree char *file = cs_file_dialog_dup_name (words, has_picture ? "pdf" : "csv");
  GtkFileChooserNative *dialog =
      cs_file_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), GTK_FILE_CHOOSER_ACTION_SAVE,
                          has_picture ? _ ("Export the picture") : _ ("Export the members"),
                          _ ("_Export"));

  if (has_picture)
    add_picture_filters (dialog);
  cs_file_dialog_add_filter (dialog, _ ("Data as a table (CSV)"), csv);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), file);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_path), page, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
