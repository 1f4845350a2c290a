#include "matters.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "../../src/app/cs-sidebar.h"
#include "../../src/app/drafts/cs-drafts-page.h"
#include "../../src/app/workspace/cs-workspace.h"

static CsDraftsPage *
get_page (Ui *ui)
{
  return CS_DRAFTS_PAGE (ui_get (GTK_WIDGET (ui->window), CS_TYPE_DRAFTS_PAGE, NULL));
}

static GListModel *
get_list (Ui *ui)
{
  return G_LIST_MODEL (cs_drafts_page_get_list (get_page (ui)));
}

static const CsMatterInfo *
get_info (Ui *ui, guint position)
{
  g_autoptr (CsMatterItem) item = g_list_model_get_item (get_list (ui), position);

  g_assert_nonnull (item);

  return cs_matter_item_get_info (item);
}

#define wait_for_matters(ui, n) ui_wait (g_list_model_get_n_items (get_list (ui)) == (n))

#define is_shown(ui, type, text) (ui_find (GTK_WIDGET ((ui)->window), type, text) != NULL)

static void
choose (Ui *ui, const char *reference)
{
  GtkWidget *view = ui_get (GTK_WIDGET (ui->window), GTK_TYPE_COLUMN_VIEW, NULL);
  GtkSelectionModel *model = gtk_column_view_get_model (GTK_COLUMN_VIEW (view));

  for (guint i = 0; i < g_list_model_get_n_items (get_list (ui)); i++)
    if (g_str_equal (get_info (ui, i)->reference, reference))
      gtk_selection_model_select_item (model, i, TRUE);
  g_assert_cmpstr (cs_drafts_page_get_chosen (get_page (ui))->reference, ==, reference);
}

static void
search (Ui *ui, const char *words)
{
  GtkWidget *entry = ui_get (GTK_WIDGET (ui->window), GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
}

/* --- the list --- */

static void
test_list (Ui *ui)
{
  wait_for_matters (ui, 11);
  ui_settle (GTK_WIDGET (ui->window));

  g_assert_true (is_shown (ui, GTK_TYPE_LABEL, "流体计量装置及计量方法"));
  g_assert_true (is_shown (ui, GTK_TYPE_LABEL, "CW-2026-014"));
  g_assert_true (is_shown (ui, GTK_TYPE_LABEL, "PCT"));
  g_assert_true (is_shown (ui, GTK_TYPE_LABEL, _ ("Utility model")));
  g_assert_true (is_shown (ui, GTK_TYPE_LABEL, _ ("Just now")));
  g_assert_true (is_shown (ui, GTK_TYPE_LABEL, _ ("Not checked")));
  g_assert_true (is_shown (ui, GTK_TYPE_LABEL, _ ("No findings")));
  g_assert_cmpstr (get_info (ui, 0)->reference, ==, "CW-2026-014");
  g_assert_cmpstr (get_info (ui, 10)->reference, ==, "CW-2026-002");
}

static void
test_search (Ui *ui)
{
  wait_for_matters (ui, 11);
  search (ui, "羊绒");
  wait_for_matters (ui, 1);
  g_assert_cmpstr (get_info (ui, 0)->reference, ==, "CW-2026-005");

  search (ui, "cw-2026-01");
  wait_for_matters (ui, 5);

  search (ui, "nowhere to be found");
  ui_wait (is_shown (ui, ADW_TYPE_STATUS_PAGE, _ ("Nothing found")));
  g_assert_true (is_shown (ui, GTK_TYPE_SEARCH_ENTRY, "nowhere to be found"));
  ui_click (ui_get (GTK_WIDGET (ui->window), GTK_TYPE_BUTTON, _ ("_Clear search and filters")));
  wait_for_matters (ui, 11);
}

static void
test_filters (Ui *ui)
{
  GtkWidget *offices, *types;
  GtkWidget *window = GTK_WIDGET (ui->window);

  wait_for_matters (ui, 11);
  offices = ui_get (window, GTK_TYPE_DROP_DOWN, NULL);
  types = gtk_widget_get_next_sibling (offices);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (offices), 2); /* US */
  wait_for_matters (ui, 2);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (offices), 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (types), 3); /* designs */
  wait_for_matters (ui, 1);
}

