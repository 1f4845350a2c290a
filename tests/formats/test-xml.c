#include <string.h>

#include "../../src/base/cs-error.h"
#include "../../src/base/cs-limits.h"
#include "read-all.h"

#define BODY "<us-patent-grant><abstract><p>%s</p></abstract></us-patent-grant>"

/* Asserts that @xml is refused, for @reason on @line. */
static void
assert_refused (const char *xml, CsError code, guint line, const char *reason)
{
  g_autoptr (GPtrArray) all = read_all_bytes (xml, strlen (xml));
  const GError *error = kept_at (all, 0)->error;

  g_assert_cmpuint (all->len, ==, 1);
  g_assert_error (error, CS_ERROR, (int)code);
  g_test_message ("line %u: %s", cs_error_get_line (error), error->message);
  g_assert_nonnull (strstr (error->message, reason));
  g_assert_cmpuint (cs_error_get_line (error), ==, line);
}

static void
test_billion_laughs (void)
{
  assert_refused ("<?xml version=\"1.0\"?>\n<!DOCTYPE us-patent-grant [\n"
                  "<!ENTITY lol \"lol\">\n<!ENTITY lol1 \"&lol;&lol;&lol;&lol;&lol;\">\n"
                  "<!ENTITY lol2 \"&lol1;&lol1;&lol1;&lol1;&lol1;\">]>\n"
                  "<us-patent-grant>&lol2;</us-patent-grant>",
                  CS_ERROR_HOSTILE, 4, "\"lol1\"");
}

static void
test_quadratic_blowup (void)
{
  g_autofree char *value = g_strnfill (50000, 'a');
  g_autofree char *xml = g_strdup_printf ("<!DOCTYPE us-patent-grant [<!ENTITY big \"%s\">]>\n"
                                          "<us-patent-grant>&big;&big;&big;</us-patent-grant>",
                                          value);

  assert_refused (xml, CS_ERROR_HOSTILE, 1, "\"big\"");
}

static void
test_external_entities (void)
{
  assert_refused ("<!DOCTYPE us-patent-grant [\n<!ENTITY xxe SYSTEM \"file:///etc/passwd\">]>\n"
                  "<us-patent-grant><abstract><p>&xxe;</p></abstract></us-patent-grant>",
                  CS_ERROR_HOSTILE, 2, "external entity \"xxe\"");
  assert_refused ("<!DOCTYPE us-patent-grant [\n<!ENTITY % dtd SYSTEM \"http://localhost/a\">\n"
                  "%dtd;]>\n<us-patent-grant/>",
                  CS_ERROR_HOSTILE, 2, "external entity \"dtd\"");
}

static void
test_parameter_entity (void)
{
  assert_refused ("<!DOCTYPE us-patent-grant [\n\n<!ENTITY % a \"<!ENTITY b 'c'>\">%a;]>\n"
                  "<us-patent-grant/>",
                  CS_ERROR_HOSTILE, 3, "parameter entity \"a\"");
}

static void
test_many_declarations (void)
{
  g_autoptr (GString) xml = g_string_new ("<!DOCTYPE us-patent-grant [");

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (xml, "<!ATTLIST p a%u CDATA \"x\">", i);
  g_string_append (xml, "]><us-patent-grant/>");
  assert_refused (xml->str, CS_ERROR_HOSTILE, 1, "attributes");
}

/* The DTD is named in every real file, and never loaded. */
static void
test_external_dtd_is_not_loaded (void)
{
  static const char xml[] = "<!DOCTYPE us-patent-grant SYSTEM \"file:///no/such.dtd\" [ ]>\n"
                            "<us-patent-grant><abstract>a</abstract></us-patent-grant>";
  g_autoptr (GPtrArray) all = read_all_bytes (xml, strlen (xml));

  g_assert_cmpuint (draft_at (all, 0)->notes->len, ==, 0);
}

static void
test_deep_nesting (void)
{
  g_autoptr (GString) xml = g_string_new ("<us-patent-grant><abstract>\n");

  for (guint i = 0; i < 100000; i++)
    g_string_append (xml, "<b>");
  assert_refused (xml->str, CS_ERROR_LIMIT, 2, "256");
}

static void
test_long_text (void)
{
  g_autofree char *text = g_strnfill (CS_MAX_XML_NODE_BYTES + 1, 'a');
  g_autofree char *xml = g_strdup_printf (BODY, text);

  assert_refused (xml, CS_ERROR_LIMIT, 1, "10 MB");
}

