#include "../../src/app/workspace/cs-claim-actions.h"
#include "../../src/app/workspace/cs-filing-sheet.h"
#include "../../src/app/workspace/cs-finding-dock.h"
#include "../../src/app/workspace/cs-finding-group-row.h"
#include "../../src/app/workspace/cs-finding-row.h"
#include "../../src/app/workspace/cs-findings-pane.h"
#include "../../src/app/workspace/cs-outline-cell.h"
#include "../../src/app/workspace/cs-outline-pane.h"
#include "../../src/app/workspace/cs-status-line.h"
#include "pane-fixture.h"

/* Claim 3 depends on a claim that is not there, claim 4 says "for example". */
static const char text[] =
    "说明书摘要\n\n本发明公开了一种泵。\n\n"
    "权利要求书\n\n"
    "1. 一种泵，其特征在于，包括壳体（1）和叶轮（2）。\n\n"
    "2. 根据权利要求1所述的泵，其特征在于，所述叶轮（2）为塑料件。\n\n"
    "3. 根据权利要求9所述的泵，其特征在于，还包括密封圈。\n\n"
    "4. 根据权利要求1所述的泵，其特征在于，所述壳体（1）为金属件，例如铝件。\n\n"
    "5. 一种泵送方法，其特征在于，使用如权利要求1所述的泵输送液体。\n\n"
    "说明书\n\n一种泵及泵送方法\n\n"
    "技术领域\n\n本发明涉及泵。\n\n"
    "背景技术\n\n现有的泵容易泄漏。\n\n"
    "发明内容\n\n本发明提供一种泵，包括壳体和叶轮。\n\n"
    "附图说明\n\n图1为泵的剖视图。\n\n"
    "附图标记说明：1-壳体；2-叶轮。\n\n"
    "具体实施方式\n\n如图1所示，泵包括壳体1和叶轮2，叶轮2为塑料件，壳体1为铝件。\n";

static CsFindingView *
get_view (CsDocument *document)
{
  return cs_document_get_view (document);
}

/* The first finding of @check. */
static const CsFindingEntry *
find_entry (CsDocument *document, const char *check)
{
  GPtrArray *entries = get_view (document)->entries;

  for (guint i = 0; i < entries->len; i++)
    {
      const CsFindingEntry *entry = g_ptr_array_index (entries, i);
      const CsFinding *finding = cs_finding_entry_get_first (entry);

      if (g_str_equal (finding->item->check->name, check))
        return entry;
    }

  g_assert_not_reached ();
}

static const CsFindingEntry *
get_chosen (CsDocument *document)
{
  gpointer entry;

  g_object_get (document, "entry", &entry, NULL);
  return entry;
}

static guint
count_mapped (GtkWidget *root, GType type)
{
  guint n_found = g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_found += count_mapped (child, type);

  return n_found;
}

