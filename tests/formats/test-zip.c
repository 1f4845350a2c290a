#include <string.h>

#include "../../src/base/cs-error.h"
#include "../../src/base/cs-limits.h"
#include "make-zip.h"
#include "read-all.h"

#define BOOK                                                                                    \
  "<cn-application-body><cn-claims><claim num=\"1\"><claim-text>一种泵<img file=\"a.gif\"/>" \
  "</claim-text></claim></cn-claims></cn-application-body>"

static GPtrArray *
read_zip (const MakeZipEntry *entries, guint n_entries)
{
  g_autoptr (GByteArray) zip = make_zip (entries, n_entries);

  return read_all_bytes ((const char *)zip->data, zip->len);
}

static MakeZipEntry
book_entry (const char *name)
{
  return (MakeZipEntry){ name, BOOK, strlen (BOOK), NULL };
}

static void
test_package (void)
{
  MakeZipEntry entries[] = {
    book_entry ("100001/100001.xml"),
    { "100001/A.GIF", "GIF89a", 6, NULL }, /* names of pictures differ in case at times */
  };
  g_autoptr (GPtrArray) all = read_zip (entries, G_N_ELEMENTS (entries));

  g_assert_cmpuint (all->len, ==, 1);
  g_assert_true (draft_at (all, 0)->complete);
  g_assert_cmpuint (draft_at (all, 0)->notes->len, ==, 0);
}

static void
test_book_alone (void)
{
  MakeZipEntry entry = book_entry ("DA0001.xml");
  g_autoptr (GPtrArray) all = read_zip (&entry, 1);

  g_assert_false (draft_at (all, 0)->complete);
  g_assert_cmpuint (count_notes (draft_at (all, 0), "missing-image"), ==, 1);
}

static void
test_zip_of_zips (void)
{
  MakeZipEntry inner = book_entry ("DA0001.xml");
  g_autoptr (GByteArray) nested = make_zip (&inner, 1);
  MakeZipEntry entries[] = {
    { "100001-DA0001.zip", (const char *)nested->data, nested->len, NULL },
    { "110101-DA0002.zip", "", 0, NULL },
  };
  g_autoptr (GPtrArray) all = read_zip (entries, G_N_ELEMENTS (entries));

  g_assert_true (draft_at (all, 0)->complete);
  g_assert_cmpuint (cs_draft_get_n_units (draft_at (all, 0), CS_PART_CLAIMS), ==, 1);
  g_assert_cmpuint (count_notes (draft_at (all, 0), "unreadable-file"), ==, 1);
}

/* A ZIP in a ZIP in a ZIP is not opened. */
static void
test_nesting_ends (void)
{
  MakeZipEntry entry = book_entry ("DA0001.xml");
  g_autoptr (GByteArray) one = make_zip (&entry, 1);
  MakeZipEntry second = { "b.zip", (const char *)one->data, one->len, NULL };
  g_autoptr (GByteArray) two = make_zip (&second, 1);
  MakeZipEntry third = { "c.zip", (const char *)two->data, two->len, NULL };
  g_autoptr (GPtrArray) all = read_zip (&third, 1);

  g_assert_error (kept_at (all, 0)->error, CS_ERROR, CS_ERROR_UNSUPPORTED);
}

static void
test_names_in_gbk (void)
{
  MakeZipEntry entry = book_entry ("100001/\xc8\xa8\xc0\xfb.xml"); /* 权利 */
  MakeZipEntry empty = { "100002/\xc8\xa8\xc0\xfb.xml", "", 0, NULL };
  MakeZipEntry entries[] = { entry, empty };
  g_autoptr (GPtrArray) all = read_zip (entries, G_N_ELEMENTS (entries));
  const CsDraft *draft = draft_at (all, 0);

  g_assert_cmpstr (g_array_index (draft->notes, CsReadNote, 0).detail, ==,
                   "100002/权利.xml");
  g_assert_cmpuint (count_notes (draft, "unreadable-file"), ==, 1);
}

static void
assert_refused (const MakeZipEntry *entries, guint n_entries, CsError code, const char *name)
{
  g_autoptr (GPtrArray) all = read_zip (entries, n_entries);

  g_assert_cmpuint (all->len, ==, 1);
  g_assert_error (kept_at (all, 0)->error, CS_ERROR, (int)code);
  g_assert_nonnull (strstr (kept_at (all, 0)->error->message, name));
}

