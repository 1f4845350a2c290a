#include <string.h>

#include "../../src/app/intake/cs-column-meanings.h"
#include "../../src/app/intake/cs-mapping-row.h"
#include "../../src/base/cs-data-folder.h"
#include "intake.h"

/* Tables are shown as they will be read before they come into the library. */

static const CsTableColumn *
get_column (const CsTableMap *map, const char *name)
{
  for (guint i = 0; i < map->columns->len; i++)
    {
      const CsTableColumn *column = map->columns->pdata[i];

      if (g_str_equal (column->name, name))
        return column;
    }
  g_assert_not_reached ();
}

static guint
find_column (const CsTableMap *map, const char *name)
{
  const CsTableColumn *column = get_column (map, name);
  guint index;

  g_assert_true (g_ptr_array_find (map->columns, column, &index));

  return index;
}

static void
test_shown (Ui *ui)
{
  g_auto (Answered) answered = { 0 };
  g_autoptr (GFile) file = intake_write (ui, "export.csv", intake_table);
  CsMappingDialog *dialog = intake_present (ui, file, &answered);
  const CsTableLook *look = cs_mapping_dialog_get_look (dialog);

  g_assert_cmpuint (look->n_records, ==, 4);
  g_assert_cmpuint (look->n_faults, ==, 1);
  ui_get (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "CN 199990071 A");
  ui_get (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "Cannot be read as it is");
  ui_get (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "公开(公告)号");
  ui_get (GTK_WIDGET (dialog), GTK_TYPE_LABEL,
          "Not yet tried on a real export: compare the records below with the table");
  g_assert_cmpuint (answered.n, ==, 0);

  gtk_window_close (GTK_WINDOW (dialog));
  ui_wait (answered.n > 0);
  g_assert_cmpint (answered.answer, ==, CS_MAPPING_CANCELLED);
  g_assert_cmpuint (answered.n, ==, 1);
}

/* By its drop-down, as a person does. */
static GtkDropDown *
find_drop_down (CsMappingDialog *dialog, const char *name)
{
  GtkWidget *widget = ui_get (GTK_WIDGET (dialog), GTK_TYPE_LABEL, name);

  while (widget != NULL && !CS_IS_MAPPING_ROW (widget))
    widget = gtk_widget_get_parent (widget);
  g_assert_nonnull (widget);

  return GTK_DROP_DOWN (ui_get (widget, GTK_TYPE_DROP_DOWN, NULL));
}

static void
choose (CsMappingDialog *dialog, const char *name, const char *text)
{
  CsTableMeaning meaning;
  guint index = 0;

  g_assert_true (cs_table_meaning_read (text, &meaning));
  g_assert_true (cs_column_meanings_find (meaning, &index));
  gtk_drop_down_set_selected (find_drop_down (dialog, name), index);
  intake_wait (dialog);
}

static gboolean
is_remembered (void)
{
  g_autofree char *path = cs_data_folder_dup ("columns.ini");

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_changed (Ui *ui)
{
  static const char table[] = "Publication Number,Heading,Who\n"
                              "EP4990082A1,Dosing head,Beichuan\n";
  g_auto (Answered) answered = { 0 };
  g_autoptr (GFile) file = intake_write (ui, "export.csv", table);
  CsMappingDialog *dialog = intake_present (ui, file, &answered);
  const CsTableLookRow *row;

  ui_get (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "No title");
  choose (dialog, "Heading", "title");
  choose (dialog, "Who", "applicant");
  row = cs_mapping_dialog_get_look (dialog)->rows->pdata[0];
  g_assert_cmpstr (row->title, ==, "Dosing head");
  g_assert_cmpstr (row->applicant, ==, "Beichuan");
  g_assert_null (ui_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "No title"));

  ui_act (dialog, "mapping.import", NULL);
  g_assert_cmpuint (answered.n, ==, 1);
  g_assert_cmpint (answered.answer, ==, CS_MAPPING_IMPORT);
  g_assert_cmpint (get_column (answered.map, "Heading")->meaning.field, ==, CS_TABLE_TITLE);

  /* The next table of that kind is understood at once. */
  ui_wait (is_remembered ());
  dialog = intake_present (ui, file, &answered);
  row = cs_mapping_dialog_get_look (dialog)->rows->pdata[0];
  g_assert_cmpstr (row->title, ==, "Dosing head");
  gtk_window_close (GTK_WINDOW (dialog));
  ui_wait (answered.n == 2);
}

