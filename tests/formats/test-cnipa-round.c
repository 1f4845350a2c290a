/* Packages of real documents, read back; skipped where $CLAIMSMITH_CORPUS is not set. */

#include "../../src/base/cs-error.h"
#include "read-all.h"
#include "write-fixture.h"

static GPtrArray *
read_back (GBytes *zip)
{
  gsize n_bytes;
  const char *bytes = g_bytes_get_data (zip, &n_bytes);

  return read_all_bytes (bytes, n_bytes);
}

static char *
corpus_path (const char *name)
{
  const char *corpus = g_getenv ("CLAIMSMITH_CORPUS");
  g_autofree char *path = corpus == NULL ? NULL : g_build_filename (corpus, name, NULL);

  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("CLAIMSMITH_CORPUS is not set");
      return NULL;
    }

  return g_steal_pointer (&path);
}

static GBytes *
load_from_item (const char *name, gpointer item)
{
  return cs_read_item_load_image (item, name);
}

static gboolean
check_dossier (const CsReadItem *item, gpointer data)
{
  CsWriteJob job = { .draft = item->draft,
                     .load_image = load_from_item,
                     .image_data = (gpointer)item };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) zip = NULL;
  g_autoptr (GPtrArray) all = NULL;
  guint *n_dossiers = data;

  g_assert_nonnull (item->draft);
  zip = cs_writer_write (&cs_cnipa_writer, &job, &error);
  g_assert_no_error (error);
  all = read_back (zip);
  assert_same_content (item->draft, draft_at (all, 0), TRUE);
  g_assert_cmpuint (count_notes (draft_at (all, 0), "missing-image"), ==, 0);
  (*n_dossiers)++;

  return TRUE;
}

static void
test_dossiers (void)
{
  static const char *const folders[] = { "cnipa-dossier", "cnipa-dossier-zip" };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = corpus_path (folders[i]);
      guint n_dossiers = 0;

      if (path == NULL)
        return;
      g_assert_true (cs_read (path, &(CsReader){ check_dossier, &n_dossiers }, NULL, NULL));
      g_assert_cmpuint (n_dossiers, ==, 3);
    }
}

/* The pictures of the bulk files are not with them: any name gets the same one. */
static GBytes *
load_any (const char *name, gpointer pictures)
{
  return pictures_load ("any.png", pictures);
}

typedef struct
{
  Pictures *pictures;
  guint n_documents;
} Bulk;

static gboolean
check_document (const CsReadItem *item, gpointer data)
{
  Bulk *bulk = data;
  CsWriteJob job = { .draft = item->draft, .load_image = load_any, .image_data = bulk->pictures };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) zip = NULL;
  g_autoptr (GPtrArray) all = NULL;

  if (item->draft == NULL)
    return TRUE;

  zip = cs_writer_write (&cs_cnipa_writer, &job, &error);
  if (g_error_matches (error, CS_ERROR, CS_ERROR_LIMIT))
    return TRUE; /* a table of many pages is no picture */
  g_assert_no_error (error);
  all = read_back (zip);
  g_test_message ("%s", item->draft->id);
  assert_same_content (item->draft, draft_at (all, 0), FALSE);

  return ++bulk->n_documents < 50;
}

static void
test_us_documents (void)
{
  g_autofree char *path = corpus_path ("us-xml");
  g_autoptr (Pictures) pictures = pictures_new ();
  Bulk bulk = { pictures };

  if (path == NULL)
    return;

  pictures_add (pictures, "any.png", "png", 40, 20, NULL);
  g_assert_true (cs_read (path, &(CsReader){ check_document, &bulk }, NULL, NULL));
  g_assert_cmpuint (bulk.n_documents, ==, 50);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/cnipa-round/dossiers", test_dossiers);
  g_test_add_func ("/formats/cnipa-round/us-documents", test_us_documents);

  return g_test_run ();
}
