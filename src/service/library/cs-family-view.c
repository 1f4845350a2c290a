#include "cs-family-view.h"

#include <string.h>

#include "../../family/cs-legal-code.h"

#define MAX_CHOICES 24 /* families that one family is seen in; more are no choice any more */

/* All that is shown, as it comes from the thread that reads. */
typedef struct
{
  CsFamily *family;
  gint64 simple; /* id of the simple family, which has the marks */
  GPtrArray *choices;
  GPtrArray *cited;  /* what it cites */
  GPtrArray *citing; /* what cites it */
  CsFamilyMarks *marks;
  GPtrArray *labels[CS_LABEL_POOL + 1];
} Shown;

struct _CsFamilyView
{
  GObject parent_instance;

  CsLibraryService *service;
  char *language;
  gint64 wanted; /* id of the family to be shown */
  Shown *shown;  /* NULL until it is loaded */
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

static void
choice_free (gpointer data)
{
  CsFamilyChoice *choice = data;

  g_free (choice->source);
  g_free (choice->office);
  g_free (choice);
}

static void
shown_free (gpointer data)
{
  Shown *shown = data;

  g_clear_pointer (&shown->family, cs_family_unref);
  g_clear_pointer (&shown->choices, g_ptr_array_unref);
  g_clear_pointer (&shown->cited, g_ptr_array_unref);
  g_clear_pointer (&shown->citing, g_ptr_array_unref);
  g_clear_pointer (&shown->marks, cs_family_marks_free);
  for (guint kind = 0; kind < G_N_ELEMENTS (shown->labels); kind++)
    g_clear_pointer (&shown->labels[kind], g_ptr_array_unref);
  g_free (shown);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Shown, shown_free)

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

/* --- in the thread that reads --- */

/* What is asked of that thread. */
typedef struct
{
  gint64 family;
  gint64 application; /* of it, when it was loaded before; else 0 */
  CsFamilyRule rule;  /* of it, then */
  char *language;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->language);
  g_free (question);
}

/* Returns: (nullable): the only office of @family */
static const char *
find_office (const CsFamily *family)
{
  const char *office = NULL;

  for (guint i = 0; i < family->applications->len; i++)
    {
      const CsApplication *application = family->applications->pdata[i];
      const char *own = cs_legal_get_office (application->number);

      if (office != NULL && strcmp (office, own) != 0)
        return NULL;
      office = own;
    }

  return office;
}

static void
add_choice (Shown *shown, const CsFamily *family)
{
  CsFamilyChoice *choice = g_new0 (CsFamilyChoice, 1);

  choice->family = family->store_id;
  choice->rule = family->rule;
  choice->source = g_strdup (family->source);
  choice->office = g_strdup (find_office (family));
  choice->n_applications = family->applications->len;
  g_ptr_array_add (shown->choices, choice);
}

static gboolean
has_choice (const Shown *shown, gint64 family)
{
  for (guint i = 0; i < shown->choices->len; i++)
    if (((const CsFamilyChoice *)shown->choices->pdata[i])->family == family)
      return TRUE;

  return FALSE;
}

static gboolean
offer_family (CsLibrary *library, Shown *shown, gint64 id, GError **error)
{
  g_autoptr (CsFamily) family = NULL;

  if (has_choice (shown, id) || shown->choices->len >= MAX_CHOICES)
    return TRUE;
  if (id == shown->family->store_id)
    {
      add_choice (shown, shown->family);
      return TRUE;
    }

  family = cs_library_load_family (library, id, NULL, error);
  if (family != NULL)
    add_choice (shown, family);

  return family != NULL;
}

static int
compare_choices (gconstpointer a, gconstpointer b)
{
  const CsFamilyChoice *one = *(CsFamilyChoice *const *)a;
  const CsFamilyChoice *other = *(CsFamilyChoice *const *)b;

  if (one->rule != other->rule)
    return (int)one->rule - (int)other->rule;
  if (one->n_applications != other->n_applications)
    return one->n_applications > other->n_applications ? -1 : 1;

  return one->family < other->family ? -1 : 1;
}

