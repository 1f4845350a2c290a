/* What USPTO and CNIPA publish. */

#include <string.h>

#include "../../src/base/cs-error.h"
#include "collect.h"

static void
test_grant (void)
{
  g_autoptr (Collected) all = collect_fixture ("uspto-weekly.xml");
  const CsRecord *record = record_at (all, 0);
  g_autofree char *parties = dup_parties (record);
  g_autofree char *classes = dup_classes (record);

  g_assert_cmpstr (record->source, ==, "uspto");
  g_assert_cmpuint (cs_office_date_to_key (record->as_of), ==, 20140304);
  assert_number (record->publication, "09999901", "B2", 20140318);
  assert_number (record->application, "13999901", NULL, 20130331);
  assert_number (record->priorities[0].number, "2008-999999", NULL, 20080409);
  g_assert_cmpstr (parties, ==,
                   "applicant Pump Systems, Inc. (US)\ninventor Doe, Jane (US)\n"
                   "agent Law & Order ()\nowner Pump Holding SA (CH)\n"
                   "examiner Roe, Richard ()\n");
  g_assert_cmpstr (classes, ==,
                   "ipc B65D83/04 first\ncpc B65D83/0463 first\n"
                   "cpc Y10S206/828 additional\nus 206/53.1\nus 220/239.1\n");
  g_assert_cmpstr (field_of (record, "us-term-extension"), ==, "476");
  g_assert_cmpstr (field_of (record, "us-371c124-date"), ==, "20101203");
  g_assert_nonnull (strstr (field_of (record, "disclaimer"), "terminal disclaimer"));
  g_assert_true (g_str_has_prefix (record->raw, "<us-patent-grant"));
  g_assert_true (g_str_has_suffix (record->raw, "</us-patent-grant>"));
}

static void
test_grant_texts (void)
{
  g_autoptr (Collected) all = collect_fixture ("uspto-weekly.xml");
  const CsRecord *record = record_at (all, 0);

  /* A minus of another kind, a blank on the wrong side: what stands high or low says so. */
  g_assert_cmpstr (record->titles[0].text, ==, "Pump for 10⁻⁷ mol of H₂ and more");
  g_assert_cmpstr (record->titles[0].language, ==, "en");
  g_assert_cmpstr (record->abstracts[0].text, ==, "A pump.");
  g_assert_cmpstr (record->claims[0].text, ==,
                   "1. A pump, comprising:\na rotor; and\na housing.\n\n"
                   "2. The pump of claim 1, wherein the rotor is long.");
  g_assert_cmpstr (record->descriptions[0].text, ==,
                   "FIELD\n[0001] The pump of FIG. 1 has parts:\na rotor,\na housing.\n"
                   "[0002] Speed 10²\nMass 5");
}

static void
assert_relation (const CsRecord *record, guint index, CsRelationType type, const char *raw)
{
  g_assert_cmpuint (index, <, record->n_relations);
  g_assert_cmpint (record->relations[index].type, ==, type);
  g_assert_cmpstr (record->relations[index].parent->raw, ==, raw);
}

static void
test_grant_links (void)
{
  g_autoptr (Collected) all = collect_fixture ("uspto-weekly.xml");
  const CsRecord *record = record_at (all, 0);

  g_assert_cmpuint (record->n_relations, ==, 5);
  assert_relation (record, 0, CS_RELATION_NATIONAL_PHASE, "PCT/IB2009/005999");
  assert_relation (record, 1, CS_RELATION_CONTINUATION, "PCT/CH02/00573"); /* 16: country US */
  g_assert_cmpstr (record->relations[1].parent->country, !=, "US");
  assert_relation (record, 2, CS_RELATION_RELATED, "09999555"); /* of a parent, not of this one */
  assert_relation (record, 3, CS_RELATION_PROVISIONAL, "61999333");
  g_assert_cmpstr (record->relations[3].parent->kind, ==, "P");
  assert_relation (record, 4, CS_RELATION_RELATED, "20110999363");
  g_assert_cmpint (record->relations[4].parent->role, ==, CS_NUMBER_PUBLICATION);

  g_assert_cmpuint (record->n_citations, ==, 3);
  assert_number (record->citations[0].number, "6460693", "B1", 20021000); /* 4: no day */
  g_assert_cmpstr (record->citations[0].phase, ==, "applicant");
  assert_number (record->citations[1].number, "2011/0002889", "A1", 20110100); /* 11 */
  g_assert_cmpstr (record->citations[1].phase, ==, "examination");
  g_assert_cmpstr (record->citations[2].text, ==, "Pumps, 1994.");
  g_assert_cmpstr (record->citations[2].phase, ==, "third-party");
}

