/* What reports say: the model, its pages, and the rule manual. */

#include <string.h>

#include <json-glib/json-glib.h>

#include "../../src/report/cs-manual.h"
#include "../../src/report/cs-report-file.h"
#include "../../src/report/cs-report-sheet.h"
#include "../../src/report/cs-report.h"
#include "report-fixture.h"

#define N_MANY 5000

/* --- the model --- */

static void
test_counts (void)
{
  g_autoptr (CsReportModel) model = report_fixture_new_full ("zh");

  g_assert_cmpuint (model->n_open[CS_SEVERITY_ERROR], ==, 1);
  g_assert_cmpuint (model->n_open[CS_SEVERITY_WARNING], ==, 1);
  g_assert_cmpuint (model->n_open[CS_SEVERITY_ADVICE], ==, 1);
  g_assert_cmpuint (model->n_waived, ==, 1);
  g_assert_cmpuint (model->n_unanswered, ==, 2);
  g_assert_cmpuint (model->findings->len, ==, 4);
  g_assert_cmpuint (model->items->len, ==, 7);
}

static void
test_order (void)
{
  g_autoptr (CsReportModel) model = report_fixture_new_full ("en");
  const CsReportFinding *last = NULL;

  for (guint i = 0; i < model->findings->len; i++)
    {
      const CsReportFinding *finding = model->findings->pdata[i];

      g_assert_cmpuint (finding->number, ==, i + 1);
      if (last != NULL && last->waived == finding->waived)
        g_assert_cmpint (last->severity, <=, finding->severity);
      g_assert_true (last == NULL || finding->waived || !last->waived);
      last = finding;
    }
  g_assert_true (last->waived);
  g_assert_cmpstr (last->handling.author, ==, "代理师甲");
  g_assert_cmpstr (last->handling.reason, ==, "客户要求");
  g_assert_cmpstr (last->handling.day, ==, "2025-11-24");
}

/* Each clause with how well it was verified, and what may follow. */
static void
test_words (void)
{
  g_autoptr (CsReportModel) model = report_fixture_new_full ("zh");
  const CsReportFinding *finding = model->findings->pdata[1];
  const CsReportBasis *bases = (const CsReportBasis *)(void *)finding->bases->data;

  g_assert_cmpstr (finding->place, ==, "权利要求2");
  g_assert_cmpuint (finding->bases->len, ==, 2);
  g_assert_cmpstr (bases[0].citation, ==, "专利法第26条第4款");
  g_assert_true (bases[0].verified);
  g_assert_false (bases[1].verified);
  g_assert_cmpstr (bases[1].status, ==, "尚未核对");
  g_assert_cmpstr (finding->consequence, ==, "驳回理由和无效理由");
  g_assert_cmpuint (finding->suggestions->len, >, 0);
  g_assert_cmpstr (finding->ids, ==, "T-CLM-001");
}

static void
test_people (void)
{
  g_autoptr (CsReportModel) model = report_fixture_new_full ("zh");
  const CsReportItem *answered = model->items->pdata[4];
  const CsReportItem *stale = model->items->pdata[5];
  const CsReportItem *open = model->items->pdata[6];
  const CsReportSignature *first = model->signatures->pdata[0];
  const CsReportSignature *second = model->signatures->pdata[1];

  g_assert_cmpstr (answered->answer, ==, "符合");
  g_assert_false (answered->is_open);
  g_assert_true (stale->is_open);
  g_assert_true (stale->answer_is_stale);
  g_assert_true (open->is_open);
  g_assert_cmpstr (open->answer, ==, "");
  g_assert_cmpuint (model->signatures->len, ==, 2);
  g_assert_true (first->holds);
  g_assert_false (second->holds);
  g_assert_nonnull (strstr (model->standing, "代理师甲"));
  g_assert_null (strstr (model->standing, "代理师乙"));
}