static void
close_window (GtkWindow *window, CsDocument *document)
{
  g_object_add_weak_pointer (G_OBJECT (document), (gpointer *)&document);
  gtk_window_destroy (window);
  g_object_unref (document);
  while (document != NULL && g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (document);
}

/* --- one pane in a window of its own --- */

typedef struct
{
  GtkWidget *(*create) (CsDocument *document);
  int width;
  int height;
} PaneKind;

static const PaneKind findings_kind = { cs_findings_pane_new, 336, 700 };
static const PaneKind outline_kind = { cs_outline_pane_new, 236, 800 };
static const PaneKind status_kind = { cs_status_line_new, 900, 40 };
static const PaneKind dock_kind = { cs_finding_dock_new, 360, 80 };

typedef struct
{
  CsDocument *document;
  GtkWidget *pane;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const PaneKind *kind = data;

  fixture->document = pane_fixture_new (text);
  fixture->pane = kind->create (fixture->document);
  fixture->window = pane_fixture_show (fixture->pane, kind->width, kind->height);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_window (fixture->window, fixture->document);
}

/* --- findings --- */

static void
test_groups (Fixture *fixture, gconstpointer data)
{
  CsDocument *document = fixture->document;
  GtkWidget *pane = fixture->pane;

  g_assert_cmpuint (get_view (document)->groups->len, >, 1);
  g_assert_cmpuint (count_mapped (pane, CS_TYPE_FINDING_GROUP_ROW), ==,
                    get_view (document)->groups->len);
  g_assert_null (pane_fixture_find (pane, GTK_TYPE_BUTTON, "Accept"));
}

static void
test_choose (Fixture *fixture, gconstpointer data)
{
  CsDocument *document = fixture->document;
  GtkWidget *pane = fixture->pane;
  const CsFindingEntry *entry = find_entry (document, "claim-reference");
  GtkWidget *row;

  cs_document_choose (document, entry, FALSE);
  pane_fixture_draw (pane, 3);
  g_assert_nonnull (pane_fixture_find (pane, GTK_TYPE_BUTTON, "Accept"));

  row = pane_fixture_find (pane, CS_TYPE_FINDING_GROUP_ROW, NULL);
  while (row != NULL && gtk_widget_has_css_class (row, "open"))
    row = gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (row));
  g_assert_true (CS_IS_FINDING_GROUP_ROW (row));
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_assert_true (get_chosen (document) != NULL && get_chosen (document) != entry);
  pane_fixture_draw (pane, 3);
  g_assert_true (gtk_widget_has_css_class (row, "open"));
}

static void
test_waive (Fixture *fixture, gconstpointer data)
{
  CsDocument *document = fixture->document;
  GtkWidget *pane = fixture->pane;
  guint n_open = get_view (document)->n_open[CS_SEVERITY_ERROR];
  GtkWidget *reason;
  const CsFindingEntry *entry;

  g_object_set (pane, "author", "代理师甲", NULL);
  cs_document_choose (document, find_entry (document, "claim-reference"), FALSE);
  cs_findings_pane_open_waive (CS_FINDINGS_PANE (pane));
  pane_fixture_draw (pane, 3);
  reason = pane_fixture_find (pane, GTK_TYPE_ENTRY, NULL);
  g_assert_nonnull (reason);
  gtk_editable_set_text (GTK_EDITABLE (reason), "客户要求");
  gtk_widget_activate_action (reason, "finding.waive", NULL);
  pane_fixture_wait (document);

  g_assert_cmpuint (get_view (document)->n_waived, ==, 1);
  g_assert_cmpuint (get_view (document)->n_open[CS_SEVERITY_ERROR], ==, n_open - 1);
  entry = find_entry (document, "claim-reference");
  g_assert_true (entry->waived);
  g_assert_cmpstr (entry->decision->reason, ==, "客户要求");
  pane_fixture_draw (pane, 3);
  g_assert_nonnull (pane_fixture_find (pane, GTK_TYPE_LABEL, "Show waived (1)"));

  cs_document_revoke (document, entry->decision);
  pane_fixture_wait (document);
  g_assert_cmpuint (get_view (document)->n_waived, ==, 0);
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  CsDocument *document = fixture->document;
  GtkWidget *pane = fixture->pane;
  guint n_groups = count_mapped (pane, CS_TYPE_FINDING_GROUP_ROW);
  guint n_errors = 0;

  for (guint i = 0; i < get_view (document)->groups->len; i++)
    {
      const CsFindingGroup *group = g_ptr_array_index (get_view (document)->groups, i);

      n_errors += group->severity == CS_SEVERITY_ERROR;
    }

  g_object_set (pane, "severities", 1u << CS_SEVERITY_ERROR, NULL);
  pane_fixture_draw (pane, 3);
  g_assert_cmpuint (count_mapped (pane, CS_TYPE_FINDING_GROUP_ROW), ==, n_errors);
  g_object_set (pane, "severities", CS_ALL_SEVERITIES, NULL);
  pane_fixture_draw (pane, 3);
  g_assert_cmpuint (count_mapped (pane, CS_TYPE_FINDING_GROUP_ROW), ==, n_groups);
}

