#include <string.h>

#include <glib/gi18n-lib.h>

#include "../exam/cs-sign-off.h"
#include "cs-matter-exam.h"
#include "cs-pre-examination-private.h"

/* One pre-examination of one matter: what is shown, and what may be done about it. */

#define PROGRESS_MS 50

G_DEFINE_TYPE (CsPreExamination, cs_pre_examination, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_AUTHOR,
  PROP_LANGUAGE,
  PROP_MATTER_NAME,
  PROP_LOADED,
  PROP_RUNNING,
  PROP_TEXT_CHANGED,
  PROP_PROGRESS,
  PROP_CHOICES,
  PROP_ITEMS,
  PROP_RESULT,
  PROP_RECORD,
  PROP_DIFF,
  PROP_SELF_CHECK,
  PROP_SECOND_PERSON,
  PROP_N_ITEMS,
  PROP_N_CONCLUDED,
  PROP_N_UNANSWERED,
  PROP_SELF_CHECK_OBSTACLE,
  PROP_SECOND_PERSON_OBSTACLE,
  N_PROPERTIES
};

enum
{
  FAILED,
  FINISHED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void begin_next (CsPreExamination *exam);

static void
notify (CsPreExamination *exam, guint first, guint last)
{
  g_object_freeze_notify (G_OBJECT (exam));
  for (guint id = first; id <= last; id++)
    g_object_notify_by_pspec (G_OBJECT (exam), properties[id]);
  g_object_thaw_notify (G_OBJECT (exam));
}

/* --- what is asked of it --- */

guint
cs_pre_examination_count (CsPreExamination *exam, CsItemState state)
{
  guint n = 0;

  for (guint i = 0; exam->result != NULL && i < exam->result->items->len; i++)
    n += g_array_index (exam->result->items, CsItemResult, i).state == state;

  return n;
}

static guint
get_number (CsPreExamination *exam, guint id)
{
  guint n_items = exam->result == NULL ? 0 : exam->result->items->len;

  if (id == PROP_N_CONCLUDED)
    return n_items - cs_pre_examination_count (exam, CS_ITEM_MANUAL) -
           cs_pre_examination_count (exam, CS_ITEM_NOT_RUN);
  if (id == PROP_N_UNANSWERED)
    return exam->record == NULL ? 0 : cs_exam_record_count_unanswered (exam->record);

  return n_items;
}

gboolean
cs_pre_examination_is_running (const CsPreExamination *exam)
{
  return exam->work != NULL && exam->work->step == CS_PRE_START;
}

static gboolean
is_text_changed (const CsPreExamination *exam)
{
  return exam->record != NULL && g_strcmp0 (exam->record->text_sha256, exam->text_sha256) != 0;
}

static const CsSignature *
get_signature (const CsPreExamination *exam, CsSignatureRole role)
{
  return exam->record == NULL ? NULL : cs_exam_record_find_signature (exam->record, role);
}

char *
cs_pre_examination_dup_obstacle (const CsPreExamination *exam, CsSignatureRole role)
{
  char *words = NULL;

  if (exam->record == NULL)
    return g_strdup (_ ("nothing was examined yet"));
  if (exam->work != NULL && exam->work->step != CS_PRE_LOOK)
    return g_strdup (_ ("an examination is running"));

  cs_sign_find_obstacle (exam->record, role, exam->author, exam->writer, exam->text_sha256, &words);

  return words;
}

static char *
dup_obstacle_of (CsPreExamination *exam, guint id)
{
  return cs_pre_examination_dup_obstacle (exam, CS_SIGNATURE_SELF_CHECK + id -
                                                    PROP_SELF_CHECK_OBSTACLE);
}

static void
get_value (CsPreExamination *exam, guint id, GValue *value)
{
  if (id == PROP_CHOICES)
    g_value_set_object (value, exam->choices);
  else if (id == PROP_ITEMS)
    g_value_set_object (value, exam->items);
  else if (id == PROP_RESULT)
    g_value_set_boxed (value, exam->result);
  else if (id == PROP_RECORD)
    g_value_set_boxed (value, exam->record);
  else if (id == PROP_DIFF)
    g_value_set_boxed (value, exam->diff);
  else if (id <= PROP_SECOND_PERSON)
    g_value_set_boxed (value, get_signature (exam, CS_SIGNATURE_SELF_CHECK + id - PROP_SELF_CHECK));
  else if (id <= PROP_N_UNANSWERED)
    g_value_set_uint (value, get_number (exam, id));
  else
    g_value_take_string (value, dup_obstacle_of (exam, id));
}

static void
cs_pre_examination_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CsPreExamination *exam = CS_PRE_EXAMINATION (object);

  if (id == PROP_AUTHOR)
    g_value_set_string (value, exam->author);
  else if (id == PROP_LANGUAGE)
    g_value_set_string (value, exam->language);
  else if (id == PROP_MATTER_NAME)
    g_value_set_string (value, exam->matter_name);
  else if (id == PROP_LOADED)
    g_value_set_boolean (value, exam->fitting != NULL);
  else if (id == PROP_RUNNING)
    g_value_set_boolean (value, cs_pre_examination_is_running (exam));
  else if (id == PROP_TEXT_CHANGED)
    g_value_set_boolean (value, is_text_changed (exam));
  else if (id == PROP_PROGRESS)
    g_value_set_double (value, g_atomic_int_get (&exam->progress) / (double)CS_PRE_PROGRESS);
  else
    get_value (exam, id, value);
}

