#include <string.h>

#include <glib/gstdio.h>

#include "../../src/app/charts/cs-chart-mark.h"
#include "charts-page.h"

static const CsTally *
get_tally (CsChartsPage *page)
{
  return cs_family_chart_get_tally (cs_family_charts_get_chart (page->charts));
}

static guint
count_cells (const CsTally *tally)
{
  guint n = 0;

  for (guint i = 0; i < tally->n_rows; i++)
    for (guint j = 0; j < tally->n_columns; j++)
      n += cs_tally_get (tally, i, j)->count > 0 ? 1 : 0;

  return n;
}

static GtkColumnView *
get_table (CsChartsPage *page)
{
  return GTK_COLUMN_VIEW (ui_get (GTK_WIDGET (page->table), GTK_TYPE_COLUMN_VIEW, NULL));
}

static GListModel *
get_lines (CsChartsPage *page)
{
  return G_LIST_MODEL (gtk_column_view_get_model (get_table (page)));
}

/* --- all charts --- */

/* Every number has a mark that can be picked and says what it is, and a line in the table. */
static void
check_marks (CsChartsPage *page)
{
  const GPtrArray *picks = cs_picture_view_get_picks (page->picture_view);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = count_cells (get_tally (page));

  for (guint i = 0; i < picks->len; i++)
    {
      const CsPick *pick = picks->pdata[i];

      g_assert_cmpstr (pick->text, !=, "");
      g_hash_table_add (ids, pick->id);
    }
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (g_hash_table_size (ids), ==, n);
  g_assert_cmpuint (g_list_model_get_n_items (get_lines (page)), ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CsChartMark) mark = g_list_model_get_item (get_lines (page), i);

      g_assert_true (g_hash_table_contains (ids, cs_chart_mark_get_id (mark)));
    }
}

static void
test_all (Ui *ui)
{
  CsChartsPage *page = charts_page_open (ui, "pump");

  for (CsTallyKind kind = 0; kind < CS_N_TALLIES; kind++)
    {
      charts_page_go (page, kind);
      g_assert_cmpuint (gtk_drop_down_get_selected (page->kinds), ==, kind);
      check_marks (page);
    }
}

/* --- a mark --- */

static void
on_wanted (CsChartsPage *page, const char *query, char **wanted)
{
  g_free (*wanted);
  *wanted = g_strdup (query);
}

static guint
count_families (Ui *ui, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibrary) library = cs_library_open_to_read (ui->folder, &error);
  g_autoptr (CsSearcher) searcher = cs_searcher_new (library, &error);
  g_autoptr (CsQuery) query = cs_query_parse (text);
  const CsSearch search = { .query = query };
  g_autoptr (CsHits) hits = cs_searcher_search (searcher, &search, NULL, &error);

  g_assert_no_error (error);

  return hits->n_families;
}

static void
test_families (Ui *ui)
{
  CsChartsPage *page = charts_page_open (ui, "pump OR valve");
  g_autofree char *wanted = NULL;

  g_signal_connect (page, "families-wanted", G_CALLBACK (on_wanted), &wanted);
  for (CsTallyKind kind = 0; kind < CS_N_TALLIES; kind++)
    {
      g_autoptr (CsChartMark) mark = NULL;

      charts_page_go (page, kind);
      mark = g_list_model_get_item (get_lines (page), 2);
      g_signal_emit_by_name (page->picture_view, "activated", cs_chart_mark_get_id (mark));
      g_test_message ("%s", wanted);
      g_assert_true (g_str_has_prefix (wanted, "(pump OR valve) AND f"));
      g_assert_cmpuint (count_families (ui, wanted), ==,
                        cs_chart_mark_get_cell (mark)->n_families);
    }
}