/* While one types, the rows that stay are the same widgets. */
static void
test_rows_stay (Fixture *fixture, gconstpointer data)
{
  CsDocument *document = fixture->document;
  GtkWidget *pane = fixture->pane;
  GtkWidget *row = pane_fixture_find (pane, CS_TYPE_FINDING_GROUP_ROW, NULL);
  g_autoptr (CsText) letter = cs_text_new ("新", strlen ("新"));

  cs_part_buffer_replace (cs_document_get_buffer (document, CS_PART_DESCRIPTION), 0, 0, letter);
  g_assert_true (cs_document_is_stale (document));
  /* no blinking */
  g_assert_false (gtk_widget_has_css_class (gtk_widget_get_parent (row), "stale"));
  pane_fixture_wait (document);
  pane_fixture_draw (pane, 3);
  g_assert_false (gtk_widget_has_css_class (gtk_widget_get_parent (row), "stale"));
  g_assert_true (pane_fixture_find (pane, CS_TYPE_FINDING_GROUP_ROW, NULL) == row);
}

/* An input method at work holds the examination back: findings stay out of date, and are dimmed. */
static void
test_dim (Fixture *fixture, gconstpointer data)
{
  CsDocument *document = fixture->document;
  GtkWidget *pane = fixture->pane;
  GtkWidget *row = pane_fixture_find (pane, CS_TYPE_FINDING_GROUP_ROW, NULL);
  g_autoptr (CsText) letter = cs_text_new ("新", strlen ("新"));

  cs_document_set_composing (document, TRUE);
  cs_part_buffer_replace (cs_document_get_buffer (document, CS_PART_DESCRIPTION), 0, 0, letter);
  while (!gtk_widget_has_css_class (gtk_widget_get_parent (row), "stale"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (cs_document_is_stale (document));
  cs_document_set_composing (document, FALSE);
  pane_fixture_wait (document);
  g_assert_false (gtk_widget_has_css_class (gtk_widget_get_parent (row), "stale"));
}

/* --- the outline --- */

static GtkWidget *
find_cell (GtkWidget *pane, const char *name)
{
  GtkWidget *label = pane_fixture_find (pane, GTK_TYPE_LABEL, name);

  return label != NULL ? gtk_widget_get_ancestor (label, CS_TYPE_OUTLINE_CELL) : NULL;
}

static GtkSelectionModel *
get_selection (GtkWidget *pane)
{
  GtkWidget *list = pane_fixture_find (pane, GTK_TYPE_LIST_VIEW, NULL);

  return gtk_list_view_get_model (GTK_LIST_VIEW (list));
}

static CsOutlineRow *
dup_row (GtkWidget *pane, guint position)
{
  g_autoptr (GtkTreeListRow) row = NULL;

  row = g_list_model_get_item (G_LIST_MODEL (get_selection (pane)), position);
  return gtk_tree_list_row_get_item (row);
}

static void
test_outline (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane = fixture->pane;
  g_autoptr (CsOutlineRow) head = dup_row (pane, 0);
  g_autoptr (CsOutlineRow) first = dup_row (pane, 1);
  g_autoptr (CsOutlineRow) second = dup_row (pane, 2);

  g_assert_cmpint (cs_outline_row_get_kind (head), ==, CS_OUTLINE_CLAIMS);
  g_assert_cmpuint (cs_outline_row_get_where (first)->index, ==, 0);
  g_assert_true (cs_outline_row_get_parent (second) == first);
  g_assert_nonnull (find_cell (pane, "技术领域"));
  g_assert_nonnull (find_cell (pane, "1  壳体"));
}

static void
on_go_to (CsDocument *document,
          guint part,
          guint start,
          guint end,
          gboolean focus,
          guint *places)
{
  places[0] = part;
  places[1] = start;
  places[2]++;
}

static void
test_outline_selection (Fixture *fixture, gconstpointer data)
{
  CsDocument *document = fixture->document;
  GtkWidget *pane = fixture->pane;
  GtkSelectionModel *selection = get_selection (pane);
  guint places[3] = { 0 };
  guint start = cs_document_map_unit (document, CS_PART_CLAIMS, 1, NULL);

  g_signal_connect (document, "go-to", G_CALLBACK (on_go_to), places);
  gtk_selection_model_select_item (selection, 2, TRUE);
  g_assert_cmpuint (places[0], ==, CS_PART_CLAIMS);
  g_assert_cmpuint (places[1], ==, start);
  g_assert_cmpuint (places[2], ==, 1);

  cs_document_set_cursor (document, CS_PART_CLAIMS,
                          cs_document_map_unit (document, CS_PART_CLAIMS, 0, NULL));
  g_assert_true (gtk_selection_model_is_selected (selection, 1));
  g_assert_cmpuint (places[2], ==, 1);
  gtk_selection_model_select_item (selection, 0, TRUE);
  g_assert_cmpuint (places[2], ==, 2);
  cs_document_set_cursor (document, CS_PART_ABSTRACT, 0);
  g_assert_cmpuint (places[2], ==, 2);
}

static const char *
get_claims (CsDocument *document)
{
  return cs_text_get_string (cs_document_get_draft (document)->texts[CS_PART_CLAIMS]);
}

static void
test_outline_move (Fixture *fixture, gconstpointer data)
{
  CsDocument *document = fixture->document;
  GtkWidget *pane = fixture->pane;
  g_autoptr (CsOutlineRow) second = dup_row (pane, 2);
  g_autoptr (GtkWidget) list = g_object_ref (pane_fixture_find (pane, GTK_TYPE_LIST_VIEW, NULL));

  gtk_selection_model_select_item (get_selection (pane), 2, TRUE);
  gtk_widget_activate_action (list, "outline.move-down", NULL);
  g_assert_nonnull (strstr (get_claims (document), "3. 根据权利要求1所述的泵，其特征在于，所述叶轮"));
  pane_fixture_wait (document);
  g_assert_cmpuint (cs_outline_row_get_where (second)->index, ==, 2);

  gtk_widget_activate_action (list, "outline.delete", NULL);
  g_assert_null (strstr (get_claims (document), "塑料件"));
  cs_document_undo (document);
  g_assert_nonnull (strstr (get_claims (document), "塑料件"));
  pane_fixture_wait (document);
}

static void
on_failed (CsOutlinePane *pane, const char *message, guint *n_failed)
{
  g_assert_cmpstr (message, !=, "");
  (*n_failed)++;
}

static void
test_outline_indent (Fixture *fixture, gconstpointer data)
{
  CsDocument *document = fixture->document;
  GtkWidget *pane = fixture->pane;
  GtkWidget *list = pane_fixture_find (pane, GTK_TYPE_LIST_VIEW, NULL);
  GtkWidget *cell = find_cell (pane, "4");
  guint n_failed = 0;

  g_signal_connect (pane, "failed", G_CALLBACK (on_failed), &n_failed);
  g_assert_nonnull (cell);
  cs_document_set_cursor (document, CS_PART_CLAIMS,
                          cs_document_map_unit (document, CS_PART_CLAIMS, 3, NULL));
  gtk_widget_activate_action (list, "outline.indent", NULL);
  g_assert_nonnull (strstr (get_claims (document), "4. 根据权利要求2所述的泵"));
  pane_fixture_wait (document);
  g_assert_cmpuint (n_failed, ==, 0);

  cs_document_set_cursor (document, CS_PART_CLAIMS,
                          cs_document_map_unit (document, CS_PART_CLAIMS, 0, NULL));
  gtk_widget_activate_action (list, "outline.outdent", NULL);
  g_assert_cmpuint (n_failed, ==, 1);
}

/* --- status line, dock, filing sheet --- */

static void
test_status (Fixture *fixture, gconstpointer data)
{
  GtkWidget *line = fixture->pane;
  GtkWidget *facts = pane_fixture_find (line, GTK_TYPE_LABEL, NULL);

  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (facts)), ==,
                   "5 claims, 2 independent · Description 6 paragraphs · Abstract 10 characters");
  g_assert_nonnull (pane_fixture_find (line, GTK_TYPE_LABEL, "CN 2026-01-01"));
}