static void
cs_pre_examination_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CsPreExamination *exam = CS_PRE_EXAMINATION (object);

  g_free (exam->author);
  exam->author = g_value_dup_string (value);
  if (exam->author == NULL)
    exam->author = g_strdup ("");
  notify (exam, PROP_AUTHOR, PROP_AUTHOR);
  notify (exam, PROP_SELF_CHECK_OBSTACLE, PROP_SECOND_PERSON_OBSTACLE);
}

/* --- what comes back --- */

static void
take_runs (CsPreExamination *exam, const GPtrArray *runs)
{
  g_clear_pointer (&exam->record, cs_exam_record_unref);
  g_clear_pointer (&exam->diff, cs_exam_diff_unref);
  if (runs->len > 0)
    exam->record = cs_exam_record_ref (runs->pdata[0]);
  exam->diff = cs_matter_exam_compare (runs);
}

static void
take_matter (CsPreExamination *exam, CsPreWork *work)
{
  g_free (exam->matter_name);
  exam->matter_name = g_strdup (work->matter->info->name);
  g_free (exam->writer);
  exam->writer = g_steal_pointer (&work->author);
  g_free (exam->text_sha256);
  exam->text_sha256 = g_steal_pointer (&work->text_sha256);
}

/* Of an examination of another text that was kept earlier only the record is shown. */
static void
take_result (CsPreExamination *exam, CsPreWork *work)
{
  if (work->fitting != NULL && (exam->fitting == NULL || work->step == CS_PRE_START))
    {
      g_clear_pointer (&exam->fitting, g_ptr_array_unref);
      exam->fitting = g_ptr_array_ref (work->fitting);
      cs_checklist_choices_show (exam->choices, exam->fitting, work->chosen, exam->language);
    }
  if (work->runs != NULL)
    take_runs (exam, work->runs);
  if (work->result == NULL)
    return;

  g_clear_pointer (&exam->result, cs_exam_result_unref);
  exam->result = cs_exam_result_ref (work->result);
  cs_pre_items_show (exam->items, exam->result, exam->language);
}

static gboolean
on_tick (gpointer data)
{
  notify (data, PROP_PROGRESS, PROP_PROGRESS);

  return G_SOURCE_CONTINUE;
}

static void
end_work (CsPreExamination *exam)
{
  g_clear_handle_id (&exam->progress_source, g_source_remove);
  g_clear_object (&exam->cancellable);
  exam->work = NULL;
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CsPreExamination) exam = data;
  g_autoptr (CsPreWork) work = exam->work;
  g_autoptr (GError) error = NULL;
  gboolean done = cs_pre_work_finish (result, &error);

  end_work (exam);
  if (done)
    {
      take_matter (exam, work);
      take_result (exam, work);
    }
  cs_pre_items_end_saving (exam->items);
  notify (exam, PROP_MATTER_NAME, PROP_SECOND_PERSON_OBSTACLE);

  if (!done && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (exam, signals[FAILED], 0, error->message);
  if (done && work->step != CS_PRE_LOOK)
    g_signal_emit (exam, signals[FINISHED], 0);
  begin_next (exam);
}

static void
begin_next (CsPreExamination *exam)
{
  CsPreWork *work = exam->work == NULL ? g_queue_pop_head (&exam->waiting) : NULL;

  if (work == NULL)
    return;

  exam->work = work;
  exam->cancellable = g_cancellable_new ();
  work->progress = &exam->progress; /* the callback holds the examination */
  g_atomic_int_set (&exam->progress, 0);
  if (work->step == CS_PRE_START)
    exam->progress_source = g_timeout_add (PROGRESS_MS, on_tick, exam);
  cs_pre_work_do (work, exam->service, exam->cancellable, on_done, g_object_ref (exam));
  if (work->step != CS_PRE_LOOK)
    notify (exam, PROP_RUNNING, PROP_SECOND_PERSON_OBSTACLE);
}

gboolean
cs_pre_examination_waits_for (const CsPreExamination *exam, CsPreStep step)
{
  for (const GList *at = exam->waiting.head; at != NULL; at = at->next)
    if (((const CsPreWork *)at->data)->step == step)
      return TRUE;

  return FALSE;
}

void
cs_pre_examination_add_work (CsPreExamination *exam, CsPreWork *work)
{
  g_queue_push_tail (&exam->waiting, work);
  begin_next (exam);
}

static void
on_store_changed (CsPreExamination *exam, gint64 matter)
{
  if ((matter == 0 || matter == exam->matter) && !cs_pre_examination_waits_for (exam, CS_PRE_LOOK))
    cs_pre_examination_add_work (exam, cs_pre_work_new (CS_PRE_LOOK, exam->matter));
}

