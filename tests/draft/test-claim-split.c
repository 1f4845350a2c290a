#include <string.h>

#include "../../src/draft/cs-claim-split.h"
#include "../../src/draft/cs-draft.h"

static void
assert_number (const char *text, gsize expected_bytes, guint expected)
{
  guint number = 0;

  g_assert_cmpuint (cs_claim_number_scan (text, strlen (text), &number), ==, expected_bytes);
  g_assert_cmpuint (number, ==, expected);
}

static void
test_numbers (void)
{
  assert_number ("1. 一种装置", 3, 1);
  assert_number ("1、一种装置", 4, 1);
  assert_number ("12．根据权利要求1", 5, 12);
  assert_number ("１２．根据权利要求1", 9, 12);
  assert_number ("权利要求1、一种泵", 16, 1);
  assert_number ("Claim 4. The pump", 9, 4);
  assert_number ("6. 8. The method of claim 7", 6, 8);
  assert_number ("1.5毫米的板", 0, 0);
  assert_number ("权利要求1所述的泵", 0, 0);
  assert_number ("0. A pump", 0, 0);
  assert_number ("999999999999. A pump", 0, 0);
  assert_number ("", 0, 0);
}

/* @expected: "number:text" of each claim, joined by "|". */
static void
assert_split (const char *text, const char *expected)
{
  g_autoptr (GArray) claims = cs_claim_split (text, strlen (text));
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < claims->len; i++)
    {
      const CsUnit *claim = &g_array_index (claims, CsUnit, i);

      g_string_append_printf (found, "%s%u:%.*s", i == 0 ? "" : "|", claim->number,
                              (int)(claim->end - claim->start), text + claim->start);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_split (void)
{
  assert_split ("1. 一种泵。\n2. 根据权利要求1所述的泵。\n", "1:一种泵。|2:根据权利要求1所述的泵。");
  assert_split ("1. A pump,\n  comprising a rotor.\n\n2. The pump of claim 1.",
                "1:A pump,\n  comprising a rotor.|2:The pump of claim 1.");
  assert_split ("权利要求书\n1. 一种泵。", "1:一种泵。");
  assert_split ("1. 一种泵。CN1A权利要求书2/2页\n2. 电机，其特征在于，有泵。",
                "1:一种泵。CN1A权利要求书2/2页|2:电机，其特征在于，有泵。");
  assert_split ("", "");
}

static void
test_steps_are_not_claims (void)
{
  assert_split ("1. 一种方法，包括：\n1. 加热；\n2. 冷却；\n3. 干燥。\n2. 根据权利要求1所述的方法。",
                "1:一种方法，包括：\n1. 加热；\n2. 冷却；\n3. 干燥。|2:根据权利要求1所述的方法。");
}

static void
test_gaps_and_repetitions (void)
{
  assert_split ("1. A pump.\n3. The pump of claim 1.\n3. The pump of claim 2.",
                "1:A pump.|3:The pump of claim 1.|3:The pump of claim 2.");
  assert_split ("1. 一种泵\n2. 根据权利要求1所述的泵", "1:一种泵|2:根据权利要求1所述的泵");
}

static void
test_cancelled (void)
{
  assert_split ("1. 1-3. (canceled)\n2. 4. A pump.\n3. 5. The pump of claim 4.",
                "1:(canceled)|2:|3:|4:A pump.|5:The pump of claim 4.");
  assert_split ("1. 1.-2. (canceled)\n2. 3. A pump.", "1:(canceled)|2:|3:A pump.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft/claim-split/numbers", test_numbers);
  g_test_add_func ("/draft/claim-split/split", test_split);
  g_test_add_func ("/draft/claim-split/steps-are-not-claims", test_steps_are_not_claims);
  g_test_add_func ("/draft/claim-split/gaps-and-repetitions", test_gaps_and_repetitions);
  g_test_add_func ("/draft/claim-split/cancelled", test_cancelled);

  return g_test_run ();
}
