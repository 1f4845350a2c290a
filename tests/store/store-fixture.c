#include <string.h>


#include "../../src/base/cs-text-builder.h"
#include "../../src/draft/cs-draft-rebuild.h"
#include "../test-ends.h"
#include "store-fixture.h"

StoreFolder *
store_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("claimsmith-store-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

void
store_folder_free (StoreFolder *folder)
{
  test_folder_remove (folder);
  g_free (folder);
}

char *
path_in (const char *folder, const char *name)
{
  return g_build_filename (folder, name, NULL);
}

CsDraftStore *
open_store (const char *folder)
{
  g_autoptr (GError) error = NULL;
  CsDraftStore *store = cs_draft_store_open (folder, &error);

  g_assert_no_error (error);
  g_assert_no_error (cs_draft_store_get_read_only (store));

  return store;
}

/* --- a rich draft --- */

CsText *
make_text (const char *utf8)
{
  CsTextBuilder *text = cs_text_builder_new ();

  cs_text_builder_append (text, utf8, strlen (utf8));

  return cs_text_builder_end (text);
}

static void
add_unit (CsDraft *draft, CsPart part, CsUnit unit)
{
  guint64 id = G_MAXUINT64 - draft->units[part]->len; /* larger than a signed number can be */

  if (draft->ids[part] == NULL)
    draft->ids[part] = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_array_append_val (draft->units[part], unit);
  g_array_append_val (draft->ids[part], id);
}

static void
append (CsTextBuilder *text, const char *utf8)
{
  cs_text_builder_append (text, utf8, strlen (utf8));
}

static void
fill_claims (CsDraft *draft, guint n_claims, const char *words)
{
  CsTextBuilder *text = cs_text_builder_new ();

  for (guint i = 0; i < n_claims; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u. ", i + 1);
      CsUnit unit = { cs_text_builder_get_n_bytes (text), 0, 0, i + 1, CS_UNIT_CLAIM };

      append (text, number);
      unit.start = cs_text_builder_get_n_bytes (text);
      append (text, "一种泵，包括壳体和");
      append (text, words);
      append (text, "，其中的间隙为10");
      append (text, "-7");
      cs_text_builder_add_run (text, cs_text_builder_get_n_bytes (text) - 2,
                               cs_text_builder_get_n_bytes (text), CS_RUN_SUP);
      cs_text_builder_add_run (text, unit.start, cs_text_builder_get_n_bytes (text),
                               CS_RUN_ITALIC);
      cs_text_builder_append_object (text, CS_OBJECT_FORMULA, "<math a=\"1\">\\&amp;'\n</math>",
                                     i % 2 == 0 ? "formula.png" : NULL);
      append (text, "。");
      unit.end = cs_text_builder_get_n_bytes (text);
      append (text, " \n");
      add_unit (draft, CS_PART_CLAIMS, unit);
    }
  draft->texts[CS_PART_CLAIMS] = cs_text_builder_end (text);
}

static void
fill_description (CsDraft *draft)
{
  CsTextBuilder *text = cs_text_builder_new ();
  CsUnit heading = { 0, 0, 0, 0, CS_UNIT_HEADING };
  CsUnit paragraph = { 0, 0, 0, 17, CS_UNIT_PARAGRAPH };

  append (text, "技术领域");
  heading.end = cs_text_builder_get_n_bytes (text);
  cs_text_builder_add_run (text, 0, heading.end, CS_RUN_HEADING);
  append (text, "\n");
  paragraph.number_start = cs_text_builder_get_n_bytes (text);
  append (text, "[0017] ");
  paragraph.start = cs_text_builder_get_n_bytes (text);
  append (text, "A pump \"quoted\" with H2O, '\\' and\ta tab \xf0\x9f\x98\x80");
  cs_text_builder_append_object (text, CS_OBJECT_UNKNOWN, NULL, NULL);
  cs_text_builder_append_object (text, CS_OBJECT_FOOTNOTE, "<w:footnote/>", NULL);
  paragraph.end = cs_text_builder_get_n_bytes (text);
  draft->texts[CS_PART_DESCRIPTION] = cs_text_builder_end (text);
  add_unit (draft, CS_PART_DESCRIPTION, heading);
  add_unit (draft, CS_PART_DESCRIPTION, paragraph);
}

static void
fill_request (CsRequest *request)
{
  CsPriorityClaim priorities[] = { { g_strdup ("CN"), g_strdup ("202110000000.X"), NULL },
                                   { g_strdup ("US"), NULL, g_strdup ("2026-01-31") } };
  CsPerson person = { g_strdup ("张三"), g_strdup ("CN"), NULL, g_strdup ("杭州市") };
  CsDeposit deposit = { g_strdup ("CGMCC"), g_strdup ("No.1"), NULL };

  request->office = CS_OFFICE_CN;
  request->type = CS_TYPE_UTILITY_MODEL;
  request->route = CS_ROUTE_PCT_NATIONAL;
  request->title = g_strdup ("另一个名称");
  g_strfreev (request->applicants);
  request->applicants = g_strsplit ("张三\n'; DROP TABLE matter; --\n\"x\"", "\n", -1);
  request->agency = g_strdup ("");
  g_array_append_vals (request->priorities, priorities, G_N_ELEMENTS (priorities));
  request->abstract_figure = g_strdup ("图1");
  request->filing_date = g_strdup ("20260131");
  g_array_append_val (request->persons, person);
  g_array_append_val (request->deposits, deposit);
  cs_request_set_fact (request, CS_FACT_CENTRE, "zhejiang");
  cs_request_set_fact (request, CS_FACT_EXAMINATION, "no");
}

static void
fill_rest (CsDraft *draft)
{
  CsFigure figures[] = { { g_strdup ("图1"), g_strdup ("fig1.tif"), g_strdup ("tif"), NULL, 98.25,
                           0.1 },
                         { g_strdup (""), NULL, NULL, g_strnfill (64, 'a'), 0, 120 } };
  const CsSpan nowhere = { CS_PART_DOCUMENT, CS_NO_INDEX, 0, 0 };
  const CsSpan somewhere = { CS_PART_CLAIMS, 0, 3, 6 };
  CsReadNote notes[] = { { "guessed-encoding", g_strdup ("GB18030"), nowhere, 0 },
                         { "unknown-entity", NULL, somewhere, 12 } };

  g_array_append_vals (draft->figures, figures, G_N_ELEMENTS (figures));
  g_array_append_vals (draft->notes, notes, G_N_ELEMENTS (notes));
}

CsDraft *
make_draft (const char *title, guint n_claims, const char *words)
{
  CsDraft *draft = cs_draft_rebuild_begin ("pump.txt");
  g_autoptr (GError) error = NULL;

  g_free (draft->id);
  draft->id = g_strdup ("CN 2026 \"1\"");
  draft->format = "cnipa-xml";
  draft->language = "zh";
  draft->complete = TRUE;
  draft->texts[CS_PART_TITLE] = make_text (title);
  draft->texts[CS_PART_ABSTRACT] = make_text ("");
  draft->ids[CS_PART_ABSTRACT] = g_array_new (FALSE, FALSE, sizeof (guint64));
  fill_claims (draft, n_claims, words);
  fill_description (draft);
  fill_request (draft->request);
  fill_rest (draft);
  draft = cs_draft_rebuild_end (draft, &error);
  g_assert_no_error (error);

  return draft;
}

gint64
add_matter (CsDraftStore *store, const char *title, const char *reference)
{
  g_autoptr (CsDraft) draft = make_draft (title, 3, "叶轮");
  CsNewMatter matter = { .draft = draft, .reference = reference };
  g_autoptr (GError) error = NULL;
  gint64 id = cs_draft_store_create (store, &matter, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);

  return id;
}

/* --- comparing --- */

static void
assert_same_array (const GArray *a, const GArray *b, gsize size)
{
  g_assert_cmpint (a == NULL, ==, b == NULL);
  if (a == NULL)
    return;

  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    g_assert_cmpmem (a->data + i * size, size, b->data + i * size, size);
}

static void
assert_same_text (const CsText *a, const CsText *b)
{
  guint n_runs[2];
  guint n_objects[2];
  const CsRun *runs[] = { cs_text_get_runs (a, &n_runs[0]), cs_text_get_runs (b, &n_runs[1]) };
  const CsInlineObject *objects[] = { cs_text_get_objects (a, &n_objects[0]),
                                      cs_text_get_objects (b, &n_objects[1]) };

  g_assert_cmpstr (cs_text_get_string (a), ==, cs_text_get_string (b));
  g_assert_cmpuint (n_runs[0], ==, n_runs[1]);
  for (guint i = 0; i < n_runs[0]; i++)
    {
      g_assert_cmpuint (runs[0][i].start, ==, runs[1][i].start);
      g_assert_cmpuint (runs[0][i].end, ==, runs[1][i].end);
      g_assert_cmpint (runs[0][i].style, ==, runs[1][i].style);
    }
  g_assert_cmpuint (n_objects[0], ==, n_objects[1]);
  for (guint i = 0; i < n_objects[0]; i++)
    {
      g_assert_cmpuint (objects[0][i].at, ==, objects[1][i].at);
      g_assert_cmpint (objects[0][i].kind, ==, objects[1][i].kind);
      g_assert_cmpstr (objects[0][i].payload, ==, objects[1][i].payload);
      g_assert_cmpstr (objects[0][i].preview, ==, objects[1][i].preview);
    }
}

static void
assert_same_units (const GArray *a, const GArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const CsUnit *left = &g_array_index (a, CsUnit, i);
      const CsUnit *right = &g_array_index (b, CsUnit, i);

      g_assert_cmpuint (left->number_start, ==, right->number_start);
      g_assert_cmpuint (left->start, ==, right->start);
      g_assert_cmpuint (left->end, ==, right->end);
      g_assert_cmpuint (left->number, ==, right->number);
      g_assert_cmpint (left->kind, ==, right->kind);
    }
}

