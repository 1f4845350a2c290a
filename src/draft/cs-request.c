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

static const char *const fact_names[CS_N_FACTS] = {
  [CS_FACT_APPLICATION_NUMBER] = "application-number",
  [CS_FACT_AGENT] = "agent",
  [CS_FACT_CONTACT] = "contact",
  [CS_FACT_PLACE_MADE] = "place-made",
  [CS_FACT_CENTRE] = "centre",
  [CS_FACT_PARENT_NUMBER] = "parent-number",
  [CS_FACT_PARENT_DATE] = "parent-date",
  [CS_FACT_INTERNATIONAL_NUMBER] = "international-number",
  [CS_FACT_INTERNATIONAL_DATE] = "international-date",
  [CS_FACT_ENTRY_DATE] = "entry-date",
  [CS_FACT_DISCLOSED] = "disclosed",
  [CS_FACT_ABROAD] = "abroad",
  [CS_FACT_EXAMINATION] = "examination",
  [CS_FACT_EARLY_PUBLICATION] = "early-publication",
  [CS_FACT_AMENDMENT_WAIVER] = "amendment-waiver",
  [CS_FACT_SECRECY_EXAMINATION] = "secrecy-examination",
  [CS_FACT_SAME_DAY] = "same-day",
  [CS_FACT_GRACE] = "grace",
};

static void
priority_clear (gpointer data)
{
  CsPriorityClaim *priority = data;

  g_free (priority->country);
  g_free (priority->number);
  g_free (priority->date);
}

static void
person_clear (gpointer data)
{
  CsPerson *person = data;

  g_free (person->name);
  g_free (person->country);
  g_free (person->identity);
  g_free (person->address);
}

static void
deposit_clear (gpointer data)
{
  CsDeposit *deposit = data;

  g_free (deposit->authority);
  g_free (deposit->number);
  g_free (deposit->date);
}

static GArray *
array_new (gsize element_size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, FALSE, element_size);

  g_array_set_clear_func (array, clear);

  return array;
}

CsRequest *
cs_request_new (void)
{
  CsRequest *request = g_new0 (CsRequest, 1);

  request->applicants = g_new0 (char *, 1);
  request->inventors = g_new0 (char *, 1);
  request->classes = g_new0 (char *, 1);
  request->priorities = array_new (sizeof (CsPriorityClaim), priority_clear);
  request->persons = array_new (sizeof (CsPerson), person_clear);
  request->deposits = array_new (sizeof (CsDeposit), deposit_clear);

  return request;
}

static void
replace_names (char ***names, char **with)
{
  g_strfreev (*names);
  *names = g_strdupv (with);
}

static void
copy_priorities (CsRequest *copy, const CsRequest *request)
{
  for (guint i = 0; i < request->priorities->len; i++)
    {
      const CsPriorityClaim *priority = &g_array_index (request->priorities, CsPriorityClaim, i);
      CsPriorityClaim other = { g_strdup (priority->country), g_strdup (priority->number),
                                g_strdup (priority->date) };

      g_array_append_val (copy->priorities, other);
    }
}

static void
copy_persons (CsRequest *copy, const CsRequest *request)
{
  for (guint i = 0; i < request->persons->len; i++)
    {
      const CsPerson *person = &g_array_index (request->persons, CsPerson, i);
      CsPerson other = { g_strdup (person->name), g_strdup (person->country),
                         g_strdup (person->identity), g_strdup (person->address) };

      g_array_append_val (copy->persons, other);
    }
}

static void
copy_deposits (CsRequest *copy, const CsRequest *request)
{
  for (guint i = 0; i < request->deposits->len; i++)
    {
      const CsDeposit *deposit = &g_array_index (request->deposits, CsDeposit, i);
      CsDeposit other = { g_strdup (deposit->authority), g_strdup (deposit->number),
                          g_strdup (deposit->date) };

      g_array_append_val (copy->deposits, other);
    }
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
  copy_priorities (copy, request);
  copy_persons (copy, request);
  copy_deposits (copy, request);
  for (guint i = 0; i < CS_N_FACTS; i++)
    copy->facts[i] = g_strdup (request->facts[i]);

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
  g_array_unref (request->persons);
  g_array_unref (request->deposits);
  for (guint i = 0; i < CS_N_FACTS; i++)
    g_free (request->facts[i]);
  g_free (request);
}

static gboolean
is_empty (const char *value)
{
  return value == NULL || *value == '\0';
}

gboolean
cs_request_is_blank (const CsRequest *request)
{
  gboolean blank = request->applicants[0] == NULL && request->inventors[0] == NULL &&
                   is_empty (request->agency) && request->priorities->len == 0 &&
                   is_empty (request->filing_date) && request->persons->len == 0 &&
                   request->deposits->len == 0;

  for (guint i = 0; i < CS_N_FACTS; i++)
    blank = blank && request->facts[i] == NULL;

  return blank;
}

const CsPerson *
cs_request_find_person (const CsRequest *request, const char *name)
{
  for (guint i = 0; i < request->persons->len; i++)
    {
      const CsPerson *person = &g_array_index (request->persons, CsPerson, i);

      if (g_strcmp0 (person->name, name) == 0)
        return person;
    }

  return NULL;
}

/* --- facts --- */

CsSaid
cs_request_get_said (const CsRequest *request, CsRequestFact fact)
{
  if (g_strcmp0 (request->facts[fact], "yes") == 0)
    return CS_SAID_YES;

  return g_strcmp0 (request->facts[fact], "no") == 0 ? CS_SAID_NO : CS_SAID_NOTHING;
}

void
cs_request_set_fact (CsRequest *request, CsRequestFact fact, const char *value)
{
  g_return_if_fail (fact < CS_N_FACTS);

  g_free (request->facts[fact]);
  request->facts[fact] = value == NULL || *value == '\0' ? NULL : g_strdup (value);
}

const char *
cs_request_fact_get_name (CsRequestFact fact)
{
  g_return_val_if_fail (fact < CS_N_FACTS, "");

  return fact_names[fact];
}

gboolean
cs_request_fact_is_yes_no (CsRequestFact fact)
{
  return fact >= CS_FACT_ABROAD;
}

gboolean
cs_request_fact_from_name (const char *name, CsRequestFact *fact)
{
  for (guint i = 0; i < CS_N_FACTS; i++)
    if (g_strcmp0 (name, fact_names[i]) == 0)
      {
        *fact = i;
        return TRUE;
      }

  return FALSE;
}

/* --- names --- */

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
