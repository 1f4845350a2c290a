#include "families.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "../../src/app/cs-sidebar.h"
#include "../../src/app/families/cs-import-result.h"
#include "../../src/app/families/cs-library-trouble.h"
#include "../../src/app/families/cs-query-entry.h"
#include "../../src/app/families/cs-save-popover.h"
#include "../../src/app/families/cs-searches-popover.h"
#include "../../src/app/family/cs-family-page.h"
#include "../../src/app/widgets/cs-import-row.h"

static GListModel *
get_list (CsFamiliesPage *page)
{
  return G_LIST_MODEL (cs_families_page_get_list (page));
}

static CsFamilyItem *
wait_for_row (CsFamiliesPage *page, guint position)
{
  g_autoptr (CsFamilyItem) item = g_list_model_get_item (get_list (page), position);

  g_assert_nonnull (item);
  ui_wait (cs_family_item_get_row (item) != NULL);

  return item; /* the list keeps it */
}

static const char *
get_title (CsFamiliesPage *page, guint position)
{
  return cs_family_item_get_row (wait_for_row (page, position))->title;
}

#define is_shown(ui, type, text) (ui_find (GTK_WIDGET ((ui)->window), type, text) != NULL)

static GtkColumnView *
get_view (CsFamiliesPage *page)
{
  return GTK_COLUMN_VIEW (ui_get (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW, NULL));
}

static void
wait_for_title (CsFamiliesPage *page, guint position, const char *title)
{
  ui_wait (g_str_equal (get_title (page, position), title));
}

/* --- the list --- */

static void
test_list (Ui *ui)
{
  CsFamiliesPage *page = families_show (ui, FAMILIES_N);

  g_assert_cmpstr (get_title (page, 0), ==, "储能电池簇的液冷板");
  ui_settle (GTK_WIDGET (ui->window));
  g_assert_true (is_shown (ui, GTK_TYPE_LABEL, "储能电池簇的液冷板"));
  g_assert_true (is_shown (ui, GTK_TYPE_LABEL, "Beichuan Fluidics"));
  g_assert_true (is_shown (ui, GTK_TYPE_LABEL, "2021-03-18"));
  g_assert_true (is_shown (ui, GTK_TYPE_LABEL, _ ("In force")));
  g_assert_true (is_shown (ui, GTK_TYPE_LABEL, _ ("Unknown")));
  g_assert_true (is_shown (ui, GTK_TYPE_LABEL, "+2")); /* of five offices three are named */
  g_assert_true (is_shown (ui, GTK_TYPE_LABEL, "14 families"));
}

static void
test_search (Ui *ui)
{
  CsFamiliesPage *page = families_show (ui, FAMILIES_N);
  const CsHitRow *row;

  cs_families_page_search (page, "cl=\"flexible diaphragm\" AND ti=cartridge");
  families_wait (page, 1);
  row = cs_family_item_get_row (wait_for_row (page, 0));
  g_assert_cmpstr (row->title, ==, "Disposable metering cartridge");
  g_assert_nonnull (strstr (row->snippet, "flexible diaphragm"));
  g_assert_cmpuint (row->n_snippet_spans, >, 0);
  ui_settle (GTK_WIDGET (page));
  g_assert_true (is_shown (ui, GTK_TYPE_LABEL, "1 family"));
  g_assert_true (is_shown (ui, GTK_TYPE_LABEL, _ ("Relevance")));

  cs_families_page_search (page, "zeppelin");
  ui_wait (is_shown (ui, ADW_TYPE_STATUS_PAGE, _ ("Nothing found")));
  ui_click (ui_get (GTK_WIDGET (page), GTK_TYPE_BUTTON, _ ("_Clear search and filters")));
  families_wait (page, FAMILIES_N);
}

static gboolean
is_underlined (GtkWidget *entry)
{
  PangoAttrList *list = gtk_entry_get_attributes (GTK_ENTRY (entry));
  GSList *all = pango_attr_list_get_attributes (list);
  gboolean found = FALSE;

  for (GSList *at = all; at != NULL; at = at->next)
    found |= ((PangoAttribute *)at->data)->klass->type == PANGO_ATTR_UNDERLINE;
  g_slist_free_full (all, (GDestroyNotify)pango_attribute_destroy);

  return found;
}

