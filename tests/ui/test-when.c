#include <locale.h>

#include "../../src/app/widgets/cs-when.h"

/* What is said at @now of @then; both ISO 8601 with a time zone. */
static void
assert_when (const char *then, const char *now, const char *expected)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (then, NULL);
  g_autoptr (GDateTime) present = g_date_time_new_from_iso8601 (now, NULL);
  g_autofree char *text =
      cs_when_dup_text (g_date_time_to_unix (moment) * G_USEC_PER_SEC, present);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_near (void)
{
  assert_when ("2026-11-21T12:00:00Z", "2026-11-21T12:00:59Z", "Just now");
  assert_when ("2026-11-20T23:59:30Z", "2026-11-21T00:00:10Z", "Just now");
  assert_when ("2026-11-21T12:00:00Z", "2026-11-21T12:01:00Z", "Today 12:00");
  assert_when ("2026-11-21T00:00:00Z", "2026-11-21T23:59:00Z", "Today 00:00");
  assert_when ("2026-11-20T23:59:00Z", "2026-11-21T00:01:00Z", "Yesterday");
  assert_when ("2026-11-20T00:00:00Z", "2026-11-21T23:59:00Z", "Yesterday");
}

static void
test_far (void)
{
  assert_when ("2026-11-19T23:59:00Z", "2026-11-21T00:01:00Z", "19 November");
  assert_when ("2026-01-01T00:00:00Z", "2026-12-31T00:01:00Z", "1 January");
  assert_when ("2025-12-30T23:59:00Z", "2026-01-01T00:01:00Z", "30 December 2025");
  assert_when ("2025-12-31T23:59:00Z", "2026-01-01T00:01:00Z", "Yesterday");
}

static void
test_future (void)
{
  assert_when ("2026-11-21T12:05:00Z", "2026-11-21T12:00:00Z", "Today 12:05");
  assert_when ("2026-11-22T12:05:00Z", "2026-11-21T12:00:00Z", "22 November");
}

static void
test_zone (void)
{
  /* 17:00 in London is tomorrow in Shanghai */
  assert_when ("2026-11-21T17:00:00Z", "2026-11-22T03:00:00+08:00", "Today 01:00");
  assert_when ("2026-11-21T15:00:00Z", "2026-11-22T03:00:00+08:00", "Yesterday");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/when/near", test_near);
  g_test_add_func ("/when/far", test_far);
  g_test_add_func ("/when/future", test_future);
  g_test_add_func ("/when/zone", test_zone);

  return g_test_run ();
}
