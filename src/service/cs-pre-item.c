#include "../exam/cs-evidence.h"
#include "../exam/cs-messages.h"
#include "cs-pre-examination-private.h"

/* An item of a pre-examination. */

struct _CsPreItem
{
  GObject parent_instance;

  CsExamResult *result; /* owns what follows */
  const CsItemResult *item;
  char *language;
  char *basis;
  char *reason;
  GListStore *evidence;
  GListStore *findings;
  guint severity;
  gboolean saving;
};

G_DEFINE_TYPE (CsPreItem, cs_pre_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID, /* strings from here on */
  PROP_CHECKLIST,
  PROP_TITLE,
  PROP_BASIS,
  PROP_EXPLAIN,
  PROP_QUESTION,
  PROP_GROUP,
  PROP_PLACE,
  PROP_REASON,
  PROP_STATE, /* numbers */
  PROP_SEVERITY,
  PROP_N_FINDINGS,
  PROP_ANSWER,
  PROP_ANSWER_STALE, /* truths */
  PROP_OPEN,
  PROP_SAVING,
  PROP_EVIDENCE, /* lists */
  PROP_FINDINGS,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

/* --- what it says --- */

static const char *
get_words (const CsPreItem *pre, const CsWords *words)
{
  const char *text = cs_words_get (words, pre->language);

  return text == NULL ? "" : text;
}

/* The place of the first finding that counts, else of the first. */
static char *
dup_place (const CsPreItem *pre)
{
  GListModel *findings = G_LIST_MODEL (pre->findings);
  char *place = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (CsPreEvidence) finding = g_list_model_get_item (findings, i);
      gboolean waived;

      g_object_get (finding, "waived", &waived, NULL);
      if (place != NULL && waived)
        continue;
      g_free (place);
      g_object_get (finding, "label", &place, NULL);
      if (!waived)
        break;
    }

  return place == NULL ? g_strdup ("") : place;
}

static char *
dup_string (const CsPreItem *pre, guint id)
{
  const CsItem *item = pre->item->item;

  switch (id)
    {
    case PROP_ID:
      return g_strdup (item->id);
    case PROP_CHECKLIST:
      return g_strdup (pre->item->checklist->id);
    case PROP_TITLE:
      return g_strdup (get_words (pre, &item->title));
    case PROP_BASIS:
      return g_strdup (pre->basis);
    case PROP_EXPLAIN:
      return g_strdup (get_words (pre, &item->explain));
    case PROP_QUESTION:
      return g_strdup (get_words (pre, &item->question));
    case PROP_GROUP:
      return g_strdup (item->group == NULL ? "" : item->group);
    case PROP_PLACE:
      return dup_place (pre);
    default:
      return g_strdup (pre->reason);
    }
}

static guint
get_number (const CsPreItem *pre, guint id)
{
  switch (id)
    {
    case PROP_STATE:
      return pre->item->state;
    case PROP_SEVERITY:
      return pre->severity;
    default:
      return pre->item->n_findings - pre->item->n_waived;
    }
}

static void
cs_pre_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const CsPreItem *pre = CS_PRE_ITEM (object);

  if (id <= PROP_REASON)
    g_value_take_string (value, dup_string (pre, id));
  else if (id <= PROP_N_FINDINGS)
    g_value_set_uint (value, get_number (pre, id));
  else if (id == PROP_ANSWER)
    g_value_set_boxed (value, pre->item->answer);
  else if (id == PROP_ANSWER_STALE)
    g_value_set_boolean (value, pre->item->stale);
  else if (id == PROP_OPEN)
    g_value_set_boolean (value, cs_item_result_is_open (pre->item));
  else if (id == PROP_SAVING)
    g_value_set_boolean (value, pre->saving);
  else
    g_value_set_object (value, id == PROP_EVIDENCE ? pre->evidence : pre->findings);
}

/* --- taking it from an examination --- */

static void
list_evidence (CsPreItem *pre)
{
  g_autoptr (GArray) places = cs_evidence_collect (pre->item->item, pre->result);

  g_list_store_remove_all (pre->evidence);
  for (guint i = 0; i < places->len; i++)
    {
      g_autoptr (CsPreEvidence) evidence = cs_pre_evidence_new (
          pre->result, &g_array_index (places, CsSpan, i), NULL, pre->language);

      g_list_store_append (pre->evidence, evidence);
    }
}