/* What cannot be chosen is shown, and stays when something else is chosen and taken back. */
static void
test_other_meaning (Ui *ui)
{
  g_auto (Answered) answered = { 0 };
  g_autoptr (GFile) file = intake_write (ui, "export.csv",
                                         "申请号,标题,FTERM,标准化申请人\n"
                                         "CN202119990071.8,阀,3H045AA01,北川\n");
  CsMappingDialog *dialog = intake_present (ui, file, &answered);
  GtkDropDown *drop_down = find_drop_down (dialog, "FTERM");
  guint n_choices = cs_column_meanings_get_n ();

  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, n_choices);
  choose (dialog, "FTERM", "kept");
  gtk_drop_down_set_selected (find_drop_down (dialog, "标题"), 0);
  intake_wait (dialog);
  g_assert_cmpint (
      get_column (cs_mapping_dialog_get_look (dialog)->map, "FTERM")->meaning.field, ==,
      CS_TABLE_KEPT);
  gtk_window_close (GTK_WINDOW (dialog));
  ui_wait (answered.n == 1);
}

static void
test_obstacle (Ui *ui)
{
  g_auto (Answered) answered = { 0 };
  g_autoptr (GFile) file =
      intake_write (ui, "export.csv", "What,Title,Assignee\nEP4990082A1,Dosing head,Beichuan\n");
  CsMappingDialog *dialog = intake_present (ui, file, &answered);
  GtkWidget *import = ui_get (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Import");

  g_assert_false (gtk_widget_is_sensitive (import));
  ui_get (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "Nothing can be read of it yet");
  cs_mapping_dialog_choose (
      dialog, find_column (cs_mapping_dialog_get_look (dialog)->map, "What"), "publication");
  intake_wait (dialog);
  g_assert_true (gtk_widget_is_sensitive (import));
  ui_get (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "EP 4990082 A1");
  gtk_window_close (GTK_WINDOW (dialog));
  ui_wait (answered.n == 1);
}

static void
test_trouble (Ui *ui)
{
  g_auto (Answered) answered = { 0 };
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/export.csv");
  CsMappingDialog *dialog = intake_present (ui, file, &answered);

  ui_get (GTK_WIDGET (dialog), ADW_TYPE_STATUS_PAGE, "The table cannot be read");
  g_assert_false (
      gtk_widget_is_sensitive (ui_get (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Import")));
  gtk_window_close (GTK_WINDOW (dialog));
  ui_wait (answered.n == 1);
}

static CsMappingDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (CS_IS_MAPPING_DIALOG (window))
        return CS_MAPPING_DIALOG (window);
    }

  return NULL;
}

static CsMappingAnswer
check (Ui *ui, const char *name, const char *text)
{
  g_auto (Answered) answered = { 0 };
  g_autoptr (GFile) file = intake_write (ui, name, text);

  cs_mapping_dialog_check (GTK_WINDOW (ui->window), file, answered_take, &answered);
  g_assert_cmpuint (answered.n, ==, 0);
  ui_wait (answered.n > 0 || find_dialog () != NULL);
  if (find_dialog () != NULL)
    {
      g_assert_cmpuint (answered.n, ==, 0);
      ui_act (find_dialog (), "mapping.import", NULL);
    }
  g_assert_cmpuint (answered.n, ==, 1);
  g_assert_true ((answered.map != NULL) == (answered.answer != CS_MAPPING_NO_TABLE));

  return answered.answer;
}

static void
test_checked (Ui *ui)
{
  g_assert_cmpint (check (ui, "clear.csv", "Publication Number,Title,Abstract\nEP4990082A1,A,B\n"),
                   ==, CS_MAPPING_CLEAR);
  g_assert_cmpint (check (ui, "unknown.csv", intake_table), ==, CS_MAPPING_IMPORT);
  g_assert_cmpint (check (ui, "records.xml", "<?xml version='1.0'?><exchange-documents/>"), ==,
                   CS_MAPPING_NO_TABLE);
}

/* --- OPS --- */

static gboolean
can_fetch (CsOpsDialog *dialog)
{
  return gtk_widget_is_sensitive (ui_get (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Fetch"));
}

static GArray *
find_number (Ui *ui, const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibrary) library = cs_library_open_to_read (ui->folder, &error);
  GArray *places;

  g_assert_no_error (error);
  places = cs_library_find_number (library, number, &error);
  g_assert_no_error (error);

  return places;
}

static void
take_query (CsOpsDialog *dialog, const char *query, char **taken)
{
  *taken = g_strdup (query);
}

static void
test_ops_fetched (Ui *ui)
{
  g_autoptr (OpsServer) server = ops_server_new ("", 0);
  g_autoptr (CsLibraryService) service = NULL;
  CsOpsDialog *dialog = intake_present_ops (ui, server, "ep 4990082 a1", &service);
  g_autoptr (GArray) places = NULL;
  g_autofree char *query = NULL;

  server->answer = intake_answer;
  g_signal_connect (dialog, "wanted", G_CALLBACK (take_query), &query);
  ui_get (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "EP 4990082 A1");
  g_assert_cmpuint (server->n_requests, ==, 0);
  ui_act (dialog, "ops.fetch", NULL);
  g_assert_true (cs_ops_dialog_is_busy (dialog));
  intake_wait_ops (dialog);

  g_assert_cmpuint (server->n_requests, ==, 1);
  ui_get (GTK_WIDGET (dialog), ADW_TYPE_STATUS_PAGE, "Fetched into the library");
  ui_get (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "2 new or changed records");
  ui_get (GTK_WIDGET (dialog), GTK_TYPE_LABEL,
          "OPS counts for your key: 166.8\302\240kB in this hour, 166.8\302\240kB in this week");
  places = find_number (ui, "CN 199990081 A");
  g_assert_cmpuint (places->len, >, 0);

  ui_act (dialog, "ops.show", NULL);
  g_assert_cmpstr (query, ==, "pn=(EP4990082A1)");
}

/* What was typed is told as it is understood, and nothing is sent that is not. */
static void
test_ops_numbers (Ui *ui)
{
  g_autoptr (OpsServer) server = ops_server_new ("", 0);
  g_autoptr (CsLibraryService) service = NULL;
  CsOpsDialog *dialog = intake_present_ops (ui, server, "", &service);

  g_assert_false (can_fetch (dialog));
  cs_ops_dialog_set_numbers (dialog, "US 8,131,731 B2; EP4990082A1；ep 4990082 A1");
  g_assert_true (can_fetch (dialog));
  ui_get (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "US 8,131,731 B2");
  cs_ops_dialog_set_numbers (dialog, "EP4990082A1; some pump");
  g_assert_false (can_fetch (dialog));
  ui_get (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "This is no number of a publication");
  cs_ops_dialog_set_numbers (dialog, "EP4990082A1");
  cs_ops_dialog_set_key (dialog, "my-key", " ");
  g_assert_false (can_fetch (dialog));
  g_assert_cmpuint (server->n_requests + server->n_tokens, ==, 0);
  gtk_window_close (GTK_WINDOW (dialog));
}

typedef struct
{
  const char *fault;
  const char *words; /* that tell what to do */
} OpsFault;

static const OpsFault ops_faults[] = {
  { "missing", "OPS does not have" },
  { "quota", "go on next week" },
  { "expired", "look whether key and secret are right" },
};

static gboolean
tells (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (tells (child, words))
      return TRUE;

  return FALSE;
}

static void
test_ops_faults (Ui *ui)
{
  for (guint i = 0; i < G_N_ELEMENTS (ops_faults); i++)
    {
      g_autoptr (OpsServer) server = ops_server_new (ops_faults[i].fault, 99);
      g_autoptr (CsLibraryService) service = NULL;
      CsOpsDialog *dialog = intake_present_ops (ui, server, "EP4990082A1", &service);

      ui_act (dialog, "ops.fetch", NULL);
      intake_wait_ops (dialog);
      ui_get (GTK_WIDGET (dialog), ADW_TYPE_STATUS_PAGE, "Nothing could be fetched");
      g_assert_true (tells (GTK_WIDGET (dialog), ops_faults[i].words));
      ui_act (dialog, "ops.again", NULL);
      g_assert_true (can_fetch (dialog));
      gtk_window_close (GTK_WINDOW (dialog));
    }
}

/* A server that never answers is waited for as long as the user wants. */
static void
test_ops_stopped (Ui *ui)
{
  g_autoptr (OpsServer) server = ops_server_new ("silent", 99);
  g_autoptr (CsLibraryService) service = NULL;
  CsOpsDialog *dialog = intake_present_ops (ui, server, "EP4990082A1", &service);

  ui_act (dialog, "ops.fetch", NULL);
  ui_wait (server->n_requests > 0);
  ui_click (ui_get (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Stop"));
  intake_wait_ops (dialog);
  ui_get (GTK_WIDGET (dialog), ADW_TYPE_STATUS_PAGE, "Stopped");
  gtk_window_close (GTK_WINDOW (dialog));
}

/* --- in the window --- */

static gint64
count_families (Ui *ui)
{
  g_autoptr (CsLibrary) library = cs_library_open_to_read (ui->folder, NULL);
  CsLibraryCounts counts = { 0 };

  if (library != NULL)
    g_assert_true (cs_library_count (library, &counts, NULL));

  return counts.families;
}

static void
test_samples (Ui *ui)
{
  ui_act (ui->window, "win.import-sample-library", NULL);
  ui_wait (count_families (ui) > 40);
  ui_wait (ui_find (GTK_WIDGET (ui->window), GTK_TYPE_BUTTON, "_Remove again") != NULL);
  ui_act (ui->window, "win.remove-sample-library", NULL);
  ui_wait (count_families (ui) == 0);
}

/* A table of which not all is known is asked about before it is imported. */
static void
test_asked (Ui *ui)
{
  g_autoptr (GFile) file = intake_write (ui, "export.csv", intake_table);
  const char *const paths[] = { g_file_peek_path (file), NULL };

  ui_act (ui->window, "win.import-records", "^as", paths);
  ui_wait (find_dialog () != NULL);
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  ui_wait (find_dialog () == NULL);
  g_assert_cmpint (count_families (ui), ==, 0);

  ui_act (ui->window, "win.import-records", "^as", paths);
  ui_wait (find_dialog () != NULL);
  ui_act (find_dialog (), "mapping.import", NULL);
  ui_wait (ui_find (GTK_WIDGET (ui->window), GTK_TYPE_BUTTON, "_Details…") != NULL);
  g_assert_cmpint (count_families (ui), ==, 4);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ui_add ("/intake/mapping/shown", NULL, test_shown);
  ui_add ("/intake/mapping/changed", NULL, test_changed);
  ui_add ("/intake/mapping/other-meaning", NULL, test_other_meaning);
  ui_add ("/intake/mapping/obstacle", NULL, test_obstacle);
  ui_add ("/intake/mapping/trouble", NULL, test_trouble);
  ui_add ("/intake/mapping/checked", NULL, test_checked);

  ui_add ("/intake/ops/fetched", NULL, test_ops_fetched);
  ui_add ("/intake/ops/numbers", NULL, test_ops_numbers);
  ui_add ("/intake/ops/faults", NULL, test_ops_faults);
  ui_add ("/intake/ops/stopped", NULL, test_ops_stopped);
  ui_add ("/intake/window/samples", NULL, test_samples);
  ui_add ("/intake/window/asked", NULL, test_asked);

  return g_test_run ();
}
