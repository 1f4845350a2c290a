/* A matter goes to a colleague: all of it, exactly, and once. */

#include <string.h>

#include "../../src/base/cs-error.h"
#include "../../src/formats/cs-reader.h"
#include "matter-desk.h"

#define CORPUS_SAMPLE 60 /* documents of the corpus, every n-th of them */

static void
test_round_trip (void)
{
  g_auto (Desk) here = { NULL };
  g_auto (Desk) there = { NULL };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CsMatterFile) file = NULL;
  g_autoptr (CsMerge) merge = NULL;
  g_autoptr (CsParcel) sent = NULL;
  g_autoptr (CsParcel) kept = NULL;
  gint64 id;

  desk_init (&here);
  desk_init (&there);
  id = add_rich_matter (&here);
  sent = pack (&here, id);
  g_assert_cmpuint (sent->versions->len, ==, 2);
  bytes = write_file (&here, id);
  g_assert_true (cs_matter_file_is_one (g_bytes_get_data (bytes, NULL), 128));

  file = send_matter (&here, id);
  g_assert_cmpstr (cs_matter_file_get_name (file), ==, "离心泵");
  g_assert_cmpstr (cs_matter_file_get_author (file), ==, "张三");
  g_assert_cmpstr (cs_matter_file_get_findings (file), ==, "{\"findings\": []}");
  assert_same_draft (cs_matter_file_get_draft (file), sent->draft);

  merge = compare (file, &there);
  g_assert_cmpint (merge->matter, ==, 0);
  g_assert_cmpstr (merge->name, ==, "离心泵");
  g_assert_cmpuint (merge->n_versions, ==, 2);
  g_assert_cmpuint (merge->n_reviews, ==, 1);
  g_assert_cmpuint (merge->new_decisions->len, ==, 2);
  kept = pack (&there, take_in (file, &there, &nothing_chosen));
  assert_same_parcel (sent, kept);
}

/* The matter of a house is named there; what holds for all its matters is not the rule here. */
static void
test_house_rule_stays (void)
{
  g_auto (Desk) here = { NULL };
  g_auto (Desk) there = { NULL };
  g_autoptr (CsMatterFile) file = NULL;
  g_autoptr (GPtrArray) others = NULL;

  desk_init (&here);
  desk_init (&there);
  file = send_matter (&here, add_rich_matter (&here));
  take_in (file, &there, &nothing_chosen);
  others = cs_draft_store_list_decisions (there.store, 999, NULL);
  g_assert_cmpuint (others->len, ==, 0);
}

/* The same file twice, and back unchanged: nothing is doubled. */
static void
test_twice (void)
{
  g_auto (Desk) here = { NULL };
  g_auto (Desk) there = { NULL };
  g_autoptr (CsMatterFile) file = NULL;
  g_autoptr (CsMatterFile) back = NULL;
  g_autoptr (CsParcel) sent = NULL;
  g_autoptr (CsParcel) kept = NULL;
  gint64 id;
  gint64 other;

  desk_init (&here);
  desk_init (&there);
  id = add_rich_matter (&here);
  sent = pack (&here, id);
  file = send_matter (&here, id);
  other = take_in (file, &there, &nothing_chosen);
  assert_nothing_new (file, &there);
  g_assert_cmpint (take_in (file, &there, &nothing_chosen), ==, other);

  back = send_matter (&there, other);
  assert_nothing_new (back, &here);
  take_in (back, &here, &nothing_chosen);
  kept = pack (&here, id);
  assert_same_parcel (sent, kept);
}

/* What packs too well is not packed: our own reader takes what we wrote. */
static void
test_packs_too_well (void)
{
  g_auto (Desk) here = { NULL };
  g_autoptr (CsMatterFile) file = NULL;
  g_autofree char *text = g_strnfill (8 * 1024 * 1024, 'x');
  gint64 id;

  desk_init (&here);
  id = add_rich_matter (&here);
  attach (&here, id, "long.pdf", text);
  file = send_matter (&here, id);
  assert_nothing_new (file, &here);
}

static void
test_no_matter (void)
{
  g_auto (Desk) here = { NULL };
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 id;

  desk_init (&here);
  id = add_rich_matter (&here);
  g_assert_null (cs_matter_file_write (here.store, 999, NULL, NULL, &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_cancellable_cancel (cancelled);
  g_assert_null (cs_matter_file_write (here.store, id, NULL, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* --- real documents --- */

typedef struct
{
  const Desk *here;
  const Desk *there;
  guint n_read;
  guint n_sent;
} Sample;

static gboolean
send_and_compare (const CsReadItem *item, gpointer data)
{
  Sample *sample = data;
  CsNewMatter matter = { .draft = item->draft };
  g_autoptr (CsMatterFile) file = NULL;
  g_autoptr (CsMatter) kept = NULL;
  gint64 id;

  if (item->draft == NULL || sample->n_read++ % (585 / CORPUS_SAMPLE) != 0)
    return TRUE;

  id = cs_draft_store_create (sample->here->store, &matter, NULL);
  file = send_matter (sample->here, id);
  kept = load_matter (sample->there->store, take_in (file, sample->there, &nothing_chosen));
  assert_same_draft (item->draft, kept->draft);
  sample->n_sent++;

  return TRUE;
}

static void
test_corpus (void)
{
  static const char *const folders[] = { "cn-claims", "cnipa-dossier", "us-text", "us-xml" };
  const char *corpus = g_getenv ("CLAIMSMITH_CORPUS");
  g_auto (Desk) here = { NULL };
  g_auto (Desk) there = { NULL };
  Sample sample = { &here, &there, 0, 0 };

  desk_init (&here);
  desk_init (&there);
  if (corpus == NULL)
    {
      g_test_skip ("CLAIMSMITH_CORPUS is not set");
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (corpus, folders[i], NULL);

      cs_read (path, &(CsReader){ send_and_compare, &sample }, NULL, NULL);
    }
  g_test_message ("%u of %u documents", sample.n_sent, sample.n_read);
  g_assert_cmpuint (sample.n_sent, >=, CORPUS_SAMPLE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matter-file/round-trip", test_round_trip);
  g_test_add_func ("/matter-file/house-rule-stays", test_house_rule_stays);
  g_test_add_func ("/matter-file/twice", test_twice);
  g_test_add_func ("/matter-file/packs-too-well", test_packs_too_well);
  g_test_add_func ("/matter-file/no-matter", test_no_matter);
  g_test_add_func ("/matter-file/corpus", test_corpus);

  return g_test_run ();
}
