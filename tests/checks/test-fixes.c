/* Every fix that is offered does what it says: the finding is gone, and no error has come in its
 * place. Tried on the examples of the shipped checklists, and on the real documents of
 * $CLAIMSMITH_CORPUS. */

#include <locale.h>
#include <string.h>

#include "../../src/draft/cs-draft-compose.h"
#include "../../src/draft/cs-edit.h"
#include "../../src/exam/cs-finding-view.h"
#include "../../src/exam/cs-fingerprint.h"
#include "../../src/exam/cs-messages.h"
#include "../../src/formats/cs-reader.h"

/* All that the program knows to mend: the examples must show each of them. */
static const char *const known_fixes[] = {
  "abstract/delete",
  "abstract/reword",
  "antecedent-basis/introduce",
  "antecedent-basis/point-to",
  "antecedent-basis/refer",
  "antecedent-basis/replace",
  "claim-form/capitalise",
  "claim-form/delete",
  "claim-form/full-stop",
  "claim-form/semicolon",
  "claim-numbering/delete-prefix",
  "claim-numbering/renumber",
  "claim-reference/point-to-independent",
  "claim-reference/point-to-previous",
  "claim-reference/respell",
  "multiple-dependency/alternative",
  "ranges/broad",
  "reference-signs/bracket",
  "reference-signs/replace",
  "sections/delete",
  "sections/reword",
  "subject-name/copy-subject",
  "term-consistency/replace",
  "title/delete",
  "typos/delete",
  "typos/reword",
  "units/reword",
  "vague-wording/delete",
  "vague-wording/delete-clause",
  "vague-wording/reword",
};

/* A document on trial, and what all trials met so far. */
typedef struct
{
  CsChecklist *checklist;
  CsExamResult *before;
  GHashTable *counts; /* "check/fix" to how often it was tried */
  guint n_failures;
} Trial;

static CsExamResult *
examine (CsChecklist *checklist, CsDraft *draft)
{
  CsExamInputs inputs = { .as_of = checklist->edition };
  g_autoptr (GError) error = NULL;
  CsExamResult *result = cs_exam_run (draft, &checklist, 1, &inputs, NULL, &error);

  g_assert_no_error (error);

  return result;
}

static const CsFinding *
get_finding (const CsExamResult *result, guint n)
{
  return &g_array_index (result->findings, CsFinding, n);
}

static guint64
get_unit_id (const CsExamResult *result, const CsFinding *finding)
{
  const CsSpan *where = &finding->report->where;

  return cs_draft_get_unit_id (result->draft, where->part, where->index);
}

/* How many findings @result has of the same rule in the same claim or paragraph, with @same_text of
 * the same words. */
static guint
count_like (const CsExamResult *result,
            const CsExamResult *other,
            const CsFinding *wanted,
            gboolean same_text)
{
  g_autofree char *text = cs_fingerprint_dup_text (other->draft, &wanted->report->where);
  guint64 id = get_unit_id (other, wanted);
  guint n = 0;

  for (guint i = 0; i < result->findings->len; i++)
    {
      const CsFinding *finding = get_finding (result, i);
      g_autofree char *found = NULL;

      if (finding->item != wanted->item ||
          strcmp (finding->report->rule, wanted->report->rule) != 0 ||
          finding->report->where.part != wanted->report->where.part ||
          get_unit_id (result, finding) != id)
        continue;
      found = cs_fingerprint_dup_text (result->draft, &finding->report->where);
      n += !same_text || g_str_equal (found, text);
    }

  return n;
}

/* An error that was there before and could not be said: of a claim whose chain was broken, or that
 * rests on one whose list was no choice yet. */
static gboolean
was_hidden (const CsExamResult *before,
            const CsExamResult *after,
            const CsFinding *finding,
            const CsFix *fix)
{
  const CsSpan *where = &finding->report->where;
  guint index = where->part == CS_PART_CLAIMS ? cs_draft_find_unit (before->draft, CS_PART_CLAIMS,
                                                                    get_unit_id (after, finding)) :
                                                CS_NO_INDEX;

  if (index != CS_NO_INDEX && cs_claim_set_get (before->claims, index)->broken != CS_NO_INDEX)
    return TRUE;

  return strcmp (fix->name, "alternative") == 0 &&
         strcmp (finding->item->check->name, "multiple-dependency") == 0 &&
         g_str_has_prefix (finding->report->rule, "on-multiple");
}

