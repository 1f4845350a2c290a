#include "../../src/draft/cs-draft-builder.h"
#include "../../src/service/library/cs-intake.h"
#include "../../src/service/library/cs-near.h"
#include "../draft/draft-fixture.h"
#include "../test-ends.h"

#include <string.h>


/* Prior art near a claim: which features are looked for, what is found of them, in what order, and
 * how a program with a main loop gets it. */

#define PATIENCE_US (20 * G_USEC_PER_SEC) /* of a test that would hang otherwise */

static const char table[] =
    "Publication Number,Title,Abstract,Claims,Applicants,Publication Date,Application Number\n"
    "US2020111111A1,Metering device,A metering device for liquids,"
    "\"1. A metering device comprising a flexible diaphragm that divides a metering chamber.\n\n"
    "2. The device of claim 1 having an outlet valve.\",Beichuan,2020-04-09,US201916111111A\n"
    "EP3500000A1,Metering cartridge,A cartridge with an outlet valve,,Lumen,2019-06-26,"
    "EP17000001A\n"
    "CN110000001A,流体计量装置,柔性隔膜将计量腔分隔为液室和气室,,北川流体,2019-07-12,"
    "CN201810000001A\n";

static const char *const english[] = {
  "A metering device comprising a flexible diaphragm (30) dividing a metering chamber (20); and a "
  "quartz chronograph (50).",
  "The metering device of claim 1, further comprising an outlet valve (60).",
  "A method of using the metering device of claim 2, comprising: melting zirconium.",
  NULL,
};

typedef struct
{
  char *folder;
  CsLibraryService *service;
  CsDraft *draft;
} Fixture;

static void
take_in (Fixture *fixture)
{
  const CsIntake intake = { .label = "export.csv", .today = { 2026, 11, 23 } };
  g_autofree char *path = g_build_filename (fixture->folder, "export.csv", NULL);
  const char *const paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibrary) library = cs_library_open (fixture->folder, &error);
  CsLibraryRun *run;

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, table, -1, NULL));
  run = cs_intake_files (&intake, library, paths, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (run->n_added, ==, 3);
  cs_library_run_free (run);
}

static void
set_up (Fixture *fixture, gconstpointer with_library)
{
  fixture->folder = g_dir_make_tmp ("claimsmith-XXXXXX", NULL);
  fixture->service = cs_library_service_new (fixture->folder);
  fixture->draft = draft_fixture_new (english, NULL);
  if (GPOINTER_TO_INT (with_library))
    take_in (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_object_end (fixture->service);
  test_folder_remove (fixture->folder);
  g_free (fixture->folder);
  cs_draft_unref (fixture->draft);
}

static CsNearAnswer *
find (Fixture *fixture, guint claim, CsOfficeDate before, guint max_families)
{
  const CsNearQuestion question = { fixture->draft, claim, before, max_families, "en" };
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibrary) library = cs_library_open_to_read (fixture->folder, &error);
  g_autoptr (CsSearcher) searcher = cs_searcher_new (library, &error);
  CsNearAnswer *answer = cs_near_find (library, searcher, &question, NULL, &error);

  g_assert_no_error (error);

  return answer;
}

static const CsNearFeature *
get_feature (const CsNearAnswer *answer, guint index)
{
  g_assert_cmpuint (index, <, answer->features->len);

  return answer->features->pdata[index];
}

/* --- the features --- */

static void
test_independent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsNearAnswer) answer = find (fixture, 0, CS_OFFICE_DATE_UNKNOWN, 10);
  const CsNearHit *hit;

  g_assert_cmpuint (answer->number, ==, 1);
  g_assert_cmpuint (answer->features->len, ==, 3);
  g_assert_cmpstr (get_feature (answer, 0)->text, ==, "metering device");
  g_assert_cmpint (get_feature (answer, 0)->kind, ==, CS_FEATURE_PREAMBLE);
  g_assert_cmpint (get_feature (answer, 1)->best, ==, CS_NEAR_MOST);
  g_assert_cmpint (get_feature (answer, 2)->best, ==, CS_NEAR_NOTHING);
  g_assert_cmpuint (cs_near_answer_count (answer, 1), ==, 1);
  for (guint i = 0; i < 3; i++)
    g_assert_true (get_feature (answer, i)->is_own);

  hit = answer->families->pdata[0];
  g_assert_cmpstr (hit->title, ==, "Metering device");
  g_assert_cmpstr (hit->applicant, ==, "Beichuan");
  g_assert_cmpstr (hit->near->passages[1].place, ==, "US cl. 1");
  g_assert_cmpint (hit->document, ==, hit->near->passages[1].document);
}

