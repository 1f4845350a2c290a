#pragma once

#include "cs-library.h"

G_BEGIN_DECLS

/* What the user adds to a library: marks of families, searches that are kept. Threads and errors
 * are as in cs-library.h. */

/* --- what the user says of families --- */

/** CS_MAX_RATING: the best a family can be rated; 0 is not rated */
#define CS_MAX_RATING 5

/**
 * CsFamilyMarks:
 * @note: plain text, "" when there is none
 * @rating: 1 to %CS_MAX_RATING, 0 when not rated
 * @tags: (array zero-terminated=1): sorted, each once
 * @pools: (array zero-terminated=1): collections it lies in, sorted, each once
 *
 * What the user says of a family. When a later import joins two families, tags, pools and notes are
 * joined and the better rating stays.
 */
typedef struct
{
  char *note;
  guint rating;
  char **tags;
  char **pools;
} CsFamilyMarks;

/** cs_family_marks_new: Returns: (transfer full): marks of one of which nothing is said */
CsFamilyMarks *cs_family_marks_new (void) G_GNUC_WARN_UNUSED_RESULT;

/** cs_family_marks_free: frees it with all it holds */
void cs_family_marks_free (CsFamilyMarks *marks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsFamilyMarks, cs_family_marks_free)

/** cs_library_load_marks: Returns: (transfer full): what is said of @family, or %NULL */
CsFamilyMarks *cs_library_load_marks (CsLibrary *library,
                                      gint64 family,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_library_set_marks: @old: (out) (optional) (transfer full): what was said before; setting it
 * again undoes. Returns: whether it went well */
gboolean cs_library_set_marks (CsLibrary *library,
                               gint64 family,
                               const CsFamilyMarks *marks,
                               CsFamilyMarks **old,
                               GError **error);

/** CsLabelKind: tags or pools */
typedef enum
{
  CS_LABEL_TAG,
  CS_LABEL_POOL
} CsLabelKind;

/** CsLibraryLabel: @n_families: that bear it. A tag or pool. */
typedef struct
{
  char *name;
  guint64 n_families;
} CsLibraryLabel;

/** cs_library_list_labels: Returns: (transfer full) (element-type CsLibraryLabel): by name, or
 * %NULL */
GPtrArray *cs_library_list_labels (CsLibrary *library,
                                   CsLabelKind kind,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_library_list_labelled: @name: a tag or pool. Returns: (transfer full) (element-type gint64):
 * ids of the families that bear it, or %NULL */
GArray *cs_library_list_labelled (CsLibrary *library,
                                  CsLabelKind kind,
                                  const char *name,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* --- searches that are kept --- */

/**
 * CsSavedSearch:
 * @id: under which the library finds it, 0 for a new one
 * @name: the user's
 * @query: as typed
 * @is_watched: whether news of it are wanted
 * @made_us: since 1970, UTC
 * @seen_us: when its results were last seen as a whole, 0 never
 *
 * A search that was kept.
 */
typedef struct
{
  gint64 id;
  char *name;
  char *query;
  gboolean is_watched;
  gint64 made_us;
  gint64 seen_us;
} CsSavedSearch;

/** cs_saved_search_free: frees it with all it holds */
void cs_saved_search_free (CsSavedSearch *search);

/** cs_library_list_searches: Returns: (transfer full) (element-type CsSavedSearch): by name, or
 * %NULL */
GPtrArray *cs_library_list_searches (CsLibrary *library,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_library_save_search: @search: to add, or to change when it has an id. Returns: its id, 0 on
 * failure; %CS_STORE_ERROR_CONFLICT when another one has its name */
gint64 cs_library_save_search (CsLibrary *library,
                               const CsSavedSearch *search,
                               GError **error);

/** cs_library_delete_search: Returns: whether it went well */
gboolean cs_library_delete_search (CsLibrary *library,
                                   gint64 search,
                                   GError **error);

/** cs_library_see: @families: (element-type gint64): all that the search finds now. Remembers them
 * as they are, so that cs_library_list_news() tells what is new since. Returns: whether it went
 * well */
gboolean cs_library_see (CsLibrary *library,
                         gint64 search,
                         const GArray *families,
                         GError **error);

/** CsLibraryNews: bits of what is new about a family since a search was seen */
typedef enum
{
  CS_NEWS_FAMILY = 1 << 0, /* it was not found then */
  CS_NEWS_MEMBER = 1 << 1, /* it has members that it had not */
  CS_NEWS_STATUS = 1 << 2  /* a state of its members has changed */
} CsLibraryNews;

/** CsLibraryNewsItem: @news: bits of #CsLibraryNews. A family of which there is something new. */
typedef struct
{
  gint64 family;
  guint news;
} CsLibraryNewsItem;

/** cs_library_list_news: @families: (element-type gint64): all that the search finds now. Returns:
 * (transfer full) (element-type CsLibraryNewsItem): in their order, or %NULL */
GArray *cs_library_list_news (CsLibrary *library,
                              gint64 search,
                              const GArray *families,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** CsSearchHistoryEntry: @query: as typed. A search that was made. */
typedef struct
{
  char *query;
  guint64 n_hits;
  gint64 made_us;
} CsSearchHistoryEntry;

/** CS_MAX_SEARCH_HISTORY: searches that are remembered */
#define CS_MAX_SEARCH_HISTORY 500

/** cs_library_add_history: one that was made again moves to the front. Returns: whether it went
 * well */
gboolean cs_library_add_history (CsLibrary *library,
                                 const char *query,
                                 guint64 n_hits,
                                 GError **error);

/** cs_library_list_history: Returns: (transfer full) (element-type CsSearchHistoryEntry): the
 * newest first, or %NULL */
GPtrArray *cs_library_list_history (CsLibrary *library,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_library_clear_history: Returns: whether it went well */
gboolean cs_library_clear_history (CsLibrary *library,
                                   GError **error);

G_END_DECLS
