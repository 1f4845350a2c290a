/* What comes later: records changed, withdrawn, renumbered; families that join and part. */

#include <string.h>

#include "../../src/store/cs-library-marks.h"
#include "library-fixture.h"

static CsLibrary *
open_in_memory (void)
{
  g_autoptr (GError) error = NULL;
  CsLibrary *library = cs_library_open_in_memory (&error);

  g_assert_no_error (error);
  return library;
}

static CsLibraryCounts
count (CsLibrary *library)
{
  CsLibraryCounts counts;

  g_assert_true (cs_library_count (library, &counts, NULL));
  return counts;
}

static const CsLibraryRun *
last_run (CsLibrary *library, GPtrArray **runs)
{
  *runs = cs_library_list_runs (library, NULL);
  return g_ptr_array_index (*runs, 0);
}

/* Returns: how many changes of @kind the last import made */
static guint64
count_changes (CsLibrary *library, CsLibraryChangeKind kind)
{
  g_autoptr (GPtrArray) runs = NULL;
  guint64 counts[CS_N_CHANGE_KINDS];

  g_assert_true (cs_library_count_changes (library, last_run (library, &runs)->id, counts, NULL));
  return counts[kind];
}

static char *
dup_text (CsLibrary *library, const char *number, CsRecordPart part, const char *language)
{
  g_autoptr (GPtrArray) texts =
      cs_library_load_texts (library, find_document (library, number), 1u << part, NULL);

  for (guint i = 0; i < texts->len; i++)
    {
      const CsLibraryText *text = g_ptr_array_index (texts, i);

      if (g_str_equal (text->language, language))
        return g_strdup (text->text);
    }
  return NULL;
}

#define assert_text(library, number, part, language, wanted)             \
  G_STMT_START                                                           \
  {                                                                      \
    g_autofree char *found = dup_text (library, number, part, language); \
    g_assert_cmpstr (found, ==, wanted);                                 \
  }                                                                      \
  G_STMT_END

/* --- one record --- */

static CsRecordBuilder *
start_pump (const char *source)
{
  return start_record (source, "EP.2225660.A2", 20100908, "EP.08868513.A", 20081212);
}

static void
import_text (CsLibrary *library,
             const char *source,
             CsRecordPart part,
             const char *language,
             const char *text)
{
  CsRecordBuilder *builder = start_pump (source);

  cs_record_builder_add_text (builder, part, language, text);
  import_one (library, builder);
}

static void
test_parts_add_up (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();

  import_text (library, "ops", CS_RECORD_TITLE, "en", "Pump");
  import_text (library, "ops", CS_RECORD_CLAIMS, "en", "1. A pump.");
  import_text (library, "ops", CS_RECORD_CLAIMS, "de", "1. Pumpe.");
  import_text (library, "ops", CS_RECORD_DESCRIPTION, "en", "[0001] A pump pumps.");
  assert_text (library, "EP2225660A2", CS_RECORD_TITLE, "en", "Pump");
  assert_text (library, "EP2225660A2", CS_RECORD_CLAIMS, "en", "1. A pump.");
  assert_text (library, "EP2225660A2", CS_RECORD_CLAIMS, "de", "1. Pumpe.");
  assert_text (library, "EP2225660A2", CS_RECORD_DESCRIPTION, "en", "[0001] A pump pumps.");
  g_assert_cmpint (count (library).documents, ==, 1);
  assert_library_sound (library);
}

static void
test_changed_text (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  g_autoptr (GPtrArray) runs = NULL;

  import_text (library, "ops", CS_RECORD_TITLE, "en", "Pump");
  import_text (library, "ops", CS_RECORD_TITLE, "en", "Rotary pump");
  g_assert_cmpuint (last_run (library, &runs)->n_changed, ==, 1);
  assert_text (library, "EP2225660A2", CS_RECORD_TITLE, "en", "Rotary pump");
  assert_library_sound (library);
}

