/* A disk that refuses, at each place in turn: what was said is true, and nothing is half done. */

#include <string.h>

#include "../../src/store/cs-parcel.h"
#include "../../src/store/cs-store-schema.h"
#include "fault-vfs.h"
#include "store-fixture.h"

#define MAX_OPERATIONS 2000 /* more than any of these takes: an operation that never gets through */

/* What is done to a store while the disk refuses. Returns: whether it says that it was done */
typedef gboolean (*Deed) (const char *folder, GError **error);

/* What must be found afterwards. Nobody can know the last when the disk took all, refused the sync,
 * and takes no more with which it could be taken back; even then it is one or the other. */
typedef enum
{
  AS_BEFORE,
  AS_AFTER,
  ONE_OR_THE_OTHER
} Outcome;

/* One row of the table of tests. */
typedef struct
{
  const char *name;
  void (*prepare) (const char *folder);
  Deed deed;
  void (*judge) (const char *folder,
                 Outcome outcome);
} Trial;

static const char *const fault_names[N_FAULTS] = { "full", "io", "read-only" };

static gboolean
is_clear (const GError *error, FaultKind kind)
{
  if (kind == FAULT_FULL && g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_FULL))
    return TRUE;
  if (kind == FAULT_READ_ONLY && g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_READ_ONLY))
    return TRUE;

  return g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_IO);
}

static void
check_copy_elsewhere (const char *folder)
{
  g_autoptr (CsDraft) draft = make_draft ("泵", 4, "elsewhere");
  CsNewMatter matter = { .draft = draft };
  g_autofree char *path = path_in (folder, "copy.csdraft");
  g_autoptr (CsDraftStore) copy = NULL;
  g_autoptr (CsMatter) loaded = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (cs_draft_store_write_copy (path, &matter, &error));
  copy = cs_draft_store_open_file (path, &error);
  g_assert_no_error (error);
  loaded = cs_draft_store_load (copy, cs_draft_store_find (copy, "泵", NULL), &error);
  g_assert_no_error (error);
  assert_same_draft (draft, loaded->draft);
}

static Outcome
get_outcome (gboolean done, gboolean lasting)
{
  if (done)
    return AS_AFTER;

  return lasting && fault_vfs_was_sync () ? ONE_OR_THE_OTHER : AS_BEFORE;
}

/* Returns: whether the disk refused anything */
static gboolean
run_once (const Trial *trial, guint nth, FaultKind kind, gboolean lasting)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (GError) error = NULL;
  Outcome outcome;
  gboolean refused;
  gboolean done;

  trial->prepare (folder);
  fault_vfs_arm (nth, kind, lasting);
  done = trial->deed (folder, &error);
  refused = fault_vfs_has_fired ();
  outcome = get_outcome (done, lasting);
  fault_vfs_arm (0, kind, FALSE);

  if (!done && !is_clear (error, kind))
    g_error ("%s, %s at %u: %s", trial->name, fault_names[kind], nth,
             error == NULL ? "no reason" : error->message);
  if (!done)
    g_assert_nonnull (strstr (error->message, folder));
  if (!done)
    g_test_message ("%s, %s%s at %u: %s", trial->name, fault_names[kind],
                    lasting ? " from then on" : "", nth, error->message);
  trial->judge (folder, outcome);
  if (!done && nth % 8 == 1)
    check_copy_elsewhere (folder);

  return refused;
}

static void
test_trial (gconstpointer data)
{
  const Trial *trial = data;

  for (FaultKind kind = 0; kind < N_FAULTS; kind++)
    for (guint lasting = 0; lasting < 2; lasting++)
      {
        guint nth = 1;

        while (run_once (trial, nth, kind, lasting) && nth < MAX_OPERATIONS)
          nth++;
        g_test_message ("%s: %s: %u operations", trial->name, fault_names[kind], nth - 1);
        g_assert_cmpuint (nth, >, 1);
        g_assert_cmpuint (nth, <, MAX_OPERATIONS);
      }
}

/* --- saving --- */

static void
prepare_matter (const char *folder)
{
  g_autoptr (CsDraftStore) store = open_store (folder);

  add_matter (store, "泵", "P-1");
}

