/* Word files that are broken, or made to harm; and what is no Word file of ours. */

#include <string.h>

#include "make-docx.h"

#define HEAD P ("说明书") P ("一种泵") P ("技术领域")
#define TYPES "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"

static void
test_relation_out (void)
{
  assert_refused (&(MakeDocx){ .body = HEAD, .relations = RELATION ("x", "image", "../../passwd") },
                  CS_ERROR_HOSTILE, "\"../../passwd\"");
  assert_refused (&(MakeDocx){ .body = HEAD,
                               .relations = RELATION ("x", "image", "%2e%2e/%2e%2e/passwd") },
                  CS_ERROR_HOSTILE, "text/main.xml");
  assert_refused (&(MakeDocx){ .body = HEAD, .relations = RELATION ("x", "image", "file:///x") },
                  CS_ERROR_HOSTILE, "file:///x");
}

static void
assert_part_refused (const char *name, const char *content, CsError code, const char *words)
{
  const MakeZipEntry part = { name, content, strlen (content), NULL };

  assert_refused (&(MakeDocx){ .body = HEAD,
                               .relations = RELATION ("s", "styles", "st.xml")
                                   RELATION ("c", "comments", "co.xml"),
                               .parts = &part,
                               .n_parts = 1 },
                  code, words);
}

static void
test_doctype (void)
{
  assert_part_refused ("text/st.xml",
                       "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>",
                       CS_ERROR_HOSTILE, "\"text/st.xml\"");
  assert_part_refused ("text/co.xml", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>",
                       CS_ERROR_HOSTILE, "DOCTYPE");
}

static void
test_broken_part (void)
{
  assert_part_refused ("text/st.xml", "<a><b></a>", CS_ERROR_SYNTAX, "\"text/st.xml\"");
  assert_part_refused ("text/st.xml", "", CS_ERROR_SYNTAX, "empty");
}

static void
test_bomb (void)
{
  gsize n_bytes = 64 * 1024 * 1024;
  g_autofree char *zeros = g_malloc0 (n_bytes);
  GByteArray *zip = make_zip (
      (MakeZipEntry[]){ { "[Content_Types].xml", TYPES, sizeof TYPES - 1, NULL },
                        { "text/media/a.png", zeros, n_bytes, NULL } },
      2);
  g_autoptr (GPtrArray) all = read_all_bytes ((const char *)zip->data, zip->len);

  g_assert_error (kept_at (all, 0)->error, CS_ERROR, CS_ERROR_HOSTILE);
  g_assert_nonnull (strstr (kept_at (all, 0)->error->message, "text/media/a.png"));
  g_byte_array_unref (zip);
}

static void
test_twice (void)
{
  GByteArray *zip =
      make_zip ((MakeZipEntry[]){ { "[Content_Types].xml", TYPES, sizeof TYPES - 1, NULL },
                                  { "text/main.xml", "<a/>", 4, NULL },
                                  { "Text/Main.xml", "<b/>", 4, NULL } },
                3);
  g_autoptr (GPtrArray) all = read_all_bytes ((const char *)zip->data, zip->len);

  g_assert_error (kept_at (all, 0)->error, CS_ERROR, CS_ERROR_HOSTILE);
  g_byte_array_unref (zip);
}

/* @depth tables, each in a cell of the one before. */
static void
test_deep (void)
{
  g_autoptr (GString) body = g_string_new (HEAD);

  for (guint i = 0; i < 300; i++)
    g_string_append (body, "<w:tbl><w:tr><w:tc>");
  for (guint i = 0; i < 300; i++)
    g_string_append (body, "</w:tc></w:tr></w:tbl>");

  assert_refused (&(MakeDocx){ .body = body->str }, CS_ERROR_LIMIT, "text/main.xml");
}

