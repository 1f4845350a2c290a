/* What is written as a Word file and read again says what it said: words, numbers, headings, runs,
 * objects, drawings. Of our own drafts, and of the real ones of $CLAIMSMITH_CORPUS. */

#include <string.h>

#include "../../src/draft/cs-draft-compose.h"
#include "../../src/formats/cs-writer.h"
#include "read-all.h"

#define N_AMERICAN 50

/* What came back otherwise than it went, over all documents. */
typedef struct
{
  CsOffice layout;
  guint n_left;
  guint n_documents;
  guint n_units;
  guint n_objects;
  guint counts; /* parts with another number of units */
  guint texts;  /* units */
  guint kinds;
  guint numbers;
  guint looks;
  guint objects;
  guint drawings;
} Tally;

static GBytes *
load_image (const char *name, gpointer data)
{
  return cs_read_item_load_image (data, name);
}

static GBytes *
write_docx (const CsReadItem *item, CsOffice layout)
{
  CsWriteJob job = { .draft = item->draft, .layout = layout, .load_image = load_image };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) again = NULL;
  GBytes *bytes;

  job.image_data = (gpointer)item;
  bytes = cs_writer_write (&cs_docx_writer, &job, &error);
  g_assert_no_error (error);
  again = cs_writer_write (&cs_docx_writer, &job, &error);
  g_assert_true (g_bytes_equal (bytes, again));

  return bytes;
}

/* For each byte of a part how it looks; what touches counts as one. */
static char *
dup_looks (const CsText *text)
{
  guint n_runs;
  const CsRun *runs = cs_text_get_runs (text, &n_runs);
  char *looks = g_malloc0 (cs_text_get_n_bytes (text) + 1);

  for (guint i = 0; i < n_runs; i++)
    for (gsize at = runs[i].start; at < runs[i].end; at++)
      if (runs[i].style != CS_RUN_HEADING)
        looks[at] |= 1 << runs[i].style;

  return looks;
}

/* What a unit says, and how each byte of it looks. Blanks at the ends of its lines say nothing. */
typedef struct
{
  GString *words;
  GString *looks;
} Said;

static void
said_clear (Said *said)
{
  g_string_free (said->words, TRUE);
  g_string_free (said->looks, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Said, said_clear)

static Said
listen (const CsDraft *draft, CsPart part, guint index, const char *looks)
{
  Said said = { g_string_new (NULL), g_string_new (NULL) };
  const CsUnit *unit = cs_draft_get_unit (draft, part, index);
  const char *string = cs_text_get_string (draft->texts[part]);

  for (gsize at = unit->start; at < unit->end; at++)
    {
      gsize kept = said.words->len;

      while (string[at] == '\n' && kept > 0 && said.words->str[kept - 1] == ' ')
        kept--;
      g_string_truncate (said.words, kept);
      g_string_truncate (said.looks, kept);
      g_string_append_c (said.words, string[at]);
      g_string_append_c (said.looks, string[at] == '\n' ? '\0' : looks[at]);
    }

  return said;
}

/* --- comparing --- */

static void
report (const CsReadItem *item, const char *what, CsPart part, guint index)
{
  g_test_message ("%s %u: %s %u: %s", item->path, item->index, cs_part_get_name (part), index,
                  what);
}

static void
compare_units (
    const CsReadItem *item, const CsDraft *a, const CsDraft *b, CsPart part, Tally *tally)
{
  g_autofree char *looks_before = dup_looks (a->texts[part]);
  g_autofree char *looks_after = dup_looks (b->texts[part]);

  for (guint i = 0; i < cs_draft_get_n_units (a, part); i++)
    {
      const CsUnit *before = cs_draft_get_unit (a, part, i);
      const CsUnit *after = cs_draft_get_unit (b, part, i);
      g_auto (Said) said_before = listen (a, part, i, looks_before);
      g_auto (Said) said_after = listen (b, part, i, looks_after);
      gboolean is_other = before->kind != after->kind && after->number == 0;

      tally->kinds += is_other; /* with a number before it, a line is no heading */
      tally->numbers += part == CS_PART_CLAIMS && before->number != after->number;
      if (is_other)
        report (item, "another kind", part, i);
      if (!g_string_equal (said_before.words, said_after.words))
        {
          report (item, "other words", part, i);
          tally->texts++;
        }
      else if (!g_string_equal (said_before.looks, said_after.looks))
        {
          report (item, "another look", part, i);
          tally->looks++;
        }
    }
}

static void
compare_objects (
    const CsReadItem *item, const CsText *a, const CsText *b, CsPart part, Tally *tally)
{
  guint n_before;
  guint n_after;
  const CsInlineObject *before = cs_text_get_objects (a, &n_before);
  const CsInlineObject *after = cs_text_get_objects (b, &n_after);

  tally->n_objects += n_before;
  if (n_before != n_after)
    {
      report (item, "another number of objects", part, n_after);
      tally->objects++;
      return;
    }

  for (guint i = 0; i < n_before; i++)
    {
      gboolean shows_picture = before[i].payload == NULL || after[i].preview != NULL;

      if (before[i].kind == after[i].kind &&
          (!shows_picture || g_strcmp0 (before[i].preview, after[i].preview) == 0))
        continue;
      report (item, "another object", part, i);
      tally->objects++;
    }
}

static void
compare_part (const CsReadItem *item, const CsDraft *a, const CsDraft *b, CsPart part, Tally *tally)
{
  guint n_units = cs_draft_get_n_units (a, part);

  tally->n_units += n_units;
  compare_objects (item, a->texts[part], b->texts[part], part, tally);
  if (cs_draft_get_n_units (b, part) == n_units)
    compare_units (item, a, b, part, tally);
  else
    {
      g_test_message ("%s %u: %s: %u units, now %u", item->path, item->index,
                      cs_part_get_name (part), n_units, cs_draft_get_n_units (b, part));
      tally->counts++;
    }
}

static void
compare_drawings (const CsReadItem *item, const CsDraft *a, const CsDraft *b, Tally *tally)
{
  if (a->figures->len != b->figures->len)
    {
      report (item, "another number of drawings", CS_PART_FIGURES, b->figures->len);
      tally->drawings++;
      return;
    }

  for (guint i = 0; i < a->figures->len; i++)
    {
      const CsFigure *before = &g_array_index (a->figures, CsFigure, i);
      const CsFigure *after = &g_array_index (b->figures, CsFigure, i);

      if (strcmp (before->label, after->label) == 0 &&
          g_strcmp0 (before->sha256, after->sha256) == 0)
        continue;
      report (item, "another drawing", CS_PART_FIGURES, i);
      tally->drawings++;
    }
}

/* Both in the form in which they are edited, in which a line is a paragraph. */
static void
compare (const CsReadItem *item, CsDraft *before, CsDraft *after, Tally *tally)
{
  g_autoptr (CsDraft) a = cs_draft_new_editable (before, NULL);
  g_autoptr (CsDraft) b = cs_draft_new_editable (after, NULL);

  for (CsPart part = CS_PART_TITLE; part <= CS_PART_DESCRIPTION; part++)
    compare_part (item, a, b, part, tally);
  compare_drawings (item, before, after, tally);
}

static gboolean
take (const CsReadItem *item, gpointer data)
{
  Tally *tally = data;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) all = NULL;
  gsize n_bytes;
  const char *content;

  if (item->draft == NULL)
    return TRUE;

  bytes = write_docx (item, tally->layout);
  content = g_bytes_get_data (bytes, &n_bytes);
  all = read_all_bytes (content, n_bytes);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_no_error (kept_at (all, 0)->error);
  compare (item, item->draft, kept_at (all, 0)->draft, tally);
  tally->n_documents++;

  return --tally->n_left > 0;
}

