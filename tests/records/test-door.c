/* Folders, ZIPs, what is no record, what is made to harm, and who wants no more. */

#include <string.h>

#include <glib/gstdio.h>

#include "../../src/base/cs-error.h"
#include "../../src/base/cs-limits.h"
#include "../formats/make-zip.h"
#include "../test-ends.h"
#include "collect.h"

#define DOCUMENT(number)                                                     \
  "<exchange-document country=\"DE\" doc-number=\"" number "\" kind=\"B\">"  \
  "<bibliographic-data><invention-title lang=\"de\">Pumpe</invention-title>" \
  "</bibliographic-data></exchange-document>"

static Collected *
collect_text (const char *text)
{
  return collect_bytes (text, strlen (text));
}

static void
assert_only_fault (const Collected *collected, CsError code, const char *words)
{
  assert_counts (collected, 0, 1);
  g_assert_error (fault_at (collected, 0)->error, CS_ERROR, (int)code);
  g_assert_nonnull (strstr (fault_at (collected, 0)->error->message, words));
}

/* --- folders and ZIPs --- */

static void
write_in (const char *folder, const char *name, const char *content, gssize n_bytes)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, content, n_bytes, NULL));
}

/* By content, whatever a file is called; sorted; hidden files and pictures left out. */
static void
test_folder (void)
{
  static const MakeZipEntry entries[] = {
    { "deep/5.bin", DOCUMENT ("5"), sizeof DOCUMENT ("5") - 1, NULL },
    { "__MACOSX/deep/._5.bin", "junk", 4, NULL },
    { ".hidden.xml", DOCUMENT ("9"), sizeof DOCUMENT ("9") - 1, NULL },
  };
  g_autoptr (GByteArray) zip = make_zip (entries, G_N_ELEMENTS (entries));
  g_autofree char *folder = g_dir_make_tmp ("cs-records-XXXXXX", NULL);
  g_autoptr (Collected) all = NULL;

  write_in (folder, "b.txt", DOCUMENT ("2"), -1);
  write_in (folder, "a.xml", DOCUMENT ("1"), -1);
  write_in (folder, "c/d/3.XML", DOCUMENT ("3"), -1);
  write_in (folder, "c/.4.xml", DOCUMENT ("4"), -1);
  write_in (folder, "picture.xml", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
  write_in (folder, "x.xml", "<svg/>", -1);
  write_in (folder, "z", (const char *)zip->data, zip->len);
  all = collect_path (folder);

  assert_counts (all, 4, 1);
  g_assert_cmpstr (record_at (all, 0)->file, ==, "a.xml");
  g_assert_cmpstr (record_at (all, 1)->file, ==, "b.txt");
  g_assert_cmpstr (record_at (all, 2)->file, ==, "c/d/3.XML");
  g_assert_cmpstr (record_at (all, 3)->file, ==, "z deep/5.bin");
  g_assert_cmpstr (record_at (all, 3)->publication->raw, ==, "5");
  g_assert_cmpstr (fault_at (all, 0)->name, ==, "x.xml");
  g_assert_error (fault_at (all, 0)->error, CS_ERROR, CS_ERROR_UNSUPPORTED);
  test_folder_remove (folder);
}

static void
test_empty (void)
{
  g_autofree char *folder = g_dir_make_tmp ("cs-records-XXXXXX", NULL);
  g_autoptr (Collected) nothing = collect_path (folder);
  g_autoptr (Collected) missing = collect_path ("no/such/file.xml");
  g_autoptr (Collected) empty = collect_bytes ("", 0);

  assert_only_fault (nothing, CS_ERROR_EMPTY, "holds no publications");
  assert_only_fault (missing, CS_ERROR_IO, "cannot be opened");
  g_assert_cmpstr (fault_at (missing, 0)->name, ==, "file.xml");
  assert_only_fault (empty, CS_ERROR_EMPTY, "is empty");
  g_rmdir (folder);
}

/* ZIPs within ZIPs, as the EPO packs them, and one too many. */
static void
test_nested_zips (void)
{
  static const char document[] = DOCUMENT ("7");
  MakeZipEntry entry = { "doc.xml", document, sizeof document - 1, NULL };

  for (guint depth = 1; depth <= 4; depth++)
    {
      g_autoptr (GByteArray) zip = make_zip (&entry, 1);
      g_autoptr (Collected) all = NULL;

      for (guint i = 1; i < depth; i++)
        {
          g_autoptr (GByteArray) inner = g_steal_pointer (&zip);
          MakeZipEntry outer = { "inner.zip", (const char *)inner->data, inner->len, NULL };

          zip = make_zip (&outer, 1);
        }
      all = collect_bytes ((const char *)zip->data, zip->len);
      if (depth <= 3)
        assert_counts (all, 1, 0);
      else
        assert_only_fault (all, CS_ERROR_LIMIT, "packed deeper");
    }
}

static void
test_zip_bomb (void)
{
  gsize n_bytes = 8 * 1024 * 1024;
  g_autofree char *blanks = g_strnfill (n_bytes, ' ');
  MakeZipEntry bomb = { "bomb.xml", blanks, n_bytes, NULL };
  g_autoptr (GByteArray) zip = make_zip (&bomb, 1);
  g_autoptr (Collected) all = collect_bytes ((const char *)zip->data, zip->len);

  assert_only_fault (all, CS_ERROR_HOSTILE, "unpacks to more than");
}

/* ZIPs in a ZIP multiply: each of these is honest by itself. */
static void
test_nested_bomb (void)
{
  gsize n_bytes = 1000 * 1000;
  g_autofree char *blanks = g_strnfill (n_bytes, ' ');
  MakeZipEntry page = { "page.xml", blanks, n_bytes, NULL };
  g_autoptr (GByteArray) inner = make_zip (&page, 1);
  MakeZipEntry copies[500];
  g_autoptr (GByteArray) middle = NULL;
  g_autoptr (GByteArray) outer = NULL;
  g_autoptr (Collected) all = NULL;
  MakeZipEntry package = { "package.zip", NULL, 0, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (copies); i++)
    copies[i] = (MakeZipEntry){ "inner.zip", (const char *)inner->data, inner->len, NULL };
  middle = make_zip (copies, G_N_ELEMENTS (copies));
  package.content = (const char *)middle->data;
  package.n_bytes = middle->len;
  outer = make_zip (&package, 1);
  all = collect_bytes ((const char *)outer->data, outer->len);

  g_assert_cmpuint (all->records->len, ==, 0);
  g_assert_cmpuint (all->faults->len, <, G_N_ELEMENTS (copies));
  g_assert_error (fault_at (all, all->faults->len - 1)->error, CS_ERROR, CS_ERROR_HOSTILE);
}

/* As large as a weekly file: read as it is unpacked, with the places and lines of the file. */
static void
test_large_zip (void)
{
  g_autoptr (GString) weekly = g_string_new (NULL);
  g_autoptr (GByteArray) zip = NULL;
  g_autoptr (Collected) all = NULL;
  g_autoptr (GRand) noise = g_rand_new_with_seed (7);
  guint n_documents = 0;
  MakeZipEntry entry = { "weekly.xml", NULL, 0, NULL };

  while (weekly->len < 10 * 1024 * 1024)
    {
      n_documents++;
      g_string_append_printf (weekly,
                              "<?xml version=\"1.0\"?>\n<us-patent-grant date-publ=\"20200107\">"
                              "<us-bibliographic-data-grant><publication-reference><document-id>"
                              "<country>US</country><doc-number>%08u</doc-number><kind>B2</kind>"
                              "</document-id></publication-reference>%s"
                              "</us-bibliographic-data-grant><abstract><p>",
                              n_documents, n_documents == 150 ? "\n<oops>" : "");
      for (guint i = 0; i < 6000; i++)
        g_string_append_printf (weekly, "%08x ", g_rand_int (noise));
      g_string_append (weekly, "</p></abstract></us-patent-grant>\n");
    }
  entry.content = weekly->str;
  entry.n_bytes = weekly->len;
  zip = make_zip (&entry, 1);
  all = collect_bytes ((const char *)zip->data, zip->len);

  assert_counts (all, n_documents - 1, 1);
  g_assert_cmpuint (fault_at (all, 0)->place, ==, 150);
  g_assert_cmpuint (cs_error_get_line (fault_at (all, 0)->error), ==, 149 * 2 + 3);
  g_assert_cmpuint (record_at (all, n_documents - 2)->place, ==, n_documents);
  g_assert_true (g_str_has_suffix (record_at (all, 160)->raw, "</us-patent-grant>"));
  g_assert_cmpstr (record_at (all, 160)->file, ==, "bytes weekly.xml");
}

/* Sizes in the headers that are not those of the content, and a ZIP that ends early. */
static void
test_lying_zip (void)
{
  static const char document[] = DOCUMENT ("8");
  MakeZipEntry entry = { "doc.xml", document, sizeof document - 1, NULL };
  g_autoptr (GByteArray) zip = make_zip (&entry, 1);

  for (guint i = 0; i < zip->len; i++)
    {
      guint8 kept = zip->data[i];
      g_autoptr (Collected) cut = collect_bytes ((const char *)zip->data, i);
      g_autoptr (Collected) changed = NULL;

      g_assert_cmpuint (cut->records->len + cut->faults->len, >, 0);
      zip->data[i] = 0xff;
      changed = collect_bytes ((const char *)zip->data, zip->len);
      g_assert_cmpuint (changed->records->len + changed->faults->len, >, 0);
      zip->data[i] = kept;
    }
}

/* --- what is made to harm --- */

static void
test_entity_bomb (void)
{
  g_autoptr (Collected) all =
      collect_text ("<?xml version=\"1.0\"?><!DOCTYPE exchange-document [<!ENTITY a \"lololololo"
                    "lololololo\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                    "<exchange-document country=\"DE\" doc-number=\"1\">&b;</exchange-document>"
                    "\n<?xml version=\"1.0\"?>" DOCUMENT ("2"));

  assert_counts (all, 1, 1);
  g_assert_error (fault_at (all, 0)->error, CS_ERROR, CS_ERROR_HOSTILE);
  g_assert_cmpstr (record_at (all, 0)->publication->raw, ==, "2");
}

static void
test_external_entity (void)
{
  g_autoptr (Collected) all = collect_text (
      "<!DOCTYPE exchange-document [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
      "<exchange-document country=\"DE\" doc-number=\"1\">&a;</exchange-document>");

  assert_only_fault (all, CS_ERROR_HOSTILE, "external entity");
}

static void
test_depth (void)
{
  g_autoptr (GString) deep = g_string_new ("<exchange-document country=\"DE\" doc-number=\"1\">");
  g_autoptr (Collected) all = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append (deep, "<b>");
  all = collect_text (deep->str);
  assert_only_fault (all, CS_ERROR_LIMIT, "nested deeper");
}

static void
test_too_many_nodes (void)
{
  g_autoptr (GString) wide = g_string_new ("<exchange-document country=\"DE\" doc-number=\"1\">");
  g_autoptr (Collected) all = NULL;

  for (guint i = 0; i <= CS_MAX_RECORD_NODES; i++)
    g_string_append (wide, "<b/>");
  g_string_append (wide, "</exchange-document>");
  all = collect_text (wide->str);
  assert_only_fault (all, CS_ERROR_LIMIT, "larger than any honest one");
}

/* Thousands of what honest documents have a few of must not take the square of their time. */
static void
test_many_of_all (void)
{
  g_autoptr (GString) text = g_string_new (
      "<exchange-document country=\"DE\" doc-number=\"1\"><bibliographic-data><priority-claims>");
  g_autoptr (Collected) all = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "<priority-claim sequence=\"%u\" data-format=\"epodoc\">"
                                  "<document-id><doc-number>DE%u</doc-number></document-id>"
                                  "</priority-claim>",
                            i, i);
  g_string_append (text, "</priority-claims><parties><inventors>");
  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "<inventor><inventor-name><name>DOE %u</name></inventor-name>"
                                  "</inventor>",
                            i);
  g_string_append (text, "</inventors></parties>");
  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "<invention-title lang=\"de\">Pumpe</invention-title>");
  g_string_append (text, "</bibliographic-data></exchange-document>");
  all = collect_text (text->str);
  assert_counts (all, 1, 0);
  g_assert_cmpuint (record_at (all, 0)->n_parties, ==, 100000);
  g_assert_cmpuint (record_at (all, 0)->n_titles, ==, 1);
}

