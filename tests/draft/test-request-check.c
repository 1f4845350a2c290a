#include "../../src/draft/cs-request-check.h"

static CsRequest *
request_new (const char *filing_date)
{
  CsRequest *request = cs_request_new ();

  request->filing_date = g_strdup (filing_date);
  return request;
}

static void
add_priority (CsRequest *request, const char *country, const char *number, const char *date)
{
  CsPriorityClaim priority = { g_strdup (country), g_strdup (number), g_strdup (date) };

  g_array_append_val (request->priorities, priority);
}

static void
set_names (char ***names, const char *joined)
{
  g_strfreev (*names);
  *names = g_strsplit (joined, ";", -1);
}

/* The problems as "field/index/fault ...", by number. */
static void
assert_problems (const CsRequest *request, const char *expected)
{
  g_autoptr (GArray) problems = cs_request_check (request);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const CsRequestProblem *problem = &g_array_index (problems, CsRequestProblem, i);

      g_string_append_printf (found, "%s%d/%u/%d", i > 0 ? " " : "", problem->field,
                              problem->index, problem->fault);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_persons (void)
{
  g_autoptr (CsRequest) request = request_new (NULL);
  g_autofree char *expected = NULL;
  const CsPerson known[] = {
    { g_strdup ("Beichuan Fluidics"), g_strdup ("CHN"), NULL, NULL },
    { g_strdup ("Li Na"), g_strdup ("CN"), NULL, NULL },
  };

  g_array_append_vals (request->persons, known, G_N_ELEMENTS (known));
  set_names (&request->applicants, "Beichuan Fluidics");
  set_names (&request->inventors, "Li Na;Wang Wei;Beichuan Fluidics");
  expected = g_strdup_printf ("%d/0/%d %d/2/%d", CS_REQUEST_APPLICANTS, CS_REQUEST_FAULT_COUNTRY,
                              CS_REQUEST_INVENTORS, CS_REQUEST_FAULT_COUNTRY);
  assert_problems (request, expected);
}

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    gboolean is_day;
  } cases[] = {
    { "20260531", TRUE },
    { "2026-05-31", TRUE },
    { "20240229", TRUE },
    { "20260229", FALSE },
    { "2026-02-30", FALSE },
    { "20261301", FALSE },
    { "2026-5-31", FALSE },
    { "2026/05/31", FALSE },
    { "", FALSE },
    { "0000-00-00", FALSE },
    { "２０２６０５３１", FALSE },
    { "2026-05-3x", FALSE },
    { "2026053100", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate date;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (cs_request_read_date (cases[i].text, &date), ==, cases[i].is_day);
    }
}

static void
test_empty (void)
{
  g_autoptr (CsRequest) request = request_new (NULL);

  add_priority (request, NULL, NULL, NULL);
  set_names (&request->applicants, "; ");
  assert_problems (request, "");
}

static void
test_filing_date (void)
{
  g_autoptr (CsRequest) request = request_new ("2026-02-30");

  add_priority (request, "CN", "1", "20200101");
  assert_problems (request, "3/0/0");
}

/* Whether a priority of @priority for an application of @filing is after it or too old. */
static void
assert_period (const char *priority, const char *filing, CsRightType type, const char *expected)
{
  g_autoptr (CsRequest) request = request_new (filing);

  request->type = type;
  add_priority (request, "CN", "202510000001.2", priority);
  g_test_message ("%s, filed %s", priority, filing);
  assert_problems (request, expected);
}

static void
test_period (void)
{
  assert_period ("20250331", "20260331", CS_TYPE_INVENTION, "");
  assert_period ("2025-03-31", "20260401", CS_TYPE_INVENTION, "2/0/3");
  assert_period ("20240229", "20250228", CS_TYPE_UTILITY_MODEL, "");
  assert_period ("20240229", "20250301", CS_TYPE_UTILITY_MODEL, "2/0/3");
  assert_period ("20250331", "20250930", CS_TYPE_DESIGN, "");
  assert_period ("20250331", "20251001", CS_TYPE_DESIGN, "2/0/3");
  assert_period ("20260331", "20260331", CS_TYPE_INVENTION, "2/0/2");
  assert_period ("20260401", "20260331", CS_TYPE_INVENTION, "2/0/2");
}

