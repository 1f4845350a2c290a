#include "cs-family-charts.h"

#include "../../store/cs-store-error.h"

struct _CsFamilyCharts
{
  GObject parent_instance;

  CsLibraryService *service;
  char *query;        /* nullable: nothing was asked for */
  GPtrArray *filters; /* of CsFacetValue, nullable */
  CsTallyKind kind;
  CsFamilyChart *chart;
  char *error;
  gboolean is_empty;
  GCancellable *loading; /* nullable */
};

G_DEFINE_FINAL_TYPE (CsFamilyCharts, cs_family_charts, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CHART,
  PROP_LOADING,
  PROP_ERROR,
  PROP_EMPTY,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
notify (CsFamilyCharts *charts, guint id)
{
  g_object_notify_by_pspec (G_OBJECT (charts), properties[id]);
}

/* --- in the thread that reads --- */

typedef struct
{
  char *text;
  GPtrArray *filters;
  CsTallyKind kind;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->text);
  g_clear_pointer (&question->filters, g_ptr_array_unref);
  g_free (question);
}

static gpointer
make_chart (CsLibrary *library,
            CsSearcher *searcher,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  const Question *question = data;
  const CsFamilyChartQuestion asked = { question->text, question->filters, question->kind };

  return cs_family_chart_count (library, searcher, &asked, cancellable, error);
}

/* --- in the thread of the program --- */

static void
set_error (CsFamilyCharts *charts, const char *error)
{
  if (g_strcmp0 (charts->error, error) == 0)
    return;

  g_free (charts->error);
  charts->error = g_strdup (error);
  notify (charts, PROP_ERROR);
}

static void
set_empty (CsFamilyCharts *charts, gboolean is_empty)
{
  if (charts->is_empty == is_empty)
    return;

  charts->is_empty = is_empty;
  notify (charts, PROP_EMPTY);
}

static void
take_chart (CsFamilyCharts *charts, CsFamilyChart *chart)
{
  const CsTally *tally = cs_family_chart_get_tally (chart);

  g_clear_pointer (&charts->chart, cs_family_chart_unref);
  charts->chart = cs_family_chart_ref (chart);
  set_empty (charts, !cs_office_date_is_known (tally->youngest) && tally->n_families == 0);
  set_error (charts, NULL);
  notify (charts, PROP_CHART);
}

static void
on_chart (GObject *service, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsFamilyCharts) charts = data;
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (CsFamilyChart) chart =
      cs_library_service_finish (CS_LIBRARY_SERVICE (service), result, &error);

  if (cancellable != charts->loading) /* another one was asked for since */
    return;

  g_clear_object (&charts->loading);
  notify (charts, PROP_LOADING);
  if (chart != NULL)
    take_chart (charts, chart);
  else if (g_error_matches (error, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND))
    set_empty (charts, TRUE);
  else if (error != NULL)
    set_error (charts, error->message);
}

static void
load (CsFamilyCharts *charts)
{
  Question *question;
  CsLibraryJob job = { make_chart, NULL, question_free, (GDestroyNotify)cs_family_chart_unref };

  if (charts->query == NULL)
    return;

  question = g_new (Question, 1);
  *question = (Question){ g_strdup (charts->query), charts->filters, charts->kind };
  if (charts->filters != NULL)
    g_ptr_array_ref (charts->filters);
  job.data = question;
  if (charts->loading != NULL)
    g_cancellable_cancel (charts->loading);
  g_clear_object (&charts->loading);
  charts->loading = g_cancellable_new ();
  cs_library_service_read (charts->service, &job, charts->loading, on_chart,
                           g_object_ref (charts));
  notify (charts, PROP_LOADING);
}

/* --- the object --- */

static void
cs_family_charts_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CsFamilyCharts *charts = CS_FAMILY_CHARTS (object);

  if (id == PROP_CHART)
    g_value_set_boxed (value, charts->chart);
  else if (id == PROP_ERROR)
    g_value_set_string (value, charts->error);
  else
    g_value_set_boolean (value, id == PROP_LOADING ? charts->loading != NULL : charts->is_empty);
}

static void
cs_family_charts_dispose (GObject *object)
{
  CsFamilyCharts *charts = CS_FAMILY_CHARTS (object);

  if (charts->loading != NULL)
    g_cancellable_cancel (charts->loading);
  g_clear_object (&charts->loading);
  g_clear_object (&charts->service);

  G_OBJECT_CLASS (cs_family_charts_parent_class)->dispose (object);
}

static void
cs_family_charts_finalize (GObject *object)
{
  CsFamilyCharts *charts = CS_FAMILY_CHARTS (object);

  g_clear_pointer (&charts->chart, cs_family_chart_unref);
  g_free (charts->query);
  g_clear_pointer (&charts->filters, g_ptr_array_unref);
  g_free (charts->error);

  G_OBJECT_CLASS (cs_family_charts_parent_class)->finalize (object);
}

static void
cs_family_charts_class_init (CsFamilyChartsClass *class)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = cs_family_charts_get_property;
  object_class->dispose = cs_family_charts_dispose;
  object_class->finalize = cs_family_charts_finalize;

  properties[PROP_CHART] =
      g_param_spec_boxed ("chart", NULL, NULL, CS_TYPE_FAMILY_CHART, flags);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);
  properties[PROP_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
cs_family_charts_init (CsFamilyCharts *charts)
{
}

CsFamilyCharts *
cs_family_charts_new (CsLibraryService *service)
{
  CsFamilyCharts *charts = g_object_new (CS_TYPE_FAMILY_CHARTS, NULL);

  charts->service = g_object_ref (service);
  g_signal_connect_object (service, "changed", G_CALLBACK (load), charts, G_CONNECT_SWAPPED);

  return charts;
}

void
cs_family_charts_ask (CsFamilyCharts *charts, const CsFamilyChartQuestion *question)
{
  GPtrArray *filters = question->filters == NULL ? NULL : g_ptr_array_ref (question->filters);
  char *query = g_strdup (question->query);

  g_clear_pointer (&charts->filters, g_ptr_array_unref);
  g_free (charts->query);
  charts->query = query;
  charts->filters = filters;
  charts->kind = question->kind;
  load (charts);
}

CsFamilyChart *
cs_family_charts_get_chart (CsFamilyCharts *charts)
{
  return charts->chart;
}