/* An error underlines its place and is said below; the last results stay. */
static void
test_fault (Ui *ui)
{
  CsFamiliesPage *page = families_show (ui, FAMILIES_N);
  GtkWidget *entry = ui_get (GTK_WIDGET (page), CS_TYPE_QUERY_ENTRY, NULL);
  g_autofree char *message = NULL;

  gtk_editable_set_text (GTK_EDITABLE (entry), "ti=(meter* OR ls=");
  g_signal_emit_by_name (entry, "activate");
  message = g_strdup (cs_query_entry_get_query (CS_QUERY_ENTRY (entry))->fault.message);
  g_assert_nonnull (message);
  ui_wait (is_shown (ui, GTK_TYPE_LABEL, message));
  g_assert_true (is_underlined (entry));
  families_wait (page, FAMILIES_N);

  cs_families_page_search (page, "ti=meter*");
  ui_wait (!is_shown (ui, GTK_TYPE_LABEL, message));
  g_assert_false (is_underlined (entry));
  families_wait (page, 4);
}

/* --- facets, orders --- */

static GtkWidget *
find_facet (Ui *ui, const char *name)
{
  GtkWidget *sidebar = ui_get (GTK_WIDGET (ui->window), CS_TYPE_SIDEBAR, NULL);
  GtkWidget *label = ui_find (sidebar, GTK_TYPE_LABEL, name);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_CHECK_BUTTON) : NULL;
}

static void
tick (Ui *ui, const char *name, gboolean is_on)
{
  ui_wait (find_facet (ui, name) != NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_facet (ui, name)), is_on);
}

static void
test_facets (Ui *ui)
{
  CsFamiliesPage *page = families_show (ui, FAMILIES_N);

  tick (ui, "JP", TRUE);
  families_wait (page, 3);
  tick (ui, "AU", TRUE); /* of one facet any */
  families_wait (page, 4);
  tick (ui, "Aoyama Flow", TRUE); /* of two facets both */
  families_wait (page, 2);
  tick (ui, "Aoyama Flow", FALSE);
  tick (ui, "JP", FALSE);
  families_wait (page, 1);
  tick (ui, "AU", FALSE);
  families_wait (page, FAMILIES_N);
}

static void
test_order (Ui *ui)
{
  CsFamiliesPage *page = families_show (ui, FAMILIES_N);
  GListModel *columns = gtk_column_view_get_columns (get_view (page));
  g_autoptr (GtkColumnViewColumn) size = g_list_model_get_item (columns, 5);
  GtkWidget *order = ui_get (GTK_WIDGET (page), GTK_TYPE_DROP_DOWN, NULL);

  gtk_column_view_sort_by_column (get_view (page), size, GTK_SORT_DESCENDING);
  wait_for_title (page, 0, "Fluid metering device with displacement-sensing diaphragm");
  gtk_column_view_sort_by_column (get_view (page), size, GTK_SORT_ASCENDING);
  wait_for_title (page, 13, "Fluid metering device with displacement-sensing diaphragm");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (order)), ==, 4); /* largest */

  gtk_drop_down_set_selected (GTK_DROP_DOWN (order), 5); /* title */
  wait_for_title (page, 0, "Diaphragm with strain gauge for dosing pumps");
}

/* --- an empty library, and what is brought there --- */

static void
drop (CsFamiliesPage *page, const char *path)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (page));
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GSList *files = g_slist_append (NULL, file);
  GdkFileList *list = gdk_file_list_new_from_list (files);
  GValue value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, list);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &taken);
    }
  g_assert_true (taken);
  g_value_unset (&value);
  g_slist_free (files);
}

static void
test_empty (Ui *ui)
{
  CsFamiliesPage *page = families_show (ui, 0);
  GtkWidget *sidebar = ui_get (GTK_WIDGET (ui->window), CS_TYPE_SIDEBAR, NULL);
  g_autofree char *path = families_write (ui);

  ui_wait (is_shown (ui, ADW_TYPE_STATUS_PAGE, _ ("The library is still empty")));
  g_assert_true (is_shown (ui, GTK_TYPE_BUTTON, _ ("_Import files…")));
  g_assert_false (
      gtk_widget_is_sensitive (ui_get (GTK_WIDGET (page), CS_TYPE_QUERY_ENTRY, NULL)));

  drop (page, path);
  families_wait (page, FAMILIES_N);
  ui_wait (ui_find (sidebar, GTK_TYPE_LABEL, "14") != NULL);
  ui_wait (ui_find (GTK_WIDGET (ui->window), GTK_TYPE_LABEL, "34 records were imported") != NULL);
}

