#include "cs-manual-entry.h"

struct _CsManualEntry
{
  GObject parent_instance;

  CsManual *manual;
  const CsManualItem *item;
};

G_DEFINE_FINAL_TYPE (CsManualEntry, cs_manual_entry, G_TYPE_OBJECT)

static void
cs_manual_entry_finalize (GObject *object)
{
  g_clear_pointer (&CS_MANUAL_ENTRY (object)->manual, cs_manual_unref);

  G_OBJECT_CLASS (cs_manual_entry_parent_class)->finalize (object);
}

static void
cs_manual_entry_class_init (CsManualEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cs_manual_entry_finalize;
}

static void
cs_manual_entry_init (CsManualEntry *entry)
{
}

CsManualEntry *
cs_manual_entry_new (CsManual *manual, const CsManualItem *item)
{
  CsManualEntry *entry = g_object_new (CS_TYPE_MANUAL_ENTRY, NULL);

  entry->manual = cs_manual_ref (manual);
  entry->item = item;

  return entry;
}

const CsManualItem *
cs_manual_entry_get_item (CsManualEntry *entry)
{
  return entry->item;
}
