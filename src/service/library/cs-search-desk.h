#pragma once

#include "../../store/cs-library-marks.h"
#include "cs-library-service.h"

G_BEGIN_DECLS

/**
 * CsKeptSearch:
 * @search: as it is kept
 * @news: (nullable) (element-type CsLibraryNewsItem): families in which there is something new, by
 *   their ids; %NULL when nobody watches, or nobody knows
 *
 * A search that is kept, and what is new about it.
 */
typedef struct
{
  CsSavedSearch *search;
  GArray *news;
} CsKeptSearch;

/** cs_kept_search_count_news: Returns: families in which there is something new of @kind */
guint cs_kept_search_count_news (const CsKeptSearch *kept,
                                 CsLibraryNews kind);

/**
 * CsSearchDesk:
 *
 * The searches that are kept, what is new about those that are watched, and what was searched
 * before. It reads them when the library has changed.
 *
 * Signals: `changed`: there is something else to show; `failed (const char *message)`: something
 * could not be written.
 */
#define CS_TYPE_SEARCH_DESK (cs_search_desk_get_type ())

G_DECLARE_FINAL_TYPE (CsSearchDesk, cs_search_desk, CS, SEARCH_DESK, GObject)

/** cs_search_desk_new: Returns: (transfer full): the searches of @service; none until the main loop
 * runs */
CsSearchDesk *cs_search_desk_new (CsLibraryService *service);

/** cs_search_desk_get_kept: Returns: (transfer none) (element-type CsKeptSearch): by name */
const GPtrArray *cs_search_desk_get_kept (CsSearchDesk *desk);

/** cs_search_desk_get_history: Returns: (transfer none) (element-type CsSearchHistoryEntry): the
 * newest first */
const GPtrArray *cs_search_desk_get_history (CsSearchDesk *desk);

/** cs_search_desk_count_news: Returns: families with news, of all searches that are watched */
guint cs_search_desk_count_news (CsSearchDesk *desk);

/** cs_search_desk_keep: keeps @query under @name; one that is watched is told of news from what
 * @hits (nullable) are on */
void cs_search_desk_keep (CsSearchDesk *desk,
                          const CsSavedSearch *search,
                          const CsHits *hits);

/** cs_search_desk_see: the user has seen @hits of @search: from now on they are no news */
void cs_search_desk_see (CsSearchDesk *desk,
                         gint64 search,
                         const CsHits *hits);

/** cs_search_desk_forget: deletes @search */
void cs_search_desk_forget (CsSearchDesk *desk,
                            gint64 search);

/** cs_search_desk_note: remembers that @query was searched and found @n_hits */
void cs_search_desk_note (CsSearchDesk *desk,
                          const char *query,
                          guint n_hits);

G_END_DECLS
