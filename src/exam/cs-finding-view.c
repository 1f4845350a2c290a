#include "cs-finding-view.h"

#include <string.h>

#include "../base/cs-position.h"
#include "../draft/cs-draft-compose.h"
#include "../draft/cs-edit.h"
#include "cs-fingerprint.h"

G_DEFINE_BOXED_TYPE (CsFindingView, cs_finding_view, cs_finding_view_ref, cs_finding_view_unref)

/* --- the value --- */

static void
entry_free (gpointer data)
{
  CsFindingEntry *entry = data;

  g_ptr_array_unref (entry->findings);
  g_free (entry);
}

static void
group_free (gpointer data)
{
  CsFindingGroup *group = data;

  g_ptr_array_unref (group->items);
  g_ptr_array_unref (group->entries);
  g_free (group);
}

CsFindingView *
cs_finding_view_ref (CsFindingView *view)
{
  return g_atomic_rc_box_acquire (view);
}

static void
view_clear (gpointer data)
{
  CsFindingView *view = data;

  for (guint part = 0; part < CS_N_PARTS; part++)
    g_array_unref (view->marks[part]);
  g_array_unref (view->places);
  g_ptr_array_unref (view->groups);
  g_ptr_array_unref (view->entries);
  cs_exam_result_unref (view->result);
}

void
cs_finding_view_unref (CsFindingView *view)
{
  g_atomic_rc_box_release_full (view, view_clear);
}

const CsFinding *
cs_finding_entry_get_first (const CsFindingEntry *entry)
{
  return entry->findings->pdata[0];
}

const GArray *
cs_finding_entry_get_fixes (const CsFindingEntry *entry)
{
  return cs_finding_entry_get_first (entry)->report->fixes;
}

/* --- the same defect, by several lists, once --- */

static char *
dup_defect_key (const CsFinding *finding)
{
  const CsSpan *where = &finding->report->where;
  gboolean is_answer = strcmp (finding->report->rule, CS_RULE_ANSWERED_NO) == 0;

  return g_strdup_printf ("%s %s %s %d %u %" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT,
                          cs_finding_get_check_name (finding), finding->report->rule,
                          is_answer ? finding->item->id : "", where->part, where->index,
                          where->start, where->end);
}

static void
add_finding (CsFindingEntry *entry, const CsFinding *finding)
{
  g_ptr_array_add (entry->findings, (gpointer)finding);
  entry->severity = MIN (entry->severity, finding->severity);
  entry->certainty = MIN (entry->certainty, finding->report->certainty);
  entry->offices |= 1u << finding->checklist->office;
  entry->waived = entry->waived && cs_finding_is_waived (finding);
  if (entry->decision == NULL)
    entry->decision = finding->decision;
}

static CsFindingEntry *
entry_new (const CsFinding *finding)
{
  CsFindingEntry *entry = g_new0 (CsFindingEntry, 1);

  entry->findings = g_ptr_array_new ();
  entry->severity = finding->severity;
  entry->certainty = finding->report->certainty;
  entry->waived = TRUE; /* until a finding counts */
  entry->part = finding->report->where.part;

  return entry;
}

/* A list never merges with itself: two items of it are two requirements. */
static gboolean
holds_list (const CsFindingEntry *entry, const CsChecklist *checklist)
{
  for (guint i = 0; i < entry->findings->len; i++)
    if (((const CsFinding *)entry->findings->pdata[i])->checklist == checklist)
      return TRUE;

  return FALSE;
}

static void
merge_findings (CsFindingView *view)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const GArray *findings = view->result->findings;

  for (guint i = 0; i < findings->len; i++)
    {
      const CsFinding *finding = &g_array_index (findings, CsFinding, i);
      g_autofree char *key = dup_defect_key (finding);
      CsFindingEntry *entry = g_hash_table_lookup (known, key);

      if (entry == NULL || holds_list (entry, finding->checklist))
        {
          entry = entry_new (finding);
          g_ptr_array_add (view->entries, entry);
          g_hash_table_replace (known, g_steal_pointer (&key), entry);
        }
      add_finding (entry, finding);
    }
}

/* --- groups --- */

static CsFindingGroup *
group_new (const CsFinding *finding)
{
  CsFindingGroup *group = g_new0 (CsFindingGroup, 1);

  group->checklist = finding->checklist;
  group->item = finding->item;
  group->items = g_ptr_array_new ();
  group->entries = g_ptr_array_new ();
  group->severity = CS_NO_SEVERITY;

  return group;
}

static void
add_entry (CsFindingGroup *group, CsFindingEntry *entry)
{
  gboolean first_open = !entry->waived && group->n_open == 0;

  g_ptr_array_add (group->entries, entry);
  group->offices |= entry->offices;
  group->n_open += !entry->waived;
  if (first_open)
    group->severity = CS_NO_SEVERITY; /* what is waived says no more how bad it is */
  if (!entry->waived || group->n_open == 0)
    group->severity = MIN (group->severity, entry->severity);
  group->certain = group->certain || (!entry->waived && entry->certainty != CS_CERTAINTY_POSSIBLE);
}

