#include <string.h>

#include "cs-exam-run.h"

/* A fault that a draft repeats throughout is one fault: found in more than a few claims, it is
 * reported at the first of them and the others become its places. */

#define MAX_ALIKE 2 /* so many are still reported each for itself */

/* Reports by rule and fault. */
static GHashTable *
group_reports (const CsExamRun *run)
{
  GHashTable *groups =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < run->reports->len; i++)
    {
      CsReport *report = g_ptr_array_index (run->reports, i);
      g_autofree char *key = NULL;
      GPtrArray *group;

      if (report->alike == NULL)
        continue;
      key = g_strconcat (report->rule, "\n", report->alike, NULL);
      group = g_hash_table_lookup (groups, key);
      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, g_steal_pointer (&key), group);
        }
      g_ptr_array_add (group, report);
    }

  return groups;
}

/* Whether every report of @group offers the same single fix, so that one mends all its places. */
static gboolean
share_fix (const GPtrArray *group)
{
  const CsReport *first = g_ptr_array_index (group, 0);

  for (guint i = 0; i < group->len; i++)
    {
      const CsReport *report = g_ptr_array_index (group, i);

      if (report->fixes->len != 1 || strcmp (g_array_index (report->fixes, CsFix, 0).name,
                                             g_array_index (first->fixes, CsFix, 0).name) != 0)
        return FALSE;
    }

  return TRUE;
}

/* One fix for all: half a fault is no better than the whole. */
static void
gather_fixes (const GPtrArray *group)
{
  CsReport *first = g_ptr_array_index (group, 0);

  if (!share_fix (group))
    {
      g_array_set_size (first->fixes, 0);
      return;
    }
  for (guint i = 1; i < group->len; i++)
    {
      const CsReport *report = g_ptr_array_index (group, i);
      const CsFix *fix = &g_array_index (report->fixes, CsFix, 0);

      for (guint k = 0; k < fix->edits->len; k++)
        {
          const CsFixEdit *edit = &g_array_index (fix->edits, CsFixEdit, k);

          cs_report_add_fix (first, fix->name, edit->where, edit->insert);
        }
    }
}

/* Adds the places of the later reports of @group to its first, and the reports to @merged. */
static void
gather (const GPtrArray *group, GHashTable *merged)
{
  CsReport *first = g_ptr_array_index (group, 0);

  gather_fixes (group);
  for (guint i = 1; i < group->len; i++)
    {
      CsReport *report = g_ptr_array_index (group, i);

      cs_report_add_related (first, "also", report->where);
      for (guint r = 0; r < report->related->len; r++)
        {
          const CsRelated *related = &g_array_index (report->related, CsRelated, r);

          cs_report_add_related (first, related->role, related->where);
        }
      g_hash_table_add (merged, report);
    }
}

/* Takes @merged out of the reports, in one go. */
static void
drop_merged (CsExamRun *run, GHashTable *merged)
{
  guint n_kept = 0;

  for (guint i = 0; i < run->reports->len; i++)
    {
      CsReport *report = g_ptr_array_index (run->reports, i);

      if (g_hash_table_contains (merged, report))
        g_ptr_array_add (run->surplus, report);
      else
        g_ptr_array_index (run->reports, n_kept++) = report;
    }

  g_ptr_array_set_free_func (run->reports, NULL);
  g_ptr_array_set_size (run->reports, n_kept);
  g_ptr_array_set_free_func (run->reports, (GDestroyNotify)cs_report_free);
}

void
cs_exam_run_gather_alike (CsExamRun *run)
{
  g_autoptr (GHashTable) groups = NULL;
  g_autoptr (GHashTable) merged = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer group;

  groups = group_reports (run);
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    if (((GPtrArray *)group)->len > MAX_ALIKE)
      gather (group, merged);
  drop_merged (run, merged);
}
