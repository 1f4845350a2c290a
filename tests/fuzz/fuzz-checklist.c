/* A checklist as a user may write it: read, and with its examples examined by its own items. */

#include "../../src/exam/cs-exam.h"
#include "fuzz.h"

static void
examine_examples (CsChecklist *checklist, const CsItem *item)
{
  for (guint i = 0; i < item->examples->len; i++)
    {
      const CsExample *example = item->examples->pdata[i];
      CsExamInputs inputs = { .as_of = "2026-01-01" };
      g_autoptr (CsExamResult) result =
          cs_exam_run (example->draft, &checklist, 1, &inputs, NULL, NULL);
      g_autofree char *explained G_GNUC_UNUSED = cs_example_explain (example, NULL, 0);

      g_assert_cmpuint (result->items->len, ==, checklist->items->len);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (CsChecklist) checklist = cs_checklist_new (bytes, NULL);

  for (guint i = 0; checklist != NULL && i < checklist->items->len; i++)
    examine_examples (checklist, checklist->items->pdata[i]);

  return 0;
}
