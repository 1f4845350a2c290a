#include <string.h>

#include "../../src/formats/cnipa/cs-cnipa-preflight.h"
#include "read-all.h"
#include "write-fixture.h"

#define WORD_TABLE \
  "<w:tbl xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"

static void
add_headings (CsDraftBuilder *builder)
{
  static const char *const headings[] = { "技术领域", "背景技术", "发明内容", "附图说明",
                                          "具体实施方式" };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      add_unit (builder, CS_PART_DESCRIPTION, CS_UNIT_HEADING, 0, headings[i]);
      add_unit (builder, CS_PART_DESCRIPTION, CS_UNIT_PARAGRAPH, 0,
                i == 3 ? "图1是结构图；\n图2是电路图。" : "称量装置包括壳体。");
    }
}

/* A draft that no office would refuse, but for what is added to it. */
static CsDraftBuilder *
begin_good (void)
{
  CsDraftBuilder *builder = cs_draft_builder_new ("good", 0, "text");

  add_unit (builder, CS_PART_TITLE, CS_UNIT_PARAGRAPH, 0, "一种称量装置");
  add_unit (builder, CS_PART_ABSTRACT, CS_UNIT_PARAGRAPH, 0, "本发明公开了一种称量装置。");
  add_unit (builder, CS_PART_CLAIMS, CS_UNIT_CLAIM, 1, "一种称量装置，其特征在于，包括壳体。");
  add_headings (builder);
  add_figure (builder, "图1", "1.png");
  add_figure (builder, "图2", "2.png");

  return builder;
}

static GArray *
preflight (CsDraftBuilder *builder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraft) draft = cs_draft_builder_end (builder, &error);
  GArray *notes = cs_write_notes_new ();

  g_assert_no_error (error);
  cs_cnipa_preflight (draft, notes);

  return notes;
}

/* Every note of @notes that is a refusal, "code:detail" in a line each. */
static char *
dup_refusals (const GArray *notes)
{
  GString *refusals = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    {
      const CsWriteNote *note = &g_array_index (notes, CsWriteNote, i);

      if (note->grade == CS_WRITE_REFUSED)
        g_string_append_printf (refusals, "%s%s:%s", refusals->len == 0 ? "" : " ", note->code,
                                note->detail == NULL ? "" : note->detail);
    }

  return g_string_free (refusals, FALSE);
}

static void
assert_refusals (CsDraftBuilder *builder, const char *expected)
{
  g_autoptr (GArray) notes = preflight (builder);
  g_autofree char *refusals = dup_refusals (notes);

  g_assert_cmpstr (refusals, ==, expected);
}

static void
test_good (void)
{
  g_autoptr (GArray) notes = preflight (begin_good ());

  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_nonnull (find_note (notes, "request-left-out"));
}

static void
test_claim_numbers (void)
{
  static const guint numbers[] = { 2, 2, 4, 0, 5 };
  CsDraftBuilder *builder = begin_good ();

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    add_unit (builder, CS_PART_CLAIMS, CS_UNIT_CLAIM, numbers[i], "一种称量装置。");
  add_unit (builder, CS_PART_CLAIMS, CS_UNIT_CLAIM, 6, "");
  assert_refusals (builder, "claim-number-twice:2 claim-number-order:4 claim-unnumbered:5 "
                            "claim-number-order:5 claim-empty:6");
}

static void
test_figures (void)
{
  CsDraftBuilder *builder = begin_good ();

  add_figure (builder, "图4", "4.png");
  add_figure (builder, "图4", "5.png");
  add_figure (builder, "", "6.png");
  assert_refusals (builder, "figure-order:图4 figure-twice:图4 figure-unlabelled:6.png "
                            "figure-not-listed:图4");
}

static void
test_figure_not_drawn (void)
{
  CsDraftBuilder *builder = begin_good ();

  add_unit (builder, CS_PART_DESCRIPTION, CS_UNIT_HEADING, 0, "附图说明");
  add_unit (builder, CS_PART_DESCRIPTION, CS_UNIT_PARAGRAPH, 0, "图3是流程图。");
  assert_refusals (builder, "figure-not-drawn:3");
}

/* 2a and 2b are 2, in the list and among the drawings. */
static void
test_lettered_figures (void)
{
  CsDraftBuilder *builder = begin_good ();

  add_unit (builder, CS_PART_DESCRIPTION, CS_UNIT_HEADING, 0, "附图说明");
  add_unit (builder, CS_PART_DESCRIPTION, CS_UNIT_PARAGRAPH, 0, "图3是流程图。");
  add_figure (builder, "图3(a)", "3.png");
  add_figure (builder, "图3(b)", "4.png");
  assert_refusals (builder, "");
}