/* The group of the first of its items that has one already: lists that name the same defect once
 * are shown together from then on. */
static CsFindingGroup *
find_group (GHashTable *by_item, const CsFindingEntry *entry)
{
  for (guint i = 0; i < entry->findings->len; i++)
    {
      const CsFinding *finding = entry->findings->pdata[i];
      CsFindingGroup *group = g_hash_table_lookup (by_item, finding->item);

      if (group != NULL)
        return group;
    }

  return NULL;
}

static void
claim_items (GHashTable *by_item, CsFindingGroup *group, const CsFindingEntry *entry)
{
  for (guint i = 0; i < entry->findings->len; i++)
    {
      const CsItem *item = ((const CsFinding *)entry->findings->pdata[i])->item;

      if (g_hash_table_contains (by_item, item))
        continue;
      g_hash_table_insert (by_item, (gpointer)item, group);
      g_ptr_array_add (group->items, (gpointer)item);
    }
}

/* Groups stand in the order of their first entry before this. */
static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const CsFindingGroup *one = *(CsFindingGroup *const *)a;
  const CsFindingGroup *other = *(CsFindingGroup *const *)b;

  if ((one->n_open == 0) != (other->n_open == 0))
    return one->n_open == 0 ? 1 : -1;

  return (int)one->severity - (int)other->severity;
}

static void
sort_groups (CsFindingView *view)
{
  g_ptr_array_sort (view->groups, compare_groups); /* stable */
  for (guint i = 0; i < view->groups->len; i++)
    {
      CsFindingGroup *group = view->groups->pdata[i];

      for (guint k = 0; k < group->entries->len; k++)
        ((CsFindingEntry *)group->entries->pdata[k])->group = i;
    }
}

/* Entries by several lists first: they tell which items belong together. */
static void
group_entries (CsFindingView *view)
{
  g_autoptr (GHashTable) by_item = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) links = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < view->entries->len; i++)
    {
      const CsFindingEntry *entry = view->entries->pdata[i];

      for (guint k = 1; k < entry->findings->len; k++)
        g_hash_table_insert (links, (gpointer)((CsFinding *)entry->findings->pdata[k])->item,
                             (gpointer)cs_finding_entry_get_first (entry));
    }

  for (guint i = 0; i < view->entries->len; i++)
    {
      CsFindingEntry *entry = view->entries->pdata[i];
      const CsFinding *first = cs_finding_entry_get_first (entry);
      const CsFinding *linked = g_hash_table_lookup (links, first->item);
      CsFindingGroup *group = find_group (by_item, entry);

      if (group == NULL && linked != NULL)
        group = g_hash_table_lookup (by_item, linked->item);
      if (group == NULL)
        {
          group = group_new (linked != NULL ? linked : first);
          g_hash_table_insert (by_item, (gpointer)group->item, group);
          g_ptr_array_add (group->items, (gpointer)group->item);
          g_ptr_array_add (view->groups, group);
        }
      claim_items (by_item, group, entry);
      add_entry (group, entry);
    }
  sort_groups (view);
}

/* --- places --- */

/* A place before its code points are counted. */
typedef struct
{
  CsFindingEntry *entry;
  CsSpan where;
  gboolean main; /* the entry's own, not one of its further places */
} Spot;

static void
add_spot (GArray *spots, const CsDraft *draft, const Spot *spot)
{
  if (spot->where.index < cs_draft_get_n_units (draft, spot->where.part))
    g_array_append_vals (spots, spot, 1);
}

static int
compare_spots (gconstpointer a, gconstpointer b)
{
  const CsSpan *one = &((const Spot *)a)->where;
  const CsSpan *other = &((const Spot *)b)->where;

  if (one->part != other->part)
    return one->part < other->part ? -1 : 1;
  if (one->index != other->index)
    return one->index < other->index ? -1 : 1;

  return one->start < other->start ? -1 : one->start > other->start;
}

static GArray *
list_spots (CsFindingView *view)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (Spot));

  for (guint i = 0; i < view->entries->len; i++)
    {
      CsFindingEntry *entry = view->entries->pdata[i];
      const CsReport *report = cs_finding_entry_get_first (entry)->report;

      add_spot (spots, view->result->draft, &(Spot){ entry, report->where, TRUE });
      for (guint k = 0; k < report->related->len; k++)
        {
          const CsRelated *related = &g_array_index (report->related, CsRelated, k);

          if (strcmp (related->role, "also") == 0)
            add_spot (spots, view->result->draft, &(Spot){ entry, related->where, FALSE });
        }
    }
  g_array_sort (spots, compare_spots);

  return spots;
}

static guint
count_to (CsPositionCounter *counter, const CsUnit *unit, gsize byte)
{
  return cs_position_counter_move (counter, MIN (unit->start + byte, unit->end));
}

