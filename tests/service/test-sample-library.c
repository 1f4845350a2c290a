#include "../../src/service/library/cs-sample-library.h"

#include "../../src/store/cs-library-marks.h"

/* The library that is shipped: sound as data, alive as a sample, and gone without a trace. */

static const CsIntake intake = { .today = { 2026, 11, 23 } };

static CsLibrary *
open_library (void)
{
  g_autoptr (GError) error = NULL;
  CsLibrary *library = cs_library_open_in_memory (&error);

  g_assert_no_error (error);

  return library;
}

static guint64
add_samples (CsLibrary *library)
{
  g_autoptr (GError) error = NULL;
  CsLibraryRun *run = cs_sample_library_add (&intake, library, NULL, &error);
  guint64 n_added;

  g_assert_no_error (error);
  g_assert_cmpuint (run->n_faults, ==, 0);
  n_added = run->n_added + run->n_changed;
  cs_library_run_free (run);

  return n_added;
}

static void
remove_samples (CsLibrary *library)
{
  g_autoptr (GError) error = NULL;
  CsLibraryRun *run = cs_sample_library_remove (library, intake.today, NULL, &error);

  g_assert_no_error (error);
  cs_library_run_free (run);
}

static guint64
count_tagged (CsLibrary *library)
{
  g_autoptr (GError) error = NULL;
  guint64 n_families;

  g_assert_true (cs_sample_library_count (library, &n_families, &error));
  g_assert_no_error (error);

  return n_families;
}

static gint64
count_families (CsLibrary *library)
{
  g_autoptr (GError) error = NULL;
  CsLibraryCounts counts;

  g_assert_true (cs_library_count (library, &counts, &error));
  g_assert_no_error (error);

  return counts.families;
}

static gint64
find_family (CsLibrary *library, const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) places = cs_library_find_number (library, number, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (places->len, >, 0);

  return g_array_index (places, CsLibraryPlace, 0).family;
}

/* --- what is in it --- */

static void
assert_number (const CsNumber *number)
{
  g_assert_nonnull (number->key);
  g_assert_false (number->ambiguous);
  g_assert_cmpint (number->check, !=, CS_NUMBER_CHECK_BAD);
}

static void
look_at_application (const CsApplication *application, guint n_states[CS_N_LEGAL_STATES])
{
  assert_number (application->number);
  n_states[application->status.state]++;
  for (guint i = 0; i < application->publications->len; i++)
    assert_number (((const CsPublication *)application->publications->pdata[i])->number);
}

static void
test_sound (void)
{
  g_autoptr (CsLibrary) library = open_library ();
  g_autoptr (GError) error = NULL;
  guint n_states[CS_N_LEGAL_STATES] = { 0 };
  g_autoptr (GArray) tagged = NULL;

  add_samples (library);
  g_assert_cmpint (count_families (library), >=, 40);
  g_assert_cmpuint (count_tagged (library), ==, (guint64)count_families (library));

  tagged = cs_library_list_labelled (library, CS_LABEL_TAG, cs_sample_library_get_tag (), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < tagged->len; i++)
    {
      g_autoptr (CsFamily) family =
          cs_library_load_family (library, g_array_index (tagged, gint64, i), "en", &error);

      g_assert_no_error (error);
      g_assert_cmpstr (family->title, !=, "");
      for (guint j = 0; j < family->applications->len; j++)
        look_at_application (family->applications->pdata[j], n_states);
    }

  for (guint state = 0; state < CS_N_LEGAL_STATES; state++)
    g_assert_cmpuint (n_states[state], >, 0);
}

