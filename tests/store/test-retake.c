/* An edited file comes back as the text of its matter. */

#include <string.h>

#include "../../src/base/cs-error.h"
#include "../../src/base/cs-text-builder.h"
#include "../../src/draft/cs-draft-builder.h"
#include "../../src/draft/cs-draft-compose.h"
#include "../../src/exam/cs-finding-view.h"
#include "../../src/store/cs-retake.h"
#include "store-fixture.h"

static const char *const claims_before[] = {
  "一种泵，包括壳体。",
  "根据权利要求1所述的泵，其特征在于，壳体的厚度约为3mm。",
  "根据权利要求1所述的泵，其特征在于，壳体的长度约为5mm。",
};

/* One was put in, one moved behind it and points to it now, one was mended. */
static const char *const claims_after[] = {
  "一种泵，包括壳体。",
  "根据权利要求1所述的泵，其特征在于，还包括叶轮。",
  "根据权利要求2所述的泵，其特征在于，壳体的厚度约为3mm。",
  "根据权利要求1所述的泵，其特征在于，壳体的长度为5mm。",
};

/* --- drafts as a reader gives them --- */

static void
add_units (CsDraftBuilder *builder, CsPart part, const char *const *units, guint n_units)
{
  CsTextBuilder *text = cs_draft_builder_get_text (builder, part);

  for (guint i = 0; i < n_units; i++)
    {
      cs_draft_builder_begin_unit (builder, part,
                                   part == CS_PART_CLAIMS ? CS_UNIT_CLAIM : CS_UNIT_PARAGRAPH);
      if (part == CS_PART_CLAIMS)
        cs_draft_builder_set_unit_number (builder, part, i + 1);
      cs_text_builder_append (text, units[i], strlen (units[i]));
      cs_draft_builder_end_unit (builder, part);
    }
}

static CsDraft *
end_reading (CsDraftBuilder *builder)
{
  g_autoptr (GError) error = NULL;
  CsDraft *draft = cs_draft_builder_end (builder, &error);

  g_assert_no_error (error);

  return draft;
}

/* A file with claims and nothing else. */
static CsDraft *
read_claims (const char *const *claims, guint n_claims)
{
  CsDraftBuilder *builder = cs_draft_builder_new ("back.docx", 0, "docx");

  add_units (builder, CS_PART_CLAIMS, claims, n_claims);

  return end_reading (builder);
}

/* A whole application, with a picture in its description and a filing sheet. */
static CsDraft *
read_whole (void)
{
  static const char *const title[] = { "泵" };
  static const char *const abstract[] = { "本发明涉及一种泵。" };
  static const char *const first[] = { "本发明涉及泵。" };
  const CsFigure figure = { .label = g_strdup ("图1"), .file = g_strdup ("image1.png") };
  CsDraftBuilder *builder = cs_draft_builder_new ("first.docx", 0, "docx");

  add_units (builder, CS_PART_TITLE, title, 1);
  add_units (builder, CS_PART_ABSTRACT, abstract, 1);
  add_units (builder, CS_PART_CLAIMS, claims_before, G_N_ELEMENTS (claims_before));
  add_units (builder, CS_PART_DESCRIPTION, first, 1);
  cs_draft_builder_begin_unit (builder, CS_PART_DESCRIPTION, CS_UNIT_PARAGRAPH);
  cs_text_builder_append_object (cs_draft_builder_get_text (builder, CS_PART_DESCRIPTION),
                                 CS_OBJECT_FORMULA, "<m/>", "image2.png");
  cs_draft_builder_end_unit (builder, CS_PART_DESCRIPTION);
  cs_draft_builder_add_figure (builder, &figure);
  cs_draft_builder_add_note (builder, "guessed-encoding", "GB18030", CS_PART_DOCUMENT, 0);
  cs_draft_builder_get_request (builder)->office = CS_OFFICE_CN;
  cs_draft_builder_get_request (builder)->type = CS_TYPE_INVENTION;
  cs_draft_builder_get_request (builder)->agency = g_strdup ("某代理所");

  return end_reading (builder);
}

static CsDraft *
make_editable (CsDraft *draft)
{
  g_autoptr (GError) error = NULL;
  CsDraft *editable = cs_draft_new_editable (draft, &error);

  g_assert_no_error (error);
  cs_draft_unref (draft);

  return editable;
}