static void
test_changes (void)
{
  g_autoptr (CsReportModel) model = report_fixture_new_full ("en");
  guint n_new = 0;

  for (guint i = 0; i < model->findings->len; i++)
    n_new += ((CsReportFinding *)model->findings->pdata[i])->is_new;
  g_assert_cmpstr (model->changes_line, ==, "New: 2 · gone: 1 · still there: 1");
  g_assert_cmpuint (n_new, ==, 2);
  g_assert_cmpuint (model->stale->len, ==, 1);
  g_assert_cmpstr (((CsReportStale *)model->stale->pdata[0])->words, ==, "大概");
}

/* 10⁻³ never becomes 10-3. */
static void
test_excerpt (void)
{
  g_autoptr (CsReportModel) model = report_fixture_new_full ("zh");
  const CsDraft *draft = model->result->draft;
  const CsUnit *unit = cs_draft_get_unit (draft, CS_PART_CLAIMS, 3);
  const char *claim = cs_text_get_string (draft->texts[CS_PART_CLAIMS]) + unit->start;
  const CsSpan where = { CS_PART_CLAIMS, 3, strstr (claim, "10-3") - claim,
                         strstr (claim, "m2") - claim };
  g_autoptr (GArray) pieces = cs_report_excerpt_new (draft, &where);
  const CsReportPiece *at = (const CsReportPiece *)(void *)pieces->data;

  g_assert_cmpuint (pieces->len, ==, 4);
  g_assert_cmpstr (at[1].text, ==, "10");
  g_assert_true (at[1].marked);
  g_assert_cmpstr (at[2].text, ==, "-3");
  g_assert_true (at[2].marked);
  g_assert_cmpuint (at[2].styles, ==, 1u << CS_RUN_SUP);
  g_assert_cmpstr (at[3].text, ==, "m2。");
  g_assert_false (at[3].marked);
}

/* What acts instead of being seen is made visible, in every string. */
static void
assert_harmless (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      g_assert_false (c < 0x20 || c == 0x7f || (c >= 0x202a && c <= 0x202e) ||
                      (c >= 0x2066 && c <= 0x2069));
    }
}

static void
test_hostile (void)
{
  g_autoptr (CsReportModel) model = report_fixture_new_hostile ("en");

  g_assert_cmpuint (model->findings->len, >, 0);
  assert_harmless (model->subject);
  for (guint i = 0; i < model->findings->len; i++)
    {
      const CsReportFinding *finding = model->findings->pdata[i];
      g_autofree char *excerpt = cs_report_pieces_dup_text (finding->excerpt);

      assert_harmless (finding->message);
      assert_harmless (excerpt);
      g_assert_cmpuint (g_utf8_strlen (excerpt, -1), <=, 300);
    }
}

/* --- the pages --- */

static gboolean
has_id (const CsReportSheet *sheet, const char *id)
{
  for (guint i = 0; i < sheet->tables->len; i++)
    {
      const CsReportTable *table = sheet->tables->pdata[i];

      if (strcmp (table->id, id) == 0)
        return TRUE;
      for (guint k = 0; k < table->rows->len; k++)
        if (g_strcmp0 (((CsReportRow *)table->rows->pdata[k])->id, id) == 0)
          return TRUE;
    }

  return FALSE;
}

static void
assert_whole (const CsReportSheet *sheet)
{
  for (guint i = 0; i < sheet->tables->len; i++)
    {
      const CsReportTable *table = sheet->tables->pdata[i];
      guint width = 0;

      for (guint k = 0; k < table->columns->len; k++)
        width += g_array_index (table->columns, CsReportColumn, k).width;
      g_assert_cmpuint (width, ==, 1000);
      g_assert_cmpuint (table->rows->len, >, 0);
      for (guint k = 0; k < table->rows->len; k++)
        {
          const CsReportRow *row = table->rows->pdata[k];

          g_assert_cmpuint (row->cells->len, ==, row->is_band ? 1 : table->columns->len);
        }
    }
  for (guint i = 0; i < sheet->counts->len; i++)
    {
      const CsReportCount *count = &g_array_index (sheet->counts, CsReportCount, i);

      g_assert_true (count->target == NULL || has_id (sheet, count->target));
    }
}