/* What is selected in the picture is selected in the table, and the other way round. */
static void
test_selection (Ui *ui)
{
  CsChartsPage *page = charts_page_open (ui, "");
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (get_lines (page));
  g_autoptr (CsChartMark) third = g_list_model_get_item (get_lines (page), 3);
  g_autofree char *selected = NULL;
  g_autofree char *wanted = NULL;

  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, GTK_INVALID_LIST_POSITION);
  g_object_set (page->picture_view, "selected", cs_chart_mark_get_id (third), NULL);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 3);
  gtk_single_selection_set_selected (selection, 5);
  g_object_get (page->picture_view, "selected", &selected, NULL);
  g_assert_cmpstr (selected, ==, "0:5");
  g_signal_connect (page, "families-wanted", G_CALLBACK (on_wanted), &wanted);
  gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (get_table (page))),
                              "list.activate-item", "u", 5);
  g_assert_true (g_str_has_prefix (wanted, "fam=(ad="));

  charts_page_go (page, CS_TALLY_STATUS);
  g_clear_pointer (&selected, g_free);
  g_object_get (page->picture_view, "selected", &selected, NULL);
  g_assert_cmpstr (selected, ==, NULL);
}

/* --- files --- */

static char *export(CsChartsPage *page, Ui *ui, const char *end, gsize *n_bytes)
{
  g_autofree char *name = g_strconcat ("chart.", end, NULL);
  g_autofree char *path = g_build_filename (ui->folder, name, NULL);
  char *bytes = NULL;

  ui_act (page, "charts.export-to", "s", path);
  ui_wait (g_file_get_contents (path, &bytes, n_bytes, NULL));
  g_unlink (path);

  return bytes;
}

static void
test_export (Ui *ui)
{
  CsChartsPage *page = charts_page_open (ui, "pump");
  gsize n_bytes;
  g_autofree char *pdf = export(page, ui, "pdf", &n_bytes);
  g_autofree char *svg = export(page, ui, "svg", &n_bytes);
  g_autofree char *png = export(page, ui, "png", &n_bytes);
  g_autofree char *csv = NULL;

  g_assert_true (g_str_has_prefix (pdf, "%PDF"));
  g_assert_nonnull (strstr (svg, "<svg"));
  g_assert_true (g_str_has_prefix (png, "\x89PNG"));

  charts_page_go (page, CS_TALLY_OFFICES);
  csv = export(page, ui, "csv", &n_bytes);
  g_assert_nonnull (strstr (csv, "\"CN\""));
  g_assert_nonnull (strstr (csv, "\"pump\""));
  g_assert_nonnull (strstr (csv, "DOCDB"));
}

/* --- states --- */

static const char *
get_state (CsChartsPage *page)
{
  return gtk_stack_get_visible_child_name (page->states);
}

static void
test_states (Ui *ui)
{
  CsChartsPage *page = charts_page_open (ui, "ti=");
  guint kind;

  g_assert_cmpstr (get_state (page), ==, "trouble");
  g_object_set (page, "query", "nowhere", NULL);
  ui_wait (strcmp (get_state (page), "chart") == 0);
  g_assert_cmpuint (get_tally (page)->n_families, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (get_lines (page)), ==, 0);
  g_object_set (page, "query", "valve", "kind", CS_TALLY_FLOW, NULL);
  ui_wait (get_tally (page)->n_families > 0 && get_tally (page)->kind == CS_TALLY_FLOW);
  g_object_get (page, "kind", &kind, NULL);
  g_assert_cmpuint (kind, ==, CS_TALLY_FLOW);
}

static void
test_empty (Ui *ui)
{
  CsChartsPage *page = charts_page_open (ui, "");

  g_assert_cmpstr (get_state (page), ==, "empty");
}

/* It goes, also while a chart is under way. */
static void
test_gone (Ui *ui)
{
  CsChartsPage *page = charts_page_open (ui, "");
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
  CsChartsPage *weak = page;

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *)&weak);
  ui_act (page, "charts.choose", "u", CS_TALLY_FLOW);
  gtk_window_destroy (window);
  ui_wait (weak == NULL);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  ui_add ("/ui/charts/all", charts_page_prepare, test_all);
  ui_add ("/ui/charts/families", charts_page_prepare, test_families);
  ui_add ("/ui/charts/selection", charts_page_prepare, test_selection);
  ui_add ("/ui/charts/export", charts_page_prepare, test_export);
  ui_add ("/ui/charts/states", charts_page_prepare, test_states);
  ui_add ("/ui/charts/empty", NULL, test_empty);
  ui_add ("/ui/charts/gone", charts_page_prepare, test_gone);

  return g_test_run ();
}
