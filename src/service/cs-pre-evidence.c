#include "../base/cs-position.h"
#include "../exam/cs-messages.h"
#include "cs-pre-examination-private.h"

/* A place of the draft beside an item of a pre-examination. */

struct _CsPreEvidence
{
  GObject parent_instance;

  char *label;
  char *text;
  char *message;
  CsSpan where;
  guint start_char;
  guint end_char;
  guint severity;
  gboolean waived;
};

G_DEFINE_TYPE (CsPreEvidence, cs_pre_evidence, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_TEXT,
  PROP_MESSAGE,
  PROP_PART,
  PROP_UNIT,
  PROP_START_CHAR,
  PROP_END_CHAR,
  PROP_SEVERITY,
  PROP_WAIVED,
  N_PROPERTIES
};

static guint
get_number (const CsPreEvidence *evidence, guint id)
{
  switch (id)
    {
    case PROP_PART:
      return evidence->where.part;
    case PROP_UNIT:
      return evidence->where.index;
    case PROP_START_CHAR:
      return evidence->start_char;
    case PROP_END_CHAR:
      return evidence->end_char;
    default:
      return evidence->severity;
    }
}

static void
cs_pre_evidence_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const CsPreEvidence *evidence = CS_PRE_EVIDENCE (object);

  if (id == PROP_LABEL)
    g_value_set_string (value, evidence->label);
  else if (id == PROP_TEXT)
    g_value_set_string (value, evidence->text);
  else if (id == PROP_MESSAGE)
    g_value_set_string (value, evidence->message);
  else if (id == PROP_WAIVED)
    g_value_set_boolean (value, evidence->waived);
  else
    g_value_set_uint (value, get_number (evidence, id));
}

static void
cs_pre_evidence_finalize (GObject *object)
{
  CsPreEvidence *evidence = CS_PRE_EVIDENCE (object);

  g_free (evidence->label);
  g_free (evidence->text);
  g_free (evidence->message);

  G_OBJECT_CLASS (cs_pre_evidence_parent_class)->finalize (object);
}

static void
cs_pre_evidence_class_init (CsPreEvidenceClass *class)
{
  static const char *const strings[] = { "label", "text", "message" };
  static const char *const numbers[] = { "part", "unit", "start-char", "end-char", "severity" };
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = cs_pre_evidence_get_property;
  object_class->finalize = cs_pre_evidence_finalize;

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    g_object_class_install_property (
        object_class, PROP_LABEL + i,
        g_param_spec_string (strings[i], NULL, NULL, "", flags));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_object_class_install_property (
        object_class, PROP_PART + i,
        g_param_spec_uint (numbers[i], NULL, NULL, 0, G_MAXUINT, 0, flags));
  g_object_class_install_property (
      object_class, PROP_WAIVED, g_param_spec_boolean ("waived", NULL, NULL, FALSE, flags));
}

static void
cs_pre_evidence_init (CsPreEvidence *evidence)
{
}

static void
count_chars (CsPreEvidence *evidence, const CsDraft *draft)
{
  const CsSpan *where = &evidence->where;
  const char *text;
  gsize n_bytes;

  if (where->index >= cs_draft_get_n_units (draft, where->part))
    return;

  text = cs_draft_get_unit_text (draft, where->part, where->index, &n_bytes);
  evidence->start_char = cs_position_to_chars (text, n_bytes, where->start);
  evidence->end_char = cs_position_to_chars (text, n_bytes, where->end);
}

CsPreEvidence *
cs_pre_evidence_new (const CsExamResult *result,
                     const CsSpan *where,
                     const CsFinding *finding,
                     const char *language)
{
  CsPreEvidence *evidence = g_object_new (CS_TYPE_PRE_EVIDENCE, NULL);

  evidence->where = *where;
  evidence->label = cs_messages_dup_place (where, result, language);
  evidence->text = cs_draft_dup_span_text (result->draft, where);
  evidence->message =
      finding == NULL ? g_strdup ("") : cs_messages_dup (finding, result, language, NULL);
  evidence->severity = finding == NULL ? CS_N_SEVERITIES : finding->severity;
  evidence->waived = finding != NULL && cs_finding_is_waived (finding);
  count_chars (evidence, result->draft);

  return evidence;
}
