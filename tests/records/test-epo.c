/* What the EPO gives out: answers of OPS, files of DOCDB, full texts. */

#include <string.h>

#include "../../src/base/cs-error.h"
#include "collect.h"

/* Every member with its priorities and events; the number of oddity in families.md behind each. */
static void
test_family (void)
{
  g_autoptr (Collected) all = collect_fixture ("ops-family.xml");
  const CsRecord *member;

  assert_counts (all, 3, 0);
  member = record_at (all, 0);
  g_assert_cmpstr (member->source, ==, "ops");
  g_assert_cmpstr (member->file, ==, "ops-family.xml");
  g_assert_cmpuint (member->place, ==, 1);
  assert_number (member->publication, "9000001", "A1", 20120105);
  g_assert_cmpstr (member->publication->alias, ==, "EP9000001");
  assert_number (member->application, "10999991", "A", 20100702); /* 7: kind "A " */
  g_assert_cmpuint (member->n_priorities, ==, 2);
  assert_number (member->priorities[0].number, "22222209", "P", 20090702);
  g_assert_cmpint (member->priorities[0].active, ==, 1);
  g_assert_cmpstr (member->priorities[0].linkage, ==, "");
  assert_number (member->priorities[1].number, "2010055555", "W", 20100702);
  g_assert_cmpint (member->priorities[1].active, ==, 0);
  g_assert_cmpstr (member->priorities[1].linkage, ==, "W");
  g_assert_cmpuint (member->n_families, ==, 1);
  g_assert_cmpstr (member->families[0].rule, ==, "docdb");
  g_assert_cmpstr (member->families[0].id, ==, "90000001");
  g_assert_cmpstr (field_of (member, "doc-id"), ==, "700000001");
  g_assert_true (g_str_has_prefix (member->raw, "<ops:family-member"));
  g_assert_true (g_str_has_suffix (member->raw, "</ops:family-member>"));

  member = record_at (all, 1);
  g_assert_cmpint (member->priorities[0].active, ==, -1);
  g_assert_cmpstr (text_in (member->titles, member->n_titles, "ko"), ==, "조립체");
  g_assert_cmpstr (text_in (member->titles, member->n_titles, "en"), ==, "ASSEMBLY");

  member = record_at (all, 2); /* 1: as the EPO renumbers it; 7: no application */
  assert_number (member->publication, "E232441", "T1", 0);
  g_assert_null (member->application);
  g_assert_cmpuint (member->n_families, ==, 0);
}

static void
test_events (void)
{
  g_autoptr (Collected) all = collect_fixture ("ops-family.xml");
  const CsRecord *member = record_at (all, 0);
  const CsLegalEvent *event;

  g_assert_cmpuint (member->n_events, ==, 2);
  event = &member->events[0];
  g_assert_cmpstr (event->code, ==, "AK"); /* 17: "AK  " */
  g_assert_cmpstr (event->authority, ==, "EP");
  g_assert_cmpint (event->influence, ==, '+');
  g_assert_cmpuint (cs_office_date_to_key (event->date), ==, 20120105);
  g_assert_cmpstr (event->details, ==, "Designated State(s): AT BE DE");

  event = &member->events[1]; /* of the national part of a European patent */
  g_assert_cmpstr (event->code, ==, "PG25");
  g_assert_cmpstr (event->authority, ==, "BE");
  g_assert_cmpint (event->influence, ==, '-');
  g_assert_cmpuint (cs_office_date_to_key (event->effective), ==, 20151231);

  event = &record_at (all, 1)->events[0];
  g_assert_cmpint (event->influence, ==, '\0');           /* 17: " " */
  g_assert_false (cs_office_date_is_known (event->date)); /* 4: 9999-12-31 */
  g_assert_cmpstr (event->text, ==, "NOTIFICATION OF REASON FOR REFUSAL");
}

static void
test_biblio (void)
{
  g_autoptr (Collected) all = collect_fixture ("ops-biblio.xml");
  const CsRecord *record = record_at (all, 0);
  g_autofree char *parties = dup_parties (record);
  g_autofree char *classes = dup_classes (record);

  assert_counts (all, 1, 0);
  assert_number (record->application, "10999991", "A", 20100702); /* day from the epodoc form */
  g_assert_cmpstr (record->application->alias, ==, "EP20100999991");
  assert_number (record->priorities[0].number, "US20090222222P", NULL, 20090702);
  g_assert_cmpint (record->priorities[0].number->form, ==, CS_NUMBER_EPODOC);
  /* 12: trailing commas, line ends, "[FI]", the same in other letters; another script is kept */
  g_assert_cmpstr (parties, ==,
                   "applicant PUMPPU OY (FI)\n"
                   "applicant 泵业有限公司 ()\n"
                   "inventor MEIKAELAEINEN MATTI (FI)\n");
  /* 13: the same symbol from several offices, blanks within */
  g_assert_cmpstr (classes, ==,
                   "ipc H04W84/20\nipc A61K9/16 first\ncpc H04W84/20\n"
                   "cpc Y02E60/10 additional\n");
  /* 19: several languages */
  g_assert_cmpuint (record->n_titles, ==, 2);
  g_assert_cmpstr (text_in (record->abstracts, record->n_abstracts, "en"), ==,
                   "A pump pumps.\nIt has a H₂O seal.");
  g_assert_cmpstr (text_in (record->abstracts, record->n_abstracts, "fr"), ==, "Une pompe.");
  g_assert_cmpuint (record->n_citations, ==, 2);
  assert_number (record->citations[0].number, "02054790", "A2", 20020711);
  g_assert_cmpstr (record->citations[0].category, ==, "X");
  g_assert_cmpstr (record->citations[0].phase, ==, "search");
  g_assert_cmpstr (record->citations[1].text, ==, "Pumps and how they pump, vol. 3");
  g_assert_cmpstr (record->citations[1].phase, ==, "applicant");
}

