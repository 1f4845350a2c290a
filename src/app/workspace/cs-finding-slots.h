#pragma once

#include "cs-document.h"

G_BEGIN_DECLS

/* Which rows the findings pane has, without any widget: for nobody else. */

/** CsFindingSlotKind: what a row of the pane is */
typedef enum
{
  CS_FINDING_SLOT_GROUP, /* head of a group */
  CS_FINDING_SLOT_ENTRY, /* a finding on one line */
  CS_FINDING_SLOT_CARD,  /* the chosen finding in full */
  CS_FINDING_SLOT_MORE   /* findings not listed: activating lists more */
} CsFindingSlotKind;

/*
 * @key: what makes it the same row in the next view
 * @group: of #CsFindingView.groups
 * @entry: (nullable): for entries and the card
 * @count: of a group: its findings that are shown; of "more": those that are left out
 */
typedef struct
{
  CsFindingSlotKind kind;
  char *key;
  const CsFindingGroup *group;
  const CsFindingEntry *entry;
  guint count;
} CsFindingSlot;

/*
 * @severities: bits of those shown
 * @waived: waived ones are shown too
 * @open: (nullable): id of the item whose group is open
 * @chosen: (nullable): the finding shown in full
 * @max_entries: entries of the open group that are listed around the chosen one
 */
typedef struct
{
  guint severities;
  gboolean waived;
  const char *open;
  const CsFindingEntry *chosen;
  guint max_entries;
} CsFindingFilter;

/* cs_finding_slots_new: Returns: (transfer full) (element-type CsFindingSlot): rows for @view */
GArray *cs_finding_slots_new (const CsFindingView *view,
                              const CsFindingFilter *filter);

/* cs_finding_filter_takes: Returns: whether @entry is shown */
gboolean cs_finding_filter_takes (const CsFindingFilter *filter,
                                  const CsFindingEntry *entry);

G_END_DECLS