static void
test_long_tag (void)
{
  g_autoptr (GString) xml = g_string_new ("<us-patent-grant");

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (xml, " a%u=\"\"", i);
  g_string_append (xml, "/>");
  assert_refused (xml->str, CS_ERROR_LIMIT, 1, "longer than 256 KB");
}

static void
test_many_attributes (void)
{
  g_autoptr (GString) xml = g_string_new ("<us-patent-grant");

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (xml, " a%u=\"\"", i);
  g_string_append (xml, "/>");
  assert_refused (xml->str, CS_ERROR_LIMIT, 1, "attributes");
}

static void
test_too_many_claims (void)
{
  g_autoptr (GString) xml = g_string_new ("<us-patent-grant><claims>");

  for (guint i = 0; i <= CS_MAX_CLAIMS; i++)
    g_string_append (xml, "<claim/>");
  g_string_append (xml, "</claims></us-patent-grant>");
  assert_refused (xml->str, CS_ERROR_LIMIT, 0, "10000");
}

/* A range of cancelled claims is cheap to write; it must not be dear to read. */
static void
test_too_many_cancelled_claims (void)
{
  g_autoptr (GString) xml = g_string_new ("<us-patent-grant><claims>");

  for (guint i = 0; i < 20000; i++)
    g_string_append (xml, "<claim>1-9999. (canceled)</claim>");
  g_string_append (xml, "</claims></us-patent-grant>");
  assert_refused (xml->str, CS_ERROR_LIMIT, 0, "10000");
}

static void
test_syntax_errors (void)
{
  assert_refused ("<us-patent-grant>\n<p>\n", CS_ERROR_SYNTAX, 2, "ends within \"p\"");
  assert_refused ("<us-patent-grant>\n<p></q>", CS_ERROR_SYNTAX, 2, "\"p\" is ended by \"q\"");
  assert_refused ("<us-patent-grant>\n\na & b</us-patent-grant>", CS_ERROR_SYNTAX, 3, "broken XML");
  assert_refused ("<?xml version=\"1.0\"?>\n", CS_ERROR_SYNTAX, 2, "broken XML");
}

/* One hostile document of a batch does not spoil the others. */
static void
test_batch_goes_on (void)
{
  static const char good[] = "<?xml version=\"1.0\"?>\n"
                             "<us-patent-grant><abstract>a</abstract></us-patent-grant>\n";
  static const char bad[] =
      "<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY b SYSTEM \"c\">]><a/>\n";
  g_autofree char *xml = g_strconcat (good, bad, bad, good, NULL);
  g_autoptr (GPtrArray) all = read_all_bytes (xml, strlen (xml));

  g_assert_cmpuint (all->len, ==, 4);
  g_assert_nonnull (draft_at (all, 0));
  g_assert_error (kept_at (all, 1)->error, CS_ERROR, CS_ERROR_HOSTILE);
  g_assert_cmpuint (cs_error_get_line (kept_at (all, 2)->error), ==, 6);
  g_assert_nonnull (draft_at (all, 3));
}