static void
test_period_division (void)
{
  g_autoptr (CsRequest) request = request_new ("20260331");

  request->route = CS_ROUTE_DIVISIONAL;
  add_priority (request, "US", "63/1", "20200101");
  assert_problems (request, "");
}

static void
test_priorities (void)
{
  g_autoptr (CsRequest) request = request_new (NULL);

  add_priority (request, "cn", "202510000001.2", "20250101");
  add_priority (request, "CHN", NULL, "20251301");
  add_priority (request, "CN", "202510000001.2", NULL);
  assert_problems (request, "2/1/1 2/1/0 2/2/5");
}

static void
test_names (void)
{
  g_autoptr (CsRequest) request = request_new (NULL);

  set_names (&request->applicants, "某某公司;Acme Ltd;ＡＣＭＥ ltd");
  set_names (&request->inventors, "张三;李四;张 三");
  assert_problems (request, "0/2/5 1/2/5");
}

static void
test_classes (void)
{
  g_autoptr (CsRequest) request = request_new (NULL);

  set_names (&request->classes, "A61M5/142;A61M 5/1425 (2006.01);G01F;H04L 9/40");
  assert_problems (request, "");
  set_names (&request->classes, "A61M5;I01F 1/00;A61M 5/1;a61m 5/142;A61M5/142x;A61M5/142(2006)");
  assert_problems (request, "4/0/4 4/1/4 4/2/4 4/3/4 4/4/4 4/5/4");
  set_names (&request->classes, "A61M5/142;A61M 5/142");
  assert_problems (request, "4/1/5");
}

static void
test_facts (void)
{
  g_autoptr (CsRequest) request = request_new (NULL);
  g_autofree char *date = g_strdup_printf ("5/%d/0", CS_FACT_PARENT_DATE);
  g_autofree char *both = g_strdup_printf ("5/%d/1 %s", CS_FACT_PLACE_MADE, date);

  cs_request_set_fact (request, CS_FACT_PARENT_DATE, "2026-01-31");
  cs_request_set_fact (request, CS_FACT_PLACE_MADE, "CN");
  cs_request_set_fact (request, CS_FACT_PARENT_NUMBER, "not a date");
  assert_problems (request, "");
  cs_request_set_fact (request, CS_FACT_PARENT_DATE, "2026-02-31");
  assert_problems (request, date);
  cs_request_set_fact (request, CS_FACT_PLACE_MADE, "China");
  assert_problems (request, both);
}

static void
test_blocks (void)
{
  g_assert_true (cs_request_fault_blocks (CS_REQUEST_FAULT_DATE));
  g_assert_true (cs_request_fault_blocks (CS_REQUEST_FAULT_AFTER_FILING));
  g_assert_false (cs_request_fault_blocks (CS_REQUEST_FAULT_TERM));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft/request-check/dates", test_dates);
  g_test_add_func ("/draft/request-check/persons", test_persons);
  g_test_add_func ("/draft/request-check/empty", test_empty);
  g_test_add_func ("/draft/request-check/filing-date", test_filing_date);
  g_test_add_func ("/draft/request-check/period", test_period);
  g_test_add_func ("/draft/request-check/period-division", test_period_division);
  g_test_add_func ("/draft/request-check/priorities", test_priorities);
  g_test_add_func ("/draft/request-check/names", test_names);
  g_test_add_func ("/draft/request-check/classes", test_classes);
  g_test_add_func ("/draft/request-check/facts", test_facts);
  g_test_add_func ("/draft/request-check/blocks", test_blocks);
  return g_test_run ();
}