static void
check (Tally *tally)
{
  g_test_message ("%u documents, %u units, %u objects; differ: %u counts, %u texts, %u kinds, "
                  "%u numbers, %u looks, %u objects, %u drawings",
                  tally->n_documents, tally->n_units, tally->n_objects, tally->counts, tally->texts,
                  tally->kinds, tally->numbers, tally->looks, tally->objects, tally->drawings);
  g_assert_cmpuint (tally->n_documents, >, 0);
  g_assert_cmpuint (tally->counts, ==, 0);
  g_assert_cmpuint (tally->texts, ==, 0);
  g_assert_cmpuint (tally->kinds, ==, 0);
  g_assert_cmpuint (tally->numbers, ==, 0);
  g_assert_cmpuint (tally->looks, ==, 0);
  g_assert_cmpuint (tally->objects, ==, 0);
  g_assert_cmpuint (tally->drawings, ==, 0);
}

static void
test_fixture (gconstpointer name)
{
  g_autofree char *path = fixture_path (name);

  for (CsOffice layout = CS_OFFICE_UNKNOWN; layout < CS_N_OFFICES; layout++)
    {
      Tally tally = { .layout = layout, .n_left = G_MAXUINT };

      g_assert_true (cs_read (path, &(CsReader){ .func = take, .data = &tally }, NULL, NULL));
      check (&tally);
    }
}

static void
test_corpus (const char *folder, guint n_documents)
{
  const char *corpus = g_getenv ("CLAIMSMITH_CORPUS");
  g_autofree char *path = corpus == NULL ? NULL : g_build_filename (corpus, folder, NULL);
  Tally tally = { .n_left = n_documents };

  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("CLAIMSMITH_CORPUS is not set");
      return;
    }

  cs_read (path, &(CsReader){ .func = take, .data = &tally }, NULL, NULL);
  check (&tally);
}

static void
test_dossiers (void)
{
  test_corpus ("cnipa-dossier", G_MAXUINT);
}

static void
test_claims (void)
{
  test_corpus ("cn-claims", G_MAXUINT);
}

static void
test_american (void)
{
  test_corpus ("us-xml", N_AMERICAN);
}

int
main (int argc, char *argv[])
{
  static const char *const names[] = { "zh.txt", "en.txt", "manuscript", "manuscript-us.xml" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf ("/docx-roundtrip/%s", names[i]);

      g_test_add_data_func (path, names[i], test_fixture);
    }
  g_test_add_func ("/docx-roundtrip/dossiers", test_dossiers);
  g_test_add_func ("/docx-roundtrip/chinese-claims", test_claims);
  g_test_add_func ("/docx-roundtrip/american", test_american);

  return g_test_run ();
}
