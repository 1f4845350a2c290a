#include <locale.h>
#include <stdlib.h>

#include "../../src/exam/cs-exam.h"
#include "../../src/exam/cs-messages.h"
#include "../../src/exam/cs-trigger.h"

/* Runs the examples of one checklist: each is examined by its own item, and what the item marks
 * must be what the example marks. usage: test-examples CHECKLIST */

static CsSpeller *speller; /* of the system; its items are not run without */

/* A checklist of one item, so that nothing else has a say. */
static CsChecklist *
dup_for_item (const CsChecklist *checklist, CsItem *item)
{
  CsChecklist *one = g_atomic_rc_box_new0 (CsChecklist);

  one->id = g_strdup (checklist->id);
  one->office = checklist->office;
  one->types = checklist->types;
  one->languages = g_strdupv (checklist->languages);
  one->edition = g_strdup (checklist->edition);
  one->items = g_ptr_array_new ();
  g_ptr_array_add (one->items, item);

  return one;
}

static CsExamResult *
examine (const CsChecklist *checklist, CsItem *item, const CsExample *example)
{
  g_autoptr (CsChecklist) one = dup_for_item (checklist, item);
  CsExamInputs inputs = { .as_of = checklist->edition, .speller = speller };
  g_autoptr (GError) error = NULL;
  CsExamResult *result = cs_exam_run (example->draft, &one, 1, &inputs, NULL, &error);

  g_assert_no_error (error);

  return result;
}

static void
add_match (GArray *matches, const CsExamResult *result, const CsFinding *finding)
{
  const GArray *path = finding->report->path;
  guint *numbers = g_new0 (guint, path->len + 1);
  CsExampleMatch match = { finding->report->rule, finding->report->where, numbers, path->len };

  for (guint i = 0; i < path->len; i++)
    numbers[i] = cs_exam_result_get_claim_number (result, g_array_index (path, guint, i));
  g_array_append_val (matches, match);
}

static void
clear_match (gpointer data)
{
  g_free ((gpointer)((CsExampleMatch *)data)->path);
}

static char *
explain_findings (const CsExample *example, const CsExamResult *result)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (CsExampleMatch));

  g_array_set_clear_func (matches, clear_match);
  for (guint i = 0; i < result->findings->len; i++)
    add_match (matches, result, &g_array_index (result->findings, CsFinding, i));

  return cs_example_explain (example, (gconstpointer)matches->data, matches->len);
}

static void
want_words (GString *trouble, const char *kind, const char *key, const char *language)
{
  if (!cs_messages_has (kind, key, language))
    g_string_append_printf (trouble, "no words (%s) for %s \"%s\"\n", language, kind, key);
}

/* The message has a value for each name in it; fixes and related places are called something. */
static void
explain_words_of (GString *trouble,
                  const CsExamResult *result,
                  const CsFinding *finding,
                  const char *language)
{
  const CsReport *report = finding->report;
  gboolean complete;
  g_autofree char *message = cs_messages_dup (finding, result, language, &complete);

  if (!complete)
    g_string_append_printf (trouble, "message (%s) is not complete: %s\n", language, message);

  for (guint i = 0; i < report->fixes->len; i++)
    {
      const char *name = g_array_index (report->fixes, CsFix, i).name;
      g_autofree char *key = g_strconcat (finding->item->check->name, "/", name, NULL);

      want_words (trouble, "fix", key, language);
    }
  for (guint i = 0; i < report->related->len; i++)
    want_words (trouble, "role", g_array_index (report->related, CsRelated, i).role, language);
}

static void
explain_words (GString *trouble, const CsExamResult *result)
{
  const CsItemResult *item = &g_array_index (result->items, CsItemResult, 0);
  static const char *const languages[] = { "zh", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      if (item->reason != NULL)
        want_words (trouble, "reason", item->reason, languages[i]);
      for (guint k = 0; k < result->findings->len; k++)
        explain_words_of (trouble, result, &g_array_index (result->findings, CsFinding, k),
                          languages[i]);
    }
}