static const CsFinding *
find_new_error (const CsExamResult *before, const CsExamResult *after, const CsFix *fix)
{
  for (guint i = 0; i < after->findings->len; i++)
    {
      const CsFinding *finding = get_finding (after, i);

      if (finding->severity == CS_SEVERITY_ERROR &&
          count_like (before, after, finding, FALSE) == 0 &&
          !was_hidden (before, after, finding, fix))
        return finding;
    }

  return NULL;
}

static void
complain (Trial *trial,
          const CsFinding *finding,
          const CsFix *fix,
          const char *trouble,
          const char *detail)
{
  g_autofree char *message = cs_messages_dup (finding, trial->before, "en", NULL);
  g_autofree char *title = cs_messages_dup_fix (finding, fix, trial->before, "en");

  g_test_message ("%s: %s [%s]: %s %s", trial->before->draft->path, message, title, trouble,
                  detail);
  trial->n_failures++;
}

static void
count_fix (Trial *trial, const CsFinding *finding, const CsFix *fix)
{
  char *key = g_strdup_printf ("%s/%s", finding->item->check->name, fix->name);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (trial->counts, key));

  g_hash_table_replace (trial->counts, key, GUINT_TO_POINTER (n + 1));
}

static void
try_fix (Trial *trial, const CsFinding *finding, const CsFix *fix)
{
  CsDraft *draft = trial->before->draft;
  g_autoptr (GArray) edits = cs_fix_to_edits (fix, draft);
  g_autoptr (CsDraft) mended = NULL;
  g_autoptr (CsExamResult) after = NULL;
  g_autoptr (GError) error = NULL;
  const CsFinding *worse;

  count_fix (trial, finding, fix);
  if (edits == NULL || edits->len == 0)
    {
      complain (trial, finding, fix, "cannot be done", "");
      return;
    }

  mended = cs_draft_apply_edits (draft, edits, &error);
  g_assert_no_error (error);
  after = examine (trial->checklist, mended);
  if (count_like (after, trial->before, finding, TRUE) >=
      count_like (trial->before, trial->before, finding, TRUE))
    complain (trial, finding, fix, "is still there", "");
  worse = find_new_error (trial->before, after, fix);
  if (worse != NULL)
    {
      g_autofree char *message = cs_messages_dup (worse, after, "en", NULL);

      complain (trial, finding, fix, "made a new error:", message);
    }
}

static void
try_draft (Trial *trial, CsDraft *draft)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CsDraft) editable = cs_draft_new_editable (draft, &error);

  g_assert_no_error (error);
  trial->before = examine (trial->checklist, editable);
  for (guint i = 0; i < trial->before->findings->len; i++)
    {
      const CsFinding *finding = get_finding (trial->before, i);
      const GArray *fixes = finding->report->fixes;

      for (guint k = 0; k < fixes->len; k++)
        try_fix (trial, finding, &g_array_index (fixes, CsFix, k));
    }
  g_clear_pointer (&trial->before, cs_exam_result_unref);
}

static CsChecklist *
load_checklist (const char *id)
{
  g_autoptr (GError) error = NULL;
  CsChecklist *checklist = cs_checklist_load (id, &error);

  g_assert_no_error (error);

  return checklist;
}

static void
try_examples (Trial *trial, const char *id)
{
  g_autoptr (CsChecklist) checklist = load_checklist (id);

  trial->checklist = checklist;
  for (guint i = 0; i < checklist->items->len; i++)
    {
      const CsItem *item = checklist->items->pdata[i];

      for (guint k = 0; k < item->examples->len; k++)
        {
          const CsExample *example = item->examples->pdata[k];

          if (example->bad)
            try_draft (trial, example->draft);
        }
    }
}

static void
print_counts (GHashTable *counts)
{
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (counts), (GCompareFunc)strcmp);

  for (GList *at = keys; at != NULL; at = at->next)
    g_test_message ("%4u %s", GPOINTER_TO_UINT (g_hash_table_lookup (counts, at->data)),
                    (const char *)at->data);
}

static void
test_examples (void)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Trial trial = { .counts = counts };

  try_examples (&trial, "cn-invention");
  try_examples (&trial, "us");
  g_assert_cmpuint (trial.n_failures, ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (known_fixes); i++)
    if (!g_hash_table_contains (counts, known_fixes[i]))
      {
        g_test_message ("no bad example shows the fix %s", known_fixes[i]);
        g_test_fail ();
      }
  if (g_hash_table_size (counts) > G_N_ELEMENTS (known_fixes))
    {
      print_counts (counts);
      g_test_fail ();
    }
}

/* --- a word throughout goes throughout --- */