static void
test_texts (void)
{
  g_autoptr (Collected) all = collect_fixture ("ops-texts.xml");
  const CsRecord *record = record_at (all, 0);

  g_assert_cmpstr (text_in (record->claims, record->n_claims, "en"), ==,
                   "1. A pump (1) comprising:\na rotor (2); and\na housing.\n\n"
                   "2. The pump of claim 1, wherein the rotor is long.\n\n"
                   "3. The pump of claim 2.");
  g_assert_cmpstr (text_in (record->descriptions, record->n_descriptions, "en"), ==,
                   "Field\n[0001] The invention relates to pumps.");
}

static void
test_lists (void)
{
  g_autoptr (Collected) found = collect_fixture ("ops-search.xml");
  g_autoptr (Collected) equal = collect_fixture ("ops-equivalents.xml");
  const CsGivenFamily *family;

  assert_counts (found, 2, 0);
  assert_number (record_at (found, 0)->publication, "P20999999", "T1", 0);
  g_assert_cmpstr (record_at (found, 1)->families[0].id, ==, "90000003");

  assert_counts (equal, 1, 0);
  assert_number (record_at (equal, 0)->publication, "9000001", "A1", 0);
  family = &record_at (equal, 0)->families[0];
  g_assert_cmpuint (family->n_members, ==, 2);
  assert_number (family->members[1], "US2012999999", NULL, 0);
}

static void
test_fault (void)
{
  g_autoptr (Collected) all = collect_fixture ("ops-fault.xml");
  const GError *error = fault_at (all, 0)->error;

  assert_counts (all, 0, 1);
  g_assert_error (error, CS_ERROR, CS_ERROR_EMPTY);
  g_assert_nonnull (strstr (error->message, "The country code provided is invalid"));
}

static void
test_register (void)
{
  g_autoptr (Collected) all = collect_fixture ("ops-register.xml");
  const CsRecord *record = record_at (all, 0);
  g_autofree char *parties = dup_parties (record);

  assert_counts (all, 1, 1);
  assert_number (record->publication, "9000001", "B1", 20150304);
  assert_number (record->application, "10999991", NULL, 20100702);
  g_assert_cmpstr (parties, ==, "applicant New Pumps Ltd (GB)\n"); /* the newest */
  g_assert_cmpstr (record->titles[0].text, ==, "PUMP, IMPROVED");
  g_assert_cmpuint (record->n_titles, ==, 1);
  g_assert_cmpstr (record->events[0].text, ==, "(Expected) grant");
  g_assert_cmpuint (cs_office_date_to_key (record->as_of), ==, 20251025);
  g_assert_error (fault_at (all, 0)->error, CS_ERROR, CS_ERROR_UNSUPPORTED);
  g_assert_cmpuint (fault_at (all, 0)->place, ==, 2);
}

static void
test_docdb (void)
{
  g_autoptr (Collected) all = collect_fixture ("docdb.xml");
  const CsRecord *record = record_at (all, 0);
  g_autofree char *parties = dup_parties (record);
  g_autofree char *classes = dup_classes (record);

  assert_counts (all, 3, 0);
  g_assert_cmpstr (record->source, ==, "docdb");
  g_assert_cmpuint (cs_office_date_to_key (record->as_of), ==, 20221027);
  assert_number (record->publication, "9206", "A", 20030918);
  assert_number (record->application, "2000009988D", "A", 0); /* no number, day of zeroes */
  g_assert_cmpuint (record->n_priorities, ==, 2);             /* three forms of two */
  g_assert_cmpstr (record->priorities[0].number->alias, ==, "US19980083599");
  g_assert_cmpint (record->priorities[1].active, ==, 0);
  g_assert_cmpstr (record->priorities[1].linkage, ==, "W");
  g_assert_cmpstr (parties, ==, "applicant PUMPS & CO (US)\n");
  g_assert_cmpstr (classes, ==, "ipc A61K9/16\ncpc C07K16/464 first\n");
  g_assert_cmpuint (record->n_titles, ==, 1);
  g_assert_cmpuint (record->families[0].n_members, ==, 2);
  assert_number (record->families[0].members[1], "4349999", "U", 0);
  g_assert_false (record->is_withdrawn);

  record = record_at (all, 1);
  g_assert_true (record->is_withdrawn);
  assert_number (record->publication, "9258188", "B", 19680104);
  g_assert_cmpuint (cs_office_date_to_key (record->as_of), ==, 20240218); /* of the file */
  g_assert_false (record_at (all, 2)->is_withdrawn);
}

