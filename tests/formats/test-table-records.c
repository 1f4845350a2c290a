/* What becomes of rows that are odd: damaged by a spreadsheet program, slipped, without a number;
 * what the user makes of columns that nobody knows. */

#include <string.h>

#include "../../src/base/cs-error.h"
#include "dump-table.h"

static void
assert_records (const char *table, const char *expected)
{
  g_autofree char *records = dump_records (table, strlen (table), NULL);

  g_assert_cmpstr (records, ==, expected);
}

static CsTableMap *
guess (const char *table)
{
  g_autoptr (GError) error = NULL;
  CsTableMap *map = cs_table_map_guess (table, strlen (table), &error);

  g_assert_no_error (error);

  return map;
}

/* A number that lost its digits names no document: two of them are not the same one. */
static void
test_rounded_numbers (void)
{
  const char *table = "公开号,申请号\nCN101911042A,2.00880123968E+11\n,2.01711E+11\n"
                      "2.01711E+11,201710601862.3\n";
  g_autoptr (CsTableMap) map = guess (table);

  assert_records (table,
                  "record table:any line 2\n  publication CN.101911042.A \n"
                  "  申请号 = 2.00880123968E+11\n"
                  "fault line 2 syntax: \"2.00880123968E+11\" was rounded by a spreadsheet "
                  "program, its digits are lost\n"
                  "fault line 3 syntax: \"2.01711E+11\" was rounded by a spreadsheet program, its "
                  "digits are lost\n"
                  "record table:any line 4\n  application CN.201710601862.A \n"
                  "  公开号 = 2.01711E+11\n"
                  "fault line 4 syntax: \"2.01711E+11\" was rounded by a spreadsheet program, its "
                  "digits are lost\n");
  g_assert_cmpuint (g_strv_length (map->warnings), ==, 2);
}

static void
test_dates (void)
{
  const char *days = "公开号,公开日\nCN101911042A,40520\nCN101911042B,2013-03-20 00:00:00\n";
  const char *american = "Patent number,PD\nUS8131731B2,3/6/2012\nUS8510313B2,8/13/2013\n";
  const char *unclear = "Patent number,PD\nUS8131731B2,3/6/2012\nUS8510313B2,5/5/2013\n";
  const char *nonsense = "公开号,公开日\nCN101911042A,soon\nCN101911042B,0000-00-00\n";
  g_autoptr (CsTableMap) days_map = guess (days);
  g_autoptr (CsTableMap) unclear_map = guess (unclear);

  assert_records (days, "record table:any line 2\n  publication CN.101911042.A 2010-12-08\n"
                        "record table:any line 3\n  publication CN.101911042.B 2013-03-20\n");
  g_assert_nonnull (strstr (days_map->warnings[0], "\"40520\", a day number"));
  assert_records (american, "record table:any line 2\n  publication US.8131731.B2 2012-03-06\n"
                            "record table:any line 3\n  publication US.8510313.B2 2013-08-13\n");
  assert_records (unclear, "record table:any line 2\n  publication US.8131731.B2 \n"
                           "  PD = 3/6/2012\nfault line 2 syntax: \"3/6/2012\" is no date\n"
                           "record table:any line 3\n  publication US.8510313.B2 2013-05-05\n");
  g_assert_nonnull (strstr (unclear_map->warnings[0], "day or the month comes first"));
  assert_records (nonsense, "record table:any line 2\n  publication CN.101911042.A \n"
                            "  公开日 = soon\nfault line 2 syntax: \"soon\" is no date\n"
                            "record table:any line 3\n  publication CN.101911042.B \n");
}

/* Each row that gives nothing is told, with its line; the others are read. */
static void
test_rejects (void)
{
  assert_records ("公开号,名称\nCN101911042A,泵\n-,阀\n© 样例平台,\nCN101911042B,\"泵\nCN102622450A,"
                  "泵,x\n",
                  "record table:any line 2\n  publication CN.101911042.A \n  title [zh] 泵\n"
                  "fault line 3 syntax: the row has no number of a publication or application\n"
                  "fault line 4 syntax: \"© 样例平台\" is no number of a document\n"
                  "fault line 5 syntax: a quotation mark in this line is never closed\n"
                  "record table:any line 6\n  publication CN.102622450.A \n  title [zh] 泵\n"
                  "fault line 6 syntax: the row has 3 cells, but there are 2 columns\n");
}