static void
test_last_heading (void)
{
  CsDraftBuilder *builder = begin_good ();

  add_unit (builder, CS_PART_DESCRIPTION, CS_UNIT_HEADING, 0, "实施例三");
  assert_refusals (builder, "heading-without-text:实施例三");
}

static void
test_missing (void)
{
  CsDraftBuilder *builder = cs_draft_builder_new ("missing", 0, "text");

  add_unit (builder, CS_PART_CLAIMS, CS_UNIT_CLAIM, 1, "一种称量装置，其特征在于，包括壳体。");
  add_unit (builder, CS_PART_DESCRIPTION, CS_UNIT_PARAGRAPH, 0, "称量装置包括壳体。");
  add_unit (builder, CS_PART_ABSTRACT, CS_UNIT_PARAGRAPH, 0, " ");
  assert_refusals (builder, "abstract-missing: title-missing: heading-missing:技术领域 "
                            "heading-missing:背景技术 heading-missing:发明内容 "
                            "heading-missing:具体实施方式");
}

static void
test_title (void)
{
  CsDraftBuilder *builder = begin_good ();

  cs_draft_builder_get_request (builder)->title = g_strdup ("一种称量方法");
  assert_refusals (builder, "title-differs:一种称量方法");
}

static void
test_same_title (void)
{
  CsDraftBuilder *builder = begin_good ();

  cs_draft_builder_get_request (builder)->title = g_strdup ("一种称量装置 ");
  assert_refusals (builder, "");
}

static void
test_not_chinese (void)
{
  CsDraftBuilder *builder = cs_draft_builder_new ("english", 0, "text");

  add_unit (builder, CS_PART_TITLE, CS_UNIT_PARAGRAPH, 0, "Scales");
  add_unit (builder, CS_PART_ABSTRACT, CS_UNIT_PARAGRAPH, 0, "Scales with a housing.");
  add_unit (builder, CS_PART_CLAIMS, CS_UNIT_CLAIM, 1, "A scale comprising a housing.");
  add_unit (builder, CS_PART_DESCRIPTION, CS_UNIT_PARAGRAPH, 0, "The scale has a housing.");
  assert_refusals (builder, "not-chinese:");
}

/* A text, and what is refused in it. */
typedef struct
{
  const char *name;
  const char *text;
  const char *expected;
} TextCase;

static const TextCase text_cases[] = {
  { "private", "壳体\xee\x88\x84连接。", "character-private:U+E204" },
  { "unassigned", "壳体\xf0\xaf\xbf\xbf连接。", "character-unassigned:U+2FFFF" },
  { "invisible", "壳体\xe2\x80\x8b连接。", "character-invisible:U+200B" },
  { "replaced", "壳体\xef\xbf\xbd连接。", "character-replaced:\xef\xbf\xbd (U+FFFD)" },
  { "emoji", "壳体\xf0\x9f\x98\x80连接。", "character-rare:\xf0\x9f\x98\x80 (U+1F600)" },
  { "rare-but-chinese", "𠮷字形的壳体。", "" },
  { "signs", "φ5mm±0.1℃≥80％，α、β、Ⅳ、①、→。", "" },
  { "twice", "所述的的壳体，，所述所述盖。",
    "repeated-words:的的 repeated-words:，， repeated-words:所述所述" },
  { "rightly-twice", "为实现本发明目的的装置，为了了解状态，多个个体渐渐层层堆叠，可以以时间为轴。", "" },
  { "rightly-twice-too", "该数据是是否有效的标志，合并并存储当当前时刻，使使用者与其其他部件及及时连接。",
    "" },
};

static void
test_text (gconstpointer data)
{
  const TextCase *expected = data;
  CsDraftBuilder *builder = begin_good ();

  add_unit (builder, CS_PART_DESCRIPTION, CS_UNIT_PARAGRAPH, 0, expected->text);
  assert_refusals (builder, expected->expected);
}

static void
test_place (void)
{
  CsDraftBuilder *builder = begin_good ();
  g_autoptr (GArray) notes = NULL;
  const CsWriteNote *note;

  add_unit (builder, CS_PART_CLAIMS, CS_UNIT_CLAIM, 2, "所述，，的的装置的的。");
  notes = preflight (builder);
  note = find_note (notes, "repeated-words");
  g_assert_cmpstr (note->detail, ==, "，，");
  g_assert_cmpint (note->span.part, ==, CS_PART_CLAIMS);
  g_assert_cmpuint (note->span.index, ==, 1);
  g_assert_cmpuint (note->span.start, ==, strlen ("所述"));
  g_assert_cmpuint (note->span.end, ==, strlen ("所述，，"));
  g_assert_cmpuint (note[1].n_places, ==, 2);
}

