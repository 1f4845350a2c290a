#include "family-page.h"

#include <string.h>

#include "../../src/app/family/cs-pair-row.h"

/* The page of one family, as the user has it. */

static GtkWidget *
show (CsFamilyPage *page, const char *tab)
{
  family_page_go (page, tab);

  return GTK_WIDGET (page);
}

static guint
count_publications (const CsFamily *family)
{
  guint n = 0;

  for (guint i = 0; i < family->applications->len; i++)
    n += ((const CsApplication *)family->applications->pdata[i])->publications->len;
  return n;
}

static gboolean
has_pick (const GPtrArray *picks, const char *id)
{
  for (guint i = 0; i < picks->len; i++)
    if (strcmp (((const CsPick *)picks->pdata[i])->id, id) == 0)
      return TRUE;
  return FALSE;
}

static CsPictureView *
get_picture_view (GtkWidget *root)
{
  return CS_PICTURE_VIEW (ui_get (root, CS_TYPE_PICTURE_VIEW, NULL));
}

/* --- tabs --- */

static void
test_tabs (Ui *ui)
{
  CsFamilyPage *page = family_page_open (ui, FAMILY_INVENTED);
  GtkWidget *root = show (page, "members");

  ui_get (root, GTK_TYPE_LABEL, "Fluid metering device with displacement-sensing diaphragm");
  ui_get (root, GTK_TYPE_LABEL, "Beichuan Fluidics · 7 applications, 10 publications");
  ui_get (root, GTK_TYPE_LABEL, "US 18/999,112");
  ui_get (root, GTK_TYPE_LABEL, "US 13,990,112 B2");
  ui_get (root, GTK_TYPE_LABEL, "A02 DECISION OF REFUSAL · 2025-06-03 · EPO OPS");

  show (page, "timeline");
  g_assert_true (has_pick (cs_picture_view_get_picks (get_picture_view (root)), FAMILY_INVENTED));
  show (page, "graph");
  g_assert_true (has_pick (cs_picture_view_get_picks (get_picture_view (root)), FAMILY_INVENTED));
  show (page, "legal");
  ui_get (root, GTK_TYPE_LABEL, "11 events · a shape marks those that decide");
  ui_get (root, GTK_TYPE_LABEL, "FIRST EXAMINATION REPORT DESPATCHED");
}

/* What is selected on one tab is selected on all. */
static void
test_selected (Ui *ui)
{
  CsFamilyPage *page = family_page_open (ui, FAMILY_INVENTED);
  GtkWidget *root = show (page, "timeline");
  g_autofree char *drawn = NULL;

  family_page_select (page, "JP.2023999031.A");
  ui_settle (root);
  ui_get (root, GTK_TYPE_LABEL, "JP 2023-999031");
  ui_get (root, GTK_TYPE_LABEL, "A02 DECISION OF REFUSAL");
  g_assert_null (ui_find (root, GTK_TYPE_LABEL, "17Q FIRST EXAMINATION REPORT DESPATCHED"));
  show (page, "graph");
  g_object_get (get_picture_view (root), "selected", &drawn, NULL);
  g_assert_cmpstr (drawn, ==, "JP.2023999031.A");
  show (page, "members");
  g_assert_cmpstr (cs_members_view_get_number (page->members)->printed, ==, "JP 2023-999031");
}

/* --- claims --- */

static GtkWidget *
get_claims_list (GtkWidget *root)
{
  return ui_get (root, GTK_TYPE_LIST_VIEW, NULL);
}

static guint
get_selected_pair (GtkWidget *root)
{
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (get_claims_list (root)));

  return gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (model));
}

static guint
count_pairs (GtkWidget *root)
{
  GtkListView *list = GTK_LIST_VIEW (get_claims_list (root));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
}