static gboolean
keep_draft (const CsReadItem *item, gpointer data)
{
  g_assert_no_error (item->error);
  *(CsDraft **)data = cs_draft_ref (item->draft);

  return FALSE;
}

static guint
count_edits (const char *text)
{
  g_autoptr (CsChecklist) checklist = load_checklist ("cn-invention");
  g_autoptr (CsExamResult) result = NULL;
  g_autoptr (CsDraft) draft = NULL;

  cs_read_bytes ("claims", text, strlen (text), &(CsReader){ keep_draft, &draft }, NULL, NULL);
  result = examine (checklist, draft);
  for (guint i = 0; i < result->findings->len; i++)
    {
      const CsReport *report = get_finding (result, i)->report;

      if (strcmp (report->rule, "approximation") == 0 && report->fixes->len > 0)
        return g_array_index (report->fixes, CsFix, 0).edits->len;
    }

  return 0;
}

static void
test_throughout (void)
{
  g_assert_cmpuint (count_edits ("1. 一种垫片，其特征在于，厚度为约5mm，宽度为约8mm。\n"
                                 "2. 根据权利要求1所述的垫片，其特征在于，长度为约9mm。\n"
                                 "3. 根据权利要求1所述的垫片，其特征在于，孔径为约2mm。\n"),
                    ==, 4);
  /* where it cannot just go in one of its places, it goes in none */
  g_assert_cmpuint (count_edits ("1. 一种垫片，其特征在于，温度接近100℃。\n"
                                 "2. 根据权利要求1所述的垫片，其特征在于，温度接近90℃。\n"),
                    ==, 0);
}

/* --- a translation is not ours to mend --- */

static void
test_translation (void)
{
  g_autoptr (CsChecklist) checklist = load_checklist ("cn-invention");
  guint n_findings = 0;

  for (guint i = 0; i < checklist->items->len; i++)
    {
      const CsItem *item = checklist->items->pdata[i];

      for (guint k = 0; k < item->examples->len; k++)
        {
          const CsExample *example = item->examples->pdata[k];
          CsRequest *request = cs_request_dup (example->draft->request);
          g_autoptr (CsDraft) draft = NULL;
          g_autoptr (CsExamResult) result = NULL;

          request->route = CS_ROUTE_PCT_NATIONAL;
          draft = cs_draft_new_with_request (example->draft, request);
          result = examine (checklist, draft);
          n_findings += result->findings->len;
          for (guint n = 0; n < result->findings->len; n++)
            g_assert_cmpuint (get_finding (result, n)->report->fixes->len, ==, 0);
        }
    }
  g_assert_cmpuint (n_findings, >, 0);
}

/* --- real documents --- */

static gboolean
try_item (const CsReadItem *item, gpointer data)
{
  if (item->draft != NULL)
    try_draft (data, item->draft);

  return TRUE;
}

static void
try_folder (Trial *trial, const char *corpus, const char *folder)
{
  g_autofree char *path = g_build_filename (corpus, folder, NULL);

  cs_read (path, &(CsReader){ try_item, trial }, NULL, NULL);
}

static guint
count_tried (GHashTable *counts)
{
  guint n_tried = 0;
  GHashTableIter iter;
  gpointer count;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    n_tried += GPOINTER_TO_UINT (count);

  return n_tried;
}

/* In real texts one missing introduction hides another: of a thousand fixes, five may uncover one.
 */
static void
test_corpus (void)
{
  const char *corpus = g_getenv ("CLAIMSMITH_CORPUS");
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (CsChecklist) chinese = load_checklist ("cn-invention");
  g_autoptr (CsChecklist) american = load_checklist ("us");
  Trial trial = { .checklist = chinese, .counts = counts };

  if (corpus == NULL)
    {
      g_test_skip ("CLAIMSMITH_CORPUS is not set");
      return;
    }

  try_folder (&trial, corpus, "cn-claims");
  try_folder (&trial, corpus, "cnipa-dossier");
  try_folder (&trial, corpus, "cnipa-publication");
  trial.checklist = american;
  try_folder (&trial, corpus, "us-text");
  try_folder (&trial, corpus, "us-xml");
  print_counts (counts);
  g_assert_cmpuint (g_hash_table_size (counts), >, 0);
  g_assert_cmpuint (trial.n_failures * 200, <=, count_tried (counts));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, ""); /* marked text is Chinese */
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fixes/examples", test_examples);
  g_test_add_func ("/fixes/throughout", test_throughout);
  g_test_add_func ("/fixes/translation", test_translation);
  g_test_add_func ("/fixes/corpus", test_corpus);

  return g_test_run ();
}
