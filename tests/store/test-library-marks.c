/* What the user adds to a library: marks, searches, what was searched. */

#include "library-fixture.h"

static CsLibrary *
open_in_memory (void)
{
  g_autoptr (GError) error = NULL;
  CsLibrary *library = cs_library_open_in_memory (&error);

  g_assert_no_error (error);
  return library;
}

static void
test_marks_undone (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  g_autoptr (CsFamilyMarks) marks = make_marks ("read", 0, "seal pump");
  g_autoptr (CsFamilyMarks) old = NULL;
  g_autoptr (CsFamilyMarks) now = NULL;
  g_autoptr (GPtrArray) tags = NULL;
  gint64 family;

  import_member (library, "FR", "");
  family = find_family (library, "FR2225660A1");
  g_assert_true (cs_library_set_marks (library, family, marks, &old, NULL));
  now = cs_library_load_marks (library, family, NULL);
  g_assert_cmpstr (now->tags[0], ==, "pump");
  tags = cs_library_list_labels (library, CS_LABEL_TAG, NULL);
  g_assert_cmpuint (tags->len, ==, 2);
  g_assert_true (cs_library_set_marks (library, family, old, NULL, NULL));
  g_clear_pointer (&now, cs_family_marks_free);
  now = cs_library_load_marks (library, family, NULL);
  g_assert_cmpstr (now->note, ==, "");
  g_assert_cmpuint (g_strv_length (now->tags), ==, 0);
}

static void
test_watch (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  CsSavedSearch search = {
    .name = (char *)"pumps", .query = (char *)"ti=pump", .is_watched = TRUE
  };
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) news = NULL;
  g_autoptr (GError) error = NULL;
  gint64 family;
  gint64 id;

  import_member (library, "FR", "+DE.102007000001.A");
  family = find_family (library, "FR2225660A1");
  g_array_append_val (hits, family);
  id = cs_library_save_search (library, &search, &error);
  g_assert_no_error (error);
  g_assert_true (cs_library_see (library, id, hits, NULL));
  import_member (library, "IT", "+DE.102007000001.A");
  news = cs_library_list_news (library, id, hits, NULL);
  g_assert_cmpuint (news->len, ==, 1);
  g_assert_cmpuint (g_array_index (news, CsLibraryNewsItem, 0).news, ==, CS_NEWS_MEMBER);
  g_assert_cmpint (cs_library_save_search (library, &search, &error), ==, 0);
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_CONFLICT);
}

static void
test_history (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  g_autoptr (GPtrArray) entries = NULL;

  for (guint i = 0; i < CS_MAX_SEARCH_HISTORY + 5; i++)
    {
      g_autofree char *query = g_strdup_printf ("ti=pump%u", i);

      g_assert_true (cs_library_add_history (library, query, i, NULL));
    }
  g_assert_true (cs_library_add_history (library, "ti=pump100", 7, NULL));
  entries = cs_library_list_history (library, NULL);
  g_assert_cmpuint (entries->len, ==, CS_MAX_SEARCH_HISTORY);
  g_assert_cmpstr (((CsSearchHistoryEntry *)g_ptr_array_index (entries, 0))->query, ==,
                   "ti=pump100");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/library/marks/undone", test_marks_undone);
  g_test_add_func ("/library/marks/watch", test_watch);
  g_test_add_func ("/library/marks/history", test_history);
  return g_test_run ();
}
