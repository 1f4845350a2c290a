/* Answers of the EPO's OPS, files of DOCDB and exports: text is read, the rest refused by what it
 * is. */

#include <string.h>

#include "../../src/base/cs-error.h"
#include "offices.h"

#define OPS "<ops:world-patent-data xmlns:ops='http://ops.epo.org'>%s</ops:world-patent-data>"

static void
test_text (void)
{
  g_autoptr (GPtrArray) all = read_seed ("ops-claims.xml", NULL);
  const CsDraft *draft = draft_at (all, 0);

  g_assert_cmpstr (draft->id, ==, "EP1999999A1");
  g_assert_cmpstr (draft->format, ==, "ops");
  g_assert_false (draft->complete);
  g_assert_cmpint (draft->request->office, ==, CS_OFFICE_EP);
  g_assert_cmpint (cs_draft_get_unit (draft, CS_PART_DESCRIPTION, 0)->kind, ==, CS_UNIT_HEADING);
  assert_unit (draft, CS_PART_DESCRIPTION, 1, 1, "A scale.");
  g_assert_cmpuint (cs_draft_get_n_units (draft, CS_PART_CLAIMS), ==, 2);
  assert_unit (draft, CS_PART_CLAIMS, 0, 1, "A scale comprising:\na bowl; and\na lid.");
  assert_unit (draft, CS_PART_CLAIMS, 1, 2, "The scale of claim 1, wherein the lid is red.");
  assert_note (draft, "other-version", "fulltext-document");
}

static void
assert_refused (const char *content, CsError code, const char *reason)
{
  g_autoptr (GPtrArray) all = read_all_bytes (content, strlen (content));
  const GError *error = kept_at (all, 0)->error;

  g_assert_cmpuint (all->len, ==, 1);
  g_assert_error (error, CS_ERROR, (int)code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, reason));
}

static void
test_answers_without_text (void)
{
  static const char *const answers[][2] = {
    { "<ops:patent-family/>", "a patent family" },
    { "<ops:biblio-search><exchange-document/></ops:biblio-search>", "what a search has found" },
    { "<ops:register-search/>", "the European Patent Register" },
    { "<ops:standardization/>", "a number in several notations" },
    { "<exchange-document/><exchange-document/>", "of 2 publications" },
    { "<ops:something-new/>", "no text of an application" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *xml = g_strdup_printf (OPS, answers[i][0]);

      assert_refused (xml, CS_ERROR_EMPTY, answers[i][1]);
    }
}

/* Cut out of its file, a document has a prefix that nobody declared. */
static void
test_docdb (void)
{
  g_autoptr (GPtrArray) all = read_seed ("docdb.xml", NULL);

  g_assert_error (kept_at (all, 0)->error, CS_ERROR, CS_ERROR_EMPTY);
  g_assert_nonnull (strstr (kept_at (all, 0)->error->message, "1 publication,"));
  assert_refused ("<exchange-documents><exchange-document/><exchange-document/>"
                  "</exchange-documents>",
                  CS_ERROR_EMPTY, "2 publications");
}

static void
test_exports (void)
{
  assert_refused ("number,date,applicant,title\n1,2,A,\"B, C\"\n", CS_ERROR_UNSUPPORTED, "a table");
  assert_refused ("公开号\t申请日\t标题\t摘要\nCN1\t2024\t装置\t一种\n", CS_ERROR_UNSUPPORTED,
                  "a table");
  assert_refused ("<fault xmlns='http://ops.epo.org'><code>x</code></fault>", CS_ERROR_UNSUPPORTED,
                  "an error message");
}

/* Prose is none, however many commas there are. */
static void
test_text_is_no_table (void)
{
  static const char text[] = "1. A scale comprising a bowl, a lid, a foot, and a hand.\n"
                             "2. The scale of claim 1, 2, 3, or 4.\n";
  g_autoptr (GPtrArray) all = read_all_bytes (text, strlen (text));

  g_assert_cmpuint (cs_draft_get_n_units (draft_at (all, 0), CS_PART_CLAIMS), ==, 2);
}

static void
test_publication_without_text (void)
{
  assert_refused ("<ep-patent-document lang='en' country='EP' doc-number='1' kind='A2'><SDOBI>"
                  "<B540><B541>en</B541><B542>Scale</B542></B540></SDOBI></ep-patent-document>",
                  CS_ERROR_EMPTY, "of \"EP1A2\" and no text");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/ops/text", test_text);
  g_test_add_func ("/formats/ops/answers-without-text", test_answers_without_text);
  g_test_add_func ("/formats/ops/docdb", test_docdb);
  g_test_add_func ("/formats/ops/exports", test_exports);
  g_test_add_func ("/formats/ops/text-is-no-table", test_text_is_no_table);
  g_test_add_func ("/formats/ops/publication-without-text", test_publication_without_text);

  return g_test_run ();
}
