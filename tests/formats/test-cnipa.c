#include <glib/gstdio.h>

#include "../../src/base/cs-error.h"
#include "read-all.h"

static void
test_package (void)
{
  g_autoptr (GPtrArray) all = read_fixture ("package");
  const CsDraft *draft = draft_at (all, 0);

  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpstr (draft->id, ==, "package");
  g_assert_cmpstr (draft->format, ==, "cnipa-xml");
  g_assert_cmpstr (draft->language, ==, "zh");
  g_assert_true (draft->complete);
  g_assert_cmpint (draft->request->office, ==, CS_OFFICE_CN);
  g_assert_cmpint (draft->request->type, ==, CS_TYPE_UTILITY_MODEL);
  g_assert_cmpstr (cs_text_get_string (draft->texts[CS_PART_TITLE]), ==, "一种称量装置");
  assert_unit (draft, CS_PART_ABSTRACT, 0, 0, "本实用新型公开了一种称量装置。");
}

static void
test_claims (void)
{
  g_autoptr (GPtrArray) all = read_fixture ("package");
  const CsDraft *draft = draft_at (all, 0);

  g_assert_cmpuint (cs_draft_get_n_units (draft, CS_PART_CLAIMS), ==, 3);
  assert_unit (draft, CS_PART_CLAIMS, 0, 1,
               "一种称量装置，其特征在于，包括：壳体(1)和传感器(2)；\n"
               "所述壳体(1)内的浓度为10-7mol/L，满足" CS_OBJECT_CHARACTER "。");
  assert_unit (draft, CS_PART_CLAIMS, 1, 2,
               "根据权利要求1所述的称量装置，其特征在于，所述传感器(2)的系数为βT。");
  assert_unit (draft, CS_PART_CLAIMS, 2, 3,
               "根据权利要求1或2所述的称量装置，其特征在于，还包括盖。");
}

static void
test_runs_and_objects (void)
{
  g_autoptr (GPtrArray) all = read_fixture ("package");
  const CsText *claims = draft_at (all, 0)->texts[CS_PART_CLAIMS];
  const CsRun *runs;
  const CsInlineObject *objects;
  guint n_runs;
  guint n_objects;

  runs = cs_text_get_runs (claims, &n_runs);
  g_assert_cmpuint (n_runs, ==, 2);
  g_assert_cmpint (runs[0].style, ==, CS_RUN_SUP);
  g_assert_true (g_str_has_prefix (cs_text_get_string (claims) + runs[0].start, "-7mol"));
  g_assert_cmpuint (runs[0].end - runs[0].start, ==, 2);
  g_assert_cmpint (runs[1].style, ==, CS_RUN_SUB);

  objects = cs_text_get_objects (claims, &n_objects);
  g_assert_cmpuint (n_objects, ==, 1);
  g_assert_cmpint (objects[0].kind, ==, CS_OBJECT_FORMULA);
  g_assert_cmpstr (objects[0].preview, ==, "100001_1.gif");
  g_assert_cmpstr (objects[0].payload, ==,
                   "<maths id=\"m1\" num=\"1\"><img id=\"i1\" file=\"100001_1.gif\" wi=\"20\" "
                   "he=\"5\" img-format=\"tif\"></img></maths>");
}

static void
test_description (void)
{
  g_autoptr (GPtrArray) all = read_fixture ("package");
  const CsDraft *draft = draft_at (all, 0);

  g_assert_cmpuint (cs_draft_get_n_units (draft, CS_PART_DESCRIPTION), ==, 6);
  g_assert_cmpint (cs_draft_get_unit (draft, CS_PART_DESCRIPTION, 0)->kind, ==, CS_UNIT_HEADING);
  assert_unit (draft, CS_PART_DESCRIPTION, 0, 0, "技术领域");
  assert_unit (draft, CS_PART_DESCRIPTION, 1, 1, "本实用新型涉及称量，尤其涉及一种称量装置。");
  assert_unit (draft, CS_PART_DESCRIPTION, 3, 0, "图1是结构图；\n图2是电路图。");
  assert_unit (draft, CS_PART_DESCRIPTION, 4, 0, CS_OBJECT_CHARACTER);
  assert_unit (draft, CS_PART_DESCRIPTION, 5, 2,
               "Windows Server与&nosuch;和" CS_OBJECT_CHARACTER "以及" CS_OBJECT_CHARACTER "。");
}

static void
test_notes (void)
{
  g_autoptr (GPtrArray) all = read_fixture ("package");
  const CsDraft *draft = draft_at (all, 0);

  g_assert_cmpuint (draft->notes->len, ==, 3);
  g_assert_cmpuint (count_notes (draft, "unknown-entity"), ==, 1);
  g_assert_cmpuint (count_notes (draft, "missing-image"), ==, 1);
  g_assert_cmpuint (count_notes (draft, "dropped-object"), ==, 1);
  g_assert_cmpuint (g_array_index (draft->notes, CsReadNote, 0).line, ==, 16);
}