static void
assert_claim (const CsDraft *draft, guint index, const char *words)
{
  gsize n_bytes;
  const char *text = cs_draft_get_unit_text (draft, CS_PART_CLAIMS, index, &n_bytes);

  g_assert_cmpmem (text, n_bytes, words, strlen (words));
  g_assert_cmpuint (cs_draft_get_unit (draft, CS_PART_CLAIMS, index)->number, ==, index + 1);
}

/* --- as a value --- */

static void
test_identities (void)
{
  static const guint came_from[] = { 0, CS_NO_INDEX, 1, 2 };
  g_autoptr (CsDraft) now = make_editable (read_whole ());
  g_autoptr (CsDraft) back = read_claims (claims_after, G_N_ELEMENTS (claims_after));
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraft) draft = cs_draft_retake (now, back, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (cs_draft_get_n_units (draft, CS_PART_CLAIMS), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      guint64 id = cs_draft_get_unit_id (draft, CS_PART_CLAIMS, i);

      assert_claim (draft, i, claims_after[i]);
      g_assert_cmpuint (cs_draft_find_unit (now, CS_PART_CLAIMS, id), ==, came_from[i]);
    }
}

static void
test_what_stays (void)
{
  g_autoptr (CsDraft) now = make_editable (read_whole ());
  g_autoptr (CsDraft) back = read_claims (claims_after, G_N_ELEMENTS (claims_after));
  g_autoptr (CsDraft) draft = cs_draft_retake (now, back, NULL);

  for (guint part = 0; part < CS_N_PARTS; part++)
    if (part != CS_PART_CLAIMS && now->texts[part] != NULL)
      g_assert_true (cs_text_equal (draft->texts[part], now->texts[part]));
  g_assert_cmpstr (draft->request->agency, ==, "某代理所");
  g_assert_cmpstr (draft->id, ==, now->id);
  g_assert_cmpuint (draft->figures->len, ==, 1);
  g_assert_cmpuint (draft->notes->len, ==, 0); /* those were of the file before */
  g_assert_cmpstr (draft->format, ==, "docx");
}

/* A note of the file is about the same words afterwards. */
static void
test_notes (void)
{
  g_autoptr (CsDraft) now = make_editable (read_whole ());
  CsDraftBuilder *builder = cs_draft_builder_new ("back.docx", 0, "docx");
  const CsSpan words = { CS_PART_CLAIMS, 1, 0, strlen ("根据") };
  g_autoptr (CsDraft) back = NULL;
  g_autoptr (CsDraft) draft = NULL;
  g_autofree char *text = NULL;

  add_units (builder, CS_PART_CLAIMS, claims_after, G_N_ELEMENTS (claims_after));
  cs_draft_builder_add_note_at (builder, "comment", "张三: 请核对", &words, 0);
  back = end_reading (builder);
  draft = cs_draft_retake (now, back, NULL);

  g_assert_cmpuint (draft->notes->len, ==, 1);
  g_assert_cmpstr (g_array_index (draft->notes, CsReadNote, 0).detail, ==, "张三: 请核对");
  text = cs_draft_dup_span_text (draft, &g_array_index (draft->notes, CsReadNote, 0).span);
  g_assert_cmpstr (text, ==, "根据");
}

/* What comes back as it left is the same draft. */
static void
test_unchanged (void)
{
  g_autoptr (CsDraft) read = read_whole ();
  g_autoptr (CsDraft) now = make_editable (cs_draft_ref (read));
  g_autoptr (CsDraft) draft = cs_draft_retake (now, read, NULL);

  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      g_assert_true (draft->texts[part] == now->texts[part]);
      for (guint i = 0; i < cs_draft_get_n_units (draft, part); i++)
        g_assert_cmpuint (cs_draft_get_unit_id (draft, part, i), ==,
                          cs_draft_get_unit_id (now, part, i));
    }
}