static void
list_findings (CsPreItem *pre)
{
  const GArray *findings = pre->result->findings;

  g_list_store_remove_all (pre->findings);
  pre->severity = CS_N_SEVERITIES;
  for (guint i = 0; pre->item->n_findings > 0 && i < findings->len; i++)
    {
      const CsFinding *finding = &g_array_index (findings, CsFinding, i);
      g_autoptr (CsPreEvidence) found = NULL;

      if (finding->item != pre->item->item)
        continue;
      if (!cs_finding_is_waived (finding))
        pre->severity = MIN (pre->severity, finding->severity);
      found = cs_pre_evidence_new (pre->result, &finding->report->where, finding, pre->language);
      g_list_store_append (pre->findings, found);
    }
}

static void
take (CsPreItem *pre, CsExamResult *result, const CsItemResult *item, const char *language)
{
  const GArray *bases = item->item->bases;
  CsExamResult *before = pre->result;

  pre->result = cs_exam_result_ref (result);
  pre->item = item;
  g_clear_pointer (&before, cs_exam_result_unref);
  if (pre->language == NULL)
    pre->language = g_strdup (language);
  g_free (pre->basis);
  pre->basis = bases->len == 0 ? g_strdup ("") :
                                 cs_legal_basis_dup_citation (
                                     &g_array_index (bases, CsLegalBasis, 0), pre->language);
  g_free (pre->reason);
  pre->reason = item->reason == NULL ? g_strdup ("") :
                                       cs_messages_dup_reason (item, result, pre->language);
  list_evidence (pre);
  list_findings (pre);
}

CsPreItem *
cs_pre_item_new (CsExamResult *result, const CsItemResult *item, const char *language)
{
  CsPreItem *pre = g_object_new (CS_TYPE_PRE_ITEM, NULL);

  take (pre, result, item, language);

  return pre;
}

void
cs_pre_item_update (CsPreItem *pre,
                    CsExamResult *result,
                    const CsItemResult *item,
                    const char *language)
{
  take (pre, result, item, language);
  pre->saving = FALSE;

  g_object_freeze_notify (G_OBJECT (pre));
  for (guint id = PROP_ID; id < PROP_EVIDENCE; id++)
    g_object_notify_by_pspec (G_OBJECT (pre), properties[id]);
  g_object_thaw_notify (G_OBJECT (pre));
}

void
cs_pre_item_set_saving (CsPreItem *pre, gboolean saving)
{
  if (pre->saving == saving)
    return;

  pre->saving = saving;
  g_object_notify_by_pspec (G_OBJECT (pre), properties[PROP_SAVING]);
}

const CsItemResult *
cs_pre_item_get_result (CsPreItem *item)
{
  return item->item;
}

char *
cs_pre_item_dup_key (const CsItemResult *item)
{
  return g_strconcat (item->checklist->id, " ", item->item->id, NULL);
}

/* --- the object --- */

static void
cs_pre_item_finalize (GObject *object)
{
  CsPreItem *pre = CS_PRE_ITEM (object);

  g_clear_pointer (&pre->result, cs_exam_result_unref);
  g_free (pre->language);
  g_free (pre->basis);
  g_free (pre->reason);
  g_object_unref (pre->evidence);
  g_object_unref (pre->findings);

  G_OBJECT_CLASS (cs_pre_item_parent_class)->finalize (object);
}

static void
cs_pre_item_class_init (CsPreItemClass *class)
{
  static const char *const strings[] = { "id", "checklist", "title", "basis", "explain",
                                         "question", "group", "place", "reason" };
  static const char *const numbers[] = { "state", "severity", "n-findings" };
  static const char *const truths[] = { "answer-stale", "open", "saving" };
  static const char *const lists[] = { "evidence", "findings" };
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = cs_pre_item_get_property;
  object_class->finalize = cs_pre_item_finalize;

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    properties[PROP_ID + i] = g_param_spec_string (strings[i], NULL, NULL, "", flags);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    properties[PROP_STATE + i] =
        g_param_spec_uint (numbers[i], NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ANSWER] = g_param_spec_boxed ("answer", NULL, NULL, CS_TYPE_ANSWER, flags);
  for (guint i = 0; i < G_N_ELEMENTS (truths); i++)
    properties[PROP_ANSWER_STALE + i] =
        g_param_spec_boolean (truths[i], NULL, NULL, FALSE, flags);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    properties[PROP_EVIDENCE + i] =
        g_param_spec_object (lists[i], NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
cs_pre_item_init (CsPreItem *pre)
{
  pre->evidence = g_list_store_new (CS_TYPE_PRE_EVIDENCE);
  pre->findings = g_list_store_new (CS_TYPE_PRE_EVIDENCE);
}
