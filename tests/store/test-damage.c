/* Stores that are newer, older, damaged or made to harm: said by name, and never changed. */

#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "../../src/store/cs-store-schema.h"
#include "store-fixture.h"

#define PAGE_BYTES 4096 /* as SQLite makes them */

/* Runs SQL on a store as any other program would. */
static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
  sqlite3_close (db);
}

static char *
make_store (const char *folder)
{
  g_autoptr (CsDraftStore) store = open_store (folder);

  add_matter (store, "泵", "P-1");
  add_matter (store, "阀", "P-2");

  return path_in (folder, "drafts.db");
}

static CsDraftStore *
open_filled_store (const char *folder)
{
  g_free (make_store (folder));

  return open_store (folder);
}

static void
assert_open_fails (const char *folder, int code)
{
  g_autofree char *path = path_in (folder, "drafts.db");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_before;
  gsize n_after;

  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  g_assert_null (cs_draft_store_open (folder, &error));
  g_assert_error (error, CS_STORE_ERROR, code);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
write_over (const char *path, gsize at, const char *bytes)
{
  FILE *file = g_fopen (path, "r+b");

  fseek (file, at, SEEK_SET);
  fwrite (bytes, 1, strlen (bytes), file);
  fclose (file);
}

static void
empty_file (const char *path)
{
  g_assert_cmpint (truncate (path, 0), ==, 0);
}

static void
cut_file (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (truncate (path, status.st_size / 2 + 100), ==, 0);
}

static void
write_text (const char *path)
{
  g_assert_true (g_file_set_contents (path, "1. 一种泵。\n", -1, NULL));
}

static void
change_owner (const char *path)
{
  run_sql (path, "PRAGMA application_id = 7");
}

static void
add_trigger (const char *path)
{
  run_sql (path, "CREATE TRIGGER t AFTER UPDATE ON matter BEGIN DELETE FROM draft; END");
}

static void
add_index (const char *path)
{
  run_sql (path, "CREATE INDEX mine ON matter (abs (name))");
}

static void
add_view (const char *path)
{
  run_sql (path, "ALTER TABLE search RENAME TO found; CREATE VIEW search AS "
                 "WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) "
                 "SELECT n AS matter, 'x' AS folded FROM r");
}

static void
add_generated (const char *path)
{
  run_sql (path, "DROP TABLE search; CREATE TABLE search (matter INTEGER PRIMARY KEY, "
                 "folded TEXT AS (hex (zeroblob (100000000))))");
}

static void
add_table (const char *path)
{
  run_sql (path, "CREATE TABLE extra (x)");
}

typedef struct
{
  const char *name;
  void (*damage) (const char *path);
} Damage;

static const Damage damages[] = {
  { "empty", empty_file },
  { "cut", cut_file },
  { "text", write_text },
  { "other-owner", change_owner },
  { "trigger", add_trigger },
  { "index", add_index },
  { "view", add_view },
  { "generated", add_generated },
  { "table", add_table },
};

/* Said when opened, refused when restored, set aside whole, and a backup takes its place. */
static void
test_damage (gconstpointer data)
{
  const Damage *damage = data;
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (StoreFolder) other = store_folder_new ();
  g_autofree char *path = make_store (folder);
  g_autofree char *backup = path_in (folder, "backup.db");
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraftStore) store = open_store (folder);
  g_autoptr (CsDraftStore) file = NULL;

  g_free (make_store (other));
  g_assert_true (cs_draft_store_backup (store, backup, NULL, NULL));
  g_clear_pointer (&store, cs_draft_store_close);
  damage->damage (path);

  assert_open_fails (folder, CS_STORE_ERROR_CORRUPT);
  file = cs_draft_store_open_file (path, &error);
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_false (cs_draft_store_restore (other, path, NULL, &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, path));
  g_clear_error (&error);
  store = open_store (other);
  assert_sound (store);
  g_clear_pointer (&store, cs_draft_store_close);

  g_assert_true (cs_draft_store_restore (folder, backup, NULL, &error));
  g_assert_no_error (error);
  store = open_store (folder);
  assert_sound (store);
  g_assert_cmpint (cs_draft_store_find (store, "P-2", NULL), ==, 2);
}

