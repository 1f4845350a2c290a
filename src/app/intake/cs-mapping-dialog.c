#include "cs-mapping-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "../../base/cs-data-folder.h"
#include "../../service/library/cs-column-choices.h"
#include "../exchange/cs-progress-page.h"
#include "cs-look-row.h"
#include "cs-mapping-facts.h"
#include "cs-mapping-row.h"

#define WIDTH 880
#define HEIGHT 720
#define MARGIN 40 /* of the parent that stays in sight */

struct _CsMappingDialog
{
  AdwWindow parent_instance;

  char *path;
  char *folder;
  CsMappingFunc callback; /* NULL: it has been told */
  gpointer data;

  CsTableLook *look;
  CsTableMap *map;           /* as chosen, maybe ahead of @look */
  GCancellable *cancellable; /* of the look under way */
  GtkStringList *columns;    /* names of the columns of @map */
  GtkStringList *rows;       /* of @look */
  gboolean is_showing;

  /* template */
  AdwWindowTitle *heading;
  GtkWidget *import;
  GtkStack *pages;
  CsProgressPage *progress;
  AdwStatusPage *trouble;
  CsMappingFacts *facts;
  GtkWidget *sheet_box;
  GtkDropDown *sheet;
  GtkListView *column_view;
  GtkListView *row_view;
  GtkLabel *row_facts;
  GtkStack *row_pages;
};

G_DEFINE_FINAL_TYPE (CsMappingDialog, cs_mapping_dialog, ADW_TYPE_WINDOW)

/* --- records --- */

static char *
describe_rows (const CsTableLook *look)
{
  g_autofree char *records = g_strdup_printf (
      ngettext ("%u record", "%u records", look->n_records), look->n_records);
  g_autofree char *faults = g_strdup_printf (
      ngettext ("%u fault", "%u faults", look->n_faults), look->n_faults);

  if (look->n_faults == 0)
    return g_strdup (records);

  /* Translators: "12 records, 3 faults" */
  return g_strdup_printf (_ ("%s, %s"), records, faults);
}

static void
show_rows (CsMappingDialog *dialog)
{
  const CsTableLook *look = dialog->look;
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (dialog->rows));
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_autofree char *counts = describe_rows (look);
  g_autofree char *facts =
      look->is_whole ? g_strdup (counts) :
                       /* Translators: "12 records, 3 faults in the beginning of the table" */
                       g_strdup_printf (_ ("%s in the beginning of the table"), counts);
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < look->rows->len; i++)
    {
      const CsTableLookRow *row = look->rows->pdata[i];

      g_strv_builder_add (texts, row->fault != NULL ? row->fault : row->number);
    }
  list = g_strv_builder_end (texts);
  gtk_string_list_splice (dialog->rows, 0, n_rows, (const char *const *)list);
  gtk_label_set_label (dialog->row_facts, look->rows->len > 0 ? facts : "");
  gtk_stack_set_visible_child_name (dialog->row_pages, look->rows->len > 0 ? "rows" : "none");
}

/* --- columns --- */

static void
show_columns (CsMappingDialog *dialog)
{
  const GPtrArray *columns = dialog->map->columns;
  guint n_columns = g_list_model_get_n_items (G_LIST_MODEL (dialog->columns));
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < columns->len; i++)
    g_strv_builder_add (names, ((const CsTableColumn *)columns->pdata[i])->name);
  list = g_strv_builder_end (names);
  gtk_string_list_splice (dialog->columns, 0, n_columns, (const char *const *)list);
}

static void
show_sheets (CsMappingDialog *dialog)
{
  const CsTableLook *look = dialog->look;
  g_autoptr (GtkStringList) sheets = gtk_string_list_new ((const char *const *)look->sheets);

  dialog->is_showing = TRUE;
  gtk_drop_down_set_model (dialog->sheet, G_LIST_MODEL (sheets));
  for (guint i = 0; look->sheets[i] != NULL; i++)
    if (g_str_equal (look->sheets[i], look->map->view_name))
      gtk_drop_down_set_selected (dialog->sheet, i);
  gtk_widget_set_visible (dialog->sheet_box, g_strv_length (look->sheets) > 1);
  dialog->is_showing = FALSE;
}