/* The listing of a sequence is none of ours; the broken one has its line; the rest goes on. */
static void
test_weekly (void)
{
  g_autoptr (Collected) all = collect_fixture ("uspto-weekly.xml");
  g_autofree char *path = record_fixture_path ("uspto-weekly.xml");
  g_autofree char *content = NULL;
  const char *broken;
  guint line = 1;

  assert_counts (all, 2, 1);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  broken = strstr (content, "<oops>");
  for (const char *at = content; at < broken; at++)
    line += *at == '\n';
  g_assert_error (fault_at (all, 0)->error, CS_ERROR, CS_ERROR_SYNTAX);
  g_assert_cmpuint (cs_error_get_line (fault_at (all, 0)->error), ==, line);
  g_assert_cmpuint (fault_at (all, 0)->place, ==, 2);
  g_assert_cmpuint (record_at (all, 1)->place, ==, 3);
}

/* 14: before 2013 applicants were the inventors. */
static void
test_old_application (void)
{
  g_autoptr (Collected) all = collect_fixture ("uspto-weekly.xml");
  const CsRecord *record = record_at (all, 1);
  g_autofree char *parties = dup_parties (record);
  g_autofree char *classes = dup_classes (record);

  assert_number (record->publication, "20050999903", "A1", 20050106);
  g_assert_cmpstr (parties, ==, "applicant Pei, Li (TW)\ninventor Pei, Li (TW)\n");
  g_assert_cmpstr (classes, ==, "ipc H03M13/00\nipc C12N9/00\nlocarno 14-03\n");
}

static void
test_grant_2001 (void)
{
  g_autoptr (Collected) all = collect_fixture ("uspto-2001-grant.xml");
  const CsRecord *record = record_at (all, 0);
  g_autofree char *parties = dup_parties (record);
  g_autofree char *classes = dup_classes (record);

  assert_counts (all, 1, 0);
  assert_number (record->publication, "06999904", "B1", 20020827);
  assert_number (record->application, "09999904", NULL, 19990304);
  g_assert_cmpstr (record->titles[0].text, ==, "Pump & code");
  g_assert_cmpstr (record->abstracts[0].text, ==, "N₁×2.");
  g_assert_cmpstr (record->claims[0].text, ==,
                   "1. A method, comprising:\npumping; and\nstopping.\n\n"
                   "2. The method of claim 1.");
  g_assert_cmpstr (record->descriptions[0].text, ==, "FIELD\nPumps.");
  g_assert_cmpuint (record->n_priorities, ==, 2);
  assert_number (record->priorities[0].number, "9811845.8", NULL, 19980602);
  assert_number (record->priorities[1].number, "9811846", NULL, 0);
  g_assert_cmpuint (record->n_relations, ==, 2);
  assert_relation (record, 0, CS_RELATION_IN_PART, "08999000");
  assert_relation (record, 1, CS_RELATION_PROVISIONAL, "60/115394");
  g_assert_cmpstr (record->citations[0].phase, ==, "examination");
  g_assert_cmpstr (record->citations[1].text, ==, "“Pumps” 1994.");
  g_assert_cmpstr (parties, ==, "inventor Doe, Jane (CA)\nowner Pump Networks ()\n");
  g_assert_cmpstr (classes, ==, "ipc H03M13/00\nus 714/786\nus D26/2\n");
}

