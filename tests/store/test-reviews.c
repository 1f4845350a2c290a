/* A second person confirms a text, and no other text. */

#include "../../src/store/cs-review-store.h"
#include "../../src/store/cs-store-schema.h"
#include "store-fixture.h"

static CsReview
make_review (const char *reviewer, char *sha256)
{
  return (CsReview){ (char *)reviewer, (char *)"看过了", 1700000000000000, sha256, 2 };
}

/* What is said when @reviewer confirms the text of matter @id as it is. */
static GError *
confirm (CsDraftStore *store, gint64 id, const char *reviewer)
{
  g_autoptr (CsMatter) matter = load_matter (store, id);
  g_autofree char *sha256 = cs_draft_dup_sha256 (matter->draft);
  CsReview review = make_review (reviewer, sha256);
  GError *error = NULL;
  gboolean kept = cs_draft_store_add_review (store, id, &review, &error);

  g_assert_cmpint (kept, ==, error == NULL);

  return error;
}

static guint
count_reviews (CsDraftStore *store, gint64 id)
{
  g_autoptr (GPtrArray) reviews = cs_draft_store_list_reviews (store, id, NULL);

  return reviews->len;
}

static void
test_confirm (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 id = add_matter (store, "泵", "P-1");
  g_autoptr (CsMatter) matter = load_matter (store, id);
  g_autoptr (CsDraft) other = make_draft ("泵", 4, "叶轮");
  g_autoptr (GPtrArray) reviews = NULL;
  g_autoptr (GError) error = confirm (store, id, " 李四 ");
  const CsReview *review;

  g_assert_no_error (error);
  reviews = cs_draft_store_list_reviews (store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reviews->len, ==, 1);
  review = reviews->pdata[0];
  g_assert_cmpstr (review->reviewer, ==, "李四");
  g_assert_cmpstr (review->remark, ==, "看过了");
  g_assert_cmpint (review->made_us, ==, 1700000000000000);
  g_assert_cmpuint (review->n_open, ==, 2);
  g_assert_true (cs_review_holds (review, matter->draft));
  g_assert_false (cs_review_holds (review, other));
  assert_sound (store);
}

static void
test_newest_first (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 id = add_matter (store, "泵", "P-1");
  g_autoptr (GPtrArray) reviews = NULL;

  g_assert_no_error (confirm (store, id, "Ann"));
  g_assert_no_error (confirm (store, id, "Bob"));
  reviews = cs_draft_store_list_reviews (store, id, NULL);
  g_assert_cmpstr (((CsReview *)reviews->pdata[0])->reviewer, ==, "Bob");
  g_assert_cmpstr (((CsReview *)reviews->pdata[1])->reviewer, ==, "Ann");
}

/* However the author's name is written, it is the author's. */
static void
test_author_cannot (void)
{
  static const char *const refused[] = { "Li Wei", " li wei ", "ＬＩ　ＷＥＩ", "LiWei" };
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 id = add_matter (store, "泵", "P-1");
  g_autoptr (GError) error = NULL;
  g_autofree char *author = NULL;

  g_assert_true (cs_draft_store_set_author (store, id, "Li Wei", &error));
  author = cs_draft_store_get_author (store, id, &error);
  g_assert_cmpstr (author, ==, "Li Wei");
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) reason = confirm (store, id, refused[i]);

      g_assert_error (reason, CS_STORE_ERROR, CS_STORE_ERROR_REVIEWER);
    }
  error = confirm (store, id, " \t ");
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_REVIEWER);
  g_assert_cmpuint (count_reviews (store, id), ==, 0);
  g_assert_no_error (confirm (store, id, "Li Weiwei"));
}

static void
test_another_text (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 id = add_matter (store, "泵", "P-1");
  g_autoptr (CsDraft) other = make_draft ("泵", 4, "叶轮");
  g_autofree char *sha256 = cs_draft_dup_sha256 (other);
  CsReview review = make_review ("李四", sha256);
  g_autoptr (GError) error = NULL;

  g_assert_false (cs_draft_store_add_review (store, id, &review, &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_CONFLICT);
  g_assert_cmpuint (count_reviews (store, id), ==, 0);
  g_clear_error (&error);
  g_assert_false (cs_draft_store_add_review (store, 999, &review, &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (cs_draft_store_get_author (store, 999, &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (cs_draft_store_set_author (store, 999, "x", &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND);
}

/* A review goes with its matter into a backup, and not into another matter. */
static void
test_where_it_goes (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (StoreFolder) other = store_folder_new ();
  g_autofree char *backup = path_in (folder, "friday.db");
  g_autoptr (CsDraftStore) store = open_store (folder);
  g_autoptr (CsDraftStore) restored = NULL;
  gint64 id = add_matter (store, "泵", "P-1");
  gint64 copy;
  g_autofree char *author = NULL;
  gint64 n_same = 0;
  g_autoptr (GError) error = NULL;

  g_assert_true (cs_draft_store_set_author (store, id, "张三", &error));
  g_assert_no_error (confirm (store, id, "李四"));
  copy = cs_draft_store_duplicate (store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_reviews (store, copy), ==, 0);
  g_assert_true (cs_store_query_int (
      store, "SELECT count(*) - count(DISTINCT uuid) FROM matter", &n_same, NULL));
  g_assert_cmpint (n_same, ==, 0);

  g_assert_true (cs_draft_store_backup (store, backup, NULL, &error));
  g_assert_true (cs_draft_store_restore (other, backup, NULL, &error));
  g_assert_no_error (error);
  restored = open_store (other);
  g_assert_cmpuint (count_reviews (restored, id), ==, 1);
  author = cs_draft_store_get_author (restored, id, &error);
  g_assert_cmpstr (author, ==, "张三");
  assert_sound (restored);
}

/* A store as version 2 had it: every matter gets an identity of its own. */
static void
test_from_version_2 (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) backups = NULL;
  g_autofree char *author = NULL;
  gint64 n_identities = 0;

  add_matter (store, "泵", "P-1");
  add_matter (store, "阀", "P-2");
  g_assert_true (cs_store_exec (store,
                                "DROP TABLE answer; DROP TABLE run; DROP TABLE signature; "
                                "DROP TABLE tick; "
                                "DROP TABLE attachment; DROP TABLE review; DROP TABLE received; "
                                "DROP INDEX matter_uuid; ALTER TABLE matter DROP COLUMN author; "
                                "ALTER TABLE matter DROP COLUMN uuid; PRAGMA user_version = 2",
                                &error));
  g_assert_no_error (error);
  g_clear_pointer (&store, cs_draft_store_close);

  store = open_store (folder);
  assert_sound (store);
  g_assert_true (cs_store_query_int (store, "SELECT count(DISTINCT uuid) FROM matter",
                                     &n_identities, &error));
  g_assert_cmpint (n_identities, ==, 2);
  author = cs_draft_store_get_author (store, 1, &error);
  g_assert_cmpstr (author, ==, "");
  g_assert_no_error (confirm (store, 1, "李四"));
  backups = cs_draft_store_list_backups (folder);
  g_assert_cmpuint (g_strv_length (backups), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/reviews/confirm", test_confirm);
  g_test_add_func ("/store/reviews/newest-first", test_newest_first);
  g_test_add_func ("/store/reviews/author-cannot", test_author_cannot);
  g_test_add_func ("/store/reviews/another-text", test_another_text);
  g_test_add_func ("/store/reviews/where-it-goes", test_where_it_goes);
  g_test_add_func ("/store/reviews/from-version-2", test_from_version_2);

  return g_test_run ();
}
