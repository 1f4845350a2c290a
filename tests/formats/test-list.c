#include "../../src/formats/list/cs-list.h"

#include <string.h>

#include <glib/gstdio.h>

#include "../../src/base/cs-error.h"

/* Lists where a publication says little, or what would break the file. */

static const char *const none[] = { NULL };

static const CsListEntry empty = {
  .number = "",
  .kind = "",
  .country = "",
  .language = "",
  .title = "",
  .abstract = "",
  .application = "",
  .status = "",
  .offices = "",
  .note = "",
  .applicants = none,
  .inventors = none,
  .classes = none,
  .applications = none,
  .publications = none,
  .tags = none,
};

static const CsListHead head = { .query = "@evil{x, y}", .rule = "rule" };

/* Returns: (transfer full): what the file holds */
static char *
write_list (CsListFormat format, const CsListEntry *entries, guint n_entries, gsize *n_bytes)
{
  g_autofree char *folder = g_dir_make_tmp ("claimsmith-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "list", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CsListWriter) writer = cs_list_writer_new (format, &head, path, &error);
  char *bytes = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < n_entries; i++)
    g_assert_true (cs_list_writer_add (writer, &entries[i], &error));
  g_assert_true (cs_list_writer_end (writer, &error));
  g_assert_true (g_file_get_contents (path, &bytes, n_bytes, NULL));
  g_unlink (path);
  g_rmdir (folder);

  return bytes;
}

static void
test_nothing_known (void)
{
  const CsListEntry entries[] = { empty, empty, empty };
  g_autofree char *csv = write_list (CS_LIST_CSV, entries, 3, NULL);
  g_autofree char *bibtex = write_list (CS_LIST_BIBTEX, entries, 3, NULL);
  g_autofree char *ris = write_list (CS_LIST_RIS, entries, 1, NULL);

  g_assert_true (g_str_has_suffix (csv, "\r\n0,,,,,,,,,,,0,,,,,,,\r\n"));
  g_assert_nonnull (strstr (bibtex, "@patent{patent,"));
  g_assert_nonnull (strstr (bibtex, "@patent{patent-2,"));
  g_assert_nonnull (strstr (bibtex, "@patent{patent-3,"));
  g_assert_null (strstr (bibtex, "@evil"));
  g_assert_cmpstr (ris, ==, "TY  - PAT\r\nER  - \r\n\r\n");
}

/* One line, whatever stands in it: nothing that ends a field, turns it round or is not seen. */
static void
test_lines (void)
{
  CsListEntry entry = empty;
  g_autofree char *ris = NULL;
  g_autofree char *csv = NULL;

  entry.number = "EP 1";
  entry.title = "a\r\nER  - \r\nTY  - BOOK\x1b[31m\xe2\x80\xae b\xe2\x80\xa8 c\xef\xbf\xbf\t";
  entry.note = "\t=1+1";
  ris = write_list (CS_LIST_RIS, &entry, 1, NULL);
  csv = write_list (CS_LIST_CSV, &entry, 1, NULL);
  g_assert_cmpstr (ris, ==,
                   "TY  - PAT\r\nTI  - a ER - TY - BOOK [31m b c\r\nSN  - EP 1\r\n"
                   "N1  - =1+1\r\nER  - \r\n\r\n");
  g_assert_nonnull (strstr (csv, ",\"'=1+1\","));
}

static void
test_dates (void)
{
  CsListEntry entry = empty;
  g_autofree char *bibtex = NULL;
  g_autofree char *ris = NULL;

  entry.published = (CsOfficeDate){ 2011, 12, 0 };
  entry.filed = (CsOfficeDate){ 2010, 0, 0 };
  bibtex = write_list (CS_LIST_BIBTEX, &entry, 1, NULL);
  ris = write_list (CS_LIST_RIS, &entry, 1, NULL);
  g_assert_nonnull (strstr (bibtex, "date = {2011-12}"));
  g_assert_nonnull (strstr (bibtex, "year = {2011}"));
  g_assert_nonnull (strstr (ris, "DA  - 2011/12/\r\nC1  - 2010//\r\n"));
}

/* A cell of a workbook has 32,767 characters at most. */
static void
test_long_text (void)
{
  CsListEntry entry = empty;
  g_autofree char *text = g_strnfill (200000, 'x');
  g_autofree char *xlsx = NULL;
  gsize n_bytes = 0;

  entry.abstract = text;
  xlsx = write_list (CS_LIST_XLSX, &entry, 1, &n_bytes);
  g_assert_cmpuint (n_bytes, >, 1000);
  g_assert_cmpmem (xlsx, 4, "PK\x03\x04", 4);
}

static void
test_no_place (void)
{
  for (guint format = 0; format < CS_N_LIST_FORMATS; format++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CsListWriter) writer =
          cs_list_writer_new (format, &head, "/nowhere/at/all", &error);

      if (writer != NULL) /* a workbook is written at the end */
        g_assert_false (cs_list_writer_end (writer, &error));
      g_assert_error (error, CS_ERROR, CS_ERROR_IO);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/list/nothing-known", test_nothing_known);
  g_test_add_func ("/formats/list/lines", test_lines);
  g_test_add_func ("/formats/list/dates", test_dates);
  g_test_add_func ("/formats/list/long-text", test_long_text);
  g_test_add_func ("/formats/list/no-place", test_no_place);

  return g_test_run ();
}