/* A picture of a hundred thousand points a side is not taken; the document is. */
static void
test_huge_picture (void)
{
  static const char head[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\x86\xa0\0\1\x86\xa0\x08\2\0\0\0"
                             "\0\0\0\0";
  const MakeZipEntry picture = { "text/big.png", head, sizeof head - 1, NULL };
  g_autoptr (GPtrArray) all = NULL;
  const CsDraft *draft = read_docx (&(MakeDocx){ .body = HEAD LINE (PICTURE ("p")),
                                                 .relations = RELATION ("p", "image", "big.png"),
                                                 .parts = &picture,
                                                 .n_parts = 1 },
                                    &all);
  g_autofree char *found = describe_part (draft, CS_PART_DESCRIPTION);

  g_assert_cmpstr (found, ==, "image()");
  g_assert_nonnull (strstr (note_detail (draft, "dropped-object"), "text/big.png"));
  g_assert_nonnull (strstr (note_detail (draft, "dropped-object"), "100000"));
}

static void
test_other_offices (void)
{
  assert_refused (&(MakeDocx){ .body = HEAD,
                               .main_type = "application/vnd.openxmlformats-officedocument."
                                            "spreadsheetml.sheet.main+xml" },
                  CS_ERROR_UNSUPPORTED, "XLSX");
  assert_refused (&(MakeDocx){ .body = HEAD,
                               .main_type = "application/vnd.openxmlformats-officedocument."
                                            "presentationml.presentation.main+xml" },
                  CS_ERROR_UNSUPPORTED, "PPTX");
}

static void
assert_bytes_refused (const char *bytes, gsize n_bytes, const char *words)
{
  g_autoptr (GPtrArray) all = read_all_bytes (bytes, n_bytes);

  g_assert_error (kept_at (all, 0)->error, CS_ERROR, CS_ERROR_UNSUPPORTED);
  if (strstr (kept_at (all, 0)->error->message, words) == NULL)
    g_error ("\"%s\" is not in \"%s\"", words, kept_at (all, 0)->error->message);
}

static void
test_open_document (void)
{
  static const char type[] = "application/vnd.oasis.opendocument.text";
  GByteArray *zip = make_zip ((MakeZipEntry[]){ { "mimetype", type, sizeof type - 1, NULL } }, 1);

  assert_bytes_refused ((const char *)zip->data, zip->len, ".docx");
  g_byte_array_unref (zip);
}

/* A compound file with a stream called @name. */
static void
assert_old_refused (const char *name, const char *words)
{
  char file[1024] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
  char *entry = file + 640;

  for (gsize i = 0; name[i] != '\0'; i++)
    entry[2 * i] = name[i];
  entry[64] = 2 * (strlen (name) + 1);

  assert_bytes_refused (file, sizeof file, words);
}

static void
test_old_word (void)
{
  assert_old_refused ("WordDocument", "save it as .docx");
  assert_old_refused ("EncryptedPackage", "password");
  assert_old_refused ("Workbook", ".xls");
  assert_old_refused ("Something", "Office before 2007");
}

static void
test_no_application (void)
{
  assert_refused (&(MakeDocx){ .body = P ("会议纪要。") P ("时间：今天。") }, CS_ERROR_UNSUPPORTED,
                  "headings");
  assert_refused (&(MakeDocx){ .body = "" }, CS_ERROR_EMPTY, "no text");
}

static void
test_truncated (void)
{
  g_autoptr (GByteArray) zip = make_docx (
      &(MakeDocx){ .body = HEAD P ("一") P ("二"), .styles = "<w:style w:styleId=\"a\"/>" });

  read_truncated ((const char *)zip->data, zip->len);
}

static void
test_many_claims (void)
{
  g_autoptr (GString) body = g_string_new (P ("权利要求书"));
  g_autoptr (GPtrArray) all = NULL;

  for (guint i = 1; i <= 10000; i++)
    g_string_append_printf (body, P ("%u. 一种泵。"), i);
  g_assert_cmpuint (
      cs_draft_get_n_units (read_body (body->str, &all), CS_PART_CLAIMS), ==, 10000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/docx/hostile/relation-out", test_relation_out);
  g_test_add_func ("/formats/docx/hostile/doctype", test_doctype);
  g_test_add_func ("/formats/docx/hostile/broken-part", test_broken_part);
  g_test_add_func ("/formats/docx/hostile/bomb", test_bomb);
  g_test_add_func ("/formats/docx/hostile/twice", test_twice);
  g_test_add_func ("/formats/docx/hostile/deep", test_deep);
  g_test_add_func ("/formats/docx/hostile/huge-picture", test_huge_picture);
  g_test_add_func ("/formats/docx/hostile/other-offices", test_other_offices);
  g_test_add_func ("/formats/docx/hostile/open-document", test_open_document);
  g_test_add_func ("/formats/docx/hostile/old-word", test_old_word);
  g_test_add_func ("/formats/docx/hostile/no-application", test_no_application);
  g_test_add_func ("/formats/docx/hostile/truncated", test_truncated);
  g_test_add_func ("/formats/docx/hostile/many-claims", test_many_claims);

  return g_test_run ();
}