static void
test_sheet (void)
{
  g_autoptr (CsReportModel) model = report_fixture_new_full ("en");
  g_autoptr (CsReportModel) unexamined = report_fixture_new_unexamined ();
  g_autoptr (CsReportSheet) sheet = cs_report_sheet_new (model);
  g_autoptr (CsReportSheet) bare = cs_report_sheet_new (unexamined);

  assert_whole (sheet);
  g_assert_cmpuint (sheet->tables->len, ==, 7);
  assert_whole (bare);
  g_assert_cmpuint (bare->tables->len, ==, 1); /* what was not checked, and why */
  g_assert_cmpstr (((CsReportTable *)bare->tables->pdata[0])->id, ==, "unchecked");
}

/* Pages list so many and say that there are more; the model has all. */
static void
test_many (void)
{
  g_autoptr (CsReportModel) model = report_fixture_new_many (N_MANY);
  g_autoptr (CsReportSheet) sheet = cs_report_sheet_new (model);
  const CsReportTable *table = sheet->tables->pdata[0];

  g_assert_cmpuint (model->findings->len, >=, N_MANY);
  g_assert_cmpuint (table->rows->len, <=, CS_REPORT_MAX_ROWS + 4);
  g_assert_nonnull (table->note);
  assert_whole (sheet);
}

/* --- golden pages --- */

static void
dump_line (GString *out, const CsReportLine *line)
{
  static const char looks[] = { [CS_LOOK_BODY] = ' ',
                                [CS_LOOK_STRONG] = '*',
                                [CS_LOOK_CAPTION] = '-',
                                [CS_LOOK_QUOTE] = '|',
                                [CS_LOOK_SUBJECT] = '#' };

  g_string_append_printf (out, "    %c ", looks[line->look]);
  if (line->shape != CS_SHAPE_NONE)
    g_string_append_printf (out, "<%s%s> ", cs_report_shape_get_name (line->shape),
                            line->hollow ? " hollow" : "");
  for (guint i = 0; i < line->pieces->len; i++)
    {
      const CsReportPiece *piece = &g_array_index (line->pieces, CsReportPiece, i);

      g_string_append_printf (out, piece->marked ? "[%s%s]" : "%s%s",
                              (piece->styles & 1u << CS_RUN_SUP) != 0 ? "^" : "", piece->text);
    }
  g_string_append_c (out, '\n');
}

static void
dump_table (GString *out, const CsReportTable *table)
{
  g_string_append_printf (out, "== %s: %s\n", table->id, table->title);
  if (table->note != NULL)
    g_string_append_printf (out, "%s\n", table->note);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const CsReportRow *row = table->rows->pdata[i];

      g_string_append (out, row->is_band ? "-- band\n" : "-- row\n");
      for (guint k = 0; k < row->cells->len; k++)
        {
          const GPtrArray *cell = row->cells->pdata[k];

          if (!row->is_band && cell->len > 0)
            g_string_append_printf (out, "  %s\n",
                                    g_array_index (table->columns, CsReportColumn, k).title);
          for (guint n = 0; n < cell->len; n++)
            dump_line (out, cell->pdata[n]);
        }
    }
}

static char *
dump_sheet (const CsReportSheet *sheet)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%s\n%s\n", sheet->model->title, sheet->model->subject);
  for (guint i = 0; i < sheet->counts->len; i++)
    {
      const CsReportCount *count = &g_array_index (sheet->counts, CsReportCount, i);

      g_string_append_printf (out, "%u %s\n", count->n, count->label);
    }
  for (guint i = 0; i < sheet->model->facts->len; i++)
    {
      const CsReportFact *fact = sheet->model->facts->pdata[i];

      g_string_append_printf (out, "%s: %s\n", fact->label, fact->value);
    }
  for (guint i = 0; i < sheet->notes->len; i++)
    dump_line (out, sheet->notes->pdata[i]);
  for (guint i = 0; i < sheet->tables->len; i++)
    dump_table (out, sheet->tables->pdata[i]);

  return g_string_free (out, FALSE);
}

