/* Reads the real files of $CLAIMSMITH_CORPUS; skipped where there are none. */

#include <string.h>

#include <libxml/parser.h>

#include "../../src/base/cs-error.h"
#include "read-all.h"

static char *
corpus_path (const char *name)
{
  const char *corpus = g_getenv ("CLAIMSMITH_CORPUS");
  g_autofree char *path = NULL;

  if (corpus != NULL)
    path = g_build_filename (corpus, name, NULL);
  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("CLAIMSMITH_CORPUS is not set");
      return NULL;
    }

  return g_steal_pointer (&path);
}

static GPtrArray *
read_corpus (const char *name)
{
  g_autofree char *path = corpus_path (name);

  return path == NULL ? NULL : read_all (path);
}

static guint
count_errors (const GPtrArray *all)
{
  guint n_errors = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const Kept *kept = g_ptr_array_index (all, i);

      if (kept->error != NULL)
        g_test_message ("%s: %s", kept->path, kept->error->message);
      n_errors += kept->error != NULL;
    }

  return n_errors;
}

static void
assert_has (const CsDraft *draft, CsPart part)
{
  if (cs_draft_get_n_units (draft, part) == 0)
    g_error ("%s has no %s", draft->path, cs_part_get_name (part));
}

static void
test_chinese_texts (void)
{
  g_autoptr (GPtrArray) all = read_corpus ("cn-claims");

  if (all == NULL)
    return;

  g_test_message ("%u documents", all->len);
  g_assert_cmpuint (all->len, >=, 300);
  g_assert_cmpuint (count_errors (all), ==, 0);
  for (guint i = 0; i < all->len; i++)
    {
      const CsDraft *draft = draft_at (all, i);

      assert_has (draft, CS_PART_ABSTRACT);
      assert_has (draft, CS_PART_CLAIMS);
      g_assert_false (draft->complete);
      g_assert_cmpstr (draft->language, ==, "zh");
    }
}

static void
test_american_texts (void)
{
  g_autoptr (GPtrArray) all = read_corpus ("us-text");

  if (all == NULL)
    return;

  g_test_message ("%u documents", all->len);
  g_assert_cmpuint (all->len, ==, 150);
  g_assert_cmpuint (count_errors (all), ==, 0);
  for (guint i = 0; i < all->len; i++)
    {
      const CsDraft *draft = draft_at (all, i);

      assert_has (draft, CS_PART_TITLE);
      assert_has (draft, CS_PART_ABSTRACT);
      assert_has (draft, CS_PART_CLAIMS);
      assert_has (draft, CS_PART_DESCRIPTION);
      g_assert_true (draft->complete);
      g_assert_cmpstr (draft->language, ==, "en");
    }
}

static void
count_styles (const CsDraft *draft, guint counts[2])
{
  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      guint n_runs = 0;
      const CsRun *runs = NULL;

      if (draft->texts[part] != NULL)
        runs = cs_text_get_runs (draft->texts[part], &n_runs);
      for (guint i = 0; i < n_runs; i++)
        if (runs[i].style == CS_RUN_SUB || runs[i].style == CS_RUN_SUP)
          counts[runs[i].style == CS_RUN_SUP]++;
    }
}

static void
test_dossiers (gconstpointer folder)
{
  g_autoptr (GPtrArray) all = read_corpus (folder);
  guint counts[2] = { 0, 0 };

  if (all == NULL)
    return;

  g_assert_cmpuint (all->len, ==, 3);
  for (guint i = 0; i < all->len; i++)
    {
      const CsDraft *draft = draft_at (all, i);

      g_assert_true (draft->complete);
      g_assert_cmpstr (draft->request->abstract_figure, ==, "图1");
      for (CsPart part = CS_PART_TITLE; part <= CS_PART_DESCRIPTION; part++)
        assert_has (draft, part);
      g_assert_cmpuint (count_notes (draft, "missing-image"), ==, 0);
      count_styles (draft, counts);
    }
  g_assert_cmpuint (counts[0], ==, 67);
  g_assert_cmpuint (counts[1], ==, 2);
}

static void
test_american_xml (void)
{
  g_autoptr (GPtrArray) all = read_corpus ("us-xml");

  if (all == NULL)
    return;

  g_assert_cmpuint (all->len, ==, 106);
  g_assert_cmpuint (count_errors (all), ==, 0);
  for (guint i = 0; i < all->len; i++)
    {
      const CsDraft *draft = draft_at (all, i);

      assert_has (draft, CS_PART_TITLE);
      assert_has (draft, CS_PART_CLAIMS);
      assert_has (draft, CS_PART_DESCRIPTION);
      g_assert_cmpuint (count_notes (draft, "unknown-entity"), ==, 0);
    }
}

/* What opens of a folder, and what is refused and why; the judge looks into what opens. */
static void
assert_opens (const char *folder, guint n_drafts, guint n_refused)
{
  g_autoptr (GPtrArray) all = read_corpus (folder);

  if (all == NULL)
    return;

  g_assert_cmpuint (count_errors (all), ==, n_refused);
  g_assert_cmpuint (all->len, ==, n_drafts + n_refused);
  for (guint i = 0; i < all->len; i++)
    {
      const GError *error = kept_at (all, i)->error;

      g_assert_true (error == NULL || error->code == CS_ERROR_EMPTY ||
                     error->code == CS_ERROR_UNSUPPORTED || cs_error_get_line (error) > 0);
    }
}