static gboolean
save (const char *folder, GError **error)
{
  g_autoptr (CsDraftStore) store = cs_draft_store_open (folder, error);
  g_autoptr (CsDraft) draft = make_draft ("水泵", 60, "密封圈");
  CsMatterSave what = { .id = 1, .revision = 1, .draft = draft };
  guint64 revision;

  return store != NULL && cs_draft_store_save (store, &what, &revision, error);
}

static void
judge_save (const char *folder, Outcome outcome)
{
  g_autoptr (CsDraftStore) store = open_store (folder);
  g_autoptr (CsMatter) matter = cs_draft_store_load (store, 1, NULL);
  gboolean saved = matter->info->revision == 2;
  g_autoptr (CsDraft) wanted =
      saved ? make_draft ("水泵", 60, "密封圈") : make_draft ("泵", 3, "叶轮");

  assert_sound (store);
  if (outcome != ONE_OR_THE_OTHER)
    g_assert_cmpint (saved, ==, outcome == AS_AFTER);
  assert_same_draft (matter->draft, wanted);
}

/* --- making a matter --- */

static gboolean
create (const char *folder, GError **error)
{
  g_autoptr (CsDraftStore) store = cs_draft_store_open (folder, error);
  g_autoptr (CsDraft) draft = make_draft ("阀", 20, "轴");
  CsNewMatter matter = { .draft = draft };

  return store != NULL && cs_draft_store_create (store, &matter, error) != 0;
}

static guint
count_matters (CsDraftStore *store)
{
  CsMatterQuery query = { 0 };
  g_autoptr (GPtrArray) all = cs_draft_store_list (store, &query, NULL);

  return all->len;
}

static void
judge_create (const char *folder, Outcome outcome)
{
  g_autoptr (CsDraftStore) store = open_store (folder);
  guint n_matters = count_matters (store);

  assert_sound (store);
  if (outcome != ONE_OR_THE_OTHER)
    g_assert_cmpuint (n_matters, ==, outcome == AS_AFTER ? 2 : 1);
}

/* --- making a store --- */

static void
prepare_nothing (const char *folder)
{
}

/* A store that came out read-only was not opened as was wanted. */
static gboolean
open_only (const char *folder, GError **error)
{
  g_autoptr (CsDraftStore) store = cs_draft_store_open (folder, error);

  if (store == NULL)
    return FALSE;
  if (cs_draft_store_get_read_only (store) == NULL)
    return TRUE;

  g_propagate_error (error, g_error_copy (cs_draft_store_get_read_only (store)));

  return FALSE;
}

static void
judge_open (const char *folder, Outcome outcome)
{
  g_autoptr (CsDraftStore) store = open_store (folder);

  assert_sound (store);
  g_assert_cmpuint (count_matters (store), ==, 0);
}

/* --- bringing a store up to date --- */

static gboolean
add_column (const CsDraftStore *store, GError **error)
{
  return cs_store_exec (store, "ALTER TABLE matter ADD COLUMN colour TEXT", error);
}

static gboolean
migrate (const char *folder, GError **error)
{
  gboolean done;

  cs_store_extra_migration = add_column;
  done = open_only (folder, error);
  cs_store_extra_migration = NULL;

  return done;
}

static guint
get_version (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraftStore) store = cs_draft_store_open (folder, &error);
  gint64 version = 0;

  g_assert_no_error (error);
  g_assert_true (cs_store_query_int (store, "PRAGMA user_version", &version, NULL));

  return version;
}

static void
judge_migrate (const char *folder, Outcome outcome)
{
  guint version = get_version (folder);
  guint before = cs_store_schema_get_current ();

  if (outcome != ONE_OR_THE_OTHER)
    g_assert_cmpuint (version, ==, outcome == AS_AFTER ? before + 1 : before);
  cs_store_extra_migration = add_column;
  judge_save (folder, AS_BEFORE);
  cs_store_extra_migration = NULL;
}

/* --- terms --- */

static gboolean
say_term (const char *folder, GError **error)
{
  g_autoptr (CsDraftStore) store = cs_draft_store_open (folder, error);

  return store != NULL && cs_draft_store_say_term (store, 1, "叶轮", CS_TERM_IS_TERM, error);
}

static void
prepare_term (const char *folder)
{
  prepare_matter (folder);
  g_assert_true (say_term (folder, NULL));
}

