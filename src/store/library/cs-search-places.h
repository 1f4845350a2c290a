#pragma once

#include "cs-library-file.h"
#include "cs-search-facts.h"

G_BEGIN_DECLS

/* What a search must know of every document and family, side by side in memory, so that counting
 * never waits for the disk; for nobody else. 12 bytes a document; 25 a family and 4 for each of its
 * applicants and subclasses; 7 more a document once a query asks for dates of filing, states or
 * offices; 4 more a family for each order by title or applicant. A million of both, with one
 * applicant and two subclasses each: 49 MB, at most 64 MB; cs-search-facts.h tells what charts
 * add. */

#define CS_SEARCH_NOWHERE G_MAXUINT

/* Numbers of families, end to end: those of family i are values[starts[i]] up to, without it,
 * values[starts[i + 1]]. */
typedef struct
{
  guint32 *starts;
  GArray *values; /* (element-type guint32) */
} CsSearchLists;

struct _CsSearchPlaces
{
  guint generation; /* another one for each reading */
  guint n_documents;
  gint64 *documents;  /* ids, sorted: by date */
  guint32 *family_of; /* place of its family, CS_SEARCH_NOWHERE without one */
  guint n_families;
  gint64 *families;         /* ids, sorted */
  guint32 *earliest;        /* YYYYMMDD */
  CsSearchLists applicants; /* ids of names */
  guint32 max_applicant;
  CsSearchLists classes;  /* indexes in class_names */
  guint16 *offices;       /* index in office_sets */
  guint16 *sizes;         /* members */
  guint8 *statuses;       /* CsFamilyStatus */
  GPtrArray *class_names; /* (element-type utf8): subclasses */
  GPtrArray *office_sets; /* (element-type utf8): "CN EP US" */

  guint32 *filed;            /* (nullable): of documents, YYYYMMDD */
  guint8 *states;            /* of documents: CsLegalState; there with @filed */
  guint16 *document_offices; /* of documents: two letters; there with @filed */

  guint32 *ranks[2]; /* (nullable): of families by title and by applicant */
  CsSearchFacts facts;
};

/* Returns: (transfer full): what the library holds now, or NULL */
CsSearchPlaces *cs_search_places_load (CsLibrary *library,
                                       GError **error);

void cs_search_places_free (CsSearchPlaces *places);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsSearchPlaces, cs_search_places_free)

/* Returns: the two letters that @key begins with as one number, 0 without */
guint16 cs_search_office_code (const char *key);

/* Fills what is known of documents beyond their families, unless it is there. */
gboolean cs_search_places_load_documents (CsSearchPlaces *places,
                                          CsLibrary *library,
                                          GError **error);

typedef enum
{
  CS_SEARCH_RANK_TITLE,
  CS_SEARCH_RANK_APPLICANT
} CsSearchRank;

/* Fills the ranks of families, unless they are there. */
gboolean cs_search_places_load_ranks (CsSearchPlaces *places,
                                      CsSearchRank rank,
                                      CsLibrary *library,
                                      GError **error);

/* Returns: the place of @id in the sorted @ids, CS_SEARCH_NOWHERE when it is not there. @from:
 * where to begin, quick when it is near */
guint cs_search_find_id (const gint64 *ids,
                         guint n,
                         gint64 id,
                         guint from);

/* Returns: bytes that are in use */
gsize cs_search_places_get_size (const CsSearchPlaces *places);

G_END_DECLS