/* Cut out of a file, without the declaration of its prefix. */
static void
test_fragment (void)
{
  g_autoptr (Collected) all = collect_fixture ("docdb-fragment.xml");
  const CsRecord *record = record_at (all, 0);

  assert_counts (all, 1, 0);
  g_assert_cmpstr (text_in (record->titles, record->n_titles, "sh"), ==, "PUMPA");
  g_assert_cmpstr (text_in (record->abstracts, record->n_abstracts, "sh"), ==,
                   "Pumpa koja pumpa.");
}

/* A broken record does not stop those behind it. */
static void
test_broken_list (void)
{
  static const char *const numbers[] = { "9000001", "9000003", "9000005" };
  static const guint places[] = { 1, 3, 5 };
  g_autoptr (Collected) all = collect_fixture ("docdb-broken.xml");

  assert_counts (all, 3, 2);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_assert_cmpstr (record_at (all, i)->publication->raw, ==, numbers[i]);
      g_assert_cmpuint (record_at (all, i)->place, ==, places[i]);
      g_assert_cmpuint (cs_office_date_to_key (record_at (all, i)->as_of), ==, 20240218);
    }
  g_assert_error (fault_at (all, 0)->error, CS_ERROR, CS_ERROR_SYNTAX);
  g_assert_cmpuint (fault_at (all, 0)->place, ==, 2);
  g_assert_cmpuint (cs_error_get_line (fault_at (all, 0)->error), ==, 5);
  g_assert_cmpuint (fault_at (all, 1)->place, ==, 4);
  g_assert_cmpuint (cs_error_get_line (fault_at (all, 1)->error), ==, 7);
}

static void
test_full_text (void)
{
  g_autoptr (Collected) all = collect_fixture ("ep.xml");
  const CsRecord *record = record_at (all, 0);
  g_autofree char *parties = dup_parties (record);
  g_autofree char *classes = dup_classes (record);

  assert_counts (all, 1, 0);
  assert_number (record->publication, "9383757", "B1", 20210707);
  assert_number (record->application, "16999916.1", NULL, 20160829);
  g_assert_cmpuint (record->n_titles, ==, 3);
  g_assert_cmpstr (text_in (record->titles, 3, "fr"), ==, "POMPE");
  g_assert_cmpuint (record->n_claims, ==, 3);
  g_assert_cmpstr (text_in (record->claims, 3, "en"), ==,
                   "1. A pump, with:\na rotor.\n\n2. 3D pump of claim 1.");
  g_assert_cmpstr (text_in (record->claims, 3, "de"), ==, "1. Pumpe mit Läufer.");
  g_assert_cmpstr (record->descriptions[0].text, ==, "Field\n[0001] Pumps.\n[0002] 3D pumps");
  g_assert_cmpuint (record->n_priorities, ==, 2);
  assert_number (record->priorities[1].number, "201562999041", "P", 20150926);
  g_assert_cmpuint (record->n_relations, ==, 2);
  g_assert_cmpint (record->relations[0].type, ==, CS_RELATION_DIVISION);
  assert_number (record->relations[0].parent, "13999586.7", NULL, 20130201);
  g_assert_cmpint (record->relations[1].type, ==, CS_RELATION_NATIONAL_PHASE);
  assert_number (record->relations[1].parent, "PCT/US2016/049999", NULL, 20160829);
  assert_number (record->citations[0].number, "2014/114885", "A1", 0);
  assert_number (record->citations[1].number, "5948634", "A", 0);
  g_assert_cmpstr (record->citations[2].text, ==, "Pumps, 1994");
  g_assert_cmpstr (parties, ==,
                   "inventor DOE, Jane (US)\nowner Pump Management LLC (US)\n"
                   "agent Solicitors (GB)\n");
  g_assert_cmpstr (classes, ==, "ipc B65D51/18 first\ncpc Y02E60/10 additional\n");
  g_assert_cmpstr (field_of (record, "B840"), ==, "AT BE");
  g_assert_cmpstr (field_of (record, "B620EP"), ==, "21999999.9");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/records/ops/family", test_family);
  g_test_add_func ("/records/ops/events", test_events);
  g_test_add_func ("/records/ops/biblio", test_biblio);
  g_test_add_func ("/records/ops/texts", test_texts);
  g_test_add_func ("/records/ops/lists", test_lists);
  g_test_add_func ("/records/ops/fault", test_fault);
  g_test_add_func ("/records/ops/register", test_register);
  g_test_add_func ("/records/docdb/list", test_docdb);
  g_test_add_func ("/records/docdb/fragment", test_fragment);
  g_test_add_func ("/records/docdb/broken", test_broken_list);
  g_test_add_func ("/records/ep/full-text", test_full_text);

  return g_test_run ();
}
