#pragma once

#include "cs-library-service.h"

G_BEGIN_DECLS

/**
 * CsFamilyItem:
 *
 * A family in a list of hits. It comes empty and is filled when the thread that reads has it.
 *
 * Properties: `loaded` (gboolean): whether cs_family_item_get_row() has something.
 */
#define CS_TYPE_FAMILY_ITEM (cs_family_item_get_type ())

G_DECLARE_FINAL_TYPE (CsFamilyItem, cs_family_item, CS, FAMILY_ITEM, GObject)

/** cs_family_item_get_row: Returns: (transfer none) (nullable): what is shown of it, %NULL until it
 * is loaded */
const CsHitRow *cs_family_item_get_row (CsFamilyItem *item);

/** cs_family_item_get_family: Returns: id of the family, also before it is loaded */
gint64 cs_family_item_get_family (CsFamilyItem *item);

/**
 * CsFamilyList:
 *
 * A #GListModel of #CsFamilyItem: the families that a search finds, of any number. It holds their
 * ids; items are made when they are looked at and loaded by pages in the thread that reads, and
 * only those that somebody holds, and some pages beside, are kept. What was found stays until the
 * next answer is there; when the library changes, it searches again.
 *
 * Properties: `query` (#CsQuery, nullable): of the search that was asked last, maybe with a fault;
 * `hits` (#CsHits, nullable): what is shown; `facets` (GPtrArray of #CsFacetValue, nullable): of
 * `hits`, they come later; `searching` (gboolean); `error` (utf8, nullable): why the last search
 * failed; `empty` (gboolean): there is no library, or nothing in it; `n-families` (uint): in the
 * library; `as-of` (utf8, nullable): day of the last import.
 */
#define CS_TYPE_FAMILY_LIST (cs_family_list_get_type ())

G_DECLARE_FINAL_TYPE (CsFamilyList, cs_family_list, CS, FAMILY_LIST, GObject)

/** cs_family_list_new: Returns: (transfer full): the list of all families of @service, youngest
 * first; it is empty until the main loop runs */
CsFamilyList *cs_family_list_new (CsLibraryService *service);

/**
 * cs_family_list_search:
 * @list: a list
 * @text: a query, as typed
 *
 * Searches anew, and gives up the search under way. When @text is not understood, `query` tells why
 * and all else stays.
 */
void cs_family_list_search (CsFamilyList *list,
                            const char *text);

/** cs_family_list_get_error: Returns: (transfer none) (nullable): why the last search failed, as
 * `error` tells: #CsStoreError or %G_IO_ERROR */
const GError *cs_family_list_get_error (CsFamilyList *list);

/** cs_family_list_search_again: asks the same once more, when what was wrong may be right now */
void cs_family_list_search_again (CsFamilyList *list);

/** cs_family_list_set_order: sorts by @order from now on, from the other end when @reverse */
void cs_family_list_set_order (CsFamilyList *list,
                               CsHitOrder order,
                               gboolean reverse);

/** cs_family_list_set_filter: @value: that families must have, one of several when more of its
 * facet are chosen; @chosen: or no more */
void cs_family_list_set_filter (CsFamilyList *list,
                                const CsFacetValue *value,
                                gboolean chosen);

/** cs_family_list_has_filter: Returns: whether @key of @facet is chosen */
gboolean cs_family_list_has_filter (CsFamilyList *list,
                                    CsFacet facet,
                                    const char *key);

/** cs_family_list_clear_filters: chooses no values any more */
void cs_family_list_clear_filters (CsFamilyList *list);

G_END_DECLS
