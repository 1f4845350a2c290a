#pragma once

#include "cs-library-file.h"

G_BEGIN_DECLS

/* What charts and a few fields ask of every document and family beyond the places, each part read
 * when it is first asked for; for nobody else. Of a million documents and families: 4 MB each for
 * applications and expiry, 2 MB for first offices; 4 bytes for each name of a person or company. */

typedef struct _CsSearchPlaces CsSearchPlaces;

typedef enum
{
  CS_SEARCH_FACT_APPLICATIONS,
  CS_SEARCH_FACT_EXPIRY,
  CS_SEARCH_FACT_FIRST,
  CS_SEARCH_FACT_NAMES
} CsSearchFact;

#define CS_SEARCH_NO_NAME G_MAXUINT32

typedef struct
{
  guint32 *applications;  /* of documents: ids */
  guint32 *expiry;        /* of documents: YYYYMMDD, 0 unknown */
  guint16 *first_offices; /* of families: cs_search_office_code() of the earliest filing */
  guint32 *name_codes;    /* by id: one code for all ways to write it, CS_SEARCH_NO_NAME for none */
  guint32 *name_ids;      /* by code: id of the way that is most frequent */
  guint n_names;          /* codes */
} CsSearchFacts;

/* Reads @fact, unless it is there. */
gboolean cs_search_facts_load (CsSearchPlaces *places,
                               CsSearchFact fact,
                               CsLibrary *library,
                               GError **error);

/* Returns: bytes that are in use */
gsize cs_search_facts_get_size (const CsSearchPlaces *places);

void cs_search_facts_clear (CsSearchFacts *facts);

G_END_DECLS
