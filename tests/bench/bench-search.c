/* How long searches of a large library take: bench-search [N] [FOLDER].
 *
 * Makes a library of N (200,000) invented documents in FOLDER, unless one is there: half Chinese
 * with the frequencies of words of our dictionary, half English. Prints for each class of queries
 * the time of the first page of families, cold and warm, and that of counting facets. Goals at
 * 1,000,000 documents, warm: first page p95 50 ms, facets of 50,000 hits p95 150 ms. */

#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "../../src/language/cs-dictionary.h"
#include "../../src/store/cs-library-search.h"
#include "../../src/store/library/cs-fts-tokenizer.h"

#define N_DOCUMENTS 200000
#define N_QUERIES 300
#define N_PAGE 50
#define COST_STEPS 128.0

/* --- words, as often as they are met --- */

typedef struct
{
  GPtrArray *words;
  GArray *sums; /* (element-type double): up to each word */
} Words;

static void
add_word (Words *words, const char *word, double weight)
{
  double sum = weight;

  if (words->sums->len > 0)
    sum += g_array_index (words->sums, double, words->sums->len - 1);
  g_ptr_array_add (words->words, g_strdup (word));
  g_array_append_val (words->sums, sum);
}

static const char *
pick (const Words *words, GRand *random)
{
  double wanted =
      g_rand_double (random) * g_array_index (words->sums, double, words->sums->len - 1);
  guint low = 0;
  guint high = words->sums->len - 1;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (words->sums, double, middle) < wanted)
        low = middle + 1;
      else
        high = middle;
    }

  return g_ptr_array_index (words->words, low);
}

typedef struct
{
  Words *words;
  gunichar from;
  gunichar to;
  guint max;
} Alphabet;

/* Of English we know no frequencies: ranks are dealt out, and Zipf's law gives the rest. */
static double
get_weight (guint n)
{
  return 1.0 / (10 + n * 7919 % 40000);
}

/* Adds all words that go on from @walk. */
static void
walk_on (const Alphabet *alphabet, CsDictionaryWalk walk, GString *word, guint length)
{
  for (gunichar c = alphabet->from; c <= alphabet->to; c++)
    {
      CsDictionaryWalk next = walk;
      gsize before = word->len;
      guint value;

      if (!cs_dictionary_step (&next, c, &value))
        continue;
      g_string_append_unichar (word, c);
      if (value != 0 && length + 1 >= 2 && alphabet->from > 0x80)
        add_word (alphabet->words, word->str, exp (-(double)cs_word_zh_cost (value) / COST_STEPS));
      else if (value != 0 && length + 1 >= 3)
        add_word (alphabet->words, word->str, get_weight (alphabet->words->words->len));
      if (length + 1 < alphabet->max)
        walk_on (alphabet, next, word, length + 1);
      g_string_truncate (word, before);
    }
}

static Words
read_words (const char *language)
{
  Words words = { g_ptr_array_new (), g_array_new (FALSE, FALSE, sizeof (double)) };
  Alphabet chinese = { &words, 0x4e00, 0x9fff, 4 };
  Alphabet english = { &words, 'a', 'z', 10 };
  g_autoptr (GString) word = g_string_new (NULL);
  gboolean is_chinese = strcmp (language, "zh") == 0;

  walk_on (is_chinese ? &chinese : &english, cs_dictionary_begin (cs_dictionary_get (language)),
           word, 0);

  return words;
}

/* --- documents --- */

typedef struct
{
  Words chinese;
  Words english;
  GRand *random;
} Maker;

static char *
make_text (Maker *maker, gboolean is_chinese, guint n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      if (i > 0 && !is_chinese)
        g_string_append_c (text, ' ');
      if (is_chinese && i > 0 && i % 7 == 0)
        g_string_append (text, i % 21 == 0 ? "，其特征在于，所述" : "，所述");
      g_string_append (text, pick (is_chinese ? &maker->chinese : &maker->english, maker->random));
    }

  return g_string_free (text, FALSE);
}

/* --- the library, filled by its tables: that is quicker than by an import, whose speed is measured
 * elsewhere --- */

/* A statement that is bound and run again and again. */
typedef struct
{
  sqlite3 *db;
  sqlite3_stmt *handle;
} Insert;