#define BROKEN                                  \
  "Publication Number,Title,Publication Date\n" \
  "CN114999999B,一种泵,2024-01-02\n"         \
  "not a number at all,Pump,2024-01-02\n"

/* What was not read is listed with its file and place; the rest is there. */
static void
test_troubles (Ui *ui)
{
  g_autofree char *path = g_build_filename (ui->folder, "broken.csv", NULL);
  CsFamiliesPage *page = families_show (ui, 0);
  GtkWidget *result;

  g_assert_true (g_file_set_contents (path, BROKEN, -1, NULL));
  drop (page, path);
  families_wait (page, 1);
  ui_wait (is_shown (ui, GTK_TYPE_BUTTON, _ ("_Details…")));
  ui_click (ui_get (GTK_WIDGET (ui->window), GTK_TYPE_BUTTON, _ ("_Details…")));
  ui_wait ((result = ui_find_window (CS_TYPE_IMPORT_RESULT)) != NULL);
  ui_settle (result);
  g_assert_nonnull (ui_find (result, ADW_TYPE_ACTION_ROW, _ ("Not read")));
  g_assert_nonnull (ui_find (result, GTK_TYPE_LIST_VIEW, NULL));
  gtk_window_close (GTK_WINDOW (result));
}

#define N_MANY 4000 /* records, which take longer than a click */

static char *
write_many (Ui *ui)
{
  char *path = g_build_filename (ui->folder, "many.csv", NULL);
  g_autoptr (GString) table = g_string_new ("Publication Number,Title,Publication Date\n");

  for (guint i = 0; i < N_MANY; i++)
    g_string_append_printf (table, "CN%uA,一种泵,2024-01-02\n", 118000001 + i);
  g_assert_true (g_file_set_contents (path, table->str, -1, NULL));

  return path;
}

/* An import that is stopped says so, and goes on when it is asked to. */
static void
test_stopped (Ui *ui)
{
  CsFamiliesPage *page = families_show (ui, 0);
  g_autofree char *many = write_many (ui);
  g_autofree char *few = families_write (ui);
  const char *const paths[] = { many, few, NULL };
  GtkWidget *row;

  ui_act (ui->window, "win.import-records", "^as", paths);
  row = ui_get (GTK_WIDGET (ui->window), CS_TYPE_IMPORT_ROW, NULL);
  ui_click (ui_get (row, GTK_TYPE_BUTTON, NULL)); /* stop is all there is */
  ui_wait (is_shown (ui, GTK_TYPE_LABEL, _ ("The import was stopped; what was read stays")));
  g_assert_false (gtk_widget_get_mapped (row));
  g_assert_cmpuint (g_list_model_get_n_items (get_list (page)), <, N_MANY);

  ui_click (ui_get (GTK_WIDGET (ui->window), GTK_TYPE_BUTTON, _ ("_Go on")));
  families_wait (page, N_MANY + FAMILIES_N);
  ui_wait (is_shown (ui, GTK_TYPE_BUTTON, _ ("_Details…")));
}

/* What was imported before is passed over. */
static void
test_again (Ui *ui)
{
  CsFamiliesPage *page = families_show (ui, FAMILIES_N);
  g_autofree char *path = g_build_filename (ui->folder, "families.csv", NULL);
  const char *const paths[] = { path, NULL };

  ui_act (ui->window, "win.import-records", "^as", paths);
  ui_wait (is_shown (ui, GTK_TYPE_LABEL, _ ("Nothing new: these files were imported before")));
  families_wait (page, FAMILIES_N);
}

/* --- opening --- */