/* --- the whole --- */

static void
update_import (CsMappingDialog *dialog)
{
  gboolean can_import = dialog->map != NULL && cs_table_map_get_obstacle (dialog->map) == NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (dialog), "mapping.import", can_import);
}

static void
show_map (CsMappingDialog *dialog)
{
  cs_mapping_facts_show (dialog->facts, dialog->map);
  update_import (dialog);
}

static void
show_trouble (CsMappingDialog *dialog, const GError *error)
{
  g_autofree char *text = g_markup_escape_text (error->message, -1);

  cs_progress_page_end (dialog->progress);
  adw_status_page_set_description (dialog->trouble, text);
  gtk_stack_set_visible_child_name (dialog->pages, "trouble");
}

/* Takes @look. @is_new: of a table, or sheet, that was not shown before. */
static void
take_look (CsMappingDialog *dialog, CsTableLook *look, gboolean is_new)
{
  g_clear_pointer (&dialog->look, cs_table_look_free);
  dialog->look = look;
  if (is_new)
    {
      g_clear_pointer (&dialog->map, cs_table_map_unref);
      dialog->map = cs_table_map_ref (look->map);
      show_columns (dialog);
      show_sheets (dialog);
    }
  show_map (dialog);
  show_rows (dialog);
  cs_progress_page_end (dialog->progress);
  gtk_stack_set_visible_child_name (dialog->pages, "columns");
}

/* --- looking --- */

/* A look under way; the dialog may have gone, or want another one. */
typedef struct
{
  CsMappingDialog *dialog;
  GCancellable *cancellable;
  gboolean is_new;
} Looking;

static void
looking_free (Looking *looking)
{
  g_object_unref (looking->dialog);
  g_object_unref (looking->cancellable);
  g_free (looking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Looking, looking_free)

static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Looking) looking = data;
  CsMappingDialog *dialog = looking->dialog;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsTableLook) look = cs_table_look_finish (result, &error);

  if (dialog->cancellable != looking->cancellable)
    return;

  g_clear_object (&dialog->cancellable);
  if (look == NULL)
    show_trouble (dialog, error);
  else
    take_look (dialog, g_steal_pointer (&look), looking->is_new);
}

static void
stop_looking (CsMappingDialog *dialog)
{
  if (dialog->cancellable != NULL)
    g_cancellable_cancel (dialog->cancellable);
  g_clear_object (&dialog->cancellable);
}

/* @sheet: (nullable): another one than is shown; without it, and with a map, the same again */
static void
begin_look (CsMappingDialog *dialog, const char *sheet)
{
  gboolean is_new = sheet != NULL || dialog->map == NULL;
  const CsTableLookJob job = { .path = dialog->path,
                               .folder = dialog->folder,
                               .sheet = sheet,
                               .guessed = is_new ? NULL : dialog->look->guessed,
                               .map = is_new ? NULL : dialog->map };
  Looking *looking = g_new (Looking, 1);

  stop_looking (dialog);
  dialog->cancellable = g_cancellable_new ();
  *looking = (Looking){ g_object_ref (dialog), g_object_ref (dialog->cancellable), is_new };
  cs_table_look_async (&job, dialog->cancellable, on_looked, looking);
}

void
cs_mapping_dialog_choose (CsMappingDialog *dialog, guint number, const char *meaning)
{
  g_autofree char *change = g_strdup_printf ("#%u=%s", number + 1, meaning);
  CsTableMap *changed;

  if (dialog->map == NULL)
    return;

  changed = cs_table_map_change (dialog->map, change, NULL);
  if (changed == NULL)
    return;

  cs_table_map_unref (dialog->map);
  dialog->map = changed;
  show_map (dialog);
  begin_look (dialog, NULL);
}