static void
test_claims (Ui *ui)
{
  CsFamilyPage *page = family_page_open (ui, FAMILY_INVENTED);
  GtkWidget *root = show (page, "claims");
  GtkWidget *only;
  guint n_differences;

  g_object_get (page->claims, "n-differences", &n_differences, NULL);
  g_assert_cmpuint (n_differences, ==, 5);
  g_assert_cmpuint (count_pairs (root), ==, 6);
  ui_get (root, GTK_TYPE_LABEL, "3 changes");
  ui_get (root, GTK_TYPE_LABEL, "No counterpart");
  ui_get (root, GTK_TYPE_LABEL, "only right");

  g_assert_cmpuint (get_selected_pair (root), ==, GTK_INVALID_LIST_POSITION);
  cs_claims_view_go (page->claims, TRUE);
  g_assert_cmpuint (get_selected_pair (root), ==, 0);
  cs_claims_view_go (page->claims, FALSE);
  g_assert_cmpuint (get_selected_pair (root), ==, 4);

  only = ui_get (root, GTK_TYPE_CHECK_BUTTON, "_Only differences");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (only), TRUE);
  g_assert_cmpuint (count_pairs (root), ==, 5);
}

/* Two languages stand abreast by what they say, feature by feature. */
static void
test_languages (Ui *ui)
{
  CsFamilyPage *page = family_page_open (ui, FAMILY_INVENTED);
  GtkWidget *root = show (page, "claims");

  family_page_choose_claims (page, "left_choice", "CN 119990001 B");
  family_page_choose_claims (page, "right_choice", "US 13,990,112 B2");
  ui_get (root, GTK_TYPE_LABEL, "by features\nrenumbered");
  ui_get (root, GTK_TYPE_LABEL, "位于所述隔膜上的位移传感器；");
  ui_get (root, GTK_TYPE_LABEL, "a displacement sensor on the diaphragm;");
  ui_get (root, GTK_TYPE_LABEL,
          "4 pairs differ · two languages: paired by number and features, words not compared");
  g_assert_null (ui_find (root, GTK_TYPE_LABEL, "3 changes"));
}

static void
assert_described (GtkWidget *row, const char *expected)
{
  g_autofree char *wrong =
      gtk_test_accessible_check_property (GTK_ACCESSIBLE (row),
                                          GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, expected);

  g_assert_cmpstr (wrong, ==, NULL);
}

/* A value that is another one is told between the claims and to screen readers. */
static void
test_values (Ui *ui)
{
  CsFamilyPage *page = family_page_open (ui, FAMILY_INVENTED);
  GtkWidget *root = show (page, "claims");
  GtkWidget *words;
  guint n_differences;

  family_page_choose_claims (page, "left_choice", "CN 119990001 B");
  family_page_choose_claims (page, "right_choice", "EP 4990017 A1");
  words = ui_get (root, GTK_TYPE_LABEL, "by features\n0.5mm / 0.4\u00a0mm");
  assert_described (gtk_widget_get_ancestor (words, CS_TYPE_PAIR_ROW),
                    "differs: 0.5mm / 0.4\u00a0mm");
  g_object_get (page->claims, "n-differences", &n_differences, NULL);
  g_assert_cmpuint (n_differences, ==, 2); /* the other is the method that only EP has */
  cs_claims_view_go (page->claims, TRUE);
  g_assert_cmpuint (get_selected_pair (root), ==, 1);
}

static char *
dup_copied (GtkWidget *row, const char *action)
{
  GdkContentProvider *content;
  g_auto (GValue) value = G_VALUE_INIT;

  ui_act (row, action, NULL);
  content = gdk_clipboard_get_content (gtk_widget_get_clipboard (row));
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));

  return g_value_dup_string (&value);
}

