#include <string.h>

#include <glib/gi18n-lib.h>

#include "../base/cs-error.h"
#include "../law/cs-limit-table.h"
#include "../law/cs-xml-tree.h"
#include "cs-evidence.h"
#include "cs-item-read.h"

/* Reads one item of a checklist. What makes no sense is refused with its line and what was probably
 * meant: people write checklists by hand. */

static const char *const class_names[] = { "not-accepted", "refusal-and-invalidity", "refusal",
                                           "form-invention", "form-utility-model", "right-lost",
                                           "objection", "rejection", "fee", "none", NULL };

static const char *const severity_names[] = { "error", "warning", "advice", NULL };

gboolean
cs_item_read_types (const xmlNode *node, const char *name, guint *types, GError **error)
{
  const char *known[CS_N_RIGHT_TYPES + 1] = { NULL };

  for (guint i = 0; i < CS_N_RIGHT_TYPES; i++)
    known[i] = cs_right_type_get_name (i);

  return cs_tree_read_bits (node, name, _ ("type"), known, types, error);
}

static gboolean
read_routes (const xmlNode *node, guint *routes, GError **error)
{
  const char *known[CS_N_ROUTES + 1] = { NULL };

  for (guint i = 0; i < CS_N_ROUTES; i++)
    known[i] = cs_route_get_name (i);

  return cs_tree_read_bits (node, "routes", _ ("route"), known, routes, error);
}

gboolean
cs_item_read_severity (const xmlNode *node, CsSeverity *severity, GError **error)
{
  guint place;

  if (!cs_tree_read_choice (node, "severity", _ ("severity"), severity_names, &place, error))
    return FALSE;
  *severity = place;

  return TRUE;
}

static gboolean
check_rule (const CsItem *item, const xmlNode *node, const char *rule, GError **error)
{
  static const char *const none[] = { NULL };

  if (cs_item_takes (item, rule))
    return TRUE;

  cs_tree_set_unknown (error, node, _ ("rule"), rule,
                       item->rules[0] == NULL ? none : (const char *const *)item->rules);

  return FALSE;
}

/* --- the elements of an item --- */

static gboolean
read_title (CsItem *item, xmlNode *node, GError **error)
{
  cs_tree_read_words (node, &item->title);

  return TRUE;
}

static gboolean
read_explain (CsItem *item, xmlNode *node, GError **error)
{
  cs_tree_read_words (node, &item->explain);

  return TRUE;
}

static gboolean
read_question (CsItem *item, xmlNode *node, GError **error)
{
  cs_tree_read_words (node, &item->question);

  return TRUE;
}

static gboolean
read_when (CsItem *item, xmlNode *node, GError **error)
{
  return cs_trigger_read (item->triggers, node, error);
}

static gboolean
read_evidence (CsItem *item, xmlNode *node, GError **error)
{
  static const char *const known[] = { "of", NULL };
  const char *names[CS_N_EVIDENCE_KINDS + 1] = { NULL };
  guint place;
  CsEvidenceKind kind;

  for (guint i = 0; i < CS_N_EVIDENCE_KINDS; i++)
    names[i] = cs_evidence_kind_get_name (i);

  if (!cs_tree_check_attributes (node, known, error) ||
      !cs_tree_read_choice (node, "of", _ ("evidence"), names, &place, error))
    return FALSE;

  kind = place;
  g_array_append_val (item->evidence, kind);

  return TRUE;
}

static gboolean
read_consequence (CsItem *item, xmlNode *node, GError **error)
{
  static const char *const known[] = { "type", "class", NULL };
  CsConsequence consequence;
  guint place;

  if (!cs_tree_check_attributes (node, known, error) ||
      !cs_tree_read_choice (node, "class", _ ("consequence"), class_names, &place, error) ||
      !cs_item_read_types (node, "type", &consequence.types, error))
    return FALSE;

  consequence.class_name = g_strdup (class_names[place]);
  g_array_append_val (item->consequences, consequence);

  return TRUE;
}

