/* An examination of a draft that took over what was read of the one before it says the same as one
 * of a draft of which nothing had been read: after each of hundreds of edits of our own drafts. */

#include <string.h>

#include "../../src/draft/cs-draft-compose.h"
#include "../../src/draft/cs-edit.h"
#include "../../src/draft/cs-readings.h"
#include "../../src/exam/cs-exam.h"
#include "../../src/formats/cs-reader.h"

#define N_EDITS 150 /* of each language; the draft is another one every tenth time */
#define MAX_CUT 40  /* bytes that an edit takes away */

static void
print_span (GString *out, const char *what, const CsSpan *where)
{
  g_string_append_printf (out, " %s %d/%u/%" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT, what, where->part,
                          where->index, where->start, where->end);
}

static void
print_report (GString *out, const CsReport *report)
{
  g_string_append_printf (out, "%s %d", report->rule, report->certainty);
  print_span (out, "at", &report->where);
  for (guint i = 0; i < report->args->len; i++)
    {
      const CsArg *arg = &g_array_index (report->args, CsArg, i);

      g_string_append_printf (out, " %s=%s", arg->name, arg->value);
    }
  for (guint i = 0; i < report->related->len; i++)
    {
      const CsRelated *related = &g_array_index (report->related, CsRelated, i);

      print_span (out, related->role, &related->where);
    }
  for (guint i = 0; i < report->path->len; i++)
    g_string_append_printf (out, " by %u", g_array_index (report->path, guint, i));
  for (guint i = 0; i < report->fixes->len; i++)
    {
      const CsFix *fix = &g_array_index (report->fixes, CsFix, i);

      for (guint k = 0; k < fix->edits->len; k++)
        {
          const CsFixEdit *edit = &g_array_index (fix->edits, CsFixEdit, k);

          print_span (out, fix->name, &edit->where);
          g_string_append_printf (out, " \"%s\"", edit->insert);
        }
    }
}

/* All that the examination of @draft says, a line for each item and finding. */
static char *
dup_examination (CsDraft *draft, CsChecklist *checklist)
{
  CsExamInputs inputs = { .as_of = checklist->edition };
  g_autoptr (CsExamResult) result = cs_exam_run (draft, &checklist, 1, &inputs, NULL, NULL);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < result->items->len; i++)
    {
      const CsItemResult *item = &g_array_index (result->items, CsItemResult, i);

      g_string_append_printf (out, "%s %s %s\n", item->item->id,
                              cs_item_state_get_name (item->state),
                              item->reason == NULL ? "" : item->reason);
    }
  for (guint i = 0; i < result->findings->len; i++)
    {
      const CsFinding *finding = &g_array_index (result->findings, CsFinding, i);

      g_string_append_printf (out, "%s %d %s ", finding->item->id, finding->severity,
                              finding->fingerprint);
      print_report (out, finding->report);
      g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}

/* The same draft, of which nothing has been read. */
static CsDraft *
dup_unread (const CsDraft *draft)
{
  CsDraft *copy = cs_draft_new_with_request (draft, cs_request_dup (draft->request));

  cs_draft_forget_readings (copy);

  return copy;
}

/* --- edits --- */

/* A bound of a character at or before @at. */
static gsize
find_bound (const char *text, gsize at)
{
  while (at > 0 && ((guchar)text[at] & 0xc0) == 0x80)
    at--;

  return at;
}

/* Takes some bytes of a part away, or puts a few in, or both. */
static CsDraft *
edit_randomly (CsDraft *draft)
{
  static const char *const pieces[] = { "", "", "\n", "，", "。", ", ", "5 mm", "10-20℃", "图2",
                                        "FIG. 3",
                                        "所述", "the ", "阀值", "(12)", "权利要求1", "claim 2", "例如",
                                        "pump", "泵体" };
  CsPart part = g_test_rand_bit () ? CS_PART_DESCRIPTION : CS_PART_CLAIMS;
  const CsText *text = draft->texts[part];
  gsize n_bytes = cs_text_get_n_bytes (text);
  gsize at = find_bound (cs_text_get_string (text), g_test_rand_int_range (0, n_bytes + 1));
  gsize cut = g_test_rand_bit () ? g_test_rand_int_range (0, MAX_CUT) : 0;
  gsize end = find_bound (cs_text_get_string (text), MIN (at + cut, n_bytes));
  const char *piece = pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))];
  g_autoptr (GArray) edits = cs_edits_new ();
  g_autoptr (GError) error = NULL;
  CsDraft *after;

  cs_edits_add (edits, part, at, MAX (at, end), piece);
  g_assert_true (cs_edits_normalise (edits, draft));
  after = cs_draft_apply_edits (draft, edits, &error);
  g_assert_no_error (error);

  return after;
}