/* A text of nothing but characters that are refused gives a list that one can read. */
static void
test_many_characters (void)
{
  CsDraftBuilder *builder = begin_good ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) notes = NULL;

  for (gunichar c = 0xe000; c < 0xf000; c++)
    g_string_append_unichar (text, c);
  add_unit (builder, CS_PART_DESCRIPTION, CS_UNIT_PARAGRAPH, 0, text->str);
  notes = preflight (builder);
  g_assert_cmpuint (notes->len, >, 100);
  g_assert_cmpuint (notes->len, <, 300);
}

static void
test_word_file (void)
{
  static const CsSpan nowhere = { CS_PART_DOCUMENT, CS_NO_INDEX };
  CsDraftBuilder *builder = begin_good ();
  g_autoptr (GArray) notes = NULL;

  cs_draft_builder_add_note_at (builder, "tracked-insertion", "盖", &nowhere, 0);
  cs_draft_builder_add_note_at (builder, "tracked-deletion", "壳", &nowhere, 0);
  cs_draft_builder_add_note_at (builder, "comment", "甲: 乙", &nowhere, 0);
  add_object_unit (builder, CS_PART_DESCRIPTION, CS_OBJECT_TABLE,
                   WORD_TABLE "<w:tr><w:tc><w:p/><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
                              "</w:tc></w:tr></w:tbl>",
                   NULL);
  add_object_unit (builder, CS_PART_DESCRIPTION, CS_OBJECT_TABLE,
                   WORD_TABLE "<w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", NULL);
  add_object_unit (builder, CS_PART_DESCRIPTION, CS_OBJECT_IMAGE,
                   "<w:drawing><wp:anchor/></w:drawing>", "1.png");
  cs_draft_builder_get_request (builder)->abstract_figure = g_strdup ("图1");
  notes = preflight (builder);
  g_assert_cmpuint (find_note (notes, "changes-taken")->n_places, ==, 2);
  g_assert_cmpint (find_note (notes, "comment-lost")->grade, ==, CS_WRITE_LOST);
  g_assert_cmpuint (find_note (notes, "nested-table")->n_places, ==, 1);
  g_assert_cmpuint (find_note (notes, "floating-object")->n_places, ==, 1);
  g_assert_cmpstr (find_note (notes, "abstract-figure-left-out")->detail, ==, "图1");
}

/* What the office took must not be refused by us, but for what is really wrong: one 的的. */
static void
test_dossiers (void)
{
  const char *corpus = g_getenv ("CLAIMSMITH_CORPUS");
  g_autofree char *path = corpus == NULL ? NULL : g_build_filename (corpus, "cnipa-dossier", NULL);
  g_autoptr (GPtrArray) all = NULL;
  guint n_refusals = 0;

  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("CLAIMSMITH_CORPUS is not set");
      return;
    }

  all = read_all (path);
  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (GArray) notes = cs_write_notes_new ();
      g_autofree char *refusals = NULL;

      cs_cnipa_preflight (kept_at (all, i)->draft, notes);
      refusals = dup_refusals (notes);
      n_refusals += *refusals != '\0';
      if (*refusals != '\0')
        g_assert_cmpstr (refusals, ==, "repeated-words:的的");
    }
  g_assert_cmpuint (n_refusals, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/cnipa-preflight/good", test_good);
  g_test_add_func ("/formats/cnipa-preflight/claim-numbers", test_claim_numbers);
  g_test_add_func ("/formats/cnipa-preflight/figures", test_figures);
  g_test_add_func ("/formats/cnipa-preflight/figure-not-drawn", test_figure_not_drawn);
  g_test_add_func ("/formats/cnipa-preflight/lettered-figures", test_lettered_figures);
  g_test_add_func ("/formats/cnipa-preflight/last-heading", test_last_heading);
  g_test_add_func ("/formats/cnipa-preflight/missing", test_missing);
  g_test_add_func ("/formats/cnipa-preflight/title", test_title);
  g_test_add_func ("/formats/cnipa-preflight/same-title", test_same_title);
  g_test_add_func ("/formats/cnipa-preflight/not-chinese", test_not_chinese);
  for (guint i = 0; i < G_N_ELEMENTS (text_cases); i++)
    {
      g_autofree char *path =
          g_strconcat ("/formats/cnipa-preflight/text/", text_cases[i].name, NULL);

      g_test_add_data_func (path, &text_cases[i], test_text);
    }
  g_test_add_func ("/formats/cnipa-preflight/place", test_place);
  g_test_add_func ("/formats/cnipa-preflight/many-characters", test_many_characters);
  g_test_add_func ("/formats/cnipa-preflight/word-file", test_word_file);
  g_test_add_func ("/formats/cnipa-preflight/dossiers", test_dossiers);

  return g_test_run ();
}