static void
test_open (Ui *ui)
{
  CsFamiliesPage *page = families_show (ui, FAMILIES_N);
  GtkWidget *window = GTK_WIDGET (ui->window);
  g_autofree char *title = NULL;

  wait_for_row (page, 2);
  gtk_selection_model_select_item (gtk_column_view_get_model (get_view (page)), 2, TRUE);
  title = g_strdup (get_title (page, 2));
  g_signal_emit_by_name (get_view (page), "activate", 2u); /* as Return does */
  ui_wait (ui_find (window, CS_TYPE_FAMILY_PAGE, NULL) != NULL);
  ui_wait (ui_find (ui_get (window, CS_TYPE_FAMILY_PAGE, NULL), GTK_TYPE_LABEL, title) != NULL);

  ui_act (window, "win.back", NULL);
  ui_wait (gtk_widget_get_mapped (GTK_WIDGET (page)));
  ui_wait (ui_find (window, CS_TYPE_FAMILY_PAGE, NULL) == NULL);
}

static void
test_keys (Ui *ui)
{
  CsFamiliesPage *page = families_show (ui, FAMILIES_N);
  GtkWidget *entry = ui_get (GTK_WIDGET (page), CS_TYPE_QUERY_ENTRY, NULL);
  GtkWidget *focus;

  gtk_widget_grab_focus (GTK_WIDGET (get_view (page)));
  ui_act (ui->window, "win.search", NULL);
  focus = gtk_window_get_focus (GTK_WINDOW (ui->window));
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, entry));

  ui_act (ui->window, "win.room", "s", "drafts");
  ui_wait (!gtk_widget_get_mapped (GTK_WIDGET (page)));
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.room", "s", "") &&
                  gtk_widget_get_mapped (GTK_WIDGET (page)));
}

/* --- searches that are kept --- */

static void
open_searches (CsFamiliesPage *page)
{
  GtkWidget *entry = ui_get (GTK_WIDGET (page), CS_TYPE_QUERY_ENTRY, NULL);

  g_signal_emit_by_name (entry, "history");
  ui_wait (ui_find (GTK_WIDGET (page), CS_TYPE_SEARCHES_POPOVER, NULL) != NULL);
  ui_settle (GTK_WIDGET (page));
}

static void
test_searches (Ui *ui)
{
  CsFamiliesPage *page = families_show (ui, FAMILIES_N);
  GtkWidget *popover, *row;

  cs_families_page_search (page, "pa=lumen");
  families_wait (page, 2);
  ui_act (page, "families.save-search", NULL);
  ui_wait ((popover = ui_find (GTK_WIDGET (page), CS_TYPE_SAVE_POPOVER, NULL)) != NULL);
  g_signal_emit_by_name (popover, "save", "Lumen's", FALSE);
  gtk_popover_popdown (GTK_POPOVER (popover));

  cs_families_page_search (page, "pa=aoyama");
  families_wait (page, 2);
  open_searches (page);
  ui_wait ((row = ui_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "Lumen's")) != NULL);
  ui_wait (ui_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "pa=aoyama") != NULL); /* history */
  row = gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  ui_wait (g_str_equal (get_title (page, 0), "Volumetric metering with bubble rejection"));
}

#define LATER                                                                                \
  "Publication Number,Title,Applicants,Publication Date,Application Number,Priority Number," \
  "Priority Date\n"                                                                          \
  "US2025000301A1,Metering by light,Lumen Dosing,2025-05-05,US2024000901A,DE102024000902A,"  \
  "2024-03-04\n"                                                                             \
  "JP2024000303A,Pneumatic volume measurement,Lumen Dosing,2024-06-06,JP2023000503A,"        \
  "DE102019000703A,2019-02-14\n"