static void
test_offices (void)
{
  assert_opens ("ep-xml", 17, 3); /* two without text, one that is broken */
  assert_opens ("cnipa-publication", 2, 0);
  assert_opens ("ops", 4, 36);
  assert_opens ("docdb", 0, 5);
  assert_opens ("exports", 0, 1);
}

/* An oracle of its own: the subscripts and superscripts of a file, but for those within objects. */
typedef struct
{
  guint in_text;
  guint in_object;
  guint counts[2];
} RunCounter;

static gboolean
is_one_of (const xmlChar *name, const char *const *names)
{
  return g_strv_contains (names, (const char *)name);
}

static const char *const text_names[] = { "p", "heading", "claim", "invention-title", NULL };
static const char *const object_names[] = { "maths", "tables", "chemistry", NULL };

static void
count_start (void *data,
             const xmlChar *name,
             const xmlChar *prefix,
             const xmlChar *address,
             int n_namespaces,
             const xmlChar **namespaces,
             int n_attributes,
             int n_defaulted,
             const xmlChar **attributes)
{
  RunCounter *counter = data;
  gboolean is_sup = xmlStrEqual (name, BAD_CAST "sup");

  counter->in_text += is_one_of (name, text_names);
  counter->in_object += is_one_of (name, object_names);
  if ((is_sup || xmlStrEqual (name, BAD_CAST "sub")) && counter->in_text > 0 &&
      counter->in_object == 0)
    counter->counts[is_sup]++;
}

static void
count_end (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *address)
{
  RunCounter *counter = data;

  counter->in_text -= is_one_of (name, text_names);
  counter->in_object -= is_one_of (name, object_names);
}

static void
ignore_error (void *data, xmlErrorPtr error)
{
}

static void
count_runs (const char *at, const char *end, RunCounter *counter)
{
  static xmlSAXHandler sax = { .initialized = XML_SAX2_MAGIC,
                               .startElementNs = count_start,
                               .endElementNs = count_end,
                               .serror = ignore_error };

  while (at != NULL)
    {
      const char *next = g_strstr_len (at + 1, end - at - 1, "<?xml ");
      gsize n_bytes = (next == NULL ? end : next) - at;

      g_assert_cmpint (xmlSAXUserParseMemory (&sax, counter, at, n_bytes), ==, 0);
      at = next;
    }
}

static void
test_american_runs (void)
{
  static const char *const names[] = { "ipa20110039701.xml", "ipg050104.small.xml",
                                       "ipg080101.small.xml", "ipg110104.small.xml",
                                       "ipg130416.small.xml" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = g_build_filename ("us-xml", names[i], NULL);
      g_autofree char *path = corpus_path (name);
      g_autoptr (GPtrArray) all = NULL;
      g_autofree char *content = NULL;
      RunCounter expected = { 0 };
      guint counts[2] = { 0, 0 };
      gsize n_bytes;

      if (path == NULL)
        return;
      g_assert_true (g_file_get_contents (path, &content, &n_bytes, NULL));
      count_runs (content, content + n_bytes, &expected);
      all = read_all (path);
      for (guint d = 0; d < all->len; d++)
        count_styles (draft_at (all, d), counts);

      g_test_message ("%s: %u sub, %u sup", names[i], counts[0], counts[1]);
      g_assert_cmpuint (counts[0], ==, expected.counts[0]);
      g_assert_cmpuint (counts[1], ==, expected.counts[1]);
    }
}

static void truncate_folder (const char *path);

static void
truncate_entry (const char *path)
{
  g_autofree char *content = NULL;
  gsize n_bytes;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      truncate_folder (path);
      return;
    }

  g_assert_true (g_file_get_contents (path, &content, &n_bytes, NULL));
  read_truncated (content, n_bytes);
}

static void
truncate_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *entry = g_build_filename (path, name, NULL);

      truncate_entry (entry);
    }
}

static void
test_truncated (gconstpointer folder)
{
  g_autofree char *path = corpus_path (folder);

  if (path != NULL)
    truncate_folder (path);
}

int
main (int argc, char *argv[])
{
  static const char *const folders[] = { "cn-claims", "us-text", "us-xml", "cnipa-dossier",
                                         "cnipa-dossier-zip", "ep-xml", "ops", "docdb",
                                         "cnipa-publication" };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corpus/chinese-texts", test_chinese_texts);
  g_test_add_func ("/corpus/american-texts", test_american_texts);
  g_test_add_data_func ("/corpus/dossiers", "cnipa-dossier", test_dossiers);
  g_test_add_data_func ("/corpus/zipped-dossiers", "cnipa-dossier-zip", test_dossiers);
  g_test_add_func ("/corpus/american-xml", test_american_xml);
  g_test_add_func ("/corpus/american-runs", test_american_runs);
  g_test_add_func ("/corpus/offices", test_offices);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *name = g_strdup_printf ("/corpus/truncated/%s", folders[i]);

      g_test_add_data_func (name, folders[i], test_truncated);
    }

  return g_test_run ();
}