/* Oddity 20 of exports: "-" for empty, values repeated, names of columns not in the first row. */
static void
test_marks_and_repeats (void)
{
  assert_records ("导出自样例平台\n\n公开号,申请人,IPC,优先权号,摘要\n"
                  "CN101911042A,样例公司；样例公司;李四,F04D29/22;;F04D29/22,N/A,暂无\n",
                  "record table:any line 4\n  publication CN.101911042.A \n  applicant 样例公司\n"
                  "  applicant 李四\n  ipc F04D29/22\n");
}

/* Oddity 10: a list of members may hold more than the family; it is kept as the source's own, by
 * its own name, and merged with nothing. */
static void
test_families_apart (void)
{
  assert_records (
      "Lens ID,Display Key,Simple Family Members,Extended Family Members,Simple Family Size\n"
      "1,US 8131731 B2,US 8131731 B2;;WO 2009/085664 A2,US 8131731 B2;;CN 101911042 A,2\n",
      "record table:lens line 2\n  publication US.8131731.B2 \n"
      "  family lens-simple : WO.2009085664.A2\n  family lens-extended : CN.101911042.A\n"
      "  Lens ID = 1\n  Simple Family Size = 2\n");
}

/* A longer name is never taken for the shorter one in it. */
static void
test_longest_alias (void)
{
  g_autoptr (CsTableMap) map = guess ("公开号,申请人,申请人地址,申请人数量, 申 请 人 ,ＩＰＣ\n");
  g_autofree char *columns = dump_map (map);

  g_assert_cmpstr (columns, ==,
                   "any untried, names in line 1, 6 of 6 known\n  公开号 = publication\n"
                   "  申请人 = applicant\n  申请人地址 = kept\n  申请人数量 = kept\n"
                   "  申 请 人 = applicant\n  ＩＰＣ = class:ipc\n");
}

static void
test_change (void)
{
  const char *table = "Mine,Score\nCN101911042A,5\n";
  CsRecordInput input = { .name = "a", .bytes = table, .n_bytes = strlen (table) };
  g_autoptr (CsTableMap) map = guess (table);
  g_autoptr (CsTableMap) changed = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *records = NULL;

  g_assert_cmpuint (map->n_known, ==, 0);
  g_assert_cmpuint (g_strv_length (map->warnings), ==, 1);
  assert_records (table, "fault line 1 unsupported: no column with numbers of publications or "
                         "applications was found: say which it is\n");

  changed = cs_table_map_change (map, "#1=publication", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (changed->warnings), ==, 0);
  g_assert_cmpuint (map->n_known, ==, 0);
  records = dump_records (input.bytes, input.n_bytes, changed);
  g_assert_cmpstr (records, ==, "record table:any line 2\n  publication CN.101911042.A \n"
                                "  Score = 5\n");
}

static void
assert_no_change (const CsTableMap *map, const char *change, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cs_table_map_change (map, change, &error));
  g_assert_error (error, CS_ERROR, CS_ERROR_SYNTAX);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_bad_change (void)
{
  g_autoptr (CsTableMap) map = guess ("公开号,名称\nCN101911042A,泵\n");

  assert_no_change (map, "公告号=publication", "there is no column \"公告号\"");
  assert_no_change (map, "#3=publication", "there is no column \"#3\"");
  assert_no_change (map, "名称=name", "no column can mean \"name\"");
  assert_no_change (map, "名称=family", "no column can mean \"family\"");
  assert_no_change (map, "名称", "no column can mean \"\"");
  assert_no_change (map, "", "there is no column \"\"");
}

/* A table of nothing but separators has no columns. */
static void
test_no_columns (void)
{
  g_autoptr (CsTableMap) map = guess (",,,\n,,,\n");

  g_assert_cmpuint (map->columns->len, ==, 0);
  assert_no_change (map, "#1=publication", "there is no column \"#1\"");
  assert_records (",,,\n,,,\n", "fault line 0 empty: the table is empty\n");
}

/* Rows come one by one and stop when nobody wants more. */
static gboolean
take_one (CsRecord *record, gpointer data)
{
  guint *n_records = data;

  ++*n_records;

  return FALSE;
}

static gboolean
take_fault (const CsRecordFault *fault, gpointer data)
{
  return TRUE;
}

