#include <string.h>

#include "cs-checklist.h"

/* One requirement of a checklist as a value. */

const char *
cs_severity_get_name (CsSeverity severity)
{
  static const char *const names[CS_N_SEVERITIES] = { "error", "warning", "advice" };

  g_return_val_if_fail (severity < CS_N_SEVERITIES, "");

  return names[severity];
}

static void
consequence_clear (gpointer data)
{
  g_free (((CsConsequence *)data)->class_name);
}

static void
param_clear (gpointer data)
{
  CsParam *param = data;

  g_free (param->name);
  g_free (param->value);
  g_free (param->limit);
}

static void
grade_clear (gpointer data)
{
  g_free (((CsGrade *)data)->rule);
}

static void
message_clear (gpointer data)
{
  CsMessage *message = data;

  g_free (message->rule);
  cs_words_clear (&message->words);
}

static GArray *
new_array (gsize size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, FALSE, size);

  g_array_set_clear_func (array, clear);

  return array;
}

CsItem *
cs_item_new (void)
{
  CsItem *item = g_new0 (CsItem, 1);

  item->bases = new_array (sizeof (CsLegalBasis), (GDestroyNotify)cs_legal_basis_clear);
  item->consequences = new_array (sizeof (CsConsequence), consequence_clear);
  item->params = new_array (sizeof (CsParam), param_clear);
  item->grades = new_array (sizeof (CsGrade), grade_clear);
  item->messages = new_array (sizeof (CsMessage), message_clear);
  item->triggers = new_array (sizeof (CsTrigger), (GDestroyNotify)cs_trigger_clear);
  item->evidence = g_array_new (FALSE, FALSE, sizeof (CsEvidenceKind));
  item->examples = g_ptr_array_new_with_free_func ((GDestroyNotify)cs_example_free);

  return item;
}

void
cs_item_free (CsItem *item)
{
  g_free (item->id);
  cs_words_clear (&item->title);
  cs_words_clear (&item->explain);
  cs_words_clear (&item->question);
  g_strfreev (item->rules);
  g_array_unref (item->bases);
  g_array_unref (item->consequences);
  g_array_unref (item->params);
  g_array_unref (item->grades);
  g_array_unref (item->messages);
  g_ptr_array_unref (item->examples);
  g_array_unref (item->triggers);
  g_array_unref (item->evidence);
  g_free (item->group);
  g_free (item->off);
  g_free (item);
}

gboolean
cs_item_takes (const CsItem *item, const char *rule)
{
  return g_strv_contains ((const char *const *)item->rules, rule);
}

CsSeverity
cs_item_get_severity (const CsItem *item, const char *rule)
{
  for (guint i = 0; i < item->grades->len; i++)
    {
      const CsGrade *grade = &g_array_index (item->grades, CsGrade, i);

      if (strcmp (grade->rule, rule) == 0)
        return grade->severity;
    }

  return item->severity;
}

const char *
cs_item_get_consequence (const CsItem *item, CsRightType type)
{
  const char *general = "none";

  for (guint i = 0; i < item->consequences->len; i++)
    {
      const CsConsequence *consequence = &g_array_index (item->consequences, CsConsequence, i);

      if ((consequence->types & (1u << type)) != 0)
        return consequence->class_name;
      if (consequence->types == 0)
        general = consequence->class_name;
    }

  return general;
}