/* Whether somebody says that the store is damaged: who opens it, or who checks it. */
static gboolean
is_said (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraftStore) store = cs_draft_store_open (folder, &error);
  g_auto (GStrv) problems = NULL;

  if (store == NULL || !cs_draft_store_check (store, &problems, &error))
    g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_CORRUPT);

  return error != NULL || problems[0] != NULL;
}

/* Each page in turn becomes garbage. */
static void
test_garbage (void)
{
  g_autoptr (StoreFolder) model = store_folder_new ();
  g_autofree char *source = make_store (model);
  g_autofree char *garbage = g_strnfill (PAGE_BYTES, 'g');
  g_autofree char *content = NULL;
  gsize n_bytes;

  g_assert_true (g_file_get_contents (source, &content, &n_bytes, NULL));
  for (gsize at = PAGE_BYTES; at < n_bytes; at += PAGE_BYTES)
    {
      g_autoptr (StoreFolder) folder = store_folder_new ();
      g_autofree char *path = path_in (folder, "drafts.db");

      g_assert_true (g_file_set_contents (path, content, n_bytes, NULL));
      write_over (path, at, garbage);
      if (!is_said (folder))
        g_error ("garbage at %" G_GSIZE_FORMAT " was not said", at);
    }
}

/* A bit of a text, which SQLite itself does not see. */
static void
test_changed_text (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autofree char *path = make_store (folder);

  run_sql (path, "UPDATE part SET text = replace (text, '7', '8') WHERE name = 'claims'");
  g_assert_true (is_said (folder));
}