static void
test_stop (void)
{
  const char *table = "公开号\nCN101911042A\nCN101911042B\n";
  CsRecordInput input = { .name = "a", .bytes = table, .n_bytes = strlen (table) };
  guint n_records = 0;
  CsRecordSink sink = { take_one, take_fault, &n_records };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (cs_table_read_records (&input, &sink, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_records, ==, 1);

  g_cancellable_cancel (cancellable);
  g_assert_false (cs_table_read_records (&input, &sink, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What claims itself has its own date, without which this number could not be read; what claims
 * another one has none. */
static void
test_own_priority (void)
{
  assert_records ("application_number,application_date,priority,priority_date,publication_number\n"
                  "US15/212752,2016-07-18,US15/212752,-,US10000001B2\n"
                  "US15/212753,2016-07-18,US15/212752,-,US10000002B2\n",
                  "record table:patsnap-family line 2\n  publication US.10000001.B2 \n"
                  "  application US.201615212752.A 2016-07-18\n"
                  "  priority US.201615212752.A 2016-07-18\n"
                  "record table:patsnap-family line 3\n  publication US.10000002.B2 \n"
                  "  application US.201615212753.A 2016-07-18\n"
                  "  priority US.15/212752 \n");
}

/* Names of columns and nothing below them: no records, and no fault either. */
static void
test_names_only (void)
{
  assert_records ("公开号,名称\n", "");
  assert_records ("公开号,名称", "");
  assert_records ("Lens ID,Display Key,Simple Family Members\r\n\r\n", "");
}

/* More columns than a spreadsheet has: such a row is refused by name, be it that of the names. */
static void
test_million_columns (void)
{
  g_autofree char *commas = g_strnfill (1000000, ',');
  g_autofree char *names = g_strdup_printf ("公开号%s名称\nCN101911042A\n", commas);
  g_autofree char *row = g_strdup_printf ("公开号,名称\nCN101911042A%sx\nCN101911042B,泵\n", commas);
  g_autofree char *wide = dump_records (names, strlen (names), NULL);

  g_assert_nonnull (strstr (wide, "no column with numbers of publications"));
  assert_records (row, "fault line 2 limit: the row has more than 1024 cells\n"
                       "record table:any line 3\n  publication CN.101911042.B \n  title [zh] 泵\n");
}

/* In any encoding, cut anywhere: whatever is read is text, and what is whole is read. */
static void
test_cut_encodings (void)
{
  static const char *const encodings[] = { "UTF-16LE", "UTF-16BE", "GB18030", "UTF-8" };
  const char *table = "\xef\xbb\xbf公开号,名称\nCN101911042A,一种泵\nCN101911042B,一种阀门\n";

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize n_bytes;
      g_autofree char *bytes =
          g_convert (table, -1, encodings[i], "UTF-8", NULL, &n_bytes, NULL);

      for (gsize n = 0; n <= n_bytes; n++)
        {
          g_autofree char *cut = g_memdup2 (bytes, n + 1);
          g_autofree char *records = dump_records (cut, n, NULL);

          g_assert_true (g_utf8_validate (records, -1, NULL));
          if (n + 24 >= n_bytes)
            g_assert_nonnull (strstr (records, "CN.101911042.A"));
        }
    }
}

/* A family of too many publications is cut, and said to be. */
static void
test_many_publications (void)
{
  g_autoptr (GString) table = g_string_new ("公开号,名称\n");
  g_autofree char *records = NULL;

  for (guint i = 0; i < 600; i++)
    g_string_append_printf (table, "%sCN%uA", i == 0 ? "" : ";", 101000000 + i);
  g_string_append (table, ",泵\n");
  records = dump_records (table->str, table->len, NULL);
  g_assert_nonnull (strstr (records, "publication CN.101000499.A"));
  g_assert_null (strstr (records, "publication CN.101000500.A"));
  g_assert_nonnull (strstr (records, "fault line 2 syntax: the row lists more than 500"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/table/records/rounded-numbers", test_rounded_numbers);
  g_test_add_func ("/formats/table/records/dates", test_dates);
  g_test_add_func ("/formats/table/records/rejects", test_rejects);
  g_test_add_func ("/formats/table/records/marks-and-repeats", test_marks_and_repeats);
  g_test_add_func ("/formats/table/records/families-apart", test_families_apart);
  g_test_add_func ("/formats/table/records/longest-alias", test_longest_alias);
  g_test_add_func ("/formats/table/records/change", test_change);
  g_test_add_func ("/formats/table/records/bad-change", test_bad_change);
  g_test_add_func ("/formats/table/records/no-columns", test_no_columns);
  g_test_add_func ("/formats/table/records/stop", test_stop);
  g_test_add_func ("/formats/table/records/own-priority", test_own_priority);
  g_test_add_func ("/formats/table/records/names-only", test_names_only);
  g_test_add_func ("/formats/table/records/million-columns", test_million_columns);
  g_test_add_func ("/formats/table/records/cut-encodings", test_cut_encodings);
  g_test_add_func ("/formats/table/records/many-publications", test_many_publications);

  return g_test_run ();
}
