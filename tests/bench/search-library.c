#include "search-library.h"

#include <math.h>
#include <string.h>

#include "../../src/language/cs-dictionary.h"
#include "../../src/store/cs-library.h"
#include "../../src/store/library/cs-fts-tokenizer.h"

#define COST_STEPS 128.0

/* --- words, as often as they are met --- */

static void
add_word (Words *words, const char *word, double weight)
{
  double sum = weight;

  if (words->sums->len > 0)
    sum += g_array_index (words->sums, double, words->sums->len - 1);
  g_ptr_array_add (words->words, g_strdup (word));
  g_array_append_val (words->sums, sum);
}

const char *
words_pick (const Words *words, GRand *random)
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

Words
words_read (const char *language)
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

static char *
make_text (Maker *maker, gboolean is_chinese, guint n_words)
{
  const Words *words = is_chinese ? &maker->chinese : &maker->english;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      if (i > 0 && !is_chinese)
        g_string_append_c (text, ' ');
      if (is_chinese && i > 0 && i % 7 == 0)
        g_string_append (text, i % 21 == 0 ? "，其特征在于，所述" : "，所述");
      g_string_append (text, words_pick (words, maker->random));
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
    prepare (db, "INSERT INTO facet SELECT ?1, ?2, ?2, ?1 % 5, ?3, ?5, 2, "
                 "iif (?6, 'CN EP', 'CN JP US'), ?3 || ' ' || (?3 % 4000 + 1), "
                 "substr (symbol, 1, 4) || ' Y02E' FROM symbol WHERE id = ?4"),
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

void
fill_library (const char *folder, Maker *maker, guint n)
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
  must_exec (db, "PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; BEGIN");
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
  must_exec (db, "COMMIT; INSERT INTO text_index (text_index) VALUES ('rebuild'); "
                 "INSERT INTO name_index (name_index) VALUES ('rebuild'); "
                 "INSERT INTO text_index (text_index) VALUES ('optimize')");
  must (db, sqlite3_close (db));
  g_print ("filled in %.0f s\n", (double)(g_get_monotonic_time () - began) / 1e6);
}
