#include "picture-samples.h"

#include <string.h>

#include <poppler.h>

#include "../../src/base/cs-error.h"

/* --- what all pictures share --- */

static void
test_styles (void)
{
  CsPictureStyle light;
  CsPictureStyle dark;

  cs_picture_style_init (&light, FALSE);
  cs_picture_style_init (&dark, TRUE);
  g_assert_cmpfloat (light.colors[CS_PICTURE_PAPER].red, >, 0.9);
  g_assert_cmpfloat (dark.colors[CS_PICTURE_PAPER].red, <, 0.2);
  for (guint i = 0; i < CS_N_PICTURE_INKS; i++)
    g_assert_cmpfloat (light.colors[i].alpha, ==, 1);
}

static GPtrArray *
draw (CsPicture *picture, double width)
{
  GPtrArray *picks = cs_picks_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1300, 900);
  cairo_t *cairo = cairo_create (surface);
  CsPictureStyle style;

  cs_picture_style_init (&style, FALSE);
  cs_picture_draw (picture, &style, cairo, width, picks);
  g_assert_cmpint (cairo_status (cairo), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
  return picks;
}

static double
measure (CsPicture *picture, double *width)
{
  CsPictureStyle style;
  double height;

  cs_picture_style_init (&style, FALSE);
  cs_picture_measure (picture, &style, width, &height);
  return height;
}

static gboolean
has_pick (const GPtrArray *picks, const char *id)
{
  for (guint i = 0; i < picks->len; i++)
    if (strcmp (((const CsPick *)picks->pdata[i])->id, id) == 0)
      return TRUE;
  return FALSE;
}

static void
assert_within (const GPtrArray *picks, double width, double height)
{
  for (guint i = 0; i < picks->len; i++)
    {
      const CsPick *pick = picks->pdata[i];

      g_assert_cmpfloat (pick->x, >=, 0);
      g_assert_cmpfloat (pick->y, >=, 0);
      g_assert_cmpfloat (pick->x + pick->width, <=, width + 0.5);
      g_assert_cmpfloat (pick->y + pick->height, <=, height + 0.5);
      g_assert_cmpstr (pick->text, !=, "");
    }
}

/* --- files --- */

static void
check_file (CsPicture *picture, const char *name, const char *begin)
{
  const char *text;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  CsPictureStyle style;
  gsize n_bytes;

  cs_picture_style_init (&style, TRUE);
  style.language = g_str_has_suffix (name, ".pdf") ? "en" : "zh-cn";
  bytes = cs_picture_dup_file (picture, &style, 600, name, &error);
  g_assert_no_error (error);
  text = g_bytes_get_data (bytes, &n_bytes);
  g_assert_cmpuint (n_bytes, >, 2000);
  g_assert_true (memcmp (text, begin, strlen (begin)) == 0);
  if (g_str_has_suffix (name, ".svg"))
    {
      g_autoptr (GMarkupParseContext) context = NULL;
      static const GMarkupParser parser = { NULL };

      context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
      g_assert_true (g_markup_parse_context_parse (context, text, (gssize)n_bytes, &error));
      g_assert_true (g_markup_parse_context_end_parse (context, &error));
    }
  if (g_str_has_suffix (name, ".pdf"))
    {
      PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpint (poppler_document_get_n_pages (document), ==, 1);
      g_object_unref (document);
    }
}

static void
check_files (gboolean is_zh)
{
  g_autoptr (CsPicture) family = sample_family (is_zh);
  g_autoptr (CsPicture) graph = sample_graph (is_zh);
  g_autoptr (CsChart) chart = sample_chart (CS_CHART_BARS, 3, is_zh);
  g_autoptr (CsPicture) bars = cs_chart_dup_picture (chart);
  CsPicture *all[] = { family, graph, bars };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      check_file (all[i], "a.png", "\x89PNG");
      check_file (all[i], "a.SVG", "<?xml");
      check_file (all[i], "a.svg", "<?xml");
      if (!is_zh) /* Cairo 1.16 loses some bytes for each Chinese font in a PDF */
        check_file (all[i], "a.pdf", "%PDF-");
    }
}

static void
test_files (void)
{
  check_files (FALSE);
  check_files (TRUE);
}

