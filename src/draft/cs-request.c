#include "cs-request.h"

static const char *const office_names[CS_N_OFFICES] = { "", "CN", "US", "EP", "PCT" };

static const char *const type_names[CS_N_RIGHT_TYPES] = { "", "invention", "utility-model",
                                                          "design", "plant" };

static const char *const route_names[CS_N_ROUTES] = {
  [CS_ROUTE_DIRECT] = "direct",
  [CS_ROUTE_PARIS] = "paris",
  [CS_ROUTE_DOMESTIC_PRIORITY] = "domestic-priority",
  [CS_ROUTE_PCT_NATIONAL] = "pct-national",
  [CS_ROUTE_DIVISIONAL] = "divisional",
  [CS_ROUTE_SAME_DAY_PAIR] = "same-day-pair",
  [CS_ROUTE_PRE_EXAMINATION] = "pre-examination",
};

static void
priority_clear (gpointer data)
{
  CsPriority *priority = data;

  g_free (priority->country);
  g_free (priority->number);
  g_free (priority->date);
}

CsRequest *
cs_request_new (void)
{
  CsRequest *request = g_new0 (CsRequest, 1);

  request->applicants = g_new0 (char *, 1);
  request->inventors = g_new0 (char *, 1);
  request->classes = g_new0 (char *, 1);
  request->priorities = g_array_new (FALSE, FALSE, sizeof (CsPriority));
  g_array_set_clear_func (request->priorities, priority_clear);

  return request;
}

static void
replace_names (char ***names, char **with)
{
  g_strfreev (*names);
  *names = g_strdupv (with);
}

CsRequest *
cs_request_dup (const CsRequest *request)
{
  CsRequest *copy = cs_request_new ();

  copy->office = request->office;
  copy->type = request->type;
  copy->route = request->route;
  copy->title = g_strdup (request->title);
  replace_names (&copy->applicants, request->applicants);
  replace_names (&copy->inventors, request->inventors);
  copy->agency = g_strdup (request->agency);
  copy->abstract_figure = g_strdup (request->abstract_figure);
  replace_names (&copy->classes, request->classes);
  copy->filing_date = g_strdup (request->filing_date);
  for (guint i = 0; i < request->priorities->len; i++)
    {
      const CsPriority *priority = &g_array_index (request->priorities, CsPriority, i);
      CsPriority other = { g_strdup (priority->country), g_strdup (priority->number),
                           g_strdup (priority->date) };

      g_array_append_val (copy->priorities, other);
    }

  return copy;
}

void
cs_request_free (CsRequest *request)
{
  g_free (request->title);
  g_strfreev (request->applicants);
  g_strfreev (request->inventors);
  g_free (request->agency);
  g_array_unref (request->priorities);
  g_free (request->abstract_figure);
  g_strfreev (request->classes);
  g_free (request->filing_date);
  g_free (request);
}

/* Index of @name in @names; 0, where the unknown ones have their place, when it is not there. */
static guint
find_name (const char *const *names, guint n_names, const char *name)
{
  for (guint i = 1; i < n_names; i++)
    if (g_ascii_strcasecmp (names[i], name) == 0)
      return i;

  return 0;
}

const char *
cs_office_get_name (CsOffice office)
{
  g_return_val_if_fail (office < CS_N_OFFICES, "");

  return office_names[office];
}

CsOffice
cs_office_from_name (const char *name)
{
  return find_name (office_names, CS_N_OFFICES, name);
}

const char *
cs_right_type_get_name (CsRightType type)
{
  g_return_val_if_fail (type < CS_N_RIGHT_TYPES, "");

  return type_names[type];
}

CsRightType
cs_right_type_from_name (const char *name)
{
  return find_name (type_names, CS_N_RIGHT_TYPES, name);
}

const char *
cs_route_get_name (CsRoute route)
{
  g_return_val_if_fail (route < CS_N_ROUTES, "");

  return route_names[route];
}

gboolean
cs_route_from_name (const char *name, CsRoute *route)
{
  guint found = find_name (route_names, CS_N_ROUTES, name);

  if (found == 0 && g_ascii_strcasecmp (name, route_names[CS_ROUTE_DIRECT]) != 0)
    return FALSE;

  *route = found;
  return TRUE;
}