/* An office's wording stands before that of a table, whichever comes first. */
static void
test_nearer_source (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();

  import_text (library, "table:lens", CS_RECORD_TITLE, "en", "PUMP");
  import_text (library, "ep", CS_RECORD_TITLE, "en", "Pump");
  import_text (library, "table:lens", CS_RECORD_TITLE, "en", "PUMP, ROTARY");
  assert_text (library, "EP2225660A2", CS_RECORD_TITLE, "en", "Pump");
}

static void
test_older_data (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  CsRecordBuilder *older = start_pump ("ops");

  import_text (library, "ops", CS_RECORD_TITLE, "en", "Rotary pump");
  cs_record_builder_set_as_of (older, day (20190101));
  cs_record_builder_add_text (older, CS_RECORD_TITLE, "en", "Pump");
  cs_record_builder_add_text (older, CS_RECORD_ABSTRACT, "en", "It pumps.");
  import_one (library, older);
  assert_text (library, "EP2225660A2", CS_RECORD_TITLE, "en", "Rotary pump");
  assert_text (library, "EP2225660A2", CS_RECORD_ABSTRACT, "en", "It pumps.");
}

static void
test_withdrawn (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  CsRecordBuilder *gone = start_pump ("docdb");
  g_autoptr (GPtrArray) runs = NULL;

  import_text (library, "docdb", CS_RECORD_TITLE, "en", "Pump");
  cs_record_builder_set_withdrawn (gone);
  import_one (library, gone);
  g_assert_cmpuint (last_run (library, &runs)->n_withdrawn, ==, 1);
  g_assert_cmpint (count (library).documents, ==, 0);
  g_assert_cmpint (count (library).families, ==, 0);
  g_assert_cmpint (find_document (library, "EP2225660A2"), ==, 0);
  g_assert_cmpuint (count_changes (library, CS_CHANGE_LOST_MEMBER), ==, 1);
  assert_library_sound (library);

  import_text (library, "docdb", CS_RECORD_TITLE, "en", "Pump");
  g_assert_cmpint (count (library).families, ==, 1);
  assert_text (library, "EP2225660A2", CS_RECORD_TITLE, "en", "Pump");
  assert_library_sound (library);
}

/* What one source takes back, another still says. */
static void
test_withdrawn_by_one (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  CsRecordBuilder *gone = start_pump ("ep");

  import_text (library, "table:lens", CS_RECORD_TITLE, "en", "PUMP");
  import_text (library, "ep", CS_RECORD_TITLE, "en", "Pump");
  cs_record_builder_set_withdrawn (gone);
  import_one (library, gone);
  g_assert_cmpint (count (library).documents, ==, 1);
  assert_text (library, "EP2225660A2", CS_RECORD_TITLE, "en", NULL);
  import_text (library, "table:lens", CS_RECORD_TITLE, "en", "PUMP");
  assert_text (library, "EP2225660A2", CS_RECORD_TITLE, "en", "PUMP");
  assert_library_sound (library);
}

/* --- numbers --- */

/* EPO renumbers what was published: AT.232441.T became AT.E232441.T1. */
static void
test_renumbered (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  gint64 family;

  import_one (library, start_record ("docdb", "AT.232441.T", 20030215, "AT.99203729.T", 19991105));
  family = find_family (library, "AT232441T");
  g_assert_cmpint (family, !=, 0);
  import_one (library,
              start_record ("docdb", "AT.E232441.T1", 20030215, "AT.99203729.T", 19991105));
  g_assert_cmpint (count (library).documents, ==, 1);
  g_assert_cmpint (find_family (library, "AT232441T"), ==, family);
  g_assert_cmpint (find_family (library, "ATE232441T1"), ==, family);
  assert_library_sound (library);
}