/* Words are cut into features; a whole claim is still copied at once. */
static void
test_copy (Ui *ui)
{
  CsFamilyPage *page = family_page_open (ui, FAMILY_INVENTED);
  GtkWidget *root = show (page, "claims");
  GtkWidget *row;
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  family_page_choose_claims (page, "left_choice", "CN 119990001 B");
  family_page_choose_claims (page, "right_choice", "EP 4990017 A1");
  row = gtk_widget_get_ancestor (ui_get (root, GTK_TYPE_LABEL, "by features\n0.5mm / 0.4\u00a0mm"),
                                 CS_TYPE_PAIR_ROW);
  left = dup_copied (row, "pair.copy-left");
  right = dup_copied (row, "pair.copy-right");
  g_assert_cmpstr (left, ==,
                   "2. 根据权利要求1所述的装置，其特征在于，所述隔膜的厚度为0.2mm至0.5mm。");
  g_assert_cmpstr (right, ==,
                   "2. The device according to claim 1, wherein the membrane has a thickness of "
                   "0.2 mm to 0.4 mm.");
}

/* --- records --- */

static char *
dup_text (GtkWidget *root)
{
  GtkWidget *view = ui_find (root, GTK_TYPE_TEXT_VIEW, NULL);
  char *text = NULL;

  if (view != NULL)
    g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "text", &text, NULL);
  return text != NULL ? text : g_strdup ("");
}

static gboolean
says (GtkWidget *root, const char *words)
{
  g_autofree char *text = dup_text (root);

  return strstr (text, words) != NULL;
}

static void
test_records (Ui *ui)
{
  CsFamilyPage *page = family_page_open (ui, FAMILY_INVENTED);
  GtkWidget *root = GTK_WIDGET (page);

  family_page_select (page, "US.202318999112.A");
  ui_act (page, "family.records", "u", CS_RECORDS_DESCRIPTION);
  ui_wait (says (root, "its displacement is measured by a sensor"));
  ui_act (page, "family.records", "u", CS_RECORDS_FIELDS);
  ui_wait (ui_find (root, GTK_TYPE_LABEL, "Technical topic") != NULL);
  ui_get (root, GTK_TYPE_LABEL, "Metering pumps");
  ui_act (page, "family.records", "u", CS_RECORDS_CLASSES);
  ui_wait (ui_find (root, GTK_TYPE_LABEL, "CPC") != NULL);
  ui_act (page, "family.records", "u", CS_RECORDS_RAW);
  ui_wait (says (root, "<us-patent-grant>"));
}

/* Citations lead both ways, and back. */
static void
test_citations (Ui *ui)
{
  CsFamilyPage *page = family_page_open (ui, FAMILY_INVENTED);
  GtkWidget *root = GTK_WIDGET (page);
  gint64 citing = family_world_find (ui->folder, "EP.24999999.A");
  gint64 cited = cs_family_view_get_family (page->view)->store_id;

  ui_act (page, "family.records", "u", CS_RECORDS_CITATIONS);
  ui_wait (ui_find (root, GTK_TYPE_LABEL, "Metering of small volumes, 2019, chapter 4") != NULL);
  ui_get (root, GTK_TYPE_LABEL, "Cited by · Y");

  ui_act (page, "family.go", "x", citing);
  ui_wait (cs_family_view_get_family (page->view)->store_id == citing);
  ui_wait (ui_find (root, GTK_TYPE_LABEL, "Cartridge with a metering valve") != NULL);
  ui_act (page, "family.leave", NULL);
  ui_wait (cs_family_view_get_family (page->view)->store_id == cited);
  ui_act (page, "family.leave", NULL);
  g_assert_null (ui_find (GTK_WIDGET (ui->window), CS_TYPE_FAMILY_PAGE, NULL));
}

/* --- history --- */

static void
test_history (Ui *ui)
{
  CsFamilyPage *page = family_page_open (ui, FAMILY_INVENTED);
  GtkWidget *root = GTK_WIDGET (page);

  ui_act (page, "family.records", "u", CS_RECORDS_HISTORY);
  ui_wait (ui_find (root, GTK_TYPE_LABEL, "what is new") != NULL);
  ui_get (root, GTK_TYPE_LABEL, "invented");
  ui_get (root, GTK_TYPE_LABEL,
          "New: KR 10-2023-7099917\n"
          "Status: EP 22999017.1: pending → in force\n"
          "New documents: EP 4990017 B1");
}

