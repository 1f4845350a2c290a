#include "cs-document-private.h"

#include "../../base/cs-limits.h"

G_DEFINE_TYPE (CsDocument, cs_document, G_TYPE_OBJECT)

enum
{
  CHANGED,
  GO_TO,
  REQUEST_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[CS_DOCUMENT_N_PROPERTIES];
static guint signals[N_SIGNALS];

GType
cs_save_state_get_type (void)
{
  static gsize type = 0;
  static const GEnumValue values[] = {
    { CS_SAVE_STATE_SAVED, "CS_SAVE_STATE_SAVED", "saved" },
    { CS_SAVE_STATE_UNSAVED, "CS_SAVE_STATE_UNSAVED", "unsaved" },
    { CS_SAVE_STATE_SAVING, "CS_SAVE_STATE_SAVING", "saving" },
    { CS_SAVE_STATE_FAILED, "CS_SAVE_STATE_FAILED", "failed" },
    { 0, NULL, NULL }
  };

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("CsSaveState", values));

  return type;
}

void
cs_document_notify (CsDocument *document, CsDocumentProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (document), properties[property]);
}

/* --- the filing sheet and the rest of the matter --- */

const CsMatterInfo *
cs_document_get_info (CsDocument *document)
{
  return document->info;
}

CsStoreService *
cs_document_get_service (CsDocument *document)
{
  return document->service;
}

const CsRequest *
cs_document_get_request (CsDocument *document)
{
  return document->request;
}

void
cs_document_set_request (CsDocument *document, CsRequest *request)
{
  g_autoptr (CsDraft) draft = NULL;

  cs_request_free (document->request);
  document->request = request;
  draft = cs_draft_new_with_request (document->draft, cs_request_dup (request));
  cs_document_adopt (document, draft, document->draft_generation);
  cs_document_touch (document);
  g_signal_emit (document, signals[REQUEST_CHANGED], 0);
  cs_document_ask_exam (document, TRUE);
}

GPtrArray *
cs_document_get_decisions (CsDocument *document)
{
  return document->decisions;
}

GHashTable *
cs_document_dup_pictures (CsDocument *document)
{
  return cs_picture_set_list_bytes (document->pictures);
}

void
cs_document_set_author (CsDocument *document, const char *author)
{
  g_free (document->author);
  document->author = g_strdup (author);
}

static void
set_offices (CsDocument *document, guint offices)
{
  if (document->offices == offices)
    return;

  document->offices = offices;
  cs_document_notify (document, CS_DOCUMENT_OFFICES);
  cs_document_touch (document);
  cs_document_ask_exam (document, TRUE);
}

static void
set_term (CsDocument *document, const char *key)
{
  if (g_strcmp0 (document->term, key) == 0)
    return;

  g_free (document->term);
  document->term = g_strdup (key);
  cs_document_notify (document, CS_DOCUMENT_TERM);
}

/* --- going places --- */

static void
set_part (CsDocument *document, CsPart part)
{
  if (document->part == part || part >= CS_N_PARTS || document->buffers[part] == NULL)
    return;

  document->part = part;
  cs_document_notify (document, CS_DOCUMENT_PART);
}

void
cs_document_go_to (CsDocument *document,
                   CsPart part,
                   guint start_char,
                   guint end_char,
                   gboolean focus)
{
  if (part >= CS_N_PARTS || document->buffers[part] == NULL)
    return;

  set_part (document, part);
  g_signal_emit (document, signals[GO_TO], 0, (guint)part, start_char, end_char, focus);
}

/* --- the object --- */

static gboolean
can_undo (const CsDocument *document)
{
  return document->editable && cs_history_peek_undo (document->history, NULL);
}

static gboolean
can_redo (const CsDocument *document)
{
  return document->editable && cs_history_peek_redo (document->history, NULL);
}