static void
test_order (Ui *ui)
{
  const CsMatterQuery *query = cs_matter_list_get_query (cs_drafts_page_get_list (get_page (ui)));
  g_autoptr (GtkColumnViewColumn) name = NULL;
  GtkWidget *view;

  wait_for_matters (ui, 11);
  ui_wait ((view = ui_find (GTK_WIDGET (ui->window), GTK_TYPE_COLUMN_VIEW, NULL)) != NULL);
  name = g_list_model_get_item (gtk_column_view_get_columns (GTK_COLUMN_VIEW (view)), 0);
  g_assert_cmpint (query->order, ==, CS_MATTER_BY_CHANGED);
  g_assert_true (query->descending);

  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (view), name, GTK_SORT_ASCENDING);
  g_assert_cmpint (query->order, ==, CS_MATTER_BY_NAME);
  g_assert_false (query->descending);
  ui_wait (g_str_equal (get_info (ui, 0)->reference, "CW-2026-014-US"));

  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (view), name, GTK_SORT_DESCENDING);
  g_assert_true (query->descending);
  ui_wait (g_str_equal (get_info (ui, 10)->reference, "CW-2026-014-US"));
}

static void
test_stages (Ui *ui)
{
  GtkWidget *sidebar = ui_get (GTK_WIDGET (ui->window), CS_TYPE_SIDEBAR, NULL);

  wait_for_matters (ui, 11);
  g_object_set (sidebar, "filter", (guint)CS_STAGE_SIGNING, NULL);
  wait_for_matters (ui, 2);
  ui_wait (is_shown (ui, ADW_TYPE_WINDOW_TITLE, _ ("To sign")));

  choose (ui, "CW-2026-009");
  g_object_set (get_page (ui), "stage", "filed", NULL);
  wait_for_matters (ui, 1);
  g_object_set (sidebar, "filter", (guint)CS_STAGE_FILED, NULL);
  wait_for_matters (ui, 5);
  g_object_set (sidebar, "filter", CS_FILTER_BIN, NULL);
  ui_wait (is_shown (ui, ADW_TYPE_STATUS_PAGE, _ ("The bin is empty")));
}

/* --- what is done with a matter --- */

static void
test_rename (Ui *ui)
{
  GtkWidget *window = GTK_WIDGET (ui->window);
  GtkWidget *popover, *name;

  wait_for_matters (ui, 11);
  ui_settle (window);
  choose (ui, "CW-2026-011");
  ui_act (get_page (ui), "drafts.rename", NULL);
  ui_wait ((popover = ui_find (window, GTK_TYPE_POPOVER, NULL)) != NULL);
  name = ui_get (popover, GTK_TYPE_ENTRY, "煤矸石基多孔陶瓷及其制备方法");
  gtk_editable_set_text (GTK_EDITABLE (name), "  多孔陶瓷 ");
  ui_click (ui_get (popover, GTK_TYPE_BUTTON, _ ("_Rename")));

  ui_wait (is_shown (ui, GTK_TYPE_LABEL, "多孔陶瓷"));
  ui_wait (g_str_equal (cs_drafts_page_get_chosen (get_page (ui))->name, "多孔陶瓷"));
  g_assert_cmpstr (cs_drafts_page_get_chosen (get_page (ui))->reference, ==, "CW-2026-011");
}

static void
test_bin (Ui *ui)
{
  GtkWidget *window = GTK_WIDGET (ui->window);

  wait_for_matters (ui, 11);
  choose (ui, "CW-2026-013");
  ui_act (get_page (ui), "drafts.bin", NULL);
  wait_for_matters (ui, 10);
  ui_wait (is_shown (ui, GTK_TYPE_BUTTON, _ ("_Undo")));
  g_assert_cmpuint (
      cs_matter_list_get_stage_count (cs_drafts_page_get_list (get_page (ui)), CS_N_STAGES), ==, 1);

  ui_click (ui_get (window, GTK_TYPE_BUTTON, _ ("_Undo")));
  wait_for_matters (ui, 11);
}