static void
test_rename_pictures (void)
{
  g_autoptr (CsDraft) now = make_editable (read_whole ());
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (CsDraft) draft = NULL;
  g_autoptr (CsDraft) again = NULL;
  guint n_objects;
  const CsInlineObject *objects;

  g_hash_table_insert (names, (gpointer) "image1.png", (gpointer) "a.png");
  g_hash_table_insert (names, (gpointer) "image2.png", (gpointer) "b.png");
  draft = cs_draft_rename_pictures (now, names, NULL);
  objects = cs_text_get_objects (draft->texts[CS_PART_DESCRIPTION], &n_objects);
  g_assert_cmpuint (n_objects, ==, 1);
  g_assert_cmpstr (objects[0].preview, ==, "b.png");
  g_assert_cmpstr (objects[0].payload, ==, "<m/>");
  g_assert_cmpstr (g_array_index (draft->figures, CsFigure, 0).file, ==, "a.png");

  g_hash_table_remove_all (names);
  g_hash_table_insert (names, (gpointer) "a.png", (gpointer) "image1.png");
  g_hash_table_insert (names, (gpointer) "b.png", (gpointer) "image2.png");
  again = cs_draft_rename_pictures (draft, names, NULL);
  assert_same_draft (again, now);
}

/* --- in the store --- */

typedef struct
{
  const char *first;  /* bytes of image1.png */
  const char *second; /* bytes of image2.png */
} Pictures;

static GBytes *
load_picture (const char *name, gpointer data)
{
  const Pictures *pictures = data;
  const char *bytes = NULL;

  if (strcmp (name, "image1.png") == 0)
    bytes = pictures->first;
  else if (strcmp (name, "image2.png") == 0)
    bytes = pictures->second;

  return bytes == NULL ? NULL : g_bytes_new_static (bytes, strlen (bytes));
}

static gint64
add_whole (CsDraftStore *store, Pictures *pictures)
{
  g_autoptr (CsDraft) draft = make_editable (read_whole ());
  CsNewMatter matter = { .draft = draft, .images = load_picture, .data = pictures };
  g_autoptr (GError) error = NULL;
  gint64 id = cs_draft_store_create (store, &matter, &error);

  g_assert_no_error (error);

  return id;
}

static void
retake (CsDraftStore *store, gint64 matter, CsDraft *back, Pictures *pictures)
{
  g_autoptr (CsMatter) before = load_matter (store, matter);
  CsRetake what = { .matter = matter,
                    .revision = before->info->revision,
                    .draft = back,
                    .source = "folder/泵-修改.docx",
                    .images = pictures == NULL ? NULL : load_picture,
                    .data = pictures };
  guint64 revision = 0;
  g_autoptr (GError) error = NULL;

  g_assert_true (cs_draft_store_retake (store, &what, &revision, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (revision, ==, before->info->revision + 1);
}

static void
test_version (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 id = add_matter (store, "泵", "P-1");
  g_autoptr (CsMatter) before = load_matter (store, id);
  g_autoptr (CsDraft) back = read_claims (claims_after, G_N_ELEMENTS (claims_after));
  g_autoptr (CsMatter) after = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (CsDraft) kept = NULL;

  retake (store, id, back, NULL);
  after = load_matter (store, id);
  versions = cs_draft_store_list_versions (store, id, NULL);
  kept = cs_draft_store_load_version (store, ((CsVersion *)versions->pdata[0])->id, NULL);

  g_assert_cmpstr (((CsVersion *)versions->pdata[0])->name, ==, "before “泵-修改.docx”");
  assert_same_draft (kept, before->draft);
  g_assert_cmpuint (cs_draft_get_n_units (after->draft, CS_PART_CLAIMS), ==, 4);
  g_assert_cmpuint (after->info->offices, ==, before->info->offices);
  assert_sound (store);
}

static void
test_conflict (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  gint64 id = add_matter (store, "泵", "P-1");
  g_autoptr (CsMatter) before = load_matter (store, id);
  g_autoptr (CsDraft) back = read_claims (claims_after, G_N_ELEMENTS (claims_after));
  CsRetake what = {
    .matter = id, .revision = before->info->revision + 1, .draft = back, .source = "a.docx"
  };
  guint64 revision = 77;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsMatter) after = NULL;
  g_autoptr (GPtrArray) versions = NULL;

  g_assert_false (cs_draft_store_retake (store, &what, &revision, &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_CONFLICT);
  g_assert_cmpuint (revision, ==, 77);
  after = load_matter (store, id);
  assert_same_draft (after->draft, before->draft);
  versions = cs_draft_store_list_versions (store, id, NULL);
  g_assert_cmpuint (versions->len, ==, 1);

  what.matter = id + 1;
  g_clear_error (&error);
  g_assert_false (cs_draft_store_retake (store, &what, &revision, &error));
  g_assert_error (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND);
}

static void
assert_picture (CsDraftStore *store, gint64 id, const char *name, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cs_draft_store_load_image (store, id, name, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), wanted,
                   strlen (wanted));
}

/* The version before shows its own picture, although the file has another one of that name. */
static void
test_pictures (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  Pictures first = { "first", "formula" };
  Pictures other = { "first", "another formula" };
  gint64 id = add_whole (store, &first);
  g_autoptr (CsDraft) back = read_whole ();
  g_autoptr (CsMatter) after = NULL;
  const CsInlineObject *objects;
  guint n_objects;

  retake (store, id, back, &other);
  after = load_matter (store, id);
  objects = cs_text_get_objects (after->draft->texts[CS_PART_DESCRIPTION], &n_objects);

  g_assert_cmpuint (n_objects, ==, 1);
  g_assert_cmpstr (objects[0].preview, !=, "image2.png");
  g_assert_true (g_str_has_suffix (objects[0].preview, ".png"));
  assert_picture (store, id, objects[0].preview, "another formula");
  assert_picture (store, id, "image2.png", "formula");
  assert_picture (store, id, g_array_index (after->draft->figures, CsFigure, 0).file, "first");
  assert_sound (store);
}

/* --- decisions --- */

static CsFindingView *
examine (const CsMatter *matter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsChecklist) checklist = cs_checklist_load ("cn-invention", &error);
  CsExamInputs inputs = { .as_of = "2026-06-01", .decisions = matter->decisions };
  g_autoptr (CsExamResult) result = NULL;

  g_assert_no_error (error);
  result = cs_exam_run (matter->draft, &checklist, 1, &inputs, NULL, &error);
  g_assert_no_error (error);

  return cs_finding_view_new (result);
}