static void
test_refused_files (void)
{
  g_autoptr (CsPicture) family = sample_family (FALSE);
  g_autoptr (GError) error = NULL;
  CsPictureStyle style;

  cs_picture_style_init (&style, FALSE);
  g_assert_null (cs_picture_dup_file (family, &style, 600, "a.gif", &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_UNSUPPORTED);
}

/* --- timeline --- */

static void
test_timeline_picks (void)
{
  g_autoptr (CsPicture) picture = sample_family (FALSE);
  g_autoptr (GPtrArray) picks = draw (picture, 1280);
  double width = 1280;
  double height = measure (picture, &width);
  const CsPick *found;

  assert_within (picks, width, height);
  found = cs_picks_find (picks, 20, 40 + 53 * 2.5); /* the name in the third lane */
  g_assert_nonnull (found);
  g_assert_cmpstr (found->id, ==, "US 18/999,112");
  g_assert_true (g_str_has_prefix (found->text, "US 18/999,112, national phase"));
  g_assert_null (cs_picks_find (picks, 20, height - 5));
  g_assert_null (cs_picks_find (picks, -1, 100));
}

/* Cells of two rows and three columns, the last of which is empty. */
static void
test_walk (void)
{
  static const struct
  {
    int dx;
    int dy;
    const char *id;
  } ways[] = {
    { 1, 0, "0:1" },
    { 0, 1, "1:1" },
    { -1, 0, "1:0" },
    { 0, -1, "0:0" },
    { 0, -1, NULL },
    { 1, 0, "0:1" },
    { 1, 0, "0:2" },
    { 1, 0, NULL },
  };
  const CsChartWords words = { "Title", "year", "office", "families", NULL, "", "" };
  g_autoptr (CsChart) chart = cs_chart_new (CS_CHART_MATRIX, &words);
  g_autoptr (CsPicture) picture = NULL;
  g_autoptr (GPtrArray) picks = NULL;
  const CsPick *at;

  for (guint i = 0; i < 2; i++)
    cs_chart_add_series (chart, i == 0 ? "CN" : "US", CS_CHART_OWN_INK);
  for (guint j = 0; j < 3; j++)
    cs_chart_add_category (chart, "year", FALSE, CS_CHART_OWN_INK);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u:%u", i / 3, i % 3);

      cs_chart_set (chart, i / 3, i % 3, 5, id);
    }
  picture = cs_chart_dup_picture (chart);
  picks = draw (picture, 600);
  at = cs_picks_walk (picks, NULL, 1, 0);
  g_assert_cmpstr (at->id, ==, "0:0");
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      const CsPick *next = cs_picks_walk (picks, at, ways[i].dx, ways[i].dy);

      g_assert_cmpstr (next == NULL ? NULL : next->id, ==, ways[i].id);
      at = next == NULL ? at : next;
    }
}

static void
test_timeline_sizes (void)
{
  g_autoptr (CsTimeline) empty = sample_timeline_new (FALSE);
  g_autoptr (CsTimeline) one = sample_timeline_new (FALSE);
  g_autoptr (CsTimeline) many = sample_timeline_new (TRUE);
  g_autoptr (CsPicture) nothing = NULL;
  g_autoptr (CsPicture) single = NULL;
  g_autoptr (CsPicture) crowd = NULL;
  CsTimelineLane lane = { "id", "name", "caption", NULL, TRUE };
  double width = 600;
  double low;

  cs_timeline_add_lane (one, &lane);
  for (guint i = 0; i < 200; i++)
    {
      guint n = cs_timeline_add_lane (many, &lane);

      cs_timeline_add_mark (many, n, CS_TIMELINE_FILED, sample_day (1990, 1, 1) + i * 60, "filed");
      cs_timeline_add_link (many, i / 2, n);
    }
  nothing = cs_timeline_end (g_steal_pointer (&empty));
  single = cs_timeline_end (g_steal_pointer (&one));
  crowd = cs_timeline_end (g_steal_pointer (&many));
  g_assert_cmpfloat (measure (nothing, &width), >, 20);
  low = measure (single, &width);
  g_assert_cmpfloat (measure (crowd, &width), >=, low + 199 * 53);
  g_assert_cmpfloat (width, ==, 600);
}