/* The family of the screens: seven applications, claims in two languages, cited and citing. */
static void
test_alive (void)
{
  g_autoptr (CsLibrary) library = open_library ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CsFamily) family = NULL;
  g_autoptr (GPtrArray) cited = NULL;
  g_autoptr (GPtrArray) citing = NULL;
  guint n_with_claims = 0;
  guint n_divisions = 0;

  add_samples (library);
  family = cs_library_load_family (library, find_family (library, "US 13,990,013 B2"), "zh",
                                   &error);
  g_assert_no_error (error);
  g_assert_cmpuint (family->applications->len, ==, 7);
  g_assert_cmpstr (family->title, ==, "带隔膜位移检测的流体计量装置");
  for (guint i = 0; i < family->applications->len; i++)
    {
      const CsApplication *application = family->applications->pdata[i];

      n_divisions += application->relations->len;
      for (guint j = 0; j < application->publications->len; j++)
        n_with_claims +=
            *((const CsPublication *)application->publications->pdata[j])->languages != '\0';
    }
  g_assert_cmpuint (n_divisions, >, 0);
  g_assert_cmpuint (n_with_claims, >=, 5);

  cited = cs_library_list_citations (library, find_family (library, "CN 199990051 A"), FALSE,
                                     &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cited->len, >=, 2);
  citing = cs_library_list_citations (library, find_family (library, "US 13,990,013 B2"), TRUE,
                                      &error);
  g_assert_no_error (error);
  g_assert_cmpuint (citing->len, ==, 3);
}

/* --- in and out --- */

static void
test_twice (void)
{
  g_autoptr (CsLibrary) library = open_library ();
  gint64 n_families;

  g_assert_cmpuint (add_samples (library), >, 200);
  n_families = count_families (library);
  g_assert_cmpuint (add_samples (library), ==, 0);
  g_assert_cmpint (count_families (library), ==, n_families);

  remove_samples (library);
  g_assert_cmpint (count_families (library), ==, 0);
  g_assert_cmpuint (count_tagged (library), ==, 0);
  remove_samples (library);
  g_assert_cmpuint (add_samples (library), >, 200);
  g_assert_cmpint (count_families (library), ==, n_families);
}

/* A record of another source, of a publication that the samples have too. */
static void
add_another (CsLibrary *library, const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibraryImport) import =
      cs_library_import_begin (library, "another", intake.today, &error);
  CsRecordBuilder *builder = cs_record_builder_new ("docdb", "another.xml", 1);
  g_autoptr (CsRecord) record = NULL;

  cs_record_builder_take_publication (
      builder, cs_number_read (&(CsNumberInput){ .text = number,
                                                 .role = CS_NUMBER_PUBLICATION,
                                                 .form = CS_NUMBER_VENDOR }));
  cs_record_builder_add_text (builder, CS_RECORD_TITLE, "en", "A pump of somebody else");
  record = cs_record_builder_end (builder);
  g_assert_true (cs_library_import_add (import, record, &error));
  g_assert_true (cs_library_import_end (import, &error));
  g_assert_no_error (error);
}

static void
mark (CsLibrary *library, gint64 family)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsFamilyMarks) marks = cs_library_load_marks (library, family, &error);
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();

  g_strv_builder_addv (tags, (const char **)marks->tags);
  g_strv_builder_add (tags, "mine");
  g_strfreev (marks->tags);
  marks->tags = g_strv_builder_end (tags);
  g_assert_true (cs_library_set_marks (library, family, marks, NULL, &error));
  g_assert_no_error (error);
}

static void
test_others_stay (void)
{
  g_autoptr (CsLibrary) library = open_library ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CsFamilyMarks) marks = NULL;

  add_another (library, "EP 4990015 A1");
  add_samples (library);
  mark (library, find_family (library, "EP 4990015 A1"));

  remove_samples (library);
  g_assert_cmpint (count_families (library), ==, 1);
  marks = cs_library_load_marks (library, find_family (library, "EP 4990015 A1"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (marks->tags), ==, 1);
  g_assert_cmpstr (marks->tags[0], ==, "mine");
}

static void
test_stopped (void)
{
  g_autoptr (CsLibrary) library = open_library ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (cs_sample_library_add (&intake, library, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (count_families (library), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/service/sample-library/sound", test_sound);
  g_test_add_func ("/service/sample-library/alive", test_alive);
  g_test_add_func ("/service/sample-library/twice", test_twice);
  g_test_add_func ("/service/sample-library/others-stay", test_others_stay);
  g_test_add_func ("/service/sample-library/stopped", test_stopped);

  return g_test_run ();
}
