#include "families.h"

#include <glib/gi18n.h>

#include "../../src/app/charts/cs-charts-private.h"

/* What is done with all families that were found: files and charts. */

static GtkWidget *
find (Ui *ui, GType type)
{
  return ui_find (GTK_WIDGET (ui->window), type, NULL);
}

static char *
wait_for_file (Ui *ui, const char *name)
{
  g_autofree char *path = g_build_filename (ui->folder, name, NULL);
  g_autofree char *told = g_strdup_printf (_ ("“%s” written"), name);
  char *contents;

  ui_act (GTK_WIDGET (ui->window), "win.export-families-to", "s", path);
  ui_wait (ui_find (GTK_WIDGET (ui->window), GTK_TYPE_LABEL, told) != NULL);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));

  return contents;
}

static guint
count_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n += *lines[i] != '\0';

  return n;
}

/* The list as it is shown: narrowed, and in its order. */
static void
test_list (Ui *ui)
{
  const CsFacetValue chinese = { CS_FACET_OFFICE, (char *)"CN" };
  CsFamiliesPage *page = families_show (ui, FAMILIES_N);
  g_autofree char *all = wait_for_file (ui, "all.csv");
  g_autofree char *some = NULL;
  const char *first, *last;

  g_assert_cmpuint (count_lines (all), ==, FAMILIES_N + 1);
  first = strstr (all, "储能电池簇的液冷板");
  g_assert_nonnull (first);

  cs_family_list_set_order (cs_families_page_get_list (page), CS_HITS_BY_DATE, TRUE);
  cs_family_list_set_filter (cs_families_page_get_list (page), &chinese, TRUE);
  ui_wait (g_list_model_get_n_items (G_LIST_MODEL (cs_families_page_get_list (page))) <
           FAMILIES_N);
  some = wait_for_file (ui, "some.csv");
  g_assert_cmpuint (count_lines (some), ==,
                    g_list_model_get_n_items (G_LIST_MODEL (cs_families_page_get_list (page))) +
                        1);
  last = strrchr (g_strchomp (some), '\n');
  g_assert_nonnull (last);
  g_assert_nonnull (strstr (last, "储能电池簇的液冷板"));
}

static void
test_formats (Ui *ui)
{
  CsFamiliesPage *page = families_show (ui, FAMILIES_N);
  g_autofree char *report = NULL;
  g_autofree char *bibliography = NULL;
  g_autofree char *workbook = NULL;

  report = wait_for_file (ui, "found.pdf");
  g_assert_true (g_str_has_prefix (report, "%PDF-"));
  bibliography = wait_for_file (ui, "found.bib");
  g_assert_nonnull (strstr (bibliography, "@patent{"));
  workbook = wait_for_file (ui, "found.xlsx");
  g_assert_true (g_str_has_prefix (workbook, "PK"));
  g_assert_nonnull (page);
}

static gboolean
says (GtkWidget *root, const char *part)
{
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), part) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, part))
      return TRUE;

  return FALSE;
}

/* A place that refuses is told, and nothing is left there. */
static void
test_refused (Ui *ui)
{
  g_autofree char *path = g_build_filename (ui->folder, "missing", "found.csv", NULL);

  families_show (ui, FAMILIES_N);
  ui_act (GTK_WIDGET (ui->window), "win.export-families-to", "s", path);
  ui_wait (says (GTK_WIDGET (ui->window), "found.csv"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* Charts come over the list, show what is searched, and lead back to the families of a mark. */
static void
test_charts (Ui *ui)
{
  CsFamiliesPage *page = families_show (ui, FAMILIES_N);
  GtkWidget *charts;
  g_autofree char *query = NULL;
  guint n_of_china;

  cs_families_page_search (page, "cc=CN");
  ui_wait (g_list_model_get_n_items (G_LIST_MODEL (cs_families_page_get_list (page))) <
           FAMILIES_N);
  n_of_china = g_list_model_get_n_items (G_LIST_MODEL (cs_families_page_get_list (page)));
  ui_act (GTK_WIDGET (ui->window), "win.chart-families", NULL);
  charts = find (ui, CS_TYPE_CHARTS_PAGE);
  g_assert_nonnull (charts);
  g_object_get (charts, "query", &query, NULL);
  g_assert_cmpstr (query, ==, "cc=CN");

  g_signal_emit_by_name (charts, "families-wanted", "cc=CN AND cc=EP");
  ui_wait (find (ui, CS_TYPE_CHARTS_PAGE) == NULL);
  ui_wait (g_list_model_get_n_items (G_LIST_MODEL (cs_families_page_get_list (page))) <
           n_of_china);
}

/* What is chosen beside the list counts for charts too, and for the way back. */
static void
test_narrowed_charts (Ui *ui)
{
  const CsFacetValue european = { CS_FACET_OFFICE, (char *)"EP", (char *)"EP" };
  CsFamiliesPage *page = families_show (ui, FAMILIES_N);
  GListModel *list = G_LIST_MODEL (cs_families_page_get_list (page));
  CsChartsPage *charts;
  guint n_europeans;

  cs_family_list_set_filter (CS_FAMILY_LIST (list), &european, TRUE);
  ui_wait (g_list_model_get_n_items (list) < FAMILIES_N);
  n_europeans = g_list_model_get_n_items (list);
  ui_act (GTK_WIDGET (ui->window), "win.chart-families", NULL);
  charts = CS_CHARTS_PAGE (find (ui, CS_TYPE_CHARTS_PAGE));
  ui_wait (cs_family_charts_get_chart (charts->charts) != NULL);
  g_assert_cmpuint (
      cs_family_chart_get_tally (cs_family_charts_get_chart (charts->charts))->n_families, ==,
      n_europeans);

  g_signal_emit_by_name (charts, "families-wanted", "cc=CN");
  ui_wait (find (ui, CS_TYPE_CHARTS_PAGE) == NULL);
  ui_wait (g_list_model_get_n_items (list) < n_europeans);
  g_assert_true (
      cs_family_list_has_filter (CS_FAMILY_LIST (list), CS_FACET_OFFICE, "EP"));
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ui_add ("/found/list", families_fill, test_list);
  ui_add ("/found/formats", families_fill, test_formats);
  ui_add ("/found/refused", families_fill, test_refused);
  ui_add ("/found/charts", families_fill, test_charts);
  ui_add ("/found/narrowed-charts", families_fill, test_narrowed_charts);

  return g_test_run ();
}
