/* Every real document of $CLAIMSMITH_CORPUS, made editable and composed again, says what it
 * said. */

#include <string.h>

#include "../../src/draft/cs-draft-compose.h"
#include "read-all.h"

/* What came out otherwise than it went in, over all documents of a folder. */
typedef struct
{
  guint n_documents;
  guint n_claims;
  guint n_paragraphs;
  guint claim_counts; /* documents with another number of claims */
  guint claim_numbers;
  guint claim_texts;
  guint runs; /* documents */
  guint objects;
  guint headings;
  guint paragraph_counts;
} Tally;

static gboolean
same_text (const CsDraft *a, const CsDraft *b, CsPart part, guint index)
{
  gsize n_left;
  gsize n_right;
  const char *left = cs_draft_get_unit_text (a, part, index, &n_left);
  const char *right = cs_draft_get_unit_text (b, part, index, &n_right);

  return n_left == n_right && memcmp (left, right, n_left) == 0;
}

static void
compare_claims (const CsDraft *before, const CsDraft *after, Tally *tally)
{
  guint n_claims = cs_draft_get_n_units (before, CS_PART_CLAIMS);

  tally->n_claims += n_claims;
  if (cs_draft_get_n_units (after, CS_PART_CLAIMS) != n_claims)
    {
      g_test_message ("%s %u: %u claims, now %u", before->path, before->index, n_claims,
                      cs_draft_get_n_units (after, CS_PART_CLAIMS));
      tally->claim_counts++;
      return;
    }

  for (guint i = 0; i < n_claims; i++)
    {
      if (cs_draft_get_unit (before, CS_PART_CLAIMS, i)->number !=
          cs_draft_get_unit (after, CS_PART_CLAIMS, i)->number)
        tally->claim_numbers++;
      if (same_text (before, after, CS_PART_CLAIMS, i))
        continue;
      g_test_message ("%s %u: claim %u differs", before->path, before->index, i + 1);
      tally->claim_texts++;
    }
}

static guint
count_runs (const CsDraft *draft)
{
  guint n = 0;

  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      guint n_runs = 0;
      const CsRun *runs =
          draft->texts[part] == NULL ? NULL : cs_text_get_runs (draft->texts[part], &n_runs);

      for (guint i = 0; i < n_runs; i++)
        n += runs[i].style != CS_RUN_HEADING;
    }

  return n;
}

static guint
count_objects (const CsDraft *draft)
{
  guint n = 0;

  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      guint n_objects = 0;

      if (draft->texts[part] != NULL)
        cs_text_get_objects (draft->texts[part], &n_objects);
      n += n_objects;
    }

  return n;
}

/* Headings of @before that @after has not, as many as there are. */
static guint
count_lost_headings (const CsDraft *before, const CsDraft *after, CsPart part)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_lost = 0;

  for (guint i = 0; i < cs_draft_get_n_units (after, part); i++)
    if (cs_draft_get_unit (after, part, i)->kind == CS_UNIT_HEADING)
      g_hash_table_add (found, unit_text (after, part, i));
  for (guint i = 0; i < cs_draft_get_n_units (before, part); i++)
    {
      g_autofree char *text = unit_text (before, part, i);

      if (cs_draft_get_unit (before, part, i)->kind != CS_UNIT_HEADING ||
          g_hash_table_contains (found, text) || *text == '\0')
        continue;
      g_test_message ("%s %u: heading \"%s\" is lost", before->path, before->index, text);
      n_lost++;
    }

  return n_lost;
}

static void
compare (const CsDraft *before, const CsDraft *after, Tally *tally)
{
  tally->n_documents++;
  compare_claims (before, after, tally);
  tally->runs += count_runs (before) != count_runs (after);
  tally->objects += count_objects (before) != count_objects (after);
  for (CsPart part = CS_PART_ABSTRACT; part <= CS_PART_DESCRIPTION; part++)
    {
      if (part == CS_PART_CLAIMS)
        continue;
      tally->headings += count_lost_headings (before, after, part);
      tally->n_paragraphs += cs_draft_get_n_units (before, part);
      if (cs_draft_get_n_units (before, part) == cs_draft_get_n_units (after, part))
        continue;
      tally->paragraph_counts++;
      g_test_message ("%s %u: %s has %u units, now %u", before->path, before->index,
                      cs_part_get_name (part), cs_draft_get_n_units (before, part),
                      cs_draft_get_n_units (after, part));
    }
}

/* The editable form is what its texts compose to, whatever was read. */
static void
check_composes (CsDraft *editable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraft) composed = cs_draft_compose (NULL, editable->texts, NULL, &error);

  g_assert_no_error (error);
  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      const GArray *units = composed->units[part];

      g_assert_cmpmem (units->data, units->len * sizeof (CsUnit), editable->units[part]->data,
                       editable->units[part]->len * sizeof (CsUnit));
    }
}

static void
test_folder (gconstpointer folder)
{
  const char *corpus = g_getenv ("CLAIMSMITH_CORPUS");
  g_autofree char *path = corpus == NULL ? NULL : g_build_filename (corpus, folder, NULL);
  g_autoptr (GPtrArray) all = NULL;
  Tally tally = { 0 };

  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("CLAIMSMITH_CORPUS is not set");
      return;
    }

  all = read_all (path);
  for (guint i = 0; i < all->len; i++)
    {
      CsDraft *draft = kept_at (all, i)->draft;
      g_autoptr (CsDraft) editable = NULL;
      g_autoptr (GError) error = NULL;

      if (draft == NULL)
        continue;
      editable = cs_draft_new_editable (draft, &error);
      g_assert_no_error (error);
      check_composes (editable);
      compare (draft, editable, &tally);
    }

  g_test_message ("%u documents, %u claims, %u paragraphs; differ: %u counts, %u numbers, "
                  "%u claims, %u runs, %u objects, %u headings, %u paragraph counts",
                  tally.n_documents, tally.n_claims, tally.n_paragraphs, tally.claim_counts,
                  tally.claim_numbers, tally.claim_texts, tally.runs, tally.objects,
                  tally.headings, tally.paragraph_counts);
  g_assert_cmpuint (tally.claim_counts, ==, 0);
  g_assert_cmpuint (tally.claim_numbers, ==, 0);
  g_assert_cmpuint (tally.runs, ==, 0);
  g_assert_cmpuint (tally.objects, ==, 0);
  g_assert_cmpuint (tally.headings, ==, 0);
}

int
main (int argc, char *argv[])
{
  static const char *const folders[] = { "cn-claims", "us-text", "us-xml",
                                         "cnipa-dossier", "ep-xml", "ops",
                                         "cnipa-dossier-zip", "cnipa-publication" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *name = g_strdup_printf ("/editable/%s", folders[i]);

      g_test_add_data_func (name, folders[i], test_folder);
    }

  return g_test_run ();
}