static void
test_dock (Fixture *fixture, gconstpointer data)
{
  CsDocument *document = fixture->document;
  GtkWidget *dock = fixture->pane;

  g_assert_null (get_chosen (document));
  g_signal_emit_by_name (pane_fixture_find (dock, GTK_TYPE_BUTTON, NULL), "clicked");
  g_assert_nonnull (get_chosen (document));
}

static void
test_sheet (void)
{
  CsDocument *document = pane_fixture_new (text);
  CsFilingSheet *sheet = cs_filing_sheet_new (document);
  GtkWidget *widget = GTK_WIDGET (sheet);
  GtkWidget *save, *date = NULL;

  gtk_window_present (GTK_WINDOW (sheet));
  pane_fixture_draw (widget, 4);
  save = pane_fixture_find (widget, GTK_TYPE_BUTTON, "Save");
  g_assert_true (gtk_widget_get_sensitive (save));

  date = GTK_WIDGET (gtk_widget_get_template_child (widget, CS_TYPE_FILING_SHEET, "filing_date"));
  gtk_editable_set_text (GTK_EDITABLE (date), "2026-02-30");
  g_assert_false (gtk_widget_get_sensitive (save));
  g_assert_true (gtk_widget_has_css_class (date, "error"));
  gtk_editable_set_text (GTK_EDITABLE (date), " 2026-02-28 ");
  g_assert_true (gtk_widget_get_sensitive (save));
  g_assert_false (gtk_widget_has_css_class (date, "error"));

  gtk_widget_activate_action (widget, "sheet.save", NULL);
  g_assert_cmpstr (cs_document_get_request (document)->filing_date, ==, "2026-02-28");
  g_assert_cmpint (cs_document_get_request (document)->office, ==, CS_OFFICE_CN);
  pane_fixture_wait (document);
  g_object_unref (document);
}