/* The application is told later than the document. */
static void
test_application_told_later (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  g_autoptr (CsFamily) family = NULL;

  import_one (library, start_record ("ops", "EP.2225660.A2", 20100908, NULL, 0));
  import_one (library, start_record ("ops", "EP.2225660.A4", 20110105, NULL, 0));
  g_assert_cmpint (count (library).applications, ==, 1);
  import_one (library, start_pump ("ops"));
  g_assert_cmpint (count (library).applications, ==, 1);
  family = cs_library_load_family (library, find_family (library, "EP08868513.7"), NULL, NULL);
  g_assert_nonnull (family);
  g_assert_cmpuint (
      ((CsApplication *)g_ptr_array_index (family->applications, 0))->publications->len, ==, 2);
  assert_library_sound (library);
}

/* What the user said of it stays. */
static void
test_application_told_later_of_marked (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  g_autoptr (CsFamilyMarks) marks = make_marks ("mine", 3, "a");
  g_autoptr (CsFamilyMarks) kept = NULL;

  import_one (library, start_record ("table:lens", "EP.2225660.A2", 20100908, NULL, 0));
  g_assert_true (cs_library_set_marks (library, find_family (library, "EP2225660A2"), marks, NULL,
                                       NULL));
  import_one (library, start_pump ("ops"));
  g_assert_cmpint (count (library).families, ==, 1);
  kept = cs_library_load_marks (library, find_family (library, "EP2225660A2"), NULL);
  g_assert_cmpstr (kept->note, ==, "mine");
  g_assert_cmpuint (kept->rating, ==, 3);
  assert_library_sound (library);
}

/* The same where the application is known by another document already. */
static void
test_application_known_of_marked (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  g_autoptr (CsFamilyMarks) marks = make_marks ("mine", 3, "a");
  g_autoptr (CsFamilyMarks) kept = NULL;

  import_one (library, start_record ("table:lens", "EP.2225660.A2", 20100908, NULL, 0));
  g_assert_true (cs_library_set_marks (library, find_family (library, "EP2225660A2"), marks, NULL,
                                       NULL));
  import_one (library, start_record ("ops", "EP.2999999.B1", 20150304, "EP.08868513.A", 20081212));
  g_assert_cmpint (count (library).families, ==, 2);
  import_one (library, start_pump ("ops"));
  g_assert_cmpint (count (library).families, ==, 1);
  kept = cs_library_load_marks (library, find_family (library, "EP2225660A2"), NULL);
  g_assert_cmpstr (kept->note, ==, "mine");
  g_assert_cmpstr (kept->tags[0], ==, "a");
  assert_library_sound (library);
}

/* A date that is told later puts the document in its place in the order of dates. */
static void
test_date_told_later (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  CsRecordBuilder *undated =
      start_record ("table:lens", "EP.2225660.A2", 0, "EP.08868513.A", 20081212);

  cs_record_builder_add_text (undated, CS_RECORD_TITLE, "en", "Pump");
  import_one (library, undated);
  g_assert_cmpint (find_document (library, "EP2225660A2") >> 24, ==, 0);
  import_one (library, start_pump ("ops"));
  g_assert_cmpint (find_document (library, "EP2225660A2") >> 24, >, 0);
  assert_text (library, "EP2225660A2", CS_RECORD_TITLE, "en", "Pump");
  assert_library_sound (library);
}

/* --- families --- */

static void
test_new_member (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();

  import_member (library, "FR", "+DE.102007000001.A");
  g_assert_cmpuint (count_changes (library, CS_CHANGE_NEW_FAMILY), ==, 1);
  import_member (library, "IT", "+DE.102007000001.A");
  g_assert_cmpuint (count_changes (library, CS_CHANGE_NEW_FAMILY), ==, 0);
  g_assert_cmpuint (count_changes (library, CS_CHANGE_NEW_MEMBER), ==, 1);
  g_assert_cmpint (count (library).families, ==, 1);
  assert_library_sound (library);
}