void
cs_pre_examination_refuse (CsPreExamination *exam, const char *reason)
{
  g_signal_emit (exam, signals[FAILED], 0, reason);
}

/* --- the object --- */

static void
cs_pre_examination_dispose (GObject *object)
{
  CsPreExamination *exam = CS_PRE_EXAMINATION (object);

  if (exam->service != NULL)
    g_signal_handlers_disconnect_by_data (exam->service, exam);
  g_clear_object (&exam->service);
  g_clear_object (&exam->choices);
  g_clear_object (&exam->items);

  G_OBJECT_CLASS (cs_pre_examination_parent_class)->dispose (object);
}

static void
cs_pre_examination_finalize (GObject *object)
{
  CsPreExamination *exam = CS_PRE_EXAMINATION (object);

  g_queue_clear_full (&exam->waiting, (GDestroyNotify)cs_pre_work_free);
  g_free (exam->language);
  g_free (exam->author);
  g_free (exam->matter_name);
  g_free (exam->writer);
  g_free (exam->text_sha256);
  g_clear_pointer (&exam->fitting, g_ptr_array_unref);
  g_clear_pointer (&exam->result, cs_exam_result_unref);
  g_clear_pointer (&exam->record, cs_exam_record_unref);
  g_clear_pointer (&exam->diff, cs_exam_diff_unref);

  G_OBJECT_CLASS (cs_pre_examination_parent_class)->finalize (object);
}

static void
add_lists_and_values (const GParamFlags flags)
{
  properties[PROP_CHOICES] =
      g_param_spec_object ("choices", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_ITEMS] = g_param_spec_object ("items", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_RESULT] = g_param_spec_boxed ("result", NULL, NULL, CS_TYPE_EXAM_RESULT, flags);
  properties[PROP_RECORD] = g_param_spec_boxed ("record", NULL, NULL, CS_TYPE_EXAM_RECORD, flags);
  properties[PROP_DIFF] = g_param_spec_boxed ("diff", NULL, NULL, CS_TYPE_EXAM_DIFF, flags);
  properties[PROP_SELF_CHECK] =
      g_param_spec_boxed ("self-check", NULL, NULL, CS_TYPE_SIGNATURE, flags);
  properties[PROP_SECOND_PERSON] =
      g_param_spec_boxed ("second-person", NULL, NULL, CS_TYPE_SIGNATURE, flags);
}

static void
cs_pre_examination_class_init (CsPreExaminationClass *class)
{
  static const struct
  {
    guint id;
    const char *name;
  } truths[] = { { PROP_LOADED, "loaded" },
                 { PROP_RUNNING, "running" },
                 { PROP_TEXT_CHANGED, "text-changed" } },
    numbers[] = { { PROP_N_ITEMS, "n-items" },
                  { PROP_N_CONCLUDED, "n-concluded" },
                  { PROP_N_UNANSWERED, "n-unanswered" } },
    strings[] = { { PROP_LANGUAGE, "language" },
                  { PROP_MATTER_NAME, "matter-name" },
                  { PROP_SELF_CHECK_OBSTACLE, "self-check-obstacle" },
                  { PROP_SECOND_PERSON_OBSTACLE, "second-person-obstacle" } };
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = cs_pre_examination_get_property;
  object_class->set_property = cs_pre_examination_set_property;
  object_class->dispose = cs_pre_examination_dispose;
  object_class->finalize = cs_pre_examination_finalize;

  for (guint i = 0; i < G_N_ELEMENTS (truths); i++)
    properties[truths[i].id] = g_param_spec_boolean (truths[i].name, NULL, NULL, FALSE, flags);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    properties[numbers[i].id] =
        g_param_spec_uint (numbers[i].name, NULL, NULL, 0, G_MAXUINT, 0, flags);
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    properties[strings[i].id] = g_param_spec_string (strings[i].name, NULL, NULL, NULL, flags);
  properties[PROP_AUTHOR] = g_param_spec_string ("author", NULL, NULL, "",
                                                 flags | G_PARAM_WRITABLE |
                                                     G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, flags);
  add_lists_and_values (flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[FAILED] = g_signal_new ("failed", CS_TYPE_PRE_EXAMINATION, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FINISHED] = g_signal_new ("finished", CS_TYPE_PRE_EXAMINATION, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cs_pre_examination_init (CsPreExamination *exam)
{
  g_queue_init (&exam->waiting);
  exam->author = g_strdup ("");
  exam->choices = g_list_store_new (CS_TYPE_CHECKLIST_CHOICE);
  exam->items = g_list_store_new (CS_TYPE_PRE_ITEM);
}

CsPreExamination *
cs_pre_examination_new (CsStoreService *service, gint64 matter, const char *language)
{
  CsPreExamination *exam = g_object_new (CS_TYPE_PRE_EXAMINATION, NULL);

  exam->service = g_object_ref (service);
  exam->matter = matter;
  exam->language = g_strdup (language);
  g_signal_connect_object (service, "changed", G_CALLBACK (on_store_changed), exam,
                           G_CONNECT_SWAPPED);
  cs_pre_examination_add_work (exam, cs_pre_work_new (CS_PRE_LOAD, matter));

  return exam;
}
