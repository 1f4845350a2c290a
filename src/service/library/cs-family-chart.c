#include "cs-family-chart.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "../../picture/cs-chart.h"
#include "../cs-private-file.h"
#include "cs-facet-words.h"
#include "cs-library-day.h"

#define FILE_WIDTH 1120       /* px */
#define UNPUBLISHED_MONTHS 18 /* from filing to publication, as a rule */

struct _CsFamilyChart
{
  CsTally *tally;
  char *query;
  CsChart *chart;
  CsPicture *picture;
};

G_DEFINE_BOXED_TYPE (CsFamilyChart, cs_family_chart, cs_family_chart_ref, cs_family_chart_unref)

/* --- words --- */

const char *
cs_family_chart_kind_get_title (CsTallyKind kind)
{
  switch (kind)
    {
    case CS_TALLY_YEARS:
      return _ ("Applications per year");
    case CS_TALLY_OFFICES:
      return _ ("Applications by office and year");
    case CS_TALLY_APPLICANTS:
      return _ ("Families by applicant");
    case CS_TALLY_CLASSES:
      return _ ("Families by applicant and class");
    case CS_TALLY_STATUS:
      return _ ("Legal status of applications");
    case CS_TALLY_EXPIRY:
      return _ ("End of term of what is in force");
    case CS_TALLY_FLOW:
    case CS_N_TALLIES:
    default:
      return _ ("Offices of first and later filings");
    }
}

/* What the columns are: the categories of the chart. */
static const char *
get_columns_word (CsTallyKind kind)
{
  switch (kind)
    {
    case CS_TALLY_YEARS:
    case CS_TALLY_OFFICES:
      return _ ("Year of filing");
    case CS_TALLY_APPLICANTS:
      return _ ("Applicant or owner");
    case CS_TALLY_CLASSES:
      return _ ("Class");
    case CS_TALLY_STATUS:
      return _ ("Legal status");
    case CS_TALLY_EXPIRY:
      return _ ("End of term");
    case CS_TALLY_FLOW:
    case CS_N_TALLIES:
    default:
      return _ ("Later filing");
    }
}

static const char *
get_rows_word (CsTallyKind kind)
{
  if (kind == CS_TALLY_OFFICES)
    return _ ("Office");
  if (kind == CS_TALLY_CLASSES)
    return _ ("Applicant or owner");
  if (kind == CS_TALLY_FLOW)
    return _ ("First filing");

  return "";
}

static gboolean
counts_families (CsTallyKind kind)
{
  return kind == CS_TALLY_APPLICANTS || kind == CS_TALLY_CLASSES || kind == CS_TALLY_FLOW;
}

typedef struct
{
  CsLegalState state;
  const char *label;
  int ink;
} StateWords;

/* Each has a colour of its own; those that mean something in the window mean the same here. */
static const StateWords state_words[] = {
  { CS_LEGAL_UNKNOWN, N_ ("status unknown"), CS_PICTURE_DOUBT },
  { CS_LEGAL_PENDING, N_ ("pending"), CS_PICTURE_ACCENT },
  { CS_LEGAL_IN_FORCE, N_ ("in force"), CS_PICTURE_GOOD },
  { CS_LEGAL_CEASED, N_ ("ceased"), CS_PICTURE_SERIES + 2 },
  { CS_LEGAL_EXPIRED, N_ ("expired"), CS_PICTURE_SERIES + 6 },
  { CS_LEGAL_REFUSED, N_ ("refused"), CS_PICTURE_BAD },
  { CS_LEGAL_WITHDRAWN, N_ ("withdrawn"), CS_PICTURE_SERIES + 4 },
  { CS_LEGAL_NATIONAL, N_ ("in national phases"), CS_PICTURE_SERIES + 7 },
};

/* @name: as a tally has it. */
static const StateWords *
get_state_words (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_words); i++)
    if (strcmp (cs_legal_state_get_name (state_words[i].state), name) == 0)
      return &state_words[i];

  return &state_words[0];
}

/* --- where it comes from --- */

static void
add_origin (GPtrArray *origin, const char *name, char *text)
{
  g_ptr_array_add (origin, g_strdup (name));
  g_ptr_array_add (origin, text);
}

static char *
dup_day (const CsTally *tally, const char *as_of)
{
  g_autofree char *youngest = cs_office_date_dup_text (tally->youngest);

  if (as_of == NULL || *as_of == '\0')
    return g_strdup (youngest);

  /* Translators: days; "2026-11-20 (youngest publication 2026-10-01)" */
  return g_strdup_printf (_ ("%s (youngest publication %s)"), as_of, youngest);
}

/* Returns: (transfer full) (nullable): what of the families found the chart does not show */
static char *
dup_without (const CsTally *tally)
{
  guint n = tally->n_without;

  if (n == 0)
    return NULL;
  if (tally->kind == CS_TALLY_APPLICANTS)
    return g_strdup_printf (ngettext ("%u family without applicant",
                                      "%u families without applicant", n),
                            n);
  if (tally->kind == CS_TALLY_CLASSES)
    return g_strdup_printf (ngettext ("%u family without applicant or class",
                                      "%u families without applicant or class", n),
                            n);
  if (tally->kind == CS_TALLY_FLOW)
    return g_strdup_printf (ngettext ("%u family without a later filing elsewhere",
                                      "%u families without a later filing elsewhere", n),
                            n);

  return g_strdup_printf (ngettext ("%u application without this date",
                                    "%u applications without this date", n),
                          n);
}