/* With CLAIMSMITH_UPDATE_GOLDEN the pages become the golden ones: look at the difference. */
static void
test_golden (gconstpointer language)
{
  g_autoptr (CsReportModel) model = report_fixture_new_full (language);
  g_autoptr (CsReportSheet) sheet = cs_report_sheet_new (model);
  g_autofree char *file = g_strconcat (language, ".txt", NULL);
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "report", "golden", file, NULL);
  g_autofree char *got = dump_sheet (sheet);
  g_autofree char *wanted = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("CLAIMSMITH_UPDATE_GOLDEN") != NULL)
    g_file_set_contents (path, got, -1, NULL);
  g_file_get_contents (path, &wanted, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (got, ==, wanted);
}

/* --- lines --- */

/* One page first, then what was found, then what people said. */
static void
test_text (void)
{
  static const char *const order[] = { "新出现2条 · 已消除1条", "权利要求3引用的权利要求5不存在",
                                       "T-CLM-013", "没有说明书", "已消除  权利要求1",
                                       "已失效的处理", "文本已改动，签署失效" };
  g_auto (ReportFixture) fixture = { NULL };
  g_autoptr (GString) out = g_string_new (NULL);
  CsReportOptions options = { .language = "zh" };
  const char *at;

  report_fixture_init (&fixture);
  options.record = fixture.record;
  options.diff = fixture.diff;
  cs_report_text (out, fixture.result, &options);
  at = out->str;
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const char *found = strstr (at, order[i]);

      g_assert_nonnull (found);
      at = found;
    }
}

static JsonObject *
parse_json (JsonParser *parser, const ReportFixture *fixture, gboolean with_record)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  CsReportOptions options = { .language = "en" };

  if (with_record)
    {
      options.record = fixture->record;
      options.diff = fixture->diff;
    }
  cs_report_json (out, fixture->result, &options);
  json_parser_load_from_data (parser, out->str, out->len, &error);
  g_assert_no_error (error);

  return json_node_get_object (json_parser_get_root (parser));
}

static void
test_json (void)
{
  g_auto (ReportFixture) fixture = { NULL };
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root;
  JsonArray *items;
  JsonArray *signatures;

  report_fixture_init (&fixture);
  root = parse_json (parser, &fixture, TRUE);
  items = json_object_get_array_member (root, "items");
  signatures = json_object_get_array_member (root, "signatures");
  g_assert_cmpstr (
      json_object_get_string_member (
          json_object_get_object_member (json_array_get_object_element (items, 4), "answer"),
          "verdict"),
      ==, "yes");
  g_assert_true (json_object_get_boolean_member (
      json_object_get_object_member (json_array_get_object_element (items, 5), "answer"), "stale"));
  g_assert_false (json_object_has_member (json_array_get_object_element (items, 6), "answer"));
  g_assert_true (json_object_get_boolean_member (json_array_get_object_element (signatures, 0),
                                                 "holds"));
  g_assert_false (json_object_get_boolean_member (json_array_get_object_element (signatures, 1),
                                                  "holds"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "stale")), ==, 1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (
                        json_object_get_object_member (root, "changes"), "new")),
                    ==, 2);

  root = parse_json (parser, &fixture, FALSE);
  g_assert_false (json_object_has_member (root, "signatures"));
  g_assert_false (json_object_has_member (root, "changes"));
}

/* --- files --- */