static void
assert_same_strings (char *const *a, char *const *b)
{
  g_assert_cmpstrv (a, b);
}

static void
assert_same_added (const CsRequest *a, const CsRequest *b)
{
  g_assert_cmpuint (a->persons->len, ==, b->persons->len);
  for (guint i = 0; i < a->persons->len; i++)
    {
      const CsPerson *left = &g_array_index (a->persons, CsPerson, i);
      const CsPerson *right = &g_array_index (b->persons, CsPerson, i);

      g_assert_cmpstr (left->name, ==, right->name);
      g_assert_cmpstr (left->country, ==, right->country);
      g_assert_cmpstr (left->identity, ==, right->identity);
      g_assert_cmpstr (left->address, ==, right->address);
    }
  g_assert_cmpuint (a->deposits->len, ==, b->deposits->len);
  for (guint i = 0; i < a->deposits->len; i++)
    {
      const CsDeposit *left = &g_array_index (a->deposits, CsDeposit, i);
      const CsDeposit *right = &g_array_index (b->deposits, CsDeposit, i);

      g_assert_cmpstr (left->authority, ==, right->authority);
      g_assert_cmpstr (left->number, ==, right->number);
      g_assert_cmpstr (left->date, ==, right->date);
    }
  for (guint i = 0; i < CS_N_FACTS; i++)
    g_assert_cmpstr (a->facts[i], ==, b->facts[i]);
}

