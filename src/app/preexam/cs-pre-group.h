#pragma once

#include <gtk/gtk.h>

#include "cs-pre-row.h"

G_BEGIN_DECLS

/**
 * CsPreGroup:
 *
 * The items that came out alike, in a card under their word. Rows are made a few at a time, so that
 * a list of hundreds holds nothing up. A closed group shows how many there are and a button.
 */
#define CS_TYPE_PRE_GROUP (cs_pre_group_get_type ())

G_DECLARE_FINAL_TYPE (CsPreGroup, cs_pre_group, CS, PRE_GROUP, GtkWidget)

/** CsPreGetRow: Returns: (transfer none): the row of @item, kept by the page */
typedef CsPreRow *(*CsPreGetRow) (CsPreItem *item,
                                  gpointer data);

/** cs_pre_group_new: @state: of its items; @get_row: called for each with @data. Returns: (transfer
 * floating): an empty group */
GtkWidget *cs_pre_group_new (CsItemState state,
                             CsPreGetRow get_row,
                             gpointer data);

/** cs_pre_group_show: @items: (element-type CsPreItem): what it shows from now on, in this order */
void cs_pre_group_show (CsPreGroup *group,
                        GPtrArray *items);

/** cs_pre_group_set_open: shows the items of @group, or only their number */
void cs_pre_group_set_open (CsPreGroup *group,
                            gboolean open);

/** cs_pre_group_set_wanted: shows @group, unless it has no items, or hides it with all it shows */
void cs_pre_group_set_wanted (CsPreGroup *group,
                              gboolean wanted);

G_END_DECLS