static gboolean
read_law (CsLegalBasis *basis, xmlNode *node, GError **error)
{
  g_autofree char *id = cs_tree_read_needed (node, "law", error);

  if (id == NULL)
    return FALSE;

  basis->law = cs_law_find (id);
  if (basis->law == NULL)
    cs_tree_set_unknown (error, node, _ ("law"), id, cs_law_get_ids ());

  return basis->law != NULL;
}

static gboolean
read_basis (CsItem *item, xmlNode *node, GError **error)
{
  static const char *const known[] = { "law", "part", "chapter", "section", "article", "paragraph",
                                       "point", "edition", "status", "source", NULL };
  static const char *const statuses[] = { "verified", "verified-2nd", "verified-old", "unverified",
                                          NULL };
  CsLegalBasis basis = { NULL };
  guint status;

  if (!cs_tree_check_attributes (node, known, error) || !read_law (&basis, node, error) ||
      !cs_tree_read_choice (node, "status", _ ("status"), statuses, &status, error))
    return FALSE;

  basis.status = status;
  basis.edition = cs_tree_dup_attribute (node, "edition");
  basis.source = cs_tree_dup_attribute (node, "source");
  for (guint i = 0; i < CS_N_LAW_PLACES; i++)
    basis.places[i] = cs_tree_dup_attribute (node, cs_law_place_get_name (i));
  g_array_append_val (item->bases, basis);

  return TRUE;
}

static gboolean
check_limit (const xmlNode *node, const char *limit, GError **error)
{
  const char *const *keys = cs_limit_table_get_keys (cs_limit_table_get_default ());

  if (limit == NULL || g_strv_contains (keys, limit))
    return TRUE;

  cs_tree_set_unknown (error, node, _ ("limit"), limit, keys);

  return FALSE;
}

/* The names of @check's parameters without the mark of the numbers. */
static char **
dup_param_names (const CsCheck *check)
{
  char **names = g_strdupv (check->params == NULL ? NULL : (char **)check->params);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    names[i][strcspn (names[i], CS_PARAM_NUMBER)] = '\0';

  return names == NULL ? g_new0 (char *, 1) : names;
}

