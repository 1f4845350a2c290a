/* How long searches of a large library take: bench-search [N] [FOLDER].
 *
 * Makes a library of N (200,000) invented documents in FOLDER, unless one is there: half Chinese
 * with the frequencies of words of our dictionary, half English. Prints for each class of queries
 * the time of the first page of families, cold and warm, and that of counting facets. Goals at
 * 1,000,000 documents, warm: first page p95 50 ms, facets of 50,000 hits p95 150 ms. */

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "../../src/store/cs-library-charts.h"
#include "search-library.h"

#define N_DOCUMENTS 200000
#define N_QUERIES 300
#define N_PAGE 50

/* --- queries --- */

typedef enum
{
  TWO_CHARACTERS,
  PHRASES,
  FIELDS,
  BOOLEAN,
  NEAR,
  N_CLASSES
} QueryClass;

static const char *const class_names[] = { "two characters", "phrases", "fields", "Boolean",
                                           "near" };

static const char *
pick_two (Maker *maker)
{
  const char *word;

  do
    word = words_pick (&maker->chinese, maker->random);
  while (g_utf8_strlen (word, -1) != 2);

  return word;
}

static char *
make_query (Maker *maker, QueryClass class)
{
  static const char *const fields[] = { "ti=%s", "ab=%s", "ta=%s AND pd>=2015", "%s AND pa=示例20",
                                        "ti=%s AND ic=H01M", "%s AND cc=CN" };
  static const char *const operators[] = { "%s AND %s", "%s OR %s", "%s NOT %s" };
  gboolean is_chinese = g_rand_boolean (maker->random);
  const char *a = is_chinese ? pick_two (maker) : words_pick (&maker->english, maker->random);
  const char *b = is_chinese ? pick_two (maker) : words_pick (&maker->english, maker->random);
  const char *form = "%s";

  if (class == TWO_CHARACTERS)
    return g_strdup (pick_two (maker));
  if (class == PHRASES)
    return g_strdup_printf ("\"%s %s\"", a, b);
  if (class == NEAR)
    return g_strdup_printf ("%s %s %s", a, is_chinese ? "NEAR/10" : "ADJ/5", b);

  form = class == FIELDS ? fields[g_rand_int_range (maker->random, 0, G_N_ELEMENTS (fields))] :
                           operators[g_rand_int_range (maker->random, 0, 3)];
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (form, a, b);
#pragma GCC diagnostic pop
  G_GNUC_END_IGNORE_DEPRECATIONS
}

/* --- measuring --- */

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 *first = a;
  const gint64 *second = b;

  return (*first > *second) - (*first < *second);
}

/* Of this thread alone: on a busy machine the clock on the wall tells of others. */
static gint64
get_cpu_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (gint64)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static double
get_percentile (GArray *times, guint percent)
{
  return (double)g_array_index (times, gint64, (times->len - 1) * percent / 100) / 1000;
}

static CsHits *
search (CsSearcher *searcher, const char *text)
{
  g_autoptr (CsQuery) query = cs_query_parse (text);
  g_autoptr (GError) error = NULL;
  CsSearch wanted = { query };
  CsHits *hits;

  g_assert_cmpstr (query->fault.message, ==, NULL);
  hits = cs_searcher_search (searcher, &wanted, NULL, &error);
  g_assert_no_error (error);

  return hits;
}

/* Times on the clock and of the processor, in microseconds. */
typedef struct
{
  GArray *wall;
  GArray *cpu;
  gint64 wall_began;
  gint64 cpu_began;
} Times;

static Times
times_new (void)
{
  return (Times){ g_array_new (FALSE, FALSE, sizeof (gint64)),
                  g_array_new (FALSE, FALSE, sizeof (gint64)) };
}

static void
times_begin (Times *times)
{
  times->wall_began = g_get_monotonic_time ();
  times->cpu_began = get_cpu_us ();
}

static void
times_end (Times *times)
{
  gint64 wall = g_get_monotonic_time () - times->wall_began;
  gint64 cpu = get_cpu_us () - times->cpu_began;

  g_array_append_val (times->wall, wall);
  g_array_append_val (times->cpu, cpu);
}

/* Prints and frees them. */
static void
times_print (Times *times)
{
  g_array_sort (times->wall, compare_times);
  g_array_sort (times->cpu, compare_times);
  g_print ("p50 %.1f, p95 %.1f, worst %.1f ms; processor p50 %.1f, p95 %.1f ms\n",
           get_percentile (times->wall, 50), get_percentile (times->wall, 95),
           get_percentile (times->wall, 100), get_percentile (times->cpu, 50),
           get_percentile (times->cpu, 95));
  g_array_unref (times->wall);
  g_array_unref (times->cpu);
}