/* --- marks --- */

static gboolean
has_tag (CsFamilyPage *page, const char *tag)
{
  const CsFamilyMarks *marks = cs_family_view_get_marks (page->view);

  return g_strv_contains ((const char *const *)marks->tags, tag);
}

static void
test_marks (Ui *ui)
{
  CsFamilyPage *page = family_page_open (ui, FAMILY_INVENTED);
  GtkWidget *root = GTK_WIDGET (page);
  GtkWidget *entry;

  ui_act (page, "family.marks", NULL);
  ui_wait (gtk_widget_get_mapped (GTK_WIDGET (page->marks)));
  entry = ui_get (GTK_WIDGET (page->marks), GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "to watch");
  g_signal_emit_by_name (entry, "activate");
  ui_wait (has_tag (page, "to watch"));
  gtk_popover_popdown (GTK_POPOVER (page->marks));
  ui_wait (ui_find (root, GTK_TYPE_LABEL, "to watch") != NULL);

  ui_act (page, "family.undo", NULL);
  ui_wait (!has_tag (page, "to watch"));

  ui_act (page, "family.rate", "u", 4);
  ui_wait (cs_family_view_get_marks (page->view)->rating == 4);
  ui_act (page, "family.rate", "u", 4);
  ui_wait (cs_family_view_get_marks (page->view)->rating == 0);
}

static void
test_note (Ui *ui)
{
  CsFamilyPage *page = family_page_open (ui, FAMILY_INVENTED);
  GtkWidget *text;

  ui_act (page, "family.marks", NULL);
  ui_wait (gtk_widget_get_mapped (GTK_WIDGET (page->marks)));
  text = ui_get (GTK_WIDGET (page->marks), GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "ask the inventor",
                            -1);
  gtk_popover_popdown (GTK_POPOVER (page->marks));
  ui_wait (strcmp (cs_family_view_get_marks (page->view)->note, "ask the inventor") == 0);
  ui_wait (ui_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "ask the inventor") != NULL);
}

/* --- rules --- */

static const CsFamilyChoice *
find_choice (CsFamilyPage *page, CsFamilyRule rule)
{
  const GPtrArray *choices = cs_family_view_get_choices (page->view);

  for (guint i = 0; i < choices->len; i++)
    if (((const CsFamilyChoice *)choices->pdata[i])->rule == rule)
      return choices->pdata[i];
  return NULL;
}

static void
test_rules (Ui *ui)
{
  CsFamilyPage *page = family_page_open (ui, FAMILY_KNOWN);
  const CsFamily *family = cs_family_view_get_family (page->view);
  const CsFamilyChoice *extended = find_choice (page, CS_FAMILY_EXTENDED);
  GtkWidget *root = GTK_WIDGET (page);
  g_autofree char *name = NULL;

  g_assert_cmpuint (family->applications->len, ==, 10);
  g_assert_cmpuint (count_publications (family), ==, 20);
  ui_get (root, GTK_TYPE_LABEL, "DOCDB simple family, as given, data of 2020-01-01");
  g_assert_nonnull (extended);

  name = cs_family_dup_name (extended->family);
  ui_act (page, "family.rule", "s", name);
  ui_wait (cs_family_view_get_family (page->view)->rule == CS_FAMILY_EXTENDED);
  ui_wait (ui_find (root, GTK_TYPE_LABEL, "Extended family, computed here, data of 2020-01-01") !=
           NULL);
}

/* --- files --- */