/* Vague words of claim @index. */
static const CsFindingEntry *
find_vague (const CsFindingView *view, guint index)
{
  for (guint i = 0; i < view->entries->len; i++)
    {
      const CsFindingEntry *entry = view->entries->pdata[i];
      const CsFinding *finding = cs_finding_entry_get_first (entry);

      if (strcmp (finding->item->check->name, "vague-wording") == 0 &&
          finding->report->where.part == CS_PART_CLAIMS && finding->report->where.index == index)
        return entry;
    }

  return NULL;
}

static void
waive (CsDraftStore *store, gint64 id, guint index)
{
  g_autoptr (CsMatter) matter = load_matter (store, id);
  g_autoptr (CsFindingView) view = examine (matter);
  const CsFindingEntry *entry = find_vague (view, index);
  g_autoptr (CsDecision) decision = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (entry);
  decision = cs_decision_new_for (CS_DECISION_WAIVED, entry, view, "客户要求", "代理师甲");
  g_assert_cmpint (cs_draft_store_add_decision (store, id, decision, &error), >, 0);
  g_assert_no_error (error);
}

/* The finding that was waived still is, where its claim is now; the one that was mended is gone. */
static void
test_decisions (void)
{
  g_autoptr (StoreFolder) folder = store_folder_new ();
  g_autoptr (CsDraftStore) store = open_store (folder);
  Pictures pictures = { "first", "formula" };
  gint64 id = add_whole (store, &pictures);
  g_autoptr (CsDraft) back = read_claims (claims_after, G_N_ELEMENTS (claims_after));
  g_autoptr (CsMatter) after = NULL;
  g_autoptr (CsFindingView) view = NULL;

  waive (store, id, 1);
  retake (store, id, back, NULL);
  after = load_matter (store, id);
  view = examine (after);

  g_assert_cmpuint (after->decisions->len, ==, 1);
  g_assert_nonnull (find_vague (view, 2));
  g_assert_true (find_vague (view, 2)->waived);
  g_assert_null (find_vague (view, 1));
  g_assert_null (find_vague (view, 3));
  g_assert_cmpuint (view->result->stale->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/retake/identities", test_identities);
  g_test_add_func ("/store/retake/what-stays", test_what_stays);
  g_test_add_func ("/store/retake/notes", test_notes);
  g_test_add_func ("/store/retake/unchanged", test_unchanged);
  g_test_add_func ("/store/retake/rename-pictures", test_rename_pictures);
  g_test_add_func ("/store/retake/version", test_version);
  g_test_add_func ("/store/retake/conflict", test_conflict);
  g_test_add_func ("/store/retake/pictures", test_pictures);
  g_test_add_func ("/store/retake/decisions", test_decisions);

  return g_test_run ();
}