/* A sheet with everything that can be wrong with priorities. */
static void
fill_request (CsDocument *document)
{
  static const char *const dates[] = { "2025-02-30", "20240101", "2025-06-01" };
  CsRequest *request = cs_request_dup (cs_document_get_request (document));

  request->filing_date = g_strdup ("2026-01-15");
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      CsPriorityClaim priority = { g_strdup ("CN"), g_strdup_printf ("20251000000%u.X", i),
                                   g_strdup (dates[i]) };

      g_array_append_val (request->priorities, priority);
    }
  cs_document_set_request (document, request);
  pane_fixture_wait (document);
}

/* One date that is none blocks; one that is too old is said. */
static void
test_sheet_priorities (void)
{
  CsDocument *document = pane_fixture_new (text);
  CsFilingSheet *sheet;
  GtkWidget *widget;

  fill_request (document);
  sheet = cs_filing_sheet_new (document);
  widget = GTK_WIDGET (sheet);
  gtk_window_present (GTK_WINDOW (sheet));
  pane_fixture_draw (widget, 4);
  g_assert_false (
      gtk_widget_get_sensitive (pane_fixture_find (widget, GTK_TYPE_BUTTON, "Save")));
  g_assert_nonnull (pane_fixture_find (
      widget, GTK_TYPE_LABEL, "No day of the calendar: write 2026-05-31 or 20260531"));
  g_assert_nonnull (pane_fixture_find (
      widget, GTK_TYPE_LABEL,
      "Older than the priority period (Paris Convention Art. 4C: twelve months, six for "
      "designs). Whether it can be restored is not judged here."));
  g_assert_nonnull (pane_fixture_find (widget, GTK_TYPE_LABEL, "CN 202510000002.X"));

  gtk_window_destroy (GTK_WINDOW (sheet));
  g_object_unref (document);
}

