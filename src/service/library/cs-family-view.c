#include "cs-family-view.h"

#include "cs-family-shown.h"

struct _CsFamilyView
{
  GObject parent_instance;

  CsLibraryService *service;
  char *language;
  gint64 wanted;        /* id of the family to be shown */
  CsFamilyShown *shown; /* NULL until it is loaded */
  char *error;
  CsOfficeDate today;
  GCancellable *loading; /* nullable */
};

enum
{
  PROP_0,
  PROP_FAMILY,
  PROP_ERROR,
  N_PROPERTIES
};

enum
{
  MARKED,
  FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CsFamilyView, cs_family_view, G_TYPE_OBJECT)

CsFamilyMarks *
cs_family_marks_copy (const CsFamilyMarks *marks)
{
  CsFamilyMarks *copy = g_new0 (CsFamilyMarks, 1);

  copy->note = g_strdup (marks->note);
  copy->rating = marks->rating;
  copy->tags = g_strdupv (marks->tags);
  copy->pools = g_strdupv (marks->pools);

  return copy;
}

/* --- in the thread of the program --- */

static void
on_loaded (GObject *service, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsFamilyView) view = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsFamilyShown) shown =
      cs_library_service_finish (CS_LIBRARY_SERVICE (service), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != view->loading)
    return; /* something else was asked for meanwhile */

  g_clear_object (&view->loading);
  g_free (view->error);
  view->error = error != NULL ? g_strdup (error->message) : NULL;
  g_object_notify_by_pspec (G_OBJECT (view), properties[PROP_ERROR]);
  if (shown == NULL)
    return;

  g_clear_pointer (&view->shown, cs_family_shown_free);
  view->shown = g_steal_pointer (&shown);
  view->wanted = view->shown->family->store_id;
  view->today = cs_office_date_today ();
  g_object_notify_by_pspec (G_OBJECT (view), properties[PROP_FAMILY]);
}

static void
reload (CsFamilyView *view)
{
  CsFamilyQuestion *question = g_new0 (CsFamilyQuestion, 1);
  const CsLibraryJob job = { cs_family_shown_load, question, cs_family_question_free,
                             cs_family_shown_free, FALSE };

  question->family = view->wanted;
  question->language = g_strdup (view->language);
  if (view->shown != NULL && view->shown->family->applications->len > 0)
    {
      const CsApplication *first = view->shown->family->applications->pdata[0];

      question->application = first->store_id;
      question->rule = view->shown->family->rule;
    }
  g_cancellable_cancel (view->loading);
  g_clear_object (&view->loading);
  view->loading = g_cancellable_new ();
  cs_library_service_read (view->service, &job, view->loading, on_loaded, g_object_ref (view));
}

void
cs_family_view_choose (CsFamilyView *view, gint64 family)
{
  if (view->wanted == family)
    return;

  view->wanted = family;
  reload (view);
}

/* --- marks --- */

/* What is to be written. */
typedef struct
{
  gint64 family;
  CsFamilyMarks *marks;
} Marking;

static void
marking_free (gpointer data)
{
  Marking *marking = data;

  cs_family_marks_free (marking->marks);
  g_free (marking);
}

static gpointer
write_marks (CsLibrary *library,
             CsSearcher *searcher,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  const Marking *marking = data;
  CsFamilyMarks *old = NULL;

  cs_library_set_marks (library, marking->family, marking->marks, &old, error);

  return old;
}

static void
on_marked (GObject *service, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsFamilyView) view = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CsFamilyMarks) old =
      cs_library_service_finish (CS_LIBRARY_SERVICE (service), result, &error);

  if (old != NULL)
    g_signal_emit (view, signals[MARKED], 0, old);
  else
    g_signal_emit (view, signals[FAILED], 0, error->message);
}

void
cs_family_view_set_marks (CsFamilyView *view, const CsFamilyMarks *marks)
{
  CsLibraryJob job = { write_marks, NULL, marking_free, (GDestroyNotify)cs_family_marks_free,
                       FALSE };
  Marking *marking;

  if (view->shown == NULL)
    return;

  marking = g_new (Marking, 1);
  *marking = (Marking){ view->shown->simple, cs_family_marks_copy (marks) };
  job.data = marking;
  cs_library_service_write (view->service, &job, NULL, on_marked, g_object_ref (view));
}

/* --- what was loaded --- */

CsLibraryService *
cs_family_view_get_service (CsFamilyView *view)
{
  return view->service;
}

const CsFamily *
cs_family_view_get_family (CsFamilyView *view)
{
  return view->shown == NULL ? NULL : view->shown->family;
}

const GPtrArray *
cs_family_view_get_choices (CsFamilyView *view)
{
  return view->shown == NULL ? NULL : view->shown->choices;
}

const GPtrArray *
cs_family_view_get_citations (CsFamilyView *view, gboolean backward)
{
  if (view->shown == NULL)
    return NULL;

  return backward ? view->shown->cited : view->shown->citing;
}

const GPtrArray *
cs_family_view_get_history (CsFamilyView *view)
{
  return view->shown == NULL ? NULL : view->shown->history;
}

const CsFamilyMarks *
cs_family_view_get_marks (CsFamilyView *view)
{
  return view->shown == NULL ? NULL : view->shown->marks;
}

const GPtrArray *
cs_family_view_get_labels (CsFamilyView *view, CsLabelKind kind)
{
  g_return_val_if_fail (kind <= CS_LABEL_POOL, NULL);

  return view->shown == NULL ? NULL : view->shown->labels[kind];
}

CsOfficeDate
cs_family_view_get_today (CsFamilyView *view)
{
  return view->today;
}

/* --- the object --- */

static void
cs_family_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CsFamilyView *view = CS_FAMILY_VIEW (object);

  if (id == PROP_FAMILY)
    g_value_set_boxed (value, cs_family_view_get_family (view));
  else
    g_value_set_string (value, view->error);
}

static void
cs_family_view_dispose (GObject *object)
{
  CsFamilyView *view = CS_FAMILY_VIEW (object);

  g_cancellable_cancel (view->loading);
  g_clear_object (&view->loading);
  g_clear_object (&view->service);

  G_OBJECT_CLASS (cs_family_view_parent_class)->dispose (object);
}

static void
cs_family_view_finalize (GObject *object)
{
  CsFamilyView *view = CS_FAMILY_VIEW (object);

  g_clear_pointer (&view->shown, cs_family_shown_free);
  g_free (view->language);
  g_free (view->error);

  G_OBJECT_CLASS (cs_family_view_parent_class)->finalize (object);
}

static void
cs_family_view_class_init (CsFamilyViewClass *class)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = cs_family_view_get_property;
  object_class->dispose = cs_family_view_dispose;
  object_class->finalize = cs_family_view_finalize;

  properties[PROP_FAMILY] = g_param_spec_boxed ("family", NULL, NULL, CS_TYPE_FAMILY, flags);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[MARKED] = g_signal_new ("marked", CS_TYPE_FAMILY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[FAILED] = g_signal_new ("failed", CS_TYPE_FAMILY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cs_family_view_init (CsFamilyView *view)
{
}

CsFamilyView *
cs_family_view_new (CsLibraryService *service, gint64 family, const char *language)
{
  CsFamilyView *view = g_object_new (CS_TYPE_FAMILY_VIEW, NULL);

  view->service = g_object_ref (service);
  view->wanted = family;
  view->language = g_strdup (language);
  g_signal_connect_object (service, "changed", G_CALLBACK (reload), view, G_CONNECT_SWAPPED);
  reload (view);

  return view;
}