static void
must (sqlite3 *db, int code)
{
  if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
    g_error ("%s", sqlite3_errmsg (db));
}

static void
must_exec (sqlite3 *db, const char *sql)
{
  must (db, sqlite3_exec (db, sql, NULL, NULL, NULL));
}

static Insert
prepare (sqlite3 *db, const char *sql)
{
  Insert insert = { db, NULL };

  must (db, sqlite3_prepare_v2 (db, sql, -1, &insert.handle, NULL));

  return insert;
}

/* @values: as many as the statement has parameters that are numbers, from ?1 on */
static void
run (Insert *insert, const gint64 *values, guint n_values)
{
  for (guint i = 0; i < n_values; i++)
    must (insert->db, sqlite3_bind_int64 (insert->handle, (int)i + 1, values[i]));
  must (insert->db, sqlite3_step (insert->handle));
  must (insert->db, sqlite3_reset (insert->handle));
}

#define N_NAMES 4000
#define N_SYMBOLS 8

static void
fill_names (sqlite3 *db)
{
  static const char *const symbols[N_SYMBOLS] = { "H01M10/05", "H01M4/13", "G06F17/30",
                                                  "H04W84/00", "A61K31/00", "C08L23/06",
                                                  "B60L50/60", "G06N3/08" };

  must_exec (db, "INSERT INTO run VALUES (1, 'bench', 1, 2, 0, 0, 0, 0, 0)");
  for (guint i = 1; i <= N_NAMES; i++)
    {
      g_autofree char *sql = g_strdup_printf (
          i % 2 == 0 ? "INSERT INTO name VALUES (%u, '示例%u有限公司')" :
                       "INSERT INTO name VALUES (%u, 'Example %u Corp')",
          i, i);

      must_exec (db, sql);
    }
  for (guint i = 0; i < N_SYMBOLS; i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("INSERT INTO symbol VALUES (%u, 'ipc', '%s')", i + 1, symbols[i]);

      must_exec (db, sql);
    }
}

typedef struct
{
  Insert application;
  Insert document;
  Insert text;
  Insert place;
  Insert party;
  Insert class;
  Insert facet;
} Inserts;

static Inserts
prepare_all (sqlite3 *db)
{
  return (Inserts){
    prepare (db, "INSERT INTO application (id, key, printed, kind, flags, date, state, is_assumed, "
                 "run) VALUES (?1, 'CN.' || ?1 || '.A', ?1, 'A', 0, ?2, ?1 % 5, 0, 1)"),
    prepare (db, "INSERT INTO document (id, application, is_published, is_withdrawn, key, printed, "
                 "kind, flags, date, run) VALUES (?1, ?2, 1, 0, iif (?3, 'CN.', 'US.') || ?2 || "
                 "'.A', ?2, 'A', 0, ?4, 1)"),
    prepare (db, "INSERT INTO text VALUES (?1, ?2, ?3, '')"),
    prepare (db, "INSERT INTO place VALUES (?1, ?2)"),
    prepare (db, "INSERT INTO party VALUES (?1, 1, 0, 0, ?2, '')"),
    prepare (db, "INSERT INTO class VALUES (?1, 1, 0, ?2, 1)"),
    prepare (db, "INSERT INTO facet VALUES (?1, ?2, ?2, ?1 % 5, ?3, ?4, ?5, 2, "
                 "iif (?6, 'CN EP', 'CN JP US'))"),
  };
}

/* Document @n; every second belongs to the family of the one before. Documents come in the order of
 * their dates, as their ids must be. */
