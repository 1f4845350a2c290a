#include "cs-exam-diff.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (CsExamDiff, cs_exam_diff, cs_exam_diff_ref, cs_exam_diff_unref)

/* --- the value --- */

CsExamDiff *
cs_exam_diff_ref (CsExamDiff *diff)
{
  return g_atomic_rc_box_acquire (diff);
}

static void
diff_clear (gpointer data)
{
  CsExamDiff *diff = data;

  cs_exam_record_unref (diff->older);
  cs_exam_record_unref (diff->newer);
  g_ptr_array_unref (diff->added);
  g_ptr_array_unref (diff->gone);
  g_ptr_array_unref (diff->still);
  g_ptr_array_unref (diff->waived);
  g_array_unref (diff->changes);
}

void
cs_exam_diff_unref (CsExamDiff *diff)
{
  g_atomic_rc_box_release_full (diff, diff_clear);
}

/* --- what an examination holds, to be looked up --- */

typedef struct
{
  GHashTable *items;          /* "checklist item" to CsRecordItem */
  GHashTable *ids;            /* ids of items that were looked at */
  GHashTable *by_fingerprint; /* to CsRecordFinding; one that counts before others */
  GHashTable *by_place;       /* "check rule unit text" likewise */
} Index;

static char *
dup_item_key (const CsRecordItem *item)
{
  return g_strconcat (item->checklist, " ", item->item, NULL);
}

/* Returns: (nullable): NULL when identities do not tell where it is */
static char *
dup_place_key (const CsRecordFinding *finding)
{
  if (finding->unit_id == 0)
    return NULL;

  return g_strdup_printf ("%s\n%s\n%" G_GUINT64_FORMAT "\n%s", finding->check, finding->rule,
                          finding->unit_id, finding->text);
}

/* @key: (transfer full) (nullable) */
static void
add_finding (GHashTable *table, char *key, CsRecordFinding *finding)
{
  const CsRecordFinding *known = key == NULL ? NULL : g_hash_table_lookup (table, key);

  if (key != NULL && (known == NULL || (known->waived && !finding->waived)))
    g_hash_table_replace (table, key, finding);
  else
    g_free (key);
}

static void
index_init (Index *index, const CsExamRecord *record)
{
  index->items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  index->ids = g_hash_table_new (g_str_hash, g_str_equal);
  index->by_fingerprint = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  index->by_place = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < record->items->len; i++)
    {
      CsRecordItem *item = record->items->pdata[i];

      g_hash_table_replace (index->items, dup_item_key (item), item);
      if (item->state != CS_ITEM_NOT_RUN)
        g_hash_table_add (index->ids, item->item);
    }
  for (guint i = 0; i < record->findings->len; i++)
    {
      CsRecordFinding *finding = record->findings->pdata[i];

      add_finding (index->by_fingerprint, g_strdup (finding->fingerprint), finding);
      add_finding (index->by_place, dup_place_key (finding), finding);
    }
}

static void
index_clear (Index *index)
{
  g_hash_table_unref (index->items);
  g_hash_table_unref (index->ids);
  g_hash_table_unref (index->by_fingerprint);
  g_hash_table_unref (index->by_place);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Index, index_clear)

/* --- findings --- */

static const CsRecordFinding *
find_again (const Index *index, const CsRecordFinding *finding)
{
  g_autofree char *place = dup_place_key (finding);
  const CsRecordFinding *found =
      g_hash_table_lookup (index->by_fingerprint, finding->fingerprint);

  return found == NULL && place != NULL ? g_hash_table_lookup (index->by_place, place) : found;
}

/* Whether @finding stands for its fault: one that several lists name is looked at once, where it
 * counts. */
static gboolean
stands_for_fault (const Index *own, const CsRecordFinding *finding)
{
  return g_hash_table_lookup (own->by_fingerprint, finding->fingerprint) == finding;
}

static void
compare_newer (CsExamDiff *diff, const Index *older, const Index *newer)
{
  for (guint i = 0; i < diff->newer->findings->len; i++)
    {
      CsRecordFinding *finding = diff->newer->findings->pdata[i];
      const CsRecordFinding *before = find_again (older, finding);

      if (!stands_for_fault (newer, finding))
        continue;
      if (before != NULL && !finding->waived)
        g_ptr_array_add (diff->still, finding);
      else if (before != NULL && !before->waived)
        g_ptr_array_add (diff->waived, finding);
      else if (before == NULL && !finding->waived &&
               g_hash_table_contains (older->ids, finding->item))
        g_ptr_array_add (diff->added, finding);
    }
}

static void
compare_older (CsExamDiff *diff, const Index *older, const Index *newer)
{
  for (guint i = 0; i < diff->older->findings->len; i++)
    {
      CsRecordFinding *finding = diff->older->findings->pdata[i];

      if (!finding->waived && stands_for_fault (older, finding) &&
          find_again (newer, finding) == NULL &&
          g_hash_table_contains (newer->ids, finding->item))
        g_ptr_array_add (diff->gone, finding);
    }
}

/* --- items --- */

static void
compare_items (CsExamDiff *diff, const Index *older)
{
  for (guint i = 0; i < diff->newer->items->len; i++)
    {
      const CsRecordItem *item = diff->newer->items->pdata[i];
      g_autofree char *key = dup_item_key (item);
      CsItemChange change = { g_hash_table_lookup (older->items, key), item };

      if (change.from != NULL && change.from->state != item->state)
        g_array_append_val (diff->changes, change);
    }
}

CsExamDiff *
cs_exam_diff_new (CsExamRecord *older, CsExamRecord *newer)
{
  CsExamDiff *diff = g_atomic_rc_box_new0 (CsExamDiff);
  g_auto (Index) before = { NULL };
  g_auto (Index) after = { NULL };

  diff->older = cs_exam_record_ref (older);
  diff->newer = cs_exam_record_ref (newer);
  diff->added = g_ptr_array_new ();
  diff->gone = g_ptr_array_new ();
  diff->still = g_ptr_array_new ();
  diff->waived = g_ptr_array_new ();
  diff->changes = g_array_new (FALSE, FALSE, sizeof (CsItemChange));
  index_init (&before, older);
  index_init (&after, newer);
  compare_newer (diff, &before, &after);
  compare_older (diff, &before, &after);
  compare_items (diff, &before);

  return diff;
}