/* Days that nobody told, days beyond all calendars, lanes that are not there. */
static void
test_timeline_bad_days (void)
{
  CsTimeline *timeline = sample_timeline_new (FALSE);
  CsTimelineLane lane = { "id", "name", NULL, NULL, FALSE };
  g_autoptr (CsPicture) picture = NULL;
  g_autoptr (GPtrArray) picks = NULL;
  guint n = cs_timeline_add_lane (timeline, &lane);

  cs_timeline_add_mark (timeline, n, CS_TIMELINE_FILED, 0, "filed");
  cs_timeline_add_mark (timeline, n, CS_TIMELINE_FILED, G_MAXUINT, "filed");
  cs_timeline_add_mark (timeline, n + 7, CS_TIMELINE_FILED, 700000, "filed");
  cs_timeline_add_bar (timeline, n, CS_TIMELINE_PENDING, 700000, 699999);
  cs_timeline_add_bar (timeline, n, CS_TIMELINE_PENDING, 0, 700000);
  cs_timeline_add_link (timeline, n, n);
  cs_timeline_add_link (timeline, n, n + 1);
  picture = cs_timeline_end (timeline);
  picks = draw (picture, 600);
  g_assert_cmpuint (picks->len, ==, 1); /* the lane itself */

  timeline = sample_timeline_new (FALSE);
  n = cs_timeline_add_lane (timeline, &lane);
  cs_timeline_add_mark (timeline, n, CS_TIMELINE_FILED, 1, "year one");
  cs_timeline_add_mark (timeline, n, CS_TIMELINE_GRANTED, 3652058, "year 9999");
  cs_picture_unref (picture);
  g_ptr_array_unref (picks);
  picture = cs_timeline_end (timeline);
  picks = draw (picture, 600);
  g_assert_cmpuint (picks->len, ==, 3);
}

/* --- graph --- */

static void
test_graph_picks (void)
{
  g_autoptr (CsPicture) picture = sample_graph (FALSE);
  g_autoptr (GPtrArray) picks = draw (picture, 1280);
  double width = 1280;
  double height = measure (picture, &width);

  g_assert_cmpuint (picks->len, ==, 11);
  assert_within (picks, width, height);
  for (guint i = 0; i < picks->len; i++)
    {
      const CsPick *pick = picks->pdata[i];
      double x = pick->x + pick->width / 2;
      double y = pick->y + pick->height / 2;

      g_assert_true (cs_picks_find (picks, x, y) == pick); /* none hides another */
    }
}

static void
test_graph_odd (void)
{
  CsGraph *graph = sample_graph_new (TRUE);
  CsGraphNode node = { "id", "name", NULL, CS_GRAPH_UNKNOWN };
  g_autoptr (CsPicture) picture = cs_graph_end (graph);
  g_autoptr (GPtrArray) picks = draw (picture, 600);

  g_assert_cmpuint (picks->len, ==, 0);
  graph = sample_graph_new (FALSE);
  for (guint i = 0; i < 3; i++)
    cs_graph_add_node (graph, &node);
  for (guint i = 0; i < 3; i++) /* a circle, and ends that are not there */
    {
      cs_graph_add_link (graph, CS_GRAPH_PRIORITY, i, (i + 1) % 3);
      cs_graph_add_link (graph, CS_GRAPH_DIVISION, i, i);
      cs_graph_add_link (graph, CS_GRAPH_DIVISION, i, i + 3);
    }
  cs_picture_unref (picture);
  g_ptr_array_unref (picks);
  picture = cs_graph_end (graph);
  picks = draw (picture, 600);
  g_assert_cmpuint (picks->len, ==, 3);
}

/* --- charts --- */

static void
test_chart_picks (void)
{
  static const guint n_series[CS_N_CHART_KINDS] = { 3, 2, 5, 5, 1 };

  for (guint kind = 0; kind < CS_N_CHART_KINDS; kind++)
    {
      g_autoptr (CsChart) chart = sample_chart (kind, n_series[kind], FALSE);
      g_autoptr (CsPicture) picture = cs_chart_dup_picture (chart);
      g_autoptr (GPtrArray) picks = draw (picture, 1280);
      double width = 1280;
      double height = measure (picture, &width);

      g_test_message ("kind %u", kind);
      assert_within (picks, width, height);
      g_assert_true (has_pick (picks, "0/3"));
      g_assert_false (has_pick (picks, "0/0")); /* its value is 0 */
      for (guint i = 0; i < picks->len; i++)
        {
          const CsPick *pick = picks->pdata[i];

          g_assert_true (cs_picks_find (picks, pick->x + 0.1, pick->y + 0.1) == pick);
        }
    }
}

