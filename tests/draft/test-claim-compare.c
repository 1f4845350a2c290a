#include "../../src/draft/cs-claim-compare.h"

#include "draft-fixture.h"

/* Each pair as the numbers of its claims and what became of it: "1=1", "2-", "+2", "3~4" changed,
 * "4|4" abreast; "r" renumbered, "m" moved, and how many places changed. */
static char *
dup_outcome (const char *const *left, const char *const *right, gboolean same_language)
{
  static const char signs[] = { '=', '~', '-', '+', '|' };
  g_autoptr (CsDraft) left_draft = draft_fixture_new (left, NULL);
  g_autoptr (CsDraft) right_draft = draft_fixture_new (right, NULL);
  g_autoptr (CsClaimSet) left_set = cs_claim_set_new (left_draft);
  g_autoptr (CsClaimSet) right_set = cs_claim_set_new (right_draft);
  g_autoptr (CsClaimComparison) comparison =
      cs_claim_comparison_new (left_set, right_set, same_language);
  const GArray *pairs = cs_claim_comparison_get_pairs (comparison);
  GString *outcome = g_string_new (NULL);

  for (guint i = 0; i < pairs->len; i++)
    {
      const CsClaimPair *pair = &g_array_index (pairs, CsClaimPair, i);

      if (i > 0)
        g_string_append_c (outcome, ' ');
      if (pair->left != CS_NO_INDEX)
        g_string_append_printf (outcome, "%u", pair->left + 1);
      g_string_append_c (outcome, signs[pair->kind]);
      if (pair->right != CS_NO_INDEX)
        g_string_append_printf (outcome, "%u", pair->right + 1);
      g_string_append (outcome, pair->is_renumbered ? "r" : "");
      g_string_append (outcome, pair->is_moved ? "m" : "");
      if (pair->changes->len > 0)
        g_string_append_printf (outcome, "(%u)", pair->changes->len);
    }

  return g_string_free (outcome, FALSE);
}

static const char *const granted[] = {
  "A metering device, comprising: a housing; a chamber in the housing; a flexible diaphragm "
  "dividing the chamber; and a controller configured to detect a bubble.",
  "The device of claim 1, wherein the controller sets an opening time of the outlet valve.",
  "The device of claim 1, wherein a micro pump is connected to the gas space.",
  "The device of claim 3, wherein the controller closes the inlet valve after the pump stopped.",
  "A method of metering a fluid, comprising: filling the space; computing a filled volume.",
  NULL
};

static const char *const filed[] = {
  "A metering device, comprising: a housing; a chamber in the housing; a flexible membrane "
  "dividing the chamber.",
  "The device of claim 1, wherein the membrane has a thickness of 0.2 mm to 0.4 mm.",
  "The device of claim 1, wherein the controller sets an opening time of the outlet valve.",
  "The device of claim 1, wherein a micro pump is connected to the gas space.",
  "A method of metering a fluid, comprising: filling the space; computing a filled volume.",
  NULL
};

static void
assert_outcome (const char *const *left,
                const char *const *right,
                gboolean same_language,
                const char *expected)
{
  g_autofree char *outcome = dup_outcome (left, right, same_language);

  g_assert_cmpstr (outcome, ==, expected);
}

static void
test_members (void)
{
  assert_outcome (granted, granted, TRUE, "1=1 2=2 3=3 4=4 5=5");
  assert_outcome (granted, filed, TRUE, "1~1(2) +2 2=3r 3=4r 4- 5=5");
}

/* "claim 2" and "claim 3" are the same claim here: no change. */
static void
test_renumbered_reference (void)
{
  static const char *const left[] = { "一种泵，包括壳体。",
                                      "根据权利要求1所述的泵，其特征在于，壳体为铝制。",
                                      "根据权利要求2所述的泵，其特征在于，壳体带有散热片。",
                                      NULL };
  static const char *const right[] = { "一种泵，包括壳体。",
                                       "根据权利要求1所述的泵，其特征在于，还包括叶轮和电机。",
                                       "根据权利要求1所述的泵，其特征在于，壳体为铝制。",
                                       "根据权利要求3所述的泵，其特征在于，壳体带有散热片。",
                                       NULL };
  static const char *const elsewhere[] = { "一种泵，包括壳体。",
                                           "根据权利要求1所述的泵，其特征在于，壳体为铝制。",
                                           "根据权利要求1所述的泵，其特征在于，壳体带有散热片。",
                                           NULL };

  assert_outcome (left, right, TRUE, "1=1 +2 2=3r 3=4r");
  assert_outcome (left, elsewhere, TRUE, "1=1 2=2 3~3(1)");
}

static void
test_moved (void)
{
  static const char *const left[] = { "A pump comprising a housing.",
                                      "A method of pumping a fluid, comprising turning a rotor.",
                                      "A use of a rotor for cooling.", NULL };
  static const char *const right[] = { "A method of pumping a fluid, comprising turning a rotor.",
                                       "A use of a rotor for cooling.",
                                       "A pump comprising a housing.", NULL };

  assert_outcome (left, right, TRUE, "1=3rm 2=1r 3=2r");
}

static void
test_two_languages (void)
{
  static const char *const chinese[] = { "一种泵，包括壳体。",
                                         "根据权利要求1所述的泵，其特征在于，壳体为铝制。",
                                         NULL };

  assert_outcome (granted, chinese, FALSE, "1|1 2|2 3- 4- 5-");
}

static void
test_none (void)
{
  static const char *const none[] = { NULL };

  assert_outcome (none, none, TRUE, "");
  assert_outcome (none, filed, TRUE, "+1 +2 +3 +4 +5");
  assert_outcome (filed, none, TRUE, "1- 2- 3- 4- 5-");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/claim-compare/members", test_members);
  g_test_add_func ("/claim-compare/renumbered-reference", test_renumbered_reference);
  g_test_add_func ("/claim-compare/moved", test_moved);
  g_test_add_func ("/claim-compare/two-languages", test_two_languages);
  g_test_add_func ("/claim-compare/none", test_none);

  return g_test_run ();
}