/* Every rule has an answer for every application; those of the first one come first. */
static gboolean
load_choices (CsLibrary *library, Shown *shown, GError **error)
{
  const GPtrArray *applications = shown->family->applications;

  shown->choices = g_ptr_array_new_with_free_func (choice_free);
  for (guint i = 0; i < applications->len && shown->choices->len < MAX_CHOICES; i++)
    {
      const CsApplication *application = applications->pdata[i];
      g_autoptr (GArray) families =
          cs_library_list_families_of (library, application->store_id, error);

      if (families == NULL)
        return FALSE;
      for (guint f = 0; f < families->len; f++)
        if (!offer_family (library, shown, g_array_index (families, gint64, f), error))
          return FALSE;
      if (i == 0 && families->len > 0)
        shown->simple = g_array_index (families, gint64, 0);
    }
  g_ptr_array_sort (shown->choices, compare_choices);

  return TRUE;
}

/* A family that is gone was joined with another one, or falls apart: the one of the same rule in
 * which its first application is now takes its place. Returns: id, 0 when there is none */
static gint64
find_heir (CsLibrary *library, const Question *question)
{
  g_autoptr (GArray) families =
      cs_library_list_families_of (library, question->application, NULL);

  for (guint i = 0; families != NULL && i < families->len; i++)
    {
      gint64 id = g_array_index (families, gint64, i);
      g_autoptr (CsFamily) family = cs_library_load_family (library, id, NULL, NULL);

      if (family != NULL && family->rule == question->rule)
        return id;
    }

  return 0;
}

static CsFamily *
load_family (CsLibrary *library, const Question *question, GError **error)
{
  g_autoptr (GError) own = NULL;
  CsFamily *family =
      cs_library_load_family (library, question->family, question->language, &own);
  gint64 heir = 0;

  if (family == NULL && question->application != 0 &&
      g_error_matches (own, CS_STORE_ERROR, CS_STORE_ERROR_NOT_FOUND))
    heir = find_heir (library, question);
  if (heir != 0)
    return cs_library_load_family (library, heir, question->language, error);
  if (family == NULL)
    g_propagate_error (error, g_steal_pointer (&own));

  return family;
}

static gboolean
load_rest (CsLibrary *library, Shown *shown, GError **error)
{
  shown->marks = cs_library_load_marks (library, shown->simple, error);
  if (shown->marks == NULL)
    return FALSE;

  for (guint kind = 0; kind < G_N_ELEMENTS (shown->labels); kind++)
    {
      shown->labels[kind] = cs_library_list_labels (library, kind, error);
      if (shown->labels[kind] == NULL)
        return FALSE;
    }
  shown->cited = cs_library_list_citations (library, shown->simple, TRUE, error);
  if (shown->cited != NULL)
    shown->citing = cs_library_list_citations (library, shown->simple, FALSE, error);

  return shown->citing != NULL;
}

static gpointer
load (CsLibrary *library,
      CsSearcher *searcher,
      gpointer data,
      GCancellable *cancellable,
      GError **error)
{
  const Question *question = data;
  g_autoptr (Shown) shown = g_new0 (Shown, 1);

  shown->family = load_family (library, question, error);
  if (shown->family == NULL)
    return NULL;

  shown->simple = shown->family->store_id;
  if (!load_choices (library, shown, error) || !load_rest (library, shown, error))
    return NULL;

  return g_steal_pointer (&shown);
}

/* --- in the thread of the program --- */

static CsOfficeDate
get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return (CsOfficeDate){ (guint16)g_date_time_get_year (now), (guint8)g_date_time_get_month (now),
                         (guint8)g_date_time_get_day_of_month (now) };
}

static void
on_loaded (GObject *service, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsFamilyView) view = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Shown) shown =
      cs_library_service_finish (CS_LIBRARY_SERVICE (service), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != view->loading)
    return; /* something else was asked for meanwhile */

  g_clear_object (&view->loading);
  g_free (view->error);
  view->error = error != NULL ? g_strdup (error->message) : NULL;
  g_object_notify_by_pspec (G_OBJECT (view), properties[PROP_ERROR]);
  if (shown == NULL)
    return;

  g_clear_pointer (&view->shown, shown_free);
  view->shown = g_steal_pointer (&shown);
  view->wanted = view->shown->family->store_id;
  view->today = get_today ();
  g_object_notify_by_pspec (G_OBJECT (view), properties[PROP_FAMILY]);
}

static void
reload (CsFamilyView *view)
{
  Question *question = g_new0 (Question, 1);
  const CsLibraryJob job = { load, question, question_free, shown_free, FALSE };

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

  g_clear_pointer (&view->shown, shown_free);
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