static void
on_sheet (CsMappingDialog *dialog)
{
  guint index = gtk_drop_down_get_selected (dialog->sheet);

  if (!dialog->is_showing && dialog->look != NULL &&
      index < g_strv_length (dialog->look->sheets))
    begin_look (dialog, dialog->look->sheets[index]);
}

/* --- rows of the lists --- */

static void
on_chosen (GtkListItem *item, guint number, const char *meaning, CsMappingRow *row)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (row));
  CsMappingDialog *dialog;

  if (!CS_IS_MAPPING_DIALOG (root))
    return;

  dialog = CS_MAPPING_DIALOG (root);
  cs_mapping_dialog_choose (dialog, number, meaning);
  cs_mapping_row_show (row, dialog->map, number);
}

static void
on_column_setup (CsMappingDialog *dialog, GtkListItem *item)
{
  GtkWidget *row = cs_mapping_row_new ();

  gtk_list_item_set_activatable (item, FALSE);
  g_signal_connect_object (row, "chosen", G_CALLBACK (on_chosen), item, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
on_column_bind (CsMappingDialog *dialog, GtkListItem *item)
{
  cs_mapping_row_show (CS_MAPPING_ROW (gtk_list_item_get_child (item)), dialog->map,
                       gtk_list_item_get_position (item));
}

static void
on_row_setup (CsMappingDialog *dialog, GtkListItem *item)
{
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, cs_look_row_new ());
}

static void
on_row_bind (CsMappingDialog *dialog, GtkListItem *item)
{
  cs_look_row_show (CS_LOOK_ROW (gtk_list_item_get_child (item)),
                    dialog->look->rows->pdata[gtk_list_item_get_position (item)]);
}

/* --- the answer --- */

static void
answer (CsMappingDialog *dialog, CsMappingAnswer what, CsTableMap *map)
{
  CsMappingFunc callback = g_steal_pointer (&dialog->callback);

  if (callback != NULL)
    callback (what, map, dialog->data);
}

static void
on_import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CsMappingDialog *dialog = CS_MAPPING_DIALOG (widget);
  g_autoptr (CsTableMap) map = cs_table_map_ref (dialog->map);

  cs_column_choices_save_async (dialog->folder, dialog->look->guessed, map);
  gtk_widget_set_visible (widget, FALSE);
  answer (dialog, CS_MAPPING_IMPORT, map);
  gtk_window_close (GTK_WINDOW (dialog));
}

static gboolean
on_close (CsMappingDialog *dialog)
{
  stop_looking (dialog);
  answer (dialog, CS_MAPPING_CANCELLED, NULL);

  return GDK_EVENT_PROPAGATE;
}

static void
on_stop (CsMappingDialog *dialog)
{
  gtk_window_close (GTK_WINDOW (dialog));
}

gboolean
cs_mapping_dialog_is_busy (CsMappingDialog *dialog)
{
  return dialog->cancellable != NULL;
}

const CsTableLook *
cs_mapping_dialog_get_look (CsMappingDialog *dialog)
{
  return dialog->look;
}

/* --- the class --- */

static void
cs_mapping_dialog_dispose (GObject *object)
{
  CsMappingDialog *dialog = CS_MAPPING_DIALOG (object);

  stop_looking (dialog);
  answer (dialog, CS_MAPPING_CANCELLED, NULL);

  G_OBJECT_CLASS (cs_mapping_dialog_parent_class)->dispose (object);
}

static void
cs_mapping_dialog_finalize (GObject *object)
{
  CsMappingDialog *dialog = CS_MAPPING_DIALOG (object);

  g_clear_object (&dialog->columns);
  g_clear_object (&dialog->rows);
  g_clear_pointer (&dialog->look, cs_table_look_free);
  g_clear_pointer (&dialog->map, cs_table_map_unref);
  g_free (dialog->path);
  g_free (dialog->folder);

  G_OBJECT_CLASS (cs_mapping_dialog_parent_class)->finalize (object);
}