static void
test_figures (void)
{
  g_autoptr (GPtrArray) all = read_fixture ("package");
  const CsDraft *draft = draft_at (all, 0);
  const CsFigure *figure = &g_array_index (draft->figures, CsFigure, 0);

  g_assert_cmpuint (draft->figures->len, ==, 2);
  g_assert_cmpstr (figure->label, ==, "图1");
  g_assert_cmpstr (figure->format, ==, "gif");
  g_assert_cmpstr (figure->sha256, ==,
                   "6c63cc5063ac82d8bbc925f9a31adf3a87f1510c021e0fde51854d60484b5019");
  g_assert_cmpfloat (figure->width_mm, ==, 100.5);
  g_assert_cmpfloat (figure->height_mm, ==, 221);
  g_assert_cmpstr (draft->request->abstract_figure, ==, "图1");

  figure++;
  g_assert_cmpstr (figure->format, ==, "jpg");
  g_assert_cmpfloat (figure->width_mm, ==, 0);
  g_assert_cmpfloat (figure->height_mm, ==, 0);
}

static void
test_single_book (void)
{
  g_autoptr (GPtrArray) all = read_fixture ("package/100001/100001.xml");
  const CsDraft *draft = draft_at (all, 0);

  g_assert_false (draft->complete);
  g_assert_cmpuint (cs_draft_get_n_units (draft, CS_PART_CLAIMS), ==, 3);
  g_assert_cmpuint (draft->notes->len, ==, 0); /* its picture lies beside it */
}

/* Copies a fixture into @folder under another name. */
static void
copy_fixture (const char *fixture, const char *folder, const char *name)
{
  g_autofree char *from = fixture_path (fixture);
  g_autofree char *to = g_build_filename (folder, name, NULL);
  g_autofree char *content = NULL;
  gsize n_bytes;

  g_assert_true (g_file_get_contents (from, &content, &n_bytes, NULL));
  g_assert_true (g_file_set_contents (to, content, n_bytes, NULL));
}

static void
remove_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_versions_and_unreadable_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("cs-test-XXXXXX", NULL);
  g_autofree char *empty = g_build_filename (folder, "110101.zip", NULL);
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft;

  copy_fixture ("package/100004/100004.xml", folder, "100004-DA1.xml");
  copy_fixture ("package/100004/100004.xml", folder, "100004-SA1.xml");
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  g_assert_true (cs_read_is_package (folder));
  all = read_all (folder);
  draft = draft_at (all, 0);

  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpuint (cs_draft_get_n_units (draft, CS_PART_ABSTRACT), ==, 1);
  g_assert_cmpuint (count_notes (draft, "other-version"), ==, 1);
  g_assert_cmpuint (count_notes (draft, "unreadable-file"), ==, 1);
  g_assert_cmpstr (g_array_index (draft->notes, CsReadNote, 0).detail, ==, "100004-DA1.xml");

  remove_file (folder, "100004-DA1.xml");
  remove_file (folder, "100004-SA1.xml");
  remove_file (folder, "110101.zip");
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_folder_without_books_is_a_batch (void)
{
  g_autofree char *path = fixture_path ("");
  g_autoptr (GPtrArray) all = read_all (path);
  guint n_errors = 0;

  g_assert_false (cs_read_is_package (path));
  for (guint i = 0; i < all->len; i++)
    n_errors += kept_at (all, i)->error != NULL;

  /* claims.txt, en.txt, manuscript (one document), manuscript-us.xml, package, weekly.xml (three),
   * zh.txt */
  g_assert_cmpuint (all->len, ==, 9);
  g_assert_cmpuint (n_errors, ==, 1);
  g_assert_true (g_str_has_suffix (kept_at (all, 0)->path, "claims.txt"));
  g_assert_true (g_str_has_suffix (kept_at (all, 4)->path, "package"));
  g_assert_cmpuint (kept_at (all, 7)->index, ==, 2);
  g_assert_true (g_str_has_suffix (kept_at (all, 8)->path, "zh.txt"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/cnipa/package", test_package);
  g_test_add_func ("/formats/cnipa/claims", test_claims);
  g_test_add_func ("/formats/cnipa/runs-and-objects", test_runs_and_objects);
  g_test_add_func ("/formats/cnipa/description", test_description);
  g_test_add_func ("/formats/cnipa/notes", test_notes);
  g_test_add_func ("/formats/cnipa/figures", test_figures);
  g_test_add_func ("/formats/cnipa/single-book", test_single_book);
  g_test_add_func ("/formats/cnipa/versions", test_versions_and_unreadable_files);
  g_test_add_func ("/formats/cnipa/batch", test_folder_without_books_is_a_batch);

  return g_test_run ();
}
