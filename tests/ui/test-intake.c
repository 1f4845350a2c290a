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

  return g_test_run ();
}
