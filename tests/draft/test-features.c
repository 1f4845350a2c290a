#include <string.h>

#include "../../src/draft/cs-features.h"
#include "draft-fixture.h"

static CsFeatures *
split (const char *const *claims)
{
  g_autoptr (CsDraft) draft = draft_fixture_new (claims, NULL);
  g_autoptr (CsClaimSet) set = cs_claim_set_new (draft);

  return cs_features_new (set);
}

/* The features of a claim, a line each: kind (P, L, S), limitation and words. */
static void
assert_features (const CsFeatures *features, guint claim, const char *expected)
{
  static const char kinds[] = { 'P', 'L', 'S' };
  guint n_features;
  const CsFeature *of_claim = cs_features_get_of_claim (features, claim, &n_features);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < n_features; i++)
    {
      g_autofree char *words = cs_claim_dup_range (
          cs_claim_set_get (cs_features_get_claims (features), claim), of_claim[i].range);

      g_string_append_printf (lines, "%c%u %s\n", kinds[of_claim[i].kind], of_claim[i].limitation,
                              words);
    }
  g_assert_cmpstr (lines->str, ==, expected);
}

static void
test_chinese (void)
{
  const char *const claims[] = {
    "一种水泵，其特征在于，包括：\n壳体（1、2），所述壳体（1、2）内设有叶轮（3）；以及\n由铜、铁或铝制成的轴。",
    "根据权利要求1所述的水泵，其特征在于，还包括密封圈，其中，所述密封圈的厚度为1,000μm。",
    "一种控制方法，包括以下步骤：S1，采集转速；步骤二：当转速大于阈值时，输出报警信号。",
    NULL
  };
  g_autoptr (CsFeatures) features = split (claims);

  assert_features (features, 0,
                   "P0 水泵\n"
                   "L1 壳体（1、2）\n"
                   "L1 所述壳体（1、2）内设有叶轮（3）\n"
                   "L2 由铜、铁或铝制成的轴\n");
  assert_features (features, 1,
                   "L0 密封圈\n"
                   "L0 所述密封圈的厚度为1,000μm\n");
  assert_features (features, 2,
                   "P0 控制方法\n"
                   "S1 采集转速\n"
                   "S2 当转速大于阈值时\n"
                   "L2 输出报警信号\n");
}

static void
test_english (void)
{
  const char *const claims[] = {
    "A pump comprising: a housing, an impeller and a shaft; and\n"
    "a seal of steel, copper or tin, wherein the seal is 1,000 mm wide.",
    "The pump of claim 1, further comprising a motor, the motor driving the shaft.",
    "A method of pumping, comprising: (a) filling the housing; and (b) driving the shaft.", NULL
  };
  g_autoptr (CsFeatures) features = split (claims);

  assert_features (features, 0,
                   "P0 pump\n"
                   "L1 a housing, an impeller and a shaft\n"
                   "L2 a seal of steel, copper or tin\n"
                   "L2 the seal is 1,000 mm wide\n");
  assert_features (features, 1,
                   "L0 a motor\n"
                   "L0 the motor driving the shaft\n");
  assert_features (features, 2,
                   "P0 method of pumping\n"
                   "S1 filling the housing\n"
                   "S2 driving the shaft\n");
}

/* Any text gives an answer. */
static void
test_odd (void)
{
  const char *const claims[] = { "", "。", "，，；；", "(Canceled)", "((((a, b", "其中", "S1，", NULL };
  g_autoptr (CsFeatures) features = split (claims);
  const GArray *all = cs_features_get_all (features);

  for (guint i = 0; i < all->len; i++)
    {
      const CsFeature *feature = &g_array_index (all, CsFeature, i);

      g_assert_cmpuint (feature->range.start, <, feature->range.end);
      g_assert_cmpuint (feature->range.end, <=, strlen (claims[feature->claim]));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft/features/chinese", test_chinese);
  g_test_add_func ("/draft/features/english", test_english);
  g_test_add_func ("/draft/features/odd", test_odd);
  return g_test_run ();
}
