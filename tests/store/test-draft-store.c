/* Matters in a store: what goes in comes out, exactly. */

#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "../../src/base/cs-data-folder.h"
#include "../../src/base/cs-limits.h"
#include "../../src/formats/cs-reader.h"
#include "../../src/store/cs-matter-rows.h"
#include "store-fixture.h"

static guint64
save (CsDraftStore *store, gint64 id, guint64 revision, CsDraft *draft)
{
  CsMatterSave what = {
    .id = id, .revision = revision, .draft = draft, .offices = 1 << CS_OFFICE_US
  };
  g_autoptr (GError) error = NULL;

  g_assert_true (cs_draft_store_save (store, &what, &revision, &error));
  g_assert_no_error (error);

  return revision;
}

static void
test_round_trip (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraft) draft = make_draft ("离心泵", 200, "叶轮");
  CsNewMatter matter = { .draft = draft, .reference = "P-1", .offices = 1 << CS_OFFICE_EP };
  g_autoptr (CsMatter) loaded = NULL;
  gint64 id;

  {
    g_autoptr (CsDraftStore) store = open_store (folder);

    id = cs_draft_store_create (store, &matter, NULL);
    g_assert_cmpint (id, >, 0);
  }
  {
    g_autoptr (CsDraftStore) store = open_store (folder);

    loaded = load_matter (store, id);
    assert_sound (store);
  }
  assert_same_draft (draft, loaded->draft);
  g_assert_cmpstr (loaded->draft->path, ==, "离心泵");
  g_assert_cmpstr (loaded->info->name, ==, "离心泵");
  g_assert_cmpstr (loaded->info->reference, ==, "P-1");
  g_assert_cmpstr (loaded->info->language, ==, "zh");
  g_assert_cmpuint (loaded->info->offices, ==, 1 << CS_OFFICE_EP);
  g_assert_cmpint (loaded->info->type, ==, CS_TYPE_UTILITY_MODEL);
  g_assert_cmpint (loaded->info->stage, ==, CS_STAGE_DRAFTING);
  g_assert_false (loaded->info->examined);
  g_assert_cmpuint (loaded->info->revision, ==, 1);
  g_assert_cmpuint (loaded->decisions->len, ==, 0);
}

