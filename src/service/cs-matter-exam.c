#include "cs-matter-exam.h"

#include <string.h>

CsExamResult *
cs_matter_exam_run (const CsMatter *matter,
                    const GPtrArray *checklists,
                    CsExamProgress progress,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error)
{
  const CsExamInputs inputs = { .decisions = matter->decisions,
                                .answers = matter->answers,
                                .term_list = matter->term_list,
                                .progress = progress,
                                .data = data };

  return cs_exam_run (matter->draft, (CsChecklist *const *)checklists->pdata, checklists->len,
                      &inputs, cancellable, error);
}

const CsItemResult *
cs_matter_exam_find_item (const CsExamResult *result, const char *id)
{
  const CsItemResult *found = NULL;

  for (guint i = 0; i < result->items->len; i++)
    {
      const CsItemResult *item = &g_array_index (result->items, CsItemResult, i);

      if (strcmp (item->item->id, id) != 0)
        continue;
      if (!cs_words_is_empty (&item->item->question))
        return item;
      if (found == NULL)
        found = item;
    }

  return found;
}

CsExamDiff *
cs_matter_exam_compare (const GPtrArray *runs)
{
  return runs->len < 2 ? NULL : cs_exam_diff_new (runs->pdata[1], runs->pdata[0]);
}