/* Who watches a search is told of new families and new members, until they were looked at. */
static void
test_watch (Ui *ui)
{
  CsFamiliesPage *page = families_show (ui, FAMILIES_N);
  CsSearchDesk *desk = cs_families_page_get_desk (page);
  GtkWidget *sidebar = ui_get (GTK_WIDGET (ui->window), CS_TYPE_SIDEBAR, NULL);
  g_autofree char *path = g_build_filename (ui->folder, "later.csv", NULL);
  GtkWidget *popover, *row;

  cs_families_page_search (page, "pa=lumen");
  families_wait (page, 2);
  ui_act (page, "families.watch", NULL);
  ui_wait ((popover = ui_find (GTK_WIDGET (page), CS_TYPE_SAVE_POPOVER, NULL)) != NULL);
  g_signal_emit_by_name (popover, "save", "Lumen's", TRUE);
  gtk_popover_popdown (GTK_POPOVER (popover));
  ui_wait (cs_search_desk_get_kept (desk)->len == 1);
  g_assert_cmpuint (cs_search_desk_count_news (desk), ==, 0);

  g_assert_true (g_file_set_contents (path, LATER, -1, NULL));
  drop (page, path);
  ui_wait (cs_search_desk_count_news (desk) == 2);
  ui_wait (ui_find (sidebar, GTK_TYPE_LABEL, "2") != NULL);

  open_searches (page);
  ui_wait (
      ui_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "1 new family · 1 with a new member") != NULL);
  row = ui_get (GTK_WIDGET (page), GTK_TYPE_LABEL, "Lumen's");
  row = gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  ui_wait (cs_search_desk_count_news (desk) == 0);
  ui_settle (GTK_WIDGET (page));
  g_assert_true (is_shown (ui, GTK_TYPE_LABEL, _ ("New")));
  g_assert_true (is_shown (ui, GTK_TYPE_LABEL, _ ("New member")));
}

/* --- trouble --- */

static void
spoil (Ui *ui)
{
  g_autofree char *path = g_build_filename (ui->folder, "library.db", NULL);

  g_assert_true (g_file_set_contents (path, "this is no library", -1, NULL));
}

static void
test_trouble (Ui *ui)
{
  CsFamiliesPage *page = families_show (ui, 0);

  ui_wait (ui_find (GTK_WIDGET (page), CS_TYPE_LIBRARY_TROUBLE, NULL) != NULL);
  ui_settle (GTK_WIDGET (page));
  g_assert_true (is_shown (ui, GTK_TYPE_BUTTON, _ ("_Repair")));
  g_assert_true (is_shown (ui, GTK_TYPE_BUTTON, _ ("Restore a _backup…")));
  ui_act (ui->window, "win.room", "s", "drafts"); /* which is another file, and sound */
  g_assert_true (is_shown (ui, GTK_TYPE_BUTTON, _ ("Import…")));

  ui_act (ui->window, "win.room", "s", "families");
  ui_click (ui_get (GTK_WIDGET (page), GTK_TYPE_BUTTON, _ ("Begin with an _empty library")));
  ui_wait (is_shown (ui, ADW_TYPE_STATUS_PAGE, _ ("The library is still empty")));
}

/* A backup comes into the place of what cannot be read. */
static void
spoil_and_keep (Ui *ui)
{
  g_autofree char *backup = g_build_filename (ui->folder, "kept.db", NULL);
  g_autoptr (GError) error = NULL;
  CsLibrary *library;

  families_fill (ui);
  library = cs_library_open (ui->folder, &error);
  g_assert_no_error (error);
  g_assert_true (cs_library_backup (library, backup, NULL, &error));
  cs_library_close (library);
  spoil (ui);
}

static void
test_restore (Ui *ui)
{
  CsFamiliesPage *page = families_show (ui, 0);
  g_autofree char *backup = g_build_filename (ui->folder, "kept.db", NULL);

  ui_wait (ui_find (GTK_WIDGET (page), CS_TYPE_LIBRARY_TROUBLE, NULL) != NULL);
  ui_act (ui_get (GTK_WIDGET (page), CS_TYPE_LIBRARY_TROUBLE, NULL), "trouble.restore-from", "s",
          backup);
  families_wait (page, FAMILIES_N);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ui_add ("/families/list", families_fill, test_list);
  ui_add ("/families/search", families_fill, test_search);
  ui_add ("/families/fault", families_fill, test_fault);
  ui_add ("/families/facets", families_fill, test_facets);
  ui_add ("/families/order", families_fill, test_order);
  ui_add ("/families/empty", NULL, test_empty);
  ui_add ("/families/troubles", NULL, test_troubles);
  ui_add ("/families/stopped", NULL, test_stopped);
  ui_add ("/families/again", families_fill, test_again);
  ui_add ("/families/open", families_fill, test_open);
  ui_add ("/families/keys", families_fill, test_keys);
  ui_add ("/families/searches", families_fill, test_searches);
  ui_add ("/families/watch", families_fill, test_watch);
  ui_add ("/families/trouble", spoil, test_trouble);
  ui_add ("/families/restore", spoil_and_keep, test_restore);

  return g_test_run ();
}