/* Its own features first, then those of all it refers to, by whatever way. */
static void
test_referring (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsNearAnswer) answer = find (fixture, 2, CS_OFFICE_DATE_UNKNOWN, 10);
  guint claims[] = { 0, 0, 0, 0 };
  guint last = 0;

  for (guint i = 0; i < answer->features->len; i++)
    {
      const CsNearFeature *feature = get_feature (answer, i);

      g_assert_cmpint (feature->is_own, ==, feature->number == 3);
      if (!feature->is_own)
        {
          g_assert_cmpuint (feature->number, >=, last);
          last = feature->number;
        }
      g_assert_cmpuint (feature->number, <, G_N_ELEMENTS (claims));
      claims[feature->number]++;
    }
  g_assert_true (get_feature (answer, 0)->is_own);
  g_assert_cmpuint (claims[1], ==, 3);
  g_assert_cmpuint (claims[2], ==, 1);
  g_assert_cmpuint (claims[3], >=, 1);
}

/* Claims that refer to each other in a circle. */
static void
test_circle (Fixture *fixture, gconstpointer data)
{
  static const char *const circle[] = {
    "The pump of claim 2, wherein the spring is steel.",
    "The pump of claim 1, wherein the lever is steel.",
    NULL,
  };
  g_autoptr (CsNearAnswer) answer = NULL;

  cs_draft_unref (fixture->draft);
  fixture->draft = draft_fixture_new (circle, NULL);
  answer = find (fixture, 0, CS_OFFICE_DATE_UNKNOWN, 10);
  g_assert_cmpuint (answer->features->len, >=, 1);
  g_assert_cmpuint (answer->families->len, ==, 0);
}

/* A sign is no word, and a measure has none: that nothing was found of it says nothing. */
static void
test_no_words (Fixture *fixture, gconstpointer data)
{
  static const char *const measures[] = { "A metering device (1000) comprising: a lid; it is 3 mm.",
                                          NULL };
  g_autoptr (CsNearAnswer) answer = NULL;
  const CsNearFeature *last;

  cs_draft_unref (fixture->draft);
  fixture->draft = draft_fixture_new (measures, NULL);
  answer = find (fixture, 0, CS_OFFICE_DATE_UNKNOWN, 10);
  g_assert_cmpint (get_feature (answer, 0)->best, ==, CS_NEAR_MOST);
  last = get_feature (answer, answer->features->len - 1);
  g_assert_cmpint (last->best, ==, CS_NEAR_UNASKED);
  g_assert_cmpint (cs_near_answer_get_state (answer, answer->families->pdata[0],
                                             answer->features->len - 1),
                   ==, CS_NEAR_UNASKED);
}

/* What the families listed lack, others may have. */
static void
test_elsewhere (Fixture *fixture, gconstpointer data)
{
  static const char *const wide[] = { "A metering device comprising: a flexible diaphragm that "
                                      "divides a metering chamber; and a cartridge.",
                                      NULL };
  g_autoptr (CsNearAnswer) answer = NULL;
  const CsNearHit *hit;

  cs_draft_unref (fixture->draft);
  fixture->draft = draft_fixture_new (wide, NULL);
  answer = find (fixture, 0, CS_OFFICE_DATE_UNKNOWN, 1);
  g_assert_cmpuint (answer->families->len, ==, 1);
  hit = answer->families->pdata[0];
  g_assert_cmpfloat (hit->near->passages[2].share, ==, 0);
  g_assert_cmpint (get_feature (answer, 2)->best, ==, CS_NEAR_MOST);
}

/* --- the day --- */

static void
test_date (void)
{
  g_autoptr (CsRequest) request = cs_request_new ();
  CsPriorityClaim priority = { g_strdup ("CN"), g_strdup ("1"), g_strdup ("20230601") };
  g_autofree char *text = NULL;

  g_assert_false (cs_office_date_is_known (cs_near_get_date (request)));
  request->filing_date = g_strdup ("2024-05-30");
  g_array_append_val (request->priorities, priority);
  text = cs_office_date_dup_text (cs_near_get_date (request));
  g_assert_cmpstr (text, ==, "2023-06-01");
}