static void
test_application_2001 (void)
{
  g_autoptr (Collected) all = collect_fixture ("uspto-2001-application.xml");
  const CsRecord *record = record_at (all, 0);
  g_autofree char *parties = dup_parties (record);
  g_autofree char *classes = dup_classes (record);

  assert_counts (all, 1, 0);
  assert_number (record->publication, "20010999905", "A1", 20011018);
  assert_number (record->application, "09999905", NULL, 20001201);
  assert_number (record->priorities[0].number, "9811845.8", NULL, 19980602);
  assert_relation (record, 0, CS_RELATION_CONTINUATION, "PCT/GB99/01999"); /* 16 */
  assert_relation (record, 1, CS_RELATION_PROVISIONAL, "60999111");
  g_assert_cmpstr (record->claims[0].text, ==,
                   "1. A method.\n\n2. The method as in claim 1, done.");
  g_assert_cmpstr (record->descriptions[0].text, ==, "[0001] Of reagents.");
  g_assert_cmpstr (parties, ==,
                   "inventor Doe, Jane (GB)\ninventor Doe, John ()\n"
                   "owner Pump Environmental ()\nagent LAW AND ORDER ()\n");
  g_assert_cmpstr (classes, ==, "ipc C12N1/20\nus 435/252.33\n");
}

static void
test_chinese (void)
{
  g_autoptr (Collected) all = collect_fixture ("cnipa.xml");
  const CsRecord *record = record_at (all, 0);
  g_autofree char *parties = dup_parties (record);
  g_autofree char *classes = dup_classes (record);

  assert_counts (all, 1, 0);
  assert_number (record->publication, "109999314", "B", 20190802); /* not that for machines */
  assert_number (record->application, "201710601862.3", NULL, 20170721);
  g_assert_cmpuint (record->n_priorities, ==, 1);
  assert_number (record->priorities[0].number, "2016-199999", NULL, 20160801);
  g_assert_cmpuint (record->n_relations, ==, 3);
  assert_relation (record, 0, CS_RELATION_DIVISION, "201510163325.6");
  assert_relation (record, 1, CS_RELATION_RELATED, "109999314");
  assert_relation (record, 2, CS_RELATION_NATIONAL_PHASE, "PCT/JP2017/099999");
  g_assert_cmpstr (parties, ==,
                   "applicant 某某泵业有限公司 (CN)\ninventor 张三 ()\nagent 李四 ()\n"
                   "agent 某某专利代理有限公司 ()\nexaminer 王五 ()\n");
  g_assert_cmpstr (classes, ==, "ipc G06F13/12\n");
  assert_number (record->citations[0].number, "1719946", "A", 0);
}

static void
test_chinese_texts (void)
{
  g_autoptr (Collected) all = collect_fixture ("cnipa.xml");
  const CsRecord *record = record_at (all, 0);

  g_assert_cmpstr (record->titles[0].text, ==, "一种泵");
  g_assert_cmpstr (record->abstracts[0].text, ==, "一种泵，包括壳体。");
  g_assert_cmpstr (record->claims[0].text, ==,
                   "1.一种泵，其特征在于，包括：\n壳体。\n\n2、根据权利要求1所述的泵。");
  g_assert_cmpstr (record->descriptions[0].text, ==,
                   "[0001] 技术领域\n[0002] 压力为10⁶Pa，如图所示。");
  g_assert_cmpstr (record->descriptions[0].language, ==, "zh");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/records/uspto/grant", test_grant);
  g_test_add_func ("/records/uspto/grant-texts", test_grant_texts);
  g_test_add_func ("/records/uspto/grant-links", test_grant_links);
  g_test_add_func ("/records/uspto/weekly", test_weekly);
  g_test_add_func ("/records/uspto/old-application", test_old_application);
  g_test_add_func ("/records/uspto/grant-2001", test_grant_2001);
  g_test_add_func ("/records/uspto/application-2001", test_application_2001);
  g_test_add_func ("/records/cnipa/publication", test_chinese);
  g_test_add_func ("/records/cnipa/texts", test_chinese_texts);

  return g_test_run ();
}
