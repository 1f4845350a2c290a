/* The pictures of a document, asked for while it is lent. */

#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "make-zip.h"
#include "read-all.h"

/* What is asked for, and what came: NULL for a picture that is not there. */
typedef struct
{
  const char *name;
  GBytes *bytes;
  guint n_documents;
} Request;

static gboolean
load (const CsReadItem *item, gpointer data)
{
  Request *request = data;

  g_assert_no_error (item->error);
  request->n_documents++;
  g_clear_pointer (&request->bytes, g_bytes_unref);
  request->bytes = cs_read_item_load_image (item, request->name);

  return TRUE;
}

static GBytes *
load_from (const char *path, const char *name)
{
  Request request = { .name = name };

  g_assert_true (cs_read (path, &(CsReader){ load, &request }, NULL,
                          NULL));
  g_assert_cmpuint (request.n_documents, >, 0);

  return request.bytes;
}

static GBytes *
load_from_bytes (const char *bytes, gsize n_bytes, const char *name)
{
  Request request = { .name = name };
  const CsReader reader = { load, &request };

  g_assert_true (cs_read_bytes ("a.zip", bytes, n_bytes, &reader, NULL, NULL));
  g_assert_cmpuint (request.n_documents, ==, 1);

  return request.bytes;
}

static GBytes *
read_file (const char *name)
{
  g_autofree char *path = fixture_path (name);
  char *content;
  gsize n_bytes;

  g_assert_true (g_file_get_contents (path, &content, &n_bytes, NULL));

  return g_bytes_new_take (content, n_bytes);
}

static void
assert_is_file (GBytes *bytes, const char *name)
{
  g_autoptr (GBytes) expected = read_file (name);

  g_assert_nonnull (bytes);
  g_assert_true (g_bytes_equal (bytes, expected));
}

static void
test_folder (void)
{
  g_autofree char *path = fixture_path ("package");
  g_autoptr (GBytes) drawing = load_from (path, "100003_1.gif");
  g_autoptr (GBytes) formula = load_from (path, "100002_1.gif");

  assert_is_file (drawing, "package/100003/100003_1.gif");
  assert_is_file (formula, "package/100002/100002_1.gif");
  g_assert_null (load_from (path, "100003_9.gif"));
}

static void
test_names_that_lead_out (void)
{
  static const char *const names[] = { "", ".", "..", "../100003/100003_1.gif",
                                       "100003/100003_1.gif", "/etc/passwd", "..\\a.gif" };
  static const char *const inputs[] = { "package", "package/100003/100003.xml" };

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    for (guint n = 0; n < G_N_ELEMENTS (names); n++)
      {
        g_autofree char *path = fixture_path (inputs[i]);

        g_assert_null (load_from (path, names[n]));
      }
}

static void
test_beside_a_file (void)
{
  g_autofree char *path = fixture_path ("package/100002/100002.xml");
  g_autoptr (GBytes) formula = load_from (path, "100002_1.gif");

  assert_is_file (formula, "package/100002/100002_1.gif");
  g_assert_null (load_from (path, "100003_1.gif"));
}

/* A link beside a file is no picture of its own. */
static void
test_links (void)
{
  g_autofree char *folder = g_dir_make_tmp ("cs-test-XXXXXX", NULL);
  g_autofree char *link = g_build_filename (folder, "a.gif", NULL);
  g_autofree char *file = g_build_filename (folder, "claims.txt", NULL);
  g_autofree char *target = fixture_path ("package/100003/100003_1.gif");

  g_assert_true (g_file_set_contents (file, "1. A pump.", -1, NULL));
  g_assert_cmpint (symlink (target, link), ==, 0);
  g_assert_null (load_from (file, "a.gif"));

  g_assert_cmpint (g_remove (link), ==, 0);
  g_assert_cmpint (g_remove (file), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static const char drawings_book[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><cn-application-body><cn-drawings>"
    "<figure num=\"1\" figure-labels=\"图1\"><img file=\"a.gif\"/></figure>"
    "</cn-drawings></cn-application-body>";
static const char claims_book[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><cn-application-body><cn-claims>"
    "<claim num=\"1\"><claim-text>1. 一种泵。</claim-text></claim>"
    "</cn-claims></cn-application-body>";
static const char wrong_picture[] = "GIF89a of the claims, which nobody mentions";
static const char right_picture[] = "GIF89a of the drawings";

static void
assert_right_picture (GBytes *bytes)
{
  gsize n_bytes = 0;
  const char *data = bytes == NULL ? NULL : g_bytes_get_data (bytes, &n_bytes);

  g_assert_cmpmem (data, n_bytes, right_picture, strlen (right_picture));
}

/* Two books have a picture of one name: that of the book that speaks of it is meant. */
static void
test_same_names (void)
{
  MakeZipEntry entries[] = {
    { "100001/100001.xml", claims_book, strlen (claims_book), NULL },
    { "100001/a.gif", wrong_picture, strlen (wrong_picture), NULL },
    { "100003/100003.xml", drawings_book, strlen (drawings_book), NULL },
    { "100003/a.gif", right_picture, strlen (right_picture), NULL },
  };
  g_autoptr (GByteArray) zip = make_zip (entries, G_N_ELEMENTS (entries));
  g_autoptr (GBytes) bytes = load_from_bytes ((const char *)zip->data, zip->len, "a.gif");

  assert_right_picture (bytes);
}

static void
test_nested_zip (void)
{
  MakeZipEntry books[] = {
    { "100003.xml", drawings_book, strlen (drawings_book), NULL },
    { "a.gif", right_picture, strlen (right_picture), NULL },
  };
  g_autoptr (GByteArray) inner = make_zip (books, G_N_ELEMENTS (books));
  MakeZipEntry entries[] = {
    { "100001.xml", claims_book, strlen (claims_book), NULL },
    { "100003.zip", (const char *)inner->data, inner->len, NULL },
  };
  g_autoptr (GByteArray) zip = make_zip (entries, G_N_ELEMENTS (entries));
  g_autoptr (GBytes) bytes = load_from_bytes ((const char *)zip->data, zip->len, "a.gif");

  assert_right_picture (bytes);
}

/* Nothing lies beside what is in memory. */
static void
test_in_memory (void)
{
  g_assert_null (load_from_bytes ("1. A pump.", 10, "a.gif"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/images/folder", test_folder);
  g_test_add_func ("/formats/images/names-that-lead-out", test_names_that_lead_out);
  g_test_add_func ("/formats/images/beside-a-file", test_beside_a_file);
  g_test_add_func ("/formats/images/links", test_links);
  g_test_add_func ("/formats/images/same-names", test_same_names);
  g_test_add_func ("/formats/images/nested-zip", test_nested_zip);
  g_test_add_func ("/formats/images/in-memory", test_in_memory);

  return g_test_run ();
}
