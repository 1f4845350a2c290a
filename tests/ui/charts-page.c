#include "charts-page.h"

#include "../store/library-fixture.h"

/* --- the library --- */

static const char *const applicants[] = {
  "Lumen Cartridges GmbH",
  "海川新能源科技有限公司",
  "Northfield Instruments, Inc.",
  "东岭精密仪器股份有限公司",
  "Astra Pumps Ltd",
  "Kite & Vale LLC",
  "华夏流体研究院",
  "Veldt Microfluidics B.V.",
  "三木電機株式会社",
};
static const char *const symbols[] = { "B01L3/00", "F04B43/04", "H01M10/0525", "G01N35/10",
                                       "F16K31/06", "H01M4/13", "A61M5/142", "B81B1/00" };

#define PICK(random, array) array[g_rand_int_range (random, 0, G_N_ELEMENTS (array))]

/* The first ones come more often than the last. */
static guint
pick_early (GRand *random, guint n)
{
  return MIN (g_rand_int_range (random, 0, (int)n), g_rand_int_range (random, 0, (int)n));
}

static void
add_parties (CsRecordBuilder *builder, GRand *random)
{
  for (int i = g_rand_int_range (random, 1, 3); i > 0; i--)
    {
      CsClass klass = { "ipc", symbols[pick_early (random, G_N_ELEMENTS (symbols))], TRUE, FALSE };

      cs_record_builder_add_party (builder, CS_PARTY_APPLICANT,
                                   applicants[pick_early (random, G_N_ELEMENTS (applicants))],
                                   NULL);
      cs_record_builder_add_class (builder, &klass);
    }
}

static void
add_event (CsRecordBuilder *builder, const char *code, guint date)
{
  CsLegalEvent event = { .authority = "US", .code = code };

  event.date = day (date);
  cs_record_builder_add_event (builder, &event);
}

/* A family of up to four applications; the first office filed a year before the others. */
static void
add_family (CsLibraryImport *import, GRand *random, guint n)
{
  static const char *const offices[] = { "CN", "US", "EP", "JP", "WO", "KR" };
  guint year = 2006 + g_rand_int_range (random, 0, 18);
  guint home = pick_early (random, 3);
  guint later = g_rand_int_range (random, 0, 4);
  g_autofree char *priority = g_strdup_printf ("+%s.20%07u.A", offices[home], 1000000 + n);

  for (guint i = 0; i <= later; i++)
    {
      const char *office = offices[(home + i) % G_N_ELEMENTS (offices)];
      guint filed = (year + (i > 0 ? 1 : 0)) * 10000 + 301;
      g_autofree char *publication =
          g_strdup_printf ("%s.%u.%s", office, 7000000 + n, n % 3 == 0 ? "B1" : "A1");
      g_autofree char *application =
          i == 0 ? g_strdup_printf ("%s.20%07u.A", offices[home], 1000000 + n) :
                   g_strdup_printf ("%s.20%07u.A", office, 3000000 + n);
      CsRecordBuilder *builder =
          start_record ("docdb", publication, filed + 20000, application, filed);

      cs_record_builder_add_text (builder, CS_RECORD_TITLE, "en",
                                  n % 2 == 0 ? "Diaphragm pump" : "Metering valve");
      add_parties (builder, random);
      if (i > 0)
        add_priorities (builder, priority);
      if (strcmp (office, "US") == 0 && n % 3 != 0)
        add_event (builder, n % 4 == 0 ? "STCB" : "STCF", filed + 30000);
      add_record (import, builder);
    }
}

void
charts_page_prepare (Ui *ui)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibrary) library = cs_library_open (ui->folder, &error);
  g_autoptr (CsLibraryImport) import = NULL;

  g_assert_no_error (error);
  import = cs_library_import_begin (library, "invented", day (20261123), &error);
  g_assert_no_error (error);
  for (guint n = 0; n < 240; n++)
    add_family (import, random, n);
  cs_library_import_end (import, &error);
  g_assert_no_error (error);
}

/* --- the page --- */

CsChartsPage *
charts_page_open (Ui *ui, const char *query)
{
  g_autoptr (CsLibraryService) service = cs_library_service_new (ui->folder);
  GtkWidget *window = adw_window_new ();
  GtkWidget *page = cs_charts_page_new (service, query, NULL);

  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  ui_wait (gtk_widget_get_mapped (page));
  ui_wait (g_strcmp0 (gtk_stack_get_visible_child_name (CS_CHARTS_PAGE (page)->states),
                      "loading") != 0);
  ui_settle (page);

  return CS_CHARTS_PAGE (page);
}

static CsTallyKind
get_shown_kind (CsChartsPage *page)
{
  return cs_family_chart_get_tally (cs_family_charts_get_chart (page->charts))->kind;
}

void
charts_page_go (CsChartsPage *page, CsTallyKind kind)
{
  ui_act (page, "charts.choose", "u", kind);
  ui_wait (get_shown_kind (page) == kind);
  ui_settle (GTK_WIDGET (page));
}