static char *
dup_more (const CsTally *tally)
{
  g_autoptr (GString) more = g_string_new (NULL);

  if (tally->n_more_rows > 0)
    g_string_append_printf (more, "%s +%u", get_rows_word (tally->kind), tally->n_more_rows);
  if (tally->n_more_columns > 0)
    g_string_append_printf (more, "%s%s +%u", more->len > 0 ? ", " : "",
                            get_columns_word (tally->kind), tally->n_more_columns);

  return more->len == 0 ? NULL : g_string_free (g_steal_pointer (&more), FALSE);
}

/* Returns: (transfer full): names and texts in turn, NULL at the end */
static GPtrArray *
list_origin (const CsTally *tally, const CsFamilyChartQuestion *question, const char *as_of)
{
  GPtrArray *origin = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *without = dup_without (tally);
  g_autofree char *more = dup_more (tally);

  add_origin (origin, _ ("query"),
              g_strdup (*question->query == '\0' ? _ ("all families") : question->query));
  if (question->filters != NULL)
    add_origin (origin, _ ("among them"), cs_facet_values_dup_words (question->filters));
  add_origin (origin, _ ("families"), g_strdup_printf ("%u", tally->n_families));
  add_origin (origin, _ ("data as of"), dup_day (tally, as_of));
  add_origin (origin, _ ("family rule"), g_strdup (_ ("DOCDB simple, computed where not given")));
  add_origin (origin, _ ("counted"),
              g_strdup (counts_families (tally->kind) ?
                            _ ("families, with all their members") :
                            _ ("applications, all of these families")));
  if (tally->kind == CS_TALLY_EXPIRY)
    add_origin (origin, _ ("terms"), g_strdup (_ ("as expected, without adjustments")));
  if (without != NULL)
    add_origin (origin, _ ("not shown"), g_steal_pointer (&without));
  if (more != NULL)
    add_origin (origin, _ ("more that are fewer"), g_steal_pointer (&more));
  g_ptr_array_add (origin, NULL);

  return origin;
}

/* --- the chart --- */

/* The first year of which not all is published yet, 0 when that does not matter. */
static guint
find_incomplete (const CsTally *tally)
{
  CsOfficeDate youngest = tally->youngest;
  int months = (int)youngest.year * 12 + MAX (youngest.month, 1) - 1 - UNPUBLISHED_MONTHS;

  if (youngest.year == 0 || (tally->kind != CS_TALLY_YEARS && tally->kind != CS_TALLY_OFFICES))
    return 0;

  return (guint)MAX (months, 12) / 12;
}

static CsChart *
make_chart (const CsTally *tally, GPtrArray *origin)
{
  static const CsChartKind kinds[CS_N_TALLIES] = {
    [CS_TALLY_YEARS] = CS_CHART_BARS,
    [CS_TALLY_OFFICES] = CS_CHART_MATRIX,
    [CS_TALLY_APPLICANTS] = CS_CHART_RANKING,
    [CS_TALLY_CLASSES] = CS_CHART_BUBBLES,
    [CS_TALLY_STATUS] = CS_CHART_DONUT,
    [CS_TALLY_EXPIRY] = CS_CHART_BARS,
    [CS_TALLY_FLOW] = CS_CHART_MATRIX,
  };
  const CsChartWords words = {
    .title = cs_family_chart_kind_get_title (tally->kind),
    .categories = get_columns_word (tally->kind),
    .series = get_rows_word (tally->kind),
    .values = counts_families (tally->kind) ? _ ("families") : _ ("applications"),
    .origin = (const char *const *)origin->pdata,
    .incomplete = _ ("Hatched: the last 18 months, of which not all is published yet."),
    .empty = _ ("Nothing to count here"),
  };

  return cs_chart_new (kinds[tally->kind], &words);
}

static void
add_headings (CsFamilyChart *chart)
{
  const CsTally *tally = chart->tally;
  guint incomplete = find_incomplete (tally);

  for (guint i = 0; i < tally->n_rows; i++)
    cs_chart_add_series (chart->chart,
                         *tally->rows[i] == '\0' ? (counts_families (tally->kind) ?
                                                        _ ("families") :
                                                        _ ("applications")) :
                                                   tally->rows[i],
                         tally->n_rows == 1 ? CS_PICTURE_ACCENT : CS_CHART_OWN_INK);
  for (guint i = 0; i < tally->n_columns; i++)
    {
      const char *column = tally->columns[i];
      gboolean is_incomplete = incomplete != 0 && strtoul (column, NULL, 10) >= incomplete;

      cs_chart_add_category (
          chart->chart, cs_family_chart_get_label (chart, FALSE, i), is_incomplete,
          tally->kind == CS_TALLY_STATUS ? get_state_words (column)->ink : CS_CHART_OWN_INK);
    }
}