/* Returns: whether @property is one of the matter and its text; so below. */
static gboolean
get_of_text (CsDocument *document, CsDocumentProperty property, GValue *value)
{
  if (property == CS_DOCUMENT_NAME)
    g_value_set_string (value, document->info->name);
  else if (property == CS_DOCUMENT_REFERENCE)
    g_value_set_string (value, document->info->reference);
  else if (property == CS_DOCUMENT_PART)
    g_value_set_uint (value, document->part);
  else if (property == CS_DOCUMENT_UNIT)
    g_value_set_uint (value, document->unit);
  else if (property == CS_DOCUMENT_SAVE_STATE)
    g_value_set_enum (value, document->save_state);
  else if (property == CS_DOCUMENT_SAVE_MESSAGE)
    g_value_set_string (value, document->save_message);
  else if (property == CS_DOCUMENT_EDITABLE)
    g_value_set_boolean (value, document->editable);
  else if (property == CS_DOCUMENT_CAN_UNDO)
    g_value_set_boolean (value, can_undo (document));
  else if (property == CS_DOCUMENT_CAN_REDO)
    g_value_set_boolean (value, can_redo (document));
  else
    return FALSE;

  return TRUE;
}

static gboolean
get_of_exam (CsDocument *document, CsDocumentProperty property, GValue *value)
{
  if (property == CS_DOCUMENT_OFFICES)
    g_value_set_uint (value, document->offices);
  else if (property == CS_DOCUMENT_BUSY)
    g_value_set_boolean (value, document->busy);
  else if (property == CS_DOCUMENT_VIEW)
    g_value_set_boxed (value, document->view);
  else if (property == CS_DOCUMENT_STALE)
    g_value_set_boolean (value, cs_document_is_stale (document));
  else if (property == CS_DOCUMENT_ENTRY)
    g_value_set_pointer (value, (gpointer)document->entry);
  else if (property == CS_DOCUMENT_TOOK_US)
    g_value_set_int64 (value, document->took_us);
  else if (property == CS_DOCUMENT_EXAM_MESSAGE)
    g_value_set_string (value, document->exam_message);
  else if (property == CS_DOCUMENT_TERM_LIST)
    g_value_set_boxed (value, document->term_list);
  else if (property == CS_DOCUMENT_TERM)
    g_value_set_string (value, document->term);
  else
    return FALSE;

  return TRUE;
}

