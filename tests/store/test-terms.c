/* What the author said of terms: kept, copied, carried to other stores, never half. */

#include "../../src/store/cs-store-schema.h"
#include "store-fixture.h"

/* Asserts that @list is "name verdict; ..." in its order. */
static void
assert_list (const CsTermList *list, const char *wanted)
{
  static const char *const verdicts[] = { "is", "never" };
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < cs_term_list_get_n_entries (list); i++)
    {
      const CsTermEntry *entry = cs_term_list_get (list, i);

      g_string_append_printf (found, "%s%s %s", i == 0 ? "" : "; ", entry->name,
                              verdicts[entry->verdict]);
    }
  g_assert_cmpstr (found->str, ==, wanted);
}

static void
assert_said (CsDraftStore *store, gint64 id, const char *wanted)
{
  g_autoptr (CsMatter) matter = load_matter (store, id);

  assert_list (matter->term_list, wanted);
}

static void
say (CsDraftStore *store, gint64 id, const char *name, CsTermVerdict verdict)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (cs_draft_store_say_term (store, id, name, verdict, &error));
  g_assert_no_error (error);
}

static void
test_say (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 id = add_matter (store, "泵", "");
  gint64 other = add_matter (store, "阀", "");
  g_autoptr (GError) error = NULL;

  assert_said (store, id, "");
  say (store, id, " 导电层 ", CS_TERM_IS_TERM);
  say (store, id, "Spring", CS_TERM_IS_TERM);
  say (store, id, "ｓｐｒｉｎｇ", CS_TERM_NEVER_REPORT); /* the same, in wide letters */
  say (store, other, "it's; DROP TABLE term", CS_TERM_NEVER_REPORT);
  assert_said (store, id, "ｓｐｒｉｎｇ never; 导电层 is");
  assert_said (store, other, "it's; DROP TABLE term never");

  g_assert_true (cs_draft_store_forget_term (store, id, "SPRING", &error));
  g_assert_true (cs_draft_store_forget_term (store, id, "never said", &error));
  assert_said (store, id, "导电层 is");
  g_assert_false (cs_draft_store_say_term (store, 99, "泵", CS_TERM_IS_TERM, &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND);
  assert_sound (store);
}

/* Two that have the matter open do not undo what the other said, and text is no matter of it. */
static void
test_two_connections (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) one = open_store (folder);
  gint64 id = add_matter (one, "泵", "");
  g_autoptr (CsDraftStore) two = open_store (folder);
  g_autoptr (CsMatter) matter = load_matter (two, id);
  CsMatterSave save = { .id = id, .revision = matter->info->revision, .draft = matter->draft };
  g_autoptr (GError) error = NULL;
  guint64 revision;

  say (one, id, "壳体", CS_TERM_IS_TERM);
  say (two, id, "叶轮", CS_TERM_NEVER_REPORT);
  g_assert_true (cs_draft_store_save (two, &save, &revision, &error));
  assert_said (one, id, "叶轮 never; 壳体 is");
}

/* A term goes wherever its matter goes, and no further. */
static void
test_copies (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (StoreFolder) other = store_folder_new ();
  g_autofree char *backup = path_in (folder, "mine.db");
  g_autofree char *file = path_in (folder, "copy.csmatter");
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 id = add_matter (store, "泵", "P-1");
  gint64 dropped = add_matter (store, "阀", "");
  g_autoptr (CsDraftStore) restored = NULL;
  g_autoptr (CsDraftStore) copy = NULL;
  g_autoptr (CsMatter) matter = NULL;
  CsNewMatter written = { NULL };
  g_autoptr (GError) error = NULL;
  gint64 n_terms = -1;

  say (store, id, "壳体", CS_TERM_IS_TERM);
  say (store, id, "O'Ring", CS_TERM_NEVER_REPORT);
  say (store, dropped, "阀芯", CS_TERM_IS_TERM);
  assert_said (store, cs_draft_store_duplicate (store, id, NULL), "O'Ring never; 壳体 is");

  g_assert_true (cs_draft_store_backup (store, backup, NULL, &error));
  g_assert_true (cs_draft_store_restore (other, backup, NULL, &error));
  g_assert_no_error (error);
  restored = open_store (other);
  assert_sound (restored);
  assert_said (restored, id, "O'Ring never; 壳体 is");
  g_assert_true (cs_draft_store_restore (folder, backup, NULL, &error)); /* not an empty one */
  assert_said (store, id, "O'Ring never; 壳体 is");

  matter = load_matter (store, id);
  written.draft = matter->draft;
  written.term_list = matter->term_list;
  g_assert_true (cs_draft_store_write_copy (file, &written, &error));
  copy = cs_draft_store_open_file (file, &error);
  g_assert_no_error (error);
  assert_said (copy, 1, "O'Ring never; 壳体 is");

  g_assert_true (cs_draft_store_set_bin (store, dropped, TRUE, NULL));
  g_assert_true (cs_draft_store_empty_bin (store, NULL));
  g_assert_true (cs_store_query_int (store, "SELECT count(*) FROM term WHERE name = '阀芯'",
                                     &n_terms, NULL));
  g_assert_cmpint (n_terms, ==, 0);
}

/* A store as the first version of the tables was. */
static void
make_old (const char *folder)
{
  g_autoptr (CsDraftStore) store = open_store (folder);
  g_autoptr (GError) error = NULL;

  add_matter (store, "泵", "P-1");
  g_assert_true (cs_store_exec (store,
                                "DROP TABLE answer; DROP TABLE run; DROP TABLE signature; "
                                "DROP TABLE tick; DROP TABLE attachment; DROP TABLE review; "
                                "DROP TABLE received; DROP INDEX matter_uuid; "
                                " ALTER TABLE matter DROP COLUMN author; "
                                "ALTER TABLE matter DROP COLUMN uuid; DROP TABLE term; "
                                "PRAGMA user_version = 1",
                                &error));
  g_assert_no_error (error);
}

static void
test_from_version_1 (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (StoreFolder) other = store_folder_new ();
  g_autoptr (CsDraftStore) store = NULL;
  g_autoptr (CsDraftStore) old = NULL;
  g_autoptr (CsMatter) matter = NULL;
  g_autoptr (CsDraft) wanted = make_draft ("泵", 3, "叶轮");
  g_auto (GStrv) backups = NULL;
  g_autoptr (GError) error = NULL;
  gint64 version = 0;

  make_old (folder);
  store = open_store (folder);
  g_assert_true (cs_store_query_int (store, "PRAGMA user_version", &version, NULL));
  g_assert_cmpint (version, ==, cs_store_schema_get_current ());
  assert_sound (store);
  say (store, 1, "叶轮", CS_TERM_IS_TERM);
  matter = load_matter (store, 1);
  assert_same_draft (matter->draft, wanted);
  assert_list (matter->term_list, "叶轮 is");

  /* what was kept before is of the old version: it can be read and restored */
  backups = cs_draft_store_list_backups (folder);
  g_assert_cmpuint (g_strv_length (backups), ==, 1);
  old = cs_draft_store_open_file (backups[0], &error);
  g_assert_no_error (error);
  assert_said (old, 1, "");
  g_assert_true (cs_draft_store_restore (other, backups[0], NULL, &error));
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/terms/say", test_say);
  g_test_add_func ("/store/terms/two-connections", test_two_connections);
  g_test_add_func ("/store/terms/copies", test_copies);
  g_test_add_func ("/store/terms/from-version-1", test_from_version_1);

  return g_test_run ();
}