/* Two families become one when a priority is told; what was said of both stays. */
static void
test_joined (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  g_autoptr (CsFamilyMarks) one = make_marks ("first", 2, "a");
  g_autoptr (CsFamilyMarks) two = make_marks ("second", 4, "b");
  g_autoptr (CsFamilyMarks) both = NULL;

  import_member (library, "FR", "+DE.102007000001.A");
  import_member (library, "IT", "+DE.102007000002.A");
  g_assert_true (cs_library_set_marks (library, find_family (library, "FR2225660A1"), one, NULL,
                                       NULL));
  g_assert_true (cs_library_set_marks (library, find_family (library, "IT2225660A1"), two, NULL,
                                       NULL));
  import_member (library, "IT", "+DE.102007000001.A");
  g_assert_cmpint (count (library).families, ==, 1);
  g_assert_cmpuint (count_changes (library, CS_CHANGE_MOVED_MEMBER), >=, 1);
  both = cs_library_load_marks (library, find_family (library, "IT2225660A1"), NULL);
  g_assert_cmpstr (both->note, ==, "first\nsecond");
  g_assert_cmpuint (both->rating, ==, 4);
  g_assert_cmpuint (g_strv_length (both->tags), ==, 2);
  assert_library_sound (library);
}

static void
test_parted (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  gint64 first;

  import_member (library, "FR", "+DE.102007000001.A");
  import_member (library, "IT", "+DE.102007000001.A");
  first = find_family (library, "FR2225660A1");
  import_member (library, "IT", "+DE.102007000002.A");
  g_assert_cmpint (count (library).families, ==, 2);
  g_assert_cmpint (find_family (library, "FR2225660A1"), ==, first);
  g_assert_cmpint (find_family (library, "IT2225660A1"), !=, first);
  assert_library_sound (library);
}

static GArray *
list_families (CsLibrary *library, const char *number)
{
  g_autoptr (GArray) places = cs_library_find_number (library, number, NULL);

  return cs_library_list_families_of (
      library, g_array_index (places, CsLibraryPlace, 0).application, NULL);
}

/* Families of a platform stand beside ours, and go when it takes its record back. */
static void
test_given (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  CsRecordBuilder *builder = start_pump ("table:patsnap");
  CsRecordBuilder *gone = start_pump ("table:patsnap");
  GPtrArray *members = g_ptr_array_new ();
  g_autoptr (GArray) families = NULL;
  g_autoptr (CsFamily) given = NULL;

  import_member (library, "FR", "+DE.102007000001.A");
  import_one (library, start_pump ("ops"));
  g_ptr_array_add (members, docdb (CS_NUMBER_PUBLICATION, "FR.2225660.A1", 0));
  cs_record_builder_take_family (builder, "patsnap", NULL, members);
  import_one (library, builder);
  families = list_families (library, "EP2225660A2");
  g_assert_cmpuint (families->len, ==, 4);
  given = cs_library_load_family (library, g_array_index (families, gint64, 3), NULL, NULL);
  g_assert_cmpint (given->rule, ==, CS_FAMILY_GIVEN);
  g_assert_cmpstr (given->source, ==, "patsnap");
  assert_library_sound (library);

  cs_record_builder_set_withdrawn (gone);
  import_one (library, gone);
  g_clear_pointer (&families, g_array_unref);
  families = list_families (library, "EP2225660A2");
  g_assert_cmpuint (families->len, ==, 3);
  assert_library_sound (library);
}

/* --- citations, facts, raw records --- */

static void
test_citations (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  CsRecordBuilder *citing = start_pump ("ops");
  CsCitation patent = { docdb (CS_NUMBER_PUBLICATION, "FR.2225660.A1", 0), NULL, "X", "search" };
  CsCitation book = { NULL, "Pumps, 1999", "A", "search" };
  g_autoptr (GPtrArray) backward = NULL;
  g_autoptr (GPtrArray) forward = NULL;
  const CsLibraryCitation *first;

  import_member (library, "FR", "");
  cs_record_builder_add_text (citing, CS_RECORD_TITLE, "en", "Pump");
  cs_record_builder_add_citation (citing, &patent);
  cs_record_builder_add_citation (citing, &book);
  cs_record_builder_set_raw (citing, "<pump/>", strlen ("<pump/>"));
  import_one (library, citing);
  backward =
      cs_library_list_citations (library, find_family (library, "EP2225660A2"), TRUE, NULL);
  g_assert_cmpuint (backward->len, ==, 2);
  first = g_ptr_array_index (backward, 0);
  g_assert_cmpint (first->family, ==, find_family (library, "FR2225660A1"));
  g_assert_cmpstr (first->category, ==, "X");
  forward = cs_library_list_citations (library, find_family (library, "FR2225660A1"), FALSE, NULL);
  g_assert_cmpuint (forward->len, ==, 1);
  g_assert_cmpstr (((CsLibraryCitation *)g_ptr_array_index (forward, 0))->text, ==, "Pump");
}

