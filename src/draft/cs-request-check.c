#include <string.h>

#include "cs-request-check.h"

/* Paris Convention Art. 4C(1) */
#define PRIORITY_MONTHS 12
#define PRIORITY_MONTHS_DESIGN 6

static gboolean
is_given (const char *value)
{
  return value != NULL && *value != '\0';
}

static void
add_problem (GArray *problems, CsRequestField field, guint index, CsRequestFault fault)
{
  CsRequestProblem problem = { field, index, fault };

  g_array_append_val (problems, problem);
}

/* --- dates --- */

/* Reads exactly @n_digits digits at @text. */
static gboolean
read_digits (const char *text, guint n_digits, guint *value)
{
  *value = 0;
  for (guint i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *value = *value * 10 + g_ascii_digit_value (text[i]);
    }

  return TRUE;
}

gboolean
cs_request_read_date (const char *text, GDate *date)
{
  gsize length = strlen (text);
  guint gap = length == strlen ("YYYY-MM-DD") ? 1 : 0;
  guint year, month, day;

  if (length != strlen ("YYYYMMDD") + 2 * gap)
    return FALSE;
  if (gap == 1 && (text[4] != '-' || text[7] != '-'))
    return FALSE;
  if (!read_digits (text, 4, &year) || !read_digits (text + 4 + gap, 2, &month) ||
      !read_digits (text + 6 + 2 * gap, 2, &day))
    return FALSE;
  if (month > G_MAXUINT8 || day > G_MAXUINT8 || !g_date_valid_dmy (day, month, year))
    return FALSE;

  g_date_clear (date, 1);
  g_date_set_dmy (date, day, month, year);
  return TRUE;
}

/* --- classes --- */

static const char *
skip_digits (const char *at, guint least, guint most)
{
  guint n_digits = 0;

  while (n_digits < most && g_ascii_isdigit (at[n_digits]))
    n_digits++;

  return n_digits >= least ? at + n_digits : NULL;
}

/* What may follow a symbol: the year and month of the version, "(2006.01)". */
static gboolean
is_version (const char *at)
{
  while (*at == ' ')
    at++;
  if (*at == '\0')
    return TRUE;

  if (*at != '(' || (at = skip_digits (at + 1, 4, 4)) == NULL || *at != '.')
    return FALSE;

  at = skip_digits (at + 1, 2, 2);
  return at != NULL && strcmp (at, ")") == 0;
}

/* "A61M", "A61M 5/142", "A61M5/142 (2006.01)". */
static gboolean
is_class_symbol (const char *text)
{
  const char *at;

  if (text[0] < 'A' || text[0] > 'H')
    return FALSE;

  at = skip_digits (text + 1, 2, 2);
  if (at == NULL || !g_ascii_isupper (*at))
    return FALSE;
  at++;
  while (*at == ' ')
    at++;
  if (*at == '\0')
    return TRUE;

  at = skip_digits (at, 1, 4);
  if (at == NULL || *at != '/')
    return FALSE;
  at = skip_digits (at + 1, 2, 6);
  return at != NULL && is_version (at);
}

static void
check_classes (const CsRequest *request, GArray *problems)
{
  for (guint i = 0; request->classes[i] != NULL; i++)
    if (is_given (request->classes[i]) && !is_class_symbol (request->classes[i]))
      add_problem (problems, CS_REQUEST_CLASSES, i, CS_REQUEST_FAULT_CLASS);
}

/* --- what stands twice --- */

/* What must not stand twice: without the spaces and the case in which people differ. */
static char *
dup_key (const char *value)
{
  g_autofree char *normal = g_utf8_normalize (value, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : value, -1);
  GString *key = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (key, g_utf8_get_char (at));

  return g_string_free (key, FALSE);
}

static void
check_repeated (char **values, CsRequestField field, GArray *problems)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; values[i] != NULL; i++)
    {
      char *key = dup_key (values[i]);

      if (*key == '\0')
        g_free (key);
      else if (!g_hash_table_add (seen, key))
        add_problem (problems, field, i, CS_REQUEST_FAULT_REPEATED);
    }
}

/* --- priorities --- */

static gboolean
is_country (const char *text)
{
  return strlen (text) == 2 && g_ascii_isalpha (text[0]) && g_ascii_isalpha (text[1]);
}

