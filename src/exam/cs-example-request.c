#include <string.h>

#include <glib/gi18n-lib.h>

#include "cs-example-request.h"

static char **
dup_names (const xmlNode *node, const char *attribute)
{
  g_autofree char *value = cs_tree_dup_attribute (node, attribute);

  return value == NULL ? g_new0 (char *, 1) : g_strsplit (value, ";", -1);
}

/* The place of the attribute's value in @known, if the attribute is there. */
static gboolean
read_word (const xmlNode *node,
           const char *name,
           const char *kind,
           const char *const *known,
           guint *place,
           GError **error)
{
  g_autofree char *value = cs_tree_dup_attribute (node, name);

  return value == NULL || cs_tree_read_choice (node, name, kind, known, place, error);
}

static gboolean
read_office_type_and_route (CsRequest *request, const xmlNode *node, GError **error)
{
  const char *offices[CS_N_OFFICES + 1] = { NULL };
  const char *types[CS_N_RIGHT_TYPES + 1] = { NULL };
  const char *routes[CS_N_ROUTES + 1] = { NULL };
  guint office = request->office;
  guint type = request->type;
  guint route = request->route;

  for (guint i = 0; i < CS_N_OFFICES; i++)
    offices[i] = cs_office_get_name (i);
  for (guint i = 0; i < CS_N_RIGHT_TYPES; i++)
    types[i] = cs_right_type_get_name (i);
  for (guint i = 0; i < CS_N_ROUTES; i++)
    routes[i] = cs_route_get_name (i);

  if (!read_word (node, "office", _ ("office"), offices, &office, error) ||
      !read_word (node, "type", _ ("type"), types, &type, error) ||
      !read_word (node, "route", _ ("route"), routes, &route, error))
    return FALSE;

  request->office = office;
  request->type = type;
  request->route = route;

  return TRUE;
}

static void
take_string (char **place, char *value)
{
  g_free (*place);
  *place = value;
}

static void
replace_names (char ***place, const xmlNode *node, const char *attribute)
{
  g_strfreev (*place);
  *place = dup_names (node, attribute);
}

/* The words of one entry, "CN|202410001|2024-01-05"; "-" stands for what is not told. */
static char *
dup_word (char *const *words, guint place)
{
  if (place >= g_strv_length ((char **)words) || strcmp (words[place], "-") == 0)
    return NULL;

  return g_strdup (words[place]);
}

static void
read_priorities (CsRequest *request, const xmlNode *node)
{
  g_auto (GStrv) entries = dup_names (node, "priorities");

  for (guint i = 0; entries[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (entries[i], "|", -1);
      CsPriorityClaim priority = { dup_word (words, 0), dup_word (words, 1), dup_word (words, 2) };

      g_array_append_val (request->priorities, priority);
    }
}

static void
read_persons (CsRequest *request, const xmlNode *node)
{
  g_auto (GStrv) entries = dup_names (node, "persons");

  for (guint i = 0; entries[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (entries[i], "|", -1);
      CsPerson person = { dup_word (words, 0), dup_word (words, 1), dup_word (words, 2),
                          dup_word (words, 3) };

      g_array_append_val (request->persons, person);
    }
}

static void
read_deposits (CsRequest *request, const xmlNode *node)
{
  g_auto (GStrv) entries = dup_names (node, "deposits");

  for (guint i = 0; entries[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (entries[i], "|", -1);
      CsDeposit deposit = { dup_word (words, 0), dup_word (words, 1), dup_word (words, 2) };

      g_array_append_val (request->deposits, deposit);
    }
}

/* "centre=example examination=no" */
static gboolean
read_facts (CsRequest *request, const xmlNode *node, GError **error)
{
  g_autofree char *value = cs_tree_dup_attribute (node, "facts");
  g_auto (GStrv) entries = g_strsplit (value == NULL ? "" : value, " ", -1);
  const char *known[CS_N_FACTS + 1] = { NULL };

  for (guint i = 0; i < CS_N_FACTS; i++)
    known[i] = cs_request_fact_get_name (i);

  for (guint i = 0; entries[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (entries[i], "=", 2);
      CsRequestFact fact;

      if (pair[0] == NULL)
        continue;
      if (pair[1] == NULL || !cs_request_fact_from_name (pair[0], &fact))
        {
          cs_tree_set_unknown (error, node, _ ("fact"), entries[i], known);
          return FALSE;
        }
      cs_request_set_fact (request, fact, pair[1]);
    }

  return TRUE;
}

gboolean
cs_example_read_request (CsRequest *request, const xmlNode *node, GError **error)
{
  static const char *const known[] = { "office", "type", "route", "title", "applicants",
                                       "inventors", "agency", "priorities", "classes", "persons",
                                       "deposits", "facts", "abstract-figure", "filing-date",
                                       NULL };

  if (!cs_tree_check_attributes (node, known, error) ||
      !read_office_type_and_route (request, node, error))
    return FALSE;

  take_string (&request->title, cs_tree_dup_attribute (node, "title"));
  take_string (&request->abstract_figure, cs_tree_dup_attribute (node, "abstract-figure"));
  take_string (&request->filing_date, cs_tree_dup_attribute (node, "filing-date"));
  take_string (&request->agency, cs_tree_dup_attribute (node, "agency"));
  replace_names (&request->applicants, node, "applicants");
  replace_names (&request->inventors, node, "inventors");
  replace_names (&request->classes, node, "classes");
  read_priorities (request, node);
  read_persons (request, node);
  read_deposits (request, node);

  return read_facts (request, node, error);
}