/* What matters on a route shows, with what is known; what is blank stays unknown. */
static void
test_sheet_facts (void)
{
  CsDocument *document = pane_fixture_new (text);
  CsRequest *request = cs_request_dup (cs_document_get_request (document));
  CsFilingSheet *sheet;
  GtkWidget *widget, *route, *label;

  cs_request_set_fact (request, CS_FACT_PARENT_DATE, "2025-02-30");
  cs_request_set_fact (request, CS_FACT_GRACE, "no");
  cs_request_set_fact (request, CS_FACT_CENTRE, "nowhere");
  cs_document_set_request (document, request);
  pane_fixture_wait (document);
  sheet = cs_filing_sheet_new (document);
  widget = GTK_WIDGET (sheet);
  gtk_window_present (GTK_WINDOW (sheet));
  pane_fixture_draw (widget, 4);
  g_assert_false (
      gtk_widget_get_sensitive (pane_fixture_find (widget, GTK_TYPE_BUTTON, "Save")));
  g_assert_nonnull (pane_fixture_find (widget, GTK_TYPE_LABEL, "nowhere"));
  g_assert_null (pane_fixture_find (widget, GTK_TYPE_LABEL, "Number of the application divided"));

  route = GTK_WIDGET (gtk_widget_get_template_child (widget, CS_TYPE_FILING_SHEET, "route"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (route), CS_ROUTE_DIVISIONAL);
  pane_fixture_draw (widget, 4);
  g_assert_nonnull (
      pane_fixture_find (widget, GTK_TYPE_LABEL, "Number of the application divided"));
  label = pane_fixture_find (widget, GTK_TYPE_LABEL,
                             "Filing date of the application divided: No day of the calendar: "
                             "write 2026-05-31 or 20260531");
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_ancestor (label, ADW_TYPE_ENTRY_ROW)),
                         "2025-02-28");
  gtk_widget_activate_action (widget, "sheet.save", NULL);

  request = (CsRequest *)cs_document_get_request (document);
  g_assert_cmpstr (request->facts[CS_FACT_PARENT_DATE], ==, "2025-02-28");
  g_assert_cmpstr (request->facts[CS_FACT_CENTRE], ==, "nowhere");
  g_assert_cmpint (cs_request_get_said (request, CS_FACT_GRACE), ==, CS_SAID_NO);
  g_assert_cmpint (cs_request_get_said (request, CS_FACT_ABROAD), ==, CS_SAID_NOTHING);
  pane_fixture_wait (document);
  g_object_unref (document);
}

/* --- pictures, to be looked at --- */

static CsDocument *
sample_new (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "..", "resources",
                                            "samples", name, NULL);
  g_autofree char *sample = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &sample, NULL, &error);
  g_assert_no_error (error);
  return pane_fixture_new (sample);
}

static void
picture_sheet (CsDocument *document, const char *name)
{
  CsFilingSheet *sheet = cs_filing_sheet_new (document);

  gtk_window_set_default_size (GTK_WINDOW (sheet), 360, 2300);
  gtk_window_present (GTK_WINDOW (sheet));
  pane_fixture_draw (GTK_WIDGET (sheet), 6);
  pane_fixture_picture (GTK_WIDGET (sheet), name);
  gtk_window_destroy (GTK_WINDOW (sheet));
}

/* "Show rule" opens a window, which Esc closes. */
static void
picture_rule (GtkWidget *pane, const char *name)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n_windows = g_list_model_get_n_items (windows);
  GtkWidget *accept = pane_fixture_find (pane, GTK_TYPE_BUTTON, "Accept");

  gtk_widget_activate_action (gtk_widget_get_parent (accept), "finding.show-rule", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n_windows + 1);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (!gtk_window_get_modal (window))
        continue;
      pane_fixture_draw (GTK_WIDGET (window), 4);
      pane_fixture_picture (GTK_WIDGET (window), name);
      gtk_widget_activate_action (GTK_WIDGET (window), "window.close", NULL);
    }
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n_windows);
}

