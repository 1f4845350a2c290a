#include <math.h>
#include <stdlib.h>

#include <adwaita.h>
#include <glib/gstdio.h>

#include "../../src/app/families/cs-families-page.h"
#include "../../src/store/cs-library.h"
#include "loop-meter.h"

/* Goes through a list of 100,000 families as people do, by the wheel, page by page, with the bar,
 * from end to end, and searches and sorts it: what the main loop does between two polls, in CPU
 * time of its thread, with and without the frames GTK draws, and what memory it takes. A folder may
 * be given that has a library, or keeps the invented one. */

#define N_FAMILIES 100000
#define N_NOTCHES 400 /* of the wheel, one after the other */
#define N_PAGES 200   /* down, likewise */
#define N_JUMPS 100   /* to any place */
#define PATIENCE_US (120 * G_USEC_PER_SEC)
#define LIMIT_MS 4.0

static guint
get_rss_mb (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    return 0;

  words = g_strsplit (text, " ", 3);

  return (guint)(g_ascii_strtoull (words[1], NULL, 10) * 4096 / (1024 * 1024));
}

/* Returns: whether all handlers were as short as the house wants them */
static gboolean
print_figures (const char *name)
{
  double longest = loop_meter_get_ms (FALSE, 100);

  g_print ("%-20s turns %5u: p50 %.2f ms, p99 %.2f ms, max %.2f ms; without frames: p99 %.2f ms, "
           "max %.2f ms; %u MB\n",
           name, loop_meter_count (), loop_meter_get_ms (TRUE, 50),
           loop_meter_get_ms (TRUE, 99), loop_meter_get_ms (TRUE, 100),
           loop_meter_get_ms (FALSE, 99), longest, get_rss_mb ());

  return longest < LIMIT_MS;
}

/* --- a library --- */

static void
die (const GError *error)
{
  g_printerr ("%s\n", error->message);
  exit (1);
}

static CsNumber *
make_number (guint n)
{
  g_autofree char *text = g_strdup_printf ("%09u", 110000000 + n);
  CsNumberInput input = { .role = CS_NUMBER_PUBLICATION, .form = CS_NUMBER_DOCDB };

  input.country = "CN";
  input.text = text;
  input.kind = n % 3 == 0 ? "B" : "A";
  input.date = cs_office_date_from_key (20100101 + n % 14 * 10000 + n % 12 * 100 + n % 28);

  return cs_number_read (&input);
}

static CsRecord *
make_record (guint n)
{
  static const char *const things[] = { "计量泵", "Metering pump", "隔膜阀", "Diaphragm valve" };
  CsRecordBuilder *builder = cs_record_builder_new ("invented", "invented.xml", n + 1);
  g_autofree char *title = g_strdup_printf ("%s %u", things[n % G_N_ELEMENTS (things)], n);
  g_autofree char *applicant = g_strdup_printf ("Example %u", n % 500);
  g_autofree char *abstract =
      g_strdup_printf ("A %s with a flexible diaphragm and %u chambers. 柔性隔膜。",
                       things[n % G_N_ELEMENTS (things)], n % 9);

  cs_record_builder_take_publication (builder, make_number (n));
  cs_record_builder_add_text (builder, CS_RECORD_TITLE, n % 2 == 0 ? "zh" : "en", title);
  cs_record_builder_add_text (builder, CS_RECORD_ABSTRACT, "en", abstract);
  cs_record_builder_add_party (builder, CS_PARTY_APPLICANT, applicant, "CN");

  return cs_record_builder_end (builder);
}

static void
fill (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibrary) library = cs_library_open (folder, &error);
  g_autoptr (CsLibraryImport) import = NULL;

  if (library != NULL)
    import = cs_library_import_begin (library, "invented", cs_office_date_from_key (20240601),
                                      &error);
  for (guint i = 0; error == NULL && i < N_FAMILIES; i++)
    {
      g_autoptr (CsRecord) record = make_record (i);

      cs_library_import_add (import, record, &error);
    }
  if (error != NULL || !cs_library_import_end (import, &error) ||
      !cs_library_tidy (library, NULL, &error))
    die (error);
}

/* --- as people do --- */

typedef struct
{
  GtkWidget *window;
  CsFamiliesPage *page;
  GListModel *list;
  GtkAdjustment *at;
  gboolean is_short; /* so far */
} Reader;

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Until the row at the middle of what is seen is there, and drawn. */
static void
look (Reader *reader)
{
  guint n = g_list_model_get_n_items (reader->list);
  double middle = gtk_adjustment_get_value (reader->at) +
                  gtk_adjustment_get_page_size (reader->at) / 2;
  guint position = (guint)(middle / gtk_adjustment_get_upper (reader->at) * n);
  g_autoptr (CsFamilyItem) item = g_list_model_get_item (reader->list, MIN (position, n - 1));
  gint64 end_us = g_get_monotonic_time () + PATIENCE_US;

  while (cs_family_item_get_row (item) == NULL && g_get_monotonic_time () < end_us)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < 8; i++)
    g_main_context_iteration (NULL, FALSE);
}