/* A division keeps the filing date of its parent (Art. 4G), which the sheet may not hold. */
static void
check_period (const CsRequest *request, const GDate *priority, guint index, GArray *problems)
{
  GDate filing, last = *priority;
  guint months;

  if (!is_given (request->filing_date) || !cs_request_read_date (request->filing_date, &filing))
    return;

  if (g_date_compare (priority, &filing) >= 0)
    {
      add_problem (problems, CS_REQUEST_PRIORITIES, index, CS_REQUEST_FAULT_AFTER_FILING);
      return;
    }

  months = request->type == CS_TYPE_DESIGN ? PRIORITY_MONTHS_DESIGN : PRIORITY_MONTHS;
  g_date_add_months (&last, months);
  if (request->route != CS_ROUTE_DIVISIONAL && g_date_compare (&filing, &last) > 0)
    add_problem (problems, CS_REQUEST_PRIORITIES, index, CS_REQUEST_FAULT_TERM);
}

/* An application is known by its country and number. */
static char *
dup_priority_key (const CsPriorityClaim *priority)
{
  if (!is_given (priority->number))
    return g_strdup ("");

  return g_strconcat (is_given (priority->country) ? priority->country : "", " ",
                      priority->number, NULL);
}

static void
check_priorities (const CsRequest *request, GArray *problems)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < request->priorities->len; i++)
    {
      const CsPriorityClaim *priority = &g_array_index (request->priorities, CsPriorityClaim, i);
      GDate date;

      if (is_given (priority->country) && !is_country (priority->country))
        add_problem (problems, CS_REQUEST_PRIORITIES, i, CS_REQUEST_FAULT_COUNTRY);
      if (is_given (priority->date) && !cs_request_read_date (priority->date, &date))
        add_problem (problems, CS_REQUEST_PRIORITIES, i, CS_REQUEST_FAULT_DATE);
      else if (is_given (priority->date))
        check_period (request, &date, i, problems);
      g_ptr_array_add (keys, dup_priority_key (priority));
    }

  g_ptr_array_add (keys, NULL);
  check_repeated ((char **)keys->pdata, CS_REQUEST_PRIORITIES, problems);
}

/* --- persons --- */

static void
check_persons (const CsRequest *request,
               char **names,
               CsRequestField field,
               GArray *problems)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      const CsPerson *person = cs_request_find_person (request, names[i]);

      if (person != NULL && is_given (person->country) && !is_country (person->country))
        add_problem (problems, field, i, CS_REQUEST_FAULT_COUNTRY);
    }
}

/* --- facts --- */

static gboolean
is_date (CsRequestFact fact)
{
  return fact == CS_FACT_PARENT_DATE || fact == CS_FACT_INTERNATIONAL_DATE ||
         fact == CS_FACT_ENTRY_DATE || fact == CS_FACT_DISCLOSED;
}

static void
check_facts (const CsRequest *request, GArray *problems)
{
  for (CsRequestFact fact = 0; fact < CS_N_FACTS; fact++)
    {
      const char *value = request->facts[fact];
      GDate date;

      if (!is_given (value))
        continue;
      if (is_date (fact) && !cs_request_read_date (value, &date))
        add_problem (problems, CS_REQUEST_FACTS, fact, CS_REQUEST_FAULT_DATE);
      if (fact == CS_FACT_PLACE_MADE && !is_country (value))
        add_problem (problems, CS_REQUEST_FACTS, fact, CS_REQUEST_FAULT_COUNTRY);
    }
}

GArray *
cs_request_check (const CsRequest *request)
{
  GArray *problems = g_array_new (FALSE, FALSE, sizeof (CsRequestProblem));
  GDate date;

  check_repeated (request->applicants, CS_REQUEST_APPLICANTS, problems);
  check_repeated (request->inventors, CS_REQUEST_INVENTORS, problems);
  check_persons (request, request->applicants, CS_REQUEST_APPLICANTS, problems);
  check_persons (request, request->inventors, CS_REQUEST_INVENTORS, problems);
  check_priorities (request, problems);
  if (is_given (request->filing_date) && !cs_request_read_date (request->filing_date, &date))
    add_problem (problems, CS_REQUEST_FILING_DATE, 0, CS_REQUEST_FAULT_DATE);
  check_classes (request, problems);
  check_repeated (request->classes, CS_REQUEST_CLASSES, problems);
  check_facts (request, problems);

  return problems;
}

gboolean
cs_request_fault_blocks (CsRequestFault fault)
{
  return fault != CS_REQUEST_FAULT_TERM;
}
