#include "../../src/family/cs-record.h"

static CsNumber *
docdb_number (const char *country,
              const char *number,
              const char *kind,
              CsNumberRole role)
{
  CsNumberInput input = { number, country, kind, role, CS_NUMBER_DOCDB, CS_OFFICE_DATE_UNKNOWN };

  return cs_number_read (&input);
}

static void
test_without_number (void)
{
  CsRecordBuilder *builder = cs_record_builder_new ("test", "a.xml", 1);

  cs_record_builder_add_text (builder, CS_RECORD_TITLE, "EN", "A pump");
  g_assert_null (cs_record_builder_end (builder));
}

static void
test_repeated_and_padded (void)
{
  CsRecordBuilder *builder = cs_record_builder_new ("test", "a.xml", 3);
  CsClass padded = { "IPC", "H04W  84/    20            ", TRUE, FALSE };
  CsClass again = { "ipc", "H04W84/20 (2009.01)", FALSE, FALSE };
  CsLegalEvent event = { "EP", "AK  ", NULL, ' ', { 2011, 12, 28 }, CS_OFFICE_DATE_UNKNOWN, NULL };
  g_autoptr (CsRecord) record = NULL;

  cs_record_builder_take_publication (builder,
                                      docdb_number ("EP", "2225660", "A2", CS_NUMBER_PUBLICATION));
  cs_record_builder_add_party (builder, CS_PARTY_APPLICANT, "NOKIA\n CORP [FI], ", "FI");
  cs_record_builder_add_party (builder, CS_PARTY_APPLICANT, "Nokia Corp", NULL);
  cs_record_builder_add_party (builder, CS_PARTY_OWNER, "Nokia Corp", NULL);
  cs_record_builder_add_class (builder, &padded);
  cs_record_builder_add_class (builder, &again);
  cs_record_builder_add_event (builder, &event);
  cs_record_builder_add_text (builder, CS_RECORD_ABSTRACT, "EN", "");
  cs_record_builder_add_text (builder, CS_RECORD_TITLE, NULL, "bad \xff byte");
  record = cs_record_builder_end (builder);

  g_assert_cmpuint (record->n_parties, ==, 2);
  g_assert_cmpstr (record->parties[0].name, ==, "NOKIA CORP");
  g_assert_cmpstr (record->parties[1].country, ==, "");
  g_assert_cmpuint (record->n_classes, ==, 1);
  g_assert_cmpstr (record->classes[0].symbol, ==, "H04W84/20");
  g_assert_cmpstr (record->events[0].code, ==, "AK");
  g_assert_cmpstr (record->events[0].text, ==, "");
  g_assert_cmpuint (record->n_abstracts, ==, 0);
  g_assert_true (g_utf8_validate (record->titles[0].text, -1, NULL));
  g_assert_cmpstr (cs_number_get_id (record->publication), ==, "EP.2225660.A2");
  g_assert_null (record->application);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/without-number", test_without_number);
  g_test_add_func ("/record/repeated-and-padded", test_repeated_and_padded);
  return g_test_run ();
}