static gboolean
asks_for_findings (const CsItem *item)
{
  for (guint i = 0; i < item->triggers->len; i++)
    if (g_strcmp0 (g_array_index (item->triggers, CsTrigger, i).fact, CS_TRIGGER_FINDINGS) == 0)
      return TRUE;

  return FALSE;
}

static void
explain_state (GString *trouble, const CsExample *example, const CsExamResult *result)
{
  const CsItemResult *item = &g_array_index (result->items, CsItemResult, 0);

  /* what is asked only for what its check finds gives no cause here, as it should */
  if (!example->bad && asks_for_findings (item->item) && g_strcmp0 (item->reason, "no-cause") == 0)
    return;
  if (!example->bad && (item->state == CS_ITEM_NOT_RUN || item->state == CS_ITEM_NOT_APPLICABLE))
    g_string_append_printf (trouble, "a good example must be looked at, but the item is %s: %s\n",
                            cs_item_state_get_name (item->state), item->reason);
}

static gboolean
run_example (const CsChecklist *checklist, CsItem *item, guint place)
{
  const CsExample *example = item->examples->pdata[place];
  g_autoptr (CsExamResult) result = examine (checklist, item, example);
  g_autofree char *differences = explain_findings (example, result);
  g_autoptr (GString) trouble = g_string_new (differences);
  g_auto (GStrv) lines = NULL;

  explain_words (trouble, result);
  explain_state (trouble, example, result);
  if (trouble->len == 0)
    return TRUE;

  g_test_message ("%s, %s example %u, line %u:", item->id, example->bad ? "bad" : "good", place + 1,
                  example->line);
  lines = g_strsplit (g_strchomp (trouble->str), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    g_test_message ("  %s", lines[i]);

  return FALSE;
}

static gboolean
has_both_verdicts (const CsItem *item, const char *language)
{
  gboolean bad = FALSE;
  gboolean good = FALSE;

  for (guint i = 0; i < item->examples->len; i++)
    {
      const CsExample *example = item->examples->pdata[i];

      if (example->language != NULL && g_strcmp0 (example->language, language) != 0)
        continue;
      bad = bad || example->bad;
      good = good || !example->bad;
    }

  return bad && good;
}

static guint
count_failures (const CsChecklist *checklist, CsItem *item)
{
  guint failures = 0;

  for (guint i = 0; checklist->languages[i] != NULL; i++)
    if (!has_both_verdicts (item, checklist->languages[i]))
      {
        g_test_message ("%s: a bad and a good example in \"%s\" are needed", item->id,
                        checklist->languages[i]);
        failures++;
      }

  for (guint i = 0; i < item->examples->len; i++)
    failures += !run_example (checklist, item, i);

  return failures;
}

static void
test_item (gconstpointer data)
{
  gpointer const *pair = data;
  CsItem *item = pair[1];

  if (item->check->run == NULL)
    {
      g_test_skip ("announced: there is no such check yet");
      return;
    }
  if (speller == NULL && g_str_equal (item->check->name, "spelling"))
    {
      g_test_skip ("no dictionary of English here");
      return;
    }
  if (count_failures (pair[0], item) > 0)
    g_test_fail ();
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsChecklist) checklist = NULL;
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  int result;

  setlocale (LC_ALL, ""); /* marked text is Chinese */
  g_test_init (&argc, &argv, NULL);
  if (argc < 2)
    return EXIT_FAILURE;

  speller = cs_speller_new (NULL, NULL);
  checklist = cs_checklist_load (argv[1], &error);
  if (checklist == NULL)
    g_error ("%s", error->message);

  for (guint i = 0; i < checklist->items->len; i++)
    {
      CsItem *item = checklist->items->pdata[i];
      gpointer *pair = g_new (gpointer, 2);
      g_autofree char *path = g_strdup_printf ("/examples/%s/%s", checklist->id, item->id);

      pair[0] = checklist;
      pair[1] = item;
      g_ptr_array_add (pairs, pair);
      if (item->check != NULL)
        g_test_add_data_func (path, pair, test_item);
    }

  result = g_test_run ();
  g_clear_pointer (&speller, cs_speller_unref);

  return result;
}