static void
test_empty_bin (Ui *ui)
{
  GtkWidget *sidebar = ui_get (GTK_WIDGET (ui->window), CS_TYPE_SIDEBAR, NULL);
  GListModel *windows = gtk_window_get_toplevels ();
  g_autoptr (GtkWidget) dialog = NULL;

  wait_for_matters (ui, 11);
  choose (ui, "CW-2026-013");
  ui_act (get_page (ui), "drafts.bin", NULL);
  wait_for_matters (ui, 10);
  g_object_set (sidebar, "filter", CS_FILTER_BIN, NULL);
  wait_for_matters (ui, 1);
  ui_wait (cs_drafts_page_get_chosen (get_page (ui)) != NULL);
  ui_act (get_page (ui), "drafts.open", NULL); /* nothing is opened out of the bin */
  g_assert_cmpint (cs_window_get_matter (ui->window), ==, 0);

  ui_act (get_page (ui), "drafts.empty-bin", NULL);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        g_set_object (&dialog, window);
    }
  g_assert_nonnull (dialog);
  g_assert_cmpstr (adw_message_dialog_get_default_response (ADW_MESSAGE_DIALOG (dialog)), ==,
                   "cancel");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "empty");
  wait_for_matters (ui, 0);
}

static void
test_duplicate (Ui *ui)
{
  wait_for_matters (ui, 11);
  choose (ui, "CW-2026-014");
  ui_act (get_page (ui), "drafts.duplicate", NULL);
  wait_for_matters (ui, 12);
}

/* --- making and opening --- */

/* The list lies below the matter, and comes back. */
static void
go_back (Ui *ui)
{
  ui_wait (is_shown (ui, CS_TYPE_WORKSPACE, NULL));
  ui_act (ui->window, "win.back", NULL);
  ui_wait (cs_window_get_matter (ui->window) == 0 && is_shown (ui, CS_TYPE_DRAFTS_PAGE, NULL));
}

static void
test_new (Ui *ui)
{
  GtkWidget *window = GTK_WIDGET (ui->window);

  ui_wait (is_shown (ui, ADW_TYPE_STATUS_PAGE, _ ("No drafts yet")));
  ui_act (window, "win.new", NULL);
  ui_wait (is_shown (ui, GTK_TYPE_POPOVER, NULL));
  ui_click (ui_get (window, GTK_TYPE_BUTTON, _ ("Utility model")));
  ui_wait (cs_window_get_matter (ui->window) != 0);
  go_back (ui);
  wait_for_matters (ui, 1);
  g_assert_cmpint (get_info (ui, 0)->type, ==, CS_TYPE_UTILITY_MODEL);
  g_assert_cmpuint (get_info (ui, 0)->offices, ==, 1u << CS_OFFICE_CN);
}

static void
test_open_once (Ui *ui)
{
  gint64 matter;
  GtkWindow *other;

  wait_for_matters (ui, 11);
  matter = cs_drafts_page_get_chosen (get_page (ui))->id;
  ui_act (get_page (ui), "drafts.open-window", NULL);
  ui_wait ((other = cs_program_find_window (ui->application, matter)) != NULL);
  g_assert_true (other != GTK_WINDOW (ui->window));

  ui_act (get_page (ui), "drafts.open", NULL);
  g_assert_cmpint (cs_window_get_matter (ui->window), ==, 0);
}

/* --- import --- */

static void
import_file (Ui *ui, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (ui->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GSList) files = g_slist_prepend (NULL, file);
  GdkFileList *list = gdk_file_list_new_from_list (files);
  g_auto (GValue) value = G_VALUE_INIT;
  GListModel *controllers = gtk_widget_observe_controllers (GTK_WIDGET (get_page (ui)));
  gboolean taken = FALSE;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, list);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &taken);
    }
  g_object_unref (controllers);
  g_assert_true (taken);
}