static void
go_to (Reader *reader, double value)
{
  gtk_adjustment_set_value (reader->at, value);
  look (reader);
}

static void
page_down (Reader *reader)
{
  loop_meter_reset ();
  for (guint i = 0; i < N_PAGES; i++)
    go_to (reader, i * gtk_adjustment_get_page_size (reader->at));
  reader->is_short &= print_figures ("page by page");
}

/* A notch scrolls as far as GTK lets it. */
static void
turn_wheel (Reader *reader)
{
  double notch = pow (gtk_adjustment_get_page_size (reader->at), 2.0 / 3.0);

  go_to (reader, gtk_adjustment_get_upper (reader->at) / 2);
  loop_meter_reset ();
  for (guint i = 0; i < N_NOTCHES; i++)
    go_to (reader, gtk_adjustment_get_value (reader->at) + notch);
  reader->is_short &= print_figures ("by the wheel");
}

static void
jump (Reader *reader)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  loop_meter_reset ();
  for (guint i = 0; i < N_JUMPS; i++)
    go_to (reader, g_rand_double (random) * gtk_adjustment_get_upper (reader->at));
  reader->is_short &= print_figures ("to any place");
}

static void
wait_for_answer (Reader *reader)
{
  CsFamilyList *list = cs_families_page_get_list (reader->page);
  gint64 end_us = g_get_monotonic_time () + PATIENCE_US;
  gboolean searching = TRUE;

  while (searching && g_get_monotonic_time () < end_us)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (list, "searching", &searching, NULL);
    }
  look (reader);
}

static void
search (Reader *reader)
{
  static const char *const queries[] = { "diaphragm", "ti=pump*", "柔性隔膜", "pa=\"example 7\"", "" };

  loop_meter_reset ();
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      cs_families_page_search (reader->page, queries[i]);
      wait_for_answer (reader);
    }
  reader->is_short &= print_figures ("five searches");
}

static void
sort (Reader *reader)
{
  static const CsHitOrder orders[] = { CS_HITS_BY_TITLE, CS_HITS_BY_APPLICANT,
                                       CS_HITS_BY_PRIORITY };

  loop_meter_reset ();
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      cs_family_list_set_order (cs_families_page_get_list (reader->page), orders[i], FALSE);
      wait_for_answer (reader);
    }
  reader->is_short &= print_figures ("three orders");
}

static void
read_all (const char *folder)
{
  g_autoptr (CsLibraryService) service = cs_library_service_new (folder);
  Reader reader = { .window = adw_window_new (), .is_short = TRUE };

  reader.page = g_object_new (CS_TYPE_FAMILIES_PAGE, NULL);
  cs_families_page_set_service (reader.page, service);
  reader.list = G_LIST_MODEL (cs_families_page_get_list (reader.page));
  adw_window_set_content (ADW_WINDOW (reader.window), GTK_WIDGET (reader.page));
  gtk_window_set_default_size (GTK_WINDOW (reader.window), 1280, 800);
  gtk_window_present (GTK_WINDOW (reader.window));
  loop_meter_watch (reader.window);
  while (g_list_model_get_n_items (reader.list) == 0)
    g_main_context_iteration (NULL, TRUE);

  reader.at = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (
      gtk_widget_get_ancestor (find (GTK_WIDGET (reader.page), GTK_TYPE_COLUMN_VIEW),
                               GTK_TYPE_SCROLLED_WINDOW)));
  look (&reader);
  g_print ("%u families\n", g_list_model_get_n_items (reader.list));
  turn_wheel (&reader);
  page_down (&reader);
  jump (&reader);
  search (&reader);
  sort (&reader);
  page_down (&reader);
  g_print ("every handler below %.0f ms: %s\n", LIMIT_MS, reader.is_short ? "yes" : "no");
  gtk_window_destroy (GTK_WINDOW (reader.window));
}

static gboolean
has_library (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
remove_library (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);

  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_autofree char *own = argc > 1 ? NULL : g_dir_make_tmp ("claimsmith-families-XXXXXX", NULL);
  const char *folder = own != NULL ? own : argv[1];
  gint64 began_us = g_get_monotonic_time ();

  gtk_init ();
  adw_init ();
  if (!has_library (folder))
    {
      fill (folder);
      g_print ("made in %.1f s\n", (g_get_monotonic_time () - began_us) / 1e6);
    }
  loop_meter_init ();

  read_all (folder);
  if (own != NULL)
    remove_library (own);

  return EXIT_SUCCESS;
}
