#include "cs-finding-slots.h"

static void
slot_clear (gpointer data)
{
  CsFindingSlot *slot = data;

  g_free (slot->key);
}

gboolean
cs_finding_filter_takes (const CsFindingFilter *filter, const CsFindingEntry *entry)
{
  return (filter->severities & 1u << entry->severity) != 0 && (filter->waived || !entry->waived);
}

static void
add_slot (GArray *slots, CsFindingSlotKind kind, char *key, const CsFindingGroup *group)
{
  CsFindingSlot slot = { kind, key, group, NULL, 0 };

  g_array_append_val (slots, slot);
}

static void
add_entry (GArray *slots, const CsFindingGroup *group, const CsFindingEntry *entry, gboolean card)
{
  const char *fingerprint = cs_finding_entry_get_first (entry)->fingerprint;

  add_slot (slots, card ? CS_FINDING_SLOT_CARD : CS_FINDING_SLOT_ENTRY,
            card ? g_strdup ("card") : g_strconcat ("entry ", fingerprint, NULL), group);
  g_array_index (slots, CsFindingSlot, slots->len - 1).entry = entry;
}

static void
add_more (GArray *slots, const CsFindingGroup *group, const char *where, guint n_left_out)
{
  if (n_left_out == 0)
    return;

  add_slot (slots, CS_FINDING_SLOT_MORE, g_strconcat ("more ", where, NULL), group);
  g_array_index (slots, CsFindingSlot, slots->len - 1).count = n_left_out;
}

/* Those of @shown that are listed: the chosen one among as many before it as behind it. */
static void
add_entries (GArray *slots,
             const CsFindingGroup *group,
             const GPtrArray *shown,
             const CsFindingFilter *filter)
{
  guint chosen = 0;
  guint first = 0;
  guint end;

  if (g_ptr_array_find ((GPtrArray *)shown, filter->chosen, &chosen) &&
      chosen > filter->max_entries / 2)
    first = chosen - filter->max_entries / 2;
  end = MIN (first + filter->max_entries, shown->len);
  first = end > filter->max_entries ? end - filter->max_entries : 0;

  add_more (slots, group, "before", first);
  for (guint i = first; i < end; i++)
    {
      const CsFindingEntry *entry = g_ptr_array_index (shown, i);

      add_entry (slots, group, entry, entry == filter->chosen || shown->len == 1);
    }
  add_more (slots, group, "behind", shown->len - end);
}

GArray *
cs_finding_slots_new (const CsFindingView *view, const CsFindingFilter *filter)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (CsFindingSlot));
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  g_array_set_clear_func (slots, slot_clear);
  for (guint i = 0; i < view->groups->len; i++)
    {
      const CsFindingGroup *group = g_ptr_array_index (view->groups, i);

      g_ptr_array_set_size (shown, 0);
      for (guint j = 0; j < group->entries->len; j++)
        if (cs_finding_filter_takes (filter, g_ptr_array_index (group->entries, j)))
          g_ptr_array_add (shown, g_ptr_array_index (group->entries, j));
      if (shown->len == 0)
        continue;

      add_slot (slots, CS_FINDING_SLOT_GROUP, g_strconcat ("group ", group->item->id, NULL), group);
      g_array_index (slots, CsFindingSlot, slots->len - 1).count = shown->len;
      if (g_strcmp0 (filter->open, group->item->id) == 0)
        add_entries (slots, group, shown, filter);
    }

  return slots;
}
