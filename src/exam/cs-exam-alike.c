#include <string.h>

#include "cs-exam-run.h"

/* A fault that a draft repeats throughout is one fault: found in more than a few claims, it is
 * reported at the first of them and the others become its places. */

#define MAX_ALIKE 2 /* so many are still reported each for itself */

static const char *
get_arg (const CsReport *report, const char *name)
{
  for (guint i = 0; i < report->args->len; i++)
    {
      const CsArg *arg = &g_array_index (report->args, CsArg, i);

      if (strcmp (arg->name, name) == 0)
        return arg->value;
    }

  return "";
}

/* Reports by rule and value of the argument that makes them alike. */
static GHashTable *
group_reports (const CsExamRun *run)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                              (GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < run->reports->len; i++)
    {
      CsReport *report = g_ptr_array_index (run->reports, i);
      g_autofree char *key =
          g_strconcat (report->rule, "\n", get_arg (report, run->check->alike), NULL);
      GPtrArray *group = g_hash_table_lookup (groups, key);

      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, g_steal_pointer (&key), group);
        }
      g_ptr_array_add (group, report);
    }

  return groups;
}

static void
gather (CsExamRun *run, const GPtrArray *group)
{
  CsReport *first = g_ptr_array_index (group, 0);

  for (guint i = 1; i < group->len; i++)
    {
      CsReport *report = g_ptr_array_index (group, i);

      cs_report_add_related (first, "also", report->where);
      g_array_append_vals (first->related, report->related->data, report->related->len);
      g_ptr_array_remove (run->reports, report);
    }
}

void
cs_exam_run_gather_alike (CsExamRun *run)
{
  g_autoptr (GHashTable) groups = NULL;
  GHashTableIter iter;
  gpointer group;

  if (run->check->alike == NULL)
    return;

  groups = group_reports (run);
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    if (((GPtrArray *)group)->len > MAX_ALIKE)
      gather (run, group);
}