/* Whatever is cut off at any byte gives records and faults, and never neither. */
static void
test_truncated (gconstpointer name)
{
  g_autofree char *path = record_fixture_path (name);
  g_autofree char *content = NULL;
  gsize n_bytes;

  g_assert_true (g_file_get_contents (path, &content, &n_bytes, NULL));
  for (gsize n = 0; n < n_bytes; n += 7)
    {
      g_autofree char *copy = g_memdup2 (content, n); /* so that nothing lies behind it */
      g_autoptr (Collected) all = collect_bytes (n == 0 ? "" : copy, n);

      g_assert_cmpuint (all->records->len + all->faults->len, >, 0);
    }
}

/* --- who wants what --- */

static void
test_stop (void)
{
  g_autofree char *path = record_fixture_path ("docdb.xml");
  g_autoptr (Collected) all = collected_new ();
  CsRecordSink sink = collect_into (all);
  g_autoptr (GError) error = NULL;

  all->stop_after = 2;
  g_assert_false (cs_records_read (path, &sink, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_counts (all, 2, 0);
}

static void
test_cancel (void)
{
  g_autofree char *path = record_fixture_path ("uspto-weekly.xml");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (Collected) all = collected_new ();
  CsRecordSink sink = collect_into (all);
  g_autoptr (GError) error = NULL;

  all->cancel_after_first = cancellable;
  g_assert_false (cs_records_read (path, &sink, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_counts (all, 1, 0);
}

/* What the user says holds where the file says nothing. */
static void
test_options (void)
{
  g_autofree char *path = record_fixture_path ("docdb-broken.xml");
  g_autofree char *silent = record_fixture_path ("ops-search.xml");
  const CsRecordsOptions options = { "mine", { 2020, 2, 29 }, NULL };
  g_autoptr (Collected) all = collected_new ();
  CsRecordSink sink = collect_into (all);

  g_assert_true (cs_records_read (path, &sink, &options, NULL, NULL));
  g_assert_cmpstr (record_at (all, 0)->source, ==, "mine");
  g_assert_cmpuint (cs_office_date_to_key (record_at (all, 0)->as_of), ==, 20240218);
  g_ptr_array_set_size (all->records, 0);
  g_assert_true (cs_records_read (silent, &sink, &options, NULL, NULL));
  g_assert_cmpuint (cs_office_date_to_key (record_at (all, 0)->as_of), ==, 20200229);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *words;
  } cases[] = {
    { "<cn-application-body/>", "an application, and no record" },
    { "<svg/>", "a drawing (SVG)" },
    { "<weather/>", "its root is \"weather\"" },
    { "<world-patent-data><fulltext-inquiry/></world-patent-data>", "available texts" },
    { "<us-patent-grant/>", "neither a publication nor an application" },
    { "<exchange-documents></exchange-documents>", "holds no publications" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Collected) all = collect_text (cases[i].text);

      assert_counts (all, 0, 1);
      g_assert_nonnull (strstr (fault_at (all, 0)->error->message, cases[i].words));
    }
}

/* In UTF-16 the bytes of the file are no raw record; all else is as ever. */
static void
test_encoding (void)
{
  g_autofree char *utf16 = NULL;
  gsize n_bytes;
  g_autoptr (Collected) all = NULL;

  utf16 = g_convert ("\xef\xbb\xbf" DOCUMENT ("6"), -1, "UTF-16LE", "UTF-8", NULL, &n_bytes, NULL);
  all = collect_bytes (utf16, n_bytes);
  assert_counts (all, 1, 0);
  g_assert_cmpstr (record_at (all, 0)->titles[0].text, ==, "Pumpe");
  g_assert_cmpstr (record_at (all, 0)->raw, ==, "");
}

int
main (int argc, char *argv[])
{
  static const char *const truncated[] = { "ops-family.xml", "docdb-broken.xml", "cnipa.xml",
                                           "uspto-2001-grant.xml" };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/records/door/folder", test_folder);
  g_test_add_func ("/records/door/empty", test_empty);
  g_test_add_func ("/records/door/nested-zips", test_nested_zips);
  g_test_add_func ("/records/door/zip-bomb", test_zip_bomb);
  g_test_add_func ("/records/door/nested-bomb", test_nested_bomb);
  g_test_add_func ("/records/door/large-zip", test_large_zip);
  g_test_add_func ("/records/door/lying-zip", test_lying_zip);
  g_test_add_func ("/records/door/entity-bomb", test_entity_bomb);
  g_test_add_func ("/records/door/external-entity", test_external_entity);
  g_test_add_func ("/records/door/depth", test_depth);
  g_test_add_func ("/records/door/too-many-nodes", test_too_many_nodes);
  g_test_add_func ("/records/door/many-of-all", test_many_of_all);
  for (guint i = 0; i < G_N_ELEMENTS (truncated); i++)
    {
      g_autofree char *name = g_strdup_printf ("/records/door/truncated/%s", truncated[i]);

      g_test_add_data_func (name, truncated[i], test_truncated);
    }
  g_test_add_func ("/records/door/stop", test_stop);
  g_test_add_func ("/records/door/cancel", test_cancel);
  g_test_add_func ("/records/door/options", test_options);
  g_test_add_func ("/records/door/refused", test_refused);
  g_test_add_func ("/records/door/encoding", test_encoding);

  return g_test_run ();
}