static void
test_same_bytes (void)
{
  g_autoptr (CsReportModel) model = report_fixture_new_full ("zh");

  for (guint i = 0; i < CS_N_REPORT_FORMATS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) one = cs_report_file_new (model, (CsReportFormat)i, NULL, &error);
      g_autoptr (GBytes) other = cs_report_file_new (model, (CsReportFormat)i, NULL, &error);

      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (one, other));
    }
}

static void
test_cancelled (void)
{
  g_autoptr (CsReportModel) model = report_fixture_new_full ("zh");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < CS_N_REPORT_FORMATS; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (cs_report_file_new (model, (CsReportFormat)i, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

/* --- the manual --- */

static CsManual *
load_manual (const char *language)
{
  g_autoptr (GPtrArray) checklists =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cs_checklist_unref);

  g_ptr_array_add (checklists, cs_checklist_load ("us", NULL));
  g_ptr_array_add (checklists, cs_checklist_load ("cn-invention", NULL));
  g_ptr_array_add (checklists, cs_checklist_load ("cn-invention", NULL)); /* asks the same */

  return cs_manual_new (checklists, language);
}

static const CsManualItem *
find_item (const CsManual *manual, const char *id)
{
  for (guint i = 0; i < manual->topics->len; i++)
    {
      const CsManualTopic *topic = manual->topics->pdata[i];

      for (guint k = 0; k < topic->items->len; k++)
        if (strcmp (((CsManualItem *)topic->items->pdata[k])->id, id) == 0)
          return topic->items->pdata[k];
    }

  return NULL;
}

static void
test_manual (void)
{
  g_autoptr (CsManual) manual = load_manual ("zh");
  const CsManualItem *item = find_item (manual, "CN-CLM-015");
  guint n_items = 0;

  for (guint i = 0; i < manual->topics->len; i++)
    n_items += ((CsManualTopic *)manual->topics->pdata[i])->items->len;
  g_assert_cmpuint (n_items, ==, manual->n_items);
  g_assert_cmpstr (((CsManualTopic *)manual->topics->pdata[0])->office, ==, "CN");
  g_assert_nonnull (item);
  g_assert_cmpstr (item->lists, ==, "cn-invention cn-invention");
  g_assert_cmpstr (item->check, ==, "claim-reference");
  g_assert_cmpuint (item->bases->len, >, 0);
  g_assert_cmpuint (item->examples->len, >=, 2);
  g_assert_true (((CsManualExample *)item->examples->pdata[0])->bad);
  g_assert_false (((CsManualExample *)item->examples->pdata[item->examples->len - 1])->bad);
}

static void
test_manual_search (void)
{
  g_autoptr (CsManual) manual = load_manual ("en");
  const CsManualItem *item = find_item (manual, "US-CLM-007");

  g_assert_true (cs_manual_item_matches (item, ""));
  g_assert_true (cs_manual_item_matches (item, "us-clm-007"));
  g_assert_true (cs_manual_item_matches (item, "CFR alternative"));
  g_assert_false (cs_manual_item_matches (item, "alternative gearbox"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/counts", test_counts);
  g_test_add_func ("/report/order", test_order);
  g_test_add_func ("/report/words", test_words);
  g_test_add_func ("/report/people", test_people);
  g_test_add_func ("/report/changes", test_changes);
  g_test_add_func ("/report/excerpt", test_excerpt);
  g_test_add_func ("/report/hostile", test_hostile);
  g_test_add_func ("/report/sheet", test_sheet);
  g_test_add_func ("/report/many", test_many);
  g_test_add_data_func ("/report/golden/zh", "zh", test_golden);
  g_test_add_data_func ("/report/golden/en", "en", test_golden);
  g_test_add_func ("/report/text", test_text);
  g_test_add_func ("/report/json", test_json);
  g_test_add_func ("/report/same-bytes", test_same_bytes);
  g_test_add_func ("/report/cancelled", test_cancelled);
  g_test_add_func ("/report/manual", test_manual);
  g_test_add_func ("/report/manual-search", test_manual_search);

  return g_test_run ();
}