static void
assert_abstract (const char *text, const char *expected)
{
  g_autofree char *xml = g_strdup_printf (BODY, text);
  g_autoptr (GPtrArray) all = read_all_bytes (xml, strlen (xml));
  g_autofree char *found = unit_text (draft_at (all, 0), CS_PART_ABSTRACT, 0);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_known_entities (void)
{
  assert_abstract ("&lsqb;&agr;&rsqb; &equals; &ldquo;&mgr;&rdquo;&times;&minus;&Ascr;",
                   "[α] = “μ”×−𝒜");
  assert_abstract ("&lt;&amp;&gt;&#x3b1;&#20013;", "<&>α中");
  assert_abstract ("a&nbsp;b&emsp;c", "a\xc2\xa0"
                                      "b\xe2\x80\x83"
                                      "c");
}

static void
test_entity_of_one_character (void)
{
  static const char xml[] = "<!DOCTYPE us-patent-grant [<!ENTITY my \"&#x4e2d;\">]>"
                            "<us-patent-grant><abstract><p>&my;</p></abstract></us-patent-grant>";
  g_autoptr (GPtrArray) all = read_all_bytes (xml, strlen (xml));
  g_autofree char *found = unit_text (draft_at (all, 0), CS_PART_ABSTRACT, 0);

  g_assert_cmpstr (found, ==, "中");
}

static void
test_unknown_entity_is_noted (void)
{
  g_autofree char *xml = g_strdup_printf (BODY, "\na &nosuch; b <img file='&nosuch;'/>");
  g_autoptr (GPtrArray) all = read_all_bytes (xml, strlen (xml));
  const CsReadNote *note = &g_array_index (draft_at (all, 0)->notes, CsReadNote, 0);
  g_autofree char *found = unit_text (draft_at (all, 0), CS_PART_ABSTRACT, 0);

  g_assert_cmpstr (found, ==, "a &nosuch; b " CS_OBJECT_CHARACTER);
  g_assert_cmpuint (draft_at (all, 0)->notes->len, ==, 1);
  g_assert_cmpstr (note->code, ==, "unknown-entity");
  g_assert_cmpstr (note->detail, ==, "nosuch");
  g_assert_cmpuint (note->line, ==, 2);
}

static void
test_utf16 (void)
{
  static const char xml[] = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>"
                            "<us-patent-grant><abstract><p>中</p></abstract></us-patent-grant>";
  gsize n_bytes;
  g_autofree char *bytes = g_convert (xml, -1, "UTF-16", "UTF-8", NULL, &n_bytes, NULL);
  g_autoptr (GPtrArray) all = read_all_bytes (bytes, n_bytes);
  g_autofree char *found = unit_text (draft_at (all, 0), CS_PART_ABSTRACT, 0);

  g_assert_cmpstr (found, ==, "中");
}

static void
test_gb18030 (void)
{
  static const char xml[] = "<?xml version=\"1.0\" encoding=\"GB18030\"?>"
                            "<us-patent-grant><abstract><p>权利</p></abstract></us-patent-grant>";
  gsize n_bytes;
  g_autofree char *bytes = g_convert (xml, -1, "GB18030", "UTF-8", NULL, &n_bytes, NULL);
  g_autoptr (GPtrArray) all = read_all_bytes (bytes, n_bytes);
  g_autofree char *found = unit_text (draft_at (all, 0), CS_PART_ABSTRACT, 0);

  g_assert_cmpstr (found, ==, "权利");
}

static void
test_wrong_encoding (void)
{
  assert_refused ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<us-patent-grant>\n<p>\xff\xa8</p>",
                  CS_ERROR_ENCODING, 3, "encoding");
  assert_refused ("<?xml version=\"1.0\" encoding=\"no-such\"?>\n<us-patent-grant/>",
                  CS_ERROR_ENCODING, 1, "encoding");
}

static void
test_truncated (void)
{
  static const char *const names[] = { "weekly.xml", "package/100001/100001.xml",
                                       "package/100002/100002.xml", "zh.txt", "en.txt" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = fixture_path (names[i]);
      g_autofree char *content = NULL;
      gsize n_bytes;

      g_assert_true (g_file_get_contents (path, &content, &n_bytes, NULL));
      read_truncated (content, n_bytes);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/xml/billion-laughs", test_billion_laughs);
  g_test_add_func ("/formats/xml/quadratic-blowup", test_quadratic_blowup);
  g_test_add_func ("/formats/xml/external-entities", test_external_entities);
  g_test_add_func ("/formats/xml/parameter-entity", test_parameter_entity);
  g_test_add_func ("/formats/xml/many-declarations", test_many_declarations);
  g_test_add_func ("/formats/xml/external-dtd", test_external_dtd_is_not_loaded);
  g_test_add_func ("/formats/xml/deep-nesting", test_deep_nesting);
  g_test_add_func ("/formats/xml/long-text", test_long_text);
  g_test_add_func ("/formats/xml/long-tag", test_long_tag);
  g_test_add_func ("/formats/xml/many-attributes", test_many_attributes);
  g_test_add_func ("/formats/xml/too-many-claims", test_too_many_claims);
  g_test_add_func ("/formats/xml/too-many-cancelled-claims", test_too_many_cancelled_claims);
  g_test_add_func ("/formats/xml/syntax-errors", test_syntax_errors);
  g_test_add_func ("/formats/xml/batch-goes-on", test_batch_goes_on);
  g_test_add_func ("/formats/xml/known-entities", test_known_entities);
  g_test_add_func ("/formats/xml/entity-of-one-character", test_entity_of_one_character);
  g_test_add_func ("/formats/xml/unknown-entity", test_unknown_entity_is_noted);
  g_test_add_func ("/formats/xml/utf-16", test_utf16);
  g_test_add_func ("/formats/xml/gb18030", test_gb18030);
  g_test_add_func ("/formats/xml/wrong-encoding", test_wrong_encoding);
  g_test_add_func ("/formats/xml/truncated", test_truncated);

  return g_test_run ();
}