static void
test_before (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsNearAnswer) answer = find (fixture, 0, (CsOfficeDate){ 2020, 4, 9 }, 10);

  for (guint i = 0; i < answer->families->len; i++)
    g_assert_cmpstr (((const CsNearHit *)answer->families->pdata[i])->title, !=,
                     "Metering device");
}

/* --- claims --- */

static void
test_claims (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsNearAnswer) answer = find (fixture, 0, CS_OFFICE_DATE_UNKNOWN, 10);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsLibrary) library = cs_library_open_to_read (fixture->folder, &error);
  g_autoptr (CsNearClaims) claims = cs_near_claims_load (library, answer, 0, &error);
  const CsNearClaim *first;
  const CsHitSpan *span;

  g_assert_no_error (error);
  g_assert_cmpstr (claims->number, ==, "US 2020/0111111 A1");
  g_assert_cmpuint (claims->claims->len, ==, 2);
  first = claims->claims->pdata[0];
  g_assert_true (g_str_has_prefix (first->text, "1. A metering"));
  span = &g_array_index (first->spans, CsHitSpan, 0);
  g_assert_cmpuint (span->start_byte, ==, strlen ("1. A "));
  g_assert_cmpuint (span->end_byte, ==, strlen ("1. A metering"));
}

/* --- for a main loop --- */

static gboolean
is_searching (CsNearList *list)
{
  gboolean searching;

  g_object_get (list, "searching", &searching, NULL);

  return searching;
}

static void
wait_for (CsNearList *list)
{
  gint64 end_us = g_get_monotonic_time () + PATIENCE_US;

  while (is_searching (list) && g_get_monotonic_time () < end_us)
    g_main_context_iteration (NULL, FALSE);
  g_assert_false (is_searching (list));
}

static void
ask (CsNearList *list, Fixture *fixture, guint claim)
{
  const CsNearQuestion question = { fixture->draft, claim, CS_OFFICE_DATE_UNKNOWN, 10, "en" };

  cs_near_list_find (list, &question);
  g_assert_true (is_searching (list));
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsNearList) list = cs_near_list_new (fixture->service);
  g_autoptr (CsNearItem) item = NULL;
  g_autoptr (CsNearAnswer) answer = NULL;

  ask (list, fixture, 0);
  ask (list, fixture, 1); /* the first is given up */
  wait_for (list);
  g_object_get (list, "answer", &answer, NULL);
  g_assert_cmpuint (answer->number, ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, answer->families->len);
  item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (cs_near_item_get_hit (item) == answer->families->pdata[0]);
  g_assert_true (cs_near_item_get_answer (item) == answer);
}

/* What was found stays. */
static void
test_stop (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsNearList) list = cs_near_list_new (fixture->service);
  g_autoptr (CsNearAnswer) before = NULL;
  g_autoptr (CsNearAnswer) after = NULL;
  g_autofree char *error = NULL;

  ask (list, fixture, 0);
  wait_for (list);
  g_object_get (list, "answer", &before, NULL);
  ask (list, fixture, 1);
  cs_near_list_stop (list);
  g_assert_false (is_searching (list));
  g_object_get (list, "answer", &after, "error", &error, NULL);
  g_assert_true (after == before);
  g_assert_null (error);
}

static void
test_no_library (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsNearList) list = cs_near_list_new (fixture->service);
  g_autofree char *error = NULL;
  gboolean empty;

  ask (list, fixture, 0);
  wait_for (list);
  g_object_get (list, "empty", &empty, "error", &error, NULL);
  g_assert_true (empty);
  g_assert_null (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/service/near/date", test_date);
#define ADD(name, func, with_library)                                                       \
  g_test_add ("/service/near/" name, Fixture, GINT_TO_POINTER (with_library), set_up, func, \
              tear_down)
  ADD ("independent", test_independent, TRUE);
  ADD ("referring", test_referring, TRUE);
  ADD ("circle", test_circle, TRUE);
  ADD ("no-words", test_no_words, TRUE);
  ADD ("elsewhere", test_elsewhere, TRUE);
  ADD ("before", test_before, TRUE);
  ADD ("claims", test_claims, TRUE);
  ADD ("list", test_list, TRUE);
  ADD ("stop", test_stop, TRUE);
  ADD ("no-library", test_no_library, FALSE);
#undef ADD

  return g_test_run ();
}
