#include "../../src/service/library/cs-column-choices.h"
#include "../../src/service/library/cs-table-look.h"

#include <string.h>

#include <glib/gstdio.h>

/* A table looked at before it is imported, and what was made of its columns. */

static const char table[] =
    "Publication Number,Title,Who,Remarks,Application Number,Filing Date\n"
    "US2020111111A1,Flexible diaphragm,Beichuan,look again,US201916111111A,2019-02-01\n"
    "no number,Nothing,Nobody,,,\n"
    "CN110000001A,流体计量装置,北川流体,,CN201810000001A,2018-01-02\n";

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("claimsmith-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "export.csv", NULL);
  g_assert_true (g_file_set_contents (fixture->path, table, -1, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *columns = g_build_filename (fixture->folder, "columns.ini", NULL);

  g_unlink (columns);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static CsTableLook *
look (const Fixture *fixture)
{
  const CsTableLookJob job = { .path = fixture->path, .folder = fixture->folder };
  g_autoptr (GError) error = NULL;
  CsTableLook *found = cs_table_look (&job, NULL, &error);

  g_assert_no_error (error);

  return found;
}

static const CsTableLookRow *
get_row (const CsTableLook *look, guint row)
{
  g_assert_cmpuint (row, <, look->rows->len);

  return look->rows->pdata[row];
}

static const CsTableColumn *
get_column (const CsTableMap *map, guint column)
{
  g_assert_cmpuint (column, <, map->columns->len);

  return map->columns->pdata[column];
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsTableLook) found = look (fixture);

  g_assert_true (found->is_whole);
  g_assert_cmpuint (found->n_records, ==, 2);
  g_assert_cmpuint (found->n_faults, ==, 1);
  g_assert_cmpuint (found->rows->len, ==, 3);
  g_assert_cmpstr (get_row (found, 0)->number, ==, "US 2020/0111111 A1");
  g_assert_cmpstr (get_row (found, 0)->application, ==, "US 16/111,111");
  g_assert_cmpstr (get_row (found, 0)->filed, ==, "2019-02-01");
  g_assert_cmpstr (get_row (found, 0)->title, ==, "Flexible diaphragm");
  g_assert_cmpstr (get_row (found, 0)->applicant, ==, "");
  g_assert_cmpuint (get_row (found, 1)->line, ==, 3);
  g_assert_nonnull (get_row (found, 1)->fault);
  g_assert_null (get_row (found, 1)->number);
  g_assert_cmpuint (g_strv_length (found->sheets), ==, 0);
  g_assert_false (get_column (found->map, 3)->is_known);
  g_assert_false (cs_table_look_is_clear (found));
}

/* A column is given a meaning, and at once the rows tell; the next table of that kind knows. */
static void
test_remembered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CsTableLook) first = look (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsTableMap) chosen = cs_table_map_change (first->map, "Who=applicant", &error);
  const CsTableLookJob job = { .path = fixture->path, .guessed = first->guessed, .map = chosen };
  g_autoptr (CsTableLook) changed = cs_table_look (&job, NULL, &error);
  g_autoptr (CsTableLook) again = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (get_row (changed, 0)->applicant, ==, "Beichuan");

  g_assert_true (cs_column_choices_save (fixture->folder, first->guessed, chosen, &error));
  g_assert_no_error (error);
  again = look (fixture);
  g_assert_cmpstr (get_row (again, 0)->applicant, ==, "Beichuan");
  g_assert_cmpint (get_column (again->guessed, 2)->meaning.field, ==, CS_TABLE_KEPT);
  g_assert_cmpint (get_column (again->map, 2)->meaning.field, ==, CS_TABLE_APPLICANT);

  /* Taken back, it is forgotten. */
  g_assert_true (cs_column_choices_save (fixture->folder, first->guessed, first->guessed, &error));
  g_assert_no_error (error);
  cs_table_look_free (g_steal_pointer (&again));
  again = look (fixture);
  g_assert_cmpint (get_column (again->map, 2)->meaning.field, ==, CS_TABLE_KEPT);
}

static void
test_clear (Fixture *fixture, gconstpointer data)
{
  static const char clear[] = "Publication Number,Title,Abstract\n"
                              "EP3500000A1,Metering cartridge,A cartridge\n"
                              "none,Nothing,\n";
  static const char opaque[] = "Title,Abstract,Assignee\nMetering cartridge,A cartridge,Lumen\n";
  g_autoptr (CsTableLook) found = NULL;

  g_assert_true (g_file_set_contents (fixture->path, clear, -1, NULL));
  found = look (fixture);
  g_assert_cmpuint (found->n_faults, ==, 1);
  g_assert_true (cs_table_look_is_clear (found));

  cs_table_look_free (g_steal_pointer (&found));
  g_assert_true (g_file_set_contents (fixture->path, opaque, -1, NULL));
  found = look (fixture);
  g_assert_nonnull (cs_table_map_get_obstacle (found->map));
  g_assert_cmpuint (found->rows->len, ==, 0);
  g_assert_false (cs_table_look_is_clear (found));
}

static void
test_long (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("Publication Number,Title\n");
  g_autoptr (CsTableLook) found = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "EP%uA1,Cartridge %u\n", 3500000 + i, i);
  g_assert_true (g_file_set_contents (fixture->path, text->str, -1, NULL));
  found = look (fixture);
  g_assert_false (found->is_whole);
  g_assert_cmpuint (found->rows->len, ==, CS_MAX_LOOK_ROWS);
  g_assert_cmpuint (found->n_records, <, 5000);
}

static void
test_no_table (Fixture *fixture, gconstpointer data)
{
  const CsTableLookJob job = { .path = fixture->folder };
  g_autoptr (GError) error = NULL;

  g_assert_null (cs_table_look (&job, NULL, &error));
  g_assert_nonnull (error);
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/service/table-look/rows", test_rows);
  add ("/service/table-look/remembered", test_remembered);
  add ("/service/table-look/clear", test_clear);
  add ("/service/table-look/long", test_long);
  add ("/service/table-look/no-table", test_no_table);

  return g_test_run ();
}
