/* What imports made of a family, as it is told afterwards. */

#include <string.h>

#include "../../src/store/cs-library-history.h"
#include "library-fixture.h"

#define PRIORITY "+DE.102007000001.A"

static CsLibrary *
open_in_memory (void)
{
  g_autoptr (GError) error = NULL;
  CsLibrary *library = cs_library_open_in_memory (&error);

  g_assert_no_error (error);
  return library;
}

/* --- what is told, as words --- */

static void
add_changes (GString *words, const GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const CsHistoryChange *change = g_ptr_array_index (changes, i);

      g_string_append_printf (words, "%s%s %s", i == 0 ? "" : ", ",
                              cs_history_kind_get_name (change->kind), change->number);
      if (change->kind == CS_HISTORY_STATE)
        g_string_append_printf (words, " %s %s", cs_legal_state_get_name (change->was),
                                cs_legal_state_get_name (change->now));
      if (change->family != 0)
        g_string_append_printf (words, " %ld", (glong)change->family);
    }
}

static GPtrArray *
load_history (CsLibrary *library, gint64 family)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *history = cs_library_load_history (library, family, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (history->len, >, 0);
  return history;
}

/* @n: from the oldest, 0. Returns: (transfer full): what import number @n changed */
static char *
dup_changes (CsLibrary *library, gint64 family, guint n)
{
  g_autoptr (GPtrArray) history = load_history (library, family);
  GString *words = g_string_new (NULL);

  g_assert_cmpuint (n, <, history->len);
  add_changes (words,
               ((CsHistoryEntry *)g_ptr_array_index (history, history->len - 1 - n))->changes);
  return g_string_free (words, FALSE);
}

#define assert_changes(library, family, n, wanted)             \
  G_STMT_START                                                 \
  {                                                            \
    g_autofree char *found = dup_changes (library, family, n); \
    g_assert_cmpstr (found, ==, wanted);                       \
  }                                                            \
  G_STMT_END

#define assert_length(library, family, n)                           \
  G_STMT_START                                                      \
  {                                                                 \
    g_autoptr (GPtrArray) history = load_history (library, family); \
    g_assert_cmpuint (history->len, ==, n);                         \
  }                                                                 \
  G_STMT_END

/* --- imports --- */

static void
import_publication (CsLibrary *library, const char *publication, guint published)
{
  import_one (library, start_record ("ops", publication, published, "CN.200880123968.A",
                                     20081212));
}

static void
test_made (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  g_autoptr (GPtrArray) history = NULL;
  const CsHistoryEntry *entry;

  import_publication (library, "CN.101911042.A", 20101208);
  history = load_history (library, find_family (library, "CN101911042A"));
  g_assert_cmpuint (history->len, ==, 1);
  entry = g_ptr_array_index (history, 0);
  g_assert_cmpstr (entry->label, ==, "invented");
  g_assert_cmpint (entry->began_us, >, 0);
  g_assert_cmpuint (entry->members->len, ==, 1);
  g_assert_cmpstr (((CsHistoryMember *)g_ptr_array_index (entry->members, 0))->number, ==,
                   "CN 200880123968.6");
  g_assert_cmpuint (entry->until_now->len, ==, 0);
  assert_changes (library, find_family (library, "CN101911042A"), 0, "came CN 200880123968.6");
}

static void
test_new_member (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GString) since = g_string_new (NULL);
  const CsHistoryEntry *first;
  gint64 family;

  import_member (library, "FR", PRIORITY);
  import_member (library, "IT", PRIORITY);
  family = find_family (library, "FR2225660A1");
  history = load_history (library, family);
  g_assert_cmpuint (history->len, ==, 2);
  first = g_ptr_array_index (history, 1);
  g_assert_cmpuint (first->members->len, ==, 1);
  add_changes (since, first->until_now);
  g_assert_true (g_str_has_prefix (since->str, "came IT"));
  assert_changes (library, family, 1, since->str);
}

/* The same import again has changed nothing. */
static void
test_same_again (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();

  import_member (library, "FR", PRIORITY);
  import_member (library, "FR", PRIORITY);
  assert_length (library, find_family (library, "FR2225660A1"), 1);
}

static void
test_state (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  CsRecordBuilder *lapsed =
      start_record ("ops", "CN.101911042.B", 20120620, "CN.200880123968.A", 20081212);
  CsLegalEvent event = { .authority = "CN", .code = "CF01", .date = day (20180102) };
  gint64 family;

  import_publication (library, "CN.101911042.A", 20101208);
  import_publication (library, "CN.101911042.B", 20120620);
  cs_record_builder_add_event (lapsed, &event);
  import_one (library, lapsed);
  family = find_family (library, "CN101911042A");
  assert_length (library, family, 3);
  assert_changes (library, family, 1,
                  "state CN 200880123968.6 unknown in-force, published CN 101911042 B");
  assert_changes (library, family, 2, "state CN 200880123968.6 in-force ceased");
}