static void
picture_all (const char *sample, const char *suffix)
{
  CsDocument *document = sample_new (sample);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *panes = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *outline = cs_outline_pane_new (document);
  GtkWidget *findings = cs_findings_pane_new (document);
  g_autofree char *name = g_strconcat ("panes-", suffix, NULL);
  g_autofree char *rule_name = g_strconcat ("rule-", suffix, NULL);
  g_autofree char *other_name = g_strconcat ("panes-accepted-", suffix, NULL);
  g_autofree char *sheet_name = g_strconcat ("sheet-", suffix, NULL);
  GtkWindow *window;

  gtk_widget_set_size_request (outline, 236, -1);
  gtk_widget_set_size_request (findings, 336, -1);
  gtk_widget_set_vexpand (panes, TRUE);
  gtk_box_append (GTK_BOX (panes), outline);
  gtk_box_append (GTK_BOX (panes), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (panes), findings);
  gtk_box_append (GTK_BOX (box), panes);
  gtk_box_append (GTK_BOX (box), cs_finding_dock_new (document));
  gtk_box_append (GTK_BOX (box), cs_status_line_new (document));
  window = pane_fixture_show (box, 573, 860);
  cs_document_choose (document, find_entry (document, "claim-reference"), TRUE);
  cs_document_set_cursor (document, CS_PART_CLAIMS,
                          cs_document_map_unit (document, CS_PART_CLAIMS, 3, NULL));
  pane_fixture_draw (box, 6);
  pane_fixture_picture (GTK_WIDGET (window), name);

  if (g_getenv ("LANGUAGE") == NULL)
    picture_rule (findings, rule_name);
  cs_document_choose (document, find_entry (document, "vague-wording"), TRUE);
  cs_document_decide (document, get_chosen (document), CS_DECISION_ACCEPTED, "", FALSE);
  pane_fixture_wait (document);
  pane_fixture_draw (box, 6);
  pane_fixture_picture (GTK_WIDGET (window), other_name);

  fill_request (document);
  picture_sheet (document, sheet_name);
  close_window (window, document);
}

static void
test_pictures (void)
{
  picture_all ("sample-cn.txt", "cn");
  picture_all ("sample-us.txt", "us");
}

#define ADD(path, kind, function) \
  g_test_add (path, Fixture, &kind, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  pane_fixture_init ();

  ADD ("/ui/panes/findings/groups", findings_kind, test_groups);
  ADD ("/ui/panes/findings/choose", findings_kind, test_choose);
  ADD ("/ui/panes/findings/waive", findings_kind, test_waive);
  ADD ("/ui/panes/findings/filter", findings_kind, test_filter);
  ADD ("/ui/panes/findings/rows-stay", findings_kind, test_rows_stay);
  ADD ("/ui/panes/findings/dim", findings_kind, test_dim);
  ADD ("/ui/panes/outline/rows", outline_kind, test_outline);
  ADD ("/ui/panes/outline/selection", outline_kind, test_outline_selection);
  ADD ("/ui/panes/outline/move", outline_kind, test_outline_move);
  ADD ("/ui/panes/outline/indent", outline_kind, test_outline_indent);
  ADD ("/ui/panes/status", status_kind, test_status);
  ADD ("/ui/panes/dock", dock_kind, test_dock);
  g_test_add_func ("/ui/panes/sheet", test_sheet);
  g_test_add_func ("/ui/panes/sheet-priorities", test_sheet_priorities);
  g_test_add_func ("/ui/panes/sheet-facts", test_sheet_facts);
  g_test_add_func ("/ui/panes/pictures", test_pictures);
  return g_test_run ();
}