static void
test_chart_odd (void)
{
  for (guint kind = 0; kind < CS_N_CHART_KINDS; kind++)
    {
      g_autoptr (CsChart) nothing = sample_chart_new (kind, FALSE);
      g_autoptr (CsChart) zero = sample_chart_new (kind, TRUE);
      g_autoptr (CsPicture) of_nothing = cs_chart_dup_picture (nothing);
      g_autoptr (CsPicture) of_zero = cs_chart_dup_picture (zero);
      g_autoptr (GPtrArray) picks = NULL;
      double width = 1;

      cs_chart_add_series (zero, "series", CS_CHART_OWN_INK);
      cs_chart_add_category (zero, NULL, TRUE, 4711);
      cs_chart_set (zero, 0, 0, -5, "id");
      cs_chart_set (zero, 0, 0, G_MAXDOUBLE * 2, "id");
      cs_chart_set (zero, 7, 7, 1, "id");
      g_assert_cmpfloat (measure (of_nothing, &width), >, 20);
      picks = draw (of_zero, 300);
      g_assert_cmpuint (picks->len, ==, 0);
    }
}

static void
test_chart_large (void)
{
  g_autoptr (CsChart) chart = sample_chart_new (CS_CHART_BARS, FALSE);
  g_autoptr (CsPicture) picture = cs_chart_dup_picture (chart);
  g_autoptr (GPtrArray) picks = NULL;

  cs_chart_add_series (chart, "all", CS_CHART_OWN_INK);
  for (guint i = 0; i < 400; i++)
    cs_chart_add_category (chart, "label", FALSE, CS_CHART_OWN_INK);
  for (guint i = 0; i < 400; i++)
    cs_chart_set (chart, 0, i, i == 7 ? 1e15 : i * 0.5, "id");
  picks = draw (picture, 300);
  g_assert_cmpuint (picks->len, >, 0);
}

static void
test_chart_csv (void)
{
  static const char *const origin[] = { "Query", "=cmd|'/c calc'!A1", "Data as of", "2026-11-20",
                                        NULL };
  CsChartWords words = { "Title, \"quoted\"", "year", "office", "families", origin, "hatched",
                         "empty" };
  g_autoptr (CsChart) chart = cs_chart_new (CS_CHART_BARS, &words);
  g_autofree char *csv = NULL;

  cs_chart_add_series (chart, "CN", CS_CHART_OWN_INK);
  cs_chart_add_series (chart, "+US", CS_CHART_OWN_INK);
  cs_chart_add_category (chart, "2025", FALSE, CS_CHART_OWN_INK);
  cs_chart_add_category (chart, "-2026", TRUE, CS_CHART_OWN_INK);
  cs_chart_set (chart, 0, 0, 12, NULL);
  cs_chart_set (chart, 1, 1, 2.5, NULL);
  csv = cs_chart_dup_csv (chart);
  g_assert_cmpstr (csv, ==,
                   "\xEF\xBB\xBF"
                   "\"year\",\"CN\",\"'+US\"\r\n"
                   "\"2025\",12,0\r\n"
                   "\"'-2026\",0,2.5\r\n"
                   "\r\n"
                   "\"Title, \"\"quoted\"\"\",\"families\"\r\n"
                   "\"Query\",\"'=cmd|'/c calc'!A1\"\r\n"
                   "\"Data as of\",\"2026-11-20\"\r\n"
                   "\"hatched\",\"\"\r\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/styles", test_styles);
  g_test_add_func ("/picture/files", test_files);
  g_test_add_func ("/picture/refused-files", test_refused_files);
  g_test_add_func ("/picture/timeline/picks", test_timeline_picks);
  g_test_add_func ("/picture/timeline/sizes", test_timeline_sizes);
  g_test_add_func ("/picture/timeline/bad-days", test_timeline_bad_days);
  g_test_add_func ("/picture/graph/picks", test_graph_picks);
  g_test_add_func ("/picture/graph/odd", test_graph_odd);
  g_test_add_func ("/picture/chart/picks", test_chart_picks);
  g_test_add_func ("/picture/chart/walk", test_walk);
  g_test_add_func ("/picture/chart/odd", test_chart_odd);
  g_test_add_func ("/picture/chart/large", test_chart_large);
  g_test_add_func ("/picture/chart/csv", test_chart_csv);
  return g_test_run ();
}