static void
run_queries (CsSearcher *searcher, GPtrArray *queries, const char *label)
{
  Times times = times_new ();
  guint64 n_hits = 0;

  for (guint i = 0; i < queries->len; i++)
    {
      g_autoptr (CsHits) hits = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) rows = NULL;

      times_begin (&times);
      hits = search (searcher, g_ptr_array_index (queries, i));
      rows = cs_searcher_load_rows (searcher, hits, 0, N_PAGE, &error);
      times_end (&times);
      g_assert_no_error (error);
      n_hits += hits->n_families;
    }
  g_print ("  %s (%.0f families on average): ", label, (double)n_hits / queries->len);
  times_print (&times);
}

static void
run_facets (CsSearcher *searcher, const char *text)
{
  g_autoptr (CsHits) hits = search (searcher, text);
  Times times = times_new ();

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) values = NULL;

      times_begin (&times);
      values = cs_searcher_count_facets (searcher, hits, NULL, &error);
      times_end (&times);
      g_assert_no_error (error);
    }
  g_print ("facets of %u families (%s): ", hits->n_families, text);
  times_print (&times);
}

/* The first tally of a kind reads what it needs; the others are what a reader waits for. */
static void
run_charts (CsSearcher *searcher, const char *text)
{
  g_autoptr (CsHits) hits = search (searcher, text);

  for (CsTallyKind kind = 0; kind < CS_N_TALLIES; kind++)
    {
      Times times = times_new ();
      gint64 began = g_get_monotonic_time ();
      double first = 0;

      for (guint i = 0; i < 20; i++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (CsTally) tally = NULL;

          times_begin (&times);
          tally = cs_searcher_tally (searcher, hits, kind, NULL, &error);
          g_assert_no_error (error);
          if (i == 0)
            first = (double)(g_get_monotonic_time () - began) / 1000;
          else
            times_end (&times);
        }
      g_print ("chart %s of %u families (%s): first %.0f ms, then ", cs_tally_kind_get_name (kind),
               hits->n_families, text, first);
      times_print (&times);
    }
  g_print ("%.1f MB in memory\n", (double)cs_searcher_get_size (searcher) / 1e6);
}

/* What of the file the system keeps in memory is forgotten. */
static void
forget_file (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  int file = open (path, O_RDONLY);

  if (file < 0)
    return;
  fdatasync (file);
  posix_fadvise (file, 0, 0, POSIX_FADV_DONTNEED);
  close (file);
}

static void
measure_class (CsSearcher *searcher, const char *folder, Maker *maker, QueryClass class)
{
  g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_QUERIES; i++)
    g_ptr_array_add (queries, make_query (maker, class));
  g_print ("%s\n", class_names[class]);
  forget_file (folder);
  run_queries (searcher, queries, "cold");
  run_queries (searcher, queries, "warm");
}

static void
measure (const char *folder, Maker *maker)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibrary) library = cs_library_open_to_read (folder, &error);
  g_autoptr (CsSearcher) searcher = NULL;
  g_autoptr (CsHits) all = NULL;

  g_assert_no_error (error);
  searcher = cs_searcher_new (library, &error);
  g_assert_no_error (error);
  forget_file (folder);
  all = search (searcher, "");
  g_print ("%u documents, %u families; first search %.0f ms, %.1f MB in memory\n",
           all->n_documents, all->n_families, (double)all->elapsed_us / 1000,
           (double)cs_searcher_get_size (searcher) / 1e6);
  for (QueryClass class = 0; class < N_CLASSES; class ++)
    measure_class (searcher, folder, maker, class);
  run_facets (searcher, "pd=2010..2011");
  run_facets (searcher, "");
  run_charts (searcher, "pd=2010..2011");
  run_charts (searcher, "");
}

int
main (int argc, char *argv[])
{
  guint n = argc > 1 ? (guint)g_ascii_strtoull (argv[1], NULL, 10) : N_DOCUMENTS;
  g_autofree char *folder = argc > 2 ? g_strdup (argv[2]) : g_dir_make_tmp ("search-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "library.db", NULL);
  Maker maker = { words_read ("zh"), words_read ("en"), g_rand_new_with_seed (7) };

  g_print ("%u Chinese words, %u English words, folder %s\n", maker.chinese.words->len,
           maker.english.words->len, folder);
  if (!g_file_test (file, G_FILE_TEST_EXISTS))
    fill_library (folder, &maker, n);
  measure (folder, &maker);

  return 0;
}