static void
place_entries (CsFindingView *view)
{
  const CsDraft *draft = view->result->draft;
  g_autoptr (GArray) spots = list_spots (view);
  CsPositionCounter counters[CS_N_PARTS] = { 0 };

  for (guint i = 0; i < spots->len; i++)
    {
      const Spot *spot = &g_array_index (spots, Spot, i);
      const CsUnit *unit = cs_draft_get_unit (draft, spot->where.part, spot->where.index);
      CsPositionCounter *counter = &counters[spot->where.part];
      CsFindingPlace place = { spot->entry, spot->where.part, spot->where.index, 0, 0 };

      counter->text = cs_text_get_string (draft->texts[place.part]);
      place.start_char = count_to (counter, unit, spot->where.start);
      place.end_char = count_to (counter, unit, spot->where.end);
      g_array_append_val (view->places, place);
      if (!spot->main)
        continue;
      spot->entry->start_char = place.start_char;
      spot->entry->end_char = place.end_char;
    }
}

static void
mark_unit (CsFindingView *view, const CsFindingPlace *place)
{
  const CsFindingEntry *entry = place->entry;
  gboolean certain = entry->certainty != CS_CERTAINTY_POSSIBLE;
  CsUnitMark *mark = &g_array_index (view->marks[place->part], CsUnitMark, place->unit);

  if (entry->waived)
    return;
  if (entry->severity < mark->severity)
    *mark = (CsUnitMark){ .severity = entry->severity, .certain = certain };
  else if (entry->severity == mark->severity)
    mark->certain = mark->certain || certain;
}

static void
make_marks (CsFindingView *view)
{
  const CsUnitMark none = { .severity = CS_NO_SEVERITY };

  for (guint part = 0; part < CS_N_PARTS; part++)
    {
      guint n_units = cs_draft_get_n_units (view->result->draft, part);

      view->marks[part] = g_array_sized_new (FALSE, FALSE, sizeof (CsUnitMark), n_units);
      for (guint i = 0; i < n_units; i++)
        g_array_append_val (view->marks[part], none);
    }
  for (guint i = 0; i < view->places->len; i++)
    mark_unit (view, &g_array_index (view->places, CsFindingPlace, i));
}

static void
count (CsFindingView *view)
{
  const GArray *items = view->result->items;

  for (guint i = 0; i < view->entries->len; i++)
    {
      const CsFindingEntry *entry = view->entries->pdata[i];

      if (entry->waived)
        view->n_waived++;
      else
        view->n_open[entry->severity]++;
    }
  for (guint i = 0; i < items->len; i++)
    {
      const CsItemResult *item = &g_array_index (items, CsItemResult, i);
      CsItemState state = item->state;

      view->n_manual += cs_item_result_is_open (item);
      view->n_checked += state == CS_ITEM_PASSED || state == CS_ITEM_FINDINGS;
    }
}

CsFindingView *
cs_finding_view_new (CsExamResult *result)
{
  CsFindingView *view = g_atomic_rc_box_new0 (CsFindingView);

  view->result = cs_exam_result_ref (result);
  view->groups = g_ptr_array_new_with_free_func (group_free);
  view->entries = g_ptr_array_new_with_free_func (entry_free);
  view->places = g_array_new (FALSE, FALSE, sizeof (CsFindingPlace));
  merge_findings (view);
  group_entries (view);
  place_entries (view);
  make_marks (view);
  count (view);

  return view;
}

/* --- what a person does with a finding --- */

GArray *
cs_fix_to_edits (const CsFix *fix, const CsDraft *draft)
{
  g_autoptr (GArray) edits = cs_edits_new ();

  for (guint i = 0; i < fix->edits->len; i++)
    {
      const CsFixEdit *edit = &g_array_index (fix->edits, CsFixEdit, i);
      const CsSpan *where = &edit->where;
      gsize base = 0;

      if (where->index < cs_draft_get_n_units (draft, where->part))
        base = cs_draft_get_unit (draft, where->part, where->index)->start;
      else if (where->index != CS_NO_INDEX)
        return NULL;
      cs_edits_add (edits, where->part, base + where->start, base + where->end, edit->insert);
    }
  if (!cs_edits_normalise (edits, draft))
    return NULL;

  return g_steal_pointer (&edits);
}

CsDecision *
cs_decision_new_for (CsDecisionKind kind,
                     const CsFindingEntry *entry,
                     const CsFindingView *view,
                     const char *reason,
                     const char *author)
{
  CsDecision *decision = cs_decision_new ();
  const CsFinding *finding = cs_finding_entry_get_first (entry);
  const CsSpan *where = &finding->report->where;

  decision->kind = kind;
  decision->check = g_strdup (cs_finding_get_check_name (finding));
  decision->rule = g_strdup (finding->report->rule);
  decision->fingerprint = g_strdup (finding->fingerprint);
  decision->unit_id = cs_draft_get_unit_id (view->result->draft, where->part, where->index);
  decision->part = where->part;
  decision->text = cs_fingerprint_dup_text (view->result->draft, where);
  decision->reason = g_strdup (reason == NULL ? "" : reason);
  decision->author = g_strdup (author == NULL ? "" : author);
  decision->made_us = g_get_real_time ();

  return decision;
}