static void
test_set_aside (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autofree char *path = make_store (folder);
  g_autofree char *log = path_in (folder, "drafts.db-wal");
  g_autofree char *aside = NULL;
  g_autofree char *log_aside = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraftStore) store = NULL;

  write_text (path);
  g_assert_true (g_file_set_contents (log, "log", -1, NULL));
  aside = cs_draft_store_set_aside (folder, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (aside, "drafts-damaged-"));
  log_aside = g_strconcat (aside, "-wal", NULL);
  g_assert_true (g_file_get_contents (log_aside, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "log");

  store = open_store (folder);
  assert_sound (store);
  g_assert_null (cs_draft_store_set_aside ("/nowhere/at/all", &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND);
}

/* A log whose store is gone does not become part of a new one. */
static void
test_stray_log (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autofree char *path = path_in (folder, "drafts.db");
  g_autoptr (CsDraftStore) first = NULL;
  g_autoptr (CsDraftStore) second = NULL;
  guint stages[CS_N_STAGES];
  guint bin;

  g_free (make_store (folder));
  first = open_store (folder);
  add_matter (first, "轴", "P-3");
  g_assert_cmpint (g_unlink (path), ==, 0);
  second = open_store (folder);
  g_assert_true (cs_draft_store_count (second, stages, &bin, NULL));
  g_assert_cmpuint (stages[CS_STAGE_DRAFTING], ==, 0);
  assert_sound (second);
}

/* --- newer and older --- */

static gboolean
add_column (const CsDraftStore *store, GError **error)
{
  return cs_store_exec (store, "ALTER TABLE matter ADD COLUMN colour TEXT", error);
}

static void
assert_only_read (CsDraftStore *store, int code)
{
  g_autoptr (CsMatter) matter = cs_draft_store_load (store, 1, NULL);
  g_autoptr (CsDraft) wanted = make_draft ("泵", 3, "叶轮");
  g_autoptr (GError) error = NULL;

  g_assert_error (cs_draft_store_get_read_only (store), CS_STORE_ERROR, code);
  assert_same_draft (matter->draft, wanted);
  g_assert_false (cs_draft_store_set_bin (store, 1, TRUE, &error));
  g_assert_error (error, CS_STORE_ERROR, code);
}

static void
test_newer (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (StoreFolder) other = store_folder_new ();
  g_autofree char *path = make_store (folder);
  g_autoptr (CsDraftStore) store = NULL;
  g_autoptr (GError) error = NULL;

  run_sql (path, "ALTER TABLE matter ADD COLUMN colour TEXT; PRAGMA user_version = 999");
  store = cs_draft_store_open (folder, &error);
  g_assert_no_error (error);
  assert_only_read (store, CS_STORE_ERROR_NEWER);
  g_assert_false (cs_draft_store_restore (other, path, NULL, &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NEWER);
  g_clear_error (&error);
  g_assert_false (cs_draft_store_restore (folder, path, NULL, &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NEWER);
}

/* "Newer" is no way around the comparison of tables. */
static void
test_newer_hostile (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autofree char *path = make_store (folder);

  add_view (path);
  run_sql (path, "PRAGMA user_version = 999");
  assert_open_fails (folder, CS_STORE_ERROR_CORRUPT);
}

static void
test_update (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (StoreFolder) other = store_folder_new ();
  g_autoptr (CsDraftStore) store = NULL;
  g_autoptr (CsDraftStore) old = NULL;
  g_auto (GStrv) backups = NULL;
  g_autoptr (GError) error = NULL;
  gint64 version = 0;

  g_free (make_store (folder));
  cs_store_extra_migration = add_column;
  store = open_store (folder);
  g_assert_true (cs_store_query_int (store, "PRAGMA user_version", &version, NULL));
  g_assert_cmpint (version, ==, cs_store_schema_get_current ());
  assert_sound (store);
  backups = cs_draft_store_list_backups (folder);
  g_assert_cmpuint (g_strv_length (backups), ==, 1);

  /* the backup is of the old version: it is read, and can be restored */
  old = cs_draft_store_open_file (backups[0], &error);
  g_assert_no_error (error);
  assert_only_read (old, CS_STORE_ERROR_READ_ONLY);
  g_assert_true (cs_draft_store_restore (other, backups[0], NULL, &error));
  g_assert_no_error (error);
  cs_store_extra_migration = NULL;
}

/* --- backups --- */

static void
test_backups_kept (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autofree char *backup = path_in (folder, "mine.db");
  g_autoptr (CsDraftStore) store = open_filled_store (folder);
  g_auto (GStrv) backups = NULL;
  g_autoptr (CsMatter) matter = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (cs_draft_store_backup (store, backup, NULL, NULL));
  for (guint i = 0; i < 5; i++)
    g_assert_true (cs_draft_store_restore (folder, backup, NULL, NULL));
  backups = cs_draft_store_list_backups (folder);
  g_assert_cmpuint (g_strv_length (backups), ==, 3);
  g_assert_cmpstr (backups[0], >, backups[1]);

  /* a window that has the matter open does not take the old text for its own */
  matter = cs_draft_store_load (store, 1, NULL);
  g_assert_cmpuint (matter->info->revision, >, 1);
  g_assert_false (cs_draft_store_backup (store, backup, NULL, &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_IO);
}

static void
put_backup (const char *folder, const char *name)
{
  g_autofree char *backups = path_in (folder, "backups");
  g_autofree char *path = path_in (backups, name);

  g_assert_cmpint (g_mkdir_with_parents (backups, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
}

static guint
count_backups (const char *folder, const char *suffix)
{
  g_auto (GStrv) backups = cs_draft_store_list_backups (folder);
  guint n = 0;

  for (guint i = 0; backups[i] != NULL; i++)
    n += g_str_has_suffix (backups[i], suffix);

  return n;
}

/* Names of other times stand for backups of those times. */
static void
test_backup_daily (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);

  g_assert_true (cs_draft_store_backup_daily (store, NULL));
  g_assert_cmpuint (count_backups (folder, ".db"), ==, 0); /* of nothing */

  add_matter (store, "泵", "P1");
  put_backup (folder, "drafts-20200103-000000-before-update.db");
  put_backup (folder, "drafts-99990101-000000-before-update.db");
  put_backup (folder, "drafts-of-mine.db");
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *name = g_strdup_printf ("drafts-2020010%u-000000-daily.db", i + 1);

      put_backup (folder, name);
    }

  g_assert_true (cs_draft_store_backup_daily (store, NULL));
  g_assert_cmpuint (count_backups (folder, "-daily.db"), ==, 7);
  g_assert_cmpuint (count_backups (folder, "20200101-000000-daily.db"), ==, 0);
  g_assert_cmpuint (count_backups (folder, "20200103-000000-daily.db"), ==, 1);
  g_assert_cmpuint (count_backups (folder, ".db"), ==, 10);

  g_assert_true (cs_draft_store_backup_daily (store, NULL));
  g_assert_cmpuint (count_backups (folder, ".db"), ==, 10); /* it is of today */
}

/* Any backup of today will do, and it can be read. */
static void
test_backup_daily_once (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_filled_store (folder);
  g_autoptr (CsDraftStore) copy = NULL;
  g_auto (GStrv) backups = NULL;
  g_autofree char *mine = path_in (folder, "mine.db");

  g_assert_true (cs_draft_store_backup_daily (store, NULL));
  backups = cs_draft_store_list_backups (folder);
  g_assert_cmpuint (g_strv_length (backups), ==, 1);
  copy = cs_draft_store_open_file (backups[0], NULL);
  g_assert_nonnull (copy);
  assert_sound (copy);

  g_assert_true (cs_draft_store_backup (store, mine, NULL, NULL));
  g_assert_cmpint (g_unlink (backups[0]), ==, 0);
  g_assert_true (cs_draft_store_restore (folder, mine, NULL, NULL));
  g_assert_true (cs_draft_store_backup_daily (store, NULL));
  g_assert_cmpuint (count_backups (folder, "-daily.db"), ==, 0);
  g_assert_cmpuint (count_backups (folder, "-before-restore.db"), ==, 1);
}

static void
test_backup_daily_fails (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_filled_store (folder);
  g_autofree char *backups = path_in (folder, "backups");
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (backups, "a file", -1, NULL));
  g_assert_false (cs_draft_store_backup_daily (store, &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_IO);
}

static void
test_restore_everything (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (StoreFolder) other = store_folder_new ();
  g_autofree char *backup = path_in (folder, "mine.db");
  g_autoptr (CsDraftStore) store = open_filled_store (folder);
  g_autoptr (CsDraftStore) restored = NULL;
  g_autoptr (CsDecision) decision = cs_decision_new ();
  g_autoptr (CsMatter) matter = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GError) error = NULL;

  cs_draft_store_add_version (store, 2, "寄出", NULL);
  cs_draft_store_add_decision (store, 2, decision, NULL);
  cs_draft_store_add_decision (store, 0, decision, NULL);
  cs_draft_store_set_stage (store, 2, CS_STAGE_FILED, NULL);
  cs_draft_store_rename (store, 2, "'给定'", "Q", NULL);
  g_assert_true (cs_draft_store_backup (store, backup, NULL, NULL));

  g_assert_true (cs_draft_store_restore (other, backup, NULL, &error));
  g_assert_no_error (error);
  restored = open_store (other);
  assert_sound (restored);
  matter = cs_draft_store_load (restored, cs_draft_store_find (restored, "q", NULL), NULL);
  g_assert_cmpint (matter->info->id, ==, 2);
  g_assert_cmpstr (matter->info->name, ==, "'给定'");
  g_assert_cmpint (matter->info->stage, ==, CS_STAGE_FILED);
  g_assert_cmpuint (matter->decisions->len, ==, 2);
  versions = cs_draft_store_list_versions (restored, 2, NULL);
  g_assert_cmpuint (versions->len, ==, 2);
  g_assert_cmpstr (((const CsVersion *)versions->pdata[0])->name, ==, "寄出");
}

/* Rows that no one of ours wrote, in tables that are ours. */
static void
test_hostile_rows (void)
{
  static const char *const updates[] = {
    "UPDATE part SET units = '5 0 0 1 claim' || char (10) WHERE name = 'claims'",
    "UPDATE part SET runs = '[[0,99999999,\"sub\"]]'",
    "UPDATE part SET objects = replace (hex (zeroblob (100000)), '0', '[')",
    "UPDATE part SET objects = '/*\"*/' || replace (hex (zeroblob (100000)), '0', '[')",
    "UPDATE part SET text = CAST (x'ff00fe' AS TEXT)",
    "UPDATE part SET text = 'a' || char (0) || 'b'",
    "UPDATE part SET ids = '0'",
    "UPDATE part SET name = 'chapter' WHERE name = 'claims'",
    "UPDATE draft SET request = '{}'",
    "UPDATE draft SET request = '[]'",
    "UPDATE draft SET figures = '[1]'",
    "UPDATE draft SET notes = '[{\"code\":\"%s%n\"}]'",
    "UPDATE draft SET language = 'xx'",
    "UPDATE draft SET checksum = ''",
    "UPDATE matter SET stage = 'done'",
    "UPDATE matter SET id = -5 WHERE id = 1",
    "DELETE FROM draft WHERE kept = 'now'",
    "INSERT INTO decision VALUES (1, 1, 'x', '', '', '', '-1', 'claims', '', '', '', 0)",
    "INSERT INTO term VALUES (1, 'Housing', 'Housing', 'is-term')",
    "INSERT INTO term VALUES (1, '', '', 'is-term')",
    "PRAGMA ignore_check_constraints = ON; INSERT INTO term VALUES (1, 'a', 'a', 'perhaps')",
    "INSERT INTO image VALUES ('aa', x'00'); INSERT INTO picture VALUES (1, '../x', 'aa', 1)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (updates); i++)
    {
      g_autoptr (StoreFolder) folder = store_folder_new ();
      g_autoptr (StoreFolder) other = store_folder_new ();
      g_autofree char *path = make_store (folder);
      g_autoptr (CsDraftStore) store = NULL;
      g_autoptr (GError) error = NULL;

      g_free (make_store (other));
      run_sql (path, updates[i]);
      if (cs_draft_store_restore (other, path, NULL, &error))
        g_error ("restored: %s", updates[i]);
      g_assert_nonnull (strstr (error->message, folder));
      store = open_store (other);
      assert_sound (store);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autofree char *path = make_store (folder);
  g_autofree char *backup = path_in (folder, "mine.db");
  g_autoptr (CsDraftStore) store = open_store (folder);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (cs_draft_store_backup (store, backup, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));
  g_assert_false (cs_draft_store_restore (folder, path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *name = g_strdup_printf ("/store/damage/%s", damages[i].name);

      g_test_add_data_func (name, &damages[i], test_damage);
    }
  g_test_add_func ("/store/damage/garbage", test_garbage);
  g_test_add_func ("/store/damage/changed-text", test_changed_text);
  g_test_add_func ("/store/damage/set-aside", test_set_aside);
  g_test_add_func ("/store/damage/stray-log", test_stray_log);
  g_test_add_func ("/store/damage/newer", test_newer);
  g_test_add_func ("/store/damage/newer-hostile", test_newer_hostile);
  g_test_add_func ("/store/damage/update", test_update);
  g_test_add_func ("/store/damage/backups-kept", test_backups_kept);
  g_test_add_func ("/store/damage/backup-daily", test_backup_daily);
  g_test_add_func ("/store/damage/backup-daily-once", test_backup_daily_once);
  g_test_add_func ("/store/damage/backup-daily-fails", test_backup_daily_fails);
  g_test_add_func ("/store/damage/restore", test_restore_everything);
  g_test_add_func ("/store/damage/hostile-rows", test_hostile_rows);
  g_test_add_func ("/store/damage/cancelled", test_cancelled);

  return g_test_run ();
}