static void
fill_document (Inserts *inserts, Maker *maker, guint n, guint total)
{
  gboolean is_chinese = n / 2 % 2 == 0;
  GDate day;
  gint64 julian;
  gint64 date;
  gint64 id;
  gint64 family = n / 2 + 1;
  gint64 name = 1 + (gint64)(N_NAMES * pow (g_rand_double (maker->random), 3));
  gint64 symbol = g_rand_int_range (maker->random, 1, N_SYMBOLS + 1);
  g_autofree char *title = make_text (maker, is_chinese, 6);
  g_autofree char *abstract = make_text (maker, is_chinese, is_chinese ? 110 : 115);

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, 1, 2005);
  g_date_add_days (&day, (guint)(6900.0 * n / total));
  julian = g_date_get_julian (&day);
  date = g_date_get_year (&day) * 10000 + (int)g_date_get_month (&day) * 100 +
         g_date_get_day (&day);
  id = julian << 24 | (n + 1);

  run (&inserts->application, (gint64[]){ n + 1, date - 10000 }, 2);
  run (&inserts->document, (gint64[]){ id, n + 1, is_chinese, date }, 4);
  sqlite3_bind_text (inserts->text.handle, 2, title, -1, SQLITE_STATIC);
  sqlite3_bind_text (inserts->text.handle, 3, abstract, -1, SQLITE_STATIC);
  run (&inserts->text, &id, 1);
  run (&inserts->place, (gint64[]){ id, family }, 2);
  run (&inserts->party, (gint64[]){ id, name }, 2);
  run (&inserts->class, (gint64[]){ id, symbol }, 2);
  if (n % 2 == 0)
    run (&inserts->facet, (gint64[]){ family, date - 10000, name, symbol, id, is_chinese }, 6);
}

static void
make_library (const char *folder, Maker *maker, guint n)
{
  g_autofree char *file = g_build_filename (folder, "library.db", NULL);
  g_autoptr (GError) error = NULL;
  CsLibrary *library = cs_library_open (folder, &error);
  gint64 began = g_get_monotonic_time ();
  sqlite3 *db = NULL;
  Inserts inserts;

  g_assert_no_error (error);
  cs_library_close (library);
  must (db, sqlite3_open (file, &db));
  must (db, cs_fts_tokenizer_register (db));
  must_exec (db, "PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; "
                 "INSERT INTO text_index (text_index, rank) VALUES ('automerge', 0); "
                 "INSERT INTO text_index (text_index, rank) VALUES ('hashsize', 67108864); BEGIN");
  fill_names (db);
  inserts = prepare_all (db);
  for (guint i = 0; i < n; i++)
    {
      fill_document (&inserts, maker, i, n);
      if (i % 100000 == 99999)
        must_exec (db, "COMMIT; BEGIN");
    }
  for (guint i = 0; i < sizeof inserts / sizeof (Insert); i++)
    sqlite3_finalize (((Insert *)(gpointer)&inserts)[i].handle);
  must_exec (db, "COMMIT; INSERT INTO text_index (text_index, rank) VALUES ('automerge', 4); "
                 "INSERT INTO text_index (text_index) VALUES ('optimize')");
  must (db, sqlite3_close (db));
  g_print ("filled in %.0f s\n", (double)(g_get_monotonic_time () - began) / 1e6);
}

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
    word = pick (&maker->chinese, maker->random);
  while (g_utf8_strlen (word, -1) != 2);

  return word;
}

static char *
make_query (Maker *maker, QueryClass class)
{
  static const char *const fields[] = { "ti=%s", "ab=%s", "ta=%s AND pd>=2015", "%s AND pa=示例",
                                        "ti=%s AND ic=H01M", "%s AND cc=CN" };
  static const char *const operators[] = { "%s AND %s", "%s OR %s", "%s NOT %s" };
  gboolean is_chinese = g_rand_boolean (maker->random);
  const char *a = is_chinese ? pick_two (maker) : pick (&maker->english, maker->random);
  const char *b = is_chinese ? pick_two (maker) : pick (&maker->english, maker->random);
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
}

int
main (int argc, char *argv[])
{
  guint n = argc > 1 ? (guint)g_ascii_strtoull (argv[1], NULL, 10) : N_DOCUMENTS;
  g_autofree char *folder = argc > 2 ? g_strdup (argv[2]) : g_dir_make_tmp ("search-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "library.db", NULL);
  Maker maker = { read_words ("zh"), read_words ("en"), g_rand_new_with_seed (7) };

  g_print ("%u Chinese words, %u English words, folder %s\n", maker.chinese.words->len,
           maker.english.words->len, folder);
  if (!g_file_test (file, G_FILE_TEST_EXISTS))
    make_library (folder, &maker, n);
  measure (folder, &maker);

  return 0;
}