static char *export(Ui *ui, CsFamilyPage *page, const char *name, gsize *n_bytes)
{
  g_autofree char *path = g_build_filename (ui->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;

  ui_act (page, "family.export-to", "s", path);
  ui_wait (g_file_test (path, G_FILE_TEST_EXISTS));
  g_file_get_contents (path, &bytes, n_bytes, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
test_export (Ui *ui)
{
  static const struct
  {
    const char *tab;
    const char *name;
    const char *begin;
  } files[] = {
    { "timeline", "timeline.png", "\x89PNG" },
    { "timeline", "timeline.pdf", "%PDF" },
    { "timeline", "timeline.svg", "<?xml" },
    { "graph", "graph.png", "\x89PNG" },
    { "graph", "graph.svg", "<?xml" },
  };
  CsFamilyPage *page = family_page_open (ui, FAMILY_INVENTED);
  g_autofree char *csv = NULL;
  gsize n_bytes;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *bytes = NULL;

      show (page, files[i].tab);
      bytes = export(ui, page, files[i].name, &n_bytes);
      g_assert_cmpuint (n_bytes, >, 1000);
      g_assert_true (memcmp (bytes, files[i].begin, strlen (files[i].begin)) == 0);
    }

  show (page, "members");
  csv = export(ui, page, "members.csv", &n_bytes);
  g_assert_true (g_str_has_prefix (csv, "\xEF\xBB\xBF\"Application\",\"Filed\""));
  g_assert_nonnull (strstr (csv, "\r\n\"US 18/999,112\",\"2023-09-11\",\"US 13,990,112 B2\",\"B2\","
                                 "\"2025-06-10\",\"in force\""));
  g_assert_nonnull (strstr (csv, "\"Family rule\",\"Simple family, computed here\"\r\n"));
}

/* --- windows --- */

static void
test_window (Ui *ui)
{
  CsFamilyPage *page = family_page_open (ui, FAMILY_INVENTED);
  GList *windows;

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (ui->window)), ==,
                   "Fluid metering device with displacement-sensing diaphragm");
  ui_act (page, "family.open-window", NULL);
  windows = gtk_application_get_windows (GTK_APPLICATION (ui->application));
  g_assert_cmpuint (g_list_length (windows), ==, 2);
  ui_wait (ui_find (windows->data, CS_TYPE_FAMILY_PAGE, NULL) != NULL);
  ui_act (page, "family.leave", NULL);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (ui->window)), ==, "Claimsmith");
}

/* --- what an office really sent --- */

static void
test_recorded (Ui *ui)
{
  static const char *const tabs[] = { "members", "timeline", "graph",
                                      "claims", "legal", "records" };
  CsFamilyPage *page;

  if (g_getenv ("CLAIMSMITH_CORPUS") == NULL)
    {
      g_test_skip ("CLAIMSMITH_CORPUS is not set");
      return;
    }

  page = family_page_open (ui, FAMILY_RECORDED);
  g_assert_cmpuint (cs_family_view_get_family (page->view)->applications->len, >, 1);
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    show (page, tabs[i]);
  ui_act (page, "family.records", "u", CS_RECORDS_RAW);
  ui_wait (says (GTK_WIDGET (page), "EPO OPS · get_"));
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);

  ui_add ("/ui/family/tabs", family_page_prepare, test_tabs);
  ui_add ("/ui/family/selected", family_page_prepare, test_selected);
  ui_add ("/ui/family/claims", family_page_prepare, test_claims);
  ui_add ("/ui/family/values", family_page_prepare, test_values);
  ui_add ("/ui/family/copy-claim", family_page_prepare, test_copy);
  ui_add ("/ui/family/languages", family_page_prepare, test_languages);
  ui_add ("/ui/family/records", family_page_prepare, test_records);
  ui_add ("/ui/family/citations", family_page_prepare, test_citations);
  ui_add ("/ui/family/history", family_page_prepare_later, test_history);
  ui_add ("/ui/family/marks", family_page_prepare, test_marks);
  ui_add ("/ui/family/note", family_page_prepare, test_note);
  ui_add ("/ui/family/rules", family_page_prepare, test_rules);
  ui_add ("/ui/family/export", family_page_prepare, test_export);
  ui_add ("/ui/family/window", family_page_prepare, test_window);

  ui_add ("/ui/family/recorded", family_page_prepare_corpus, test_recorded);

  return g_test_run ();
}