static void
test_raw (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  CsRecordBuilder *builder = start_pump ("ops");
  g_autofree char *raw = g_strnfill (100000, 'x');
  g_autoptr (GPtrArray) all = NULL;

  cs_record_builder_set_raw (builder, raw, strlen (raw));
  cs_record_builder_add_field (builder, "专利价值", "42");
  import_one (library, builder);
  all = cs_library_load_raw (library, find_document (library, "EP2225660A2"), NULL);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpstr (((CsLibraryRaw *)g_ptr_array_index (all, 0))->text, ==, raw);
  g_clear_pointer (&all, g_ptr_array_unref);
  all = cs_library_load_facts (library, find_document (library, "EP2225660A2"), NULL);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpstr (((CsLibraryFact *)g_ptr_array_index (all, 0))->value, ==, "42");
}

/* --- states --- */

static void
test_state_changes (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  CsRecordBuilder *lapsed =
      start_record ("ops", "CN.101911042.B", 20120620, "CN.200880123968.A", 20081212);
  CsLegalEvent event = { .authority = "CN", .code = "CF01", .date = day (20180102) };
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  const CsLibraryChange *change;

  import_one (library,
              start_record ("ops", "CN.101911042.B", 20120620, "CN.200880123968.A", 20081212));
  cs_record_builder_add_event (lapsed, &event);
  import_one (library, lapsed);
  changes = cs_library_list_changes (library, last_run (library, &runs)->id, 0, NULL);
  g_assert_cmpuint (changes->len, ==, 1);
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpint (change->kind, ==, CS_CHANGE_STATUS);
  g_assert_cmpstr (change->was, ==, "in-force");
  g_assert_cmpstr (change->now, ==, "ceased");
  assert_library_sound (library);
}

static void
test_time_passes (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();

  import_one (library,
              start_record ("ops", "CN.101911042.B", 20120620, "CN.200880123968.A", 20081212));
  g_assert_true (cs_library_pass_time (library, day (20200701), NULL));
  g_assert_cmpint (count (library).runs, ==, 1);
  g_assert_true (cs_library_pass_time (library, day (20300101), NULL));
  g_assert_cmpint (count (library).runs, ==, 2);
  g_assert_cmpuint (count_changes (library, CS_CHANGE_STATUS), ==, 1);
  g_assert_true (cs_library_pass_time (library, day (20300102), NULL));
  g_assert_cmpint (count (library).runs, ==, 2);
}

static const struct
{
  const char *name;
  GTestFunc test;
} tests[] = {
  { "parts-add-up", test_parts_add_up },
  { "changed-text", test_changed_text },
  { "nearer-source", test_nearer_source },
  { "older-data", test_older_data },
  { "withdrawn", test_withdrawn },
  { "withdrawn-by-one", test_withdrawn_by_one },
  { "renumbered", test_renumbered },
  { "application-told-later", test_application_told_later },
  { "application-told-later-of-marked", test_application_told_later_of_marked },
  { "application-known-of-marked", test_application_known_of_marked },
  { "date-told-later", test_date_told_later },
  { "new-member", test_new_member },
  { "joined", test_joined },
  { "parted", test_parted },
  { "given", test_given },
  { "citations", test_citations },
  { "raw", test_raw },
  { "state-changes", test_state_changes },
  { "time-passes", test_time_passes },
};

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *name = g_strconcat ("/library/changes/", tests[i].name, NULL);

      g_test_add_func (name, tests[i].test);
    }
  return g_test_run ();
}
