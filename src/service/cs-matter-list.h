#pragma once

#include "cs-store-service.h"

G_BEGIN_DECLS

/** CsMatterItem: a #CsMatterInfo that lists can hold; immutable */
#define CS_TYPE_MATTER_ITEM (cs_matter_item_get_type ())

G_DECLARE_FINAL_TYPE (CsMatterItem, cs_matter_item, CS, MATTER_ITEM, GObject)

/** cs_matter_item_get_info: Returns: (transfer none): what it shows */
const CsMatterInfo *cs_matter_item_get_info (CsMatterItem *item);

/**
 * CsMatterList:
 *
 * A #GListModel of #CsMatterItem: the matters that a query finds. Items are made when they are
 * looked at. It follows the store: what does not change keeps its place and its item, so that
 * selection and scroll position stay.
 *
 * Properties: `loading` (gboolean): nothing has come yet; `n-all` (guint): matters outside the bin,
 * whatever the query; `error` (utf8, nullable): why the list could not be read.
 * Signals: `counted`: the counts of stages have changed; `loaded`: the answer to a query is there.
 */
#define CS_TYPE_MATTER_LIST (cs_matter_list_get_type ())

G_DECLARE_FINAL_TYPE (CsMatterList, cs_matter_list, CS, MATTER_LIST, GObject)

/** cs_matter_list_new: Returns: (transfer full): the list of all matters, newest first; it is empty
 * until the main loop runs */
CsMatterList *cs_matter_list_new (CsStoreService *service);

/** cs_matter_list_set_query: @query: copied. Asks for other matters; those shown stay until they
 * come */
void cs_matter_list_set_query (CsMatterList *list,
                               const CsMatterQuery *query);

/** cs_matter_list_get_query: Returns: (transfer none): what is asked for */
const CsMatterQuery *cs_matter_list_get_query (CsMatterList *list);

/** cs_matter_list_get_stage_count: Returns: matters in @stage; %CS_N_STAGES for the bin */
guint cs_matter_list_get_stage_count (CsMatterList *list,
                                      CsStage stage);

G_END_DECLS
