/* Records go in, families come out; what comes again adds nothing, what is new shows. */

#include "library-fixture.h"

static CsLibrary *
open_in_memory (void)
{
  g_autoptr (GError) error = NULL;
  CsLibrary *library = cs_library_open_in_memory (&error);

  g_assert_no_error (error);
  return library;
}

static guint
count_publications (const CsFamily *family)
{
  guint n = 0;

  for (guint i = 0; i < family->applications->len; i++)
    n += ((CsApplication *)g_ptr_array_index (family->applications, i))->publications->len;
  return n;
}

static CsFamily *
load_family (CsLibrary *library, gint64 id)
{
  g_autoptr (GError) error = NULL;
  CsFamily *family = cs_library_load_family (library, id, NULL, &error);

  g_assert_no_error (error);
  return family;
}

static CsLibraryCounts
count (CsLibrary *library)
{
  CsLibraryCounts counts;

  g_assert_true (cs_library_count (library, &counts, NULL));
  return counts;
}

static void
end (CsLibraryImport *import)
{
  g_autoptr (GError) error = NULL;

  cs_library_import_end (import, &error);
  g_assert_no_error (error);
}

/* --- the acceptance family --- */

static void
test_family_of_docdb (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  g_autoptr (CsLibraryImport) import = begin_import (library);
  g_autoptr (CsFamily) family = NULL;

  add_family_40799763 (import, TRUE);
  end (import);
  g_assert_cmpint (count (library).families, ==, 1);
  family = load_family (library, find_family (library, "CN101911042B"));
  g_assert_cmpint (family->rule, ==, CS_FAMILY_SIMPLE);
  g_assert_cmpstr (family->source, ==, "docdb");
  g_assert_cmpstr (family->external_id, ==, "40799763");
  g_assert_cmpstr (family->title, ==, "Relevance ranking");
  g_assert_cmpuint (family->applications->len, ==, 10);
  g_assert_cmpuint (count_publications (family), ==, 20);
  g_assert_cmpuint (family->applicants->len, ==, 1);
  g_assert_cmpuint (cs_office_date_to_key (family->earliest), ==, 20071227);
  assert_library_sound (library);
}

/* The same without DOCDB's number, from what a table says. */
static void
test_family_computed (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  g_autoptr (CsLibraryImport) import = begin_import (library);
  g_autoptr (CsFamily) family = NULL;

  add_family_40799763 (import, FALSE);
  end (import);
  family = load_family (library, find_family (library, "CN101911042B"));
  g_assert_cmpstr (family->source, ==, "");
  g_assert_cmpuint (family->applications->len, ==, 10);
  g_assert_cmpuint (count_publications (family), ==, 20);
  for (guint i = 0; i < family->applications->len; i++) /* told by each of two publications */
    g_assert_cmpuint (((const CsApplication *)family->applications->pdata[i])->relations->len, <=,
                      1);
  assert_library_sound (library);
}

/* Record by record, each in a run of its own, it comes to the same. */
static void
test_family_piecemeal (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  g_autoptr (CsLibraryImport) import = begin_import (library);
  g_autoptr (CsFamily) family = NULL;

  cs_library_import_set_batch (import, 1);
  add_family_40799763 (import, FALSE);
  end (import);
  family = load_family (library, find_family (library, "CN101911042B"));
  g_assert_cmpuint (family->applications->len, ==, 10);
  g_assert_cmpint (count (library).families, ==, 1);
  assert_library_sound (library);
}

/* A US application that is claimed by series and serial number, without the year that its key has:
 * told by its alias, whichever of both comes first. */
static void
test_family_by_alias (gconstpointer data)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  g_autoptr (CsFamily) family = NULL;
  CsNumberInput claimed = { .text = "13/167,395",
                            .country = "US",
                            .role = CS_NUMBER_PRIORITY,
                            .form = CS_NUMBER_ORIGINAL };
  gboolean is_claimed_first = GPOINTER_TO_INT (data);

  for (guint i = 0; i < 2; i++)
    {
      gboolean is_later = (i == 0) != is_claimed_first;
      CsRecordBuilder *record =
          is_later ? start_record ("ops", "EP.2700000.A1", 20140226, "EP.12000001.A",
                                   20120102) :
                     start_record ("docdb", "US.2012331234.A1", 20121227, "US.201113167395.A",
                                   20110623);

      if (is_later)
        cs_record_builder_take_priority (record, cs_number_read (&claimed), -1, NULL);
      import_one (library, record);
    }
  family = load_family (library, find_family (library, "EP2700000A1"));
  g_assert_cmpuint (family->applications->len, ==, 2);
  assert_library_sound (library);
}

static void
test_twice (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  g_autoptr (CsLibraryImport) first = begin_import (library);
  g_autoptr (CsLibraryImport) second = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  CsLibraryCounts before;
  CsLibraryCounts after;

  add_family_40799763 (first, TRUE);
  g_assert_false (cs_library_import_has_file (first, "abc"));
  g_assert_true (cs_library_import_end_file (first, "a.xml", "abc", NULL));
  end (first);
  before = count (library);
  second = begin_import (library);
  g_assert_true (cs_library_import_has_file (second, "abc"));
  add_family_40799763 (second, TRUE);
  end (second);
  after = count (library);
  g_assert_cmpuint (cs_library_import_get_run (first)->n_added, ==, 20);
  g_assert_cmpuint (cs_library_import_get_run (second)->n_same, ==, 20);
  g_assert_cmpuint (cs_library_import_get_run (second)->n_added, ==, 0);
  g_assert_cmpint (before.documents, ==, 20);
  g_assert_cmpint (after.documents, ==, 20);
  changes = cs_library_list_changes (library, cs_library_import_get_run (second)->id, 0, NULL);
  g_assert_cmpuint (changes->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/library/family/docdb", test_family_of_docdb);
  g_test_add_func ("/library/family/computed", test_family_computed);
  g_test_add_func ("/library/family/piecemeal", test_family_piecemeal);
  g_test_add_data_func ("/library/family/alias/later", GINT_TO_POINTER (FALSE),
                        test_family_by_alias);
  g_test_add_data_func ("/library/family/alias/first", GINT_TO_POINTER (TRUE),
                        test_family_by_alias);
  g_test_add_func ("/library/twice", test_twice);
  return g_test_run ();
}
