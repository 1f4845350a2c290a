#pragma once

#include "cs-library-search.h"

G_BEGIN_DECLS

/**
 * CsTallyKind:
 * @CS_TALLY_YEARS: applications by year of filing
 * @CS_TALLY_OFFICES: applications by office, in rows, and year of filing
 * @CS_TALLY_APPLICANTS: families by applicant or owner, the most frequent first
 * @CS_TALLY_CLASSES: families by applicant or owner, in rows, and subclass
 * @CS_TALLY_STATUS: applications by #CsLegalState
 * @CS_TALLY_EXPIRY: applications in force by the year in which their term ends
 * @CS_TALLY_FLOW: families by office of their first filing, in rows, and offices of later ones
 * @CS_N_TALLIES: how many there are
 *
 * What is counted of the families that a search finds. All their publications count, whether they
 * fit the query or not; an application once, a family once for each of its applicants, classes and
 * offices. An office is one that published; an applicant all ways to write a name that
 * differ in no letter.
 */
typedef enum
{
  CS_TALLY_YEARS,
  CS_TALLY_OFFICES,
  CS_TALLY_APPLICANTS,
  CS_TALLY_CLASSES,
  CS_TALLY_STATUS,
  CS_TALLY_EXPIRY,
  CS_TALLY_FLOW,
  CS_N_TALLIES
} CsTallyKind;

/** cs_tally_kind_get_name: Returns: (transfer none): "years", "offices", "applicants", "classes",
 * "status", "expiry", "flow" */
const char *cs_tally_kind_get_name (CsTallyKind kind);

/**
 * CsTallyCell:
 * @count: applications or families, as the kind says
 * @n_families: families they are of
 */
typedef struct
{
  guint count;
  guint n_families;
} CsTallyCell;

/** CS_MAX_TALLY_ROWS: of offices, applicants, classes: those with the highest counts are listed */
#define CS_MAX_TALLY_ROWS 15

/** CS_MAX_TALLY_RANKS: of applicants in a row of their own */
#define CS_MAX_TALLY_RANKS 25

/** CS_MAX_TALLY_YEARS: of as many in a row those with the highest counts are listed */
#define CS_MAX_TALLY_YEARS 50

/**
 * CsTally:
 * @kind: what was counted
 * @rows: (array zero-terminated=1): offices or applicants; one "" when the kind has no rows
 * @n_rows: how many
 * @columns: (array zero-terminated=1): years without gaps, offices, applicants, subclasses, or
 *   numbers of a #CsLegalState in their order
 * @n_columns: how many; 0 when there is nothing to count
 * @cells: (array): rows after each other
 * @n_families: families the search found
 * @youngest: of all publications in the library, unknown when there is none
 * @n_without: applications without the date that is asked for; families without applicant, class,
 *   first office or later one
 * @n_more_rows: rows that are not listed
 * @n_more_columns: columns that are not listed
 *
 * A table of numbers. Immutable.
 */
typedef struct
{
  CsTallyKind kind;
  char **rows;
  guint n_rows;
  char **columns;
  guint n_columns;
  CsTallyCell *cells;
  guint n_families;
  CsOfficeDate youngest;
  guint n_without;
  guint n_more_rows;
  guint n_more_columns;
} CsTally;

/** cs_tally_get: Returns: (transfer none): the cell of a row and a column */
const CsTallyCell *cs_tally_get (const CsTally *tally,
                                 guint row,
                                 guint column);

/** cs_tally_free: frees it with all it holds */
void cs_tally_free (CsTally *tally);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsTally, cs_tally_free)

/**
 * cs_searcher_tally:
 * @searcher: a searcher
 * @hits: that it found
 * @kind: what to count
 * @cancellable: (nullable): ends it with %G_IO_ERROR_CANCELLED
 * @error: return location
 *
 * The first tally of a kind reads what it needs of the whole library and keeps it; later ones count
 * in memory.
 *
 * Returns: (transfer full): the numbers, or %NULL
 */
CsTally *cs_searcher_tally (CsSearcher *searcher,
                            const CsHits *hits,
                            CsTallyKind kind,
                            GCancellable *cancellable,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_tally_dup_query: @query: that found the families; may be empty. Returns: (transfer full): the
 * query that finds those of them that the cell counted */
char *cs_tally_dup_query (const CsTally *tally,
                          guint row,
                          guint column,
                          const char *query);

G_END_DECLS