static void
test_drop (Ui *ui)
{
  ui_wait (is_shown (ui, ADW_TYPE_STATUS_PAGE, _ ("No drafts yet")));
  import_file (ui, "claims.txt",
               "权利要求书\n\n1. 一种泵，其特征在于，包括壳体。\n\n"
               "2. 根据权利要求1所述的泵，其特征在于，还包括叶轮。\n");

  /* one application: it is opened */
  ui_wait (cs_window_get_matter (ui->window) != 0);
  go_back (ui);
  wait_for_matters (ui, 1);
}

static void
test_refused (Ui *ui)
{
  GtkWidget *window = GTK_WIDGET (ui->window);

  ui_wait (is_shown (ui, ADW_TYPE_STATUS_PAGE, _ ("No drafts yet")));
  import_file (ui, "broken.xml", "<?xml version=\"1.0\"?>\n<a>\n<b></a>");
  ui_wait (is_shown (ui, GTK_TYPE_LABEL, _ ("Import ended")));
  g_assert_true (is_shown (ui, GTK_TYPE_MENU_BUTTON, _ ("Details")));
  gtk_menu_button_popup (GTK_MENU_BUTTON (ui_get (window, GTK_TYPE_MENU_BUTTON, _ ("Details"))));
  ui_wait (is_shown (ui, GTK_TYPE_BUTTON, _ ("_Copy list")));
}

static void
test_samples (Ui *ui)
{
  GtkWidget *window = GTK_WIDGET (ui->window);

  ui_wait (is_shown (ui, ADW_TYPE_STATUS_PAGE, _ ("No drafts yet")));
  ui_click (ui_get (window, GTK_TYPE_BUTTON, _ ("Open _samples")));
  wait_for_matters (ui, 2);
}

/* --- the store --- */

static void
damage_store (Ui *ui)
{
  g_autofree char *path = g_build_filename (ui->folder, "drafts.db", NULL);

  g_assert_true (g_file_set_contents (path, "this is no store", -1, NULL));
}

static void
test_damaged (Ui *ui)
{
  GtkWidget *window = GTK_WIDGET (ui->window);
  g_autoptr (GDir) folder = NULL;
  gboolean kept = FALSE;
  const char *name;

  ui_wait (is_shown (ui, ADW_TYPE_STATUS_PAGE, _ ("The store of drafts is damaged")));
  ui_click (ui_get (window, GTK_TYPE_BUTTON, _ ("_Begin with an empty store")));
  ui_wait (is_shown (ui, ADW_TYPE_STATUS_PAGE, _ ("No drafts yet")));

  folder = g_dir_open (ui->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    kept |= g_str_has_prefix (name, "drafts-damaged-");
  g_assert_true (kept);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ui_add ("/drafts/list", matters_fill, test_list);
  ui_add ("/drafts/search", matters_fill, test_search);
  ui_add ("/drafts/filters", matters_fill, test_filters);
  ui_add ("/drafts/order", matters_fill, test_order);
  ui_add ("/drafts/stages", matters_fill, test_stages);
  ui_add ("/drafts/rename", matters_fill, test_rename);
  ui_add ("/drafts/bin", matters_fill, test_bin);
  ui_add ("/drafts/empty-bin", matters_fill, test_empty_bin);
  ui_add ("/drafts/duplicate", matters_fill, test_duplicate);
  ui_add ("/drafts/new", NULL, test_new);
  ui_add ("/drafts/open-once", matters_fill, test_open_once);
  ui_add ("/drafts/drop", NULL, test_drop);
  ui_add ("/drafts/refused", NULL, test_refused);
  ui_add ("/drafts/samples", NULL, test_samples);
  ui_add ("/drafts/damaged", damage_store, test_damaged);

  return g_test_run ();
}
