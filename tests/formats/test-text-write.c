/* Plain text out: the reader of plain text reads it back, and what is lost is told. */

#include <string.h>

#include "read-all.h"
#include "write-job.h"

#define N_AMERICAN 50

static char *
write_string (CsDraft *draft)
{
  g_autoptr (GBytes) bytes = write_draft (&cs_text_writer, draft, CS_OFFICE_UNKNOWN);
  gsize n_bytes;
  const char *text = g_bytes_get_data (bytes, &n_bytes);

  return g_strndup (text, n_bytes);
}

static void
test_chinese (void)
{
  g_autoptr (CsDraft) draft = make_draft ("一种CO_{2}泵", "摘要。", "1. 一种泵，包括：|壳体。\n2. 盖。",
                                          "#技术领域\n涉及10^{-7}的泵。");
  g_autofree char *text = write_string (draft);

  g_assert_cmpstr (text, ==,
                   "发明名称：一种CO2泵\n\n说明书摘要\n摘要。\n\n权利要求书\n1. 一种泵，包括：\n壳体。\n"
                   "2. 盖。\n\n说明书\n技术领域\n涉及10-7的泵。\n");
}

static void
test_english (void)
{
  g_autoptr (CsDraft) draft = make_draft ("Pump", "Pumping.", "1. A pump.",
                                          "#BACKGROUND\nold|and new");
  g_autofree char *text = write_string (draft);

  g_assert_cmpstr (text, ==,
                   "Title: Pump\n\nDESCRIPTION\nBACKGROUND\nold and new\n\nCLAIMS\n1. A pump.\n\n"
                   "ABSTRACT\nPumping.\n");
}

static void
test_notes (void)
{
  g_autoptr (CsDraft) draft = make_draft ("一种CO_{2}泵", NULL, "1. 一种泵。",
                                          "#特别说明\n*{粗}10^{-7}|又");
  CsWriteJob job = { .draft = draft };
  g_autofree char *notes = describe_notes (&cs_text_writer, &job);
  g_autoptr (GArray) all = cs_writer_preview (&cs_text_writer, &job, NULL);

  g_assert_cmpstr (notes, ==,
                   "lost:script-lost 2; changed:heading-as-paragraph 1; changed:style-lost 1; "
                   "changed:line-break 1");
  g_assert_cmpint (g_array_index (all, CsWriteNote, 0).span.part, ==, CS_PART_TITLE);
  g_assert_cmpuint (g_array_index (all, CsWriteNote, 0).span.start, ==, strlen ("一种CO"));
}

static void
test_object (void)
{
  g_autoptr (CsDraft) draft = make_draft_with_object (CS_OBJECT_IMAGE, NULL, "a.tif");
  CsWriteJob job = { .draft = draft };
  g_autofree char *notes = describe_notes (&cs_text_writer, &job);
  g_autofree char *text = write_string (draft);

  g_assert_nonnull (strstr (text, "甲[图片 a.tif]乙\n"));
  g_assert_cmpstr (notes, ==, "lost:picture-as-text 1");
}

/* --- read again --- */

typedef struct
{
  guint n_left;
  guint n_documents;
  guint n_units;
  guint counts;
  guint texts;
  guint numbers;
} Tally;

/* A unit as plain text holds it: objects aside, its line ends blanks. */
static char *
dup_plain (const CsDraft *draft, CsPart part, guint index)
{
  g_autofree char *text = unit_text (draft, part, index);
  GString *plain = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    if (!g_ascii_isspace (*at))
      g_string_append_c (plain, *at);

  return g_string_free (plain, FALSE);
}

static void
compare_unit (const CsReadItem *item, const CsDraft *after, CsPart part, guint index, Tally *tally)
{
  g_autofree char *left = dup_plain (item->draft, part, index);
  g_autofree char *right = dup_plain (after, part, index);
  guint number = cs_draft_get_unit (item->draft, part, index)->number;

  tally->n_units++;
  if (cs_draft_get_unit (after, part, index)->number != number &&
      cs_draft_get_unit (item->draft, part, index)->kind != CS_UNIT_HEADING)
    {
      g_test_message ("%s %u: %s %u: another number", item->path, item->index,
                      cs_part_get_name (part), index);
      tally->numbers++;
    }
  if (strstr (left, CS_OBJECT_CHARACTER) != NULL || strcmp (left, right) == 0)
    return;
  g_test_message ("%s %u: %s %u: other words", item->path, item->index, cs_part_get_name (part),
                  index);
  tally->texts++;
}

static gboolean
has_objects (const CsDraft *draft)
{
  guint n_objects = 0;
  guint n = 0;

  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      if (draft->texts[part] != NULL)
        cs_text_get_objects (draft->texts[part], &n_objects);
      n += n_objects;
    }

  return n > 0;
}

/* Tables become lines, which are paragraphs: only drafts without objects are compared. */
static gboolean
take (const CsReadItem *item, gpointer data)
{
  Tally *tally = data;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) all = NULL;

  if (item->draft == NULL || has_objects (item->draft))
    return TRUE;

  text = write_string (item->draft);
  all = read_all_bytes (text, strlen (text));
  for (CsPart part = CS_PART_TITLE; part <= CS_PART_DESCRIPTION; part++)
    {
      const CsDraft *after = draft_at (all, 0);
      guint n_units = cs_draft_get_n_units (item->draft, part);

      if (cs_draft_get_n_units (after, part) != n_units)
        {
          g_test_message ("%s %u: %s: %u units, now %u", item->path, item->index,
                          cs_part_get_name (part), n_units, cs_draft_get_n_units (after, part));
          tally->counts++;
          continue;
        }
      for (guint i = 0; i < n_units; i++)
        compare_unit (item, after, part, i, tally);
    }
  tally->n_documents++;

  return --tally->n_left > 0;
}

static void
test_roundtrip (gconstpointer folder)
{
  const char *corpus = g_getenv ("CLAIMSMITH_CORPUS");
  gboolean is_corpus = g_path_is_absolute (folder);
  g_autofree char *path = NULL;
  Tally tally = { .n_left = is_corpus ? N_AMERICAN : G_MAXUINT };

  if (is_corpus && corpus == NULL)
    {
      g_test_skip ("CLAIMSMITH_CORPUS is not set");
      return;
    }

  path = is_corpus ? g_build_filename (corpus, folder, NULL) : fixture_path (folder);
  cs_read (path, &(CsReader){ .func = take, .data = &tally }, NULL, NULL);
  g_test_message ("%u documents, %u units; differ: %u counts, %u texts, %u numbers",
                  tally.n_documents, tally.n_units, tally.counts, tally.texts, tally.numbers);
  g_assert_cmpuint (tally.n_documents, >, 0);
  g_assert_cmpuint (tally.counts, ==, 0);
  g_assert_cmpuint (tally.texts, ==, 0);
  g_assert_cmpuint (tally.numbers, ==, 0);
}

int
main (int argc, char *argv[])
{
  static const char *const inputs[] = { "zh.txt", "en.txt", "claims.txt", "/cnipa-dossier",
                                        "/cn-claims", "/us-xml" };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-write/chinese", test_chinese);
  g_test_add_func ("/text-write/english", test_english);
  g_test_add_func ("/text-write/notes", test_notes);
  g_test_add_func ("/text-write/object", test_object);
  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      g_autofree char *name = g_strdup_printf ("/text-write/roundtrip/%s",
                                               inputs[i] + (inputs[i][0] == '/'));

      g_test_add_data_func (name, inputs[i], test_roundtrip);
    }

  return g_test_run ();
}