static void
assert_same_request (const CsRequest *a, const CsRequest *b)
{
  g_assert_cmpint (a->office, ==, b->office);
  g_assert_cmpint (a->type, ==, b->type);
  g_assert_cmpint (a->route, ==, b->route);
  g_assert_cmpstr (a->title, ==, b->title);
  assert_same_strings (a->applicants, b->applicants);
  assert_same_strings (a->inventors, b->inventors);
  g_assert_cmpstr (a->agency, ==, b->agency);
  g_assert_cmpuint (a->priorities->len, ==, b->priorities->len);
  for (guint i = 0; i < a->priorities->len; i++)
    {
      const CsPriorityClaim *left = &g_array_index (a->priorities, CsPriorityClaim, i);
      const CsPriorityClaim *right = &g_array_index (b->priorities, CsPriorityClaim, i);

      g_assert_cmpstr (left->country, ==, right->country);
      g_assert_cmpstr (left->number, ==, right->number);
      g_assert_cmpstr (left->date, ==, right->date);
    }
  g_assert_cmpstr (a->abstract_figure, ==, b->abstract_figure);
  assert_same_strings (a->classes, b->classes);
  g_assert_cmpstr (a->filing_date, ==, b->filing_date);
  assert_same_added (a, b);
}

static void
assert_same_figures (const GArray *a, const GArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const CsFigure *left = &g_array_index (a, CsFigure, i);
      const CsFigure *right = &g_array_index (b, CsFigure, i);

      g_assert_cmpstr (left->label, ==, right->label);
      g_assert_cmpstr (left->file, ==, right->file);
      g_assert_cmpstr (left->format, ==, right->format);
      g_assert_cmpstr (left->sha256, ==, right->sha256);
      g_assert_true (left->width_mm == right->width_mm);
      g_assert_true (left->height_mm == right->height_mm);
    }
}

static void
assert_same_notes (const GArray *a, const GArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const CsReadNote *left = &g_array_index (a, CsReadNote, i);
      const CsReadNote *right = &g_array_index (b, CsReadNote, i);

      g_assert_cmpstr (left->code, ==, right->code);
      g_assert_cmpstr (left->detail, ==, right->detail);
      g_assert_cmpint (left->span.part, ==, right->span.part);
      g_assert_cmpuint (left->span.index, ==, right->span.index);
      g_assert_cmpuint (left->span.start, ==, right->span.start);
      g_assert_cmpuint (left->span.end, ==, right->span.end);
      g_assert_cmpuint (left->line, ==, right->line);
    }
}

void
assert_same_draft (const CsDraft *a, const CsDraft *b)
{
  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpstr (a->format, ==, b->format);
  g_assert_cmpstr (a->language, ==, b->language);
  g_assert_cmpint (a->complete, ==, b->complete);
  assert_same_request (a->request, b->request);
  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      g_assert_cmpint (a->texts[part] == NULL, ==, b->texts[part] == NULL);
      if (a->texts[part] != NULL)
        assert_same_text (a->texts[part], b->texts[part]);
      assert_same_units (a->units[part], b->units[part]);
      assert_same_array (a->ids[part], b->ids[part], sizeof (guint64));
    }
  assert_same_figures (a->figures, b->figures);
  assert_same_notes (a->notes, b->notes);
}

void
assert_sound (CsDraftStore *store)
{
  g_auto (GStrv) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (cs_draft_store_check (store, &problems, &error));
  g_assert_no_error (error);
  for (guint i = 0; problems[i] != NULL; i++)
    g_error ("%s", problems[i]);
}

CsMatter *
load_matter (CsDraftStore *store, gint64 id)
{
  g_autoptr (GError) error = NULL;
  CsMatter *matter = cs_draft_store_load (store, id, &error);

  g_assert_no_error (error);

  return matter;
}