CsFamilyChart *
cs_family_chart_new (CsTally *tally, const CsFamilyChartQuestion *question, const char *as_of)
{
  CsFamilyChart *chart = g_atomic_rc_box_new0 (CsFamilyChart);
  g_autoptr (GPtrArray) origin = list_origin (tally, question, as_of);

  chart->tally = tally;
  chart->query = g_strdup (question->query);
  chart->chart = make_chart (tally, origin);
  add_headings (chart);
  for (guint i = 0; i < tally->n_rows; i++)
    for (guint j = 0; j < tally->n_columns; j++)
      {
        g_autofree char *id = cs_family_chart_dup_id (i, j);

        cs_chart_set (chart->chart, i, j, cs_tally_get (tally, i, j)->count, id);
      }
  chart->picture = cs_chart_dup_picture (chart->chart);

  return chart;
}

CsFamilyChart *
cs_family_chart_count (CsLibrary *library,
                       CsSearcher *searcher,
                       const CsFamilyChartQuestion *question,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (CsQuery) query = cs_query_parse (question->query);
  const CsSearch search = { query, question->filters, .order = CS_HITS_BY_DATE };
  g_autoptr (CsHits) hits = NULL;
  g_autoptr (CsTally) tally = NULL;
  g_autofree char *as_of = NULL;
  g_autoptr (GError) own = NULL;

  if (query->fault.message != NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, query->fault.message);
      return NULL;
    }

  hits = cs_searcher_search (searcher, &search, cancellable, error);
  if (hits != NULL)
    tally = cs_searcher_tally (searcher, hits, question->kind, cancellable, error);
  if (tally == NULL)
    return NULL;

  as_of = cs_library_dup_day (library, &own);
  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return NULL;
    }

  return cs_family_chart_new (g_steal_pointer (&tally), question, as_of);
}

CsFamilyChart *
cs_family_chart_ref (CsFamilyChart *chart)
{
  return g_atomic_rc_box_acquire (chart);
}

static void
clear (gpointer data)
{
  CsFamilyChart *chart = data;

  g_clear_pointer (&chart->picture, cs_picture_unref);
  g_clear_pointer (&chart->chart, cs_chart_unref);
  g_clear_pointer (&chart->tally, cs_tally_free);
  g_free (chart->query);
}

void
cs_family_chart_unref (CsFamilyChart *chart)
{
  g_atomic_rc_box_release_full (chart, clear);
}

/* --- asking --- */

const CsTally *
cs_family_chart_get_tally (const CsFamilyChart *chart)
{
  return chart->tally;
}

CsPicture *
cs_family_chart_get_picture (const CsFamilyChart *chart)
{
  return chart->picture;
}

const char *
cs_family_chart_get_label (const CsFamilyChart *chart, gboolean is_row, guint i)
{
  const CsTally *tally = chart->tally;

  if (is_row)
    return tally->rows[i];

  return tally->kind == CS_TALLY_STATUS ? _ (get_state_words (tally->columns[i])->label) :
                                          tally->columns[i];
}

const char *
cs_family_chart_get_head (const CsFamilyChart *chart, gboolean is_row)
{
  return is_row ? get_rows_word (chart->tally->kind) : get_columns_word (chart->tally->kind);
}

gboolean
cs_family_chart_counts_families (const CsFamilyChart *chart)
{
  return counts_families (chart->tally->kind);
}

char *
cs_family_chart_dup_id (guint row, guint column)
{
  return g_strdup_printf ("%u:%u", row, column);
}

char *
cs_family_chart_dup_query (const CsFamilyChart *chart, const char *id)
{
  char *end;
  guint64 row = g_ascii_strtoull (id, &end, 10);
  guint64 column = *end == ':' ? g_ascii_strtoull (end + 1, NULL, 10) : G_MAXUINT64;

  if (row >= chart->tally->n_rows || column >= chart->tally->n_columns)
    return NULL;

  return cs_tally_dup_query (chart->tally, (guint)row, (guint)column, chart->query);
}

char *
cs_family_chart_dup_csv (const CsFamilyChart *chart)
{
  return cs_chart_dup_csv (chart->chart);
}

/* A file is read on paper: it is light, whatever the window is. */
gboolean
cs_family_chart_write (const CsFamilyChart *chart,
                       const char *path,
                       const char *language,
                       GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (g_str_has_suffix (path, ".csv"))
    {
      char *csv = cs_chart_dup_csv (chart->chart);

      bytes = g_bytes_new_take (csv, strlen (csv));
    }
  else
    {
      CsPictureStyle style;

      cs_picture_style_init (&style, FALSE);
      style.language = strcmp (language, "zh") == 0 ? "zh-cn" : "en";
      bytes = cs_picture_dup_file (chart->picture, &style, FILE_WIDTH, path, error);
    }

  return bytes != NULL && cs_private_file_write (path, bytes, NULL, error);
}