static gboolean
forget_term (const char *folder, GError **error)
{
  g_autoptr (CsDraftStore) store = cs_draft_store_open (folder, error);

  return store != NULL && cs_draft_store_forget_term (store, 1, "叶轮", error);
}

static guint
count_terms (const char *folder)
{
  g_autoptr (CsDraftStore) store = open_store (folder);
  g_autoptr (CsTermList) terms = cs_draft_store_load_terms (store, 1, NULL);

  assert_sound (store);

  return cs_term_list_get_n_entries (terms);
}

static void
judge_said (const char *folder, Outcome outcome)
{
  guint n_terms = count_terms (folder);

  if (outcome != ONE_OR_THE_OTHER)
    g_assert_cmpuint (n_terms, ==, outcome == AS_AFTER ? 1 : 0);
}

static void
judge_forgotten (const char *folder, Outcome outcome)
{
  guint n_terms = count_terms (folder);

  if (outcome != ONE_OR_THE_OTHER)
    g_assert_cmpuint (n_terms, ==, outcome == AS_AFTER ? 0 : 1);
}

/* --- a colleague's file --- */

/* A parcel of matter 1 with another text, as it would come back. */
static CsParcel *
make_parcel (CsDraftStore *store)
{
  CsParcel *parcel = cs_draft_store_pack (store, 1, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new ("x", 1);
  CsAttachment *attachment = g_new0 (CsAttachment, 1);

  if (parcel == NULL) /* the disk refuses to be read, too */
    {
      cs_attachment_free (attachment);
      return NULL;
    }

  attachment->name = g_strdup ("a.pdf");
  attachment->text = g_strdup ("rotor");
  cs_parcel_add_attachment (parcel, attachment, bytes);
  cs_draft_unref (parcel->draft);
  parcel->draft = make_draft ("水泵", 60, "密封圈");
  g_ptr_array_set_size (parcel->versions, 0);
  cs_parcel_add_version (parcel, "theirs", 1, make_draft ("水泵", 5, "弹簧"));
  g_ptr_array_add (parcel->decisions, cs_decision_new ());

  return parcel;
}

static gboolean
merge (const char *folder, GError **error)
{
  g_autoptr (CsDraftStore) store = cs_draft_store_open (folder, error);
  g_autoptr (CsParcel) parcel = store == NULL ? NULL : make_parcel (store);
  CsUnpack unpack = { .parcel = parcel,
                      .matter = 1,
                      .take_text = TRUE,
                      .kept_name = "before merging" };

  if (parcel == NULL)
    return FALSE;

  unpack.versions = parcel->versions;
  unpack.decisions = parcel->decisions;
  unpack.reviews = parcel->reviews;

  return cs_draft_store_unpack (store, &unpack, error) != 0;
}

/* All of it came in, or nothing. */
static void
judge_merge (const char *folder, Outcome outcome)
{
  g_autoptr (CsDraftStore) store = open_store (folder);
  g_autoptr (CsParcel) parcel = cs_draft_store_pack (store, 1, NULL);
  gboolean merged = parcel->revision == 2;

  judge_save (folder, outcome);
  g_assert_cmpuint (parcel->attachments->len, ==, merged ? 1 : 0);
  g_assert_cmpuint (parcel->versions->len, ==, merged ? 3 : 1);
  g_assert_cmpuint (parcel->decisions->len, ==, merged ? 1 : 0);
  g_assert_cmpuint (parcel->received->len, ==, merged ? 1 : 0);
}

static const Trial trials[] = {
  { "save", prepare_matter, save, judge_save },
  { "create", prepare_matter, create, judge_create },
  { "open", prepare_nothing, open_only, judge_open },
  { "migrate", prepare_matter, migrate, judge_migrate },
  { "say-term", prepare_matter, say_term, judge_said },
  { "forget-term", prepare_term, forget_term, judge_forgotten },
  { "merge", prepare_matter, merge, judge_merge },
};

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR)) /* the same is refused, all else is quick */
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
  fault_vfs_install ();
  for (guint i = 0; i < G_N_ELEMENTS (trials); i++)
    {
      g_autofree char *name = g_strdup_printf ("/store/faults/%s", trials[i].name);

      g_test_add_data_func (name, &trials[i], test_trial);
    }

  return g_test_run ();
}