static void
test_save (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 id = add_matter (store, "泵", "");
  g_autoptr (CsDraft) changed = make_draft ("水泵", 5, "密封圈");
  CsMatterSave late = { .id = id, .revision = 1, .draft = changed };
  g_autoptr (CsMatter) loaded = NULL;
  g_autoptr (GError) error = NULL;
  guint64 revision;

  g_assert_cmpuint (save (store, id, 1, changed), ==, 2);
  loaded = load_matter (store, id);
  assert_same_draft (changed, loaded->draft);
  g_assert_cmpstr (loaded->info->name, ==, "水泵");
  g_assert_cmpuint (loaded->info->offices, ==, 1 << CS_OFFICE_US);
  g_assert_cmpuint (loaded->info->revision, ==, 2);

  g_assert_false (cs_draft_store_save (store, &late, &revision, &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  late.id = 99;
  g_assert_false (cs_draft_store_save (store, &late, &revision, &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND);
  assert_sound (store);
}

/* A part that disappears, and one that comes back. */
static void
test_parts_come_and_go (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 id = add_matter (store, "泵", "");
  CsDraft *less = make_draft ("泵", 2, "轴");
  g_autoptr (CsDraft) more = make_draft ("泵", 3, "叶轮");
  g_autoptr (CsMatter) loaded = NULL;

  g_clear_pointer (&less->texts[CS_PART_DESCRIPTION], cs_text_unref);
  g_clear_pointer (&less->ids[CS_PART_DESCRIPTION], g_array_unref);
  g_array_set_size (less->units[CS_PART_DESCRIPTION], 0);
  save (store, id, 1, less);
  loaded = load_matter (store, id);
  assert_same_draft (less, loaded->draft);
  cs_draft_unref (less);
  cs_matter_free (g_steal_pointer (&loaded));

  save (store, id, 2, more);
  loaded = load_matter (store, id);
  assert_same_draft (more, loaded->draft);
}

static void
test_large_part (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  g_autofree char *text = g_strnfill (CS_MAX_PART_BYTES, 'x');
  g_autoptr (CsDraft) draft = make_draft ("泵", 1, "轴");
  CsNewMatter matter = { .draft = draft };
  g_autoptr (CsMatter) loaded = NULL;

  cs_text_unref (draft->texts[CS_PART_ABSTRACT]);
  draft->texts[CS_PART_ABSTRACT] = make_text (text);
  loaded = load_matter (store, cs_draft_store_create (store, &matter, NULL));
  assert_same_draft (draft, loaded->draft);
}

static void
test_names (void)
{
  static const char *const names[] = { "'; DROP TABLE matter; --", "two\nlines", "\"quoted\"",
                                       "%s%n", "权\xe2\x80\xae匠", "" };
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 id = add_matter (store, "泵", "");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (CsMatter) matter = NULL;

      g_assert_true (cs_draft_store_rename (store, id, names[i], names[i], NULL));
      matter = load_matter (store, id);
      g_assert_cmpstr (matter->info->name, ==, *names[i] == '\0' ? "泵" : names[i]);
      g_assert_cmpstr (matter->info->reference, ==, names[i]);
    }
  {
    g_autoptr (CsMatter) matter = NULL;

    g_assert_true (cs_draft_store_rename (store, id, NULL, NULL, NULL));
    matter = load_matter (store, id);
    g_assert_cmpstr (matter->info->name, ==, "泵");
  }
}

static void
test_what_is_said (void)
{
  static const guint n_findings[CS_N_SEVERITIES] = { 3, 0, 7 };
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 id = add_matter (store, "泵", "");
  g_autoptr (CsMatter) matter = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (cs_draft_store_set_findings (store, id, n_findings, NULL));
  g_assert_true (cs_draft_store_set_opened (store, id, NULL));
  g_assert_true (cs_draft_store_set_stage (store, id, CS_STAGE_FILED, NULL));
  matter = load_matter (store, id);
  g_assert_true (matter->info->examined);
  g_assert_cmpmem (matter->info->n_findings, sizeof n_findings, n_findings, sizeof n_findings);
  g_assert_cmpint (matter->info->opened_us, >=, matter->info->created_us);
  g_assert_cmpint (matter->info->stage, ==, CS_STAGE_FILED);
  g_assert_false (cs_draft_store_set_stage (store, 77, CS_STAGE_FILED, &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND);
}

static void
test_bin (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 kept = add_matter (store, "泵", "");
  gint64 dropped = add_matter (store, "阀", "");
  guint stages[CS_N_STAGES];
  guint bin;
  g_autoptr (CsMatter) matter = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (cs_draft_store_set_bin (store, dropped, TRUE, NULL));
  g_assert_true (cs_draft_store_count (store, stages, &bin, NULL));
  g_assert_cmpuint (stages[CS_STAGE_DRAFTING], ==, 1);
  g_assert_cmpuint (bin, ==, 1);
  g_assert_true (cs_draft_store_set_bin (store, dropped, FALSE, NULL));
  g_assert_true (cs_draft_store_empty_bin (store, NULL));
  g_assert_true (cs_draft_store_set_bin (store, dropped, TRUE, NULL));
  g_assert_true (cs_draft_store_empty_bin (store, NULL));

  g_assert_null (cs_draft_store_load (store, dropped, &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND);
  matter = load_matter (store, kept);
  g_assert_cmpint (add_matter (store, "轴", ""), >, dropped); /* ids are never used again */
  assert_sound (store);
}

static CsDecision *
make_decision (const char *reason)
{
  CsDecision *decision = cs_decision_new ();

  decision->kind = CS_DECISION_NOT_THIS_WORD;
  decision->check = g_strdup ("vague-wording");
  decision->rule = g_strdup ("about");
  decision->fingerprint = g_strdup ("0123456789abcdef");
  decision->unit_id = G_MAXUINT64;
  decision->part = CS_PART_CLAIMS;
  decision->text = g_strdup ("大约");
  decision->reason = g_strdup (reason);
  decision->author = g_strdup ("李'四\"");
  decision->made_us = 12345;

  return decision;
}

static void
test_duplicate (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 id = add_matter (store, "泵", "P-1");
  g_autoptr (CsDecision) decision = make_decision ("");
  g_autoptr (CsMatter) matter = NULL;
  g_autoptr (CsMatter) copy = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  gint64 copied;

  g_assert_cmpint (cs_draft_store_add_decision (store, id, decision, NULL), >, 0);
  copied = cs_draft_store_duplicate (store, id, NULL);
  g_assert_cmpint (copied, >, id);
  matter = load_matter (store, id);
  copy = load_matter (store, copied);
  assert_same_draft (matter->draft, copy->draft);
  g_assert_cmpstr (copy->info->name, ==, "泵 (copy)");
  g_assert_cmpuint (copy->decisions->len, ==, 1);
  versions = cs_draft_store_list_versions (store, copied, NULL);
  g_assert_cmpuint (versions->len, ==, 0);
  assert_sound (store);
}

static void
test_decisions (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 id = add_matter (store, "泵", "");
  gint64 other = add_matter (store, "阀", "");
  g_autoptr (CsDecision) decision = make_decision ("说明书第\n3段");
  g_autoptr (CsMatter) matter = NULL;
  g_autoptr (CsMatter) second = NULL;
  g_autoptr (GError) error = NULL;
  const CsDecision *found;
  gint64 mine = cs_draft_store_add_decision (store, id, decision, NULL);
  gint64 house = cs_draft_store_add_decision (store, 0, decision, NULL);

  matter = load_matter (store, id);
  g_assert_cmpuint (matter->decisions->len, ==, 2);
  found = matter->decisions->pdata[0];
  g_assert_cmpint (found->id, ==, mine);
  g_assert_cmpint (found->kind, ==, decision->kind);
  g_assert_false (found->everywhere);
  g_assert_cmpstr (found->check, ==, decision->check);
  g_assert_cmpstr (found->rule, ==, decision->rule);
  g_assert_cmpstr (found->fingerprint, ==, decision->fingerprint);
  g_assert_true (found->unit_id == G_MAXUINT64);
  g_assert_cmpint (found->part, ==, CS_PART_CLAIMS);
  g_assert_cmpstr (found->text, ==, decision->text);
  g_assert_cmpstr (found->reason, ==, decision->reason);
  g_assert_cmpstr (found->author, ==, decision->author);
  g_assert_cmpint (found->made_us, ==, 12345);
  g_assert_true (((const CsDecision *)matter->decisions->pdata[1])->everywhere);

  second = load_matter (store, other);
  g_assert_cmpuint (second->decisions->len, ==, 1);
  g_assert_true (cs_draft_store_remove_decision (store, house, NULL));
  g_assert_false (cs_draft_store_remove_decision (store, house, &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (cs_draft_store_add_decision (store, 99, decision, &error), ==, 0);
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND);
}

/* --- pictures --- */

static GBytes *
give_image (const char *name, gpointer data)
{
  GHashTable *images = data;
  const char *bytes = g_hash_table_lookup (images, name);

  return bytes == NULL ? NULL : g_bytes_new (bytes, strlen (bytes));
}

static void
assert_image (CsDraftStore *store, gint64 id, const char *name, const char *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) image = cs_draft_store_load_image (store, id, name, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (image, NULL), g_bytes_get_size (image), bytes,
                   strlen (bytes));
}

static gint64
count_images (CsDraftStore *store)
{
  gint64 n = -1;

  g_assert_true (cs_store_query_int (store, "SELECT count(*) FROM image", &n, NULL));

  return n;
}

static void
test_images (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  g_autoptr (GHashTable) images = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (CsDraft) draft = make_draft ("泵", 3, "轴");
  CsNewMatter matter = { .draft = draft, .images = give_image, .data = images };
  CsMatterSave change = { .revision = 1, .draft = draft, .images = give_image, .data = images };
  g_autoptr (GError) error = NULL;
  guint64 revision;
  gint64 first;
  gint64 second;

  g_hash_table_insert (images, (char *)"fig1.tif", (char *)"figure");
  g_hash_table_insert (images, (char *)"formula.png", (char *)"formula");
  first = cs_draft_store_create (store, &matter, NULL);
  second = cs_draft_store_create (store, &matter, NULL);
  g_assert_cmpint (count_images (store), ==, 2);
  assert_image (store, first, "fig1.tif", "figure");
  assert_image (store, second, "formula.png", "formula");
  g_assert_null (cs_draft_store_load_image (store, first, "../x", &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND);

  /* another picture of the same name, which its figure tells by its SHA-256 */
  g_hash_table_insert (images, (char *)"fig1.tif", (char *)"other");
  g_array_index (draft->figures, CsFigure, 0).sha256 =
      g_compute_checksum_for_string (G_CHECKSUM_SHA256, "other", -1);
  change.id = first;
  g_assert_true (cs_draft_store_save (store, &change, &revision, NULL));
  assert_image (store, first, "fig1.tif", "other");
  assert_image (store, second, "fig1.tif", "figure");

  g_assert_true (cs_draft_store_set_bin (store, first, TRUE, NULL));
  g_assert_true (cs_draft_store_empty_bin (store, NULL));
  g_assert_cmpint (count_images (store), ==, 2);
  assert_image (store, second, "fig1.tif", "figure");
  g_assert_true (cs_draft_store_set_bin (store, second, TRUE, NULL));
  g_assert_true (cs_draft_store_empty_bin (store, NULL));
  g_assert_cmpint (count_images (store), ==, 0);
  assert_sound (store);
}

/* --- where and how --- */

static guint
mode_of (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);

  return status.st_mode & 0777;
}

static void
test_private (void)
{
  g_autoptr (StoreFolder) base = store_folder_new ();
  g_autofree char *folder = path_in (base, "data/claimsmith");
  g_autofree char *file = path_in (folder, "drafts.db");
  g_autofree char *log = path_in (folder, "drafts.db-wal");
  mode_t mask = umask (0);
  g_autoptr (CsDraftStore) store = open_store (folder);

  add_matter (store, "泵", "");
  umask (mask);
  g_assert_cmpuint (mode_of (folder), ==, 0700);
  g_assert_cmpuint (mode_of (file), ==, 0600);
  g_assert_cmpuint (mode_of (log), ==, 0600);
}

/* A child of this test changes the store that its parent has open. */
static void
test_two_processes (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 id = add_matter (store, "泵", "");
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  char *argv[] = { (char *)"/proc/self/exe", (char *)"--save", folder, number, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (CsMatter) matter = NULL;
  int status;

  g_assert_true (g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status,
                               &error));
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  matter = load_matter (store, id);
  g_assert_cmpuint (matter->info->revision, ==, 21);
  assert_sound (store);
}

static int
save_as_child (const char *folder, const char *number)
{
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 id = g_ascii_strtoll (number, NULL, 10);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (CsDraft) draft = make_draft ("泵", 1 + i, "轴");

      save (store, id, 1 + i, draft);
    }

  return 0;
}

static void
test_default_folder (void)
{
  g_autofree char *folder = cs_data_folder_dup (NULL);

  g_assert_cmpstr (folder, ==, g_getenv ("CLAIMSMITH_DATA_DIR"));
}

/* --- real documents --- */

static gboolean
keep_and_compare (const CsReadItem *item, gpointer data)
{
  CsDraftStore *store = data;
  CsNewMatter matter = { .draft = item->draft };
  g_autoptr (CsMatter) loaded = NULL;

  if (item->draft == NULL)
    return TRUE;

  loaded = load_matter (store, cs_draft_store_create (store, &matter, NULL));
  assert_same_draft (item->draft, loaded->draft);

  return TRUE;
}

static void
test_corpus (void)
{
  static const char *const folders[] = { "cn-claims", "cnipa-dossier", "us-text", "us-xml" };
  const char *corpus = g_getenv ("CLAIMSMITH_CORPUS");
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  g_autoptr (GPtrArray) all = NULL;
  CsMatterQuery query = { 0 };

  if (corpus == NULL)
    {
      g_test_skip ("CLAIMSMITH_CORPUS is not set");
      return;
    }

  g_assert_true (cs_store_exec (store, "PRAGMA synchronous = OFF", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (corpus, folders[i], NULL);

      cs_read (path, &(CsReader){ keep_and_compare, store }, NULL, NULL);
    }
  all = cs_draft_store_list (store, &query, NULL);
  g_test_message ("%u documents", all->len);
  g_assert_cmpuint (all->len, >, 500);
  assert_sound (store);
}

int
main (int argc, char *argv[])
{
  if (argc == 4 && strcmp (argv[1], "--save") == 0)
    return save_as_child (argv[2], argv[3]);

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/round-trip", test_round_trip);
  g_test_add_func ("/store/save", test_save);
  g_test_add_func ("/store/parts", test_parts_come_and_go);
  g_test_add_func ("/store/large-part", test_large_part);
  g_test_add_func ("/store/names", test_names);
  g_test_add_func ("/store/what-is-said", test_what_is_said);
  g_test_add_func ("/store/bin", test_bin);
  g_test_add_func ("/store/duplicate", test_duplicate);
  g_test_add_func ("/store/decisions", test_decisions);
  g_test_add_func ("/store/images", test_images);
  g_test_add_func ("/store/private", test_private);
  g_test_add_func ("/store/two-processes", test_two_processes);
  g_test_add_func ("/store/default-folder", test_default_folder);
  g_test_add_func ("/store/corpus", test_corpus);

  return g_test_run ();
}