/* A document that changes no state is told all the same. */
static void
test_published (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  gint64 family;

  import_one (library,
              start_record ("ops", "EP.2225660.A2", 20100908, "EP.08868513.A", 20081212));
  import_one (library,
              start_record ("ops", "EP.2225660.A4", 20110105, "EP.08868513.A", 20081212));
  family = find_family (library, "EP2225660A2");
  assert_length (library, family, 2);
  assert_changes (library, family, 1, "published EP 2225660 A4");
}

/* The terms that end without an import are a run, too. */
static void
test_time_passes (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  gint64 family;

  import_publication (library, "CN.101911042.B", 20120620);
  family = find_family (library, "CN101911042B");
  g_assert_true (cs_library_pass_time (library, day (20300101), NULL));
  assert_length (library, family, 2);
  assert_changes (library, family, 1, "state CN 200880123968.6 in-force expired");
}

/* One that goes to another family is told in both. */
static void
test_moved (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  g_autofree char *went = NULL;
  g_autofree char *came = NULL;
  gint64 first;
  gint64 second;

  import_member (library, "FR", PRIORITY);
  import_member (library, "IT", PRIORITY);
  import_member (library, "ES", "+DE.102007000002.A");
  first = find_family (library, "FR2225660A1");
  second = find_family (library, "ES2225660A1");
  import_member (library, "IT", "+DE.102007000002.A");
  g_assert_cmpint (find_family (library, "IT2225660A1"), ==, second);

  went = dup_changes (library, first, 2);
  came = dup_changes (library, second, 1);
  g_assert_true (g_str_has_prefix (went, "went IT"));
  g_assert_cmpint (g_ascii_strtoll (strrchr (went, ' ') + 1, NULL, 10), ==, second);
  g_assert_true (g_str_has_prefix (came, "came IT"));
  g_assert_cmpint (g_ascii_strtoll (strrchr (came, ' ') + 1, NULL, 10), ==, first);
}

/* What a member was before it came is no history of its family. */
static void
test_moved_with_documents (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  CsRecordBuilder *later =
      start_record ("docdb", "IT.2225660.B1", 20150101, "IT.2008868513.A", 20081212);
  g_autofree char *came = NULL;
  gint64 family;

  import_member (library, "ES", "+DE.102007000002.A");
  family = find_family (library, "ES2225660A1");
  import_member (library, "IT", PRIORITY);
  import_one (library, later);
  import_member (library, "IT", "+DE.102007000002.A");
  g_assert_cmpint (find_family (library, "IT2225660A1"), ==, family);
  assert_length (library, family, 2);
  came = dup_changes (library, family, 1);
  g_assert_true (g_str_has_prefix (came, "came IT"));
}

static void
test_withdrawn (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  CsRecordBuilder *gone =
      start_record ("docdb", "IT.2225660.A1", 20100908, "IT.2008868513.A", 20081212);
  g_autofree char *went = NULL;
  gint64 family;

  import_member (library, "FR", PRIORITY);
  import_member (library, "IT", PRIORITY);
  family = find_family (library, "FR2225660A1");
  cs_record_builder_set_withdrawn (gone);
  import_one (library, gone);
  assert_length (library, family, 3);
  went = dup_changes (library, family, 2);
  g_assert_true (g_str_has_prefix (went, "went IT"));
}

/* A kind that is told later makes no other member. */
static void
test_kind_told_later (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  gint64 family;

  import_one (library, start_record ("table:lens", "CN.101911042.A", 20101208,
                                     "CN.200880123968.", 20081212));
  import_publication (library, "CN.101911042.B", 20120620);
  family = find_family (library, "CN101911042A");
  assert_length (library, family, 2);
  assert_changes (library, family, 1,
                  "state CN 200880123968.6 unknown in-force, published CN 101911042 B");
}

/* A number that an application had for want of its own goes, the family stays. */
static void
test_application_told_later (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  gint64 family;

  import_one (library, start_record ("table:lens", "EP.2225660.A2", 20100908, NULL, 0));
  family = find_family (library, "EP2225660A2");
  import_one (library,
              start_record ("ops", "EP.2225660.A2", 20100908, "EP.08868513.A", 20081212));
  g_assert_cmpint (find_family (library, "EP2225660A2"), ==, family);
  assert_length (library, family, 2);
  assert_changes (library, family, 1, "came EP 08868513.6, went EP 2225660 A2");
}

static void
test_no_family (void)
{
  g_autoptr (CsLibrary) library = open_in_memory ();
  g_autoptr (GError) error = NULL;

  g_assert_null (cs_library_load_history (library, 42, &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND);
}

static const struct
{
  const char *name;
  GTestFunc test;
} tests[] = {
  { "made", test_made },
  { "new-member", test_new_member },
  { "same-again", test_same_again },
  { "state", test_state },
  { "published", test_published },
  { "time-passes", test_time_passes },
  { "moved", test_moved },
  { "moved-with-documents", test_moved_with_documents },
  { "withdrawn", test_withdrawn },
  { "kind-told-later", test_kind_told_later },
  { "application-told-later", test_application_told_later },
  { "no-family", test_no_family },
};

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *name = g_strconcat ("/library/history/", tests[i].name, NULL);

      g_test_add_func (name, tests[i].test);
    }
  return g_test_run ();
}