static gboolean
check_param (const CsItem *item, const xmlNode *node, const CsParam *param, GError **error)
{
  g_auto (GStrv) names = item->check == NULL ? g_new0 (char *, 1) : dup_param_names (item->check);
  g_autofree char *as_number = g_strconcat (param->name, CS_PARAM_NUMBER, NULL);
  guint line = cs_tree_get_line (node);

  if (item->check != NULL && item->check->run == NULL) /* announced: its parameters are not known */
    return TRUE;
  if (!g_strv_contains ((const char *const *)names, param->name))
    {
      cs_tree_set_unknown (error, node, _ ("parameter"), param->name, (const char *const *)names);
      return FALSE;
    }
  if (param->value != NULL && g_strv_contains (item->check->params, as_number) &&
      !g_ascii_string_to_unsigned (param->value, 10, 0, G_MAXINT, NULL, NULL))
    {
      cs_error_set (error, CS_ERROR_CHECKLIST, line, _ ("line %u: \"%s\" is not a number"), line,
                    param->value);
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_param (CsItem *item, xmlNode *node, GError **error)
{
  static const char *const known[] = { "name", "value", "limit", NULL };
  CsParam param = { NULL };

  if (!cs_tree_check_attributes (node, known, error) ||
      (param.name = cs_tree_read_needed (node, "name", error)) == NULL)
    return FALSE;

  param.limit = cs_tree_dup_attribute (node, "limit");
  param.value = cs_tree_dup_attribute (node, "value");
  if (param.value == NULL && param.limit == NULL)
    param.value = cs_tree_dup_text (node);
  g_array_append_val (item->params, param); /* the item frees it, whatever comes */

  return check_param (item, node, &param, error) && check_limit (node, param.limit, error);
}

static gboolean
read_grade (CsItem *item, xmlNode *node, GError **error)
{
  static const char *const known[] = { "rule", "severity", NULL };
  g_autofree char *rule = NULL;
  CsGrade grade;

  if (!cs_tree_check_attributes (node, known, error) ||
      (rule = cs_tree_read_needed (node, "rule", error)) == NULL ||
      !check_rule (item, node, rule, error) ||
      !cs_item_read_severity (node, &grade.severity, error))
    return FALSE;

  grade.rule = g_steal_pointer (&rule);
  g_array_append_val (item->grades, grade);

  return TRUE;
}

static gboolean
read_applies (CsItem *item, xmlNode *node, GError **error)
{
  static const char *const known[] = { "types", "routes", NULL };

  return cs_tree_check_attributes (node, known, error) &&
         cs_item_read_types (node, "types", &item->types, error) &&
         read_routes (node, &item->routes, error);
}

static CsMessage *
find_message (CsItem *item, const char *rule)
{
  CsMessage message = { .rule = NULL };

  for (guint i = 0; i < item->messages->len; i++)
    {
      CsMessage *old = &g_array_index (item->messages, CsMessage, i);

      if (strcmp (old->rule, rule) == 0)
        return old;
    }

  message.rule = g_strdup (rule);
  g_array_append_val (item->messages, message);

  return &g_array_index (item->messages, CsMessage, item->messages->len - 1);
}

static gboolean
read_message (CsItem *item, xmlNode *node, GError **error)
{
  static const char *const known[] = { "rule", NULL };
  g_autofree char *rule = NULL;

  if (!cs_tree_check_attributes (node, known, error) ||
      (rule = cs_tree_read_needed (node, "rule", error)) == NULL ||
      !check_rule (item, node, rule, error))
    return FALSE;

  cs_tree_read_words (node, &find_message (item, rule)->words);

  return TRUE;
}

/* --- items and the list --- */

/* What belongs to an example depends on the checklist around it. */
static gboolean
read_example (const CsChecklist *checklist, CsItem *item, xmlNode *node, GError **error)
{
  g_autofree char *language = cs_tree_dup_language (node);
  CsRightType type = CS_TYPE_INVENTION;
  CsExample *example;

  /* An item that several lists use has examples for each; this list cannot try those. */
  if (language != NULL && !g_strv_contains ((const char *const *)checklist->languages, language))
    return TRUE;
  for (guint i = CS_N_RIGHT_TYPES - 1; i > 0; i--)
    if ((checklist->types & (1u << i)) != 0)
      type = i;

  example = cs_example_read (node, checklist->office, type, error);
  if (example == NULL)
    return FALSE;
  g_ptr_array_add (item->examples, example);
  for (guint i = 0; i < example->expects->len; i++)
    if (!check_rule (item, node, g_array_index (example->expects, CsExpect, i).rule, error))
      return FALSE;

  return TRUE;
}

/* Examples of an item like this one: those of another language, say. */
static gboolean
read_examples (const CsChecklist *checklist, CsItem *item, xmlNode *node, GError **error)
{
  static const char *const known[] = { "items", "of", NULL };
  g_autofree char *file = cs_tree_read_needed (node, "items", error);
  g_autofree char *id = file == NULL ? NULL : cs_tree_read_needed (node, "of", error);
  g_autoptr (xmlDoc) doc = NULL;
  xmlNode *other;

  if (id == NULL || !cs_tree_check_attributes (node, known, error) ||
      (doc = cs_item_load_file (file, node, error)) == NULL ||
      (other = cs_item_find (doc, id, node, error)) == NULL)
    return FALSE;

  for (xmlNode *at = cs_tree_first (other->children); at != NULL; at = cs_tree_first (at->next))
    if (cs_tree_is (at, "example") && !read_example (checklist, item, at, error))
      return FALSE;

  return TRUE;
}

gboolean
cs_item_read_element (const CsChecklist *checklist, CsItem *item, xmlNode *node, GError **error)
{
  static const char *const names[] = { "title", "explain", "question", "consequence",
                                       "basis", "param", "grade", "applies",
                                       "message", "when", "evidence", "example",
                                       "examples", NULL };
  static gboolean (*const readers[]) (CsItem *, xmlNode *, GError **) = {
    read_title, read_explain, read_question, read_consequence, read_basis,
    read_param, read_grade, read_applies, read_message, read_when, read_evidence
  };

  if (cs_tree_is (node, "example"))
    return read_example (checklist, item, node, error);
  if (cs_tree_is (node, "examples"))
    return read_examples (checklist, item, node, error);

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (cs_tree_is (node, names[i]))
      return readers[i](item, node, error);

  cs_tree_set_unknown (error, node, _ ("element"), (const char *)node->name, names);

  return FALSE;
}

static char **
dup_check_names (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint n_checks;
  const CsCheck *checks = cs_check_get_all (&n_checks);

  for (guint i = 0; i < n_checks; i++)
    g_ptr_array_add (names, g_strdup (checks[i].name));
  g_ptr_array_add (names, NULL);

  return (char **)g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

gboolean
cs_item_read_rules (CsItem *item, const xmlNode *node, GError **error)
{
  g_autofree char *value = cs_tree_dup_attribute (node, "rules");
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) words = g_strsplit_set (value == NULL ? "" : value, " \t\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (!g_strv_contains (item->check->rules, words[i]))
        {
          cs_tree_set_unknown (error, node, _ ("rule"), words[i], item->check->rules);
          return FALSE;
        }
      g_ptr_array_add (rules, g_strdup (words[i]));
    }

  g_strfreev (item->rules);
  if (rules->len == 0)
    {
      item->rules = g_strdupv ((char **)item->check->rules);
      return TRUE;
    }
  g_ptr_array_add (rules, NULL);
  item->rules = (char **)g_ptr_array_free (g_steal_pointer (&rules), FALSE);

  return TRUE;
}

static gboolean
read_check (CsItem *item, xmlNode *node, GError **error)
{
  g_autofree char *name = cs_tree_dup_attribute (node, "check");
  g_auto (GStrv) known = NULL;

  item->rules = g_new0 (char *, 1);
  if (name == NULL)
    return TRUE;

  item->check = cs_check_find (name);
  if (item->check != NULL)
    return cs_item_read_rules (item, node, error);

  known = dup_check_names ();
  cs_tree_set_unknown (error, node, _ ("check"), name, (const char *const *)known);

  return FALSE;
}

static gboolean
read_item_attributes (CsItem *item, xmlNode *node, GError **error)
{
  static const char *const known[] = { "id", "check", "rules", "severity", "since", "group", NULL };
  g_autofree char *since = cs_tree_dup_attribute (node, "since");

  if (!cs_tree_check_attributes (node, known, error) ||
      (item->id = cs_tree_read_needed (node, "id", error)) == NULL ||
      !cs_item_read_severity (node, &item->severity, error))
    return FALSE;

  item->group = cs_tree_dup_attribute (node, "group");
  item->since = since == NULL ? 1 : g_ascii_strtoull (since, NULL, 10);

  return read_check (item, node, error);
}

gboolean
cs_item_is_whole (const CsItem *item, const xmlNode *node, GError **error)
{
  guint line = cs_tree_get_line (node);

  if (!cs_words_is_empty (&item->title) && item->bases->len > 0 &&
      (item->check != NULL || !cs_words_is_empty (&item->question)))
    return TRUE;

  cs_error_set (error, CS_ERROR_CHECKLIST, line,
                _ ("line %u: item \"%s\" needs a title, a basis, and a check or a question"), line,
                item->id);

  return FALSE;
}

CsItem *
cs_item_read (const CsChecklist *checklist, xmlNode *node, GError **error)
{
  g_autoptr (CsItem) item = cs_item_new ();

  if (!read_item_attributes (item, node, error))
    return NULL;

  for (xmlNode *at = cs_tree_first (node->children); at != NULL; at = cs_tree_first (at->next))
    if (!cs_item_read_element (checklist, item, at, error))
      return NULL;

  return g_steal_pointer (&item);
}
