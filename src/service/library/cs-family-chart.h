#pragma once

#include "../../picture/cs-picture.h"
#include "../../store/cs-library-charts.h"

G_BEGIN_DECLS

/**
 * CsFamilyChart:
 *
 * A chart of the families that a query finds: its picture, its table, and what it takes to trust
 * them: the query, the day of the data, the rule by which families are families, what is left out.
 * Words are in the user's language. Immutable. Thread: any.
 */
typedef struct _CsFamilyChart CsFamilyChart;

#define CS_TYPE_FAMILY_CHART (cs_family_chart_get_type ())

GType cs_family_chart_get_type (void) G_GNUC_CONST;

/**
 * CsFamilyChartQuestion:
 * @query: which families, "" for all
 * @filters: (element-type CsFacetValue) (nullable): values that they must have beside that
 * @kind: what to count of them
 */
typedef struct
{
  const char *query;
  GPtrArray *filters;
  CsTallyKind kind;
} CsFamilyChartQuestion;

/** cs_family_chart_new: @tally: (transfer full): the numbers. @question: that they answer.
 * @as_of: (nullable): day of the last import, "2026-11-20". Returns: (transfer full): the chart */
CsFamilyChart *cs_family_chart_new (CsTally *tally,
                                    const CsFamilyChartQuestion *question,
                                    const char *as_of) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cs_family_chart_count:
 * @library: to read
 * @searcher: of @library
 * @question: what to count
 * @cancellable: (nullable): ends it with %G_IO_ERROR_CANCELLED
 * @error: %G_IO_ERROR_INVALID_ARGUMENT for a query that is not understood; as in cs-library.h
 *
 * Thread: that of @library.
 *
 * Returns: (transfer full): the chart, or %NULL
 */
CsFamilyChart *cs_family_chart_count (CsLibrary *library,
                                      CsSearcher *searcher,
                                      const CsFamilyChartQuestion *question,
                                      GCancellable *cancellable,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** cs_family_chart_ref: Returns: (transfer full): @chart */
CsFamilyChart *cs_family_chart_ref (CsFamilyChart *chart);

/** cs_family_chart_unref: frees it when nobody holds it any more */
void cs_family_chart_unref (CsFamilyChart *chart);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsFamilyChart, cs_family_chart_unref)

/** cs_family_chart_kind_get_title: Returns: (transfer none): what a chart of @kind is called:
 * "Applications per year" */
const char *cs_family_chart_kind_get_title (CsTallyKind kind);

/** cs_family_chart_get_tally: Returns: (transfer none): its numbers */
const CsTally *cs_family_chart_get_tally (const CsFamilyChart *chart);

/** cs_family_chart_get_picture: Returns: (transfer none): the picture; its parts have the ids of
 * cs_family_chart_dup_id() */
CsPicture *cs_family_chart_get_picture (const CsFamilyChart *chart);

/** cs_family_chart_get_label: Returns: (transfer none): of a row, or a column, for a reader */
const char *cs_family_chart_get_label (const CsFamilyChart *chart,
                                       gboolean is_row,
                                       guint i);

/** cs_family_chart_get_head: Returns: (transfer none): what the rows, or columns, are: "office" */
const char *cs_family_chart_get_head (const CsFamilyChart *chart,
                                      gboolean is_row);

/** cs_family_chart_counts_families: Returns: whether families are counted, not applications */
gboolean cs_family_chart_counts_families (const CsFamilyChart *chart);

/** cs_family_chart_dup_id: Returns: (transfer full): name of a cell */
char *cs_family_chart_dup_id (guint row,
                              guint column);

/** cs_family_chart_dup_query: @id: name of a cell. Returns: (transfer full) (nullable): the query
 * that finds the families behind it among those with the values of the question, %NULL when there
 * is no such cell */
char *cs_family_chart_dup_query (const CsFamilyChart *chart,
                                 const char *id);

/** cs_family_chart_dup_csv: Returns: (transfer full): the table and where it comes from, as
 * cs_chart_dup_csv() has it */
char *cs_family_chart_dup_csv (const CsFamilyChart *chart);

/**
 * cs_family_chart_write:
 * @chart: a chart
 * @path: a file that ends in .png, .svg, .pdf or .csv; only its owner may read it
 * @language: of the words, "zh" or "en"
 * @error: %CS_ERROR_UNSUPPORTED for another end; what Cairo and the disk say
 *
 * Writes the picture, or the table, as a file. Thread: any but the main one.
 *
 * Returns: whether it is written; otherwise an earlier file stays
 */
gboolean cs_family_chart_write (const CsFamilyChart *chart,
                                const char *path,
                                const char *language,
                                GError **error);

G_END_DECLS
