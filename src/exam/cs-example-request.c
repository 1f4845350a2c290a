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

gboolean
cs_example_read_request (CsRequest *request, const xmlNode *node, GError **error)
{
  static const char *const known[] = { "office", "type", "route", "title", "applicants",
                                       "inventors", "abstract-figure", "filing-date", NULL };

  if (!cs_tree_check_attributes (node, known, error) ||
      !read_office_type_and_route (request, node, error))
    return FALSE;

  take_string (&request->title, cs_tree_dup_attribute (node, "title"));
  take_string (&request->abstract_figure, cs_tree_dup_attribute (node, "abstract-figure"));
  take_string (&request->filing_date, cs_tree_dup_attribute (node, "filing-date"));
  g_strfreev (request->applicants);
  request->applicants = dup_names (node, "applicants");
  g_strfreev (request->inventors);
  request->inventors = dup_names (node, "inventors");

  return TRUE;
}