/* --- drafts --- */

static gboolean
keep_draft (const CsReadItem *item, gpointer drafts)
{
  if (item->draft != NULL && item->draft->texts[CS_PART_CLAIMS] != NULL &&
      item->draft->texts[CS_PART_DESCRIPTION] != NULL)
    g_ptr_array_add (drafts, cs_draft_ref (item->draft));

  return TRUE;
}

static void
test_edits (gconstpointer language)
{
  g_autofree char *folder =
      g_build_filename (g_getenv ("G_TEST_SRCDIR"), "accuracy", "drafts", language, NULL);
  gboolean chinese = strcmp (language, "zh") == 0;
  g_autoptr (CsChecklist) checklist = cs_checklist_load (chinese ? "cn-invention" : "us", NULL);
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_draft_unref);
  g_autoptr (CsDraft) draft = NULL;

  cs_read (folder, &(CsReader){ keep_draft, drafts }, NULL, NULL);
  g_assert_cmpuint (drafts->len, >, 0);
  for (guint i = 0; i < N_EDITS; i++)
    {
      CsDraft *before = i % 10 != 0 ? draft : drafts->pdata[i / 10 % drafts->len];
      CsDraft *after = edit_randomly (before);
      g_autoptr (CsDraft) unread = dup_unread (after);
      g_autofree char *carried = dup_examination (after, checklist);
      g_autofree char *fresh = dup_examination (unread, checklist);

      g_assert_cmpstr (carried, ==, fresh);
      g_clear_pointer (&draft, cs_draft_unref);
      draft = after;
    }
}

/* What an edit does not touch is not read again. */
static void
test_carried (void)
{
  const char *description = "技术领域\n本发明涉及泵。\n泵体长5 mm。";
  g_autoptr (CsText) text = cs_text_new (description, strlen (description));
  CsText *texts[CS_N_PARTS] = { [CS_PART_DESCRIPTION] = text };
  g_autoptr (CsDraft) draft = cs_draft_compose (NULL, texts, NULL, NULL);
  g_autoptr (GArray) edits = cs_edits_new ();
  g_autoptr (CsDraft) after = NULL;
  CsReading *first = cs_draft_get_reading (draft, CS_PART_DESCRIPTION, 0);
  CsReading *second = cs_draft_get_reading (draft, CS_PART_DESCRIPTION, 1);
  CsReading *last = cs_draft_get_reading (draft, CS_PART_DESCRIPTION, 2);

  cs_edits_add (edits, CS_PART_DESCRIPTION, strlen ("技术领域\n"), strlen ("技术领域\n"), "如上。\n");
  g_assert_true (cs_edits_normalise (edits, draft));
  after = cs_draft_apply_edits (draft, edits, NULL);
  g_assert_cmpuint (cs_draft_get_n_units (after, CS_PART_DESCRIPTION), ==, 4);
  g_assert_true (cs_draft_get_reading (after, CS_PART_DESCRIPTION, 0) == first);
  g_assert_true (cs_draft_get_reading (after, CS_PART_DESCRIPTION, 1) != second);
  g_assert_true (cs_draft_get_reading (after, CS_PART_DESCRIPTION, 2) == second);
  g_assert_true (cs_draft_get_reading (after, CS_PART_DESCRIPTION, 3) == last);
  g_assert_cmpuint (cs_reading_get_amounts (last)->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/after-edit/carried", test_carried);
  g_test_add_data_func ("/after-edit/zh", "zh", test_edits);
  g_test_add_data_func ("/after-edit/en", "en", test_edits);

  return g_test_run ();
}
