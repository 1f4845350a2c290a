/* What another word processor writes is read: LibreOffice makes a Word file of a page of HTML, and
 * an old one of that. Skipped where it is not installed. */

#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "make-docx.h"

static const char page[] =
    "<html><head><meta charset=\"utf-8\"></head><body><h1>权利要求书</h1><ol>"
    "<li>一种泵，其特征在于，压力P<sub>i</sub>为10<sup>-7</sup>Pa。</li>"
    "<li>根据权利要求1所述的泵，其特征在于，还包括<i>叶轮</i>。</li></ol>"
    "<h1>说明书</h1><p>一种泵</p><h2>技术领域</h2><p>本发明涉及<b>泵</b>。</p>"
    "<table border=\"1\"><tr><td>甲</td><td>乙</td></tr></table><p>完。</p></body></html>";

typedef struct
{
  char *folder;
  char *office;
} Fixture;

static char *
in_folder (const Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

/* Converts @name, with a profile of its own so that nobody else's is touched. */
static void
convert (const Fixture *fixture, const char *name, const char *import, const char *filter)
{
  g_autofree char *source = in_folder (fixture, name);
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile",
                                              fixture->folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) office = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error,
      fixture->office, profile, "--headless", import, "--convert-to", filter, "--outdir",
      fixture->folder, source, NULL);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (office, NULL, &error));
  g_assert_no_error (error);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *entry = g_build_filename (path, name, NULL);

      if (g_file_test (entry, G_FILE_TEST_IS_DIR) && !g_file_test (entry, G_FILE_TEST_IS_SYMLINK))
        remove_all (entry);
      else
        g_unlink (entry);
    }
  g_rmdir (path);
}

static void
check_new (const Fixture *fixture)
{
  g_autofree char *path = in_folder (fixture, "page.docx");
  g_autoptr (GPtrArray) all = read_all (path);
  const CsDraft *draft = draft_at (all, 0);
  g_autofree char *claims = describe_part (draft, CS_PART_CLAIMS);
  g_autofree char *description = describe_part (draft, CS_PART_DESCRIPTION);

  assert_unit (draft, CS_PART_TITLE, 0, 0, "一种泵");
  assert_unit (draft, CS_PART_CLAIMS, 0, 1, "一种泵，其特征在于，压力Pi为10-7Pa。");
  assert_unit (draft, CS_PART_CLAIMS, 1, 2, "根据权利要求1所述的泵，其特征在于，还包括叶轮。");
  g_assert_cmpstr (claims, ==, "sub:i sup:-7 italic:叶轮");
  g_assert_cmpstr (description, ==, "bold:泵 table()");
}

static void
check_old (const Fixture *fixture)
{
  g_autofree char *path = in_folder (fixture, "page.doc");
  g_autoptr (GPtrArray) all = read_all (path);

  g_assert_error (kept_at (all, 0)->error, CS_ERROR, CS_ERROR_UNSUPPORTED);
  g_assert_nonnull (strstr (kept_at (all, 0)->error->message, "save it as .docx"));
}

static void
test_office (void)
{
  Fixture fixture = { NULL, g_find_program_in_path ("soffice") };
  g_autofree char *source = NULL;

  if (fixture.office == NULL)
    {
      g_test_skip ("there is no LibreOffice");
      return;
    }

  fixture.folder = g_dir_make_tmp ("claimsmith-XXXXXX", NULL);
  source = in_folder (&fixture, "page.html");
  g_assert_true (g_file_set_contents (source, page, -1, NULL));
  convert (&fixture, "page.html", "--infilter=HTML (StarWriter)", "docx:MS Word 2007 XML");
  check_new (&fixture);
  convert (&fixture, "page.docx", "--norestore", "doc:MS Word 97");
  check_old (&fixture);
  remove_all (fixture.folder);
  g_free (fixture.folder);
  g_free (fixture.office);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/docx/office", test_office);

  return g_test_run ();
}