static void
test_paths_that_lead_out (void)
{
  static const char *const names[] = { "../100001.xml", "100001/../../a.xml", "/etc/100001.xml",
                                       "C:/100001.xml", "100001/..\\a.xml" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      MakeZipEntry entries[] = { book_entry ("100001.xml"), book_entry (names[i]) };

      assert_refused (entries, 2, CS_ERROR_HOSTILE, names[i]);
    }
}

static void
test_links (void)
{
  MakeZipEntry entries[] = { book_entry ("100001.xml"),
                             { "100002.xml", NULL, 0, "/etc/passwd" } };

  assert_refused (entries, 2, CS_ERROR_HOSTILE, "100002.xml");
}

static void
test_bomb (void)
{
  gsize n_bytes = 16 * 1024 * 1024;
  g_autofree char *zeros = g_malloc0 (n_bytes);
  MakeZipEntry bomb = { "100003/zeros.tif", zeros, n_bytes, NULL };
  g_autoptr (GByteArray) packed = make_zip (&bomb, 1);
  MakeZipEntry nested = { "100003.zip", (const char *)packed->data, packed->len, NULL };

  g_assert_cmpuint (n_bytes / packed->len, >, CS_MAX_ZIP_RATIO);
  assert_refused (&bomb, 1, CS_ERROR_HOSTILE, "zeros.tif");
  assert_refused (&nested, 1, CS_ERROR_HOSTILE, "100003.zip");
}

static void
test_too_many_entries (void)
{
  guint n_entries = CS_MAX_ZIP_ENTRIES + 1;
  g_autofree MakeZipEntry *entries = g_new (MakeZipEntry, n_entries);

  for (guint i = 0; i < n_entries; i++)
    entries[i] = (MakeZipEntry){ "100001.xml", "", 0, NULL };
  assert_refused (entries, n_entries, CS_ERROR_LIMIT, "10000");
}

static void
test_office_document (void)
{
  MakeZipEntry broken[] = { { "[Content_Types].xml", "<Types/>", 8, NULL },
                            { "word/document.xml", "<w/>", 4, NULL } };
  MakeZipEntry other[] = { { "mimetype", "application/vnd.oasis.opendocument.text", 39, NULL },
                           { "content.xml", "<o/>", 4, NULL } };

  assert_refused (broken, 2, CS_ERROR_SYNTAX, "package");
  assert_refused (other, 2, CS_ERROR_UNSUPPORTED, "OpenDocument");
}

static void
test_broken_book (void)
{
  MakeZipEntry entries[] = { book_entry ("100001.xml"),
                             { "100002.xml", "<cn-application-body>\n<description>", 34, NULL } };
  g_autoptr (GPtrArray) all = read_zip (entries, 2);

  g_assert_error (kept_at (all, 0)->error, CS_ERROR, CS_ERROR_SYNTAX);
  g_assert_nonnull (strstr (kept_at (all, 0)->error->message, "100002.xml"));
  g_assert_cmpuint (cs_error_get_line (kept_at (all, 0)->error), ==, 2);
}

static void
test_truncated (void)
{
  MakeZipEntry entries[] = { book_entry ("100001/100001.xml"), book_entry ("100002/100002.xml") };
  g_autoptr (GByteArray) zip = make_zip (entries, 2);

  read_truncated ((const char *)zip->data, zip->len);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/zip/package", test_package);
  g_test_add_func ("/formats/zip/book-alone", test_book_alone);
  g_test_add_func ("/formats/zip/zip-of-zips", test_zip_of_zips);
  g_test_add_func ("/formats/zip/nesting-ends", test_nesting_ends);
  g_test_add_func ("/formats/zip/names-in-gbk", test_names_in_gbk);
  g_test_add_func ("/formats/zip/paths-that-lead-out", test_paths_that_lead_out);
  g_test_add_func ("/formats/zip/links", test_links);
  g_test_add_func ("/formats/zip/bomb", test_bomb);
  g_test_add_func ("/formats/zip/too-many-entries", test_too_many_entries);
  g_test_add_func ("/formats/zip/office-document", test_office_document);
  g_test_add_func ("/formats/zip/broken-book", test_broken_book);
  g_test_add_func ("/formats/zip/truncated", test_truncated);

  return g_test_run ();
}