static void
cs_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CsDocument *document = CS_DOCUMENT (object);

  if (!get_of_text (document, id, value) && !get_of_exam (document, id, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
cs_document_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CsDocument *document = CS_DOCUMENT (object);

  if (id == CS_DOCUMENT_PART)
    set_part (document, g_value_get_uint (value));
  else if (id == CS_DOCUMENT_OFFICES)
    set_offices (document, g_value_get_uint (value));
  else if (id == CS_DOCUMENT_TERM)
    set_term (document, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
cs_document_dispose (GObject *object)
{
  CsDocument *document = CS_DOCUMENT (object);

  cs_document_exam_clear (document);
  cs_document_save_clear (document);
  cs_document_drop_buffers (document);
  g_clear_object (&document->pictures);
  g_clear_object (&document->service);

  G_OBJECT_CLASS (cs_document_parent_class)->dispose (object);
}

static void
cs_document_finalize (GObject *object)
{
  CsDocument *document = CS_DOCUMENT (object);

  cs_matter_info_free (document->info);
  cs_request_free (document->request);
  g_ptr_array_unref (document->decisions);
  g_clear_pointer (&document->answers, g_ptr_array_unref);
  cs_term_list_unref (document->term_list);
  g_free (document->author);
  cs_draft_unref (document->draft);
  cs_history_free (document->history);
  g_free (document->save_message);
  g_free (document->exam_message);
  g_free (document->term);

  G_OBJECT_CLASS (cs_document_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *class)
{
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags write = read | G_PARAM_WRITABLE;

  properties[CS_DOCUMENT_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, read);
  properties[CS_DOCUMENT_REFERENCE] = g_param_spec_string ("reference", NULL, NULL, NULL, read);
  properties[CS_DOCUMENT_PART] =
      g_param_spec_uint ("part", NULL, NULL, 0, CS_N_PARTS - 1, CS_PART_CLAIMS, write);
  properties[CS_DOCUMENT_UNIT] =
      g_param_spec_uint ("unit", NULL, NULL, 0, G_MAXUINT, CS_NO_INDEX, read);
  properties[CS_DOCUMENT_SAVE_STATE] = g_param_spec_enum (
      "save-state", NULL, NULL, CS_TYPE_SAVE_STATE, CS_SAVE_STATE_SAVED, read);
  properties[CS_DOCUMENT_SAVE_MESSAGE] =
      g_param_spec_string ("save-message", NULL, NULL, NULL, read);
  properties[CS_DOCUMENT_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE, read);
  properties[CS_DOCUMENT_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, read);
  properties[CS_DOCUMENT_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, read);
  properties[CS_DOCUMENT_OFFICES] =
      g_param_spec_uint ("offices", NULL, NULL, 0, G_MAXUINT, 0, write);
  properties[CS_DOCUMENT_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, read);
  properties[CS_DOCUMENT_VIEW] =
      g_param_spec_boxed ("view", NULL, NULL, CS_TYPE_FINDING_VIEW, read);
  properties[CS_DOCUMENT_STALE] = g_param_spec_boolean ("stale", NULL, NULL, TRUE, read);
  properties[CS_DOCUMENT_ENTRY] = g_param_spec_pointer ("entry", NULL, NULL, read);
  properties[CS_DOCUMENT_TOOK_US] =
      g_param_spec_int64 ("took-us", NULL, NULL, 0, G_MAXINT64, 0, read);
  properties[CS_DOCUMENT_EXAM_MESSAGE] =
      g_param_spec_string ("exam-message", NULL, NULL, NULL, read);
  properties[CS_DOCUMENT_TERM_LIST] =
      g_param_spec_boxed ("term-list", NULL, NULL, CS_TYPE_TERM_LIST, read);
  properties[CS_DOCUMENT_TERM] = g_param_spec_string ("term", NULL, NULL, NULL, write);
  g_object_class_install_properties (class, CS_DOCUMENT_N_PROPERTIES, properties);
}

static void
cs_document_class_init (CsDocumentClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = cs_document_get_property;
  object_class->set_property = cs_document_set_property;
  object_class->dispose = cs_document_dispose;
  object_class->finalize = cs_document_finalize;
  install_properties (object_class);

  signals[CHANGED] = g_signal_new ("changed", CS_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[GO_TO] =
      g_signal_new ("go-to", CS_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                    4, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_BOOLEAN);
  signals[REQUEST_CHANGED] = g_signal_new ("request-changed", CS_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cs_document_init (CsDocument *document)
{
  document->history = cs_history_new ();
  document->part = CS_PART_CLAIMS;
  document->unit = CS_NO_INDEX;
  cs_document_exam_init (document);
}

/* A text that the editor would not carry with ease is shown, and examined, but not changed. */
static gboolean
is_editable (CsDocument *document)
{
  g_autofree char *reason =
      document->service == NULL ? NULL : cs_store_service_dup_read_only (document->service);

  for (guint part = 0; part < CS_N_PARTS; part++)
    if (document->draft->texts[part] != NULL &&
        cs_text_get_n_bytes (document->draft->texts[part]) > CS_MAX_EDITED_BYTES)
      return FALSE;

  return reason == NULL;
}

CsDocument *
cs_document_new (CsStoreService *service, CsMatter *matter)
{
  CsDocument *document = g_object_new (CS_TYPE_DOCUMENT, NULL);
  g_autoptr (CsMatter) owned = matter;

  document->service = service == NULL ? NULL : g_object_ref (service);
  document->info = g_steal_pointer (&owned->info);
  document->draft = cs_draft_ref (owned->draft);
  document->request = cs_request_dup (owned->draft->request);
  document->answers = g_steal_pointer (&owned->answers);
  document->decisions = g_steal_pointer (&owned->decisions);
  if (document->decisions == NULL)
    document->decisions = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_decision_unref);
  document->term_list = g_steal_pointer (&owned->term_list);
  if (document->term_list == NULL)
    document->term_list = cs_term_list_new ();
  document->offices = document->info->offices;
  if (document->offices == 0)
    document->offices = 1u << document->request->office;
  document->editable = is_editable (document);
  document->pictures = cs_picture_set_new (service, document->info->id);
  cs_document_make_buffers (document);
  cs_document_ask_exam (document, TRUE);

  return document;
}