static void
cs_mapping_dialog_class_init (CsMappingDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (CS_TYPE_MAPPING_FACTS);
  g_type_ensure (CS_TYPE_PROGRESS_PAGE);
  G_OBJECT_CLASS (class)->dispose = cs_mapping_dialog_dispose;
  G_OBJECT_CLASS (class)->finalize = cs_mapping_dialog_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/claimsmith/Claimsmith/ui/cs-mapping-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CsMappingDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, CsMappingDialog, import);
  gtk_widget_class_bind_template_child (widget_class, CsMappingDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, CsMappingDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, CsMappingDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, CsMappingDialog, facts);
  gtk_widget_class_bind_template_child (widget_class, CsMappingDialog, sheet_box);
  gtk_widget_class_bind_template_child (widget_class, CsMappingDialog, sheet);
  gtk_widget_class_bind_template_child (widget_class, CsMappingDialog, column_view);
  gtk_widget_class_bind_template_child (widget_class, CsMappingDialog, row_view);
  gtk_widget_class_bind_template_child (widget_class, CsMappingDialog, row_facts);
  gtk_widget_class_bind_template_child (widget_class, CsMappingDialog, row_pages);
  gtk_widget_class_bind_template_callback (widget_class, on_sheet);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_column_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_column_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_row_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_row_bind);
  gtk_widget_class_install_action (widget_class, "mapping.import", NULL, on_import);
}

/* Takes @model. */
static void
set_model (GtkListView *view, GListModel *model)
{
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (model);

  gtk_list_view_set_model (view, GTK_SELECTION_MODEL (selection));
}

static void
cs_mapping_dialog_init (CsMappingDialog *dialog)
{
  dialog->folder = cs_data_folder_dup (NULL);
  dialog->columns = gtk_string_list_new (NULL);
  dialog->rows = gtk_string_list_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (dialog));
  set_model (dialog->column_view, g_object_ref (G_LIST_MODEL (dialog->columns)));
  set_model (dialog->row_view, g_object_ref (G_LIST_MODEL (dialog->rows)));
  update_import (dialog);
}

/* --- on the screen --- */

static CsMappingDialog *
create (GtkWindow *parent, const char *path, CsMappingFunc callback, gpointer data)
{
  CsMappingDialog *dialog = g_object_new (CS_TYPE_MAPPING_DIALOG, "transient-for", parent, NULL);
  g_autofree char *name = g_filename_display_basename (path);
  int width = parent != NULL ? gtk_widget_get_width (GTK_WIDGET (parent)) : 0;
  int height = parent != NULL ? gtk_widget_get_height (GTK_WIDGET (parent)) : 0;

  dialog->path = g_strdup (path);
  dialog->callback = callback;
  dialog->data = data;
  adw_window_title_set_subtitle (dialog->heading, name);
  gtk_window_set_default_size (GTK_WINDOW (dialog),
                               width > 2 * MARGIN ? MIN (WIDTH, width - MARGIN) : WIDTH,
                               height > 2 * MARGIN ? MIN (HEIGHT, height - MARGIN) : HEIGHT);

  return dialog;
}

void
cs_mapping_dialog_present_look (GtkWindow *parent,
                                const char *path,
                                CsTableLook *look,
                                CsMappingFunc callback,
                                gpointer data)
{
  CsMappingDialog *dialog = create (parent, path, callback, data);

  take_look (dialog, look, TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
}

CsMappingDialog *
cs_mapping_dialog_present (GtkWindow *parent, GFile *file, CsMappingFunc callback, gpointer data)
{
  g_autofree char *path = g_file_get_path (file);
  CsMappingDialog *dialog;

  g_return_val_if_fail (path != NULL, NULL);

  dialog = create (parent, path, callback, data);
  cs_progress_page_begin (dialog->progress, _ ("Reading the table"), FALSE);
  begin_look (dialog, NULL);
  gtk_window_present (GTK_WINDOW (dialog));

  return dialog;
}
