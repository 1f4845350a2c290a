/* Versions: when one is kept, and which are thinned. */

#include "../../src/store/cs-matter-rows.h"
#include "../../src/store/cs-version-thin.h"
#include "store-fixture.h"

#define MINUTE_US ((gint64)60 * G_USEC_PER_SEC)
#define HOUR_US (60 * MINUTE_US)
#define DAY_US (24 * HOUR_US)

static gint64 now_us;

static gint64
get_now (void)
{
  return now_us;
}

/* --- thinning, as a function --- */

/* The ages in minutes of what is kept of versions that were made every @every minutes. */
static GArray *
thin_regular (guint n, guint every)
{
  g_autofree gint64 *made_us = g_new (gint64, n);
  g_autofree gboolean *keep = g_new (gboolean, n);
  GArray *ages = g_array_new (FALSE, FALSE, sizeof (guint));

  now_us = G_GINT64_CONSTANT (1700000000) * G_USEC_PER_SEC;
  for (guint i = 0; i < n; i++)
    made_us[i] = now_us - i * every * MINUTE_US;
  cs_version_thin (made_us, n, now_us, keep);
  for (guint i = 0; i < n; i++)
    if (keep[i])
      {
        guint age = i * every;

        g_array_append_val (ages, age);
      }

  return ages;
}

static guint
count_between (const GArray *ages, guint from, guint to)
{
  guint n = 0;

  for (guint i = 0; i < ages->len; i++)
    n += g_array_index (ages, guint, i) >= from && g_array_index (ages, guint, i) < to;

  return n;
}

static void
test_thin (void)
{
  g_autoptr (GArray) ages = thin_regular (4 * 24 * 400, 15);

  g_assert_cmpuint (count_between (ages, 0, 60), ==, 4);
  g_assert_cmpuint (count_between (ages, 60, 24 * 60), ==, 24); /* 23 hours touch 24 of the clock */
  g_assert_cmpuint (count_between (ages, 24 * 60, 30 * 24 * 60), ==, 30);
  g_assert_cmpuint (count_between (ages, 30 * 24 * 60, 400 * 24 * 60), ==, 13);
}

/* What was kept once stays kept until it comes to a coarser grade. */
static void
test_thin_again (void)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 start_us = G_GINT64_CONSTANT (1700000000) * G_USEC_PER_SEC;
  guint n_steps = 4 * 24 * 60;

  for (guint step = 0; step < n_steps; step++)
    {
      gint64 time_us = start_us + step * 15 * MINUTE_US;
      g_autofree gboolean *keep = NULL;

      g_array_prepend_val (kept, time_us);
      keep = g_new (gboolean, kept->len);
      cs_version_thin ((const gint64 *)(gpointer)kept->data, kept->len, time_us, keep);
      for (guint i = kept->len; i-- > 0;)
        if (!keep[i])
          g_array_remove_index (kept, i);
    }

  /* an hour of quarters, a day of hours, a month of days, and two months */
  g_assert_cmpuint (kept->len, >=, 4 + 23 + 29 + 1);
  g_assert_cmpuint (kept->len, <=, 5 + 25 + 31 + 3);
}

/* --- in the store --- */

static void
save (CsDraftStore *store, guint64 *revision, const char *words)
{
  g_autoptr (CsDraft) draft = make_draft ("泵", 2, words);
  CsMatterSave what = { .id = 1, .revision = *revision, .draft = draft };
  g_autoptr (GError) error = NULL;

  g_assert_true (cs_draft_store_save (store, &what, revision, &error));
  g_assert_no_error (error);
}

static void
assert_version (CsDraftStore *store, guint index, const char *name, const char *words)
{
  g_autoptr (GPtrArray) versions = cs_draft_store_list_versions (store, 1, NULL);
  const CsVersion *version = versions->pdata[index];
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraft) draft = cs_draft_store_load_version (store, version->id, &error);
  g_autoptr (CsDraft) wanted = make_draft ("泵", 2, words);

  g_assert_no_error (error);
  g_assert_cmpstr (version->name, ==, name);
  g_assert_cmpuint (version->n_claims, ==, 2);
  assert_same_draft (draft, wanted);
}

static guint
count_versions (CsDraftStore *store)
{
  g_autoptr (GPtrArray) versions = cs_draft_store_list_versions (store, 1, NULL);

  return versions->len;
}

static void
test_automatic (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  g_autoptr (CsDraft) first = make_draft ("泵", 2, "first");
  CsNewMatter matter = { .draft = first };
  guint64 revision = 1;

  now_us = G_GINT64_CONSTANT (1700000000) * G_USEC_PER_SEC;
  g_assert_cmpint (cs_draft_store_create (store, &matter, NULL), ==, 1);
  assert_version (store, 0, "as imported", "first");

  now_us += MINUTE_US;
  save (store, &revision, "second");
  g_assert_cmpuint (count_versions (store), ==, 1); /* the quarter of an hour has not passed */
  now_us += 20 * MINUTE_US;
  save (store, &revision, "third");
  g_assert_cmpuint (count_versions (store), ==, 2);
  assert_version (store, 0, NULL, "second");
  now_us += MINUTE_US;
  save (store, &revision, "fourth");
  g_assert_cmpuint (count_versions (store), ==, 2);

  g_assert_cmpint (cs_draft_store_add_version (store, 1, "寄给\"客户\"", NULL), >, 0);
  assert_version (store, 0, "寄给\"客户\"", "fourth");
  now_us += 20 * MINUTE_US;
  save (store, &revision, "fifth"); /* what was there is kept by name: not a second time */
  g_assert_cmpuint (count_versions (store), ==, 3);
  now_us -= 5 * DAY_US; /* a clock that is set back loses nothing */
  save (store, &revision, "sixth");
  g_assert_cmpuint (count_versions (store), ==, 4);
  assert_sound (store);
}

static void
test_thinned (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  guint64 revision = 1;

  now_us = G_GINT64_CONSTANT (1700000000) * G_USEC_PER_SEC;
  add_matter (store, "泵", "");
  g_assert_true (cs_store_exec (store, "PRAGMA synchronous = OFF", NULL));
  for (guint i = 0; i < 4 * 24 * 3; i++)
    {
      g_autofree char *words = g_strdup_printf ("text %u", i);

      now_us += 15 * MINUTE_US;
      save (store, &revision, words);
    }

  /* three days: 4 or 5 quarters, about 23 hours, 3 or 4 days, and the first, which has a name */
  g_assert_cmpuint (count_versions (store), >=, 4 + 23 + 2 + 1);
  g_assert_cmpuint (count_versions (store), <=, 5 + 25 + 4 + 1);
  assert_sound (store);
}

static void
test_gone (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  g_autoptr (GError) error = NULL;

  add_matter (store, "泵", "");
  g_assert_null (cs_draft_store_load_version (store, 99, &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (cs_draft_store_add_version (store, 99, "x", &error), ==, 0);
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  cs_store_clock = get_now;
  g_test_add_func ("/store/versions/thin", test_thin);
  g_test_add_func ("/store/versions/thin-again", test_thin_again);
  g_test_add_func ("/store/versions/automatic", test_automatic);
  g_test_add_func ("/store/versions/thinned", test_thinned);
  g_test_add_func ("/store/versions/gone", test_gone);

  return g_test_run ();
}
